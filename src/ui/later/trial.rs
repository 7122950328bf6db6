//! What if: another answer to one question, old and new side by side before it is kept.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, p, text, view_node, words};
use super::super::parts::{Kept, backward, button, heading, question_field};
use super::super::route::Page;
use super::super::session::Session;
use super::kept::Aside;
use super::parts::{Changes, calculations, compared, link_list};
use crate::assess::assess;
use crate::text::compare::side_by_side;
use crate::text::{self as wording, it, say};

/// The page that tries another answer; without a question, the page to pick one.
pub fn trial(session: Session, question: Option<&str>) -> Vec<Node> {
    let rules = session.rules();
    let Some(question) = question.and_then(|id| rules.question(id)) else { return pick(session) };
    let id = question.id.clone();
    session.clear_aside(Aside::Trial);
    let changes = Changes::new();
    let (get, set) = (id.clone(), id.clone());
    let kept = Kept::new(
        move || session.raw_aside(Aside::Trial, &get),
        move |raw| {
            session.set_aside(Aside::Trial, &set, raw);
            changes.add();
        },
    );
    let field = question_field(session, question, &kept, RwSignal::new(None));
    let rows = move || {
        let assessments = [session.assessment(), assess(&session.rules(), &session.answers_aside(Aside::Trial))];
        side_by_side(&session.rules(), &assessments)
    };
    let shown = changes.shown(
        move || {
            let headers = [it::page::TRIAL_NOW.to_owned(), it::page::TRIAL_THEN.to_owned()];
            let then = assess(&session.rules(), &session.answers_aside(Aside::Trial));
            let calculations = calculations(session, &session.rules(), it::page::TRIAL_THEN, &then.supports);
            let table = compared(it::page::TRIAL_CAPTION, &headers, &rows());
            std::iter::once(table).chain(calculations).collect()
        },
        move || it::page::differing(rows().iter().filter(|row| row.differs).count()),
    );
    let keep = move || {
        if let Some(raw) = session.raw_aside(Aside::Trial, &id) {
            session.set_raw(&id, &raw);
        }
        session.clear_aside(Aside::Trial);
        session.go(&session.open_question().unwrap_or(Page::Result));
    };
    let keep = view! { <button type="button" class="btn btn-primary" on:click=move |_| keep()>{it::page::TRIAL_KEEP}</button> };
    let leave = button(it::page::TRIAL_LEAVE, move || session.go(&Page::Result));
    vec![
        backward(&Page::Trial(None)),
        text("p", "progress-line", it::page::TRIAL),
        heading(say(&question.label)),
        field,
        shown,
        el("p", "buttons", vec![view_node(keep), leave]),
    ]
}

/// The questions that were asked, each with the answer given.
fn pick(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let answers = session.answers();
    let line = |id: String| {
        let question = rules.question(&id)?;
        let given = answers.get(&id).map_or(it::UNKNOWN.into(), |given| wording::answer(&rules, question, given));
        Some((Page::Trial(Some(id)), wording::capital(say(&question.short)), words(&format!(": {given}"))))
    };
    vec![
        backward(&Page::Result),
        heading(it::page::TRIAL),
        text("p", "lead", it::page::TRIAL_LEAD),
        link_list(session.asked().into_iter().filter_map(line).collect()),
        p(it::page::TRIAL_KEPT),
    ]
}
