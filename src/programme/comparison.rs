//! Which options can be laid side by side.

use super::reader::Reader;

/// Options that can be laid side by side: the same person and the same wishes, another answer to one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The question with choices.
    pub question: String,
    /// The choices compared, each with the supports that go with it and not with the others.
    pub options: Vec<ComparedOption>,
    /// Questions about costs that may differ from option to option.
    pub vary: Vec<String>,
}

impl Comparison {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            question: at.words("question"),
            options: at.each("options", ComparedOption::read),
            vary: at.names("vary"),
        }
    }
}

/// One of the options compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedOption {
    /// The choice.
    pub value: String,
    /// Supports asked for with this option, in place of those of the others.
    pub supports: Vec<String>,
}

impl ComparedOption {
    fn read(at: &Reader<'_>) -> Self {
        Self { value: at.words("value"), supports: at.names("supports") }
    }
}
