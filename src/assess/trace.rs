//! How an amount came about, as data. Page, document and command turn the same steps into words; none calculates.

use serde::Serialize;

use crate::money::{Euro, Exact, Share};
use crate::programme::Source;

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
    /// An indicative part for each resident.
    EachResident {
        /// Residents.
        residents: u32,
        /// The part of one.
        amount: Euro,
    },
}
