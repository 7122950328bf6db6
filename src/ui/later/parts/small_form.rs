//! Small forms beside the questions: one of a few, a line with what is wrong with it, a button that takes its time.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::super::super::parts::html::{Node, changing, changing_words, el, el_with_id, text, view_node, words};

/// One of a few values, each with its label; nothing is chosen while the signal holds another.
pub fn radios(name: &'static str, legend: &str, options: &[(&'static str, String)], chosen: RwSignal<String>) -> Node {
    let row = |(value, label): &(&'static str, String)| {
        let (id, value) = (format!("{name}-{value}"), *value);
        let control = view! {
            <input type="radio" id=id.clone() name=name value=value prop:checked=move || chosen.with(|chosen| chosen == value)
                on:change=move |_| chosen.set(value.into())/>
            <label for=id>{label.clone()}</label>
        };
        el("div", "form-check", vec![view_node(control)])
    };
    let rows = options.iter().map(row);
    el("fieldset", "", std::iter::once(text("legend", "", legend)).chain(rows).collect())
}

/// A line to type in, and what is wrong with what stands there.
#[derive(Clone, Copy)]
pub struct Typed {
    /// What is typed.
    pub text: RwSignal<String>,
    /// What is wrong with it; empty while nothing is.
    pub wrong: RwSignal<String>,
}

impl Typed {
    /// A line in which something stands.
    pub fn new(text: &str) -> Self {
        Self { text: RwSignal::new(text.into()), wrong: RwSignal::default() }
    }
}

/// What kind of line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Plain text.
    Text,
    /// Something to look for.
    Search,
    /// A passphrase.
    Secret,
}

/// The line with its label. The browser is asked not to keep what is typed.
pub fn typed_line(id: &'static str, kind: Line, label: &str, hint: &str, Typed { text, wrong }: Typed) -> Node {
    let kind = match kind {
        Line::Text => "text",
        Line::Search => "search",
        Line::Secret => "password",
    };
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let is_wrong = move || wrong.with(|wrong| (!wrong.is_empty()).then_some("true"));
    let control = view! {
        <input type=kind id=id class="form-control" autocomplete="off" spellcheck="false" prop:value=move || text.get()
            aria-describedby=described aria-invalid=is_wrong on:input=move |event| text.set(event_target_value(&event))/>
    };
    let said = changing(move || vec![wrong.with(|wrong| words(wrong))]);
    let label = view_node(view! { <label for=id>{label.to_owned()}</label> });
    let hint = el_with_id("p", "form-text", &hint_id, vec![words(hint)]);
    let error = el_with_id("p", "invalid", &error_id, vec![said]);
    el("div", "form-group", vec![label, hint, error, view_node(control)])
}

/// A form with one button. While it works, a sentence says so and the button does nothing.
pub fn small_form(
    id: &'static str,
    fields: Vec<Node>,
    label: String,
    busy: (RwSignal<bool>, String),
    submit: impl Fn() + 'static,
) -> Node {
    small_form_by(id, fields, label, busy, Box::new(submit))
}

fn small_form_by(
    id: &'static str,
    fields: Vec<Node>,
    label: String,
    (busy, meanwhile): (RwSignal<bool>, String),
    submit: Box<dyn Fn()>,
) -> Node {
    let fields = el("div", "", fields).into_view();
    let begin = move |event: SubmitEvent| {
        event.prevent_default();
        if !busy.get_untracked() {
            submit();
        }
    };
    let waiting = changing_words(move || if busy.get() { meanwhile.clone() } else { String::new() });
    view_node(view! {
        <form novalidate on:submit=begin>
            {fields}
            <p class="buttons"><button type="submit" class="btn btn-primary" id=id>{label}</button></p>
            <p role="status">{waiting}</p>
        </form>
    })
}
