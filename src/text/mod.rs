//! Words: figures and dates the Italian way, reasons, conditions and traces as sentences, the application as a document,
//! the rules and what they lack as pages.
//!
//! Texts about a programme are its data; what stands here is the product's own. Page, document and command take their
//! words from here, so that the same thing is said in the same way everywhere.

pub mod ahead;
pub mod carried;
pub mod compare;
pub mod condition;
pub mod desk;
pub mod editing;
pub mod explain;
pub mod faults;
pub mod figures;
pub mod form;
pub mod html;
pub mod it;
pub mod letter;
pub mod official;
pub mod personal;
pub mod price;
pub mod readability;
pub mod review;
pub mod roles;
pub mod rulebook;
pub mod sheets;
pub mod states;
pub mod trace;
pub mod why;
pub(crate) mod words;

pub use crate::programme::capital;

use rust_decimal::Decimal;

use crate::answers::truth::{self, wanted};
use crate::answers::{Answer, Answers};
use crate::assess::{Assessment, SupportRow, SupportState};
use crate::programme::{Question, Reading, Rules, Source, Text, Voice};
use words::{page, state, sums};

/// What a text of the rules says, in the voice that they were read in.
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
    let place = place(rules, source);
    match source.reading {
        Reading::Stated => place,
        Reading::Inferred | Reading::Unstated => {
            let how = reading(rules.voice(), source.reading);
            rules.voice().fill(sums::DOUBTFUL, &[("place", &place), ("how", &how)])
        }
    }
}

/// The place alone: "Avviso Medio Olona, «Interventi», pagina 5".
pub fn place(rules: &Rules, source: &Source) -> String {
    let page = source.page.to_string();
    let values = [("document", rules.cited_name(source)), ("section", &source.section), ("page", &page)];
    rules.voice().fill(sums::PAGE, &values)
}

/// How surely a text says what is taken from it.
pub fn reading(voice: Voice, reading: Reading) -> String {
    voice.say(match reading {
        Reading::Stated => sums::STATED,
        Reading::Inferred => sums::INFERRED,
        Reading::Unstated => sums::UNSTATED,
    })
}

/// An answer in words: the choice's label, the amount, the date.
pub fn answer(rules: &Rules, question: &Question, answer: &Answer) -> String {
    match answer {
        Answer::Choice(value) => {
            let choice = question.choices.iter().find(|choice| choice.value == *value);
            choice.map_or(value.as_str(), |choice| say(&choice.label)).into()
        }
        Answer::Supports(ids) if ids.is_empty() => rules.voice().say(state::NO_SUPPORT),
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
        Answer::Measure(size) => size_in(question, *size),
    }
}

/// A size in the unit that a question asks for it in: `43,5 m²`.
pub fn size_in(question: &Question, size: Decimal) -> String {
    let unit = question.unit.as_deref().unwrap_or_default();
    format!("{}\u{a0}{unit}", figures::decimal(size))
}

/// A municipality by its name where the notice lists it, and what is known otherwise.
pub fn municipality(rules: &Rules, code: &str) -> String {
    rules
        .notice
        .municipality(code)
        .map_or_else(|| rules.voice().say(state::OTHER_MUNICIPALITY), |municipality| municipality.name.clone())
}

/// The municipality answered, by name.
pub fn residence(rules: &Rules, answers: &Answers) -> Option<String> {
    truth::residence(rules, answers).map(|code| municipality(rules, code))
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

/// "Manca ancora: canone mensile, costo dei lavori."; nothing where nothing is missing.
pub fn missing(rules: &Rules, ids: &[String]) -> Option<String> {
    (!ids.is_empty()).then(|| format!("{}: {}.", rules.voice().say(state::MISSING), questions(rules, ids)))
}

/// Why a document cannot be made: a detail has a character that its fonts lack.
pub fn missing_glyph(voice: Voice, place: &str, character: &str) -> String {
    voice.fill(page::MISSING_GLYPH, &[("place", place), ("character", character)])
}
