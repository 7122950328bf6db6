//! A codice fiscale: read, checked, computed (D.M. 23 December 1976). [`super::tax_note`] compares it with a person.
//!
//! Refused is only what cannot be a codice fiscale at all: whoever assigns them has made exceptions to every other rule.
//! It runs while people type on a phone, so there is no list of places in it and no regular expression.

use std::fmt;
use std::str::FromStr;

use crate::date::Date;

use super::letters::{Spelling, UNKNOWN, spell};

const MONTHS: &[u8; 12] = b"ABCDEHLMPRST";
/// Of two persons with the same code one gets letters for some of the seven digits (omocodia): the letter's place here
/// is the digit. Any of the 128 choices is valid, though the office begins at the right.
const FOR_DIGITS: &[u8; 10] = b"LMNPQRSTUV";
/// What a letter counts in the odd places of the sum; a digit counts as the letter of its place, 0 as A.
const ODD: [u8; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// A codice fiscale that may have been assigned: its shape, its day and its check letter are right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxCode {
    text: String,
    content: Option<Content>,
}

/// What a code of sixteen characters says of its person, omocodia undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Content {
    /// Last two digits of the year of birth. The century is not in the code.
    pub year: u8,
    /// Month of birth, from 1.
    pub month: u8,
    /// Day of birth, from 1.
    pub day: u8,
    /// Sex.
    pub sex: Sex,
    /// Belfiore code of the municipality or foreign state of birth: a letter and three digits.
    pub place: String,
    /// Whether letters stand for some of the digits.
    pub omocode: bool,
}

/// Sex as civil status records it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// F: 40 is added to the day.
    Female,
    /// M
    Male,
}

/// Why a text is no codice fiscale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaxCodeError {
    /// A character that no code has.
    Character(char),
    /// Neither 16 characters nor, in figures only, 11.
    Length {
        /// How many there are, spaces not counted.
        found: usize,
    },
    /// A letter where a figure goes, or the other way round.
    Pattern {
        /// Its place, from 1.
        position: usize,
        /// What stands there.
        found: char,
        /// What goes there.
        wanted: Wanted,
    },
    /// No calendar has this day, in whatever century.
    Day {
        /// The day as written, more than 40 for women.
        day: u8,
        /// The month, from 1.
        month: u8,
        /// The last two digits of the year.
        year: u8,
    },
    /// The check letter, or the last figure of a provisional code, does not follow from the rest.
    Check,
}

/// What goes in a place of the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// Any letter.
    Letter,
    /// One of the twelve letters of the months.
    Month,
    /// A figure, or one of the ten letters that stand for figures.
    Figure,
}

impl TaxCode {
    /// The code in capitals, without spaces.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it says; nothing if it is provisional, eleven figures that are only a number.
    pub fn content(&self) -> Option<&Content> {
        self.content.as_ref()
    }

    /// Whether the code goes on with these letters from this place, counted from 0.
    pub(super) fn has(&self, letters: &str, from: usize) -> bool {
        self.text.get(from..).is_some_and(|rest| rest.starts_with(letters))
    }
}

impl fmt::Display for TaxCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl FromStr for TaxCode {
    type Err = TaxCodeError;

    /// Reads a code in small letters or capitals, with spaces anywhere.
    ///
    /// # Errors
    /// The first thing that is wrong, from what says most about the slip to what says least.
    fn from_str(typed: &str) -> Result<Self, TaxCodeError> {
        let typed = typed.chars().filter(|letter| !letter.is_whitespace());
        let text: String = typed.map(|letter| letter.to_ascii_uppercase()).collect();
        if let Some(odd) = text.chars().find(|letter| !letter.is_ascii_alphanumeric()) {
            return Err(TaxCodeError::Character(odd));
        }
        let code = text.as_bytes();
        let content = match code.len() {
            11 if code.iter().all(u8::is_ascii_digit) => provisional(code).map(|()| None),
            16 => regular(code).map(Some),
            found => Err(TaxCodeError::Length { found }),
        }?;
        Ok(Self { text, content })
    }
}

/// Eleven figures whose last one is computed as for a partita IVA: every second figure doubled, the figures added up.
fn provisional(code: &[u8]) -> Result<(), TaxCodeError> {
    let counts = code.iter().enumerate().map(|(at, figure)| match (figure.saturating_sub(b'0'), at % 2) {
        (figure, 0) => figure,
        (figure, _) => figure * 2 / 10 + figure * 2 % 10,
    });
    if counts.sum::<u8>() % 10 == 0 { Ok(()) } else { Err(TaxCodeError::Check) }
}

fn regular(code: &[u8]) -> Result<Content, TaxCodeError> {
    for (position, &found) in (1..).zip(code) {
        let (wanted, right) = match position {
            1..=6 | 12 | 16 => (Wanted::Letter, found.is_ascii_uppercase()),
            9 => (Wanted::Month, MONTHS.contains(&found)),
            _ => (Wanted::Figure, figure(found).is_some()),
        };
        if !right {
            return Err(TaxCodeError::Pattern { position, found: char::from(found), wanted });
        }
    }
    let plain: Vec<u8> = (0..)
        .zip(code)
        .map(|(at, &letter)| {
            if at < 6 || [8, 11].contains(&at) { letter } else { figure(letter).map_or(letter, |figure| b'0' + figure) }
        })
        .collect();
    let number =
        |at: usize| plain.get(at..at + 2).and_then(|two| std::str::from_utf8(two).ok()?.parse().ok()).unwrap_or(0);
    let (year, day): (u8, u8) = (number(6), number(9));
    let month = MONTHS.iter().position(|month| code.get(8) == Some(month)).map_or(0, |at| at as u8 + 1);
    let (own_day, sex) = if day > 40 { (day - 40, Sex::Female) } else { (day, Sex::Male) };
    // 29 February exists if it does in one of the two.
    if ![1900, 2000].iter().any(|century| Date::new(century + u16::from(year), month, own_day).is_ok()) {
        return Err(TaxCodeError::Day { day, month, year });
    }
    if code.last() != Some(&check_letter(code)) {
        return Err(TaxCodeError::Check);
    }
    let place = String::from_utf8_lossy(plain.get(11..15).unwrap_or_default()).into_owned();
    Ok(Content { year, month, day: own_day, sex, place, omocode: plain.get(..15) != code.get(..15) })
}

/// The figure that a character of the code stands for.
fn figure(letter: u8) -> Option<u8> {
    match letter {
        b'0'..=b'9' => Some(letter - b'0'),
        _ => FOR_DIGITS.iter().position(|other| *other == letter).map(|at| at as u8),
    }
}

/// The last letter of a code, from the fifteen before it.
fn check_letter(code: &[u8]) -> u8 {
    let counts = code.iter().take(15).enumerate().map(|(at, &letter)| {
        let even = if letter.is_ascii_digit() { letter - b'0' } else { letter.saturating_sub(b'A') };
        let odd = ODD.get(usize::from(even)).copied().unwrap_or(0);
        u32::from(if at % 2 == 0 { odd } else { even })
    });
    b'A' + (counts.sum::<u32>() % 26) as u8
}

/// All that a code is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Registered<'a> {
    /// Surname, at birth.
    pub surname: &'a str,
    /// All given names.
    pub name: &'a str,
    /// Sex.
    pub sex: Sex,
    /// Birth date.
    pub born: Date,
    /// Belfiore code of the place of birth.
    pub place: &'a str,
}

impl Registered<'_> {
    /// The code that these data give, officially spelled and without omocodia; none if a name is in another alphabet or
    /// the place is no Belfiore code.
    pub fn tax_code(&self) -> Option<TaxCode> {
        let (year, month, day) = self.born.parts();
        let day = if self.sex == Sex::Female { day + 40 } else { day };
        let month = char::from(*MONTHS.get(usize::from(month) - 1)?);
        let surname = of_surname(self.surname, Spelling::Official)?;
        let name = of_name(self.name, Spelling::Official)?;
        let text = format!("{surname}{name}{:02}{month}{day:02}{}", year % 100, self.place);
        let check = char::from(check_letter(text.as_bytes()));
        let code: TaxCode = format!("{text}{check}").parse().ok()?;
        code.content.as_ref().is_some_and(|content| !content.omocode).then_some(code)
    }
}

/// The three letters of a surname: its consonants, then its vowels, then X.
pub(super) fn of_surname(surname: &str, spelling: Spelling) -> Option<String> {
    three(surname, spelling, false)
}

/// The three letters of a name: as of a surname, but of four consonants and more the second is left out.
pub(super) fn of_name(name: &str, spelling: Spelling) -> Option<String> {
    three(name, spelling, true)
}

fn three(name: &str, spelling: Spelling, given: bool) -> Option<String> {
    let spelled = spell(name, spelling);
    if spelled.contains(UNKNOWN) {
        return None;
    }
    let letters = spelled.chars().filter(char::is_ascii_uppercase);
    let (vowels, mut consonants): (String, String) = letters.partition(|letter| "AEIOU".contains(*letter));
    if given && consonants.len() > 3 {
        consonants.remove(1);
    }
    Some(consonants.chars().chain(vowels.chars()).chain("XXX".chars()).take(3).collect())
}
