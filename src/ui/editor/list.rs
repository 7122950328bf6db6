//! Several of a kind: each folded under its name, one more at the end, and what was taken away can be put back.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::parts::button;
use super::super::parts::html::{Node, changing, el, el_with_id, text, view_node, views, words};
use super::controls::control;
use super::form::{below, count, label};
use super::municipality::adding;
use super::state::{Editing, Extended};
use crate::text::editing::{Field, Kind, Path, Row, offered};
use crate::text::it::editor as said;

/// What a list is made anew for, and which of its rows is open from the start.
#[derive(Clone, Copy)]
pub struct Rows {
    made: RwSignal<u32>,
    fresh: StoredValue<Option<usize>>,
}

/// The list.
pub fn list(editing: Editing, at: &Path, field: &'static Field, row: &'static Row) -> Node {
    let rows = Rows { made: RwSignal::new(0), fresh: StoredValue::new(None) };
    let removed = RwSignal::new(None::<(usize, Value)>);
    let (here, back) = (at.clone(), at.clone());
    let shown = changing(move || {
        rows.made.track();
        let count = editing.look(|notice| here.of(notice).and_then(Value::as_array).map_or(0, Vec::len));
        let fresh = rows.fresh.try_update_value(Option::take).flatten();
        (0..count).map(|place| one(editing, &here, place, field, row, fresh == Some(place), rows, removed)).collect()
    });
    // Put back where it was.
    let gone = changing(move || {
        let back = back.clone();
        let again = move || {
            if let Some((place, value)) = removed.get_untracked() {
                removed.set(None);
                editing.change(|notice| {
                    if let Some(list) = back.list(notice) {
                        list.insert(place.min(list.len()), value);
                    }
                });
                rows.made.update(|count| *count += 1);
            }
        };
        let some = removed.with(Option::is_some);
        let parts = vec![words(said::REMOVED), words(" "), button(said::PUT_BACK, again)];
        some.then(|| el("p", "buttons", parts)).into_iter().collect()
    });
    let gone = view_node(view! { <div role="status">{gone.into_view()}</div> });
    let add = match row.named_by {
        "name" if field.key == "municipalities" => adding(editing, at, rows),
        _ => adder(editing, at, field, row, rows),
    };
    if field.label.is_empty() {
        return el("div", "editor-list", vec![shown, gone, add]);
    }
    let help = (!field.help.is_empty()).then(|| text("p", "form-text", field.help));
    let parts = std::iter::once(text("legend", "", &label(field))).chain(help).chain([shown, gone, add]);
    el("fieldset", "editor-list", parts.collect())
}

impl Rows {
    /// Shows the list with a row more, open, and the focus at one of its controls.
    pub fn add(self, editing: Editing, list: &Path, value: Value, focus: &str) {
        let mut place = 0;
        editing.change(|notice| {
            if let Some(list) = list.list(notice) {
                place = list.len();
                list.push(value);
            }
        });
        self.fresh.set_value(Some(place));
        self.made.update(|count| *count += 1);
        let row = list.item(place);
        editing.reach_soon(if focus.is_empty() { row.id() } else { Path::read(&format!("{row}.{focus}")).id() });
    }
}

/// The button that adds one. A fault about the list as a whole stands there.
fn adder(editing: Editing, at: &Path, field: &'static Field, row: &'static Row, rows: Rows) -> Node {
    let (here, described) = (at.clone(), format!("{}-error", at.id()));
    let press = move |_| {
        let value = fresh(editing, &here, field, row);
        let focus =
            row.kind.fields().and_then(<[Field]>::first).map_or(String::new(), |first| match first.kind.fields() {
                Some([below, ..]) => format!("{}.{}", first.key, below.key),
                _ => first.key.into(),
            });
        rows.add(editing, &here, value, &focus);
    };
    let wrong = wrong(editing, at);
    let control = view! {
        <button type="button" class="btn btn-outline-primary" id=at.id() aria-describedby=described on:click=press>{row.add}</button>
    };
    el("div", "", vec![el_with_id("p", "invalid", &format!("{}-error", at.id()), vec![wrong]), view_node(control)])
}

/// What is wrong with the list as a whole.
fn wrong(editing: Editing, at: &Path) -> Node {
    let here = at.clone();
    changing(move || {
        let said = editing.told.with(|told| {
            let here = told.iter().find(|told| told.at.as_ref() == Some(&here));
            here.map(|told| told.what.clone())
        });
        said.map(|said| text("span", "", &said)).into_iter().collect()
    })
}

/// A new one: with an id, which nobody should have to think of, and the notice's own document as its source.
fn fresh(editing: Editing, list: &Path, field: &Field, row: &Row) -> Value {
    let Some(fields) = row.kind.fields() else { return json!({}) };
    let mut value = json!({});
    if fields.iter().any(|one| one.key == "id") {
        let taken = |id: &str| {
            let is = |row: &Value| row.get("id").and_then(Value::as_str) == Some(id);
            editing.look(|notice| list.of(notice).and_then(Value::as_array).is_some_and(|rows| rows.iter().any(is)))
        };
        let stem = if field.key == "cited" { "documento-" } else { "voce_" };
        value["id"] = (1..).map(|number| format!("{stem}{number}")).find(|id| !taken(id)).unwrap_or_default().into();
    }
    if fields.iter().any(|one| matches!(one.kind, Kind::Source)) {
        let own = editing.look(|notice| Path::read("cited[0].id").of(notice).cloned());
        if let Some(document) = own {
            value["source"] = json!({ "document": document });
        }
    }
    value
}

#[expect(clippy::too_many_arguments, reason = "a row is at a place of a list, and changes it")]
fn one(
    editing: Editing,
    list: &Path,
    place: usize,
    field: &'static Field,
    row: &'static Row,
    open: bool,
    rows: Rows,
    removed: RwSignal<Option<(usize, Value)>>,
) -> Node {
    let at = list.item(place);
    let (name_at, wrong_at, list) = (Path::read(&format!("{at}.{}", row.named_by)), at.clone(), list.clone());
    let title = move || {
        editing.checked.track();
        let name = called(editing, row, editing.shown(&name_at, Kind::Words));
        let short: String = name.chars().take(60).collect();
        let more = if short.len() < name.len() { "…" } else { "" };
        if name.is_empty() { format!("{} {}: {}", row.one, place + 1, said::NEW) } else { format!("{short}{more}") }
    };
    let take = button(&format!("{}: {} {}", said::REMOVE, row.one, place + 1), move || {
        let mut gone = None;
        editing.change(|notice| {
            if let Some(list) = list.list(notice).filter(|list| place < list.len()) {
                gone = Some((place, list.remove(place)));
            }
            // A list that a notice can be without is not there once it is empty.
            if !field.needed && list.of(notice).and_then(Value::as_array).is_some_and(Vec::is_empty) {
                list.put(notice, None);
            }
        });
        removed.set(gone);
        rows.made.update(|count| *count += 1);
        editing.reach_soon(list.id());
    });
    let mut parts = match row.kind {
        Kind::Json => vec![entry(editing, &at)],
        kind => below(editing, &at, kind),
    };
    parts.push(el("p", "buttons", vec![take]));
    let parts = views(parts);
    let count = count(move || editing.wrong_below(&wrong_at)).into_view();
    view_node(view! {
        <details class="accordion-item" open=open>
            <summary class="accordion-header"><span>{title}</span>{count}</summary>
            <div class="accordion-body">{parts}</div>
        </details>
    })
}

/// What a row is called by what tells it from the others: a number by what it is for.
fn called(editing: Editing, row: &Row, name: String) -> String {
    let Kind::Object([Field { kind: Kind::Number, .. }, ..]) = row.kind else { return name };
    editing
        .extended
        .with(|known| match known {
            Extended::Here(programme) => offered(programme).into_iter().find(|one| one.id == name).map(|one| one.name),
            _ => None,
        })
        .unwrap_or(name)
}

/// An entry that is written as JSON.
fn entry(editing: Editing, at: &Path) -> Node {
    const ENTRY: &Field = &Field { key: "", label: said::RAW, help: "", needed: true, kind: Kind::Json };
    control(editing, at, ENTRY)
}
