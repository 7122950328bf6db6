//! Where a visit is kept, once somebody asked for it: a draft, or a case. Written as they type, never over what another
//! window wrote.

use leptos::prelude::*;

use super::super::session::{Session, Visit};
use crate::application::{Body, CASES, Case, DRAFTS, Head, Record, Row, Sealed, Stored, StoredCase, stamp_of};
use crate::browser::storage::{self, NotKept};
use crate::browser::vault::{self, Key, Shut};
use crate::browser::{clock, listener};

/// Where and how a visit is kept.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// Its name in the store.
    pub name: String,
    /// As what.
    pub kind: Kind,
    /// The stamp of what was written or read last; none before that.
    pub stamp: String,
    /// What was written or read last.
    pub written: String,
}

/// As what a visit is kept.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A draft.
    Draft {
        /// For how many days after the last change.
        days: u64,
        /// What seals it, where a passphrase was given.
        key: Option<Key>,
    },
    /// A case.
    Case {
        /// What seals it.
        key: Key,
        /// What is noted about it.
        head: Head,
    },
}

/// How what is kept stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is kept.
    #[default]
    Nowhere,
    /// What was typed is in it, or on its way.
    Kept,
    /// The last change is not in it.
    Failed(NotKept),
    /// Another window wrote to it.
    Elsewhere,
    /// Another window deleted it, or the browser.
    Gone,
}

/// Who writes what is kept of a visit.
#[derive(Clone, Copy)]
pub struct Keeper {
    keeping: StoredValue<Option<Keeping>, LocalStorage>,
    /// How it stands.
    pub standing: RwSignal<Standing>,
    /// What opens the cases of this device, once the passphrase was given.
    pub archive: StoredValue<Option<Key>, LocalStorage>,
    // Whether a change is being sealed.
    sealing: StoredValue<bool>,
}

impl Keeper {
    /// Nothing is kept before somebody asks.
    pub fn new() -> Self {
        Self {
            keeping: StoredValue::new_local(None),
            standing: RwSignal::new(Standing::Nowhere),
            archive: StoredValue::new_local(None),
            sealing: StoredValue::new(false),
        }
    }

    /// Where the visit is kept; nothing where nobody asked for it.
    pub fn keeping(self) -> Option<Keeping> {
        self.keeping.try_get_value().flatten()
    }

    /// What is noted about the case that is open; nothing where none is.
    pub fn case(self) -> Option<Head> {
        match self.keeping()?.kind {
            Kind::Case { head, .. } => Some(head),
            Kind::Draft { .. } => None,
        }
    }

    /// Whoever shows it hears of it only where it changes.
    fn stand(self, standing: Standing) {
        if self.standing.try_get_untracked().is_some_and(|before| before != standing) {
            self.standing.set(standing);
        }
    }

    fn update(self, change: impl FnOnce(&mut Keeping)) {
        self.keeping.update_value(|keeping| {
            if let Some(keeping) = keeping {
                change(keeping);
            }
        });
    }
}

impl Session {
    /// Keeps the visit from now on.
    pub fn begin_keeping(self, kind: Kind) {
        let begin = match kind {
            Kind::Draft { .. } => DRAFTS,
            Kind::Case { .. } => CASES,
        };
        let Some(id) = vault::unique() else { return self.keeper.stand(Standing::Failed(NotKept::Blocked)) };
        self.go_on_keeping(Keeping {
            name: format!("{begin}{id}"),
            kind,
            stamp: String::new(),
            written: String::new(),
        });
        self.write_now();
    }

    /// Keeps it where it was kept before.
    pub fn go_on_keeping(self, keeping: Keeping) {
        self.keeper.keeping.set_value(Some(keeping));
        self.keeper.stand(Standing::Kept);
    }

    /// Keeps nothing from now on. What is kept stays, with what was typed last.
    pub fn stop_keeping(self) {
        self.write_now();
        self.keeper.keeping.set_value(None);
        self.keeper.stand(Standing::Nowhere);
    }

    /// Keeps a draft for so many days.
    pub fn keep_for(self, new: u64) {
        self.keeper.update(|keeping| {
            if let Kind::Draft { days, .. } = &mut keeping.kind {
                *days = new;
                // Written even where nothing else has changed.
                keeping.written.clear();
            }
        });
        self.write_now();
    }

    /// Notes something about the case that is open.
    pub fn note_of_case(self, note: impl FnOnce(&mut Head)) {
        self.keeper.update(|keeping| {
            if let Kind::Case { head, .. } = &mut keeping.kind {
                note(head);
            }
        });
        self.keep_soon();
    }

    /// Writes over what another window wrote.
    pub fn keep_over(self) {
        let Some(Keeping { name, .. }) = self.keeper.keeping() else { return };
        let stamp = storage::read(&name).and_then(|text| stamp_of(&text)).unwrap_or_default();
        self.keeper.update(|keeping| {
            keeping.stamp = stamp;
            keeping.written.clear();
        });
        self.keeper.stand(Standing::Kept);
        self.write_now();
    }

    /// Keeps it as another one: both stay.
    pub fn keep_beside(self) {
        if let Some(Keeping { kind, .. }) = self.keeper.keeping() {
            self.begin_keeping(kind);
        }
    }

    /// Goes on with what another window wrote.
    pub fn take_over(self, record: Record, kind: Kind, stamp: String) {
        self.keeper.update(|keeping| (keeping.kind, keeping.stamp) = (kind, stamp));
        self.restore(record);
        let record = self.record();
        let written = self.keeper.keeping().map(|keeping| to_write(&keeping, record)).unwrap_or_default();
        self.keeper.update(|keeping| keeping.written = written);
        self.keeper.stand(Standing::Kept);
    }

    /// Puts a record in place of what was typed.
    pub fn restore(self, record: Record) {
        let (places, paper) = self.look(|visit| (visit.later.places.clone(), visit.later.paper.clone()));
        let mut restored = Visit::from(record);
        (restored.later.places, restored.later.paper) = (places, paper);
        self.change(|visit| *visit = restored);
        self.address_reader();
    }

    /// Hears of other windows, and of this one being hidden, for as long as the returned listeners live.
    pub fn hear_windows(self) -> [listener::Listener; 2] {
        let other = listener::on("storage", move || {
            if let Some(keeping) = self.keeper.keeping() {
                self.keeper.stand(stands(&keeping).err().unwrap_or(Standing::Kept));
            }
        });
        // What is hidden is painted no more, and may be closed before it ever is again.
        [other, listener::on("visibilitychange", move || self.write_now())]
    }

    /// Writes what has changed since the last time, without waiting for a paint.
    fn write_now(self) {
        if self.keeper.keeping().is_some() {
            self.write(&self.record());
        }
    }

    /// Writes what the visit holds, if it has changed since the last time. Where it cannot be written now, the next change
    /// tries again.
    pub fn write(self, record: &str) {
        let Some(keeping) = self.keeper.keeping() else { return };
        let text = to_write(&keeping, record.into());
        if text == keeping.written || self.keeper.sealing.get_value() {
            return;
        }
        if let Err(standing) = stands(&keeping) {
            return self.keeper.stand(standing);
        }
        if let Kind::Draft { key: None, days } = keeping.kind {
            if let Ok(record) = serde_json::from_str(&text) {
                self.write_draft(keeping, days, text, Body::Clear(record));
            }
            return;
        }
        self.keeper.sealing.set_value(true);
        self.spawn(async move {
            let sealed = self.sealed(&keeping, &text).await;
            self.keeper.sealing.set_value(false);
            // This window may keep something else by now, and what was typed last goes where it belongs all the same. The
            // other window may have written meanwhile.
            let is_here = self.keeper.keeping().is_some_and(|now| now.name == keeping.name);
            match (sealed, stands(&keeping)) {
                (Ok(AtRest::Draft(days, body)), Ok(())) => self.write_draft(keeping, days, text, body),
                (Ok(AtRest::Case(row, body)), Ok(())) => self.write_case(keeping, text, row, body),
                _ if !is_here => {}
                (Err(_), _) => self.keeper.stand(Standing::Failed(NotKept::Blocked)),
                (_, Err(standing)) => self.keeper.stand(standing),
            }
            // What was typed meanwhile, or is kept since.
            if self.keeper.standing.get_untracked() == Standing::Kept {
                self.write_now();
            }
        });
    }

    async fn sealed(self, keeping: &Keeping, text: &str) -> Result<AtRest, Shut> {
        let name = &keeping.name;
        match &keeping.kind {
            Kind::Draft { key: None, .. } => Err(Shut::Unable),
            Kind::Draft { key: Some(key), days } => {
                let sealed = key.seal(name, text).await?;
                Ok(AtRest::Draft(*days, Body::Sealed { lock: key.lock.clone(), sealed }))
            }
            Kind::Case { key, head } => {
                let row = Row::of(&self.rules(), self.today(), head, &self.look(Visit::to_record));
                Ok(AtRest::Case(key.seal(&row_name(name), &row.written()).await?, key.seal(name, text).await?))
            }
        }
    }

    fn write_draft(self, keeping: Keeping, days: u64, text: String, body: Body) {
        let stamp = vault::unique().unwrap_or_default();
        let notice = self.rules().notice.id.clone();
        let stored = Stored { notice, changed: clock::now(), days, stamp: stamp.clone(), body };
        let kept = storage::keep(&keeping.name, &stored.written());
        self.written(Keeping { stamp, written: text, ..keeping }, kept);
    }

    fn write_case(self, keeping: Keeping, text: String, row: Sealed, body: Sealed) {
        let stamp = vault::unique().unwrap_or_default();
        let notice = self.rules().notice.id.clone();
        let stored = StoredCase { notice, changed: clock::now(), stamp: stamp.clone(), row, body };
        let kept = storage::keep(&keeping.name, &stored.written());
        self.written(Keeping { stamp, written: text, ..keeping }, kept);
    }

    fn written(self, Keeping { name, stamp, written, .. }: Keeping, kept: Result<(), NotKept>) {
        match kept {
            _ if self.keeper.keeping().is_none_or(|now| now.name != name) => {}
            Ok(()) => {
                self.keeper.update(|keeping| (keeping.stamp, keeping.written) = (stamp, written));
                self.keeper.stand(Standing::Kept);
            }
            Err(why) => self.keeper.stand(Standing::Failed(why)),
        }
    }
}

/// What is written of a record.
fn to_write(keeping: &Keeping, record: String) -> String {
    match &keeping.kind {
        Kind::Draft { .. } => record,
        Kind::Case { head, .. } => Case { head: head.clone(), record }.written().to_string(),
    }
}

/// What was sealed, and as what it is stored.
enum AtRest {
    Draft(u64, Body),
    Case(Sealed, Sealed),
}

/// What the row of a case is sealed as.
pub fn row_name(name: &str) -> String {
    format!("{name}:row")
}

/// Whether something may be written: nobody else has since it was read.
fn stands(keeping: &Keeping) -> Result<(), Standing> {
    if !storage::is_there() {
        return Err(Standing::Failed(NotKept::Blocked));
    }
    match storage::read(&keeping.name) {
        // Not written yet.
        _ if keeping.stamp.is_empty() => Ok(()),
        Some(text) if stamp_of(&text).as_ref() == Some(&keeping.stamp) => Ok(()),
        Some(_) => Err(Standing::Elsewhere),
        None => Err(Standing::Gone),
    }
}

/// The record in a draft.
///
/// # Errors
/// When it does not open with this key: without one where it needs one, too.
pub async fn record_in(name: &str, body: &Body, key: Option<&Key>) -> Result<String, Shut> {
    match (body, key) {
        (Body::Clear(record), _) => Ok(record.to_string()),
        (Body::Sealed { sealed, .. }, Some(key)) => key.open(name, sealed).await,
        (Body::Sealed { .. }, None) => Err(Shut::Refused),
    }
}

/// What another window wrote: the record, as what it is kept now, and its stamp.
pub async fn in_the_other_window(keeping: &Keeping) -> Option<(Record, Kind, String)> {
    let text = storage::read(&keeping.name)?;
    match &keeping.kind {
        Kind::Draft { key, .. } => {
            let stored = Stored::read(&text).ok()?;
            let record = record_in(&keeping.name, &stored.body, key.as_ref()).await.ok()?;
            let kind = Kind::Draft { days: stored.days, key: key.clone() };
            Some((Record::read(&record).ok()?, kind, stored.stamp))
        }
        Kind::Case { key, .. } => {
            let stored = StoredCase::read(&text).ok()?;
            let case = key.open(&keeping.name, &stored.body).await.ok()?;
            let case = Case::read(&case)?;
            Some((case.visit().ok()?, Kind::Case { key: key.clone(), head: case.head }, stored.stamp))
        }
    }
}
