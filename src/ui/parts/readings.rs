//! Language and reading: everything can be switched at any moment, in place.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::session::Session;
use super::html::{Node, changing, view_node};
use crate::browser::address;
use crate::programme::Tongue;
use crate::text::words::page;

/// The switch. Each reading is named in itself, so that who needs it finds it.
pub fn readings(session: Session) -> Node {
    let failed = RwSignal::new(false);
    // Of two quick presses the later one counts, whichever texts arrive first.
    let wanted = StoredValue::new(session.tongue.get_untracked());
    let speak = move |tongue: Tongue| {
        wanted.set_value(tongue);
        failed.set(false);
        spawn_local(async move {
            let files = session.texts(tongue).await;
            // The page may have been handed over meanwhile.
            if wanted.try_get_value() != Some(tongue) {
                return;
            }
            match files.and_then(|files| session.speak(files)) {
                Ok(()) => remember(tongue),
                Err(_) => failed.set(true),
            }
        });
    };
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
                    aria-current=current on:click=move |_| speak(tongue)>{name}</button>
            </li>
        }
    };
    let label = move || {
        session.tongue.track();
        session.say(page::LANGUAGE)
    };
    let all = Tongue::ALL.map(reading).collect_view();
    let problem = changing(move || {
        let said = failed.get().then(|| session.say(page::READING_FAILED));
        let said = said.map(|said| view_node(view! { <p class="alert alert-danger" role="alert">{said}</p> }));
        said.into_iter().collect()
    });
    let problem = problem.into_view();
    view_node(view! { <nav class="readings" aria-label=label><ul>{all}</ul>{problem}</nav> })
}

/// Keeps the reading in the address, so that a reload and a link have it.
fn remember(tongue: Tongue) {
    let english = (tongue == Tongue::English).then_some("en");
    let facile = (tongue == Tongue::Facile).then_some("facile");
    address::set_parameters(&[("lang", english), ("reading", facile)]);
}
