//! How the columns of a table are read: what each holds, what its first cells are read as,
//! and the choices with which a reader says otherwise.

use crate::format::{Language, grouped, written_date_words};
use crate::posts::{ExportOrigin, Grain, Meaning, PreviewCell, PreviewValue, TableReading};
use maud::{Markup, html};

/// How many columns are offered.
const OFFERED: usize = 60;

/// The columns of a table at a place, the file's and its own.
pub(super) fn mapping_html(
    (file, number): (usize, usize),
    table: &TableReading,
    language: Language,
) -> Markup {
    let words = language.mapping_phrases();
    if table.names.is_empty() {
        return html! {};
    }
    let place = format!("{file}-{number}");
    let meaning_of =
        |index: usize| table.columns.iter().find(|column| column.index == index).map(|column| column.meaning);
    // Of an unknown table, what was guessed is the first to be looked at.
    let open = table.form.is_none() && table.said.is_none();
    let origin = table.said.as_ref().and_then(|said| said.origin);
    let unsaid = if table.form.is_some() { words.as_recognised } else { words.elsewhere };
    html! {
        details data-mapping=(place) open[open] {
            summary { (words.title) }
            p.note { (words.hint) }
            div.choices {
                p { label for={ "grain-" (place) } { (words.row_is) }
                    select id={ "grain-" (place) } data-says="grain" {
                        @for (grain, name) in Grain::ALL.iter().zip(words.grains) {
                            option value=(grain.slug()) selected[*grain == table.grain] { (name) }
                        }
                    } }
                p { label for={ "origin-" (place) } { (words.comes_from) }
                    select id={ "origin-" (place) } data-says="origin" {
                        option value="" { (unsaid) }
                        @for known in ExportOrigin::all() {
                            option value=(known.name) selected[Some(known) == origin] { (known.name) }
                        }
                    } }
            }
            ul.columns {
                @for (index, name) in table.names.iter().enumerate().take(OFFERED) {
                    li {
                        label for={ "column-" (place) "-" (index) } {
                            @if name.is_empty() { (words.column) " " (index + 1) } @else { (name) }
                        }
                        select id={ "column-" (place) "-" (index) } data-says="column" data-column=(index) {
                            option value="" { (words.not_read) }
                            @for meaning in Meaning::all() {
                                option value=(meaning.slug()) selected[meaning_of(index) == Some(meaning)] {
                                    (meaning_words(meaning, language))
                                }
                            }
                        }
                        (first_cells(table.preview.iter().filter_map(|row| row.get(index)), language))
                    }
                }
            }
            @if table.names.len() > OFFERED { p.note { (words.more_columns) } }
            @if table.said.is_some() {
                p.row { button.plain type="button" data-does="forget" data-place=(place) { (words.forget) } }
            }
        }
    }
}

/// What a column holds, in words.
fn meaning_words(meaning: Meaning, language: Language) -> &'static str {
    let [when, id, link, text, account, reach] = language.mapping_phrases().meanings;
    match meaning {
        Meaning::When => when,
        Meaning::Id => id,
        Meaning::Link => link,
        Meaning::Text => text,
        Meaning::Account => account,
        Meaning::Reach => reach,
        Meaning::Count(measure) => super::own_files::measure_words(measure, language),
    }
}

/// The first cells of a column, and what each is read as where that is not what it says.
fn first_cells<'a>(cells: impl Iterator<Item = &'a PreviewCell>, language: Language) -> Markup {
    let words = language.mapping_phrases();
    html! {
        p.note.cells { span.unseen { (words.first_cells) ": " } @for (at, cell) in cells.enumerate() {
            @if at > 0 { span.apart { " | " } }
            (cell.written)
            @let read = match cell.read {
                PreviewValue::AsWritten => String::new(),
                PreviewValue::Missing => words.missing.to_owned(),
                PreviewValue::Count(count) => grouped(count as f64),
                PreviewValue::Day(day) => written_date_words(language, &day.to_string()),
                PreviewValue::SomeDay => words.some_day.to_owned(),
                PreviewValue::Unreadable => words.unreadable.to_owned(),
            };
            @if !read.is_empty() && read != cell.written { " → " b { (read) } }
        } }
    }
}
