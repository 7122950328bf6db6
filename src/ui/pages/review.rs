//! What we understood: every answer, each with a way to change it.

use super::super::parts::html::{Node, el, link, text, words};
use super::super::parts::{aside, heading, onward};
use super::super::route::Page;
use super::super::session::Session;
use crate::text::words::{page, state};
use crate::text::{self as wording, say};

/// The page with all answers.
pub fn review(session: Session) -> Vec<Node> {
    let rules = session.rules();
    let (asked, answers) = (session.asked(), session.answers());
    let row = |id: &String| {
        let question = rules.question(id)?;
        let value = match answers.get(id) {
            Some(given) => wording::answer(&rules, question, given),
            None if session.raw(id).is_some() => session.say(state::UNKNOWN),
            None => session.say(state::MISSING),
        };
        let about = text("span", "visually-hidden", &format!(": {}", say(&question.short)));
        let change = link(&Page::Question(id.clone()).link(), "", vec![words(&session.say(page::CHANGE)), about]);
        Some(el(
            "div",
            "row",
            vec![text("dt", "", say(&question.label)), text("dd", "", &value), el("dd", "", vec![change])],
        ))
    };
    let rows = asked.iter().filter_map(row).collect();
    let no_longer = rules
        .programme
        .questions
        .iter()
        .filter(|question| session.raw(&question.id).is_some() && !asked.contains(&question.id));
    let unused: Vec<&str> = no_longer.map(|question| say(&question.short)).collect();
    let buttons = match session.open_question() {
        Some(open) => {
            vec![onward(&open, &session.say(page::TO_MISSING)), aside(&Page::Result, &session.say(page::TO_RESULT))]
        }
        None => vec![onward(&Page::Result, &session.say(page::TO_RESULT))],
    };
    let mut page = vec![heading(&session.say(page::REVIEW)), text("p", "lead", &session.say(page::REVIEW_LEAD))];
    if !unused.is_empty() {
        page.push(text(
            "p",
            "alert alert-info",
            &format!("{} {}.", &session.say(page::REVIEW_UNUSED), unused.join(", ")),
        ));
    }
    page.push(el("dl", "answers", rows));
    page.push(el("p", "buttons", buttons));
    page
}
