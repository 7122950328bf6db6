//! Where the editor for offices stands. It is a module of its own: nothing of the visit goes there, and the visit goes on
//! behind it as it was.

use leptos::html;
use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, el_in_italian, text, view_node};
use super::super::parts::{backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use crate::browser::to_editor::{self, Opened};
use crate::text::it;
use crate::text::words::page;

/// The page with the editor.
pub fn editor(session: Session) -> Vec<Node> {
    let place = NodeRef::<html::Div>::new();
    // Nothing while it is on its way, then whether it came.
    let came = RwSignal::new(None);
    let opened = StoredValue::new_local(None::<Opened>);
    let fetch = move || {
        came.set(None);
        session.spawn(async move {
            let Some(there) = place.try_get_untracked().flatten() else { return };
            let files = session.files();
            let editor = to_editor::open(&there, &files.notice).await;
            came.try_set(Some(editor.is_ok()));
            // Where the person has left the page meanwhile, it goes at once.
            opened.try_set_value(editor.ok());
        });
    };
    // The element is there once it is on the page.
    request_animation_frame(fetch);
    let said = changing(move || match came.get() {
        Some(true) => Vec::new(),
        None => vec![text("p", "", &session.say(page::WAITING))],
        Some(false) => {
            let problem = text("p", "alert alert-danger", &session.say(page::WAITING_FAILED));
            vec![problem, el("p", "buttons", vec![button(&session.say(page::TRY_AGAIN), fetch)])]
        }
    });
    let said = view! { <div role="status">{said.into_view()}</div> };
    vec![
        backward(session, &Page::Start),
        el_in_italian("div", "", vec![heading(it::editor::TITLE)]),
        view_node(said),
        view_node(view! { <div lang="it" node_ref=place></div> }),
    ]
}
