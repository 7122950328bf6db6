//! The shape of the house: who may use whom, and that no programme is known to the engine.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{file, json_files, rules};
use serde_json::Value;

/// The rooms from the street to the cellar: each may use those after it.
const ROOMS: [&[&str]; 9] = [
    &["bin", "main.rs"],
    &["ui"],
    &["browser", "pdf", "pdf_reading"],
    &["text"],
    &["application"],
    &["assess"],
    &["answers"],
    &["programme"],
    &["money.rs", "date.rs"],
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            files.push(path);
        }
    }
    files
}

/// Every source file with its path below `src/` and its text.
fn house() -> Vec<(String, String)> {
    let root = file("src");
    let named = |path: &PathBuf| path.strip_prefix(&root).unwrap().to_string_lossy().into_owned();
    let files: Vec<_> = sources(&root).iter().map(|path| (named(path), fs::read_to_string(path).unwrap())).collect();
    assert!(files.len() > 40, "only {} files were found", files.len());
    files
}

/// The floor of a room, by the first part of a path.
fn floor(room: &str) -> Option<usize> {
    let is = |name: &str| name.trim_end_matches(".rs") == room.trim_end_matches(".rs");
    ROOMS.iter().position(|rooms| rooms.iter().any(|name| is(name)))
}

#[test]
fn rooms_use_only_those_below_them() {
    for (path, text) in house().iter().filter(|(path, _)| path != "lib.rs") {
        let own = path.split('/').next().unwrap();
        let own_floor = floor(own).unwrap_or_else(|| panic!("{path} stands in no room"));
        for used in text.split("crate::").skip(1).chain(text.split("dopo_di_noi::").skip(1)) {
            let room: String = used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
            let Some(used_floor) = floor(&room) else { continue };
            let same = own.trim_end_matches(".rs") == room;
            assert!(same || used_floor > own_floor, "{path} uses {room}, which is not below it");
        }
    }
}

#[test]
fn only_browser_and_ui_know_that_a_browser_exists() {
    let street = |path: &str| {
        [
            "ui/",
            "browser/",
            "bin/application_pdf.rs",
            "bin/pdf_reading.rs",
            "bin/whole.rs",
            "bin/editor.rs",
            "main.rs",
            "lib.rs",
        ]
        .iter()
        .any(|room| path.starts_with(room))
    };
    for (path, text) in house().iter().filter(|(path, _)| !street(path)) {
        for word in ["web_sys", "js_sys", "leptos::", "wasm_bindgen"] {
            assert!(!text.contains(word), "{path} knows {word}");
        }
    }
}

#[test]
fn no_float_comes_near_an_amount() {
    let figures = |path: &str| !["ui/", "browser/", "pdf/", "pdf_reading/"].iter().any(|room| path.starts_with(room));
    for (path, text) in house().iter().filter(|(path, _)| figures(path)) {
        let words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        assert!(words.into_iter().all(|word| word != "f32" && word != "f64"), "{path} has a float");
    }
}

#[test]
fn the_engine_knows_no_programme() {
    let mut names: Vec<String> = Vec::new();
    for folder in ["public/programmes", "public/notices"] {
        for path in json_files(folder) {
            let value: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            names.push(value["id"].as_str().unwrap().into());
            for list in ["supports", "requirements", "priorities", "documents", "numbers"] {
                names.extend(
                    value[list].as_array().into_iter().flatten().map(|row| row["id"].as_str().unwrap().to_owned()),
                );
            }
            names.extend(
                value["municipalities"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|row| row["name"].as_str().unwrap().to_owned()),
            );
            names.extend(
                value["municipalities"]
                    .as_array()
                    .into_iter()
                    .flatten()
                    .map(|row| row["code"].as_str().unwrap().to_owned()),
            );
            names.extend(
                value["numbers"].as_array().into_iter().flatten().filter(|row| row["kind"] == "ceiling").flat_map(
                    |row| {
                        let value = row["value"].as_str().unwrap();
                        [value.to_owned(), value.trim_end_matches(".00").to_owned()]
                    },
                ),
            );
        }
    }
    // Too short or too common to tell anything.
    names.retain(|name| name.len() > 3 && !["residence", "1200", "1200.00", "500.00", "C139"].contains(&name.as_str()));
    assert!(names.len() > 100);
    for (path, text) in house() {
        let code: String = text
            .split("#[cfg(test)]")
            .next()
            .unwrap()
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect();
        for name in &names {
            assert!(
                !code.contains(&format!("\"{name}\"")) && !code.contains(&format!("{name}.00")),
                "{path} names {name}"
            );
        }
    }
    assert_eq!(rules("medio-olona-2024").notice.id, "medio-olona-2024");
}
