//! The years ahead, for a picture: what the first year adds up to, and what later years would be if money and project
//! went on. Only the first year is an estimate; nothing of this enters a total.

use rust_decimal::prelude::ToPrimitive;

use super::{Assessment, PathPhase, SupportRow, SupportState};
use crate::money::Euro;
use crate::programme::{Every, Per, Rules};

/// What one support could reach in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectedLine {
    /// Counted from 1; later years than the first are a projection.
    pub year: u32,
    /// The support.
    pub support: String,
    /// The ceiling for that year.
    pub amount: Euro,
    /// Whom it is counted for.
    pub per: Per,
    /// Whether the office has to say if it stands at all.
    pub to_verify: bool,
    /// Which part of a path it is.
    pub phase: Option<PathPhase>,
}

/// The years ahead, year by year and in the order of the supports: phases along their longest path, what is paid by the
/// month or the year as long as the path and at least as long as a project lasts, anything else in the first year.
pub fn projection(rules: &Rules, assessment: &Assessment) -> Vec<ProjectedLine> {
    let path = assessment.path.as_ref();
    let on_path = |row: &SupportRow| path.is_some_and(|path| path.lines.iter().any(|line| line.support == row.id));
    let horizon = rules.programme.horizon.as_ref().and_then(|id| rules.count(id).to_u32()).unwrap_or(1);
    let years = path.map_or(1, |path| path.years).max(horizon);
    let mut lines = Vec::new();
    for row in assessment.supports.iter().filter(|row| row.first_year.is_some()) {
        let mut line = |year, amount, phase| {
            let to_verify = row.state == SupportState::ToVerify;
            lines.push(ProjectedLine { year, support: row.id.clone(), amount, per: row.per, to_verify, phase });
        };
        if on_path(row) {
            let own = path.iter().flat_map(|path| &path.lines).filter(|other| other.support == row.id);
            own.for_each(|other| line(other.year, other.amount, Some(other.phase.clone())));
        } else {
            let last = if matches!(row.every, Some(Every::Month | Every::Year)) { years } else { 1 };
            (1..=last).for_each(|year| line(year, row.first_year.unwrap_or_default(), None));
        }
    }
    // By year; within a year the supports keep their order.
    lines.sort_by_key(|line| line.year);
    lines
}
