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
pub use case::{ARCHIVE, ARCHIVE_VERSION, Archive, ArchiveFile, CASES, Case, Head, Row, Status, StoredCase};
pub use file::{FileFault, Restored, SCHEMA_VERSION, digest, read_file, write_file};
pub use record::{Aside, RECORD_VERSION, Record, RecordFault, TypedAside};
pub use signing::Signing;
pub use stored::{Body, DAY, DRAFTS, Lock, STORED_VERSION, Sealed, Stored, StoredFault, stamp_of};

pub use crate::programme::Detail;
