//! What was typed so far, raw: nothing is lost while it is not yet understood.

use std::collections::BTreeMap;

use serde_json::Value;

use super::truth::{Truth, decide};
use super::typed::NotUnderstood;
use super::{Answer, Answers, typed};
use crate::date::Date;
use crate::programme::{Condition, Kind, Question, Rules};

/// Raw answers by question, as typed or chosen; several choices joined by a space. "I do not know" is an empty text:
/// the question was dealt with, and there is no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    raw: BTreeMap<String, String>,
}

impl Draft {
    /// What stands in the field of a question; nothing if it was never dealt with.
    pub fn raw(&self, question: &str) -> Option<&str> {
        self.raw.get(question).map(String::as_str)
    }

    /// Keeps what was typed.
    pub fn set(&mut self, question: &str, raw: impl Into<String>) {
        self.raw.insert(question.into(), raw.into());
    }

    /// A draft that says the same as these answers. A question that was asked and may be left open counts as dealt with.
    pub fn from_answers(rules: &Rules, answers: &Answers) -> Self {
        let mut draft = Self::default();
        for question in &rules.programme.questions {
            match answers.get(&question.id) {
                Some(answer) => draft.set(&question.id, typed::as_typed(answer)),
                None if question.may_not_know && is_asked(rules, answers, question) => draft.set(&question.id, ""),
                None => {}
            }
        }
        draft
    }

    /// All of it as JSON, to be read again by [`Draft::from_value`].
    pub fn to_value(&self) -> Value {
        let mut all = serde_json::Map::new();
        all.extend(self.raw.iter().map(|(question, raw)| (question.clone(), raw.as_str().into())));
        Value::Object(all)
    }

    /// What [`Draft::to_value`] made. What is no text was never typed.
    pub fn from_value(all: &Value) -> Self {
        let texts = all.as_object().into_iter().flatten();
        let mut draft = Self::default();
        draft.raw.extend(texts.filter_map(|(question, raw)| Some((question.clone(), raw.as_str()?.to_owned()))));
        draft
    }

    /// The same for another programme: without what does not fit a question of that name there. What it does not ask stays,
    /// for whoever comes back.
    pub fn carried_to(&self, rules: &Rules, today: Date) -> Self {
        let fits = |question: &Question, raw: &str| match question.kind {
            _ if raw.is_empty() => question.may_not_know || question.kind == Kind::Supports,
            Kind::Choice => question.choices.iter().any(|choice| choice.value == raw),
            Kind::Supports => raw.split_whitespace().all(|id| rules.support(id).is_some()),
            _ => Self::understand(question, raw, today).is_ok(),
        };
        let mut carried = self.clone();
        carried.raw.retain(|id, raw| rules.question(id).is_none_or(|question| fits(question, raw)));
        carried
    }

    /// How many questions were dealt with.
    pub fn len(&self) -> usize {
        self.raw.len()
    }

    /// Whether nothing was typed at all.
    pub fn is_empty(&self) -> bool {
        self.raw.is_empty()
    }

    /// What `raw` says to `question`; nothing for "I do not know".
    ///
    /// # Errors
    /// Why it says nothing.
    pub fn understand(question: &Question, raw: &str, today: Date) -> Result<Option<Answer>, NotUnderstood> {
        if raw.is_empty() && question.kind != Kind::Supports {
            return Ok(None);
        }
        let answer = match question.kind {
            Kind::Choice => Answer::Choice(raw.into()),
            Kind::Supports => Answer::Supports(raw.split_whitespace().map(Into::into).collect()),
            Kind::Municipality => Answer::Municipality(raw.into()),
            Kind::Money => Answer::Money(typed::money(raw)?),
            Kind::Count => Answer::Count(typed::count(raw, question.at_least, question.at_most)?),
            Kind::Scale => Answer::Scale(typed::scale(raw, question.at_most)?),
            Kind::Measure => Answer::Measure(typed::size(raw, question.at_least, question.at_most)?),
            Kind::PastDate => match typed::day(raw)? {
                day if day > today => return Err(NotUnderstood::DayAhead),
                day => Answer::Day(day),
            },
        };
        Ok(Some(answer))
    }

    /// The answers to the questions that are asked: what was typed for a question that no longer applies is left
    /// out, and so is what cannot be understood yet.
    pub fn answers(&self, rules: &Rules, today: Date) -> Answers {
        let mut answers = Answers::new(today);
        for question in &rules.programme.questions {
            if !is_asked(rules, &answers, question) {
                continue;
            }
            if let Some(Ok(Some(answer))) = self.raw(&question.id).map(|raw| Self::understand(question, raw, today)) {
                answers.give(&question.id, answer);
            }
        }
        answers
    }

    /// The questions that are asked, in order, given what was answered so far.
    pub fn asked<'r>(&self, rules: &'r Rules, today: Date) -> Vec<&'r Question> {
        let answers = self.answers(rules, today);
        rules.programme.questions.iter().filter(|question| is_asked(rules, &answers, question)).collect()
    }

    /// The first question that is asked and not dealt with.
    pub fn next<'r>(&self, rules: &'r Rules, today: Date) -> Option<&'r Question> {
        self.asked(rules, today).into_iter().find(|question| self.raw(&question.id).is_none())
    }
}

/// Whether a question is asked: its condition holds for certain. A condition looks only at questions before it, so
/// what is still unknown when the question's turn comes was left open by the person.
pub fn is_asked(rules: &Rules, answers: &Answers, question: &Question) -> bool {
    let holds = |condition: &Condition| decide(rules, answers, condition).truth >= Truth::Doubt;
    question.asked_when.as_ref().is_none_or(holds)
}
