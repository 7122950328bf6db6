//! The browser's capabilities, one file each: the only place outside `ui` that knows that a browser exists.

pub mod address;
pub mod aloud;
pub mod clock;
pub mod download;
#[cfg(feature = "editor")]
pub mod editing;
pub mod fetch;
#[cfg(feature = "whole")]
pub mod listener;
pub mod pdf_module;
pub mod pdf_reading;
pub mod picked;
pub mod place;
pub mod storage;
#[cfg(feature = "whole")]
pub mod to_editor;
#[cfg(feature = "whole")]
pub mod vault;
pub mod whole;
pub mod window;
