//! What a person said: one [`Answer`] per question, or nothing. Nothing said is never the same as "no".
//!
//! Answers arrive in two writings: as JSON (files, the command, attachments), read by [`read`], and as people type
//! them in Italian, kept raw in a [`Draft`] and understood by [`typed`].

mod draft;
mod read;
pub mod truth;
pub mod typed;

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Serialize;

pub use draft::{Draft, is_asked};
pub use read::{BadAnswer, read, read_value};

use crate::date::Date;
use crate::money::Euro;

/// One answer, of the kind that its question asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Answer {
    /// A choice's value.
    Choice(String),
    /// Ids of supports, each once.
    Supports(Vec<String>),
    /// A day.
    Day(Date),
    /// A Belfiore code.
    Municipality(String),
    /// An amount.
    Money(Euro),
    /// A whole number.
    Count(u32),
    /// A total in halves.
    Scale(#[serde(serialize_with = "as_text")] Decimal),
    /// A size.
    Measure(#[serde(serialize_with = "as_text")] Decimal),
}

fn as_text<S: serde::Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(number)
}

impl Answer {
    /// The number answered, whatever it counts.
    pub fn number(&self) -> Option<Decimal> {
        match self {
            Self::Money(amount) => Some(amount.decimal()),
            Self::Count(count) => Some(Decimal::from(*count)),
            Self::Scale(number) | Self::Measure(number) => Some(*number),
            _ => None,
        }
    }
}

/// The answers of one person on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// The date of the estimate.
    pub as_of: Date,
    given: BTreeMap<String, Answer>,
}

impl Answers {
    /// No answers yet, on this day.
    pub fn new(as_of: Date) -> Self {
        Self { as_of, given: BTreeMap::new() }
    }

    /// Keeps an answer, in place of an earlier one.
    pub fn give(&mut self, question: &str, answer: Answer) {
        self.given.insert(question.into(), answer);
    }

    /// Leaves a question unanswered again.
    pub fn forget(&mut self, question: &str) {
        self.given.remove(question);
    }

    /// The answer to a question.
    pub fn get(&self, question: &str) -> Option<&Answer> {
        self.given.get(question)
    }

    /// The amount answered.
    pub fn euro(&self, question: &str) -> Option<Euro> {
        match self.get(question) {
            Some(Answer::Money(amount)) => Some(*amount),
            _ => None,
        }
    }

    /// The whole number answered.
    pub fn count(&self, question: &str) -> Option<u32> {
        match self.get(question) {
            Some(Answer::Count(count)) => Some(*count),
            _ => None,
        }
    }

    /// The size answered.
    pub fn size(&self, question: &str) -> Option<Decimal> {
        match self.get(question) {
            Some(Answer::Measure(size)) => Some(*size),
            _ => None,
        }
    }

    /// The choice answered.
    pub fn choice(&self, question: &str) -> Option<&str> {
        match self.get(question) {
            Some(Answer::Choice(value)) => Some(value),
            _ => None,
        }
    }

    /// All answers by question, as they are written to files.
    pub fn given(&self) -> &BTreeMap<String, Answer> {
        &self.given
    }
}
