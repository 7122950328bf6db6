//! Values for the fields of an office's own form, and what became of those that did not go in. They stand apart from what
//! reads PDFs, which the page fetches only when it is needed.

use serde::{Deserialize, Serialize};

/// A value for a field: `true` and `false` tick and untick a box, a text is anything else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FormValue {
    /// Of a check box.
    On(bool),
    /// Of a text; of a choice or a button the option's value or label.
    Text(String),
}

/// A value that could not be written into its field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The field's name, as given.
    pub field: String,
    /// The whole value.
    pub value: FormValue,
    /// Why.
    #[serde(flatten)]
    pub reason: Reason,
}

/// Why a value is not in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// When the form has no field of that name that can be filled in.
    NoSuchField,
    /// When the field has no such option, or takes no value of that sort.
    NoSuchOption,
    /// When the form lets nobody fill in the field.
    ReadOnly,
    /// When it is longer than the field takes, or than its box has room for.
    DoesNotFit,
    /// When the field's font lacks a letter of it.
    NotInFont {
        /// The first such letter.
        character: char,
    },
}
