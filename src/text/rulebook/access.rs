//! Who may have something and who comes first: requirements and priorities.

use super::head::mark;
use super::html::{Html, facts, p, table, tag};
use super::inventory::{PRIORITIES, REQUIREMENT, anchor};
use super::{Book, Section, readings, words};
use crate::programme::Requirement;
use crate::text::condition::condition;
use crate::text::words::page;
use crate::text::{capital, say};

impl Book<'_> {
    pub(super) fn requirements(&self) -> Section {
        let all: Html =
            self.rules.programme.requirements.iter().map(|requirement| self.requirement(requirement)).collect();
        Section::new("requisiti", words::REQUIREMENTS, all)
    }

    fn requirement(&self, requirement: &Requirement) -> Html {
        let added = self.rules.notice.requirements.iter().any(|own| own.id == requirement.id);
        let added = if added { [" ".into(), mark(words::ADDED)].into() } else { Html::default() };
        let rows = [
            (words::MET_WHEN, condition(self.rules, &requirement.when).into()),
            (words::MET, say(&requirement.met).into()),
            (words::TO_VERIFY, say(&requirement.to_verify).into()),
            (words::NOT_MET, say(&requirement.not_met).into()),
            (words::SOURCE, self.source(&requirement.source)),
        ];
        let texts = [&requirement.label, &requirement.met, &requirement.to_verify, &requirement.not_met];
        let parts = [
            tag("h3", &[], [say(&requirement.label).into(), added]),
            facts(rows),
            readings(say(&requirement.label), texts),
        ];
        tag("article", &[("id", &anchor(REQUIREMENT, &requirement.id))], parts)
    }

    pub(super) fn priorities(&self) -> Section {
        let rows = self.rules.programme.priorities.iter().map(|priority| {
            vec![
                say(&priority.label).into(),
                capital(&condition(self.rules, &priority.when)).into(),
                Self::or(self.some_supports(&priority.supports), words::ALL_SUPPORTS),
                self.source(&priority.source),
            ]
        });
        let heads = [words::PRIORITY, words::HOLDS_WHEN, words::SHOWN_WITH, words::SOURCE];
        let labels = self.rules.programme.priorities.iter().map(|priority| &priority.label);
        let lead = p(self.rules.voice().say(page::PRIORITIES_LEAD));
        let body = if self.rules.programme.priorities.is_empty() {
            p(words::NO_PRIORITIES)
        } else {
            [lead, table(words::PRECEDENCE, &heads, rows), readings(words::PRIORITIES, labels)].into()
        };
        Section::new(PRIORITIES, words::PRIORITIES, body)
    }
}
