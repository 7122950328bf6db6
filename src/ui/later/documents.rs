//! The documents to prepare: which, who gives them, because of what.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, p, section, text};
use super::super::parts::{backward, button, cited, heading, onward, tick_box};
use super::super::route::Page;
use super::super::session::Session;
use crate::assess::DocumentRow;
use crate::browser::window;
use crate::programme::{DocumentNeed, Rules};
use crate::text::say;
use crate::text::words::{page, state};

/// The page with the documents.
pub fn documents(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let rows = session.assessment().documents;
    let list = |need: DocumentNeed| {
        let of_need = rows.iter().filter(|row| row.need == need);
        of_need.filter_map(|row| document(session, &rules, row)).collect()
    };
    let apply = rules.programme.applying.takes_place();
    let apply = apply.then(|| onward(&Page::Person, &session.say(page::TO_PERSON)));
    let buttons = apply.into_iter().chain([button(&session.say(page::PRINT), window::print)]).collect();
    let of_need = |id, title, need| {
        let rows: Vec<Node> = list(need);
        (!rows.is_empty()).then(|| section(id, &session.say(title), rows))
    };
    let lists = [
        of_need("required", state::REQUIRED_DOCUMENTS, DocumentNeed::Required),
        of_need("useful", state::USEFUL_DOCUMENTS, DocumentNeed::Useful),
    ];
    let head = [
        backward(session, &Page::Result),
        heading(&session.say(page::DOCUMENTS)),
        text("p", "lead", &session.say(page::DOCUMENTS_LEAD)),
    ];
    head.into_iter().chain(lists.into_iter().flatten()).chain([el("p", "buttons", buttons)]).collect()
}

fn document(session: Session, rules: &Rules, row: &DocumentRow) -> Option<Node> {
    let document = rules.documents().find(|document| document.id == row.id)?;
    let name = |id: &String| match (rules.support(id), rules.question(id)) {
        (Some(support), _) => say(&support.label).to_owned(),
        (None, Some(question)) => say(&question.short).to_owned(),
        (None, None) => id.clone(),
    };
    let because: Vec<String> = row.because.iter().map(name).collect();
    let because = match because.as_slice() {
        [] => format!("{}.", &session.say(page::ALWAYS)),
        because => format!("{}: {}.", &session.say(page::BECAUSE), because.join(", ")),
    };
    let about = vec![
        p(say(&document.help)),
        p(&format!("{}: {}", &session.say(page::WHO_GIVES), say(&document.from))),
        p(&because),
        cited(session, &document.source),
    ];
    let id = row.id.clone();
    let ticked = session.look(|visit| visit.later.documents.iter().any(|(one, _)| *one == id));
    let changed = move |now| session.tick_document(&id, now);
    Some(tick_box(
        format!("document-{}", row.id),
        "form-check it-card",
        say(&document.label),
        about,
        RwSignal::new(ticked),
        changed,
    ))
}
