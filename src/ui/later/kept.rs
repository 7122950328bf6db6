//! What the later steps keep: personal data, ticks, and what is tried aside of the answers.

use std::sync::Arc;

use super::super::route::Page;
use super::super::session::{Session, Visit};
use crate::answers::Answers;
use crate::application::places::Places;
use crate::application::{Applicant, Aside, Record, TypedAside};
use crate::assess::{Assessment, assess};
use crate::date::Date;
use crate::programme::Rules;

/// What the later steps keep of a visit.
#[derive(Default)]
pub struct Kept {
    /// Personal data.
    pub applicant: Applicant,
    /// The list of places, once a field asked for it.
    pub places: Option<Arc<Places>>,
    /// The rules that papers are made from, once they are at hand.
    pub paper: Option<Arc<Rules>>,
    /// Documents ticked, by id, with the day when they were.
    pub documents: Vec<(String, Option<Date>)>,
    /// What was typed aside.
    aside: Vec<TypedAside>,
}

impl Visit {
    /// What a record holds; a new visit where there is none, or none that can be read.
    pub fn of_record(record: Option<&str>) -> Self {
        record.and_then(|record| Record::read(record).ok()).map(Self::from).unwrap_or_default()
    }

    /// All that it holds, as JSON.
    pub fn record(&self, rules: &Rules) -> String {
        let (notice, notice_version) = (rules.notice.id.clone(), rules.notice.version.clone());
        Record { notice, notice_version, ..self.to_record() }.write()
    }

    /// All that it holds.
    pub fn to_record(&self) -> Record {
        Record {
            typed: self.draft.clone(),
            reviewed: self.reviewed,
            personal: self.later.applicant.clone(),
            documents: self.later.documents.clone(),
            aside: self.later.aside.clone(),
            ..Record::default()
        }
    }
}

impl From<Record> for Visit {
    fn from(Record { typed, reviewed, personal, documents, aside, .. }: Record) -> Self {
        Self { draft: typed, reviewed, later: Kept { applicant: personal, documents, aside, ..Kept::default() } }
    }
}

impl Session {
    /// The sections in which something is asked, by id.
    pub fn sections(self) -> Vec<String> {
        let (rules, asked) = (self.rules(), self.asked());
        let mut sections: Vec<String> = Vec::new();
        for question in asked.iter().filter_map(|id| rules.question(id)) {
            if sections.last() != Some(&question.section) {
                sections.push(question.section.clone());
            }
        }
        sections
    }

    /// Whether every question of a section that is asked was dealt with.
    pub fn is_section_done(self, section: &str) -> bool {
        let (rules, asked) = (self.rules(), self.asked());
        let own = asked.iter().filter(|id| rules.question(id).is_some_and(|question| question.section == section));
        own.into_iter().all(|id| self.raw(id).is_some())
    }

    /// The step after a section; the review after the last.
    pub fn after_section(self, section: &str) -> Page {
        let sections = self.sections();
        let next = sections.iter().skip_while(|id| *id != section).nth(1);
        next.map_or(Page::Review, |id| Page::Section(id.clone()))
    }

    /// The step before a section.
    pub fn before_section(self, section: &str) -> Page {
        let sections = self.sections();
        let before = sections.iter().take_while(|id| *id != section).last();
        before.map_or(Page::Start, |id| Page::Section(id.clone()))
    }

    /// Ticks a document, today, or no longer.
    pub fn tick_document(self, id: &str, now: bool) {
        self.change(|visit| {
            visit.later.documents.retain(|(one, _)| one != id);
            if now {
                visit.later.documents.push((id.into(), Some(self.today())));
            }
        });
    }

    /// What the rules say about the answers.
    pub fn assessment(self) -> Assessment {
        assess(&self.rules(), &self.answers())
    }

    /// What was typed in a field aside.
    pub fn typed_aside(self, aside: Aside, key: &str) -> Option<String> {
        self.look(|visit: &Visit| {
            let found = visit.later.aside.iter().find(|one| one.place == aside && one.key == key);
            found.map(|one| one.raw.clone())
        })
    }

    /// What stands in a field aside; what was answered, where nothing was typed there.
    pub fn raw_aside(self, aside: Aside, key: &str) -> Option<String> {
        self.typed_aside(aside, key).or_else(|| self.raw(key))
    }

    /// Keeps what was typed aside.
    pub fn set_aside(self, aside: Aside, key: &str, raw: &str) {
        self.change(|visit| {
            visit.later.aside.retain(|one| one.place != aside || one.key != key);
            visit.later.aside.push(TypedAside { place: aside, key: key.into(), raw: raw.into() });
        });
    }

    /// Forgets what was typed aside.
    pub fn clear_aside(self, aside: Aside) {
        self.change(|visit| visit.later.aside.retain(|one| one.place != aside));
    }

    /// The answers as they would be with what was typed aside.
    pub fn answers_aside(self, aside: Aside) -> Answers {
        self.look(|visit| {
            let mut draft = visit.draft.clone();
            let typed = visit.later.aside.iter().filter(|one| one.place == aside);
            typed.for_each(|one| draft.set(&one.key, one.raw.clone()));
            draft.answers(&self.rules(), self.today())
        })
    }
}
