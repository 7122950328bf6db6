//! The page's own words; those with something in them stand in `sentences`. Words about a programme are in its data.

// The head.
pub(super) const TITLE: &str = "Le regole dell'avviso";
pub(super) const LEAD: &str = "Questa pagina dice in parole tutto ciò che lo strumento sa dell'avviso: che cosa chiede, che cosa ne ricava, fino a quanto arriva ogni sostegno, e dove sta scritto.";
pub(super) const LEAD_MADE: &str = "È ricavata dagli stessi dati che lo strumento usa, e nessuno la scrive a mano: quello che si legge qui è quello che le persone vedono, detto come a chiunque: la pagina lo rivolge poi a chi compila. Serve a chi approva l'avviso, per confrontarlo con i testi prima che sia pubblicato.";
pub(super) const CONTENTS: &str = "Indice";
pub(super) const PROGRAMME: &str = "Programma";
pub(super) const PURPOSE: &str = "A che cosa serve";
pub(super) const NOTICE: &str = "Avviso";
pub(super) const TERRITORY: &str = "Territorio";
pub(super) const MUNICIPALITIES: &str = "Comuni";
pub(super) const OFFICE: &str = "Ufficio";
pub(super) const RESOURCES: &str = "Risorse";
pub(super) const WINDOW: &str = "Quando si fa domanda";
pub(super) const FROM: &str = "Dal";
pub(super) const UNTIL: &str = "Fino al";
pub(super) const IN_FORCE: &str = "Quando vale il programma";
pub(super) const FOLLOWS: &str = "Prende il posto di";
pub(super) const URGENT: &str = "Prima di tutto, per chi è in pericolo";
pub(super) const ABOVE_RESULT: &str = "Sta anche sopra il risultato, quando";
pub(super) const RATE: &str = "tariffa";
pub(super) const DAYS_OF_MONTH: &str = "giorni di un mese";
pub(super) const SERVICE: &str = "Un aiuto, senza denaro.";
pub(super) const ONLY_WHEN: &str = "Si legge";
pub(super) const LEADS: &str = "A quali programmi porta";
pub(super) const OF_LEAD: &str = "Porta ai programmi";
pub(super) const NO_PRIORITIES: &str = "Nessuna situazione ha la precedenza.";
pub(super) const NO_LEADS: &str = "A nessun altro: è un programma, non un orientamento.";
pub(super) const PROGRAMMES: &str = "Programmi";
pub(super) const NO_APPLICATION: &str = "Per questo programma non c'è una domanda da presentare.";
pub(super) const CHANNEL: &str = "Come si consegna";
pub(super) const CAUTION: &str = "Sta accanto a ogni stima";
pub(super) const HEAD_READINGS: &str = "Titoli, finestra e consegna";
pub(super) const FOOT: &str = "Pagina ricavata dai dati di";
pub(super) const REVIEW: &str = "Che cosa manca a questi dati: fonti, traduzioni, testi facili, casi di prova";

// What deserves a look.
pub(super) const TO_LOOK_AT: &str = "Da guardare prima di approvare";
pub(super) const TO_LOOK_AT_LEAD: &str = "Qui l'avviso cambia il programma, oppure il testo lascia spazio a una lettura. Tutto il resto lo dice il testo, nel punto indicato.";
pub(super) const LOOK_CHANGED: &str = "Valori abbassati o fissati da questo avviso";
pub(super) const LOOK_ADDED: &str = "Regole che questo avviso aggiunge al programma";
pub(super) const LOOK_INFERRED: &str = "Letture scelte: il testo si può leggere in più modi";
pub(super) const LOOK_UNSTATED: &str = "Silenzi: il testo non lo dice";
pub(super) const LOOK_UNUSED: &str = "Domande e valori che nessuna regola usa";
pub(super) const NOTHING_TO_LOOK_AT: &str = "Niente.";
pub(super) const ADDED: &str = "aggiunto dall'avviso";

// Sections.
pub(super) const NUMBERS: &str = "Valori";
pub(super) const QUESTIONS: &str = "Domande";
pub(super) const REQUIREMENTS: &str = "Requisiti";
pub(super) const PRIORITIES: &str = "Priorità di accesso";
pub(super) const SUPPORTS: &str = "Sostegni";
pub(super) const TOGETHER: &str = "Quali sostegni stanno insieme";
pub(super) const BUDGET: &str = "Budget del progetto, durata e confronti";
pub(super) const REASONS: &str = "Frasi che spiegano un'esclusione, un dubbio, un'avvertenza";
pub(super) const DOCUMENTS: &str = "Documenti";
pub(super) const CHAPTERS: &str = "Altre regole";
pub(super) const DECLARATIONS: &str = "Dichiarazioni e dati personali";
pub(super) const OFFICIAL_FORM: &str = "Il modulo dell'ufficio";
pub(super) const SOURCES: &str = "Testi citati";

// Heads of columns and names of facts.
pub(super) const VALUE: &str = "Valore";
pub(super) const SETS: &str = "Che cosa fissa";
pub(super) const SET_BY: &str = "Chi lo fissa";
pub(super) const SOURCE: &str = "Fonte";
pub(super) const SHORT: &str = "Nome breve";
pub(super) const ANSWER: &str = "Risposta";
pub(super) const CHOICES: &str = "Scelte";
pub(super) const ASKED_WHEN: &str = "Si chiede";
pub(super) const MAY_NOT_KNOW: &str = "«Non lo so»";
pub(super) const WHY: &str = "Perché";
pub(super) const HELP: &str = "Dove si trova";
pub(super) const GUIDES: &str = "Per chi si blocca";
pub(super) const AT_HAND: &str = "Che cosa tenere vicino";
pub(super) const USED_BY: &str = "La usano";
pub(super) const MET_WHEN: &str = "È soddisfatto quando";
pub(super) const MET: &str = "Se è soddisfatto si legge";
pub(super) const TO_VERIFY: &str = "Se è da verificare si legge";
pub(super) const NOT_MET: &str = "Se non risulta si legge";
pub(super) const PRIORITY: &str = "Priorità";
pub(super) const HOLDS_WHEN: &str = "Sembra valere quando";
pub(super) const SHOWN_WITH: &str = "Con quali sostegni";
pub(super) const COUNTED_FOR: &str = "L'importo si conta";
pub(super) const NEEDED: &str = "Risposte necessarie";
pub(super) const AMOUNT: &str = "Come nasce l'importo";
pub(super) const COMPANION: &str = "Insieme a un altro sostegno";
pub(super) const REMARKS: &str = "Da sapere, senza che una risposta lo decida";
pub(super) const EFFECT: &str = "Effetto";
pub(super) const SENTENCE: &str = "Frase";
pub(super) const WHEN: &str = "Quando";
pub(super) const USED_IN: &str = "Dove si usa";
pub(super) const WITH: &str = "Con";
pub(super) const ACT_SAYS: &str = "Il testo";
pub(super) const PRECEDENCE: &str = "Chi sembra avere la precedenza";
pub(super) const CITED: &str = "Documenti a cui rimandano le fonti";
pub(super) const SENTENCES: &str = "Ogni frase, con quello che fa";
pub(super) const SO: &str = "Che cosa ne segue";
pub(super) const PHASE: &str = "Fase";
pub(super) const AT_MOST: &str = "Massimo di un'edizione";
pub(super) const ADDS: &str = "Aggiunge al massimo";
pub(super) const LASTS: &str = "Un'edizione dura";
pub(super) const EDITIONS: &str = "Edizioni al massimo";
pub(super) const DOCUMENT: &str = "Documento";
pub(super) const GIVEN_BY: &str = "Chi lo rilascia";
pub(super) const NEEDED_WHEN: &str = "Quando serve";
pub(super) const DECLARED: &str = "Chi firma dichiara";
pub(super) const DECLARATION: &str = "Dichiarazione";
pub(super) const PRIVACY: &str = "Dati personali";
pub(super) const SHARE_AT_MOST: &str = "Controllo";
pub(super) const RESIDENTIAL: &str = "Si controlla se c'è";
pub(super) const ALSO_COUNT: &str = "Contano anche";
pub(super) const SHEET: &str = "Foglio della casa";
pub(super) const HORIZON: &str = "Durata";
pub(super) const COMPARISON: &str = "Confronto";
pub(super) const FULL_TITLE: &str = "Titolo";
pub(super) const PAGES: &str = "Pagine citate";
pub(super) const ALWAYS: &str = "sempre";
pub(super) const ALL_SUPPORTS: &str = "con qualunque sostegno";
pub(super) const NOWHERE: &str = "nessuna regola";
pub(super) const EVERY_SUPPORT: &str = "ogni regola che guarda se un sostegno è richiesto";
pub(super) const NO_OFFICIAL_FORM: &str = "L'avviso non ha un modulo che lo strumento compili.";
pub(super) const FORM_LEAD: &str =
    "Lo strumento scrive nei campi solo quello che sa: senza risposta il campo resta com'è.";
pub(super) const FORM_FIELDS: &str = "I campi del modulo";
pub(super) const FORM_FIELD: &str = "Campo";
pub(super) const FORM_CONTENT: &str = "Che cosa ci va";
pub(super) const TICK: &str = "una spunta";
pub(super) const NO_CHAPTERS: &str = "I dati non ne contengono.";
pub(super) const COMPATIBILITY_GENERAL: &str = "i silenzi su due sostegni insieme";
pub(super) const PHASES: &str = "Importo per fase";
pub(super) const NUMBERS_OF_AMOUNT: &str = "Valori di questo importo";
pub(super) const COMPANION_NOTES: &str = "Avvertenze quando integra";
pub(super) const CLAUSES: &str = "Esclusioni, dubbi, avvertenze";

// The other readings of texts.
pub(super) const READINGS: &str = "Le altre letture";
pub(super) const ITALIAN: &str = "Italiano";
pub(super) const EASY: &str = "Facile da leggere";
pub(super) const ENGLISH: &str = "Inglese";

// Costs without a share.
pub(super) const ALL_OF: &str = "Tutto il costo";

// What a rule is called.
pub(super) const OF_QUESTION: &str = "Domanda";
pub(super) const OF_REQUIREMENT: &str = "Requisito";
pub(super) const OF_PRIORITY: &str = "Priorità";
pub(super) const OF_SUPPORT: &str = "Sostegno";
pub(super) const OF_PAIR: &str = "Sostegni insieme";
pub(super) const OF_BUDGET: &str = "Budget del progetto";
pub(super) const OF_DOCUMENT: &str = "Documento";
pub(super) const OF_CHAPTER: &str = "Altre regole";

// What a number sets.
pub(super) const SHARE_OF_COSTS: &str = "quota dei costi";
pub(super) const CEILING: &str = "massimale";
pub(super) const FIXED_SUM: &str = "somma fissa";
pub(super) const DAYS_AT_MOST: &str = "giorni al massimo";
pub(super) const AGE_FROM: &str = "età minima";
pub(super) const AGE_TO: &str = "età massima";
pub(super) const SHARE_OF_BUDGET: &str = "quota del budget, al massimo";
pub(super) const RESIDENTS_FROM: &str = "abitanti di una casa, almeno";
pub(super) const RESIDENTS_TO: &str = "abitanti di una casa, al massimo";
pub(super) const PROJECT_YEARS: &str = "anni del progetto";
