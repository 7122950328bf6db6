//! The box that names what is in the way of going on, and leads there.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::super::session::Session;
use super::html::{Node, changing, view_node, views};
use crate::text::words::page;

/// Id of the box; the focus moves there.
const BOX: &str = "problem";

/// What is wrong where: the id of a control and a sentence.
pub type Problem = (String, String);

/// The box, as long as there are problems.
pub fn problem_box(session: Session, problems: RwSignal<Vec<Problem>>) -> Node {
    let line = move |(field, sentence): Problem| {
        let target = format!("#{field}");
        let to_field = move |event: MouseEvent| {
            event.prevent_default();
            session.place.focus(&field);
        };
        view_node(view! { <li><a href=target on:click=to_field>{sentence}</a></li> })
    };
    changing(move || {
        let found = problems.get();
        let shown = (!found.is_empty()).then(|| {
            let title = match found.len() {
                1 => session.say(page::PROBLEM),
                count => session.fill(page::PROBLEMS, &[("count", &count.to_string())]),
            };
            view! {
                <div class="alert alert-danger" id=BOX tabindex="-1" role="alert">
                    <h2>{title}</h2>
                    <ul class="plain">{views(found.into_iter().map(line).collect())}</ul>
                </div>
            }
        });
        shown.map(view_node).into_iter().collect()
    })
}

/// Shows what was found, and moves the focus there.
pub fn tell(session: Session, problems: RwSignal<Vec<Problem>>, found: Vec<Problem>) {
    problems.set(found);
    request_animation_frame(move || session.place.focus(BOX));
}
