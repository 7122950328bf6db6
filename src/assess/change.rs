//! What a row rests on, and which single answer would have to be another for the row to come out better.
//!
//! Nothing is guessed from the shape of a rule: each other answer that the rule can tell apart is tried, and the rules
//! say what comes of it. So the two can never disagree.

use rust_decimal::Decimal;

use super::compatibility::silences;
use super::supports::{self, SupportState};
use crate::answers::truth::{Truth, decide, rests_on, wanted, wanted_question};
use crate::answers::{Answer, Answers};
use crate::date::Date;
use crate::programme::{Clause, Condition, Kind, Question, Rules, Support};

/// A row of the assessment, by id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row<'a> {
    /// A requirement.
    Requirement(&'a str),
    /// A priority.
    Priority(&'a str),
    /// A support.
    Support(&'a str),
}

/// One answer that would change a row, if it were another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// The question.
    pub question: String,
    /// What would have to be answered.
    pub to: To,
    /// What the row would come to.
    pub becomes: Truth,
}

/// What would have to be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// One of these choices.
    Choices(Vec<String>),
    /// A number between these bounds, both included.
    Numbers(Option<Decimal>, Option<Decimal>),
    /// A birth date that gives an age between these, both included.
    Ages(Option<u16>, Option<u16>),
    /// The same supports without this one.
    Without(String),
    /// A municipality of the notice.
    Listed,
}

impl Row<'_> {
    /// How the row stands: a requirement not met, a priority that does not apply, a support excluded are *no*; nothing
    /// for a support that was not asked for.
    pub fn standing(self, rules: &Rules, answers: &Answers) -> Option<Truth> {
        match self {
            Self::Requirement(_) | Self::Priority(_) => {
                Some(decide(rules, answers, self.conditions(rules).first()?).truth)
            }
            Self::Support(id) => match supports::state(rules, answers, place(rules, id)?) {
                SupportState::Excluded => Some(Truth::No),
                SupportState::Incomplete => Some(Truth::Unknown),
                SupportState::ToVerify => Some(Truth::Doubt),
                SupportState::Included => Some(Truth::Yes),
                SupportState::NotWanted => None,
            },
        }
    }

    /// The questions whose answers made the row what it is, each once, in authored order.
    pub fn rests_on(self, rules: &Rules, answers: &Answers) -> Vec<String> {
        let found = match self {
            Self::Requirement(_) | Self::Priority(_) => {
                let conditions = self.conditions(rules);
                conditions.first().map(|condition| rests_on(rules, answers, condition)).unwrap_or_default()
            }
            Self::Support(id) => match (rules.support(id), self.standing(rules, answers)) {
                (Some(support), Some(standing)) => support_rests_on(rules, answers, support, standing),
                _ => Vec::new(),
            },
        };
        let given: Vec<String> = found.into_iter().filter(|question| answers.get(question).is_some()).collect();
        super::in_order(rules, &given)
    }

    /// Each single answer that would make the row come out better. Where answers are missing, none: those come first.
    /// An answer that only excludes a partner is left out: not asking for the partner says the same.
    pub fn ways(self, rules: &Rules, answers: &Answers) -> Vec<Way> {
        let Some(now) = self.standing(rules, answers).filter(|now| matches!(now, Truth::No | Truth::Doubt)) else {
            return Vec::new();
        };
        let better = |answers: &Answers| self.standing(rules, answers).filter(|then| *then > now);
        let conditions = self.conditions(rules);
        let mut asked: Vec<String> = conditions.iter().flat_map(|one| one.questions()).map(Into::into).collect();
        if matches!(self, Self::Support(_)) {
            asked.extend(wanted_question(rules));
        }
        let asked = super::in_order(rules, &asked);
        let questions = asked.iter().filter(|id| answers.get(id).is_some()).filter_map(|id| rules.question(id));
        let attempt = Attempt { row: self, rules, answers, conditions: &conditions, better: &better };
        questions.flat_map(|question| attempt.ways(question)).collect()
    }

    /// The conditions that decide the row.
    fn conditions(self, rules: &Rules) -> Vec<&Condition> {
        let programme = &rules.programme;
        match self {
            Self::Requirement(id) => {
                programme.requirements.iter().filter(|one| one.id == id).map(|one| &one.when).collect()
            }
            Self::Priority(id) => programme.priorities.iter().filter(|one| one.id == id).map(|one| &one.when).collect(),
            Self::Support(id) => rules.support(id).into_iter().flat_map(|support| clauses(rules, support)).collect(),
        }
    }
}

fn place(rules: &Rules, support: &str) -> Option<usize> {
    rules.programme.supports.iter().position(|one| one.id == support)
}

/// The conditions of a support's exclusions and doubts, and of the support that it may integrate.
fn clauses<'r>(rules: &'r Rules, support: &'r Support) -> Vec<&'r Condition> {
    let lead = support.companion.as_ref().and_then(|companion| rules.support(&companion.of));
    let all = std::iter::once(support).chain(lead).flat_map(|one| one.exclusions.iter().chain(&one.doubts));
    all.filter_map(|clause| clause.when.as_ref()).collect()
}

fn support_rests_on(rules: &Rules, answers: &Answers, support: &Support, standing: Truth) -> Vec<String> {
    let holding = |clauses: &[Clause]| -> Vec<String> {
        let conditions = clauses.iter().filter_map(|clause| clause.when.as_ref());
        let holding = conditions.filter(|when| decide(rules, answers, when).truth == Truth::Yes);
        holding.flat_map(|when| rests_on(rules, answers, when)).collect()
    };
    let companion = support.companion.as_ref().filter(|one| answers.choice(&one.asked_by) == Some("yes"));
    let lead = companion.and_then(|companion| rules.support(&companion.of));
    let integrates = companion.map(|companion| companion.asked_by.clone());
    let about = lead.unwrap_or(support);
    match standing {
        Truth::No => holding(&about.exclusions).into_iter().chain(integrates).collect(),
        Truth::Doubt => {
            let at = place(rules, &about.id).unwrap_or_default();
            let counts = supports::partners(rules, answers);
            let silent = !silences(rules, at, &counts).doubts.is_empty();
            let by_silence = silent.then(|| wanted_question(rules)).flatten();
            holding(&about.doubts).into_iter().chain(by_silence).chain(integrates).collect()
        }
        Truth::Unknown => Vec::new(),
        Truth::Yes => about.needs.iter().map(|need| need.answer.clone()).chain(integrates).collect(),
    }
}

/// Trying other answers to one question.
struct Attempt<'a> {
    row: Row<'a>,
    rules: &'a Rules,
    answers: &'a Answers,
    conditions: &'a [&'a Condition],
    better: &'a dyn Fn(&Answers) -> Option<Truth>,
}

impl Attempt<'_> {
    fn with(&self, question: &str, answer: Answer) -> Option<Truth> {
        let mut other = self.answers.clone();
        other.give(question, answer);
        (self.better)(&other)
    }

    fn ways(&self, question: &Question) -> Vec<Way> {
        let way = |to, becomes| Way { question: question.id.clone(), to, becomes };
        let attempt = |answer| self.with(&question.id, answer);
        match question.kind {
            Kind::Choice => {
                let mut ways: Vec<Way> = Vec::new();
                for choice in &question.choices {
                    let Some(becomes) = attempt(Answer::Choice(choice.value.clone())) else { continue };
                    match ways.iter_mut().find(|way| way.becomes == becomes) {
                        Some(Way { to: To::Choices(values), .. }) => values.push(choice.value.clone()),
                        _ => ways.push(way(To::Choices(vec![choice.value.clone()]), becomes)),
                    }
                }
                ways
            }
            Kind::Supports => {
                let asked = wanted(self.rules, self.answers).unwrap_or_default();
                let others = asked.iter().filter(|id| self.row != Row::Support(id));
                let without = |id: &String| {
                    let rest = asked.iter().filter(|other| *other != id).cloned().collect();
                    Some(way(To::Without(id.clone()), attempt(Answer::Supports(rest))?))
                };
                others.filter_map(without).collect()
            }
            Kind::Municipality => {
                let listed = self.rules.notice.municipalities.first();
                let becomes = listed.and_then(|place| attempt(Answer::Municipality(place.code.clone())));
                becomes.map(|becomes| way(To::Listed, becomes)).into_iter().collect()
            }
            Kind::PastDate => {
                let (year, month, day) = self.answers.as_of.parts();
                let born = |age: Decimal| {
                    let years = u16::try_from(age).ok()?;
                    Some(Answer::Day(Date::new(year.checked_sub(years)?, month, day.min(28)).ok()?))
                };
                let whole = |bound: Option<Decimal>| bound.and_then(|bound| u16::try_from(bound).ok());
                let runs = self.runs(question, Decimal::ONE, born);
                runs.into_iter().map(|(from, to, becomes)| way(To::Ages(whole(from), whole(to)), becomes)).collect()
            }
            Kind::Count | Kind::Scale | Kind::Money | Kind::Measure => {
                let (step, answer): (_, fn(Decimal) -> Option<Answer>) = match question.kind {
                    Kind::Count => (Decimal::ONE, |number| u32::try_from(number).ok().map(Answer::Count)),
                    Kind::Scale => (Decimal::new(5, 1), |number| Some(Answer::Scale(number))),
                    Kind::Measure => (Decimal::new(1, 2), |number| Some(Answer::Measure(number))),
                    _ => (Decimal::new(1, 2), |number| format!("{number:.2}").parse().ok().map(Answer::Money)),
                };
                let runs = self.runs(question, step, answer);
                runs.into_iter().map(|(from, to, becomes)| way(To::Numbers(from, to), becomes)).collect()
            }
        }
    }

    /// The ranges of numbers that come out better. A rule changes its mind only at its bounds: one number on each side
    /// of every bound stands for all numbers up to the next.
    fn runs(
        &self,
        question: &Question,
        step: Decimal,
        answer: impl Fn(Decimal) -> Option<Answer>,
    ) -> Vec<(Option<Decimal>, Option<Decimal>, Truth)> {
        let least = Decimal::from(question.at_least);
        let mut numbers: Vec<Decimal> =
            self.bounds(question).iter().flat_map(|at| [at - step, *at, at + step]).collect();
        numbers.retain(|number| *number >= least);
        numbers.sort();
        numbers.dedup();
        let mut runs: Vec<(Option<Decimal>, Option<Decimal>, Truth)> = Vec::new();
        let mut before = None;
        for (at, number) in numbers.iter().enumerate() {
            let becomes = answer(*number).and_then(|answer| self.with(&question.id, answer));
            if let Some(truth) = becomes {
                let end = (at + 1 < numbers.len()).then_some(*number);
                match runs.last_mut() {
                    Some(run) if before == becomes => run.1 = end,
                    _ => runs.push(((at > 0).then_some(*number), end, truth)),
                }
            }
            before = becomes;
        }
        runs
    }

    /// The numbers that the row's conditions compare the answer with.
    fn bounds(&self, question: &Question) -> Vec<Decimal> {
        let mut bounds = Vec::new();
        for condition in self.conditions {
            condition.walk(&mut |part| match part {
                _ if part.question() != Some(&question.id) => {}
                Condition::Zero { .. } => bounds.push(Decimal::ZERO),
                Condition::AtLeast { number, .. } | Condition::AtMost { number, .. } => {
                    bounds.push(self.rules.count(number));
                }
                Condition::AgeBetween { from, to, .. } => {
                    bounds.extend([from, to].into_iter().flatten().map(|number| self.rules.count(number)));
                }
                _ => {}
            });
        }
        bounds
    }
}
