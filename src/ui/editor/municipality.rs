//! Adding a municipality by its name: the list of places knows its code.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::super::parts::html::{Node, changing, el, text, view_node};
use super::super::parts::{breath, button};
use super::controls::{is_wrong, labelled, offers};
use super::list::Rows;
use super::state::Editing;
use crate::application::places::{Place, Places, Reading};
use crate::browser::fetch;
use crate::text::editing::Path;
use crate::text::it::editor as said;

/// How many are offered at once.
const OFFERED: usize = 7;
/// How many lines of the list are read before keys have their turn.
const LINES: usize = 500;

/// The line for a name, and the button for one that the list does not have.
pub fn adding(editing: Editing, at: &Path, rows: Rows) -> Node {
    let (name, problem, missing) = (RwSignal::new(String::new()), RwSignal::new(""), RwSignal::new(false));
    let there = RwSignal::new(editing.places.with_value(Option::is_some));
    let (list, by_hand) = (at.clone(), at.clone());
    let take = move || {
        let typed = name.get_untracked();
        match editing.places.with_value(|places| places.as_ref().map(|places| meant(places, &typed))) {
            Some(Ok((code, name_of))) => {
                name.set(String::new());
                problem.set("");
                rows.add(editing, &list, json!({"code": code, "name": name_of}), "postal_code");
            }
            Some(Err(why)) => problem.set(why),
            None => problem.set(said::NO_PLACES),
        }
    };
    let on_enter = take.clone();
    let pressed = move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            on_enter();
        }
    };
    let fetched = move |_| fetch_places(editing, there, missing);
    let found = move || {
        there.track();
        let typed = name.get();
        let found = editing.places.with_value(|places| places.as_ref().map(|places| search(places, &typed)));
        offers(found.unwrap_or_default())
    };
    let (id, offered) = (at.id(), format!("{}-offered", at.id()));
    let list_id = offered.clone();
    let line = labelled(editing, at, said::PLACE, said::PLACE_HELP, move |described| {
        view_node(view! {
            <input type="text" id=id class="form-control" autocomplete="off" spellcheck="false" list=list_id
                aria-describedby=described aria-invalid=is_wrong(editing, &Path::read("municipalities"))
                prop:value=move || name.get() on:focus=fetched on:keydown=pressed
                on:input=move |event| name.set(event_target_value(&event))/>
        })
    });
    let said_so = changing(move || {
        let lacking = missing.get().then_some(said::NO_PLACES);
        let problem = Some(problem.get()).filter(|problem| !problem.is_empty());
        problem.or(lacking).map(|said| text("span", "", said)).into_iter().collect()
    });
    let add = button(said::ADD_PLACE, take);
    let plain = button(said::BY_HAND, move || rows.add(editing, &by_hand, json!({}), "name"));
    let parts = vec![
        line,
        view_node(view! { <datalist id=offered>{found}</datalist> }),
        view_node(view! { <p role="status" class="invalid">{said_so.into_view()}</p> }),
        el("p", "buttons", vec![add, plain]),
    ];
    el("div", "", parts)
}

fn is_home(place: &Place) -> bool {
    !place.is_foreign() && place.until().is_none()
}

fn written(place: &Place) -> String {
    place.province().map_or_else(|| place.name().to_owned(), |province| format!("{} ({province})", place.name()))
}

fn search(places: &Places, typed: &str) -> Vec<String> {
    let name = typed.split('(').next().unwrap_or_default();
    places.search(name, OFFERED, is_home).into_iter().map(written).collect()
}

/// The one municipality that was meant, as code and name.
fn meant(places: &Places, typed: &str) -> Result<(String, String), &'static str> {
    let mut found: Vec<&Place> = places.named(typed).into_iter().filter(|place| is_home(place)).collect();
    if found.len() > 1 {
        found.retain(|place| written(place).eq_ignore_ascii_case(typed.trim()));
        if found.len() != 1 {
            return Err(said::WHICH_PLACE);
        }
    }
    found.first().map(|place| (place.code().to_owned(), place.name().to_owned())).ok_or(said::NO_PLACE)
}

/// Fetches the list once, and reads it while the person goes on.
fn fetch_places(editing: Editing, there: RwSignal<bool>, missing: RwSignal<bool>) {
    if editing.places.with_value(Option::is_some) {
        return;
    }
    spawn_local(async move {
        let read = match fetch::text("places.txt").await {
            Ok(text) => read(&text).await,
            Err(_) => None,
        };
        // The person may have left the page meanwhile.
        missing.try_set(read.is_none());
        editing.places.try_set_value(read.map(Arc::new));
        there.try_set(true);
    });
}

async fn read(text: &str) -> Option<Places> {
    let mut reading = Reading::of(text);
    while reading.go_on(LINES).ok()? {
        breath().await;
    }
    Some(reading.places())
}
