//! Marks for what is known, as elements that plotters places on the axis.

use super::canvas::Canvas;
use super::scale::ScaleKind;
use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendColor, BackendCoord, DrawingErrorKind};

/// What a mark shows. Every value is finite and in the axis's domain.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Glyph {
    /// A sure number.
    Exact(f64),
    /// More than or at least a number.
    Above(f64),
    /// Less than or at most a number.
    Below(f64),
    /// Between two numbers.
    Between(f64, f64),
    /// About a number.
    About(f64),
    /// From the least to the greatest of several statements, and whether the true
    /// value may lie above them.
    Span {
        /// The least; `None` where no statement bounds the true value from below.
        from: Option<f64>,
        /// The greatest.
        to: f64,
        /// No statement bounds it from above.
        open_above: bool,
    },
    /// One of several statements.
    Statement(f64),
    /// A target.
    Target(f64),
    /// Zero, where the axis has no place for it.
    Zero,
    /// From one time to another.
    Lasting(f64, f64),
    /// Somewhere between two times: they are not known more exactly.
    Within(f64, f64),
    /// From a time on, to an end that nobody recorded.
    Since(f64),
    /// To a time, from a start that nobody recorded.
    Until(f64),
}

/// A glyph on its row.
#[derive(Clone, Debug)]
pub struct Mark {
    glyph: Glyph,
    kind: ScaleKind,
    /// The ends of what is drawn along the axis, and the row's middle.
    points: Vec<(f64, i32)>,
    /// The least length of a line, in the canvas's units: a shorter one would lie
    /// hidden behind the dots at its ends.
    least_line: i32,
    /// How far its target stands to the right, in the canvas's units, where an arrow of
    /// the mark would run over that.
    target: Option<i32>,
}

/// The radius of a dot, hundredths of an em.
const DOT: u32 = 36;
/// From the middle of a target to each of its corners, tenths of a sixteenth of
/// an em: a dot of the same value stands within it.
const TARGET: i32 = 85;
/// Half the thickness of a bar.
const BAR: i32 = 30;
/// The least length of a bar, hundredths of a per cent: what is not zero is seen.
const LEAST_BAR: i32 = 30;

impl Mark {
    /// Places a glyph at the height `y` of an axis that begins at `lower`.
    pub fn new(glyph: Glyph, kind: ScaleKind, lower: f64, y: i32, least_line: i32) -> Self {
        let baseline = if kind == ScaleKind::Linear { 0.0 } else { lower };
        let points = match glyph {
            Glyph::Between(from, to) | Glyph::Lasting(from, to) | Glyph::Within(from, to) => {
                vec![(from, y), (to, y)]
            }
            Glyph::Span { from, to, .. } => vec![(from.unwrap_or(lower), y), (to, y)],
            Glyph::Exact(v) | Glyph::Above(v) | Glyph::Below(v) | Glyph::About(v) => {
                vec![(baseline, y), (v, y)]
            }
            Glyph::Statement(v) | Glyph::Target(v) | Glyph::Since(v) | Glyph::Until(v) => {
                vec![(v, y), (v, y)]
            }
            Glyph::Zero => vec![(lower, y), (lower, y)],
        };
        Self { glyph, kind, points, least_line, target: None }
    }

    /// The same beside a target, so far to the right of it in the canvas's units: an
    /// arrow that would run over it goes on behind it.
    pub fn beside_target(self, distance: i32) -> Self {
        // The line is half an em.
        let reach = self.least_line * 2 * (ARROW_LENGTH + TARGET) / 160;
        Self { target: (0..reach).contains(&distance).then_some(distance), ..self }
    }

    /// The arrow of an open upper end at a place.
    fn open_end<C: Canvas>(
        &self,
        canvas: &mut C,
        at: BackendCoord,
    ) -> Result<(), DrawingErrorKind<C::ErrorType>> {
        let Some(distance) = self.target else { return arrow(canvas, at, &ARROW, 1) };
        let corner = at.0 + distance - self.least_line * 2 * TARGET / 160;
        if corner > at.0 {
            canvas.class("arrow");
            canvas.draw_line(at, (corner, at.1), &INK)?;
        }
        arrow(canvas, (at.0 + distance, at.1), &ARROW_PAST_TARGET, 1)
    }
}

impl<'a> PointCollection<'a, (f64, i32)> for &'a Mark {
    type Point = &'a (f64, i32);
    type IntoIter = &'a [(f64, i32)];

    fn point_iter(self) -> &'a [(f64, i32)] {
        &self.points
    }
}

/// Colours are classes of the canvas; plotters' own colour only has to be visible.
const INK: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

impl<C: Canvas> Drawable<C> for Mark {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut C,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<C::ErrorType>> {
        let (Some(start), Some(end)) = (points.next(), points.next()) else { return Ok(()) };
        let bars = self.kind == ScaleKind::Linear;
        match self.glyph {
            Glyph::Exact(_) | Glyph::Above(_) | Glyph::About(_) if bars => {
                let open = !matches!(self.glyph, Glyph::Exact(_));
                canvas.class(match self.glyph {
                    Glyph::About(_) => "about",
                    _ if open => "bar open",
                    _ => "bar",
                });
                let (left, right) = if end.0 < start.0 {
                    (end.0.min(start.0 - LEAST_BAR), start.0)
                } else {
                    (start.0, end.0.max(start.0 + LEAST_BAR))
                };
                canvas.draw_rect((left, start.1 - BAR), (right, start.1 + BAR), &INK, !open)?;
                if matches!(self.glyph, Glyph::Above(_)) {
                    self.open_end(canvas, end)?
                }
            }
            Glyph::Lasting(..) | Glyph::Within(..) => {
                let sure = matches!(self.glyph, Glyph::Lasting(..));
                canvas.class(if sure { "bar" } else { "about" });
                let right = end.0.max(start.0 + 2 * LEAST_BAR);
                canvas.draw_rect((start.0, start.1 - BAR), (right, start.1 + BAR), &INK, sure)?;
            }
            Glyph::Since(_) => arrow(canvas, end, &ARROW, 1)?,
            Glyph::Until(_) => arrow(canvas, end, &ARROW, -1)?,
            Glyph::Exact(_) => {
                canvas.class("dot");
                canvas.draw_circle(end, DOT, &INK, true)?;
            }
            Glyph::About(_) => {
                canvas.class("about");
                canvas.draw_circle(end, DOT, &INK, false)?;
            }
            Glyph::Above(_) => {
                canvas.class("dot");
                canvas.draw_circle(end, DOT, &INK, true)?;
                self.open_end(canvas, end)?;
            }
            // An upper bound is no bar from zero: that would look like a value.
            Glyph::Below(_) => {
                canvas.class("dot");
                canvas.draw_circle(end, DOT, &INK, true)?;
                arrow(canvas, end, &ARROW, -1)?;
            }
            Glyph::Between(..) | Glyph::Span { .. } => self.whisker(canvas, start, end)?,
            Glyph::Statement(_) => {
                canvas.class("said");
                canvas.draw_circle(end, DOT * 2 / 3, &INK, true)?;
            }
            Glyph::Target(_) => {
                canvas.anchor(end);
                // What keeps it apart from a bar of much the same darkness, then itself.
                for class in ["halo", "target"] {
                    canvas.class(class);
                    let corners = [(0, -TARGET), (TARGET, 0), (0, TARGET), (-TARGET, 0)];
                    canvas.fill_polygon(corners, &INK)?;
                }
                canvas.release();
            }
            Glyph::Zero => {
                canvas.class("line");
                canvas.draw_line((end.0, end.1 - DOT as i32), (end.0, end.1 + DOT as i32), &INK)?;
            }
        }
        Ok(())
    }
}

impl Mark {
    /// A line with a cap at each known end and an arrow at each open one. Below, the
    /// line reaches to the start of the axis; above, the arrow is as short as that of
    /// any other bound, since how far the true value lies is not known.
    fn whisker<C: Canvas>(
        &self,
        canvas: &mut C,
        start: BackendCoord,
        end: BackendCoord,
    ) -> Result<(), DrawingErrorKind<C::ErrorType>> {
        let (open_below, open_above) = match self.glyph {
            Glyph::Span { from, open_above, .. } => (from.is_none(), open_above),
            _ => (false, false),
        };
        if matches!(self.glyph, Glyph::Between(..)) || end.0 - start.0 >= self.least_line {
            canvas.class("line");
            canvas.draw_line(start, end, &INK)?;
        }
        for (at, open, above) in [(start, open_below, false), (end, open_above, true)] {
            if open && above {
                self.open_end(canvas, at)?;
            } else if open {
                arrow(canvas, at, &ARROW_HEAD, -1)?;
            } else {
                canvas.class("line");
                canvas.draw_line((at.0, at.1 - DOT as i32), (at.0, at.1 + DOT as i32), &INK)?;
            }
        }
        Ok(())
    }
}

/// An arrow away from a mark: the true value lies that way. Tenths of a
/// sixteenth of an em from the mark's middle.
const ARROW: [&[BackendCoord]; 2] =
    [&[(40, 0), (ARROW_LENGTH, 0)], &[(150, -50), (ARROW_LENGTH, 0), (150, 50)]];
/// How far it reaches.
const ARROW_LENGTH: i32 = 210;
/// The same from the far corner of a target.
const ARROW_PAST_TARGET: [&[BackendCoord]; 2] = [&[(TARGET + 10, 0), (ARROW_LENGTH, 0)], ARROW[1]];
/// The head of an arrow at the end of a line.
const ARROW_HEAD: [&[BackendCoord]; 1] = [&[(-50, -50), (10, 0), (-50, 50)]];

/// Draws an arrow at a place: to the right, or turned to the left.
fn arrow<C: Canvas>(
    canvas: &mut C,
    at: BackendCoord,
    arrow: &[&[BackendCoord]],
    direction: i32,
) -> Result<(), DrawingErrorKind<C::ErrorType>> {
    canvas.class("arrow");
    canvas.anchor(at);
    for path in arrow {
        canvas.draw_path(path.iter().map(|&(x, y)| (x * direction, y)), &INK)?;
    }
    canvas.release();
    Ok(())
}
