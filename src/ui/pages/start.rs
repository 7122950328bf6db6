//! What this is, how long it takes, what to have at hand, what happens to the answers.

use super::super::parts::html::{Node, el, p, text};
use super::super::parts::{aside, heading, office_card, onward};
use super::super::route::Page;
use super::super::session::Session;
use crate::text::it::page as words;
use crate::text::say;

/// The first page.
pub fn start(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let first = rules.programme.questions.first().map(|question| question.id.clone()).unwrap_or_default();
    let begin = if session.look(|visit| visit.draft.is_empty()) {
        onward(&Page::Question(first), words::START_BUTTON)
    } else {
        onward(&session.open_question().unwrap_or(Page::Review), words::RESUME_BUTTON)
    };
    let at_hand = words::START_AT_HAND.map(|thing| text("li", "", thing));
    vec![
        heading(say(&rules.programme.title)),
        text("p", "lead", say(&rules.programme.summary)),
        p(words::START_LEAD),
        el("p", "buttons", vec![begin, aside(&Page::Resume, words::RESUME)]),
        text("h2", "", words::START_DATA_TITLE),
        p(words::START_DATA),
        text("h2", "", words::START_TIME_TITLE),
        p(words::START_TIME),
        text("h2", "", words::START_AT_HAND_TITLE),
        el("ul", "", at_hand.into()),
        text("h2", "", words::START_NOT_TITLE),
        p(words::START_NOT),
        office_card(&rules.notice.office),
    ]
}
