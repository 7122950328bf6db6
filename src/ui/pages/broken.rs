//! Shown where the notice cannot be had or read: calm, with whom to ask, never a blank.

use super::super::parts::html::{Node, el, p, text};
use super::super::parts::office_card;
use crate::programme::Office;
use crate::text::it;

/// What happened and whom to ask.
pub fn broken(office: Option<&Office>) -> Node {
    let whom = office.map_or_else(|| p(it::page::BROKEN_ANYONE), office_card);
    el("main", "", vec![text("h1", "", it::page::BROKEN), text("p", "lead", it::page::BROKEN_LEAD), whom])
}
