//! Pieces that later steps share.

mod bar;
mod calculation;
mod document_block;
mod figures;
mod files;
mod line;
mod live;
mod making;
mod place_line;
pub mod small_form;
mod support_card;

use super::super::parts::html::{self, Node, el, opening_about};
use super::super::session::Session;
use crate::assess::Row;
use crate::text::explain;
use crate::text::words::page;

pub use bar::bar;
pub use calculation::{calculations, sentences, steps};
pub use document_block::{document_block, table, table_of};
pub use figures::{choice_of, compared, figure_field, link_list};
pub use files::{file_picker, picked_text, read_file_text, read_picked};
pub use line::{Line, Remarks, text_line};
pub use live::Changes;
pub use making::{making, saved};
pub use place_line::{Offer, place_line};
pub use small_form::{Typed, radios, small_form, typed_line};
pub use support_card::{remark_lines, support_card};

/// What a row rests on and what would change it, on demand.
pub fn why_so(session: Session, row: Row<'_>, about: &str) -> Option<Node> {
    let lines = explain::about(&session.rules(), &session.answers(), row, &[]);
    let lines: Vec<Node> = lines.iter().map(|line| html::text("li", "", line)).collect();
    (!lines.is_empty()).then(|| opening_about(&session.say(page::WHY_SO), about, vec![el("ul", "", lines)]))
}

/// A card under a heading of its own.
pub fn card(title: &str, body: Vec<Node>) -> Node {
    el("article", "it-card", vec![html::text("h3", "it-card-title", title), el("div", "it-card-body", body)])
}

/// Something set apart under a heading of its own.
pub fn callout(heading: &'static str, title: &str, body: Node) -> Node {
    let inner = vec![html::text(heading, "callout-title", title), body];
    el("div", "callout", vec![el("div", "callout-inner", inner)])
}

/// A state in a few words, on a ground that says the same.
pub fn tag(class: &'static str, said: &str) -> Node {
    html::text("span", class, said)
}
