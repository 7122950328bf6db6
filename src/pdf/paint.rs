//! Pages drawn through krilla, which checks PDF/A and PDF/UA-1 as it writes and refuses what would not conform.

use krilla::Document as Pdf;
use krilla::SerializeSettings;
use krilla::color::rgb::Color;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::embed::{AssociationKind, EmbeddedFile, MimeType};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag};
use krilla::text::KrillaGlyph;

use super::PdfError;
use super::flow::{Item, Piece, Placed};
use super::fonts::Fonts;
use super::layout::{Line, Text};
use super::style::{ACCENT, INK, MARGIN, PAGE, SOFT, TICK, TOP, color};
use super::tags::Tags;
use crate::application::document::{Document, PdfA, Relationship};

/// An empty PDF with the document's metadata and attached files.
pub(super) fn open(document: &Document) -> Result<Pdf, PdfError> {
    let archival = match (document.pdf_a, document.attachments.first()) {
        (PdfA::A3a, _) => Archival::A3_A,
        (PdfA::A2a, None) => Archival::A2_A,
        (PdfA::A2a, Some(file)) => return Err(PdfError::ForbiddenAttachment { name: file.name.clone() }),
    };
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(archival)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|fault| PdfError::Refused { message: format!("{fault:?}") })?;
    let mut pdf = Pdf::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let (year, month, day) = document.date.parts();
    let date = DateTime::new(year).month(month).day(day).hour(0).minute(0).second(0);
    let metadata = Metadata::new()
        .title(document.title.clone())
        .description(document.subject.clone())
        .language(document.language.clone())
        .creator(env!("CARGO_PKG_NAME").to_owned())
        .creation_date(date);
    pdf.set_metadata(metadata);
    for file in &document.attachments {
        let fault = || PdfError::Attachment { name: file.name.clone() };
        let embedded = EmbeddedFile {
            path: file.name.clone(),
            mime_type: Some(MimeType::new(&file.mime).ok_or_else(fault)?),
            description: Some(file.description.clone()),
            association_kind: match file.relationship {
                Relationship::Source => AssociationKind::Source,
                Relationship::Data => AssociationKind::Data,
            },
            data: file.bytes.clone().into(),
            modification_date: Some(date),
            compress: Some(true),
            location: None,
        };
        pdf.embed_file(embedded).ok_or_else(fault)?;
    }
    Ok(pdf)
}

/// The foot of a page: its text, and where its lines stand.
pub(super) struct Foot {
    pub items: Vec<(Text, Line, f32, f32)>,
    pub size: f32,
    pub rule: f32,
}

/// Draws one page.
pub(super) fn page(
    pdf: &mut Pdf,
    (pieces, placed): (&[Piece], &[Placed]),
    foot: &Foot,
    fonts: &Fonts,
    tags: &mut Tags,
) -> Result<(), PdfError> {
    let settings = PageSettings::from_wh(PAGE.0, PAGE.1);
    let mut page = pdf.start_page_with(settings.ok_or_else(|| PdfError::Refused { message: "no page".into() })?);
    let mut surface = page.surface();
    for place in placed {
        for item in &pieces[place.piece].items {
            draw(&mut surface, item, (MARGIN, TOP + place.y), place.repeated, fonts, tags);
        }
    }
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    fill(&mut surface, (MARGIN, foot.rule, PAGE.0 - 2.0 * MARGIN, 0.5), color(SOFT));
    for (text, line, x, baseline) in &foot.items {
        words(&mut surface, text, line, (*x, *baseline), foot.size, color(SOFT), fonts);
    }
    surface.end_tagged();
    surface.finish();
    page.finish();
    Ok(())
}

fn draw(surface: &mut Surface, item: &Item, (left, top): (f32, f32), repeated: bool, fonts: &Fonts, tags: &mut Tags) {
    let tag = match item {
        Item::Fill { .. } => None,
        Item::Words { tag, .. } | Item::Blank { tag, .. } | Item::Tick { tag, .. } => Some(*tag).filter(|_| !repeated),
    };
    let kind = if repeated { ArtifactType::PaginationOther } else { ArtifactType::Layout };
    let mark = tag.map_or(ContentTag::Artifact(Artifact::with_kind(kind)), |_| ContentTag::Other);
    let drawn = surface.start_tagged(mark);
    match item {
        Item::Words { text, line, x, baseline, size, color, .. } => {
            words(surface, text, line, (left + x, top + baseline), *size, *color, fonts);
        }
        Item::Fill { x, y, width, height, color } => fill(surface, (left + x, top + y, *width, *height), *color),
        Item::Blank { x, y, width, .. } => fill(surface, (left + x, top + y - 0.7, *width, 0.7), color(SOFT)),
        Item::Tick { x, y, checked, .. } => tick(surface, (left + x, top + y), *checked),
    }
    surface.end_tagged();
    if let Some(tag) = tag {
        tags.content(tag, drawn);
    }
}

fn words(
    surface: &mut Surface,
    text: &Text,
    line: &Line,
    (mut x, baseline): (f32, f32),
    size: f32,
    color: Color,
    fonts: &Fonts,
) {
    surface.set_stroke(None);
    surface.set_fill(Some(solid(color)));
    for run in text.glyphs[line.glyphs.clone()].chunk_by(|one, next| one.face == next.face) {
        let glyphs: Vec<KrillaGlyph> = run.iter().map(|glyph| glyph.inner.clone()).collect();
        let font = fonts.krilla(run[0].face).clone();
        surface.draw_glyphs(Point::from_xy(x, baseline), &glyphs, font, &text.content, size, false);
        x += glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>() * size;
    }
}

fn solid(color: Color) -> Fill {
    Fill { paint: color.into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn fill(surface: &mut Surface, (x, y, width, height): (f32, f32, f32, f32), color: Color) {
    let mut builder = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, width, height) {
        builder.push_rect(rect);
    }
    if let Some(path) = builder.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(solid(color)));
        surface.draw_path(&path);
    }
}

/// A box, with a tick in it if it is checked.
fn tick(surface: &mut Surface, (x, y): (f32, f32), checked: bool) {
    let mut frame = PathBuilder::new();
    if let Some(rect) = Rect::from_xywh(x, y, TICK, TICK) {
        frame.push_rect(rect);
    }
    let mut mark = PathBuilder::new();
    mark.move_to(x + TICK * 0.2, y + TICK * 0.52);
    mark.line_to(x + TICK * 0.42, y + TICK * 0.76);
    mark.line_to(x + TICK * 0.82, y + TICK * 0.24);
    let strokes = [(frame.finish(), INK, 0.9), (mark.finish().filter(|_| checked), ACCENT, 1.6)];
    for (path, ink, width) in strokes {
        if let Some(path) = path {
            surface.set_fill(None);
            surface.set_stroke(Some(Stroke { paint: color(ink).into(), width, ..Stroke::default() }));
            surface.draw_path(&path);
        }
    }
}

/// The bookmarks: headings nested by rank, or the title alone where there is none.
pub(super) fn outline(pieces: &[Piece], pages: &[Vec<Placed>], title: &str) -> Outline {
    let mut found = Vec::new();
    for (page, placed) in pages.iter().enumerate() {
        for place in placed.iter().filter(|place| !place.repeated) {
            if let Some(bookmark) = &pieces[place.piece].bookmark {
                found.push((bookmark.rank, bookmark.title.as_str(), page, TOP + place.y));
            }
        }
    }
    if found.is_empty() {
        found.push((1, title, 0, TOP));
    }
    let mut outline = Outline::new();
    for node in nested(&found) {
        outline.push_child(node);
    }
    outline
}

fn nested(mut headings: &[(usize, &str, usize, f32)]) -> Vec<OutlineNode> {
    let mut nodes = Vec::new();
    while let [(rank, title, page, y), rest @ ..] = headings {
        let below = rest.iter().take_while(|(next, ..)| next > rank).count();
        let (own, after) = rest.split_at(below);
        let destination = XyzDestination::new(*page, Point::from_xy(MARGIN, *y));
        let mut node = OutlineNode::new((*title).to_owned(), destination).with_open(true);
        for child in nested(own) {
            node.push_child(child);
        }
        nodes.push(node);
        headings = after;
    }
    nodes
}
