//! Personal data of the application. They never reach the assessment, and every one may stay empty: what is missing is
//! written by hand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::answers::BadAnswer;

/// The key of an answers file that holds these data.
pub const APPLICATION: &str = "application";

/// The persons of an application and where it is signed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Applicant {
    /// The person with disability.
    pub beneficiary: Person,
    /// Who hands the application in, where that is somebody else.
    pub submitter: Person,
    /// Town where it is signed; the date stays open for the day of the signature.
    pub place: String,
}

/// One person, or the office or body that acts for one. Empty texts are data not given.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    /// Surname, or the body's name.
    pub surname: String,
    /// Given name.
    pub name: String,
    /// Town or foreign state of birth.
    pub birth_place: String,
    /// Codice fiscale.
    pub tax_code: String,
    /// Street and number.
    pub address: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub town: String,
    /// Telephone.
    pub telephone: String,
    /// E-mail.
    pub email: String,
    /// Of a submitter: kinship, or the measure and its court.
    pub relation: String,
}

/// One detail of a [`Person`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// [`Person::surname`]
    Surname,
    /// [`Person::name`]
    Name,
    /// [`Person::birth_place`]
    BirthPlace,
    /// [`Person::tax_code`]
    TaxCode,
    /// [`Person::address`]
    Address,
    /// [`Person::postal_code`]
    PostalCode,
    /// [`Person::town`]
    Town,
    /// [`Person::telephone`]
    Telephone,
    /// [`Person::email`]
    Email,
    /// [`Person::relation`]
    Relation,
}

impl Detail {
    /// A short name, for ids.
    pub fn name(self) -> &'static str {
        match self {
            Self::Surname => "surname",
            Self::Name => "name",
            Self::BirthPlace => "birth-place",
            Self::TaxCode => "tax-code",
            Self::Address => "address",
            Self::PostalCode => "postal-code",
            Self::Town => "town",
            Self::Telephone => "telephone",
            Self::Email => "email",
            Self::Relation => "relation",
        }
    }

    /// What is asked of the person with disability, in order.
    pub const OF_BENEFICIARY: [Self; 9] = [
        Self::Surname,
        Self::Name,
        Self::BirthPlace,
        Self::TaxCode,
        Self::Address,
        Self::PostalCode,
        Self::Town,
        Self::Telephone,
        Self::Email,
    ];
    /// What is asked of who hands the application in, in order.
    pub const OF_SUBMITTER: [Self; 8] = [
        Self::Surname,
        Self::Name,
        Self::Relation,
        Self::TaxCode,
        Self::Address,
        Self::Town,
        Self::Telephone,
        Self::Email,
    ];
}

impl Person {
    /// The detail, empty if it was not given.
    pub fn get(&self, detail: Detail) -> &str {
        match detail {
            Detail::Surname => &self.surname,
            Detail::Name => &self.name,
            Detail::BirthPlace => &self.birth_place,
            Detail::TaxCode => &self.tax_code,
            Detail::Address => &self.address,
            Detail::PostalCode => &self.postal_code,
            Detail::Town => &self.town,
            Detail::Telephone => &self.telephone,
            Detail::Email => &self.email,
            Detail::Relation => &self.relation,
        }
    }

    /// Keeps a detail as typed.
    pub fn set(&mut self, detail: Detail, value: String) {
        let field = match detail {
            Detail::Surname => &mut self.surname,
            Detail::Name => &mut self.name,
            Detail::BirthPlace => &mut self.birth_place,
            Detail::TaxCode => &mut self.tax_code,
            Detail::Address => &mut self.address,
            Detail::PostalCode => &mut self.postal_code,
            Detail::Town => &mut self.town,
            Detail::Telephone => &mut self.telephone,
            Detail::Email => &mut self.email,
            Detail::Relation => &mut self.relation,
        };
        *field = value;
    }

    /// Surname and name, as far as given.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.surname.trim(), self.name.trim()).trim().into()
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
            Some(data) => serde_path_to_error::deserialize(data).map_err(|error| BadAnswer {
                key: format!("{APPLICATION}.{}", error.path()),
                what: error.inner().to_string(),
            }),
        }
    }
}
