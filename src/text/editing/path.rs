//! Where something stands in a file: `lowered[0].source.page`, as the faults of a file say it.

use std::fmt;

use serde_json::{Map, Value};

/// The way from the top of a file to a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Vec<Step>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Key(String),
    Item(usize),
}

impl Path {
    /// What stands at a key below.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with(Step::Key(key.into()))
    }

    /// What stands at a place of the list.
    #[must_use]
    pub fn item(&self, at: usize) -> Self {
        self.with(Step::Item(at))
    }

    fn with(&self, step: Step) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }

    /// What holds this value; nothing for the whole file.
    pub fn above(&self) -> Option<Self> {
        let (_, above) = self.0.split_last()?;
        Some(Self(above.to_vec()))
    }

    pub(super) fn steps(&self) -> &[Step] {
        &self.0
    }

    /// Reads a path as faults write it. Keys that hold a point or a bracket are not told apart; the table has none.
    pub fn read(written: &str) -> Self {
        let mut steps = Vec::new();
        for part in written.split('.').filter(|part| !part.is_empty()) {
            let mut pieces = part.split('[');
            steps.extend(pieces.next().filter(|key| !key.is_empty()).map(|key| Step::Key(key.into())));
            let places = pieces.filter_map(|place| place.trim_end_matches(']').parse().ok());
            steps.extend(places.map(Step::Item));
        }
        Self(steps)
    }

    /// The id of its control on the page.
    pub fn id(&self) -> String {
        let plain = |letter: char| if letter.is_ascii_alphanumeric() || letter == '_' { letter } else { '-' };
        self.0.iter().fold("f".to_owned(), |id, step| match step {
            Step::Key(key) => format!("{id}-{}", key.chars().map(plain).collect::<String>()),
            Step::Item(at) => format!("{id}-{at}"),
        })
    }

    /// The value there, if there is any.
    pub fn of<'a>(&self, file: &'a Value) -> Option<&'a Value> {
        let found = self.0.iter().try_fold(file, |value, step| match step {
            Step::Key(key) => value.get(key),
            Step::Item(at) => value.get(at),
        });
        found.filter(|value| !value.is_null())
    }

    /// Puts a value there, or takes it away. What would hold it is made; an object that nothing is left in goes too.
    pub fn put(&self, file: &mut Value, value: Option<Value>) {
        match value {
            Some(value) => {
                if let Some(place) = self.made(file) {
                    *place = value;
                }
            }
            None => self.take(file),
        }
    }

    /// The list there, made where there is none.
    pub fn list<'a>(&self, file: &'a mut Value) -> Option<&'a mut Vec<Value>> {
        let place = self.made(file)?;
        if !place.is_array() {
            *place = Value::Array(Vec::new());
        }
        place.as_array_mut()
    }

    fn made<'a>(&self, file: &'a mut Value) -> Option<&'a mut Value> {
        self.0.iter().try_fold(file, |value, step| match step {
            Step::Key(key) => {
                if !value.is_object() {
                    *value = Value::Object(Map::new());
                }
                Some(value.as_object_mut()?.entry(key.as_str()).or_insert(Value::Null))
            }
            Step::Item(at) => value.get_mut(at),
        })
    }

    fn take(&self, file: &mut Value) {
        let (Some(Step::Key(key)), Some(above)) = (self.0.last(), self.above()) else { return };
        let pointer = above.0.iter().try_fold(&mut *file, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Item(at) => value.get_mut(at),
        });
        let Some(object) = pointer.and_then(Value::as_object_mut) else { return };
        object.remove(key);
        if object.is_empty() && !above.0.is_empty() {
            above.take(file);
        }
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Item(at) => write!(f, "[{at}]")?,
                Step::Key(key) if at > 0 => write!(f, ".{key}")?,
                Step::Key(key) => f.write_str(key)?,
            }
        }
        Ok(())
    }
}
