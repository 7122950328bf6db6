//! Words of the years ahead and of the budget of several residents.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const YEAR: &str = "Anno";
pub const ESTIMATE: &str = "stima";
pub const PROJECTION: &str = "proiezione";
pub const TO_VERIFY: &str = " (da verificare)";
pub const YEARS_CAPTION: &str = "Importi massimi anno per anno";
pub const ALL_PERSON: &str = "Insieme per la persona, senza quelli da verificare";
pub const ALL_DWELLING: &str = "Insieme per l'abitazione, senza quelli da verificare";
pub const SHEET_CAPTION: &str = "Il budget del primo anno, persona per persona";
pub const LINE: &str = "Voce";
pub const RESIDENT: &str = "Persona";
pub const DWELLING: &str = "Tutta la casa";
pub const PART: &str = "divisa in parti uguali";
pub const PROGRAMME: &str = "In tutto dal programma";
pub const RESOURCES: &str = "Da persona, famiglia e Comune";
pub const ALL: &str = "Budget del progetto";
pub const NEEDED: &str = "Minimo da persona, famiglia e Comune perché il programma resti entro {share}";
/// What a support can reach in a phase.
pub fn phase_at_most(support: &str, phase: &str, amount: &str, years: u32) -> String {
    match years {
        1 => format!("{support}, fase {phase}: fino a {amount} all'anno."),
        years => format!("{support}, fase {phase}: fino a {amount} in {years} anni, divisi in parti uguali."),
    }
}

/// A phase and its edition.
pub fn phase(phase: &str, edition: u32) -> String {
    format!("fase {phase}, edizione {edition}")
}

pub const OPEN: &str = "Mancano ancora delle cifre: quando ci sono, qui vedi quanto manca o avanza.";
