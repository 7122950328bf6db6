//! What a counsellor keeps of a case: every row of the assessment with its source.

mod figures;
mod open;

use super::super::compare::{ComparedRow, differing, side_by_side};
use super::super::form::{columns, field, heading, paper};
use super::super::it::form::{DECLARED_CAPTION, REQUIREMENT, SOURCE, STATED, SUMMARY};
use super::super::it::technical as words;
use super::super::words::{compare, page};
use super::super::{capital, figures as written, missing, questions, say, source, states};
use super::{Sheet, SheetOf, requirement_says};
use crate::application::document::{Align, Block, Document, Level, Table, Tone};
use crate::assess::{Assessment, DocumentRow, RequirementRow};
use crate::programme::{DocumentNeed, Requirement, Rules};

/// The sheet for who follows the case. The rules are in Italian as to anyone.
pub fn technical_sheet(rules: &Rules, assessment: &Assessment, about: &SheetOf) -> Document {
    let sheet = Technical(Sheet { rules, assessment, about });
    let blocks = [
        sheet.head(),
        sheet.requirements(),
        sheet.priorities(),
        sheet.supports(),
        sheet.totals(),
        sheet.years(),
        sheet.budget(),
        sheet.documents(),
        sheet.open(),
        sheet.options(),
    ];
    let title = format!("{}: {}", words::TITLE, say(&rules.programme.title));
    paper(rules, about.day, title, blocks.into_iter().flatten().collect())
}

struct Technical<'a>(Sheet<'a>);

/// A table whose cells are words.
fn table(caption: &str, headers: &[&str], rows: Vec<Vec<String>>) -> Block {
    Block::Table(Table { caption: caption.into(), columns: columns(headers, Align::Start), rows })
}

impl Technical<'_> {
    fn head(&self) -> Vec<Block> {
        let Sheet { rules, assessment, about } = self.0;
        let (programme, notice) = (&rules.programme, &rules.notice);
        let missing = match assessment.missing.as_slice() {
            [] => words::NONE_MISSING.into(),
            missing => questions(rules, missing),
        };
        let counted = |need| {
            let all = || self.0.documents(need);
            [all().filter(|(one, _)| self.0.received(&one.id)).count(), all().count()]
        };
        let documents = words::documents(counted(DocumentNeed::Required), counted(DocumentNeed::Useful));
        let entries = vec![
            field(words::CASE, &*about.alias),
            field(words::DAY, written::day(about.day)),
            field(words::ESTIMATED, written::day(assessment.as_of)),
            field(words::NOTICE, format!("{} ({})", say(&notice.title), words::version(&notice.id, &notice.version))),
            field(
                words::PROGRAMME,
                format!("{} ({})", say(&programme.title), words::version(&programme.id, &programme.version)),
            ),
            field(words::OUTCOME, states::outcome(rules, assessment.outcome)),
            field(words::MISSING, missing),
            field(words::DOCUMENTS, documents),
        ];
        vec![
            heading(Level::One, &format!("{}: {}", words::TITLE, say(&programme.title))),
            Block::Summary { title: SUMMARY.into(), entries },
            Block::Note { tone: Tone::Caution, text: words::NOT_A_DECISION.into() },
            Block::Paragraph(say(&programme.caution).into()),
        ]
    }

    fn requirements(&self) -> Vec<Block> {
        let Sheet { rules, .. } = self.0;
        let row = |(requirement, row): (&Requirement, &RequirementRow)| {
            let state = states::requirement_state(rules.voice(), row.state);
            let said = format!("{state}. {}", requirement_says(rules, requirement, row));
            vec![say(&requirement.label).into(), said, source(rules, &row.source)]
        };
        vec![
            heading(Level::Two, &rules.voice().say(page::REQUIREMENTS)),
            table(DECLARED_CAPTION, &[REQUIREMENT, STATED, SOURCE], self.0.requirements().map(row).collect()),
        ]
    }

    fn priorities(&self) -> Vec<Block> {
        let Sheet { rules, assessment, .. } = self.0;
        let voice = rules.voice();
        let rows = rules.programme.priorities.iter().zip(&assessment.priorities).map(|(priority, row)| {
            let said = std::iter::once(format!("{}.", states::priority_state(voice, row.state)));
            let said: Vec<String> = said.chain(missing(rules, &row.missing)).collect();
            vec![say(&priority.label).into(), said.join(" "), source(rules, &row.source)]
        });
        vec![
            heading(Level::Two, &voice.say(page::PRIORITIES)),
            Block::Paragraph(voice.say(page::PRIORITIES_LEAD)),
            table(words::PRIORITIES_CAPTION, &[words::PRIORITY, STATED, SOURCE], rows.collect()),
        ]
    }

    fn documents(&self) -> Vec<Block> {
        let needed = [DocumentNeed::Required, DocumentNeed::Useful].map(|need| self.0.documents(need));
        let mut rows: Vec<Vec<String>> = Vec::new();
        for (document, row) in needed.into_iter().flatten() {
            let situation = match row.need {
                _ if self.0.received(&document.id) => words::RECEIVED,
                DocumentNeed::Required => words::REQUIRED,
                DocumentNeed::Useful => words::USEFUL,
            };
            let cells = [say(&document.label), situation, &self.because(row), say(&document.from)];
            rows.push(cells.map(Into::into).into());
        }
        let asked = |id: &str| self.0.assessment.documents.iter().any(|row| row.id == id);
        for document in self.0.rules.documents().filter(|one| self.0.received(&one.id) && !asked(&one.id)) {
            let cells = [say(&document.label), words::RECEIVED, words::NOT_NEEDED, say(&document.from)];
            rows.push(cells.map(Into::into).into());
        }
        let headers = [words::DOCUMENT, words::SITUATION, words::BECAUSE, words::FROM];
        vec![heading(Level::Two, words::DOCUMENTS), table(words::DOCUMENTS_CAPTION, &headers, rows)]
    }

    /// The supports and questions that ask for a document; that it is always needed, where none does.
    fn because(&self, row: &DocumentRow) -> String {
        let rules = self.0.rules;
        let name = |id: &String| match (rules.support(id), rules.question(id)) {
            (Some(support), _) => say(&support.label).into(),
            (None, Some(question)) => say(&question.short).into(),
            (None, None) => id.clone(),
        };
        match row.because.as_slice() {
            [] => rules.voice().say(page::ALWAYS),
            because => capital(&because.iter().map(name).collect::<Vec<String>>().join(", ")),
        }
    }

    /// The housing options side by side, and where they differ.
    fn options(&self) -> Vec<Block> {
        let Sheet { rules, about, .. } = self.0;
        if about.options.is_empty() {
            return Vec::new();
        }
        let voice = rules.voice();
        let assessments: Vec<Assessment> = about.options.iter().map(|option| option.assessment.clone()).collect();
        let compared = side_by_side(rules, &assessments);
        let differ = compared.iter().filter(|row| row.differs).count();
        let row = |row: ComparedRow| {
            let mark = if row.differs { voice.say(compare::DIFFERS) } else { String::new() };
            std::iter::once(format!("{mark}{}", row.label)).chain(row.cells).collect()
        };
        let headers: Vec<&str> =
            std::iter::once(words::COMPARED).chain(about.options.iter().map(|option| &*option.label)).collect();
        vec![
            heading(Level::Two, words::OPTIONS),
            Block::Paragraph(format!("{} {}", differing(voice, differ), voice.say(compare::LEGEND))),
            table(&voice.say(page::COMPARISON_CAPTION), &headers, compared.into_iter().map(row).collect()),
        ]
    }
}
