//! Why no PDF came out. Each error says where, so that a person can put it right.

use std::fmt;

use serde::Serialize;

/// A document that cannot be written as a PDF.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum PdfError {
    /// When a text holds a character that no font has: better no paper than a name with a hole in it.
    MissingGlyph {
        /// Label of the field, header of the column, or the heading above the text.
        place: String,
        /// The first such character.
        character: char,
    },
    /// When an attached file's name occurs twice, or its media type is none.
    Attachment {
        /// Name of the file.
        name: String,
    },
    /// When a file is attached to a PDF/A-2a, which may hold none.
    ForbiddenAttachment {
        /// Name of the file.
        name: String,
    },
    /// When an embedded font cannot be read: the build is broken.
    Font,
    /// When the library refuses the document, above all because it would not conform to PDF/A and PDF/UA-1.
    Refused {
        /// What it says.
        message: String,
    },
}

impl fmt::Display for PdfError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingGlyph { place, character } => {
                write!(f, "{place}: no font has the character {character} (U+{:04X})", u32::from(*character))
            }
            Self::Attachment { name } => write!(f, "{name}: name given twice, or not a media type"),
            Self::ForbiddenAttachment { name } => write!(f, "{name}: a PDF/A-2a holds no files; PDF/A-3a would"),
            Self::Font => f.write_str("an embedded font cannot be read"),
            Self::Refused { message } => write!(f, "the document cannot be written: {message}"),
        }
    }
}

impl std::error::Error for PdfError {}
