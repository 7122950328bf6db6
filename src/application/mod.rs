//! Who applies, and the document to hand in, as data.

mod applicant;
pub mod document;
mod file;
mod signing;

pub use applicant::{APPLICATION, Applicant, Detail, Person};
pub use file::{FileFault, Restored, SCHEMA_VERSION, digest, read_file, write_file};
pub use signing::Signing;
