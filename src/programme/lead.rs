//! From one programme to others: an orientation asks a few questions and leads to those that may concern somebody.

use super::reader::Reader;
use super::{Condition, Municipality, Source, Text, Window};

/// Programmes that answers may lead to. Where they apply and until when, their notices say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lead {
    /// Id.
    pub id: String,
    /// Ids of the programmes: several where one took the place of another.
    pub programmes: Vec<String>,
    /// When they may concern somebody.
    pub when: Condition,
    /// Why they may.
    pub why: Text,
    /// The paragraph that says whom they are for.
    pub source: Source,
}

impl Lead {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            programmes: at.names("programmes"),
            when: at.one("when", Condition::read),
            why: at.text("why"),
            source: at.one("source", Source::read),
        }
    }
}

/// What a site publishes: its notices, as much of each as an orientation needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    /// The notices, in no order that means anything.
    pub notices: Vec<Listed>,
}

impl Catalogue {
    pub(super) fn read(at: &Reader<'_>) -> Self {
        // The programmes are there for those who write a notice.
        at.passed_by("programmes");
        Self { notices: at.each("notices", Listed::read) }
    }
}

/// A notice in a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Id.
    pub id: String,
    /// Id of the programme that it carries out.
    pub extends: String,
    /// Id of the earlier notice that it takes the place of.
    pub follows: Option<String>,
    /// Its name.
    pub title: Text,
    /// Name of its territory.
    pub territory: String,
    /// Whose residents it is for.
    pub municipalities: Vec<Municipality>,
    /// When applications are taken.
    pub window: Window,
}

impl Listed {
    /// The keys of a notice that a catalogue has.
    pub const KEYS: [&'static str; 7] = ["id", "extends", "follows", "title", "territory", "municipalities", "window"];

    fn read(at: &Reader<'_>) -> Self {
        Self {
            id: at.words("id"),
            extends: at.words("extends"),
            follows: at.maybe_words("follows"),
            title: at.text("title"),
            territory: at.words("territory"),
            municipalities: at.each("municipalities", Municipality::read),
            window: at.one("window", Window::read),
        }
    }
}
