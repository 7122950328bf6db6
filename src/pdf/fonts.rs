//! The embedded fonts, and how a text becomes glyphs. The bold face is cut down to Latin: a text that needs more is
//! regular as a whole, so that a name never changes weight half way.
//!
//! `tools/fonts.sh` prepares the files.

use std::ops::Range;

use harfrust::{Direction, ShapeOptions, ShapePlan, ShaperData, UnicodeBuffer};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::{FontRef, MetadataProvider};

use super::PdfError;

static REGULAR: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/text-regular.ttf"));
static BOLD: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/text-bold.ttf"));
static SYMBOLS: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/text-symbols.ttf"));

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// Which font a glyph belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FaceId {
    Regular,
    Bold,
    Symbols,
}

/// A glyph, its measures in ems, and its font.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub face: FaceId,
    pub inner: KrillaGlyph,
}

struct Face {
    font: FontRef<'static>,
    characters: Charmap<'static>,
    rules: ShaperData,
    plan: ShapePlan,
    krilla: Font,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, PdfError> {
        let font = FontRef::new(bytes).map_err(|_| PdfError::Font)?;
        let rules = ShaperData::new(&font);
        // One plan for all texts: the fonts' own rules are the same for Latin, Greek and Cyrillic.
        let plan = ShapePlan::new(&rules.shaper(&font).build(), Direction::LeftToRight, None, None, &[]);
        let krilla = Font::new(bytes.into(), 0).ok_or(PdfError::Font)?;
        Ok(Self { characters: font.charmap(), font, rules, plan, krilla })
    }

    fn has(&self, character: char) -> bool {
        self.characters.map(character).is_some_and(|id| id.to_u32() != 0)
    }

    /// The glyphs of a part of a text. A letter and its marks are one to whoever copies the text.
    fn shape(&self, text: &str, part: Range<usize>) -> Vec<KrillaGlyph> {
        let mut buffer = UnicodeBuffer::new();
        buffer.set_direction(Direction::LeftToRight);
        for (at, character) in text[part.clone()].char_indices() {
            buffer.add(character, (part.start + at) as u32);
        }
        let shaper = self.rules.shaper(&self.font).build();
        let shaped = shaper.shape(buffer, ShapeOptions::new().plan(Some(&self.plan)));
        let infos = shaped.glyph_infos();
        let em = |units: i32| units as f32 / self.krilla.units_per_em();
        let glyph = |(at, position): (usize, &harfrust::GlyphPosition)| {
            let start = infos[at].cluster as usize;
            let next = infos[at..].iter().map(|info| info.cluster as usize).find(|next| *next != start);
            let range = start..next.unwrap_or(part.end);
            let (advance, x, y) = (em(position.x_advance), em(position.x_offset), em(position.y_offset));
            KrillaGlyph::new(GlyphId::new(infos[at].glyph_id), advance, x, y, 0.0, range, None)
        };
        shaped.glyph_positions().iter().enumerate().map(glyph).collect()
    }
}

/// All faces of a document.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
    symbols: Face,
}

impl Fonts {
    /// Reads the embedded fonts.
    pub(super) fn read() -> Result<Self, PdfError> {
        Ok(Self { regular: Face::read(REGULAR)?, bold: Face::read(BOLD)?, symbols: Face::read(SYMBOLS)? })
    }

    /// The font to draw a glyph with.
    pub(super) fn krilla(&self, face: FaceId) -> &Font {
        &self.face(face).krilla
    }

    fn face(&self, face: FaceId) -> &Face {
        match face {
            FaceId::Regular => &self.regular,
            FaceId::Bold => &self.bold,
            FaceId::Symbols => &self.symbols,
        }
    }

    /// The glyphs of a text, none for its line feeds; the first character that no font has, if any. Where the bold face
    /// lacks a character, the whole text is regular.
    pub(super) fn shape(&self, text: &str, weight: Weight) -> Result<Vec<Glyph>, char> {
        let visible = || text.char_indices().filter(|(_, character)| *character != '\n');
        let bold = weight == Weight::Bold && visible().all(|(_, character)| self.bold.has(character));
        let faces = [if bold { FaceId::Bold } else { FaceId::Regular }, FaceId::Symbols];
        let mut runs: Vec<(FaceId, Range<usize>)> = Vec::new();
        for (at, character) in visible() {
            let face = faces.into_iter().find(|face| self.face(*face).has(character)).ok_or(character)?;
            let end = at + character.len_utf8();
            match runs.last_mut() {
                Some((own, range)) if *own == face && range.end == at => range.end = end,
                _ => runs.push((face, at..end)),
            }
        }
        let shaped = |(face, part)| self.face(face).shape(text, part).into_iter().map(move |inner| (face, inner));
        Ok(runs.into_iter().flat_map(shaped).map(|(face, inner)| Glyph { face, inner }).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(word: &str, weight: Weight) -> Result<Vec<FaceId>, char> {
        let fonts = Fonts::read().unwrap();
        let glyphs = fonts.shape(word, weight)?;
        Ok(glyphs.iter().map(|glyph| glyph.face).collect())
    }

    #[test]
    fn the_letters_of_europe_have_glyphs() {
        let ranges = [0x20..=0x7E, 0xC0..=0x17F, 0x180..=0x24F, 0x388..=0x38A, 0x38E..=0x3A1, 0x3A3..=0x3FF];
        let cyrillic = 0x400..=0x52F;
        let latin_additional = 0x1E00..=0x1EFF;
        let polytonic = 0x1F00..=0x1F15;
        let lacking_everywhere = 0x3E2..=0x3EF; // Coptic
        for code in ranges.into_iter().chain([cyrillic, latin_additional, polytonic]).flatten() {
            if !lacking_everywhere.contains(&code) {
                let character = char::from_u32(code).unwrap();
                assert!(faces(&character.to_string(), Weight::Bold).is_ok(), "{character} U+{code:04X}");
            }
        }
    }

    #[test]
    fn a_text_is_set_in_one_weight() {
        assert!(faces("Città", Weight::Bold).unwrap().iter().all(|face| *face == FaceId::Bold));
        assert!(faces("Đorđe Петровић", Weight::Bold).unwrap().iter().all(|face| *face == FaceId::Regular));
        assert_eq!(faces("≤5", Weight::Regular), Ok(vec![FaceId::Symbols, FaceId::Regular]));
    }

    #[test]
    fn a_mark_without_a_composed_letter_stands_on_its_letter() {
        let glyphs = Fonts::read().unwrap().shape("m\u{304}\u{301}a", Weight::Regular).unwrap();
        let [m, macron, acute, a] = &glyphs[..] else { panic!("{glyphs:?}") };
        assert_eq!([&m.inner, &macron.inner, &acute.inner].map(|glyph| glyph.text_range.clone()), [0..5, 0..5, 0..5]);
        assert!(macron.inner.x_advance == 0.0 && macron.inner.x_offset < 0.0);
        assert!(acute.inner.y_offset > macron.inner.y_offset, "marks are stacked");
        assert_eq!(a.inner.text_range, 5..6);
    }

    #[test]
    fn pairs_are_kerned() {
        let fonts = Fonts::read().unwrap();
        let width =
            |word: &str| fonts.shape(word, Weight::Regular).unwrap().iter().map(|g| g.inner.x_advance).sum::<f32>();
        assert!(width("AV") < width("A") + width("V"));
        assert!(width("Το") < width("Τ") + width("ο"));
    }

    #[test]
    fn the_character_that_no_font_has_is_named() {
        for (word, character) in [("田中", '田'), ("Anna👍", '👍'), ("محمد", 'م')] {
            assert_eq!(faces(word, Weight::Regular), Err(character));
        }
    }
}
