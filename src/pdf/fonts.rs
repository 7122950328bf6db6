//! The embedded fonts, and how a word becomes glyphs. The bold face is cut down to Latin: a text that needs more is
//! regular as a whole, so that a name never changes weight half way.
//!
//! `tools/fonts.sh` prepares the files.

use krilla::text::{Font, GlyphId as DrawnId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider};

use super::PdfError;
use super::compose::is_mark;
use super::position::Positions;

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
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    positions: Positions,
    krilla: Font,
}

impl Face {
    fn read(bytes: &'static [u8]) -> Result<Self, PdfError> {
        let font = FontRef::new(bytes).map_err(|_| PdfError::Font)?;
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        let krilla = Font::new(bytes.into(), 0).ok_or(PdfError::Font)?;
        Ok(Self { characters: font.charmap(), metrics, positions: Positions::read(&font), krilla })
    }

    fn glyph(&self, character: char) -> Option<GlyphId> {
        self.characters.map(character).filter(|id| id.to_u32() != 0)
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

    /// The wished weight, or regular where the bold face lacks some of `text`.
    pub(super) fn weight_for(&self, text: &str, wish: Weight) -> Weight {
        let lacks = |character: char| character != '\n' && self.bold.glyph(character).is_none();
        if wish == Weight::Bold && text.chars().any(lacks) { Weight::Regular } else { wish }
    }

    /// The glyphs of a word that begins at `offset` of its text; the first character that no font has, if any.
    pub(super) fn shape(&self, word: &str, weight: Weight, offset: usize) -> Result<Vec<Glyph>, char> {
        let face = if weight == Weight::Bold { FaceId::Bold } else { FaceId::Regular };
        let mut set = Setter { fonts: self, glyphs: Vec::new(), letter: None, mark: None };
        for (at, character) in word.char_indices() {
            let range = offset + at..offset + at + character.len_utf8();
            let found =
                [face, FaceId::Symbols].into_iter().find_map(|face| Some((face, self.face(face).glyph(character)?)));
            let (face, id) = found.ok_or(character)?;
            set.add(face, id, is_mark(character), range);
        }
        Ok(set.glyphs)
    }
}

/// Sets one glyph after the other.
struct Setter<'a> {
    fonts: &'a Fonts,
    glyphs: Vec<Glyph>,
    /// Where the last letter stands in `glyphs`, and its id.
    letter: Option<(usize, FaceId, GlyphId)>,
    /// The last mark on it, and where that was moved to, from the letter's origin in font units.
    mark: Option<(GlyphId, (i16, i16))>,
}

impl Setter<'_> {
    fn add(&mut self, face: FaceId, id: GlyphId, is_mark: bool, mut range: std::ops::Range<usize>) {
        let Face { metrics, positions, krilla, .. } = self.fonts.face(face);
        let em = krilla.units_per_em();
        let mut advance = metrics.advance_width(id).unwrap_or(0.0) / em;
        let (mut x, mut y) = (0.0, 0.0);
        match self.letter.filter(|(_, own, _)| *own == face) {
            Some((at, _, letter)) if is_mark => {
                advance = 0.0;
                let on_mark = self.mark.and_then(|(lower, (left, up))| {
                    positions.on_mark(lower, id).map(|(x, y)| (x.saturating_add(left), y.saturating_add(up)))
                });
                if let Some(place) = on_mark.or_else(|| positions.on_letter(letter, id)) {
                    x = f32::from(place.0) / em - self.glyphs[at].inner.x_advance;
                    y = f32::from(place.1) / em;
                    self.mark = Some((id, place));
                }
                // A letter and its marks are one to whoever copies the text.
                range.start = self.glyphs[at].inner.text_range.start;
                self.glyphs[at..].iter_mut().for_each(|glyph| glyph.inner.text_range.end = range.end);
            }
            before => {
                if let Some((at, _, letter)) = before {
                    self.glyphs[at].inner.x_advance += f32::from(positions.kern(letter, id)) / em;
                }
                self.letter = Some((self.glyphs.len(), face, id));
                self.mark = None;
            }
        }
        let inner = KrillaGlyph::new(DrawnId::new(id.to_u32()), advance, x, y, 0.0, range, None);
        self.glyphs.push(Glyph { face, inner });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faces(word: &str, weight: Weight) -> Result<Vec<FaceId>, char> {
        let fonts = Fonts::read().unwrap();
        let glyphs = fonts.shape(word, fonts.weight_for(word, weight), 0)?;
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
        let glyphs = Fonts::read().unwrap().shape("m\u{304}\u{301}a", Weight::Regular, 0).unwrap();
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
            |word: &str| fonts.shape(word, Weight::Regular, 0).unwrap().iter().map(|g| g.inner.x_advance).sum::<f32>();
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
