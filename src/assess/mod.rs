//! Programme + answers + day → [`Assessment`]: what the notice could offer, and why.
//!
//! The order of the work is the order of the files: [`requirements`] and [`priorities`] look at answers alone;
//! [`supports`] decides the state of each support with [`compatibility`], and [`amounts`] follows each figure with its
//! trace; [`timeline`], [`budget`] and [`documents`] only read what is decided by then. [`change`], [`projection`] and
//! [`sheet`] ask the same rules again: what if, and what of several residents. Nothing here says that a
//! person is entitled to anything: states are about rules and missing answers.

mod amounts;
mod budget;
mod change;
mod compatibility;
mod documents;
mod orientation;
mod priorities;
mod projection;
mod rate;
mod requirements;
mod sheet;
mod supports;
mod timeline;
pub mod trace;

use serde::Serialize;

pub use budget::{BudgetCheck, BudgetState};
pub use change::{Row, To, Way};
pub use documents::DocumentRow;
pub use orientation::{Found, orientation};
pub use priorities::{PriorityRow, PriorityState};
pub use projection::{ProjectedLine, projection};
pub use requirements::{Outcome, RequirementRow, RequirementState};
pub use sheet::{Balance, Resident, ResidentBudget, SharedLine, Sheet, sheet};
pub use supports::{SupportRow, SupportState};
pub use timeline::{Path, PathLine, PathPhase, Year, YearLine};

use crate::answers::Answers;
use crate::date::Date;
use crate::money::Euro;
use crate::programme::{Per, Rules};

/// Months in a year.
const MONTHS: u32 = 12;

/// What the rules say about one person's answers on one day. Written as JSON, it is the contract of `ddn assess`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessment {
    /// Id of the notice.
    pub notice: String,
    /// Id of the programme.
    pub programme: String,
    /// The date of the estimate.
    pub as_of: Date,
    /// What the requirements come to.
    pub outcome: Outcome,
    /// Every requirement, in order.
    pub requirements: Vec<RequirementRow>,
    /// Every priority, in order.
    pub priorities: Vec<PriorityRow>,
    /// Every support, in order.
    pub supports: Vec<SupportRow>,
    /// Sums of the first year, never across persons and dwellings.
    pub totals: Totals,
    /// The answered phase of a path, year by year.
    pub timeline: Vec<Year>,
    /// The longest path from the answered phase: a projection, in no total.
    pub path: Option<Path>,
    /// How much of the project's budget the programme would pay.
    pub budget_check: BudgetCheck,
    /// Documents to bring.
    pub documents: Vec<DocumentRow>,
    /// Questions that requirements and supports still wait for, in order.
    pub missing: Vec<String>,
}

/// The sums of the first twelve months.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Of supports that are included.
    pub first_year: Sums,
    /// Of supports that are to be verified; never part of the above.
    pub first_year_to_verify: Sums,
}

/// Sums for one person and for one dwelling. The two are never added together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sums {
    /// Per person.
    pub person: Euro,
    /// Per dwelling.
    pub dwelling: Euro,
}

impl Sums {
    fn of(rows: &[SupportRow], state: SupportState) -> Self {
        let sum =
            |per| rows.iter().filter(|row| row.state == state && row.per == per).filter_map(|row| row.first_year).sum();
        Self { person: sum(Per::Person), dwelling: sum(Per::Dwelling) }
    }
}

/// Assesses the answers.
pub fn assess(rules: &Rules, answers: &Answers) -> Assessment {
    let requirements = requirements::rows(rules, answers);
    let supports = supports::rows(rules, answers);
    let waited_for = requirements.iter().map(|row| &row.missing).chain(supports.iter().map(|row| &row.missing));
    let waited_for: Vec<String> = waited_for.flatten().cloned().collect();
    Assessment {
        notice: rules.notice.id.clone(),
        programme: rules.programme.id.clone(),
        as_of: answers.as_of,
        outcome: Outcome::of(&requirements),
        priorities: priorities::rows(rules, answers),
        totals: Totals {
            first_year: Sums::of(&supports, SupportState::Included),
            first_year_to_verify: Sums::of(&supports, SupportState::ToVerify),
        },
        timeline: timeline::answered_phase(rules, answers, &supports),
        path: timeline::longest_path(rules, answers, &supports),
        budget_check: budget::check(rules, answers, &supports),
        documents: documents::rows(rules, answers, &supports),
        missing: in_order(rules, &waited_for),
        requirements,
        supports,
    }
}

/// Questions in authored order, each once.
fn in_order(rules: &Rules, questions: &[String]) -> Vec<String> {
    if questions.is_empty() {
        return Vec::new();
    }
    let ids = rules.programme.questions.iter().map(|question| &question.id);
    ids.filter(|id| questions.contains(id)).cloned().collect()
}
