//! The product's own words in Italian. Words about a programme are in its data.

pub mod ahead;
pub mod compare;
pub mod desk;
pub mod form;
pub mod letter;
pub mod official;
pub mod page;

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
