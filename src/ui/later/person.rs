//! Personal data, asked last and only for the application. Every field may stay empty.

use super::super::parts::html::{Node, el, text};
use super::super::parts::{backward, heading, onward};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::text_line;
use crate::application::{Applicant, Detail, Person};
use crate::text::form::{by_oneself, detail_label};
use crate::text::it;

/// Which person a field is about.
type Who = fn(&mut Applicant) -> &mut Person;

/// The page with the personal data.
pub fn person(session: Session) -> Vec<Node> {
    let group = |title: &str, name: &str, who: Who, details: &[Detail]| {
        let fields = details.iter().map(|detail| detail_line(session, name, who, *detail));
        el("fieldset", "", std::iter::once(text("legend", "", title)).chain(fields).collect())
    };
    let mut page = vec![
        backward(&Page::Documents),
        heading(it::page::PERSON),
        text("p", "lead", it::page::PERSON_LEAD),
        group(it::page::BENEFICIARY, "beneficiary", |applicant| &mut applicant.beneficiary, &Detail::OF_BENEFICIARY),
    ];
    if !by_oneself(&session.rules(), &session.answers()) {
        page.push(group(it::page::SUBMITTER, "submitter", |applicant| &mut applicant.submitter, &Detail::OF_SUBMITTER));
    }
    let place = session.look(|visit| visit.later.applicant.place.clone());
    let keep = move |typed| session.change(|visit| visit.later.applicant.place = typed);
    page.push(text_line("place".into(), it::page::PLACE, "text", place, keep));
    page.push(el("p", "buttons", vec![onward(&Page::Application, it::page::TO_APPLICATION)]));
    page
}

fn detail_line(session: Session, name: &str, who: Who, detail: Detail) -> Node {
    let keyboard = match detail {
        Detail::Telephone => "tel",
        Detail::Email => "email",
        Detail::PostalCode => "numeric",
        _ => "text",
    };
    let mut value = String::new();
    session.change(|visit| who(&mut visit.later.applicant).get(detail).clone_into(&mut value));
    let keep = move |typed| session.change(|visit| who(&mut visit.later.applicant).set(detail, typed));
    text_line(format!("{name}-{}", detail.name()), detail_label(detail), keyboard, value, keep)
}
