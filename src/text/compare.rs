//! Assessments side by side: what each comes to, and where they differ.

use rust_decimal::Decimal;

use super::states::counted;
use super::words::{Words, compare, page};
use super::{figures, questions, reason, say, states};
use crate::assess::{Assessment, SupportRow, SupportState};
use crate::money::Euro;
use crate::programme::{DocumentNeed, ReasonKind, Rules, Voice};

/// One line across all assessments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedRow {
    /// What is compared.
    pub label: String,
    /// One cell for each assessment.
    pub cells: Vec<String>,
    /// Whether the cells are not all alike.
    pub differs: bool,
}

impl ComparedRow {
    /// A line with these cells.
    pub fn new(label: &str, cells: Vec<String>) -> Self {
        let differs = cells.iter().any(|cell| *cell != cells[0]);
        Self { label: label.into(), cells, differs }
    }
}

/// A total with its label.
type TotalLine = (Words, fn(&Assessment) -> Euro);

/// The lines of a comparison. A line where no assessment has anything to say is left out.
pub fn side_by_side(rules: &Rules, assessments: &[Assessment]) -> Vec<ComparedRow> {
    let voice = rules.voice();
    let each = |cell: &dyn Fn(&Assessment) -> String| assessments.iter().map(cell).collect::<Vec<_>>();
    let mut rows = vec![ComparedRow::new(
        &voice.say(compare::REQUIREMENTS),
        each(&|one| states::outcome_short(voice, one.outcome)),
    )];
    for (at, support) in rules.programme.supports.iter().enumerate() {
        if assessments.iter().any(|one| one.supports[at].state != SupportState::NotWanted) {
            rows.push(ComparedRow::new(say(&support.label), each(&|one| support_cell(rules, &one.supports[at]))));
        }
    }
    let totals: [TotalLine; 4] = [
        (compare::PERSON, |one| one.totals.first_year.person),
        (compare::DWELLING, |one| one.totals.first_year.dwelling),
        (compare::PERSON_TO_VERIFY, |one| one.totals.first_year_to_verify.person),
        (compare::DWELLING_TO_VERIFY, |one| one.totals.first_year_to_verify.dwelling),
    ];
    for (label, amount) in totals {
        if assessments.iter().any(|one| amount(one) > Euro::ZERO) {
            rows.push(ComparedRow::new(&voice.say(label), each(&|one| figures::euro(amount(one)))));
        }
    }
    if assessments.iter().any(|one| one.budget_check.programme_share.is_some()) {
        rows.push(ComparedRow::new(&voice.say(page::BUDGET), each(&budget_cell)));
    }
    rows.push(ComparedRow::new(&voice.say(compare::DOCUMENTS), each(&|one| documents_cell(rules, one))));
    rows
}

/// How many lines of a comparison differ.
pub fn differing(voice: Voice, lines: usize) -> String {
    match lines {
        0 => voice.say(page::DIFFERS_NONE),
        lines => counted(voice, [page::DIFFERS_ONE, page::DIFFERS_MANY], "lines", lines),
    }
}

fn support_cell(rules: &Rules, row: &SupportRow) -> String {
    let voice = rules.voice();
    let state = states::support_state(rules, row.state);
    let of_kind = |id: &&String| rules.reason(id).is_some_and(|reason| reason.kind != ReasonKind::Note);
    let reasons: Vec<String> = row.reasons.iter().filter(of_kind).map(|id| reason(rules, id)).collect();
    let about = match (row.amount, row.every) {
        (Some(amount), Some(every)) => {
            format!(": {} {} {}", voice.say(page::AT_MOST), figures::euro(amount), figures::unit(voice, row.per, every))
        }
        _ if !row.missing.is_empty() => format!(": {}", questions(rules, &row.missing)),
        _ => String::new(),
    };
    let share = row.share_per_resident.map(|share| format!(" {} {}.", voice.say(compare::EACH), figures::euro(share)));
    [format!("{state}{about}."), share.unwrap_or_default(), reasons.iter().map(|reason| format!(" {reason}")).collect()]
        .concat()
}

fn budget_cell(one: &Assessment) -> String {
    let share = one.budget_check.programme_share;
    share.map_or_else(|| "–".into(), |share| format!("{}%", figures::decimal(share * Decimal::ONE_HUNDRED)))
}

fn documents_cell(rules: &Rules, one: &Assessment) -> String {
    let required = one.documents.iter().filter(|row| row.need == DocumentNeed::Required);
    let named = required.filter_map(|row| rules.documents().find(|document| document.id == row.id));
    let names: Vec<&str> = named.map(|document| say(&document.label)).collect();
    names.join("; ")
}
