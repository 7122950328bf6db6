//! The document model as a PDF that archives keep and screen readers read: PDF/A-3a (or 2a, if the document
//! asks for it) and PDF/UA-1 at once.
//!
//! | file | does |
//! |---|---|
//! | `fonts` | embedded fonts, texts to glyphs |
//! | `layout` | texts to lines |
//! | `row`, `blocks`, `table` | blocks to pieces, and their place in the structure |
//! | `flow` | pieces to pages |
//! | `tags` | the structure that a screen reader follows |
//! | `paint` | pages through krilla |
//! | `style` | sizes and colours |
//!
//! The same document gives the same bytes: nothing here reads a clock or draws lots.

mod blocks;
mod error;
mod flow;
mod fonts;
mod layout;
mod paint;
mod row;
mod style;
mod table;
mod tags;

pub use error::PdfError;

use crate::application::document::{Block, Document};
use blocks::Composer;
use fonts::{Fonts, Weight};
use layout::Text;
use paint::Foot;
use style::{ABOVE_FOOT, BASELINE, BOTTOM, FOOT, LEADING, MARGIN, PAGE, TOP, WIDTH};

/// Writes a document as a PDF.
///
/// # Errors
/// When a text holds a character that no embedded font has, when an attached file is not acceptable, and when the
/// library refuses the document.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    let fonts = Fonts::read()?;
    typed_texts(document, &fonts)?;
    let mut pdf = paint::open(document)?;
    let mut composer = Composer::new(&fonts, &document.labels, &document.title);
    for block in &document.blocks {
        composer.add(block)?;
    }
    let Composer { pieces, mut tags, .. } = composer;

    let foot_height = foot(document, (1, 1), &fonts)?.1;
    let pages = flow::paginate(&pieces, PAGE.1 - TOP - BOTTOM - foot_height - ABOVE_FOOT);
    for (index, placed) in pages.iter().enumerate() {
        let (foot, _) = foot(document, (index + 1, pages.len()), &fonts)?;
        paint::page(&mut pdf, (&pieces, placed), &foot, &fonts, &mut tags)?;
    }
    pdf.set_outline(paint::outline(&pieces, &pages, &document.title));
    pdf.set_tag_tree(tags.tree(&document.language));
    pdf.finish().map_err(|fault| PdfError::Refused { message: format!("{fault:?}") })
}

/// Looks at the fields before anything else: a character that no font has is told by the field where it was typed, and
/// not by a summary that repeats it.
fn typed_texts(document: &Document, fonts: &Fonts) -> Result<(), PdfError> {
    for block in &document.blocks {
        let Block::Fields(fields) = block else { continue };
        for field in fields {
            let Some(value) = &field.value else { continue };
            let missing = |character| PdfError::MissingGlyph { place: field.label.clone(), character };
            Text::new(value, Weight::Regular, fonts).map_err(missing)?;
        }
    }
    Ok(())
}

/// The foot of page `page` of `pages`, and its height.
fn foot(document: &Document, (page, pages): (usize, usize), fonts: &Fonts) -> Result<(Foot, f32), PdfError> {
    let set = |raw: &str, place: &str| {
        let missing = |character| PdfError::MissingGlyph { place: place.to_owned(), character };
        Text::new(raw, Weight::Regular, fonts).map_err(missing)
    };
    let number = set(&document.labels.page_of(page, pages), "labels.page")?;
    let number_width = number.natural_width(FOOT);
    let lines = set(&document.notice_line, "notice_line")?.lines(WIDTH - number_width - 24.0, FOOT);
    let padding = 6.0;
    let height = padding + FOOT * LEADING * lines.len().max(1) as f32;
    let top = PAGE.1 - BOTTOM - height;
    let baseline = |line: usize| top + padding + FOOT * LEADING * line as f32 + FOOT * BASELINE;
    let mut items = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        items.push((set(&document.notice_line, "notice_line")?, line, MARGIN, baseline(at)));
    }
    for line in number.lines(f32::INFINITY, FOOT).into_iter().take(1) {
        let x = PAGE.0 - MARGIN - line.width;
        items.push((set(&document.labels.page_of(page, pages), "labels.page")?, line, x, baseline(0)));
    }
    Ok((Foot { items, size: FOOT, rule: top }, height))
}
