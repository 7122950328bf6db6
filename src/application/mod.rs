//! Who applies, and the document to hand in, as data.

mod applicant;
mod case;
pub mod contact;
pub mod document;
mod file;
pub mod filling;
mod letters;
pub mod places;
mod record;
mod signing;
mod stored;
pub mod tax_code;
pub mod tax_note;

pub use applicant::{APPLICATION, Applicant, Person};
pub use case::{ARCHIVE, Archive, CASES, Case, Head, Row, Status, StoredCase};
pub use file::{FileFault, Restored, SCHEMA_VERSION, digest, read_file, write_file};
pub use record::{Aside, NOTHING_LATER, RECORD_VERSION, Record, RecordFault, TypedAside, write_with};
pub use signing::Signing;
pub use stored::{Body, DAY, DRAFTS, Lock, Sealed, Stored, StoredFault, stamp_of};

pub use crate::programme::Detail;
