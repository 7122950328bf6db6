//! What a file of the right shape can still get wrong. All faults at once, each with its key.

mod notice;
mod official_form;
mod programme;
mod supports;

use rust_decimal::Decimal;

use super::{
    Chapter, Clause, Condition, Document, Fault, Kind, Number, NumberKind, Programme, ReasonKind, Remark, Source,
};
use crate::money::{Euro, Share};

pub(super) use notice::{notice, together};
pub(super) use programme::{numbers, programme};

/// Questions that are answered with a number.
const NUMBERS: [Kind; 4] = [Kind::Money, Kind::Count, Kind::Scale, Kind::Measure];

/// `Ok` where nothing was found.
pub(super) fn none(faults: Vec<Fault>) -> Result<(), Vec<Fault>> {
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// Whether `text` is a Belfiore code: a letter and three digits.
pub(crate) fn is_belfiore(text: &str) -> bool {
    matches!(text.as_bytes(), [letter, digits @ ..]
        if letter.is_ascii_uppercase() && digits.len() == 3 && digits.iter().all(u8::is_ascii_digit))
}

/// A number as its kind reads it, only to see that it can be read.
fn readable(kind: NumberKind, value: &str) -> Result<Decimal, String> {
    match kind {
        NumberKind::Ceiling | NumberKind::Sum => {
            value.parse::<Euro>().map(Euro::decimal).map_err(|why| why.to_string())
        }
        NumberKind::Share => value.parse::<Share>().map(Share::decimal).map_err(|why| why.to_string()),
        // A count is read like an amount: plain digits, at most two decimals.
        NumberKind::Count => value.parse::<Euro>().map(Euro::decimal).map_err(|why| why.to_string()),
    }
}

/// What was met already. The lists are short, and a search through them costs the page no further code.
struct Seen<T>(Vec<T>);

impl<T> Default for Seen<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: PartialEq> Seen<T> {
    /// Whether it was not met before.
    fn insert(&mut self, one: T) -> bool {
        let new = !self.0.contains(&one);
        if new {
            self.0.push(one);
        }
        new
    }
}

/// A programme under inspection, and what was found in it or in the notice that extends it.
struct Check<'a> {
    file: &'a str,
    programme: &'a Programme,
    documents: Vec<&'a str>,
    numbers: Vec<&'a Number>,
    faults: Vec<Fault>,
}

impl<'a> Check<'a> {
    pub(super) fn new(file: &'a str, programme: &'a Programme) -> Self {
        let documents = programme.cited.iter().map(|cited| cited.id.as_str()).collect();
        Self { file, programme, documents, numbers: programme.numbers.iter().collect(), faults: Vec::new() }
    }

    pub(super) fn say(&mut self, key: impl Into<String>, what: impl Into<String>) {
        self.faults.push(Fault { file: self.file.into(), key: key.into(), what: what.into() });
    }

    pub(super) fn source(&mut self, key: &str, source: &Source) {
        if !self.documents.contains(&source.document.as_str()) {
            self.say(format!("{key}.source.document"), format!("\"{}\" non è tra i documenti citati", source.document));
        }
        if source.page == 0 {
            self.say(format!("{key}.source.page"), "le pagine si contano da 1");
        }
    }

    pub(super) fn once<'b>(&mut self, list: &str, ids: impl Iterator<Item = &'b str>) {
        let mut seen = Seen::default();
        for (at, id) in ids.enumerate() {
            let plain =
                id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_-".contains(&byte));
            if id.is_empty() || !plain {
                self.say(format!("{list}[{at}].id"), format!("\"{id}\": servono lettere minuscole, cifre e _"));
            }
            if !seen.insert(id) {
                self.say(format!("{list}[{at}].id"), format!("\"{id}\" compare due volte"));
            }
        }
    }

    pub(super) fn when(&mut self, key: &str, when: Option<&'a Condition>) {
        if let Some(condition) = when {
            self.condition(&format!("{key}.when"), condition);
        }
    }

    pub(super) fn condition(&mut self, key: &str, condition: &'a Condition) {
        let mut parts = Vec::new();
        condition.walk(&mut |part| parts.push(part));
        for part in parts {
            match part {
                Condition::Is { question, value } => self.values(key, question, std::slice::from_ref(value)),
                Condition::OneOf { question, values } => self.values(key, question, values),
                Condition::Zero { question } => {
                    self.question(key, question, &NUMBERS);
                }
                Condition::AtLeast { question, number } | Condition::AtMost { question, number } => {
                    self.question(key, question, &NUMBERS);
                    self.number(key, number, &[NumberKind::Count, NumberKind::Ceiling, NumberKind::Sum]);
                }
                Condition::AgeBetween { question, from, to } => {
                    self.question(key, question, &[Kind::PastDate]);
                    for bound in [from, to].into_iter().flatten() {
                        self.number(key, bound, &[NumberKind::Count]);
                    }
                    if from.is_none() && to.is_none() {
                        self.say(key, "age_between vuole almeno un limite");
                    }
                }
                Condition::InTerritory { question } => self.question(key, question, &[Kind::Municipality]),
                Condition::Wants(support) => self.supports(key, std::slice::from_ref(support)),
                Condition::All(list) | Condition::Any(list) if list.is_empty() => self.say(key, "elenco vuoto"),
                Condition::All(_) | Condition::Any(_) | Condition::Not(_) | Condition::ToVerify(_) => {}
            }
        }
    }

    /// Answers that a condition compares with: choices, or municipalities by their code.
    fn values(&mut self, key: &str, id: &str, values: &[String]) {
        if !self.programme.questions.iter().any(|question| question.id == id && question.kind == Kind::Municipality) {
            return self.choices(key, id, values);
        }
        for value in values.iter().filter(|value| !is_belfiore(value)) {
            self.say(key, format!("\"{value}\" non è un codice catastale come \"C139\""));
        }
    }

    pub(super) fn choices(&mut self, key: &str, id: &str, values: &[String]) {
        self.question(key, id, &[Kind::Choice]);
        if let Some(question) = self.programme.questions.iter().find(|question| question.id == id) {
            for value in values {
                if !question.choices.iter().any(|choice| choice.value == *value) {
                    self.say(key, format!("\"{value}\" non è una scelta di \"{id}\""));
                }
            }
        }
    }

    pub(super) fn question(&mut self, key: &str, id: &str, kinds: &[Kind]) {
        match self.programme.questions.iter().find(|question| question.id == id) {
            None => self.say(key, format!("la domanda \"{id}\" non esiste")),
            Some(question) if !kinds.contains(&question.kind) => {
                self.say(key, format!("la domanda \"{id}\" non è del tipo giusto per questa condizione"));
            }
            Some(_) => {}
        }
    }

    pub(super) fn number(&mut self, key: &str, id: &str, kinds: &[NumberKind]) {
        match self.numbers.iter().find(|number| number.id == id) {
            None => self.say(key, format!("il valore \"{id}\" non è in numbers")),
            Some(number) if !kinds.contains(&number.kind) => {
                self.say(key, format!("il valore \"{id}\" non è del tipo giusto"));
            }
            Some(_) => {}
        }
    }

    pub(super) fn supports(&mut self, key: &str, ids: &[String]) {
        for id in ids {
            if !self.programme.supports.iter().any(|support| support.id == *id) {
                self.say(key, format!("il sostegno \"{id}\" non esiste"));
            }
        }
    }

    pub(super) fn reason(&mut self, key: &str, id: &str, kind: ReasonKind) {
        // A reason about compatibility may name the support that it is about: `compatibility_unstated:respite`.
        let (name, partner) = id.split_once(':').unwrap_or((id, ""));
        if !partner.is_empty() {
            self.supports(key, &[partner.to_owned()]);
        }
        if !self.programme.reasons.iter().any(|reason| reason.id == name && reason.kind == kind) {
            self.say(key, format!("il motivo \"{id}\" non è in reasons, o non è del tipo giusto"));
        }
    }

    pub(super) fn clauses(&mut self, key: &str, clauses: &'a [Clause], kind: ReasonKind) {
        for (at, clause) in clauses.iter().enumerate() {
            let key = format!("{key}[{at}]");
            self.reason(&format!("{key}.reason"), &clause.reason, kind);
            self.source(&key, &clause.source);
            self.when(&key, clause.when.as_ref());
        }
    }

    pub(super) fn chapters(&mut self, chapters: &'a [Chapter]) {
        self.once("chapters", chapters.iter().map(|chapter| chapter.id.as_str()));
        for (at, chapter) in chapters.iter().enumerate() {
            self.remarks(&format!("chapters[{at}].remarks"), &chapter.remarks);
        }
    }

    pub(super) fn remarks(&mut self, key: &str, remarks: &'a [Remark]) {
        self.once(key, remarks.iter().map(|remark| remark.id.as_str()));
        for (at, remark) in remarks.iter().enumerate() {
            let key = format!("{key}[{at}]");
            self.source(&key, &remark.source);
            self.when(&key, remark.when.as_ref());
        }
    }

    pub(super) fn document(&mut self, key: &str, document: &'a Document) {
        self.source(key, &document.source);
        self.supports(&format!("{key}.supports"), &document.supports);
        self.when(key, document.when.as_ref());
    }
}
