//! Words of the sheet that a counsellor keeps of a case, or hands to a colleague.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const FILE_NAME: &str = "scheda-tecnica.pdf";
pub const TITLE: &str = "Scheda tecnica";
pub const CASE: &str = "Caso";
pub const DAY: &str = "Giorno della scheda";
pub const ESTIMATED: &str = "Giorno della stima";
pub const NOTICE: &str = "Avviso";
pub const PROGRAMME: &str = "Programma";
pub const OUTCOME: &str = "Che cosa risulta";
pub const MISSING: &str = "Risposte che mancano";
pub const NONE_MISSING: &str = "nessuna";
pub const DOCUMENTS: &str = "Documenti";
pub const NOT_A_DECISION: &str = "Questa scheda è un orientamento, non una decisione: dice che cosa le regole dell'avviso ricavano dalle risposte date. Decide l'ufficio, dopo la valutazione e il progetto individuale.";
pub const PRIORITIES_CAPTION: &str = "Ogni priorità, con quello che risulta dalle risposte";
pub const PRIORITY: &str = "Priorità";
pub const SUPPORTS_CAPTION: &str = "Tutti i sostegni dell'avviso, con gli importi massimi";
pub const TOTALS: &str = "Totali del primo anno, al massimo";
pub const TOTALS_APART: &str =
    "Gli importi per la persona e per l'abitazione non si sommano; quelli da verificare restano fuori dagli altri.";
pub const PHASE: &str = "La fase indicata nelle risposte";
pub const DOCUMENTS_CAPTION: &str = "Ogni documento, con la sua situazione";
pub const DOCUMENT: &str = "Documento";
pub const SITUATION: &str = "Situazione";
pub const BECAUSE: &str = "Serve per";
pub const FROM: &str = "Chi lo rilascia";
pub const RECEIVED: &str = "ricevuto";
pub const REQUIRED: &str = "richiesto, da ricevere";
pub const USEFUL: &str = "utile, da ricevere";
/// Of a document in the counsellor's hands that no answer asks for any more.
pub const NOT_NEEDED: &str = "nessuna risposta lo richiede più";
pub const OPEN: &str = "Che cosa l'avviso lascia aperto";
pub const OPEN_CASE: &str = "Da verificare in questo caso";
pub const OPEN_TEXT: &str = "Dove il testo tace, o si può leggere in più modi";
pub const OPTIONS: &str = "Le case a confronto";
pub const COMPARED: &str = "Che cosa si confronta";

/// How many documents there are of those that the notice requires, and of the useful ones.
pub fn documents([required, of_required]: [usize; 2], [useful, of_useful]: [usize; 2]) -> String {
    format!("richiesti ricevuti {required} di {of_required}; utili ricevuti {useful} di {of_useful}")
}

/// "medio-olona-2024, versione 2026-11-21".
pub fn version(id: &str, version: &str) -> String {
    format!("{id}, versione {version}")
}

/// One year of the phase answered, with what each support could pay in it.
pub fn year(year: u32, lines: &str) -> String {
    format!("Anno {year}: {lines}.")
}

/// The longest path from the phase answered on.
pub fn path(years: u32, amount: &str) -> String {
    let years = if years == 1 { "1 anno".into() } else { format!("{years} anni") };
    format!(
        "Il percorso più lungo da questa fase dura {years} e arriva a {amount}: è una proiezione, fuori dai totali."
    )
}
