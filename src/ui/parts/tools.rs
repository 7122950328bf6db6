//! What can be done at every step, in the band above.

use leptos::prelude::*;

use super::super::route::Page;
use super::super::session::Session;
use super::html::{Node, changing, el, link, words};
use crate::text::words::{Words, page};

/// Going on another time, once something was said. Where a draft is kept, the link says so.
pub fn tools(session: Session) -> Node {
    let shown = changing(move || {
        session.tongue.track();
        let begun = session.page.get() != Page::Start && !session.look(|visit| visit.draft.is_empty());
        let (to, said) = kept(session).unwrap_or((Page::Keep, page::KEEP));
        begun.then(|| link(&to.link(), "reading", vec![words(&session.say(said))])).into_iter().collect()
    });
    el("div", "tools no-print", vec![shown])
}

/// Where it is kept already.
#[cfg(feature = "whole")]
fn kept(session: Session) -> Option<(Page, Words)> {
    use super::super::later::Standing;
    let kept = session.keeper.standing.get() == Standing::Kept;
    kept.then(|| session.keeper.case().map_or((Page::Keep, page::KEPT), |_| (Page::Case, page::KEPT_CASE)))
}

#[cfg(not(feature = "whole"))]
fn kept(_: Session) -> Option<(Page, Words)> {
    None
}
