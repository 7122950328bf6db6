//! A file key by key, whatever its keys are: so that words which the vocabulary learns are looked at too.

use serde_json::{Map, Value};

use crate::programme::Tongue;

/// An object of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Object<'a> {
    /// The keys that lead to it, with members of lists by their name: `supports.rent.label`.
    pub place: String,
    /// What it holds.
    pub keys: &'a Map<String, Value>,
}

/// Every object of a value, each before those inside it; `place` leads to the value itself.
pub fn objects<'a>(value: &'a Value, place: &str) -> Vec<Object<'a>> {
    let mut found = Vec::new();
    walk(value, place, &mut found);
    found
}

fn walk<'a>(value: &'a Value, place: &str, found: &mut Vec<Object<'a>>) {
    match value {
        Value::Object(keys) => {
            found.push(Object { place: place.into(), keys });
            keys.iter().for_each(|(key, value)| walk(value, &joined(place, key), found));
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                walk(item, &joined(place, &name(item).unwrap_or_else(|| at.to_string())), found);
            }
        }
        _ => {}
    }
}

/// A place one key further in.
pub(super) fn joined(place: &str, key: &str) -> String {
    if place.is_empty() { key.into() } else { format!("{place}.{key}") }
}

/// What a member of a list is called.
fn name(item: &Value) -> Option<String> {
    let word = |key: &str| item.get(key)?.as_str().map(str::to_owned);
    let pair = || Some(format!("{}+{}", item["between"].get(0)?.as_str()?, item["and"].get(0)?.as_str()?));
    ["id", "code", "reason", "phase", "number", "field", "value"].into_iter().find_map(word).or_else(pair)
}

impl Object<'_> {
    /// Its words in one reading, where it is a text.
    pub fn reading(&self, tongue: Tongue) -> Option<&str> {
        self.is_text().then(|| self.keys.get(tongue.key())?.as_str()).flatten()
    }

    /// Whether it is a text in three readings.
    pub fn is_text(&self) -> bool {
        self.keys.contains_key(Tongue::Facile.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named() {
        let file = serde_json::json!({"rows": [{"id": "one", "inner": {"it": "a", "facile": "b"}}, {}],
            "pairs": [{"between": ["x"], "and": ["y", "z"]}]});
        let found = objects(&file, "");
        let places: Vec<&str> = found.iter().map(|object| object.place.as_str()).collect();
        assert_eq!(places, ["", "pairs.x+y", "rows.one", "rows.one.inner", "rows.1"]);
        assert_eq!(found[3].reading(Tongue::Facile), Some("b"));
        assert_eq!((found[3].reading(Tongue::English), found[2].reading(Tongue::Italian)), (None, None));
    }
}
