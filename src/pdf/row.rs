//! Cells side by side as pieces: the one shape of which paragraphs, fields, lists, frames and tables are made.

use std::rc::Rc;

use krilla::color::rgb::Color;

use super::flow::{Item, Piece};
use super::layout::{Line, Text};
use super::style::{BASELINE, LEADING};
use super::tags::TagId;

/// Rows taller than this many lines may be split between pages; shorter ones never are.
const LINES_TOGETHER: usize = 14;

/// How the lines of a cell stand in its width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Stand {
    /// At the left.
    Left,
    /// At the right.
    Right,
    /// This far from the left.
    At(f32),
}

/// A text in its place in a row.
pub(super) struct Cell {
    pub text: Rc<Text>,
    pub x: f32,
    pub width: f32,
    pub size: f32,
    pub color: Color,
    pub stand: Stand,
    pub tag: TagId,
}

/// What surrounds a row.
#[derive(Clone, Copy, Default)]
pub(super) struct Frame {
    /// Space above the first line and below the last.
    pub padding: (f32, f32),
    /// Left edge and width of what is painted below.
    pub span: (f32, f32),
    /// Behind everything.
    pub fill: Option<Color>,
    /// Bars at the left and right: widths and colour.
    pub sides: Option<(f32, f32, Color)>,
    /// A line along the upper edge.
    pub above: Option<(f32, Color)>,
    /// A line along the lower edge.
    pub below: Option<(f32, Color)>,
}

/// How a row may be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    /// As running text: anywhere, but for single lines at either end.
    Lines,
    /// Only if it is very tall.
    Tall,
}

/// The pieces of a row, from the upper left corner of its cells.
pub(super) fn row(cells: &[Cell], frame: Frame, split: Split) -> Vec<Piece> {
    let broken: Vec<Vec<Line>> = cells.iter().map(|cell| cell.text.lines(cell.width, cell.size)).collect();
    let count = broken.iter().map(Vec::len).max().unwrap_or(0).max(1);
    // Labels are smaller than values: their first lines share a baseline.
    let baseline = cells.iter().map(|cell| cell.size * BASELINE).fold(0.0, f32::max);
    let step = if split == Split::Lines { 1 } else { LINES_TOGETHER };
    let mut pieces = Vec::new();
    for start in (0..count).step_by(step) {
        let end = (start + step).min(count);
        let (first, last) = (start == 0, end == count);
        let top = if first { frame.padding.0 } else { 0.0 };
        let mut height: f32 = 0.0;
        let mut words = Vec::new();
        for (cell, lines) in cells.iter().zip(&broken) {
            let leading = cell.size * LEADING;
            let shown = lines.get(start..end.min(lines.len())).unwrap_or_default();
            height = height.max(leading * shown.len().max(1) as f32 + baseline - cell.size * BASELINE);
            words.extend(shown.iter().enumerate().map(|(at, line)| {
                let x = match cell.stand {
                    Stand::Left => cell.x,
                    Stand::Right => cell.x + cell.width - line.width,
                    Stand::At(offset) => cell.x + offset,
                };
                let baseline = top + leading * at as f32 + baseline;
                let (text, line) = (Rc::clone(&cell.text), line.clone());
                Item::Words { text, line, x, baseline, size: cell.size, color: cell.color, tag: cell.tag }
            }));
        }
        let height = top + height + if last { frame.padding.1 } else { 0.0 };
        let mut items = paint(frame, height, first, last);
        items.extend(words);
        let keep = split == Split::Lines && !last && (first || end + 1 == count);
        pieces.push(Piece { height, items, keep, ..Piece::default() });
    }
    pieces
}

/// The fills and lines of a frame around a piece. Fills reach a little into the next piece, so that no seam shows.
fn paint(frame: Frame, height: f32, first: bool, last: bool) -> Vec<Item> {
    let mut items = Vec::new();
    let (x, width) = frame.span;
    let tall = if last { height } else { height + 0.4 };
    let mut fill = |x, y, width, height, color| items.push(Item::Fill { x, y, width, height, color });
    if let Some(color) = frame.fill {
        fill(x, 0.0, width, tall, color);
    }
    if let Some((left, right, color)) = frame.sides {
        fill(x, 0.0, left, tall, color);
        if right > 0.0 {
            fill(x + width - right, 0.0, right, tall, color);
        }
    }
    if let Some((thick, color)) = frame.above.filter(|_| first) {
        fill(x, 0.0, width, thick, color);
    }
    if let Some((thick, color)) = frame.below.filter(|_| last) {
        fill(x, height - thick, width, thick, color);
    }
    items
}
