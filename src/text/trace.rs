//! A trace as sentences: the one place where a calculation becomes words.

use super::words::sums;
use super::{capital, figures, say, size_in};
use crate::assess::SupportRow;
use crate::assess::trace::{Step, What};
use crate::money::{Euro, Exact};
use crate::programme::{Amount, Every, Payer, Question, Rules, Source, Support, Times, Voice};

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

pub(super) fn sentence(rules: &Rules, support: &Support, row: &SupportRow, what: &What) -> String {
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
        What::Rate { amount, every, .. } => {
            let unit = size_of(rules, support).and_then(|question| question.unit.as_deref()).unwrap_or_default();
            let words = if *every == Every::Day { sums::RATE_DAY } else { sums::RATE_SIZE };
            voice.fill(words, &[("amount", &figures::euro(*amount)), ("unit", unit)])
        }
        What::Stay { from, until, months, days } => {
            let count = |number: u32| figures::decimal(number.into());
            let (from, until) = (figures::day(*from), figures::day(*until));
            let words = if months.is_some() { sums::STAY_MONTHS } else { sums::STAY_DAYS };
            let (months, days) = (count(months.unwrap_or_default()), count(*days));
            voice.fill(words, &[("from", &from), ("until", &until), ("months", &months), ("days", &days)])
        }
        What::Times { each, times, amount } => {
            let times =
                size_of(rules, support).map_or_else(|| figures::decimal(*times), |question| size_in(question, *times));
            let [each, amount] = [each, amount].map(|amount| figures::euro(*amount));
            voice.fill(sums::PRODUCT, &[("each", &each), ("times", &times), ("amount", &amount)])
        }
        What::Over { period, days, amount } => {
            let words = match (period, days) {
                (Every::Year, _) => sums::OVER_YEAR_DAYS,
                (_, Some(_)) => sums::OVER_MONTH_DAYS,
                (_, None) => sums::OVER_MONTH,
            };
            let days = days.unwrap_or_default().to_string();
            voice.fill(words, &[("days", &days), ("amount", &figures::euro(*amount))])
        }
        What::Payer { payer, each, month, year, all } => {
            let name = payer_of(support, payer).map_or(payer.as_str(), |payer| say(&payer.label));
            let [each, month, year, all] = [each, month, year, all].map(|amount| figures::euro(*amount));
            let words = if size_of(rules, support).is_some() { sums::PAYER_SIZE } else { sums::PAYER };
            let amounts = [("payer", name), ("each", &each), ("month", &month), ("year", &year), ("all", &all)];
            voice.fill(words, &amounts)
        }
        What::Compared { now, difference, more, .. } => {
            let words = match (more, *difference > Euro::ZERO) {
                (true, _) => sums::COMPARED_MORE,
                (false, true) => sums::COMPARED_LESS,
                (false, false) => sums::COMPARED_SAME,
            };
            let [now, difference] = [now, difference].map(|amount| figures::euro(*amount));
            voice.fill(words, &[("now", &now), ("difference", &difference)])
        }
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
        _ => "",
    }
}

/// The question with the size that a rate is multiplied by.
fn size_of<'r>(rules: &'r Rules, support: &Support) -> Option<&'r Question> {
    match &support.amount {
        Amount::Rate { times: Times::Size(question), .. } => rules.question(question),
        _ => None,
    }
}

/// Who pays a part of a support's rate.
pub(super) fn payer_of<'r>(support: &'r Support, id: &str) -> Option<&'r Payer> {
    match &support.amount {
        Amount::Rate { payers, .. } => payers.iter().find(|payer| payer.id == id),
        _ => None,
    }
}
