//! Texts as lines. Breaks come after spaces, after hyphens and slashes between letters, and where a word is wider
//! than its line; never inside a figure, nor between a figure and its sign.

use std::ops::Range;

use unicode_linebreak::{BreakOpportunity, linebreaks};
use unicode_normalization::char::compose;

use super::fonts::{Fonts, Glyph, Weight};

/// A text as glyphs, not yet broken into lines.
#[derive(Debug)]
pub(super) struct Text {
    /// What the glyphs stand for.
    pub content: String,
    /// All glyphs in order.
    pub glyphs: Vec<Glyph>,
    words: Vec<Word>,
}

/// What stays on one line if it fits: glyphs, then the spaces after them.
#[derive(Debug)]
struct Word {
    glyphs: Range<usize>,
    width: f32,
    space: f32,
    ends_line: bool,
}

/// One line of a text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    /// Its glyphs, with the spaces that end it.
    pub glyphs: Range<usize>,
    /// Its width without the spaces that end it, in the unit that the width to fill was given in.
    pub width: f32,
}

impl Text {
    /// Shapes `raw`; the first character that no font has, if any.
    pub(super) fn new(raw: &str, weight: Weight, fonts: &Fonts) -> Result<Self, char> {
        let content = clean(raw);
        let glyphs = fonts.shape(&content, weight)?;
        let mut words: Vec<Word> = Vec::new();
        let mut start = 0;
        for (end, ends_line) in breaks(&content) {
            let word = &content[start..end];
            let ends = start + word.trim_end_matches([' ', '\n']).len();
            let first = words.last().map_or(0, |word| word.glyphs.end);
            let count = |limit| glyphs[first..].iter().take_while(|glyph| glyph.inner.text_range.start < limit).count();
            let (letters, all) = (first + count(ends), first + count(end));
            let width = advance(&glyphs[first..letters]);
            words.push(Word { glyphs: first..all, width, space: advance(&glyphs[letters..all]), ends_line });
            start = end;
        }
        Ok(Self { content, glyphs, words })
    }

    /// Whether there is nothing to see.
    pub(super) fn is_blank(&self) -> bool {
        self.content.trim().is_empty()
    }

    /// The width of the widest line when only line feeds break it.
    pub(super) fn natural_width(&self, size: f32) -> f32 {
        self.lines(f32::INFINITY, size).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// The width below which words would have to be cut.
    pub(super) fn widest_word(&self, size: f32) -> f32 {
        self.words.iter().map(|word| word.width * size).fold(0.0, f32::max)
    }

    /// Lines no wider than `width` at this font size: as many words on each as fit.
    pub(super) fn lines(&self, width: f32, size: f32) -> Vec<Line> {
        let limit = width / size;
        let mut lines = Lines { done: Vec::new(), start: 0, end: 0, width: 0.0, space: 0.0 };
        for word in &self.words {
            if lines.end > lines.start && lines.width + lines.space + word.width > limit {
                lines.close();
            }
            if word.width > limit {
                self.cut(word, limit, &mut lines);
            } else {
                lines.add(word.glyphs.end, word.width, word.space);
            }
            if word.ends_line {
                lines.close();
            }
        }
        if lines.end > lines.start {
            lines.close();
        }
        lines.done.iter_mut().for_each(|line| line.width *= size);
        lines.done
    }

    /// Cuts a word that is wider than a line, between letters and never between a letter and its marks.
    fn cut(&self, word: &Word, limit: f32, lines: &mut Lines) {
        let mut at = word.glyphs.start;
        while at < word.glyphs.end {
            let cluster = &self.glyphs[at].inner.text_range;
            let same = self.glyphs[at..word.glyphs.end].iter().take_while(|glyph| glyph.inner.text_range == *cluster);
            let (count, width) = same.fold((0, 0.0), |(count, sum), glyph| (count + 1, sum + glyph.inner.x_advance));
            if lines.end > lines.start && lines.width + width > limit {
                lines.close();
            }
            at += count;
            lines.add(at, width, 0.0);
        }
    }
}

/// The line being filled, and those before it; widths in ems.
struct Lines {
    done: Vec<Line>,
    start: usize,
    end: usize,
    width: f32,
    space: f32,
}

impl Lines {
    fn add(&mut self, end: usize, width: f32, space: f32) {
        self.width += self.space + width;
        self.space = space;
        self.end = end;
    }

    fn close(&mut self) {
        self.done.push(Line { glyphs: self.start..self.end, width: self.width });
        (self.start, self.width, self.space) = (self.end, 0.0, 0.0);
    }
}

/// White space made plain, letters composed with their marks, invisible characters left out: what remains either has a
/// glyph or is an error.
fn clean(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    for character in raw.trim().chars() {
        match character {
            '\n' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                text.truncate(text.trim_end_matches(' ').len());
                text.push('\n');
            }
            ' ' | '\t' | '\u{2000}'..='\u{200A}' | '\u{205F}' | '\u{3000}' => {
                if !text.ends_with([' ', '\n']) {
                    text.push(' ');
                }
            }
            '\u{AD}'
            | '\u{34F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' => {}
            other if other.is_control() => {}
            other => match text.chars().last().and_then(|before| compose(before, other)) {
                Some(composed) => {
                    text.pop();
                    text.push(composed);
                }
                None => text.push(other),
            },
        }
    }
    text
}

fn advance(glyphs: &[Glyph]) -> f32 {
    glyphs.iter().map(|glyph| glyph.inner.x_advance).sum()
}

/// Where a line may end, as Unicode has it (UAX #14), and whether it must: byte offsets after each word with its
/// spaces, the last one at the end of the text. Unicode would also part a figure from its sign, and "3-bis" or
/// "2024–2026" at their dashes.
fn breaks(text: &str) -> impl Iterator<Item = (usize, bool)> {
    linebreaks(text).filter_map(|(at, kind)| {
        let (mut before, next) = (text[..at].chars().rev(), text[at..].chars().next());
        let may_end = match (before.next(), next) {
            (Some(' '), Some(next)) => !matches!(next, '€' | '%' | '°' | '»'),
            (Some(_), Some(next)) => next.is_alphabetic() && before.next().is_some_and(char::is_alphabetic),
            _ => true,
        };
        let must_end = kind == BreakOpportunity::Mandatory && next.is_some();
        (may_end || must_end).then_some((at, must_end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(raw: &str, width: f32) -> Vec<String> {
        let text = Text::new(raw, Weight::Regular, &Fonts::read().unwrap()).unwrap();
        let part = |line: Line| {
            let glyphs = &text.glyphs[line.glyphs];
            let range =
                glyphs.first().map(|first| first.inner.text_range.start..glyphs[glyphs.len() - 1].inner.text_range.end);
            text.content[range.unwrap_or(0..0)].to_owned()
        };
        text.lines(width, 10.0).into_iter().map(part).collect()
    }

    fn ends(text: &str) -> Vec<usize> {
        breaks(text).map(|(at, _)| at).collect()
    }

    #[test]
    fn words_fill_lines() {
        assert_eq!(lines("uno due tre quattro", 45.0), ["uno due ", "tre ", "quattro"]);
        assert_eq!(lines("uno\n\ndue", 100.0), ["uno", "", "due"]);
        assert_eq!(lines("  ", 100.0), Vec::<String>::new());
    }

    #[test]
    fn a_figure_keeps_its_sign() {
        assert_eq!(lines("spesa di 1.234,00 €", 60.0), ["spesa di ", "1.234,00 €"]);
        assert_eq!(ends("31/12/2026 12-13, 2024–2026 e 3-bis"), [11, 18, 30, 32, 37]);
    }

    #[test]
    fn hyphens_and_slashes_between_letters_may_end_a_line() {
        assert_eq!(ends("socio-sanitario e/o"), [6, 16, 18, 19]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let cut = lines("Donaudampfschifffahrtsgesellschaft", 50.0);
        assert!(cut.len() > 2, "{cut:?}");
        assert_eq!(cut.concat(), "Donaudampfschifffahrtsgesellschaft");
    }

    #[test]
    fn invisible_characters_leave_no_trace() {
        assert_eq!(clean(" a\u{200B}b\u{AD}c\r\n\td  e "), "abc\nd e");
        assert_eq!(clean("C\u{30C}apek, Nguye\u{302}\u{303}n"), "Čapek, Nguyễn");
    }
}
