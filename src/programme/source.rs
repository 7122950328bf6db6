//! Where a value comes from, and texts in the three readings.

use serde::Serialize;

use super::reader::Reader;
use super::{Tongue, Voice};

/// A text in its three readings, said as to anyone. In rules that were read in one voice all three are what it says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Italian.
    pub it: String,
    /// Italian that follows the European easy-to-read rules.
    pub facile: String,
    /// English.
    pub en: String,
}

impl Text {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { it: at.spoken("it"), facile: at.spoken("facile"), en: at.spoken("en") }
    }

    /// What a text is in one voice, of which `words` is the reading.
    pub(super) fn in_voice(words: &str, voice: Voice) -> Self {
        let said = voice.said(words);
        Self { it: said.clone(), facile: said.clone(), en: said }
    }

    /// The text as to anyone.
    pub(super) fn to_anyone(&self) -> Self {
        let said = |text: &str, tongue| Voice { tongue, ..Voice::default() }.said(text);
        Self {
            it: said(&self.it, Tongue::Italian),
            facile: said(&self.facile, Tongue::Facile),
            en: said(&self.en, Tongue::English),
        }
    }

    /// One of its readings.
    pub fn reading(&self, tongue: Tongue) -> &str {
        match tongue {
            Tongue::Italian => &self.it,
            Tongue::Facile => &self.facile,
            Tongue::English => &self.en,
        }
    }
}

/// How surely a document says what is taken from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// The document says it.
    #[default]
    Stated,
    /// The document can be read in more than one way; this is the reading chosen.
    Inferred,
    /// The document does not say it.
    Unstated,
}

/// The place in a public document that a value comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Id of a [`CitedDocument`].
    pub document: String,
    /// Heading of the section, as the document prints it.
    pub section: String,
    /// Page, counted from 1.
    pub page: u16,
    /// How surely it is said there.
    pub reading: Reading,
}

impl Source {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            document: at.words("document"),
            section: at.words("section"),
            page: u16::try_from(at.whole_number("page", 0)).unwrap_or_default(),
            reading: at
                .maybe_one_of(
                    "reading",
                    &[("stated", Reading::Stated), ("inferred", Reading::Inferred), ("unstated", Reading::Unstated)],
                )
                .unwrap_or_default(),
        }
    }
}

/// A public document that sources point to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedDocument {
    /// Id used in [`Source::document`].
    pub id: String,
    /// What to call it in a sentence: "Avviso Medio Olona".
    pub name: Text,
    /// Full title, act number and date.
    pub title: String,
}

impl CitedDocument {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self { id: at.words("id"), name: at.text("name"), title: at.words("title") }
    }
}
