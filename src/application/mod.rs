//! Who applies, and the document to hand in, as data.

mod applicant;
pub mod contact;
pub mod document;
mod file;
mod letters;
pub mod places;
mod signing;
pub mod tax_code;
pub mod tax_note;

pub use applicant::{APPLICATION, Applicant, Detail, Person};
pub use file::{FileFault, Restored, SCHEMA_VERSION, digest, read_file, write_file};
pub use signing::Signing;
