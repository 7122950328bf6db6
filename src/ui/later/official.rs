//! The office's own form: filled in here, with a sheet for what finds no room in it.

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, opening, p, section, text, view_node};
use super::super::session::Session;
use super::parts::{document_block, making, saved};
use crate::application::document::{Block, Field};
use crate::application::filling::{FormValue, Left};
use crate::browser::pdf_reading::{self, NoReading};
use crate::browser::{download, fetch};
use crate::programme::{Rules, Voice};
use crate::text::official::{Entry, added_sheet, entries, left, left_lines, refused, value_words, values};
use crate::text::words::{official, page};
use crate::text::{it, say};

/// The part of the page about the form, which is filled in Italian; nothing where the notice has none.
pub fn official_form(session: Session, paper: &Rules) -> Option<Node> {
    let form = paper.notice.official_form.as_ref()?;
    let (answers, assessment) = (session.answers(), session.assessment());
    let entries = session.look(|visit| entries(paper, &answers, &assessment, &visit.later.applicant));
    let url = session.beside_notice(&form.file);
    let blank = view! { <a href=url.clone() target="_blank" rel="noopener">{session.say(official::BLANK)}</a> };
    let not_in = RwSignal::new(Vec::new());
    let values = values(&entries);
    let fill = move || {
        let (url, values) = (url.clone(), values.clone());
        async move {
            let found = filled(session.voice(), &url, &values).await?;
            let rest = (!found.is_empty()).then(|| left(session.voice(), found.len()));
            // The person may have left the page meanwhile.
            not_in.try_set(found);
            Ok([Some(session.say(official::FILLED)), rest].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    };
    let mut parts = vec![
        p(&format!("{}. {}", say(&form.label), &session.say(official::LEAD))),
        text("p", "alert alert-warning", &session.say(official::NOT_ARCHIVAL)),
        what(session, &entries),
        p(&session.say(official::CHECK)),
    ];
    parts.extend(making(session, "fill-form", session.say(official::FILL), session.say(official::FILLING), fill));
    let rest = changing(move || {
        let left = not_in.get();
        (!left.is_empty()).then(|| left_out(session, &entries, &left)).flatten().into_iter().collect()
    });
    parts.push(el("div", "", vec![rest]));
    parts.push(el("p", "", vec![view_node(blank)]));
    Some(section("official", &session.say(official::TITLE), parts))
}

/// What goes into the form, readable before it is made.
fn what(session: Session, entries: &[Entry]) -> Node {
    let field =
        |entry: &Entry| Field { label: entry.label.clone(), value: Some(value_words(session.voice(), &entry.value)) };
    let shown = if entries.is_empty() {
        p(&session.say(official::NOTHING))
    } else {
        document_block(&Block::Fields(entries.iter().map(field).collect()))
    };
    opening(&session.say(official::WHAT), vec![shown])
}

/// What is not in the form and why, with the sheet to add.
fn left_out(session: Session, entries: &[Entry], left: &[Left]) -> Option<Node> {
    let paper = session.paper()?;
    let form = paper.notice.official_form.as_ref()?;
    let answers = session.answers();
    let sheet = session.look(|visit| added_sheet(&paper, &answers, &visit.later.applicant, form, entries, left));
    let make = move || {
        let sheet = sheet.clone();
        async move { saved(session, &sheet, it::official::SHEET_FILE_NAME).await }
    };
    let lines = left_lines(session.voice(), entries, left).iter().map(|line| text("li", "", line)).collect();
    let mut parts = vec![
        text("h3", "", &session.say(official::LEFT_TITLE)),
        el("ul", "", lines),
        p(&session.say(official::LEFT_LEAD)),
    ];
    parts.extend(making(
        session,
        "added-sheet",
        session.say(official::SHEET_DOWNLOAD),
        session.say(page::DOWNLOADING),
        make,
    ));
    Some(el("div", "", parts))
}

/// Fetches the form, fills it in and hands it to the person; what did not go in.
async fn filled(voice: Voice, url: &str, values: &[(String, FormValue)]) -> Result<Vec<Left>, String> {
    let not_arrived = || voice.say(official::NOT_ARRIVED);
    let form = fetch::bytes(url).await.map_err(|_| not_arrived())?;
    let filled = pdf_reading::fill(&form, values).await.map_err(|why| match why {
        NoReading::Refused { code } => refused(voice, &code),
        NoReading::Failed => not_arrived(),
    })?;
    if download::save(it::official::FILE_NAME, "application/pdf", &filled.pdf) {
        Ok(filled.left)
    } else {
        Err(not_arrived())
    }
}
