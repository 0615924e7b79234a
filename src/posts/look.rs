//! A first look at what was read: how much there was on each day, and which posts had the
//! most. It shows whether a file is the right one, before it is added anywhere.

use super::form::Meaning;
use super::kept::Kept;
use super::measure::Measure;
use super::when::{DateOrder, Day};
use crate::model::Date;
use std::collections::{BTreeMap, HashMap};

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

/// What stands out among rows, while they come: days are not known yet, only how they are
/// written.
pub(super) struct Looking {
    /// What is added up, with its place among what is counted of a row.
    measures: Vec<(usize, Measure)>,
    by: Option<(usize, Measure)>,
    /// The day of the rows at hand, and what everything came to before them: rows of one day
    /// stand together more often than not.
    day: Option<Day>,
    before: Vec<i64>,
    now: Vec<i64>,
    days: HashMap<Day, Vec<i64>>,
    best: Vec<(Option<Day>, BestPost)>,
}

impl Looking {
    /// Nothing yet, of rows in which this is counted; `posts` says that they are posts.
    pub(super) fn of(counted: &[Meaning], posts: bool) -> Self {
        let counts = counted.iter().enumerate().filter_map(|(at, meaning)| match meaning {
            Meaning::Count(measure) => Some((at, *measure)),
            _ => None,
        });
        let measures: Vec<(usize, Measure)> = counts.collect();
        let place = |by: &Measure| measures.iter().find(|(_, measure)| measure == by).copied();
        let by = BY.iter().find_map(place).filter(|_| posts);
        let before = vec![0; counted.len()];
        Self { measures, by, day: None, before, now: Vec::new(), days: HashMap::new(), best: Vec::new() }
    }

    /// Whether the rows at hand are of that day.
    #[inline]
    pub(super) fn is_at(&self, day: Option<Day>) -> bool {
        self.day == day
    }

    /// The next rows are of that day; `sums` are what everything that is counted has come to
    /// so far.
    #[inline(never)]
    pub(super) fn begin_day(&mut self, day: Option<Day>, sums: impl Iterator<Item = i64>) {
        self.now.clear();
        self.now.extend(sums);
        if let Some(before) = self.day {
            let known = self.days.entry(before).or_insert_with(|| vec![0; self.measures.len()]);
            for (known, (at, _)) in known.iter_mut().zip(&self.measures) {
                *known = known.saturating_add(self.now[*at].saturating_sub(self.before[*at]));
            }
        }
        std::mem::swap(&mut self.before, &mut self.now);
        self.day = day;
    }

    /// Takes a row of the day at hand: what it counts at each place, and the text and address
    /// by which it is shown.
    #[inline]
    pub(super) fn take(
        &mut self,
        count: impl FnOnce(usize) -> Option<i64>,
        shown: impl FnOnce() -> [String; 2],
    ) {
        let Some(count) = self.by.and_then(|(at, _)| count(at)) else { return };
        if self.best.len() < BEST || self.best.last().is_some_and(|(_, last)| last.count < count) {
            let place = self.best.partition_point(|(_, known)| known.count >= count);
            let [text, link] = shown();
            self.best.truncate(BEST - 1);
            self.best.insert(place, (self.day, BestPost { count, day: None, text, link }));
        }
    }

    /// What stands out, now that it is known what days mean. None where a day is another one
    /// by where it stands among the rows: these are to be looked at again.
    pub(super) fn end(
        mut self,
        sums: impl Iterator<Item = i64>,
        dates: impl Fn(&[Option<Day>]) -> Vec<Option<Date>>,
    ) -> Option<FirstLook> {
        self.begin_day(None, sums);
        if self.days.keys().any(|day| matches!(day, Day::Yearless { .. })) {
            return None;
        }
        let known = |written: Option<Day>| dates(&[written]).into_iter().flatten().next();
        let mut days: BTreeMap<Date, Vec<i64>> = BTreeMap::new();
        for (written, sums) in self.days {
            let Some(day) = known(Some(written)) else { continue };
            let known = days.entry(day).or_insert_with(|| vec![0; sums.len()]);
            for (known, sum) in known.iter_mut().zip(sums) {
                *known = known.saturating_add(sum);
            }
        }
        let best = self.best.into_iter();
        Some(FirstLook {
            counted: self.measures.into_iter().map(|(_, measure)| measure).collect(),
            days,
            by: self.by.map(|(_, by)| by),
            best: best.map(|(written, post)| BestPost { day: known(written), ..post }).collect(),
        })
    }
}

impl FirstLook {
    /// What stands out among rows whose days are known; `posts` says that they are posts.
    pub(super) fn at(kept: &Kept, posts: bool) -> Self {
        let mut looking = Looking::of(kept.counted(), posts);
        let (mut sums, mut counts) = (vec![0_i64; kept.counted().len()], Vec::new());
        for row in kept.rows() {
            let day = row.day.map(Day::Known);
            if !looking.is_at(day) {
                looking.begin_day(day, sums.iter().copied());
            }
            counts.clear();
            counts.extend(row.counts());
            for (sum, count) in sums.iter_mut().zip(&counts) {
                *sum = sum.saturating_add(count.unwrap_or(0));
            }
            looking.take(|at| counts[at], || [row.text.to_owned(), row.link().into_owned()]);
        }
        let known = |days: &[Option<Day>]| {
            let date = |day: &Option<Day>| day.and_then(|day| day.in_order(DateOrder::DayFirst));
            days.iter().map(date).collect()
        };
        looking.end(sums.into_iter(), known).unwrap_or_default()
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
    use proptest::prelude::*;

    #[test]
    fn the_best_come_first_and_days_are_added_up() {
        let mut kept = Kept::of([Meaning::Reach, Meaning::Count(Measure::Likes)]);
        let day = |day| Date::of_day(2026, 5, day).unwrap();
        for post in 0..30_i64 {
            let on = day(1 + (post % 3) as u8);
            let likes = (post != 7).then_some(post * 7 % 13);
            kept.push([&post.to_string(), "", ""], Some(Day::Known(on)), [Some(9), likes].into_iter());
        }
        kept.push(["30", "", "undated"], None, [None, Some(100)].into_iter());
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

    /// A post of any of three days, or of none, with its counts.
    fn posts() -> impl Strategy<Value = Vec<(Option<u8>, Option<i64>, Option<i64>)>> {
        let count = || proptest::option::of(-5_i64..50);
        proptest::collection::vec((proptest::option::of(1_u8..4), count(), count()), 0..60)
    }

    proptest! {
        /// What is added up as rows come is what is added up of each day by itself.
        #[test]
        fn days_and_the_best_are_those_of_the_rows(posts in posts()) {
            let mut kept = Kept::of([Meaning::Count(Measure::Likes), Meaning::Count(Measure::Views)]);
            let date = |day: Option<u8>| day.map(|day| Date::of_day(2026, 5, day).unwrap());
            for (day, likes, views) in &posts {
                let counts = [*likes, *views].into_iter();
                kept.push(["", "", ""], date(*day).map(Day::Known), counts);
            }
            kept.resolve(|days| days.iter().map(|day| day.and_then(|day| day.in_order(DateOrder::DayFirst))).collect());
            let look = FirstLook::at(&kept, true);
            let mut days: BTreeMap<Date, Vec<i64>> = BTreeMap::new();
            for (day, likes, views) in posts.iter().filter_map(|(day, likes, views)| Some((date(*day)?, likes, views))) {
                let sums = days.entry(day).or_insert_with(|| vec![0, 0]);
                sums[0] += likes.unwrap_or(0);
                sums[1] += views.unwrap_or(0);
            }
            prop_assert_eq!(look.days, days);
            let mut counts: Vec<i64> = posts.iter().filter_map(|(_, likes, _)| *likes).collect();
            counts.sort_by_key(|count| std::cmp::Reverse(*count));
            counts.truncate(BEST);
            prop_assert_eq!(look.best.iter().map(|post| post.count).collect::<Vec<_>>(), counts);
        }
    }
}
