//! The application: the same content as the PDF, readable here first, then to download.

use super::super::parts::html::{Node, el, link, opening, p, section, text, view_node, words};
use super::super::parts::{backward, button, heading, office_card};
use super::super::route::Page;
use super::super::session::Session;
use super::official::official_form;
use super::parts::{document_block, making, saved};
use crate::application::document::Attachment;
use crate::browser::{address, download, pdf_module};
use crate::programme::Rules;
use crate::text::carried::Carried;
use crate::text::letter::{calendar, days_ahead, to_office};
use crate::text::{carried, figures, it, say};

/// The page with the application.
pub fn application(session: Session) -> Vec<Node> {
    pdf_module::get_ready();
    let rules = session.rules();
    let (answers, assessment) = (session.answers(), session.assessment());
    let carried =
        session.look(|visit| carried::application_with_data(&rules, &answers, &assessment, &visit.later.applicant));
    let Carried { document, beside } = carried;
    let preview = document.blocks.iter().map(document_block).collect();
    let make = move || {
        let document = document.clone();
        async move { saved(&document, it::page::FILE_NAME).await }
    };
    let mut page =
        vec![backward(&Page::Person), heading(it::page::APPLICATION), text("p", "lead", it::page::APPLICATION_LEAD)];
    page.extend(making("download", it::page::DOWNLOAD, it::page::DOWNLOADING, make));
    page.extend(beside.map(answers_beside));
    page.extend(official_form(session));
    page.extend([
        section("hand-in", it::page::HAND_IN, vec![p(say(&rules.notice.channel))]),
        days(session, &rules),
        letter(&rules),
        el("div", "paper", preview),
        office_card(&rules.notice.office),
    ]);
    page
}

/// The answers as a file of their own, where the office's archive takes no PDF with a file inside.
fn answers_beside(file: Attachment) -> Node {
    let said = p(it::page::ANSWERS_BESIDE);
    let save = button(it::page::ANSWERS_SAVE, move || {
        let bytes = js_sys::Uint8Array::from(file.bytes.as_slice());
        download::save(&file.name, &file.mime, &bytes);
    });
    section("answers", it::page::ANSWERS_FILE, vec![said, el("p", "buttons", vec![save])])
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
