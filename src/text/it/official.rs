//! Words of the office's own form.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const TITLE: &str = "Il modulo dell'ufficio";
pub const LEAD: &str = "L'ufficio ha un suo modulo, che è quello da consegnare. Qui lo compiliamo con le tue risposte e i dati che hai scritto: quello che non sappiamo resta vuoto.";
pub const CHECK: &str = "Prima di firmarlo controlla ogni campo e completa quelli vuoti.";
pub const NOT_ARCHIVAL: &str = "Il modulo compilato non è un file per l'archivio: quello da conservare è la domanda in PDF/A, che si scarica qui sopra.";
pub const WHAT: &str = "Che cosa scriviamo nel modulo";
pub const NOTHING: &str = "Per ora niente: nessuna risposta riguarda i campi del modulo.";
pub const FILL: &str = "Compila il modulo dell'ufficio (PDF)";
pub const BLANK: &str = "Apri il modulo vuoto";
pub const FILLING: &str = "Compilo il modulo…";
pub const FILLED: &str = "Il modulo è compilato: lo trovi tra i file scaricati.";
pub const FILE_NAME: &str = "modulo-compilato.pdf";
pub const LEFT_TITLE: &str = "Non sono entrati nel modulo";
pub const LEFT_LEAD: &str =
    "Il campo rimanda al foglio allegato, oppure resta vuoto. Scarica il foglio, firmalo e uniscilo al modulo.";
pub const SHEET_DOWNLOAD: &str = "Scarica il foglio allegato (PDF)";
pub const SHEET_FILE_NAME: &str = "foglio-allegato.pdf";
pub const SHEET: &str = "Foglio allegato al modulo";
pub const SHEET_LEAD: &str =
    "Questo foglio va unito al modulo e riporta per intero i dati che non sono entrati nei campi.";
pub const SHEET_VALUES: &str = "Dati";
pub const SHEET_SIGNED: &str = "Firma di chi firma il modulo";
pub const FULL_NAME: &str = "Cognome e nome";
pub const FIRST_YEAR: &str = "nel primo anno, al massimo";
pub const TICKED: &str = "da spuntare";
pub const NOT_TICKED: &str = "da non spuntare";
pub const NO_SUCH_FIELD: &str = "il modulo non ha questo campo";
pub const NO_SUCH_OPTION: &str = "il modulo non ha questa scelta";
pub const READ_ONLY: &str = "il modulo non lascia scrivere in questo campo";
pub const DOES_NOT_FIT: &str = "nel campo non c'è posto";
pub const NOT_ARRIVED: &str =
    "Il modulo non è arrivato. Le risposte ci sono ancora tutte: controlla la connessione e riprova.";

/// A field that has only its name in the form.
pub fn field(name: &str) -> String {
    format!("Campo «{name}»")
}

/// A letter that the form's font lacks.
pub fn not_in_font(character: char) -> String {
    format!("il tipo di carattere del modulo non ha «{character}»")
}

/// How many values did not go in.
pub fn left(values: usize) -> String {
    match values {
        1 => "Un dato non è entrato: lo trovi qui sotto.".into(),
        values => format!("{values} dati non sono entrati: li trovi qui sotto."),
    }
}

/// Why the form itself cannot be filled in, by the code of what reads PDFs, and what to do.
pub fn refused(code: &str) -> String {
    let why = match code {
        "only_xfa" => "Il modulo dell'ufficio si compila solo con Adobe Acrobat.",
        "encrypted" => "Il modulo dell'ufficio è protetto e da qui non si può compilare.",
        "no_form" => "Il modulo dell'ufficio non ha campi da compilare da qui.",
        _ => "Il modulo dell'ufficio non si legge.",
    };
    format!(
        "{why} Le risposte ci sono ancora tutte: scarica la domanda, che ti serve per compilare il modulo a mano, o chiedi aiuto all'ufficio."
    )
}
