//! The page's own sentences, and its words for what the vocabulary of rules can say.

use crate::programme::{DocumentNeed, Every, Kind, Level, NumberKind, Question, ReasonKind, Stands, Voice};
use crate::text::figures;
use crate::text::words::state;

/// What can be answered.
pub(super) fn kind(question: &Question) -> String {
    let Question { at_least, at_most, .. } = question;
    match question.kind {
        Kind::Choice => "una delle scelte".into(),
        Kind::Supports => "quanti sostegni si vuole, anche nessuno".into(),
        Kind::PastDate => "una data, non oltre il giorno della stima".into(),
        Kind::Municipality => "un Comune".into(),
        Kind::Money => "un importo in euro".into(),
        Kind::Count => format!("un numero intero da {at_least} a {at_most}"),
        Kind::Measure => {
            let unit = question.unit.as_deref().unwrap_or_default();
            format!("una misura da {at_least} a {at_most} {unit}, con al massimo 2 decimali")
        }
        Kind::Scale => format!("il totale di una scala da {at_least} a {at_most}, anche con mezzo punto"),
    }
}

/// When a question is asked.
pub(super) fn asked_when(condition: &str) -> String {
    format!("quando {condition}")
}

/// What a form's field takes where something holds.
pub(super) fn option(option: &str, holds: &str) -> String {
    format!("{option}, se {holds}")
}

/// The role in which an application is handed in.
pub(super) fn handed_in_as(role: &str) -> String {
    format!("chi presenta la domanda lo fa come {role}")
}

/// Whether "I do not know" is offered.
pub(super) fn may_not_know(question: &Question) -> &'static str {
    match (question.may_not_know, question.kind) {
        (true, _) => "si può rispondere: la risposta resta vuota",
        (false, Kind::Choice) => "solo se è tra le scelte",
        (false, _) => "non si può rispondere",
    }
}

/// Who sets a number.
pub(super) fn level(level: Level, kind: NumberKind) -> &'static str {
    match (level, kind) {
        (Level::Region, NumberKind::Ceiling) => "la Regione; un avviso può abbassarlo",
        (Level::Region, _) => "la Regione",
        (Level::Local, _) => "l'avviso",
    }
}

/// What a notice did to a number of this level.
pub(super) fn changed(level: Level) -> &'static str {
    match level {
        Level::Region => "abbassato dall'avviso",
        Level::Local => "fissato dall'avviso",
    }
}

/// What a number counts.
pub(super) fn number_kind(kind: NumberKind) -> &'static str {
    match kind {
        NumberKind::Ceiling => "Massimali",
        NumberKind::Share => "Quote",
        NumberKind::Sum => "Somme fisse",
        NumberKind::Count => "Età, persone, anni, giorni e punti",
    }
}

/// What a reason does.
pub(super) fn effect(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Exclusion => "Esclude",
        ReasonKind::Doubt => "Lascia da verificare",
        ReasonKind::Note => "Avverte",
    }
}

/// What the act says about two supports.
pub(super) fn stands(stands: Stands) -> &'static str {
    match stands {
        Stands::Yes => "Possono stare insieme",
        Stands::Alternative => "Se ne prende uno",
        Stands::Ruled => "Lo dicono altre regole",
        Stands::Unstated => "Non ne parla",
    }
}

/// What follows where the act is not silent.
pub(super) fn so(stands: Stands) -> &'static str {
    match stands {
        Stands::Yes => "L'uno non cambia l'altro.",
        Stands::Alternative => "Quale dei due, lo decidono le esclusioni di ciascuno.",
        Stands::Ruled => "Come si seguono è scritto in ciascuno dei due.",
        Stands::Unstated => "",
    }
}

/// What silence does to the supports that it leaves to be verified, and to the others.
pub(super) fn silence(doubtful: &str, others: &str) -> String {
    match (doubtful, others) {
        ("", _) => "Restano come sono; chi li chiede insieme legge un'avvertenza.".into(),
        (_, "") => format!("Da verificare: {doubtful}."),
        _ => format!("Da verificare: {doubtful}. Solo un'avvertenza: {others}."),
    }
}

/// What a document is for the notice, before its list.
pub(super) fn need(voice: Voice, need: DocumentNeed) -> String {
    voice.say(match need {
        DocumentNeed::Required => state::REQUIRED_DOCUMENTS,
        DocumentNeed::Useful => state::USEFUL_DOCUMENTS,
    })
}

/// How often, for a cost that a support shares in.
pub(super) fn each(every: Every) -> &'static str {
    match every {
        Every::Day => ", per ogni giorno pagato",
        Every::Once | Every::Month | Every::Year | Every::Phase => "",
    }
}

/// The sentence of a share of costs.
pub(super) fn share_of_costs(share: &str, costs: &str, each: &str, ceilings: &str, unit: &str) -> String {
    format!("{share} di {costs}{each}, al massimo {ceilings} {unit}.")
}

/// A ceiling, and what comes off it.
pub(super) fn ceiling_less(limit: &str, less: &str) -> String {
    format!("{limit} (meno {less})")
}

/// Several ceilings.
pub(super) fn lowest_of(ceilings: &str) -> String {
    format!("il minore tra {ceilings}")
}

/// The days for which an amount per day is paid.
pub(super) fn days(asked: &str, at_most: &str, used: &str, capped: &str) -> String {
    format!(
        "Si paga per i giorni di {asked}, al massimo {at_most} (meno {used}). Se ne restano meno di quelli chiesti si legge: “{capped}”"
    )
}

/// The sentence of a rate by the day.
pub(super) fn rate_of_stay(rate: &str, days: &str, months: &str, month: &str) -> String {
    format!(
        "Un prezzo: {rate} per ogni giorno, per i giorni di {days} o per i mesi di {months}, contati dal giorno della stima. Un mese in generale conta {month} giorni. Non è denaro che si riceve, e non entra nei totali."
    )
}

/// The sentence of a rate by the year for a size.
pub(super) fn rate_of_size(rate: &str, size: &str) -> String {
    format!("Un prezzo: {rate} all'anno per ogni unità di {size}; al mese un dodicesimo. Non entra nei totali.")
}

/// What a rate is compared with.
pub(super) fn compared_with(question: &str) -> String {
    format!("Si confronta con {question}.")
}

/// Who pays a part of a rate.
pub(super) fn paid_by(payer: &str) -> String {
    format!("quota di: {payer}")
}

/// From when until when.
pub(super) fn period(from: Option<String>, until: Option<String>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("Dal {from} al {until}."),
        (Some(from), None) => format!("Dal {from}."),
        (None, Some(until)) => format!("Fino al {until}."),
        (None, None) => String::new(),
    }
}

/// The sentence of a fixed sum.
pub(super) fn fixed(sum: &str, unit: &str) -> String {
    format!("Una somma fissa: {sum} {unit}.")
}

/// The sentence of an amount in phases.
pub(super) fn phases(phase: &str, editions: &str, whom: &str) -> String {
    format!("L'importo si conta {whom} e dipende da {phase} e da {editions}.")
}

/// How long an edition lasts.
pub(super) fn lasts(years: u32) -> String {
    match years {
        1 => "1 anno".into(),
        years => format!("{years} anni: il massimo è per tutti insieme, in parti uguali"),
    }
}

/// When a support integrates another.
pub(super) fn companion(asked_by: &str, answer: &str, lead: &str) -> String {
    format!(
        "Se è richiesto {lead} e {asked_by} è {answer}, non è un sostegno a sé: integra {lead}, fase per fase. Dubbi e risposte mancanti sono quelli di {lead}."
    )
}

/// What excludes a companion.
pub(super) fn companion_excluded(lead: &str, reason: &str) -> String {
    format!("Se {lead} è escluso si legge: “{reason}”")
}

/// The sentence of the budget's check.
pub(super) fn budget(limit: &str, budget: &str, residents: &str) -> String {
    format!(
        "Il programma paga al massimo {limit} di {budget}. Gli importi per l'abitazione si dividono per {residents}. È un controllo e un'avvertenza: non taglia nessun importo."
    )
}

/// How several residents are reckoned together.
pub(super) fn sheet(from: &str, to: &str, dwelling: &str, own: &str, resources: &str) -> String {
    format!(
        "Per una casa da {from} a {to} persone. Si chiede una volta: {dwelling}. Si chiede a ciascuno: {own}. Il resto del budget viene {resources}."
    )
}

/// How far repeated supports are projected.
pub(super) fn horizon(years: &str) -> String {
    format!("Un progetto dura almeno {years} anni: fin lì si proiettano i sostegni che si ripetono.")
}

/// What can be laid side by side.
pub(super) fn comparison(question: &str, vary: &str) -> String {
    format!("Si possono confrontare risposte diverse a {question}. Da una all'altra possono cambiare: {vary}.")
}

/// A bound that a condition sets on an answer.
pub(super) fn bound(at_least: bool, question: &str) -> String {
    format!("{} di {question}", if at_least { "minimo" } else { "massimo" })
}

/// A ceiling of one phase.
pub(super) fn ceiling_of(phase: &str) -> String {
    format!("massimale di un'edizione, fase {phase}")
}

/// A ceiling that a companion adds to one phase.
pub(super) fn added_to(phase: &str) -> String {
    format!("massimale aggiunto, fase {phase}")
}

/// Editions of one phase.
pub(super) fn editions_of(phase: &str) -> String {
    format!("edizioni al massimo, fase {phase}")
}

/// "versione del 21/11/2026"; a version is a date.
pub(super) fn version(version: &str) -> String {
    let day = version.parse().map_or_else(|_| version.into(), figures::day);
    format!("versione del {day}")
}
