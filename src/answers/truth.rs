//! Whether a condition holds, where answers may be missing and some need an office's look.
//!
//! Four values in order: *no* < *unknown* < *doubt* < *yes*. "All" is the least of its parts and "any" the greatest:
//! in a conjunction one certain "no" settles it, then a missing answer weighs more than a doubt (assessment,
//! "Priorities"); in an alternative one certain "yes" does, whatever else is unanswered.

use rust_decimal::Decimal;

use super::{Answer, Answers};
use crate::programme::{Condition, Rules};

/// The four truth values, from least to greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// An answer is missing that could decide it.
    Unknown,
    /// It holds if an office says so.
    Doubt,
    /// It holds.
    Yes,
}

/// A truth value, and the questions whose answers would settle an unknown one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The value.
    pub truth: Truth,
    /// Questions, by id, in the order of the condition; empty unless the value is unknown.
    pub missing: Vec<String>,
}

impl Decided {
    fn known(truth: Truth) -> Self {
        Self { truth, missing: Vec::new() }
    }

    fn certain(holds: bool) -> Self {
        Self::known(if holds { Truth::Yes } else { Truth::No })
    }
}

/// Decides a condition.
pub fn decide(rules: &Rules, answers: &Answers, condition: &Condition) -> Decided {
    let part = |part: &Condition| decide(rules, answers, part);
    match condition {
        Condition::All(parts) => joined(parts.iter().map(part), Truth::Yes, Truth::min),
        Condition::Any(parts) => joined(parts.iter().map(part), Truth::No, Truth::max),
        Condition::Not(inner) => match part(inner) {
            Decided { truth: Truth::Yes, .. } => Decided::known(Truth::No),
            Decided { truth: Truth::No, .. } => Decided::known(Truth::Yes),
            open => open,
        },
        Condition::ToVerify(inner) => match part(inner) {
            Decided { truth: Truth::Yes, .. } => Decided::known(Truth::Doubt),
            other => other,
        },
        Condition::Wants(support) => match wanted(rules, answers) {
            Some(wanted) => Decided::certain(wanted.contains(support)),
            None => Decided { truth: Truth::Unknown, missing: wanted_question(rules).into_iter().collect() },
        },
        single => match single.question().and_then(|question| answers.get(question)) {
            Some(answer) => Decided::certain(holds(rules, answers, single, answer)),
            None => Decided { truth: Truth::Unknown, missing: single.question().map(Into::into).into_iter().collect() },
        },
    }
}

/// The questions whose answers made a condition what it is: of a conjunction that fails, only those of the parts that
/// fail; of an alternative that holds, only those of the parts that hold. In the order of the condition, each once.
pub fn rests_on(rules: &Rules, answers: &Answers, condition: &Condition) -> Vec<String> {
    let found: Vec<String> = match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            let truth = decide(rules, answers, condition).truth;
            let all_alike = truth == if matches!(condition, Condition::All(_)) { Truth::Yes } else { Truth::No };
            let weighs = |part: &&Condition| all_alike || decide(rules, answers, part).truth == truth;
            parts.iter().filter(weighs).flat_map(|part| rests_on(rules, answers, part)).collect()
        }
        Condition::Not(inner) | Condition::ToVerify(inner) => rests_on(rules, answers, inner),
        Condition::Wants(_) => wanted_question(rules).into_iter().collect(),
        single => single.question().map(Into::into).into_iter().collect(),
    };
    let mut once: Vec<String> = Vec::new();
    for question in found {
        if !once.contains(&question) {
            once.push(question);
        }
    }
    once
}

fn joined(parts: impl Iterator<Item = Decided>, neutral: Truth, pick: fn(Truth, Truth) -> Truth) -> Decided {
    parts.fold(Decided::known(neutral), |mut sum, part| {
        sum.truth = pick(sum.truth, part.truth);
        sum.missing.extend(part.missing);
        if sum.truth != Truth::Unknown {
            // Settled, whatever is missing.
            sum.missing.clear();
        }
        sum
    })
}

/// The supports asked for; nothing if that was not answered. Where nobody is asked, all of them.
pub fn wanted<'a>(rules: &'a Rules, answers: &'a Answers) -> Option<&'a [String]> {
    let Some(question) = wanted_question(rules) else { return Some(rules.every_support()) };
    match answers.get(&question) {
        Some(Answer::Supports(ids)) => Some(ids),
        _ => None,
    }
}

/// The Belfiore code of the municipality answered.
pub fn residence<'a>(rules: &Rules, answers: &'a Answers) -> Option<&'a str> {
    let asks = |question: &&crate::programme::Question| question.kind == crate::programme::Kind::Municipality;
    match answers.get(&rules.programme.questions.iter().find(asks)?.id) {
        Some(Answer::Municipality(code)) => Some(code),
        _ => None,
    }
}

/// The question that asks which supports are wanted.
pub fn wanted_question(rules: &Rules) -> Option<String> {
    let asks = |question: &&crate::programme::Question| question.kind == crate::programme::Kind::Supports;
    rules.programme.questions.iter().find(asks).map(|question| question.id.clone())
}

/// Whether a condition about a single answer holds for this answer.
fn holds(rules: &Rules, answers: &Answers, condition: &Condition, answer: &Answer) -> bool {
    let number = answer.number().unwrap_or_default();
    match (condition, answer) {
        (Condition::Is { value, .. }, Answer::Choice(given) | Answer::Municipality(given)) => given == value,
        (Condition::OneOf { values, .. }, Answer::Choice(given) | Answer::Municipality(given)) => {
            values.contains(given)
        }
        (Condition::Zero { .. }, _) => number.is_zero(),
        (Condition::AtLeast { number: bound, .. }, _) => number >= rules.count(bound),
        (Condition::AtMost { number: bound, .. }, _) => number <= rules.count(bound),
        (Condition::AgeBetween { from, to, .. }, Answer::Day(birth)) => {
            let age = Decimal::from(birth.age_at(answers.as_of));
            from.as_ref().is_none_or(|from| age >= rules.count(from))
                && to.as_ref().is_none_or(|to| age <= rules.count(to))
        }
        (Condition::InTerritory { .. }, Answer::Municipality(code)) => rules.notice.municipality(code).is_some(),
        _ => false,
    }
}
