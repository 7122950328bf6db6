//! Numbers and questions: what the rules compare, and what they look at.

use super::head::mark;
use super::html::{Html, facts, link, list, p, table, tag};
use super::inventory::{NUMBERS, QUESTION, SECTION, anchor};
use super::{Book, Section, readings, sentences, words};
use crate::programme::{Guide, Kind, Number, NumberKind, Question, Text};
use crate::text::condition::{condition, short};
use crate::text::{figures, say};

impl Book<'_> {
    /// Every number as the notice has it, by what it counts.
    pub(super) fn numbers(&self) -> Section {
        let kinds = [NumberKind::Ceiling, NumberKind::Share, NumberKind::Sum, NumberKind::Count];
        let heads = [words::VALUE, words::SETS, words::SET_BY, words::SOURCE];
        let tables = kinds.into_iter().map(|kind| {
            let numbers = self.rules.programme.numbers.iter().filter(|number| number.kind == kind);
            table(sentences::number_kind(kind), &heads, numbers.map(|number| self.number_row(number)))
        });
        Section::new(NUMBERS, words::NUMBERS, tables.collect::<Html>())
    }

    fn number_row(&self, number: &Number) -> Vec<Html> {
        let notice = &self.rules.notice;
        let told = if notice.lowered.iter().any(|lowered| lowered.number == number.id) {
            sentences::changed(number.level)
        } else if notice.numbers.iter().any(|own| own.id == number.id) {
            words::ADDED
        } else {
            ""
        };
        let told = if told.is_empty() { Html::default() } else { [" ".into(), mark(told)].into() };
        let mut sets: Vec<Html> = Vec::new();
        for rule in &self.inventory {
            for (_, role) in rule.numbers.iter().filter(|(id, _)| *id == number.id) {
                let set = [Html::from(format!("{role}: ")), link(&rule.anchor, rule.name.as_str())].into();
                if !sets.contains(&set) {
                    sets.push(set);
                }
            }
        }
        vec![
            [figures::number(number).into(), told].into(),
            Self::or(list("", sets), words::NOWHERE),
            sentences::level(number.level, number.kind).into(),
            self.source(&number.source),
        ]
    }

    /// Every question, section by section, in the order in which people meet them.
    pub(super) fn questions(&self) -> Section {
        let programme = &self.rules.programme;
        let sections = programme.sections.iter().map(|section| -> Html {
            let own = programme.questions.iter().enumerate().filter(|(_, question)| question.section == section.id);
            let own: Html = own.map(|(at, question)| self.question(at + 1, question)).collect();
            let title = say(&section.title);
            [tag("h3", &[("id", &anchor(SECTION, &section.id))], title), readings(title, [&section.title]), own].into()
        });
        let inside =
            programme.sections.iter().map(|section| (anchor(SECTION, &section.id), say(&section.title).into()));
        Section { inside: inside.collect(), ..Section::new("domande", words::QUESTIONS, sections.collect::<Html>()) }
    }

    fn question(&self, at: usize, question: &Question) -> Html {
        let choice = |choice: &crate::programme::Choice| -> Html {
            let hint = choice.hint.as_ref().map(|hint| format!(" – {}", say(hint)));
            [say(&choice.label).into(), hint.unwrap_or_default().into()].into()
        };
        let asked = question.asked_when.as_ref().map(|when| condition(self.rules, when));
        let asked = asked.map_or_else(|| words::ALWAYS.into(), |when| sentences::asked_when(&when));
        let rows = [
            (words::SHORT, say(&question.short).into()),
            (words::ANSWER, sentences::kind(question).into()),
            (words::CHOICES, list("", question.choices.iter().map(choice))),
            (words::ASKED_WHEN, asked.into()),
            (words::MAY_NOT_KNOW, sentences::may_not_know(question).into()),
            (words::WHY, say(&question.why).into()),
            (words::HELP, question.help.as_ref().map_or("", say).into()),
            (words::GUIDES, list("", question.guides.iter().map(|guide| self.guide(guide)))),
            (words::USED_BY, self.users(question)),
            (words::SOURCE, self.source(&question.source)),
        ];
        let choices = question.choices.iter().flat_map(|choice| std::iter::once(&choice.label).chain(&choice.hint));
        let guides = question.guides.iter().flat_map(|guide| [&guide.title, &guide.text]);
        let texts: Vec<&Text> = [&question.label, &question.short, &question.why]
            .into_iter()
            .chain(&question.help)
            .chain(choices)
            .chain(guides)
            .collect();
        let title = tag("h4", &[], format!("{at}. {}", say(&question.label)));
        tag(
            "article",
            &[("id", &anchor(QUESTION, &question.id))],
            [title, facts(rows), readings(say(&question.label), texts)],
        )
    }

    fn guide(&self, guide: &Guide) -> Html {
        let source = guide.source.as_ref().map(|source| p(self.source(source)));
        [p(say(&guide.title)), p(say(&guide.text)), source.unwrap_or_default()].into()
    }

    fn users(&self, question: &Question) -> Html {
        if question.kind == Kind::Supports {
            return words::EVERY_SUPPORT.into();
        }
        Self::or(self.links_to(|rule| rule.questions.contains(&question.id.as_str())), words::NOWHERE)
    }

    /// A question by its short name.
    pub(super) fn question_link(&self, id: &str) -> Html {
        link(&anchor(QUESTION, id), short(self.rules, id))
    }
}
