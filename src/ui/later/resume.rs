//! Going on with what was begun before: a draft on this device, a PDF or a saved file, picked or dropped. Nothing is taken
//! before the person has seen what it would change.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, p, text, view_node};
use super::super::parts::{backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::drafts::drafts;
use super::keeping::Keeping;
use super::parts::{compared, file_picker, picked_text, read_file_text};
use crate::answers::Draft;
use crate::application::{Applicant, Record, RecordFault, Restored};
use crate::assess::assess;
use crate::browser::picked::Picked;
use crate::programme::Rules;
use crate::text::compare::side_by_side;
use crate::text::words::{Words, keep, page};
use crate::text::{carried, faults};

/// What would be gone on with.
#[derive(Clone)]
pub struct Coming {
    /// All that it holds.
    pub record: Record,
    /// The draft that it is from, and goes on being kept in; nothing for a file.
    pub keeping: Option<Keeping>,
    /// What to know of it first.
    pub caution: Option<String>,
}

/// What became of the draft or file.
#[derive(Clone)]
pub enum Found {
    /// None was opened yet.
    Nothing,
    /// It cannot be opened.
    Problem(String),
    /// It can.
    Ready(Box<Coming>),
}

/// The page that takes a draft or a file.
pub fn resume(session: Session) -> Vec<Node> {
    let found = RwSignal::new(Found::Nothing);
    let take = move |files: Vec<Picked>| {
        let Some(file) = files.into_iter().next() else { return };
        session.spawn(async move {
            let outcome = taken(session, file).await;
            // The person may have left the page meanwhile.
            found.try_set(match outcome {
                Ok(coming) => Found::Ready(Box::new(coming)),
                Err(problem) => Found::Problem(problem),
            });
        });
    };
    let shown = changing(move || match found.get() {
        Found::Nothing => Vec::new(),
        Found::Problem(problem) => vec![text("p", "alert alert-danger", &problem)],
        Found::Ready(coming) => vec![ready(session, *coming, found)],
    });
    let shown = view! { <div role="status">{shown.into_view()}</div> };
    vec![
        backward(session, &Page::Start),
        heading(&session.say(page::RESUME)),
        text("p", "lead", &session.say(page::RESUME_LEAD)),
        drafts(session, found),
        file_picker(&session.say(page::RESUME_FILE), false, take),
        view_node(shown),
    ]
}

/// What is in a file, with the rules that its paper was made from at hand.
async fn taken(session: Session, file: Picked) -> Result<Coming, String> {
    let text = picked_text(session.voice(), file).await?;
    // What was saved letter by letter, when something broke.
    match Record::read(&text) {
        Err(RecordFault::NotOurs) => {}
        record => return opened(session, record, None),
    }
    let restored = read_file_text(session, session.voice(), &text)?;
    let paper = session.paper_fetched().await.map_err(|_| session.say(page::WAITING_FAILED))?;
    Ok(from_file(session, &paper, restored))
}

/// A record as it would be gone on with.
///
/// # Errors
/// A sentence that says why it cannot.
pub fn opened(
    session: Session,
    record: Result<Record, RecordFault>,
    keeping: Option<Keeping>,
) -> Result<Coming, String> {
    let (rules, voice) = (session.rules(), session.voice());
    let record = record.map_err(|why| faults::record(voice, &why))?;
    if record.notice != rules.notice.id {
        return Err(session.fill(keep::LIST_OTHER_NOTICE, &[("notice", &record.notice)]));
    }
    let other = record.notice_version != rules.notice.version;
    let caution = other.then(|| session.say(page::RESUME_OTHER_VERSION));
    Ok(Coming { record, keeping, caution })
}

fn from_file(session: Session, paper: &Rules, restored: Restored) -> Coming {
    let rules = session.rules();
    let caution = match carried::unaltered(paper, &restored) {
        Some(true) => None,
        Some(false) => Some(session.say(page::RESUME_ALTERED)),
        None if restored.notice_version == rules.notice.version => None,
        None => Some(session.say(page::RESUME_OTHER_VERSION)),
    };
    let record = Record {
        typed: Draft::from_answers(&rules, &restored.answers),
        reviewed: true,
        // What was printed then is not what is printed next.
        personal: Applicant { checksum: String::new(), stated: BTreeMap::default(), ..restored.applicant },
        ..Record::default()
    };
    Coming { record, keeping: None, caution }
}

/// What it would change, and the choice to take it or not.
fn ready(session: Session, coming: Coming, found: RwSignal<Found>) -> Node {
    let rules = session.rules();
    let Coming { record, keeping, caution } = coming;
    let words = |of_draft: Words, of_file: Words| session.say(if keeping.is_some() { of_draft } else { of_file });
    let mut parts: Vec<Node> = caution.iter().map(|caution| text("p", "alert alert-warning", caution)).collect();
    if session.look(|visit| visit.draft.is_empty()) {
        parts.push(p(&words(keep::LIST_EMPTY, page::RESUME_EMPTY)));
    } else {
        let there = assess(&rules, &record.typed.answers(&rules, session.today()));
        let rows = side_by_side(&rules, &[session.assessment(), there]);
        let headers = [session.say(page::RESUME_HERE), words(keep::LIST_THERE, page::RESUME_THERE)];
        parts.push(p(&words(keep::LIST_REPLACES, page::RESUME_OVER)));
        parts.push(compared(session, &session.say(page::RESUME_CAPTION), &headers, &rows));
    }
    let take = words(keep::LIST_TAKE, page::RESUME_TAKE);
    let go_on = move |_| {
        if let Some(keeping) = keeping.clone() {
            // Written only where something changes: the record is the one that stands there.
            session.go_on_keeping(keeping);
        }
        session.restore(record.clone());
        session.go(&Page::Review);
    };
    let go_on = view! { <button type="button" class="btn btn-primary" on:click=go_on>{take}</button> };
    parts.push(el(
        "p",
        "buttons",
        vec![view_node(go_on), button(&session.say(page::RESUME_LEAVE), move || found.set(Found::Nothing))],
    ));
    el("div", "", parts)
}
