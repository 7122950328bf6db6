//! Words that stay Italian: those of the application and of the letter, which an Italian office receives, of its desk and editor, and
//! of the sheets that a counsellor prints.

pub mod desk;
pub mod editor;
pub mod family;
pub mod form;
pub mod letter;
pub mod official;
pub mod technical;
