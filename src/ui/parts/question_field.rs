//! The control of a question, by its kind. It keeps what is typed as it is typed.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::session::Session;
use super::html::{Node, el, el_with_id, text, view_node, views, words};
use super::{HEADING, tick_box};
use crate::programme::{Kind, Question};
use crate::text::{it, say};

/// Id of the control that the error summary leads to.
pub const FIELD: &str = "field";
/// Ids of its hint and its error, for `aria-describedby`.
const HINT: &str = "hint";
const ERROR: &str = "error";

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

/// The control of `question`, with the error of the last attempt to go on.
pub fn question_field(session: Session, question: &Question, kept: &Kept, error: RwSignal<Option<String>>) -> Node {
    match question.kind {
        Kind::Choice => {
            let choices = question.choices.iter();
            let options =
                choices.map(|choice| (choice.value.as_str(), say(&choice.label), choice.hint.as_ref().map(say)));
            radios(kept, question, options.collect(), error)
        }
        Kind::Municipality => {
            let rules = session.rules();
            let listed = rules.notice.municipalities.iter();
            let options = listed.map(|place| (place.code.as_str(), place.name.as_str(), None));
            radios(kept, question, options.chain([(ELSEWHERE, it::OTHER_MUNICIPALITY, None)]).collect(), error)
        }
        Kind::Supports => supports(session, kept),
        Kind::PastDate => line(kept, it::page::DATE_HINT.into(), "numeric", error),
        Kind::Money => line(kept, it::page::MONEY_HINT.into(), "decimal", error),
        Kind::Count => line(kept, String::new(), "numeric", error),
        Kind::Scale => line(kept, it::page::scale_hint(question.at_most), "decimal", error),
    }
}

/// A value, its label and a further sentence.
type Labelled<'a> = (&'a str, &'a str, Option<&'a str>);

/// Id of the control at a place of its group: the first is the one that an error leads to.
fn id_at(at: usize) -> String {
    if at == 0 { FIELD.into() } else { format!("{FIELD}-{at}") }
}

fn radios(kept: &Kept, question: &Question, mut options: Vec<Labelled<'_>>, error: RwSignal<Option<String>>) -> Node {
    if question.may_not_know {
        options.push(("", it::UNKNOWN, None));
    }
    let given = kept.get();
    let rows = options.into_iter().enumerate().map(|(at, (value, label, hint))| {
        let (id, kept, chosen) = (id_at(at), kept.clone(), value.to_owned());
        let hint_id = format!("{id}-hint");
        let choose = move |_| {
            kept.set(&chosen);
            error.set(None);
        };
        let control = view! {
            <input type="radio" name="answer" id=id.clone() value=value.to_owned() prop:checked=given.as_deref() == Some(value)
                aria-describedby=hint.is_some().then(|| hint_id.clone()) on:change=choose/>
            <label for=id>{label.to_owned()}</label>
        };
        let hint = hint.map(|hint| el_with_id("p", "form-text", &hint_id, vec![words(hint)]));
        el("div", "form-check", std::iter::once(view_node(control)).chain(hint).collect())
    });
    group(ERROR, std::iter::once(error_line(error)).chain(rows).collect())
}

fn supports(session: Session, kept: &Kept) -> Node {
    let given = kept.get().unwrap_or_default();
    let rules = session.rules();
    let rows = rules.programme.supports.iter().enumerate().map(|(at, support)| {
        let (kept, name) = (kept.clone(), support.id.clone());
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
        tick_box(id_at(at), "form-check", say(&support.label), about, ticked, changed)
    });
    let hint = format!("{} {}", it::page::CHOOSE_SUPPORTS, it::page::NONE_OF_THESE);
    let hint = el_with_id("p", "form-text", HINT, vec![words(&hint)]);
    group(HINT, std::iter::once(hint).chain(rows).collect())
}

/// Controls that the heading names together.
fn group(described_by: &'static str, rows: Vec<Node>) -> Node {
    let rows = views(rows);
    view_node(view! { <fieldset aria-labelledby=HEADING aria-describedby=described_by>{rows}</fieldset> })
}

fn line(kept: &Kept, hint: String, keyboard: &'static str, error: RwSignal<Option<String>>) -> Node {
    let (given, kept) = (kept.get().unwrap_or_default(), kept.clone());
    let field = view! {
        <input type="text" id=FIELD class="form-control short" inputmode=keyboard autocomplete="off" spellcheck="false"
            aria-labelledby=HEADING
            aria-describedby=format!("{HINT} {ERROR}")
            aria-invalid=move || error.with(Option::is_some).then_some("true")
            prop:value=given
            on:input=move |event| kept.set(&event_target_value(&event))/>
    };
    let hint = el_with_id("p", "form-text", HINT, vec![words(&hint)]);
    el("div", "form-group", vec![hint, error_line(error), view_node(field)])
}

/// The error beside the control. The place stays, so that what describes the control never points to nothing.
fn error_line(error: RwSignal<Option<String>>) -> Node {
    let said = move || error.get().map(|said| text("span", "", &said).into_view());
    el_with_id("p", "invalid", ERROR, vec![view_node(said)])
}
