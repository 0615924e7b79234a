//! The most that may be said of a comparison in one headline: it stays true
//! for any choice, and says no more than the data bears.

use super::cell::Cell;
use super::comparison::Comparison;
use super::lane::{Dimension, Group, Lane};
use super::target::Verdict;
use super::unlike::on_other_platforms;
use crate::model::{Dataset, Metric, Quantity};
use std::cmp::Reverse;

/// What a headline may say. Indices are of observations.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// No campaign was chosen.
    NoneChosen,
    /// Nobody reports the metric.
    NoneReports(Metric),
    /// A result beside its target, of which the ratio is known.
    AgainstTarget {
        /// The result.
        result: usize,
        /// What is known of it.
        quantity: Quantity,
        /// How many times the target.
        ratio: Quantity,
        /// Whether it was met.
        verdict: Verdict,
    },
    /// One campaign surely stands above all others that counted the same.
    SurelyFirst {
        /// The observation shown for it.
        first: usize,
        /// What is known of it.
        quantity: Option<Quantity>,
        /// Among how many campaigns.
        among: usize,
        /// Whether they counted it on different platforms.
        apart: bool,
        /// Whether one counts a part of its period, and not all the same.
        stretches: bool,
    },
    /// Several counted the same, and which of them comes first cannot be told: by the
    /// figures, or because the one that would is doubtful.
    CannotRank {
        /// How many campaigns.
        campaigns: usize,
        /// An observation of the lane.
        example: usize,
    },
    /// Every source leaves open what was counted.
    AllUnstated {
        /// The metric.
        metric: Metric,
        /// How many campaigns report it.
        campaigns: usize,
    },
    /// No two campaigns counted the same thing.
    NothingComparable {
        /// The metric.
        metric: Metric,
        /// How many campaigns report it.
        campaigns: usize,
        /// Whether some of them are editions of one, which may well have counted the same.
        editions: bool,
    },
    /// Only editions of one campaign report the metric.
    OnlyEditions {
        /// An observation of one of them.
        example: usize,
        /// How many editions.
        editions: usize,
        /// Among how many campaigns chosen.
        among: usize,
    },
    /// Only one campaign reports the metric.
    OnlyOne {
        /// The observation shown for it.
        observation: usize,
        /// What is known of it.
        quantity: Option<Quantity>,
        /// Among how many campaigns chosen.
        among: usize,
        /// Whether the figure itself is doubtful.
        doubtful: bool,
    },
}

impl Finding {
    /// The observation it speaks of, if it speaks of one.
    pub fn observation(&self) -> Option<usize> {
        match *self {
            Self::AgainstTarget { result, .. } => Some(result),
            Self::SurelyFirst { first, .. } => Some(first),
            Self::CannotRank { example, .. } => Some(example),
            Self::OnlyEditions { example, .. } => Some(example),
            Self::OnlyOne { observation, .. } => Some(observation),
            _ => None,
        }
    }

    /// Finds it.
    pub(super) fn of(comparison: &Comparison, dataset: &Dataset) -> Self {
        let metric = comparison.metric;
        if comparison.campaigns == 0 {
            return Self::NoneChosen;
        }
        let reporting = comparison.reporting();
        if reporting == 0 {
            return Self::NoneReports(metric);
        }
        against_target(comparison)
            .or_else(|| within_a_lane(comparison, dataset))
            .or_else(|| only_one(comparison, dataset))
            .unwrap_or_else(|| {
                if comparison.lanes.iter().all(|lane| !lane.stated) {
                    Self::AllUnstated { metric, campaigns: reporting }
                } else {
                    let editions = comparison.reporting_series() < reporting;
                    Self::NothingComparable { metric, campaigns: reporting, editions }
                }
            })
    }
}

/// The result with the largest sure ratio to a target of the same period. An exact ratio
/// says more than a bound on one.
fn against_target(comparison: &Comparison) -> Option<Finding> {
    let mut best: Option<(f64, Finding)> = None;
    for (size, finding) in against_targets(comparison) {
        let exact = matches!(finding, Finding::AgainstTarget { ratio: Quantity::Exact { .. }, .. });
        let score = if exact { 1.0e6 + size.max(0.0) } else { 0.0 };
        if best.as_ref().is_none_or(|(found, _)| score > *found) {
            best = Some((score, finding));
        }
    }
    best.map(|(_, finding)| finding)
}

/// Every result whose ratio to a target of the same period is sure, with its size.
pub(super) fn against_targets(comparison: &Comparison) -> Vec<(f64, Finding)> {
    let mut found = Vec::new();
    for (_, _, cell) in comparison.cells() {
        let (Some(target), super::Known::Quantity(quantity)) = (&cell.target, cell.known) else { continue };
        let Some(ratio) = target.ratio.filter(|_| target.same_period && !cell.doubtful) else { continue };
        if target.verdict != Verdict::Unclear {
            let (result, verdict) = (cell.evidence[0], target.verdict);
            found.push((cell.size(), Finding::AgainstTarget { result, quantity, ratio, verdict }));
        }
    }
    found
}

/// What the ranked lanes allow: of those in which one campaign surely comes
/// first, the most telling; else that an order cannot be told.
fn within_a_lane(comparison: &Comparison, dataset: &Dataset) -> Option<Finding> {
    let mut findings = within_lanes(comparison, dataset);
    let sure = findings.iter().position(|finding| matches!(finding, Finding::SurelyFirst { .. }));
    (!findings.is_empty()).then(|| findings.swap_remove(sure.unwrap_or(0)))
}

/// What may be said of each ranked lane, the most telling first.
pub(super) fn within_lanes(comparison: &Comparison, dataset: &Dataset) -> Vec<Finding> {
    let mut found = Vec::new();
    // Of places in an order the most is none to speak of.
    let is_ranked = |lane: &&Lane| lane.stated && lane.dimension != Dimension::Place && lane.groups.len() > 1;
    for lane in comparison.lanes.iter().filter(is_ranked) {
        let first = &lane.groups[0];
        let sure = first.rank.is_some_and(|rank| rank.best == 1 && rank.is_sure());
        let Some(cell) = first.largest() else { continue };
        let campaigns = lane.groups.len();
        // What is doubtful is not said to come first.
        found.push(if sure && !cell.doubtful {
            let quantity = match cell.known {
                super::Known::Quantity(quantity) => Some(quantity),
                super::Known::Containing(_) => None,
            };
            let (apart, stretches) = (is_counted_apart(lane, dataset), is_of_other_parts(lane));
            Finding::SurelyFirst { first: cell.evidence[0], quantity, among: campaigns, apart, stretches }
        } else {
            Finding::CannotRank { campaigns, example: cell.evidence[0] }
        });
    }
    found
}

/// Whether what a lane holds was counted on different platforms, as far as sources say
/// on which: a like of one is not that of another, though both are likes.
fn is_counted_apart(lane: &Lane, dataset: &Dataset) -> bool {
    let says = |cell: &&Cell| cell.evidence.iter().any(|&at| !dataset.observations[at].platforms.is_empty());
    let mut cells = lane.groups.iter().flat_map(|group| &group.cells).filter(says);
    cells.next().is_some_and(|first| cells.any(|other| on_other_platforms(dataset, first, other)))
}

/// Whether one of the figures that a lane is spoken of by was counted over a part of its period,
/// and not all over the same.
fn is_of_other_parts(lane: &Lane) -> bool {
    let mut parts = lane.groups.iter().filter_map(Group::largest).map(|cell| &cell.part);
    let first = parts.next();
    parts.any(|other| Some(other) != first)
}

/// The only campaign with a figure, if there is but one (or several editions of it), and the
/// newest that is undoubted and of a whole period.
fn only_one(comparison: &Comparison, dataset: &Dataset) -> Option<Finding> {
    let year = |cell: &Cell| Reverse(cell.period.years().map(|(_, last)| last));
    let stated = comparison.cells().filter(|(lane, ..)| lane.stated).map(|(_, _, cell)| cell);
    let cell = stated.min_by_key(|cell| (cell.doubtful, cell.part.is_some(), year(cell)))?;
    let series = |id: &str| dataset.campaign(id).map(|campaign| campaign.series_id().to_owned());
    let one = comparison.cells().all(|(_, _, other)| series(&other.campaign) == series(&cell.campaign));
    let (editions, among) = (comparison.reporting(), comparison.campaigns);
    if one && editions > 1 {
        return Some(Finding::OnlyEditions { example: cell.evidence[0], editions, among });
    }
    let quantity = match cell.known {
        super::Known::Quantity(quantity) => Some(quantity),
        super::Known::Containing(_) => None,
    };
    one.then_some(Finding::OnlyOne {
        observation: cell.evidence[0],
        quantity,
        among,
        doubtful: cell.doubtful,
    })
}
