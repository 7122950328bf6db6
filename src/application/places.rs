//! Where people are born: every municipality there is or was, and every foreign state, with its Belfiore code.
//!
//! `public/places.txt` is text that tools/places.py writes, not code: the page fetches its 90 KB only when somebody comes
//! to the place of birth. One place is one line, in the order of the names without accents:
//!
//! ```text
//! # a remark
//! name[/other name…];province;code[;since-until]
//! ```
//!
//! The province is the last one, empty for states. The years are those of this name with this code; the first one is
//! missing if it lies before the archive (1861, of states any), the second one if the place is still there.

use std::fmt;
use std::iter::Enumerate;
use std::str::Lines;

use super::letters::{Spelling, spell};

/// All places of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places(Vec<Place>);

/// A municipality or foreign state under one of its names. A renamed one has a place for each name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    names: String,
    province: String,
    code: String,
    since: Option<u16>,
    until: Option<u16>,
    /// The names in capitals A–Z, one space between words, each name ended by `/`.
    folded: String,
}

/// A line that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceFault {
    /// Its number, from 1.
    pub line: usize,
}

impl fmt::Display for PlaceFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "riga {}: serve nome;provincia;codice oppure nome;provincia;codice;dal-al", self.line)
    }
}

impl std::error::Error for PlaceFault {}

impl Place {
    /// Its name, in Italian.
    pub fn name(&self) -> &str {
        self.names().next().unwrap_or_default()
    }

    /// All its names, the Italian one first: other languages, what a state is commonly called.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.names.split('/')
    }

    /// The two letters of its last province; none of a foreign state.
    pub fn province(&self) -> Option<&str> {
        Some(self.province.as_str()).filter(|province| !province.is_empty())
    }

    /// Its Belfiore code, as in a codice fiscale: a letter and three digits.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The year since when it has this name and code, where known.
    pub fn since(&self) -> Option<u16> {
        self.since
    }

    /// The year of its end; none if it is still there.
    pub fn until(&self) -> Option<u16> {
        self.until
    }

    /// Whether it lies abroad.
    pub fn is_foreign(&self) -> bool {
        self.code.starts_with('Z')
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(';');
        let (names, province, code) = (parts.next()?, parts.next()?, parts.next()?);
        let (since, until) = parts.next().map_or(Some(("", "")), |years| years.split_once('-'))?;
        let well_formed = parts.next().is_none()
            && !names.split('/').any(|name| name.trim().is_empty())
            && is_code(code)
            && (province.is_empty()
                || province.len() == 2 && province.bytes().all(|letter| letter.is_ascii_uppercase()));
        let year = |text: &str| match text.len() {
            0 => Some(None),
            4 if text.bytes().all(|letter| letter.is_ascii_digit()) => text.parse().ok().map(Some),
            _ => None,
        };
        well_formed.then_some(Self {
            names: names.into(),
            province: province.into(),
            code: code.into(),
            since: year(since)?,
            until: year(until)?,
            folded: names.split('/').map(|name| words(name) + "/").collect(),
        })
    }

    /// Where some of its words begin with these letters: how well they fit there, the best of it. A plain loop, since it
    /// goes through a quarter of a million letters at each letter that somebody types.
    fn run(&self, typed: &[u8]) -> Option<Fit> {
        let folded = self.folded.as_bytes();
        let mut best = None;
        let mut before = b'/';
        for (at, letter) in folded.iter().enumerate() {
            if typed.first() == Some(letter) && matches!(before, b' ' | b'/') {
                let fit = match (before, folded.get(at..).and_then(|words| follows(words, typed))) {
                    (_, None) => None,
                    (b'/', Some([b'/', ..])) => return Some(Fit::Whole),
                    (b'/', _) => Some(Fit::Beginning),
                    _ => Some(Fit::Within),
                };
                best = best.into_iter().chain(fit).min();
            }
            before = *letter;
        }
        best
    }

    /// How what was typed stands in its names, if it does.
    fn fit(&self, typed: &Typed) -> Option<Fit> {
        let scattered = || typed.words.len() > 1 && typed.words.iter().all(|word| self.run(word.as_bytes()).is_some());
        self.run(typed.joined.as_bytes()).or_else(|| scattered().then_some(Fit::Within))
    }
}

/// How well a name fits what was typed, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// It is the name.
    Whole,
    /// The name begins with it.
    Beginning,
    /// A later word does, or its words begin some of the name's in any order.
    Within,
}

/// What was typed, folded.
struct Typed {
    /// Without spaces.
    joined: String,
    /// Each word once, the longest first: few names have it.
    words: Vec<String>,
}

impl Typed {
    fn new(raw: &str) -> Self {
        let folded = words(&raw.replace('/', " "));
        let mut words: Vec<String> = folded.split(' ').map(Into::into).collect();
        words.sort_unstable_by(|one, next| (next.len(), next).cmp(&(one.len(), one)));
        words.dedup();
        Self { joined: folded.replace(' ', ""), words }
    }
}

/// A file of places on its way: its ten thousand lines take a slow phone a quarter of a second, so that whoever has a page
/// to show reads them in parts.
pub struct Reading<'a> {
    lines: Enumerate<Lines<'a>>,
    read: Vec<Place>,
}

impl<'a> Reading<'a> {
    /// Nothing read yet.
    pub fn of(text: &'a str) -> Self {
        Self { lines: text.lines().enumerate(), read: Vec::new() }
    }

    /// Reads so many lines more; whether there may be others.
    ///
    /// # Errors
    /// The first line that does not have the form of a place: the list is used whole or not at all.
    pub fn go_on(&mut self, count: usize) -> Result<bool, PlaceFault> {
        let mut left = count;
        for (at, line) in self.lines.by_ref().take(count) {
            left -= 1;
            if !line.trim().is_empty() && !line.starts_with('#') {
                self.read.push(Place::read(line).ok_or(PlaceFault { line: at + 1 })?);
            }
        }
        Ok(left == 0)
    }

    /// What was read.
    pub fn places(self) -> Places {
        Places(self.read)
    }
}

impl Places {
    /// Reads a file of places.
    ///
    /// # Errors
    /// The first line that does not have this form: the list is used whole or not at all.
    pub fn read(text: &str) -> Result<Self, PlaceFault> {
        let mut reading = Reading::of(text);
        reading.go_on(usize::MAX)?;
        Ok(reading.places())
    }

    /// All places, by name.
    pub fn all(&self) -> &[Place] {
        &self.0
    }

    /// At most `limit` of the places that `offers` lets through, whose name has what was typed at the beginning of a word, whatever the accents, capitals,
    /// apostrophes and hyphens. Those of exactly this name come first, then those that are still there, then those whose
    /// name begins so; otherwise by name. Nothing typed finds nothing.
    pub fn search(&self, typed: &str, limit: usize, offers: impl Fn(&Place) -> bool) -> Vec<&Place> {
        let typed = Typed::new(typed);
        if typed.joined.is_empty() {
            return Vec::new();
        }
        let rank = |place: &Place| {
            let fit = place.fit(&typed)?;
            Some((fit != Fit::Whole, place.until.is_some(), fit))
        };
        let offered = self.0.iter().filter(|place| offers(place));
        let mut found: Vec<_> = offered.filter_map(|place| Some((rank(place)?, place))).collect();
        // Stable: within a rank the file's order stays, which is that of the names.
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, place)| place).take(limit).collect()
    }

    /// The places with this code, the one that is still there or was the last one first.
    pub fn by_code(&self, code: &str) -> Vec<&Place> {
        let mut found: Vec<&Place> = self.0.iter().filter(|place| place.code == code).collect();
        found.sort_by_key(|place| std::cmp::Reverse(place.until.unwrap_or(u16::MAX)));
        found
    }

    /// The places of exactly this name, which may have its province in parentheses after it. For comparing what somebody
    /// wrote with a codice fiscale.
    pub fn named(&self, name: &str) -> Vec<&Place> {
        let typed = Typed::new(name.split('(').next().unwrap_or_default());
        self.0.iter().filter(|place| place.fit(&typed) == Some(Fit::Whole)).collect()
    }
}

fn is_code(code: &str) -> bool {
    matches!(code.as_bytes(), [b'A'..=b'Z', figures @ ..] if figures.len() == 3 && figures.iter().all(u8::is_ascii_digit))
}

/// In capitals without accents, one space between words.
fn words(text: &str) -> String {
    let mut words = spell(text, Spelling::Bare);
    let mut before = ' ';
    words.retain(|letter| std::mem::replace(&mut before, letter) != ' ' || letter != ' ');
    words.truncate(words.trim_end().len());
    words
}

/// What follows in a name after letters that were typed without spaces; none if it does not begin with them.
fn follows<'a>(name: &'a [u8], typed: &[u8]) -> Option<&'a [u8]> {
    let mut rest = name;
    for letter in typed {
        rest = match rest {
            [b' ', first, others @ ..] | [first, others @ ..] if first == letter => others,
            _ => return None,
        };
    }
    Some(rest)
}
