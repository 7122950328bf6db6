//! Words of the letter to the office and of the calendar.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const SUBJECT: &str = "richiesta di un appuntamento";
pub const BODY: &str = "Buongiorno,\n\nvorrei un appuntamento per parlare di una domanda per «{notice}».\n\nHo preparato una bozza della domanda e l'elenco dei documenti. Vorrei sapere se i fondi ci sono ancora, quale modulo serve e che cosa portare.\n\nGrazie.";
/// The file for a calendar.
pub const CALENDAR_FILE: &str = "date.ics";
