//! Where an office begins: the page's own notice, another published one, a file, or a new one. Nothing that is open is lost
//! unasked.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::super::parts::button;
use super::super::parts::html::{Node, changing, el, el_with_id, text, view_node, views, words};
use super::state::Editing;
use crate::browser::picked::{self, NotTaken, Picked};
use crate::browser::{clock, fetch};
use crate::text::editing::{Catalogue, Listed, opened, skeleton};
use crate::text::it::editor as said;

/// What came of the last attempt.
#[derive(Clone, Default)]
enum Came {
    #[default]
    Nothing,
    /// It cannot be opened.
    Refused(String),
    /// It can, in place of something that is in no file.
    Instead(Box<Value>),
}

/// The ways to begin; folded away while something is open.
pub fn opening(editing: Editing, page: &str) -> Node {
    let came = RwSignal::new(Came::Nothing);
    let own = opened(page).unwrap_or_default();
    let programme = own.get("extends").and_then(Value::as_str).unwrap_or_default().to_owned();
    let take = move |read: Result<Value, String>| match read {
        Err(why) => came.set(Came::Refused(why)),
        Ok(notice) if editing.unsaved.get_untracked() => came.set(Came::Instead(Box::new(notice))),
        Ok(notice) => editing.open(notice),
    };
    let this_page = button(said::OPEN_PAGE, move || take(Ok(own.clone())));
    let empty = button(said::OPEN_EMPTY, move || {
        let today = clock::today().map(|day| day.to_string()).unwrap_or_default();
        take(Ok(skeleton(&programme, &today)));
    });
    let outcome = changing(move || match came.get() {
        Came::Nothing => Vec::new(),
        Came::Refused(why) => vec![text("p", "alert alert-danger", &why)],
        Came::Instead(notice) => {
            let anyway = button(said::OPEN_ANYWAY, move || editing.open(notice.as_ref().clone()));
            let stay = button(said::STAY, move || came.set(Came::Nothing));
            vec![text("p", "alert alert-warning", said::UNSAVED), el("p", "buttons", vec![anyway, stay])]
        }
    });
    let outcome = view_node(view! { <div role="status">{outcome.into_view()}</div> });
    let ways = vec![el("p", "buttons", vec![this_page, empty]), published(editing, take), file(take), outcome];
    if editing.is_open() {
        let fold = el("div", "accordion-body", ways).into_view();
        return view_node(view! {
            <details class="accordion-item" id="open-another">
                <summary class="accordion-header">{said::OPEN_ANOTHER}</summary>
                {fold}
            </details>
        });
    }
    el("div", "", vec![text("h2", "", said::OPEN), el("div", "", ways)])
}

/// The notices of the site.
fn published(editing: Editing, take: impl Fn(Result<Value, String>) + Copy + Send + Sync + 'static) -> Node {
    // Whether the list is known not to be there.
    let missing = RwSignal::new(false);
    if editing.catalogue.with_untracked(Option::is_none) {
        spawn_local(async move {
            let read = fetch::text("catalogue.json").await.ok().and_then(|text| Catalogue::read(&text));
            // The person may have left the page meanwhile.
            missing.try_set(read.is_none());
            if read.is_some() {
                editing.catalogue.try_set(read.map(Arc::new));
            }
        });
    }
    let chosen = RwSignal::new(String::new());
    let open = move || {
        let id = chosen.get_untracked();
        if id.is_empty() {
            return;
        }
        spawn_local(async move {
            let text = fetch::text(&format!("notices/{id}.json")).await;
            let read = text.map_err(|_| said::NOT_FETCHED.to_owned()).and_then(|text| opened(&text));
            if !editing.opened.is_disposed() {
                take(read);
            }
        });
    };
    changing(move || {
        let Some(catalogue) = editing.catalogue.get() else {
            return missing.get().then(|| text("p", "form-text", said::NO_CATALOGUE)).into_iter().collect();
        };
        let option = |one: &Listed| {
            view_node(view! { <option value=one.id.clone()>{format!("{} ({})", one.title, one.id)}</option> })
        };
        let options = views(catalogue.notices.iter().map(option).collect());
        let control = view! {
            <label for="published">{said::OPEN_PUBLISHED}</label>
            <select id="published" class="form-control" on:change=move |event| chosen.set(event_target_value(&event))>
                <option value="">{said::CHOOSE}</option>
                {options}
            </select>
        };
        vec![el("div", "form-group", vec![view_node(control), el("p", "buttons", vec![button(said::OPEN_IT, open)])])]
    })
}

/// A file of the office's own.
fn file(take: impl Fn(Result<Value, String>) + Copy + Send + Sync + 'static) -> Node {
    let read = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let text = picked::text_in(&file).await.map_err(|why| match why {
                NotTaken::TooLarge => said::TOO_LARGE.to_owned(),
                _ => said::NOT_TEXT.to_owned(),
            });
            take(text.and_then(|text| opened(&text)).map_err(|why| said::refused(&file.name(), &why)));
        });
    };
    let control = view! {
        <div class="drop" on:dragover=|event| event.prevent_default()
            on:drop=move |event| { event.prevent_default(); read(picked::dropped(&event)); }>
            <label for="file">{said::OPEN_FILE}</label>
            <input type="file" id="file" class="form-control" accept=".json,application/json"
                on:change=move |event| read(picked::chosen(&event))/>
        </div>
    };
    el_with_id("div", "", "from-file", vec![view_node(control), words("")])
}
