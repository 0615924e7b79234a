//! A count of a campaign over time: what it comes to in words, the drawing, its numbers as
//! a table and as a file.

use super::own_campaign_page::countable_key;
use crate::chart::{Layout, draw_aligned, draw_over_time};
use crate::data::write_list;
use crate::format::{Language, SeriesFacts, SeriesName, SeriesStep, grouped, quantity_words, span_words};
use crate::model::Quantity;
use crate::own::{Aligned, Alignment, Apart, Countable, Series, SeriesPoint, Tally, TooLong};
use maud::{Markup, PreEscaped, html};

/// How many rows of the table are shown; the file that can be saved has all.
const SHOWN: usize = 370;

/// What a count is called in a list to choose from.
pub fn countable_name(of: &Countable, language: Language) -> String {
    language.series_name(name(of))
}

fn name(of: &Countable) -> SeriesName<'_> {
    SeriesName { unit: of.unit, origin: &of.origin, by_day: of.by_day }
}

/// A count over time, as HTML.
pub fn over_time_html(series: &Series, language: Language) -> String {
    let words = language.over_time_phrases();
    let (partly, unknown) = (lacking(series, true), lacking(series, false));
    let most = most(series);
    let most_words = most.and_then(|point| point.quantity).map(|known| quantity_words(language, &known));
    let facts = SeriesFacts {
        name: name(&series.of),
        step: series.step,
        most: most.zip(most_words.as_deref()).map(|(point, words)| (point.from, point.to, words)),
        unknown,
        partly,
        undated: series.undated,
        rejected: series.rejected,
    };
    let notes = language.series_notes(&facts);
    html! {
        figure data-step=(series.step.slug()) {
            figcaption {
                h3 id="headline" { (language.series_headline(&facts)) }
                @if let Some(first) = notes.first() { p.note { (first) } }
            }
            div.drawing {
                @for layout in Layout::ALL {
                    (PreEscaped(draw_over_time(series, *layout, language).picture(&notes.join(" "))))
                }
            }
            @if partly + unknown > 0 {
                ul.key {
                    @if partly > 0 { li { span.swatch.partly {} (words.partly) } }
                    @if unknown > 0 { li { span.swatch.unknown {} (words.unknown) } }
                }
            }
            @for note in notes.iter().skip(1) { p.note { (note) } }
            @if series.of.tally == Tally::Reach { p.note { (words.reach_by_day) } }
            details { summary { (words.numbers) } (table(series, language)) }
            p.row { button.plain type="button" data-does="save-numbers" { (words.save_numbers) } }
        }
    }
    .into_string()
}

/// Why two counts do not lie beside each other, in words.
pub fn unaligned_words(apart: &Apart, language: Language) -> String {
    let words = language.over_time_phrases();
    match apart {
        Apart::NothingAlike => words.nothing_alike.to_owned(),
        Apart::TooFarApart => words.too_far_apart.to_owned(),
        Apart::TooLong(TooLong { from, to }) => language.series_too_long(from, to),
    }
}

/// Two counts that are alike on one stretch of time, each under the name of its campaign, as
/// HTML. `stands_in` says that something else was chosen, which only one of them counts.
pub fn aligned_html(aligned: &Aligned, names: [&str; 2], stands_in: bool, language: Language) -> String {
    let words = language.over_time_phrases();
    let first = &aligned.both[0].0;
    let apart = aligned.both[0].0.of.origin != aligned.both[1].0.of.origin;
    let said = |at: usize| {
        let series = &aligned.both[at].0;
        let most = most(series);
        let words = most.and_then(|point| point.quantity).map(|known| quantity_words(language, &known));
        language.series_headline(&SeriesFacts {
            name: name(&series.of),
            step: series.step,
            most: most.zip(words.as_deref()).map(|(point, words)| (point.from, point.to, words)),
            unknown: 0,
            partly: 0,
            undated: 0,
            rejected: 0,
        })
    };
    html! {
        figure data-step=(first.step.slug()) data-what=(countable_key(&first.of)) {
            figcaption {
                h3 id="headline" { (language.aligned_headline(names, first.of.unit, aligned.by == Alignment::Age)) }
                @if stands_in { p.note { (words.stands_in) } }
                p.note { (words.one_scale) @if apart { " " (words.other_platforms) } }
            }
            @for (at, name) in names.iter().enumerate() {
                h4 { (name) }
                p.note { (said(at)) }
                div.drawing {
                    @for layout in Layout::ALL {
                        (PreEscaped(draw_aligned(aligned, at, *layout, language).picture(&format!("{name}: {}", said(at)))))
                    }
                }
            }
            ul.key {
                li { span.swatch.partly {} (words.partly) }
                li { span.swatch.unknown {} (words.unknown) }
            }
            details { summary { (words.numbers) } (aligned_table(aligned, names, language)) }
            p.row { button.plain type="button" data-does="save-numbers" { (words.save_numbers) } }
        }
    }
    .into_string()
}

/// Both counts, step by step.
fn aligned_table(aligned: &Aligned, names: [&str; 2], language: Language) -> Markup {
    let words = language.over_time_phrases();
    let step = aligned.both[0].0.step;
    let column = SeriesStep::ALL.iter().position(|other| *other == step).unwrap_or_default();
    let point = |at: usize, nth: usize| {
        let (series, before) = &aligned.both[at];
        nth.checked_sub(*before).and_then(|nth| series.points.get(nth))
    };
    let left_out = aligned.steps.saturating_sub(SHOWN);
    html! {
        @if left_out > 0 { p.note { (words.last_rows) } }
        table {
            thead { tr {
                th scope="col" { (words.step_columns[column]) }
                @for name in names { th.number scope="col" { (name) } }
            } }
            // Where neither has anything, as between two campaigns, there is nothing to read.
            tbody { @for nth in (left_out..aligned.steps).filter(|&nth| (0..2).any(|at| point(at, nth).is_some())) { tr {
                th scope="row" { @match (aligned.by, point(0, nth).or_else(|| point(1, nth))) {
                    (Alignment::Calendar, Some(point)) => (span_words(language, Some(&point.from), Some(&point.to))),
                    _ => (language.series_age(step, nth + 1)),
                } }
                @for at in 0..2 { td.number { @match point(at, nth).map(|point| point.quantity) {
                    Some(Some(known)) => (quantity_words(language, &known)),
                    Some(None) => span.none { (words.not_reported) },
                    None => {}
                } } }
            } } }
        }
    }
}

/// How many steps there are of which not everything is reported, or nothing.
fn lacking(series: &Series, partly: bool) -> usize {
    let lacks = |point: &&SeriesPoint| match point.quantity {
        Some(known) => partly && !matches!(known, Quantity::Exact { .. }),
        None => !partly,
    };
    series.points.iter().filter(lacks).count()
}

/// The step with the most, the first of equals; of everything up to a day, the last.
fn most(series: &Series) -> Option<&SeriesPoint> {
    let stated = |point: &SeriesPoint| point.quantity.map(|known| known.stated());
    let mut known = series.points.iter().filter(|point| point.quantity.is_some());
    if series.step == SeriesStep::Added {
        return known.next_back();
    }
    known.fold(None, |most: Option<&SeriesPoint>, point| match most {
        Some(most) if stated(most) >= stated(point) => Some(most),
        _ => Some(point),
    })
}

fn table(series: &Series, language: Language) -> Markup {
    let words = language.over_time_phrases();
    let step = SeriesStep::ALL.iter().position(|step| *step == series.step).unwrap_or_default();
    let left_out = series.points.len().saturating_sub(SHOWN);
    html! {
        @if left_out > 0 { p.note { (words.last_rows) } }
        table {
            thead { tr {
                th scope="col" { (words.step_columns[step]) }
                th.number scope="col" { (series.of.unit) }
                th.number scope="col" { (words.rows_columns[usize::from(series.of.by_day)]) }
            } }
            tbody { @for point in series.points.iter().skip(left_out) { tr {
                th scope="row" { (span_words(language, Some(&point.from), Some(&point.to))) }
                td.number { @match &point.quantity {
                    Some(known) => (quantity_words(language, known)),
                    None => span.none { (words.not_reported) },
                } }
                td.number { (grouped(point.rows as f64)) }
            } } }
        }
    }
}

/// The numbers as CSV, all of them.
pub fn over_time_list(series: &Series, language: Language) -> String {
    write_list(
        language.over_time_phrases().columns,
        series.points.iter().map(|point| listed(point, language)),
    )
}

/// The numbers of both as CSV: all of one campaign, then all of the other, each with its place
/// among the steps since that campaign began.
pub fn aligned_list(aligned: &Aligned, names: [&str; 2], language: Language) -> String {
    let words = language.over_time_phrases();
    let [campaign, nth] = words.aligned_columns;
    let [from, to, comparator, value, rows] = words.columns;
    let of = |(name, (series, _)): (&str, &(Series, usize))| {
        let listed = |(at, point): (usize, &SeriesPoint)| {
            let [from, to, comparator, value, rows] = listed(point, language);
            [name.to_owned(), (at + 1).to_string(), from, to, comparator, value, rows]
        };
        series.points.iter().enumerate().map(listed).collect::<Vec<_>>()
    };
    let all = names.into_iter().zip(&aligned.both).flat_map(of);
    write_list([campaign, nth, from, to, comparator, value, rows], all)
}

/// What a file says of a step.
fn listed(point: &SeriesPoint, language: Language) -> [String; 5] {
    let [exactly, at_least, about] = language.over_time_phrases().comparators;
    let comparator = match point.quantity {
        Some(Quantity::Exact { .. }) => exactly,
        Some(Quantity::AtLeast(_)) => at_least,
        Some(_) => about,
        None => "",
    };
    let value = point.quantity.map(|known| known.stated().to_string()).unwrap_or_default();
    [point.from.to_string(), point.to.to_string(), comparator.to_owned(), value, point.rows.to_string()]
}
