//! The drafts on this device, as a list: each can be opened or deleted, and what cannot be read stays as it is.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::parts::button;
use super::super::parts::html::{Node, changing, el, p, section, text};
use super::super::session::Session;
use super::keeping::{Keeping, Kind, record_in};
use super::parts::small_form::Line;
use super::parts::{Changes, Typed, card, small_form, typed_line};
use super::resume::{Found, opened};
use crate::application::{Body, DRAFTS, Record, Stored, StoredFault};
use crate::browser::{clock, download, storage, vault};
use crate::text::figures;
use crate::text::words::{keep, page};

/// The list; nothing where no draft lies here.
pub fn drafts(session: Session, found: RwSignal<Found>) -> Node {
    let changes = Changes::new();
    // What was over when the page was opened is told as long as the page stands.
    let over: Vec<Node> = over(session).iter().map(|said| text("p", "alert alert-info", said)).collect();
    let list = changing(move || {
        changes.track();
        let names = storage::names(DRAFTS).into_iter();
        let all = names.filter_map(|name| storage::read(&name).map(|text| (name, text)));
        let rows: Vec<Node> = all.map(|(name, text)| row(session, changes, found, name, &text)).collect();
        if rows.is_empty() { rows } else { vec![section("drafts", &session.say(keep::LIST_TITLE), rows)] }
    });
    el("div", "", over.into_iter().chain([list]).collect())
}

/// Deletes the drafts whose days have passed; a sentence for each.
fn over(session: Session) -> Vec<String> {
    let now = clock::now();
    let all = storage::names(DRAFTS).into_iter().filter_map(|name| {
        let (changed, until) = Stored::over(&storage::read(&name)?, now)?;
        storage::forget(&name);
        let [day, until] = [changed, until].map(|at| clock::on_the_wall(at).map(|(day, _)| day));
        let (day, until) = (figures::day(day?), figures::day(until?));
        Some(session.fill(keep::LIST_OVER, &[("day", &day), ("until", &until)]))
    });
    all.collect()
}

fn row(session: Session, changes: Changes, found: RwSignal<Found>, name: String, as_it_is: &str) -> Node {
    let stored = match Stored::read(as_it_is) {
        Ok(stored) => stored,
        Err(StoredFault::Newer) => return el("div", "alert alert-warning", vec![p(&session.say(keep::LIST_NEWER))]),
        Err(StoredFault::Damaged) => return damaged(session, changes, name, as_it_is),
    };
    let title = clock::on_the_wall(stored.changed).map_or_else(String::new, |(day, time)| {
        session.fill(keep::LIST_DRAFT, &[("day", &figures::day(day)), ("time", &time)])
    });
    let until = clock::on_the_wall(stored.until()).map(|(day, _)| figures::day(day)).unwrap_or_default();
    let mut parts = vec![p(&session.fill(keep::LIST_UNTIL, &[("day", &until)]))];
    if stored.is_ahead(clock::now()) {
        parts.push(text("p", "alert alert-warning", &session.say(keep::LIST_AHEAD)));
    }
    let delete = delete(session, changes, name.clone());
    if stored.notice == session.rules().notice.id {
        parts.push(open(session, found, name, stored, delete));
    } else {
        parts.push(p(&session.fill(keep::LIST_OTHER_NOTICE, &[("notice", &stored.notice)])));
        parts.push(el("p", "buttons", vec![delete]));
    }
    card(&title, parts)
}

fn delete(session: Session, changes: Changes, name: String) -> Node {
    button(&session.say(keep::DELETE), move || {
        if session.keeper.keeping().is_some_and(|keeping| keeping.name == name) {
            session.stop_keeping();
        }
        storage::forget(&name);
        changes.add();
    })
}

/// What opens a draft: a button, behind a passphrase where it has one.
fn open(session: Session, found: RwSignal<Found>, name: String, stored: Stored, delete: Node) -> Node {
    let (secret, busy, stored) = (Typed::new(""), RwSignal::new(false), Arc::new(stored));
    let lock = match &stored.body {
        Body::Sealed { lock, .. } => Some(lock.clone()),
        Body::Clear(_) => None,
    };
    let field = lock
        .is_some()
        .then(|| typed_line("draft-passphrase", Line::Secret, &session.say(keep::PASSPHRASE), "", secret));
    let begin = move || {
        let (name, stored, lock) = (name.clone(), stored.clone(), lock.clone());
        let passphrase = secret.text.get_untracked();
        busy.set(true);
        session.spawn(async move {
            let key = match lock {
                Some(lock) => vault::key(&passphrase, lock).await.map(Some),
                None => Ok(None),
            };
            let record = match &key {
                Ok(key) => record_in(&name, &stored.body, key.as_ref()).await,
                Err(why) => Err(*why),
            };
            busy.try_set(false);
            let (Ok(key), Ok(record)) = (key, record) else {
                // The person may have left the page meanwhile.
                secret.wrong.try_set(session.say(keep::PASSPHRASE_WRONG));
                return;
            };
            secret.wrong.try_set(String::new());
            let read = Record::read(&record);
            // As it is written now: a record of an earlier form is written anew.
            let written = read.as_ref().map(Record::write).unwrap_or_default();
            let kind = Kind::Draft { days: stored.days, key };
            let keeping = Keeping { name, kind, stamp: stored.stamp.clone(), written };
            found.try_set(match opened(session, read, Some(keeping)) {
                Ok(coming) => Found::Ready(Box::new(coming)),
                Err(problem) => Found::Problem(problem),
            });
        });
    };
    let fields = field.into_iter().collect();
    let form =
        small_form("open-draft", fields, session.say(keep::LIST_OPEN), (busy, session.say(page::WAITING)), begin);
    el("div", "", vec![form, el("p", "buttons", vec![delete])])
}

fn damaged(session: Session, changes: Changes, name: String, as_it_is: &str) -> Node {
    let file = as_it_is.to_owned();
    let save = button(&session.say(keep::LIST_DAMAGED_SAVE), move || {
        let bytes = js_sys::Uint8Array::from(file.as_bytes());
        download::save("bozza-rovinata.txt", "text/plain;charset=utf-8", &bytes);
    });
    let parts =
        vec![p(&session.say(keep::LIST_DAMAGED)), el("p", "buttons", vec![save, delete(session, changes, name)])];
    el("div", "alert alert-warning", parts)
}
