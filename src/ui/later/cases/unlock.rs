//! What opens the cases: a passphrase, chosen the first time, after what would be stored was told.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, el, text};
use super::super::super::parts::{problem_box, tell};
use super::super::super::session::Session;
use super::super::keep::{choice_of_secret, chosen_secret, told};
use super::super::parts::small_form::Line;
use super::super::parts::{Typed, small_form, typed_line};
use super::{sure, trouble};
use crate::application::{ARCHIVE, Archive, CASES, StoredFault};
use crate::browser::vault::{self, Key, Shut};
use crate::browser::{address, storage};
use crate::text::words::{cases as said, keep};

/// The passphrase for the cases on this device, or for the first of them.
pub fn unlock(session: Session, opened: RwSignal<bool>) -> Vec<Node> {
    match storage::read(ARCHIVE).map(|text| Archive::read(&text)) {
        None => begin(session, opened),
        Some(Ok(archive)) => vec![open(session, opened, archive), forget_all(session, opened)],
        Some(Err(StoredFault::Newer)) => vec![trouble(&session.say(said::NEWER))],
        Some(Err(StoredFault::Damaged)) => vec![trouble(&session.say(said::DAMAGED)), forget_all(session, opened)],
    }
}

/// What would be stored, and the choice of a passphrase.
fn begin(session: Session, opened: RwSignal<bool>) -> Vec<Node> {
    let place = session.fill(keep::WHERE_IS, &[("origin", &address::origin())]);
    let about = el(
        "dl",
        "answers",
        vec![
            told(session, keep::WHAT, &[session.say(said::WHAT_IS)]),
            told(session, keep::WHERE, &[place]),
            told(session, keep::HOW_LONG, &[session.say(said::HOW_LONG_IS)]),
            told(session, keep::WHO, &[session.say(said::WHO_IS)]),
        ],
    );
    let (first, again, problems) = (Typed::new(""), Typed::new(""), RwSignal::new(Vec::new()));
    let chosen = move || {
        let found = chosen_secret(session, true, first, again);
        let fine = found.is_empty();
        if fine {
            problems.set(found)
        } else {
            tell(session, problems, found)
        }
        fine.then(|| first.text.get_untracked())
    };
    let make = move |passphrase: String| async move {
        let key = vault::new_key(&passphrase).await?;
        let archive = Archive { lock: key.lock.clone(), sealed: key.seal(ARCHIVE, ARCHIVE).await? };
        // Where there is no room for it, there is none for a case either.
        storage::keep(ARCHIVE, &archive.written()).map_err(|_| Shut::Unable)?;
        Ok(key)
    };
    let mut fields = vec![problem_box(session, problems)];
    fields.extend(choice_of_secret(session, "", first, again));
    let failed = move || first.wrong.set(session.say(keep::BLOCKED));
    vec![about, form(session, opened, fields, session.say(said::BEGIN), chosen, make, failed)]
}

/// The passphrase chosen before.
fn open(session: Session, opened: RwSignal<bool>, archive: Archive) -> Node {
    let secret = Typed::new("");
    let make = move |passphrase: String| {
        let Archive { lock, sealed } = archive.clone();
        async move {
            let key = vault::key(&passphrase, lock).await?;
            key.open(ARCHIVE, &sealed).await?;
            Ok(key)
        }
    };
    let fields = vec![typed_line("passphrase", Line::Secret, &session.say(keep::PASSPHRASE), "", secret)];
    let failed = move || secret.wrong.set(session.say(said::WRONG));
    let typed = move || Some(secret.text.get_untracked());
    form(session, opened, fields, session.say(said::UNLOCK), typed, make, failed)
}

fn form<F: Future<Output = Result<Key, Shut>> + 'static>(
    session: Session,
    opened: RwSignal<bool>,
    fields: Vec<Node>,
    label: String,
    typed: impl Fn() -> Option<String> + 'static,
    make: impl Fn(String) -> F + 'static,
    failed: impl Fn() + Copy + 'static,
) -> Node {
    let busy = RwSignal::new(false);
    let begin = move || {
        let Some(passphrase) = typed() else { return };
        busy.set(true);
        let made = make(passphrase);
        session.spawn(async move {
            let made = made.await;
            // The person may have left the page meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(key) => {
                    session.keeper.archive.set_value(Some(key));
                    opened.set(true);
                }
                Err(_) => failed(),
            }
        });
    };
    small_form("unlock", fields, label, (busy, session.say(said::UNLOCKING)), begin)
}

/// For who has forgotten the passphrase, or has no more cases.
fn forget_all(session: Session, opened: RwSignal<bool>) -> Node {
    let forget = move || {
        storage::names(CASES).iter().for_each(|name| storage::forget(name));
        storage::forget(ARCHIVE);
        opened.set(false);
    };
    let sure = sure(session, said::FORGET_ALL, session.say(said::FORGET_ALL_SURE), forget);
    el("div", "", vec![text("p", "form-text", &session.say(said::WHO_IS)), el("p", "buttons", vec![sure])])
}
