//! A draft as it lies on a device: the record of a visit, in clear or sealed, and until when.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Version of the form of what is stored around a record.
pub const STORED_VERSION: u64 = 1;

/// What the names of drafts begin with.
pub const DRAFTS: &str = "draft:";

/// Milliseconds of a day.
pub const DAY: u64 = 24 * 60 * 60 * 1000;

/// A draft on a device.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Stored {
    /// [`STORED_VERSION`], in what is written now.
    pub stored: u64,
    /// Id of the notice that it is about.
    pub notice: String,
    /// When it was last written, in milliseconds since 1970 by the clock of the device.
    pub changed: u64,
    /// How many days it is kept after that.
    pub days: u64,
    /// Another one each time it is written: two windows on one draft see each other's changes by it.
    pub stamp: String,
    /// The record itself.
    pub body: Body,
}

/// A record at rest.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Body {
    /// As it is: who uses the device can read it.
    Clear(Value),
    /// Behind a passphrase.
    Sealed {
        /// What its key is made with.
        lock: Lock,
        /// The text.
        sealed: Sealed,
    },
}

/// What a key is made with, beside the passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Lock {
    /// Random bytes, in base64.
    pub salt: String,
    /// How often the passphrase is turned over.
    pub rounds: u32,
}

/// A text that only its key opens.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Sealed {
    /// Bytes never used twice with one key, in base64.
    pub nonce: String,
    /// The text with the seal that tells any change, in base64.
    pub text: String,
}

/// Why something stored cannot be used. It stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StoredFault {
    /// It was written by a newer product.
    Newer,
    /// It is no draft, or no longer.
    Damaged,
}

impl Stored {
    /// Reads what stands on a device.
    ///
    /// # Errors
    /// When it is newer, or damaged.
    pub fn read(text: &str) -> Result<Self, StoredFault> {
        read_version(text, "stored", STORED_VERSION)
    }

    /// When it ends, in milliseconds since 1970.
    pub fn until(&self) -> u64 {
        self.changed.saturating_add(self.days.saturating_mul(DAY))
    }

    /// Whether that has passed.
    pub fn is_over(&self, now: u64) -> bool {
        now >= self.until()
    }

    /// Whether it was written after now: the clock of the device was moved back since.
    pub fn is_ahead(&self, now: u64) -> bool {
        self.changed > now.saturating_add(DAY)
    }
}

/// Reads something whose version stands under a key.
///
/// # Errors
/// When it is newer, or damaged.
pub(super) fn read_version<T: for<'de> Deserialize<'de>>(
    text: &str,
    key: &str,
    version: u64,
) -> Result<T, StoredFault> {
    let value: Value = serde_json::from_str(text).map_err(|_| StoredFault::Damaged)?;
    match value.get(key).and_then(Value::as_u64) {
        Some(found) if found > version => Err(StoredFault::Newer),
        Some(found) if found == version => serde_json::from_value(value).map_err(|_| StoredFault::Damaged),
        _ => Err(StoredFault::Damaged),
    }
}

/// The stamp of whatever is stored; nothing where it cannot be read.
pub fn stamp_of(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    Some(value.get("stamp")?.as_str()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_newer_or_damaged_is_told_apart() {
        let mut value = serde_json::json!({
            "stored": 1, "notice": "x", "changed": 5, "days": 1, "stamp": "a", "body": { "clear": { "version": 1 } }
        });
        assert_eq!(Stored::read(&value.to_string()).unwrap().until(), 5 + DAY);
        value["stored"] = 2.into();
        assert_eq!(Stored::read(&value.to_string()), Err(StoredFault::Newer));
        for damaged in ["", "{", "[]", "{}", r#"{"stored":1}"#, r#"{"stored":0}"#, r#"{"stored":"1"}"#] {
            assert_eq!(Stored::read(damaged), Err(StoredFault::Damaged), "{damaged}");
        }
    }

    #[test]
    fn a_moved_clock_never_counts_below_zero_nor_over() {
        let kept = |changed, days| Stored {
            stored: 1,
            notice: String::new(),
            changed,
            days,
            stamp: String::new(),
            body: Body::Clear(Value::Null),
        };
        assert!(kept(0, 1).is_over(DAY) && !kept(0, 1).is_over(DAY - 1));
        assert!(!kept(u64::MAX, u64::MAX).is_over(0) && kept(10 * DAY, 7).is_ahead(0) && !kept(DAY, 7).is_ahead(0));
    }
}
