//! The built page in a real browser, from the first question to a PDF in hand. `make test` builds `dist/` first.

mod access;
mod browser;
mod cases;
mod compact;
mod composer;
mod editor;
mod element;
mod failed;
mod faults;
mod frame;
mod guard;
mod hosts;
mod idle;
mod keeping;
mod leaves;
mod look;
mod official;
mod offline;
mod orientation;
mod package;
mod path;
mod personal;
mod reader;
mod readings;
mod returning;
// Debian's packages, which the set-up brings where it can.
#[cfg(target_os = "linux")]
mod servers;
mod site;
mod steady;
mod tree;
mod trying;
mod visual;

#[path = "../common/mod.rs"]
mod common;
