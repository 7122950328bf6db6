//! Who applies, and the document to hand in, as data.

mod applicant;
pub mod document;

pub use applicant::{APPLICATION, Applicant, Detail, Person};
