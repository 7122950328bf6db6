//! On which day the estimate stands, and whether the notice is open then: said before anything else.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, opening, p, text};
use super::super::parts::{button, urgent_box};
use super::super::session::Session;
use super::parts::small_form::Line;
use super::parts::{Typed, small_form, typed_line};
use crate::answers::truth::{Truth, decide};
use crate::answers::typed;
use crate::programme::Standing;
use crate::text::words::{Words, page};
use crate::text::{faults, figures};

/// Whom to call, where an answer shows that somebody may be in danger.
pub fn urgent(session: Session) -> Option<Node> {
    let rules = session.rules();
    let urgent = rules.programme.urgent.as_ref()?;
    let needed = decide(&rules, &session.answers(), urgent.when.as_ref()?).truth == Truth::Yes;
    needed.then(|| urgent_box(session, urgent))
}

/// What has to be known first: another day than today, a notice that is not open.
pub fn first_of_all(session: Session) -> Vec<Node> {
    let warned = |said: String| text("p", "alert alert-warning", &said);
    let on = |words: Words, day| session.fill(words, &[("day", &figures::day(day))]);
    let other = session.as_of.get_untracked().map(|day| warned(on(page::AS_OF_OTHER, day)));
    let standing = match session.rules().standing(session.today()) {
        Standing::Open(_) => None,
        Standing::Closed(last) => Some(warned(on(page::CLOSED, last))),
        Standing::NotYet(first) => Some(warned(on(page::NOT_YET, first))),
        Standing::Information => Some(text("p", "alert alert-info", &session.say(page::INFORMATION))),
    };
    other.into_iter().chain(standing).collect()
}

/// The same in a few words, as a tag.
pub fn badge(session: Session, standing: Standing) -> Node {
    let on = |words: Words, day| session.fill(words, &[("day", &figures::day(day))]);
    let (class, said) = match standing {
        Standing::Open(None) => ("badge badge-outline-success", session.say(page::BADGE_OPEN)),
        Standing::Open(Some(last)) => ("badge badge-outline-success", on(page::BADGE_UNTIL, last)),
        Standing::Information => ("badge badge-outline-secondary", session.say(page::BADGE_INFORMATION)),
        Standing::NotYet(first) => ("badge badge-outline-warning", on(page::BADGE_NOT_YET, first)),
        Standing::Closed(last) => ("badge badge-outline-warning", on(page::BADGE_CLOSED, last)),
    };
    super::parts::tag(class, &said)
}

/// The same answers on another day.
pub fn another_day(session: Session) -> Node {
    let day = Typed::new("");
    let take = move || match typed::day(&day.text.get_untracked()) {
        Ok(wanted) => session.estimate_on(Some(wanted)),
        Err(why) => day.wrong.set(faults::answer(session.voice(), why)),
    };
    let hint = session.say(page::DATE_HINT);
    let field = typed_line("as-of", Line::Text, &session.say(page::AS_OF_DAY), &hint, day);
    let busy = (RwSignal::new(false), String::new());
    let form = small_form("as-of-go", vec![field], session.say(page::AS_OF_GO), busy, take);
    let back = button(&session.say(page::AS_OF_TODAY), move || session.estimate_on(None));
    let back = session.as_of.get_untracked().map(|_| el("p", "buttons", vec![back]));
    let parts = [p(&session.say(page::AS_OF_LEAD)), form].into_iter().chain(back);
    opening(&session.say(page::AS_OF), parts.collect())
}

impl Session {
    /// Shows the estimate of another day, or of today again.
    fn estimate_on(self, day: Option<crate::date::Date>) {
        self.as_of.set(day);
        self.place.to_top();
        let place = self.place;
        request_animation_frame(move || place.focus(super::super::parts::HEADING));
    }
}
