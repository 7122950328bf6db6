//! Who applies, and the document to hand in, as data.

mod applicant;
pub mod contact;
pub mod document;
mod file;
pub mod filling;
mod letters;
pub mod places;
mod signing;
pub mod tax_code;
pub mod tax_note;

pub use applicant::{APPLICATION, Applicant, Person};
pub use file::{FileFault, Restored, SCHEMA_VERSION, digest, read_file, write_file};
pub use signing::Signing;

pub use crate::programme::Detail;
