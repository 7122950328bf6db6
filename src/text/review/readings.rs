//! Texts that nobody translated, and texts that are hard to read.

use super::{File, Gap, Missing, Object, Subject, place};
use crate::programme::{Tongue, Voice};
use crate::text::readability::{FOR_MOST, Hard, counts, easy, hardest};
use crate::text::review::words;

/// A text of one of the files.
struct Written<'a> {
    file: &'static str,
    at: &'a Object<'a>,
    italian: &'a str,
    easy: &'a str,
    english: &'a str,
}

/// Up to so many words may well be the same in both languages: a name, "No", "18 euro".
const MAY_BE_ALIKE: i64 = 3;

pub(super) fn subjects(files: &[File<'_>]) -> Vec<Subject> {
    let all: Vec<Written<'_>> =
        files.iter().flat_map(|file| file.objects.iter().filter_map(|at| written(file.name, at))).collect();
    let not_names: Vec<&Written<'_>> = all.iter().filter(|text| !text.is_name()).collect();
    let alike = not_names.iter().filter(|text| text.is_untranslated());
    let untranslated = alike.map(|text| text.missing(Tongue::English, text.said(), String::new())).collect();
    let hard_easy: Vec<(&Written<'_>, Hard)> =
        all.iter().filter_map(|text| Some((text, hardest(text.easy, Tongue::Facile, easy)?))).collect();
    let (copied, hard_easy) = hard_easy.into_iter().partition(|(text, _)| text.easy.trim() == text.italian.trim());
    let questions: Vec<&Written<'_>> = all.iter().filter(|text| text.is_of_a_question()).collect();
    let hard = questions.iter().filter_map(|text| Some((*text, hardest(text.italian, Tongue::Italian, |_| FOR_MOST)?)));
    let hard_questions = hard.collect();
    vec![
        Subject { gap: Gap::Untranslated, of: not_names.len(), missing: untranslated },
        Subject { gap: Gap::Copied, of: all.len(), missing: worst_first(Tongue::Facile, copied) },
        Subject { gap: Gap::HardEasy, of: all.len(), missing: worst_first(Tongue::Facile, hard_easy) },
        Subject { gap: Gap::HardQuestion, of: questions.len(), missing: worst_first(Tongue::Italian, hard_questions) },
    ]
}

fn written<'a>(file: &'static str, at: &'a Object<'a>) -> Option<Written<'a>> {
    let reading = |tongue| at.reading(tongue);
    let (italian, easy) = (reading(Tongue::Italian)?, reading(Tongue::Facile)?);
    Some(Written { file, at, italian, easy, english: reading(Tongue::English)? })
}

fn worst_first(tongue: Tongue, mut hard: Vec<(&Written<'_>, Hard)>) -> Vec<Missing> {
    hard.sort_by_key(|(_, hard)| hard.index);
    let missing = |(text, hard): (&Written<'_>, Hard)| {
        let index = words::index(hard.index, hard.least);
        text.missing(tongue, hard.said, index)
    };
    hard.into_iter().map(missing).collect()
}

impl Written<'_> {
    /// Whether it is what something is called, which may have no other name abroad.
    fn is_name(&self) -> bool {
        self.at.place.ends_with(".name")
    }

    fn is_of_a_question(&self) -> bool {
        self.at.place.starts_with("questions.")
    }

    fn is_untranslated(&self) -> bool {
        self.english.trim() == self.italian.trim() && counts(&self.said()).1 > MAY_BE_ALIKE
    }

    /// Its Italian, as to anyone.
    fn said(&self) -> String {
        Voice::default().said(self.italian)
    }

    fn missing(&self, tongue: Tongue, words: String, detail: String) -> Missing {
        Missing { place: format!("{}.{}", place(self.file, &self.at.place), tongue.key()), words, detail }
    }
}
