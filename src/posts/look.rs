//! A first look at what was read: how much there was on each day, and which posts had the
//! most. It shows whether a file is the right one, before it is added anywhere.

use super::form::Meaning;
use super::kept::Kept;
use super::measure::Measure;
use crate::model::Date;
use std::collections::BTreeMap;

/// How many posts are shown.
pub const BEST: usize = 10;

/// By what posts are put in order: the first of these that a table reports.
const BY: [Measure; 6] = [
    Measure::Engagements,
    Measure::Reactions,
    Measure::Likes,
    Measure::Views,
    Measure::Impressions,
    Measure::Clicks,
];

/// What stands out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FirstLook {
    /// What is added up by day, in the order of the sums of each day.
    pub counted: Vec<Measure>,
    /// Each day of which something is known, with the sums.
    pub days: BTreeMap<Date, Vec<i64>>,
    /// By what posts are in order, if there are any.
    pub by: Option<Measure>,
    /// The posts with the most of it, the first of equals first.
    pub best: Vec<BestPost>,
}

/// A post in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BestPost {
    /// How much it had.
    pub count: i64,
    /// Its day, where it is known.
    pub day: Option<Date>,
    /// The beginning of its text.
    pub text: String,
    /// Its address.
    pub link: String,
}

impl FirstLook {
    /// What stands out among rows; `posts` says that they are posts.
    pub(super) fn at(kept: &Kept, posts: bool) -> Self {
        let measures: Vec<(usize, Measure)> = kept
            .counted()
            .iter()
            .enumerate()
            .filter_map(|(at, meaning)| match meaning {
                Meaning::Count(measure) => Some((at, *measure)),
                _ => None,
            })
            .collect();
        let place = |by: &Measure| measures.iter().find(|(_, measure)| measure == by).map(|(at, _)| *at);
        let by = BY.iter().find_map(|by| Some((*by, place(by)?))).filter(|_| posts);
        let mut look = Self {
            counted: measures.iter().map(|(_, measure)| *measure).collect(),
            by: by.map(|(by, _)| by),
            ..Self::default()
        };
        // Rows of one day stand together more often than not.
        let (mut day, mut sums) = (None, vec![0; measures.len()]);
        let mut counts = Vec::new();
        for row in kept.rows() {
            counts.clear();
            counts.extend(row.counts());
            if row.day != day {
                look.add(day, &mut sums);
                day = row.day;
            }
            for (sum, (at, _)) in sums.iter_mut().zip(&measures) {
                *sum = i64::saturating_add(*sum, counts[*at].unwrap_or(0));
            }
            let Some(count) = by.and_then(|(_, at)| counts[at]) else { continue };
            if look.best.len() < BEST || look.best.last().is_some_and(|last| last.count < count) {
                let place = look.best.partition_point(|known| known.count >= count);
                let (text, link) = (row.text.to_owned(), row.link().into_owned());
                look.best.truncate(BEST - 1);
                look.best.insert(place, BestPost { count, day: row.day, text, link });
            }
        }
        look.add(day, &mut sums);
        look
    }

    fn add(&mut self, day: Option<Date>, sums: &mut [i64]) {
        if let Some(day) = day {
            let known = self.days.entry(day).or_insert_with(|| vec![0; sums.len()]);
            for (known, sum) in known.iter_mut().zip(&*sums) {
                *known = known.saturating_add(*sum);
            }
        }
        sums.fill(0);
    }

    /// The day with the most of that, the first of equals, and how much.
    pub fn busiest(&self, measure: Measure) -> Option<(Date, i64)> {
        let at = self.counted.iter().position(|known| *known == measure)?;
        let most = self.days.iter().max_by(|a, b| a.1[at].cmp(&b.1[at]).then(b.0.cmp(a.0)));
        most.map(|(day, sums)| (*day, sums[at])).filter(|(_, sum)| *sum > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::when::Day;

    #[test]
    fn the_best_come_first_and_days_are_added_up() {
        let mut kept = Kept::of([Meaning::Reach, Meaning::Count(Measure::Likes)]);
        let day = |day| Date::of_day(2026, 5, day).unwrap();
        for post in 0..30_i64 {
            let on = day(1 + (post % 3) as u8);
            let likes = (post != 7).then_some(post * 7 % 13);
            kept.push(
                [&post.to_string(), "", ""],
                Some(Day::Known(on)),
                [(0, Some(9)), (1, likes)].into_iter(),
            );
        }
        kept.push(["30", "", "undated"], None, [(1, Some(100))].into_iter());
        kept.resolve(|days| {
            days.iter()
                .map(|day| day.and_then(|day| day.in_order(crate::posts::DateOrder::DayFirst)))
                .collect()
        });
        let look = FirstLook::at(&kept, true);
        assert_eq!((look.by, &*look.counted), (Some(Measure::Likes), &[Measure::Likes][..]));
        let best: Vec<i64> = look.best.iter().map(|post| post.count).collect();
        assert_eq!(best, [100, 12, 12, 11, 11, 10, 9, 9, 8, 8]);
        assert_eq!((&*look.best[0].text, look.best[0].day), ("undated", None));
        assert_eq!((look.best[1].day, look.best[2].day), (Some(day(3)), Some(day(1))));
        let sums: i64 = look.days.values().map(|sums| sums[0]).sum();
        assert_eq!(sums, (0..30).filter(|post| *post != 7).map(|post| post * 7 % 13).sum::<i64>());
        let (busiest, most) = look.busiest(Measure::Likes).unwrap();
        assert_eq!(look.days.values().map(|sums| sums[0]).max(), Some(most));
        assert_eq!(look.days[&busiest][0], most);
        assert_eq!(FirstLook::at(&kept, false).best, []);
        assert_eq!(look.busiest(Measure::Views), None);
    }
}
