//! Pieces that pages share.

mod aloud;
mod drawing;
pub mod html;
mod mode;
mod office;
mod pause;
mod problems;
mod question_field;
mod readings;
mod tools;
mod urgent;

use leptos::prelude::*;

use super::route::Page;
use super::session::Session;
use crate::programme::{Guide, Question, Source};
use crate::text::words::page;
use crate::text::{self, say};
use html::{Node, el, el_with_id, link, opening, p, view_node, words};

pub use aloud::read_aloud;
pub use drawing::drawing;
pub use mode::mode_switch;
pub use office::office_card;
pub use pause::after_paint;
#[cfg(any(feature = "whole", feature = "editor"))]
pub use pause::breath;
#[cfg(feature = "whole")]
pub use problems::Problem;
pub use problems::{problem_box, tell};
pub use question_field::{Asked, Kept};
pub use readings::readings;
pub use tools::tools;
pub use urgent::urgent_box;

/// Id of the heading of the step shown; the focus moves there.
pub const HEADING: &str = "heading";
/// Id of the control of a question that is alone on its page.
pub const FIELD: &str = "field";

/// The heading of a step.
pub fn heading(said: &str) -> Node {
    view_node(view! { <h1 id=HEADING tabindex="-1">{said.to_owned()}</h1> })
}

/// Where something is said, small, below what it is said about.
pub fn cited(session: Session, source: &Source) -> Node {
    let hidden = html::text("span", "visually-hidden", &format!("{}: ", &session.say(page::SOURCE)));
    el("p", "source", vec![hidden, words(&text::source(&session.rules(), source))])
}

/// A link that looks like the main button of a step.
pub fn onward(to: &Page, said: &str) -> Node {
    link(&to.link(), "btn btn-primary", vec![words(said)])
}

/// A link that looks like a further button.
pub fn aside(to: &Page, said: &str) -> Node {
    link(&to.link(), "btn btn-outline-primary", vec![words(said)])
}

/// A link back.
pub fn backward(session: Session, to: &Page) -> Node {
    el("p", "back", vec![link(&to.link(), "", vec![words(&session.say(page::BACK))])])
}

/// What helps with a question, a fold each: where the answer stands, what its words mean, why it is asked.
pub fn about_question(session: Session, question: &Question) -> Vec<Node> {
    let help = question.help.as_ref().map(|help| opening(&session.say(page::WHERE), vec![p(say(help))]));
    let guide = |guide: &Guide| {
        let lines = say(&guide.text).lines().map(p);
        let source = guide.source.as_ref().map(|source| cited(session, source));
        opening(say(&guide.title), lines.chain(source).collect())
    };
    let why = vec![p(say(&question.why)), cited(session, &question.source)];
    let why = opening(&session.say(page::WHY), why);
    help.into_iter().chain(question.guides.iter().map(guide)).chain([why]).collect()
}

/// A further button that does something here.
pub fn button(said: &str, done: impl Fn() + 'static) -> Node {
    button_by(said, Box::new(done))
}

/// The same for whatever it does: the code of a control is long, and is there once.
fn button_by(said: &str, done: Box<dyn Fn()>) -> Node {
    let said = said.to_owned();
    view_node(view! { <button type="button" class="btn btn-outline-primary" on:click=move |_| done()>{said}</button> })
}

/// A button that gives what was typed as a file, where the page cannot go on. What it does is not the module's
/// (`src/browser/visits.js`).
pub fn save_answers(session: Session) -> Node {
    let said = vec![words(&session.say(page::SAVE_ANSWERS))];
    el_with_id("button", "btn btn-outline-primary", "save-answers", said)
}

/// A box that can be ticked, with its label and what describes it.
pub fn tick_box(
    id: String,
    class: &'static str,
    label: &str,
    about: Vec<Node>,
    ticked: RwSignal<bool>,
    changed: impl Fn(bool) + 'static,
) -> Node {
    tick_box_by(id, class, label, about, ticked, Box::new(changed))
}

fn tick_box_by(
    id: String,
    class: &'static str,
    label: &str,
    about: Vec<Node>,
    ticked: RwSignal<bool>,
    changed: Box<dyn Fn(bool)>,
) -> Node {
    let hint = format!("{id}-hint");
    let control = view! {
        <input type="checkbox" id=id.clone() aria-describedby=hint.clone() prop:checked=move || ticked.get()
            on:change=move |event| changed(event_target_checked(&event))/>
        <label for=id>{label.to_owned()}</label>
    };
    el("div", class, vec![view_node(control), el_with_id("div", "form-text", &hint, about)])
}
