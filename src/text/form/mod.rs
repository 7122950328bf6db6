//! The application as a document: what the page shows before it is made, what the PDF prints.

mod summary;

use super::personal::{lives_in, shown};
use super::roles::{detail_label, of_age, role, role_name, who_signs};
use super::words::state;
use super::{answer, asked_for, capital, explain, figures, it, say, source, states};
use crate::answers::truth::{Truth, decide};
use crate::answers::{Answer, Answers};
use crate::application::document::{Align, Block, Check, Column, Document, Field, Labels, Level, PdfA, Table, Tone};
use crate::application::{Applicant, Detail, Signing};
use crate::assess::{Assessment, Row, SupportRow};
use crate::date::Date;
use crate::programme::{DocumentNeed, Role, Rules};

/// Builds the application from what was answered and assessed. The rules are in Italian as to anyone: an office reads it.
pub fn application(rules: &Rules, answers: &Answers, assessment: &Assessment, applicant: &Applicant) -> Document {
    let form = Form { rules, answers, assessment, applicant };
    let blocks = [
        form.head(),
        form.persons(),
        form.requirements(),
        form.supports(),
        form.attachments(),
        form.declarations(),
        form.signatures(),
    ];
    let title = format!("{}: {}", it::form::TITLE, say(&rules.programme.title));
    paper(rules, answers.as_of, title, blocks.into_iter().flatten().collect())
}

/// A document of this notice and of one day.
pub(super) fn paper(rules: &Rules, day: Date, title: String, blocks: Vec<Block>) -> Document {
    let notice = &rules.notice;
    Document {
        title,
        subject: say(&notice.title).into(),
        language: "it".into(),
        date: day,
        notice_line: format!(
            "{} {} · {} {} · {}",
            notice.id,
            notice.version,
            rules.programme.id,
            rules.programme.version,
            figures::day(day)
        ),
        labels: Labels {
            page: it::form::PAGE.into(),
            blank: it::form::BLANK.into(),
            checked: it::form::CHECKED.into(),
            unchecked: it::form::UNCHECKED.into(),
        },
        blocks,
        pdf_a: PdfA::default(),
        attachments: Vec::new(),
    }
}

struct Form<'a> {
    rules: &'a Rules,
    answers: &'a Answers,
    assessment: &'a Assessment,
    applicant: &'a Applicant,
}

pub(super) fn heading(level: Level, text: &str) -> Block {
    Block::Heading { level, text: text.into() }
}

pub(super) fn field(label: impl Into<String>, value: impl Into<String>) -> Field {
    let value = value.into();
    Field { label: label.into(), value: (!value.trim().is_empty()).then(|| value.trim().into()) }
}

impl Form<'_> {
    fn head(&self) -> Vec<Block> {
        let office = &self.rules.notice.office;
        vec![
            heading(Level::One, &format!("{}: {}", it::form::TITLE, say(&self.rules.programme.title))),
            Block::Paragraph(say(&self.rules.notice.title).into()),
            Block::Paragraph(format!(
                "{} {}",
                it::form::TO,
                [Some(office.name.as_str()), office.address.as_deref()]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            Block::Note { tone: Tone::Caution, text: it::form::DRAFT.into() },
            self.summary(),
        ]
    }

    fn persons(&self) -> Vec<Block> {
        let lives_in = lives_in(self.rules, self.answers);
        let beneficiary = &self.applicant.beneficiary;
        let mut of_beneficiary: Vec<Field> = Detail::of_beneficiary(self.rules.notice.asks_iban)
            .map(|detail| field(detail_label(self.rules.voice(), detail), shown(beneficiary, detail, lives_in)))
            .collect();
        let birth = self.rules.programme.questions.iter().find_map(|question| match self.answers.get(&question.id) {
            Some(Answer::Day(day)) => Some(figures::day(*day)),
            _ => None,
        });
        of_beneficiary.insert(2, field(it::form::BIRTH_DATE, birth.unwrap_or_default()));
        let mut blocks = vec![
            heading(Level::Two, it::form::BENEFICIARY),
            Block::Fields(of_beneficiary),
            heading(Level::Two, it::form::SUBMITTER),
        ];
        let (voice, role) = (self.rules.voice(), self.role());
        let mut of_submitter = vec![field(it::form::ROLE, role_name(voice, role))];
        let details = Detail::of_submitter(role).iter();
        of_submitter
            .extend(details.map(|detail| field(detail_label(voice, *detail), self.applicant.submitter.get(*detail))));
        blocks.push(Block::Fields(of_submitter));
        blocks
    }

    fn role(&self) -> Role {
        role(self.rules, self.answers, self.applicant)
    }

    fn requirements(&self) -> Vec<Block> {
        let rows =
            self.assessment.requirements.iter().zip(&self.rules.programme.requirements).map(|(row, requirement)| {
                let state = states::requirement_state(self.rules.voice(), row.state);
                let about = explain::about(self.rules, self.answers, Row::Requirement(&row.id), &row.missing);
                let stated = format!("{state}. {}", about.join(" "));
                vec![say(&requirement.label).into(), stated, source(self.rules, &row.source)]
            });
        let answered = self.rules.programme.questions.iter().filter_map(|question| {
            let given = self.answers.get(&question.id)?;
            (question.kind != crate::programme::Kind::Supports)
                .then(|| field(capital(say(&question.short)), answer(self.rules, question, given)))
        });
        vec![
            heading(Level::Two, it::form::DECLARED),
            Block::Table(Table {
                caption: it::form::DECLARED_CAPTION.into(),
                columns: columns(&[it::form::REQUIREMENT, it::form::STATED, it::form::SOURCE], Align::Start),
                rows: rows.collect(),
            }),
            heading(Level::Two, it::form::ANSWERS),
            Block::Fields(answered.collect()),
        ]
    }

    fn asked_for(&self) -> impl Iterator<Item = &SupportRow> {
        asked_for(self.rules, self.answers, self.assessment)
    }

    fn documents(&self, need: DocumentNeed) -> impl Iterator<Item = &crate::programme::Document> {
        let rows = self.assessment.documents.iter().filter(move |row| row.need == need);
        rows.filter_map(|row| self.rules.documents().find(|document| document.id == row.id))
    }

    fn supports(&self) -> Vec<Block> {
        let mut blocks = vec![heading(Level::Two, it::form::ASKED)];
        let mut rows = Vec::new();
        let voice = self.rules.voice();
        for row in self.asked_for() {
            let Some(support) = self.rules.support(&row.id) else { continue };
            let (amount, year) = match (row.amount, row.every, row.first_year) {
                (Some(amount), Some(every), Some(year)) => {
                    (format!("{} {}", figures::euro(amount), figures::unit(voice, row.per, every)), figures::euro(year))
                }
                _ => (it::form::NO_AMOUNT.into(), it::form::NO_AMOUNT.into()),
            };
            rows.push(vec![say(&support.label).into(), states::support_state(self.rules, row.state), amount, year]);
        }
        if rows.is_empty() {
            blocks.push(Block::Paragraph(voice.say(state::NO_SUPPORT)));
            return blocks;
        }
        let mut columns =
            columns(&[it::form::SUPPORT, it::form::STATE, it::form::AT_MOST, it::form::FIRST_YEAR], Align::Start);
        if let Some(last) = columns.last_mut() {
            last.align = Align::Decimal;
        }
        blocks.push(Block::Table(Table { caption: it::form::ASKED_CAPTION.into(), columns, rows }));
        blocks.push(Block::Paragraph(say(&self.rules.programme.caution).into()));
        for row in self.asked_for() {
            blocks.extend(self.reckoning(row));
        }
        blocks
    }

    /// How one support's figure came about, and what to know about it.
    fn reckoning(&self, row: &SupportRow) -> Vec<Block> {
        let Some(support) = self.rules.support(&row.id) else { return Vec::new() };
        let lines = explain::reckoning(self.rules, row);
        if lines.is_empty() {
            Vec::new()
        } else {
            vec![heading(Level::Three, say(&support.label)), Block::Bullets(lines)]
        }
    }

    fn attachments(&self) -> Vec<Block> {
        let list = |need| {
            let items = self.documents(need).map(|document| Check {
                checked: false,
                text: format!("{}. {}", say(&document.label).trim_end_matches('.'), say(&document.help)),
            });
            Block::Checklist(items.collect())
        };
        let voice = self.rules.voice();
        vec![
            heading(Level::Two, it::form::ATTACHMENTS),
            heading(Level::Three, &voice.say(state::REQUIRED_DOCUMENTS)),
            list(DocumentNeed::Required),
            heading(Level::Three, &voice.say(state::USEFUL_DOCUMENTS)),
            list(DocumentNeed::Useful),
        ]
    }

    fn declarations(&self) -> Vec<Block> {
        let holds = |wording: &&crate::programme::Wording| {
            wording.when.as_ref().is_none_or(|when| decide(self.rules, self.answers, when).truth == Truth::Yes)
        };
        let said = self.rules.programme.declarations.iter().filter(holds);
        vec![
            heading(Level::Two, it::form::DECLARATIONS),
            Block::Paragraph(it::form::DECLARES.into()),
            Block::Bullets(
                said.map(|wording| format!("{} ({})", wording.it, source(self.rules, &wording.source))).collect(),
            ),
            heading(Level::Two, it::form::PRIVACY),
            Block::Paragraph(self.rules.notice.privacy.as_ref().map_or("", |privacy| say(&privacy.text)).into()),
        ]
    }

    fn signatures(&self) -> Vec<Block> {
        let signing = Signing::of(self.role(), of_age(self.answers));
        let place = match self.applicant.place.trim() {
            "" => it::form::PLACE_AND_DATE.into(),
            place => format!("{place}, {}", it::form::DATE),
        };
        let lines = std::iter::once(place).chain(it::form::signatures(signing).iter().map(|line| (*line).into()));
        vec![
            heading(Level::Two, it::form::WHO_SIGNS),
            Block::Paragraph(who_signs(self.rules.voice(), signing)),
            Block::Paragraph(it::form::HOW_TO_SIGN.into()),
            Block::Signature(lines.collect()),
        ]
    }
}

pub(super) fn columns(headers: &[&str], align: Align) -> Vec<Column> {
    headers.iter().map(|header| Column { header: (*header).into(), align }).collect()
}
