//! The editor for offices: a notice as a form, checked as one types, with the product beside it, and saved as a file.
//!
//! It is an application of its own in a module of its own (decision 23): a visit, its answers and its rules are unknown to it.
//! It speaks Italian, as the desk does.

mod controls;
mod form;
mod list;
mod municipality;
mod opening;
mod preview;
mod problems;
mod state;

use std::cell::RefCell;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::*;
use leptos::tachys::view::Render;
use web_sys::HtmlElement;

use super::parts::html::{Node, changing, el, text, view_node};
use crate::browser::editing as around;
use crate::text::it::editor as said;
use state::Editing;

type Shown = (HtmlElement, UnmountHandle<<AnyView as Render>::State>);

thread_local! {
    static SHOWN: RefCell<Option<Shown>> = const { RefCell::new(None) };
}

/// Has the editor in an element, with the text of the page's own notice at hand. What was written before is there again.
pub fn open(place: HtmlElement, notice: String) {
    // What stood elsewhere goes first: it hands on what was written.
    drop(SHOWN.take());
    let (there, of_editor) = (place.clone(), place.clone());
    let view = mount_to(place, move || app(Editing::new(of_editor), notice).into_view());
    SHOWN.set(Some((there, view)));
}

/// Takes the editor out of its element.
pub fn close(place: &HtmlElement) {
    let gone = SHOWN.with_borrow_mut(|shown| shown.take_if(|(there, _)| there == place));
    drop(gone);
}

fn app(editing: Editing, page: String) -> Node {
    let body = changing(move || {
        editing.opened.track();
        let opening = opening::opening(editing, &page);
        if !editing.is_open() {
            return vec![text("p", "lead", said::LEAD), opening];
        }
        let columns = vec![
            el("div", "editor-form", vec![problems::state(editing), form::form(editing), problems::save(editing)]),
            preview::preview(editing),
        ];
        vec![opening, el("div", "editor-columns", columns)]
    });
    let styles = view_node(view! { <link rel="stylesheet" href=around::styles()/> });
    el("div", "editor", vec![styles, body])
}
