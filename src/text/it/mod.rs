//! Words that stay Italian: those of the application and of the letter, which an Italian office receives, and of its desk.

pub mod desk;
pub mod form;
pub mod letter;
pub mod official;
