//! What a campaign's streams come to: one number for each thing that may be added up.

use super::defined::Defined;
use super::stream::Stream;
use crate::model::{Comparator, Date, Period, Quantity};

/// One figure of a campaign.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Total {
    /// Of what.
    pub(super) defined: Defined,
    /// Whether whole accounts were counted, day by day, not posts one by one.
    pub(super) of_accounts: bool,
    /// The streams that report it, each with its own number.
    pub(super) parts: Vec<Part>,
    largest: i64,
    sum: i64,
    negative: bool,
}

/// What one stream gives to a total.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// Whose it is.
    pub(super) origin: String,
    /// The account, where there are several of its origin.
    pub(super) account: Option<String>,
    /// The platform, where it is known.
    pub(super) platform: Option<String>,
    /// What it gives; of reach, the sum of the reaches.
    pub(super) sum: i64,
    /// How many posts or days it reports.
    pub(super) present: u64,
    /// How many it does not report.
    pub(super) missing: u64,
    /// How many rows could not be read.
    pub(super) rejected: u64,
    /// From when to when.
    pub(super) period: Option<(Date, Date)>,
    /// The exports it came from.
    pub(super) exports: Vec<String>,
}

impl Total {
    /// How exactly it is known. What could not be read, or is not reported, makes it a
    /// number from below; and so does reach, which is at most the sum.
    pub(super) fn quantity(&self) -> Option<Quantity> {
        let whole = self.parts.iter().all(|part| part.missing == 0 && part.rejected == 0);
        let one = self.parts.iter().map(|part| part.present).sum::<u64>() == 1;
        let (comparator, value, upper) = if self.is_reach() && !one {
            if whole {
                (Comparator::Between, self.largest, Some(self.sum))
            } else {
                (Comparator::AtLeast, self.largest, None)
            }
        } else {
            match (whole, self.negative) {
                (true, _) => (Comparator::Exact, self.sum, None),
                (false, false) => (Comparator::AtLeast, self.sum, None),
                // What is left out may be below zero too.
                (false, true) => (Comparator::About, self.sum, None),
            }
        };
        Quantity::new(comparator, value as f64, upper.map(|upper| upper as f64), 1.0).ok()
    }

    /// Whether it counts people, who are reached again.
    pub(super) fn is_reach(&self) -> bool {
        self.defined.definition.slug().starts_with("reach.")
    }

    /// From the first to the last day of all that is in it, if they are known.
    pub(super) fn period(&self) -> Period {
        let mut periods = self.parts.iter().map(|part| part.period);
        let Some(Some((mut first, mut last))) = periods.next() else { return Period::NotStated };
        for period in periods {
            let Some((from, to)) = period else { return Period::NotStated };
            (first, last) = (first.min(from), last.max(to));
        }
        if first == last { Period::Within(first) } else { Period::Span(Some(first), Some(last)) }
    }

    /// The platforms, if all are known.
    pub(super) fn platforms(&self) -> Vec<String> {
        let mut platforms: Vec<String> = Vec::new();
        for part in &self.parts {
            let Some(platform) = &part.platform else { return Vec::new() };
            if !platforms.contains(platform) {
                platforms.push(platform.clone());
            }
        }
        platforms
    }
}

/// What these streams come to. Posts and the days of accounts stay apart: they are
/// different quantities, of which neither is contained in the other.
pub(super) fn totals(streams: &[Stream]) -> Vec<Total> {
    let mut totals: Vec<Total> = Vec::new();
    for stream in streams {
        let alike = |other: &&Stream| stream.by_day && other.by_day && other.origin == stream.origin;
        let account = stream.account.clone().filter(|_| streams.iter().filter(alike).count() > 1);
        let part = |sum: i64, present: u64, missing: u64| Part {
            origin: stream.origin.clone(),
            account: account.clone(),
            platform: stream.platform.clone(),
            sum,
            present,
            missing,
            rejected: stream.rejected,
            period: stream.period(),
            exports: stream.exports.clone(),
        };
        if !stream.by_day {
            let posts = stream.len() as i64;
            add(&mut totals, Defined::POSTS, false, part(posts, 1, 0), (posts, false));
        }
        for (column, tally) in stream.counted().iter().enumerate() {
            let (mut sum, mut largest, mut present, mut missing, mut negative) =
                (0i64, i64::MIN, 0, 0, false);
            for count in stream.counts(column) {
                match count {
                    Some(count) => {
                        sum = sum.saturating_add(count);
                        largest = largest.max(count);
                        present += 1;
                        negative |= count < 0;
                    }
                    None => missing += 1,
                }
            }
            if present == 0 {
                continue;
            }
            let defined = stream.defined(*tally);
            add(&mut totals, defined, stream.by_day, part(sum, present, missing), (largest, negative));
        }
    }
    totals.sort_by_key(|total| (total.of_accounts, total.defined));
    totals
}

fn add(
    totals: &mut Vec<Total>,
    defined: Defined,
    of_accounts: bool,
    part: Part,
    (largest, negative): (i64, bool),
) {
    let at = totals.iter().position(|total| total.defined == defined && total.of_accounts == of_accounts);
    let at = at.unwrap_or_else(|| {
        let empty =
            Total { defined, of_accounts, parts: Vec::new(), largest: i64::MIN, sum: 0, negative: false };
        totals.push(empty);
        totals.len() - 1
    });
    let total = &mut totals[at];
    total.sum = total.sum.saturating_add(part.sum);
    total.largest = total.largest.max(largest);
    total.negative |= negative;
    total.parts.push(part);
}
