//! The built page in a real browser, from the first question to a PDF in hand. `make test` builds `dist/` first.

mod browser;
mod compact;
mod faults;
mod look;
mod official;
mod path;
mod personal;
mod readings;
mod returning;
mod site;
mod trying;

#[path = "../common/mod.rs"]
mod common;
