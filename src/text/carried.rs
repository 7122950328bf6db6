//! What travels inside an application: the answers, and how to see later that paper and data still say the same.

use super::form::application;
use super::it;
use crate::answers::Answers;
use crate::application::document::{Attachment, Document, PdfA, Relationship};
use crate::application::{Applicant, Restored, digest, write_file};
use crate::assess::{Assessment, assess};
use crate::programme::{AnswersFile, Rules};

/// An application as people carry it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// The paper, with the answers inside it unless the notice wants them beside it.
    pub document: Document,
    /// The file with the answers, where it goes beside the paper.
    pub beside: Option<Attachment>,
}

/// The application and the answers that it was made from, as the file that
/// [`read_file`](crate::application::read_file) reads, with a fingerprint of what the paper shows.
pub fn application_with_data(
    rules: &Rules,
    answers: &Answers,
    assessment: &Assessment,
    applicant: &Applicant,
) -> Carried {
    let mut document = application(rules, answers, assessment, applicant);
    let stated = assessment.supports.iter().filter_map(|row| Some((row.id.clone(), row.first_year?))).collect();
    let applicant = Applicant { checksum: digest(&document), stated, ..applicant.clone() };
    let file = Attachment {
        name: it::form::DATA_FILE.into(),
        mime: "application/json".into(),
        description: it::form::DATA_DESCRIPTION.into(),
        relationship: Relationship::Source,
        bytes: write_file(rules, answers, &applicant).into_bytes(),
    };
    match rules.notice.answers_file {
        AnswersFile::Inside => {
            document.attachments.push(file);
            Carried { document, beside: None }
        }
        AnswersFile::Beside => {
            document.pdf_a = PdfA::A2a;
            Carried { document, beside: Some(file) }
        }
    }
}

/// Whether a file restored still says what its paper showed; nothing where that cannot be told: the paper was made with
/// another version of the notice, or the file was saved without one.
pub fn unaltered(rules: &Rules, restored: &Restored) -> Option<bool> {
    if restored.notice_version != rules.notice.version || restored.applicant.checksum.is_empty() {
        return None;
    }
    let applicant = Applicant { checksum: String::new(), ..restored.applicant.clone() };
    let assessment = assess(rules, &restored.answers);
    Some(digest(&application(rules, &restored.answers, &assessment, &applicant)) == restored.applicant.checksum)
}
