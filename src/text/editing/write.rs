//! The file that is saved: its keys in the order of the table, those that the table does not know after them.

use serde_json::{Map, Value};

use super::{Field, Kind, PARTS};

/// As much as stands on a line.
const LINE: usize = 110;
/// How objects that the table does not describe begin; their source ends them.
const FIRST: [&str; 8] = ["id", "field", "option", "need", "kind", "it", "facile", "en"];

/// A notice as the text of its file.
pub fn written(notice: &Value) -> String {
    let fields: Vec<&Field> = PARTS.iter().flat_map(|part| part.fields).collect();
    let mut text = String::new();
    match notice.as_object() {
        // The file as a whole never stands on one line.
        Some(object) => lines(&mut text, '{', '}', &in_order(object, &fields), 0),
        None => text.push_str(&notice.to_string()),
    }
    text.push('\n');
    text
}

/// What the file of a notice is called: as its id says, if that can be the name of a file.
pub fn file_name(notice: &Value) -> String {
    let id = notice.get("id").and_then(Value::as_str).unwrap_or_default();
    let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '-' || letter == '_';
    format!("{}.json", if !id.is_empty() && id.chars().all(plain) { id } else { "avviso" })
}

type Member<'a> = (Option<&'a str>, &'a Value, Option<Kind>);

/// A value below the top of a file, as JSON that people read.
pub(super) fn below(value: &Value) -> String {
    let mut text = String::new();
    put(&mut text, value, None, 0);
    text
}

fn in_order<'a>(object: &'a Map<String, Value>, fields: &[&Field]) -> Vec<Member<'a>> {
    let place = |key: &str| match fields.iter().position(|field| field.key == key) {
        Some(at) => (0, at),
        None => match FIRST.iter().position(|first| *first == key) {
            Some(at) => (1, at),
            None => (if key == "source" { 3 } else { 2 }, 0),
        },
    };
    let kind = |key: &str| fields.iter().find(|field| field.key == key).map(|field| field.kind);
    let mut members: Vec<Member<'a>> =
        object.iter().map(|(key, value)| (Some(key.as_str()), value, kind(key))).collect();
    members.sort_by_key(|(key, ..)| place(key.unwrap_or_default()));
    members
}

fn put(text: &mut String, value: &Value, kind: Option<Kind>, depth: usize) {
    let (open, close, members) = match value {
        Value::Object(object) => {
            let fields: Vec<&Field> = kind.and_then(Kind::fields).into_iter().flatten().collect();
            ('{', '}', in_order(object, &fields))
        }
        Value::Array(items) => {
            let of = match kind {
                Some(Kind::List(row)) => Some(row.kind),
                _ => None,
            };
            ('[', ']', items.iter().map(|item| (None, item, of)).collect())
        }
        plain => return text.push_str(&plain.to_string()),
    };
    let flat = flat(open, close, &members);
    if flat.chars().count() + depth <= LINE { text.push_str(&flat) } else { lines(text, open, close, &members, depth) }
}

fn flat(open: char, close: char, members: &[Member<'_>]) -> String {
    let one = |(key, value, kind): &Member<'_>| {
        let mut text = name(*key);
        // Deeper than any line is long: what is inside stays on it.
        match value {
            Value::Object(_) | Value::Array(_) => put(&mut text, value, *kind, 0),
            plain => text.push_str(&plain.to_string()),
        }
        text
    };
    let all: Vec<String> = members.iter().map(one).collect();
    let flat = format!("{open}{}{close}", all.join(", "));
    // Something inside takes lines of its own.
    if flat.contains('\n') { "\n".repeat(LINE + 1) } else { flat }
}

fn lines(text: &mut String, open: char, close: char, members: &[Member<'_>], depth: usize) {
    text.push(open);
    for (at, (key, value, kind)) in members.iter().enumerate() {
        text.push_str(if at == 0 { "\n" } else { ",\n" });
        text.push_str(&" ".repeat(depth + 1));
        text.push_str(&name(*key));
        put(text, value, *kind, depth + 1);
    }
    text.push('\n');
    text.push_str(&" ".repeat(depth));
    text.push(close);
}

fn name(key: Option<&str>) -> String {
    key.map(|key| format!("{}: ", Value::from(key))).unwrap_or_default()
}
