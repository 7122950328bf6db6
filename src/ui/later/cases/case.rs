//! One case: what is noted about it, what was received, and the way to everything else.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::super::parts::html::{Node, el, el_in_italian, p, section, view_node, words};
use super::super::super::parts::{backward, button, heading, tick_box};
use super::super::super::route::{Page, Sheet};
use super::super::super::session::Session;
use super::super::comparison::options;
use super::super::paper::{on_easy_paper, on_paper};
use super::super::parts::small_form::Line;
use super::super::parts::{Typed, choice_of, document_block, link_list, making, saved, typed_line};
use super::list::status_name;
use super::sure;
use crate::application::document::Document;
use crate::application::{Head, Record, Status};
use crate::assess::{DocumentRow, assess};
use crate::browser::{pdf_module, storage, window};
use crate::programme::Rules;
use crate::text::sheets::{SheetOf, family_sheet, technical_sheet};
use crate::text::words::{cases as said, page};
use crate::text::{figures, it, say};

/// The page of the case that is open.
pub fn case(session: Session) -> Vec<Node> {
    let Some(head) = session.keeper.case() else { return Vec::new() };
    let rules = session.rules();
    let documents: Vec<Node> =
        session.assessment().documents.iter().filter_map(|row| received(session, &rules, row)).collect();
    let to = |to: Page, label: String| (to, label, words(""));
    let go = vec![
        to(session.open_question().unwrap_or_else(|| session.first()), session.say(said::TO_QUESTIONS)),
        to(Page::Review, session.say(page::REVIEW)),
        to(Page::Result, session.say(page::RESULT)),
        to(Page::Comparison, session.say(page::COMPARISON)),
        to(Page::Documents, session.say(page::DOCUMENTS)),
        to(Page::Person, session.say(page::PERSON)),
        to(Page::Application, session.say(page::APPLICATION)),
    ];
    // With nothing answered every other step would be empty.
    let begun = session.look(|visit| !visit.draft.is_empty());
    let go = if begun { go } else { go.into_iter().take(1).collect() };
    let sheets = vec![
        to(Page::Sheet(Sheet::Family), session.say(page::FAMILY_SHEET)),
        to(Page::Sheet(Sheet::Technical), session.say(page::TECHNICAL_SHEET)),
    ];
    let mut nodes = vec![
        backward(session, &Page::Cases),
        heading(&session.say(page::CASE)),
        noted(session, &head),
        section("go", &session.say(said::GO), vec![link_list(go)]),
    ];
    if begun {
        nodes.push(section("sheets", &session.say(said::SHEETS), vec![link_list(sheets)]));
        nodes.push(section("received", &session.say(said::RECEIVED), documents));
    }
    nodes.push(leave(session, &head));
    nodes
}

/// Alias, status and notes, kept as they are typed.
fn noted(session: Session, head: &Head) -> Node {
    let options: Vec<_> =
        Status::ALL.iter().map(|(word, status)| ((*word).to_owned(), status_name(session, *status))).collect();
    let status = choice_of("status".into(), &session.say(said::STATUS), &options, head.status.word(), move |picked| {
        session.note_of_case(|head| head.status = Status::named(&picked).unwrap_or_default());
    });
    let alias = Typed::new(&head.alias);
    Effect::new(move |before: Option<()>| {
        let now = alias.text.get();
        // Without one, nobody would find it in the list.
        if before.is_some() && !now.trim().is_empty() {
            session.note_of_case(|head| head.alias = now);
        }
    });
    let alias = typed_line("alias", Line::Text, &session.say(said::ALIAS), &session.say(said::ALIAS_HINT), alias);
    let note = view! {
        <label for="note">{session.say(said::NOTE)}</label>
        <textarea id="note" class="form-control" rows="4" autocomplete="off" prop:value=head.note.clone()
            on:input=move |event| session.note_of_case(|head| head.note = event_target_value(&event))></textarea>
    };
    let fields = vec![alias, status, el("div", "form-group", vec![view_node(note)])];
    el("div", "", fields)
}

/// A document, ticked once it was received, with the day.
fn received(session: Session, rules: &Rules, row: &DocumentRow) -> Option<Node> {
    let document = rules.documents().find(|document| document.id == row.id)?;
    let day = session.look(|visit| visit.later.documents.iter().find(|(id, _)| *id == row.id).map(|(_, day)| *day));
    let about = match day {
        Some(Some(day)) => session.fill(said::RECEIVED_ON, &[("day", &figures::day(day))]),
        _ => say(&document.from).to_owned(),
    };
    let id = row.id.clone();
    let changed = move |now| session.tick_document(&id, now);
    let ticked = RwSignal::new(day.is_some());
    Some(tick_box(format!("document-{}", row.id), "form-check", say(&document.label), vec![p(&about)], ticked, changed))
}

fn leave(session: Session, head: &Head) -> Node {
    let closed = move || {
        session.stop_keeping();
        session.restore(Record::default());
        session.go(&Page::Cases);
    };
    let delete = move || {
        if let Some(keeping) = session.keeper.keeping() {
            session.stop_keeping();
            storage::forget(&keeping.name);
        }
        closed();
    };
    let surely = session.fill(said::DELETE_SURE, &[("alias", &head.alias)]);
    let close = button(&session.say(said::CLOSE), closed);
    el("p", "buttons", vec![close, sure(session, said::DELETE, surely, delete)])
}

/// A sheet of the case, to read here, to print, or as a PDF.
pub fn sheet(session: Session, which: Sheet) -> Vec<Node> {
    pdf_module::get_ready();
    let Some(head) = session.keeper.case() else { return Vec::new() };
    let received = session.look(|visit| visit.later.documents.iter().map(|(id, _)| id.clone()).collect());
    let about = move |options| SheetOf { alias: head.alias.clone(), day: session.today(), received, options };
    let (title, shown) = match which {
        Sheet::Family => {
            let about = about(Vec::new());
            let made = move |rules: &Arc<Rules>| {
                on_page(session, family_sheet(rules, &assess(rules, &session.answers()), &about), it::family::FILE_NAME)
            };
            (page::FAMILY_SHEET, on_easy_paper(session, made))
        }
        Sheet::Technical => {
            let about = Arc::new(about(Vec::new()));
            let made = move |rules: &Arc<Rules>| {
                let about = SheetOf { options: options(session, rules), ..about.as_ref().clone() };
                let sheet = technical_sheet(rules, &assess(rules, &session.answers()), &about);
                on_page(session, sheet, it::technical::FILE_NAME)
            };
            (page::TECHNICAL_SHEET, on_paper(session, made))
        }
    };
    vec![backward(session, &Page::Case), heading(&session.say(title)), shown]
}

/// A sheet as the page shows it: the buttons, then what is written on it.
fn on_page(session: Session, sheet: Document, file: &'static str) -> Vec<Node> {
    let sheet = Arc::new(sheet);
    let shown = el_in_italian("div", "paper", sheet.blocks.iter().map(document_block).collect());
    let make = move || {
        let sheet = sheet.clone();
        async move { saved(session, &sheet, file).await }
    };
    let download = making(session, "download", session.say(said::SHEET_DOWNLOAD), session.say(page::DOWNLOADING), make);
    let print = el("p", "buttons", vec![button(&session.say(page::PRINT), window::print)]);
    vec![el("div", "no-print", download.into_iter().chain([print]).collect()), shown]
}
