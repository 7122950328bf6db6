//! A rate at a glance: who pays what, as a table, and the month beside what is paid now.

use super::trace::{payer_of, sentence};
use super::words::sums;
use super::{capital, figures, say};
use crate::application::document::{Align, Column, Table};
use crate::assess::SupportRow;
use crate::assess::trace::What;
use crate::money::Euro;
use crate::programme::{Every, Rules};

/// What of a price everybody wants to know at once, and not only with its calculation: the month of a yearly one, and how it
/// compares with what is paid now.
pub fn at_a_glance(rules: &Rules, row: &SupportRow) -> Vec<String> {
    let Some(support) = rules.support(&row.id) else { return Vec::new() };
    let shown = |what: &&What| matches!(what, What::Over { days: None, .. } | What::Compared { .. });
    let steps = row.trace.steps.iter().map(|step| &step.what).filter(shown);
    steps.map(|what| sentence(rules, support, row, what)).collect()
}

/// Who pays what of a rate, a column for each; nothing where nobody in particular does.
pub fn payers_table(rules: &Rules, row: &SupportRow) -> Option<Table> {
    let (voice, support) = (rules.voice(), rules.support(&row.id)?);
    let (mut names, mut parts) = (Vec::new(), Vec::new());
    let (mut stay, mut days_of) = (None, Vec::new());
    for step in &row.trace.steps {
        match &step.what {
            What::Payer { payer, each, month, year, all } => {
                names.push(payer_of(support, payer).map_or(payer.as_str(), |payer| say(&payer.label)).to_owned());
                parts.push([*each, *month, *year, *all]);
            }
            What::Stay { days, .. } => stay = Some(*days),
            What::Over { period, days: Some(days), .. } => days_of.push((*period, *days)),
            _ => {}
        }
    }
    if parts.is_empty() {
        return None;
    }
    let of_days = |words, days: u32| voice.fill(words, &[("days", &figures::decimal(days.into()))]);
    let counted = |every| days_of.iter().find(|(period, _)| *period == every).map_or(0, |(_, days)| *days);
    // A size has no days: of it there are a month and a year.
    let lines: Vec<(String, usize)> = match stay {
        Some(days) => vec![
            (capital(&voice.say(sums::DAY)), 0),
            (of_days(sums::A_MONTH_OF, counted(Every::Month)), 1),
            (of_days(sums::A_YEAR_OF, counted(Every::Year)), 2),
            (of_days(sums::A_STAY_OF, days), 3),
        ],
        None => vec![(capital(&voice.say(sums::MONTH)), 1), (capital(&voice.say(sums::YEAR)), 2)],
    };
    let line = |(head, at): (String, usize)| {
        let all: Euro = parts.iter().map(|part| part[at]).sum();
        let cells = parts.iter().map(|part| part[at]).chain([all]).map(figures::euro);
        std::iter::once(head).chain(cells).collect()
    };
    let heads =
        names.into_iter().chain([voice.say(sums::IN_ALL)]).map(|header| Column { header, align: Align::Decimal });
    let first = Column { header: voice.say(sums::HOW_OFTEN), align: Align::Start };
    let columns = std::iter::once(first).chain(heads).collect();
    Some(Table { caption: voice.say(sums::WHO_PAYS), columns, rows: lines.into_iter().map(line).collect() })
}
