//! Values that the text leaves open, what could have a source and has none, and documents that nothing rests on.

use serde_json::{Map, Value};

use super::walk::joined;
use super::{File, Gap, Missing, Object, Subject, place};
use crate::programme::{Reading, Rules, Tongue, Voice};
use crate::text::condition::{listed, quoted, support_name, value};
use crate::text::reason;

/// A place in a file that names a document.
struct Cited<'a> {
    place: String,
    /// What rests on it.
    of: &'a Map<String, Value>,
    key: &'a str,
    source: &'a Map<String, Value>,
}

pub(super) fn subjects(rules: &Rules, files: &[File<'_>]) -> Vec<Subject> {
    let cited: Vec<Cited<'_>> = files.iter().flat_map(|file| file.objects.iter().flat_map(|at| of(file, at))).collect();
    let read_as = |gap, reading| {
        let found = cited.iter().filter(|cited| read_in(cited.source) == reading);
        Subject { gap, of: cited.len(), missing: found.map(|cited| missing(rules, cited)).collect() }
    };
    let said: Vec<(&File<'_>, &Object<'_>)> =
        files.iter().flat_map(|file| file.objects.iter().map(move |at| (file, at))).collect();
    let citable: Vec<_> = said.iter().filter(|(_, at)| is_in(at, &["guides", "remarks"])).collect();
    let unsourced = citable.iter().filter(|(_, at)| !at.keys.contains_key("source"));
    let documents: Vec<_> = said.iter().filter(|(_, at)| is_in(at, &["cited"])).collect();
    let names = |cited: &Cited<'_>, at: &Object<'_>| cited.source.get("document") == at.keys.get("id");
    let uncited = documents.iter().filter(|(_, at)| !cited.iter().any(|cited| names(cited, at)));
    let told = |(file, at): &&&(&File<'_>, &Object<'_>)| Missing {
        place: place(file.name, &at.place),
        words: words(rules, at.keys).unwrap_or_default(),
        detail: String::new(),
    };
    vec![
        read_as(Gap::Inferred, Reading::Inferred),
        read_as(Gap::Unstated, Reading::Unstated),
        Subject { gap: Gap::Unsourced, of: citable.len(), missing: unsourced.map(|one| told(&one)).collect() },
        Subject { gap: Gap::Uncited, of: documents.len(), missing: uncited.map(|one| told(&one)).collect() },
    ]
}

/// Whether an object is a member of one of these lists.
fn is_in(at: &Object<'_>, lists: &[&str]) -> bool {
    at.keys.contains_key("id") && at.place.rsplit('.').nth(1).is_some_and(|list| lists.contains(&list))
}

/// The sources of one object: `source`, `channel_source`, whatever names a document.
fn of<'a>(file: &File<'_>, at: &Object<'a>) -> Vec<Cited<'a>> {
    let sources = at.keys.iter().filter_map(|(key, value)| Some((key, value.as_object()?)));
    let sources = sources.filter(|(_, source)| source.get("document").is_some_and(Value::is_string));
    let cited = |(key, source): (&'a String, &'a Map<String, Value>)| Cited {
        place: place(file.name, &joined(&at.place, key)),
        of: at.keys,
        key,
        source,
    };
    sources.map(cited).collect()
}

/// How surely a source is read.
fn read_in(source: &Map<String, Value>) -> Reading {
    match source.get("reading").and_then(Value::as_str) {
        Some("inferred") => Reading::Inferred,
        Some("unstated") => Reading::Unstated,
        _ => Reading::Stated,
    }
}

fn missing(rules: &Rules, cited: &Cited<'_>) -> Missing {
    let word = |key: &str| cited.source.get(key).and_then(Value::as_str).unwrap_or_default();
    let document = rules.programme.cited.iter().chain(&rules.notice.cited).find(|one| one.id == word("document"));
    let page = cited.source.get("page").map(ToString::to_string).unwrap_or_default();
    let section = quoted(word("section"));
    // `channel_source` is that of `channel`.
    let named = cited.key.strip_suffix("_source").and_then(|key| said(cited.of.get(key)?));
    Missing {
        place: cited.place.clone(),
        words: named.or_else(|| words(rules, cited.of)).unwrap_or_else(|| section.clone()),
        detail: format!("{}, {section}, pagina {page}", document.map_or("", |document| document.name.it.as_str())),
    }
}

/// What an object of the rules says, in a few words: its label or sentence, its value, the names of its supports.
fn words(rules: &Rules, keys: &Map<String, Value>) -> Option<String> {
    let word = |key: &str| keys.get(key).and_then(Value::as_str);
    let names = |key: &str| {
        let ids = keys.get(key)?.as_array()?.iter().filter_map(Value::as_str);
        Some(listed(&ids.map(|id| support_name(rules, id)).collect::<Vec<_>>(), "e"))
    };
    let text = ["label", "title", "text", "name"].into_iter().find_map(|key| said(keys.get(key)?));
    let number = || word("number").or(word("id")).filter(|id| rules.number(id).is_some()).map(|id| value(rules, id));
    text.or_else(|| word("it").map(Into::into))
        .or_else(|| word("reason").filter(|_| !keys.contains_key("between")).map(|id| reason(rules, id)))
        .or_else(number)
        .or_else(|| Some(format!("{} con {}", names("between")?, names("and")?)))
        .or_else(|| word("of").map(|id| support_name(rules, id)))
}

/// A text in Italian, as to anyone.
fn said(text: &Value) -> Option<String> {
    Some(Voice::default().said(text.get(Tongue::Italian.key())?.as_str()?))
}
