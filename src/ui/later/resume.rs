//! Going on with an application made before: a PDF or a saved file, picked or dropped. Nothing is taken before the
//! person has seen what it would change.

use std::collections::BTreeMap;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::parts::html::{Node, el, p, text, view_node};
use super::super::parts::{backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{compared, file_picker, read_picked};
use crate::answers::Draft;
use crate::application::{Applicant, Restored};
use crate::assess::assess;
use crate::browser::picked::Picked;
use crate::text::compare::side_by_side;
use crate::text::{carried, it};

/// What became of the file.
#[derive(Clone)]
enum Found {
    Nothing,
    Problem(String),
    Ready(Box<Restored>),
}

/// The page that takes a file.
pub fn resume(session: Session) -> Vec<Node> {
    let found = RwSignal::new(Found::Nothing);
    let take = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else { return };
        spawn_local(async move {
            let outcome = read_picked(session, file).await;
            // The person may have left the page meanwhile.
            found.try_set(match outcome {
                Ok(restored) => Found::Ready(Box::new(restored)),
                Err(problem) => Found::Problem(problem),
            });
        });
    };
    let shown = move || match found.get() {
        Found::Nothing => view_node(()).into_view(),
        Found::Problem(problem) => text("p", "alert alert-danger", &problem).into_view(),
        Found::Ready(restored) => ready(session, &restored, found).into_view(),
    };
    let shown = view! { <div role="status">{shown}</div> };
    vec![
        backward(&Page::Start),
        heading(it::page::RESUME),
        text("p", "lead", it::page::RESUME_LEAD),
        file_picker(it::page::RESUME_FILE, false, take),
        view_node(shown),
    ]
}

/// What the file would change, and the choice to take it or not.
fn ready(session: Session, restored: &Restored, found: RwSignal<Found>) -> Node {
    let rules = session.rules();
    let trust = match carried::unaltered(&rules, restored) {
        Some(true) => None,
        Some(false) => Some(text("p", "alert alert-warning", it::page::RESUME_ALTERED)),
        None if restored.notice_version == rules.notice.version => None,
        None => Some(text("p", "alert alert-warning", it::page::RESUME_OTHER_VERSION)),
    };
    let draft = Draft::from_answers(&rules, &restored.answers);
    // What was printed then is not what is printed next.
    let applicant = Applicant { checksum: String::new(), stated: BTreeMap::default(), ..restored.applicant.clone() };
    let mut parts: Vec<Node> = trust.into_iter().collect();
    if session.look(|visit| visit.draft.is_empty()) {
        parts.push(p(it::page::RESUME_EMPTY));
    } else {
        let there = assess(&rules, &draft.answers(&rules, session.today));
        let rows = side_by_side(&rules, &[session.assessment(), there]);
        let headers = [it::page::RESUME_HERE.to_owned(), it::page::RESUME_THERE.to_owned()];
        parts.push(p(it::page::RESUME_OVER));
        parts.push(compared(it::page::RESUME_CAPTION, &headers, &rows));
    }
    let go_on = move || {
        session.change(|visit| {
            visit.draft = draft.clone();
            visit.later.applicant = applicant.clone();
        });
        session.go(&Page::Review);
    };
    let go_on = view! { <button type="button" class="btn btn-primary" on:click=move |_| go_on()>{it::page::RESUME_TAKE}</button> };
    parts.push(el(
        "p",
        "buttons",
        vec![view_node(go_on), button(it::page::RESUME_LEAVE, move || found.set(Found::Nothing))],
    ));
    el("div", "", parts)
}
