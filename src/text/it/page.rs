//! Words of the page.
#![allow(missing_docs, reason = "each name says where its words stand")]

pub const START: &str = "Inizio";
pub const START_LEAD: &str = "Rispondi a qualche domanda: vedi se l'avviso ti riguarda, quali sostegni prevede, fino a quanto possono arrivare e perché, e quali documenti servono. Alla fine puoi scaricare una domanda già compilata.";
pub const START_TIME_TITLE: &str = "Quanto tempo serve";
pub const START_TIME: &str =
    "Circa 10 minuti. Puoi dire «Non lo so» e tornare indietro quando vuoi: non si perde niente.";
pub const START_AT_HAND_TITLE: &str = "Che cosa tenere vicino";
pub const START_AT_HAND: [&str; 3] = [
    "il certificato di disabilità grave (legge 104, articolo 3 comma 3), se c'è",
    "le spese della casa: affitto, bollette, condominio",
    "i costi dell'assistenza o dei lavori, se li conosci",
];
pub const START_DATA_TITLE: &str = "Che fine fanno le risposte";
pub const START_DATA: &str = "Restano in questo browser, su questo dispositivo. Non le riceve nessuno e non vengono salvate: se chiudi o ricarichi la pagina si cancellano.";
pub const START_NOT_TITLE: &str = "Che cosa non è";
pub const START_NOT: &str =
    "Non è una decisione e non vale come domanda. Decide l'ufficio, dopo aver conosciuto la persona e il suo progetto.";
pub const START_BUTTON: &str = "Inizia";
pub const RESUME_BUTTON: &str = "Riprendi da dove eri";
pub const NEXT: &str = "Avanti";
pub const BACK: &str = "Indietro";
pub const WHY: &str = "Perché lo chiediamo";
pub const WHERE: &str = "Dove si trova";
pub const PROBLEM: &str = "C'è un problema";
pub const CHOOSE: &str = "Scegli una risposta per andare avanti.";
pub const CHOOSE_MUNICIPALITY: &str = "Scegli il Comune per andare avanti.";
pub const CHOOSE_SUPPORTS: &str = "Puoi sceglierne più di uno.";
pub const NONE_OF_THESE: &str = "Se ora non ne scegli nessuno vedi solo requisiti e documenti.";
pub const DATE_HINT: &str = "Giorno, mese e anno: per esempio 12/03/1990";
pub const MONEY_HINT: &str = "In euro: per esempio 450 oppure 1.234,56. Se non c'è scrivi 0.";
pub const REVIEW: &str = "Che cosa abbiamo capito";
pub const REVIEW_LEAD: &str = "Controlla le risposte. Puoi cambiarle tutte.";
pub const REVIEW_UNUSED: &str =
    "Queste risposte non servono più e non vengono usate. Le ritrovi se torni a quella scelta:";
pub const CHANGE: &str = "Cambia";
pub const TO_RESULT: &str = "Vedi il risultato";
pub const TO_MISSING: &str = "Rispondi alle domande rimaste";
pub const RESULT: &str = "Risultato";
pub const TOTALS: &str = "Nel primo anno, al massimo";
pub const TOTAL_STATED: &str = "Massimo indicato dall'avviso";
pub const TOTAL_TO_VERIFY: &str = "Da verificare con l'ufficio (non compreso sopra)";
pub const FOR_PERSON: &str = "per la persona";
pub const FOR_DWELLING: &str = "per l'abitazione, chiunque ci viva";
pub const SUPPORTS: &str = "I sostegni, uno per uno";
pub const AT_MOST: &str = "fino a";
pub const CALCULATION: &str = "Come si arriva a questa cifra";
pub const TO_KNOW: &str = "Da sapere";
pub const REQUIREMENTS: &str = "I requisiti, uno per uno";
pub const PRIORITIES: &str = "Le priorità di accesso";
pub const PRIORITIES_LEAD: &str =
    "L'avviso dà la precedenza ad alcune situazioni. Non fa un elenco in ordine: lo valuta l'ufficio.";
pub const PRIORITIES_NONE: &str = "Dalle risposte non risulta nessuna priorità. Non è un ostacolo.";
pub const PRIORITIES_OTHER: &str = "Le altre priorità";
pub const BUDGET: &str = "Il budget del progetto";
pub const BUDGET_PROGRAMME: &str = "Parte a carico del programma";
pub const BUDGET_AT_MOST: &str = "al massimo";
pub const NEXT_STEPS: &str = "E adesso";
pub const TO_DOCUMENTS: &str = "Vedi i documenti da preparare";
pub const DOCUMENTS: &str = "Documenti da preparare";
pub const DOCUMENTS_LEAD: &str = "Spunta quelli che hai già. Le spunte restano finché la pagina è aperta.";
pub const WHO_GIVES: &str = "Chi lo rilascia";
pub const BECAUSE: &str = "Serve per";
pub const ALWAYS: &str = "Serve sempre";
pub const TO_PERSON: &str = "Prepara la domanda";
pub const PERSON: &str = "Dati per la domanda";
pub const PERSON_LEAD: &str = "Servono solo per compilare la domanda. Restano su questo dispositivo. Puoi lasciare vuoto quello che vuoi: lo scriverai a mano.";
pub const BENEFICIARY: &str = "La persona con disabilità";
pub const SUBMITTER: &str = "Chi presenta la domanda";
pub const ROLE: &str = "Chi presenta la domanda lo fa come";
pub const PLACE: &str = "Luogo della firma";
pub const TO_APPLICATION: &str = "Vedi la domanda";
pub const APPLICATION: &str = "La domanda";
pub const APPLICATION_LEAD: &str = "Ecco che cosa ci sarà scritto. Controllala, poi scaricala.";
pub const DOWNLOAD: &str = "Scarica la domanda (PDF)";
pub const DOWNLOADING: &str = "Preparo il PDF…";
pub const DOWNLOADED: &str = "Il PDF è pronto: lo trovi tra i file scaricati.";
pub const DOWNLOAD_FAILED: &str =
    "Il PDF non è stato preparato. Le risposte ci sono ancora tutte: controlla la connessione e riprova.";
pub const FILE_NAME: &str = "domanda.pdf";
pub const HAND_IN: &str = "Come si consegna";
pub const LETTER: &str = "Scrivi all'ufficio";
pub const LETTER_LEAD: &str =
    "Un testo pronto per chiedere un appuntamento. Non contiene dati personali: se vuoi li aggiungi tu.";
pub const LETTER_SEND: &str = "Apri nel programma di posta";
pub const DAYS: &str = "Date da non perdere";
pub const DAYS_SAVE: &str = "Salva nel calendario";
pub const CALENDAR_FILE: &str = "date.ics";
pub const OFFICE: &str = "A chi chiedere";
pub const TELEPHONE: &str = "Telefono";
pub const EMAIL: &str = "E-mail";
pub const PEC: &str = "PEC";
pub const WEB: &str = "Sito";
pub const HOURS: &str = "Orari";
pub const PRINT: &str = "Stampa questa pagina";
pub const SOURCE: &str = "Fonte";
pub const RESUME: &str = "Riprendi una domanda";
pub const RESUME_LEAD: &str =
    "Apri il PDF della domanda fatta qui, o un file salvato. Il file resta su questo dispositivo.";
pub const RESUME_FILE: &str = "Scegli il file, o trascinalo qui";
pub const RESUME_EMPTY: &str = "Il file si può aprire: le risposte tornano come erano.";
pub const RESUME_OVER: &str =
    "Qui ci sono già delle risposte. Se apri il file, le risposte di adesso vengono sostituite.";
pub const RESUME_CAPTION: &str = "Le risposte di adesso e quelle del file";
pub const RESUME_HERE: &str = "Adesso";
pub const RESUME_THERE: &str = "Nel file";
pub const RESUME_TAKE: &str = "Apri il file";
pub const RESUME_LEAVE: &str = "Lascia tutto com'è";
pub const RESUME_ALTERED: &str = "Attenzione: i dati nel file non sono quelli del documento stampato. Qualcuno può averli cambiati: controlla ogni risposta.";
pub const RESUME_OTHER_VERSION: &str = "Il file è stato fatto con un'altra versione dell'avviso: controlla le risposte, qualche regola può essere cambiata.";
pub const WAITING: &str = "Un momento…";
pub const WAITING_FAILED: &str =
    "Il resto della pagina non è arrivato. Le risposte ci sono ancora tutte: controlla la connessione e riprova.";
pub const TRY_AGAIN: &str = "Riprova";
pub const MADE_OF: &str = "Da quali sostegni";
pub const WHERE_FROM: &str = "Da dove vengono queste cifre";
pub const WHY_SO: &str = "Da che cosa dipende";
pub const YEARS: &str = "Gli anni che vengono";
pub const YEARS_LEAD: &str = "Il primo anno è una stima. Gli altri sono una proiezione: dipendono dai fondi, dal progetto e dalla casa, e nessuno li assicura.";
pub const RULES: &str = "Le regole da conoscere";
pub const TOOLS: &str = "Prova e confronta";
pub const TOOLS_LEAD: &str = "Le risposte date non cambiano finché non lo decidi tu.";
pub const TRIAL: &str = "Che cosa cambia se…";
pub const TRIAL_LEAD: &str = "Scegli una risposta da cambiare per prova.";
pub const TRIAL_KEPT: &str = "Vedrai il risultato di adesso accanto a quello nuovo, prima di decidere quale tenere.";
pub const TRIAL_CAPTION: &str = "Il risultato di adesso e quello con la risposta di prova";
pub const TRIAL_NOW: &str = "Adesso";
pub const TRIAL_THEN: &str = "Con la prova";
pub const TRIAL_KEEP: &str = "Tieni la risposta di prova";
pub const TRIAL_LEAVE: &str = "Lascia tutto com'è";
pub const COMPARISON: &str = "Confronta le case";
pub const COMPARISON_LEAD: &str = "Le stesse risposte in case diverse. Per ogni casa puoi scrivere i suoi costi.";
pub const COMPARISON_CAPTION: &str = "Le case a confronto";
pub const SHEET: &str = "Il budget della casa";
pub const SHEET_LEAD: &str = "Per chi abita insieme: i costi della casa una volta sola, quelli di ogni persona, e quanto serve oltre al programma. Le cifre restano in questa pagina.";
pub const SHEET_NOTHING: &str = "Il budget riguarda chi va ad abitare fuori dalla famiglia. Tra i sostegni scelti non ce n'è uno per abitare: puoi aggiungerlo per prova.";
pub const SHEET_CHOOSE: &str = "Cambia i sostegni scelti";
pub const SHEET_DWELLING: &str = "La casa";
pub const SHEET_RESIDENTS: &str = "Quante persone con disabilità ci abitano";
pub const SHEET_PERSONS: &str = "Le persone";
pub const SHEET_MONTHLY: &str = "Ogni mese";
pub const SHEET_FIGURES: &str = "Come si compone il budget";
pub const ANSWERS_FILE: &str = "Il file delle risposte";
pub const ANSWERS_BESIDE: &str = "L'archivio di questo ufficio prende il PDF senza file dentro. Salva anche il file delle risposte e consegnalo insieme: così l'ufficio non deve riscriverle, e tu puoi riprendere la domanda da lì.";
pub const ANSWERS_SAVE: &str = "Salva il file delle risposte";
pub const PLACES: &str = "Luoghi trovati";
pub const PLACES_MISSING: &str =
    "L'elenco dei Comuni e degli Stati non è arrivato: scrivi il nome per intero, va bene lo stesso.";
pub const STAMP: &str = "Stima del {day}, avviso {notice} versione {version}.";
pub const BROKEN: &str = "Questa pagina in questo momento non funziona";
pub const BROKEN_LEAD: &str =
    "I dati dell'avviso non si possono leggere. Non dipende da te. Puoi chiedere le stesse informazioni qui:";
pub const BROKEN_ANYONE: &str = "Chiedi all'ufficio servizi sociali del tuo Comune.";

/// "Domanda 3 di 18 · La persona"; "di almeno 9" while how many follow is not settled.
pub fn progress(at: usize, of: usize, settled: bool, section: &str) -> String {
    let at_least = if settled { "" } else { "almeno " };
    format!("Domanda {at} di {at_least}{of} · {section}")
}

/// How many places are offered, for who does not see the list.
pub fn places_found(count: usize) -> String {
    match count {
        0 => String::new(),
        1 => "1 luogo: freccia giù per sceglierlo.".into(),
        count => format!("{count} luoghi: freccia giù per scegliere."),
    }
}

/// How many lines of a comparison differ.
pub fn differing(lines: usize) -> String {
    match lines {
        0 => "Non cambia nessuna riga.".into(),
        1 => "Cambia 1 riga.".into(),
        lines => format!("Cambiano {lines} righe."),
    }
}

/// What a scale's total looks like.
pub fn scale_hint(at_most: u32) -> String {
    format!("Da 0 a {at_most}, anche con mezzo punto: per esempio 3,5")
}

/// A character that the document's fonts lack.
pub fn missing_glyph(place: &str, character: &str) -> String {
    format!(
        "Nel campo «{place}» c'è il carattere «{character}», che il PDF non sa scrivere. Sostituiscilo e riprova: le risposte ci sono ancora tutte."
    )
}
