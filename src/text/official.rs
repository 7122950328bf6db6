//! What goes into an office's own form, field by field, and the sheet for what finds no room there.
//!
//! Nothing that is not known is filled in: an unanswered question leaves its field as it is, and a box is ticked only
//! where its condition holds for certain.

use super::form::paper;
use super::personal::{lives_in, shown};
use super::roles::{detail_label, role, role_name};
use super::states::counted;
use super::words::{official as words, page};
use super::{answer, capital, figures, it, say};
use crate::answers::truth::{Truth, decide};
use crate::answers::{Answer, Answers};
use crate::application::document::{Block, Document, Field, Level};
use crate::application::filling::{FormValue, Left, Reason};
use crate::application::tax_code::TaxCode;
use crate::application::{Applicant, Detail};
use crate::assess::Assessment;
use crate::programme::{Content, Datum, Holds, OfficialForm, Role, Rules, Voice};

/// A value on its way into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The field's name in the PDF.
    pub field: String,
    /// What it is, for people.
    pub label: String,
    /// The value.
    pub value: FormValue,
}

/// What is known of what a form asks, in the order of the notice; nothing without a form.
pub fn entries(rules: &Rules, answers: &Answers, assessment: &Assessment, applicant: &Applicant) -> Vec<Entry> {
    let known = Known { rules, answers, assessment, applicant };
    let mapped = rules.notice.official_form.iter().flat_map(|form| &form.fields);
    let entry = |(field, content): (&String, &Content)| {
        let value = known.value(content)?;
        let label =
            content_label(rules, content).unwrap_or_else(|| rules.voice().fill(words::FIELD, &[("name", field)]));
        Some(Entry { field: field.clone(), label, value })
    };
    mapped.map(|mapped| (&mapped.field, &mapped.content)).filter_map(entry).collect()
}

/// The values as they are handed to what fills forms in.
pub fn values(entries: &[Entry]) -> Vec<(String, FormValue)> {
    entries.iter().map(|entry| (entry.field.clone(), entry.value.clone())).collect()
}

/// What goes into a field, in words; nothing for a tick or an option, which only its field names.
pub fn content_label(rules: &Rules, content: &Content) -> Option<String> {
    let of = |person: &str, detail: &str| format!("{person}: {detail}");
    Some(match content {
        Content::Write(Datum::Beneficiary(detail)) => of(it::form::BENEFICIARY, &detail_label(rules.voice(), *detail)),
        Content::Write(Datum::BeneficiaryName) => of(it::form::BENEFICIARY, it::official::FULL_NAME),
        Content::Write(Datum::Submitter(detail)) => of(it::form::SUBMITTER, &detail_label(rules.voice(), *detail)),
        Content::Write(Datum::SubmitterName) => of(it::form::SUBMITTER, it::official::FULL_NAME),
        Content::Write(Datum::Role) => of(it::form::SUBMITTER, it::form::ROLE),
        Content::Write(Datum::Place) => rules.voice().say(page::PLACE),
        Content::Write(Datum::Day) => it::desk::MADE.into(),
        Content::Answer(id) => capital(say(&rules.question(id)?.short)),
        Content::FirstYear(id) => of(say(&rules.support(id)?.label), &rules.voice().say(words::FIRST_YEAR)),
        Content::Tick(_) | Content::Choose(_) => return None,
    })
}

struct Known<'a> {
    rules: &'a Rules,
    answers: &'a Answers,
    assessment: &'a Assessment,
    applicant: &'a Applicant,
}

impl Known<'_> {
    fn value(&self, content: &Content) -> Option<FormValue> {
        match content {
            Content::Write(datum) => written(&self.datum(*datum)?),
            Content::Answer(id) => written(&self.answer(id)?),
            Content::FirstYear(id) => {
                let row = self.assessment.supports.iter().find(|row| row.id == *id)?;
                written(&figures::euro(row.first_year?))
            }
            Content::Tick(holds) => self.holds(holds).map(FormValue::On),
            Content::Choose(options) => {
                for (option, holds) in options {
                    if self.holds(holds)? {
                        return Some(FormValue::Text(option.clone()));
                    }
                }
                None
            }
        }
    }

    fn datum(&self, datum: Datum) -> Option<String> {
        let applicant = self.applicant;
        Some(match datum {
            Datum::Beneficiary(detail) => self.of_beneficiary(detail),
            Datum::BeneficiaryName => applicant.beneficiary.full_name(),
            Datum::Submitter(detail) => self.of_submitter(detail)?,
            Datum::SubmitterName if self.role()? == Role::Oneself => applicant.beneficiary.full_name(),
            Datum::SubmitterName => applicant.submitter.full_name(),
            Datum::Role => role_name(self.rules.voice(), self.role()?),
            Datum::Place => applicant.place.clone(),
            Datum::Day => figures::day(self.answers.as_of),
        })
    }

    fn of_beneficiary(&self, detail: Detail) -> String {
        in_cells(detail, shown(&self.applicant.beneficiary, detail, lives_in(self.rules, self.answers)))
    }

    /// A detail of who hands the application in, where it is asked of somebody in that role.
    fn of_submitter(&self, detail: Detail) -> Option<String> {
        match self.role()? {
            Role::Oneself => Some(self.of_beneficiary(detail)),
            role => Detail::of_submitter(role)
                .contains(&detail)
                .then(|| in_cells(detail, self.applicant.submitter.get(detail))),
        }
    }

    /// In which role, once that was said.
    fn role(&self) -> Option<Role> {
        let said = self.answers.choice(&self.rules.programme.applying.question).is_some();
        (said || self.applicant.role.is_some()).then(|| role(self.rules, self.answers, self.applicant))
    }

    fn answer(&self, id: &str) -> Option<String> {
        match self.answers.get(id)? {
            // Only the notice's own municipalities are known by name.
            Answer::Municipality(code) => {
                self.rules.notice.municipality(code).map(|municipality| municipality.name.clone())
            }
            given => Some(answer(self.rules, self.rules.question(id)?, given)),
        }
    }

    /// Whether it holds; nothing where an answer is missing, or an office has to look first.
    fn holds(&self, holds: &Holds) -> Option<bool> {
        match holds {
            Holds::Role(role) => self.role().map(|own| own == *role),
            Holds::When(condition) => match decide(self.rules, self.answers, condition).truth {
                Truth::Yes => Some(true),
                Truth::No => Some(false),
                Truth::Unknown | Truth::Doubt => None,
            },
        }
    }
}

/// A detail as it is written into cells: codes without the spaces that were typed, a codice fiscale in capitals.
fn in_cells(detail: Detail, typed: &str) -> String {
    match (detail, typed.parse::<TaxCode>()) {
        (Detail::TaxCode, Ok(code)) => code.to_string(),
        (Detail::Iban, _) => typed.split_whitespace().collect(),
        _ => typed.into(),
    }
}

/// A text for a field; nothing if there is none. The fonts of forms may lack the space that does not break.
fn written(text: &str) -> Option<FormValue> {
    let text = text.replace('\u{a0}', " ");
    let text = text.trim();
    (!text.is_empty()).then(|| FormValue::Text(text.into()))
}

/// A value in words.
pub fn value_words(voice: Voice, value: &FormValue) -> String {
    match value {
        FormValue::Text(text) => text.clone(),
        FormValue::On(true) => voice.say(words::TICKED),
        FormValue::On(false) => voice.say(words::NOT_TICKED),
    }
}

/// What did not go in and why, a sentence for each.
pub fn left_lines(voice: Voice, entries: &[Entry], left: &[Left]) -> Vec<String> {
    let line = |left: &Left| format!("{}: {}.", label_of(voice, entries, left), reason(voice, left.reason));
    left.iter().map(line).collect()
}

/// How many values did not go in.
pub fn left(voice: Voice, values: usize) -> String {
    counted(voice, [words::LEFT_ONE, words::LEFT_MANY], "values", values)
}

/// Why the form itself cannot be filled in, by the code of what reads PDFs, and what to do.
pub fn refused(voice: Voice, code: &str) -> String {
    let why = match code {
        "only_xfa" => words::ONLY_XFA,
        "encrypted" => words::ENCRYPTED,
        "no_form" => words::NO_FORM,
        _ => words::UNREADABLE,
    };
    format!("{} {}", voice.say(why), voice.say(words::INSTEAD))
}

fn label_of(voice: Voice, entries: &[Entry], left: &Left) -> String {
    let entry = entries.iter().find(|entry| entry.field == left.field);
    entry.map_or_else(|| voice.fill(words::FIELD, &[("name", &left.field)]), |entry| entry.label.clone())
}

fn reason(voice: Voice, reason: Reason) -> String {
    match reason {
        Reason::NoSuchField => voice.say(words::NO_SUCH_FIELD),
        Reason::NoSuchOption => voice.say(words::NO_SUCH_OPTION),
        Reason::ReadOnly => voice.say(words::READ_ONLY),
        Reason::DoesNotFit => voice.say(words::DOES_NOT_FIT),
        Reason::NotInFont { character } => voice.fill(words::NOT_IN_FONT, &[("character", &character.to_string())]),
    }
}

/// The sheet that goes with a form: what did not go in, whole, and whom it is about.
pub fn added_sheet(
    rules: &Rules,
    answers: &Answers,
    applicant: &Applicant,
    form: &OfficialForm,
    entries: &[Entry],
    left: &[Left],
) -> Document {
    let voice = rules.voice();
    let field = |label: &str, value: &str| Field { label: label.into(), value: Some(value.into()) };
    let about = [
        field(it::form::BENEFICIARY, &applicant.beneficiary.full_name()),
        field(
            &detail_label(voice, Detail::TaxCode),
            &in_cells(Detail::TaxCode, applicant.beneficiary.get(Detail::TaxCode)),
        ),
    ];
    let values = left.iter().map(|left| field(&label_of(voice, entries, left), &value_words(voice, &left.value)));
    let title = format!("{}: {}", it::official::SHEET, say(&form.label));
    let blocks = vec![
        Block::Heading { level: Level::One, text: title.clone() },
        Block::Paragraph(it::official::SHEET_LEAD.into()),
        Block::Fields(about.into()),
        Block::Heading { level: Level::Two, text: it::official::SHEET_VALUES.into() },
        Block::Fields(values.collect()),
        Block::Signature(vec![it::form::PLACE_AND_DATE.into(), it::official::SHEET_SIGNED.into()]),
    ];
    paper(rules, answers.as_of, title, blocks)
}
