//! A line of text to type, with what there is to say about it below.

use leptos::prelude::*;

use super::super::super::parts::after_paint;
use super::super::super::parts::html::{Node, el, el_with_id, text, view_node};
use super::Changes;
use crate::text::personal::{Said, Weight};

/// What a line shows before anybody types.
pub struct Line {
    /// Id of its control.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The keyboard that a phone shows: `text`, `numeric`, `tel`, `email`.
    pub keyboard: &'static str,
    /// What the browser may offer to fill in, where it is asked of the person at the keyboard; else `off`.
    pub purpose: &'static str,
    /// What stands in it.
    pub value: String,
}

/// What is said about a line: judged when the person leaves it, so that nobody is told off half way, and again at
/// every letter once something was said.
#[derive(Clone, Copy)]
pub struct Remarks {
    /// What may change what is said, here or in the fields around.
    pub changes: Changes,
    said: Memo<Vec<Said>>,
    told: StoredValue<bool>,
    /// Whether the person is in the middle of it: until they leave, what changes elsewhere has nothing said here.
    half_way: StoredValue<bool>,
}

impl Remarks {
    /// What there is to say already.
    pub fn new(changes: Changes, about: impl Fn() -> Vec<Said> + Send + Sync + 'static) -> Self {
        let half_way = StoredValue::new(false);
        let said = Memo::new(move |before: Option<&Vec<Said>>| {
            changes.track();
            before.filter(|_| half_way.get_value()).cloned().unwrap_or_else(&about)
        });
        Self { changes, said, told: StoredValue::new(said.with_untracked(|said| !said.is_empty())), half_way }
    }

    /// After a letter.
    pub fn typed(self) {
        if self.told.get_value() {
            after_paint(move || self.changes.add());
        } else {
            self.half_way.set_value(true);
        }
    }

    /// After the person left the line.
    pub fn left(self) {
        self.half_way.try_set_value(false);
        after_paint(move || {
            self.changes.add();
            // A line is left too when its page goes, and with it what was said there.
            if let Some(told) = self.said.try_with_untracked(|said| !said.is_empty()) {
                self.told.try_set_value(told);
            }
        });
    }

    /// Whether what stands there cannot be right, for `aria-invalid`.
    pub fn is_wrong(self) -> Option<&'static str> {
        self.said.with(|said| said.iter().any(|said| said.weight == Weight::Wrong)).then_some("true")
    }

    /// The sentences, with the id that describes the control.
    pub fn shown(self, id: String) -> Node {
        let said = self.said;
        let lines =
            move || said.with(|said| said.iter().map(|said| text("p", class(said.weight), &said.text)).collect());
        let heard = move || said.with(|said| said.iter().map(|said| said.text.as_str()).collect::<Vec<_>>().join(" "));
        self.changes.shown(move || vec![el_with_id("div", "", &id, lines())], heard)
    }
}

fn class(weight: Weight) -> &'static str {
    match weight {
        Weight::Known => "form-text",
        Weight::Doubt => "doubted",
        Weight::Wrong => "invalid",
    }
}

/// The id of what describes a control.
pub fn said_id(id: &str) -> String {
    format!("{id}-said")
}

/// A labelled line of text, kept as typed.
pub fn text_line(line: Line, remarks: Remarks, keep: Callback<String>) -> Node {
    let Line { id, label, keyboard, purpose, value } = line;
    let said = said_id(&id);
    let typed = move |event| {
        keep.run(event_target_value(&event));
        remarks.typed();
    };
    let control = view! {
        <label for=id.clone()>{label}</label>
        <input type="text" id=id class="form-control" inputmode=keyboard autocomplete=purpose prop:value=value
            aria-describedby=said.clone() aria-invalid=move || remarks.is_wrong()
            on:input=typed on:change=move |_| remarks.left()/>
    };
    el("div", "form-group", vec![view_node(control), remarks.shown(said)])
}
