//! One support in the result: state, amount, reasons, and the calculation on demand.

use super::super::super::parts::cited;
use super::super::super::parts::html::{Node, el, opening_about, p, text, view_node, words};
use super::super::super::session::Session;
use super::{card, steps, table, tag, why_so};
use crate::answers::truth::{Truth, decide};
use crate::assess::{Row, SupportRow, SupportState};
use crate::programme::{Amount, NumberKind, Remark, Rules};
use crate::text::price::{at_a_glance, payers_table};
use crate::text::words::{page, state};
use crate::text::{self as wording, figures, say, states};

/// The card of one support.
pub fn support_card(session: Session, row: &SupportRow) -> Node {
    let rules = session.rules();
    let Some(support) = rules.support(&row.id) else { return view_node(()) };
    let label = say(&support.label);
    let mut parts = vec![el("p", "", vec![tag(state_class(row.state), &states::support_state(&rules, row.state))])];
    if let (Some(amount), Some(every)) = (row.amount, row.every) {
        let unit = words(&format!(" {}", figures::unit(session.voice(), row.per, every)));
        let amount = text("strong", "", &figures::euro(amount));
        // A rate that is fixed is no "up to".
        let most = is_most(&rules, &support.amount).then(|| words(&format!("{} ", &session.say(page::AT_MOST))));
        parts.push(el("p", "amount", most.into_iter().chain([amount, unit]).collect()));
        parts.extend(at_a_glance(&rules, row).iter().map(|said| p(said)));
        parts.extend(payers_table(&rules, row).map(|payers| table(&payers, &[])));
    }
    if let Amount::Service { ask } = &support.amount {
        parts.push(p(say(&support.summary)));
        if row.state != SupportState::Excluded {
            parts.push(el(
                "p",
                "",
                vec![text("strong", "", &session.say(page::ASK)), words(&format!(": {}", say(ask)))],
            ));
        }
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
    let remarks = remark_lines(session, &support.remarks);
    if !remarks.is_empty() {
        parts.push(opening_about(&session.say(page::TO_KNOW), label, vec![el("ul", "", remarks)]));
    }
    parts.push(cited(session, &support.source));
    card(label, parts)
}

/// Whether what is shown is the highest that it could come to.
fn is_most(rules: &Rules, amount: &Amount) -> bool {
    match amount {
        Amount::Rate { rate, .. } => rules.number(rate).is_some_and(|number| number.kind == NumberKind::Ceiling),
        _ => true,
    }
}

/// Rules that no answer records, as long as no answer says that they are not about this one.
pub fn remark_lines(session: Session, remarks: &[Remark]) -> Vec<Node> {
    let (rules, answers) = (session.rules(), session.answers());
    let about =
        |remark: &&Remark| remark.when.as_ref().is_none_or(|when| decide(&rules, &answers, when).truth != Truth::No);
    let line = |remark: &Remark| el("li", "", vec![words(say(&remark.text)), cited(session, &remark.source)]);
    remarks.iter().filter(about).map(line).collect()
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
