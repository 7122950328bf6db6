//! The closed vocabulary of conditions. How they are decided, with unknowns and doubts: `answers::truth`.

use serde::Serialize;

use super::reader::Reader;

/// Something that answers make true, false, doubtful or leave unknown. Questions, numbers and supports by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// Where it holds, an office has to look before anyone can say so.
    ToVerify(Box<Condition>),
    /// The choice `value` was answered.
    Is {
        /// Question with choices, or with a municipality.
        question: String,
        /// One of its choices, or a municipality's Belfiore code.
        value: String,
    },
    /// One of the choices `values` was answered.
    OneOf {
        /// Question with choices, or with a municipality.
        question: String,
        /// Some of its choices, or of the municipalities' codes.
        values: Vec<String>,
    },
    /// The amount or number answered is zero.
    Zero {
        /// Question answered with an amount or a number.
        question: String,
    },
    /// The number answered is `number` or more.
    AtLeast {
        /// Question answered with a number.
        question: String,
        /// Id of a number of the programme.
        number: String,
    },
    /// The number answered is `number` or less.
    AtMost {
        /// Question answered with a number.
        question: String,
        /// Id of a number of the programme.
        number: String,
    },
    /// The age in completed years at the date of the estimate lies between the bounds, both included.
    AgeBetween {
        /// Question answered with a birth date.
        question: String,
        /// Id of the lower bound.
        from: Option<String>,
        /// Id of the upper bound.
        to: Option<String>,
    },
    /// The municipality answered is one of the notice's.
    InTerritory {
        /// Question answered with a municipality.
        question: String,
    },
    /// This support is among those asked for.
    Wants(String),
}

impl Condition {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        match at.only_key() {
            "all" => Self::All(at.each("all", Self::read)),
            "any" => Self::Any(at.each("any", Self::read)),
            "not" => Self::Not(Box::new(at.one("not", Self::read))),
            "to_verify" => Self::ToVerify(Box::new(at.one("to_verify", Self::read))),
            "wants" => Self::Wants(at.words("wants")),
            "is" => at.one("is", |at| Self::Is { question: at.words("question"), value: at.words("value") }),
            "one_of" => {
                at.one("one_of", |at| Self::OneOf { question: at.words("question"), values: at.names("values") })
            }
            "zero" => at.one("zero", |at| Self::Zero { question: at.words("question") }),
            "at_least" => {
                at.one("at_least", |at| Self::AtLeast { question: at.words("question"), number: at.words("number") })
            }
            "at_most" => {
                at.one("at_most", |at| Self::AtMost { question: at.words("question"), number: at.words("number") })
            }
            "age_between" => at.one("age_between", |at| Self::AgeBetween {
                question: at.words("question"),
                from: at.maybe_words("from"),
                to: at.maybe_words("to"),
            }),
            "in_territory" => at.one("in_territory", |at| Self::InTerritory { question: at.words("question") }),
            _ => {
                at.not_of(&[
                    "all",
                    "any",
                    "not",
                    "to_verify",
                    "is",
                    "one_of",
                    "zero",
                    "at_least",
                    "at_most",
                    "age_between",
                    "in_territory",
                    "wants",
                ]);
                Self::All(Vec::new())
            }
        }
    }

    /// Calls `visit` with this condition and every condition inside it.
    pub fn walk<'a>(&'a self, visit: &mut impl FnMut(&'a Condition)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.walk(visit)),
            Self::Not(part) | Self::ToVerify(part) => part.walk(visit),
            _ => {}
        }
    }

    /// The question that this very condition asks about, if it is one that looks at a single answer.
    pub fn question(&self) -> Option<&str> {
        match self {
            Self::Is { question, .. }
            | Self::OneOf { question, .. }
            | Self::Zero { question }
            | Self::AtLeast { question, .. }
            | Self::AtMost { question, .. }
            | Self::AgeBetween { question, .. }
            | Self::InTerritory { question } => Some(question),
            Self::All(_) | Self::Any(_) | Self::Not(_) | Self::ToVerify(_) | Self::Wants(_) => None,
        }
    }

    /// The questions looked at, here and inside, in the order of the text.
    pub fn questions(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.walk(&mut |part| found.extend(part.question().filter(|question| !found.contains(question))));
        found
    }
}
