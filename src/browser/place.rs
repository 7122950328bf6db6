//! Where a visit stands: on the product's own page, or in an element on somebody else's. What it may ask of what is
//! around it is the same in both cases; `start.js` and `src/element/element.js` each make such an object.
//!
//! There is no "current" place: several visits may stand on one page, and each asks its own.

use leptos::prelude::{GetValue, LocalStorage, StoredValue};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// What is around a visit.
    #[derive(Clone, PartialEq)]
    pub type Around;

    // Whether the whole page is the product's own: only then are its landmarks, title and address.
    #[wasm_bindgen(method, getter)]
    fn whole(this: &Around) -> bool;
    // Where the visit is shown; nothing once it has ended.
    #[wasm_bindgen(method, getter)]
    fn body(this: &Around) -> Option<web_sys::HtmlElement>;
    #[wasm_bindgen(method)]
    fn find(this: &Around, id: &str) -> Option<web_sys::HtmlElement>;
    #[wasm_bindgen(method)]
    fn asked(this: &Around, name: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn given(this: &Around, name: &str) -> Option<String>;
    #[wasm_bindgen(method)]
    fn step(this: &Around) -> String;
    #[wasm_bindgen(method)]
    fn go(this: &Around, step: &str);
    #[wasm_bindgen(method)]
    fn replace(this: &Around, step: &str);
    #[wasm_bindgen(method)]
    fn listen(this: &Around, heard: &Closure<dyn FnMut()>);
    #[wasm_bindgen(method)]
    fn unlisten(this: &Around, heard: &Closure<dyn FnMut()>);
    #[wasm_bindgen(method)]
    fn remember(this: &Around, name: &str, value: Option<&str>);
    #[wasm_bindgen(method)]
    fn title(this: &Around, title: &str);
    #[wasm_bindgen(method)]
    fn language(this: &Around, language: &str);
    #[wasm_bindgen(method)]
    fn top(this: &Around);
    #[wasm_bindgen(method)]
    fn tell(this: &Around, event: &str, detail: &str);
    #[wasm_bindgen(method)]
    fn keep(this: &Around, typed: &str);
}

impl Around {
    /// What its address asks for, by name. Anybody can make an address.
    pub fn asked_for(&self, name: &str) -> Option<String> {
        self.asked(name).filter(|value| !value.is_empty())
    }

    /// What whoever put the visit there says, by name.
    pub fn given_by_host(&self, name: &str) -> Option<String> {
        self.given(name).filter(|value| !value.is_empty())
    }

    /// The element to show a visit in, emptied of what stood there before; nothing once the visit has ended.
    pub fn emptied(&self) -> Option<web_sys::HtmlElement> {
        let body = self.body()?;
        body.set_text_content(None);
        Some(body)
    }

    /// The tag of a landmark. On somebody else's page these are theirs.
    pub fn landmark(&self, tag: &'static str) -> &'static str {
        if self.whole() { tag } else { "div" }
    }

    /// Tag and class of what is shown of a step.
    pub fn main(&self) -> (&'static str, &'static str) {
        if self.whole() { ("main", "") } else { ("div", "main") }
    }

    /// Goes to a step of another notice, so that the browser's Back leads to the one before.
    #[cfg(feature = "whole")]
    pub fn begin_at(&self, step: &str, notice: &str) {
        self.go(step);
        self.remember("notice", Some(notice));
    }

    /// Tells whoever put the visit there that something happened. Nothing of an answer is ever in it.
    pub fn say(&self, told: &Told<'_>) {
        let (event, detail) = match told {
            Told::Ready => ("ddn-ready", serde_json::json!({})),
            Told::Step { step, of } => ("ddn-step", serde_json::json!({ "step": step, "of": of })),
            Told::Complete { notice, version } => {
                ("ddn-complete", serde_json::json!({ "notice": notice, "version": version }))
            }
            Told::Error(code) => ("ddn-error", serde_json::json!({ "code": code })),
        };
        self.tell(event, &detail.to_string());
    }
}

/// What a host is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told<'a> {
    /// The first step is shown.
    Ready,
    /// Another step is shown: which part of the path it is in, from 1.
    Step {
        /// That part.
        step: u8,
        /// How many there are.
        of: u8,
    },
    /// A document was made.
    Complete {
        /// Id of the notice.
        notice: &'a str,
        /// Its version.
        version: &'a str,
    },
    /// Something did not work, as a word.
    Error(&'a str),
}

/// What is around a visit, for as long as the visit lives; afterwards nothing happens.
#[derive(Clone, Copy)]
pub struct Place(StoredValue<Around, LocalStorage>);

impl Place {
    /// Around the visit that is being begun.
    pub fn new(around: Around) -> Self {
        Self(StoredValue::new_local(around))
    }

    /// What is around; nothing once the visit has ended.
    #[inline(never)]
    pub fn around(self) -> Option<Around> {
        self.0.try_get_value()
    }

    /// Whether the visit has not ended.
    pub fn lives(self) -> bool {
        self.around().is_some()
    }

    /// The step shown, as it stands after `#` in an address.
    pub fn step(self) -> String {
        self.around().map(|around| around.step()).unwrap_or_default()
    }

    /// Goes to a step, so that the browser's Back leads here again; those who listen with [`Place::on_step`] hear of it.
    pub fn go(self, step: &str) {
        if let Some(around) = self.around() {
            around.go(step);
        }
    }

    /// Shows a step in place of the current one, without telling anyone.
    pub fn replace(self, step: &str) {
        if let Some(around) = self.around() {
            around.replace(step);
        }
    }

    /// Calls `heard` whenever the step changes, for as long as the returned value lives.
    pub fn on_step(self, heard: impl FnMut() + 'static) -> Option<Steps> {
        let (around, heard) = (self.around()?, Closure::new(heard));
        around.listen(&heard);
        Some(Steps { around, heard })
    }

    /// Keeps settings where a reload finds them, where that is ours to keep; one without a value is forgotten.
    pub fn remember(self, settings: &[(&str, Option<&str>)]) {
        if let Some(around) = self.around() {
            settings.iter().for_each(|(name, value)| around.remember(name, *value));
        }
    }

    /// Sets the title of the page, where that is ours.
    pub fn set_title(self, title: &str) {
        if let Some(around) = self.around() {
            around.title(title);
        }
    }

    /// Says which language the visit is in.
    pub fn set_language(self, language: &str) {
        if let Some(around) = self.around() {
            around.language(language);
        }
    }

    /// Moves the focus to the element with this id and brings it into view.
    pub fn focus(self, id: &str) {
        if let Some(element) = self.around().and_then(|around| around.find(id)) {
            // It fails for no element that a step has.
            let _ = element.focus();
        }
    }

    /// Brings the top of the visit into view.
    pub fn to_top(self) {
        if let Some(around) = self.around() {
            around.top();
        }
    }

    /// What is shown of the step.
    pub fn main(self) -> Option<web_sys::Element> {
        let around = self.around()?;
        let selector = if around.whole() { "main" } else { ".main" };
        around.body()?.query_selector(selector).ok()?
    }

    /// Has what was typed kept outside of the module too, where a failure of it does not reach. It leaves the page no more
    /// than anything else does.
    pub fn keep(self, typed: &str) {
        if let Some(around) = self.around() {
            around.keep(typed);
        }
    }

    /// Tells whoever put the visit there that something happened.
    pub fn tell(self, told: &Told<'_>) {
        if let Some(around) = self.around() {
            around.say(told);
        }
    }
}

/// Hears steps until it is dropped.
pub struct Steps {
    around: Around,
    heard: Closure<dyn FnMut()>,
}

impl Drop for Steps {
    fn drop(&mut self) {
        self.around.unlisten(&self.heard);
    }
}
