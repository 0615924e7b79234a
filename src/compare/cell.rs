//! A cell: what is known of one thing, for one campaign in one period, from
//! one or several sources.

use super::target::TargetCheck;
use crate::model::{Interval, Observation, Period, Quantity};

/// What is known of a cell when every source is heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// One statement that no other contradicts.
    Quantity(Quantity),
    /// Only an interval that contains every statement.
    Containing(Interval),
}

impl Known {
    /// What the true value surely lies in, if the sources are right.
    pub fn interval(&self) -> Interval {
        match self {
            Self::Quantity(quantity) => quantity.interval(),
            Self::Containing(interval) => *interval,
        }
    }

    /// The same as one quantity; `None` where nothing bounds it.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::Quantity(quantity) => Some(*quantity),
            Self::Containing(interval) => Quantity::from_interval(interval),
        }
    }
}

/// How several sources of one cell stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// There is one statement.
    Single,
    /// One statement is within all the others: "more than 700,000" and "702,132".
    Agree,
    /// They can all be true, but none says it all.
    Differ,
    /// They cannot all be true.
    Disagree,
}

/// What is known of one thing for one campaign in one period.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// Id of the campaign.
    pub campaign: String,
    /// When it was counted.
    pub period: Period,
    /// The part of the period that was counted.
    pub part: Option<String>,
    /// Indices of the observations, the one that is shown first.
    pub evidence: Vec<usize>,
    /// What follows from them.
    pub known: Known,
    /// How they stand to each other.
    pub agreement: Agreement,
    /// Whether a source's figure is itself doubtful.
    pub doubtful: bool,
    /// The stated target for it, and whether it was met.
    pub target: Option<TargetCheck>,
}

impl Cell {
    /// Joins the statements of one cell. `evidence` must not be empty.
    pub(super) fn from_evidence(observations: &[Observation], mut evidence: Vec<usize>) -> Self {
        let quantities: Vec<Quantity> = evidence.iter().map(|&i| observations[i].quantity).collect();
        // Of what is counted, a number that counts more besides is the most.
        let intervals: Vec<Interval> = evidence
            .iter()
            .map(|&at| match (&observations[at].includes, observations[at].quantity.interval()) {
                (Some(_), interval) => Interval { lower: None, ..interval },
                (None, interval) => interval,
            })
            .collect();
        // An "about" encloses everything, so that it never hides a sure
        // statement; but it does not agree with every number.
        let says_all_of = |i: usize, other: usize| match (quantities[i], quantities[other]) {
            (Quantity::About(number), Quantity::About(same)) => number == same,
            (_, Quantity::About(number)) => intervals[i].contains(number),
            _ => intervals[other].encloses(&intervals[i]),
        };
        // The statement that lies within all others says all that they say.
        let narrowest = (0..evidence.len()).find(|&i| (0..evidence.len()).all(|other| says_all_of(i, other)));
        let compatible = intervals.iter().enumerate().all(|(i, a)| intervals[..i].iter().all(|b| a.meets(b)));
        let agreement = match (evidence.len(), narrowest, compatible) {
            (1, ..) => Agreement::Single,
            (_, Some(_), _) => Agreement::Agree,
            (_, None, true) => Agreement::Differ,
            (_, None, false) => Agreement::Disagree,
        };
        let known = match narrowest {
            Some(at) if observations[evidence[at]].includes.is_none() => Known::Quantity(quantities[at]),
            Some(at) => Quantity::from_interval(&intervals[at])
                .map_or(Known::Containing(intervals[at]), Known::Quantity),
            None => Known::Containing(
                intervals[1..].iter().fold(intervals[0], |hull, interval| hull.hull(interval)),
            ),
        };
        if let Some(at) = narrowest {
            evidence.swap(0, at);
        }
        let first = &observations[evidence[0]];
        Self {
            campaign: first.campaign.clone(),
            period: first.period,
            part: first.part.clone(),
            doubtful: evidence.iter().any(|&i| observations[i].doubt.is_some()),
            evidence,
            known,
            agreement,
            target: None,
        }
    }

    /// A number to list and draw rows by; claims nothing.
    pub fn size(&self) -> f64 {
        match self.known {
            Known::Quantity(quantity) => quantity.stated(),
            Known::Containing(interval) => interval.lower.or(interval.upper).map_or(0.0, |bound| bound.value),
        }
    }
}
