//! A programme as one notice carries it out: what the engine works on.

use rust_decimal::Decimal;

use super::{Document, Notice, Number, Programme, Question, Reason, Section, Source, Stands, Support, Voice};
use crate::money::{Euro, Share};

/// A checked programme with a checked notice. Every id inside refers to something: [`super::rules`] saw to it, so the
/// look-ups by id give a neutral value instead of an error for an id that nobody wrote.
#[derive(Clone, Debug, PartialEq)]
pub struct Rules {
    /// The programme, with the numbers that the notice lowers and the requirements and chapters that it adds.
    pub programme: Programme,
    /// The notice.
    pub notice: Notice,
    pairs: Vec<Pair>,
    every_support: Vec<String>,
}

/// What is said about `support` beside `partner`, both by their place in the programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Pair {
    pub support: usize,
    pub partner: usize,
    /// Index into [`Programme::compatibility`].
    pub entry: usize,
    /// Whether `support` is left to be verified beside `partner`.
    pub doubtful: bool,
}

impl Rules {
    pub(super) fn new(programme: Programme, notice: Notice) -> Self {
        let mut programme = programme;
        programme.numbers.extend(notice.numbers.iter().cloned());
        programme.requirements.extend(notice.requirements.iter().cloned());
        programme.chapters.extend(notice.chapters.iter().cloned());
        for lowered in &notice.lowered {
            if let Some(number) = programme.numbers.iter_mut().find(|number| number.id == lowered.number) {
                number.value.clone_from(&lowered.value);
                number.source.clone_from(&lowered.source);
            }
        }
        let pairs = silent_pairs(&programme);
        let every_support = programme.supports.iter().map(|support| support.id.clone()).collect();
        Self { pairs, every_support, programme, notice }
    }

    /// The voice in which its texts are said.
    pub fn voice(&self) -> Voice {
        self.programme.voice
    }

    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.programme.questions.iter().find(|question| question.id == id)
    }

    /// The section with this id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.programme.sections.iter().find(|section| section.id == id)
    }

    /// The place of a question in the programme; after all others for an id that does not exist.
    pub fn place_of(&self, id: &str) -> usize {
        let questions = &self.programme.questions;
        questions.iter().position(|question| question.id == id).unwrap_or(questions.len())
    }

    /// The number with this id, as the notice has it.
    pub fn number(&self, id: &str) -> Option<&Number> {
        self.programme.numbers.iter().find(|number| number.id == id)
    }

    /// The ceiling or sum with this id.
    pub fn euro(&self, id: &str) -> Euro {
        self.parsed(id).unwrap_or_default()
    }

    /// The share with this id; nothing means all.
    pub fn share(&self, id: &str) -> Option<Share> {
        self.parsed(id)
    }

    /// The bound with this id.
    pub fn count(&self, id: &str) -> Decimal {
        // Written like an amount: plain digits, at most two decimals.
        self.parsed(id).map(Euro::decimal).unwrap_or_default()
    }

    fn parsed<T: std::str::FromStr>(&self, id: &str) -> Option<T> {
        self.number(id)?.value.parse().ok()
    }

    /// The support with this id.
    pub fn support(&self, id: &str) -> Option<&Support> {
        self.programme.supports.iter().find(|support| support.id == id)
    }

    /// The ids of all supports, in order.
    pub fn every_support(&self) -> &[String] {
        &self.every_support
    }

    /// The reason with this id; a reason may carry the partner that it is about: `compatibility_unstated:respite`.
    pub fn reason(&self, id: &str) -> Option<&Reason> {
        let name = id.split(':').next().unwrap_or(id);
        self.programme.reasons.iter().find(|reason| reason.id == name)
    }

    /// The documents of programme and notice, in order.
    pub fn documents(&self) -> impl Iterator<Item = &Document> {
        self.programme.documents.iter().chain(&self.notice.attachments)
    }

    /// The name of the document that a source points to, with section and page.
    pub fn cited_name(&self, source: &Source) -> &str {
        let cited = self.programme.cited.iter().chain(&self.notice.cited);
        cited.into_iter().find(|cited| cited.id == source.document).map_or("", |cited| &cited.name.it)
    }

    /// The pairs on which the act is silent, seen from `support`.
    pub(crate) fn silences_of(&self, support: usize) -> impl Iterator<Item = &Pair> {
        self.pairs.iter().filter(move |pair| pair.support == support)
    }
}

fn silent_pairs(programme: &Programme) -> Vec<Pair> {
    let place = |id: &String| programme.supports.iter().position(|support| support.id == *id);
    let mut pairs = Vec::new();
    for (entry, said) in programme.compatibility.iter().enumerate() {
        if said.stands != Stands::Unstated {
            continue;
        }
        for one in &said.between {
            for other in &said.and {
                for (this, beside) in [(one, other), (other, one)] {
                    if let (Some(support), Some(partner)) = (place(this), place(beside)) {
                        pairs.push(Pair { support, partner, entry, doubtful: said.doubt_for.contains(this) });
                    }
                }
            }
        }
    }
    pairs
}
