//! The cases of a counsellor: a visit for each person, under an alias, all behind one passphrase.

use serde_json::{Value, json};

use super::record::{Record, RecordFault};
use super::stored::{Lock, Sealed, StoredFault, of_version, text_of};
use crate::assess::assess;
use crate::date::Date;
use crate::programme::{DocumentNeed, Rules};

/// Version of the form of what is stored around a case, and of a file with all of them.
pub const ARCHIVE_VERSION: u64 = 1;
/// Where what opens the cases lies.
pub const ARCHIVE: &str = "archive";
/// What the names of cases begin with.
pub const CASES: &str = "case:";

/// How far a case has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Answers are being collected.
    #[default]
    Collecting,
    /// Documents are missing.
    MissingDocuments,
    /// Ready to hand in.
    Ready,
    /// Handed in.
    HandedIn,
}

impl Status {
    /// All of them, in the order in which a case goes through them, with the word that files have.
    pub const ALL: [(&'static str, Self); 4] = [
        ("collecting", Self::Collecting),
        ("missing_documents", Self::MissingDocuments),
        ("ready", Self::Ready),
        ("handed_in", Self::HandedIn),
    ];

    /// The one with this word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == word).map(|(_, status)| *status)
    }

    /// Its word.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, status)| *status == self).map_or("", |(word, _)| word)
    }
}

/// What a counsellor notes about a case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// What the person is called here: not their name.
    pub alias: String,
    /// How far it has come.
    pub status: Status,
    /// Notes, for whoever keeps the case.
    pub note: String,
}

/// A case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// What is noted about it.
    pub head: Head,
    /// The visit, as [`Record::write`] writes it.
    pub record: String,
}

impl Case {
    /// The visit.
    ///
    /// # Errors
    /// Why there is none that can be taken.
    pub fn visit(&self) -> Result<Record, RecordFault> {
        Record::read(&self.record)
    }

    /// Reads what [`Case::written`] made; nothing from anything else.
    pub fn of(value: &Value) -> Option<Self> {
        let status = Status::named(value["status"].as_str()?)?;
        let head = Head { alias: text_of(value, "alias")?, status, note: text_of(value, "note")? };
        Some(Self { head, record: text_of(value, "record")? })
    }

    /// Reads the same from its text.
    pub fn read(text: &str) -> Option<Self> {
        Self::of(&serde_json::from_str(text).ok()?)
    }

    /// As JSON.
    pub fn written(&self) -> Value {
        let Head { alias, status, note } = &self.head;
        json!({ "alias": alias, "status": status.word(), "note": note, "record": self.record })
    }
}

/// What the list shows of a case, so that it need not open each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// What the person is called here.
    pub alias: String,
    /// How far it has come.
    pub status: Status,
    /// Questions without an answer, by id.
    pub open: Vec<String>,
    /// Documents still to bring, by id.
    pub to_bring: Vec<String>,
}

impl Row {
    /// The row of a case, by the rules of today.
    pub fn of(rules: &Rules, today: Date, head: &Head, record: &Record) -> Self {
        let assessment = assess(rules, &record.typed.answers(rules, today));
        let required = assessment.documents.into_iter().filter(|row| row.need == DocumentNeed::Required);
        let to_bring = required.map(|row| row.id).filter(|id| record.documents.iter().all(|(one, _)| one != id));
        // "I do not know" is an answer, and what is asked is still to be found out.
        let open = record.typed.asked(rules, today).into_iter().map(|question| question.id.clone());
        let open = open.filter(|id| record.typed.raw(id).is_none_or(str::is_empty));
        Self { alias: head.alias.clone(), status: head.status, open: open.collect(), to_bring: to_bring.collect() }
    }

    /// Reads what [`Row::written`] wrote; nothing from anything else.
    pub fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        let ids = |key: &str| -> Option<Vec<String>> {
            value[key].as_array()?.iter().map(|id| Some(id.as_str()?.to_owned())).collect()
        };
        let status = Status::named(value["status"].as_str()?)?;
        Some(Self { alias: text_of(&value, "alias")?, status, open: ids("open")?, to_bring: ids("to_bring")? })
    }

    /// As JSON.
    pub fn written(&self) -> String {
        let Self { alias, status, open, to_bring } = self;
        json!({ "alias": alias, "status": status.word(), "open": open, "to_bring": to_bring }).to_string()
    }
}

/// A case on a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredCase {
    /// Id of the notice that it is about.
    pub notice: String,
    /// When it was last written, in milliseconds since 1970.
    pub changed: u64,
    /// Another one each time it is written.
    pub stamp: String,
    /// Its [`Row`].
    pub row: Sealed,
    /// The [`Case`].
    pub body: Sealed,
}

impl StoredCase {
    /// Reads a case on a device.
    ///
    /// # Errors
    /// When it is newer, or damaged.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        let value = of_version(text, "case", ARCHIVE_VERSION)?;
        let read = || {
            Some(Self {
                notice: text_of(&value, "notice")?,
                changed: value["changed"].as_u64()?,
                stamp: text_of(&value, "stamp")?,
                row: Sealed::of(&value["row"])?,
                body: Sealed::of(&value["body"])?,
            })
        };
        read().ok_or(StoredFault::Damaged)
    }

    /// As it is stored.
    pub fn written(&self) -> Value {
        json!({
            "case": ARCHIVE_VERSION, "notice": self.notice, "changed": self.changed, "stamp": self.stamp,
            "row": self.row.written(), "body": self.body.written(),
        })
    }
}

/// Something sealed with what its key is made with: what opens the cases of a device, or a file with all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archive {
    /// What the key is made with.
    pub lock: Lock,
    /// Of a device: something known, by which a wrong passphrase is told. Of a file: the cases.
    pub sealed: Sealed,
}

impl Archive {
    /// Reads what [`Archive::written`] made.
    ///
    /// # Errors
    /// When it is newer, or none.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        let value = of_version(text, "archive", ARCHIVE_VERSION)?;
        let read = || Some(Self { lock: Lock::of(&value["lock"])?, sealed: Sealed::of(&value["sealed"])? });
        read().ok_or(StoredFault::Damaged)
    }

    /// As it is stored, or as a file.
    pub fn written(&self) -> Value {
        json!({ "archive": ARCHIVE_VERSION, "lock": self.lock.written(), "sealed": self.sealed.written() })
    }
}
