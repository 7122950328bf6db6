//! Personal data, asked last and only for the application. Every field may stay empty.

use super::super::parts::html::{Node, el, p, text};
use super::super::parts::{backward, heading, onward};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, choice_of, text_line};
use crate::application::{Applicant, Detail, Person, Signing};
use crate::programme::Role;
use crate::text::it;
use crate::text::roles::{about_tax_code, born, detail_label, of_age, role, roles};

/// Which person a field is about.
type Who = fn(&mut Applicant) -> &mut Person;

/// The page with the personal data.
pub fn person(session: Session) -> Vec<Node> {
    let roles = roles(&session.rules(), &session.answers());
    let changes = Changes::new();
    let mut page = vec![
        backward(&Page::Documents),
        heading(it::page::PERSON),
        text("p", "lead", it::page::PERSON_LEAD),
        group(session, it::page::BENEFICIARY, "beneficiary", |all| &mut all.beneficiary, Detail::OF_BENEFICIARY),
    ];
    if roles.len() > 1 {
        let options: Vec<(String, String)> =
            roles.iter().map(|role| (word(*role).to_owned(), it::role(*role).to_owned())).collect();
        page.push(choice_of("role".into(), it::page::ROLE, &options, word(chosen(session)), move |picked| {
            let named = Role::ALL.iter().find(|(word, _)| *word == picked).map(|(_, role)| *role);
            session.change(|visit| visit.later.applicant.role = named);
            changes.add();
        }));
    }
    page.push(changes.shown(move || submitter(session), String::new));
    let place = session.look(|visit| visit.later.applicant.place.clone());
    let keep = move |typed| session.change(|visit| visit.later.applicant.place = typed);
    page.push(text_line("place".into(), it::page::PLACE, "text", place, keep));
    page.push(el("p", "buttons", vec![onward(&Page::Application, it::page::TO_APPLICATION)]));
    page
}

fn chosen(session: Session) -> Role {
    let (rules, answers) = (session.rules(), session.answers());
    session.look(|visit| role(&rules, &answers, &visit.later.applicant))
}

fn word(role: Role) -> &'static str {
    Role::ALL.iter().find(|(_, one)| *one == role).map_or("", |(word, _)| word)
}

/// The fields of who hands the application in, and who signs it.
fn submitter(session: Session) -> Vec<Node> {
    let role = chosen(session);
    let details = Detail::of_submitter(role);
    let fields = (!details.is_empty())
        .then(|| group(session, it::page::SUBMITTER, "submitter", |applicant| &mut applicant.submitter, details));
    let signs = p(it::who_signs(Signing::of(role, of_age(&session.answers()))));
    let signs = el("div", "callout", vec![text("h2", "", it::form::WHO_SIGNS), signs]);
    fields.into_iter().chain([signs]).collect()
}

fn group(session: Session, title: &str, name: &str, who: Who, details: &[Detail]) -> Node {
    let changes = Changes::new();
    let mut parts = vec![text("legend", "", title)];
    for detail in details {
        parts.push(detail_line(session, name, who, *detail, changes));
        if *detail == Detail::TaxCode {
            let said = move || about_tax_code_of(session, who);
            let shown = move || said().iter().map(|line| text("p", "form-text", line)).collect();
            parts.push(changes.shown(shown, move || said().join(" ")));
        }
    }
    el("fieldset", "", parts)
}

/// What there is to say about the codice fiscale; the birth date that was answered is the beneficiary's.
fn about_tax_code_of(session: Session, who: Who) -> Vec<String> {
    let answers = session.answers();
    let mut said = Vec::new();
    session.change(|visit| {
        let applicant = &mut visit.later.applicant;
        let person = who(applicant).clone();
        let born = (person == applicant.beneficiary).then(|| born(&answers)).flatten();
        said = about_tax_code(&person, born, session.today);
    });
    said
}

fn detail_line(session: Session, name: &str, who: Who, detail: Detail, changes: Changes) -> Node {
    let mut value = String::new();
    session.change(|visit| who(&mut visit.later.applicant).get(detail).clone_into(&mut value));
    let keep = move |typed| {
        session.change(|visit| who(&mut visit.later.applicant).set(detail, typed));
        changes.add();
    };
    let id = format!("{name}-{}", detail.name());
    if detail == Detail::Sex {
        let options = [("", ""), ("F", "F"), ("M", "M")].map(|(value, label)| (value.to_owned(), label.to_owned()));
        return choice_of(id, detail_label(detail), &options, &value, keep);
    }
    let keyboard = match detail {
        Detail::Telephone => "tel",
        Detail::Email => "email",
        Detail::PostalCode => "numeric",
        _ => "text",
    };
    text_line(id, detail_label(detail), keyboard, value, keep)
}
