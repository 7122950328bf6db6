//! How an amount came about, as data. Page, document and command turn the same steps into words; none calculates.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::date::Date;
use crate::money::{Euro, Exact, Share};
use crate::programme::{Every, Source};

/// The steps from what was answered to the amount and on to the first year, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Trace {
    /// The steps.
    pub steps: Vec<Step>,
}

/// One step, with the paragraph that it follows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// What was done.
    #[serde(flatten)]
    pub what: What,
    /// The paragraph.
    pub source: Source,
}

/// What was done in a step, with the figure that came out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum What {
    /// A cost that was answered.
    Cost {
        /// The question.
        question: String,
        /// What was answered.
        amount: Euro,
    },
    /// The costs added up.
    CostsTogether {
        /// Their sum.
        amount: Euro,
    },
    /// A share of the costs.
    Share {
        /// Which share.
        share: Share,
        /// The share of the costs, not rounded.
        amount: Exact,
    },
    /// A ceiling, less what was already granted under it.
    Ceiling {
        /// Id of the number.
        number: String,
        /// The ceiling.
        limit: Euro,
        /// What was already granted, where that counts.
        #[serde(skip_serializing_if = "Option::is_none")]
        granted: Option<Euro>,
        /// What the ceiling leaves.
        left: Euro,
        /// The amount that meets the ceiling, not rounded.
        before: Exact,
        /// Whether it cut the amount.
        bites: bool,
    },
    /// A sum that the programme fixes or allows at most.
    Sum {
        /// Id of the number.
        number: String,
        /// The sum.
        amount: Euro,
    },
    /// The amount, rounded half up to the cent: what the support could reach.
    Amount {
        /// The amount.
        amount: Euro,
    },
    /// The days paid.
    Days {
        /// Days asked for.
        asked: u32,
        /// Days already used.
        used: u32,
        /// Days at most.
        at_most: u32,
        /// Days paid.
        paid: u32,
    },
    /// The amount over the first twelve months.
    FirstYear {
        /// How many times it is paid in them; nothing for a sum that is spread over several years.
        #[serde(skip_serializing_if = "Option::is_none")]
        times: Option<u32>,
        /// Over how many years a sum is spread, where it is.
        #[serde(skip_serializing_if = "Option::is_none")]
        years: Option<u32>,
        /// The amount of the first year.
        amount: Euro,
    },
    /// The rate for one day, or for one unit of a size and a year.
    Rate {
        /// Id of the number.
        number: String,
        /// The rate.
        amount: Euro,
        /// How often it is due.
        every: Every,
    },
    /// The days of a stay, counted from the day of the estimate.
    Stay {
        /// The first day.
        from: Date,
        /// The last one.
        until: Date,
        /// How many months were asked for, where it was not days.
        #[serde(skip_serializing_if = "Option::is_none")]
        months: Option<u32>,
        /// How many days that are.
        days: u32,
    },
    /// The rate over all days of the stay, or over the whole size: to the cent.
    Times {
        /// The rate.
        each: Euro,
        /// How many days, or units.
        #[serde(serialize_with = "as_text")]
        times: Decimal,
        /// What they come to.
        amount: Euro,
    },
    /// The same over a month or a year.
    Over {
        /// Which of the two.
        period: Every,
        /// How many days it counts, where it is counted in days.
        #[serde(skip_serializing_if = "Option::is_none")]
        days: Option<u32>,
        /// What it comes to.
        amount: Euro,
    },
    /// Who pays which part: of one day or unit, of a month, of a year, and of all.
    Payer {
        /// Id of who pays.
        payer: String,
        /// Of one day or unit.
        each: Euro,
        /// Of a month.
        month: Euro,
        /// Of a year.
        year: Euro,
        /// Of the whole stay, or of the year for a size.
        all: Euro,
    },
    /// What is paid now by the month, beside the highest that the rate comes to.
    Compared {
        /// The question with what is paid now.
        question: String,
        /// What is paid now.
        now: Euro,
        /// The highest by the month.
        most: Euro,
        /// How far apart they are.
        difference: Euro,
        /// Whether more is paid now.
        more: bool,
    },
    /// An indicative part for each resident.
    EachResident {
        /// Residents.
        residents: u32,
        /// The part of one.
        amount: Euro,
    },
}

fn as_text<S: serde::Serializer>(number: &Decimal, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&number.normalize())
}
