//! What somebody in danger sees before anything else.

use super::super::session::Session;
use super::html::{Node, el, link, p, text, words};
use crate::programme::{Call, Urgent};
use crate::text::say;
use crate::text::words::page;

/// Whom to call, and a button that leaves the page at once.
pub fn urgent_box(session: Session, urgent: &Urgent) -> Node {
    let call = |call: &Call| {
        let number = link(&format!("tel:{}", call.number), "", vec![text("strong", "", &call.number)]);
        el("li", "", vec![number, words(&format!(" {}", say(&call.text)))])
    };
    // What it does is not the module's, as for the one in the band above (src/browser/visits.js).
    let leave = text("button", "btn btn-primary exit no-print", &session.say(page::EXIT));
    let calls = el("ul", "", urgent.calls.iter().map(call).collect());
    let title = el("p", "", vec![text("strong", "", say(&urgent.title))]);
    el("div", "alert alert-danger", vec![title, calls, p(say(&urgent.text)), leave])
}
