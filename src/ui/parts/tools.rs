//! What can be done at every step, in the band above.

use leptos::prelude::*;

use super::super::route::Page;
use super::super::session::Session;
use super::html::{Node, changing, el, link, words};
use crate::text::words::page;

/// Going on another time, once something was said. Where a draft is kept, the link says so.
pub fn tools(session: Session) -> Node {
    let shown = changing(move || {
        session.tongue.track();
        let begun = session.page.get() != Page::Start && !session.look(|visit| visit.draft.is_empty());
        let said = session.say(if is_kept(session) { page::KEPT } else { page::KEEP });
        begun.then(|| link(&Page::Keep.link(), "tool", vec![words(&said)])).into_iter().collect()
    });
    el("div", "tools no-print", vec![shown])
}

#[cfg(feature = "whole")]
fn is_kept(session: Session) -> bool {
    session.keeper.standing.get() == super::super::later::Standing::Kept
}

#[cfg(not(feature = "whole"))]
fn is_kept(_: Session) -> bool {
    false
}
