//! Words: figures and dates the Italian way, reasons, conditions and traces as sentences, the application as a document,
//! the rules as a page.
//!
//! Texts about a programme are its data; what stands here is the product's own. Page, document and command take their
//! words from here, so that the same thing is said in the same way everywhere.

pub mod ahead;
pub mod carried;
pub mod compare;
pub mod condition;
pub mod desk;
pub mod explain;
pub mod figures;
pub mod form;
pub mod it;
pub mod letter;
pub mod official;
pub mod personal;
pub mod roles;
pub mod rulebook;
pub mod trace;
pub mod why;

pub use trace::capital;

use crate::answers::truth::wanted;
use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, SupportRow, SupportState};
use crate::programme::{Kind, Question, Reading, Rules, Source, Text};

/// The reading of a text that is shown: the one place where it is chosen.
pub fn say(text: &Text) -> &str {
    &text.it
}

/// A reason as a sentence: `compatibility_unstated:respite` names the other support.
pub fn reason(rules: &Rules, id: &str) -> String {
    let Some(reason) = rules.reason(id) else { return id.into() };
    let partner = id.split_once(':').and_then(|(_, partner)| rules.support(partner));
    let partner = partner.map_or("", |support| say(&support.label));
    say(&reason.text).replace("{support}", partner)
}

/// Where something is said: "Avviso Medio Olona, «Interventi», pagina 5", and how surely, where that is in doubt.
pub fn source(rules: &Rules, source: &Source) -> String {
    match source.reading {
        Reading::Stated => place(rules, source),
        Reading::Inferred | Reading::Unstated => format!("{} ({})", place(rules, source), reading(source.reading)),
    }
}

/// The place alone: "Avviso Medio Olona, «Interventi», pagina 5".
pub fn place(rules: &Rules, source: &Source) -> String {
    format!("{}, «{}», pagina {}", rules.cited_name(source), source.section, source.page)
}

/// How surely a text says what is taken from it.
pub fn reading(reading: Reading) -> &'static str {
    match reading {
        Reading::Stated => "il testo lo dice",
        Reading::Inferred => "il testo si può leggere in più modi: questa è la lettura scelta",
        Reading::Unstated => "il testo non lo dice",
    }
}

/// An answer in words: the choice's label, the amount, the date.
pub fn answer(rules: &Rules, question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Choice(value) => {
            let choice = question.choices.iter().find(|choice| choice.value == *value);
            choice.map_or(value.as_str(), |choice| say(&choice.label)).into()
        }
        Answer::Supports(ids) if ids.is_empty() => it::NO_SUPPORT.into(),
        Answer::Supports(ids) => {
            let names: Vec<&str> =
                ids.iter().filter_map(|id| rules.support(id)).map(|support| say(&support.label)).collect();
            names.join("; ")
        }
        Answer::Day(day) => figures::day(*day),
        Answer::Municipality(code) => municipality(rules, code),
        Answer::Money(amount) => figures::euro(*amount),
        Answer::Count(count) => count.to_string(),
        Answer::Scale(total) => figures::decimal(*total),
    }
}

/// A municipality by its name where the notice lists it, and what is known otherwise.
pub fn municipality(rules: &Rules, code: &str) -> String {
    rules
        .notice
        .municipality(code)
        .map_or_else(|| it::OTHER_MUNICIPALITY.into(), |municipality| municipality.name.clone())
}

/// The municipality answered, by name.
pub fn residence(rules: &Rules, answers: &Answers) -> Option<String> {
    residence_code(rules, answers).map(|code| municipality(rules, code))
}

/// The Belfiore code of the municipality answered.
fn residence_code<'a>(rules: &Rules, answers: &'a Answers) -> Option<&'a str> {
    let question = rules.programme.questions.iter().find(|question| question.kind == Kind::Municipality)?;
    match answers.get(&question.id) {
        Some(Answer::Municipality(code)) => Some(code),
        _ => None,
    }
}

/// The supports asked for, with those that go along with one of them; none as long as nobody said which.
fn asked_for<'a>(
    rules: &Rules,
    answers: &Answers,
    assessment: &'a Assessment,
) -> impl Iterator<Item = &'a SupportRow> + use<'a> {
    let said = wanted(rules, answers).is_some();
    assessment.supports.iter().filter(move |row| said && row.state != SupportState::NotWanted)
}

/// The names of questions, for "mancano ancora: …".
pub fn questions(rules: &Rules, ids: &[String]) -> String {
    let names: Vec<&str> =
        ids.iter().filter_map(|id| rules.question(id)).map(|question| say(&question.short)).collect();
    names.join(", ")
}
