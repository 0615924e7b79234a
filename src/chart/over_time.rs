//! A count over time, drawn: one bar for each day or week, the axis of numbers at its
//! left, days along its foot.

use super::canvas::{Canvas, SvgCanvas};
use super::layout::Layout;
use super::scale::{Scale, ScaleKind};
use super::scene::{Drawing, INK, Scene};
use super::text_width::width;
use crate::format::{Language, SeriesStep, axis_number, written_date_words};
use crate::model::{Date, Quantity};
use crate::own::{Aligned, Alignment, Series};
use plotters_backend::DrawingBackend;
use plotters_backend::text_anchor::HPos;

/// Between a number and the bars, and between two dates, hundredths of an em.
const APART: i32 = 40;

/// Draws a count over time in a layout. It says nothing to a screen reader: the words and
/// the table beside it do.
pub fn draw_over_time(series: &Series, layout: Layout, language: Language) -> Scene {
    draw(series, None, layout, language)
}

/// Draws one of two counts on the stretch of time and the axis of both.
pub fn draw_aligned(aligned: &Aligned, at: usize, layout: Layout, language: Language) -> Scene {
    draw(&aligned.both[at].0, Some((aligned, aligned.both[at].1)), layout, language)
}

/// `within` is what it lies beside, and how many steps of the stretch come before it.
fn draw(series: &Series, within: Option<(&Aligned, usize)>, layout: Layout, language: Language) -> Scene {
    let drawing = Drawing::new(layout, None, None);
    let values: Vec<f64> = match within {
        Some((aligned, _)) => aligned.values(),
        None => {
            let known = series.points.iter().filter_map(|point| point.quantity);
            known.map(|known| known.stated()).collect()
        }
    };
    let scale = Scale::fitting(ScaleKind::Linear, values);
    let ticks = scale.ticks(5);
    let labels: Vec<String> = ticks.iter().map(|tick| axis_number(language, *tick)).collect();
    let widest = labels.iter().map(|label| width(label, false) as i32).max().unwrap_or_default();
    let left = (widest + APART) * 100 / layout.least_width() as i32;
    let (top, height) = match layout {
        Layout::Narrow | Layout::Medium => (100, 1_000),
        Layout::Wide => (100, 1_400),
    };
    let bottom = top + height;
    let down =
        |value: f64| bottom - libm::round(scale.place(value).unwrap_or(0.0) * f64::from(height)) as i32;
    for (tick, label) in ticks.iter().zip(&labels) {
        let y = down(*tick);
        drawing.line(if *tick == 0.0 { "zero" } else { "grid" }, (left, y), (SvgCanvas::WIDTH as i32, y));
        let x = left - APART * 50 / layout.least_width() as i32;
        drawing.text("tick", label, (x, y), HPos::Right, false);
    }
    let (before, steps) = match within {
        Some((aligned, before)) => (before, aligned.steps.max(1) as i64),
        None => (0, series.points.len().max(1) as i64),
    };
    let along =
        |at: usize| left + ((i64::from(SvgCanvas::WIDTH) - i64::from(left)) * at as i64 / steps) as i32;
    for (at, point) in series.points.iter().enumerate() {
        let (from, to) = (along(before + at), along(before + at + 1));
        // Bars of single days stand apart where there is room; what is added up is one shape.
        let inset = if series.step == SeriesStep::Added || to - from < 60 { 0 } else { (to - from) / 8 };
        let mut canvas = drawing.canvas.borrow_mut();
        match point.quantity {
            None => {
                canvas.class("unknown");
                let _ = canvas.draw_rect((from, top), (to, bottom), &INK, true);
            }
            Some(quantity) => {
                let (y, zero) = (down(quantity.stated()), down(0.0));
                if y != zero {
                    canvas.class(if matches!(quantity, Quantity::Exact { .. }) { "bar" } else { "partly" });
                    let (upper, lower) = (y.min(zero), y.max(zero));
                    let _ = canvas.draw_rect((from + inset, upper), (to - inset, lower), &INK, true);
                }
            }
        }
    }
    let (mut taken, mut written) = (i32::MIN, 0);
    let labels = match within {
        Some((Aligned { by: Alignment::Age, steps, .. }, _)) => ages(series.step, *steps, layout, language),
        _ => dates(series, layout, language),
    };
    for (at, label) in labels {
        let x = along(before + at);
        let place = layout.room(x) as i32;
        let end = place + width(&label, false) as i32;
        if place < taken.saturating_add(APART) || end > layout.room(SvgCanvas::WIDTH as i32) as i32 {
            continue;
        }
        drawing.line("grid", (x, bottom), (x, bottom + 40));
        drawing.text("tick", &label, (x, bottom + 40 + Layout::LINE / 2), HPos::Left, false);
        taken = end;
        written += 1;
    }
    // One date alone says too little: then the last is written too, if it fits.
    if let (1, None, Some(last)) = (written, within, series.points.last().filter(|_| series.points.len() > 1))
    {
        let label = written_date_words(language, &last.to.to_string());
        let room = layout.room(SvgCanvas::WIDTH as i32) as i32;
        if room - width(&label, false) as i32 >= taken.saturating_add(APART) {
            drawing.text(
                "tick",
                &label,
                (SvgCanvas::WIDTH as i32, bottom + 40 + Layout::LINE / 2),
                HPos::Right,
                false,
            );
        }
    }
    drawing.ending_at(bottom + 40 + Layout::LINE)
}

/// The ages that are written along the foot, by the places of their steps: the first, and
/// then round ones.
fn ages(step: SeriesStep, steps: usize, layout: Layout, language: Language) -> Vec<(usize, String)> {
    let most = match layout {
        Layout::Narrow | Layout::Medium => 3,
        Layout::Wide => 6,
    };
    let stride =
        [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].into_iter().find(|stride| steps / stride <= most);
    let stride = stride.unwrap_or(1_000);
    let round = (1..=steps / stride).map(|nth| nth * stride).filter(|age| *age > 1 || stride == 1);
    let first = (stride > 1).then_some(1);
    first.into_iter().chain(round).map(|age| (age - 1, language.series_age(step, age))).collect()
}

/// The dates that are written along the foot, by the places of their steps: first days
/// of round stretches of time.
fn dates(series: &Series, layout: Layout, language: Language) -> Vec<(usize, String)> {
    /// How long a stretch is, and how precise its date.
    #[derive(Clone, Copy)]
    enum Stretch {
        Days(i32),
        Months(i32),
        Years(i32),
    }
    use Stretch::{Days, Months, Years};
    const STRETCHES: &[Stretch] = &[
        Days(1),
        Days(2),
        Days(5),
        Days(10),
        Months(1),
        Months(2),
        Months(3),
        Months(6),
        Years(1),
        Years(2),
        Years(5),
        Years(10),
    ];
    let most = match layout {
        Layout::Narrow | Layout::Medium => 3,
        Layout::Wide => 6,
    };
    let starts = |stretch: Stretch| -> Vec<usize> {
        let number = |date: &Date| {
            let (year, month, day) = date.first_day();
            let (year, month, day) = (i32::from(year), i32::from(month), i32::from(day));
            match stretch {
                // By the day of the month, so that the same days are written in every month.
                Days(length) => ((year * 12 + month) * 31 + (day - 1).min(29)) / length,
                Months(length) => (year * 12 + month - 1) / length,
                Years(length) => year / length,
            }
        };
        let mut found = Vec::new();
        for (at, point) in series.points.iter().enumerate() {
            let before = at.checked_sub(1).map(|before| number(&series.points[before].from));
            if before.is_none() || before != Some(number(&point.from)) {
                found.push(at);
            }
        }
        found
    };
    let fitting = STRETCHES.iter().find(|stretch| starts(**stretch).len() <= most + 1);
    let stretch = fitting.copied().unwrap_or(Years(10));
    let written = |at: usize| {
        let Date { year, month, day } = series.points[at].from;
        let precise = match stretch {
            _ if at == 0 => Date { year, month, day },
            Days(_) => Date { year, month, day },
            Months(_) => Date { year, month, day: None },
            Years(_) => Date { year, month: None, day: None },
        };
        (at, written_date_words(language, &precise.to_string()))
    };
    starts(stretch).into_iter().map(written).collect()
}
