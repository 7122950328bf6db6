//! Fields for a few figures at once, and tables that lay results side by side.

use leptos::prelude::*;

use super::super::super::parts::Kept;
use super::super::super::parts::html::{Node, changing, el, el_with_id, link, text, view_node, words};
use super::super::super::route::Page;
use super::super::super::session::Session;
use super::table as marked_table;
use crate::answers::Draft;
use crate::application::document::{Align, Column, Table};
use crate::programme::{Kind, Question};
use crate::text::compare::ComparedRow;
use crate::text::faults;
use crate::text::words::{ahead, compare};

/// A labelled line for a figure that is understood like an answer to `question`; what is wrong with it stands below.
pub fn figure_field(session: Session, id: String, label: &str, question: &Question, kept: &Kept) -> Node {
    let (asked, typed, kept) = (question.id.clone(), kept.get().unwrap_or_default(), kept.clone());
    let wrong = move |raw: &str| {
        let rules = session.rules();
        let understood = Draft::understand(rules.question(&asked)?, raw, session.today());
        understood.err().map(|why| faults::answer(session.voice(), why))
    };
    // What was refused stands there still when somebody comes back, or reads on in another language.
    let error = RwSignal::new(Some(typed.as_str()).filter(|typed| !typed.is_empty()).and_then(&wrong));
    let error_id = format!("{id}-error");
    let keep = move |raw: String| {
        error.set(wrong(&raw));
        kept.set(&raw);
    };
    let keyboard = if question.kind == Kind::Money { "decimal" } else { "numeric" };
    let control = view! {
        <label for=id.clone()>{label.to_owned()}</label>
        <input type="text" id=id class="form-control money" inputmode=keyboard autocomplete="off" prop:value=typed
            aria-describedby=error_id.clone() aria-invalid=move || error.with(Option::is_some).then_some("true")
            on:input=move |event| keep(event_target_value(&event))/>
    };
    let said = changing(move || error.get().map(|said| words(&said)).into_iter().collect());
    el("div", "form-group", vec![view_node(control), el_with_id("p", "invalid", &error_id, vec![said])])
}

/// A drop-down list of a few values, each with its label.
pub fn choice_of(
    id: String,
    label: &str,
    values: &[(String, String)],
    chosen: &str,
    changed: impl Fn(String) + 'static,
) -> Node {
    choice_of_by(id, label, values, chosen, Box::new(changed))
}

fn choice_of_by(
    id: String,
    label: &str,
    values: &[(String, String)],
    chosen: &str,
    changed: Box<dyn Fn(String)>,
) -> Node {
    let options: Vec<AnyView> = values
        .iter()
        .map(|(value, label)| {
            view! { <option value=value.clone() selected=value == chosen>{label.clone()}</option> }.into_any()
        })
        .collect();
    let control = view! {
        <label for=id.clone()>{label.to_owned()}</label>
        <select id=id class="form-control short" on:change=move |event| changed(event_target_value(&event))>{options}</select>
    };
    el("div", "form-group", vec![view_node(control)])
}

/// Links to steps, each followed by a few words.
pub fn link_list(links: Vec<(Page, String, Node)>) -> Node {
    let line =
        |(to, said, about): (Page, String, Node)| el("li", "", vec![link(&to.link(), "", vec![words(&said)]), about]);
    el("ul", "links", links.into_iter().map(line).collect())
}

/// Results side by side; the lines that differ are marked, not by colour alone.
pub fn compared(session: Session, caption: &str, headers: &[String], rows: &[ComparedRow]) -> Node {
    let column = |header: &str| Column { header: header.into(), align: Align::Start };
    let row = |row: &ComparedRow| {
        let mark = if row.differs { session.say(compare::DIFFERS) } else { String::new() };
        std::iter::once(format!("{mark}{}", row.label)).chain(row.cells.iter().cloned()).collect()
    };
    let table = Table {
        caption: caption.into(),
        columns: std::iter::once(&session.say(ahead::LINE)).chain(headers).map(|header| column(header)).collect(),
        rows: rows.iter().map(row).collect(),
    };
    let marked: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| row.differs).map(|(at, _)| at).collect();
    el("div", "compared", vec![marked_table(&table, &marked), text("p", "form-text", &session.say(compare::LEGEND))])
}
