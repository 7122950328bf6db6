//! The application: the same content as the PDF, readable here first, then to download.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::parts::html::{Node, el, p, section, text, view_node};
use super::super::parts::{backward, heading, office_card};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::document_block;
use crate::application::document::Document;
use crate::browser::{download, pdf_module};
use crate::text::{form, it, say};

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
        session.look(|visit| form::application_with_data(&rules, &answers, &assessment, &visit.later.applicant));
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
        el("div", "paper", preview),
        office_card(&rules.notice.office),
    ]
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
