//! A draft as it lies on a device: the record of a visit, in clear or sealed, and until when.

use serde_json::{Value, json};

/// Version of the form of what is stored around a record.
pub const STORED_VERSION: u64 = 1;

/// What the names of drafts begin with.
pub const DRAFTS: &str = "draft:";

/// Milliseconds of a day.
pub const DAY: u64 = 24 * 60 * 60 * 1000;

/// A draft on a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
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
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// Random bytes, in base64.
    pub salt: String,
    /// How often the passphrase is turned over.
    pub rounds: u32,
}

/// A text that only its key opens.
#[derive(Clone, Debug, PartialEq, Eq)]
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
        let value = of_version(text, "stored", STORED_VERSION)?;
        let read = || {
            let body = &value["body"];
            let body = match body.get("clear") {
                Some(record) => Body::Clear(record.clone()),
                None => Body::Sealed { lock: Lock::of(&body["lock"])?, sealed: Sealed::of(&body["sealed"])? },
            };
            let number = |key: &str| value[key].as_u64();
            let (changed, days) = (number("changed")?, number("days")?);
            Some(Self { notice: text_of(&value, "notice")?, changed, days, stamp: text_of(&value, "stamp")?, body })
        };
        read().ok_or(StoredFault::Damaged)
    }

    /// As it is stored.
    pub fn written(&self) -> Value {
        let body = match &self.body {
            Body::Clear(record) => json!({ "clear": record }),
            Body::Sealed { lock, sealed } => json!({ "lock": lock.written(), "sealed": sealed.written() }),
        };
        json!({
            "stored": STORED_VERSION, "notice": self.notice, "changed": self.changed, "days": self.days, "stamp": self.stamp,
            "body": body,
        })
    }

    /// When it ends, in milliseconds since 1970.
    pub fn until(&self) -> u64 {
        end_of(self.changed, self.days)
    }

    /// Of a draft whose days have passed, when it was written and when it ended; also where nothing else is left of it
    /// (src/guard/over.js). Nothing of one that goes on.
    pub fn over(text: &str, now: u64) -> Option<(u64, u64)> {
        let value = of_version(text, "stored", STORED_VERSION).ok()?;
        let (changed, days) = (value["changed"].as_u64()?, value["days"].as_u64()?);
        Some((changed, end_of(changed, days))).filter(|(_, until)| now >= *until || value.get("body").is_none())
    }

    /// Whether it was written after now: the clock of the device was moved back since.
    pub fn is_ahead(&self, now: u64) -> bool {
        self.changed > now.saturating_add(DAY)
    }
}

fn end_of(changed: u64, days: u64) -> u64 {
    changed.saturating_add(days.saturating_mul(DAY))
}

impl Lock {
    pub(super) fn of(value: &Value) -> Option<Self> {
        Some(Self { salt: text_of(value, "salt")?, rounds: value["rounds"].as_u64()?.try_into().ok()? })
    }

    pub(super) fn written(&self) -> Value {
        json!({ "salt": self.salt, "rounds": self.rounds })
    }
}

impl Sealed {
    pub(super) fn of(value: &Value) -> Option<Self> {
        Some(Self { nonce: text_of(value, "nonce")?, text: text_of(value, "text")? })
    }

    pub(super) fn written(&self) -> Value {
        json!({ "nonce": self.nonce, "text": self.text })
    }
}

/// Something whose version stands under a key.
pub(super) fn of_version(text: &str, key: &str, version: u64) -> Result<Value, StoredFault> {
    let value: Value = serde_json::from_str(text).map_err(|_| StoredFault::Damaged)?;
    match value.get(key).and_then(Value::as_u64) {
        Some(found) if found > version => Err(StoredFault::Newer),
        Some(found) if found == version => Ok(value),
        _ => Err(StoredFault::Damaged),
    }
}

pub(super) fn text_of(value: &Value, key: &str) -> Option<String> {
    Some(value.get(key)?.as_str()?.to_owned())
}

/// The stamp of whatever is stored; nothing where it cannot be read.
pub fn stamp_of(text: &str) -> Option<String> {
    text_of(&serde_json::from_str(text).ok()?, "stamp")
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
        let text = |changed: u64, days: u64| {
            json!({ "stored": 1, "notice": "x", "changed": changed, "days": days, "stamp": "a", "body": { "clear": {} } }).to_string()
        };
        assert_eq!(Stored::over(&text(0, 1), DAY - 1), None);
        assert_eq!(Stored::over(&text(0, 1), DAY), Some((0, DAY)));
        assert_eq!(Stored::over(&text(u64::MAX, u64::MAX), 0), None);
        let is_ahead = |changed| Stored::read(&text(changed, 7)).unwrap().is_ahead(0);
        assert!(is_ahead(10 * DAY) && !is_ahead(DAY));
        // What src/guard/over.js leaves.
        assert_eq!(Stored::over(&json!({ "stored": 1, "changed": 5, "days": 1 }).to_string(), 0), Some((5, 5 + DAY)));
    }
}
