//! The application: the same content as the PDF, readable here first, then to download.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::parts::html::{Node, el, el_in_italian, link, opening, p, section, text, view_node, words};
use super::super::parts::{backward, button, heading, office_card};
use super::super::route::Page;
use super::super::session::Session;
use super::official::official_form;
use super::paper::on_paper;
use super::parts::{document_block, making, saved};
use crate::application::document::{Attachment, Document};
use crate::browser::{address, download, pdf_module};
use crate::programme::{Rules, Tongue};
use crate::text::carried::Carried;
use crate::text::letter::{calendar, days_ahead, to_office};
use crate::text::words::page;
use crate::text::{carried, figures, it, say};

/// The page with the application.
pub fn application(session: Session) -> Vec<Node> {
    pdf_module::get_ready();
    let rules = session.rules();
    let foreign = (session.voice().tongue == Tongue::English).then(|| p(&session.say(page::IN_ITALIAN)));
    let mut nodes = vec![
        backward(session, &Page::Person),
        heading(&session.say(page::APPLICATION)),
        text("p", "lead", &session.say(page::APPLICATION_LEAD)),
    ];
    nodes.extend(foreign);
    // The buttons hand it out, the preview shows it: it is made once.
    let kept = StoredValue::new(None::<Arc<Carried>>);
    let made = move |paper: &Rules| {
        let carried = kept.get_value().unwrap_or_else(|| Arc::new(made(session, paper)));
        kept.set_value(Some(carried.clone()));
        carried
    };
    nodes.push(on_paper(session, move |paper| to_take_away(session, paper, &made(paper))));
    nodes.extend([
        section("hand-in", &session.say(page::HAND_IN), vec![p(say(&rules.notice.channel))]),
        days(session, &rules),
        on_paper(session, move |paper| vec![letter(session, paper)]),
        on_paper(session, move |paper| vec![preview(&made(paper).document)]),
        office_card(session.voice(), &rules.notice.office),
    ]);
    nodes
}

fn made(session: Session, paper: &Rules) -> Carried {
    let (answers, assessment) = (session.answers(), session.assessment());
    session.look(|visit| carried::application_with_data(paper, &answers, &assessment, &visit.later.applicant))
}

/// What is written in it, readable before it is made.
fn preview(document: &Document) -> Node {
    el_in_italian("div", "paper", document.blocks.iter().map(document_block).collect())
}

/// The buttons that make files; what they say is for the person.
fn to_take_away(session: Session, paper: &Rules, made: &Arc<Carried>) -> Vec<Node> {
    let carried = made.clone();
    let make = move || {
        let carried = carried.clone();
        async move { saved(session, &carried.document, it::form::FILE_NAME).await }
    };
    let (label, meanwhile) = (session.say(page::DOWNLOAD), session.say(page::DOWNLOADING));
    let mut nodes = making(session, "download", label, meanwhile, make);
    nodes.extend(made.beside.clone().map(|file| answers_beside(session, file)));
    nodes.extend(official_form(session, paper));
    nodes
}

/// The answers as a file of their own, where the office's archive takes no PDF with a file inside.
fn answers_beside(session: Session, file: Attachment) -> Node {
    let said = p(&session.say(page::ANSWERS_BESIDE));
    let save = button(&session.say(page::ANSWERS_SAVE), move || {
        let bytes = js_sys::Uint8Array::from(file.bytes.as_slice());
        download::save(&file.name, &file.mime, &bytes);
    });
    section("answers", &session.say(page::ANSWERS_FILE), vec![said, el("p", "buttons", vec![save])])
}

/// The days not to miss, and a file for a calendar; nothing where none lies ahead.
fn days(session: Session, rules: &Rules) -> Node {
    let days = days_ahead(rules, session.today());
    if days.is_empty() {
        return view_node(());
    }
    let lines = days.iter().map(|due| text("li", "", &format!("{}. {}.", figures::day(due.day), due.what)));
    let lines = el("ul", "", lines.collect());
    let file = calendar(rules, session.today(), &days);
    let save = button(&session.say(page::DAYS_SAVE), move || {
        let bytes = js_sys::Uint8Array::from(file.as_bytes());
        download::save(it::letter::CALENDAR_FILE, "text/calendar", &bytes);
    });
    section("days", &session.say(page::DAYS), vec![lines, el("p", "buttons", vec![save])])
}

/// A letter to the office, ready to send.
fn letter(session: Session, paper: &Rules) -> Node {
    let letter = to_office(paper);
    let lines = letter.body.split("\n\n").map(p).collect();
    let mut parts = vec![p(&session.say(page::LETTER_LEAD)), el_in_italian("blockquote", "", lines)];
    if let Some(email) = &paper.notice.office.email {
        let encoded = [&letter.subject, &letter.body].map(|text| address::encoded(text));
        let to = format!("mailto:{email}?subject={}&body={}", encoded[0], encoded[1]);
        parts.push(el(
            "p",
            "buttons",
            vec![link(&to, "btn btn-outline-primary", vec![words(&session.say(page::LETTER_SEND))])],
        ));
    }
    opening(&session.say(page::LETTER), parts)
}
