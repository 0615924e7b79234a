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
