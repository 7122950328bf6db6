//! The check of the project's budget, alone and for several residents of one dwelling.

use super::reader::Reader;
use super::{Source, Text};

/// The check that the programme pays at most a share of the project's budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Question with the monthly budget of the person.
    pub budget: String,
    /// Question with the residents that share what is paid per dwelling.
    pub residents: String,
    /// Id of the share that the programme pays at most.
    pub limit: String,
    /// The supports that make a project residential: without one, there is nothing to check.
    pub residential: Vec<String>,
    /// Further supports that count.
    pub also: Vec<String>,
    /// How several residents of one dwelling are reckoned together.
    pub sheet: Sheet,
    /// The paragraph that requires it.
    pub source: Source,
}

impl Budget {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            budget: at.words("budget"),
            residents: at.words("residents"),
            limit: at.words("limit"),
            residential: at.names("residential"),
            also: at.names("also"),
            sheet: at.one("sheet", Sheet::read),
            source: at.one("source", Source::read),
        }
    }
}

/// The budget of several residents of one dwelling: what each answers apart, and what each brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Ids of the bounds of how many residents it takes.
    pub from: String,
    /// See `from`.
    pub to: String,
    /// Questions about the dwelling's costs, answered once.
    pub dwelling: Vec<String>,
    /// Questions that each resident answers apart.
    pub own: Vec<String>,
    /// Who brings the rest of the budget: person, family, municipality, others.
    pub resources: Vec<Resource>,
}

impl Sheet {
    fn read(at: &Reader<'_>) -> Self {
        Self {
            from: at.words("from"),
            to: at.words("to"),
            dwelling: at.names("dwelling"),
            own: at.names("own"),
            resources: at.each("resources", Resource::read),
        }
    }
}

/// Who brings a part of the project's budget beside the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Id.
    pub id: String,
    /// What it is called.
    pub label: Text,
}

impl Resource {
    fn read(at: &Reader<'_>) -> Self {
        Self { id: at.words("id"), label: at.text("label") }
    }
}
