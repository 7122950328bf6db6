//! A button that makes a file, and what is said while it is made and afterwards.

use std::pin::Pin;
use std::rc::Rc;

use leptos::prelude::*;

use super::super::super::parts::after_paint;
use super::super::super::parts::html::{Node, changing, changing_words, el, text, view_node};
use super::super::super::session::Session;
use crate::application::document::Document;
use crate::browser::place::Told;
use crate::browser::{download, pdf_module};
use crate::text::missing_glyph;
use crate::text::words::page;

/// What is said at the moment; a problem is told at once.
#[derive(Clone, Default)]
struct Said {
    making: bool,
    status: String,
    problem: String,
}

/// The button with its sentences. `make` gives the sentence for a file that was made, or for why there is none.
pub fn making<F: Future<Output = Result<String, String>> + 'static>(
    session: Session,
    id: &'static str,
    label: String,
    meanwhile: String,
    make: impl Fn() -> F + 'static,
) -> Vec<Node> {
    making_by(session, id, label, meanwhile, Rc::new(move || Box::pin(make())))
}

/// A file on its way: a sentence for the person, whether it was made or not.
type Made = Pin<Box<dyn Future<Output = Result<String, String>>>>;

/// The same for any file: its code is long, and is there once.
fn making_by(
    session: Session,
    id: &'static str,
    label: String,
    meanwhile: String,
    make: Rc<dyn Fn() -> Made>,
) -> Vec<Node> {
    let said = RwSignal::new(Said::default());
    let begin = move |_| {
        // A second click while the first file is on its way would only make it twice.
        if said.with_untracked(|said| said.making) {
            return;
        }
        said.set(Said { making: true, status: meanwhile.clone(), ..Said::default() });
        let make = make.clone();
        after_paint(move || {
            session.spawn(async move {
                let outcome = match make().await {
                    Ok(status) => {
                        let rules = session.rules();
                        let (notice, version) = (&rules.notice.id, &rules.notice.version);
                        session.place.tell(&Told::Complete { notice, version });
                        Said { status, ..Said::default() }
                    }
                    Err(problem) => {
                        session.place.tell(&Told::Error("pdf_failed"));
                        Said { problem, ..Said::default() }
                    }
                };
                // The person may have left the page meanwhile.
                said.try_set(outcome);
            });
        });
    };
    let button = view! { <button type="button" class="btn btn-primary" id=id on:click=begin>{label}</button> };
    let problem = changing(move || said.with(|said| problem_box(&said.problem))).into_view();
    let problem = view! { <div role="alert">{problem}</div> };
    let status = changing_words(move || said.with(|said| said.status.clone()));
    let status = view! { <p role="status" class="status">{status}</p> };
    vec![view_node(problem), el("p", "buttons", vec![view_node(button)]), view_node(status)]
}

fn problem_box(problem: &str) -> Vec<Node> {
    (!problem.is_empty()).then(|| text("p", "alert alert-danger", problem)).into_iter().collect()
}

/// Makes a PDF of a document and hands it to the person.
///
/// # Errors
/// A sentence for the person, where there is no PDF.
pub async fn saved(session: Session, document: &Document, name: &str) -> Result<String, String> {
    let voice = session.voice();
    let failed = || voice.say(page::DOWNLOAD_FAILED);
    let json = serde_json::to_string(document).map_err(|_| failed())?;
    match pdf_module::pdf(&json).await {
        Ok(bytes) if download::save(name, "application/pdf", &bytes) => Ok(voice.say(page::DOWNLOADED)),
        Err(pdf_module::NoPdf::MissingGlyph { place, character }) => Err(missing_glyph(voice, &place, &character)),
        Ok(_) | Err(pdf_module::NoPdf::Failed) => Err(failed()),
    }
}
