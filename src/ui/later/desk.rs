//! The office's desk: applications dropped in, nothing sent anywhere.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, el_in_italian, p, text};
use super::super::parts::{aside, backward, button, heading};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, file_picker, read_picked, table};
use crate::browser::download;
use crate::browser::picked::Picked;
use crate::programme::Voice;
use crate::text::desk::{self, OnDesk};
use crate::text::it;
use crate::text::words::page;

/// The page with the desk, for an office: in Italian, whatever the visit is read in. What is on it lives as long as the page,
/// so there is no switch here that would make it anew (style/_readings.scss).
pub fn desk(session: Session) -> Vec<Node> {
    let on_desk = RwSignal::new(Vec::<OnDesk>::new());
    let changes = Changes::new();
    let take = move |files: Vec<Picked>| {
        session.spawn(async move {
            for file in files {
                let name = file.name();
                let row = match (read_picked(session, file).await, session.paper_fetched().await) {
                    (Ok(restored), Ok(paper)) => desk::on_desk(&paper, &name, &restored),
                    (Ok(_), Err(_)) => desk::refused(&name, &Voice::default().say(page::WAITING_FAILED)),
                    (Err(why), _) => desk::refused(&name, &why),
                };
                // The person may have left the page meanwhile.
                on_desk.try_update(|rows| {
                    rows.retain(|other| other.file != row.file);
                    rows.push(row);
                });
                changes.add();
            }
        });
    };
    let made = move || {
        let rows = on_desk.get_untracked();
        if rows.is_empty() {
            return Vec::new();
        }
        let export = button(it::desk::EXPORT, move || {
            let file = on_desk.with_untracked(|rows| desk::csv(rows));
            let bytes = js_sys::Uint8Array::from(file.as_bytes());
            download::save(it::desk::CSV_FILE, "text/csv;charset=utf-8", &bytes);
        });
        let clear = button(it::desk::CLEAR, move || {
            on_desk.set(Vec::new());
            changes.add();
        });
        vec![p(&desk::summary(&rows)), table(&desk::table(&rows), &[]), el("p", "buttons", vec![export, clear])]
    };
    let shown = changes.shown(made, move || on_desk.with_untracked(|rows| desk::summary(rows)));
    let in_italian = vec![
        heading(it::desk::TITLE),
        text("p", "lead", it::desk::LEAD),
        file_picker(it::desk::FILES, true, take),
        el("div", "wide", vec![shown]),
        el("p", "buttons", vec![aside(&Page::Editor, it::editor::FROM_DESK)]),
    ];
    vec![backward(session, &Page::Start), el_in_italian("div", "desk", in_italian)]
}
