//! Rules that no worked case holds: what could go wrong in them, nobody would notice.

use serde_json::Value;

use super::{Gap, Missing, Subject, place, words};
use crate::answers::{self, Answer, Answers};
use crate::assess::{Assessment, PriorityState, RequirementState, SupportRow, SupportState, assess};
use crate::money::Euro;
use crate::programme::{Fault, Question, Rules, Support};
use crate::text::condition::quoted;
use crate::text::{reason, say};

/// The answers of a worked case: a file with `answers`, and what they come to in `expect`. Nothing for a case whose
/// answers are meant to be refused, which says so in `expect.says`: no rule looks at those.
///
/// # Errors
/// A file that is not JSON or has no answers, and every answer that is refused without being meant to, with its key.
pub fn case(rules: &Rules, file: &str, json: &str) -> Result<Option<Answers>, Vec<Fault>> {
    let fault = |key: &str, what: String| Fault { file: file.into(), key: key.into(), what };
    let case: Value = serde_json::from_str(json).map_err(|why| vec![fault("", words::not_json(&why))])?;
    if case["expect"].get("says").is_some() {
        return Ok(None);
    }
    let Some(given) = case.get("answers") else { return Err(vec![fault("answers", words::NO_ANSWERS.into())]) };
    let refused = |bad: answers::BadAnswer| match bad.key.as_str() {
        "" => fault("answers", bad.what),
        key => fault(&format!("answers.{key}"), bad.what),
    };
    let read = answers::read(rules, &given.to_string());
    read.map(Some).map_err(|faults| faults.into_iter().map(refused).collect())
}

/// What the cases come to, and what they were asked.
struct Worked<'a> {
    rules: &'a Rules,
    answers: &'a [Answers],
    assessments: Vec<Assessment>,
}

pub(super) fn subjects(rules: &Rules, answers: &[Answers]) -> Vec<Subject> {
    let assessments = answers.iter().map(|answers| assess(rules, answers)).collect();
    let worked = Worked { rules, answers, assessments };
    let programme = &rules.programme;
    let requirement = |gap, state| {
        worked.subject(gap, &programme.requirements, |one| {
            let at = worked.of_both("requirements", &one.id, rules.notice.requirements.iter().map(|own| &own.id));
            (!worked.requires(&one.id, state)).then(|| missing(at, say(&one.label)))
        })
    };
    vec![
        worked.subject(Gap::Support, &programme.supports, |one| {
            (!worked.includes(one)).then(|| missing(ours("supports", &one.id), say(&one.label)))
        }),
        requirement(Gap::NeverMet, RequirementState::Met),
        requirement(Gap::NeverUnmet, RequirementState::NotMet),
        worked.subject(Gap::Priority, &programme.priorities, |one| {
            (!worked.applies(&one.id)).then(|| missing(ours("priorities", &one.id), say(&one.label)))
        }),
        worked.subject(Gap::Reason, &programme.reasons, |one| {
            (!worked.gives(&one.id)).then(|| missing(ours("reasons", &one.id), &reason(rules, &one.id)))
        }),
        worked.subject(Gap::Question, &programme.questions, |one| {
            (!worked.answers(&one.id)).then(|| missing(ours("questions", &one.id), say(&one.label)))
        }),
        worked.choices(),
    ]
}

fn missing(place: String, words: &str) -> Missing {
    Missing { place, words: words.into(), detail: String::new() }
}

/// A place in the programme's file.
fn ours(list: &str, id: &str) -> String {
    place(words::PROGRAMME_FILE, &format!("{list}.{id}"))
}

impl Worked<'_> {
    fn subject<'t, T>(&self, gap: Gap, all: &'t [T], missing: impl Fn(&'t T) -> Option<Missing>) -> Subject {
        Subject { gap, of: all.len(), missing: all.iter().filter_map(missing).collect() }
    }

    /// A place in the notice's file for what is one of its `own`, in the programme's for all else.
    fn of_both<'i>(&self, list: &str, id: &str, mut own: impl Iterator<Item = &'i String>) -> String {
        match own.any(|own| own == id) {
            true => place(words::NOTICE_FILE, &format!("{list}.{id}")),
            false => ours(list, id),
        }
    }

    fn includes(&self, support: &Support) -> bool {
        // What an office always has to look at is never included without.
        let always_doubtful = support.doubts.iter().any(|doubt| doubt.when.is_none());
        let best = if always_doubtful { SupportState::ToVerify } else { SupportState::Included };
        // A support that has no amount is included without; an amount of nothing holds no figure.
        let held = |row: &SupportRow| row.state == best && row.amount.is_none_or(|sum| sum != Euro::ZERO);
        self.assessments.iter().flat_map(|case| &case.supports).any(|row| row.id == support.id && held(row))
    }

    fn requires(&self, id: &str, state: RequirementState) -> bool {
        self.assessments.iter().flat_map(|case| &case.requirements).any(|row| row.id == id && row.state == state)
    }

    fn applies(&self, id: &str) -> bool {
        let applies = PriorityState::Applies;
        self.assessments.iter().flat_map(|case| &case.priorities).any(|row| row.id == id && row.state == applies)
    }

    /// A reason may carry the partner that it is about: `compatibility_unstated:respite`.
    fn gives(&self, id: &str) -> bool {
        let given = self.assessments.iter().flat_map(|case| &case.supports).flat_map(|row| &row.reasons);
        given.into_iter().any(|given| given.split(':').next() == Some(id))
    }

    fn answers(&self, question: &str) -> bool {
        self.answers.iter().any(|answers| answers.get(question).is_some())
    }

    fn choices(&self) -> Subject {
        let made = |question: &Question, value: &str| {
            let chosen =
                |answers: &Answers| matches!(answers.get(&question.id), Some(Answer::Choice(one)) if one == value);
            self.answers.iter().any(chosen)
        };
        let all = self
            .rules
            .programme
            .questions
            .iter()
            .flat_map(|question| question.choices.iter().map(move |choice| (question, choice)));
        let all: Vec<_> = all.collect();
        self.subject(Gap::Choice, &all, |(question, choice)| {
            let at = format!("{}.choices.{}", question.id, choice.value);
            let words = format!("{}: {}", say(&question.label), quoted(say(&choice.label)));
            (!made(question, &choice.value)).then(|| missing(ours("questions", &at), &words))
        })
    }
}
