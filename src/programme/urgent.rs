//! What cannot wait for any question.

use super::reader::Reader;
use super::{Condition, Source, Text};

/// Help for somebody in danger, shown before anything else, with a way to leave the page at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Urgent {
    /// Whom it is for: "Sei in pericolo?".
    pub title: Text,
    /// Numbers to call, the most urgent first.
    pub calls: Vec<Call>,
    /// What else to know.
    pub text: Text,
    /// Where answers show that it is needed: then it stands above the result too, and not only before the first question.
    pub when: Option<Condition>,
    /// The document that names them.
    pub source: Source,
}

impl Urgent {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            title: at.text("title"),
            calls: at.each("calls", Call::read),
            text: at.text("text"),
            when: at.maybe("when", Condition::read),
            source: at.one("source", Source::read),
        }
    }
}

/// A telephone number that helps at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// The number, as it is dialled.
    pub number: String,
    /// Who answers, and for what.
    pub text: Text,
}

impl Call {
    fn read(at: &Reader<'_>) -> Self {
        Self { number: at.words("number"), text: at.text("text") }
    }
}
