//! Words of the sheet that goes with the office's own form, and of its values.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const FILE_NAME: &str = "modulo-compilato.pdf";
pub const SHEET_FILE_NAME: &str = "foglio-allegato.pdf";
pub const SHEET: &str = "Foglio allegato al modulo";
pub const SHEET_LEAD: &str =
    "Questo foglio va unito al modulo e riporta per intero i dati che non sono entrati nei campi.";
pub const SHEET_VALUES: &str = "Dati";
pub const SHEET_SIGNED: &str = "Firma di chi firma il modulo";
pub const FULL_NAME: &str = "Cognome e nome";
