//! Takes a family through a public notice on housing: **programme → questions → answers → assessment → what people
//! see and take home**.
//!
//! Start reading at [`programme::Programme`], then [`assess::assess`]. Each room may use those after it in this line,
//! never those before: `ui, bin → browser, pdf, pdf_reading → text → application → assess → answers → programme → money, date`.
//! A test holds the direction. Only `browser` and `ui` know that a browser exists; everything else compiles natively.
//!
//! | room | what is in it |
//! |---|---|
//! | [`money`], [`date`] | exact amounts and calendar days |
//! | [`programme`] | what a programme and a notice say, read from JSON and checked |
//! | [`answers`] | what a person said, and whether a condition holds |
//! | [`assess`] | requirements, priorities, supports, totals, documents: each figure with its trace |
//! | `application` | who applies, and the document to hand in, as data |
//! | `text` | words and figures the Italian way; traces as sentences |
//! | `pdf` | that document as a tagged PDF |
//! | `pdf_reading` | the other way: answers out of such a PDF, and values into an office's own form |
//! | `browser`, `ui` | the page |

#![warn(missing_docs)]

pub mod answers;
pub mod application;
pub mod assess;
#[cfg(feature = "page")]
pub mod browser;
pub mod date;
pub mod money;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "pdf-reading")]
pub mod pdf_reading;
pub mod programme;
pub mod text;
#[cfg(feature = "page")]
pub mod ui;
