//! The review page: what a notice, its programme and its worked cases still lack, for who adds one and for who approves it.
//!
//! The rule book says what the data say; this says what they do not: sources that an expert should look at, texts that
//! nobody translated, easy texts that are not easy, rules that no case holds. Files are walked key by key, not type by
//! type, so that nothing which the vocabulary learns later is left out.

mod cases;
mod page;
mod readings;
mod sources;
mod walk;
mod words;

use serde_json::Value;

pub use cases::case;
pub use page::{Entry, index};
pub use walk::{Object, objects};

use crate::answers::Answers;
use crate::programme::Rules;

/// What can be missing, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// A value that the text can be read otherwise about.
    Inferred,
    /// A value about which the text is silent.
    Unstated,
    /// A guide or a rule in words that names no source.
    Unsourced,
    /// A cited document that no source names.
    Uncited,
    /// A text that is the same in English as in Italian.
    Untranslated,
    /// An easy text that only repeats the Italian one, which is not easy.
    Copied,
    /// An easy text below its bound.
    HardEasy,
    /// A question, or what stands beside it, that many cannot read.
    HardQuestion,
    /// A support that no case includes.
    Support,
    /// A requirement that no case meets.
    NeverMet,
    /// A requirement that every case meets, or leaves open.
    NeverUnmet,
    /// A priority that applies in no case.
    Priority,
    /// A reason that no case gives.
    Reason,
    /// A question that no case answers.
    Question,
    /// A choice that no case makes.
    Choice,
}

/// What a gap is about: a section of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Where values come from.
    Sources,
    /// English.
    Translations,
    /// How easy texts are to read.
    Easy,
    /// Worked cases.
    Cases,
}

impl Theme {
    /// Every theme, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Sources, Self::Translations, Self::Easy, Self::Cases];
}

impl Gap {
    /// The section that it stands in.
    pub fn theme(self) -> Theme {
        match self {
            Self::Inferred | Self::Unstated | Self::Unsourced | Self::Uncited => Theme::Sources,
            Self::Untranslated => Theme::Translations,
            Self::Copied | Self::HardEasy | Self::HardQuestion => Theme::Easy,
            Self::Support
            | Self::NeverMet
            | Self::NeverUnmet
            | Self::Priority
            | Self::Reason
            | Self::Question
            | Self::Choice => Theme::Cases,
        }
    }
}

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// File and keys: `programma: supports.rent.label`.
    pub place: String,
    /// What stands there.
    pub words: String,
    /// What one needs to know beside it: the paragraph, the index. Empty where there is nothing.
    pub detail: String,
}

/// One subject: how many there are, and which of them are missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// What is missing.
    pub gap: Gap,
    /// How many there are that could be.
    pub of: usize,
    /// Those that are.
    pub missing: Vec<Missing>,
}

/// What a notice lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// How many worked cases were looked at.
    pub cases: usize,
    /// Every subject, one for each [`Gap`], in order.
    pub subjects: Vec<Subject>,
}

/// Looks a notice through: the rules with all readings, the two files that they were read from, and the answers of the
/// notice's worked cases, as [`case`] reads them.
pub fn review(rules: &Rules, programme: &Value, notice: &Value, cases: &[Answers]) -> Review {
    let files = [(words::PROGRAMME_FILE, programme), (words::NOTICE_FILE, notice)];
    let files = files.map(|(name, value)| File { name, objects: objects(value, "") });
    let subjects = [sources::subjects(rules, &files), readings::subjects(&files), cases::subjects(rules, cases)];
    Review { cases: cases.len(), subjects: subjects.concat() }
}

impl Review {
    /// The subject of a gap.
    pub fn subject(&self, gap: Gap) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.gap == gap)
    }

    /// How much of one theme is missing.
    pub fn missing(&self, theme: Theme) -> usize {
        let of_theme = self.subjects.iter().filter(|subject| subject.gap.theme() == theme);
        of_theme.map(|subject| subject.missing.len()).sum()
    }
}

/// A file under review.
struct File<'a> {
    name: &'static str,
    objects: Vec<Object<'a>>,
}

/// A place in a file, as the page writes it.
fn place(file: &str, keys: &str) -> String {
    format!("{file}: {keys}")
}
