//! What there is to say about a valid codice fiscale beside what is known of its person. Never an error: names were
//! spelled otherwise before 2011, people are registered with names that they do not use, and a code stays valid when
//! what it was made of is corrected. Only the office can tell.

use crate::date::Date;

use super::letters::Spelling;
use super::tax_code::{Sex, TaxCode, of_name, of_surname};

/// What is known of a person. What is empty or none is not compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Identity<'a> {
    /// Surname.
    pub surname: &'a str,
    /// Given names.
    pub name: &'a str,
    /// Sex.
    pub sex: Option<Sex>,
    /// Birth date.
    pub born: Option<Date>,
    /// The Belfiore codes that the place of birth may have: of one name there can be several.
    pub places: &'a [&'a str],
}

/// Something to know about a code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// Eleven figures, which say nothing of the person.
    Provisional,
    /// Letters stand for some figures, since somebody else has the same data.
    Omocode,
    /// No list has this place.
    UnknownPlace(String),
    /// It belongs to another surname.
    Surname,
    /// It belongs to another name.
    Name,
    /// It has another day of birth: day, month and last two digits of the year.
    Birth(u8, u8, u8),
    /// It belongs to the other sex.
    Sex,
    /// It has another place of birth, with this Belfiore code.
    Place(String),
    /// The birth date lies ahead.
    Ahead,
}

impl Note {
    /// Whether there may be a slip; otherwise it is good to know.
    pub fn is_warning(&self) -> bool {
        !matches!(self, Self::Provisional | Self::Omocode)
    }
}

impl TaxCode {
    /// What there is to say about this code as `person`'s on this day. `known` tells which Belfiore codes there are; as
    /// long as no list is at hand, all are.
    pub fn notes(&self, person: &Identity<'_>, known: impl Fn(&str) -> bool, today: Date) -> Vec<Note> {
        let mut notes = Vec::new();
        let mut note = |applies: bool, note: Note| {
            if applies {
                notes.push(note);
            }
        };
        note(person.born.is_some_and(|born| born > today), Note::Ahead);
        let Some(content) = self.content() else {
            note(true, Note::Provisional);
            return notes;
        };
        note(!self.may_be(0, person.surname, of_surname), Note::Surname);
        note(!self.may_be(3, person.name, of_name), Note::Name);
        let other_day = person.born.is_some_and(|born| {
            let (year, month, day) = born.parts();
            (year % 100, month, day) != (u16::from(content.year), content.month, content.day)
        });
        note(other_day, Note::Birth(content.day, content.month, content.year));
        note(person.sex.is_some_and(|sex| sex != content.sex), Note::Sex);
        let place = content.place.as_str();
        let known = known(place);
        note(!known, Note::UnknownPlace(place.into()));
        note(known && !person.places.is_empty() && !person.places.contains(&place), Note::Place(place.into()));
        note(content.omocode, Note::Omocode);
        notes
    }

    /// Whether the three letters from here are those of a name in one of the spellings in which it can have been
    /// registered. A name in another alphabet can be any.
    fn may_be(&self, from: usize, name: &str, letters: fn(&str, Spelling) -> Option<String>) -> bool {
        name.trim().is_empty()
            || [Spelling::Official, Spelling::Dropped, Spelling::Bare]
                .into_iter()
                .any(|spelling| letters(name, spelling).is_none_or(|letters| self.has(&letters, from)))
    }
}
