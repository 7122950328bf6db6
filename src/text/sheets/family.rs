//! What a family takes home: what there could be, what is to be checked, what is missing, what to do next.

use super::super::form::{field, heading, paper};
use super::super::it::family as words;
use super::super::words::page;
use super::super::{capital, figures, reason, say, states};
use super::{Sheet, SheetOf, requirement_says};
use crate::application::document::{Block, Check, Document, Field, Labels, Level, Tone};
use crate::assess::{Assessment, PriorityState, RequirementState, SupportRow, SupportState};
use crate::programme::{DocumentNeed, ReasonKind, Rules};

/// The sheet for the family. The rules are in the easy reading, said to whoever takes it home.
pub fn family_sheet(rules: &Rules, assessment: &Assessment, about: &SheetOf) -> Document {
    let sheet = Family(Sheet { rules, assessment, about });
    let blocks = [
        sheet.head(),
        sheet.offered(),
        sheet.to_check(),
        sheet.refused(),
        sheet.missing(),
        sheet.brought(),
        sheet.next_steps(),
    ];
    let title = format!("{}: {}", words::TITLE, say(&rules.programme.title));
    let document = paper(rules, about.day, title, blocks.into_iter().flatten().collect());
    let labels =
        Labels { checked: words::RECEIVED.into(), unchecked: words::TO_RECEIVE.into(), ..document.labels.clone() };
    Document { labels, ..document }
}

struct Family<'a>(Sheet<'a>);

/// A part of the sheet: its heading and a sentence to begin with; nothing where there is nothing in it.
fn part(title: &str, lead: Option<&str>, body: Vec<Block>) -> Vec<Block> {
    if body.is_empty() {
        return body;
    }
    let lead = lead.map(|lead| Block::Paragraph(lead.into()));
    std::iter::once(heading(Level::Two, title)).chain(lead).chain(body).collect()
}

/// Labels with what there is to say about each; no block where there are none.
fn entries(fields: Vec<Field>) -> Vec<Block> {
    if fields.is_empty() { Vec::new() } else { vec![Block::Fields(fields)] }
}

impl Family<'_> {
    fn head(&self) -> Vec<Block> {
        let Sheet { rules, assessment, about } = self.0;
        let outcome = states::outcome(self.0.rules, assessment.outcome);
        vec![
            heading(Level::One, &format!("{}: {}", words::TITLE, say(&rules.programme.title))),
            Block::Fields(vec![
                field(words::FOR_WHOM, &*about.alias),
                field(words::DAY, figures::day(about.day)),
                field(words::NOTICE, say(&rules.notice.title)),
            ]),
            heading(Level::Two, words::WHAT),
            Block::Paragraph(say(&rules.programme.summary).into()),
            Block::Note {
                tone: Tone::Info,
                text: format!("{outcome}. {}", states::outcome_means(self.0.rules, assessment.outcome)),
            },
            Block::Note {
                tone: Tone::Caution,
                text: format!("{} {}", words::NOT_A_DECISION, say(&rules.programme.caution)),
            },
        ]
    }

    fn offered(&self) -> Vec<Block> {
        let entry = |row: &SupportRow| {
            let support = self.0.rules.support(&row.id)?;
            let said = std::iter::once(say(&support.summary).to_owned())
                .chain(self.amount(row, words::up_to))
                .chain(self.first_year(row))
                .chain(self.notes(row));
            Some(field(say(&support.label), said.collect::<Vec<_>>().join("\n")))
        };
        let offered = self.0.supports(SupportState::Included).filter_map(entry).collect();
        part(words::OFFERED, Some(words::OFFERED_LEAD), entries(offered))
    }

    /// The ceiling of a support, said with `how`.
    fn amount(&self, row: &SupportRow, how: fn(&str, &str) -> String) -> Option<String> {
        let unit = figures::unit(self.0.rules.voice(), row.per, row.every?);
        Some(how(&capital(&unit), &figures::euro(row.amount?)))
    }

    /// What a support comes to in the first year, where that is another figure.
    fn first_year(&self, row: &SupportRow) -> Option<String> {
        let first_year = row.first_year.filter(|year| Some(*year) != row.amount)?;
        Some(words::first_year(&figures::euro(first_year)))
    }

    /// What to know about an amount. That the notice does not speak of two supports together changes nothing, and stands
    /// on the technical sheet.
    fn notes(&self, row: &SupportRow) -> impl Iterator<Item = String> {
        let own = self.0.reasons(row, ReasonKind::Note).filter(|id| !id.contains(':'));
        own.map(|id| reason(self.0.rules, id))
    }

    fn to_check(&self) -> Vec<Block> {
        let open = self.0.requirements().filter(|(_, row)| row.state == RequirementState::ToVerify);
        let requirements = open.map(|(one, row)| field(say(&one.label), requirement_says(self.0.rules, one, row)));
        let supports = self.0.supports(SupportState::ToVerify).map(|row| {
            let doubts = [self.0.told(row, ReasonKind::Doubt)].into_iter();
            let said: Vec<String> = doubts.chain(self.amount(row, words::perhaps_up_to)).collect();
            field(self.0.label(&row.id), said.join("\n"))
        });
        let fields = requirements.chain(supports).chain(self.priorities_to_check()).collect();
        part(words::TO_CHECK, Some(words::TO_CHECK_LEAD), entries(fields))
    }

    /// The priorities of the supports asked for that an office has to look at.
    fn priorities_to_check(&self) -> impl Iterator<Item = Field> {
        let Sheet { rules, assessment, .. } = self.0;
        let asked =
            |id: &String| assessment.supports.iter().any(|row| row.id == *id && row.state != SupportState::NotWanted);
        let rows = rules.programme.priorities.iter().zip(&assessment.priorities);
        rows.filter(move |(one, row)| {
            row.state == PriorityState::ToVerify && (one.supports.is_empty() || one.supports.iter().any(asked))
        })
        .map(|(one, _)| field(say(&one.label).trim_end_matches('.'), words::PERHAPS_FIRST))
    }

    fn refused(&self) -> Vec<Block> {
        let not_met = self.0.requirements().filter(|(_, row)| row.state == RequirementState::NotMet);
        let requirements = not_met.map(|(one, row)| field(say(&one.label), requirement_says(self.0.rules, one, row)));
        let supports = self
            .0
            .supports(SupportState::Excluded)
            .map(|row| field(self.0.label(&row.id), self.0.told(row, ReasonKind::Exclusion)));
        part(words::REFUSED, None, entries(requirements.chain(supports).collect()))
    }

    fn missing(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let named = assessment.missing.iter().filter_map(|id| rules.question(id));
        let answers: Vec<String> = named.map(|question| capital(say(&question.short))).collect();
        let mut body = Vec::new();
        if !answers.is_empty() {
            body.push(heading(Level::Three, words::ANSWERS));
            body.push(Block::Paragraph(words::ANSWERS_LEAD.into()));
            body.push(Block::Bullets(answers));
        }
        body.extend(self.to_bring(words::TO_BRING, DocumentNeed::Required));
        body.extend(self.to_bring(words::TO_BRING_USEFUL, DocumentNeed::Useful));
        part(words::MISSING, None, body)
    }

    fn to_bring(&self, title: &str, need: DocumentNeed) -> Vec<Block> {
        let gives = self.0.rules.voice().say(page::WHO_GIVES);
        let open = self.0.documents(need).filter(|(one, _)| !self.0.received(&one.id));
        let checks: Vec<Check> = open
            .map(|(one, _)| Check {
                checked: false,
                text: format!("{}. {} {gives}: {}.", say(&one.label), say(&one.help), say(&one.from)),
            })
            .collect();
        if checks.is_empty() { Vec::new() } else { vec![heading(Level::Three, title), Block::Checklist(checks)] }
    }

    fn brought(&self) -> Vec<Block> {
        let received = self.0.rules.documents().filter(|one| self.0.received(&one.id));
        let checks: Vec<Check> = received.map(|one| Check { checked: true, text: say(&one.label).into() }).collect();
        let body = if checks.is_empty() { Vec::new() } else { vec![Block::Checklist(checks)] };
        part(words::BROUGHT, None, body)
    }

    fn next_steps(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let (voice, notice) = (rules.voice(), &rules.notice);
        let to_bring = self.0.documents(DocumentNeed::Required).any(|(one, _)| !self.0.received(&one.id));
        let own = [
            (words::FIND_ANSWERS, !assessment.missing.is_empty()),
            (words::PREPARE_DOCUMENTS, to_bring),
            (words::ASK_OFFICE, !self.to_check().is_empty()),
        ];
        let own = own.into_iter().filter(|(_, holds)| *holds).map(|(step, _)| step);
        let steps = own.chain([say(&notice.window.text), say(&notice.channel)]).map(Into::into).collect();
        let office = &notice.office;
        let hours = office.hours.as_deref().unwrap_or(words::NO_HOURS);
        let ways = [
            Some(field(words::OFFICE, &*office.name)),
            office.address.as_deref().map(|address| field(words::ADDRESS, address)),
            office.telephone.as_deref().map(|telephone| field(voice.say(page::TELEPHONE), telephone)),
            office.email.as_deref().map(|email| field(voice.say(page::EMAIL), email)),
            Some(field(voice.say(page::HOURS), hours)),
        ];
        vec![
            heading(Level::Two, &voice.say(page::NEXT_STEPS)),
            Block::Bullets(steps),
            Block::Summary { title: voice.say(page::OFFICE), entries: ways.into_iter().flatten().collect() },
        ]
    }
}
