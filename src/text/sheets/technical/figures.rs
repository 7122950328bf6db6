//! The figures of a case: supports with their traces, totals, the years ahead, the budget.

use super::super::super::form::{columns, field, heading};
use super::super::super::it::form::{AT_MOST, FIRST_YEAR, NO_AMOUNT, STATE, SUPPORT};
use super::super::super::it::technical as words;
use super::super::super::words::{ahead as words_ahead, compare, page};
use super::super::super::{ahead, explain, figures, missing, say, source, states};
use super::super::Sheet;
use super::Technical;
use crate::application::document::{Align, Block, Level, Table};
use crate::assess::{SupportRow, SupportState, YearLine, projection};
use crate::money::Euro;

impl Technical<'_> {
    /// Every support in a table, then those asked for with the steps to their amount.
    pub(super) fn supports(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let voice = rules.voice();
        let rows = assessment.supports.iter().map(|row| {
            let state = std::iter::once(format!("{}.", states::support_state(rules, row.state)));
            let state: Vec<String> = state.chain(missing(rules, &row.missing)).collect();
            let amount = row.amount.zip(row.every).map_or_else(
                || NO_AMOUNT.into(),
                |(amount, every)| format!("{} {}", figures::euro(amount), figures::unit(voice, row.per, every)),
            );
            let year = row.first_year.map_or_else(|| NO_AMOUNT.into(), figures::euro);
            vec![self.0.label(&row.id).into(), state.join(" "), amount, year]
        });
        let mut columns = columns(&[SUPPORT, STATE, AT_MOST, FIRST_YEAR], Align::Start);
        if let Some(last) = columns.last_mut() {
            last.align = Align::Decimal;
        }
        let table = Table { caption: words::SUPPORTS_CAPTION.into(), columns, rows: rows.collect() };
        let mut blocks = vec![heading(Level::Two, &voice.say(page::SUPPORTS)), Block::Table(table)];
        blocks.extend(assessment.supports.iter().flat_map(|row| self.reckoning(row)));
        blocks
    }

    /// How one support's figure came about, its reasons, and the paragraph about it. What it waits for stands in the table.
    fn reckoning(&self, row: &SupportRow) -> Vec<Block> {
        let rules = self.0.rules;
        let Some(support) = rules.support(&row.id).filter(|_| row.state != SupportState::NotWanted) else {
            return Vec::new();
        };
        if row.reasons.is_empty() && row.trace.steps.is_empty() {
            return Vec::new();
        }
        let from = format!("{}: {}", rules.voice().say(page::SOURCE), source(rules, &support.source));
        let lines = explain::reckoning(rules, row).into_iter().chain([from]).collect();
        vec![heading(Level::Three, say(&support.label)), Block::Bullets(lines)]
    }

    /// The four totals, never added together.
    pub(super) fn totals(&self) -> Vec<Block> {
        let (voice, totals) = (self.0.rules.voice(), &self.0.assessment.totals);
        let sums = [
            (compare::PERSON, totals.first_year.person),
            (compare::DWELLING, totals.first_year.dwelling),
            (compare::PERSON_TO_VERIFY, totals.first_year_to_verify.person),
            (compare::DWELLING_TO_VERIFY, totals.first_year_to_verify.dwelling),
        ];
        let fields = sums.map(|(label, sum)| field(voice.say(label), figures::euro(sum)));
        vec![
            heading(Level::Two, words::TOTALS),
            Block::Paragraph(words::TOTALS_APART.into()),
            Block::Fields(fields.into()),
        ]
    }

    /// The phase answered year by year, the longest path from there, and all supports as far as a project lasts.
    pub(super) fn years(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let voice = rules.voice();
        let lines = projection(rules, assessment);
        if lines.iter().all(|line| line.amount == Euro::ZERO) {
            return Vec::new();
        }
        let mut blocks = vec![
            heading(Level::Two, &voice.say(page::YEARS)),
            Block::Paragraph(voice.say(page::YEARS_LEAD)),
            Block::Table(ahead::years_table(rules, &lines)),
        ];
        let of_year = |line: &YearLine| {
            let open = self.0.supports(SupportState::ToVerify).any(|row| row.id == line.support);
            let open = if open { voice.say(words_ahead::TO_VERIFY) } else { String::new() };
            let whom = figures::whom(voice, line.per);
            format!("{}, {whom}{open}, {}", self.0.label(&line.support), figures::euro(line.amount))
        };
        let phase = assessment
            .timeline
            .iter()
            .map(|year| words::year(year.year, &year.lines.iter().map(of_year).collect::<Vec<_>>().join("; ")));
        let told = ahead::path_told(rules, &lines).into_iter().map(|told| match &told.source {
            Some(place) => format!("{} ({})", told.text, source(rules, place)),
            None => told.text,
        });
        let path = assessment.path.as_ref().map(|path| words::path(path.years, &figures::euro(path.amount)));
        let said: Vec<String> = phase.chain(path).chain(told).collect();
        if !said.is_empty() {
            blocks.extend([heading(Level::Three, words::PHASE), Block::Bullets(said)]);
        }
        blocks
    }

    /// How much of the project's budget the programme would pay, where the programme has such a rule.
    pub(super) fn budget(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let (voice, check) = (rules.voice(), &assessment.budget_check);
        let Some(rule) = rules.programme.budget.as_ref() else { return Vec::new() };
        let said = ahead::part_of_budget(voice, check).into_iter().chain(ahead::how_far(voice, check));
        let from = format!("{}: {}", voice.say(page::SOURCE), source(rules, &rule.source));
        vec![
            heading(Level::Two, &voice.say(page::BUDGET)),
            Block::Bullets(said.chain([states::budget(voice, check.state), from]).collect()),
        ]
    }
}
