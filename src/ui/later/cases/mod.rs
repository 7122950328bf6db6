//! The cases of a counsellor: behind a passphrase, as a list, one at a time.

mod case;
mod files;
mod list;
mod unlock;

use leptos::prelude::*;

use super::super::parts::html::{Node, text, view_node, views};
use super::super::parts::{HEADING, backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use crate::browser::storage::{self, NotKept};
use crate::browser::vault;
use crate::text::words::{Words, cases as said, keep, page};

pub use case::{case, sheet};

/// The page with the list, or what opens it.
pub fn cases(session: Session) -> Vec<Node> {
    let archive = session.keeper.archive;
    // Made anew when the cases are opened or locked: the key itself is nobody's signal.
    let opened = RwSignal::new(archive.with_value(Option::is_some));
    // With the form or the list, the focus goes.
    Effect::new(move |before: Option<bool>| {
        let now = opened.get();
        if before.is_some_and(|before| before != now) {
            request_animation_frame(move || session.place.focus(HEADING));
        }
        now
    });
    let shown = move || {
        let nodes = match (opened.get(), archive.get_value()) {
            (true, Some(key)) => list::list(session, key, opened),
            _ if !storage::is_there() => vec![trouble(&super::keep::not_kept(session, NotKept::Blocked))],
            _ if !vault::is_able() => vec![trouble(&session.say(keep::PASSPHRASE_UNABLE))],
            _ => unlock::unlock(session, opened),
        };
        views(nodes)
    };
    vec![
        backward(session, &Page::Start),
        heading(&session.say(page::CASES)),
        text("p", "lead", &session.say(said::LEAD)),
        view_node(view! { <div>{shown}</div> }),
    ]
}

fn trouble(sentence: &str) -> Node {
    text("p", "alert alert-warning", sentence)
}

/// A button that asks once more before it does something that cannot be undone.
fn sure(session: Session, ask: Words, surely: String, done: impl Fn() + Clone + Send + Sync + 'static) -> Node {
    let asked = RwSignal::new(false);
    let ask = session.say(ask);
    let shown = move || {
        let (done, surely) = (done.clone(), surely.clone());
        match asked.get() {
            false => button(&ask, move || asked.set(true)).into_view(),
            true => button(&surely, done).into_view(),
        }
    };
    view_node(view! { <span>{shown}</span> })
}
