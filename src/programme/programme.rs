//! The programme: what the regional act says.

use serde::Serialize;

use super::reader::{READING, Reader};
use super::{
    Applying, Budget, Chapter, CitedDocument, Comparison, Condition, Document, Lead, Period, Question, Source, Support,
    Text, Urgent, Voice,
};

/// A programme, as its file says it. One per act and period.
#[derive(Clone, Debug, PartialEq)]
pub struct Programme {
    /// Where the JSON Schema is, for editors.
    pub schema: Option<String>,
    /// The only reading that its texts stand in, in a file published for the page.
    pub reading: Option<String>,
    /// The voice in which its texts were read; Italian as to anyone where all readings were.
    pub voice: Voice,
    /// Id, equal to the name of the file.
    pub id: String,
    /// Version of this file, a date: it is printed on whatever leaves the product.
    pub version: String,
    /// Its name.
    pub title: Text,
    /// What it is for.
    pub summary: Text,
    /// When it applies; always, where nothing is said.
    pub in_force: Option<Period>,
    /// What somebody in danger has to see before anything else.
    pub urgent: Option<Urgent>,
    /// What to have at hand before one begins.
    pub at_hand: Vec<Text>,
    /// Documents that sources point to.
    pub cited: Vec<CitedDocument>,
    /// Every number of the programme, in one table.
    pub numbers: Vec<Number>,
    /// Sections of the questionnaire, in order.
    pub sections: Vec<Section>,
    /// Questions, in order.
    pub questions: Vec<Question>,
    /// Requirements, in order.
    pub requirements: Vec<Requirement>,
    /// Priorities of access, in order.
    pub priorities: Vec<Priority>,
    /// Reasons that supports give.
    pub reasons: Vec<Reason>,
    /// Supports, in order.
    pub supports: Vec<Support>,
    /// What the act says about each pair of supports.
    pub compatibility: Vec<Compatibility>,
    /// The check of the project's budget, if the programme has one.
    pub budget: Option<Budget>,
    /// Programmes that its answers lead to: those of an orientation.
    pub leads: Vec<Lead>,
    /// Who may hand an application in.
    pub applying: Applying,
    /// What can be laid side by side, if anything.
    pub comparison: Option<Comparison>,
    /// Id of the number of years that a project lasts at least: as far as supports paid again and again are projected.
    pub horizon: Option<String>,
    /// Documents, in order.
    pub documents: Vec<Document>,
    /// Rules that no answer records and that belong to no single support.
    pub chapters: Vec<Chapter>,
    /// What must stand beside every estimate.
    pub caution: Text,
    /// What the application declares, sentence by sentence.
    pub declarations: Vec<Wording>,
}

impl Programme {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            schema: at.maybe_words("$schema"),
            reading: at.maybe_words(READING),
            voice: at.voice(),
            id: at.words("id"),
            version: at.words("version"),
            title: at.text("title"),
            summary: at.text("summary"),
            in_force: at.maybe("in_force", Period::read),
            urgent: at.maybe("urgent", Urgent::read),
            at_hand: at.texts("at_hand"),
            cited: at.each("cited", CitedDocument::read),
            numbers: at.any("numbers", Number::read),
            sections: at.each("sections", Section::read),
            questions: at.each("questions", Question::read),
            requirements: at.any("requirements", Requirement::read),
            priorities: at.any("priorities", Priority::read),
            reasons: at.any("reasons", Reason::read),
            supports: at.any("supports", Support::read),
            compatibility: at.any("compatibility", Compatibility::read),
            budget: at.maybe("budget", Budget::read),
            leads: at.any("leads", Lead::read),
            applying: at.one("applying", Applying::read),
            comparison: at.maybe("comparison", Comparison::read),
            horizon: at.maybe_words("horizon"),
            documents: at.any("documents", Document::read),
            chapters: at.any("chapters", Chapter::read),
            caution: at.maybe_text("caution").unwrap_or_default(),
            declarations: at.any("declarations", Wording::read),
        }
    }
}

/// Who sets a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The Region: a notice may lower a ceiling and touch nothing else.
    Region,
    /// The office that publishes the notice.
    Local,
}

/// What a number counts, and so what a notice may do to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberKind {
    /// A ceiling in euro; lower is stricter.
    Ceiling,
    /// A share, from 0 to 1.
    Share,
    /// A fixed sum in euro.
    Sum,
    /// Any other number: years, persons, points of a scale.
    Count,
}

/// A number of the programme that conditions and amounts refer to by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Number {
    /// Id.
    pub id: String,
    /// What it counts.
    pub kind: NumberKind,
    /// The number, as text: `"500.00"`, `"0.80"`, `"7.5"`.
    pub value: String,
    /// Who sets it.
    pub level: Level,
    /// The paragraph that says so.
    pub source: Source,
}

impl Number {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            kind: at.one_of(
                "kind",
                &[
                    ("ceiling", NumberKind::Ceiling),
                    ("share", NumberKind::Share),
                    ("sum", NumberKind::Sum),
                    ("count", NumberKind::Count),
                ],
            ),
            value: at.words("value"),
            level: at.one_of("level", &[("region", Level::Region), ("local", Level::Local)]),
            source: at.one("source", Source::read),
        }
    }
}

/// A section of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Id.
    pub id: String,
    /// Its heading.
    pub title: Text,
    /// The drawing that stands beside its questions for who would rather look than read.
    pub drawing: Option<Drawing>,
}

impl Section {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { id: at.words("id"), title: at.text("title"), drawing: at.maybe_one_of("drawing", &Drawing::ALL) }
    }
}

/// What a section is about, as one of the product's drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawing {
    /// Who fills in.
    Pen,
    /// One person.
    Person,
    /// A family.
    Family,
    /// Help that can be had.
    Helps,
    /// Where somebody starts from, or a path.
    Road,
    /// A home.
    House,
    /// Works on a home.
    Tools,
    /// Somebody who is cared for.
    Care,
    /// Money.
    Coins,
    /// A stay.
    Suitcase,
    /// Papers.
    Paper,
}

impl Drawing {
    /// Every drawing, with the word that files use.
    pub const ALL: [(&'static str, Self); 11] = [
        ("pen", Self::Pen),
        ("person", Self::Person),
        ("family", Self::Family),
        ("helps", Self::Helps),
        ("road", Self::Road),
        ("house", Self::House),
        ("tools", Self::Tools),
        ("care", Self::Care),
        ("coins", Self::Coins),
        ("suitcase", Self::Suitcase),
        ("paper", Self::Paper),
    ];
}

/// A requirement: met where `when` holds, not met where it does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Id.
    pub id: String,
    /// What is required.
    pub label: Text,
    /// When it is met.
    pub when: Condition,
    /// Said when answers show no obstacle.
    pub met: Text,
    /// Said when the office has to look.
    pub to_verify: Text,
    /// Said when answers contradict it, with what to do.
    pub not_met: Text,
    /// The paragraph that requires it.
    pub source: Source,
}

impl Requirement {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            label: at.text("label"),
            when: at.one("when", Condition::read),
            met: at.text("met"),
            to_verify: at.text("to_verify"),
            not_met: at.text("not_met"),
            source: at.one("source", Source::read),
        }
    }
}

/// A priority of access: it seems to apply where `when` holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Priority {
    /// Id.
    pub id: String,
    /// Who has it.
    pub label: Text,
    /// When it applies.
    pub when: Condition,
    /// Shown where one of these supports is asked for; always, where none is named.
    pub supports: Vec<String>,
    /// The paragraph that gives it.
    pub source: Source,
}

impl Priority {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            label: at.text("label"),
            when: at.one("when", Condition::read),
            supports: at.names("supports"),
            source: at.one("source", Source::read),
        }
    }
}

/// What a reason does to a support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// It excludes the support.
    Exclusion,
    /// It leaves it to be verified.
    Doubt,
    /// It changes nothing; people should know.
    Note,
}

/// Why a support is excluded, doubtful, or to be read with care.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Id.
    pub id: String,
    /// What it does.
    pub kind: ReasonKind,
    /// The sentence; `{support}` stands for the other support in reasons about compatibility.
    pub text: Text,
}

impl Reason {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            kind: at.one_of(
                "kind",
                &[("exclusion", ReasonKind::Exclusion), ("doubt", ReasonKind::Doubt), ("note", ReasonKind::Note)],
            ),
            text: at.text("text"),
        }
    }
}

/// Id of the reason, a doubt, that silence about a pair gives; the other support is added after a colon.
pub const COMPATIBILITY_UNSTATED: &str = "compatibility_unstated";
/// Id of the reason, a note, that silence about a pair gives where it leaves the support as it is.
pub const COMPATIBILITY_NOT_STATED: &str = "compatibility_not_stated";

/// Whether two supports can stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stands {
    /// The act says that they can.
    Yes,
    /// A person takes one of them; which one, the answers decide.
    Alternative,
    /// Other rules of the programme say how they follow each other.
    Ruled,
    /// The act does not say.
    Unstated,
}

/// What the act says about each pair of a support `between` with a support `and`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compatibility {
    /// The ones.
    pub between: Vec<String>,
    /// The others.
    pub and: Vec<String>,
    /// What the act says.
    pub stands: Stands,
    /// Supports that the silence leaves to be verified; the others only carry a note.
    pub doubt_for: Vec<String>,
    /// Reason of the doubt, where it is not the general one.
    pub reason: Option<String>,
    /// The paragraph.
    pub source: Source,
}

impl Compatibility {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            between: at.names("between"),
            and: at.names("and"),
            stands: at.one_of(
                "stands",
                &[
                    ("yes", Stands::Yes),
                    ("alternative", Stands::Alternative),
                    ("ruled", Stands::Ruled),
                    ("unstated", Stands::Unstated),
                ],
            ),
            doubt_for: at.names("doubt_for"),
            reason: at.maybe_words("reason"),
            source: at.one("source", Source::read),
        }
    }
}

/// A sentence with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    /// The sentence, in Italian: applications stay in Italian.
    pub it: String,
    /// Only where this holds.
    pub when: Option<Condition>,
    /// The paragraph or article.
    pub source: Source,
}

impl Wording {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { it: at.words("it"), when: at.maybe("when", Condition::read), source: at.one("source", Source::read) }
    }
}
