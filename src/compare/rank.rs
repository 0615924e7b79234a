//! Rank with doubt: what surely stands above what.

use crate::model::{Bound, Interval, put_in_order};
use std::cmp::Ordering;

/// The places that something may take among its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The best place possible; 1 is the largest.
    pub best: usize,
    /// The worst place possible.
    pub worst: usize,
    /// Among how many.
    pub of: usize,
}

impl Rank {
    /// Whether the place is sure.
    pub fn is_sure(&self) -> bool {
        self.best == self.worst
    }

    /// The groups of places within which the order cannot be told, each from its first to its
    /// last, for ranks in the order of their list: what is in a later group surely stands
    /// below all of an earlier one.
    pub fn untold(ranks: &[Self]) -> Vec<(usize, usize)> {
        let mut groups = Vec::new();
        let (mut first, mut last) = (1, 1);
        for (at, rank) in ranks.iter().enumerate() {
            let place = at + 1;
            if place > last {
                if last > first {
                    groups.push((first, last));
                }
                (first, last) = (place, place);
            }
            last = last.max(rank.worst);
        }
        if last > first {
            groups.push((first, last));
        }
        groups
    }

    /// The place each interval takes, largest first. One stands above another
    /// only when every value of it does; an unknown interval may stand anywhere.
    pub fn among(intervals: &[Interval]) -> Vec<Self> {
        let of = intervals.len();
        // In the order of their lower ends, those that one is surely below come last; in the
        // order of their upper ends, those that are surely below one come first.
        let (mut by_lower, mut by_upper) = (intervals.to_vec(), intervals.to_vec());
        put_in_order(&mut by_lower, &|a, b| end_order(a.lower, b.lower, false));
        put_in_order(&mut by_upper, &|a, b| end_order(a.upper, b.upper, true));
        intervals
            .iter()
            .map(|one| Self {
                best: 1 + of - by_lower.partition_point(|other| !one.surely_below(other)),
                worst: of - by_upper.partition_point(|other| other.surely_below(one)),
                of,
            })
            .collect()
    }
}

/// The order of two ends: lower ones, of which one that is unknown lies below all; or upper
/// ones, of which such a one lies above. An open end lies within a closed one of its number.
fn end_order(a: Option<Bound>, b: Option<Bound>, upper: bool) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) if upper => Ordering::Greater,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => end_order(b, a, upper).reverse(),
        (Some(a), Some(b)) => {
            let within = a.open.cmp(&b.open);
            // Zero is one number, whatever its sign.
            (a.value + 0.0).total_cmp(&(b.value + 0.0)).then(if upper { within.reverse() } else { within })
        }
    }
}
