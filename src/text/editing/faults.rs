//! What is wrong with a notice as it stands, and at which control of the form that is said.

use serde_json::Value;

use super::path::Step;
use super::{Field, Kind, PARTS, Path, top};
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
    faults.iter().map(told).collect()
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

/// A fault at its place in the form. One about a key that is missing names what holds it: it is said where the key would be.
fn told(fault: &Fault) -> Told {
    let (begin, end) = ("manca la chiave \"", "\"");
    let missing = fault.what.strip_prefix(begin).and_then(|rest| rest.strip_suffix(end));
    let path = Path::read(&fault.key);
    let (path, what) = match missing {
        Some(key) => (path.key(key), it::editor::MISSING.to_owned()),
        None => (path, fault.what.clone()),
    };
    let found = control(&path);
    let place = found.as_ref().map(|(.., place)| place.clone());
    Told {
        part: found.as_ref().map(|(part, ..)| *part),
        at: found.map(|(_, at, _)| at),
        place: place.unwrap_or_else(|| path.to_string()),
        what,
    }
}

/// The control nearest to a path, with its part and what it is called.
fn control(path: &Path) -> Option<(usize, Path, String)> {
    let (Step::Key(first), rest) = path.steps().split_first()? else { return None };
    let (part, field) = top(first)?;
    let mut names = vec![PARTS.get(part)?.title.to_owned()];
    let (mut at, mut kind) = (Path::default().key(first), field.kind);
    let name = |names: &mut Vec<String>, field: &Field| {
        if !field.label.is_empty() {
            names.push(field.label.into());
        }
    };
    name(&mut names, field);
    for step in rest {
        match (step, kind) {
            (Step::Item(place), Kind::List(row)) => {
                names.push(format!("{} {}", row.one, place + 1));
                (at, kind) = (at.item(*place), row.kind);
            }
            (Step::Key(key), kind_here) => {
                let Some(fields) = kind_here.fields() else { break };
                // A key that the table does not know is at no control.
                let field = fields.iter().find(|field| field.key == key)?;
                name(&mut names, field);
                (at, kind) = (at.key(key), field.kind);
            }
            (Step::Item(_), _) => break,
        }
    }
    // What holds others has no control of its own: the first of them is there.
    while let Some(first) = kind.fields().and_then(<[Field]>::first) {
        (at, kind) = (at.key(first.key), first.kind);
    }
    Some((part, at, names.join(", ")))
}
