//! Personal data, asked last and only for the application. Every field may stay empty.

use leptos::prelude::*;

use super::super::parts::html::{Node, el, p, text};
use super::super::parts::{backward, heading, onward};
use super::super::route::Page;
use super::super::session::Session;
use super::parts::{Changes, Line, Offer, Remarks, callout, choice_of, place_line, text_line};
use crate::application::{Applicant, Detail, Person, Signing};
use crate::browser::pdf_module;
use crate::programme::Role;
use crate::text::personal::{Known, Said, about, lives_in, shown};
use crate::text::roles::{born, detail_label, of_age, role, role_name, roles, who_signs};
use crate::text::words::page;

/// Whose details a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Beneficiary,
    Submitter,
}

impl Whose {
    fn id(self) -> &'static str {
        match self {
            Self::Beneficiary => "beneficiary",
            Self::Submitter => "submitter",
        }
    }

    fn of(self, applicant: &Applicant) -> &Person {
        match self {
            Self::Beneficiary => &applicant.beneficiary,
            Self::Submitter => &applicant.submitter,
        }
    }

    fn of_mut(self, applicant: &mut Applicant) -> &mut Person {
        match self {
            Self::Beneficiary => &mut applicant.beneficiary,
            Self::Submitter => &mut applicant.submitter,
        }
    }

    /// Whether the person at the keyboard is asked about herself: only then may the browser offer what it knows.
    fn is_oneself(self, role: Role) -> bool {
        (self == Self::Beneficiary) == (role == Role::Oneself)
    }
}

/// The page with the personal data.
pub fn person(session: Session) -> Vec<Node> {
    pdf_module::get_ready();
    let rules = session.rules();
    let roles = roles(&rules, &session.answers());
    let changes = Changes::new();
    let details = Detail::of_beneficiary(rules.notice.asks_iban).collect();
    let mut page = vec![
        backward(session, &Page::Documents),
        heading(&session.say(page::PERSON)),
        text("p", "lead", &session.say(page::PERSON_LEAD)),
        group(session, &session.say(page::BENEFICIARY), Whose::Beneficiary, details),
    ];
    if roles.len() > 1 {
        let options: Vec<(String, String)> =
            roles.iter().map(|role| (word(*role).to_owned(), role_name(session.voice(), *role))).collect();
        page.push(choice_of("role".into(), &session.say(page::ROLE), &options, word(chosen(session)), move |picked| {
            let named = Role::ALL.iter().find(|(word, _)| *word == picked).map(|(_, role)| *role);
            session.change(|visit| visit.later.applicant.role = named);
            changes.add();
        }));
    }
    page.push(changes.shown(move || submitter(session), String::new));
    let value = session.look(|visit| visit.later.applicant.place.clone());
    let place = Line { id: "place".into(), label: session.say(page::PLACE), keyboard: "text", purpose: "off", value };
    let keep = Callback::new(move |typed| session.change(|visit| visit.later.applicant.place = typed));
    page.push(text_line(place, Remarks::new(changes, Vec::new), keep));
    page.push(el("p", "buttons", vec![onward(&Page::Application, &session.say(page::TO_APPLICATION))]));
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
        .then(|| group(session, &session.say(page::SUBMITTER), Whose::Submitter, details.to_vec()));
    let signs = p(&who_signs(session.voice(), Signing::of(role, of_age(&session.answers()))));
    let signs = callout("h2", &session.say(page::WHO_SIGNS), signs);
    fields.into_iter().chain([signs]).collect()
}

fn group(session: Session, title: &str, whose: Whose, details: Vec<Detail>) -> Node {
    let changes = Changes::new();
    let lines = details.into_iter().map(|detail| detail_line(session, whose, detail, changes));
    el("fieldset", "", std::iter::once(text("legend", "", title)).chain(lines).collect())
}

/// What there is to say about a detail as it stands. Birth date and residence were answered about the beneficiary.
fn remarks(session: Session, whose: Whose, detail: Detail) -> Vec<Said> {
    let (rules, answers) = (session.rules(), session.answers());
    let own = whose == Whose::Beneficiary;
    session.look(|visit| {
        let known = Known {
            voice: rules.voice(),
            today: session.today(),
            born: own.then(|| born(&answers)).flatten(),
            lives_in: own.then(|| lives_in(&rules, &answers)).flatten(),
            places: visit.later.places.as_deref(),
        };
        about(whose.of(&visit.later.applicant), detail, &known)
    })
}

fn detail_line(session: Session, whose: Whose, detail: Detail, changes: Changes) -> Node {
    let (rules, answers) = (session.rules(), session.answers());
    let answered = (whose == Whose::Beneficiary).then(|| lives_in(&rules, &answers)).flatten();
    let value = session.look(|visit| shown(whose.of(&visit.later.applicant), detail, answered).to_owned());
    let keep = move |typed| session.change(|visit| whose.of_mut(&mut visit.later.applicant).set(detail, typed));
    let keep = Callback::new(keep);
    let id = format!("{}-{}", whose.id(), detail.name());
    let label = detail_label(session.voice(), detail);
    if detail == Detail::Sex {
        let options = [("", ""), ("F", "F"), ("M", "M")].map(|(value, label)| (value.to_owned(), label.to_owned()));
        return choice_of(id, &label, &options, &value, move |picked| {
            keep.run(picked);
            changes.add();
        });
    }
    let purpose = if whose.is_oneself(chosen(session)) { purpose(detail) } else { "off" };
    let line = Line { id, label, keyboard: keyboard(detail), purpose, value };
    let remarks = Remarks::new(changes, move || remarks(session, whose, detail));
    match detail {
        Detail::BirthPlace => place_line(session, Offer::Births, line, remarks, keep),
        Detail::Town => place_line(session, Offer::Homes, line, remarks, keep),
        _ => text_line(line, remarks, keep),
    }
}

fn keyboard(detail: Detail) -> &'static str {
    match detail {
        Detail::Telephone => "tel",
        Detail::Email => "email",
        Detail::PostalCode => "numeric",
        _ => "text",
    }
}

/// What a field asks for, in the words of HTML's `autocomplete`.
fn purpose(detail: Detail) -> &'static str {
    match detail {
        Detail::Surname => "family-name",
        Detail::Name => "given-name",
        Detail::Address => "address-line1",
        Detail::PostalCode => "postal-code",
        Detail::Telephone => "tel",
        Detail::Email => "email",
        Detail::BodyName => "organization",
        Detail::Position => "organization-title",
        _ => "off",
    }
}
