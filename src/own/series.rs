//! A campaign over time: what each day comes to, or each week, or all days so far.

use super::campaign::OwnCampaign;
use super::stream::{Stream, StreamRow, Tally};
use crate::format::{Language, SeriesStep};
use crate::model::{Date, Quantity};
use jiff::ToSpan;
use jiff::civil::{self, Weekday};

/// More days than this are of no campaign, but of a date that was misread.
const MOST_DAYS: i32 = 40 * 366;

/// What can be shown over time: what one account counts of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countable {
    /// Its place among those of the campaign.
    pub stream: usize,
    /// What is counted.
    pub tally: Tally,
    /// What is counted, in the plural.
    pub unit: &'static str,
    /// The label of its definition.
    pub label: &'static str,
    /// Whose it is.
    pub origin: String,
    /// Whether whole days of the account were counted, not posts.
    pub by_day: bool,
}

impl Countable {
    /// The steps in which it can be shown. People reached on one day are reached again
    /// on the next: reach is never added up.
    pub fn steps(&self) -> &'static [SeriesStep] {
        if self.tally == Tally::Reach { &[SeriesStep::Day] } else { SeriesStep::ALL }
    }
}

/// One step of a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesPoint {
    /// Its first day; of all days so far, the last of them.
    pub from: Date,
    /// Its last day.
    pub to: Date,
    /// What it comes to; nothing where nothing is reported.
    pub quantity: Option<Quantity>,
    /// How many posts, or days that are reported, are in it.
    pub rows: usize,
}

/// A count over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What is counted.
    pub of: Countable,
    /// In which steps.
    pub step: SeriesStep,
    /// The steps, without a gap between them.
    pub points: Vec<SeriesPoint>,
    /// How many posts have no date, and are left out.
    pub undated: usize,
    /// How many rows could not be read when the file was.
    pub rejected: u64,
}

/// Dates that lie too far apart to be of one campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
}

/// What a day comes to, so far.
#[derive(Clone, Copy, Default)]
struct Sum {
    sum: i64,
    rows: usize,
    /// Whether something in it is not reported.
    open: bool,
    /// Whether anything in it is.
    reported: bool,
    negative: bool,
}

impl Sum {
    fn add(&mut self, count: Option<i64>) {
        self.rows += 1;
        match count {
            Some(count) => {
                self.sum = self.sum.saturating_add(count);
                self.negative |= count < 0;
                self.reported = true;
            }
            None => self.open = true,
        }
    }

    fn join(&mut self, other: Self) {
        self.sum = self.sum.saturating_add(other.sum);
        self.rows += other.rows;
        self.open |= other.open;
        self.reported |= other.reported;
        self.negative |= other.negative;
    }

    /// What is not reported makes it a number from below, unless it may be below zero.
    fn quantity(&self) -> Option<Quantity> {
        let value = self.sum as f64;
        match (self.reported, self.open, self.negative) {
            (false, ..) => None,
            (true, false, _) => Some(Quantity::Exact { value, stated_to: 1.0 }),
            (true, true, false) => Some(Quantity::AtLeast(value)),
            (true, true, true) => Some(Quantity::About(value)),
        }
    }
}

impl OwnCampaign {
    /// What can be shown of it over time. Of posts, reach is left out: the people whom
    /// the posts of a day reached are not the sum.
    pub fn countable(&self, language: Language) -> Vec<Countable> {
        let mut found = Vec::new();
        for (at, stream) in self.streams.iter().enumerate().filter(|(_, stream)| stream.period_known()) {
            for (column, tally) in stream.counted().iter().enumerate() {
                let shown = stream.by_day || *tally != Tally::Reach;
                if !shown || stream.counts(column).all(|count| count.is_none()) {
                    continue;
                }
                let defined = stream.defined(*tally);
                found.push(Countable {
                    stream: at,
                    tally: *tally,
                    unit: defined.unit,
                    label: language.own_definition(defined.definition).0,
                    origin: match &stream.account {
                        Some(account) if stream.by_day && self.has_several_of(&stream.origin) => {
                            language.origin_of_account(&stream.origin, account)
                        }
                        _ => stream.origin.clone(),
                    },
                    by_day: stream.by_day,
                });
            }
        }
        found
    }

    /// A count over time. `None` where the campaign has no such thing.
    pub fn series(&self, of: &Countable, step: SeriesStep) -> Option<Result<Series, TooLong>> {
        let stream = self.streams.get(of.stream)?;
        let column = stream.counted().iter().position(|tally| *tally == of.tally)?;
        let step = if of.steps().contains(&step) { step } else { SeriesStep::Day };
        let dated = || stream.rows().filter_map(|row| Some((civil_of(&row)?, row)));
        let (first, last) = (dated().map(|(day, _)| day).min()?, dated().map(|(day, _)| day).max()?);
        let days = days_between(first, last);
        if days >= MOST_DAYS {
            return Some(Err(TooLong { from: date_of(first), to: date_of(last) }));
        }
        let mut sums = vec![Sum::default(); days as usize + 1];
        let mut undated = stream.len();
        for (day, row) in dated() {
            undated -= 1;
            if let Some(sum) = sums.get_mut(days_between(first, day) as usize) {
                sum.add(row.count(column));
            }
        }
        for sum in sums.iter_mut().filter(|sum| sum.rows == 0) {
            // A day without posts has none; a day that an account does not report is not known.
            (sum.reported, sum.open) = (!stream.by_day, stream.by_day);
        }
        let points = match step {
            SeriesStep::Day => by_day(first, &sums),
            SeriesStep::Week => by_week(stream, first, &sums),
            SeriesStep::Added => added(first, &sums),
        };
        Some(Ok(Series { of: of.clone(), step, points, undated, rejected: stream.rejected }))
    }
}

impl Stream {
    /// Whether the day of any row is known.
    fn period_known(&self) -> bool {
        self.rows().any(|row| row.date().is_some())
    }
}

fn by_day(first: civil::Date, sums: &[Sum]) -> Vec<SeriesPoint> {
    let day = |(at, sum): (usize, &Sum)| {
        let date = date_of(later(first, at));
        SeriesPoint { from: date, to: date, quantity: sum.quantity(), rows: sum.rows }
    };
    sums.iter().enumerate().map(day).collect()
}

/// From Monday to Sunday. Of whole accounts, a week of which the export has some days
/// only is a week of which not everything is reported.
fn by_week(stream: &Stream, first: civil::Date, sums: &[Sum]) -> Vec<SeriesPoint> {
    let before = usize::from(first.weekday().since(Weekday::Monday).unsigned_abs());
    let monday = first.checked_sub((before as i64).days()).unwrap_or(first);
    let weeks = (before + sums.len()).div_ceil(7);
    let week = |week: usize| {
        let mut sum = Sum::default();
        for at in week * 7..week * 7 + 7 {
            match at.checked_sub(before).and_then(|at| sums.get(at)) {
                Some(day) => sum.join(*day),
                None => sum.open |= stream.by_day,
            }
        }
        let from = later(monday, week * 7);
        SeriesPoint {
            from: date_of(from),
            to: date_of(later(from, 6)),
            quantity: sum.quantity(),
            rows: sum.rows,
        }
    };
    (0..weeks).map(week).collect()
}

fn added(first: civil::Date, sums: &[Sum]) -> Vec<SeriesPoint> {
    let mut so_far = Sum::default();
    let day = |(at, sum): (usize, &Sum)| {
        so_far.join(*sum);
        let date = date_of(later(first, at));
        SeriesPoint { from: date, to: date, quantity: so_far.quantity(), rows: so_far.rows }
    };
    sums.iter().enumerate().map(day).collect()
}

fn civil_of(row: &StreamRow<'_>) -> Option<civil::Date> {
    let (year, month, day) = row.date()?.first_day();
    civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn date_of(date: civil::Date) -> Date {
    Date {
        year: date.year().unsigned_abs(),
        month: Some(date.month().unsigned_abs()),
        day: Some(date.day().unsigned_abs()),
    }
}

fn days_between(from: civil::Date, to: civil::Date) -> i32 {
    // In days, which is what is asked for, it cannot fail.
    (to - from).get_days()
}

/// How many days later the second of two days is; fewer than none where it is earlier.
pub(super) fn days_apart(one: &Date, other: &Date) -> i32 {
    let civil = |date: &Date| {
        let (year, month, day) = date.first_day();
        civil::Date::new(year as i16, month as i8, day as i8).unwrap_or_default()
    };
    days_between(civil(one), civil(other))
}

fn later(date: civil::Date, days: usize) -> civil::Date {
    date.checked_add((days as i64).days()).unwrap_or(date)
}
