//! Supports: what each needs, what excludes it, what makes it doubtful, how its amount comes about.

use serde::Serialize;

use super::reader::Reader;
use super::{Condition, Remark, Source, Text};

/// Whom an amount is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Per {
    /// One person.
    Person,
    /// One dwelling, whoever lives in it.
    Dwelling,
}

/// How often an amount is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Every {
    /// Once.
    Once,
    /// Every day of a stay.
    Day,
    /// Every month.
    Month,
    /// Every year.
    Year,
    /// Once for a phase that may last longer than a year.
    Phase,
}

impl Every {
    fn read(at: &Reader<'_>) -> Self {
        let words = [
            ("once", Self::Once),
            ("day", Self::Day),
            ("month", Self::Month),
            ("year", Self::Year),
            ("phase", Self::Phase),
        ];
        at.one_of("every", &words)
    }
}

/// One support of the programme.
#[derive(Clone, Debug, PartialEq)]
pub struct Support {
    /// Id.
    pub id: String,
    /// Its name.
    pub label: Text,
    /// What it pays for, in a sentence or two.
    pub summary: Text,
    /// Whom its amount is counted for.
    pub per: Per,
    /// Answers without which nothing can be said.
    pub needs: Vec<Needed>,
    /// How it can integrate another support instead of standing alone.
    pub companion: Option<Companion>,
    /// What excludes it, each by itself.
    pub exclusions: Vec<Clause>,
    /// What leaves it to be verified by the office.
    pub doubts: Vec<Clause>,
    /// What people should know about the amount.
    pub notes: Vec<Clause>,
    /// How the amount comes about.
    pub amount: Amount,
    /// Rules that no answer records; shown, never calculated.
    pub remarks: Vec<Remark>,
    /// The paragraph about it.
    pub source: Source,
}

impl Support {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            label: at.text("label"),
            summary: at.text("summary"),
            per: at.one_of("per", &[("person", Per::Person), ("dwelling", Per::Dwelling)]),
            needs: at.any("needs", Needed::read),
            companion: at.maybe("companion", Companion::read),
            exclusions: at.any("exclusions", Clause::read),
            doubts: at.any("doubts", Clause::read),
            notes: at.any("notes", Clause::read),
            amount: at.one("amount", Amount::read),
            remarks: at.any("remarks", Remark::read),
            source: at.one("source", Source::read),
        }
    }
}

/// An answer that a support needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Question.
    pub answer: String,
    /// Needed only where this holds for certain; always, where nothing is said.
    pub when: Option<Condition>,
}

impl Needed {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { answer: at.words("answer"), when: at.maybe("when", Condition::read) }
    }
}

/// A reason that applies when its condition holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Id of a reason of the programme.
    pub reason: String,
    /// When; always, where nothing is said.
    pub when: Option<Condition>,
    /// The paragraph that says so.
    pub source: Source,
}

impl Clause {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            reason: at.words("reason"),
            when: at.maybe("when", Condition::read),
            source: at.one("source", Source::read),
        }
    }
}

/// How a support integrates another one, phase by phase, instead of standing alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Companion {
    /// The support that it integrates; its amount must be in phases.
    pub of: String,
    /// The yes/no question whether it does.
    pub asked_by: String,
    /// What it adds to each phase of the other.
    pub phases: Vec<CompanionPhase>,
    /// Reason that excludes it when the other one is excluded.
    pub excluded_with: String,
    /// What people should know about the amount when it integrates.
    pub notes: Vec<Clause>,
    /// The paragraph about it.
    pub source: Source,
}

impl Companion {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            of: at.words("of"),
            asked_by: at.words("asked_by"),
            phases: at.each("phases", CompanionPhase::read),
            excluded_with: at.words("excluded_with"),
            notes: at.any("notes", Clause::read),
            source: at.one("source", Source::read),
        }
    }
}

/// What a companion adds to one phase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanionPhase {
    /// The choice that names the phase.
    pub phase: String,
    /// Id of the number with the ceiling.
    pub ceiling: String,
}

impl CompanionPhase {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { phase: at.words("phase"), ceiling: at.words("ceiling") }
    }
}

/// How an amount comes about. Numbers by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// A share of what something costs, under one or more ceilings.
    ShareOfCosts {
        /// What the costs are, in a few words: "affitto e utenze al mese".
        costs_are: Text,
        /// Questions whose amounts are added.
        costs: Vec<String>,
        /// Id of the share; all of the costs, where nothing is said.
        share: Option<String>,
        /// The result is at most each of these.
        ceilings: Vec<Ceiling>,
        /// How often the costs arise and the amount is paid.
        every: Every,
        /// For an amount per day: for how many days.
        days: Option<Days>,
    },
    /// A fixed sum.
    Fixed {
        /// Id of the sum.
        sum: String,
        /// How often it is paid.
        every: Every,
    },
    /// A sum for each phase of a path, some phases in several yearly editions.
    Phases {
        /// Question with the phase.
        phase: String,
        /// Question with the number of editions.
        editions: String,
        /// In order.
        phases: Vec<Phase>,
    },
    /// A rate for each day of a stay, or for each unit of a size: a price, which somebody pays and the person does not
    /// receive. It enters no total.
    Rate {
        /// Id of the sum for one.
        rate: String,
        /// What it is multiplied by.
        times: Times,
        /// Who pays which part of it; whoever uses it pays all, where nobody is named.
        payers: Vec<Payer>,
        /// Question with what is paid now by the month, to compare with.
        compared_with: Option<String>,
    },
    /// Help, and no money.
    Service {
        /// Where and how it is asked for.
        ask: Text,
    },
}

impl Amount {
    fn read(at: &Reader<'_>) -> Self {
        match at.only_key() {
            "share_of_costs" => at.one("share_of_costs", |at| Self::ShareOfCosts {
                costs_are: at.text("costs_are"),
                costs: at.names("costs"),
                share: at.maybe_words("share"),
                ceilings: at.each("ceilings", Ceiling::read),
                every: Every::read(at),
                days: at.maybe("days", Days::read),
            }),
            "phases" => at.one("phases", |at| Self::Phases {
                phase: at.words("phase"),
                editions: at.words("editions"),
                phases: at.each("phases", Phase::read),
            }),
            "fixed" => at.one("fixed", |at| Self::Fixed { sum: at.words("sum"), every: Every::read(at) }),
            "rate" => at.one("rate", |at| Self::Rate {
                rate: at.words("rate"),
                times: at.one("times", Times::read),
                payers: at.any("payers", Payer::read),
                compared_with: at.maybe_words("compared_with"),
            }),
            "service" => at.one("service", |at| Self::Service { ask: at.text("ask") }),
            _ => {
                at.not_of(&["share_of_costs", "fixed", "phases", "rate", "service"]);
                Self::default()
            }
        }
    }

    /// Whether it is money that a person or a dwelling receives.
    pub fn is_received(&self) -> bool {
        !matches!(self, Self::Rate { .. } | Self::Service { .. })
    }
}

impl Default for Amount {
    fn default() -> Self {
        Self::Fixed { sum: String::new(), every: Every::Once }
    }
}

/// What a rate is multiplied by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Times {
    /// Nothing that a file can say.
    #[default]
    Nothing,
    /// The days of a stay from the day of the estimate on: a rate by the day.
    Stay {
        /// Question with its days.
        days: String,
        /// Question with its months, answered in their place.
        months: String,
        /// Id of the number of days that a month counts where it is spoken of in general.
        month: String,
    },
    /// A size: a rate by the year for each unit of it.
    Size(String),
}

impl Times {
    fn read(at: &Reader<'_>) -> Self {
        match at.only_key() {
            "stay" => at.one("stay", |at| Self::Stay {
                days: at.words("days"),
                months: at.words("months"),
                month: at.words("month"),
            }),
            "size" => Self::Size(at.words("size")),
            _ => {
                at.not_of(&["stay", "size"]);
                Self::Nothing
            }
        }
    }
}

/// Who pays a part of a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Id.
    pub id: String,
    /// Who it is, and out of what.
    pub label: Text,
    /// Id of the sum for one day or unit.
    pub rate: String,
}

impl Payer {
    fn read(at: &Reader<'_>) -> Self {
        Self { id: at.words("id"), label: at.text("label"), rate: at.words("rate") }
    }
}

/// A ceiling of a share of costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceiling {
    /// Id of the number.
    pub number: String,
    /// Question with what was already granted under the same ceiling and comes off it.
    pub less: Option<String>,
}

impl Ceiling {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { number: at.words("number"), less: at.maybe_words("less") }
    }
}

/// For how many days an amount per day is paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Days {
    /// Question with the days of the stay.
    pub asked: String,
    /// Question with the days already used.
    pub used: String,
    /// Id of the number of days at most.
    pub at_most: String,
    /// Reason, a note, given when fewer days are left than asked.
    pub capped: String,
}

impl Days {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            asked: at.words("asked"),
            used: at.words("used"),
            at_most: at.words("at_most"),
            capped: at.words("capped"),
        }
    }
}

/// One phase of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// The choice that names it.
    pub phase: String,
    /// Id of the number with the ceiling of one edition.
    pub ceiling: String,
    /// Years that one edition lasts.
    pub years: u32,
    /// Id of the number of editions at most.
    pub editions: String,
}

impl Phase {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            phase: at.words("phase"),
            ceiling: at.words("ceiling"),
            years: at.whole_number("years", 0),
            editions: at.words("editions"),
        }
    }
}
