//! Answers from JSON. Every key is checked, whether or not anything needs it.

use std::fmt;

use rust_decimal::Decimal;
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::{Answer, Answers};
use crate::date::Date;
use crate::programme::{Kind, Question, Rules, is_belfiore};

/// Keys of an answers file that are not answers.
const PASSED_BY: [&str; 4] = ["application", "schema_version", "notice", "notice_version"];

/// The key with the date of the estimate.
const AS_OF: &str = "as_of";

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadAnswer {
    /// Its key; empty for the file as a whole.
    pub key: String,
    /// What is wrong and what is expected, in Italian.
    pub what: String,
}

impl BadAnswer {
    fn new(key: &str, what: impl Into<String>) -> Self {
        Self { key: key.into(), what: what.into() }
    }
}

impl fmt::Display for BadAnswer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => f.write_str(&self.what),
            key => write!(f, "{key}: {}", self.what),
        }
    }
}

impl std::error::Error for BadAnswer {}

/// Reads the answers of a JSON object.
///
/// # Errors
/// Every key that is unknown, written twice, or not of the kind that its question asks for.
pub fn read(rules: &Rules, json: &str) -> Result<Answers, Vec<BadAnswer>> {
    let entries: Entries = serde_json::from_str(json)
        .map_err(|error| vec![BadAnswer::new("", format!("non è un oggetto JSON con le risposte: {error}"))])?;
    let mut faults = Vec::new();
    let as_of = entries.0.iter().find(|(key, _)| key == AS_OF).map(|(_, value)| day(value));
    let as_of = match as_of {
        Some(Ok(day)) => Some(day),
        Some(Err(what)) => {
            faults.push(BadAnswer::new(AS_OF, what));
            None
        }
        None => {
            faults.push(BadAnswer::new(AS_OF, "manca la data della stima, come \"2026-11-21\""));
            None
        }
    };
    let mut given = Vec::new();
    for (at, (key, value)) in entries.0.iter().enumerate() {
        if entries.0[..at].iter().any(|(earlier, _)| earlier == key) {
            faults.push(BadAnswer::new(key, "compare due volte"));
        } else if let Some(question) = rules.question(key) {
            match read_value(rules, question, value, as_of) {
                Ok(answer) => given.push((key, answer)),
                Err(what) => faults.push(BadAnswer::new(key, what)),
            }
        } else if key != AS_OF && !PASSED_BY.contains(&key.as_str()) {
            faults.push(BadAnswer::new(key, "non è una domanda di questo programma"));
        }
    }
    let Some(as_of) = as_of.filter(|_| faults.is_empty()) else { return Err(faults) };
    let mut answers = Answers::new(as_of);
    given.into_iter().for_each(|(key, answer)| answers.give(key, answer));
    Ok(answers)
}

/// Reads one JSON value as the answer to `question`.
///
/// # Errors
/// What is expected instead.
pub fn read_value(rules: &Rules, question: &Question, value: &Value, as_of: Option<Date>) -> Result<Answer, String> {
    match question.kind {
        Kind::Choice => match value.as_str() {
            Some(text) if question.choices.iter().any(|choice| choice.value == text) => Ok(Answer::Choice(text.into())),
            _ => {
                let choices: Vec<_> = question.choices.iter().map(|choice| format!("\"{}\"", choice.value)).collect();
                Err(format!("{value} non è tra le scelte: {}", choices.join(", ")))
            }
        },
        Kind::Supports => supports(rules, value),
        Kind::PastDate => match (day(value)?, as_of) {
            (birth, Some(today)) if birth > today => Err(format!("{birth} viene dopo la data della stima, {today}")),
            (birth, _) => Ok(Answer::Day(birth)),
        },
        Kind::Municipality => match value.as_str() {
            Some(code) if is_belfiore(code) => Ok(Answer::Municipality(code.into())),
            _ => Err(format!("{value} non è un codice catastale come \"C139\"")),
        },
        Kind::Money => match value.as_str() {
            Some(text) => text.parse().map(Answer::Money).map_err(|why| format!("{value}: {why}")),
            None => Err(format!("{value}: gli importi si scrivono tra virgolette, come \"400.50\"")),
        },
        Kind::Count => match value.as_u64().and_then(|count| u32::try_from(count).ok()) {
            Some(count) if (question.at_least..=question.at_most).contains(&count) => Ok(Answer::Count(count)),
            _ => Err(format!("{value}: serve un numero intero da {} a {}", question.at_least, question.at_most)),
        },
        Kind::Measure => {
            let bounds = (question.at_least, question.at_most);
            value.as_str().and_then(|text| size(text, bounds)).map(Answer::Measure).ok_or_else(|| {
                let (least, most) = bounds;
                format!("{value}: serve un testo come \"43.5\", da {least} a {most}, con al più 2 decimali")
            })
        }
        Kind::Scale => {
            value.as_str().and_then(|text| halves(text, question.at_most)).map(Answer::Scale).ok_or_else(|| {
                format!("{value}: serve un testo come \"4\" o \"7.5\", da 0 a {}, in mezzi punti", question.at_most)
            })
        }
    }
}

fn supports(rules: &Rules, value: &Value) -> Result<Answer, String> {
    let ids: Option<Vec<&str>> = value.as_array().and_then(|list| list.iter().map(Value::as_str).collect());
    let ids = ids.ok_or_else(|| format!("{value}: serve un elenco di sostegni come [\"rent\"]"))?;
    for (at, id) in ids.iter().enumerate() {
        if rules.support(id).is_none() {
            return Err(format!("il sostegno \"{id}\" non esiste"));
        }
        if ids[..at].contains(id) {
            return Err(format!("il sostegno \"{id}\" compare due volte"));
        }
    }
    Ok(Answer::Supports(ids.into_iter().map(Into::into).collect()))
}

fn day(value: &Value) -> Result<Date, String> {
    let text = value.as_str().unwrap_or_default();
    text.parse().map_err(|why| format!("{value}: {why}"))
}

/// A size between two bounds, with at most two decimals: `"50"`, `"43.5"`.
pub(super) fn size(text: &str, (least, most): (u32, u32)) -> Option<Decimal> {
    let size = text.parse::<crate::money::Euro>().ok()?.decimal();
    (Decimal::from(least)..=Decimal::from(most)).contains(&size).then(|| size.normalize())
}

/// A total from 0 to `largest` in halves: `"4"`, `"7.5"`, `"7.50"`.
pub(super) fn halves(text: &str, largest: u32) -> Option<Decimal> {
    let total = text.parse::<crate::money::Euro>().ok()?.decimal();
    let whole_halves = (total * Decimal::TWO).fract().is_zero();
    (whole_halves && total <= Decimal::from(largest)).then(|| total.normalize())
}

/// The entries of a JSON object as written, repeated keys too.
struct Entries(Vec<(String, Value)>);

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct AsWritten;
        impl<'de> Visitor<'de> for AsWritten {
            type Value = Entries;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un oggetto")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }
        deserializer.deserialize_map(AsWritten)
    }
}
