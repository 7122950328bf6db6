//! What there is to say about personal details while they are typed: what cannot be right, and what to look at again.
//! Nothing here stops anybody: a detail stays as typed, and the paper shows it.

use super::faults;
use super::words::person as words;
use crate::answers::Answers;
use crate::answers::truth::residence;
use crate::answers::typed::day;
use crate::application::places::{Place, Places};
use crate::application::tax_code::{Sex, TaxCode, TaxCodeError};
use crate::application::tax_note::{Identity, Note};
use crate::application::{Detail, Person, contact};
use crate::date::Date;
use crate::programme::{Municipality, Rules, Voice};

/// What a detail is held against.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// The voice in which it is told.
    pub voice: Voice,
    /// The day of the estimate.
    pub today: Date,
    /// The birth date that was answered; none of anybody but the beneficiary.
    pub born: Option<Date>,
    /// The municipality that was answered, where the notice lists it; none of anybody but the beneficiary.
    pub lives_in: Option<&'a Municipality>,
    /// The list of places, once it is there.
    pub places: Option<&'a Places>,
}

/// How much a remark matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Good to know.
    Known,
    /// There may be a slip.
    Doubt,
    /// It cannot be right.
    Wrong,
}

/// A sentence about a detail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How much it matters.
    pub weight: Weight,
    /// The sentence.
    pub text: String,
}

/// The municipality that was answered, where the notice lists it.
pub fn lives_in<'a>(rules: &'a Rules, answers: &Answers) -> Option<&'a Municipality> {
    rules.notice.municipality(residence(rules, answers)?)
}

/// A detail of the beneficiary as the application has it: as typed, or, for town and postal code, as answered before.
pub fn shown<'a>(person: &'a Person, detail: Detail, lives_in: Option<&'a Municipality>) -> &'a str {
    match (person.get(detail), detail, lives_in) {
        ("", Detail::Town, Some(answered)) => &answered.name,
        ("", Detail::PostalCode, Some(answered)) => &answered.postal_code,
        (typed, ..) => typed,
    }
}

/// A place as it is written in a form, and as it is offered: with what tells it from others of its name.
pub fn offered(voice: Voice, place: &Place) -> (String, String) {
    let written = match place.province() {
        Some(province) => format!("{} ({province})", place.name()),
        None => place.name().to_owned(),
    };
    let others: Vec<&str> = place.names().skip(1).collect();
    let others = (!others.is_empty()).then(|| others.join(", "));
    let abroad = place.is_foreign().then(|| voice.say(words::ABROAD));
    let former = place.until().map(|year| voice.fill(words::UNTIL, &[("year", &year.to_string())]));
    let about: Vec<String> = [others, abroad, former].into_iter().flatten().collect();
    let label = if about.is_empty() { written.clone() } else { format!("{written}: {}", about.join(", ")) };
    (written, label)
}

/// What there is to say about one detail of a person; nothing while none is typed. No name or place is ever wrong: it
/// is only ever to be looked at again.
pub fn about(person: &Person, detail: Detail, known: &Known<'_>) -> Vec<Said> {
    let typed = person.get(detail);
    if typed.trim().is_empty() {
        return Vec::new();
    }
    let voice = known.voice;
    let shape = match detail {
        Detail::PostalCode => contact::postal_code(typed),
        Detail::Telephone => contact::telephone(typed),
        Detail::Email => contact::email(typed),
        Detail::Iban => contact::iban(typed),
        Detail::DecreeDate => return wrong(day(typed).err().map(|why| faults::answer(voice, why))),
        Detail::TaxCode => return about_tax_code(person, known),
        Detail::BodyTaxCode => return about_body_tax_code(typed, voice),
        Detail::BirthPlace => return about_birth_place(typed, known),
        _ => Ok(()),
    };
    if let Err(fault) = shape {
        return vec![said(Weight::Wrong, faults::contact(voice, fault))];
    }
    let elsewhere = known.lives_in.and_then(|answered| match detail {
        Detail::PostalCode if answered.postal_code != typed.trim() => {
            Some(voice.fill(words::OTHER_POSTAL_CODE, &[("town", &answered.name), ("code", &answered.postal_code)]))
        }
        Detail::Town if !same_town(answered, typed, known.places) => {
            Some(voice.fill(words::OTHER_TOWN, &[("town", &answered.name)]))
        }
        _ => None,
    });
    elsewhere.into_iter().map(|text| said(Weight::Doubt, text)).collect()
}

fn wrong(why: Option<String>) -> Vec<Said> {
    why.into_iter().map(|why| said(Weight::Wrong, why)).collect()
}

fn said(weight: Weight, text: impl Into<String>) -> Said {
    Said { weight, text: text.into() }
}

fn about_tax_code(person: &Person, known: &Known<'_>) -> Vec<Said> {
    let code = match person.get(Detail::TaxCode).parse::<TaxCode>() {
        Ok(code) => code,
        Err(why) => return wrong(Some(faults::tax_code(known.voice, &why))),
    };
    let sex = match person.get(Detail::Sex) {
        "F" => Some(Sex::Female),
        "M" => Some(Sex::Male),
        _ => None,
    };
    let birth_place = person.get(Detail::BirthPlace);
    let named = known.places.map(|places| places.named(birth_place)).unwrap_or_default();
    let places: Vec<&str> = named.iter().map(|place| place.code()).collect();
    let identity = Identity {
        surname: person.get(Detail::Surname),
        name: person.get(Detail::Name),
        sex,
        born: known.born,
        places: &places,
    };
    let listed = |code: &str| known.places.is_none_or(|places| !places.by_code(code).is_empty());
    let of_note = |note: Note| {
        let place = match (&note, known.places) {
            (Note::Place(code), Some(places)) => places.by_code(code).first().map(|place| place.name().to_owned()),
            _ => None,
        };
        let text = match place {
            Some(place) => known.voice.fill(words::OTHER_BIRTH_PLACE, &[("place", &place)]),
            None => faults::note(known.voice, &note),
        };
        said(if note.is_warning() { Weight::Doubt } else { Weight::Known }, text)
    };
    code.notes(&identity, listed, known.today).into_iter().map(of_note).collect()
}

/// The code of a body has eleven figures, with the same check as a provisional code of a person; a one-person business
/// has its owner's.
fn about_body_tax_code(typed: &str, voice: Voice) -> Vec<Said> {
    wrong(typed.parse::<TaxCode>().err().map(|why| match why {
        TaxCodeError::Length { .. } => voice.say(words::BODY_TAX_CODE),
        why => faults::tax_code(voice, &why),
    }))
}

fn about_birth_place(typed: &str, known: &Known<'_>) -> Vec<Said> {
    let unlisted = known.places.is_some_and(|places| places.named(typed).is_empty());
    unlisted.then(|| said(Weight::Doubt, known.voice.say(words::UNLISTED_PLACE))).into_iter().collect()
}

/// Whether a town's name is the one answered, however it is spelled. Without the list only what is alike counts.
fn same_town(answered: &Municipality, typed: &str, places: Option<&Places>) -> bool {
    let alike = typed.split('(').next().unwrap_or_default().trim().to_lowercase() == answered.name.to_lowercase();
    alike || places.is_none_or(|places| places.named(typed).iter().any(|place| place.code() == answered.code))
}
