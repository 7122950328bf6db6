//! A line for a town or a state. The list of places is fetched when somebody comes to such a line, and searched as they
//! type; without the list, and for a name that is not in it, the line is one like the others.

use std::sync::Arc;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::super::super::parts::html::{Node, el, text, view_node};
use super::super::super::parts::{after_paint, breath};
use super::super::super::session::Session;
use super::line::{Line, Remarks, said_id};
use crate::application::places::{Place, Places, Reading};
use crate::browser::fetch;
use crate::programme::Voice;
use crate::text::personal::offered;
use crate::text::words::page;

/// Where the list is.
const LIST: &str = "places.txt";
/// How many of its lines are read before touches and keys have their turn.
const LINES: usize = 500;
/// How many places are offered at once.
const OFFERED: usize = 7;

/// Which places a line offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Where people are born: here and abroad, also what has another name now.
    Births,
    /// Where people live: the municipalities of today.
    Homes,
}

impl Offer {
    fn has(self, place: &Place) -> bool {
        self == Self::Births || !place.is_foreign() && place.until().is_none()
    }
}

/// What is offered: each place as it will be written and as it is shown, and the one that the arrows are at.
#[derive(Clone, Default)]
struct Offers {
    found: Vec<(String, String)>,
    at: Option<usize>,
}

impl Offers {
    /// Moves down or up, round the ends.
    fn step(&mut self, down: bool) {
        let last = self.found.len().saturating_sub(1);
        self.at = match (self.at, down) {
            _ if self.found.is_empty() => None,
            (None, true) => Some(0),
            (None, false) | (Some(0), false) => Some(last),
            (Some(at), true) => Some(if at == last { 0 } else { at + 1 }),
            (Some(at), false) => Some(at - 1),
        };
    }
}

/// The line as a combobox with a list below it, as assistive technology knows it.
pub fn place_line(session: Session, offer: Offer, line: Line, remarks: Remarks, keep: Callback<String>) -> Node {
    let Line { id, label, keyboard, purpose, value } = line;
    let (said, list) = (said_id(&id), format!("{id}-list"));
    let value = RwSignal::new(value);
    let offers = RwSignal::new(Offers::default());
    let missing = RwSignal::new(false);
    // Whether letters came that nothing was searched for yet.
    let waiting = StoredValue::new(false);
    // Whether somebody is typing here: a list that arrives late opens only for them.
    let typing = StoredValue::new(false);
    let search = move || {
        waiting.set_value(false);
        let places = session.look(|visit| visit.later.places.clone());
        let found =
            places.map(|places| found(session.voice(), &places, offer, &value.read_untracked())).unwrap_or_default();
        offers.set(Offers { found, at: None });
    };
    let close = move || {
        waiting.set_value(false);
        offers.set(Offers::default());
    };
    let search_soon = move || {
        if !waiting.get_value() {
            waiting.set_value(true);
            after_paint(move || {
                if waiting.try_get_value() == Some(true) {
                    search();
                }
            });
        }
    };
    let take = move |at: usize| {
        let Some((written, _)) = offers.with_untracked(|offers| offers.found.get(at).cloned()) else { return };
        value.set(written.clone());
        keep.run(written);
        close();
        remarks.left();
    };
    let typed = move |event| {
        value.set(event_target_value(&event));
        keep.run(value.get_untracked());
        typing.set_value(true);
        search_soon();
        remarks.typed();
    };
    let pressed = move |event: KeyboardEvent| {
        if waiting.get_value() {
            search();
        }
        let at = offers.with_untracked(|offers| offers.at);
        match (event.key().as_str(), at) {
            ("ArrowDown" | "ArrowUp", _) => {
                event.prevent_default();
                if offers.with_untracked(|offers| offers.found.is_empty()) {
                    search();
                }
                offers.update(|offers| offers.step(event.key() == "ArrowDown"));
            }
            ("Enter", Some(at)) => {
                event.prevent_default();
                take(at);
            }
            ("Escape", _) => close(),
            _ => {}
        }
    };
    // Who comes to the field sees that first.
    let fetched = move |_| {
        after_paint(move || {
            fetch_list(session, move |there| {
                // The person may have left the page meanwhile.
                if missing.try_set(!there).is_some() {
                    return;
                }
                remarks.changes.add();
                if typing.get_value() {
                    search();
                }
            });
        });
    };
    let option = {
        let list = list.clone();
        move |at: usize| format!("{list}-{at}")
    };
    let (active, options) = (option.clone(), option);
    let rows = move || {
        let Offers { found, at } = offers.get();
        let row = |(row, (_, label)): (usize, (String, String))| {
            let selected = if at == Some(row) { "true" } else { "false" };
            // Not a click: that would take the focus from the line first, which closes the list.
            let taken = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                take(row);
            };
            view! { <li role="option" class="autocomplete__option" id=options(row) aria-selected=selected on:mousedown=taken>{label}</li> }
                .into_any()
        };
        found.into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    let control = view! {
        <label for=id.clone()>{label}</label>
        <input type="text" id=id class="form-control" role="combobox" inputmode=keyboard autocomplete=purpose
            aria-autocomplete="list" aria-controls=list.clone()
            aria-expanded=move || offers.with(|offers| if offers.found.is_empty() { "false" } else { "true" })
            aria-activedescendant=move || offers.with(|offers| offers.at.map(&active))
            aria-describedby=said.clone() aria-invalid=move || remarks.is_wrong()
            prop:value=move || value.get()
            on:focus=fetched on:input=typed on:keydown=pressed
            on:blur=move |_| { typing.set_value(false); close(); } on:change=move |_| remarks.left()/>
        <ul role="listbox" id=list class="autocomplete__menu" aria-label=session.say(page::PLACES)>{rows}</ul>
    };
    let count = move || offers.with(|offers| places_found(session.voice(), offers.found.len()));
    let count = view! { <p role="status" class="visually-hidden">{count}</p> };
    let lacking = move || missing.get().then(|| text("p", "form-text", &session.say(page::PLACES_MISSING)).into_view());
    let field = vec![view_node(control), view_node(count), view_node(lacking), remarks.shown(said)];
    el("div", "form-group autocomplete__wrapper", field)
}

fn found(voice: Voice, places: &Places, offer: Offer, typed: &str) -> Vec<(String, String)> {
    // What was picked has its province in parentheses.
    let typed = typed.split('(').next().unwrap_or_default();
    places.search(typed, OFFERED, |place| offer.has(place)).into_iter().map(|place| offered(voice, place)).collect()
}

/// How many places are offered, for who does not see the list.
fn places_found(voice: Voice, count: usize) -> String {
    match count {
        0 => String::new(),
        1 => voice.say(page::PLACE_FOUND),
        count => voice.fill(page::PLACES_FOUND, &[("count", &count.to_string())]),
    }
}

/// Fetches the list once; says whether it is there.
fn fetch_list(session: Session, then: impl Fn(bool) + 'static) {
    if session.look(|visit| visit.later.places.is_some()) {
        return;
    }
    session.spawn(async move {
        let read = match fetch::text(LIST).await {
            Ok(text) => read(&text).await,
            Err(_) => None,
        };
        let there = read.is_some();
        session.change(|visit| visit.later.places = read.map(Arc::new));
        then(there);
    });
}

/// Reads the list while the person goes on.
async fn read(text: &str) -> Option<Places> {
    let mut reading = Reading::of(text);
    while reading.go_on(LINES).ok()? {
        breath().await;
    }
    Some(reading.places())
}
