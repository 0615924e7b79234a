//! Campaigns side by side: on every metric that they share, how many times the one is
//! the other, or why that may not be said.

use super::cell::Cell;
use super::choice::Choice;
use super::comparison::lanes;
use super::lane::{Dimension, InLane, Lane, cells_of};
use super::unlike::{Unlike, on_other_platforms};
use crate::model::{Basis, Campaign, Dataset, Metric, Observation, Quantity};

/// How many campaigns stand side by side, at least and at most.
pub const BESIDE: std::ops::RangeInclusive<usize> = 2..=4;

/// The chosen campaigns side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// Their ids, the yardstick first.
    pub campaigns: Vec<String>,
    /// The metrics that at least two of them report.
    pub shared: Vec<SharedMetric>,
    /// The metrics that only one of them reports.
    pub alone: Vec<(Metric, String)>,
}

/// A metric that at least two campaigns report.
#[derive(Clone, Debug, PartialEq)]
pub struct SharedMetric {
    /// Which.
    pub metric: Metric,
    /// What may be said of each campaign beside the yardstick, or beside the first that
    /// reports it.
    pub answers: Vec<Answer>,
    /// The campaigns that do not report it, by id.
    pub silent: Vec<String>,
    /// How many more figures of it they report, of which nothing is said here.
    pub more: usize,
}

/// A figure of a campaign, in the lane of what it counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// Id of the campaign.
    pub campaign: String,
    /// The lane that its figure is in, without what else is in it.
    pub lane: Lane,
    /// What is known.
    pub cell: Cell,
}

impl Side {
    pub(super) fn new(lane: &Lane, cell: &Cell) -> Self {
        Self { campaign: cell.campaign.clone(), lane: lane.without_groups(), cell: cell.clone() }
    }
}

/// What may be said of one campaign beside another.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The campaign that is spoken of.
    pub one: Side,
    /// That which it stands beside.
    pub other: Side,
    /// How they stand to each other; else why that cannot be said.
    pub stands: Result<Relation, Apart>,
    /// In what they were counted otherwise.
    pub unlike: Unlike,
}

/// How one figure stands to another that counted the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// So many times the other, which is not more than it.
    Times(Quantity),
    /// The other is so many times this.
    Fraction(Quantity),
    /// More, and by how much cannot be told.
    More,
    /// Less, and by how much cannot be told.
    Less,
    /// Which is more cannot be told.
    Untold,
}

impl Relation {
    /// How little it tells: an exact ratio tells most, then a bound on one, then one that a
    /// source says about, then more or less.
    pub fn telling(&self) -> usize {
        match self {
            Self::Times(Quantity::Exact { .. }) | Self::Fraction(Quantity::Exact { .. }) => 0,
            Self::Times(Quantity::About(_)) | Self::Fraction(Quantity::About(_)) => 2,
            Self::Times(_) | Self::Fraction(_) => 1,
            Self::More | Self::Less => 3,
            Self::Untold => 4,
        }
    }
}

/// Why two figures of one metric may not be set against each other, the nearest to being
/// the same first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Apart {
    /// One is a total, the other a number a day or a level.
    Basis,
    /// They are confined to different things.
    Scope,
    /// They count different things under one definition.
    Unit,
    /// They count different things.
    Definition,
    /// Both count what their sources do not tell.
    Unstated,
}

/// Sets the chosen campaigns side by side. `yardstick` is the id of the one beside which
/// the others stand; without one, it is the first.
pub fn side_by_side(dataset: &Dataset, choice: &Choice, yardstick: Option<&str>) -> SideBySide {
    let mut campaigns: Vec<&Campaign> = choice.campaigns(dataset).collect();
    if let Some(at) = campaigns.iter().position(|campaign| Some(&*campaign.id) == yardstick) {
        campaigns[..=at].rotate_right(1);
    }
    let ids: Vec<String> = campaigns.iter().map(|campaign| campaign.id.clone()).collect();
    let mut found = SideBySide { campaigns: ids, shared: Vec::new(), alone: Vec::new() };
    for &metric in Metric::ALL.iter().filter(|&&metric| metric != Metric::Target) {
        let lanes = lanes(dataset, choice, metric);
        let (reporting, silent): (Vec<&Campaign>, Vec<&Campaign>) =
            campaigns.iter().partition(|campaign| !cells_of(&lanes, &campaign.id).is_empty());
        let [first, others @ ..] = &*reporting else { continue };
        if others.is_empty() {
            found.alone.push((metric, first.id.clone()));
            continue;
        }
        let base = cells_of(&lanes, &first.id);
        let answers: Vec<Answer> = others
            .iter()
            .flat_map(|other| answers(dataset, &lanes, &cells_of(&lanes, &other.id), &base))
            .collect();
        let answers = by_what_they_stand_beside(answers);
        let silent = silent.iter().map(|campaign| campaign.id.clone()).collect();
        let reported: usize = reporting.iter().map(|campaign| cells_of(&lanes, &campaign.id).len()).sum();
        let mut told: Vec<&Cell> = Vec::new();
        for side in answers.iter().flat_map(|answer| [&answer.one, &answer.other]) {
            if !told.contains(&&side.cell) {
                told.push(&side.cell);
            }
        }
        let more = reported - told.len();
        found.shared.push(SharedMetric { metric, answers, silent, more });
    }
    found
}

/// Answers that stand beside the same figure together, those first that say how they do: what
/// counts something else would stand between what counts the same.
fn by_what_they_stand_beside(answers: Vec<Answer>) -> Vec<Answer> {
    let first = |answer: &Answer| answers.iter().position(|other| other.other == answer.other);
    let mut order: Vec<(Option<usize>, bool, usize)> =
        answers.iter().enumerate().map(|(at, answer)| (first(answer), answer.stands.is_err(), at)).collect();
    order.sort_unstable();
    let mut answers: Vec<Option<Answer>> = answers.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(.., at)| answers[at].take()).collect()
}

/// What may be said of one campaign's figures beside those of another: a relation for each
/// lane that both are in; else the nearest reason.
fn answers(dataset: &Dataset, lanes: &[Lane], ones: &[InLane<'_>], others: &[InLane<'_>]) -> Vec<Answer> {
    let mut found = Vec::new();
    let answer = |(one_lane, one): InLane<'_>, (other_lane, other): InLane<'_>, stands| {
        let side = |lane: usize, cell: &Cell| Side::new(&lanes[lane], cell);
        let unlike = Unlike::between(dataset, lanes[one_lane].basis, one, other);
        Answer { one: side(one_lane, one), other: side(other_lane, other), stands, unlike }
    };
    for (at, _) in lanes.iter().enumerate().filter(|(_, lane)| lane.stated) {
        if let Some((one, other)) = of_one_time(dataset, at, ones, others) {
            found.push(answer((at, one), (at, other), Ok(relation_in(&lanes[at], one, other))));
        }
    }
    if !found.is_empty() {
        return found;
    }
    // What is in doubt stands back.
    let mut nearest: Option<((bool, Apart), InLane<'_>, InLane<'_>)> = None;
    for &(one_lane, one) in ones {
        for &(other_lane, other) in others {
            let order = (one.doubtful || other.doubtful, apart(&lanes[one_lane], &lanes[other_lane]));
            if nearest.is_none_or(|(least, ..)| order < least) {
                nearest = Some((order, (one_lane, one), (other_lane, other)));
            }
        }
    }
    nearest.map(|((_, apart), one, other)| answer(one, other, Err(apart))).into_iter().collect()
}

/// Of the cells of two campaigns in one lane those of the same year, and of these those of the
/// same platforms, the newest of them; else the newest of each. What is doubtful or only a part
/// of its period stands back.
pub(super) fn of_one_time<'a>(
    dataset: &Dataset,
    lane: usize,
    ones: &[InLane<'a>],
    others: &[InLane<'a>],
) -> Option<(&'a Cell, &'a Cell)> {
    let year = |cell: &Cell| shown(dataset, cell).period.year();
    let mut best: Option<((bool, bool, bool), &Cell, &Cell)> = None;
    for &(_, one) in ones.iter().filter(|(at, _)| *at == lane) {
        for &(_, other) in others.iter().filter(|(at, _)| *at == lane) {
            let stands_back = [one, other].iter().any(|cell| cell.doubtful || cell.part.is_some());
            let other_year = year(one).is_none() || year(one) != year(other);
            let order = (stands_back, other_year, on_other_platforms(dataset, one, other));
            if best.is_none_or(|(least, ..)| order < least) {
                best = Some((order, one, other));
            }
        }
    }
    best.map(|(_, one, other)| (one, other))
}

fn shown<'a>(dataset: &'a Dataset, cell: &Cell) -> &'a Observation {
    &dataset.observations[cell.evidence[0]]
}

/// How many times another one is; `None` where the bounds leave it open.
pub(super) fn over(top: &Cell, bottom: &Cell) -> Option<Quantity> {
    top.known.quantity().zip(bottom.known.quantity()).and_then(|(a, b)| a.times(&b))
}

/// How a cell stands to another of that lane. A change from before is more or less than another,
/// and never so many times it; of places in an order neither is said, for the first is the least.
pub(super) fn relation_in(lane: &Lane, one: &Cell, other: &Cell) -> Relation {
    let (a, b) = (one.known.interval(), other.known.interval());
    match relation(one, other) {
        known if is_amount(lane) => known,
        _ if lane.dimension == Dimension::Place => Relation::Untold,
        _ if b.surely_below(&a) => Relation::More,
        _ if a.surely_below(&b) => Relation::Less,
        _ => Relation::Untold,
    }
}

/// Whether what a lane counts is an amount, of which there can be so many times as much.
pub(super) fn is_amount(lane: &Lane) -> bool {
    lane.basis != Basis::Change && lane.dimension != Dimension::Place
}

/// How an amount stands to another.
fn relation(one: &Cell, other: &Cell) -> Relation {
    let (a, b) = (one.known.interval(), other.known.interval());
    // "56 times" is understood at once, "0.018 times" is not.
    let fraction = over(other, one).filter(|times| one.size() < other.size() && times.stated() >= 1.0);
    match over(one, other) {
        _ if fraction.is_some() => fraction.map_or(Relation::Untold, Relation::Fraction),
        Some(times) => Relation::Times(times),
        None if b.surely_below(&a) => Relation::More,
        None if a.surely_below(&b) => Relation::Less,
        None => Relation::Untold,
    }
}

/// Why two lanes are not one.
fn apart(one: &Lane, other: &Lane) -> Apart {
    if one.definition != other.definition {
        Apart::Definition
    } else if !one.stated {
        Apart::Unstated
    } else if one.unit != other.unit {
        Apart::Unit
    } else if one.scope != other.scope {
        Apart::Scope
    } else {
        Apart::Basis
    }
}
