//! A part of a whole as a bar. It repeats what a text or table beside it says, and is hidden from screen readers.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, view_node};

/// A bar that is full to `percent` and marks a limit, if there is one. Both from 0 to 100, as text for the picture.
pub fn bar(class: &'static str, percent: String, limit: Option<String>) -> Node {
    let mark = limit.map(|at| view! { <line class="mark" x1=format!("{at}%") x2=format!("{at}%") y1="0" y2="100%"/> });
    view_node(view! {
        <svg class="bar" aria-hidden="true" focusable="false">
            <rect class="whole" width="100%" height="100%"/>
            <rect class=class width=format!("{percent}%") height="100%"/>
            {mark}
        </svg>
    })
}
