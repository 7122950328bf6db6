//! The form in which an office writes its notice: one table of what a notice's file may hold, and what follows from it.
//!
//! The form shows, checks and saves the file's own JSON, never a copy in types of its own: what the table does not know stays
//! as it was, and what is half written is kept half written. What a notice is, `programme` alone knows; a test holds the two
//! together (`tests/editing.rs`).

mod catalogue;
mod faults;
mod numbers;
mod path;
mod table;
mod typed;
mod write;

pub use catalogue::{Catalogue, Listed};
pub use faults::{Known, Told, check};
pub use numbers::{Offered, about, is_amount, offered};
pub use path::Path;
pub use table::{PARTS, SOURCE, TEXT};
pub use typed::{kept, shown};
pub use write::{file_name, written};

use serde_json::{Value, json};

/// A fold of the form.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its id on the page.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// What belongs there, in a sentence.
    pub lead: &'static str,
    /// Its keys, at the top of the file.
    pub fields: &'static [Field],
}

/// A key of the file, as the form asks for it.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key.
    pub key: &'static str,
    /// What an office calls it.
    pub label: &'static str,
    /// What to write there, in a line; may be empty.
    pub help: &'static str,
    /// Whether a notice cannot be without it.
    pub needed: bool,
    /// What stands there.
    pub kind: Kind,
}

/// What stands at a key.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// A few words.
    Words,
    /// Sentences.
    Long,
    /// A day.
    Date,
    /// Yes or no.
    Flag,
    /// An amount in euro.
    Euro,
    /// The page of a document.
    Page,
    /// One of a few words, each with what it means.
    Choice(&'static [(&'static str, &'static str)]),
    /// Id of a published programme.
    Programme,
    /// Id of a number of the programme.
    Number,
    /// Its value here.
    NumberValue,
    /// Id of a cited document.
    Cited,
    /// Something rare and deep, as JSON.
    Json,
    /// A text in its three readings.
    Text,
    /// Where something is said.
    Source,
    /// Keys of its own.
    Object(&'static [Field]),
    /// Several of a kind.
    List(&'static Row),
}

impl Kind {
    /// The keys below, where there are any.
    pub fn fields(self) -> Option<&'static [Field]> {
        match self {
            Self::Text => Some(TEXT),
            Self::Source => Some(SOURCE),
            Self::Object(fields) => Some(fields),
            _ => None,
        }
    }
}

/// What a list is made of.
#[derive(Debug)]
pub struct Row {
    /// What one of them is called: "Comune".
    pub one: &'static str,
    /// What adds one: "Aggiungi un Comune".
    pub add: &'static str,
    /// What it is.
    pub kind: Kind,
    /// The path below it of what tells it from the others.
    pub named_by: &'static str,
}

/// The key at the top of the file, with the place of its part.
pub fn top(key: &str) -> Option<(usize, &'static Field)> {
    let found = PARTS.iter().enumerate().map(|(at, part)| (at, part.fields.iter().find(|field| field.key == key)));
    found.into_iter().find_map(|(at, field)| Some((at, field?)))
}

/// A notice with nothing in it but what can be said of every new one.
pub fn skeleton(programme: &str, today: &str) -> Value {
    json!({
        "version": today,
        "extends": programme,
        "window": {"kind": "until_exhausted"},
        "cited": [{"id": "avviso-locale", "name": {"it": "Avviso", "facile": "Avviso", "en": "Notice"}}],
    })
}

/// A notice out of the text of a file.
///
/// # Errors
/// A sentence that says why it is none.
pub fn opened(text: &str) -> Result<Value, String> {
    let text = text.trim_start_matches('\u{feff}');
    let value: Value = serde_json::from_str(text).map_err(|error| faults::not_json(&error))?;
    match &value {
        Value::Object(object) if object.contains_key("questions") => Err(super::it::editor::IS_PROGRAMME.into()),
        Value::Object(object)
            if PARTS.iter().flat_map(|part| part.fields).any(|field| object.contains_key(field.key)) =>
        {
            Ok(value)
        }
        _ => Err(super::it::editor::NO_NOTICE.into()),
    }
}
