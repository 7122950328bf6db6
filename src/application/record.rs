//! All that a visit holds, as one text: handed from one module to the other, kept on a device, saved where something broke.
//! The answers file says what was understood; a record what was typed, letter by letter, so that nothing is lost.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Applicant;
use crate::answers::Draft;

/// Version of the form of a record. Old records lie in people's browsers: a change of form raises it and adds to
/// [`MIGRATIONS`], where nothing is ever taken away.
pub const RECORD_VERSION: u64 = 1;

/// What makes of a record of version 1, 2, … one of the next.
const MIGRATIONS: [fn(&mut Value); RECORD_VERSION as usize - 1] = [];

/// All that a visit holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default)]
pub struct Record {
    /// [`RECORD_VERSION`], in what is written now.
    pub version: u64,
    /// Id of the notice.
    pub notice: String,
    /// Its version.
    pub notice_version: String,
    /// What was typed.
    pub typed: Draft,
    /// Whether the review was reached.
    pub reviewed: bool,
    /// Personal data.
    pub personal: Applicant,
    /// Documents ticked, by id.
    pub ticked: Vec<String>,
    /// What was typed aside of the answers.
    pub aside: Vec<TypedAside>,
}

/// Where something is tried without changing an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// Another answer to one question.
    Trial,
    /// An option of a comparison, by its place.
    Option(usize),
    /// The dwelling of several residents.
    Dwelling,
    /// One of them, by place.
    Resident(usize),
}

/// What was typed in a field aside.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct TypedAside {
    /// Where.
    pub place: Aside,
    /// Key of the field.
    pub key: String,
    /// What stands in it.
    pub raw: String,
}

/// Why a record cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// It is none.
    NotOurs,
    /// It was written by a newer product.
    Newer {
        /// The version found.
        found: u64,
    },
    /// Something in it cannot be understood: where, and why.
    Damaged(String),
}

impl Record {
    /// Writes it as JSON.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads what [`Record::write`] wrote, now or with an earlier version.
    ///
    /// # Errors
    /// When it is no record, newer, or damaged: nothing of it is taken then.
    pub fn read(json: &str) -> Result<Self, RecordFault> {
        let mut value: Value = serde_json::from_str(json).map_err(|_| RecordFault::NotOurs)?;
        let found = value.get("version").and_then(Value::as_u64).filter(|_| value.get("typed").is_some());
        let found = found.filter(|found| *found > 0).ok_or(RecordFault::NotOurs)?;
        if found > RECORD_VERSION {
            return Err(RecordFault::Newer { found });
        }
        for migrate in MIGRATIONS.iter().skip(usize::try_from(found - 1).unwrap_or(usize::MAX)) {
            migrate(&mut value);
        }
        value["version"] = RECORD_VERSION.into();
        serde_path_to_error::deserialize(value)
            .map_err(|fault| RecordFault::Damaged(format!("{}: {}", fault.path(), fault.inner())))
    }
}
