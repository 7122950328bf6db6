//! All cases as one file, and the way back. Nothing that is there is ever written over.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::super::super::parts::html::{Node, changing, changing_words, el, p, section, text, view_node};
use super::super::super::parts::{breath, button};
use super::super::super::session::Session;
use super::super::keep::not_kept;
use super::super::keeping::row_name;
use super::super::parts::small_form::Line;
use super::super::parts::{Typed, file_picker, picked_text, small_form, typed_line};
use crate::application::{Archive, CASES, Case, Row, StoredCase, StoredFault};
use crate::browser::picked::Picked;
use crate::browser::storage::NotKept;
use crate::browser::vault::{self, Key};
use crate::browser::{download, storage};
use crate::text::words::cases as said;

/// What the file is called, and what its text is sealed as.
const FILE: &str = "casi.json";
const SEALED_AS: &str = "cases";

/// The two ways. `changed` is called once there are other cases.
pub fn files(session: Session, key: Key, changed: impl Fn() + Copy + Send + Sync + 'static) -> Node {
    let problem = RwSignal::new(String::new());
    let save = {
        let key = key.clone();
        button(&session.say(said::FILE_SAVE), move || {
            let key = key.clone();
            session.spawn(async move {
                if let Some(file) = written(&key).await {
                    download::save(FILE, "application/json", &js_sys::Uint8Array::from(file.as_bytes()));
                }
            });
        })
    };
    let (coming, taken) = (RwSignal::new(None::<Archive>), RwSignal::new(String::new()));
    let pick = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else { return };
        session.spawn(async move {
            let read = picked_text(session.voice(), file).await.and_then(|text| {
                Archive::read(&text).map_err(|why| {
                    session.say(match why {
                        StoredFault::Newer => said::NEWER,
                        StoredFault::Damaged => said::FILE_NOT_OURS,
                    })
                })
            });
            // The person may have left the page meanwhile.
            problem.try_set(read.as_ref().err().cloned().unwrap_or_default());
            coming.try_set(read.ok());
            taken.try_set(String::new());
        });
    };
    let key = StoredValue::new_local(key);
    let asked =
        move || coming.get().map(|file| take(session, key.get_value(), file, coming, taken, changed).into_view());
    let problem = changing(move || {
        problem
            .with(|problem| (!problem.is_empty()).then(|| text("p", "alert alert-danger", problem)))
            .into_iter()
            .collect()
    });
    let taken = changing_words(move || taken.get());
    section(
        "cases-file",
        &session.say(said::FILE_TITLE),
        vec![
            p(&session.say(said::FILE_LEAD)),
            el("p", "buttons", vec![save]),
            file_picker(&session.say(said::FILE_PICK), false, pick),
            view_node(view! { <div role="status">{problem.into_view()}<p>{taken}</p></div>{asked} }),
        ],
    )
}

/// All cases, sealed with the key of this device.
async fn written(key: &Key) -> Option<String> {
    let stored: Vec<(String, StoredCase)> = storage::names(CASES)
        .into_iter()
        .filter_map(|name| Some((name.clone(), StoredCase::read(&storage::read(&name)?).ok()?)))
        .collect();
    let bodies: Vec<_> = stored.iter().map(|(name, case)| (name.clone(), case.body.clone())).collect();
    let opened = key.open_all(&bodies).await;
    let cases = stored.iter().zip(opened).filter_map(|((name, case), text)| {
        let written = Case::read(&text.ok()?)?.written();
        Some(json!({ "name": name, "notice": case.notice, "changed": case.changed, "case": written }))
    });
    let cases = Value::Array(cases.collect()).to_string();
    let sealed = key.seal(SEALED_AS, &cases).await.ok()?;
    Some(Archive { lock: key.lock.clone(), sealed }.written().to_string())
}

/// One case in a file.
struct InFile {
    name: String,
    notice: String,
    changed: u64,
    case: Case,
}

/// What became of the cases in a file.
#[derive(Default)]
struct Taken {
    added: usize,
    same: usize,
    beside: usize,
}

/// The passphrase of a file, and what takes its cases.
fn take(
    session: Session,
    key: Key,
    file: Archive,
    coming: RwSignal<Option<Archive>>,
    taken: RwSignal<String>,
    changed: impl Fn() + Copy + Send + Sync + 'static,
) -> Node {
    let (secret, busy) = (Typed::new(""), RwSignal::new(false));
    let begin = move || {
        busy.set(true);
        let (file, key, passphrase) = (file.clone(), key.clone(), secret.text.get_untracked());
        session.spawn(async move {
            let outcome = match opened(&passphrase, &file).await {
                None => Err(session.say(said::WRONG)),
                Some(cases) => added(session, &key, cases).await.map_err(|why| not_kept(session, why)),
            };
            changed();
            // The person may have left the page meanwhile.
            busy.try_set(false);
            match outcome {
                Ok(Taken { added, same, beside }) => {
                    let counts = [("added", added), ("same", same), ("beside", beside)];
                    let counts = counts.map(|(place, count)| (place, count.to_string()));
                    let counts = counts.each_ref().map(|(place, count)| (*place, count.as_str()));
                    taken.try_set(session.fill(said::FILE_TAKEN, &counts));
                    coming.try_set(None);
                }
                Err(why) => drop(secret.wrong.try_set(why)),
            }
        });
    };
    let line = typed_line("file-passphrase", Line::Secret, &session.say(said::FILE_PASSPHRASE), "", secret);
    small_form("take-cases", vec![line], session.say(said::FILE_TAKE), (busy, session.say(said::UNLOCKING)), begin)
}

async fn opened(passphrase: &str, file: &Archive) -> Option<Vec<InFile>> {
    let key = vault::key(passphrase, file.lock.clone()).await.ok()?;
    let cases: Value = serde_json::from_str(&key.open(SEALED_AS, &file.sealed).await.ok()?).ok()?;
    let one = |one: &Value| {
        let text = |key: &str| Some(one[key].as_str()?.to_owned());
        let changed = one["changed"].as_u64()?;
        Some(InFile { name: text("name")?, notice: text("notice")?, changed, case: Case::of(&one["case"])? })
    };
    cases.as_array()?.iter().map(one).collect()
}

/// Adds cases to those of this device. One that is there already, as it is, is left; one that is another by now goes beside.
async fn added(session: Session, key: &Key, cases: Vec<InFile>) -> Result<Taken, NotKept> {
    let (rules, mut taken) = (session.rules(), Taken::default());
    for InFile { mut name, notice, changed, mut case } in cases {
        let there = storage::read(&name).and_then(|text| StoredCase::read(&text).ok());
        if !name.starts_with(CASES) {
            name = new_name()?;
        }
        if let Some(there) = there {
            let there = key.open(&name, &there.body).await.ok().and_then(|text| Case::read(&text));
            if there.as_ref() == Some(&case) {
                taken.same += 1;
                continue;
            }
            name = new_name()?;
            case.head.alias = session.fill(said::FILE_BESIDE, &[("alias", &case.head.alias)]);
            taken.beside += 1;
        } else {
            taken.added += 1;
        }
        let row = match case.visit() {
            Ok(record) => Row::of(&rules, session.today(), &case.head, &record),
            Err(_) => Row { alias: case.head.alias.clone(), status: case.head.status, ..Row::default() },
        };
        let (row, text) = (row.written(), case.written().to_string());
        let sealed = (key.seal(&row_name(&name), &row).await, key.seal(&name, &text).await);
        let (Ok(row), Ok(body)) = sealed else { return Err(NotKept::Blocked) };
        let stamp = vault::unique().unwrap_or_default();
        storage::keep(&name, &StoredCase { notice, changed, stamp, row, body }.written())?;
        breath().await;
    }
    Ok(taken)
}

fn new_name() -> Result<String, NotKept> {
    vault::unique().map(|id| format!("{CASES}{id}")).ok_or(NotKept::Blocked)
}
