//! How the paper looks: A4, one accent colour, room around everything. Measures are in points.

use krilla::color::rgb::Color;

/// The page.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// White at the left and right: 20 mm.
pub(super) const MARGIN: f32 = 56.7;
/// White above the body.
pub(super) const TOP: f32 = 54.0;
/// White below the foot.
pub(super) const BOTTOM: f32 = 36.0;
/// White between body and foot.
pub(super) const ABOVE_FOOT: f32 = 18.0;
/// The width of the body.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

/// Running text.
pub(super) const BODY: f32 = 10.0;
/// Labels, captions, table cells.
pub(super) const SMALL: f32 = 9.0;
/// The foot of the page.
pub(super) const FOOT: f32 = 7.5;
/// From one line to the next, in font sizes.
pub(super) const LEADING: f32 = 1.45;
/// From a line's upper edge to its baseline, in font sizes: the letters stand in the middle of their line.
pub(super) const BASELINE: f32 = LEADING / 2.0 + 0.34;

/// Between two blocks.
pub(super) const GAP: f32 = 9.0;
/// Inside frames and cells.
pub(super) const PADDING: f32 = 10.0;
/// Above and below a row.
pub(super) const ROW_PADDING: f32 = 4.0;
/// The share of the width that labels take before their values.
pub(super) const LABEL_SHARE: f32 = 0.36;
/// Where the text of a list begins.
pub(super) const INDENT: f32 = 16.0;
/// The side of a box to tick.
pub(super) const TICK: f32 = 9.0;

/// Text: 16:1 on white.
pub(super) const INK: (u8, u8, u8) = (0x1F, 0x22, 0x28);
/// Labels and the foot: 7.5:1 on white, 6.7:1 on the tint.
pub(super) const SOFT: (u8, u8, u8) = (0x4A, 0x53, 0x60);
/// Headings and frames: 8.5:1 on white.
pub(super) const ACCENT: (u8, u8, u8) = (0x00, 0x4C, 0x99);
/// Behind summaries, notes and the heads of tables.
pub(super) const TINT: (u8, u8, u8) = (0xEE, 0xF3, 0xF9);
/// Between rows.
pub(super) const HAIR: (u8, u8, u8) = (0xC3, 0xCC, 0xD8);

/// A colour as the library wants it.
pub(super) fn color((red, green, blue): (u8, u8, u8)) -> Color {
    Color::new(red, green, blue)
}

/// Font size and space above, by rank of heading.
pub(super) fn heading(rank: usize) -> (f32, f32) {
    match rank {
        1 => (19.0, 18.0),
        2 => (13.5, 20.0),
        _ => (11.0, 14.0),
    }
}
