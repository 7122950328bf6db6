//! What is wrong with a notice as it stands, and at which control of the form that is said.

use serde_json::Value;

use super::path::Step;
use super::{Kind, PARTS, Path, top};
use crate::programme::{self, Fault, Programme};
use crate::text::it;

/// What is known of the programme that a notice extends.
#[derive(Clone, Copy, Debug)]
pub enum Known<'a> {
    /// It is on its way.
    Coming,
    /// It is not published here.
    Missing,
    /// It is here.
    Here(&'a Programme),
}

/// A fault, as the form says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The control to go to; nothing where the form has none for it.
    pub at: Option<Path>,
    /// The part of the form; nothing where the form has none for it.
    pub part: Option<usize>,
    /// Where it is, in the form's own words, or else the key.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

/// What is wrong with a notice, by the checks of `ddn check`.
pub fn check(notice: &Value, known: Known<'_>) -> Vec<Told> {
    let mut faults = Vec::new();
    for field in PARTS.iter().flat_map(|part| part.fields) {
        not_json_in(notice, field.kind, &Path::default().key(field.key), &mut faults);
    }
    // What is said already is not said again in other words.
    let said: Vec<String> = faults.iter().map(|fault| fault.key.clone()).collect();
    let found = all(notice, known).into_iter().filter(|fault| !said.contains(&fault.key));
    faults.extend(found);
    faults.iter().flat_map(told).collect()
}

fn all(notice: &Value, known: Known<'_>) -> Vec<Fault> {
    let read = match programme::notice("", &notice.to_string()) {
        Ok(read) => read,
        Err(faults) => return faults,
    };
    match known {
        Known::Coming => Vec::new(),
        Known::Missing => vec![fault("extends".into(), it::editor::no_programme(&read.extends))],
        Known::Here(programme) => programme::rules("", programme.clone(), read).err().unwrap_or_default(),
    }
}

fn fault(key: String, what: String) -> Fault {
    Fault { file: String::new(), key, what }
}

/// Entries written as JSON that are none: they are kept as they were typed, as a text.
fn not_json_in(notice: &Value, kind: Kind, at: &Path, found: &mut Vec<Fault>) {
    let Some(value) = at.of(notice) else { return };
    match (kind, value) {
        (Kind::Json, Value::String(raw)) => {
            let what = serde_json::from_str::<Value>(raw)
                .map_or_else(|error| not_json(&error), |_| it::editor::NO_OBJECT.into());
            found.push(fault(at.to_string(), what));
        }
        (Kind::List(row), Value::Array(items)) => {
            for place in 0..items.len() {
                not_json_in(notice, row.kind, &at.item(place), found);
            }
        }
        _ => {
            for field in kind.fields().into_iter().flatten() {
                not_json_in(notice, field.kind, &at.key(field.key), found);
            }
        }
    }
}

/// Why a text is not JSON, in words that an office can act on.
pub(super) fn not_json(error: &serde_json::Error) -> String {
    match error.is_eof() {
        true => it::editor::cut_short(error.line(), error.column()),
        false => it::editor::not_json(error.line(), error.column()),
    }
}

/// A fault at its place in the form. One about a key that is missing names what holds it: it is said where the key would be,
/// at each control that has to be filled in for it.
fn told(fault: &Fault) -> Vec<Told> {
    let (begin, end) = ("manca la chiave \"", "\"");
    let missing = fault.what.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end));
    let path = Path::read(&fault.key);
    let (path, what) = match missing {
        Some(key) => (path.key(key), it::editor::MISSING),
        None => (path, fault.what.as_str()),
    };
    let Some(Place { part, at, kind, names }) = place(&path) else {
        return vec![Told { at: None, part: None, place: path.to_string(), what: what.into() }];
    };
    let mut controls = Vec::new();
    below(at, kind, names, &mut controls);
    if missing.is_none() {
        // What holds others has no control of its own: the first of them is there.
        controls.truncate(1);
    }
    let told = |(at, place)| Told { at: Some(at), part: Some(part), place, what: what.into() };
    controls.into_iter().map(told).collect()
}

/// Where something is in the form.
struct Place {
    part: usize,
    at: Path,
    kind: Kind,
    /// What it is called.
    names: String,
}

/// The place in the form nearest to a path; nothing for a key that the table does not know.
fn place(path: &Path) -> Option<Place> {
    let (Step::Key(first), rest) = path.steps().split_first()? else { return None };
    let (part, field) = top(first)?;
    let title = PARTS.get(part)?.title.to_owned();
    let mut place = Place { part, at: Path::default().key(first), kind: field.kind, names: named(title, field.label) };
    for step in rest {
        match (step, place.kind) {
            (Step::Item(item), Kind::List(row)) => {
                place.names = named(place.names, &format!("{} {}", row.one, item + 1));
                (place.at, place.kind) = (place.at.item(*item), row.kind);
            }
            (Step::Key(key), kind) => {
                let Some(fields) = kind.fields() else { break };
                let field = fields.iter().find(|field| field.key == key)?;
                place.names = named(place.names, field.label);
                (place.at, place.kind) = (place.at.key(key), field.kind);
            }
            (Step::Item(_), _) => break,
        }
    }
    Some(place)
}

fn named(names: String, label: &str) -> String {
    if label.is_empty() { names } else { format!("{names}, {label}") }
}

/// The controls of what holds others, those alone that it cannot be without; or the control itself.
fn below(at: Path, kind: Kind, names: String, found: &mut Vec<(Path, String)>) {
    match kind.fields() {
        None => found.push((at, names)),
        Some(fields) => {
            for field in fields.iter().filter(|field| field.needed) {
                below(at.key(field.key), field.kind, named(names.clone(), field.label), found);
            }
        }
    }
}
