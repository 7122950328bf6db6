//! In which role an application is handed in, and what is asked of whom.

use crate::answers::{Answer, Answers};
use crate::application::{Applicant, Detail};
use crate::date::Date;
use crate::programme::{Role, Rules};

/// Years from which a person is of age in Italy (civil code, art. 2).
const OF_AGE: u16 = 18;

/// The label of a personal detail.
pub fn detail_label(detail: Detail) -> &'static str {
    match detail {
        Detail::Surname => "Cognome",
        Detail::Name => "Nome",
        Detail::Sex => "Sesso (F o M)",
        Detail::BirthPlace => "Comune o Stato di nascita",
        Detail::TaxCode => "Codice fiscale",
        Detail::Citizenship => "Cittadinanza",
        Detail::Address => "Via e numero",
        Detail::PostalCode => "CAP",
        Detail::Town => "Comune",
        Detail::Domicile => "Domicilio, se è diverso",
        Detail::Telephone => "Telefono",
        Detail::Email => "E-mail",
        Detail::Iban => "IBAN",
        Detail::Kinship => "Parentela con la persona",
        Detail::Court => "Tribunale che ha deciso la misura",
        Detail::DecreeNumber => "Numero del decreto",
        Detail::DecreeDate => "Data del decreto",
        Detail::BodyName => "Nome dell'ente o dell'ufficio",
        Detail::BodyTaxCode => "Codice fiscale dell'ente",
        Detail::BodyAddress => "Sede dell'ente",
        Detail::Position => "In qualità di (per esempio legale rappresentante)",
    }
}

/// The birth date that was answered.
pub fn born(answers: &Answers) -> Option<Date> {
    answers.given().values().find_map(|answer| match answer {
        Answer::Day(day) => Some(*day),
        _ => None,
    })
}

/// The roles that the answers leave open, the likeliest first.
pub fn roles(rules: &Rules, answers: &Answers) -> Vec<Role> {
    let applying = &rules.programme.applying;
    applying.roles(answers.choice(&applying.question))
}

/// Whether the person is of age on the day of the estimate; so it is taken where the birth date is not given.
pub fn of_age(answers: &Answers) -> bool {
    born(answers).is_none_or(|birth| birth.age_at(answers.as_of) >= OF_AGE)
}

/// In which role the application is handed in: as chosen, where the answers leave that open.
pub fn role(rules: &Rules, answers: &Answers, applicant: &Applicant) -> Role {
    let open = roles(rules, answers);
    let chosen = applicant.role.filter(|role| open.contains(role));
    chosen.or(open.first().copied()).unwrap_or(Role::Oneself)
}
