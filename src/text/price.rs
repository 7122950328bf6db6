//! A rate as a table: who pays what, by the day, the month, the year and in all.

use super::trace::payer_of;
use super::words::sums;
use super::{capital, figures, say};
use crate::application::document::{Align, Column, Table};
use crate::assess::SupportRow;
use crate::assess::trace::What;
use crate::money::Euro;
use crate::programme::{Every, Rules};

/// Who pays what of a rate; nothing where nobody in particular does.
pub fn payers_table(rules: &Rules, row: &SupportRow) -> Option<Table> {
    let (voice, support) = (rules.voice(), rules.support(&row.id)?);
    let steps = || row.trace.steps.iter().map(|step| &step.what);
    let parts: Vec<[Euro; 4]> = steps()
        .filter_map(|what| match what {
            What::Payer { each, month, year, all, .. } => Some([*each, *month, *year, *all]),
            _ => None,
        })
        .collect();
    let names = steps().filter_map(|what| match what {
        What::Payer { payer, .. } => payer_of(support, payer).map(|payer| say(&payer.label).to_owned()),
        _ => None,
    });
    if parts.is_empty() {
        return None;
    }
    let days_of = |every| {
        steps().find_map(|what| match what {
            What::Over { period, days, .. } if *period == every => days.map(|days| figures::decimal(days.into())),
            _ => None,
        })
    };
    let stay = steps().find_map(|what| match what {
        What::Stay { days, .. } => Some(figures::decimal((*days).into())),
        _ => None,
    });
    let with_days = |words, days: Option<String>| voice.fill(words, &[("days", &days.unwrap_or_default())]);
    // A size has no days: of it there are a month and a year.
    let columns: Vec<(String, usize)> = match stay {
        Some(days) => vec![
            (capital(&voice.say(sums::DAY)), 0),
            (with_days(sums::A_MONTH_OF, days_of(Every::Month)), 1),
            (with_days(sums::A_YEAR_OF, days_of(Every::Year)), 2),
            (with_days(sums::A_STAY_OF, Some(days)), 3),
        ],
        None => vec![(capital(&voice.say(sums::MONTH)), 1), (capital(&voice.say(sums::YEAR)), 2)],
    };
    let cells = |part: &[Euro; 4]| columns.iter().map(|(_, at)| figures::euro(part[*at])).collect::<Vec<_>>();
    let line = |(name, part): (String, &[Euro; 4])| std::iter::once(name).chain(cells(part)).collect();
    let mut rows: Vec<Vec<String>> = names.zip(&parts).map(line).collect();
    let all: [Euro; 4] = std::array::from_fn(|at| parts.iter().map(|part| part[at]).sum());
    rows.push(line((voice.say(sums::IN_ALL), &all)));
    let heads = std::iter::once((voice.say(sums::PAYER_HEAD), Align::Start));
    let heads = heads.chain(columns.iter().map(|(head, _)| (head.clone(), Align::Decimal)));
    let columns = heads.map(|(header, align)| Column { header, align }).collect();
    Some(Table { caption: voice.say(sums::WHO_PAYS), columns, rows })
}
