//! The application: the same content as the PDF, readable here first, then to download.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::parts::html::{Node, el, link, opening, p, section, text, view_node, words};
use super::super::parts::{backward, button, heading, office_card};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::document_block;
use crate::application::document::Document;
use crate::browser::{address, download, pdf_module};
use crate::programme::Rules;
use crate::text::letter::{calendar, days_ahead, to_office};
use crate::text::{carried, figures, it, say};

/// What is said about the PDF while it is made and afterwards; a problem is told at once.
#[derive(Clone, Default)]
struct Said {
    making: bool,
    status: &'static str,
    problem: String,
}

/// The page with the application.
pub fn application(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let (answers, assessment) = (session.answers(), session.assessment());
    let document =
        session.look(|visit| carried::application_with_data(&rules, &answers, &assessment, &visit.later.applicant));
    let preview = document.blocks.iter().map(document_block).collect();
    let said = RwSignal::new(Said::default());
    let make = move |_| {
        // A second click while the first document is on its way would only make it twice.
        if said.with_untracked(|said| said.making) {
            return;
        }
        said.set(Said { making: true, status: it::page::DOWNLOADING, problem: String::new() });
        let document = document.clone();
        spawn_local(async move {
            let outcome = made(&document).await;
            // The person may have left the page meanwhile.
            said.try_set(outcome);
        });
    };
    let button = view! { <button type="button" class="btn btn-primary" id="download" on:click=make>{it::page::DOWNLOAD}</button> };
    let problem = view! { <div role="alert">{move || said.with(|said| problem_box(&said.problem))}</div> };
    let status = view! { <p role="status" class="status">{move || said.with(|said| said.status)}</p> };
    vec![
        backward(&Page::Person),
        heading(it::page::APPLICATION),
        text("p", "lead", it::page::APPLICATION_LEAD),
        view_node(problem),
        el("p", "buttons", vec![view_node(button)]),
        view_node(status),
        section("hand-in", it::page::HAND_IN, vec![p(say(&rules.notice.channel))]),
        days(session, &rules),
        letter(&rules),
        el("div", "paper", preview),
        office_card(&rules.notice.office),
    ]
}

/// The days not to miss, and a file for a calendar; nothing where none lies ahead.
fn days(session: Session, rules: &Rules) -> Node {
    let days = days_ahead(rules, session.today);
    if days.is_empty() {
        return view_node(());
    }
    let lines = days.iter().map(|due| text("li", "", &format!("{}. {}.", figures::day(due.day), due.what)));
    let lines = el("ul", "", lines.collect());
    let file = calendar(rules, session.today, &days);
    let save = button(it::page::DAYS_SAVE, move || {
        let bytes = js_sys::Uint8Array::from(file.as_bytes());
        download::save(it::page::CALENDAR_FILE, "text/calendar", &bytes);
    });
    section("days", it::page::DAYS, vec![lines, el("p", "buttons", vec![save])])
}

/// A letter to the office, ready to send.
fn letter(rules: &Rules) -> Node {
    let letter = to_office(rules);
    let lines = letter.body.split("\n\n").map(p).collect();
    let mut parts = vec![p(it::page::LETTER_LEAD), el("blockquote", "", lines)];
    if let Some(email) = &rules.notice.office.email {
        let encoded = [&letter.subject, &letter.body].map(|text| address::encoded(text));
        let to = format!("mailto:{email}?subject={}&body={}", encoded[0], encoded[1]);
        parts.push(el("p", "buttons", vec![link(&to, "btn btn-outline-primary", vec![words(it::page::LETTER_SEND)])]));
    }
    opening(it::page::LETTER, parts)
}

fn problem_box(problem: &str) -> Option<AnyView> {
    (!problem.is_empty()).then(|| text("p", "callout danger", problem).into_view())
}

async fn made(document: &Document) -> Said {
    let problem = |problem: String| Said { problem, ..Said::default() };
    let Ok(json) = serde_json::to_string(document) else { return problem(it::page::DOWNLOAD_FAILED.into()) };
    match pdf_module::pdf(&json).await {
        Ok(bytes) if download::save(it::page::FILE_NAME, "application/pdf", &bytes) => {
            Said { status: it::page::DOWNLOADED, ..Said::default() }
        }
        Err(pdf_module::NoPdf::MissingGlyph { place, character }) => {
            problem(it::page::missing_glyph(&place, &character))
        }
        Ok(_) | Err(pdf_module::NoPdf::Failed) => problem(it::page::DOWNLOAD_FAILED.into()),
    }
}
