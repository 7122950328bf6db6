//! The product beside the form, with the notice that is being written.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::super::parts::button;
use super::super::parts::html::{Node, changing, el, el_with_id, p, text, view_node, words};
use super::state::Editing;
use crate::browser::editing as around;
use crate::text::it::editor as said;

/// The preview. It follows the notice whenever that is without fault.
pub fn preview(editing: Editing) -> Node {
    let place = NodeRef::<html::Div>::new();
    let failed = RwSignal::new(false);
    let show = move |text: String| {
        let Some(place) = place.get_untracked() else { return };
        spawn_local(async move {
            let shown = around::preview(&place, &text).await;
            // The person may have left the page meanwhile.
            failed.try_set(shown.is_err());
        });
    };
    Effect::new(move |_| {
        if let (Some(text), Some(_)) = (editing.good.get(), place.get()) {
            show(text);
        }
    });
    let state = changing(move || match (failed.get(), editing.told.with(Vec::is_empty)) {
        (true, _) => vec![text("span", "", said::PREVIEW_FAILED)],
        (_, false) => vec![text("span", "", said::NOT_YET)],
        (false, true) => Vec::new(),
    });
    let again = button(said::REFRESH, move || {
        editing.check();
        if let Some(text) = editing.good.get_untracked() {
            show(text);
        }
    });
    let parts = vec![
        el_with_id("h2", "", "preview-title", vec![words(said::PREVIEW)]),
        p(said::PREVIEW_LEAD),
        view_node(view! { <p role="status">{state.into_view()}</p> }),
        el("p", "buttons", vec![again]),
        // It scrolls by key also while what is in it takes no focus.
        view_node(
            view! { <div id="preview" tabindex="0" role="region" aria-labelledby="preview-title" node_ref=place></div> },
        ),
    ];
    el("div", "editor-preview", parts)
}
