//! What several suites share: the published rules, and how a worked case is compared with an assessment.
#![allow(dead_code, reason = "each suite uses a part")]

pub mod generate;
pub mod page;

use std::fs;
use std::path::{Path, PathBuf};

use dopo_di_noi::answers::{self, Answers};
use dopo_di_noi::programme::{self, Rules, Voice};
use serde_json::{Map, Value};

/// A file of the project.
pub fn file(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of the project.
pub fn text(path: &str) -> String {
    fs::read_to_string(file(path)).unwrap_or_else(|why| panic!("{path}: {why}"))
}

/// The JSON files of a folder of the project, by name.
pub fn json_files(folder: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(file(folder))
        .unwrap_or_else(|why| panic!("{folder}: {why}"))
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    files
}

/// The text of a published notice, or of one made up for the tests.
fn notice_text(notice: &str) -> String {
    published_or_made_up("notices", notice)
}

/// The text of a published programme, or of one made up for the tests.
fn programme_text(programme: &str) -> String {
    published_or_made_up("programmes", programme)
}

fn published_or_made_up(folder: &str, id: &str) -> String {
    let published = format!("public/{folder}/{id}.json");
    let made_up = format!("tests/{folder}/{id}.json");
    text(if file(&published).exists() { &published } else { &made_up })
}

/// The rules of a notice in one voice, as the page reads them.
pub fn rules_in(notice: &str, voice: Voice) -> Rules {
    let notice = programme::notice_in(notice, &notice_text(notice), Some(voice)).unwrap();
    let whole = programme_text(&notice.extends);
    let published = programme::publish(&notice.extends, &whole, voice.tongue).unwrap();
    let programme = programme::published(&notice.extends, &published, voice).unwrap();
    programme::rules(&notice.id.clone(), programme, notice).unwrap()
}

/// The answers of every worked case of a notice that is assessed, with its name.
pub fn cases(rules: &Rules) -> Vec<(String, Answers)> {
    let read = |path: &PathBuf| {
        let case: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        let answers = answers::read(rules, &case["answers"].to_string()).ok()?;
        Some((case["name"].as_str().unwrap().to_owned(), answers))
    };
    json_files(&format!("tests/cases/{}", rules.notice.id)).iter().filter_map(read).collect()
}

/// The rules of a published notice, or of one made up for the tests.
pub fn rules(notice: &str) -> Rules {
    let notice = programme::notice(notice, &notice_text(notice)).unwrap();
    let programme = programme::programme(&notice.extends, &programme_text(&notice.extends));
    programme::rules(&notice.id.clone(), programme.unwrap(), notice).unwrap()
}

/// An assessment with its rows by id, as worked cases name them.
pub fn keyed(mut assessment: Value) -> Value {
    for list in ["requirements", "priorities", "supports", "documents"] {
        assessment[list] = by(&assessment[list], "id", Clone::clone);
    }
    let lines = |year: &Value| by(&year["lines"], "support", |line| line["amount"].clone());
    assessment["timeline"] = by(&assessment["timeline"], "year", lines);
    assessment
}

fn by(rows: &Value, key: &str, value: impl Fn(&Value) -> Value) -> Value {
    let name = |row: &Value| row[key].as_str().map_or_else(|| row[key].to_string(), Into::into);
    let rows = rows.as_array().unwrap_or_else(|| panic!("{rows} is no list"));
    Value::Object(rows.iter().map(|row| (name(row), value(row))).collect::<Map<_, _>>())
}

/// Where `actual` is not what `expected` says, if anywhere. `$in`, `$not`, `$has` and `$some` stand for one of a list,
/// anything else, a list with these members, and at least one row.
pub fn difference(path: &str, expected: &Value, actual: &Value) -> Option<String> {
    let differs = || Some(format!("{path}: expected {expected}, got {actual}"));
    let Value::Object(expected_keys) = expected else {
        return if expected == actual { None } else { differs() };
    };
    for (key, value) in expected_keys {
        let here = format!("{path}.{key}");
        let fault = match key.as_str() {
            "$in" if value.as_array().unwrap().contains(actual) => None,
            "$not" if value != actual => None,
            "$has"
                if value
                    .as_array()
                    .unwrap()
                    .iter()
                    .all(|one| actual.as_array().is_some_and(|all| all.contains(one))) =>
            {
                None
            }
            "$some" if rows(actual).any(|row| difference(&here, value, row).is_none()) => None,
            name if name.starts_with('$') => differs(),
            _ => difference(&here, value, actual.get(key).unwrap_or(&Value::Null)),
        };
        if fault.is_some() {
            return fault;
        }
    }
    None
}

fn rows(value: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match value {
        Value::Object(rows) => Box::new(rows.values()),
        Value::Array(rows) => Box::new(rows.iter()),
        _ => Box::new(std::iter::empty()),
    }
}
