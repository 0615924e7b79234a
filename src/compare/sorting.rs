//! In which order a table stands: by any column, and only within what counts the same.

use super::cell::Cell;
use super::comparison::period_order;
use super::lane::{Group, Lane};
use super::target::Verdict;
use crate::model::{Campaign, Dataset, Source, put_in_order, small_letters};
use std::cmp::Ordering;

/// A column that a table can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The campaign's name.
    Campaign,
    /// When it was counted.
    When,
    /// The figure: in a ranked lane by the places that each may take, which is no more than
    /// the bounds allow.
    Figure,
    /// Whether a target was met.
    Target,
    /// Who says so.
    Source,
}

crate::model::closed_set!(Column, "column", {
    Campaign => "campaign", When => "when", Figure => "figure", Target => "target", Source => "source",
});

/// An order of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// By which column.
    pub column: Column,
    /// Whether the other way round.
    pub reversed: bool,
}

/// A row of a lane's table: one observation.
#[derive(Clone, Copy, Debug)]
pub struct LaneRow<'a> {
    /// Its campaign's group.
    pub group: &'a Group,
    /// The cell it belongs to.
    pub cell: &'a Cell,
    /// Its place among the cell's evidence; the first stands for the cell.
    pub at: usize,
    /// The observation's index.
    pub observation: usize,
}

/// The rows of a lane in an order; without one, as the lane has them: the largest first,
/// where it is ranked. What is equal by the column stays in that order.
pub fn rows_of_lane<'a>(dataset: &Dataset, lane: &'a Lane, sorting: Option<Sorting>) -> Vec<LaneRow<'a>> {
    let mut rows = Vec::new();
    for group in &lane.groups {
        for cell in &group.cells {
            for (at, &observation) in cell.evidence.iter().enumerate() {
                rows.push(LaneRow { group, cell, at, observation });
            }
        }
    }
    let Some(Sorting { column, reversed }) = sorting else { return rows };
    let name = |row: &LaneRow<'_>| {
        let campaign = dataset.campaign(&row.cell.campaign);
        small_letters(&campaign.map_or_else(String::new, Campaign::edition_name))
    };
    let source = |row: &LaneRow<'_>| {
        let source = dataset.source(&dataset.observations[row.observation].source);
        small_letters(source.map_or("", Source::short_name))
    };
    // What several sources say of one thing.
    let number = |row: &LaneRow<'_>| dataset.observations[row.observation].quantity.stated();
    let target = |row: &LaneRow<'_>| match row.cell.target.as_ref().map(|target| target.verdict) {
        Some(Verdict::Met) => 0,
        Some(Verdict::Missed) => 1,
        Some(Verdict::Unclear) => 2,
        None => 3,
    };
    put_in_order(&mut rows, &|a, b| {
        let order = match column {
            Column::Campaign => name(a).cmp(&name(b)),
            // The newest first.
            Column::When => period_order(b.cell).cmp(&period_order(a.cell)),
            Column::Figure => by_figure(a, b).then(number(b).total_cmp(&number(a))),
            Column::Target => target(a).cmp(&target(b)),
            Column::Source => source(a).cmp(&source(b)),
        };
        if reversed { order.reverse() } else { order }
    });
    rows
}

/// The largest first, as far as the places of their groups tell; then by their numbers, which
/// claims nothing.
fn by_figure(a: &LaneRow<'_>, b: &LaneRow<'_>) -> Ordering {
    let places = |row: &LaneRow<'_>| row.group.rank.map(|rank| (rank.best, rank.worst));
    places(a).cmp(&places(b)).then(b.cell.size().total_cmp(&a.cell.size()))
}
