//! The head of the page, and what deserves a look before anything else.

use super::html::{Html, facts, link, link_to, list, p, tag};
use super::inventory::{HEAD, NUMBERS, REQUIREMENT, Rule, anchor};
use super::{Book, Section, inventory, readings, sentences, words};
use crate::programme::{Kind, Level, Reading};
use crate::text::condition::{condition, quoted, value};
use crate::text::words::{Words, page};
use crate::text::{figures, say};

impl Book<'_> {
    pub(super) fn head(&self, title: &str) -> Html {
        let (programme, notice) = (&self.rules.programme, &self.rules.notice);
        let named = |title: &str, version: &str| Html::from(format!("{title}, {}", sentences::version(version)));
        let municipalities = notice.municipalities.iter().map(|municipality| {
            format!("{} ({}, codice {})", municipality.name, municipality.postal_code, municipality.code)
        });
        let municipalities: Vec<String> = municipalities.collect();
        let resources = notice.resources.as_ref().map(|resources| -> Html {
            [p(figures::euro(resources.amount)), p(self.source(&resources.source))].into()
        });
        let rows = [
            (words::PROGRAMME, named(say(&programme.title), &programme.version)),
            (words::PURPOSE, say(&programme.summary).into()),
            (words::AT_HAND, list("", programme.at_hand.iter().map(|thing| say(thing).into()))),
            (words::NOTICE, named(say(&notice.title), &notice.version)),
            (words::TERRITORY, notice.territory.as_str().into()),
            (words::MUNICIPALITIES, municipalities.join("; ").into()),
            (words::OFFICE, self.office()),
            (words::IN_FORCE, self.in_force()),
            (words::FOLLOWS, notice.follows.as_deref().unwrap_or_default().into()),
            (words::URGENT, self.urgent()),
            (words::RESOURCES, resources.unwrap_or_default()),
            (words::WINDOW, self.window()),
            (words::CHANNEL, [p(say(&notice.channel)), p(self.source(&notice.channel_source))].into()),
            (words::CAUTION, say(&programme.caution).into()),
        ];
        let texts = [&programme.title, &programme.summary, &notice.title, &notice.window.text, &notice.channel];
        let texts = texts.into_iter().chain([&programme.caution]).chain(&programme.at_hand);
        let lead = tag("p", &[("class", "lead")], words::LEAD);
        let parts =
            [tag("h1", &[], title), lead, p(words::LEAD_MADE), facts(rows), readings(words::HEAD_READINGS, texts)];
        tag("header", &[("id", HEAD)], parts)
    }

    fn in_force(&self) -> Html {
        let Some(period) = &self.rules.programme.in_force else { return Html::default() };
        let [from, until] = [period.from, period.until].map(|day| day.map(figures::day));
        [p(sentences::period(from, until)), p(self.source(&period.source))].into()
    }

    fn urgent(&self) -> Html {
        let Some(urgent) = &self.rules.programme.urgent else { return Html::default() };
        let calls = urgent.calls.iter().map(|call| format!("{}: {}", call.number, say(&call.text)).into());
        let texts = [&urgent.title, &urgent.text].into_iter().chain(urgent.calls.iter().map(|call| &call.text));
        let title = say(&urgent.title);
        let when =
            urgent.when.as_ref().map(|when| p(format!("{} {}.", words::ABOVE_RESULT, condition(self.rules, when))));
        let says = [p(title), list("", calls), p(say(&urgent.text)), when.unwrap_or_default()];
        [says.into(), p(self.source(&urgent.source)), readings(title, texts)].into()
    }

    fn office(&self) -> Html {
        let office = &self.rules.notice.office;
        let contacts = [
            (None, &office.address),
            (Some(page::TELEPHONE), &office.telephone),
            (Some(page::EMAIL), &office.email),
            (Some(page::PEC), &office.pec),
            (Some(page::WEB), &office.web),
            (Some(page::HOURS), &office.hours),
        ];
        let voice = self.rules.voice();
        let contact = |(name, value): (Option<Words>, &Option<String>)| {
            let value = value.as_deref()?;
            Some(name.map_or_else(|| value.into(), |name| format!("{}: {value}", voice.say(name))))
        };
        let lines = contacts.into_iter().filter_map(contact).map(Html::from);
        [p(office.name.as_str()), list("plain", lines)].into()
    }

    fn window(&self) -> Html {
        let window = &self.rules.notice.window;
        let days = [(words::FROM, window.from), (words::UNTIL, window.until)];
        let days = days.into_iter().filter_map(|(word, day)| Some(format!("{word} {}", figures::day(day?))));
        let days = days.collect::<Vec<_>>().join(", ");
        let days = if days.is_empty() { Html::default() } else { p(days) };
        [days, p(say(&window.text)), p(self.source(&window.source))].into()
    }

    pub(super) fn foot(&self, review: Option<&str>) -> Html {
        let (programme, notice) = (&self.rules.programme, &self.rules.notice);
        let from = format!(
            "{} {} ({}), {} ({}).",
            words::FOOT,
            programme.id,
            sentences::version(&programme.version),
            notice.id,
            sentences::version(&notice.version)
        );
        let review = review.map(|address| p(link_to(address, words::REVIEW))).unwrap_or_default();
        tag("footer", &[], [p(from), review])
    }

    /// What an official would want to compare with the texts first.
    pub(super) fn to_look_at(&self) -> Section {
        let groups = [
            (words::LOOK_CHANGED, self.changed()),
            (words::LOOK_ADDED, self.added()),
            (words::LOOK_INFERRED, self.read_as(Reading::Inferred)),
            (words::LOOK_UNSTATED, self.read_as(Reading::Unstated)),
            (words::LOOK_UNUSED, self.unused()),
        ];
        let group = |(title, items): (&str, Vec<Html>)| -> Html {
            let heading = tag("h3", &[], format!("{title} ({})", items.len()));
            let items = list("check", items);
            [heading, if items.is_empty() { p(words::NOTHING_TO_LOOK_AT) } else { items }].into()
        };
        let groups: Html = groups.into_iter().map(group).collect();
        Section::new("da-guardare", words::TO_LOOK_AT, [p(words::TO_LOOK_AT_LEAD), groups])
    }

    fn changed(&self) -> Vec<Html> {
        let entry = |lowered: &crate::programme::Lowered| {
            let rule = self.numbers_rule(&lowered.number)?;
            let level = self.rules.number(&lowered.number).map_or(Level::Local, |number| number.level);
            Some(Html::from([self.entry(rule), " ".into(), mark(sentences::changed(level))]))
        };
        self.rules.notice.lowered.iter().filter_map(entry).collect()
    }

    fn added(&self) -> Vec<Html> {
        let notice = &self.rules.notice;
        let numbers = notice.numbers.iter().filter_map(|number| self.numbers_rule(&number.id));
        let requirements = notice.requirements.iter().map(|requirement| anchor(REQUIREMENT, &requirement.id));
        let documents = notice.attachments.iter().map(|document| {
            (inventory::DOCUMENTS.to_owned(), format!("{} {}", words::OF_DOCUMENT, quoted(say(&document.label))))
        });
        let chapters = notice.chapters.iter().map(|chapter| anchor(inventory::CHAPTER, &chapter.id));
        let at: Vec<String> = requirements.chain(chapters).collect();
        let named: Vec<(String, String)> = documents.collect();
        let others = self.inventory.iter().filter(|rule| {
            at.contains(&rule.anchor) || named.iter().any(|(place, name)| *place == rule.anchor && *name == rule.name)
        });
        numbers.chain(others).map(|rule| self.entry(rule)).collect()
    }

    fn read_as(&self, reading: Reading) -> Vec<Html> {
        let read = |rule: &&Rule<'_>| rule.source.is_some_and(|source| source.reading == reading);
        self.inventory.iter().filter(read).map(|rule| self.entry(rule)).collect()
    }

    fn unused(&self) -> Vec<Html> {
        let asks = |id: &str| self.inventory.iter().any(|rule| rule.questions.contains(&id));
        let uses = |id: &str| self.inventory.iter().any(|rule| rule.numbers.iter().any(|(number, _)| *number == id));
        let questions =
            self.rules.programme.questions.iter().filter(|one| one.kind != Kind::Supports && !asks(&one.id));
        let questions =
            questions.map(|question| link(&anchor(inventory::QUESTION, &question.id), say(&question.label)));
        let numbers = self.rules.programme.numbers.iter().filter(|number| !uses(&number.id));
        questions.chain(numbers.map(|number| link(NUMBERS, value(self.rules, &number.id)))).collect()
    }

    /// The entry of a number in the inventory.
    fn numbers_rule(&self, id: &str) -> Option<&Rule<'_>> {
        let place = self.rules.programme.numbers.iter().position(|number| number.id == id)?;
        self.inventory.iter().filter(|rule| rule.anchor == NUMBERS).nth(place)
    }

    /// A rule with a link to its place and the paragraph that it follows.
    fn entry(&self, rule: &Rule<'_>) -> Html {
        let says = if rule.says.is_empty() { Html::default() } else { format!(": {}", rule.says).into() };
        let source = rule.source.map_or_else(Html::default, |source| {
            tag("span", &[("class", "source")], format!(" – {}", crate::text::place(self.rules, source)))
        });
        [link(&rule.anchor, rule.name.as_str()), says, source].into()
    }
}

/// A mark beside something that a notice changed or added.
pub(super) fn mark(words: &str) -> Html {
    tag("strong", &[("class", "mark")], words)
}
