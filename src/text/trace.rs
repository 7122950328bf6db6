//! A trace as sentences: the one place where a calculation becomes words.

use super::words::sums;
use super::{capital, figures, say};
use crate::assess::SupportRow;
use crate::assess::trace::{Step, What};
use crate::money::{Euro, Exact};
use crate::programme::{Amount, Rules, Source, Support, Voice};

/// A sentence of a calculation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The sentence.
    pub text: String,
    /// The paragraph that it follows, and the sentences before it that have none of their own.
    pub source: Option<Source>,
}

/// The calculation of a support's amount, sentence by sentence. Steps that follow one paragraph name it once, at the
/// last of them.
pub fn told(rules: &Rules, row: &SupportRow) -> Vec<Told> {
    let Some(support) = rules.support(&row.id) else { return Vec::new() };
    let mut lines: Vec<Told> = Vec::new();
    for step in row.trace.steps.iter().filter(|step| says_something(row, step)) {
        if let Some(before) = lines.last_mut().filter(|before| before.source.as_ref() == Some(&step.source)) {
            before.source = None;
        }
        lines.push(Told { text: sentence(rules, support, row, &step.what), source: Some(step.source.clone()) });
    }
    lines
}

/// Whether a step changes anything that a person would want to be told.
fn says_something(row: &SupportRow, step: &Step) -> bool {
    match step.what {
        // To the cent already, or cut to a ceiling: there was nothing to round.
        What::Amount { amount } => row.trace.steps.iter().any(|step| match step.what {
            What::Share { amount: exact, .. } => exact != amount.exact() && exact.to_cents() == amount,
            _ => false,
        }),
        What::EachResident { residents, .. } => residents > 1,
        _ => true,
    }
}

fn sentence(rules: &Rules, support: &Support, row: &SupportRow, what: &What) -> String {
    let voice = rules.voice();
    let unit = row.every.map(|every| figures::unit(voice, row.per, every)).unwrap_or_default();
    let with_unit = |words, place, amount| voice.fill(words, &[(place, &figures::euro(amount)), ("unit", &unit)]);
    match what {
        What::Cost { question, amount } => {
            let name = rules.question(question).map_or(question.as_str(), |question| say(&question.short));
            voice.fill(sums::COST, &[("name", &capital(name)), ("amount", &figures::euro(*amount))])
        }
        What::CostsTogether { amount } => {
            voice.fill(sums::TOGETHER, &[("amount", &figures::euro(*amount)), ("costs", costs_are(support))])
        }
        What::Share { share, amount } => {
            let share = figures::share(voice, *share);
            voice.fill(sums::PART, &[("share", &share), ("amount", &figures::exact(*amount))])
        }
        What::Ceiling { limit, granted: Some(granted), left, before, bites, .. } => {
            let amounts = [limit, granted, left].map(|amount| figures::euro(*amount));
            let values = [("limit", amounts[0].as_str()), ("granted", &amounts[1]), ("left", &amounts[2])];
            let lower = if *bites { lower_of(voice, *before, *left) } else { String::new() };
            voice.fill(sums::CEILING_GRANTED, &values) + &lower
        }
        What::Ceiling { limit, left, before, bites: true, .. } => {
            with_unit(sums::CEILING, "limit", *limit) + &lower_of(voice, *before, *left)
        }
        What::Ceiling { limit, .. } => with_unit(sums::WITHIN_CEILING, "limit", *limit),
        What::Sum { amount, .. } => match support.amount {
            Amount::Fixed { .. } if support.companion.is_none() || row.every == Some(crate::programme::Every::Once) => {
                with_unit(sums::FIXED, "amount", *amount)
            }
            _ => with_unit(sums::CEILING, "limit", *amount),
        },
        What::Amount { amount } => with_unit(sums::ROUNDED, "amount", *amount),
        What::Days { asked, used, at_most, paid } => {
            let days = [asked, used, at_most, paid].map(ToString::to_string);
            let values = [("asked", days[0].as_str()), ("used", &days[1]), ("most", &days[2]), ("paid", &days[3])];
            voice.fill(sums::DAYS, &values)
        }
        What::FirstYear { times: _, years: Some(years), amount } => {
            voice.fill(sums::OVER_YEARS, &[("years", &years.to_string()), ("amount", &figures::euro(*amount))])
        }
        What::FirstYear { times: Some(times), amount, .. } if *times != 1 => {
            let (times, each) = (times.to_string(), figures::euro(row.amount.unwrap_or_default()));
            voice.fill(sums::TIMES, &[("times", &times), ("each", &each), ("amount", &figures::euro(*amount))])
        }
        What::FirstYear { amount, .. } => voice.fill(sums::FIRST_YEAR, &[("amount", &figures::euro(*amount))]),
        What::EachResident { residents, amount } => {
            let values = [("residents", residents.to_string()), ("amount", figures::euro(*amount))];
            voice.fill(sums::EACH_RESIDENT, &values.each_ref().map(|(place, value)| (*place, value.as_str())))
        }
    }
}

/// The formula of a ceiling where it bites.
fn lower_of(voice: Voice, before: Exact, left: Euro) -> String {
    let (before, left) = (figures::exact(before), figures::euro(left));
    format!(" {}", voice.fill(sums::LOWER_OF, &[("before", &before), ("left", &left)]))
}

fn costs_are(support: &Support) -> &str {
    match &support.amount {
        Amount::ShareOfCosts { costs_are, .. } => say(costs_are),
        Amount::Fixed { .. } | Amount::Phases { .. } => "",
    }
}
