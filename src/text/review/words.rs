//! The page's own words. Words about a programme are in its data.

use super::{Gap, Theme};

pub(super) const TITLE: &str = "Che cosa manca";
pub(super) const LEAD: &str = "Questa pagina elenca quello che ancora manca ai dati di un avviso: le fonti da far guardare, le traduzioni, i testi facili, i casi di prova. Serve a chi aggiunge un programma o un avviso, e a chi lo approva.";
pub(super) const LEAD_MADE: &str = "È ricavata dai file stessi, e nessuno la scrive a mano. Ogni voce dice il file e le chiavi che portano al punto, con le parole che vi si leggono.";
pub(super) const NOTHING: &str = "Non manca niente: ogni voce è a posto.";
pub(super) const CONTENTS: &str = "Indice";
pub(super) const PROGRAMME: &str = "Programma";
pub(super) const NOTICE: &str = "Avviso";
pub(super) const CASES: &str = "Casi di prova";
pub(super) const NO_CASES: &str = "Per questo avviso non ci sono casi di prova: nessuna regola è tenuta ferma da un esempio. Un caso è un file con le risposte di una persona e quello che ne deve risultare.";
pub(super) const WITH_CASES: &str = "Conta quello che risulta dalle risposte di ogni caso. Che il risultato sia quello giusto lo dice il caso stesso, e lo controllano le prove.";
pub(super) const SUMMARY: &str = "Tutte le voci, in breve";
pub(super) const WHAT: &str = "Voce";
pub(super) const HOW_MANY: &str = "Quanti sono in tutto";
pub(super) const MISSING: &str = "Da guardare";
pub(super) const NONE: &str = "nessuno";
pub(super) const RULEBOOK: &str = "Le regole dell'avviso in parole, per chi lo approva";
pub(super) const INDEX_TITLE: &str = "Che cosa manca agli avvisi";
pub(super) const INDEX_LEAD: &str =
    "Per ogni avviso pubblicato, quante voci sono da guardare. La pagina di ognuno le elenca.";
pub(super) const INDEX_TABLE: &str = "Voci da guardare, per avviso";
pub(super) const NO_NOTICES: &str = "Non ci sono avvisi.";
pub(super) const ABSENT: &str = "non ce ne sono";
pub(super) const ABSENT_AT_ALL: &str = "I dati non ne contengono.";

// Names of the files, before the keys.
pub(super) const PROGRAMME_FILE: &str = "programma";
pub(super) const NOTICE_FILE: &str = "avviso";

// Faults.
pub(super) const NO_ANSWERS: &str = "mancano le risposte del caso";

/// Why the file of a case is none.
pub(super) fn not_json(why: &serde_json::Error) -> String {
    format!("non è JSON corretto: {why}")
}

/// "medio-olona-2024, versione del 21/11/2026".
pub(super) fn dated(id: &str, day: &str) -> String {
    format!("{id}, versione del {day}")
}

/// Which files the page comes from.
pub(super) fn from(programme: &str, notice: &str) -> String {
    format!("Pagina ricavata dai dati di {programme}; {notice}.")
}

/// "Indice 72: serve almeno 80."
pub(super) fn index(index: i64, least: i64) -> String {
    format!("Indice {index}: serve almeno {least}.")
}

/// How many cases were looked at.
pub(super) fn cases(count: usize) -> String {
    if count == 0 { NONE.into() } else { count.to_string() }
}

/// Anchor and heading of a theme.
pub(super) fn theme(theme: Theme) -> (&'static str, &'static str) {
    match theme {
        Theme::Sources => ("fonti", "Fonti"),
        Theme::Translations => ("traduzioni", "Traduzioni"),
        Theme::Easy => ("facile", "Testi facili da leggere"),
        Theme::Cases => ("casi", "Casi di prova"),
    }
}

/// What the page says of a gap.
pub(super) struct Said {
    /// Its anchor.
    pub anchor: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What to do about each.
    pub to_do: &'static str,
    /// What is said where nothing is missing.
    pub none: &'static str,
}

/// What the page says of a gap.
pub(super) fn said(gap: Gap) -> Said {
    let (anchor, title, to_do, none) = match gap {
        Gap::Inferred => (
            "letture",
            "Valori su cui il testo si può leggere in più modi",
            "Un esperto guarda il punto citato e dice se la lettura scelta è giusta. Se il testo è chiaro, si toglie \"reading\".",
            "Nessuno: dove il testo parla, si legge in un modo solo.",
        ),
        Gap::Unstated => (
            "silenzi",
            "Valori su cui il testo tace",
            "Chiedere all'ufficio che cosa vale. Se un documento lo dice, si cita quello; altrimenti resta da verificare.",
            "Nessuno: il testo dice tutto quello che serve.",
        ),
        Gap::Unsourced => (
            "senza-fonte",
            "Guide e regole a parole senza una fonte",
            "Se un documento lo dice, aggiungere \"source\". Se è solo un aiuto a rispondere, può restare così.",
            "Nessuna: ognuna ha la sua fonte.",
        ),
        Gap::Uncited => (
            "mai-citati",
            "Documenti a cui nessuna fonte rimanda",
            "Aggiungere la fonte che manca, oppure togliere il documento da \"cited\".",
            "Nessuno: ogni documento elencato regge almeno un valore.",
        ),
        Gap::Untranslated => (
            "non-tradotti",
            "Testi uguali in inglese e in italiano",
            "Scrivere la traduzione in \"en\". I nomi propri possono restare uguali.",
            "Nessuno: ogni testo ha la sua traduzione.",
        ),
        Gap::Copied => (
            "copiati",
            "Testi facili copiati da un italiano che facile non è",
            "Scrivere in \"facile\" lo stesso con frasi corte e parole di tutti i giorni.",
            "Nessuno: dove l'italiano non è facile, il testo facile è un altro.",
        ),
        Gap::HardEasy => (
            "poco-facili",
            "Testi facili sotto la soglia",
            "Accorciare frasi e parole. L'indice Gulpease deve arrivare a 80 con tre frasi o più, a 75 con meno. I più difficili stanno per primi.",
            "Nessuno: tutti arrivano alla soglia.",
        ),
        Gap::HardQuestion => (
            "domande-difficili",
            "Domande, aiuti e scelte che molti non capiscono",
            "Accorciare frasi e parole. L'indice Gulpease deve arrivare a 60. I più difficili stanno per primi.",
            "Nessuno: chi ha fatto le medie li capisce tutti.",
        ),
        Gap::Support => (
            "sostegni",
            "Sostegni che nessun caso prevede",
            "Scrivere un caso in cui il sostegno è previsto, o da verificare dove l'avviso lo lascia sempre così, con il suo importo dove ne ha uno.",
            "Nessuno: ogni sostegno è previsto in almeno un caso.",
        ),
        Gap::NeverMet => (
            "mai-soddisfatti",
            "Requisiti che nessun caso soddisfa",
            "Scrivere un caso in cui il requisito è soddisfatto.",
            "Nessuno: ogni requisito è soddisfatto in almeno un caso.",
        ),
        Gap::NeverUnmet => (
            "mai-mancati",
            "Requisiti che non mancano in nessun caso",
            "Scrivere un caso in cui il requisito non c'è. Se le risposte possono solo lasciarlo da verificare, non ce ne sono.",
            "Nessuno: ogni requisito manca in almeno un caso.",
        ),
        Gap::Priority => (
            "priorita",
            "Priorità che non valgono in nessun caso",
            "Scrivere un caso in cui la priorità vale. Se le risposte possono solo lasciarla da verificare, non ce ne sono.",
            "Nessuna: ogni priorità vale in almeno un caso.",
        ),
        Gap::Reason => (
            "motivi",
            "Esclusioni, dubbi e avvertenze che nessun caso dà",
            "Scrivere un caso in cui questa frase si legge, oppure togliere la frase.",
            "Nessuno: ogni frase si legge in almeno un caso.",
        ),
        Gap::Question => (
            "domande",
            "Domande a cui nessun caso risponde",
            "Scrivere un caso che risponde a questa domanda.",
            "Nessuna: a ogni domanda risponde almeno un caso.",
        ),
        Gap::Choice => (
            "scelte",
            "Scelte che nessun caso fa",
            "Scrivere un caso con questa risposta.",
            "Nessuna: ogni scelta è fatta in almeno un caso.",
        ),
    };
    Said { anchor, title, to_do, none }
}
