//! PDFs that people bring: the answers inside an application of ours, and the fields of an office's own form.
//!
//! | file | does |
//! |---|---|
//! | `attached` | takes an attached file out of a PDF |
//! | `form` | what a form asks |
//! | `fill` | the form with values in it |
//! | `mapping` | whether a form has the fields that a notice fills in |
//! | `tree` | the form's fields as the file has them |
//! | `look` | how a field with its value looks on the page |
//! | `font`, `glyphs` | which letters a form's font can show, and how wide they are |
//! | `update` | changes appended to the file, which stays as it is otherwise |
//! | `text` | texts and names in PDF's syntax |
//! | `guard` | opens a PDF without falling for what it may hold |
//! | `error` | why nothing was read, in sentences |
//!
//! Such files come from anywhere. Nothing here panics on any bytes, and memory is bounded by `guard`.

mod attached;
mod error;
mod fill;
mod font;
mod form;
mod glyphs;
mod guard;
mod look;
mod mapping;
mod text;
mod tree;
mod update;

pub use attached::attached;
pub use error::NotRead;
pub use fill::fill;
pub use form::{Choice, Filled, FormField, FormKind, fields};
pub use mapping::{mapping_faults, unmapped};

pub use crate::application::filling::{FormValue, Left, Reason};
