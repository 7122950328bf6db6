//! Words of the application.
#![allow(missing_docs, reason = "each name says where its words stand")]

use crate::programme::Municipality;

pub const TITLE: &str = "Domanda di accesso";
pub const TO: &str = "All'ufficio servizi sociali del Comune di residenza, per";
pub const DRAFT: &str = "Bozza preparata con i dati dichiarati da chi compila. Il modulo ufficiale da consegnare è quello dell'ufficio: questa bozza serve a compilarlo e a parlarne con l'assistente sociale.";
pub const SUMMARY: &str = "In breve";
pub const BENEFICIARY: &str = "Persona con disabilità";
pub const SUBMITTER: &str = "Chi presenta la domanda";
pub const ONESELF: &str = "la persona stessa";
pub const ROLE: &str = "In qualità di";
pub const RESIDENCE: &str = "Comune di residenza";
pub const BIRTH_DATE: &str = "Data di nascita";
pub const ASKED: &str = "Sostegni richiesti";
pub const ASKED_CAPTION: &str = "Sostegni richiesti, con gli importi massimi indicati dall'avviso";
pub const REQUIREMENTS: &str = "Requisiti";
pub const REQUIREMENT: &str = "Requisito";
pub const STATED: &str = "Dalle risposte";
pub const SOURCE: &str = "Fonte";
pub const REQUIRED_DOCUMENTS: &str = "Allegati richiesti";
pub const DECLARED: &str = "Requisiti dichiarati";
pub const DECLARED_CAPTION: &str = "Ogni requisito, con quello che risulta dalle risposte";
pub const ANSWERS: &str = "Risposte date";
pub const SUPPORT: &str = "Sostegno";
pub const STATE: &str = "Situazione";
pub const AT_MOST: &str = "Importo massimo";
pub const FIRST_YEAR: &str = "Primo anno";
pub const NO_AMOUNT: &str = "–";
pub const ATTACHMENTS: &str = "Allegati";
pub const DECLARATIONS: &str = "Dichiarazioni";
pub const DECLARES: &str = "Chi firma dichiara:";
pub const PRIVACY: &str = "Trattamento dei dati personali: presa visione";
pub const PLACE_AND_DATE: &str = "Luogo e data";
pub const DATE: &str = "data";
pub const WHO_SIGNS: &str = "Chi firma";
pub const HOW_TO_SIGN: &str = "Si firma davanti al funzionario che riceve la domanda, oppure si unisce la copia di un documento d'identità di chi firma (DPR 445/2000, art. 38).";
pub const DATA_FILE: &str = "domanda.json";
pub const DATA_DESCRIPTION: &str = "I dati della domanda, per riaprirla o per non doverli riscrivere.";
pub const PAGE: &str = "Pagina {n} di {m}";
pub const BLANK: &str = "da compilare a mano";
pub const CHECKED: &str = "allegato";
pub const UNCHECKED: &str = "da allegare";
pub const UNLISTED_PLACE: &str =
    "Questo luogo non è nell'elenco dei Comuni e degli Stati: ricontrolla come è scritto. Se è giusto, lascialo così.";
pub const BODY_TAX_CODE: &str = "Il codice fiscale di un ente ha 11 cifre: controlla se ne manca o ne avanza qualcuna.";

pub const ABROAD: &str = "Stato estero";

/// With the birth date.
pub fn born(day: &str) -> String {
    format!("nata/o il {day}")
}

/// Of a place that is no more.
pub fn until(year: u16) -> String {
    format!("fino al {year}")
}

/// A postal code that is not that of the municipality answered.
pub fn other_postal_code(answered: &Municipality) -> String {
    format!("Nell'avviso il CAP di {} è {}: ricontrollalo.", answered.name, answered.postal_code)
}

/// A town that is not the municipality answered.
pub fn other_town(answered: &Municipality) -> String {
    format!("Nelle risposte il Comune di residenza è {}: ricontrolla quale dei due è giusto.", answered.name)
}

/// A place of birth that is not the one in the codice fiscale.
pub fn other_birth_place(in_code: &str) -> String {
    format!("Nel codice fiscale il luogo di nascita è {in_code}, diverso da quello scritto: ricontrollali.")
}
