//! Requirements, and the outcome that they come to.

use serde::Serialize;

use super::in_order;
use crate::answers::Answers;
use crate::answers::truth::{Truth, decide};
use crate::programme::{Rules, Source};

/// What the answers say about a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RequirementState {
    /// The answers show no obstacle.
    Met,
    /// An office has to look.
    ToVerify,
    /// The answers contradict it.
    NotMet,
    /// An answer is missing.
    Unknown,
}

/// One requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RequirementRow {
    /// Id.
    pub id: String,
    /// What the answers say.
    pub state: RequirementState,
    /// Questions that would settle it.
    pub missing: Vec<String>,
    /// The paragraph that requires it.
    pub source: Source,
}

/// What all requirements come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// None is contradicted, open or doubtful.
    NoObstacle,
    /// An office has to look at one.
    ToVerify,
    /// The answers contradict one.
    Obstacle,
    /// An answer is missing for one.
    Incomplete,
}

impl Outcome {
    /// An obstacle weighs more than a missing answer, and that more than a doubt.
    pub(super) fn of(rows: &[RequirementRow]) -> Self {
        let any = |state| rows.iter().any(|row| row.state == state);
        if any(RequirementState::NotMet) {
            Self::Obstacle
        } else if any(RequirementState::Unknown) {
            Self::Incomplete
        } else if any(RequirementState::ToVerify) {
            Self::ToVerify
        } else {
            Self::NoObstacle
        }
    }
}

pub(super) fn rows(rules: &Rules, answers: &Answers) -> Vec<RequirementRow> {
    let row = |requirement: &crate::programme::Requirement| {
        let decided = decide(rules, answers, &requirement.when);
        RequirementRow {
            id: requirement.id.clone(),
            state: match decided.truth {
                Truth::Yes => RequirementState::Met,
                Truth::Doubt => RequirementState::ToVerify,
                Truth::No => RequirementState::NotMet,
                Truth::Unknown => RequirementState::Unknown,
            },
            missing: in_order(rules, &decided.missing),
            source: requirement.source.clone(),
        }
    };
    rules.programme.requirements.iter().map(row).collect()
}
