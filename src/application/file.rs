//! What travels inside an application and what people carry away: the answers with the personal data, and what the paper
//! looked like. The same JSON is the save file.

use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use super::document::Document;
use super::{APPLICATION, Applicant};
use crate::answers::{self, Answers, BadAnswer};
use crate::programme::Rules;

/// Version of the form of these files. A change that older products cannot read raises it; older files keep opening.
pub const SCHEMA_VERSION: u64 = 1;

/// What a file held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The answers, on the day of their estimate.
    pub answers: Answers,
    /// The personal data.
    pub applicant: Applicant,
    /// Version of the notice that it was made with.
    pub notice_version: String,
}

/// Why a file cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is no JSON at all, or not an object.
    NotOurs,
    /// It was written by a newer product.
    Newer {
        /// The version found.
        found: u64,
    },
    /// It is about another notice.
    OtherNotice {
        /// Id of that notice.
        notice: String,
    },
    /// Something in it cannot be understood.
    Bad(Vec<BadAnswer>),
}

/// Writes answers and personal data as JSON.
pub fn write_file(rules: &Rules, answers: &Answers, applicant: &Applicant) -> String {
    let mut file = Map::new();
    file.insert("schema_version".into(), SCHEMA_VERSION.into());
    file.insert("notice".into(), rules.notice.id.as_str().into());
    file.insert("notice_version".into(), rules.notice.version.as_str().into());
    file.insert("as_of".into(), answers.as_of.to_string().into());
    for (question, answer) in answers.given() {
        file.insert(question.clone(), serde_json::to_value(answer).unwrap_or_default());
    }
    file.insert(APPLICATION.into(), serde_json::to_value(applicant).unwrap_or_default());
    Value::Object(file).to_string()
}

/// Reads what [`write_file`] wrote, now or with an earlier version.
///
/// # Errors
/// When the file is not one of these, newer, about another notice, or damaged: nothing of it is taken then.
pub fn read_file(rules: &Rules, json: &str) -> Result<Restored, FileFault> {
    let value: Value = serde_json::from_str(json).map_err(|_| FileFault::NotOurs)?;
    let (Some(version), Some(notice)) = (value.get("schema_version"), value.get("notice").and_then(Value::as_str))
    else {
        return Err(FileFault::NotOurs);
    };
    match version.as_u64() {
        Some(found) if found > SCHEMA_VERSION => return Err(FileFault::Newer { found }),
        Some(1..) => {}
        _ => return Err(FileFault::NotOurs),
    }
    if notice != rules.notice.id {
        return Err(FileFault::OtherNotice { notice: notice.into() });
    }
    let answers = answers::read(rules, json).map_err(FileFault::Bad)?;
    let applicant = Applicant::read(json).map_err(|fault| FileFault::Bad(vec![fault]))?;
    let notice_version = value.get("notice_version").and_then(Value::as_str).unwrap_or_default().into();
    Ok(Restored { answers, applicant, notice_version })
}

/// A fingerprint of everything that a document shows, for whoever has to see that paper and data still say the same.
pub fn digest(document: &Document) -> String {
    let shown = serde_json::to_vec(&(&document.title, &document.notice_line, &document.blocks)).unwrap_or_default();
    let hash = Sha256::digest(&shown);
    let hex: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    format!("sha256:{hex}")
}
