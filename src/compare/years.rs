//! The years of one campaign: figures of it and its editions that were counted in different
//! years, and which of them may be joined.

use super::cell::Cell;
use super::choice::Choice;
use super::comparison::{lanes, period_order};
use super::lane::Lane;
use super::side_by_side::{Relation, Side, relation_in};
use super::subject::MEASURED;
use super::unlike::{Unlike, are_of_same_platforms, on_other_platforms};
use crate::model::{Dataset, Metric, put_in_order};

/// The years of the chosen campaigns.
#[derive(Clone, Debug, PartialEq)]
pub struct Years {
    /// A strand for each campaign with its editions and each metric, if its figures are of two
    /// years at least: those first that tell most.
    pub strands: Vec<Strand>,
    /// How many campaigns are chosen.
    pub campaigns: usize,
}

/// The figures of one metric of a campaign with its editions.
#[derive(Clone, Debug, PartialEq)]
pub struct Strand {
    /// What the editions share: the campaign's id, or that of the series.
    pub series: String,
    /// The metric.
    pub metric: Metric,
    /// What was counted alike, each piece from its first to its last year; between two pieces
    /// something else was counted.
    pub pieces: Vec<Vec<YearPoint>>,
    /// The figures that are of no one year.
    pub of_several_years: Vec<Cell>,
    /// The years in which the campaign ran, as recorded, and of which there is no figure.
    pub missing: Vec<u16>,
}

/// A figure of a year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearPoint {
    /// The year.
    pub year: u16,
    /// The figure, in the lane of what it counts.
    pub side: Side,
    /// How it stands to the figure before, where the two may be joined.
    pub since: Option<Relation>,
    /// In what it was counted otherwise than that.
    pub unlike: Unlike,
}

impl Strand {
    /// How little the most telling of its relations tells; the most, where there is none.
    pub fn telling(&self) -> usize {
        let points = self.pieces.iter().flatten();
        points.filter_map(|point| point.since).map(|since| since.telling()).min().unwrap_or(usize::MAX)
    }

    /// How many figures are joined to the one before.
    pub fn joined(&self) -> usize {
        self.pieces.iter().flatten().filter(|point| point.since.is_some()).count()
    }
}

/// Finds the years of the chosen campaigns.
pub fn years(dataset: &Dataset, choice: &Choice) -> Years {
    let mut strands: Vec<Strand> = Vec::new();
    let mut of_several_years: Vec<(Metric, String, Cell)> = Vec::new();
    for &metric in MEASURED {
        for lane in &lanes(dataset, choice, metric) {
            for group in &lane.groups {
                let no_one_year = group.cells.iter().filter(|cell| cell.period.year().is_none());
                of_several_years.extend(no_one_year.map(|cell| (metric, group.series.clone(), cell.clone())));
                let pieces = pieces(dataset, lane, &group.cells);
                if pieces.is_empty() {
                    continue;
                }
                let same = |strand: &&mut Strand| strand.series == group.series && strand.metric == metric;
                match strands.iter_mut().find(same) {
                    Some(strand) => strand.pieces.extend(pieces),
                    None => {
                        let series = group.series.clone();
                        let (of_several_years, missing) = (Vec::new(), Vec::new());
                        strands.push(Strand { series, metric, pieces, of_several_years, missing });
                    }
                }
            }
        }
    }
    for strand in &mut strands {
        let counted = |piece: &[YearPoint]| (piece[0].year, piece[0].side.lane.place(dataset));
        put_in_order(&mut strand.pieces, &|a, b| counted(a).cmp(&counted(b)));
        let of_strand = of_several_years
            .iter()
            .filter(|(metric, series, _)| *metric == strand.metric && *series == strand.series);
        strand.of_several_years = of_strand.map(|(_, _, cell)| cell.clone()).collect();
        strand.missing = missing(dataset, choice, strand);
    }
    strands.retain(|strand| {
        let mut points = strand.pieces.iter().flatten();
        let first = points.next().map(|point| point.year);
        points.any(|point| Some(point.year) != first)
    });
    let place = |strand: &Strand| {
        let metric = MEASURED.iter().position(|metric| *metric == strand.metric);
        (metric, dataset.campaigns.iter().position(|campaign| campaign.series_id() == strand.series))
    };
    put_in_order(&mut strands, &|a, b| {
        let tells = a.telling().cmp(&b.telling()).then(b.joined().cmp(&a.joined()));
        tells.then(place(a).cmp(&place(b)))
    });
    Years { strands, campaigns: choice.campaigns(dataset).count() }
}

/// The years of a strand without a figure: those in which one of its chosen campaigns ran, and
/// of one without an end those up to its last figure.
fn missing(dataset: &Dataset, choice: &Choice, strand: &Strand) -> Vec<u16> {
    let points = || strand.pieces.iter().flatten().map(|point| point.year);
    let mut years: Vec<u16> = Vec::new();
    for campaign in choice.campaigns(dataset).filter(|campaign| campaign.series_id() == strand.series) {
        let ends = campaign.from.zip(campaign.to.map(|to| to.year).or(points().max()));
        years.extend(ends.into_iter().flat_map(|(from, to)| from.year..=to));
    }
    years.sort_unstable();
    years.dedup();
    let of_several = |year: u16| strand.of_several_years.iter().any(|cell| cell.period.reaches_into(year));
    years.retain(|&year| points().all(|known| known != year) && !of_several(year));
    years
}

/// The cells of one lane as pieces. Where figures of one year are of different platforms, each
/// of these goes its own way.
fn pieces(dataset: &Dataset, lane: &Lane, cells: &[Cell]) -> Vec<Vec<YearPoint>> {
    let apart = |one: &Cell, other: &Cell| {
        one.period.year() == other.period.year() && on_other_platforms(dataset, one, other)
    };
    let mut ways: Vec<Vec<&Cell>> = Vec::new();
    if cells.iter().any(|one| cells.iter().any(|other| apart(one, other))) {
        for cell in cells {
            match ways.iter_mut().find(|way| are_of_same_platforms(dataset, way[0], cell)) {
                Some(way) => way.push(cell),
                None => ways.push(vec![cell]),
            }
        }
    } else {
        ways.push(cells.iter().collect());
    }
    let made = ways.iter().map(|way| piece(dataset, lane, way));
    made.filter(|piece| !piece.is_empty()).collect()
}

/// The cells of one lane that are of a year, from the first to the last. Two figures are
/// joined where it is stated what was counted, both are undoubted and of a whole period, and
/// of two years.
fn piece(dataset: &Dataset, lane: &Lane, cells: &[&Cell]) -> Vec<YearPoint> {
    let mut points: Vec<YearPoint> = Vec::new();
    let mut in_order: Vec<(u16, &Cell)> =
        cells.iter().filter_map(|&cell| Some((cell.period.year()?, cell))).collect();
    // A part of a period ends before the whole.
    let order = |cell: &Cell| (period_order(cell), cell.part.is_none());
    put_in_order(&mut in_order, &|a, b| order(a.1).cmp(&order(b.1)));
    let counts = |cell: &Cell| lane.stated && !cell.doubtful && cell.part.is_none();
    for (year, cell) in in_order {
        let before = points.last().filter(|before| before.year < year && counts(&before.side.cell));
        let before = before.filter(|_| counts(cell)).map(|before| &before.side.cell);
        let since = before.map(|before| relation_in(lane, cell, before));
        let unlike = before.map(|before| Unlike::between(dataset, lane.basis, cell, before));
        points.push(YearPoint {
            year,
            side: Side::new(lane, cell),
            since,
            unlike: unlike.unwrap_or_default(),
        });
    }
    points
}
