//! Documents to bring: which, for whom, because of what.

use serde::Serialize;

use super::reader::Reader;
use super::{Condition, Source, Text};

/// Whether the notice requires a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// The notice requires it.
    Required,
    /// The notice does not ask for it; its own rules make it useful.
    Useful,
}

/// One document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Id.
    pub id: String,
    /// Whether it is required.
    pub need: Need,
    /// Its name.
    pub label: Text,
    /// What counts, how long it is valid.
    pub help: Text,
    /// Who issues it or has it.
    pub from: Text,
    /// Only with one of these supports; with any, where none is named.
    pub supports: Vec<String>,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// The paragraph that asks for it, or makes it useful.
    pub source: Source,
}

impl Document {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            need: at.one_of("need", &[("required", Need::Required), ("useful", Need::Useful)]),
            label: at.text("label"),
            help: at.text("help"),
            from: at.text("from"),
            supports: at.names("supports"),
            when: at.maybe("when", Condition::read),
            source: at.one("source", Source::read),
        }
    }
}
