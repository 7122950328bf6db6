//! What the notice could offer, and why. Nothing here says entitled, admitted, ranked or scored.

use leptos::prelude::*;
use rust_decimal::Decimal;

use super::super::parts::html::{Node, el, opening, p, section, text, view_node, views, words};
use super::super::parts::{aside, backward, button, cited, heading, office_card, onward};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{bar, card, remark_lines, sentences, support_card, table, tag, why_so};
use super::standing::{another_day, first_of_all, urgent};
use crate::assess::{
    Assessment, BudgetState, Outcome, PriorityRow, PriorityState, RequirementRow, RequirementState, Row, Sums,
    SupportRow, SupportState, projection,
};
use crate::browser::window;
use crate::money::Euro;
use crate::programme::{Chapter, Priority, Rules};
use crate::text::words::{ahead as words, page, state};
use crate::text::{self as wording, ahead, figures, say, states};

/// The page with the result.
pub fn result(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let assessment = session.assessment();
    let class = match assessment.outcome {
        Outcome::NoObstacle => "alert alert-success",
        Outcome::ToVerify | Outcome::Incomplete => "alert alert-warning",
        Outcome::Obstacle => "alert alert-danger",
    };
    let wanted = assessment.supports.iter().filter(|row| row.state != SupportState::NotWanted);
    let mut cards: Vec<Node> = wanted.map(|row| support_card(session, row)).collect();
    if cards.is_empty() {
        cards.push(p(&session.say(state::NO_SUPPORT)));
    }
    let requirements = assessment.requirements.iter().filter_map(|row| requirement(session, &rules, row)).collect();
    let mut steps = Vec::new();
    if rules.documents().next().is_some() {
        steps.push(onward(&Page::Documents, &session.say(page::TO_DOCUMENTS)));
    }
    if rules.programme.applying.takes_place() {
        steps.push(aside(&Page::Person, &session.say(page::TO_PERSON)));
    }
    steps.push(button(&session.say(page::PRINT), window::print));
    let mut page: Vec<Node> = urgent(session).into_iter().chain([backward(session, &Page::Review)]).collect();
    page.push(heading(&states::outcome(&rules, assessment.outcome)));
    page.extend(first_of_all(session));
    page.push(text("p", class, &states::outcome_means(&rules, assessment.outcome)));
    if rules.programme.supports.iter().any(|support| support.amount.is_received()) {
        page.push(totals(session, &rules, &assessment));
    }
    page.push(section("supports", &session.say(page::SUPPORTS), cards));
    page.extend(budget(session, &rules, &assessment));
    page.extend(years(session, &rules, &assessment));
    page.push(tools(session, &rules, &assessment));
    page.push(section("requirements", &session.say(page::REQUIREMENTS), requirements));
    if !rules.programme.priorities.is_empty() {
        page.push(priorities(session, &rules, &assessment));
    }
    page.extend(chapters(session, &rules));
    let channel = vec![p(say(&rules.notice.channel)), p(say(&rules.notice.window.text)), el("p", "buttons", steps)];
    page.push(section("next", &session.say(page::NEXT_STEPS), channel));
    page.push(office_card(session.voice(), &rules.notice.office));
    page
}

/// The two totals, never added together, nor across persons and dwellings.
pub fn totals(session: Session, rules: &Rules, assessment: &Assessment) -> Node {
    let line =
        |sum: Euro, whom: &str| el("p", "", vec![text("strong", "", &figures::euro(sum)), words(&format!(" {whom}"))]);
    let sums = |title: &str, class: &'static str, sums: Sums| {
        let lines = vec![
            line(sums.person, &session.say(page::FOR_PERSON)),
            line(sums.dwelling, &session.say(page::FOR_DWELLING)),
        ];
        el("div", class, std::iter::once(text("h3", "", title)).chain(lines).collect())
    };
    let open = assessment.totals.first_year_to_verify;
    let mut boxes = vec![sums(&session.say(page::TOTAL_STATED), "total", assessment.totals.first_year)];
    if open.person > Euro::ZERO || open.dwelling > Euro::ZERO {
        boxes.push(sums(&session.say(page::TOTAL_TO_VERIFY), "total doubt", open));
    }
    let mut parts = vec![el("div", "totals", boxes)];
    let line = |row: &SupportRow| {
        let name = rules.support(&row.id).map_or("", |support| say(&support.label));
        let open = if row.state == SupportState::ToVerify { session.say(words::TO_VERIFY) } else { String::new() };
        let year = figures::euro(row.first_year?);
        Some(text("li", "", &format!("{name}, {}{open}: {year}", figures::whom(session.voice(), row.per))))
    };
    let made_of: Vec<Node> = assessment.supports.iter().filter_map(line).collect();
    if !made_of.is_empty() {
        parts.push(opening(&session.say(page::MADE_OF), vec![el("ul", "", made_of)]));
    }
    parts.push(p(say(&rules.programme.caution)));
    section("totals", &session.say(page::TOTALS), parts)
}

fn requirement(session: Session, rules: &Rules, row: &RequirementRow) -> Option<Node> {
    let requirement = rules.programme.requirements.iter().find(|one| one.id == row.id)?;
    let (class, sentence) = match row.state {
        RequirementState::Met => ("badge badge-outline-success", say(&requirement.met).to_owned()),
        RequirementState::ToVerify => ("badge badge-outline-warning", say(&requirement.to_verify).to_owned()),
        RequirementState::NotMet => ("badge badge-outline-danger", say(&requirement.not_met).to_owned()),
        RequirementState::Unknown => {
            ("badge badge-outline-secondary", wording::missing(rules, &row.missing).unwrap_or_default())
        }
    };
    let label = say(&requirement.label);
    let state = states::requirement_state(session.voice(), row.state);
    let parts = vec![el("p", "", vec![tag(class, &state)]), p(&sentence), cited(session, &row.source)];
    let parts = parts.into_iter().chain(why_so(session, Row::Requirement(&row.id), label));
    Some(card(label, parts.collect()))
}

/// The years ahead, as bars and as a table, where there is more than the first.
fn years(session: Session, rules: &Rules, assessment: &Assessment) -> Option<Node> {
    let lines = projection(rules, assessment);
    let most = lines.iter().map(|line| line.amount).max().filter(|most| *most > Euro::ZERO)?;
    let mut bars: Vec<Node> = Vec::new();
    let mut shown = 0;
    for line in &lines {
        if line.year != shown {
            shown = line.year;
            bars.push(text("p", "year", &ahead::year(session.voice(), line.year)));
        }
        let percent = line.amount.decimal() * Decimal::ONE_HUNDRED / most.decimal();
        let class = if line.to_verify { "part open" } else { "part" };
        bars.push(el(
            "p",
            "bar-label",
            vec![text("span", "", &ahead::bar_label(rules, line)), text("span", "figure", &figures::euro(line.amount))],
        ));
        bars.push(bar(class, percent.round_dp(2).to_string(), None));
    }
    let years = table(&ahead::years_table(rules, &lines), &[]);
    let bars = view_node(view! { <div class="bars" aria-hidden="true">{views(bars)}</div> });
    let from = sentences(session, ahead::path_told(rules, &lines));
    let from = from.map(|from| opening(&session.say(page::WHERE_FROM), vec![from]));
    let parts = vec![p(&session.say(page::YEARS_LEAD)), bars, years];
    Some(section("years", &session.say(page::YEARS), parts.into_iter().chain(from).collect()))
}

/// Ways to try and compare without changing an answer.
fn tools(session: Session, rules: &Rules, assessment: &Assessment) -> Node {
    let live = |ids: &[String]| {
        let asked = |row: &&SupportRow| row.state != SupportState::NotWanted && ids.contains(&row.id);
        assessment.supports.iter().any(|row| asked(&row))
    };
    let mut links = vec![aside(&Page::Trial(None), &session.say(page::TRIAL))];
    if rules.programme.comparison.as_ref().is_some_and(|one| one.options.iter().any(|option| live(&option.supports))) {
        links.push(aside(&Page::Comparison, &session.say(page::COMPARISON)));
    }
    if rules.programme.budget.as_ref().is_some_and(|one| live(&one.residential)) {
        links.push(aside(&Page::Budget, &session.say(page::SHEET)));
    }
    let lead = p(&session.say(page::TOOLS_LEAD));
    section("tools", &session.say(page::TOOLS), vec![lead, el("p", "buttons", links), another_day(session)])
}

/// The rules that no answer records.
fn chapters(session: Session, rules: &Rules) -> Option<Node> {
    let chapter = |chapter: &Chapter| {
        let lines = remark_lines(session, &chapter.remarks);
        (!lines.is_empty()).then(|| opening(say(&chapter.title), vec![el("ul", "", lines)]))
    };
    let chapters: Vec<Node> = rules.programme.chapters.iter().filter_map(chapter).collect();
    (!chapters.is_empty()).then(|| section("rules", &session.say(page::RULES), chapters))
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
    let mut parts = vec![p(&session.say(page::PRIORITIES_LEAD))];
    if applying.is_empty() {
        parts.push(p(&session.say(page::PRIORITIES_NONE)));
    } else {
        parts.push(el("ul", "plain", applying));
    }
    if !others.is_empty() {
        parts.push(opening(&session.say(page::PRIORITIES_OTHER), vec![el("ul", "plain", others)]));
    }
    section("priorities", &session.say(page::PRIORITIES), parts)
}

fn priority_line(session: Session, rules: &Rules, priority: &Priority, row: &PriorityRow) -> Node {
    let class = match row.state {
        PriorityState::Applies => "badge badge-outline-success",
        PriorityState::ToVerify => "badge badge-outline-warning",
        PriorityState::DoesNotApply | PriorityState::Unknown => "badge badge-outline-secondary",
    };
    let missing = match row.missing.as_slice() {
        [] => String::new(),
        missing => format!(". {}: {}", session.say(state::MISSING), wording::questions(rules, missing)),
    };
    let said = words(&format!(" {}{missing}.", say(&priority.label).trim_end_matches('.')));
    let parts =
        vec![tag(class, &states::priority_state(session.voice(), row.state)), said, cited(session, &row.source)];
    el("li", "", parts.into_iter().chain(why_so(session, Row::Priority(&row.id), say(&priority.label))).collect())
}

/// The budget check, where there is something to check.
fn budget(session: Session, rules: &Rules, assessment: &Assessment) -> Option<Node> {
    let rule = rules.programme.budget.as_ref()?;
    let check = &assessment.budget_check;
    let limit = check.limit?;
    if !assessment.supports.iter().any(|row| rule.residential.contains(&row.id) && row.amount.is_some()) {
        return None;
    }
    let class = if check.state == BudgetState::Over { "alert alert-warning" } else { "alert alert-info" };
    let mut parts = Vec::new();
    if let Some(share) = check.programme_share {
        let percent = figures::decimal(share * Decimal::ONE_HUNDRED);
        let most = check.at_most.map(|most| format!(" ({})", figures::euro(most))).unwrap_or_default();
        let (programme, at_most) = (session.say(page::BUDGET_PROGRAMME), session.say(page::BUDGET_AT_MOST));
        parts.push(p(&format!("{programme}: {percent}%; {at_most} {}{most}.", figures::share(session.voice(), limit))));
        let class = if check.state == BudgetState::Over { "part over" } else { "part" };
        let full = (share * Decimal::ONE_HUNDRED).min(Decimal::ONE_HUNDRED);
        parts.push(bar(class, full.to_string(), Some(limit.percent().to_string())));
    }
    parts.extend(ahead::how_far(session.voice(), check).map(|far| p(&far)));
    parts.push(text("p", class, &states::budget(session.voice(), check.state)));
    parts.push(cited(session, &rule.source));
    Some(section("budget", &session.say(page::BUDGET), parts))
}
