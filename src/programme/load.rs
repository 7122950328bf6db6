//! JSON files → checked [`Rules`]; every fault with file and key.

use std::fmt;

use serde_json::Value;

use super::reader::{READING, Reader, read_all};
use super::{Catalogue, Listed, Notice, Office, Programme, Rules, Tongue, Voice, check};

/// What is wrong with a file, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file, by the name that the caller gave.
    pub file: String,
    /// Path of the key: `supports[2].amount.share_of_costs.share`. Empty for the file as a whole.
    pub key: String,
    /// What is wrong and what is expected, in Italian: offices read it.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.key.as_str() {
            "" => write!(f, "{}: {}", self.file, self.what),
            key => write!(f, "{}: {key}: {}", self.file, self.what),
        }
    }
}

impl std::error::Error for Fault {}

/// Reads a programme and checks everything that can be checked without a notice.
///
/// # Errors
/// Every key of the wrong shape, or else every fault in what the keys say.
pub fn programme(file: &str, json: &str) -> Result<Programme, Vec<Fault>> {
    let programme = shaped(file, json, None, Programme::read)?;
    check::none(check::programme(file, &programme)).map(|()| programme)
}

/// Reads a programme as [`publish`] leaves it, in one voice. It was checked then, and the page need not carry the checks; only the
/// numbers are looked at again, since no figure may come of one that cannot be read.
///
/// # Errors
/// Every key of the wrong shape, or every number that cannot be read: the file is not what was published.
pub fn published(file: &str, json: &str, voice: Voice) -> Result<Programme, Vec<Fault>> {
    let programme = shaped(file, json, Some(voice), Programme::read)?;
    check::none(check::numbers(file, &programme)).map(|()| programme)
}

/// The file of a programme in a single reading, for the page: a third of the bytes of all three.
///
/// # Errors
/// Every fault that [`programme`] finds.
pub fn publish(file: &str, json: &str, tongue: Tongue) -> Result<String, Vec<Fault>> {
    programme(file, json)?;
    let mut value = parsed(file, json)?;
    in_reading(&mut value, tongue.key());
    value[READING] = tongue.key().into();
    Ok(value.to_string())
}

/// Keys of a programme that nothing before the result looks at, and those of its supports.
const LATER: [&str; 12] = [
    "requirements",
    "priorities",
    "reasons",
    "compatibility",
    "budget",
    "comparison",
    "horizon",
    "documents",
    "chapters",
    "caution",
    "declarations",
    "leads",
];
const LATER_OF_SUPPORT: [&str; 6] = ["needs", "companion", "exclusions", "doubts", "notes", "remarks"];

/// The same for the first module of the page, which asks questions and shows no result: half the bytes again.
///
/// # Errors
/// Every fault that [`programme`] finds.
pub fn publish_first(file: &str, json: &str, tongue: Tongue) -> Result<String, Vec<Fault>> {
    let mut value = parsed(file, &publish(file, json, tongue)?)?;
    if let Some(programme) = value.as_object_mut() {
        programme.retain(|key, _| !LATER.contains(&key.as_str()));
    }
    for support in value["supports"].as_array_mut().into_iter().flatten().filter_map(Value::as_object_mut) {
        support.retain(|key, _| !LATER_OF_SUPPORT.contains(&key.as_str()));
    }
    Ok(value.to_string())
}

/// Leaves one reading of each text below `value`.
fn in_reading(value: &mut Value, reading: &str) {
    match value {
        Value::Object(object) if Tongue::ALL.iter().all(|(key, _)| object.contains_key(*key)) => {
            *value = object.remove(reading).unwrap_or_default();
        }
        Value::Object(object) => object.values_mut().for_each(|value| in_reading(value, reading)),
        Value::Array(list) => list.iter_mut().for_each(|value| in_reading(value, reading)),
        _ => {}
    }
}

/// Reads a notice and checks everything that can be checked without its programme.
///
/// # Errors
/// Every key of the wrong shape, or else every fault in what the keys say.
pub fn notice(file: &str, json: &str) -> Result<Notice, Vec<Fault>> {
    notice_in(file, json, None)
}

/// The same with its texts in one voice, for the page; in all readings where none is given.
///
/// # Errors
/// As [`notice`].
pub fn notice_in(file: &str, json: &str, voice: Option<Voice>) -> Result<Notice, Vec<Fault>> {
    let notice = shaped(file, json, voice, Notice::read)?;
    check::none(check::notice(file, &notice)).map(|()| notice)
}

/// Puts a notice and the programme that it extends together.
///
/// # Errors
/// Every fault in what the notice says about the programme: above all, a regional ceiling raised.
pub fn rules(file: &str, programme: Programme, notice: Notice) -> Result<Rules, Vec<Fault>> {
    check::none(check::together(file, &programme, &notice))?;
    Ok(Rules::new(programme, notice))
}

/// The office of a notice that cannot be read otherwise, so that people at least know whom to ask.
pub fn office_of(json: &str) -> Option<Office> {
    let (_, rest) = json.split_once("\"office\"")?;
    let (_, rest) = rest.split_once(':')?;
    let office: Value = serde_json::Deserializer::from_str(rest).into_iter().next()?.ok()?;
    read_all(&office, None, Office::read).ok()
}

/// Reads a site's catalogue in one voice.
///
/// # Errors
/// Every key of the wrong shape: the file is not what [`publish_catalogue`] made.
pub fn catalogue(file: &str, json: &str, voice: Voice) -> Result<Catalogue, Vec<Fault>> {
    shaped(file, json, Some(voice), Catalogue::read)
}

/// The catalogue of these programmes and notices, each by the name and the text of its file. Of those that lead to
/// others there is nothing in it: nobody is led to an orientation.
///
/// # Errors
/// A file that is not JSON.
pub fn publish_catalogue(programmes: &[(String, String)], notices: &[(String, String)]) -> Result<String, Vec<Fault>> {
    let picked = |files: &[(String, String)]| -> Result<Vec<Value>, Vec<Fault>> {
        files.iter().map(|(file, json)| parsed(file, json)).collect()
    };
    let with = |mut value: Value, keys: &[&str]| {
        if let Some(object) = value.as_object_mut() {
            object.retain(|key, _| keys.contains(&key.as_str()));
        }
        value
    };
    let leads = |programme: &Value| programme.get("leads").is_some();
    let (leading, others): (Vec<Value>, Vec<Value>) = picked(programmes)?.into_iter().partition(leads);
    let led_to = |notice: &Value| !leading.iter().any(|programme| programme["id"] == notice["extends"]);
    let notices = picked(notices)?.into_iter().filter(led_to).map(|notice| with(notice, &Listed::KEYS));
    let others = others.into_iter().map(|programme| with(programme, &["id", "version", "title"]));
    Ok(serde_json::json!({ "programmes": others.collect::<Vec<_>>(), "notices": notices.collect::<Vec<_>>() })
        .to_string())
}

/// The value of a file, shaped as `T`.
fn shaped<T>(file: &str, json: &str, voice: Option<Voice>, read: fn(&Reader<'_>) -> T) -> Result<T, Vec<Fault>> {
    let fault = |(key, what)| Fault { file: file.into(), key, what };
    let value = parsed(file, json)?;
    read_all(&value, voice, read).map_err(|faults| faults.into_iter().map(fault).collect())
}

fn parsed(file: &str, json: &str) -> Result<Value, Vec<Fault>> {
    let fault = |error| Fault { file: file.into(), key: String::new(), what: not_json(&error) };
    serde_json::from_str(json).map_err(|error| vec![fault(error)])
}

/// Why a text is not JSON, in words that an office can act on.
fn not_json(error: &serde_json::Error) -> String {
    let place = format!("riga {}, colonna {}", error.line(), error.column());
    if error.is_eof() {
        format!("il file finisce prima del tempo ({place}): forse è stato copiato solo in parte")
    } else {
        format!("non è JSON corretto ({place}): {error}")
    }
}
