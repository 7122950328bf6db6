//! Pieces that later steps share.

mod bar;
mod calculation;
mod document_block;
mod figures;
mod live;
mod making;
mod support_card;

use leptos::prelude::*;

use super::super::parts::html::{self, Node, el, opening, view_node};
use super::super::session::Session;
use crate::assess::Row;
use crate::text::{explain, it};

pub use bar::bar;
pub use calculation::{calculations, sentences, steps};
pub use document_block::{document_block, table};
pub use figures::{choice_of, compared, figure_field, file_picker, link_list};
pub use live::Changes;
pub use making::{making, saved};
pub use support_card::support_card;

/// What a row rests on and what would change it, on demand.
pub fn why_so(session: Session, row: Row<'_>) -> Option<Node> {
    let lines = explain::about(&session.rules(), &session.answers(), row, &[]);
    let lines: Vec<Node> = lines.iter().map(|line| html::text("li", "", line)).collect();
    (!lines.is_empty()).then(|| opening(it::page::WHY_SO, vec![el("ul", "", lines)]))
}

/// A state in a few words, on a ground that says the same.
pub fn tag(class: &'static str, said: &str) -> Node {
    html::text("span", class, said)
}

/// A line of text to type, kept as typed.
pub fn text_line(
    id: String,
    label: &str,
    keyboard: &'static str,
    value: String,
    typed: impl Fn(String) + 'static,
) -> Node {
    let control = view! {
        <label for=id.clone()>{label.to_owned()}</label>
        <input type="text" id=id class="form-control" inputmode=keyboard autocomplete="off" prop:value=value
            on:input=move |event| typed(event_target_value(&event))/>
    };
    el("div", "field", vec![view_node(control)])
}
