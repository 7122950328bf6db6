//! The check of the project's budget: a check and a warning, never a cut.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::MONTHS;
use super::supports::{SupportRow, SupportState, has_amount};
use crate::answers::Answers;
use crate::money::{Euro, Exact, Share};
use crate::programme::{Every, Per, Rules};

/// How the programme's part of the budget compares with the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BudgetState {
    /// At or under the limit.
    Within,
    /// Over it.
    Over,
    /// It cannot be said.
    Unknown,
}

/// The programme's part of a person's monthly budget.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BudgetCheck {
    /// The part as a number with two decimals, which may exceed 1.
    #[serde(serialize_with = "as_text")]
    pub programme_share: Option<Decimal>,
    /// The part as an amount for one person and month, half up to the cent: for the sentence, not part of the contract.
    #[serde(skip)]
    pub programme: Option<Euro>,
    /// The part that the programme pays at most.
    pub limit: Option<Share>,
    /// The amount of that part, rounded down.
    pub at_most: Option<Euro>,
    /// How they compare, unrounded.
    pub state: BudgetState,
}

fn as_text<S: serde::Serializer>(share: &Option<Decimal>, serializer: S) -> Result<S::Ok, S::Error> {
    share.map(|share| format!("{share:.2}")).serialize(serializer)
}

pub(super) fn check(rules: &Rules, answers: &Answers, rows: &[SupportRow]) -> BudgetCheck {
    let unknown = |limit, at_most| BudgetCheck {
        programme_share: None,
        programme: None,
        limit,
        at_most,
        state: BudgetState::Unknown,
    };
    let Some(rule) = &rules.programme.budget else { return unknown(None, None) };
    let Some(limit) = rules.share(&rule.limit) else { return unknown(None, None) };
    let budget = answers.euro(&rule.budget);
    let at_most = budget.map(|budget| limit.of(budget).down_to_cents());

    let counted = |ids: &[String]| -> Vec<&SupportRow> { rows.iter().filter(|row| ids.contains(&row.id)).collect() };
    let residential = counted(&rule.residential);
    let all = [residential.clone(), counted(&rule.also)].concat();
    let residents = answers.count(&rule.residents).filter(|residents| *residents > 0);
    let (Some(budget), Some(residents)) = (budget, residents) else { return unknown(Some(limit), at_most) };
    let open = all.iter().any(|row| row.state == SupportState::Incomplete);
    if budget == Euro::ZERO || open || !residential.iter().any(|row| has_amount(row)) {
        return unknown(Some(limit), at_most);
    }

    // Everything times 12 × residents: thirds and twelfths stay whole, so that the comparison is exact.
    let parts = Decimal::from(MONTHS) * Decimal::from(residents);
    let whole: Decimal = all.iter().map(|row| monthly_for_one(row, residents)).sum();
    let budget = budget.decimal() * parts;
    let share = (whole / budget).round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    BudgetCheck {
        programme_share: Some(share),
        programme: Exact::part(whole, parts).map(Exact::to_cents),
        limit: Some(limit),
        at_most,
        state: if whole <= limit.decimal() * budget { BudgetState::Within } else { BudgetState::Over },
    }
}

/// A support's monthly amount for one person, times 12 × `residents`.
fn monthly_for_one(row: &SupportRow, residents: u32) -> Decimal {
    let amount = row.amount.unwrap_or_default().decimal();
    let months = match row.every {
        Some(Every::Month) => MONTHS,
        _ => 1,
    };
    let persons = match row.per {
        Per::Person => residents,
        Per::Dwelling => 1,
    };
    amount * Decimal::from(months) * Decimal::from(persons)
}
