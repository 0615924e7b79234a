//! A backend for plotters that writes SVG with classes, groups and links.
//!
//! plotters' own SVG backend has whole-pixel coordinates, baked colours and no
//! groups, roles or titles. This one takes x in hundredths of a per cent and y
//! in hundredths of an em, and writes no colour at all: classes are for the
//! style sheet.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    text_anchor::HPos,
};
use std::fmt::{self, Write};

/// Drawing never fails: it writes into memory.
#[derive(Debug)]
pub enum CanvasError {}

impl fmt::Display for CanvasError {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for CanvasError {}

/// What the marks need beyond plotters' primitives.
pub trait Canvas: DrawingBackend {
    /// The class of what is drawn next.
    fn class(&mut self, class: &'static str);

    /// Moves the origin: until [`Canvas::release`], coordinates are tenths of a
    /// sixteenth of an em from here, so that a shape keeps its form at any width.
    fn anchor(&mut self, at: BackendCoord);

    /// Ends [`Canvas::anchor`].
    fn release(&mut self);
}

/// SVG, as it is written.
#[derive(Debug)]
pub struct SvgCanvas {
    height: u32,
    svg: String,
    class: &'static str,
    anchored: bool,
}

/// Writes a number of hundredths or tenths without trailing zeros.
fn decimal(out: &mut String, value: i32, digits: u32) {
    let scale = 10_i32.pow(digits);
    if value < 0 {
        out.push('-');
    }
    let (whole, mut rest) =
        (value.unsigned_abs() / scale.unsigned_abs(), value.unsigned_abs() % scale.unsigned_abs());
    let _ = write!(out, "{whole}");
    if rest > 0 {
        let mut places = digits as usize;
        while rest % 10 == 0 {
            rest /= 10;
            places -= 1;
        }
        let _ = write!(out, ".{rest:0places$}");
    }
}

/// Writes text so that it is text in XML and in HTML, whatever it holds.
pub(super) fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // Not allowed in XML, in any spelling.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}')
            }
            other => out.push(other),
        }
    }
}

impl SvgCanvas {
    /// The full width, in hundredths of a per cent.
    pub const WIDTH: u32 = 10_000;

    /// An empty drawing of a height in hundredths of an em.
    pub fn new(height: u32) -> Self {
        Self { height, svg: String::with_capacity(8 * 1024), class: "", anchored: false }
    }

    /// What was drawn, without the outer element.
    pub fn into_svg(self) -> String {
        self.svg
    }

    /// Opens an element; `attributes` are names with texts.
    pub(super) fn open(&mut self, element: &str, attributes: &[(&str, &str)]) {
        self.svg.push('<');
        self.svg.push_str(element);
        for (name, value) in attributes {
            self.svg.push(' ');
            self.svg.push_str(name);
            self.svg.push_str("=\"");
            escape(&mut self.svg, value);
            self.svg.push('"');
        }
        self.svg.push('>');
    }

    /// Closes an element.
    pub(super) fn close(&mut self, element: &str) {
        self.svg.push_str("</");
        self.svg.push_str(element);
        self.svg.push('>');
    }

    /// How much has been written: a place to return to with [`Self::split_off`].
    pub(super) fn position(&self) -> usize {
        self.svg.len()
    }

    /// Takes away what was written since a position, to be put back over
    /// something that had to be known first.
    pub(super) fn split_off(&mut self, position: usize) -> String {
        self.svg.split_off(position)
    }

    /// Puts back what was taken away.
    pub(super) fn append(&mut self, svg: &str) {
        self.svg.push_str(svg);
    }

    /// Opens a drawing within the drawing, at this place; `width` is a length.
    pub(super) fn open_at(&mut self, (x, y): BackendCoord, width: &str, height: i32) {
        self.svg.push_str("<svg");
        self.along("x", x);
        self.down("y", y);
        self.svg.push_str(" width=\"");
        self.svg.push_str(width);
        self.svg.push('"');
        self.down("height", height);
        self.svg.push_str(" overflow=\"visible\">");
    }

    /// A text at a place in ems, within a drawing whose width says nothing.
    pub(super) fn words(&mut self, class: &'static str, text: &str, (x, y): BackendCoord) {
        self.class = class;
        self.start("text");
        self.down("x", x);
        self.down("y", y);
        self.svg.push('>');
        escape(&mut self.svg, text);
        self.svg.push_str("</text>\n");
    }

    fn start(&mut self, element: &str) {
        self.svg.push('<');
        self.svg.push_str(element);
        if !self.class.is_empty() {
            self.svg.push_str(" class=\"");
            self.svg.push_str(self.class);
            self.svg.push('"');
        }
    }

    fn along(&mut self, name: &str, value: i32) {
        self.length(name, value, 2, "%");
    }

    fn down(&mut self, name: &str, value: i32) {
        self.length(name, value, 2, "em");
    }

    /// Writes a length; nothing for zero, which every length is that is not there.
    fn length(&mut self, name: &str, value: i32, digits: u32, unit: &str) {
        if value == 0 {
            return;
        }
        self.svg.push(' ');
        self.svg.push_str(name);
        self.svg.push_str("=\"");
        decimal(&mut self.svg, value, digits);
        self.svg.push_str(unit);
        self.svg.push('"');
    }

    fn points<I: IntoIterator<Item = BackendCoord>>(&mut self, points: I) {
        self.svg.push_str(" points=\"");
        for (at, (x, y)) in points.into_iter().enumerate() {
            if at > 0 {
                self.svg.push(' ');
            }
            decimal(&mut self.svg, x, 1);
            self.svg.push(',');
            decimal(&mut self.svg, y, 1);
        }
        self.svg.push('"');
    }
}

impl Canvas for SvgCanvas {
    fn class(&mut self, class: &'static str) {
        self.class = class;
    }

    fn anchor(&mut self, at: BackendCoord) {
        // A drawing within the drawing: its origin is placed by percentage and
        // em, its inside is in sixteenths of an em.
        self.svg.push_str("<svg");
        self.along("x", at.0);
        self.down("y", at.1);
        self.svg.push_str(" width=\"1em\" height=\"1em\" viewBox=\"0 0 16 16\" overflow=\"visible\">");
        self.anchored = true;
    }

    fn release(&mut self) {
        self.svg.push_str("</svg>");
        self.anchored = false;
    }
}

type Drawn = Result<(), DrawingErrorKind<CanvasError>>;

impl DrawingBackend for SvgCanvas {
    type ErrorType = CanvasError;

    fn get_size(&self) -> (u32, u32) {
        (Self::WIDTH, self.height)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S) -> Drawn {
        self.start("line");
        self.along("x1", from.0);
        self.down("y1", from.1);
        self.along("x2", to.0);
        self.down("y2", to.1);
        self.svg.push_str("/>");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, _: &S, _: bool) -> Drawn {
        self.start("rect");
        self.along("x", from.0);
        self.down("y", from.1);
        self.along("width", to.0 - from.0);
        self.down("height", to.1 - from.1);
        self.svg.push_str("/>");
        Ok(())
    }

    /// Only within an anchor: a path has no percentages.
    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, _: &S) -> Drawn {
        debug_assert!(self.anchored, "a path is drawn within an anchor");
        self.start("polyline");
        self.points(path);
        self.svg.push_str("/>");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, _: &S, _: bool) -> Drawn {
        self.start("circle");
        self.along("cx", center.0);
        self.down("cy", center.1);
        self.down("r", radius as i32);
        self.svg.push_str("/>");
        Ok(())
    }

    /// Only within an anchor, as paths.
    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        _: &S,
    ) -> Drawn {
        debug_assert!(self.anchored, "a polygon is drawn within an anchor");
        self.start("polygon");
        self.points(points);
        self.svg.push_str("/>");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, pos: BackendCoord) -> Drawn {
        self.start("text");
        self.along("x", pos.0);
        self.down("y", pos.1);
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => self.svg.push_str(" text-anchor=\"middle\""),
            HPos::Right => self.svg.push_str(" text-anchor=\"end\""),
        }
        if matches!(style.style(), FontStyle::Bold) {
            self.svg.push_str(" font-weight=\"700\"");
        }
        self.svg.push('>');
        escape(&mut self.svg, text);
        // A line of its own, so that the texts of a row are read apart.
        self.svg.push_str("</text>\n");
        Ok(())
    }
}
