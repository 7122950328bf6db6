//! What assessment, requirements, priorities and supports come to, as labels and sentences.

use super::words::Words;
use super::words::state;
use crate::assess::{BudgetState, Outcome, PriorityState, RequirementState, SupportState};
use crate::programme::{Rules, Voice};

/// Whether nobody hands an application in: then no office decides on one.
fn informs(rules: &Rules) -> bool {
    !rules.programme.applying.takes_place()
}

/// What all requirements come to, as a heading: what a person needs to read first.
pub fn outcome(rules: &Rules, outcome: Outcome) -> String {
    rules.voice().say(match outcome {
        Outcome::NoObstacle if informs(rules) => state::OUTCOME_CONCERNS,
        Outcome::NoObstacle => state::OUTCOME_NO_OBSTACLE,
        Outcome::ToVerify => state::OUTCOME_TO_VERIFY,
        Outcome::Obstacle => state::OUTCOME_OBSTACLE,
        Outcome::Incomplete => state::OUTCOME_INCOMPLETE,
    })
}

/// What that means and what to do.
pub fn outcome_means(rules: &Rules, outcome: Outcome) -> String {
    rules.voice().say(match outcome {
        Outcome::NoObstacle if informs(rules) => state::MEANS_CONCERNS,
        Outcome::NoObstacle => state::MEANS_NO_OBSTACLE,
        Outcome::ToVerify => state::MEANS_TO_VERIFY,
        Outcome::Obstacle => state::MEANS_OBSTACLE,
        Outcome::Incomplete => state::MEANS_INCOMPLETE,
    })
}

/// What all requirements come to, in a few words.
pub fn outcome_short(voice: Voice, outcome: Outcome) -> String {
    voice.say(match outcome {
        Outcome::NoObstacle => state::SHORT_NO_OBSTACLE,
        Outcome::ToVerify => state::SHORT_TO_VERIFY,
        Outcome::Obstacle => state::SHORT_OBSTACLE,
        Outcome::Incomplete => state::SHORT_INCOMPLETE,
    })
}

/// A requirement's state, as a label.
pub fn requirement_state(voice: Voice, of: RequirementState) -> String {
    voice.say(match of {
        RequirementState::Met => state::REQUIREMENT_MET,
        RequirementState::ToVerify => state::REQUIREMENT_TO_VERIFY,
        RequirementState::NotMet => state::REQUIREMENT_NOT_MET,
        RequirementState::Unknown => state::ANSWER_MISSING,
    })
}

/// A priority's state, as a label.
pub fn priority_state(voice: Voice, of: PriorityState) -> String {
    voice.say(match of {
        PriorityState::Applies => state::PRIORITY_APPLIES,
        PriorityState::ToVerify => state::PRIORITY_TO_VERIFY,
        PriorityState::DoesNotApply => state::PRIORITY_DOES_NOT_APPLY,
        PriorityState::Unknown => state::ANSWER_MISSING,
    })
}

/// A support's state, as a label.
pub fn support_state(rules: &Rules, of: SupportState) -> String {
    rules.voice().say(match of {
        SupportState::Included if informs(rules) => state::SUPPORT_OFFERED,
        SupportState::Included => state::SUPPORT_INCLUDED,
        SupportState::ToVerify => state::SUPPORT_TO_VERIFY,
        SupportState::Excluded => state::SUPPORT_EXCLUDED,
        SupportState::Incomplete => state::ANSWER_MISSING,
        SupportState::NotWanted => state::SUPPORT_NOT_WANTED,
    })
}

/// The budget check, as a sentence.
pub fn budget(voice: Voice, of: BudgetState) -> String {
    voice.say(match of {
        BudgetState::Within => state::BUDGET_WITHIN,
        BudgetState::Over => state::BUDGET_OVER,
        BudgetState::Unknown => state::BUDGET_UNKNOWN,
    })
}

/// An age in completed years.
pub fn age(voice: Voice, years: u16) -> String {
    counted(voice, [state::AGE_ONE, state::AGE], "years", usize::from(years))
}

/// The first phrase for one, the second with the number for any other.
pub(super) fn counted(voice: Voice, [one, many]: [Words; 2], place: &str, number: usize) -> String {
    if number == 1 { voice.say(one) } else { voice.fill(many, &[(place, &number.to_string())]) }
}
