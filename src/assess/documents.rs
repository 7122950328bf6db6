//! Which documents to bring, and because of what.

use serde::Serialize;

use super::supports::{SupportRow, is_live};
use crate::answers::Answers;
use crate::answers::truth::{Truth, decide};
use crate::programme::{Condition, Document, DocumentNeed, Rules};

/// One document to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DocumentRow {
    /// Id.
    pub id: String,
    /// Whether the notice requires it.
    pub need: DocumentNeed,
    /// Supports and questions that make it necessary; empty means always.
    pub because: Vec<String>,
}

pub(super) fn rows(rules: &Rules, answers: &Answers, supports: &[SupportRow]) -> Vec<DocumentRow> {
    let row = |document: &Document| {
        let live = |id: &&String| supports.iter().any(|row| row.id == **id && is_live(row));
        let because_of: Vec<String> = document.supports.iter().filter(live).cloned().collect();
        if !document.supports.is_empty() && because_of.is_empty() {
            return None;
        }
        if document.when.as_ref().is_some_and(|when| decide(rules, answers, when).truth < Truth::Doubt) {
            return None;
        }
        let questions = document.when.iter().flat_map(Condition::questions).map(Into::into).collect();
        let because = [because_of, questions].concat();
        Some(DocumentRow { id: document.id.clone(), need: document.need, because })
    };
    rules.documents().filter_map(row).collect()
}
