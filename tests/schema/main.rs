//! The published JSON Schemas say what the reader says: what one refuses as misshapen, the other refuses too.
#![cfg(feature = "command")]

mod both;
#[path = "../common/mod.rs"]
mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use both::{Schema, given, places, subjects};
use common::{file, json_files, rules};
use dopo_di_noi::answers;
use serde_json::{Value, json};

const PROGRAMME: &str = "public/programmes/dopo-di-noi-lombardia-2024.json";
const NOTICE: &str = "public/notices/medio-olona-2024.json";
const SECOND_NOTICE: &str = "tests/notices/valle-inventata-2026.json";

/// The object around a pointer's end, and its key there; nothing for members of lists.
fn parent(pointer: &str) -> Option<(&str, &str)> {
    let (above, key) = pointer.rsplit_once('/')?;
    key.parse::<usize>().is_err().then_some((above, key))
}

#[test]
fn what_is_published_and_what_tests_use_is_accepted_by_both() {
    for subject in subjects() {
        let mut named = subject.value.clone();
        named["$schema"] = "../schema/notice.json".into();
        for file in [&subject.value, &named] {
            assert_eq!(subject.schema.accepts(file), Ok(()), "{}", subject.name);
            assert_eq!((subject.faults)(file), [], "{}", subject.name);
        }
    }
}

#[test]
fn a_key_that_is_missing_is_refused_by_both_or_by_neither() {
    let (subjects, mut refused) = (subjects(), 0);
    for (subject, pointer) in places(&subjects) {
        let Some((above, key)) = parent(&pointer) else { continue };
        let mut without = subject.value.clone();
        without.pointer_mut(above).unwrap().as_object_mut().unwrap().remove(key);
        let faults = (subject.faults)(&without);
        let missing = faults.iter().any(|fault| fault.what.contains(&format!("manca la chiave \"{key}\"")));
        match subject.schema.accepts(&without) {
            // Ids that lead nowhere any more are no matter of shape.
            Ok(()) => assert!(!missing, "{}{pointer}: only the reader misses it", subject.name),
            Err(why) => assert!(!faults.is_empty(), "{}{pointer}: only the schema misses it: {why}", subject.name),
        }
        refused += usize::from(missing);
    }
    assert!(refused > 120, "only {refused} keys are required");
}

#[test]
fn a_key_that_is_misspelt_is_refused_by_both() {
    let (subjects, mut tried) = (subjects(), 0);
    for (subject, pointer) in places(&subjects) {
        let Some((above, key)) = parent(&pointer) else { continue };
        let mut misspelt = subject.value.clone();
        let object = misspelt.pointer_mut(above).unwrap().as_object_mut().unwrap();
        let inner = object.remove(key).unwrap();
        object.insert(format!("{key}x"), inner);
        subject.both_refuse(&misspelt, &format!("{}{pointer}x", subject.name));
        tried += 1;
    }
    assert!(tried > 200, "only {tried} keys were tried");
}

/// The keys whose value a schema lists, here and below, with the words that it lists.
fn listed(schema: &Value, key: &str, found: &mut BTreeMap<String, Vec<Value>>) {
    match schema {
        Value::Object(keys) => {
            if let Some(words) = keys.get("enum").and_then(Value::as_array) {
                found.entry(key.into()).or_default().extend(words.iter().cloned());
            }
            keys.iter().for_each(|(inner, schema)| listed(schema, inner, found));
        }
        Value::Array(items) => items.iter().for_each(|schema| listed(schema, key, found)),
        _ => {}
    }
}

#[test]
fn a_word_outside_of_a_vocabulary_is_refused_by_both() {
    let mut words = BTreeMap::new();
    ["programme", "notice"].iter().for_each(|of| listed(&given(of), "", &mut words));
    let (subjects, mut tried) = (subjects(), BTreeSet::new());
    for (subject, pointer) in places(&subjects) {
        // Members of lists are called by the list: "roles" holds each a "role".
        let list = || pointer.rsplit('/').nth(1).unwrap_or_default().trim_end_matches('s');
        let name = parent(&pointer).map_or_else(list, |(_, key)| key);
        let is_one = |words: &Vec<Value>| words.contains(subject.value.pointer(&pointer).unwrap());
        if words.get(name).is_some_and(is_one) {
            [json!("unheard_of"), json!(1), json!("")].into_iter().for_each(|other| subject.refused(&pointer, other));
            tried.insert(name.to_owned());
        }
    }
    assert_eq!(tried, words.into_keys().collect(), "some were never tried");
    assert!(tried.len() >= 11, "{tried:?}");
}

#[test]
fn a_value_of_the_wrong_kind_is_refused_by_both() {
    let (subjects, mut tried) = (subjects(), 0);
    for (subject, pointer) in places(&subjects) {
        let other = if subject.value.pointer(&pointer).unwrap().is_string() { json!(7) } else { json!("other") };
        subject.refused(&pointer, other);
        tried += 1;
    }
    assert!(tried > 220, "only {tried} values were tried");
}

#[test]
fn what_is_badly_written_is_refused_by_both() {
    let all = subjects();
    let named = |path: &str| all.iter().find(|one| one.name.ends_with(path)).unwrap();
    let (programme, notice, second) = (named(PROGRAMME), named(NOTICE), named(SECOND_NOTICE));
    for (subject, pointer, spoilt) in [
        (programme, "/version", json!("oggi")),
        (programme, "/version", json!("2026-13-01")),
        (programme, "/title/it", json!("  ")),
        (programme, "/title/en", json!("[one|two")),
        (programme, "/summary/facile", json!("[a|b|c]")),
        (programme, "/numbers/0/value", json!("18,5")),
        (programme, "/numbers/0/value", json!("018")),
        (programme, "/numbers/0/id", json!("Adulti")),
        (programme, "/numbers/0/source/page", json!(0)),
        (programme, "/numbers/0/source/page", json!(70000)),
        (programme, "/questions/0/choices", json!([])),
        (programme, "/questions/1/at_most", json!(10000)),
        (programme, "/questions/1/at_least", json!(-1)),
        (programme, "/requirements/0/when", json!({})),
        (programme, "/requirements/0/when", json!({"all": []})),
        (programme, "/requirements/0/when", json!({"wants": "respite_stay", "all": []})),
        (programme, "/requirements/0/when", json!({"age_between": {"question": "birth_date"}})),
        (programme, "/supports/0/amount", json!({})),
        (programme, "/comparison/options", json!([])),
        (programme, "/applying/by/0/roles", json!(["aunt"])),
        (notice, "/municipalities", json!([])),
        (notice, "/municipalities/0/code", json!("c139")),
        (notice, "/resources/amount", json!("1.234,00")),
        (notice, "/resources/amount", json!("-1")),
        (notice, "/window/kind", json!("deadline")),
        (second, "/window/until", json!("15/12/2026")),
        (second, "/official_form/file", json!("../modulo.pdf")),
        (second, "/official_form/file", json!("https://example.org/modulo.pdf")),
        (second, "/official_form/fields/0/write", json!("beneficiary.kinship")),
        (second, "/official_form/fields/0/write", json!("submitter.shoe_size")),
        (second, "/official_form/fields/0", json!({"field": "uno", "write": "day", "role": "body"})),
    ] {
        let mut file = subject.value.clone();
        let (above, key) = pointer.rsplit_once('/').unwrap();
        match file.pointer_mut(above).unwrap() {
            Value::Object(keys) => drop(keys.insert(key.into(), spoilt.clone())),
            list => list[key.parse::<usize>().unwrap()] = spoilt.clone(),
        }
        subject.both_refuse(&file, &format!("{pointer}: {spoilt}"));
    }
}

#[test]
fn answers_that_are_read_are_accepted() {
    let (schema, mut accepted) = (Schema::of("answers"), 0);
    for folder in fs::read_dir(file("tests/cases")).unwrap() {
        let notice = folder.unwrap().file_name().into_string().unwrap();
        let rules = rules(&notice);
        for path in json_files(&format!("tests/cases/{notice}")) {
            let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            if answers::read(&rules, &case["answers"].to_string()).is_ok() {
                assert_eq!(schema.accepts(&case["answers"]), Ok(()), "{}", path.display());
                accepted += 1;
            }
        }
    }
    assert!(accepted > 180, "only {accepted}");
    let whole = json!({"as_of": "2026-11-21", "application": {}, "schema_version": 1, "notice": "x", "notice_version": "y",
        "wanted": ["rent"], "residents": 3, "monthly_rent": "400.50"});
    assert_eq!(schema.accepts(&whole), Ok(()));
    for (key, bad) in [
        ("monthly_rent", json!(400.5)),
        ("residents", json!(-1)),
        ("wanted", json!(["rent", "rent"])),
        ("lives_in", json!(null)),
        ("as_of", json!("21/11/2026")),
        ("as_of", json!(null)),
        ("notice", json!(["x"])),
        ("Canone", json!("400.50")),
    ] {
        let mut answers = whole.clone();
        answers[key] = bad;
        assert!(schema.accepts(&answers).is_err(), "{key}");
    }
    assert!(schema.accepts(&json!({"residents": 3})).is_err());
}

#[test]
fn every_key_is_described_and_every_definition_used() {
    for of in ["programme", "notice", "answers"] {
        let schema = given(of);
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        let written = schema.to_string();
        assert!(!written.contains("programme.json"), "{of} needs another file");
        for name in schema["$defs"].as_object().unwrap().keys() {
            assert!(written.contains(&format!("\"#/$defs/{name}\"")), "{of}: nothing uses {name}");
        }
        described(&schema, of);
    }
}

/// That each object of a schema is closed, and each key described.
fn described(schema: &Value, at: &str) {
    let Some(keys) = schema.as_object() else { return };
    if let Some(properties) = keys.get("properties").filter(|_| keys.contains_key("type")) {
        assert!(keys.contains_key("additionalProperties"), "{at} takes any key");
        for (key, property) in properties.as_object().unwrap() {
            assert!(
                property["description"].as_str().is_some_and(|words| words.len() > 5),
                "{at}.{key} is not described"
            );
        }
    }
    keys.iter().for_each(|(key, inner)| described(inner, &format!("{at}.{key}")));
}
