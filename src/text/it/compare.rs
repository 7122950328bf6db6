//! Words of comparisons.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const PERSON: &str = "Primo anno, per la persona";
pub const DWELLING: &str = "Primo anno, per l'abitazione";
pub const PERSON_TO_VERIFY: &str = "Da verificare, per la persona";
pub const DWELLING_TO_VERIFY: &str = "Da verificare, per l'abitazione";
pub const DIFFERS: &str = "≠ ";
pub const DOCUMENTS: &str = "Documenti richiesti dall'avviso";
pub const LEGEND: &str = "≠ segna le righe che cambiano.";
pub const EACH: &str = "A testa circa";
