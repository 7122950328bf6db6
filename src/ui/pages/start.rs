//! What this is, how long it takes, what to have at hand, what happens to the answers.

use super::super::parts::html::{Node, el, link, p, text, words};
use super::super::parts::{aside, heading, mode_switch, office_card, onward, urgent_box};
use super::super::route::Page;
use super::super::session::Session;
use crate::application::DRAFTS;
use crate::browser::storage;
use crate::programme::Standing;
use crate::text::say;
use crate::text::words::page;

/// The first page.
pub fn start(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let begin = if session.look(|visit| visit.draft.is_empty()) {
        onward(&session.first(), &session.say(page::START_BUTTON))
    } else {
        onward(&session.open_question().unwrap_or(Page::Review), &session.say(page::RESUME_BUTTON))
    };
    let at_hand = rules.programme.at_hand.iter().map(|thing| text("li", "", say(thing)));
    let kept = storage::has(DRAFTS).then(|| text("p", "alert alert-info", &session.say(page::START_DRAFT)));
    let orient =
        session.orientation().map(|url| link(&url, "btn btn-outline-primary", vec![words(&session.say(page::ORIENT))]));
    // A quarter of a minute for each question.
    let minutes = rules.programme.questions.len().div_ceil(4).max(2).to_string();
    let mut nodes: Vec<Node> = rules.programme.urgent.iter().map(|urgent| urgent_box(session, urgent)).collect();
    nodes.extend([heading(say(&rules.programme.title)), text("p", "lead", say(&rules.programme.summary))]);
    match rules.standing(session.today()) {
        Standing::Open(_) => {}
        Standing::Information => nodes.push(text("p", "alert alert-info", say(&rules.notice.window.text))),
        _ => nodes.push(text("p", "alert alert-warning", say(&rules.notice.window.text))),
    }
    if rules.programme.applying.takes_place() {
        nodes.push(p(&session.say(page::START_LEAD)));
    }
    nodes.extend(kept);
    let buttons = [begin, aside(&Page::Resume, &session.say(page::RESUME))].into_iter().chain(orient);
    nodes.extend([
        el("p", "buttons", buttons.collect()),
        text("h2", "", &session.say(page::START_DATA_TITLE)),
        p(&session.say(page::START_DATA)),
        text("h2", "", &session.say(page::START_TIME_TITLE)),
        p(&session.fill(page::START_TIME, &[("minutes", &minutes)])),
        text("h2", "", &session.say(page::START_AT_HAND_TITLE)),
        el("ul", "", at_hand.collect()),
        text("h2", "", &session.say(page::START_NOT_TITLE)),
        p(&session.say(page::START_NOT)),
        mode_switch(session),
        office_card(session.voice(), &rules.notice.office),
    ]);
    nodes
}
