//! Personal data of the application. They never reach the assessment, and every one may stay empty: what is missing is
//! written by hand.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::answers::BadAnswer;
use crate::money::Euro;
use crate::programme::{Detail, Role};

/// The key of an answers file that holds these data.
pub const APPLICATION: &str = "application";

/// The persons of an application and where it is signed. Beneficiary, submitter and declarant are distinct: who hands
/// the paper in is not always who may sign it, see [`super::Signing`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Applicant {
    /// The person with disability.
    pub beneficiary: Person,
    /// Who hands the application in, where that is somebody else.
    pub submitter: Person,
    /// In which role; the likeliest one for the answers, where nothing was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Town where it is signed; the date stays open for the day of the signature.
    pub place: String,
    /// The amounts that the paper states, by support: the ceiling of the first year.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub stated: BTreeMap<String, Euro>,
    /// What the application looked like when it was made, see [`super::digest`]; empty in data that were never printed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub checksum: String,
}

/// The details of one person, or of the office or body that acts for one, as far as they are given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person(Vec<(Detail, String)>);

impl Person {
    /// The detail, empty if it was not given.
    pub fn get(&self, detail: Detail) -> &str {
        self.0.iter().find(|(one, _)| *one == detail).map_or("", |(_, value)| value)
    }

    /// Keeps a detail as typed.
    pub fn set(&mut self, detail: Detail, value: String) {
        self.0.retain(|(one, _)| *one != detail);
        if !value.is_empty() {
            // In one order, whatever was typed first.
            let place = self.0.iter().take_while(|(one, _)| *one < detail).count();
            self.0.insert(place, (detail, value));
        }
    }

    /// Surname and name, as far as given.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.get(Detail::Surname).trim(), self.get(Detail::Name).trim()).trim().into()
    }

    /// The body and who signs for it, or the person.
    pub fn called(&self) -> String {
        let parts = [self.get(Detail::BodyName).trim().to_owned(), self.full_name()];
        parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

impl Serialize for Person {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (detail, value) in &self.0 {
            map.serialize_entry(detail.name(), value)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Person {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Details;
        impl<'de> Visitor<'de> for Details {
            type Value = Person;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("un oggetto con i dati di una persona")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Person, A::Error> {
                let mut person = Person::default();
                while let Some((name, value)) = map.next_entry::<String, String>()? {
                    person.set(name.parse().map_err(A::Error::custom)?, value);
                }
                Ok(person)
            }
        }
        deserializer.deserialize_map(Details)
    }
}

impl Applicant {
    /// The personal data of an answers file; none if it holds none.
    ///
    /// # Errors
    /// A key that is unknown or not a text.
    pub fn read(json: &str) -> Result<Self, BadAnswer> {
        let bad = |what: String| BadAnswer { key: APPLICATION.into(), what };
        let file: Value = serde_json::from_str(json).map_err(|error| bad(error.to_string()))?;
        match file.get(APPLICATION) {
            None | Some(Value::Null) => Ok(Self::default()),
            Some(data) => Self::of_value(data),
        }
    }

    /// The same of such a part of a file.
    ///
    /// # Errors
    /// A key that is unknown or not a text.
    pub fn of_value(data: &Value) -> Result<Self, BadAnswer> {
        serde_path_to_error::deserialize(data).map_err(|error| BadAnswer {
            key: format!("{APPLICATION}.{}", error.path()),
            what: error.inner().to_string(),
        })
    }
}
