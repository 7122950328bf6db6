//! What if: another answer to one question, old and new side by side before it is kept.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, p, text, view_node, words};
use super::super::parts::{Asked, FIELD, HEADING, Kept, backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, calculations, compared, link_list};
use crate::application::Aside;
use crate::assess::assess;
use crate::text::compare::{differing, side_by_side};
use crate::text::words::{page, state};
use crate::text::{self as wording, say};

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
    let (id_of, label, error) = (FIELD.into(), HEADING.into(), RwSignal::new(None));
    let field = Asked { session, question, id: id_of, label, kept, error }.field();
    let both = move || [session.assessment(), assess(&session.rules(), &session.answers_aside(Aside::Trial))];
    let shown = changes.shown(
        move || {
            let headers = [session.say(page::TRIAL_NOW), session.say(page::TRIAL_THEN)];
            let (rules, both) = (session.rules(), both());
            let calculations = calculations(session, &rules, &session.say(page::TRIAL_THEN), &both[1].supports);
            let table = compared(session, &session.say(page::TRIAL_CAPTION), &headers, &side_by_side(&rules, &both));
            std::iter::once(table).chain(calculations).collect()
        },
        move || {
            let rows = side_by_side(&session.rules(), &both());
            differing(session.voice(), rows.iter().filter(|row| row.differs).count())
        },
    );
    let keep = move || {
        if let Some(raw) = session.raw_aside(Aside::Trial, &id) {
            session.set_raw(&id, &raw);
        }
        session.clear_aside(Aside::Trial);
        session.go(&session.open_question().unwrap_or(Page::Result));
    };
    let keep = view! { <button type="button" class="btn btn-primary" on:click=move |_| keep()>{session.say(page::TRIAL_KEEP)}</button> };
    let leave = button(&session.say(page::TRIAL_LEAVE), move || session.go(&Page::Result));
    vec![
        backward(session, &Page::Trial(None)),
        text("p", "progress-line", &session.say(page::TRIAL)),
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
        let given =
            answers.get(&id).map_or(session.say(state::UNKNOWN), |given| wording::answer(&rules, question, given));
        Some((Page::Trial(Some(id)), wording::capital(say(&question.short)), words(&format!(": {given}"))))
    };
    vec![
        backward(session, &Page::Result),
        heading(&session.say(page::TRIAL)),
        text("p", "lead", &session.say(page::TRIAL_LEAD)),
        link_list(session.asked().into_iter().filter_map(line).collect()),
        p(&session.say(page::TRIAL_KEPT)),
    ]
}
