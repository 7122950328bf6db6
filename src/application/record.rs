//! All that a visit holds, as one text: handed from one module to the other, kept on a device, saved where something broke.
//! The answers file says what was understood; a record what was typed, letter by letter, so that nothing is lost.
//!
//! What only the later steps understand stands apart in it: the first module hands it on without looking. It is read and
//! written by hand: what derives this weighs ten times as much, and a phone has to fetch it.

use serde_json::{Map, Value, json};

use super::Applicant;
use crate::answers::Draft;
use crate::date::Date;

/// Version of the form of a record. Old records lie in people's browsers: a change of form raises it and adds to
/// [`MIGRATIONS`], where nothing is ever taken away.
pub const RECORD_VERSION: u64 = 2;

/// What makes of a record of version 1, 2, … one of the next.
const MIGRATIONS: [fn(&mut Value); RECORD_VERSION as usize - 1] = [documents_with_their_day];

/// All that a visit holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Id of the notice.
    pub notice: String,
    /// Its version.
    pub notice_version: String,
    /// What was typed.
    pub typed: Draft,
    /// Whether the review was reached.
    pub reviewed: bool,
    /// Personal data.
    pub personal: Applicant,
    /// Documents ticked, by id, with the day when they were; nothing where that is not known.
    pub documents: Vec<(String, Option<Date>)>,
    /// What was typed aside of the answers.
    pub aside: Vec<TypedAside>,
}

/// Where something is tried without changing an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aside {
    /// Another answer to one question.
    Trial,
    /// An option of a comparison, by its place.
    Option(usize),
    /// The dwelling of several residents.
    Dwelling,
    /// One of them, by place.
    Resident(usize),
}

impl Aside {
    /// The word for it and its place, where it has one.
    fn written(self) -> (&'static str, Option<usize>) {
        match self {
            Self::Trial => ("trial", None),
            Self::Option(at) => ("option", Some(at)),
            Self::Dwelling => ("dwelling", None),
            Self::Resident(at) => ("resident", Some(at)),
        }
    }

    fn read(word: &str, at: Option<usize>) -> Option<Self> {
        match (word, at) {
            ("trial", None) => Some(Self::Trial),
            ("option", Some(at)) => Some(Self::Option(at)),
            ("dwelling", None) => Some(Self::Dwelling),
            ("resident", Some(at)) => Some(Self::Resident(at)),
            _ => None,
        }
    }
}

/// What was typed in a field aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedAside {
    /// Where.
    pub place: Aside,
    /// Key of the field.
    pub key: String,
    /// What stands in it.
    pub raw: String,
}

/// Why a record cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordFault {
    /// It is none.
    NotOurs,
    /// It was written by a newer product.
    Newer {
        /// The version found.
        found: u64,
    },
    /// Something in it cannot be understood: under which key.
    Damaged(String),
}

impl Record {
    /// Writes it as JSON.
    pub fn write(&self) -> String {
        let later = json!({
            "personal": serde_json::to_value(&self.personal).unwrap_or_default(),
            "documents": self.written_documents(),
            "aside": self.aside.iter().map(written_aside).collect::<Vec<_>>(),
        });
        write_with(&self.notice, &self.notice_version, &self.typed, self.reviewed, &later.to_string())
    }

    /// Reads what [`Record::write`] wrote, now or with an earlier version.
    ///
    /// # Errors
    /// When it is no record, newer, or damaged: nothing of it is taken then.
    pub fn read(json: &str) -> Result<Self, RecordFault> {
        let mut value: Value = serde_json::from_str(json).map_err(|_| RecordFault::NotOurs)?;
        let found = value.get("version").and_then(Value::as_u64).filter(|_| value.get("typed").is_some());
        let found = found.filter(|found| *found > 0).ok_or(RecordFault::NotOurs)?;
        if found > RECORD_VERSION {
            return Err(RecordFault::Newer { found });
        }
        for migrate in MIGRATIONS.iter().skip(usize::try_from(found - 1).unwrap_or(usize::MAX)) {
            migrate(&mut value);
        }
        let damaged = |key: &str| RecordFault::Damaged(key.into());
        let typed = Draft::from_value(&value["typed"]);
        if typed.len() != value["typed"].as_object().map_or(usize::MAX, Map::len) {
            return Err(damaged("typed"));
        }
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(Into::into).ok_or_else(|| damaged(key));
        let later = &value["later"];
        Ok(Self {
            notice: text("notice")?,
            notice_version: text("notice_version")?,
            typed,
            reviewed: value["reviewed"].as_bool().ok_or_else(|| damaged("reviewed"))?,
            personal: Applicant::of_value(&later["personal"]).map_err(|fault| damaged(&fault.key))?,
            documents: documents(&later["documents"]).ok_or_else(|| damaged("documents"))?,
            aside: aside(&later["aside"]).ok_or_else(|| damaged("aside"))?,
        })
    }

    fn written_documents(&self) -> Value {
        let mut all = Map::new();
        let day = |day: Option<Date>| day.map_or(Value::Null, |day| day.to_string().into());
        all.extend(self.documents.iter().map(|(id, ticked)| (id.clone(), day(*ticked))));
        Value::Object(all)
    }
}

/// What the later steps hold where none was reached yet, as JSON.
pub const NOTHING_LATER: &str = r#"{"personal":{},"documents":{},"aside":[]}"#;

/// A record of the newest form, with what the later steps hold as JSON.
pub fn write_with(notice: &str, notice_version: &str, typed: &Draft, reviewed: bool, later: &str) -> String {
    let quoted = |text: &str| Value::from(text).to_string();
    format!(
        r#"{{"version":{RECORD_VERSION},"notice":{},"notice_version":{},"typed":{},"reviewed":{reviewed},"later":{later}}}"#,
        quoted(notice),
        quoted(notice_version),
        typed.to_value(),
    )
}

fn documents(value: &Value) -> Option<Vec<(String, Option<Date>)>> {
    let day = |ticked: &Value| match ticked.as_str() {
        Some(day) => day.parse().ok().map(Some),
        None => ticked.is_null().then_some(None),
    };
    value.as_object()?.iter().map(|(id, ticked)| Some((id.clone(), day(ticked)?))).collect()
}

fn written_aside(one: &TypedAside) -> Value {
    let (place, at) = one.place.written();
    json!({ "place": place, "at": at, "key": one.key, "raw": one.raw })
}

fn aside(value: &Value) -> Option<Vec<TypedAside>> {
    let one = |one: &Value| {
        let at = one.get("at").and_then(Value::as_u64).and_then(|at| usize::try_from(at).ok());
        let text = |key: &str| Some(one.get(key)?.as_str()?.to_owned());
        Some(TypedAside { place: Aside::read(&text("place")?, at)?, key: text("key")?, raw: text("raw")? })
    };
    value.as_array()?.iter().map(one).collect()
}

/// 1 to 2: the documents ticked were a list of ids, without the day.
fn documents_with_their_day(record: &mut Value) {
    let Some(later) = record.get_mut("later").and_then(Value::as_object_mut) else { return };
    let ticked = later.remove("ticked").unwrap_or_default();
    let ids = ticked.as_array().into_iter().flatten().filter_map(Value::as_str);
    let mut documents = Map::new();
    documents.extend(ids.map(|id| (id.to_owned(), Value::Null)));
    later.insert("documents".into(), documents.into());
}
