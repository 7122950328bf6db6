//! Words that stay Italian: those of the application and of the letter, which an Italian office receives, of its desk, and
//! of the sheets that a counsellor prints.

pub mod desk;
pub mod family;
pub mod form;
pub mod letter;
pub mod official;
pub mod technical;
