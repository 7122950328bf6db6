//! How easy a text is to read, by the Gulpease index (Lucisano and Piemontese, 1988): 100 is the easiest. From 80 on a
//! text is easy for who has finished primary school, from 60 on for who has finished middle school.

use crate::programme::{About, Tongue, Voice};

/// What a question, its help and its choices reach at least in Italian.
pub const FOR_MOST: i64 = 60;

/// What is asked of an easy text with so many sentences: one or two of them say too little for the full bound.
pub fn easy(sentences: i64) -> i64 {
    if sentences >= 3 { 80 } else { 75 }
}

/// Letters, words and sentences. `l'80%` is two words, an abbreviation's point ends no sentence.
pub fn counts(said: &str) -> (i64, i64, i64) {
    let words: Vec<&str> = said.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let mut rest = said.trim().chars().peekable();
    let mut sentences = 0;
    while let Some(sign) = rest.next() {
        if matches!(sign, '.' | '!' | '?') && rest.peek().is_none_or(|next| next.is_whitespace()) {
            sentences += 1;
        }
    }
    (letters as i64, words.len() as i64, sentences.max(1))
}

/// The index of a text.
pub fn gulpease(said: &str) -> i64 {
    let (letters, words, sentences) = counts(said);
    89 + (300 * sentences - 10 * letters) / words.max(1)
}

/// Who fills in, as a text can speak to them.
const ABOUTS: [About; 5] = [About::Anyone, About::Oneself, About::Relative, About::Assisted, About::Client];

/// What stands in the places of texts while they are judged.
const TYPICAL: [(&str, &str); 25] = [
    ("amount", "500,00 €"),
    ("limit", "500,00 €"),
    ("granted", "500,00 €"),
    ("left", "500,00 €"),
    ("before", "536,00 €"),
    ("each", "500,00 €"),
    ("programme", "900,00 €"),
    ("most", "900,00 €"),
    ("far", "100,00 €"),
    ("resources", "400,00 €"),
    ("needed", "300,00 €"),
    ("share", "il 70%"),
    ("unit", "al mese, per la casa"),
    ("costs", "costo dei lavori"),
    ("name", "Affitto"),
    ("support", "Affitto"),
    ("section", "La casa"),
    ("day", "12/03/1990"),
    ("place", "Nome"),
    ("town", "Brescia"),
    ("document", "Avviso"),
    ("notice", "casa-2026"),
    ("version", "21/11/2026"),
    ("state", "Sembra valere"),
    ("sign", "a"),
];

/// What a text says in one reading to everybody that it can speak to, each wording once.
pub fn voices(text: &str, tongue: Tongue) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for about in ABOUTS {
        let said = Voice { tongue, about }.said(text);
        let said = TYPICAL.iter().fold(said, |said, (at, value)| said.replace(&format!("{{{at}}}"), value));
        if !all.contains(&said) {
            all.push(said);
        }
    }
    all
}

/// A wording that is harder to read than it may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hard {
    /// The wording.
    pub said: String,
    /// Its index.
    pub index: i64,
    /// What it has to reach.
    pub least: i64,
}

/// The hardest wording of a text below what `least` asks of so many sentences, if one is.
pub fn hardest(text: &str, tongue: Tongue, least: fn(i64) -> i64) -> Option<Hard> {
    let judged = voices(text, tongue).into_iter().filter_map(|said| {
        let (_, words, sentences) = counts(&said);
        let (index, least) = (gulpease(&said), least(sentences));
        (words > 0 && index < least).then_some(Hard { said, index, least })
    });
    judged.min_by_key(|hard| hard.index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_index_is_that_of_its_authors() {
        assert_eq!(counts("Il gatto dorme. L'altro no?"), (20, 6, 2));
        assert_eq!(gulpease("Il gatto dorme. L'altro no?"), 89 + (600 - 200) / 6);
    }

    #[test]
    fn the_hardest_voice_is_judged() {
        let text = "[Vai a casa.|Presentazione dell'autocertificazione.]";
        let hard = hardest(text, Tongue::Facile, easy).unwrap();
        assert_eq!((hard.said.as_str(), hard.least), ("Presentazione dell'autocertificazione.", 75));
        assert_eq!(voices(text, Tongue::Facile).len(), 2);
        assert_eq!(hardest("Vai a casa.", Tongue::Facile, easy), None);
    }
}
