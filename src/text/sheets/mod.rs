//! The two sheets that a counsellor prints of a case: one for the family, easy to read, and one for who follows the case.
//!
//! Both are made of the assessment alone. Answers such as a birth date do not go on them: whoever finds a sheet learns
//! what is written under an alias, and nothing to trace it back by.

mod family;
mod technical;

pub use family::family_sheet;
pub use technical::technical_sheet;

use super::{missing, say};
use crate::assess::{Assessment, DocumentRow, RequirementRow, RequirementState, SupportRow, SupportState};
use crate::date::Date;
use crate::programme::{Document, DocumentNeed, ReasonKind, Requirement, Rules};

/// A case as a sheet is made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetOf {
    /// What the counsellor calls the case; never a name.
    pub alias: String,
    /// The day of the sheet.
    pub day: Date,
    /// Ids of the documents that the counsellor has received.
    pub received: Vec<String>,
    /// Housing options to lay side by side on the technical sheet; the paper has room for three.
    pub options: Vec<HousingOption>,
}

/// The same case in another home.
#[derive(Clone, Debug, PartialEq)]
pub struct HousingOption {
    /// What the home is called.
    pub label: String,
    /// What the notice could offer there.
    pub assessment: Assessment,
}

/// What both sheets need.
struct Sheet<'a> {
    rules: &'a Rules,
    assessment: &'a Assessment,
    about: &'a SheetOf,
}

impl<'a> Sheet<'a> {
    /// The supports in this state.
    fn supports(&self, state: SupportState) -> impl Iterator<Item = &'a SupportRow> {
        self.assessment.supports.iter().filter(move |row| row.state == state)
    }

    /// The requirements with what the answers say about each.
    fn requirements(&self) -> impl Iterator<Item = (&'a Requirement, &'a RequirementRow)> {
        self.rules.programme.requirements.iter().zip(&self.assessment.requirements)
    }

    fn received(&self, id: &str) -> bool {
        self.about.received.iter().any(|received| received == id)
    }

    /// The documents that the answers ask for, of one kind.
    fn documents(&self, need: DocumentNeed) -> impl Iterator<Item = (&'a Document, &'a DocumentRow)> {
        let rules = self.rules;
        let rows = self.assessment.documents.iter().filter(move |row| row.need == need);
        rows.filter_map(move |row| Some((rules.documents().find(|document| document.id == row.id)?, row)))
    }

    /// Ids of the reasons of one kind that a support has.
    fn reasons<'r>(&self, row: &'r SupportRow, kind: ReasonKind) -> impl Iterator<Item = &'r str> + use<'a, 'r> {
        let rules = self.rules;
        let of_kind = move |id: &&str| rules.reason(id).is_some_and(|reason| reason.kind == kind);
        row.reasons.iter().map(String::as_str).filter(of_kind)
    }

    /// The same as sentences.
    fn told(&self, row: &SupportRow, kind: ReasonKind) -> String {
        self.reasons(row, kind).map(|id| super::reason(self.rules, id)).collect::<Vec<_>>().join(" ")
    }

    fn label(&self, support: &str) -> &'a str {
        self.rules.support(support).map_or("", |support| say(&support.label))
    }
}

/// What a requirement says in its state; what it waits for, where an answer is missing.
fn requirement_says(rules: &Rules, requirement: &Requirement, row: &RequirementRow) -> String {
    match row.state {
        RequirementState::Met => say(&requirement.met).into(),
        RequirementState::ToVerify => say(&requirement.to_verify).into(),
        RequirementState::NotMet => say(&requirement.not_met).into(),
        RequirementState::Unknown => missing(rules, &row.missing).unwrap_or_default(),
    }
}
