//! The years ahead and the budget of several residents, as tables and sentences.

use super::trace::Told;
use super::{figures, it, say};
use crate::application::document::{Align, Column, Table};
use crate::assess::{Balance, BudgetCheck, BudgetState, ProjectedLine, Sheet};
use crate::money::{Euro, Share};
use crate::programme::{Per, Rules};

/// "Anno 1, stima", "Anno 2, proiezione".
pub fn year(year: u32) -> String {
    format!("{} {year}, {}", it::ahead::YEAR, if year == 1 { it::ahead::ESTIMATE } else { it::ahead::PROJECTION })
}

/// A support with whom it is counted for, and whether an office has to look.
pub fn line_label(rules: &Rules, line: &ProjectedLine) -> String {
    let name = rules.support(&line.support).map_or("", |support| say(&support.label));
    let open = if line.to_verify { it::ahead::TO_VERIFY } else { "" };
    format!("{name}, {}{open}", figures::whom(line.per))
}

/// The same with the phase of a path and its edition: "…, fase 2, edizione 1".
pub fn bar_label(rules: &Rules, line: &ProjectedLine) -> String {
    let phase = line.phase.as_ref().map(|one| format!(", {}", it::ahead::phase(&one.phase, one.edition)));
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
        let text = it::ahead::phase_at_most(name, &phase.phase, &amount, phase.years);
        told.push(Told { text, source: Some(number.source.clone()) });
    }
    told
}

/// How far the programme's part of one person's monthly budget is from the limit.
pub fn how_far(check: &BudgetCheck) -> Option<String> {
    let (programme, most) = (check.programme?, check.at_most?);
    let far = match check.state {
        BudgetState::Over => format!("{} in più del massimo", figures::euro(programme.less(most))),
        _ => format!("{} sotto il massimo", figures::euro(most.less(programme))),
    };
    Some(format!(
        "Il programma arriva a {} al mese per la persona; il massimo è {}: {far}.",
        figures::euro(programme),
        figures::euro(most)
    ))
}

/// The years ahead: a row for each support, a column for each year. Persons and dwellings are never added together.
pub fn years_table(rules: &Rules, lines: &[ProjectedLine]) -> Table {
    let years = lines.iter().map(|line| line.year).max().unwrap_or(0);
    let amount = |support: &str, year: u32| {
        let line = lines.iter().find(|line| line.support == support && line.year == year);
        line.map_or_else(|| it::form::NO_AMOUNT.into(), |line| figures::euro(line.amount))
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
    for (per, label) in [(Per::Person, it::ahead::ALL_PERSON), (Per::Dwelling, it::ahead::ALL_DWELLING)] {
        let of: Vec<&ProjectedLine> = lines.iter().filter(|line| line.per == per && !line.to_verify).collect();
        if !of.is_empty() {
            let sum = |year| figures::euro(of.iter().filter(|line| line.year == year).map(|line| line.amount).sum());
            rows.push(std::iter::once(label.to_owned()).chain((1..=years).map(sum)).collect());
        }
    }
    let headers = std::iter::once(it::form::SUPPORT.to_owned()).chain((1..=years).map(year));
    Table { caption: it::ahead::YEARS_CAPTION.into(), columns: amounts_after_words(headers), rows }
}

/// A line of a balance with its label.
type BalanceLine = (&'static str, fn(&Balance) -> Euro);

/// The budget of several residents: a column for each and one for the dwelling.
pub fn sheet_table(rules: &Rules, sheet: &Sheet, limit: Share) -> Table {
    let name = |id: &str| rules.support(id).map_or(String::new(), |support| say(&support.label).to_owned());
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut row = |label: String, cells: Vec<Option<Euro>>, all: Option<Euro>| {
        let cell = |amount: Option<Euro>| amount.map_or_else(|| it::form::NO_AMOUNT.into(), figures::euro);
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
        let open = if line.to_verify { it::ahead::TO_VERIFY } else { "" };
        let parts = line.parts.iter().copied().map(Some).collect();
        row(format!("{}{open}, {}", name(&line.row.id), it::ahead::PART), parts, Some(line.amount));
    }
    let columns: [BalanceLine; 4] = [
        (it::ahead::PROGRAMME, |one| one.programme),
        (it::ahead::RESOURCES, |one| one.resources),
        (it::ahead::ALL, |one| one.programme + one.resources),
        (it::ahead::NEEDED, |one| one.needed),
    ];
    for (label, of) in columns {
        let cells = sheet.residents.iter().map(|resident| Some(of(&resident.balance))).collect();
        let label = label.replace("{share}", &figures::share(limit));
        row(label, cells, Some(of(&sheet.together)));
    }
    let residents = (1..=sheet.residents.len()).map(resident);
    let headers = std::iter::once(it::ahead::LINE.to_owned()).chain(residents).chain([it::ahead::DWELLING.to_owned()]);
    Table { caption: it::ahead::SHEET_CAPTION.into(), columns: amounts_after_words(headers), rows }
}

/// "Persona 2".
pub fn resident(number: usize) -> String {
    format!("{} {number}", it::ahead::RESIDENT)
}

/// How far a budget is from the limit.
pub fn balance(balance: &Balance, limit: Share) -> String {
    let share = figures::share(limit);
    match balance.state {
        BudgetState::Unknown => it::ahead::OPEN.into(),
        BudgetState::Within => format!(
            "La parte del programma è entro {share} del budget. Da persona, famiglia e Comune arrivano {}; ne bastano {}: {} in più del necessario.",
            figures::euro(balance.resources),
            figures::euro(balance.needed),
            figures::euro(balance.resources.less(balance.needed))
        ),
        BudgetState::Over => format!(
            "La parte del programma supera {share} del budget. Da persona, famiglia e Comune servono almeno {}: ne mancano {}. È un avvertimento, non un taglio.",
            figures::euro(balance.needed),
            figures::euro(balance.needed.less(balance.resources))
        ),
    }
}

fn amounts_after_words(headers: impl Iterator<Item = String>) -> Vec<Column> {
    let align = |at| if at == 0 { Align::Start } else { Align::Decimal };
    headers.enumerate().map(|(at, header)| Column { header, align: align(at) }).collect()
}
