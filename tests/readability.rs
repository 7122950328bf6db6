//! How easy the texts are to read, by the Gulpease index.

mod common;

use common::{json_files, text};
use dopo_di_noi::programme::Tongue;
use dopo_di_noi::text::readability::{FOR_MOST, counts, easy, gulpease, voices};
use dopo_di_noi::text::review::objects;
use serde_json::Value;

/// A text in one reading: where it stands and what it says.
struct Read {
    place: String,
    said: String,
}

/// The texts of programmes and notices and the product's own words, said to everybody that they can speak to.
fn published(reading: &str) -> Vec<Read> {
    let tongue = Tongue::of_key(reading);
    let (mut written, mut found) = (0, Vec::new());
    let data = ["public/programmes", "public/notices", "tests/programmes", "tests/notices"];
    for folder in data.into_iter().chain(["src/text/words", "src/element", "src/guard", "src/offline"]) {
        for path in json_files(folder) {
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let file: Value = serde_json::from_str(&text(&format!("{folder}/{name}.json"))).unwrap();
            for object in objects(&file, &name) {
                let Some(words) = object.reading(tongue) else { continue };
                written += 1;
                let place = &object.place;
                found.extend(voices(words, tongue).into_iter().map(|said| Read { place: place.clone(), said }));
            }
        }
    }
    assert!(written > 700, "only {written} texts were found");
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
        (read.place.contains(".questions.") || read.place.starts_with("fault.")).then_some(FOR_MOST)
    });
    assert!(hard.is_empty(), "{} are too hard:\n{}", hard.len(), hard.join("\n"));
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
