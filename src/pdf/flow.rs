//! Pieces of contents, one below the other, spread over pages. A piece is never split; a heading stays with what
//! follows; a table's head comes again on each page.

use std::rc::Rc;

use krilla::color::rgb::Color;

use super::layout::{Line, Text};
use super::tags::TagId;

/// A strip of contents over the whole width. Measures are in points, those of its items from its upper left corner.
#[derive(Default)]
pub(super) struct Piece {
    /// Its height.
    pub height: f32,
    /// Empty space above it, unless it starts a page.
    pub before: f32,
    /// Whether it may not be the last on a page.
    pub keep: bool,
    /// Whether it starts a page.
    pub new_page: bool,
    /// What to draw.
    pub items: Vec<Item>,
    /// An entry of the table of contents.
    pub bookmark: Option<Bookmark>,
    /// The piece to be repeated above it when it starts a page.
    pub head: Option<usize>,
}

/// A heading as a bookmark, its rank counted from one.
pub(super) struct Bookmark {
    pub rank: usize,
    pub title: String,
}

/// Something to draw. What has no element is decoration, of which a screen reader says nothing.
pub(super) enum Item {
    /// A line of text.
    Words { text: Rc<Text>, line: Line, x: f32, baseline: f32, size: f32, color: Color, tag: TagId },
    /// A filled rectangle.
    Fill { x: f32, y: f32, width: f32, height: f32, color: Color },
    /// A line to write on.
    Blank { x: f32, y: f32, width: f32, tag: TagId },
    /// A box to tick.
    Tick { x: f32, y: f32, checked: bool, tag: TagId },
}

/// Where a piece stands on its page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// Which piece.
    pub piece: usize,
    /// Its upper edge, from the top of the page's body.
    pub y: f32,
    /// Whether it is there for the second time.
    pub repeated: bool,
}

/// Spreads pieces over pages whose body has this height.
pub(super) fn paginate(pieces: &[Piece], height: f32) -> Vec<Vec<Placed>> {
    let mut pages = Pages { pieces, height, done: vec![Vec::new()], y: 0.0 };
    let mut index = 0;
    while index < pieces.len() {
        let chain = 1 + pieces[index..].iter().take_while(|piece| piece.keep).count();
        let end = (index + chain).min(pieces.len());
        pages.place(index..end);
        index = end;
    }
    pages.done
}

struct Pages<'a> {
    pieces: &'a [Piece],
    height: f32,
    done: Vec<Vec<Placed>>,
    y: f32,
}

impl Pages<'_> {
    /// Places pieces that belong together: on one page if one page can hold them.
    fn place(&mut self, chain: std::ops::Range<usize>) {
        let total: f32 = self.pieces[chain.clone()].iter().map(|piece| piece.before + piece.height).sum();
        if self.y > 0.0 && self.y + total > self.height && total <= self.height {
            self.turn();
        }
        for index in chain {
            let piece = &self.pieces[index];
            if self.y > 0.0 && (piece.new_page || self.y + piece.before + piece.height > self.height) {
                self.turn();
            }
            if self.y == 0.0
                && let Some(head) = piece.head
            {
                self.put(head, true);
            }
            self.put(index, false);
        }
    }

    fn put(&mut self, index: usize, repeated: bool) {
        let piece = &self.pieces[index];
        if self.y > 0.0 {
            self.y += piece.before;
        }
        if let Some(page) = self.done.last_mut() {
            page.push(Placed { piece: index, y: self.y, repeated });
        }
        self.y += piece.height;
    }

    fn turn(&mut self) {
        self.done.push(Vec::new());
        self.y = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(height: f32, keep: bool) -> Piece {
        Piece { height, keep, ..Piece::default() }
    }

    fn indices(pages: &[Vec<Placed>]) -> Vec<Vec<(usize, bool)>> {
        pages.iter().map(|page| page.iter().map(|placed| (placed.piece, placed.repeated)).collect()).collect()
    }

    #[test]
    fn a_heading_goes_with_what_follows() {
        let pieces = [piece(80.0, false), piece(10.0, true), piece(20.0, false)];
        assert_eq!(indices(&paginate(&pieces, 100.0)), [vec![(0, false)], vec![(1, false), (2, false)]]);
    }

    #[test]
    fn what_no_page_can_hold_together_is_split() {
        let pieces = [piece(60.0, true), piece(60.0, true), piece(60.0, false)];
        assert_eq!(paginate(&pieces, 100.0).len(), 3);
    }

    #[test]
    fn the_head_of_a_table_comes_again() {
        let row = || Piece { head: Some(0), ..piece(40.0, false) };
        let pages = paginate(&[piece(20.0, true), row(), row(), row()], 100.0);
        assert_eq!(indices(&pages), [vec![(0, false), (1, false), (2, false)], vec![(0, true), (3, false)]]);
    }

    #[test]
    fn space_above_is_dropped_at_the_top_of_a_page() {
        let spaced = || Piece { before: 30.0, ..piece(60.0, false) };
        let pages = paginate(&[spaced(), spaced()], 100.0);
        assert_eq!(pages.iter().map(|page| page[0].y).collect::<Vec<_>>(), [0.0, 0.0]);
    }
}
