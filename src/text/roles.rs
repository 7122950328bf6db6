//! In which role an application is handed in, and what is asked of whom.

use super::words::person as words;
use crate::answers::{Answer, Answers};
use crate::application::{Applicant, Detail, Signing};
use crate::date::Date;
use crate::programme::{Role, Rules, Voice};

/// Years from which a person is of age in Italy (civil code, art. 2).
const OF_AGE: u16 = 18;

/// The label of a personal detail.
pub fn detail_label(voice: Voice, detail: Detail) -> String {
    voice.say(match detail {
        Detail::Surname => words::DETAIL_SURNAME,
        Detail::Name => words::DETAIL_NAME,
        Detail::Sex => words::DETAIL_SEX,
        Detail::BirthPlace => words::DETAIL_BIRTH_PLACE,
        Detail::TaxCode => words::DETAIL_TAX_CODE,
        Detail::Citizenship => words::DETAIL_CITIZENSHIP,
        Detail::Address => words::DETAIL_ADDRESS,
        Detail::PostalCode => words::DETAIL_POSTAL_CODE,
        Detail::Town => words::DETAIL_TOWN,
        Detail::Domicile => words::DETAIL_DOMICILE,
        Detail::Telephone => words::DETAIL_TELEPHONE,
        Detail::Email => words::DETAIL_EMAIL,
        Detail::Iban => words::DETAIL_IBAN,
        Detail::Kinship => words::DETAIL_KINSHIP,
        Detail::Court => words::DETAIL_COURT,
        Detail::DecreeNumber => words::DETAIL_DECREE_NUMBER,
        Detail::DecreeDate => words::DETAIL_DECREE_DATE,
        Detail::BodyName => words::DETAIL_BODY_NAME,
        Detail::BodyTaxCode => words::DETAIL_BODY_TAX_CODE,
        Detail::BodyAddress => words::DETAIL_BODY_ADDRESS,
        Detail::Position => words::DETAIL_POSITION,
    })
}

/// A role, as it is named.
pub fn role_name(voice: Voice, role: Role) -> String {
    voice.say(match role {
        Role::Oneself => words::ROLE_ONESELF,
        Role::Relative => words::ROLE_RELATIVE,
        Role::Guardian => words::ROLE_GUARDIAN,
        Role::Curator => words::ROLE_CURATOR,
        Role::SupportAdministrator => words::ROLE_SUPPORT_ADMINISTRATOR,
        Role::Body => words::ROLE_BODY,
        Role::Municipality => words::ROLE_MUNICIPALITY,
    })
}

/// Who signs the declarations, and what to do where that is not possible. The articles are those of DPR 445/2000.
pub fn who_signs(voice: Voice, signing: Signing) -> String {
    voice.say(match signing {
        Signing::Person => words::SIGNS_PERSON,
        Signing::PersonNotRelative => words::SIGNS_PERSON_NOT_RELATIVE,
        Signing::Parent => words::SIGNS_PARENT,
        Signing::Guardian => words::SIGNS_GUARDIAN,
        Signing::PersonWithCurator => words::SIGNS_PERSON_WITH_CURATOR,
        Signing::AsDecreeSays => words::SIGNS_AS_DECREE_SAYS,
        Signing::PersonAndBody => words::SIGNS_PERSON_AND_BODY,
    })
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
