//! A section of the questionnaire at once, for who fills in many: the same questions and controls as one by one, with
//! the estimate beside them, and keys for who does not reach for the mouse.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::super::pages::problem;
use super::super::parts::html::{Node, el, el_with_id, link, opening, p, text, view_node, views, words};
use super::super::parts::{
    Asked, Kept, Problem, about_question, backward, heading, mode_switch, office_card, problem_box, tell, tick_box,
};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::Changes;
use super::result::totals;
use crate::assess::Totals;
use crate::money::Euro;
use crate::programme::{Question, Rules};
use crate::text::words::{page, state};
use crate::text::{figures, missing, say, states};

/// The page of one section.
pub fn section(session: Session, id: &str) -> Vec<Node> {
    let rules = session.rules();
    let Some(shown) = rules.section(id) else { return Vec::new() };
    let changes = Changes::new();
    let problems = RwSignal::new(Vec::<Problem>::new());
    let own = rules.programme.questions.iter().filter(|question| question.section == id);
    let errors: Vec<(String, RwSignal<Option<String>>)> =
        own.clone().map(|question| (question.id.clone(), RwSignal::new(None))).collect();
    let blocks = own.zip(&errors).map(|(question, (_, error))| block(session, question, changes, *error)).collect();
    let here = id.to_owned();
    let go_on = move || {
        let asked = session.asked();
        let asked = errors.iter().filter(|(question, _)| asked.contains(question) && !is_unknown(session, question));
        let found = asked.filter_map(|(question, error)| {
            let found = problem(session, question);
            error.set(found.clone());
            found.map(|sentence| (field_id(question), named(session, question, &sentence)))
        });
        match found.collect::<Vec<_>>() {
            found if found.is_empty() => session.go(&session.after_section(&here)),
            found => tell(session, problems, found),
        }
    };
    let (submitted, from_keys) = (go_on.clone(), go_on);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        submitted();
    };
    let here = id.to_owned();
    let pressed = move |event: KeyboardEvent| match (event.key().as_str(), event.ctrl_key(), event.alt_key()) {
        ("Enter", true, false) => {
            event.prevent_default();
            from_keys();
        }
        ("PageDown", false, true) => to(session, &event, &session.after_section(&here)),
        ("PageUp", false, true) => to(session, &event, &session.before_section(&here)),
        ("End", false, true) => to(session, &event, &Page::Result),
        (digit, false, false) => choose(&event, digit),
        _ => {}
    };
    let next = session.say(page::NEXT);
    let blocks = views(blocks);
    let form = view! {
        <form novalidate on:submit=submit>
            {blocks}
            <p class="buttons"><button type="submit" class="btn btn-primary">{next}</button></p>
        </form>
    };
    let estimate = changes.shown(move || estimate(session), move || told(session));
    let estimate = vec![text("h2", "", &session.say(page::ESTIMATE)), estimate];
    let columns = el("div", "section-columns", vec![view_node(form), el("aside", "estimate", estimate)]);
    let all = vec![
        backward(session, &session.before_section(id)),
        changes.shown(move || vec![steps(session)], String::new),
        heading(say(&shown.title)),
        problem_box(session, problems),
        columns,
        keys(session),
        mode_switch(session),
        office_card(session.voice(), &rules.notice.office),
    ];
    let all = views(all);
    vec![view_node(view! { <div class="compact wide" on:keydown=pressed>{all}</div> })]
}

/// Id of a question's control.
fn field_id(question: &str) -> String {
    format!("field-{question}")
}

/// A sentence with what it is about, where many are listed.
fn named(session: Session, question: &str, sentence: &str) -> String {
    let rules = session.rules();
    let short = rules.question(question).map_or("", |question| say(&question.short));
    format!("{}: {sentence}", crate::text::capital(short))
}

/// Whether somebody said of a question in a field that they do not know.
fn is_unknown(session: Session, question: &str) -> bool {
    let rules = session.rules();
    let may = rules.question(question).is_some_and(|question| question.may_not_know && question.kind.is_typed());
    may && session.raw(question).is_some_and(|raw| raw.is_empty())
}

/// A question among others, there as long as it is asked.
fn block(session: Session, question: &Question, changes: Changes, error: RwSignal<Option<String>>) -> Node {
    let id = question.id.clone();
    let (unknown, typed) = (RwSignal::new(is_unknown(session, &id)), question.kind.is_typed());
    let (get, set) = (id.clone(), id.clone());
    let kept = Kept::new(
        move || session.raw(&get),
        move |raw| {
            // A field that was emptied is not answered; that one does not know, one says.
            session.set_raw(&set, if typed && raw.is_empty() { " " } else { raw });
            unknown.set(false);
            changes.add();
        },
    );
    let label = format!("label-{id}");
    // Made anew when "I do not know" empties it.
    let emptied = RwSignal::new(0);
    let (asked, named_by) = (id.clone(), label.clone());
    let field = move || {
        emptied.track();
        let rules = session.rules();
        let question = rules.question(&asked)?;
        let asked =
            Asked { session, question, id: field_id(&asked), label: named_by.clone(), kept: kept.clone(), error };
        Some(asked.field().into_view())
    };
    let by_field = question.may_not_know && typed;
    let key = id.clone();
    let do_not_know = by_field.then(|| {
        let box_id = format!("unknown-{key}");
        let changed = move |now: bool| {
            if now {
                session.set_raw(&key, "");
                error.set(None);
                emptied.update(|times| *times += 1);
            }
            unknown.set(now);
            changes.add();
        };
        tick_box(box_id, "form-check", &session.say(state::UNKNOWN), Vec::new(), unknown, changed)
    });
    let title = el_with_id("h2", "question-title", &label, vec![words(say(&question.label))]);
    let about = opening(&session.say(page::HELP), about_question(session, question));
    let parts = [Some(title), Some(view_node(field)), do_not_know, Some(about)];
    let parts = views(parts.into_iter().flatten().collect());
    let asked = move || {
        changes.track();
        session.asked().contains(&id)
    };
    view_node(view! { <div class="question" hidden=move || !asked()>{parts}</div> })
}

fn to(session: Session, event: &KeyboardEvent, step: &Page) {
    event.prevent_default();
    session.go(step);
}

/// A digit picks the choice at that place, where the focus is among choices.
fn choose(event: &KeyboardEvent, digit: &str) {
    let pick = || {
        let place: u32 = digit.parse().ok().filter(|place| *place > 0)?;
        let focused: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
        if !matches!(focused.type_().as_str(), "radio" | "checkbox") {
            return None;
        }
        let choices = focused.closest("fieldset").ok()??.query_selector_all("input").ok()?;
        choices.item(place - 1)?.dyn_into::<web_sys::HtmlInputElement>().ok()
    };
    if let Some(choice) = pick() {
        event.prevent_default();
        choice.click();
        // It was there a moment ago.
        let _ = choice.focus();
    }
}

/// The sections as steps: which are done, where one is.
fn steps(session: Session) -> Node {
    let rules = session.rules();
    let here = session.page.get_untracked();
    let step = |id: &String| {
        let section = rules.section(id)?;
        let to = Page::Section(id.clone());
        let done = session.is_section_done(id);
        let state = done.then(|| text("span", "visually-hidden", &format!(" ({})", session.say(page::DONE))));
        let said = std::iter::once(words(say(&section.title))).chain(state).collect();
        let class = if done { "confirmed" } else { "" };
        if to == here {
            let said = views(said);
            return Some(view_node(view! { <li class="active" aria-current="step">{said}</li> }));
        }
        Some(el("li", class, vec![link(&to.link(), "", said)]))
    };
    let all = views(session.sections().iter().filter_map(step).collect());
    let label = session.say(page::SECTIONS);
    view_node(view! { <nav class="steppers" aria-label=label><ol class="steppers-header">{all}</ol></nav> })
}

/// How things stand with what is answered so far.
fn estimate(session: Session) -> Vec<Node> {
    let (rules, assessment) = (session.rules(), session.assessment());
    let voice = session.voice();
    let outcome = states::outcome_short(voice, assessment.outcome);
    let requirements = format!("{}: {outcome}.", session.say(page::REQUIREMENTS_SHORT));
    let mut nodes = vec![p(&requirements)];
    nodes.push(if has_amounts(&assessment.totals) {
        totals(session, &rules, &assessment)
    } else {
        p(&session.say(page::ESTIMATE_NOTHING))
    });
    nodes.extend(
        missing(&rules, &waited_for(session, &rules, assessment.missing)).map(|said| text("p", "form-text", &said)),
    );
    nodes
}

/// What the amounts still wait for, of what is asked now.
fn waited_for(session: Session, rules: &Rules, missing: Vec<String>) -> Vec<String> {
    let asked = session.asked();
    let open = missing.into_iter().filter(|id| asked.contains(id) && rules.question(id).is_some());
    open.filter(|id| session.raw(id).is_none()).collect()
}

fn has_amounts(totals: &Totals) -> bool {
    let sums = [totals.first_year, totals.first_year_to_verify];
    sums.iter().any(|sums| sums.person > Euro::ZERO || sums.dwelling > Euro::ZERO)
}

/// What is announced when the typing pauses: the two totals.
fn told(session: Session) -> String {
    let totals = session.assessment().totals;
    if !has_amounts(&totals) {
        return String::new();
    }
    let sums = totals.first_year;
    let line = |sum: Euro, whom| format!("{} {}", figures::euro(sum), session.say(whom));
    let (person, dwelling) = (line(sums.person, page::FOR_PERSON), line(sums.dwelling, page::FOR_DWELLING));
    format!("{}: {person}; {dwelling}.", session.say(page::TOTALS))
}

/// Which keys do what.
fn keys(session: Session) -> Node {
    let lines = [page::KEYS_CHOOSE, page::KEYS_NEXT, page::KEYS_BACK, page::KEYS_RESULT];
    let lines = lines.into_iter().map(|line| text("li", "", &session.say(line))).collect();
    opening(&session.say(page::KEYS), vec![el("ul", "", lines)])
}
