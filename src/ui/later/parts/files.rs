//! Files that people bring: where they are picked or dropped, and what is in them.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, view_node};
use super::super::super::session::Session;
use crate::application::{Restored, read_file};
use crate::browser::picked::{self, Picked};

/// A place to pick files or drop them.
pub fn file_picker(label: &str, several: bool, take: impl Fn(Vec<Picked>) + Copy + 'static) -> Node {
    let control = view! {
        <div class="drop" on:dragover=|event| event.prevent_default()
            on:drop=move |event| { event.prevent_default(); take(picked::dropped(&event)); }>
            <label for="file">{label.to_owned()}</label>
            <input type="file" id="file" class="form-control" multiple=several accept=".pdf,.json,application/pdf,application/json"
                on:change=move |event| take(picked::chosen(&event))/>
        </div>
    };
    view_node(control)
}

/// The application in a file that was picked.
///
/// # Errors
/// A sentence that says why there is none that can be taken.
pub async fn read_picked(session: Session, file: Picked) -> Result<Restored, String> {
    let json = picked::answers_in(file).await.map_err(|fault| fault.to_string())?;
    read_file(&session.rules(), &json).map_err(|fault| fault.to_string())
}
