//! Figures as multiples: of a yardstick, or each of its own stated target.

use super::cell::Cell;
use super::choice::Choice;
use super::comparison::lanes;
use super::lane::{Lane, cells_of};
use super::rank::Rank;
use super::side_by_side::{Relation, is_amount, of_one_time, over, relation_in};
use super::subject::MEASURED;
use super::target::Verdict;
use super::unlike::Unlike;
use crate::model::{Dataset, Interval, Metric, Quantity, put_in_order};
use std::collections::BTreeMap;

/// The chosen campaigns' figures as multiples.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiples {
    /// Id of the campaign that they are multiples of; without one, each is one of its own target.
    pub yardstick: Option<String>,
    /// What is counted alike, in the order of the metrics.
    pub lanes: Vec<MultiplesLane>,
    /// Who has nothing that is a multiple, by id.
    pub without: Vec<String>,
}

/// Multiples of figures that count the same.
#[derive(Clone, Debug, PartialEq)]
pub struct MultiplesLane {
    /// The metric.
    pub metric: Metric,
    /// What is counted, without what is in the lane.
    pub lane: Lane,
    /// The yardstick's figures that others are multiples of: one for each year that others
    /// have too.
    pub bases: Vec<Cell>,
    /// The multiples, the largest first.
    pub multiples: Vec<Multiple>,
}

/// A figure as a multiple.
#[derive(Clone, Debug, PartialEq)]
pub struct Multiple {
    /// The figure.
    pub cell: Cell,
    /// The place among the lane's bases of that which it is a multiple of, where it is one of
    /// the yardstick's.
    pub base: Option<usize>,
    /// How many times the yardstick's figure, or its target; `None` where the bounds leave it open.
    pub times: Option<Quantity>,
    /// How it stands to the yardstick's, where it is a multiple of that.
    pub relation: Option<Relation>,
    /// In what it was counted otherwise than that.
    pub unlike: Unlike,
    /// Its place among the lane's campaigns, where all are multiples of one figure.
    pub rank: Option<Rank>,
}

/// Makes multiples of a yardstick, by id, or of targets. A yardstick that is not chosen is
/// none.
pub fn multiples(dataset: &Dataset, choice: &Choice, yardstick: Option<&str>) -> Multiples {
    let chosen: Vec<&str> = choice.campaigns(dataset).map(|campaign| &*campaign.id).collect();
    let yardstick = yardstick.filter(|id| chosen.contains(id));
    let mut found =
        Multiples { yardstick: yardstick.map(str::to_owned), lanes: Vec::new(), without: Vec::new() };
    for &metric in MEASURED {
        let mut lanes = lanes(dataset, choice, metric);
        put_in_order(&mut lanes, &|a, b| a.place(dataset).cmp(&b.place(dataset)));
        for at in 0..lanes.len() {
            let made = match yardstick {
                Some(id) => of_yardstick(dataset, &lanes, at, id, &chosen),
                None => of_targets(&lanes[at]),
            };
            let (bases, mut multiples) = made;
            if multiples.is_empty() {
                continue;
            }
            let size = |multiple: &Multiple| multiple.times.map_or(f64::NEG_INFINITY, |times| times.stated());
            put_in_order(&mut multiples, &|a, b| size(b).total_cmp(&size(a)));
            // Of figures of several years, which is the larger multiple says nothing.
            if bases.len() == 1 && multiples.len() > 1 {
                // Of what is doubtful nothing is known.
                let interval = |multiple: &Multiple| {
                    let times = multiple.times.filter(|_| !multiple.cell.doubtful);
                    times.map_or(Interval::UNKNOWN, |times| times.interval())
                };
                let intervals: Vec<Interval> = multiples.iter().map(interval).collect();
                for (multiple, rank) in multiples.iter_mut().zip(Rank::among(&intervals)) {
                    multiple.rank = Some(rank);
                }
            }
            found.lanes.push(MultiplesLane { metric, lane: lanes[at].without_groups(), bases, multiples });
        }
    }
    let has_one = |id: &str| {
        let multiples = found.lanes.iter().flat_map(|lane| &lane.multiples);
        yardstick == Some(id) || multiples.into_iter().any(|multiple| multiple.cell.campaign == id)
    };
    let without = chosen.iter().filter(|id| !has_one(id)).map(|&id| id.to_owned()).collect();
    found.without = without;
    found
}

/// The figures of a lane for which a target is stated.
fn of_targets(lane: &Lane) -> (Vec<Cell>, Vec<Multiple>) {
    let cells = lane.groups.iter().flat_map(|group| &group.cells);
    let multiples = cells.filter_map(|cell| {
        let target = cell.target.as_ref()?;
        Some(Multiple {
            cell: cell.clone(),
            base: None,
            times: target.ratio,
            relation: None,
            unlike: Unlike::default(),
            rank: None,
        })
    });
    (Vec::new(), multiples.collect())
}

/// The figures of a lane beside those of the yardstick, a pair for each other campaign: of
/// the same year, where both have one.
fn of_yardstick(
    dataset: &Dataset,
    lanes: &[Lane],
    at: usize,
    yardstick: &str,
    chosen: &[&str],
) -> (Vec<Cell>, Vec<Multiple>) {
    let (mut bases, mut multiples): (Vec<Cell>, Vec<Multiple>) = (Vec::new(), Vec::new());
    if !lanes[at].stated {
        return (bases, multiples);
    }
    let base = cells_of(lanes, yardstick);
    for &id in chosen.iter().filter(|&&id| id != yardstick) {
        let Some((one, other)) = of_one_time(dataset, at, &cells_of(lanes, id), &base) else { continue };
        let base = bases.iter().position(|base| base == other).unwrap_or_else(|| {
            bases.push(other.clone());
            bases.len() - 1
        });
        let times = over(one, other).filter(|_| is_amount(&lanes[at]));
        let relation = Some(relation_in(&lanes[at], one, other));
        let unlike = Unlike::between(dataset, lanes[at].basis, one, other);
        multiples.push(Multiple { cell: one.clone(), base: Some(base), times, relation, unlike, rank: None });
    }
    (bases, multiples)
}

impl Multiple {
    /// Whether it surely is more than the figure that it is a multiple of, both undoubted.
    pub fn surely_more_than(&self, base: &Cell) -> bool {
        !self.cell.doubtful
            && !base.doubtful
            && self.relation != Some(Relation::Untold)
            && base.known.interval().surely_below(&self.cell.known.interval())
    }
}

impl Multiples {
    /// The campaigns whose figures these are, by their ids.
    pub fn campaigns(&self) -> Vec<&str> {
        let mut campaigns: Vec<&str> = Vec::new();
        for multiple in self.lanes.iter().flat_map(|lane| &lane.multiples) {
            let id = &*multiple.cell.campaign;
            if !campaigns.contains(&id) {
                campaigns.push(id);
            }
        }
        campaigns
    }

    /// How many of the stated targets were met, how many missed, and of how many that cannot
    /// be told. Of several results of one, each counted up to another day, it is enough that one
    /// tells, and none tells otherwise.
    pub fn verdicts(&self) -> (usize, usize, usize) {
        let mut targets: BTreeMap<usize, Vec<Verdict>> = BTreeMap::new();
        for multiple in self.lanes.iter().flat_map(|lane| &lane.multiples) {
            if let Some(target) = &multiple.cell.target {
                targets.entry(target.observation).or_default().push(target.verdict);
            }
        }
        let (mut met, mut missed, mut unclear) = (0, 0, 0);
        for verdicts in targets.values() {
            match (verdicts.contains(&Verdict::Met), verdicts.contains(&Verdict::Missed)) {
                (true, false) => met += 1,
                (false, true) => missed += 1,
                _ => unclear += 1,
            }
        }
        (met, missed, unclear)
    }
}
