//! How much a support could reach: the ceiling for one time it is paid, the first year, and the trace to both.

use rust_decimal::prelude::ToPrimitive;

use super::MONTHS;
use super::rate::{self, Price};
use super::trace::{Step, Trace, What};
use crate::answers::Answers;
use crate::money::{Euro, Exact};
use crate::programme::{Amount, Ceiling, Days, Every, Phase, Rules, Source, Support};

/// An amount and how it came about.
#[derive(Default)]
pub(super) struct Worked {
    /// The amount and how often; nothing for help that is no money.
    pub amount: Option<(Euro, Every)>,
    /// What the person or the dwelling could receive in twelve months; nothing for a price.
    pub first_year: Option<Euro>,
    pub trace: Trace,
    /// A reason to be given because of how the calculation went.
    pub note: Option<String>,
}

/// Follows the steps of one support; each arithmetic step cites the support's own paragraph unless a number has one.
pub(super) struct Steps<'r> {
    pub rules: &'r Rules,
    pub source: &'r Source,
    pub steps: Vec<Step>,
}

impl Steps<'_> {
    pub fn add(&mut self, what: What) {
        self.steps.push(Step { what, source: self.source.clone() });
    }

    pub fn add_from(&mut self, number: &str, what: What) {
        let source = self.rules.number(number).map_or(self.source, |number| &number.source);
        self.steps.push(Step { what, source: source.clone() });
    }

    /// The rule is over: the amount, then the first year from the amount as printed.
    fn end(mut self, amount: Euro, every: Every, year: (Option<u32>, Option<u32>), note: Option<String>) -> Worked {
        let (times, years) = year;
        let first_year = match (times, years) {
            (_, Some(years)) => amount.part_of(years),
            (times, None) => amount.times(times.unwrap_or(1)),
        };
        self.add(What::FirstYear { times, years, amount: first_year });
        let trace = Trace { steps: self.steps };
        Worked { amount: Some((amount, every)), first_year: Some(first_year), trace, note }
    }
}

/// Works out the amount of `support`; nothing if an answer that it needs is absent.
pub(super) fn alone(rules: &Rules, answers: &Answers, support: &Support) -> Option<Worked> {
    let mut steps = Steps { rules, source: &support.source, steps: Vec::new() };
    match &support.amount {
        Amount::Fixed { sum, every } => {
            let amount = rules.euro(sum);
            steps.add_from(sum, What::Sum { number: sum.clone(), amount });
            Some(steps.end(amount, *every, (Some(times_a_year(*every)), None), None))
        }
        Amount::ShareOfCosts { costs, share, ceilings, every, days, .. } => {
            let costs = added_up(&mut steps, answers, costs)?;
            let mut amount = costs.exact();
            if let Some((id, share)) = share.as_ref().and_then(|id| Some((id, rules.share(id)?))) {
                amount = share.of(costs);
                steps.add_from(id, What::Share { share, amount });
            }
            let amount = under(&mut steps, answers, amount, ceilings)?.to_cents();
            steps.add(What::Amount { amount });
            let (times, note) = match days {
                Some(days) => paid_days(&mut steps, answers, days)?,
                None => (times_a_year(*every), None),
            };
            Some(steps.end(amount, *every, (Some(times), None), note))
        }
        Amount::Phases { .. } => {
            let phase = answered_phase(answers, &support.amount)?;
            Some(one_edition(steps, phase, &phase.ceiling))
        }
        Amount::Rate { rate, times, payers, compared_with } => {
            let price = Price { rate, payers, compared_with: compared_with.as_deref() };
            rate::worked(steps, answers, &price, times)
        }
        Amount::Service { .. } => Some(Worked::default()),
    }
}

/// Works out what `support` adds to the answered phase of `lead`.
pub(super) fn integrating(rules: &Rules, answers: &Answers, support: &Support, lead: &Support) -> Option<Worked> {
    let companion = support.companion.as_ref()?;
    let phase = answered_phase(answers, &lead.amount)?;
    let own = companion.phases.iter().find(|own| own.phase == phase.phase)?;
    let steps = Steps { rules, source: &companion.source, steps: Vec::new() };
    Some(one_edition(steps, phase, &own.ceiling))
}

/// The phase that was answered.
pub(super) fn answered_phase<'r>(answers: &Answers, amount: &'r Amount) -> Option<&'r Phase> {
    let Amount::Phases { phase, phases, .. } = amount else { return None };
    let answered = answers.choice(phase)?;
    phases.iter().find(|one| one.phase == answered)
}

/// How a phase is paid: by the year, or as a whole when one edition lasts longer.
pub(super) fn every(phase: &Phase) -> Every {
    if phase.years > 1 { Every::Phase } else { Every::Year }
}

fn one_edition(mut steps: Steps<'_>, phase: &Phase, ceiling: &str) -> Worked {
    let amount = steps.rules.euro(ceiling);
    steps.add_from(ceiling, What::Sum { number: ceiling.into(), amount });
    let year = if phase.years > 1 { (None, Some(phase.years)) } else { (Some(1), None) };
    steps.end(amount, every(phase), year, None)
}

fn added_up(steps: &mut Steps<'_>, answers: &Answers, costs: &[String]) -> Option<Euro> {
    let mut sum = Euro::ZERO;
    for question in costs {
        let amount = answers.euro(question)?;
        sum = sum + amount;
        steps.add(What::Cost { question: question.clone(), amount });
    }
    if costs.len() > 1 {
        steps.add(What::CostsTogether { amount: sum });
    }
    Some(sum)
}

/// The lowest of the amount and of what each ceiling leaves: this is where ceilings are applied.
fn under(steps: &mut Steps<'_>, answers: &Answers, mut amount: Exact, ceilings: &[Ceiling]) -> Option<Exact> {
    for ceiling in ceilings {
        let limit = steps.rules.euro(&ceiling.number);
        let granted = match &ceiling.less {
            Some(question) => Some(answers.euro(question)?),
            None => None,
        };
        let left = limit.less(granted.unwrap_or_default());
        let bites = amount > left.exact();
        let what = What::Ceiling { number: ceiling.number.clone(), limit, granted, left, before: amount, bites };
        steps.add_from(&ceiling.number, what);
        amount = amount.min(left.exact());
    }
    Some(amount)
}

fn paid_days(steps: &mut Steps<'_>, answers: &Answers, days: &Days) -> Option<(u32, Option<String>)> {
    let asked = answers.count(&days.asked)?;
    let used = answers.count(&days.used)?;
    let at_most = steps.rules.count(&days.at_most).to_u32().unwrap_or_default();
    let paid = asked.min(at_most.saturating_sub(used));
    steps.add_from(&days.at_most, What::Days { asked, used, at_most, paid });
    Some((paid, (paid < asked).then(|| days.capped.clone())))
}

fn times_a_year(every: Every) -> u32 {
    match every {
        Every::Month => MONTHS,
        Every::Once | Every::Day | Every::Year | Every::Phase => 1,
    }
}
