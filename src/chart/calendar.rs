//! When campaigns ran, as rows on an axis of years: what is known to the day is filled, what
//! is only known to lie within a month or a year is hollow.

use super::beside::name;
use super::mark::Glyph;
use super::scale::ScaleKind;
use super::spec::{Axis, Band, ChartSpec, Panel, Row, SpecOptions};
use crate::compare::{Calendar, Precision, Run};
use crate::format::{Sentence, period_words};
use crate::model::{Dataset, Date};

/// How many rows are seen at a glance.
const ROWS_AT_A_GLANCE: usize = 16;

/// Makes a calendar ready to be drawn.
pub fn calendar_spec(dataset: &Dataset, calendar: &Calendar, options: SpecOptions) -> ChartSpec {
    let seen = if options.expanded { usize::MAX } else { options.room.unwrap_or(ROWS_AT_A_GLANCE) };
    let rows = calendar.runs.len();
    let bands: Vec<Band> =
        calendar.runs.iter().take(seen).map(|run| Band::Row(row(dataset, run, options))).collect();
    let hidden = rows - bands.len();
    let panel = Panel { axis: Axis::Years, bands, ..Panel::default() };
    let undated = calendar.undated.iter().map(|id| undated(dataset, id, options)).collect();
    let panels = if rows > 0 { vec![panel] } else { Vec::new() };
    // Time has no tenfold steps.
    ChartSpec {
        scale: ScaleKind::Linear,
        silent: undated,
        ..ChartSpec::new("when", options, panels, (rows, hidden))
    }
}

/// The beginning of a day as years of the calendar with parts of them.
fn time((year, month, day): (u16, u8, u8)) -> f64 {
    let date = Date { year, month: Some(month), day: Some(day) };
    let first = Date { year, month: Some(1), day: Some(1) };
    let next = Date { year: year.saturating_add(1), ..first };
    let days = |from: &Date, to: &Date| f64::from(from.days_until(to));
    f64::from(year) + days(&first, &date) / days(&first, &next).max(1.0)
}

/// The end of a day.
fn time_after(date: (u16, u8, u8)) -> f64 {
    time(date) + 1.0 / 366.0
}

/// What is drawn of a run.
fn glyphs(run: &Run) -> Vec<Glyph> {
    let (from, to) = run.ends();
    let start = from.map(|from| (time(from.first_day()), time(from.last_day())));
    let end = to.map(|to| (time_after(to.first_day()), time_after(to.last_day())));
    let mut glyphs = Vec::new();
    match (start, end) {
        (Some((earliest, surely_begun)), Some((surely_running, latest))) => {
            if run.precision() != Precision::Day {
                glyphs.push(Glyph::Within(earliest, latest));
            }
            if surely_begun < surely_running {
                glyphs.push(Glyph::Lasting(surely_begun, surely_running));
            }
        }
        (Some((earliest, surely_begun)), None) => {
            if earliest < surely_begun {
                glyphs.push(Glyph::Within(earliest, surely_begun));
            }
            glyphs.extend([Glyph::Lasting(surely_begun, surely_begun), Glyph::Since(surely_begun)]);
        }
        (None, Some((surely_running, latest))) => {
            if surely_running < latest {
                glyphs.push(Glyph::Within(surely_running, latest));
            }
            glyphs.extend([Glyph::Lasting(surely_running, surely_running), Glyph::Until(surely_running)]);
        }
        (None, None) => {}
    }
    glyphs
}

fn row(dataset: &Dataset, run: &Run, options: SpecOptions) -> Row {
    let language = options.language;
    let mut lines = vec![period_words(language, &run.period)];
    if run.of_figures {
        lines.push(language.comparing().when_of_figures.to_owned());
    }
    let row = plain_row(dataset, &run.campaign, lines, options);
    let precision = language.comparing().precisions[run.precision() as usize].to_owned();
    let open = match run.ends() {
        (Some(_), None) => Some(language.comparing().no_end.to_owned()),
        (None, Some(_)) => Some(language.comparing().no_start.to_owned()),
        _ => None,
    };
    let mut label = row.label;
    for besides in [Some(precision), open].into_iter().flatten() {
        label.push(' ');
        label.push_str(&language.say(&Sentence::Alone(besides)));
    }
    Row { glyphs: glyphs(run), label, ..row }
}

fn undated(dataset: &Dataset, id: &str, options: SpecOptions) -> Row {
    plain_row(dataset, id, vec![options.language.phrases().date_not_stated.to_owned()], options)
}

fn plain_row(dataset: &Dataset, id: &str, lines: Vec<String>, options: SpecOptions) -> Row {
    let href = (!options.alone).then(|| format!("?campaign={id}"));
    Row::in_words((format!("when-{id}"), id), href, name(dataset, id), lines, options.language)
}
