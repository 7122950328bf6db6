//! The budget of several residents of one dwelling: the dwelling's costs once, each person's own, and shares that add up
//! to the cent. Each resident is assessed by the same rules as anybody alone; nothing is reckoned twice.

use super::supports::{SupportRow, has_amount};
use super::{BudgetState, SupportState, assess};
use crate::answers::{Answer, Answers};
use crate::money::Euro;
use crate::programme::{Per, Rules};

/// What one resident answers apart from the others, and what comes from elsewhere than the programme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resident {
    /// Answers of this resident, by question; absent where not answered.
    pub own: Vec<(String, Euro)>,
    /// What each resource brings in a month; absent where not answered.
    pub resources: Vec<Option<Euro>>,
}

/// The sheet of one dwelling for the first year.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// What the dwelling gets, support by support, and how it is shared.
    pub shared: Vec<SharedLine>,
    /// One column for each resident.
    pub residents: Vec<ResidentBudget>,
    /// The same for the whole dwelling.
    pub together: Balance,
    /// Questions about the dwelling without an answer, for a support that counts.
    pub missing: Vec<String>,
}

/// What the dwelling gets from one support in the first year.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedLine {
    /// The support, with its trace.
    pub row: SupportRow,
    /// All of it.
    pub amount: Euro,
    /// One part for each resident; together they are the amount, to the cent.
    pub parts: Vec<Euro>,
    /// Whether the office has to say if it stands at all.
    pub to_verify: bool,
}

/// One resident's budget for the first year.
#[derive(Clone, Debug, PartialEq)]
pub struct ResidentBudget {
    /// What the person gets, support by support, with its trace.
    pub rows: Vec<SupportRow>,
    /// Questions of this resident without an answer.
    pub missing: Vec<String>,
    /// Programme and other resources.
    pub balance: Balance,
}

/// What the programme pays of a budget, and what comes from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Balance {
    /// From the programme.
    pub programme: Euro,
    /// From person, family, municipality and others.
    pub resources: Euro,
    /// How the programme's part compares with the limit; unknown while something is missing or nothing is paid.
    pub state: BudgetState,
    /// The least that has to come from elsewhere, up to the cent.
    pub needed: Euro,
}

/// Reckons the sheet for these residents. `base` holds the answers that all share; the number of residents is theirs.
pub fn sheet(rules: &Rules, base: &Answers, residents: &[Resident]) -> Option<Sheet> {
    let rule = rules.programme.budget.as_ref()?;
    let limit = rules.share(&rule.limit)?;
    let count = u32::try_from(residents.len()).ok()?;
    let mut shared_answers = base.clone();
    shared_answers.give(&rule.residents, Answer::Count(count));
    let everyone: Vec<Vec<SupportRow>> = residents
        .iter()
        .map(|resident| {
            let mut answers = shared_answers.clone();
            rule.sheet.own.iter().for_each(|question| answers.forget(question));
            resident.own.iter().for_each(|(question, amount)| answers.give(question, Answer::Money(*amount)));
            let counts = |row: &SupportRow| rule.residential.contains(&row.id) || rule.also.contains(&row.id);
            assess(rules, &answers).supports.into_iter().filter(counts).collect()
        })
        .collect();
    let of_dwelling = everyone.first().into_iter().flatten().filter(|row| row.per == Per::Dwelling);
    let shared: Vec<SharedLine> = of_dwelling
        .clone()
        .filter(|row| has_amount(row))
        .map(|row| {
            let amount = row.first_year.unwrap_or_default();
            let to_verify = row.state == SupportState::ToVerify;
            SharedLine { row: row.clone(), amount, parts: amount.split(count), to_verify }
        })
        .collect();
    let missing: Vec<String> = of_dwelling.flat_map(|row| row.missing.clone()).collect();
    let balance = |programme: Euro, resources: Euro, open: bool| {
        let total = limit.whole_of(programme).map(|total| total.up_to_cents()).unwrap_or_default();
        let state = match (open || programme == Euro::ZERO, programme.exact() <= limit.of(programme + resources)) {
            (true, _) => BudgetState::Unknown,
            (false, true) => BudgetState::Within,
            (false, false) => BudgetState::Over,
        };
        Balance { programme, resources, state, needed: total.less(programme) }
    };
    let budgets: Vec<ResidentBudget> = everyone
        .iter()
        .zip(residents)
        .enumerate()
        .map(|(at, (all, resident))| {
            let own: Vec<&SupportRow> = all.iter().filter(|row| row.per == Per::Person).collect();
            let rows: Vec<SupportRow> = own.iter().filter(|row| has_amount(row)).map(|row| (*row).clone()).collect();
            let own_missing: Vec<String> = own.iter().flat_map(|row| row.missing.clone()).collect();
            let parts: Euro = shared.iter().filter_map(|line| line.parts.get(at)).copied().sum();
            let programme = rows.iter().filter_map(|row| row.first_year).sum::<Euro>() + parts;
            let resources: Euro = resident.resources.iter().flatten().map(|month| month.times(super::MONTHS)).sum();
            let open = !own_missing.is_empty() || !missing.is_empty() || resident.resources.iter().any(Option::is_none);
            let missing = super::in_order(rules, &own_missing);
            ResidentBudget { rows, missing, balance: balance(programme, resources, open) }
        })
        .collect();
    let sum = |part: fn(&Balance) -> Euro| budgets.iter().map(|one| part(&one.balance)).sum();
    let open = budgets.iter().any(|one| one.balance.state == BudgetState::Unknown);
    let together = balance(sum(|one| one.programme), sum(|one| one.resources), open);
    Some(Sheet { missing: super::in_order(rules, &missing), shared, residents: budgets, together })
}
