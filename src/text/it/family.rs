//! Words of the sheet that a family takes home: easy to read, one idea per sentence.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const FILE_NAME: &str = "foglio-famiglia.pdf";
pub const TITLE: &str = "Foglio per la famiglia";
pub const FOR_WHOM: &str = "Per chi";
pub const DAY: &str = "Giorno";
pub const NOTICE: &str = "Avviso";
pub const WHAT: &str = "Di che cosa parla";
pub const NOT_A_DECISION: &str = "Questo foglio aiuta a capire. È un orientamento. Non è una decisione.";
pub const OFFERED: &str = "Gli aiuti che ci possono essere";
pub const OFFERED_LEAD: &str = "Qui vedi le cifre più alte. L'ufficio può dare di meno.";
pub const TO_CHECK: &str = "Che cosa c'è da vedere con l'ufficio";
pub const TO_CHECK_LEAD: &str = "Non è un sì e non è un no. Lo dice l'ufficio. Più sotto vedi a chi chiedere.";
pub const REFUSED: &str = "Dove l'avviso dice no";
pub const MISSING: &str = "Che cosa manca ancora";
pub const ANSWERS: &str = "Le risposte che mancano";
pub const ANSWERS_LEAD: &str = "Non è un no. Con queste risposte si capisce di più.";
pub const TO_BRING: &str = "I documenti da portare";
pub const TO_BRING_USEFUL: &str = "Altri documenti: sono utili, ma l'avviso non li chiede";
pub const BROUGHT: &str = "Che cosa hai già portato";
pub const FIND_ANSWERS: &str = "Cerca le risposte che mancano.";
pub const PREPARE_DOCUMENTS: &str = "Prepara i documenti da portare.";
pub const ASK_OFFICE: &str = "Chiedi all'ufficio le cose da vedere.";
pub const OFFICE: &str = "Ufficio";
pub const ADDRESS: &str = "Indirizzo";
pub const NO_HOURS: &str = "Nell'avviso non ci sono gli orari. Prima chiama.";
/// Said for a document in the hands of who keeps the case.
pub const RECEIVED: &str = "già portato";
pub const TO_RECEIVE: &str = "da portare";

/// The most that a support could reach: how often and for whom come first, since "1 volta" after an amount reads badly.
pub fn up_to(unit: &str, amount: &str) -> String {
    format!("{unit}: fino a {amount}.")
}

/// The same where the office has to say first whether it stands at all.
pub fn perhaps_up_to(unit: &str, amount: &str) -> String {
    format!("L'ufficio dice sì? {}", up_to(unit, amount))
}

/// What that makes in the first twelve months.
pub fn first_year(amount: &str) -> String {
    format!("Nel primo anno: fino a {amount}.")
}

/// A reason to come before others, which the office has to look at.
pub const PERHAPS_FIRST: &str = "Forse c'è un motivo per venire prima. Chiedi all'ufficio.";
