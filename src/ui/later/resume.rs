//! Going on with an application made before: a PDF or a saved file, picked or dropped. Nothing is taken before the
//! person has seen what it would change.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::parts::html::{Node, el, p, text, view_node};
use super::super::parts::{backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{compared, file_picker, read_picked};
use crate::answers::Draft;
use crate::application::{Applicant, Restored};
use crate::assess::assess;
use crate::browser::picked::Picked;
use crate::text::carried;
use crate::text::compare::side_by_side;
use crate::text::words::page;

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
        session.spawn(async move {
            let outcome = taken(session, file).await;
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
        backward(session, &Page::Start),
        heading(&session.say(page::RESUME)),
        text("p", "lead", &session.say(page::RESUME_LEAD)),
        file_picker(&session.say(page::RESUME_FILE), false, take),
        view_node(shown),
    ]
}

/// What is in a file, with the rules that its paper was made from at hand.
async fn taken(session: Session, file: Picked) -> Result<Restored, String> {
    let restored = read_picked(session, file).await?;
    session.paper_fetched().await.map_err(|_| session.say(page::WAITING_FAILED))?;
    Ok(restored)
}

/// What the file would change, and the choice to take it or not.
fn ready(session: Session, restored: &Restored, found: RwSignal<Found>) -> Node {
    let rules = session.rules();
    let paper = session.paper();
    let trust = match paper.and_then(|paper| carried::unaltered(&paper, restored)) {
        Some(true) => None,
        Some(false) => Some(text("p", "alert alert-warning", &session.say(page::RESUME_ALTERED))),
        None if restored.notice_version == rules.notice.version => None,
        None => Some(text("p", "alert alert-warning", &session.say(page::RESUME_OTHER_VERSION))),
    };
    let draft = Draft::from_answers(&rules, &restored.answers);
    // What was printed then is not what is printed next.
    let applicant = Applicant { checksum: String::new(), stated: BTreeMap::default(), ..restored.applicant.clone() };
    let mut parts: Vec<Node> = trust.into_iter().collect();
    if session.look(|visit| visit.draft.is_empty()) {
        parts.push(p(&session.say(page::RESUME_EMPTY)));
    } else {
        let there = assess(&rules, &draft.answers(&rules, session.today));
        let rows = side_by_side(&rules, &[session.assessment(), there]);
        let headers = [session.say(page::RESUME_HERE), session.say(page::RESUME_THERE)];
        parts.push(p(&session.say(page::RESUME_OVER)));
        parts.push(compared(session, &session.say(page::RESUME_CAPTION), &headers, &rows));
    }
    let go_on = move || {
        session.set_draft(draft.clone());
        session.change(|visit| visit.later.applicant = applicant.clone());
        session.go(&Page::Review);
    };
    let go_on = view! { <button type="button" class="btn btn-primary" on:click=move |_| go_on()>{session.say(page::RESUME_TAKE)}</button> };
    parts.push(el(
        "p",
        "buttons",
        vec![view_node(go_on), button(&session.say(page::RESUME_LEAVE), move || found.set(Found::Nothing))],
    ));
    el("div", "", parts)
}
