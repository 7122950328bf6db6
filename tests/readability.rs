//! How easy the texts are to read, by the Gulpease index.

mod common;

use common::gulpease::{counts, easy, gulpease};
use common::{json_files, text};
use dopo_di_noi::programme::{About, Tongue, Voice};
use serde_json::Value;

/// A text in one reading: where it stands and what it says.
struct Read {
    place: String,
    said: String,
}

/// All texts of a value that has a reading, under their keys.
fn texts(value: &Value, place: &str, reading: &str, found: &mut Vec<Read>) {
    match value {
        Value::Object(keys) if keys.contains_key("facile") => {
            if let Some(said) = keys.get(reading).and_then(Value::as_str) {
                found.push(Read { place: place.to_owned(), said: said.to_owned() });
            }
        }
        Value::Object(keys) => {
            keys.iter().for_each(|(key, value)| texts(value, &format!("{place}.{key}"), reading, found))
        }
        Value::Array(items) => items.iter().enumerate().for_each(|(at, item)| {
            let name = item.get("id").and_then(Value::as_str).map_or_else(|| at.to_string(), Into::into);
            texts(item, &format!("{place}.{name}"), reading, found);
        }),
        _ => {}
    }
}

/// Who fills in, as a text can speak to them.
const ABOUTS: [About; 5] = [About::Anyone, About::Oneself, About::Relative, About::Assisted, About::Client];

/// What stands in the places of the product's own words while they are judged.
const TYPICAL: [(&str, &str); 24] = [
    ("amount", "500,00 €"),
    ("limit", "500,00 €"),
    ("granted", "500,00 €"),
    ("left", "500,00 €"),
    ("before", "536,00 €"),
    ("each", "500,00 €"),
    ("programme", "900,00 €"),
    ("most", "900,00 €"),
    ("far", "100,00 €"),
    ("resources", "400,00 €"),
    ("needed", "300,00 €"),
    ("share", "il 70%"),
    ("unit", "al mese, per la casa"),
    ("costs", "costo dei lavori"),
    ("name", "Affitto"),
    ("support", "Affitto"),
    ("section", "La casa"),
    ("day", "12/03/1990"),
    ("place", "Nome"),
    ("town", "Marnate"),
    ("document", "Avviso"),
    ("notice", "casa-2026"),
    ("state", "Sembra valere"),
    ("sign", "a"),
];

/// Where texts stand: what is published, what was made up for the tests, and the product's own words.
const FOLDERS: [&str; 8] = [
    "public/programmes",
    "public/notices",
    "tests/programmes",
    "tests/notices",
    "src/text/words",
    "src/element",
    "src/guard",
    "src/offline",
];

/// The texts of programmes and notices and the product's own words, said to everybody that they can speak to.
fn published(reading: &str) -> Vec<Read> {
    let mut written = Vec::new();
    for folder in FOLDERS {
        for path in json_files(folder) {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let file: Value = serde_json::from_str(&text(&format!("{folder}/{name}.json"))).unwrap();
            texts(&file, &name, reading, &mut written);
        }
    }
    assert!(written.len() > 700, "only {} texts were found", written.len());
    let mut found: Vec<Read> = Vec::new();
    for Read { place, said } in written {
        for about in ABOUTS {
            let said = Voice { tongue: Tongue::of_key(reading), about }.said(&said);
            let said = TYPICAL.iter().fold(said, |said, (at, value)| said.replace(&format!("{{{at}}}"), value));
            if found.last().is_none_or(|last| last.place != place || last.said != said) {
                found.push(Read { place: place.clone(), said });
            }
        }
    }
    found
}

/// Those below what `least` asks of a text with so many sentences, the hardest first; prints the ten hardest.
fn too_hard(reading: &str, least: fn(&Read, i64) -> Option<i64>) -> Vec<String> {
    let mut judged: Vec<(i64, bool, Read)> = published(reading)
        .into_iter()
        .filter_map(|read| {
            let (_, words, sentences) = counts(&read.said);
            let least = least(&read, sentences).filter(|_| words > 0)?;
            let index = gulpease(&read.said);
            Some((index, index < least, read))
        })
        .collect();
    judged.sort_by_key(|(index, _, _)| *index);
    println!("{reading}: the hardest of {}", judged.len());
    judged.iter().take(10).for_each(|(index, _, read)| println!("  {index} {}: {}", read.place, read.said));
    let hard = judged.into_iter().filter(|(_, hard, _)| *hard);
    hard.map(|(index, _, read)| format!("{index} {}: {}", read.place, read.said)).collect()
}

#[test]
fn every_easy_text_is_easy() {
    let hard = too_hard("facile", |_, sentences| Some(easy(sentences)));
    assert!(hard.is_empty(), "{} are too hard:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn every_question_its_help_and_every_fault_can_be_read_by_most() {
    let hard = too_hard("it", |read, _| {
        (read.place.contains(".questions.") || read.place.starts_with("fault.")).then_some(60)
    });
    assert!(hard.is_empty(), "{} are too hard:\n{}", hard.len(), hard.join("\n"));
}

#[test]
fn the_index_is_that_of_its_authors() {
    assert_eq!(counts("Il gatto dorme. L'altro no?"), (20, 6, 2));
    assert_eq!(gulpease("Il gatto dorme. L'altro no?"), 89 + (600 - 200) / 6);
}

#[test]
fn every_text_can_be_said_to_everybody() {
    for (reading, _) in Tongue::ALL {
        for read in published(reading) {
            assert!(!read.said.contains(['[', ']', '|']), "{}: {}", read.place, read.said);
            assert!(!read.said.to_lowercase().contains("person}"), "{}: {}", read.place, read.said);
            for twice in [" di di ", " di a ", " a di ", " of of "] {
                assert!(!read.said.contains(twice), "{}: {}", read.place, read.said);
            }
        }
    }
}
