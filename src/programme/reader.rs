//! A file's JSON, key by key: every type of the programme reads itself from a [`Reader`].
//!
//! Reading never stops at a fault: it notes the key and what is wrong, goes on with a neutral value, and whoever
//! started it throws the result away if anything was noted. So an office sees all faults at once, in Italian, and the
//! page carries one small reader instead of generated code for each type (decision 4).

use std::cell::RefCell;
use std::fmt;
use std::str::FromStr;

use serde_json::Value;

use super::{Text, Voice, voice};

/// A value of the file, and how it was reached.
pub(crate) struct Reader<'a> {
    value: &'a Value,
    place: Place<'a>,
    above: Option<&'a Reader<'a>>,
    asked: RefCell<Vec<&'static str>>,
    file: &'a File,
}

/// What holds for the whole file.
struct File {
    faults: RefCell<Vec<(String, String)>>,
    /// The voice in which its texts are wanted; all readings, as to anyone, where none is.
    voice: Option<Voice>,
    /// Whether its texts stand in a single reading, as plain strings: so they are published for the page.
    one_reading: bool,
}

/// The key that says which reading the texts of a published file stand in.
pub(super) const READING: &str = "reading";

#[derive(Clone, Copy)]
enum Place<'a> {
    Top,
    Key(&'a str),
    Item(usize),
}

impl fmt::Display for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(above) = self.above {
            above.fmt(f)?;
        }
        match self.place {
            Place::Top => Ok(()),
            Place::Item(at) => write!(f, "[{at}]"),
            Place::Key(key) if self.above.is_some_and(|above| !matches!(above.place, Place::Top)) => {
                write!(f, ".{key}")
            }
            Place::Key(key) => f.write_str(key),
        }
    }
}

/// What a value is, in words.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "niente",
        Value::Bool(_) => "true o false",
        Value::Number(_) => "un numero",
        Value::String(_) => "un testo",
        Value::Array(_) => "un elenco",
        Value::Object(_) => "un oggetto",
    }
}

/// Reads a whole value, its texts in one voice or in all readings; the faults as key and sentence.
pub(crate) fn read_all<T>(
    value: &Value,
    voice: Option<Voice>,
    read: fn(&Reader<'_>) -> T,
) -> Result<T, Vec<(String, String)>> {
    let file = File { faults: RefCell::default(), voice, one_reading: value.get(READING).is_some() };
    let top = Reader { value, place: Place::Top, above: None, asked: RefCell::default(), file: &file };
    let result = top.whole(read);
    let faults = file.faults.into_inner();
    if faults.is_empty() { Ok(result) } else { Err(faults) }
}

impl Reader<'_> {
    /// Reads this object and notes the keys that nobody asked for.
    fn whole<T>(&self, read: fn(&Reader<'_>) -> T) -> T {
        let result = read(self);
        match self.value.as_object() {
            Some(object) => {
                for key in object.keys().filter(|key| !self.asked.borrow().contains(&key.as_str())) {
                    self.below(Place::Key(key), self.value).wrong("chiave sconosciuta");
                }
            }
            None if !self.value.is_null() => {
                self.wrong(format!("serve un oggetto {{…}}, qui c'è {}", kind(self.value)))
            }
            None => {}
        }
        result
    }

    fn below<'b>(&'b self, place: Place<'b>, value: &'b Value) -> Reader<'b> {
        Reader { value, place, above: Some(self), asked: RefCell::default(), file: self.file }
    }

    /// Notes a fault of this value.
    pub(crate) fn wrong(&self, what: impl Into<String>) {
        self.file.faults.borrow_mut().push((self.to_string(), what.into()));
    }

    fn get(&self, key: &'static str) -> Option<&Value> {
        self.asked.borrow_mut().push(key);
        self.value.get(key).filter(|value| !value.is_null())
    }

    /// What `read` makes of the value at `key`, or of nothing, which is noted.
    fn required<T: Default>(&self, key: &'static str, read: impl FnOnce(&Reader<'_>) -> T) -> T {
        match self.get(key) {
            Some(value) => read(&self.below(Place::Key(key), value)),
            None => {
                // What stands above is wrong already if it is no object at all.
                if self.value.is_object() {
                    self.wrong(format!("manca la chiave \"{key}\""));
                }
                T::default()
            }
        }
    }

    fn as_words(&self) -> String {
        match self.value {
            Value::String(text) if text.trim().is_empty() => self.wrong("il testo è vuoto"),
            Value::String(text) => return text.clone(),
            Value::Number(number) => {
                self.wrong(format!("qui serve un testo tra virgolette, come \"{number}\", e non il numero"))
            }
            other => self.wrong(format!("qui serve un testo tra virgolette, non {}", kind(other))),
        }
        String::new()
    }

    fn as_list<T>(&self, read: impl Fn(&Reader<'_>) -> T) -> Vec<T> {
        let Some(items) = self.value.as_array() else {
            self.wrong(format!("serve un elenco […], qui c'è {}", kind(self.value)));
            return Vec::new();
        };
        items.iter().enumerate().map(|(at, item)| read(&self.below(Place::Item(at), item))).collect()
    }

    /// A text that is not blank.
    pub(crate) fn words(&self, key: &'static str) -> String {
        self.required(key, |at| at.as_words())
    }

    /// A text that may be missing.
    pub(crate) fn maybe_words(&self, key: &'static str) -> Option<String> {
        self.get(key).map(|value| self.below(Place::Key(key), value).as_words())
    }

    /// A list of texts; empty if it is missing.
    pub(crate) fn names(&self, key: &'static str) -> Vec<String> {
        self.get(key).map(|value| self.below(Place::Key(key), value).as_list(|at| at.as_words())).unwrap_or_default()
    }

    /// A text that means something else.
    pub(crate) fn parsed<T: FromStr<Err: fmt::Display> + Default>(&self, key: &'static str) -> T {
        self.required(key, |at| at.as_parsed().unwrap_or_default())
    }

    /// A text that means something else, and may be missing.
    pub(crate) fn maybe_parsed<T: FromStr<Err: fmt::Display>>(&self, key: &'static str) -> Option<T> {
        self.get(key).and_then(|value| self.below(Place::Key(key), value).as_parsed())
    }

    fn as_parsed<T: FromStr<Err: fmt::Display>>(&self) -> Option<T> {
        let words = self.as_words();
        words.parse().map_err(|why| self.wrong(format!("\"{words}\": {why}"))).ok()
    }

    /// One of a few words.
    pub(crate) fn one_of<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> T {
        self.meant(key, &self.words(key), words).unwrap_or(words[0].1)
    }

    /// One of a few words, or nothing.
    pub(crate) fn maybe_one_of<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Option<T> {
        self.meant(key, &self.maybe_words(key)?, words)
    }

    fn meant<T: Copy>(&self, key: &'static str, found: &str, words: &[(&str, T)]) -> Option<T> {
        let meant = words.iter().find(|(word, _)| *word == found);
        if meant.is_none() && !found.is_empty() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            self.below(Place::Key(key), self.value)
                .wrong(format!("valore sconosciuto \"{found}\"; ammessi: {}", known.join(", ")));
        }
        meant.map(|(_, meaning)| *meaning)
    }

    /// A text in the voice wanted, or in all readings.
    pub(crate) fn text(&self, key: &'static str) -> Text {
        self.required(key, |at| at.as_text())
    }

    /// A list of texts; empty if it is missing.
    pub(crate) fn texts(&self, key: &'static str) -> Vec<Text> {
        self.get(key).map(|value| self.below(Place::Key(key), value).as_list(|at| at.as_text())).unwrap_or_default()
    }

    fn as_text(&self) -> Text {
        match (self.value, self.file.voice) {
            (Value::String(words), voice) if self.file.one_reading => Text::in_voice(words, voice.unwrap_or_default()),
            (_, Some(voice)) => Text::in_voice(self.whole(Text::read).reading(voice.tongue), voice),
            (_, None) => self.whole(Text::read).to_anyone(),
        }
    }

    /// A reading of a text, which can be said in every voice.
    pub(crate) fn spoken(&self, key: &'static str) -> String {
        self.required(key, |at| {
            let words = at.as_words();
            if let Some(fault) = voice::fault(&words) {
                at.wrong(fault);
            }
            words
        })
    }

    /// The voice in which texts are read.
    pub(crate) fn voice(&self) -> Voice {
        self.file.voice.unwrap_or_default()
    }

    /// A text that may be missing.
    pub(crate) fn maybe_text(&self, key: &'static str) -> Option<Text> {
        self.get(key).map(|_| self.text(key))
    }

    /// A list of a few words; empty if it is missing.
    pub(crate) fn few_of<T: Copy>(&self, key: &'static str, words: &[(&str, T)]) -> Vec<T> {
        self.names(key).iter().filter_map(|one| self.meant(key, one, words)).collect()
    }

    /// A whole number; `otherwise` if it is missing.
    pub(crate) fn whole_number(&self, key: &'static str, otherwise: u32) -> u32 {
        let Some(value) = self.get(key) else { return otherwise };
        value.as_u64().and_then(|number| u32::try_from(number).ok()).unwrap_or_else(|| {
            self.below(Place::Key(key), value).wrong(format!("serve un numero intero, qui c'è {}", kind(value)));
            otherwise
        })
    }

    /// Yes or no; no if it is missing.
    pub(crate) fn flag(&self, key: &'static str) -> bool {
        let Some(value) = self.get(key) else { return false };
        value.as_bool().unwrap_or_else(|| {
            self.below(Place::Key(key), value).wrong(format!("serve true o false, qui c'è {}", kind(value)));
            false
        })
    }

    /// An object.
    pub(crate) fn one<T>(&self, key: &'static str, read: fn(&Reader<'_>) -> T) -> T {
        let value = self.get(key);
        if value.is_none() && self.value.is_object() {
            self.wrong(format!("manca la chiave \"{key}\""));
        }
        // Nothing has no keys: what is missing inside it is not noted again.
        self.below(Place::Key(key), value.unwrap_or(&Value::Null)).whole(read)
    }

    /// An object that may be missing.
    pub(crate) fn maybe<T>(&self, key: &'static str, read: fn(&Reader<'_>) -> T) -> Option<T> {
        self.get(key).map(|value| self.below(Place::Key(key), value).whole(read))
    }

    /// A list of objects.
    pub(crate) fn each<T>(&self, key: &'static str, read: fn(&Reader<'_>) -> T) -> Vec<T> {
        self.required(key, |list| list.as_list(|item| item.whole(read)))
    }

    /// A list of objects; empty if it is missing.
    pub(crate) fn any<T>(&self, key: &'static str, read: fn(&Reader<'_>) -> T) -> Vec<T> {
        self.get(key)
            .map(|value| self.below(Place::Key(key), value).as_list(|item| item.whole(read)))
            .unwrap_or_default()
    }

    /// A key that is for somebody else.
    pub(crate) fn passed_by(&self, key: &'static str) {
        self.asked.borrow_mut().push(key);
    }

    /// The only key of an object that says one thing.
    pub(crate) fn only_key(&self) -> &str {
        let mut keys = self.value.as_object().into_iter().flat_map(serde_json::Map::keys);
        match (keys.next(), keys.next()) {
            (Some(key), None) => key,
            (None, _) => "",
            (Some(_), Some(_)) => {
                self.wrong("qui va una chiave sola");
                ""
            }
        }
    }

    /// Which key of a vocabulary an object has among its others; it must be one alone.
    pub(crate) fn one_key_of(&self, vocabulary: &[&'static str]) -> &'static str {
        let mut found = vocabulary.iter().filter(|key| self.value.get(key).is_some());
        match (found.next(), found.next()) {
            (Some(key), None) => return key,
            _ if self.value.is_object() => {
                self.asked.borrow_mut().extend(vocabulary);
                self.wrong(format!("serve una sola di queste chiavi: {}", vocabulary.join(", ")));
            }
            _ => {}
        }
        ""
    }

    /// Notes that the only key is not of a vocabulary.
    pub(crate) fn not_of(&self, vocabulary: &[&str]) {
        if self.value.is_object() {
            self.wrong(format!("serve una di queste parole: {}", vocabulary.join(", ")));
        }
    }
}
