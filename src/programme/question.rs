//! Questions, in the order in which people meet them.

use serde::Serialize;

use super::reader::Reader;
use super::{Condition, Source, Text};

/// One question. It is asked when `asked_when` holds, which only earlier questions decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Key of the answer.
    pub id: String,
    /// Id of the section it stands in.
    pub section: String,
    /// What can be answered.
    pub kind: Kind,
    /// The choices, for [`Kind::Choice`], in the order shown.
    pub choices: Vec<Choice>,
    /// Smallest answer of a [`Kind::Count`] or a [`Kind::Measure`], 0 where nothing is said.
    pub at_least: u32,
    /// Largest answer of a [`Kind::Count`], a [`Kind::Scale`] or a [`Kind::Measure`], 9999 where nothing is said.
    pub at_most: u32,
    /// What a [`Kind::Measure`] is measured in: "m²".
    pub unit: Option<String>,
    /// The question itself.
    pub label: Text,
    /// A few words that name the answer in lists and calculations: "canone mensile".
    pub short: Text,
    /// What to look at, where the number stands.
    pub help: Option<Text>,
    /// Why it is asked.
    pub why: Text,
    /// Where people get stuck: what a word means, on which line a number stands.
    pub guides: Vec<Guide>,
    /// Whether "I do not know" is offered; the answer is then left out.
    pub may_not_know: bool,
    /// When it is asked; always, where nothing is said.
    pub asked_when: Option<Condition>,
    /// The paragraph that makes it necessary.
    pub source: Source,
}

impl Question {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            section: at.words("section"),
            kind: at.one_of(
                "kind",
                &[
                    ("choice", Kind::Choice),
                    ("supports", Kind::Supports),
                    ("past_date", Kind::PastDate),
                    ("municipality", Kind::Municipality),
                    ("money", Kind::Money),
                    ("count", Kind::Count),
                    ("scale", Kind::Scale),
                    ("measure", Kind::Measure),
                ],
            ),
            choices: at.any("choices", Choice::read),
            at_least: at.whole_number("at_least", 0),
            at_most: at.whole_number("at_most", 9999),
            unit: at.maybe_words("unit"),
            label: at.text("label"),
            short: at.text("short"),
            help: at.maybe_text("help"),
            why: at.text("why"),
            guides: at.any("guides", Guide::read),
            may_not_know: at.flag("may_not_know"),
            asked_when: at.maybe("asked_when", Condition::read),
            source: at.one("source", Source::read),
        }
    }
}

/// Something to read where people get stuck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guide {
    /// Id, unique among the guides of a question.
    pub id: String,
    /// What it explains.
    pub title: Text,
    /// The explanation; a line break begins a new paragraph.
    pub text: Text,
    /// The paragraph that says so, where it is one of a cited document.
    pub source: Option<Source>,
}

impl Guide {
    fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            title: at.text("title"),
            text: at.text("text"),
            source: at.maybe("source", Source::read),
        }
    }
}

/// What can be answered to a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// One of the choices.
    Choice,
    /// Any number of the programme's supports, none too.
    Supports,
    /// A day that is not after the date of the estimate.
    PastDate,
    /// A municipality of Italy, by its Belfiore code.
    Municipality,
    /// An amount in euro.
    Money,
    /// A whole number.
    Count,
    /// The total of a scale, in halves.
    Scale,
    /// A size in the question's unit, with at most two decimals.
    Measure,
}

impl Kind {
    /// Whether it is answered in a field to type in, and not among choices.
    pub fn is_typed(self) -> bool {
        !matches!(self, Self::Choice | Self::Municipality | Self::Supports)
    }
}

/// One choice of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is stored.
    pub value: String,
    /// What is read.
    pub label: Text,
    /// One more sentence below the label.
    pub hint: Option<Text>,
}

impl Choice {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { value: at.words("value"), label: at.text("label"), hint: at.maybe_text("hint") }
    }
}
