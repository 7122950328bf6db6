//! One thing per page, or a section: who comes here every day may have more at once.

use super::super::route::Page;
use super::super::session::Session;
use super::html::{Node, el, p, section};
use super::{aside, button};
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
    // For who follows several people, as those who chose the other mode do.
    let cases = (other == Mode::Guided).then(|| aside(&Page::Cases, &session.say(page::CASES)));
    let buttons = std::iter::once(switch).chain(cases).collect();
    section("mode", &session.say(page::MODE), vec![p(&session.say(page::MODE_LEAD)), el("p", "buttons", buttons)])
}
