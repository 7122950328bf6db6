//! Files that people bring: where they are picked or dropped, and what is in them.

use leptos::prelude::*;

use super::super::super::parts::html::{Node, view_node};
use super::super::super::session::Session;
use crate::application::{Restored, read_file};
use crate::browser::picked::{self, NotTaken, Picked};
use crate::programme::Voice;
use crate::text::faults;
use crate::text::words::fault;

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

/// The text in a file that was picked: of a PDF the file inside it.
///
/// # Errors
/// A sentence that says why there is none.
pub async fn picked_text(voice: Voice, file: Picked) -> Result<String, String> {
    picked::answers_in(file).await.map_err(|why| not_taken(voice, &why))
}

/// The application in such a text.
///
/// # Errors
/// A sentence that says why there is none that can be taken.
pub fn read_file_text(session: Session, voice: Voice, text: &str) -> Result<Restored, String> {
    read_file(&session.rules(), text).map_err(|why| faults::file(voice, &why))
}

/// The application in a file that an office picked, which reads in Italian whatever the visit is read in.
///
/// # Errors
/// A sentence that says why there is none that can be taken.
pub async fn read_picked(session: Session, file: Picked) -> Result<Restored, String> {
    let voice = Voice::default();
    read_file_text(session, voice, &picked_text(voice, file).await?)
}

/// Why a file gave no answers.
fn not_taken(voice: Voice, why: &NotTaken) -> String {
    voice.say(match why {
        NotTaken::TooLarge => fault::FILE_TOO_LARGE,
        NotTaken::NotText => fault::FILE_NOT_TEXT,
        NotTaken::Unreadable => fault::FILE_UNREADABLE,
        NotTaken::NoModule => fault::FILE_NO_MODULE,
        NotTaken::Pdf(code) => match code.as_str() {
            "not_pdf" => fault::PDF_NOT_PDF,
            "encrypted" => fault::PDF_ENCRYPTED,
            "no_such_file" => fault::PDF_NOTHING_INSIDE,
            "too_large" => fault::FILE_TOO_LARGE,
            _ => fault::PDF_DAMAGED,
        },
    })
}
