//! An office's own form, where it has one that can be filled in: which field takes what.

use std::str::FromStr;

use super::reader::Reader;
use super::{Condition, Detail, Role, Source, Text};

/// A form that the office wants handed in, and how answers and personal data go into its fields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficialForm {
    /// Where the PDF is, beside the notice's file: `modulo.pdf`.
    pub file: String,
    /// What the office calls it.
    pub label: Text,
    /// The paragraph that asks for it.
    pub source: Source,
    /// Fields of the PDF that are filled in. The others stay as they are.
    pub fields: Vec<MappedField>,
}

/// A field of the PDF and what goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MappedField {
    /// Its full name in the PDF; `ddn form FILE.pdf` lists them.
    pub field: String,
    /// What goes into it.
    pub content: Content,
}

/// What goes into a field. What is not known goes nowhere: the field stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Something of the application, as words.
    Write(Datum),
    /// The answer to this question, as words. So a birth date, the municipality and the supports asked for.
    Answer(String),
    /// What this support reaches in the first twelve months at most.
    FirstYear(String),
    /// A tick where this holds.
    Tick(Holds),
    /// The first of these options that holds.
    Choose(Vec<(String, Holds)>),
}

/// What decides about a tick or an option.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Holds {
    /// What was answered.
    When(Condition),
    /// That the application is handed in in this role.
    Role(Role),
}

/// Something of the application that no question asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Datum {
    /// A detail of the person with disability: `beneficiary.tax_code`.
    Beneficiary(Detail),
    /// Surname and name of the person with disability: `beneficiary.full_name`.
    BeneficiaryName,
    /// A detail of who hands the application in, who may be the same person: `submitter.tax_code`.
    Submitter(Detail),
    /// Surname and name of who hands the application in: `submitter.full_name`.
    SubmitterName,
    /// In which role: `submitter.role`.
    Role,
    /// Where it is signed: `place`.
    Place,
    /// The day of the estimate: `day`.
    #[default]
    Day,
}

impl OfficialForm {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            file: at.words("file"),
            label: at.text("label"),
            source: at.one("source", Source::read),
            fields: at.each("fields", MappedField::read),
        }
    }
}

impl MappedField {
    fn read(at: &Reader<'_>) -> Self {
        let content = match at.one_key_of(&["write", "answer", "first_year", "when", "role", "choose"]) {
            "write" => Content::Write(at.parsed("write")),
            "first_year" => Content::FirstYear(at.words("first_year")),
            "when" | "role" => Content::Tick(Holds::read(at)),
            "choose" => Content::Choose(at.each("choose", |at| (at.words("option"), Holds::read(at)))),
            "answer" => Content::Answer(at.words("answer")),
            _ => Content::Answer(String::new()),
        };
        Self { field: at.words("field"), content }
    }
}

impl Holds {
    /// The condition, where it is one about answers.
    pub fn condition(&self) -> Option<&Condition> {
        match self {
            Self::When(condition) => Some(condition),
            Self::Role(_) => None,
        }
    }

    fn read(at: &Reader<'_>) -> Self {
        match at.one_key_of(&["when", "role"]) {
            "role" => Self::Role(at.one_of("role", &Role::ALL)),
            "when" => Self::When(at.one("when", Condition::read)),
            _ => Self::Role(Role::Oneself),
        }
    }
}

impl FromStr for Datum {
    type Err = String;

    /// Reads what stands in a file.
    ///
    /// # Errors
    /// What is neither a word of this vocabulary nor a detail that is asked of that person.
    fn from_str(words: &str) -> Result<Self, String> {
        match words.split_once('.') {
            None if words == "place" => Ok(Self::Place),
            None if words == "day" => Ok(Self::Day),
            Some(("beneficiary", "full_name")) => Ok(Self::BeneficiaryName),
            Some(("submitter", "full_name")) => Ok(Self::SubmitterName),
            Some(("submitter", "role")) => Ok(Self::Role),
            Some(("submitter", detail)) => detail.parse().map(Self::Submitter),
            Some(("beneficiary", detail)) => match detail.parse()? {
                asked if Detail::of_beneficiary(true).any(|one| one == asked) => Ok(Self::Beneficiary(asked)),
                _ => Err(format!("\"{detail}\" non si chiede per la persona con disabilità")),
            },
            _ => Err("serve place, day, oppure un dato come beneficiary.tax_code o submitter.full_name".into()),
        }
    }
}
