//! Words of the editor, in which an office writes its notice.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const TITLE: &str = "Redazione";
pub const LEAD: &str = "Qui un ufficio scrive o corregge il suo avviso. Niente viene inviato: alla fine salvi un file e lo dai a chi cura il sito.";
pub const FROM_DESK: &str = "Scrivi o correggi un avviso";

pub const OPEN: &str = "Da dove si comincia";
pub const OPEN_ANOTHER: &str = "Apri un altro avviso";
pub const OPEN_PAGE: &str = "L'avviso di questa pagina";
pub const OPEN_EMPTY: &str = "Un avviso nuovo";
pub const OPEN_PUBLISHED: &str = "Un avviso pubblicato qui";
pub const OPEN_IT: &str = "Apri";
pub const OPEN_FILE: &str = "Un file dal tuo dispositivo";
pub const NO_CATALOGUE: &str =
    "L'elenco degli avvisi pubblicati non è arrivato. Puoi aprire l'avviso di questa pagina o un file.";
pub const NOT_FETCHED: &str = "Questo avviso non è arrivato. Riprova, o aprilo da un file.";
pub const NOT_TEXT: &str = "Questo file non si riesce a leggere: serve il file di un avviso, che finisce con .json.";
pub const TOO_LARGE: &str = "Questo file è troppo grande per essere un avviso.";
pub const IS_PROGRAMME: &str = "Questo è il file di un programma regionale, non di un avviso.";
pub const NO_NOTICE: &str = "Questo file non è un avviso: non ha nessuna delle sue voci.";
pub const UNSAVED: &str = "Hai modifiche che non sono in nessun file. Se apri un altro avviso si perdono.";
pub const OPEN_ANYWAY: &str = "Apri e perdi le modifiche";
pub const STAY: &str = "Resta qui";

pub const SAVE: &str = "Salva il file";
pub const ALL_WELL: &str = "Nessun errore: il file è pronto.";
pub const COMING: &str = "Il programma regionale sta arrivando: poi si controllano anche gli importi.";
pub const TO_MEND: &str = "Da correggere";
pub const NOT_YET: &str = "L'anteprima aspetta: mostra l'avviso appena non ci sono errori.";

pub const OPTIONAL: &str = "(facoltativo)";
pub const NOT_SAID: &str = "Non indicato";
pub const CHOOSE: &str = "Scegli";
pub const MISSING: &str = "questo dato manca";
pub const NO_OBJECT: &str = "serve un oggetto tra parentesi graffe {…}";
pub const REMOVE: &str = "Togli";
pub const REMOVED: &str = "Tolto.";
pub const PUT_BACK: &str = "Rimetti";
pub const NEW: &str = "da scrivere";
pub const RAW: &str = "JSON, tra parentesi graffe.";

pub const PLACE: &str = "Nome del Comune";
pub const PLACE_HELP: &str = "Scrivi le prime lettere e scegli: il codice catastale si scrive da sé.";
pub const ADD_PLACE: &str = "Aggiungi il Comune";
pub const BY_HAND: &str = "Aggiungi a mano";
pub const NO_PLACE: &str = "Non è tra i Comuni di oggi: scegli un nome dell'elenco, o aggiungilo a mano.";
pub const WHICH_PLACE: &str = "Più Comuni hanno questo nome: scegli quello con la provincia giusta.";
pub const NO_PLACES: &str = "L'elenco dei Comuni non è arrivato: aggiungili a mano, con il codice catastale.";

pub const PREVIEW: &str = "Anteprima";
pub const PREVIEW_LEAD: &str = "È il servizio vero, con l'avviso che stai scrivendo. Le risposte di prova restano qui.";
pub const REFRESH: &str = "Aggiorna l'anteprima";
pub const PREVIEW_FAILED: &str = "L'anteprima non è arrivata. Il file si può salvare lo stesso.";

pub const SET_HERE: &str = "Lo fissa l'ufficio: qui si può cambiare.";
pub const MAY_BE_LOWERED: &str = "È un massimale: l'avviso può abbassarlo, non alzarlo.";
pub const MAY_NOT_CHANGE: &str = "Lo fissa la Regione: un avviso non lo cambia.";

/// What the programme says of a number.
pub fn in_programme(value: &str, document: &str, section: &str, page: u16) -> String {
    format!("Nel programma: {value} ({document}, «{section}», pagina {page}).")
}

/// A programme that is not on the site.
pub fn no_programme(id: &str) -> String {
    format!("il programma \"{id}\" non si trova")
}

/// A text that ends too early.
pub fn cut_short(line: usize, column: usize) -> String {
    format!("il testo finisce prima del tempo (riga {line}, colonna {column}): forse è stato copiato solo in parte")
}

/// A text that is no JSON.
pub fn not_json(line: usize, column: usize) -> String {
    format!("non è JSON corretto (riga {line}, colonna {column})")
}

/// Which file was not opened, and why.
pub fn refused(file: &str, why: &str) -> String {
    format!("{file}: {why} Quello che stavi scrivendo è rimasto com'era.")
}

/// How many things are to be corrected.
pub fn to_mend(count: usize) -> String {
    match count {
        1 => "1 cosa da correggere".into(),
        count => format!("{count} cose da correggere"),
    }
}

/// What was saved.
pub fn saved(file: &str, faults: usize) -> String {
    match faults {
        0 => format!("Salvato come {file}, tra i file scaricati."),
        count => format!("Salvato come {file}, tra i file scaricati. Non è ancora da pubblicare: {}.", to_mend(count)),
    }
}
