//! The Gulpease index (Lucisano and Piemontese, 1988): 100 is the easiest. From 80 on a text is easy for who has finished
//! primary school, from 60 on for who has finished middle school.

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

/// What is asked of an easy text with so many sentences.
pub fn easy(sentences: i64) -> i64 {
    if sentences >= 3 { 80 } else { 75 }
}
