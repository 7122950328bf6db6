//! What an office sees of the applications handed in: who, what, what is missing, and whether the figures on the paper
//! are those that the rules give today.

use super::{asked_for, carried, figures, it, questions, roles, say};
use crate::application::document::{Align, Column, Table};
use crate::application::{Detail, Restored};
use crate::assess::{Assessment, assess};
use crate::money::Euro;
use crate::programme::{DocumentNeed, Rules};

/// One application on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDesk {
    /// Name of its file.
    pub file: String,
    /// One cell for each of [`headers`].
    pub cells: Vec<String>,
}

/// The headers of the desk's table, and of its export.
pub fn headers() -> [&'static str; 9] {
    use it::desk::{ASKED, CHECK, DIFFERENCES, DOCUMENTS, FILE, MADE, MISSING, PERSON, TAX_CODE};
    [FILE, PERSON, TAX_CODE, MADE, ASKED, MISSING, DOCUMENTS, DIFFERENCES, CHECK]
}

/// An application read back from its file.
pub fn on_desk(rules: &Rules, file: &str, restored: &Restored) -> OnDesk {
    let assessment = assess(rules, &restored.answers);
    let asked = asked_for(rules, &restored.answers, &assessment);
    let asked: Vec<&str> = asked.filter_map(|row| rules.support(&row.id)).map(|support| say(&support.label)).collect();
    let required = assessment.documents.iter().filter(|row| row.need == DocumentNeed::Required).count();
    let check = match carried::unaltered(rules, restored) {
        Some(true) => it::desk::SAME,
        Some(false) => it::desk::ALTERED,
        None if restored.notice_version == rules.notice.version => it::desk::NO_PAPER,
        None => it::desk::OTHER_VERSION,
    };
    let role = roles::role_name(rules.voice(), roles::role(rules, &restored.answers, &restored.applicant));
    let beneficiary = &restored.applicant.beneficiary;
    let cells = vec![
        file.to_owned(),
        format!("{} ({role})", beneficiary.full_name()),
        beneficiary.get(Detail::TaxCode).to_owned(),
        figures::day(restored.answers.as_of),
        asked.join(", "),
        questions(rules, &assessment.missing),
        required.to_string(),
        differences(rules, restored, &assessment),
        check.to_owned(),
    ];
    OnDesk { file: file.to_owned(), cells }
}

/// A file that could not be taken, with the reason where the others have their check.
pub fn refused(file: &str, why: &str) -> OnDesk {
    let mut cells = vec![String::new(); headers().len()];
    cells[0] = file.to_owned();
    if let Some(last) = cells.last_mut() {
        why.clone_into(last);
    }
    OnDesk { file: file.to_owned(), cells }
}

/// The figures that the paper states and the rules do not give, or the other way round.
fn differences(rules: &Rules, restored: &Restored, assessment: &Assessment) -> String {
    let lines = assessment.supports.iter().filter_map(|row| {
        let (stated, now) = (restored.applicant.stated.get(&row.id).copied(), row.first_year);
        let told = |amount: Option<Euro>| amount.map_or_else(|| it::form::NO_AMOUNT.into(), figures::euro);
        let name = rules.support(&row.id).map_or("", |support| say(&support.label));
        (stated != now)
            .then(|| format!("{name}: {} {}, {} {}", it::desk::STATED, told(stated), it::desk::NOW, told(now)))
    });
    lines.collect::<Vec<_>>().join("; ")
}

/// All applications in one table.
pub fn table(desk: &[OnDesk]) -> Table {
    let column = |header: &&str| Column { header: (*header).into(), align: Align::Start };
    Table {
        caption: it::desk::CAPTION.into(),
        columns: headers().iter().map(column).collect(),
        rows: desk.iter().map(|one| one.cells.clone()).collect(),
    }
}

/// The same as a file for Excel and LibreOffice in Italian: UTF-8 with its mark, semicolons, every cell in quotes. A
/// cell that a spreadsheet would take for a formula begins with an apostrophe: names and files come from outside.
pub fn csv(desk: &[OnDesk]) -> String {
    let cell = |text: &str| {
        let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '|', '%']);
        let mark = if formula { "'" } else { "" };
        format!("\"{mark}{}\"", text.replace('"', "\"\"").replace(['\r', '\n'], " "))
    };
    let row = |cells: &mut dyn Iterator<Item = &str>| cells.map(cell).collect::<Vec<_>>().join(";") + "\r\n";
    let mut file = String::from("\u{feff}");
    file.push_str(&row(&mut headers().into_iter()));
    for one in desk {
        file.push_str(&row(&mut one.cells.iter().map(String::as_str)));
    }
    file
}

/// How many of the applications ask for something that still waits for an answer, and how many do not match their paper.
pub fn summary(desk: &[OnDesk]) -> String {
    let with = |at: usize| desk.iter().filter(|one| !one.cells[at].is_empty()).count();
    it::desk::summary(desk.len(), with(5), with(7))
}
