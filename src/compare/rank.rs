//! Rank with doubt: what surely stands above what.

use crate::model::Interval;

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
        let count = |test: &dyn Fn(&Interval) -> bool| intervals.iter().filter(|other| test(other)).count();
        intervals
            .iter()
            .map(|one| Self {
                best: 1 + count(&|other| one.surely_below(other)),
                worst: of - count(&|other| other.surely_below(one)),
                of,
            })
            .collect()
    }
}
