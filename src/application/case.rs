//! The cases of a counsellor: a visit for each person, under an alias, all behind one passphrase.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::record::{Record, RecordFault};
use super::stored::{Lock, Sealed, StoredFault, read_version};

/// Version of the form of what is stored around a case, and of a file with all of them.
pub const ARCHIVE_VERSION: u64 = 1;
/// Where what opens the cases lies.
pub const ARCHIVE: &str = "archive";
/// What the names of cases begin with.
pub const CASES: &str = "case:";

/// How far a case has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
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
}

/// What a counsellor notes about a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Head {
    /// What the person is called here: not their name.
    pub alias: String,
    /// How far it has come.
    pub status: Status,
    /// Notes, for whoever keeps the case.
    pub note: String,
}

/// A case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Case {
    /// What is noted about it.
    pub head: Head,
    /// The visit, as [`Record::write`] writes it.
    pub record: Value,
}

impl Case {
    /// The visit.
    ///
    /// # Errors
    /// Why there is none that can be taken.
    pub fn visit(&self) -> Result<Record, RecordFault> {
        Record::read(&self.record.to_string())
    }
}

/// What the list shows of a case, so that it need not open each.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Row {
    /// What is noted about it; the notes themselves stay in the case.
    pub alias: String,
    /// How far it has come.
    pub status: Status,
    /// Questions without an answer, by id.
    pub open: Vec<String>,
    /// Documents still to bring, by id.
    pub to_bring: Vec<String>,
}

/// A case on a device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct StoredCase {
    /// [`ARCHIVE_VERSION`], in what is written now.
    pub case: u64,
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
    /// When it is newer, or none.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        read_version(text, "case", ARCHIVE_VERSION)
    }
}

/// What opens the cases of a device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Archive {
    /// [`ARCHIVE_VERSION`], in what is written now.
    pub archive: u64,
    /// What the key is made with.
    pub lock: Lock,
    /// Something known, sealed: a wrong passphrase is told by it.
    pub check: Sealed,
}

impl Archive {
    /// Reads what opens the cases of a device.
    ///
    /// # Errors
    /// When it is newer, or none.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        read_version(text, "archive", ARCHIVE_VERSION)
    }
}

/// All cases in one file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct ArchiveFile {
    /// [`ARCHIVE_VERSION`], in what is written now.
    pub cases_version: u64,
    /// What the key is made with.
    pub lock: Lock,
    /// The cases with their names, as JSON.
    pub cases: Sealed,
}

impl ArchiveFile {
    /// Reads a file of cases.
    ///
    /// # Errors
    /// When it is newer, or none.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        read_version(text, "cases_version", ARCHIVE_VERSION)
    }
}
