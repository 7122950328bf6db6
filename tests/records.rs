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
    assert_eq!(newest.documents, [("identity_document".to_owned(), None), ("isee".to_owned(), None)]);
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
    value["version"] = RECORD_VERSION.into();
    for (at, wrong, says) in [
        ("/typed", json!({"monthly_rent": 550}), "typed"),
        ("/reviewed", json!("yes"), "reviewed"),
        ("/notice", Value::Null, "notice"),
        ("/later", json!(7), "application"),
        ("/later/personal", json!({"beneficiary": {"shoe_size": "42"}}), "application.beneficiary"),
        ("/later/documents", json!({"isee": "ieri"}), "documents"),
        ("/later/aside", json!([{"place": "elsewhere", "key": "x", "raw": ""}]), "aside"),
        ("/later/aside", json!([{"place": "option", "key": "x", "raw": ""}]), "aside"),
    ] {
        let right = std::mem::replace(value.pointer_mut(at).unwrap(), wrong);
        match Record::read(&value.to_string()) {
            Err(RecordFault::Damaged(what)) => assert!(what.starts_with(says), "{at}: {what}"),
            other => panic!("{at}: {other:?}"),
        }
        *value.pointer_mut(at).unwrap() = right;
    }
    // A version 1 that is damaged is refused or read, and never a panic.
    let mut old: Value = serde_json::from_str(&stored(1)).unwrap();
    for ticked in [json!(7), json!([1, null]), json!({"a": []}), Value::Null] {
        old["later"]["ticked"] = ticked;
        assert!(Record::read(&old.to_string()).unwrap().documents.is_empty());
    }
    old["later"] = json!(7);
    assert!(Record::read(&old.to_string()).is_err());
}
