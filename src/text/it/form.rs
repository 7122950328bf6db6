//! Words of the application.
#![allow(missing_docs, reason = "each name says where its words stand")]

use crate::application::Signing;

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
pub const FILE_NAME: &str = "domanda.pdf";
pub const DATA_FILE: &str = "domanda.json";
pub const DATA_DESCRIPTION: &str = "I dati della domanda, per riaprirla o per non doverli riscrivere.";
pub const PAGE: &str = "Pagina {n} di {m}";
pub const BLANK: &str = "da compilare a mano";
pub const CHECKED: &str = "allegato";
pub const UNCHECKED: &str = "da allegare";
/// With the birth date.
pub fn born(day: &str) -> String {
    format!("nata/o il {day}")
}

/// The lines to sign on.
pub fn signatures(signing: Signing) -> &'static [&'static str] {
    match signing {
        Signing::Person => &["Firma della persona"],
        Signing::PersonNotRelative => {
            &["Firma della persona, per le dichiarazioni", "Firma del familiare che consegna"]
        }
        Signing::Parent => &["Firma di chi ha la responsabilità genitoriale"],
        Signing::Guardian => &["Firma del tutore"],
        Signing::PersonWithCurator => &["Firma della persona", "Firma del curatore"],
        Signing::AsDecreeSays => {
            &["Firma dell'amministratore di sostegno", "Firma della persona, se il decreto la chiede"]
        }
        Signing::PersonAndBody => &["Firma per l'ente", "Firma della persona o di chi la rappresenta"],
    }
}
