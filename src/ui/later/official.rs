//! The office's own form: filled in here, with a sheet for what finds no room in it.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, opening, p, section, text, view_node};
use super::super::session::Session;
use super::parts::{document_block, making, saved};
use crate::application::document::{Block, Field};
use crate::application::filling::{FormValue, Left};
use crate::browser::pdf_reading::{self, NoReading};
use crate::browser::{download, fetch};
use crate::text::official::{Entry, added_sheet, entries, left_lines, value_words, values};
use crate::text::{it, say};

/// The part of the page about the form; nothing where the notice has none.
pub fn official_form(session: Session) -> Option<Node> {
    let rules = session.rules();
    let form = rules.notice.official_form.as_ref()?;
    let (answers, assessment) = (session.answers(), session.assessment());
    let entries = session.look(|visit| entries(&rules, &answers, &assessment, &visit.later.applicant));
    let url = session.beside_notice(&form.file);
    let blank = view! { <a href=url.clone() target="_blank" rel="noopener">{it::official::BLANK}</a> };
    let left = RwSignal::new(Vec::new());
    let values = values(&entries);
    let fill = move || {
        let (url, values) = (url.clone(), values.clone());
        async move {
            let found = filled(&url, &values).await?;
            let rest = (!found.is_empty()).then(|| it::official::left(found.len()));
            // The person may have left the page meanwhile.
            left.try_set(found);
            Ok([Some(it::official::FILLED.into()), rest].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    };
    let mut parts = vec![
        p(&format!("{}. {}", say(&form.label), it::official::LEAD)),
        text("p", "alert alert-warning", it::official::NOT_ARCHIVAL),
        what(&entries),
        p(it::official::CHECK),
    ];
    parts.extend(making("fill-form", it::official::FILL, it::official::FILLING, fill));
    let rest =
        move || left.with(|left| (!left.is_empty()).then(|| view_node(not_in(session, &entries, left)).into_view()));
    parts.push(view_node(view! { <div>{rest}</div> }));
    parts.push(el("p", "", vec![view_node(blank)]));
    Some(section("official", it::official::TITLE, parts))
}

/// What goes into the form, readable before it is made.
fn what(entries: &[Entry]) -> Node {
    let field = |entry: &Entry| Field { label: entry.label.clone(), value: Some(value_words(&entry.value).into()) };
    let shown = if entries.is_empty() {
        p(it::official::NOTHING)
    } else {
        document_block(&Block::Fields(entries.iter().map(field).collect()))
    };
    opening(it::official::WHAT, vec![shown])
}

/// What is not in the form and why, with the sheet to add.
fn not_in(session: Session, entries: &[Entry], left: &[Left]) -> Option<AnyView> {
    let rules = session.rules();
    let form = rules.notice.official_form.as_ref()?;
    let answers = session.answers();
    let sheet = session.look(|visit| added_sheet(&rules, &answers, &visit.later.applicant, form, entries, left));
    let make = move || {
        let sheet = sheet.clone();
        async move { saved(&sheet, it::official::SHEET_FILE_NAME).await }
    };
    let lines = left_lines(entries, left).iter().map(|line| text("li", "", line)).collect();
    let mut parts = vec![text("h3", "", it::official::LEFT_TITLE), el("ul", "", lines), p(it::official::LEFT_LEAD)];
    parts.extend(making("added-sheet", it::official::SHEET_DOWNLOAD, it::page::DOWNLOADING, make));
    Some(el("div", "", parts).into_view())
}

/// Fetches the form, fills it in and hands it to the person; what did not go in.
async fn filled(url: &str, values: &[(String, FormValue)]) -> Result<Vec<Left>, String> {
    let not_arrived = || it::official::NOT_ARRIVED.to_owned();
    let form = fetch::bytes(url).await.map_err(|_| not_arrived())?;
    let filled = pdf_reading::fill(&form, values).await.map_err(|why| match why {
        NoReading::Refused { code, .. } => it::official::refused(&code),
        NoReading::Failed => not_arrived(),
    })?;
    if download::save(it::official::FILE_NAME, "application/pdf", &filled.pdf) {
        Ok(filled.left)
    } else {
        Err(not_arrived())
    }
}
