//! The control of a question, by its kind. It keeps what is typed as it is typed.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::session::Session;
use super::html::{Node, changing, el, el_with_id, text, view_node, views, words};
use super::tick_box;
use crate::programme::{Choice, Kind, Question};
use crate::text::say;
use crate::text::words::{page, state};

/// What stands for a municipality outside the notice. It has the form of a Belfiore code and can never be one: no
/// code ends in three zeros.
const ELSEWHERE: &str = "X000";

/// Where a control finds and keeps what is typed: among the answers, or aside.
#[derive(Clone)]
pub struct Kept {
    get: Arc<dyn Fn() -> Option<String> + Send + Sync>,
    set: Arc<dyn Fn(&str) + Send + Sync>,
}

impl Kept {
    /// Kept as `get` and `set` say.
    pub fn new(
        get: impl Fn() -> Option<String> + Send + Sync + 'static,
        set: impl Fn(&str) + Send + Sync + 'static,
    ) -> Self {
        Self { get: Arc::new(get), set: Arc::new(set) }
    }

    /// What stands there now; nothing if nothing was ever typed.
    pub fn get(&self) -> Option<String> {
        (self.get)()
    }

    /// Keeps what was typed.
    pub fn set(&self, raw: &str) {
        (self.set)(raw);
    }

    /// Kept as the answer to `question`.
    pub fn answer(session: Session, question: &str) -> Self {
        let (asked, id) = (question.to_owned(), question.to_owned());
        Self::new(move || session.raw(&asked), move |raw| session.set_raw(&id, raw))
    }
}

/// A question where it is asked: its ids on the page, and where its answer is kept.
pub struct Asked<'a> {
    /// The visit.
    pub session: Session,
    /// The question.
    pub question: &'a Question,
    /// Id of its control, from which those of hint and error are made: the error summary leads there.
    pub id: String,
    /// Id of the heading that names it.
    pub label: String,
    /// Where its answer is kept.
    pub kept: Kept,
    /// The error of the last attempt to go on.
    pub error: RwSignal<Option<String>>,
}

/// A value, its label and a further sentence.
type Labelled = (String, String, Option<String>);

impl Asked<'_> {
    /// The control.
    pub fn field(&self) -> Node {
        let (session, question) = (self.session, self.question);
        match question.kind {
            Kind::Choice => {
                let choice = |choice: &Choice| {
                    let hint = choice.hint.as_ref().map(|hint| say(hint).to_owned());
                    (choice.value.clone(), say(&choice.label).to_owned(), hint)
                };
                self.radios(question.choices.iter().map(choice).collect())
            }
            Kind::Municipality => {
                let rules = session.rules();
                let listed = rules.notice.municipalities.iter();
                let options = listed.map(|place| (place.code.clone(), place.name.clone(), None));
                let elsewhere = (ELSEWHERE.to_owned(), session.say(state::OTHER_MUNICIPALITY), None);
                self.radios(options.chain([elsewhere]).collect())
            }
            Kind::Supports => self.supports(),
            Kind::PastDate => self.line(&session.say(page::DATE_HINT), "numeric"),
            Kind::Money => self.line(&session.say(page::MONEY_HINT), "decimal"),
            Kind::Count => self.line("", "numeric"),
            Kind::Measure => {
                let unit = question.unit.as_deref().unwrap_or_default();
                self.line(&session.fill(page::MEASURE_HINT, &[("unit", unit)]), "decimal")
            }
            Kind::Scale => {
                let most = question.at_most.to_string();
                self.line(&session.fill(page::SCALE_HINT, &[("most", &most)]), "decimal")
            }
        }
    }

    /// Id of what is said before its controls; each of those may have a hint of its own.
    fn hint_id(&self) -> String {
        format!("{}-about", self.id)
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.id)
    }

    /// Id of the control at a place of its group: the first is the one that an error leads to.
    fn id_at(&self, at: usize) -> String {
        if at == 0 { self.id.clone() } else { format!("{}-{at}", self.id) }
    }

    fn radios(&self, mut options: Vec<Labelled>) -> Node {
        if self.question.may_not_know {
            options.push((String::new(), self.session.say(state::UNKNOWN), None));
        }
        let (given, error, name) = (self.kept.get(), self.error, self.id.clone());
        let rows = options.into_iter().enumerate().map(|(at, (value, label, hint))| {
            let (id, kept, chosen) = (self.id_at(at), self.kept.clone(), value.clone());
            let hint_id = format!("{id}-hint");
            let choose = move |_| {
                kept.set(&chosen);
                error.set(None);
            };
            let control = view! {
                <input type="radio" name=name.clone() id=id.clone() value=value.clone()
                    prop:checked=given.as_ref() == Some(&value)
                    aria-describedby=hint.is_some().then(|| hint_id.clone()) on:change=choose/>
                <label for=id>{label}</label>
            };
            let hint = hint.map(|hint| el_with_id("p", "form-text", &hint_id, vec![words(&hint)]));
            el("div", "form-check", std::iter::once(view_node(control)).chain(hint).collect())
        });
        self.group(self.error_id(), std::iter::once(self.error_line()).chain(rows).collect())
    }

    fn supports(&self) -> Node {
        let given = self.kept.get().unwrap_or_default();
        let rules = self.session.rules();
        let rows = rules.programme.supports.iter().enumerate().map(|(at, support)| {
            let (kept, name) = (self.kept.clone(), support.id.clone());
            let ticked = given.split(' ').any(|one| one == name);
            let changed = move |now: bool| {
                // Going on without a tick is an answer: none.
                let raw = kept.get().unwrap_or_default();
                let mut names: Vec<&str> = raw.split_whitespace().filter(|one| *one != name).collect();
                if now {
                    names.push(&name);
                }
                kept.set(&names.join(" "));
            };
            let about = vec![words(say(&support.summary))];
            tick_box(self.id_at(at), "form-check", say(&support.label), about, RwSignal::new(ticked), changed)
        });
        let session = self.session;
        let hint = format!("{} {}", session.say(page::CHOOSE_SUPPORTS), session.say(page::NONE_OF_THESE));
        let hint = el_with_id("p", "form-text", &self.hint_id(), vec![words(&hint)]);
        self.group(self.hint_id(), std::iter::once(hint).chain(rows).collect())
    }

    /// Controls that the heading names together.
    fn group(&self, described_by: String, rows: Vec<Node>) -> Node {
        let (rows, label) = (views(rows), self.label.clone());
        view_node(view! { <fieldset aria-labelledby=label aria-describedby=described_by>{rows}</fieldset> })
    }

    fn line(&self, hint: &str, keyboard: &'static str) -> Node {
        let (given, kept, error) = (self.kept.get().unwrap_or_default(), self.kept.clone(), self.error);
        let field = view! {
            <input type="text" id=self.id.clone() class="form-control short" inputmode=keyboard autocomplete="off"
                spellcheck="false" aria-labelledby=self.label.clone()
                aria-describedby=format!("{} {}", self.hint_id(), self.error_id())
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=given
                on:input=move |event| kept.set(&event_target_value(&event))/>
        };
        let hint = el_with_id("p", "form-text", &self.hint_id(), vec![words(hint)]);
        el("div", "form-group", vec![hint, self.error_line(), view_node(field)])
    }

    /// The error beside the control. The place stays, so that what describes the control never points to nothing.
    fn error_line(&self) -> Node {
        let error = self.error;
        let said = changing(move || error.get().map(|said| text("span", "", &said)).into_iter().collect());
        el_with_id("p", "invalid", &self.error_id(), vec![said])
    }
}
