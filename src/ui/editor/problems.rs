//! How the notice stands: what is wrong with it, each with the way there, and the file.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, text, view_node, views, words};
use super::state::{Editing, Extended, STATE};
use crate::browser::download;
use crate::text::editing::{Told, file_name};
use crate::text::it::editor as said;

/// What is wrong, with a way to each place, and a sentence that is heard when that changes.
pub fn state(editing: Editing) -> Node {
    let sentence = move || {
        editing.checked.track();
        let coming = editing.extended.with(|known| matches!(known, Extended::Coming(_)));
        editing.told.with(|told| match told.len() {
            0 if coming => said::COMING.to_owned(),
            0 => said::ALL_WELL.to_owned(),
            count => said::to_mend(count),
        })
    };
    let class = move || {
        let well = editing.told.with(Vec::is_empty);
        if well { "alert alert-success" } else { "alert alert-warning" }
    };
    let heard = view! { <p role="status" class=class>{sentence}</p> };
    let lines = changing(move || {
        let told = editing.told.get();
        if told.is_empty() {
            return Vec::new();
        }
        let rows = views(told.into_iter().map(|told| line(editing, told)).collect());
        // Stays as it is folded while lines come and go: many of them stand at a new notice.
        vec![view_node(view! { <ul class="plain">{rows}</ul> })]
    });
    let some = move || editing.told.with(|told| !told.is_empty());
    let title = text("span", "", said::TO_MEND).into_view();
    let fold = view! {
        <details class="accordion-item" id="to-mend" hidden=move || !some()>
            <summary class="accordion-header">{title}</summary>
            {el("div", "accordion-body", vec![lines]).into_view()}
        </details>
    };
    view_node(view! { <div class="editor-state" id=STATE tabindex="-1">{heard}{fold}</div> })
}

fn line(editing: Editing, told: Told) -> Node {
    let sentence = match told.place.as_str() {
        "" => told.what,
        place => format!("{place}: {}", told.what),
    };
    let Some(at) = told.at else { return text("li", "", &sentence) };
    let id = at.id();
    let target = format!("#{id}");
    let go = move |event: MouseEvent| {
        event.prevent_default();
        // Links lead to steps: this one leads to a field.
        event.stop_propagation();
        editing.reach(&id);
    };
    view_node(view! { <li><a href=target on:click=go>{sentence}</a></li> })
}

/// The button that gives the file, and what became of it.
pub fn save(editing: Editing) -> Node {
    let done = RwSignal::new(String::new());
    let save = move |_| {
        // What was typed last may not be checked yet.
        editing.check();
        let name = editing.look(file_name);
        let text = editing.text();
        if download::save(&name, "application/json", &js_sys::Uint8Array::from(text.as_bytes())) {
            editing.unsaved.set(false);
            done.set(said::saved(&name, editing.told.with_untracked(Vec::len)));
        }
    };
    let button = view! { <button type="button" class="btn btn-primary" id="save" on:click=save>{said::SAVE}</button> };
    // What is changed afterwards is in no file.
    let said_now = move || if editing.unsaved.get() { String::new() } else { done.get() };
    let done = view! { <p role="status">{said_now}</p> };
    el("div", "editor-save", vec![el("p", "buttons", vec![view_node(button)]), view_node(done), words("")])
}
