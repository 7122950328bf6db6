//! Words of the office's desk.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const TITLE: &str = "Sportello";
pub const LEAD: &str = "Per l'ufficio: apri uno o più PDF di domande, o file salvati. Non vengono inviati a nessuno: restano in questa pagina finché la chiudi.";
pub const FILES: &str = "Scegli i file, o trascinali qui";
pub const EXPORT: &str = "Salva la tabella (CSV)";
pub const CSV_FILE: &str = "domande.csv";
pub const CLEAR: &str = "Svuota lo sportello";
pub const CAPTION: &str = "Le domande aperte";
pub const FILE: &str = "File";
pub const PERSON: &str = "Persona (chi presenta)";
pub const TAX_CODE: &str = "Codice fiscale";
pub const MADE: &str = "Data della stima";
pub const ASKED: &str = "Sostegni richiesti";
pub const MISSING: &str = "Risposte che mancano";
pub const DOCUMENTS: &str = "Documenti richiesti";
pub const DIFFERENCES: &str = "Importi diversi da quelli ricalcolati";
pub const CHECK: &str = "Controllo";
pub const SAME: &str = "Dati e documento coincidono";
pub const ALTERED: &str = "I dati non corrispondono al documento stampato: controllare a mano";
pub const NO_PAPER: &str = "File salvato, senza documento da confrontare";
pub const OTHER_VERSION: &str = "Fatta con un'altra versione dell'avviso: controllare a mano";
pub const STATED: &str = "indicato";
pub const NOW: &str = "ricalcolato";

/// What the table holds, in a sentence.
pub fn summary(all: usize, missing: usize, differing: usize) -> String {
    format!("Domande aperte: {all}. Con risposte che mancano: {missing}. Con importi diversi: {differing}.")
}
