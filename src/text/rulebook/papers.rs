//! What is written down: reasons, documents, chapters, declarations, and the texts that all of it comes from.

use super::head::mark;
use super::html::{Html, link, p, table, tag};
use super::inventory::{CHAPTER, DECLARATIONS, DOCUMENTS, LEADS, TOGETHER, anchor};
use super::{Book, Section, readings, sentences, words};
use crate::programme::{
    COMPATIBILITY_NOT_STATED, COMPATIBILITY_UNSTATED, Chapter, CitedDocument, Document, DocumentNeed, Lead, Privacy,
    Reason, Text,
};
use crate::text::condition::condition;
use crate::text::{capital, say};

impl Book<'_> {
    /// Every sentence that explains a support's state, and who says it.
    pub(super) fn reasons(&self) -> Section {
        let reasons = &self.rules.programme.reasons;
        let rows = reasons.iter().map(|reason| {
            vec![named(&reason.text.it).into(), sentences::effect(reason.kind).into(), self.givers(reason)]
        });
        let readable: Vec<Text> = reasons
            .iter()
            .map(|reason| {
                let Text { it, facile, en } = &reason.text;
                Text { it: named(it), facile: named(facile), en: named(en) }
            })
            .collect();
        let table = table(words::SENTENCES, &[words::SENTENCE, words::EFFECT, words::USED_IN], rows);
        Section::new("frasi", words::REASONS, [table, readings(words::REASONS, &readable)])
    }

    fn givers(&self, reason: &Reason) -> Html {
        if [COMPATIBILITY_UNSTATED, COMPATIBILITY_NOT_STATED].contains(&reason.id.as_str()) {
            return link(TOGETHER, words::COMPATIBILITY_GENERAL);
        }
        let gives = |id: &str| self.rules.reason(id).is_some_and(|given| given.id == reason.id);
        Self::or(self.links_to(|rule| rule.reason.is_some_and(gives)), words::NOWHERE)
    }

    pub(super) fn documents(&self) -> Section {
        let heads = [words::DOCUMENT, words::GIVEN_BY, words::NEEDED_WHEN, words::SOURCE];
        let tables = [DocumentNeed::Required, DocumentNeed::Useful].into_iter().map(|need| {
            let own = self.rules.documents().filter(|document| document.need == need);
            table(&sentences::need(self.rules.voice(), need), &heads, own.map(|document| self.document(document)))
        });
        let texts = self.rules.documents().flat_map(|document| [&document.label, &document.help, &document.from]);
        let body = tables.chain([readings(words::DOCUMENTS, texts)]).collect::<Html>();
        Section::new(DOCUMENTS, words::DOCUMENTS, body)
    }

    fn document(&self, document: &Document) -> Vec<Html> {
        let added = self.rules.notice.attachments.iter().any(|own| own.id == document.id);
        let added = if added { p(mark(words::ADDED)) } else { Html::default() };
        let when = document.when.as_ref().map(|when| p(capital(&sentences::asked_when(&condition(self.rules, when)))));
        let supports = self.some_supports(&document.supports);
        let due = Self::or([supports, when.unwrap_or_default()].into(), words::ALWAYS);
        vec![
            [p(say(&document.label)), tag("p", &[("class", "soft")], say(&document.help)), added].into(),
            say(&document.from).into(),
            due,
            self.source(&document.source),
        ]
    }

    pub(super) fn chapters(&self) -> Section {
        let chapters = &self.rules.programme.chapters;
        let all: Html = chapters.iter().map(|chapter| self.chapter(chapter)).collect();
        let inside = chapters.iter().map(|chapter| (anchor(CHAPTER, &chapter.id), say(&chapter.title).into()));
        let body = if all.is_empty() { p(words::NO_CHAPTERS) } else { all };
        Section { inside: inside.collect(), ..Section::new("altre-regole", words::CHAPTERS, body) }
    }

    fn chapter(&self, chapter: &Chapter) -> Html {
        let added = self.rules.notice.chapters.iter().any(|own| own.id == chapter.id);
        let added = if added { [" ".into(), mark(words::ADDED)].into() } else { Html::default() };
        let title = say(&chapter.title);
        let texts = std::iter::once(&chapter.title).chain(chapter.remarks.iter().map(|remark| &remark.text));
        let parts = [tag("h3", &[], [title.into(), added]), self.remarks(&chapter.remarks), readings(title, texts)];
        tag("article", &[("id", &anchor(CHAPTER, &chapter.id))], parts)
    }

    pub(super) fn declarations(&self) -> Section {
        let (programme, notice) = (&self.rules.programme, &self.rules.notice);
        let rows = programme.declarations.iter().map(|wording| {
            let when = wording.when.as_ref().map(|when| condition(self.rules, when));
            let when = capital(when.as_deref().unwrap_or(words::ALWAYS));
            vec![wording.it.as_str().into(), when.into(), self.source(&wording.source)]
        });
        let body = [
            table(words::DECLARED, &[words::DECLARATION, words::WHEN, words::SOURCE], rows),
            notice.privacy.as_ref().map(|privacy| self.privacy(privacy)).unwrap_or_default(),
        ];
        let body = if programme.applying.takes_place() { body.into() } else { p(words::NO_APPLICATION) };
        Section::new(DECLARATIONS, words::DECLARATIONS, body)
    }

    fn privacy(&self, privacy: &Privacy) -> Html {
        [
            tag("h3", &[], words::PRIVACY),
            p(say(&privacy.text)),
            p(self.source(&privacy.source)),
            readings(words::PRIVACY, [&privacy.text]),
        ]
        .into()
    }

    /// The programmes that the answers lead to.
    pub(super) fn leads(&self) -> Section {
        let leads = &self.rules.programme.leads;
        let row = |lead: &Lead| {
            let when = capital(&sentences::asked_when(&condition(self.rules, &lead.when)));
            vec![lead.programmes.join(", ").into(), when.into(), say(&lead.why).into(), self.source(&lead.source)]
        };
        let heads = [words::PROGRAMMES, words::WHEN, words::WHY, words::SOURCE];
        let whys = leads.iter().map(|lead| &lead.why);
        let body = if leads.is_empty() {
            p(words::NO_LEADS)
        } else {
            [table(words::LEADS, &heads, leads.iter().map(row)), readings(words::LEADS, whys)].into()
        };
        Section::new(LEADS, words::LEADS, body)
    }

    /// The documents cited, with their full titles and the pages that something rests on.
    pub(super) fn sources(&self) -> Section {
        let cited = self.rules.programme.cited.iter().chain(&self.rules.notice.cited);
        let row = |cited: &CitedDocument| {
            let sources = self.inventory.iter().filter_map(|rule| rule.source);
            let mut pages: Vec<u16> =
                sources.filter(|source| source.document == cited.id).map(|source| source.page).collect();
            pages.sort_unstable();
            pages.dedup();
            let pages: Vec<String> = pages.iter().map(ToString::to_string).collect();
            vec![say(&cited.name).into(), cited.title.as_str().into(), pages.join(", ").into()]
        };
        let heads = [words::DOCUMENT, words::FULL_TITLE, words::PAGES];
        let all: Vec<&CitedDocument> = cited.collect();
        let names = all.iter().map(|cited| &cited.name);
        let body = [table(words::CITED, &heads, all.iter().copied().map(row)), readings(words::SOURCES, names)];
        Section::new("testi", words::SOURCES, body)
    }
}

/// A sentence about another support, which is not known here.
fn named(text: &str) -> String {
    text.replace("{support}", "…")
}
