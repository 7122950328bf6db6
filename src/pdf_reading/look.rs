//! How a field with its value looks on the page, in PDF's drawing language. Every reader shows what is drawn here and
//! need not know the rules for fields; those that draw fields themselves find the same value beside it.

use hayro_syntax::object::{Array, Dict, Name, Number, Rect};

use super::font::{Font, Style};
use super::text;

/// Sizes that are tried where the form leaves the size open: as large as running text, never too small to read.
const LARGEST: f64 = 12.0;
const SMALLEST: f64 = 6.0;
/// From line to line, as a share of the size.
const LEADING: f64 = 1.15;
/// Rounding of other programs: widths that are over by this much still fit.
const SLACK: f64 = 0.05;

/// How a value is set.
pub(super) enum Setting {
    /// On one line.
    Line,
    /// One letter in each of so many cells.
    Comb(usize),
    /// On as many lines as there is room for.
    Lines,
    /// As one of several lines to choose from, all shown: this one.
    List(usize),
}

/// The box of a widget, and what surrounds the text in it.
pub(super) struct Area {
    width: f64,
    height: f64,
    turned: i32,
    border: f64,
    frame: String,
}

impl Area {
    /// Reads it from the widget.
    pub(super) fn read(widget: &Dict<'_>) -> Option<Self> {
        let rect: Rect = widget.get(b"Rect")?;
        let look: Dict<'_> = widget.get(b"MK").unwrap_or_default();
        let turned = look.get::<i32>(b"R").unwrap_or(0).rem_euclid(360) / 90 * 90;
        let (mut width, mut height) = (rect.width(), rect.height());
        if turned % 180 != 0 {
            (width, height) = (height, width);
        }
        if !(width > 1.0 && height > 1.0 && width < 15_000.0 && height < 15_000.0) {
            return None;
        }
        let style: Dict<'_> = widget.get(b"BS").unwrap_or_default();
        let old = widget.get::<Array<'_>>(b"Border").and_then(|border| border.iter::<Number>().nth(2));
        let line = style.get::<Number>(b"W").or(old).map_or(1.0, |width| width.as_f64().clamp(0.0, 12.0));
        let colour = colour(&look, "BC").filter(|_| line > 0.0);
        let border = if colour.is_some() { line } else { 0.0 };
        let mut frame = String::new();
        if let Some(colour) = self::colour(&look, "BG") {
            frame += &format!("q {colour} 0 0 {} {} re f Q\n", n(width), n(height));
        }
        if let Some(colour) = colour {
            let kind = style.get::<Name<'_>>(b"S").map(|kind| kind.as_ref().to_vec());
            let drawn = if kind.as_deref() == Some(b"U") {
                format!("0 {} m {} {0} l S", n(line / 2.0), n(width))
            } else {
                let (inner, wide, high) = (n(line / 2.0), n(width - line), n(height - line));
                format!("{inner} {inner} {wide} {high} re S")
            };
            frame += &format!("q {} {} w {drawn} Q\n", colour.to_uppercase(), n(line));
        }
        Some(Self { width, height, turned, border, frame })
    }

    /// The drawing as an object of the file, with the font that it uses.
    pub(super) fn object(&self, drawing: &[u8], font: &[u8], reference: &[u8]) -> Vec<u8> {
        let matrix = match self.turned {
            90 => "/Matrix [0 1 -1 0 0 0]",
            180 => "/Matrix [-1 0 0 -1 0 0]",
            270 => "/Matrix [0 -1 1 0 0 0]",
            _ => "",
        };
        let (width, height) = (n(self.width), n(self.height));
        let mut object = format!("<< /Type /XObject /Subtype /Form /BBox [0 0 {width} {height}] {matrix}").into_bytes();
        object.extend(b" /Resources << /Font << ");
        object.extend(text::name(font));
        object.push(b' ');
        object.extend(reference);
        object.extend(format!(" >> >> /Length {} >>\nstream\n", drawing.len()).into_bytes());
        object.extend(drawing);
        object.extend(b"\nendstream");
        object
    }

    /// Draws a text in the box; nothing if it does not fit.
    pub(super) fn text(
        &self,
        value: &str,
        setting: &Setting,
        (style, font): (&Style, &Font),
        align: i64,
    ) -> Option<Vec<u8>> {
        let inner = Inner {
            width: self.width - 2.0 * self.padding(),
            height: self.height - 2.0 * self.border,
            given: style.size,
            font,
            align,
        };
        let mut under = String::new();
        let (size, lines) = match setting {
            Setting::Line => inner.line(&value.replace('\n', " "))?,
            Setting::Lines => inner.lines(value)?,
            Setting::Comb(cells) => {
                let cell = self.width / *cells as f64;
                // Cells are drawn by the form where it has a frame of its own.
                if self.border > 0.0 {
                    let line = |at| format!("{} 0 m {0} {} l ", n(cell * at as f64), n(self.height));
                    let lines: String = (1..(*cells).min(100)).map(line).collect();
                    under = format!("q 0.5 w {lines}S Q\n");
                }
                inner.comb(value, *cells, cell)?
            }
            Setting::List(chosen) => {
                let (size, top, lines) = inner.list(value, *chosen);
                let y = self.height - self.border - (*chosen - top + 1) as f64 * size * LEADING;
                let (x, wide) = (n(self.border), n(self.width - 2.0 * self.border));
                under = format!("q 0.75 0.82 0.9 rg {x} {} {wide} {} re f Q\n", n(y), n(size * LEADING));
                (size, lines)
            }
        };
        let left = if matches!(setting, Setting::Comb(_)) { 0.0 } else { self.padding() };
        let (x, y) = (n(self.border), n(self.border));
        let (width, height) = (n(self.width - 2.0 * self.border), n(self.height - 2.0 * self.border));
        let mut out = format!("{}{under}/Tx BMC\nq {x} {y} {width} {height} re W n\nBT\n", self.frame).into_bytes();
        out.extend(format!("{} ", style.rest).into_bytes());
        out.extend(text::name(&style.font));
        out.extend(format!(" {} Tf\n", n(size)).into_bytes());
        for (part, x, y) in lines {
            out.extend(format!("1 0 0 1 {} {} Tm ", n(left + x), n(self.border + y)).into_bytes());
            out.extend(text::string(&font.codes(&part)));
            out.extend(b" Tj\n");
        }
        out.extend(b"ET\nQ\nEMC");
        Some(out)
    }

    /// Draws a box with a tick, or without.
    pub(super) fn tick(&self, on: bool) -> Vec<u8> {
        let (side, height) = (self.width.min(self.height), self.height);
        let (left, low) = ((self.width - side) / 2.0, (height - side) / 2.0);
        let point = |x: f64, y: f64| format!("{} {}", n(left + side * x), n(low + side * y));
        let (from, turn, to) = (point(0.2, 0.5), point(0.42, 0.25), point(0.8, 0.78));
        let tick = format!("q 0 G {} w 1 J {from} m {turn} l {to} l S Q", n(side * 0.11));
        format!("{}{}", self.frame, if on { tick.as_str() } else { "" }).into_bytes()
    }

    fn padding(&self) -> f64 {
        (2.0 * self.border).max(2.0)
    }
}

/// Parts of a text, each with the place of its beginning.
type Parts = Vec<(String, f64, f64)>;

/// The room for the text, measured from its own corner; the size that the form gives, or zero.
struct Inner<'a> {
    width: f64,
    height: f64,
    given: f64,
    font: &'a Font,
    align: i64,
}

impl Inner<'_> {
    /// Where a line of some width begins.
    fn start(&self, width: f64) -> f64 {
        match self.align {
            1 => (self.width - width) / 2.0,
            2 => self.width - width,
            _ => 0.0,
        }
    }

    /// The letters' height at size one, and how far below its middle their line is.
    fn middle(&self, size: f64) -> f64 {
        let (ascent, descent) = (self.font.ascent.min(760.0) / 1000.0, self.font.descent.min(220.0) / 1000.0);
        (self.height - (ascent + descent) * size) / 2.0 + descent * size
    }

    fn line(&self, value: &str) -> Option<(f64, Parts)> {
        let wide = self.font.width(value);
        let size = if self.given > 0.0 {
            self.given
        } else {
            let widest = if wide > 0.0 { self.width / wide } else { LARGEST };
            LARGEST.min(self.height * 0.85).min(widest)
        };
        let readable = self.given > 0.0 || value.is_empty() || size >= SMALLEST;
        let fits = readable && wide * size <= self.width + SLACK;
        fits.then(|| (size, vec![(value.to_owned(), self.start(wide * size), self.middle(size))]))
    }

    fn comb(&self, value: &str, cells: usize, cell: f64) -> Option<(f64, Parts)> {
        let letters: Vec<String> = value.chars().map(String::from).collect();
        let widest = letters.iter().map(|letter| self.font.width(letter)).fold(0.0, f64::max);
        let size = if self.given > 0.0 { self.given } else { LARGEST.min(self.height * 0.85).min(cell * 1.3) };
        if letters.len() > cells || widest * size > cell + SLACK {
            return None;
        }
        let free = cells - letters.len();
        let first = [0, free / 2, free][self.align.clamp(0, 2) as usize];
        let y = self.middle(size);
        let place = |(at, letter): (usize, String)| {
            let x = ((first + at) as f64 + 0.5) * cell - self.font.width(&letter) * size / 2.0;
            (letter, x, y)
        };
        Some((size, letters.into_iter().enumerate().map(place).collect()))
    }

    fn lines(&self, value: &str) -> Option<(f64, Parts)> {
        let sizes: Vec<f64> = if self.given > 0.0 {
            vec![self.given]
        } else {
            (0..=12).map(|step| LARGEST - f64::from(step) * 0.5).collect()
        };
        sizes.into_iter().find_map(|size| {
            let lines = self.broken(value, size)?;
            let ascent = self.font.ascent.min(760.0) / 1000.0 * size;
            let needed = 2.0 + (lines.len().max(1) - 1) as f64 * size * LEADING + size;
            (needed <= self.height + SLACK).then(|| {
                let place = |(at, line): (usize, String)| {
                    let x = self.start(self.font.width(&line) * size);
                    (line, x, self.height - 2.0 - ascent - at as f64 * size * LEADING)
                };
                (size, lines.into_iter().enumerate().map(place).collect())
            })
        })
    }

    /// Lines no wider than the room; words that are wider are broken anywhere. Nothing if one letter is wider.
    fn broken(&self, value: &str, size: f64) -> Option<Vec<String>> {
        let fits = |text: &str| self.font.width(text) * size <= self.width + SLACK;
        let mut lines = Vec::new();
        for paragraph in value.split('\n') {
            let mut line = String::new();
            for word in paragraph.split(' ') {
                let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
                if fits(&longer) {
                    line = longer;
                    continue;
                }
                if !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                for letter in word.chars() {
                    if !fits(&format!("{line}{letter}")) {
                        if line.is_empty() {
                            return None;
                        }
                        lines.push(std::mem::take(&mut line));
                    }
                    line.push(letter);
                }
            }
            lines.push(line);
        }
        Some(lines)
    }

    /// All options, moved up as far as the chosen one needs; also says which is the first.
    fn list(&self, options: &str, chosen: usize) -> (f64, usize, Parts) {
        let size = if self.given > 0.0 { self.given } else { 10.0 };
        let rows = ((self.height / (size * LEADING)) as usize).max(1);
        let top = (chosen + 1).saturating_sub(rows);
        let place = |(at, option): (usize, &str)| {
            let x = self.start(self.font.width(option) * size);
            (option.to_owned(), x, self.height - (at + 1) as f64 * size * LEADING + size * 0.27)
        };
        (size, top, options.split('\n').skip(top).take(rows).enumerate().map(place).collect())
    }
}

/// A colour of the widget's frame, as an operator for areas.
fn colour(look: &Dict<'_>, key: &str) -> Option<String> {
    let parts: Vec<f64> = look.get::<Array<'_>>(key)?.iter::<Number>().take(5).map(|part| part.as_f64()).collect();
    let operator = match parts.len() {
        1 => "g",
        3 => "rg",
        4 => "k",
        _ => return None,
    };
    let parts: Vec<String> = parts.into_iter().map(n).collect();
    Some(format!("{} {operator}", parts.join(" ")))
}

/// A number as PDF writes it.
fn n(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
