//! Figures that follow what is typed: shown at once, announced after a pause.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::super::super::parts::after_paint;
use super::super::super::parts::html::{Node, changing, changing_words, el, view_node, words};

/// How long nobody types before what changed is announced.
const PAUSE: Duration = Duration::from_millis(900);

/// Counts changes: whoever shows figures reads it, whoever changes a field adds to it.
#[derive(Clone, Copy)]
pub struct Changes(RwSignal<u32>);

impl Changes {
    /// None yet.
    pub fn new() -> Self {
        Self(RwSignal::new(0))
    }

    /// One more.
    pub fn add(self) {
        // Where what changes it comes late, the page may be gone.
        let _ = self.0.try_update(|count| *count += 1);
    }

    /// Has whoever asks made anew after each change.
    pub fn track(self) {
        self.0.track();
    }

    /// Nodes made anew after each change, and a sentence about them read out once the typing pauses.
    pub fn shown(
        self,
        made: impl Fn() -> Vec<Node> + Send + Sync + 'static,
        said: impl Fn() -> String + Send + Sync + 'static,
    ) -> Node {
        self.shown_by(Box::new(made), Box::new(said))
    }

    /// The same for any of them: its code is long, and is there once.
    fn shown_by(
        self,
        made: Box<dyn Fn() -> Vec<Node> + Send + Sync>,
        said: Box<dyn Fn() -> String + Send + Sync>,
    ) -> Node {
        let (drawn, announced) = (RwSignal::new(0), RwSignal::new(String::new()));
        let mut announce = debounce(PAUSE, move |()| {
            // The person may have left the page meanwhile, and with it what would be said.
            if !announced.is_disposed() {
                announced.set(said());
            }
        });
        let waiting = StoredValue::new(false);
        Effect::new(move |first: Option<()>| {
            self.0.track();
            if first.is_none() || waiting.get_value() {
                return;
            }
            waiting.set_value(true);
            after_paint(move || {
                waiting.try_set_value(false);
                drawn.try_update(|count| *count += 1);
            });
            announce(());
        });
        let status = changing_words(move || announced.get());
        let status = view! { <p role="status" class="visually-hidden">{status}</p> };
        let figures = changing(move || {
            drawn.track();
            made()
        });
        el("div", "live", vec![view_node(status), figures, words("")])
    }
}
