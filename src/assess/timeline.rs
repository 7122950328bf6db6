//! Supports in phases, year by year: the answered phase, and the longest path from there as a projection.

use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use super::amounts::answered_phase as phase_of;
use super::supports::{SupportRow, has_amount};
use crate::answers::Answers;
use crate::money::Euro;
use crate::programme::{Amount, Per, Phase, Rules, Support};

/// One year of the answered phase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Year {
    /// Counted from 1.
    pub year: u32,
    /// What could be paid in it.
    pub lines: Vec<YearLine>,
}

/// What one support could pay in a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct YearLine {
    /// The support.
    pub support: String,
    /// The ceiling for that year.
    pub amount: Euro,
    /// Whom it is counted for.
    pub per: Per,
}

/// The longest path from the answered phase on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Path {
    /// How many years it takes.
    pub years: u32,
    /// All of it.
    pub amount: Euro,
    /// Year by year.
    pub lines: Vec<PathLine>,
}

/// What one support could pay in one year of the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PathLine {
    /// Counted from 1.
    pub year: u32,
    /// The support.
    pub support: String,
    /// The ceiling for that year.
    pub amount: Euro,
    /// Whom it is counted for.
    pub per: Per,
    /// Which part of the path it is: for pictures, not part of the contract.
    #[serde(skip)]
    pub phase: PathPhase,
}

/// Which part of a path a line belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPhase {
    /// The choice that names the phase.
    pub phase: String,
    /// Which edition of it, counted from 1.
    pub edition: u32,
    /// Id of the number that its amount comes from.
    pub number: String,
    /// Over how many years the number is spread.
    pub years: u32,
}

/// The years of the phase that was answered; empty where no path was asked for or its amount is not known.
pub(super) fn answered_phase(rules: &Rules, answers: &Answers, rows: &[SupportRow]) -> Vec<Year> {
    let lines = walk(rules, answers, rows, Walk::AnsweredPhase);
    let last = lines.iter().map(|line| line.year).max().unwrap_or(0);
    (1..=last)
        .map(|year| Year {
            year,
            lines: lines
                .iter()
                .filter(|line| line.year == year)
                .map(|line| YearLine { support: line.support.clone(), amount: line.amount, per: line.per })
                .collect(),
        })
        .collect()
}

/// The answered phase and every later one with all its editions.
pub(super) fn longest_path(rules: &Rules, answers: &Answers, rows: &[SupportRow]) -> Option<Path> {
    let lines = walk(rules, answers, rows, Walk::LaterPhasesToo);
    let years = lines.iter().map(|line| line.year).max()?;
    let by_year = (1..=years).flat_map(|year| lines.iter().filter(move |line| line.year == year));
    Some(Path { years, amount: lines.iter().map(|line| line.amount).sum(), lines: by_year.cloned().collect() })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Walk {
    AnsweredPhase,
    LaterPhasesToo,
}

fn walk(rules: &Rules, answers: &Answers, rows: &[SupportRow], how_far: Walk) -> Vec<PathLine> {
    let supports = &rules.programme.supports;
    let mut lines = Vec::new();
    for (lead, _) in supports.iter().zip(rows).filter(|(_, row)| has_amount(row)) {
        let (Amount::Phases { editions, phases, .. }, Some(first)) = (&lead.amount, phase_of(answers, &lead.amount))
        else {
            continue;
        };
        // It integrates where its amount stands and it was not asked for alone: then the answered phase has its share.
        let beside: Vec<&Support> = supports
            .iter()
            .zip(rows)
            .filter(|(support, row)| has_amount(row) && integrates(answers, support, &lead.id))
            .map(|(support, _)| support)
            .collect();
        let from = phases.iter().position(|phase| phase.phase == first.phase).unwrap_or(0);
        let mut year = 1;
        for phase in &phases[from..] {
            if phase.phase != first.phase && how_far == Walk::AnsweredPhase {
                break;
            }
            let most = rules.count(&phase.editions).to_u32().unwrap_or(1);
            let held = if phase.phase == first.phase { answers.count(editions).unwrap_or(1).min(most) } else { most };
            for edition in 1..=held {
                for (support, ceiling) in amounts_of(lead, &beside, phase) {
                    let mut left = rules.euro(ceiling);
                    for offset in 0..phase.years {
                        // Equal parts, each rounded; the last year takes what is left, so that no cent is lost.
                        let last = offset + 1 == phase.years;
                        let amount = if last { left } else { rules.euro(ceiling).part_of(phase.years).min(left) };
                        left = left.less(amount);
                        lines.push(PathLine {
                            year: year + offset,
                            support: support.id.clone(),
                            amount,
                            per: support.per,
                            phase: PathPhase {
                                phase: phase.phase.clone(),
                                edition,
                                number: ceiling.into(),
                                years: phase.years,
                            },
                        });
                    }
                }
                year += phase.years;
            }
        }
    }
    lines
}

fn integrates(answers: &Answers, support: &Support, lead: &str) -> bool {
    let with = |asked_by: &str| answers.choice(asked_by) == Some("yes");
    support.companion.as_ref().is_some_and(|companion| companion.of == lead && with(&companion.asked_by))
}

fn amounts_of<'r>(lead: &'r Support, beside: &[&'r Support], phase: &'r Phase) -> Vec<(&'r Support, &'r str)> {
    let own = |support: &&'r Support| {
        let companion = support.companion.as_ref()?;
        let added = companion.phases.iter().find(|added| added.phase == phase.phase)?;
        Some((*support, added.ceiling.as_str()))
    };
    std::iter::once((lead, phase.ceiling.as_str())).chain(beside.iter().filter_map(own)).collect()
}
