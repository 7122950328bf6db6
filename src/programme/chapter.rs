//! Rules that no answer records: shown beside what they are about, never calculated.

use super::reader::Reader;
use super::{Condition, Source, Text};

/// A rule that no answer records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Id, unique among the remarks beside it.
    pub id: String,
    /// What to know, ask or do.
    pub text: Text,
    /// Only where this may hold; always, where nothing is said.
    pub when: Option<Condition>,
    /// The paragraph that says so.
    pub source: Source,
}

impl Remark {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            text: at.text("text"),
            when: at.maybe("when", Condition::read),
            source: at.one("source", Source::read),
        }
    }
}

/// Remarks on one subject, which belong to no single support: procedure, obligations, what ends a support.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// Id.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// What it says, in order.
    pub remarks: Vec<Remark>,
}

impl Chapter {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { id: at.words("id"), title: at.text("title"), remarks: at.each("remarks", Remark::read) }
    }
}
