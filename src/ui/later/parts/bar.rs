//! A part of a whole as a bar. It repeats what a text or table beside it says, and is hidden from screen readers.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, view_node};

/// Not written into the markup: an element without anything of the program in it is made of a text, which a host's policy
/// on such texts (Trusted Types) stops.
const WHOLE: &str = "100%";

/// A bar that is full to `percent` and marks a limit, if there is one. Both from 0 to 100, as text for the picture.
pub fn bar(class: &'static str, percent: String, limit: Option<String>) -> Node {
    let mark = limit.map(|at| view! { <line class="mark" x1=format!("{at}%") x2=format!("{at}%") y1="0" y2="100%"/> });
    view_node(view! {
        <svg class="bar" aria-hidden="true" focusable="false">
            <rect class="whole" width=WHOLE height="100%"/>
            <rect class=class width=format!("{percent}%") height="100%"/>
            {mark}
        </svg>
    })
}
