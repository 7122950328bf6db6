//! A trace as sentences: the one place where a calculation becomes words.

use super::{figures, say};
use crate::assess::SupportRow;
use crate::assess::trace::{Step, What};
use crate::money::{Euro, Exact};
use crate::programme::{Amount, Rules, Source, Support};

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
    let unit = row.every.map(|every| figures::unit(row.per, every)).unwrap_or_default();
    match what {
        What::Cost { question, amount } => {
            let name = rules.question(question).map_or(question.as_str(), |question| say(&question.short));
            format!("{}: {}.", capital(name), figures::euro(*amount))
        }
        What::CostsTogether { amount } => format!("In tutto: {} di {}.", figures::euro(*amount), costs_are(support)),
        What::Share { share, amount } => format!(
            "Il contributo copre al massimo una parte: {} è {}.",
            figures::share(*share),
            figures::exact(*amount)
        ),
        What::Ceiling { limit, granted: Some(granted), left, before, bites, .. } => format!(
            "Il massimo è {}; {} sono già stati concessi, restano {}.{}",
            figures::euro(*limit),
            figures::euro(*granted),
            figures::euro(*left),
            if *bites { lower_of(*before, *left) } else { String::new() }
        ),
        What::Ceiling { limit, left, before, bites: true, .. } => {
            format!("Il massimo è {} {unit}.{}", figures::euro(*limit), lower_of(*before, *left))
        }
        What::Ceiling { limit, .. } => format!("È entro il massimo di {} {unit}.", figures::euro(*limit)),
        What::Sum { amount, .. } => match support.amount {
            Amount::Fixed { .. } if support.companion.is_none() || row.every == Some(crate::programme::Every::Once) => {
                format!("La somma è fissa: {} {unit}.", figures::euro(*amount))
            }
            _ => format!("Il massimo è {} {unit}.", figures::euro(*amount)),
        },
        What::Amount { amount } => format!("Arrotondato al centesimo: {} {unit}.", figures::euro(*amount)),
        What::Days { asked, used, at_most, paid } => {
            format!("Giorni pagati: {paid} (chiesti {asked}, già usati {used}, al massimo {at_most}).")
        }
        What::FirstYear { times: _, years: Some(years), amount } => {
            format!("Diviso in {years} anni: nel primo anno {}.", figures::euro(*amount))
        }
        What::FirstYear { times: Some(times), amount, .. } if *times != 1 => format!(
            "Nel primo anno: {times} × {} = {}.",
            figures::euro(row.amount.unwrap_or_default()),
            figures::euro(*amount)
        ),
        What::FirstYear { amount, .. } => format!("Nel primo anno: {}.", figures::euro(*amount)),
        What::EachResident { residents, amount } => {
            format!(
                "In {residents} fanno circa {} a testa: come si divide, l'avviso non lo dice.",
                figures::euro(*amount)
            )
        }
    }
}

/// The formula of a ceiling where it bites.
fn lower_of(before: Exact, left: Euro) -> String {
    let (before, left) = (figures::exact(before), figures::euro(left));
    format!(" Tra {before} e {left} conta il minore: {left}.")
}

fn costs_are(support: &Support) -> &str {
    match &support.amount {
        Amount::ShareOfCosts { costs_are, .. } => say(costs_are),
        Amount::Fixed { .. } | Amount::Phases { .. } => "",
    }
}

/// The same words with a capital at the start.
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
