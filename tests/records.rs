//! What lies in people's browsers goes on opening: one stored record of each form that there ever was.

use std::fs;

use dopo_di_noi::application::{Aside, RECORD_VERSION, Record, RecordFault};
use serde_json::{Value, json};

fn stored(version: u64) -> String {
    fs::read_to_string(format!("tests/records/{version}.json")).unwrap()
}

#[test]
fn every_form_there_ever_was_opens_as_the_newest() {
    let newest = Record::read(&stored(RECORD_VERSION)).unwrap();
    for version in 1..=RECORD_VERSION {
        assert_eq!(Record::read(&stored(version)).as_ref(), Ok(&newest), "version {version}");
    }
    // Letter by letter, understood or not.
    assert_eq!(newest.typed.raw("monthly_rent"), Some("550,"));
    assert_eq!(newest.typed.raw("isee_known"), Some(""));
    assert_eq!(newest.documents.keys().collect::<Vec<_>>(), ["identity_document", "isee"]);
    assert_eq!(newest.aside[0].place, Aside::Option(1));
    assert_eq!(Record::read(&newest.write()), Ok(newest));
}

#[test]
fn the_newest_example_is_what_is_written_now() {
    let written: Value = serde_json::from_str(&Record::read(&stored(RECORD_VERSION)).unwrap().write()).unwrap();
    let example: Value = serde_json::from_str(&stored(RECORD_VERSION)).unwrap();
    for (key, value) in example.as_object().unwrap() {
        assert_eq!(&written[key], value, "{key}");
    }
    assert_eq!(written.as_object().unwrap().len(), example.as_object().unwrap().len(), "keys");
}

#[test]
fn what_is_newer_damaged_or_none_is_refused_whole() {
    let mut value: Value = serde_json::from_str(&stored(RECORD_VERSION)).unwrap();
    value["version"] = (RECORD_VERSION + 1).into();
    assert_eq!(Record::read(&value.to_string()), Err(RecordFault::Newer { found: RECORD_VERSION + 1 }));
    for none in ["", "{", "[]", "{}", "7", r#"{"version": 1}"#, r#"{"version": 0, "typed": {}}"#, r#"{"typed": {}}"#] {
        assert_eq!(Record::read(none), Err(RecordFault::NotOurs), "{none}");
    }
    for (key, wrong) in [
        ("typed", json!({"monthly_rent": 550})),
        ("personal", json!({"beneficiary": {"shoe_size": "42"}})),
        ("documents", json!({"isee": "ieri"})),
        ("aside", json!([{"place": "elsewhere", "key": "x", "raw": ""}])),
        ("reviewed", json!("yes")),
    ] {
        value["version"] = RECORD_VERSION.into();
        let right = std::mem::replace(&mut value[key], wrong);
        match Record::read(&value.to_string()) {
            Err(RecordFault::Damaged(what)) => assert!(what.starts_with(key), "{key}: {what}"),
            other => panic!("{key}: {other:?}"),
        }
        value[key] = right;
    }
    // A version 1 that is damaged is no panic either.
    for ticked in [json!(7), json!([1, null]), json!({"a": []}), Value::Null] {
        let old = json!({"version": 1, "typed": {}, "ticked": ticked});
        assert!(Record::read(&old.to_string()).unwrap().documents.is_empty());
    }
}
