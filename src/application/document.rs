//! The document that a person takes home, as data: so that the PDF shows what the page shows, and tests read it
//! without a PDF. It has no words of its own: every word comes from whoever builds it, in their language.

use serde::{Deserialize, Serialize};

use crate::date::Date;

/// A whole document: what it is, what it says, what travels inside it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Shown by readers as the window's title, and read out first.
    pub title: String,
    /// One sentence on what the document is for.
    pub subject: String,
    /// Language of every text in it: `it`, `en`.
    pub language: String,
    /// The day it was made, given by the caller.
    pub date: Date,
    /// At the foot of every page: notice, version, day. Without these nobody can check the paper later.
    pub notice_line: String,
    /// The few words that the layout itself needs.
    pub labels: Labels,
    /// The contents, in reading order.
    pub blocks: Vec<Block>,
    /// What archives ask of it.
    #[serde(default)]
    pub pdf_a: PdfA,
    /// Files inside the document.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
}

/// The kinds of PDF/A (ISO 19005) that can be read aloud: an archive keeps them, and they differ in what may travel
/// inside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub enum PdfA {
    /// PDF/A-2a: no files inside, for offices that want the data beside the document.
    #[serde(rename = "2a")]
    A2a,
    /// PDF/A-3a: any files inside.
    #[default]
    #[serde(rename = "3a")]
    A3a,
}

/// Words that the layout adds, in the document's language.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// The foot of a page; `{n}` is this page and `{m}` the last one: "Pagina {n} di {m}".
    pub page: String,
    /// Read aloud for an empty writing line: "da compilare".
    pub blank: String,
    /// Read aloud for a ticked box.
    pub checked: String,
    /// Read aloud for an empty box.
    pub unchecked: String,
}

impl Labels {
    /// The foot of page `page` of `pages`, both counted from one.
    pub fn page_of(&self, page: usize, pages: usize) -> String {
        self.page.replace("{n}", &page.to_string()).replace("{m}", &pages.to_string())
    }
}

/// One piece of the contents.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// A heading; it stays with what follows it, and becomes a bookmark.
    Heading {
        /// Its rank.
        level: Level,
        /// Its words.
        text: String,
    },
    /// Running text; a line feed starts a new line.
    Paragraph(String),
    /// What the first page says at a glance: a framed list.
    Summary {
        /// Names the frame.
        title: String,
        /// Its lines.
        entries: Vec<Field>,
    },
    /// Labels with their values, or with a line to write on.
    Fields(Vec<Field>),
    /// Figures or facts in columns.
    Table(Table),
    /// A plain list.
    Bullets(Vec<String>),
    /// A list with boxes to tick.
    Checklist(Vec<Check>),
    /// A remark set apart.
    Note {
        /// How much it matters.
        tone: Tone,
        /// What it says.
        text: String,
    },
    /// Places to write on, side by side, never split: place and date, signature.
    Signature(Vec<String>),
    /// What follows starts on a new page.
    PageBreak,
}

/// Rank of a heading. A rank that skips one is drawn as given, and tagged without the gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The document's own heading.
    One,
    /// A part.
    Two,
    /// A section of a part.
    Three,
}

/// A label and what goes with it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Comes first, on paper and when read aloud.
    pub label: String,
    /// Absent or blank: the paper shows a line to write on.
    pub value: Option<String>,
}

/// Rows under headed columns.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// Its columns; a table without any is left out.
    pub columns: Vec<Column>,
    /// Its cells, by row. Missing cells stay empty; cells beyond the columns are left out.
    pub rows: Vec<Vec<String>>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its heading.
    pub header: String,
    /// Where its cells stand.
    #[serde(default)]
    pub align: Align,
}

/// Where the cells of a column stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Align {
    /// At the left: words.
    #[default]
    Start,
    /// At the right: whole numbers, dates.
    End,
    /// By the decimal comma: amounts, with or without a unit after them.
    Decimal,
}

/// An entry of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Whether its box is ticked.
    pub checked: bool,
    /// What it says.
    pub text: String,
}

/// How much a note matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Tone {
    /// Good to know.
    Info,
    /// To be read before going on.
    Caution,
}

/// A file inside the document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// File name, unique in the document.
    pub name: String,
    /// Media type: `application/json`.
    pub mime: String,
    /// What the file holds, for people.
    pub description: String,
    /// What the file is to the document.
    pub relationship: Relationship,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What an attached file is to the document (PDF 2.0, `AFRelationship`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Relationship {
    /// The document was made from it.
    Source,
    /// The document shows figures from it.
    Data,
}
