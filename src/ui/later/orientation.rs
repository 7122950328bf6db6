//! Where an orientation ends: the programmes that may concern somebody, or whom to ask where none does.

use leptos::prelude::*;

use super::super::parts::html::{Node, changing, el, p, section, text, words};
use super::super::parts::{HEADING, after_paint, backward, button, cited, heading, office_card};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::card;
use super::standing::{badge, first_of_all, urgent};
use crate::assess::{Found, orientation as orient};
use crate::browser::{fetch, window};
use crate::programme::{self, Catalogue};
use crate::text::say;
use crate::text::words::page;

/// Where the site says which notices it has.
const CATALOGUE: &str = "catalogue.json";

/// The page with what was found, once the catalogue is here.
pub fn orientation(session: Session) -> Vec<Node> {
    let catalogue = RwSignal::new(None::<Option<Catalogue>>);
    let (turning, failed) = (RwSignal::new(false), RwSignal::new(false));
    let fetch = move || {
        catalogue.set(None);
        session.spawn(async move {
            let text = fetch::text(CATALOGUE).await.ok();
            let found = text.and_then(|text| programme::catalogue(CATALOGUE, &text, session.voice()).ok());
            catalogue.try_set(Some(found));
            // Once what came is shown.
            request_animation_frame(move || session.place.focus(HEADING));
        });
    };
    after_paint(fetch);
    let shown = changing(move || {
        catalogue.with(|come| match come {
            None => vec![heading(&session.say(page::WAITING))],
            Some(None) => vec![
                heading(&session.title(&Page::Result)),
                text("p", "alert alert-danger", &session.say(page::FOUND_FAILED)),
                el("p", "buttons", vec![button(&session.say(page::TRY_AGAIN), fetch)]),
            ],
            Some(Some(catalogue)) => found(session, catalogue, turning, failed),
        })
    });
    let said = changing(move || {
        let failed = failed.get().then(|| text("p", "alert alert-danger", &session.say(page::WAITING_FAILED)));
        let waits = turning.get().then(|| p(&session.say(page::WAITING)));
        failed.into_iter().chain(waits).collect()
    });
    let rules = session.rules();
    let print = button(&session.say(page::PRINT), window::print);
    let status = el("div", "", vec![said]);
    let office = office_card(session.voice(), &rules.notice.office);
    let back = backward(session, &Page::Review);
    let all = [back, shown, status, el("p", "buttons", vec![print]), office];
    urgent(session).into_iter().chain(all).collect()
}

fn found(session: Session, catalogue: &Catalogue, turning: RwSignal<bool>, failed: RwSignal<bool>) -> Vec<Node> {
    let (rules, answers) = (session.rules(), session.answers());
    let found = orient(&rules, &answers, catalogue);
    let mut nodes = Vec::new();
    nodes.push(heading(&session.say(match found.len() {
        0 => page::FOUND_NONE,
        1 => page::FOUND_ONE,
        _ => page::FOUND,
    })));
    nodes.extend(first_of_all(session).into_iter().take(usize::from(session.as_of.get_untracked().is_some())));
    let lead = if found.is_empty() { page::FOUND_NONE_LEAD } else { page::FOUND_LEAD };
    nodes.push(text("p", "lead", &session.say(lead)));
    if !found.is_empty() {
        let cards = found.iter().map(|one| one_found(session, one, turning, failed)).collect();
        nodes.push(section("programmes", &session.say(page::FOUND_LIST), cards));
    }
    let documents = rules.documents().map(|document| {
        let name = text("strong", "", say(&document.label));
        el("li", "", vec![name, words(&format!(". {}", say(&document.help)))])
    });
    nodes.push(section("bring", &session.say(page::TO_BRING), vec![el("ul", "", documents.collect())]));
    nodes.push(super::standing::another_day(session));
    nodes
}

fn one_found(session: Session, found: &Found<'_>, turning: RwSignal<bool>, failed: RwSignal<bool>) -> Node {
    let row = |name, said: Node| el("div", "row", vec![text("dt", "", &session.say(name)), el("dd", "", vec![said])]);
    let unsure = (!found.certain).then(|| p(&session.say(page::FOUND_OPEN)));
    let facts = el(
        "dl",
        "answers",
        vec![row(page::FOUND_WHY, words(say(&found.lead.why))), row(page::FOUND_WHERE, words(&found.notice.territory))],
    );
    let id = found.notice.id.clone();
    let go = button(&session.say(page::FOUND_GO), move || {
        let id = id.clone();
        turning.set(true);
        failed.set(false);
        session.spawn(async move {
            if session.turn_to(&id).await.is_err() {
                turning.try_set(false);
                failed.try_set(true);
            }
        });
    });
    let mut parts = vec![
        el("p", "", vec![badge(session, found.standing)]),
        p(say(&found.notice.window.text)),
        facts,
        cited(session, &found.lead.source),
    ];
    parts.extend(unsure);
    parts.push(el("p", "buttons", vec![go]));
    card(say(&found.notice.title), parts)
}
