//! One thing per page, or a section: who comes here every day may have more at once.

use super::super::session::Session;
use super::button;
use super::html::{Node, el, p, section};
use crate::browser::whole::Mode;
use crate::text::words::page;

/// The way to the other mode.
pub fn mode_switch(session: Session) -> Node {
    let (other, label) = match session.mode() {
        Mode::Guided => (Mode::Compact, page::MODE_COMPACT),
        Mode::Compact => (Mode::Guided, page::MODE_GUIDED),
    };
    let switch = button(&session.say(label), move || {
        session.place.remember(&[("mode", (other == Mode::Compact).then_some(other.key()))]);
        session.set_mode(other);
    });
    section("mode", &session.say(page::MODE), vec![p(&session.say(page::MODE_LEAD)), el("p", "buttons", vec![switch])])
}
