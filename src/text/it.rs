//! The product's own words in Italian. Words about a programme are in its data.

use crate::application::Signing;
use crate::assess::{BudgetState, Outcome, PriorityState, SupportState};
use crate::programme::Role;

/// Shown where no support was chosen.
pub const NO_SUPPORT: &str = "Nessun sostegno scelto";
/// A municipality that the notice does not list.
pub const OTHER_MUNICIPALITY: &str = "Un altro Comune";
/// Before the names of questions without an answer.
pub const MISSING: &str = "Manca ancora";
/// A requirement that the answers do not contradict.
pub const REQUIREMENT_MET: &str = "Dichiarato";
/// A requirement that the office has to look at.
pub const REQUIREMENT_TO_VERIFY: &str = "Da verificare con l'ufficio";
/// A requirement that the answers contradict.
pub const REQUIREMENT_NOT_MET: &str = "Non risulta dalle risposte";
/// Heading of documents that the notice requires.
pub const REQUIRED_DOCUMENTS: &str = "Richiesti dall'avviso";
/// Heading of documents that the notice does not require.
pub const USEFUL_DOCUMENTS: &str = "Non richiesti dall'avviso, ma utili";
/// Before the answers that made something what it is.
pub const RESTS_ON: &str = "Contano queste risposte";
/// Before a state that another answer would lead to.
pub const BECOMES: &str = "Diventa";
/// Something cannot be said yet.
pub const ANSWER_MISSING: &str = "Manca una risposta";
/// "I do not know".
pub const UNKNOWN: &str = "Non lo so";

/// What all requirements come to, as a heading: what a person needs to read first.
pub fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoObstacle => "Dalle risposte non risultano ostacoli",
        Outcome::ToVerify => "C'è qualcosa da verificare con l'ufficio",
        Outcome::Obstacle => "Dalle risposte risulta un ostacolo",
        Outcome::Incomplete => "Manca ancora qualche risposta",
    }
}

/// What that means and what to do.
pub fn outcome_means(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoObstacle => {
            "I requisiti dell'avviso che abbiamo potuto controllare risultano dalle risposte. Li verifica l'ufficio, che decide anche gli importi."
        }
        Outcome::ToVerify => {
            "Non è un no. Un requisito dipende da una valutazione che solo l'ufficio può fare: più sotto trovi quale, e a chi chiedere."
        }
        Outcome::Obstacle => {
            "Almeno un requisito dell'avviso non risulta. Più sotto trovi quale, perché, e che cosa puoi fare. Se hai dubbi parlane con l'ufficio prima di rinunciare."
        }
        Outcome::Incomplete => {
            "Non è un no: per dire qualcosa di più servono le risposte indicate sotto. Puoi completarle quando le hai."
        }
    }
}

/// What all requirements come to, in a few words.
pub fn outcome_short(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::NoObstacle => "tutti dichiarati, nessun ostacolo risulta",
        Outcome::ToVerify => "da verificare con l'ufficio",
        Outcome::Obstacle => "almeno uno non risulta",
        Outcome::Incomplete => "mancano risposte",
    }
}

/// An age in completed years.
pub fn age(years: u16) -> String {
    if years == 1 { "1 anno".into() } else { format!("{years} anni") }
}

/// A role, as the application names it.
pub fn role(role: Role) -> &'static str {
    match role {
        Role::Oneself => "Persona con disabilità",
        Role::Relative => "Familiare",
        Role::Guardian => "Tutore",
        Role::Curator => "Curatore",
        Role::SupportAdministrator => "Amministratore di sostegno",
        Role::Body => "Ente o associazione, con il suo legale rappresentante",
        Role::Municipality => "Comune",
    }
}

/// Who signs the declarations, and what to do where that is not possible. The articles are those of DPR 445/2000.
pub fn who_signs(signing: Signing) -> &'static str {
    match signing {
        Signing::Person => {
            "Le dichiarazioni le firma la persona con disabilità. Se non sa o non può firmare, le fa a voce davanti al funzionario del Comune, che lo scrive (DPR 445/2000, art. 4, comma 1)."
        }
        Signing::PersonNotRelative => {
            "Un familiare può consegnare la domanda. Non può firmare le dichiarazioni al posto di una persona adulta: le firma la persona. Se non sa o non può firmare, le fa a voce davanti al funzionario del Comune (DPR 445/2000, art. 4, comma 1). Se per un certo tempo la salute glielo impedisce, davanti al funzionario può dichiarare il coniuge o, se manca, un figlio o un altro parente fino al terzo grado (art. 4, comma 2)."
        }
        Signing::Parent => "La persona è minorenne: firma chi ha la responsabilità genitoriale (DPR 445/2000, art. 5).",
        Signing::Guardian => {
            "Firma il tutore, al posto della persona (DPR 445/2000, art. 5). Alla domanda va unito il decreto di nomina."
        }
        Signing::PersonWithCurator => {
            "Firma la persona, assistita dal curatore: servono tutte e due le firme (DPR 445/2000, art. 5). Alla domanda va unito il decreto di nomina."
        }
        Signing::AsDecreeSays => {
            "Chi firma lo dice il decreto di nomina. Se dà all'amministratore la rappresentanza, firma l'amministratore. Se gli dà solo l'assistenza, firmano la persona e l'amministratore. Alla domanda va unito il decreto."
        }
        Signing::PersonAndBody => {
            "Chi presenta la domanda firma per l'ente. Le dichiarazioni sulla persona le firma la persona, o chi la rappresenta per legge."
        }
    }
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

/// A support's state, as a label.
pub fn support_state(state: SupportState) -> &'static str {
    match state {
        SupportState::Included => "Previsto dall'avviso",
        SupportState::ToVerify => "Da verificare",
        SupportState::Excluded => "Escluso dall'avviso in questo caso",
        SupportState::Incomplete => "Manca una risposta",
        SupportState::NotWanted => "Non richiesto",
    }
}

/// A priority's state, as a label.
pub fn priority_state(state: PriorityState) -> &'static str {
    match state {
        PriorityState::Applies => "Sembra valere",
        PriorityState::ToVerify => "Da verificare",
        PriorityState::DoesNotApply => "Non risulta",
        PriorityState::Unknown => "Manca una risposta",
    }
}

/// The budget check, as a sentence.
pub fn budget(state: BudgetState) -> &'static str {
    match state {
        BudgetState::Within => {
            "Il programma resta entro la parte massima del budget: il resto è messo da persona, famiglia e Comune."
        }
        BudgetState::Over => {
            "Il programma supera la parte massima del budget. È un avvertimento, non un taglio: l'importo si concorda nel progetto."
        }
        BudgetState::Unknown => "Con queste risposte il controllo del budget non si può fare.",
    }
}

/// Words of the office's desk.
pub mod desk {
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
    pub const OTHER_VERSION: &str = "Fatta con un'altra versione dell'avviso: controllare a mano";
    pub const STATED: &str = "indicato";
    pub const NOW: &str = "ricalcolato";

    /// What the table holds, in a sentence.
    pub fn summary(all: usize, missing: usize, differing: usize) -> String {
        format!("Domande aperte: {all}. Con risposte che mancano: {missing}. Con importi diversi: {differing}.")
    }
}

/// Words of the letter to the office and of the calendar.
pub mod letter {
    #![allow(missing_docs, reason = "each name says where its words stand")]

    pub const SUBJECT: &str = "richiesta di un appuntamento";
    pub const BODY: &str = "Buongiorno,\n\nvorrei un appuntamento per parlare di una domanda per «{notice}».\n\nHo preparato una bozza della domanda e l'elenco dei documenti. Vorrei sapere se i fondi ci sono ancora, quale modulo serve e che cosa portare.\n\nGrazie.";
    pub const OPENS: &str = "Si può fare domanda da oggi";
    pub const CLOSES: &str = "Ultimo giorno per la domanda";
}

/// Words of comparisons.
pub mod compare {
    #![allow(missing_docs, reason = "each name says where its words stand")]

    pub const PERSON: &str = "Primo anno, per la persona";
    pub const DWELLING: &str = "Primo anno, per l'abitazione";
    pub const PERSON_TO_VERIFY: &str = "Da verificare, per la persona";
    pub const DWELLING_TO_VERIFY: &str = "Da verificare, per l'abitazione";
    pub const DIFFERS: &str = "≠ ";
    pub const DOCUMENTS: &str = "Documenti richiesti dall'avviso";
    pub const LEGEND: &str = "≠ segna le righe che cambiano.";
    pub const EACH: &str = "A testa circa";
}

/// Words of the years ahead and of the budget of several residents.
pub mod ahead {
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
}

/// Words of the page.
pub mod page {
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
    pub const START_NOT: &str = "Non è una decisione e non vale come domanda. Decide l'ufficio, dopo aver conosciuto la persona e il suo progetto.";
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
    pub const TRIAL_KEPT: &str =
        "Vedrai il risultato di adesso accanto a quello nuovo, prima di decidere quale tenere.";
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
}

/// Words of the application.
pub mod form {
    #![allow(missing_docs, reason = "each name says where its words stand")]

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
}
