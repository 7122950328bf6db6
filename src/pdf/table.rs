//! Tables: columns as wide as they need, a head that comes again on each page, amounts under each other by their
//! decimal comma.

use std::rc::Rc;

use krilla::tagging::{TableHeaderScope, Tag};

use super::PdfError;
use super::blocks::{Composer, whole};
use super::fonts::Weight;
use super::layout::Text;
use super::row::{Cell, Frame, Split, Stand, row};
use super::style::{ACCENT, GAP, HAIR, INK, ROW_PADDING, SMALL, TINT, WIDTH, color};
use crate::application::document::{Align, Table};

/// White at either side of a cell.
const SIDE: f32 = 6.0;

/// A text of the table, measured.
struct Entry {
    text: Rc<Text>,
    /// Its width from the decimal comma on, where its column stands by that.
    tail: f32,
}

/// Adds a table at the end of the document.
pub(super) fn table(composer: &mut Composer, table: &Table) -> Result<(), PdfError> {
    if table.columns.is_empty() {
        return Ok(());
    }
    let headers =
        table.columns.iter().map(|column| entry(composer, &column.header, Weight::Bold, Align::Start, &column.header));
    let headers = headers.collect::<Result<Vec<_>, _>>()?;
    let mut rows = Vec::new();
    for cells in &table.rows {
        let texts = cells.iter().map(String::as_str).chain(std::iter::repeat(""));
        let row = table.columns.iter().zip(texts);
        let row = row.map(|(column, raw)| entry(composer, raw, Weight::Regular, column.align, &column.header));
        rows.push(row.collect::<Result<Vec<_>, _>>()?);
    }
    let widths = widths(table, &headers, &rows);
    let tails: Vec<f32> =
        (0..headers.len()).map(|at| rows.iter().map(|row| row[at].tail).fold(0.0, f32::max)).collect();

    let element = composer.tags.root(Tag::Table);
    let caption = composer.text(&table.caption, Weight::Bold, &table.caption)?;
    let mut pieces = Vec::new();
    if !caption.is_blank() {
        let tag = composer.tags.child(element, Tag::Caption);
        let frame = Frame { padding: (0.0, 4.0), ..Frame::default() };
        pieces.extend(row(&[whole(caption, SMALL, tag, color(INK))], frame, Split::Tall));
    }

    let head = composer.tags.child(element, Tag::THead);
    let line = composer.tags.child(head, Tag::TR);
    let mut cells = Vec::new();
    for ((at, column), header) in table.columns.iter().enumerate().zip(&headers) {
        let tag = composer.tags.child(line, Tag::TH(TableHeaderScope::Column));
        let stand = if column.align == Align::Start { Stand::Left } else { Stand::Right };
        cells.push(Cell { stand, ..cell(header, &widths, at, tag, ACCENT) });
    }
    let padding = (ROW_PADDING, ROW_PADDING);
    let span = (0.0, WIDTH);
    let below = Some((1.0, color(ACCENT)));
    pieces.extend(row(
        &cells,
        Frame { padding, span, fill: Some(color(TINT)), below, ..Frame::default() },
        Split::Tall,
    ));
    pieces.iter_mut().for_each(|piece| piece.keep = true);
    let head = composer.pieces.len() + pieces.len() - 1;

    let body = composer.tags.child(element, Tag::TBody);
    for entries in &rows {
        let line = composer.tags.child(body, Tag::TR);
        let mut cells = Vec::new();
        for ((at, column), content) in table.columns.iter().enumerate().zip(entries) {
            // As on the page, the first cell says what its row is about.
            let tag = match at {
                0 => composer.tags.child(line, Tag::TH(TableHeaderScope::Row)),
                _ => composer.tags.child(line, Tag::TD),
            };
            let cell = cell(content, &widths, at, tag, INK);
            let stand = match column.align {
                Align::Start => Stand::Left,
                Align::End => Stand::Right,
                Align::Decimal => by_comma(content, cell.width, tails[at]),
            };
            cells.push(Cell { stand, ..cell });
        }
        let below = Some((0.5, color(HAIR)));
        let mut row = row(&cells, Frame { padding, span, below, ..Frame::default() }, Split::Tall);
        row.iter_mut().for_each(|piece| piece.head = Some(head));
        pieces.append(&mut row);
    }
    composer.push(pieces, GAP + 3.0);
    Ok(())
}

/// Shapes a cell. An empty one holds a space, since a cell without contents would vanish from the structure.
fn entry(composer: &Composer, raw: &str, weight: Weight, align: Align, place: &str) -> Result<Entry, PdfError> {
    let filled = if raw.trim().is_empty() { "\u{A0}" } else { raw };
    let text = composer.text(filled, weight, place)?;
    let comma = text.content.rfind(',').filter(|_| align == Align::Decimal);
    let tail = text.glyphs.iter().filter(|glyph| comma.is_some_and(|comma| glyph.inner.text_range.start >= comma));
    let tail = tail.map(|glyph| glyph.inner.x_advance).sum::<f32>() * SMALL;
    Ok(Entry { text, tail })
}

fn cell(entry: &Entry, widths: &[f32], column: usize, tag: super::tags::TagId, ink: (u8, u8, u8)) -> Cell {
    let x = widths[..column].iter().sum::<f32>() + SIDE;
    let width = widths[column] - 2.0 * SIDE;
    Cell { x, width, ..whole(Rc::clone(&entry.text), SMALL, tag, color(ink)) }
}

/// Where an amount stands so that its comma is under that of the others. One that does not fit stands at the right.
fn by_comma(entry: &Entry, width: f32, widest_tail: f32) -> Stand {
    let own = entry.text.natural_width(SMALL);
    let start = width - widest_tail - (own - entry.tail);
    if start >= 0.0 && own - entry.tail + widest_tail <= width { Stand::At(start) } else { Stand::Right }
}

/// The widths of the columns: what the contents need, if that fits; else words share what figures leave.
fn widths(table: &Table, headers: &[Entry], rows: &[Vec<Entry>]) -> Vec<f32> {
    let cells = |at: usize| headers.get(at).into_iter().chain(rows.iter().map(move |row| &row[at]));
    let over = |at, measure: &dyn Fn(&Text) -> f32| {
        cells(at).map(|entry| measure(&entry.text)).fold(0.0, f32::max) + 2.0 * SIDE
    };
    let count = headers.len();
    let natural: Vec<f32> = (0..count).map(|at| over(at, &|text| text.natural_width(SMALL)) + 1.0).collect();
    let fair = WIDTH / count as f32;
    let least: Vec<f32> = (0..count).map(|at| over(at, &|text| text.widest_word(SMALL)).min(fair) + 0.5).collect();
    let room = WIDTH - natural.iter().sum::<f32>();
    if room >= 0.0 {
        // What is left over goes to the columns of words, so that figures stay close together at the right.
        let words = table.columns.iter().filter(|column| column.align == Align::Start).count();
        let share = |column: &crate::application::document::Column| match words {
            0 => room / count as f32,
            _ if column.align == Align::Start => room / words as f32,
            _ => 0.0,
        };
        return natural.iter().zip(&table.columns).map(|(width, column)| width + share(column)).collect();
    }
    let wish: Vec<f32> = natural.iter().zip(&least).map(|(natural, least)| natural - least).collect();
    let spare = (WIDTH - least.iter().sum::<f32>()).max(0.0);
    let total = wish.iter().sum::<f32>().max(1.0);
    let widths: Vec<f32> = least.iter().zip(&wish).map(|(least, wish)| least + spare * wish / total).collect();
    let scale = WIDTH / widths.iter().sum::<f32>();
    widths.iter().map(|width| width * scale).collect()
}
