//! The figure of when campaigns ran.

use super::content::Content;
use super::description::in_order;
use crate::chart::{Band, ChartSpec, Glyph, KeyEntry, SpecOptions, beside_name, calendar_spec};
use crate::compare::{Calendar, Precision};
use crate::format::{Comparing, Language, Sentence, period_words};
use crate::model::{Dataset, FigureName};
use maud::{Markup, html};

pub(super) fn content<'a>(dataset: &'a Dataset, calendar: &Calendar, options: SpecOptions) -> Content<'a> {
    let language = options.language;
    let spec = calendar_spec(dataset, calendar, options);
    let seen = spec.rows - spec.hidden;
    Content {
        name: FigureName::When,
        headline: headline(calendar, language),
        subtitle: language.subtitle(FigureName::When).to_owned(),
        caution: language.caution(FigureName::When),
        note: None,
        description: in_order(&spec),
        key: key(&spec, language),
        // A campaign's dates are told on its page, with what else is recorded of it.
        sources: Vec::new(),
        said_by: None,
        unseen: calendar.runs.iter().skip(seen).map(|run| beside_name(dataset, &run.campaign)).collect(),
        plot: Box::new(spec),
    }
}

/// The marks of times that are used, each with what it means.
fn key(spec: &ChartSpec, language: Language) -> Vec<KeyEntry> {
    let drawings = [
        r#"<rect class="bar" x="0" y="3" width="28" height="10"/>"#,
        r#"<rect class="about" x="1" y="3" width="28" height="10"/>"#,
        r#"<path class="arrow" d="M2 8H26M20 3l6 5-6 5"/>"#,
        r#"<path class="arrow" d="M30 8H6M12 3l-6 5 6 5"/>"#,
    ];
    let place = |glyph: &Glyph| match glyph {
        Glyph::Lasting(..) => Some(0),
        Glyph::Within(..) => Some(1),
        Glyph::Since(_) => Some(2),
        Glyph::Until(_) => Some(3),
        _ => None,
    };
    let mut used = [false; 4];
    for band in spec.panels.iter().flat_map(|panel| &panel.bands) {
        let Band::Row(row) = band else { continue };
        row.glyphs.iter().filter_map(place).for_each(|at| used[at] = true);
    }
    let entries = drawings.iter().zip(language.comparing().time_marks).zip(used);
    let used = entries.filter(|(_, used)| *used);
    used.map(|((drawing, [looks, words]), _)| KeyEntry { drawing, looks, words }).collect()
}

/// From when to when, and how many dates are known to the day.
pub(super) fn headline(calendar: &Calendar, language: Language) -> String {
    let campaigns = calendar.runs.len();
    let years = || {
        calendar.runs.iter().flat_map(|run| {
            let (from, to) = run.ends();
            [from, to].into_iter().flatten().map(|date| date.year)
        })
    };
    match (years().min(), years().max()) {
        (Some(from), Some(to)) => language.compared(&Comparing::HeadlineWhen {
            campaigns,
            years: (from.to_string(), to.to_string()),
            to_the_day: calendar
                .runs
                .iter()
                .filter(|run| run.precision() == Precision::Day && matches!(run.ends(), (Some(_), Some(_))))
                .count(),
            // Of one that has no end, nobody knows until when; of one without a start, since when.
            open: (
                calendar.runs.iter().any(|run| run.ends().0.is_none()),
                calendar.runs.iter().any(|run| run.ends().1.is_none()),
            ),
            undated: calendar.undated.len(),
        }),
        _ if calendar.undated.is_empty() => language.say(&Sentence::HeadlineNoneChosen),
        _ => language.compared(&Comparing::HeadlineUndated(calendar.undated.len())),
    }
}

/// Every campaign with its dates and how precisely they are known.
pub(super) fn table(dataset: &Dataset, calendar: &Calendar, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let columns = language.comparing().when_columns;
    let name = |id: &str| {
        let name = beside_name(dataset, id);
        html! { th scope="row" { @if options.alone { (name) } @else { a href={ "?campaign=" (id) } { (name) } } } }
    };
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in columns { th scope="col" { (column) } } } }
            tbody {
                @for run in &calendar.runs { tr {
                    (name(&run.campaign))
                    td { (period_words(language, &run.period)) }
                    td {
                        (language.comparing().precisions[run.precision() as usize])
                        @if run.of_figures { "; " (language.comparing().when_of_figures) }
                    }
                } }
                @for id in &calendar.undated { tr {
                    (name(id))
                    td colspan=(columns.len() - 1) { (language.phrases().date_not_stated) }
                } }
            }
        }
    }
}
