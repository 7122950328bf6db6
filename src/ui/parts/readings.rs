//! Language and reading: everything can be switched at any moment, in place.

use leptos::prelude::*;

use super::super::session::Session;
use super::html::{Node, changing, view_node};
use crate::programme::Tongue;
use crate::text::words::page;

/// The switch. Each reading is named in itself, so that who needs it finds it.
pub fn readings(session: Session) -> Node {
    let reading = |(key, tongue): (&'static str, Tongue)| {
        let name = session.say(match tongue {
            Tongue::Italian => page::ITALIAN,
            Tongue::Facile => page::FACILE,
            Tongue::English => page::ENGLISH,
        });
        let current = move || (session.tongue.get() == tongue).then_some("true");
        view! {
            <li>
                <button type="button" class="reading" id=format!("reading-{key}") lang=tongue.language()
                    aria-current=current on:click=move |_| session.read_in(tongue)>{name}</button>
            </li>
        }
    };
    let label = move || {
        session.tongue.track();
        session.say(page::LANGUAGE)
    };
    let all = Tongue::ALL.map(reading).collect_view();
    let problem = changing(move || {
        let said = session.unread.get().then(|| session.say(page::READING_FAILED));
        let said = said.map(|said| view_node(view! { <p class="alert alert-danger" role="alert">{said}</p> }));
        said.into_iter().collect()
    });
    let problem = problem.into_view();
    view_node(view! { <nav class="readings" aria-label=label><ul>{all}</ul>{problem}</nav> })
}
