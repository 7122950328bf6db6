//! How figures came about: the steps of each, with their sources.

use super::super::super::parts::cited;
use super::super::super::parts::html::{Node, el, opening, text, words};
use super::super::super::session::Session;
use crate::assess::SupportRow;
use crate::programme::Rules;
use crate::text::say;
use crate::text::trace::{Told, told};
use crate::text::words::page;

/// The steps of one support's amount; nothing where it has none.
pub fn steps(session: Session, rules: &Rules, row: &SupportRow) -> Option<Node> {
    sentences(session, told(rules, row))
}

/// Sentences in order, each with its source.
pub fn sentences(session: Session, told: Vec<Told>) -> Option<Node> {
    let line = |step: Told| {
        let source = step.source.as_ref().map(|source| cited(session, source));
        el("li", "", std::iter::once(words(&step.text)).chain(source).collect())
    };
    let lines: Vec<Node> = told.into_iter().map(line).collect();
    (!lines.is_empty()).then(|| el("ol", "steps", lines))
}

/// The steps of several supports, on demand; nothing where none has an amount.
pub fn calculations<'a>(
    session: Session,
    rules: &Rules,
    of: &str,
    rows: impl IntoIterator<Item = &'a SupportRow>,
) -> Option<Node> {
    let mut parts = Vec::new();
    for row in rows {
        let name = rules.support(&row.id).map_or("", |support| say(&support.label));
        if let Some(steps) = steps(session, rules, row) {
            parts.extend([text("p", "year", name), steps]);
        }
    }
    (!parts.is_empty()).then(|| opening(&format!("{}: {of}", &session.say(page::CALCULATION)), parts))
}
