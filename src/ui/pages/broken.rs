//! Shown where the notice cannot be had or read: calm, with whom to ask, never a blank.

use super::super::parts::html::{Node, el, p, text};
use super::super::parts::office_card;
use crate::programme::{Office, Voice};
use crate::text::words::page;

/// What happened and whom to ask.
pub fn broken((tag, class): (&'static str, &'static str), voice: Voice, office: Option<&Office>) -> Node {
    let whom = office.map_or_else(|| p(&voice.say(page::BROKEN_ANYONE)), |office| office_card(voice, office));
    el(
        tag,
        class,
        vec![text("h1", "", &voice.say(page::BROKEN)), text("p", "lead", &voice.say(page::BROKEN_LEAD)), whom],
    )
}
