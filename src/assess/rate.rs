//! What a rate comes to: for the days of a stay or for a size, by the month and by the year, and who pays which part.
//!
//! A rate is a price. Nobody receives it, so it has no first year and enters no total.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::MONTHS;
use super::amounts::{Steps, Worked};
use super::trace::{Trace, What};
use crate::answers::{Answers, is_asked};
use crate::money::Euro;
use crate::programme::{Every, Payer, Times};

/// A rate, who pays it, and what it is compared with.
pub(super) struct Price<'p> {
    pub rate: &'p str,
    pub payers: &'p [Payer],
    pub compared_with: Option<&'p str>,
}

/// Works out a rate; nothing if an answer that it needs is absent.
pub(super) fn worked(steps: Steps<'_>, answers: &Answers, price: &Price<'_>, times: &Times) -> Option<Worked> {
    match times {
        Times::Stay { days, months, month } => stay(steps, answers, price, [days, months, month]),
        Times::Size(question) => size(steps, answers, price, question),
        Times::Nothing => None,
    }
}

/// A rate by the day, from the day of the estimate on.
fn stay(
    mut steps: Steps<'_>,
    answers: &Answers,
    price: &Price<'_>,
    [days, months, month]: [&String; 3],
) -> Option<Worked> {
    let from = answers.as_of;
    // A file may have both; what is not asked does not count.
    let asked = |id: &str| steps.rules.question(id).is_some_and(|question| is_asked(steps.rules, answers, question));
    let months = answers.count(months).filter(|_| asked(months));
    let days = match months {
        Some(months) => from.days_until(from.plus_months(months)?),
        None => answers.count(days)?,
    };
    let of_month = steps.rules.count(month).to_u32()?;
    let of_year = from.days_until(from.plus_months(MONTHS)?);
    let until = from.plus_days(days.saturating_sub(1))?;
    let each = steps.rules.euro(price.rate);
    steps.add_from(price.rate, What::Rate { number: price.rate.into(), amount: each, every: Every::Day });
    steps.add(What::Stay { from, until, months, days });
    steps.add(What::Times { each, times: Decimal::from(days), amount: each.times(days) });
    let over = |period, days| What::Over { period, days: Some(days), amount: each.times(days) };
    steps.add_from(month, over(Every::Month, of_month));
    steps.add(over(Every::Year, of_year));
    for payer in price.payers {
        let each = steps.rules.euro(&payer.rate);
        let [month, year, all] = [of_month, of_year, days].map(|days| each.times(days));
        steps.add_from(&payer.rate, What::Payer { payer: payer.id.clone(), each, month, year, all });
    }
    compare(&mut steps, answers, price, each.times(of_month));
    Some(done(steps, each, Every::Day))
}

/// A rate by the year for each unit of a size.
fn size(mut steps: Steps<'_>, answers: &Answers, price: &Price<'_>, question: &str) -> Option<Worked> {
    let size = answers.size(question)?;
    let each = steps.rules.euro(price.rate);
    let year = each.for_size(size).to_cents();
    let month = year.part_of(MONTHS);
    steps.add_from(price.rate, What::Rate { number: price.rate.into(), amount: each, every: Every::Year });
    steps.add(What::Times { each, times: size, amount: year });
    steps.add(What::Over { period: Every::Month, days: None, amount: month });
    let (mut year_left, mut month_left) = (year, month);
    for (at, payer) in price.payers.iter().enumerate() {
        let each = steps.rules.euro(&payer.rate);
        let own = each.for_size(size).to_cents();
        // The last one pays what is left, so that no cent is lost.
        let last = at + 1 == price.payers.len();
        let of_year = if last { year_left } else { own.min(year_left) };
        let of_month = if last { month_left } else { own.part_of(MONTHS).min(month_left) };
        (year_left, month_left) = (year_left.less(of_year), month_left.less(of_month));
        let what = What::Payer { payer: payer.id.clone(), each, month: of_month, year: of_year, all: of_year };
        steps.add_from(&payer.rate, what);
    }
    compare(&mut steps, answers, price, month);
    Some(done(steps, year, Every::Year))
}

/// Beside what is paid now, where that was answered.
fn compare(steps: &mut Steps<'_>, answers: &Answers, price: &Price<'_>, most: Euro) {
    if let Some((question, now)) = price.compared_with.and_then(|question| Some((question, answers.euro(question)?))) {
        let (more, difference) = (now > most, if now > most { now.less(most) } else { most.less(now) });
        steps.add(What::Compared { question: question.into(), now, most, difference, more });
    }
}

fn done(steps: Steps<'_>, amount: Euro, every: Every) -> Worked {
    Worked { amount: Some((amount, every)), trace: Trace { steps: steps.steps }, ..Worked::default() }
}
