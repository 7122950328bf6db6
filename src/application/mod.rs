//! Who applies, and the document to hand in, as data.

mod applicant;
pub mod document;
mod letters;
pub mod places;
pub mod tax_code;
pub mod tax_note;

pub use applicant::{APPLICATION, Applicant, Detail, Person};
