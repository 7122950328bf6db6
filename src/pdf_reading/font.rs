//! The font that a field writes in: which letters it can show, by which codes, and how wide they are.

use std::collections::BTreeMap;

use hayro_syntax::object::{Array, Dict, Name, Number, Object};

use super::glyphs;

/// A font of the form.
pub(super) struct Font {
    /// A letter's code, the lowest of several, and its width in thousandths of the size.
    letters: BTreeMap<char, (u8, f64)>,
    /// How far letters reach above and below their line, in thousandths of the size.
    pub ascent: f64,
    pub descent: f64,
}

/// What a field says of its text, as in `0 g /Helv 12 Tf`.
pub(super) struct Style {
    /// Name of the font among the form's.
    pub font: Vec<u8>,
    /// Size; zero is whatever fits.
    pub size: f64,
    /// Everything else: colours.
    pub rest: String,
}

impl Style {
    /// Reads it. Without any, black Helvetica as large as fits.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let Some(at) = words.iter().rposition(|word| *word == "Tf").filter(|at| *at >= 2) else {
            return Self { font: b"Helv".to_vec(), size: 0.0, rest: "0 g".into() };
        };
        let font = words[at - 2].trim_start_matches('/').as_bytes();
        let font = Name::new(font).map_or_else(|| font.to_vec(), |name| name.as_ref().to_vec());
        let size = words[at - 1].parse::<f64>().ok().filter(|size| size.is_finite()).unwrap_or(0.0).abs().min(300.0);
        let colour = |word: &str| word.parse::<f64>().is_ok() || matches!(word, "g" | "rg" | "k" | "G" | "RG" | "K");
        let (before, after) = (&words[..at - 2], &words[at + 1..]);
        let rest: Vec<&str> = before.iter().chain(after).copied().filter(|word| colour(word)).collect();
        let rest = if rest.is_empty() { "0 g".into() } else { rest.join(" ") };
        Self { font, size, rest }
    }
}

impl Font {
    /// Reads a font of the form; `None` is the font that a form names without having it, for which every reader takes
    /// Helvetica. Fonts of several bytes per letter show nothing here: which letters they have is not said.
    pub(super) fn read(dict: Option<&Dict<'_>>) -> Self {
        let Some(dict) = dict else { return Self::standard("Helvetica", &codes(glyphs::WIN, 128)) };
        let base = dict.get::<Name<'_>>(b"BaseFont").map(|name| name.as_str().to_owned()).unwrap_or_default();
        let base = base.split_once('+').filter(|(tag, _)| tag.len() == 6).map_or(base.as_str(), |(_, name)| name);
        let described: Dict<'_> = dict.get(b"FontDescriptor").unwrap_or_default();
        let symbols = described.get::<i32>(b"Flags").is_some_and(|flags| flags & 4 != 0 && flags & 32 == 0);
        let codes = match dict.get::<Object<'_>>(b"Encoding") {
            Some(Object::Name(name)) => named(name.as_ref()),
            Some(Object::Dict(encoding)) => {
                let base = encoding.get::<Name<'_>>(b"BaseEncoding");
                let mut codes = base.map_or_else(|| codes_of(symbols), |name| named(name.as_ref()));
                differences(&encoding.get(b"Differences").unwrap_or_default(), &mut codes);
                codes
            }
            _ => codes_of(symbols || matches!(base, "ZapfDingbats" | "Symbol")),
        };
        let kind = dict.get::<Name<'_>>(b"Subtype").map(|kind| kind.as_ref().to_vec()).unwrap_or_default();
        if !matches!(kind.as_slice(), b"Type1" | b"TrueType" | b"MMType1") {
            return Self { letters: BTreeMap::new(), ascent: 718.0, descent: 207.0 };
        }
        let mut font = Self::standard(base, &codes);
        if let Some(widths) = dict.get::<Array<'_>>(b"Widths") {
            let first = dict.get::<i64>(b"FirstChar").unwrap_or(0);
            let widths: Vec<f64> = widths.iter::<Number>().take(256).map(|width| width.as_f64()).collect();
            let width = |code: u8| usize::try_from(i64::from(code) - first).ok().and_then(|at| widths.get(at).copied());
            // A font that travels with its letters has no others; where it lacks one the width is none.
            font.letters = codes
                .iter()
                .rev()
                .filter_map(|(&code, &letter)| Some((letter, (code, width(code).filter(|width| *width > 0.0)?))))
                .collect();
        }
        let height = |key: &str| described.get::<f32>(key).map(|height| f64::from(height).abs());
        font.ascent = height("Ascent").filter(|height| (400.0..1200.0).contains(height)).unwrap_or(font.ascent);
        font.descent = height("Descent").filter(|height| (50.0..500.0).contains(height)).unwrap_or(font.descent);
        font
    }

    /// One of the fonts that every reader has, or the one nearest to it.
    fn standard(base: &str, codes: &BTreeMap<u8, char>) -> Self {
        let bold = base.contains("Bold");
        let slanted = base.contains("Italic");
        let serif = base.contains("Times") || base.contains("Roman") || base.contains("Serif");
        let widths = match (serif, bold, slanted) {
            (true, true, true) => &glyphs::TIMES_BOLDITALIC,
            (true, true, false) => &glyphs::TIMES_BOLD,
            (true, false, true) => &glyphs::TIMES_ITALIC,
            (true, false, false) => &glyphs::TIMES_ROMAN,
            (false, true, _) => &glyphs::HELVETICA_BOLD,
            (false, false, _) => &glyphs::HELVETICA,
        };
        let fixed = base.contains("Courier") || base.contains("Mono");
        let wide: BTreeMap<char, u16> = glyphs::LETTERS.chars().zip(widths.iter().copied()).collect();
        let width = |letter| if fixed { Some(600) } else { wide.get(&letter).copied() };
        let entry = |(&code, &letter): (&u8, &char)| Some((letter, (code, f64::from(width(letter)?))));
        Self { letters: codes.iter().rev().filter_map(entry).collect(), ascent: 718.0, descent: 207.0 }
    }

    /// The first letter that the font cannot show.
    pub(super) fn missing(&self, text: &str) -> Option<char> {
        text.chars().find(|letter| *letter != '\n' && !self.letters.contains_key(&plain(*letter)))
    }

    /// The codes of a text; letters that the font lacks are left out.
    pub(super) fn codes(&self, text: &str) -> Vec<u8> {
        text.chars().filter_map(|letter| self.letters.get(&plain(letter))).map(|(code, _)| *code).collect()
    }

    /// The width of a text at size one.
    pub(super) fn width(&self, text: &str) -> f64 {
        text.chars().filter_map(|letter| self.letters.get(&plain(letter))).map(|(_, width)| width / 1000.0).sum()
    }
}

/// Spaces that fonts need not have look like the one that they have.
fn plain(letter: char) -> char {
    if matches!(letter, '\t' | '\u{A0}') { ' ' } else { letter }
}

/// ASCII, and the letters given for the codes from `from`; code 160 and those after stand for themselves where nothing
/// else is given.
fn codes(high: &str, from: u8) -> BTreeMap<u8, char> {
    let mut codes: BTreeMap<u8, char> = (32..127).map(|code| (code, char::from(code))).collect();
    codes.extend((161..=255).map(|code| (code, char::from(code))));
    for (code, letter) in (from..=255).zip(high.chars()) {
        codes.remove(&code);
        if letter != '\u{FFFD}' {
            codes.insert(code, letter);
        }
    }
    codes
}

fn named(encoding: &[u8]) -> BTreeMap<u8, char> {
    match encoding {
        b"WinAnsiEncoding" => codes(glyphs::WIN, 128),
        b"MacRomanEncoding" => codes(glyphs::MAC, 128),
        b"PDFDocEncoding" => codes(glyphs::DOC_HIGH, 128),
        b"StandardEncoding" => codes_of(false),
        _ => BTreeMap::new(),
    }
}

/// What a font without a named encoding shows: the standard letters, or, if it is one of symbols, nobody knows.
fn codes_of(symbols: bool) -> BTreeMap<u8, char> {
    if symbols {
        return BTreeMap::new();
    }
    let mut codes = codes(glyphs::STANDARD, 161);
    codes.retain(|code, _| *code < 252);
    codes.insert(39, '\u{2019}');
    codes.insert(96, '\u{2018}');
    codes
}

/// `[code /name /name … code /name …]`: letters by the names that the font gives them.
fn differences(list: &Array<'_>, codes: &mut BTreeMap<u8, char>) {
    // Of the two that are called "hyphen" the later is none that people type.
    let named = glyphs::NAMES.split_ascii_whitespace().zip(glyphs::LETTERS.chars());
    let letters: BTreeMap<&str, char> = named.filter(|(_, letter)| *letter != '\u{AD}').collect();
    let mut code = 0_i64;
    for item in list.iter::<Object<'_>>().take(512) {
        match item {
            Object::Number(number) => code = number.as_i64(),
            Object::Name(name) => {
                if let Ok(at) = u8::try_from(code) {
                    let unicode = || {
                        let digits = name.as_str().strip_prefix("uni")?;
                        char::from_u32(u32::from_str_radix(digits.get(..4)?, 16).ok()?)
                    };
                    match letters.get(name.as_str()).copied().or_else(unicode) {
                        Some(letter) => codes.insert(at, letter),
                        None => codes.remove(&at),
                    };
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
}
