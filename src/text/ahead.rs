//! The years ahead and the budget of several residents, as tables and sentences.

use rust_decimal::Decimal;

use super::it::form::NO_AMOUNT;
use super::trace::Told;
use super::words::{Words, ahead, page};
use super::{figures, say};
use crate::application::document::{Align, Column, Table};
use crate::assess::{Balance, BudgetCheck, BudgetState, ProjectedLine, Sheet};
use crate::money::{Euro, Share};
use crate::programme::{Per, Rules, Voice};

/// "Anno 1, stima", "Anno 2, proiezione".
pub fn year(voice: Voice, year: u32) -> String {
    let what = voice.say(if year == 1 { ahead::ESTIMATE } else { ahead::PROJECTION });
    voice.fill(ahead::YEAR, &[("year", &year.to_string()), ("what", &what)])
}

/// A support with whom it is counted for, and whether an office has to look.
pub fn line_label(rules: &Rules, line: &ProjectedLine) -> String {
    let voice = rules.voice();
    let name = rules.support(&line.support).map_or("", |support| say(&support.label));
    let open = if line.to_verify { voice.say(ahead::TO_VERIFY) } else { String::new() };
    format!("{name}, {}{open}", figures::whom(voice, line.per))
}

/// The same with the phase of a path and its edition: "…, fase 2, edizione 1".
pub fn bar_label(rules: &Rules, line: &ProjectedLine) -> String {
    let phase = line.phase.as_ref().map(|one| {
        let edition = one.edition.to_string();
        let phase = rules.voice().fill(ahead::PHASE, &[("phase", &one.phase), ("edition", &edition)]);
        format!(", {phase}")
    });
    format!("{}{}", line_label(rules, line), phase.unwrap_or_default())
}

/// Where the amounts of a path come from: a sentence for each support and phase, with its source.
pub fn path_told(rules: &Rules, lines: &[ProjectedLine]) -> Vec<Told> {
    let mut seen: Vec<&str> = Vec::new();
    let mut told = Vec::new();
    for line in lines {
        let Some(phase) = line.phase.as_ref().filter(|phase| !seen.contains(&phase.number.as_str())) else { continue };
        let Some(number) = rules.number(&phase.number) else { continue };
        seen.push(&phase.number);
        let name = rules.support(&line.support).map_or("", |support| say(&support.label));
        let amount = figures::euro(rules.euro(&phase.number));
        let words = if phase.years == 1 { ahead::PHASE_ONE_YEAR } else { ahead::PHASE_YEARS };
        let years = phase.years.to_string();
        let values = [("support", name), ("phase", &phase.phase), ("amount", &amount), ("years", &years)];
        let text = rules.voice().fill(words, &values);
        told.push(Told { text, source: Some(number.source.clone()) });
    }
    told
}

/// The programme's part of one person's monthly budget, beside the limit: "Parte a carico del programma: 60%; al massimo
/// il 70% (1.400,00 €)." Nothing where it cannot be said.
pub fn part_of_budget(voice: Voice, check: &BudgetCheck) -> Option<String> {
    let (share, limit) = (check.programme_share?, check.limit?);
    let percent = figures::decimal(share * Decimal::ONE_HUNDRED);
    let most = check.at_most.map(|most| format!(" ({})", figures::euro(most))).unwrap_or_default();
    let (programme, at_most) = (voice.say(page::BUDGET_PROGRAMME), voice.say(page::BUDGET_AT_MOST));
    Some(format!("{programme}: {percent}%; {at_most} {}{most}.", figures::share(voice, limit)))
}

/// How far the programme's part of one person's monthly budget is from the limit.
pub fn how_far(voice: Voice, check: &BudgetCheck) -> Option<String> {
    let (programme, most) = (check.programme?, check.at_most?);
    let (words, far) = match check.state {
        BudgetState::Over => (ahead::HOW_FAR_OVER, programme.less(most)),
        _ => (ahead::HOW_FAR_WITHIN, most.less(programme)),
    };
    let [programme, most, far] = [programme, most, far].map(figures::euro);
    Some(voice.fill(words, &[("programme", &programme), ("most", &most), ("far", &far)]))
}

/// The years ahead: a row for each support, a column for each year. Persons and dwellings are never added together.
pub fn years_table(rules: &Rules, lines: &[ProjectedLine]) -> Table {
    let years = lines.iter().map(|line| line.year).max().unwrap_or(0);
    let amount = |support: &str, year: u32| {
        let line = lines.iter().find(|line| line.support == support && line.year == year);
        line.map_or_else(|| NO_AMOUNT.into(), |line| figures::euro(line.amount))
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for line in lines {
        if !seen.contains(&line.support.as_str()) {
            seen.push(&line.support);
            let label = line_label(rules, line);
            rows.push(std::iter::once(label).chain((1..=years).map(|year| amount(&line.support, year))).collect());
        }
    }
    let voice = rules.voice();
    for (per, label) in [(Per::Person, ahead::ALL_PERSON), (Per::Dwelling, ahead::ALL_DWELLING)] {
        let of: Vec<&ProjectedLine> = lines.iter().filter(|line| line.per == per && !line.to_verify).collect();
        if !of.is_empty() {
            let sum = |year| figures::euro(of.iter().filter(|line| line.year == year).map(|line| line.amount).sum());
            rows.push(std::iter::once(voice.say(label)).chain((1..=years).map(sum)).collect());
        }
    }
    let headers = std::iter::once(voice.say(ahead::SUPPORT)).chain((1..=years).map(|at| year(voice, at)));
    Table { caption: voice.say(ahead::YEARS_CAPTION), columns: amounts_after_words(headers), rows }
}

/// A line of a balance with its label.
type BalanceLine = (Words, fn(&Balance) -> Euro);

/// The budget of several residents: a column for each and one for the dwelling.
pub fn sheet_table(rules: &Rules, sheet: &Sheet, limit: Share) -> Table {
    let name = |id: &str| rules.support(id).map_or(String::new(), |support| say(&support.label).to_owned());
    let voice = rules.voice();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |label: String, cells: Vec<Option<Euro>>, all: Option<Euro>| {
        let cell = |amount: Option<Euro>| amount.map_or_else(|| NO_AMOUNT.into(), figures::euro);
        rows.push(std::iter::once(label).chain(cells.into_iter().chain([all]).map(cell)).collect());
    };
    let mut persons: Vec<&str> = Vec::new();
    for row in sheet.residents.iter().flat_map(|resident| &resident.rows) {
        if !persons.contains(&row.id.as_str()) {
            persons.push(&row.id);
        }
    }
    for support in persons {
        let cells: Vec<Option<Euro>> = sheet
            .residents
            .iter()
            .map(|resident| resident.rows.iter().find(|row| row.id == support)?.first_year)
            .collect();
        let all = cells.iter().flatten().copied().sum();
        row(name(support), cells, Some(all));
    }
    for line in &sheet.shared {
        let open = if line.to_verify { voice.say(ahead::TO_VERIFY) } else { String::new() };
        let parts = line.parts.iter().copied().map(Some).collect();
        row(format!("{}{open}, {}", name(&line.row.id), voice.say(ahead::PART)), parts, Some(line.amount));
    }
    let columns: [BalanceLine; 4] = [
        (ahead::PROGRAMME, |one| one.programme),
        (ahead::RESOURCES, |one| one.resources),
        (ahead::ALL, |one| one.programme + one.resources),
        (ahead::NEEDED, |one| one.needed),
    ];
    for (label, of) in columns {
        let cells = sheet.residents.iter().map(|resident| Some(of(&resident.balance))).collect();
        let label = voice.fill(label, &[("share", &figures::share(voice, limit))]);
        row(label, cells, Some(of(&sheet.together)));
    }
    let residents = (1..=sheet.residents.len()).map(|number| resident(voice, number));
    let headers = std::iter::once(voice.say(ahead::LINE)).chain(residents).chain([voice.say(ahead::DWELLING)]);
    Table { caption: voice.say(ahead::SHEET_CAPTION), columns: amounts_after_words(headers), rows }
}

/// "Persona 2".
pub fn resident(voice: Voice, number: usize) -> String {
    voice.fill(ahead::RESIDENT, &[("number", &number.to_string())])
}

/// How far a budget is from the limit.
pub fn balance(voice: Voice, balance: &Balance, limit: Share) -> String {
    let (words, far) = match balance.state {
        BudgetState::Unknown => return voice.say(ahead::OPEN),
        BudgetState::Within => (ahead::BALANCE_WITHIN, balance.resources.less(balance.needed)),
        BudgetState::Over => (ahead::BALANCE_OVER, balance.needed.less(balance.resources)),
    };
    let share = figures::share(voice, limit);
    let [resources, needed, far] = [balance.resources, balance.needed, far].map(figures::euro);
    voice.fill(words, &[("share", &share), ("resources", &resources), ("needed", &needed), ("far", &far)])
}

fn amounts_after_words(headers: impl Iterator<Item = String>) -> Vec<Column> {
    let align = |at| if at == 0 { Align::Start } else { Align::Decimal };
    headers.enumerate().map(|(at, header)| Column { header, align: align(at) }).collect()
}
