//! One question, with why it is asked and where the answer is found.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::parts::html::{Node, opening, text, view_node};
use super::super::parts::{
    Asked, FIELD, HEADING, Kept, about_question, backward, button, heading, office_card, problem_box, tell,
};
use super::super::session::Session;
use crate::answers::Draft;
use crate::answers::truth::wanted_question;
use crate::programme::{Kind, Question};
use crate::text::words::{page, state};
use crate::text::{faults, say};

/// The page of one question.
pub fn question(session: Session, id: &str) -> Vec<Node> {
    let rules = session.rules();
    let Some(question) = rules.question(id) else { return Vec::new() };
    let (error, problems) = (RwSignal::new(None::<String>), RwSignal::new(Vec::new()));
    let asked = session.asked();
    let at = asked.iter().position(|one| one == id).map_or(1, |at| at + 1);
    // Which supports are wanted decides how many questions follow.
    let settled = wanted_question(&rules).is_none_or(|wanted| session.raw(&wanted).is_some());
    let section = rules.section(&question.section).map_or("", |section| say(&section.title));

    let asked_id = id.to_owned();
    let go_on = move |event: SubmitEvent| {
        event.prevent_default();
        match problem(session, &asked_id) {
            None => {
                #[cfg(not(feature = "whole"))]
                super::fetch_ahead(session);
                session.go(&session.after(&asked_id));
            }
            Some(sentence) => {
                error.set(Some(sentence.clone()));
                tell(session, problems, vec![(FIELD.into(), sentence)]);
            }
        }
    };
    // A choice offers "I do not know" among its options, a field beside its button.
    let unknown = (question.may_not_know && question.kind.is_typed()).then(|| {
        let id = question.id.clone();
        button(&session.say(state::UNKNOWN), move || {
            session.set_raw(&id, "");
            session.go(&session.after(&id));
        })
    });
    let title = heading(say(&question.label)).into_view();
    let asked_here =
        Asked { session, question, id: FIELD.into(), label: HEADING.into(), kept: Kept::answer(session, id), error };
    let field = asked_here.field().into_view();
    let unknown = unknown.map(Node::into_view);
    let form = view! {
        <form novalidate on:submit=go_on>
            {title}
            {field}
            <p class="buttons"><button type="submit" class="btn btn-primary">{session.say(page::NEXT)}</button>{unknown}</p>
        </form>
    };
    // The line below it says the same in words. Not full before the end: while it is open how many follow, all may.
    let most = if settled { asked.len() } else { rules.programme.questions.len() };
    let how_far = view! { <progress class="progress" aria-hidden="true" value=at.to_string() max=most.to_string()/> };
    let (at, of) = (at.to_string(), asked.len().to_string());
    let far = [("at", at.as_str()), ("of", &of), ("section", section)];
    let mut page = vec![
        backward(session, &session.before(id)),
        view_node(how_far),
        text("p", "progress-line", &session.fill(if settled { page::PROGRESS } else { page::PROGRESS_OPEN }, &far)),
        problem_box(session, problems),
        view_node(form),
    ];
    page.extend(about_question(session, question));
    let office = office_card(session.voice(), &rules.notice.office);
    page.push(opening(&session.say(page::HELP_OFFICE), vec![office]));
    page
}

/// Why one cannot go on with what is typed; the person's own words stay in the field.
pub fn problem(session: Session, id: &str) -> Option<String> {
    let rules = session.rules();
    let question: &Question = rules.question(id)?;
    let raw = session.raw(id);
    match (question.kind, raw) {
        (Kind::Supports, None) => {
            session.set_raw(id, "");
            None
        }
        (Kind::Choice, None) => Some(session.say(page::CHOOSE)),
        (Kind::Municipality, None) => Some(session.say(page::CHOOSE_MUNICIPALITY)),
        (Kind::Choice | Kind::Municipality | Kind::Supports, Some(_)) => None,
        // An empty field is no answer; "I do not know" has its own button.
        (Kind::PastDate | Kind::Money | Kind::Count | Kind::Scale | Kind::Measure, raw) => {
            let raw = raw.filter(|raw| !raw.is_empty()).unwrap_or_else(|| " ".into());
            Draft::understand(question, &raw, session.today()).err().map(|why| faults::answer(session.voice(), why))
        }
    }
}
