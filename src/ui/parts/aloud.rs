//! The button that has the page read aloud, in the easy reading, where the device has a voice for it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::session::Session;
use super::html::{Node, view_node};
use crate::browser::aloud;
use crate::programme::Tongue;
use crate::text::words::page;

/// The button; its place stays while nobody knows yet whether there is a voice.
pub fn read_aloud(session: Session) -> Node {
    let (can, reading, silent) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let language = Tongue::Facile.language();
    let facile = move || session.tongue.get() == Tongue::Facile;
    Effect::new(move |_| {
        if facile() {
            spawn_local(async move {
                // Fetched before it is pressed: some browsers speak only in the press itself.
                let ready = aloud::ready(language).await;
                can.try_set(ready);
            });
        } else {
            aloud::stop();
        }
    });
    // What is read is gone with its page.
    Effect::new(move |_| {
        session.page.track();
        aloud::stop();
    });
    let press = move |_| {
        if reading.get_untracked() {
            return aloud::stop();
        }
        let Some(what) = session.place.main() else { return };
        silent.set(false);
        reading.set(true);
        aloud::read(&what, language, move |why| {
            reading.try_set(false);
            silent.try_set(why == "voice");
        });
    };
    let label = move || session.say(if reading.get() { page::STOP_READING } else { page::READ_ALOUD });
    let button = move || {
        can.get().then(|| {
            view! { <button type="button" class="btn btn-outline-primary" id="aloud" on:click=press>{label}</button> }
        })
    };
    let bar = move || {
        facile().then(|| {
            let said = move || silent.get().then(|| session.say(page::NO_VOICE));
            view! { <div class="aloud-bar" data-silent="">{button}<span role="status">{said}</span></div> }
        })
    };
    view_node(bar)
}
