//! Priorities of access that seem to apply, from the answers alone.

use serde::Serialize;

use super::in_order;
use crate::answers::Answers;
use crate::answers::truth::{Truth, decide};
use crate::programme::{Rules, Source};

/// What the answers say about a priority. It is a flag, not a place in a list: the notice gives no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PriorityState {
    /// It seems to apply.
    Applies,
    /// An office has to look.
    ToVerify,
    /// It does not.
    DoesNotApply,
    /// An answer is missing.
    Unknown,
}

/// One priority.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PriorityRow {
    /// Id.
    pub id: String,
    /// What the answers say.
    pub state: PriorityState,
    /// Questions that would settle it.
    pub missing: Vec<String>,
    /// The paragraph that gives it.
    pub source: Source,
}

pub(super) fn rows(rules: &Rules, answers: &Answers) -> Vec<PriorityRow> {
    let row = |priority: &crate::programme::Priority| {
        let decided = decide(rules, answers, &priority.when);
        PriorityRow {
            id: priority.id.clone(),
            state: match decided.truth {
                Truth::Yes => PriorityState::Applies,
                Truth::Doubt => PriorityState::ToVerify,
                Truth::No => PriorityState::DoesNotApply,
                Truth::Unknown => PriorityState::Unknown,
            },
            missing: in_order(rules, &decided.missing),
            source: priority.source.clone(),
        }
    };
    rules.programme.priorities.iter().map(row).collect()
}
