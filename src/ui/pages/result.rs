//! What the notice could offer, and why. Nothing here says entitled, admitted, ranked or scored.

use rust_decimal::Decimal;

use super::super::parts::html::{Node, el, opening, p, section, text, words};
use super::super::parts::{aside, backward, button, cited, heading, office_card, onward, support_card, tag};
use super::super::route::Page;
use super::super::session::Session;
use crate::assess::{
    Assessment, BudgetState, Outcome, PriorityRow, PriorityState, RequirementRow, RequirementState, Sums, SupportState,
};
use crate::browser::window;
use crate::money::Euro;
use crate::programme::{Priority, Rules};
use crate::text::{self as wording, figures, it, say};

/// The page with the result.
pub fn result(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let assessment = session.assessment();
    let callout = match assessment.outcome {
        Outcome::NoObstacle => "callout good",
        Outcome::ToVerify | Outcome::Incomplete => "callout doubt",
        Outcome::Obstacle => "callout danger",
    };
    let wanted = assessment.supports.iter().filter(|row| row.state != SupportState::NotWanted);
    let mut cards: Vec<Node> = wanted.map(|row| support_card(session, row)).collect();
    if cards.is_empty() {
        cards.push(p(it::NO_SUPPORT));
    }
    let requirements = assessment.requirements.iter().filter_map(|row| requirement(session, &rules, row)).collect();
    let steps = vec![
        onward(&Page::Documents, it::page::TO_DOCUMENTS),
        aside(&Page::Person, it::page::TO_PERSON),
        button(it::page::PRINT, window::print),
    ];
    let mut page = vec![
        backward(&Page::Review),
        heading(it::outcome(assessment.outcome)),
        text("p", callout, it::outcome_means(assessment.outcome)),
        totals(&rules, &assessment),
        section("supports", it::page::SUPPORTS, cards),
    ];
    page.extend(budget(session, &rules, &assessment));
    page.push(section("requirements", it::page::REQUIREMENTS, requirements));
    page.push(priorities(session, &rules, &assessment));
    let channel = vec![p(say(&rules.notice.channel)), p(say(&rules.notice.window.text)), el("p", "buttons", steps)];
    page.push(section("next", it::page::NEXT_STEPS, channel));
    page.push(office_card(&rules.notice.office));
    page
}

/// The two totals, never added together, nor across persons and dwellings.
fn totals(rules: &Rules, assessment: &Assessment) -> Node {
    let line =
        |sum: Euro, whom: &str| el("p", "", vec![text("strong", "", &figures::euro(sum)), words(&format!(" {whom}"))]);
    let sums = |title: &str, class: &'static str, sums: Sums| {
        let lines = vec![line(sums.person, it::page::FOR_PERSON), line(sums.dwelling, it::page::FOR_DWELLING)];
        el("div", class, std::iter::once(text("h3", "", title)).chain(lines).collect())
    };
    let open = assessment.totals.first_year_to_verify;
    let mut boxes = vec![sums(it::page::TOTAL_STATED, "total", assessment.totals.first_year)];
    if open.person > Euro::ZERO || open.dwelling > Euro::ZERO {
        boxes.push(sums(it::page::TOTAL_TO_VERIFY, "total doubt", open));
    }
    section("totals", it::page::TOTALS, vec![el("div", "totals", boxes), p(say(&rules.programme.caution))])
}

fn requirement(session: Session, rules: &Rules, row: &RequirementRow) -> Option<Node> {
    let requirement = rules.programme.requirements.iter().find(|one| one.id == row.id)?;
    let (class, state, sentence) = match row.state {
        RequirementState::Met => ("tag good", it::REQUIREMENT_MET, say(&requirement.met).to_owned()),
        RequirementState::ToVerify => ("tag doubt", it::REQUIREMENT_TO_VERIFY, say(&requirement.to_verify).to_owned()),
        RequirementState::NotMet => ("tag bad", it::REQUIREMENT_NOT_MET, say(&requirement.not_met).to_owned()),
        RequirementState::Unknown => ("tag", it::MISSING, format!("{}.", wording::questions(rules, &row.missing))),
    };
    let parts = vec![
        text("h3", "", say(&requirement.label)),
        el("p", "", vec![tag(class, state)]),
        p(&sentence),
        cited(session, &row.source),
    ];
    Some(el("article", "card", parts))
}

/// The priorities of the supports asked for: first those that may apply, the others on demand.
fn priorities(session: Session, rules: &Rules, assessment: &Assessment) -> Node {
    let wanted =
        |id: &String| assessment.supports.iter().any(|row| row.id == *id && row.state != SupportState::NotWanted);
    let shown = rules.programme.priorities.iter().zip(&assessment.priorities);
    let shown = shown.filter(|(priority, _)| priority.supports.is_empty() || priority.supports.iter().any(wanted));
    let mut applying = Vec::new();
    let mut others = Vec::new();
    for (priority, row) in shown {
        let list = if row.state == PriorityState::DoesNotApply { &mut others } else { &mut applying };
        list.push(priority_line(session, rules, priority, row));
    }
    let mut parts = vec![p(it::page::PRIORITIES_LEAD)];
    if applying.is_empty() {
        parts.push(p(it::page::PRIORITIES_NONE));
    } else {
        parts.push(el("ul", "plain", applying));
    }
    if !others.is_empty() {
        parts.push(opening(it::page::PRIORITIES_OTHER, vec![el("ul", "plain", others)]));
    }
    section("priorities", it::page::PRIORITIES, parts)
}

fn priority_line(session: Session, rules: &Rules, priority: &Priority, row: &PriorityRow) -> Node {
    let class = match row.state {
        PriorityState::Applies => "tag good",
        PriorityState::ToVerify => "tag doubt",
        PriorityState::DoesNotApply | PriorityState::Unknown => "tag",
    };
    let missing = match row.missing.as_slice() {
        [] => String::new(),
        missing => format!(". {}: {}", it::MISSING, wording::questions(rules, missing)),
    };
    let said = words(&format!(" {}{missing}.", say(&priority.label).trim_end_matches('.')));
    el("li", "", vec![tag(class, it::priority_state(row.state)), said, cited(session, &row.source)])
}

/// The budget check, where there is something to check.
fn budget(session: Session, rules: &Rules, assessment: &Assessment) -> Option<Node> {
    let rule = rules.programme.budget.as_ref()?;
    let check = &assessment.budget_check;
    let limit = check.limit?;
    if !assessment.supports.iter().any(|row| rule.residential.contains(&row.id) && row.amount.is_some()) {
        return None;
    }
    let class = if check.state == BudgetState::Over { "callout doubt" } else { "callout" };
    let mut parts = Vec::new();
    if let Some(share) = check.programme_share {
        let percent = figures::decimal(share * Decimal::ONE_HUNDRED);
        let most = check.at_most.map(|most| format!(" ({})", figures::euro(most))).unwrap_or_default();
        let (programme, at_most) = (it::page::BUDGET_PROGRAMME, it::page::BUDGET_AT_MOST);
        parts.push(p(&format!("{programme}: {percent}%; {at_most} {}{most}.", figures::share(limit))));
    }
    parts.push(text("p", class, it::budget(check.state)));
    parts.push(cited(session, &rule.source));
    Some(section("budget", it::page::BUDGET, parts))
}
