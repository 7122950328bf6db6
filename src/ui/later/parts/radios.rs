//! One of a few, and a passphrase: controls that stand beside the questions.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, changing, el, el_with_id, text, view_node, words};

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

/// What is typed into a field for a passphrase, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Secret {
    /// What is typed.
    pub typed: RwSignal<String>,
    /// What is wrong with it; nothing while it is empty.
    pub wrong: RwSignal<String>,
}

impl Secret {
    /// An empty field.
    pub fn new() -> Self {
        Self { typed: RwSignal::default(), wrong: RwSignal::default() }
    }
}

/// A field for a passphrase. The browser is asked not to keep it.
pub fn secret_line(id: &'static str, label: &str, hint: &str, Secret { typed, wrong }: Secret) -> Node {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let is_wrong = move || wrong.with(|wrong| (!wrong.is_empty()).then_some("true"));
    let control = view! {
        <input type="password" id=id class="form-control" autocomplete="off" spellcheck="false" prop:value=move || typed.get()
            aria-describedby=described aria-invalid=is_wrong on:input=move |event| typed.set(event_target_value(&event))/>
    };
    let said = changing(move || vec![wrong.with(|wrong| words(wrong))]);
    let label = view_node(view! { <label for=id>{label.to_owned()}</label> });
    let hint = el_with_id("p", "form-text", &hint_id, vec![words(hint)]);
    let error = el_with_id("p", "invalid", &error_id, vec![said]);
    el("div", "form-group", vec![label, hint, error, view_node(control)])
}
