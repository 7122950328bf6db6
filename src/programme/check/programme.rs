//! Faults of a programme: its head, numbers, questions, rules, pairs and budget.

use super::{Check, Seen, readable};
use crate::date::Date;
use crate::programme::{
    Amount, COMPATIBILITY_NOT_STATED, COMPATIBILITY_UNSTATED, Condition, Fault, Kind, NumberKind, Programme,
    ReasonKind, Stands, Support, Text,
};

/// Faults of a programme by itself.
pub(in crate::programme) fn programme(file: &str, programme: &Programme) -> Vec<Fault> {
    let mut check = Check::new(file, programme);
    check.head();
    check.numbers();
    check.questions();
    check.rules();
    for (at, support) in programme.supports.iter().enumerate() {
        check.support(&format!("supports[{at}]"), support);
    }
    check.compatibility();
    check.budget();
    check.comparison();
    let values: Vec<String> = programme.applying.by.iter().map(|one| one.value.clone()).collect();
    check.choices("applying", &programme.applying.question, &values);
    check.chapters(&programme.chapters);
    check.leads();
    programme.horizon.iter().for_each(|number| check.number("horizon", number, &[NumberKind::Count]));
    for (at, document) in programme.documents.iter().enumerate() {
        check.document(&format!("documents[{at}]"), document);
    }
    check.faults
}

/// Faults of a programme's numbers.
pub(in crate::programme) fn numbers(file: &str, programme: &Programme) -> Vec<Fault> {
    let mut check = Check::new(file, programme);
    check.numbers();
    check.faults
}

impl<'a> Check<'a> {
    fn head(&mut self) {
        let programme = self.programme;
        if programme.version.parse::<Date>().is_err() {
            self.say("version", format!("\"{}\" non è una data come \"2026-11-21\"", programme.version));
        }
        if programme.reading.is_some() {
            self.say(
                "reading",
                "questo file è quello pubblicato, con i testi in una sola lettura: controlla l'originale",
            );
        }
        if programme.caution == Text::default() {
            self.say("caution", "manca: dice che cosa non promette una stima");
        }
        self.once("cited", programme.cited.iter().map(|item| item.id.as_str()));
        self.once("numbers", programme.numbers.iter().map(|item| item.id.as_str()));
        self.once("sections", programme.sections.iter().map(|item| item.id.as_str()));
        self.once("questions", programme.questions.iter().map(|item| item.id.as_str()));
        self.once("requirements", programme.requirements.iter().map(|item| item.id.as_str()));
        self.once("priorities", programme.priorities.iter().map(|item| item.id.as_str()));
        self.once("reasons", programme.reasons.iter().map(|item| item.id.as_str()));
        self.once("supports", programme.supports.iter().map(|item| item.id.as_str()));
        self.once("documents", programme.documents.iter().map(|item| item.id.as_str()));
        if let Some(urgent) = &programme.urgent {
            self.source("urgent", &urgent.source);
            self.when("urgent", urgent.when.as_ref());
        }
        if let Some(period) = &programme.in_force {
            self.source("in_force", &period.source);
            if period.from.zip(period.until).is_some_and(|(from, until)| from > until) {
                self.say("in_force.until", "viene prima di in_force.from");
            }
        }
        for (at, wording) in programme.declarations.iter().enumerate() {
            let key = format!("declarations[{at}]");
            self.source(&key, &wording.source);
            self.when(&key, wording.when.as_ref());
        }
    }

    fn numbers(&mut self) {
        for (at, number) in self.programme.numbers.iter().enumerate() {
            self.source(&format!("numbers[{at}]"), &number.source);
            if let Err(why) = readable(number.kind, &number.value) {
                self.say(format!("numbers[{at}].value"), format!("\"{}\": {why}", number.value));
            }
        }
    }

    fn questions(&mut self) {
        let programme = self.programme;
        for (at, question) in programme.questions.iter().enumerate() {
            let key = format!("questions[{at}]");
            self.source(&key, &question.source);
            if let Some(asked_when) = &question.asked_when {
                self.condition(&format!("{key}.asked_when"), asked_when);
            }
            let asks = question.asked_when.iter().flat_map(Condition::questions);
            for other in asks.filter(|other| !programme.questions[..at].iter().any(|earlier| earlier.id == *other)) {
                self.say(format!("{key}.asked_when"), format!("la domanda \"{other}\" viene dopo, o non esiste"));
            }
            if !programme.sections.iter().any(|section| section.id == question.section) {
                self.say(format!("{key}.section"), format!("la sezione \"{}\" non esiste", question.section));
            }
            if (question.kind == Kind::Choice) != (question.choices.len() > 1) {
                self.say(format!("{key}.choices"), "servono almeno due scelte, e solo per \"kind\": \"choice\"");
            }
            if (question.kind == Kind::Measure) != question.unit.is_some() {
                self.say(format!("{key}.unit"), "dice in che cosa si misura, e solo per \"kind\": \"measure\"");
            }
            if question.at_least > question.at_most || question.at_most > 9999 {
                self.say(format!("{key}.at_most"), "deve stare tra at_least e 9999");
            }
            for (place, guide) in question.guides.iter().enumerate() {
                guide.source.iter().for_each(|source| self.source(&format!("{key}.guides[{place}]"), source));
            }
            let mut seen = Seen::default();
            for (place, choice) in question.choices.iter().enumerate() {
                if !seen.insert(&choice.value) {
                    self.say(
                        format!("{key}.choices[{place}].value"),
                        format!("\"{}\" compare due volte", choice.value),
                    );
                }
            }
        }
        if programme.questions.iter().filter(|question| question.kind == Kind::Supports).count() > 1 {
            self.say("questions", "una sola domanda può chiedere i sostegni");
        }
    }

    fn rules(&mut self) {
        let programme = self.programme;
        for (at, requirement) in programme.requirements.iter().enumerate() {
            self.source(&format!("requirements[{at}]"), &requirement.source);
            self.condition(&format!("requirements[{at}].when"), &requirement.when);
        }
        for (at, priority) in programme.priorities.iter().enumerate() {
            self.source(&format!("priorities[{at}]"), &priority.source);
            self.condition(&format!("priorities[{at}].when"), &priority.when);
            self.supports(&format!("priorities[{at}].supports"), &priority.supports);
        }
    }

    fn compatibility(&mut self) {
        let programme = self.programme;
        if programme.compatibility.iter().any(|said| said.stands == Stands::Unstated) {
            self.reason("reasons", COMPATIBILITY_UNSTATED, ReasonKind::Doubt);
            self.reason("reasons", COMPATIBILITY_NOT_STATED, ReasonKind::Note);
        }
        let mut seen = Seen::default();
        for (at, said) in programme.compatibility.iter().enumerate() {
            let key = format!("compatibility[{at}]");
            self.source(&key, &said.source);
            for list in [&said.between, &said.and, &said.doubt_for] {
                self.supports(&key, list);
            }
            said.reason.iter().for_each(|reason| self.reason(&key, reason, ReasonKind::Doubt));
            for (one, other) in said.between.iter().flat_map(|one| said.and.iter().map(move |other| (one, other))) {
                if one == other || !seen.insert((one.min(other), one.max(other))) {
                    self.say(&key, format!("la coppia \"{one}\" e \"{other}\" compare due volte"));
                }
            }
        }
        // Help that is no money takes nothing from any other.
        let is_money = |support: &&Support| !matches!(support.amount, Amount::Service { .. });
        let money: Vec<&Support> = programme.supports.iter().filter(is_money).collect();
        for (at, one) in money.iter().enumerate() {
            for other in &money[at + 1..] {
                if seen.insert(((&one.id).min(&other.id), (&one.id).max(&other.id))) {
                    self.say("compatibility", format!("manca la coppia \"{}\" e \"{}\"", one.id, other.id));
                }
            }
        }
    }

    fn leads(&mut self) {
        let programme = self.programme;
        self.once("leads", programme.leads.iter().map(|lead| lead.id.as_str()));
        for (at, lead) in programme.leads.iter().enumerate() {
            let key = format!("leads[{at}]");
            self.source(&key, &lead.source);
            self.condition(&format!("{key}.when"), &lead.when);
            if lead.programmes.is_empty() {
                self.say(format!("{key}.programmes"), "serve almeno un programma");
            }
        }
    }

    fn budget(&mut self) {
        if let Some(budget) = &self.programme.budget {
            self.source("budget", &budget.source);
            self.question("budget.budget", &budget.budget, &[Kind::Money]);
            self.question("budget.residents", &budget.residents, &[Kind::Count]);
            self.number("budget.limit", &budget.limit, &[NumberKind::Share]);
            self.supports("budget.residential", &budget.residential);
            self.supports("budget.also", &budget.also);
            let sheet = &budget.sheet;
            self.number("budget.sheet.from", &sheet.from, &[NumberKind::Count]);
            self.number("budget.sheet.to", &sheet.to, &[NumberKind::Count]);
            for question in sheet.own.iter().chain(&sheet.dwelling) {
                self.question("budget.sheet", question, &[Kind::Money]);
            }
            self.once("budget.sheet.resources", sheet.resources.iter().map(|resource| resource.id.as_str()));
        }
    }

    fn comparison(&mut self) {
        if let Some(comparison) = &self.programme.comparison {
            let values: Vec<String> = comparison.options.iter().map(|option| option.value.clone()).collect();
            self.choices("comparison.options", &comparison.question, &values);
            for option in &comparison.options {
                self.supports("comparison.options", &option.supports);
            }
            for question in &comparison.vary {
                self.question("comparison.vary", question, &[Kind::Money, Kind::Count]);
            }
            if !(2..=3).contains(&values.len()) {
                self.say("comparison.options", "si confrontano 2 o 3 possibilità");
            }
        }
    }
}
