//! Blocks as pieces: what each looks like, and what it is to a screen reader.

use std::num::NonZeroU16;
use std::rc::Rc;

use krilla::tagging::{ListNumbering, Tag};

use super::PdfError;
use super::flow::{Bookmark, Item, Piece};
use super::fonts::{Fonts, Weight};
use super::layout::Text;
use super::row::{Cell, Frame, Split, Stand, row};
use super::style::{
    ACCENT, BODY, GAP, HAIR, INDENT, INK, LABEL_SHARE, LEADING, PADDING, ROW_PADDING, SMALL, SOFT, TICK, TINT, WIDTH,
    color, heading,
};
use super::table::table;
use super::tags::{TagId, Tags};
use crate::application::document::{Block, Check, Field, Labels, Level, Tone};

/// The contents of a document on their way to the page.
pub(super) struct Composer<'a> {
    pub fonts: &'a Fonts,
    labels: &'a Labels,
    /// The structure so far.
    pub tags: Tags,
    /// The pieces so far.
    pub pieces: Vec<Piece>,
    /// The last heading, to say where a character is missing.
    pub section: String,
    /// Rank of the last heading as tagged.
    rank: usize,
    turn: bool,
}

impl<'a> Composer<'a> {
    /// Before the first block.
    pub(super) fn new(fonts: &'a Fonts, labels: &'a Labels, title: &str) -> Self {
        let section = title.to_owned();
        Self { fonts, labels, tags: Tags::default(), pieces: Vec::new(), section, rank: 0, turn: false }
    }

    /// Adds a block at the end.
    pub(super) fn add(&mut self, block: &Block) -> Result<(), PdfError> {
        match block {
            Block::Heading { level, text } => self.heading(*level, text),
            Block::Paragraph(text) => self.paragraph(text),
            Block::Summary { title, entries } => self.summary(title, entries),
            Block::Fields(fields) => self.fields(fields),
            Block::Table(content) => table(self, content),
            Block::Bullets(texts) => self.bullets(texts),
            Block::Checklist(checks) => self.checklist(checks),
            Block::Note { tone, text } => self.note(*tone, text),
            Block::Signature(labels) => self.signature(labels),
            Block::PageBreak => {
                self.turn = true;
                Ok(())
            }
        }
    }

    /// A text set in the fonts; `place` says where it stands, should a character be missing.
    pub(super) fn text(&self, raw: &str, weight: Weight, place: &str) -> Result<Rc<Text>, PdfError> {
        let missing = |character| PdfError::MissingGlyph { place: place.to_owned(), character };
        Text::new(raw, weight, self.fonts).map(Rc::new).map_err(missing)
    }

    /// Adds the pieces of a block, with this space above it.
    pub(super) fn push(&mut self, mut pieces: Vec<Piece>, before: f32) {
        if let Some(first) = pieces.first_mut() {
            first.before = before;
            first.new_page = std::mem::take(&mut self.turn);
        }
        self.pieces.append(&mut pieces);
    }

    fn heading(&mut self, level: Level, raw: &str) -> Result<(), PdfError> {
        let text = self.text(raw, Weight::Bold, raw.trim())?;
        if text.is_blank() {
            return Ok(());
        }
        let rank = level as usize + 1;
        self.rank = rank.min(self.rank + 1);
        let number = NonZeroU16::MIN.saturating_add(self.rank as u16 - 1);
        let title = text.content.replace('\n', " ");
        let tag = self.tags.root(Tag::Hn(number, Some(title.clone())));
        let (size, before) = heading(rank);
        let ink = color(if rank < 3 { ACCENT } else { INK });
        let mut pieces = row(&[whole(text, size, tag, ink)], Frame::default(), Split::Tall);
        pieces.iter_mut().for_each(|piece| piece.keep = true);
        pieces[0].bookmark = Some(Bookmark { rank: self.rank, title: title.clone() });
        self.section = title;
        self.push(pieces, before);
        Ok(())
    }

    fn paragraph(&mut self, raw: &str) -> Result<(), PdfError> {
        let text = self.text(raw, Weight::Regular, &self.section)?;
        if !text.is_blank() {
            let tag = self.tags.root(Tag::P);
            self.push(row(&[whole(text, BODY, tag, color(INK))], Frame::default(), Split::Lines), GAP);
        }
        Ok(())
    }

    fn note(&mut self, tone: Tone, raw: &str) -> Result<(), PdfError> {
        let text = self.text(raw, Weight::Regular, &self.section)?;
        if text.is_blank() {
            return Ok(());
        }
        let tag = self.tags.root(Tag::P);
        let accent = color(ACCENT);
        let edge = (tone == Tone::Caution).then_some((0.8, accent));
        let frame = Frame {
            padding: (PADDING, PADDING),
            span: (0.0, WIDTH),
            fill: Some(color(TINT)),
            sides: Some(if tone == Tone::Caution { (4.0, 0.8, accent) } else { (2.0, 0.0, accent) }),
            above: edge,
            below: edge,
        };
        let inner = Cell { x: PADDING + 4.0, width: WIDTH - 2.0 * PADDING - 4.0, ..whole(text, BODY, tag, color(INK)) };
        self.push(row(&[inner], frame, Split::Lines), GAP + 3.0);
        Ok(())
    }

    fn summary(&mut self, title: &str, entries: &[Field]) -> Result<(), PdfError> {
        let accent = color(ACCENT);
        let name = self.text(title, Weight::Bold, title)?;
        let rows = entries.len() + usize::from(!name.is_blank());
        let frame = |at: usize| {
            let (first, last) = (at == 0, at + 1 == rows);
            let ends = |outer| if outer { PADDING } else { 0.0 };
            Frame {
                padding: (ROW_PADDING + ends(first), ROW_PADDING + ends(last)),
                span: (0.0, WIDTH),
                fill: Some(color(TINT)),
                sides: Some((0.8, 0.8, accent)),
                above: Some((0.8, accent)).filter(|_| first),
                below: Some((0.8, accent)).filter(|_| last),
            }
        };
        let inside = (PADDING + 2.0, WIDTH - 2.0 * PADDING - 4.0);
        let mut pieces = Vec::new();
        if !name.is_blank() {
            let tag = self.tags.root(Tag::P);
            let inner = Cell { x: inside.0, width: inside.1, ..whole(name, BODY + 1.0, tag, accent) };
            pieces.extend(row(&[inner], frame(0), Split::Tall));
        }
        let list = self.tags.root(Tag::L(ListNumbering::None));
        for (at, field) in entries.iter().enumerate() {
            let at = at + rows - entries.len();
            pieces.extend(self.field(field, Weight::Bold, list, inside, frame(at))?);
        }
        let count = pieces.len();
        for (at, piece) in pieces.iter_mut().enumerate() {
            piece.keep = at + 1 < count;
        }
        self.push(pieces, GAP + 3.0);
        Ok(())
    }

    fn fields(&mut self, fields: &[Field]) -> Result<(), PdfError> {
        let list = self.tags.root(Tag::L(ListNumbering::None));
        let hair = Some((0.5, color(HAIR)));
        let mut pieces = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            let above = hair.filter(|_| at == 0);
            let padding = (ROW_PADDING, ROW_PADDING);
            let frame = Frame { padding, span: (0.0, WIDTH), above, below: hair, ..Frame::default() };
            pieces.extend(self.field(field, Weight::Regular, list, (0.0, WIDTH), frame)?);
        }
        // No line stands alone at the foot of a page, or at the head of the next.
        let count = pieces.len();
        for (at, piece) in pieces.iter_mut().enumerate() {
            piece.keep = count > 1 && (at == 0 || at + 2 == count);
        }
        self.push(pieces, GAP);
        Ok(())
    }

    /// A label and its value beside it, or a line to write on.
    fn field(
        &mut self,
        field: &Field,
        weight: Weight,
        list: TagId,
        (x, width): (f32, f32),
        frame: Frame,
    ) -> Result<Vec<Piece>, PdfError> {
        let label = self.text(&field.label, Weight::Regular, &field.label)?;
        let value = self.text(field.value.as_deref().unwrap_or_default(), weight, &field.label)?;
        let entry = self.tags.child(list, Tag::LI);
        let (split, gap) = (width * LABEL_SHARE, 12.0);
        let tag = self.tags.child(entry, Tag::Lbl);
        let first = Cell { x, width: split - gap, ..whole(label, SMALL, tag, color(SOFT)) };
        if !value.is_blank() {
            let tag = self.tags.child(entry, Tag::LBody);
            let second = Cell { x: x + split, width: width - split, ..whole(value, BODY, tag, color(INK)) };
            return Ok(row(&[first, second], frame, Split::Tall));
        }
        let tag = self.tags.child(entry, Tag::LBody.with_actual_text(Some(self.labels.blank.clone())));
        let below = frame.below.filter(|_| frame.fill.is_some());
        let roomy = Frame { padding: (frame.padding.0 + 6.0, frame.padding.1 + 2.0), below, ..frame };
        let mut pieces = row(&[first], roomy, Split::Tall);
        if let Some(last) = pieces.last_mut() {
            let y = last.height - roomy.padding.1;
            last.items.push(Item::Blank { x: x + split, y, width: width - split, tag });
        }
        Ok(pieces)
    }

    fn bullets(&mut self, texts: &[String]) -> Result<(), PdfError> {
        let list = self.tags.root(Tag::L(ListNumbering::Disc));
        let mut before = GAP;
        for raw in texts {
            let text = self.text(raw, Weight::Regular, &self.section)?;
            if text.is_blank() {
                continue;
            }
            let entry = self.tags.child(list, Tag::LI);
            let (label, body) = (self.tags.child(entry, Tag::Lbl), self.tags.child(entry, Tag::LBody));
            let dot = self.text("•", Weight::Regular, "•")?;
            let dot = Cell { x: 4.0, ..whole(dot, BODY, label, color(ACCENT)) };
            let body = Cell { x: INDENT, width: WIDTH - INDENT, ..whole(text, BODY, body, color(INK)) };
            self.push(row(&[dot, body], Frame::default(), Split::Tall), before);
            before = 3.0;
        }
        Ok(())
    }

    fn checklist(&mut self, checks: &[Check]) -> Result<(), PdfError> {
        let list = self.tags.root(Tag::L(ListNumbering::None));
        let mut before = GAP;
        for check in checks {
            let text = self.text(&check.text, Weight::Regular, &self.section)?;
            let entry = self.tags.child(list, Tag::LI);
            let spoken = if check.checked { &self.labels.checked } else { &self.labels.unchecked };
            let label = self.tags.child(entry, Tag::Lbl.with_actual_text(Some(spoken.clone())));
            let body = self.tags.child(entry, Tag::LBody);
            let indent = INDENT + 4.0;
            let body = Cell { x: indent, width: WIDTH - indent, ..whole(text, BODY, body, color(INK)) };
            let mut pieces = row(&[body], Frame::default(), Split::Tall);
            let y = (BODY * LEADING - TICK) / 2.0;
            pieces[0].items.insert(0, Item::Tick { x: 2.0, y, checked: check.checked, tag: label });
            self.push(pieces, before);
            before = 5.0;
        }
        Ok(())
    }

    /// Lines to sign on, two beside each other, on one page with each other and with the text that says who signs.
    fn signature(&mut self, labels: &[String]) -> Result<(), PdfError> {
        let list = self.tags.root(Tag::L(ListNumbering::None));
        let (gap, room) = (28.0, 34.0);
        let width = (WIDTH - gap) / 2.0;
        if let Some(before) = self.pieces.last_mut() {
            before.keep = true;
        }
        let pairs = labels.chunks(2);
        let last = pairs.len();
        for (at, pair) in (1..).zip(pairs) {
            let mut items = Vec::new();
            let mut height: f32 = 0.0;
            for (column, raw) in pair.iter().enumerate() {
                let text = self.text(raw, Weight::Regular, raw)?;
                let entry = self.tags.child(list, Tag::LI);
                let tag = self.tags.child(entry, Tag::Lbl);
                let blank = self.tags.child(entry, Tag::LBody.with_actual_text(Some(self.labels.blank.clone())));
                let x = column as f32 * (width + gap);
                let cell = Cell { x, width, ..whole(text, SMALL, tag, color(SOFT)) };
                for piece in row(&[cell], Frame::default(), Split::Tall) {
                    height = height.max(piece.height + room);
                    items.extend(piece.items);
                }
                items.push(Item::Blank { x, y: 0.0, width, tag: blank });
            }
            for item in &mut items {
                if let Item::Blank { y, .. } = item {
                    *y = height;
                }
            }
            self.push(vec![Piece { height: height + 2.0, items, keep: at < last, ..Piece::default() }], 2.0 * GAP);
        }
        Ok(())
    }
}

/// A text over the whole width, at the left.
pub(super) fn whole(text: Rc<Text>, size: f32, tag: TagId, color: krilla::color::rgb::Color) -> Cell {
    Cell { text, x: 0.0, width: WIDTH, size, color, stand: Stand::Left, tag }
}
