//! A comparison as a table: every observation, so that nothing is only drawn.

use super::evidence::who_says;
use crate::chart::{SpecOptions, silent_link, when_words};
use crate::compare::{Agreement, Column, Comparison, LaneRow, Sorting, rows_of_lane};
use crate::format::{Language, Sentence, quantity_words, rounding_words};
use crate::model::{Campaign, Dataset, FigureName};
use maud::{Markup, html};
use std::cell::Cell;

/// How a table can be sorted where a program does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableOrder {
    /// Whose table it is.
    pub figure: FigureName,
    /// How it is sorted, if other than at first.
    pub sorting: Option<Sorting>,
    /// How many times [`PAGE`] rows stand there: of a long table, no more are made than are asked for.
    pub pages: usize,
}

/// How many rows of a long table are made at once.
pub const PAGE: usize = 200;

/// What each column of the table can be sorted by: the order is that of the figures.
const COLUMNS: [Option<Column>; 6] = [
    Some(Column::Campaign),
    Some(Column::When),
    Some(Column::Figure),
    None,
    Some(Column::Target),
    Some(Column::Source),
];

/// The table of a comparison, a row for each observation and for each campaign
/// without one.
pub(super) fn table_html(
    dataset: &Dataset,
    comparison: &Comparison,
    options: SpecOptions,
    order: Option<TableOrder>,
    caption: &str,
) -> Markup {
    let language = options.language;
    let phrases = language.phrases();
    let sorting = order.and_then(|order| order.sorting);
    let of_cells: usize = comparison.cells().map(|(_, _, cell)| cell.evidence.len()).sum();
    let rows = of_cells + comparison.silent.len();
    let left = Cell::new(order.map_or(usize::MAX, |order| order.pages * PAGE));
    let edition = |id: &str| dataset.campaign(id).map_or_else(String::new, Campaign::edition_name);
    html! {
        table {
            caption {
                span { (caption) }
                @if let Some(sorting) = sorting { span.sorted { (sorted_words(sorting, language)) } }
            }
            thead { tr { @for (title, column) in phrases.columns.iter().zip(COLUMNS) {
                @let sorted = sorting.filter(|sorting| Some(sorting.column) == column);
                @let way = sorted.map(way_of);
                th scope="col" aria-sort=[way] {
                    @match (order, column) {
                        (Some(TableOrder { figure, .. }), Some(column)) => {
                            button.sort type="button" data-do={ "sort-" (figure.slug()) "-" (column.slug()) } { (title) }
                        }
                        _ => { (title) }
                    }
                }
            } } }
            @for lane in &comparison.lanes { @if left.get() > 0 {
                tbody {
                    tr { th scope="rowgroup" colspan=(phrases.columns.len()) { span {
                        @if let Some(definition) = dataset.definition(&lane.definition) { (definition.label) ": " }
                        (language.say(&Sentence::Counted { unit: lane.unit.clone(), scope: lane.scope.clone(), basis: lane.basis }))
                    } } }
                    @for LaneRow { group, cell, at, observation: index } in rows_of_lane(dataset, lane, sorting).into_iter().take_while(|_| take_one(&left)) {
                        @let observation = &dataset.observations[index];
                        tr {
                            th scope="row" { (edition(&observation.campaign)) }
                            td {
                                @let when = when_words(language, &observation.period, observation.part.as_deref());
                                @if when.is_empty() { (phrases.date_not_stated) } @else { (when) }
                            }
                            td class="number" {
                                (quantity_words(language, &observation.quantity))
                                @if let Some(rounded) = rounding_words(language, &observation.quantity) { ", " (rounded) }
                                @if let Some(more) = &observation.includes { ", " (language.say(&Sentence::Includes(more.clone()))) }
                                @if observation.doubt.is_some() { " (" (phrases.doubtful) ")" }
                            }
                            td {
                                @match (cell.agreement, group.rank) {
                                    (Agreement::Disagree, _) => { (phrases.sources_disagree) }
                                    (Agreement::Differ, _) => { (phrases.sources_differ) }
                                    (_, Some(rank)) => { (language.say(&Sentence::PlaceShort { best: rank.best, worst: rank.worst })) }
                                    _ if !lane.stated || lane.groups.len() > 1 => { (phrases.unranked) }
                                    _ => { (phrases.the_only_one) }
                                }
                            }
                            td {
                                @if at == 0 { @if let Some(target) = &cell.target {
                                    (quantity_words(language, &dataset.observations[target.observation].quantity)) ": "
                                    (phrases.verdict(target.verdict.met()))
                                    @if target.elsewhen { ", " (phrases.periods_differ) }
                                } }
                            }
                            td {
                                (who_says(dataset, &[index], options))
                            }
                        }
                    }
                }
            } }
            @if !comparison.silent.is_empty() && left.get() > 0 {
                tbody { @for silent in comparison.silent.iter().take_while(|_| take_one(&left)) { tr {
                    th scope="row" { (edition(&silent.campaign)) }
                    td colspan=(phrases.columns.len() - 1) {
                        @let gap = language.say(&Sentence::Gap(silent.gap));
                        @if options.alone { (gap) } @else { a href=(silent_link(dataset, silent)) { (gap) } }
                    }
                } } }
            }
            @if let Some(TableOrder { figure, pages, .. }) = order && rows > pages * PAGE {
                tbody { tr { td colspan=(phrases.columns.len()) {
                    button.sort type="button" data-do={ "more-" (figure.slug()) } {
                        (language.say(&Sentence::ShowMoreRows { more: (rows - pages * PAGE).min(PAGE) }))
                    }
                } } }
            }
        }
    }
}

/// Takes one of the rows that are left; whether there was one.
fn take_one(left: &Cell<usize>) -> bool {
    let one = left.get() > 0;
    left.set(left.get().saturating_sub(1));
    one
}

/// Which way a column goes, for those who are told of it.
fn way_of(sorting: Sorting) -> &'static str {
    match (sorting.column, sorting.reversed) {
        (Column::Target, _) => "other",
        // These begin with the newest and the largest.
        (Column::When | Column::Figure, false) | (Column::Campaign | Column::Source, true) => "descending",
        _ => "ascending",
    }
}

/// How a table is sorted now, in a sentence.
pub fn now_sorted(sorting: Option<Sorting>, language: Language) -> String {
    match sorting {
        Some(sorting) => sorted_words(sorting, language),
        None => language.phrases().sorted_at_first.to_owned(),
    }
}

/// How a table is sorted, in a sentence.
fn sorted_words(sorting: Sorting, language: Language) -> String {
    let orders = language.phrases().sorted[sorting.column as usize];
    language.say(&Sentence::Sorted(orders[usize::from(sorting.reversed)]))
}
