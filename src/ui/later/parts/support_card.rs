//! One support in the result: state, amount, reasons, and the calculation on demand.

use super::super::super::parts::cited;
use super::super::super::parts::html::{Node, el, opening_about, p, text, view_node, words};
use super::super::super::session::Session;
use super::{card, steps, tag, why_so};
use crate::assess::{Row, SupportRow, SupportState};
use crate::text::words::{page, state};
use crate::text::{self as wording, figures, say, states};

/// The card of one support.
pub fn support_card(session: Session, row: &SupportRow) -> Node {
    let rules = session.rules();
    let Some(support) = rules.support(&row.id) else { return view_node(()) };
    let label = say(&support.label);
    let mut parts =
        vec![el("p", "", vec![tag(state_class(row.state), &states::support_state(session.voice(), row.state))])];
    if let (Some(amount), Some(every)) = (row.amount, row.every) {
        let unit = words(&format!(" {}", figures::unit(session.voice(), row.per, every)));
        let amount = text("strong", "", &figures::euro(amount));
        parts.push(el("p", "amount", vec![words(&format!("{} ", &session.say(page::AT_MOST))), amount, unit]));
    }
    if !row.missing.is_empty() {
        parts.push(p(&format!("{}: {}.", &session.say(state::MISSING), wording::questions(&rules, &row.missing))));
    }
    if !row.reasons.is_empty() {
        let reasons = row.reasons.iter().map(|id| text("li", "", &wording::reason(&rules, id)));
        parts.push(el("ul", "reasons", reasons.collect()));
    }
    let steps = steps(session, &rules, row);
    parts.extend(steps.map(|steps| opening_about(&session.say(page::CALCULATION), label, vec![steps])));
    parts.extend(why_so(session, Row::Support(&row.id), label));
    if !support.remarks.is_empty() {
        let remarks = support.remarks.iter();
        let remarks =
            remarks.map(|remark| el("li", "", vec![words(say(&remark.text)), cited(session, &remark.source)]));
        parts.push(opening_about(&session.say(page::TO_KNOW), label, vec![el("ul", "", remarks.collect())]));
    }
    parts.push(cited(session, &support.source));
    card(label, parts)
}

/// The class of a state's tag; its words say the same.
fn state_class(state: SupportState) -> &'static str {
    match state {
        SupportState::Included => "badge badge-outline-success",
        SupportState::ToVerify => "badge badge-outline-warning",
        SupportState::Excluded => "badge badge-outline-danger",
        SupportState::Incomplete | SupportState::NotWanted => "badge badge-outline-secondary",
    }
}
