//! What the tests checked, kept for the note on conformity that `tools/access-note.mjs` makes.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};
use std::{fs, thread};

use serde_json::{Value, json};

/// What each test has kept so far.
static KEPT: Mutex<BTreeMap<String, Vec<Value>>> = Mutex::new(BTreeMap::new());

/// Keeps something that a test checked, in a file of the test's own, so that a test run again replaces what it said.
pub fn keep(checked: Value) {
    let test = thread::current().name().unwrap_or("main").replace("::", "-");
    // A test that failed while it wrote is told elsewhere.
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    let lines = kept.entry(test.clone()).or_default();
    lines.push(checked);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("access");
    fs::create_dir_all(&folder).unwrap();
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(folder.join(format!("{test}.json")), text).unwrap();
}

/// Keeps that something held at every step it was tried at. The note has a sentence for each such word.
pub fn held(what: &str) {
    keep(json!({"held": what}));
}
