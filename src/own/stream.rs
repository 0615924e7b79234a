//! What one account reports of its posts, or of its days: rows by what tells them apart,
//! merged with what comes later.

use super::defined::Defined;
use super::portion::Portion;
use crate::format::ImportChanges;
use crate::model::{Date, UnknownSlug};
use crate::posts::{ExportOrigin, Grain, KeptRow, Meaning, Measure, TableReading, Texts, Views};
use hashbrown::HashTable;
use hashbrown::hash_table::Entry;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::{BuildHasher, RandomState};

/// Stands for a count that is not reported.
const NOT_REPORTED: i64 = i64::MIN;

/// What is counted in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Tally {
    /// People reached, which are never added up.
    Reach,
    /// What can be added up.
    Of(Measure),
}

/// How reach is called where a tally is written down.
const REACH: &str = "reach";

impl From<Tally> for String {
    fn from(tally: Tally) -> Self {
        match tally {
            Tally::Reach => REACH.to_owned(),
            Tally::Of(measure) => measure.slug().to_owned(),
        }
    }
}

impl TryFrom<String> for Tally {
    type Error = UnknownSlug;

    fn try_from(text: String) -> Result<Self, UnknownSlug> {
        if text == REACH { Ok(Self::Reach) } else { text.parse().map(Self::Of) }
    }
}

/// What an import has changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Posts or days that were not there.
    pub new: usize,
    /// Posts or days that were there with other numbers.
    pub changed: usize,
    /// Posts or days that were there with the same numbers.
    pub same: usize,
    /// Posts or days of the file that do not belong to what was asked for.
    pub left_out: usize,
}

impl Changes {
    /// The same for the sentences that tell it; `days` says that they are days, not posts.
    pub fn of(self, days: bool) -> ImportChanges {
        let Self { new, changed, same, left_out } = self;
        ImportChanges { days, new, changed, same, left_out }
    }
}

/// What one account reports of its posts, or of its days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stream {
    /// Whose they are.
    pub(super) origin: String,
    /// Of days, the account whose they are, where that is known. Posts have ids of their
    /// own: nothing has to tell accounts apart.
    pub(super) account: Option<String>,
    /// The platform, where it is known.
    pub(super) platform: Option<String>,
    /// Whether the platform counts as a view whatever was on a screen, or a film only;
    /// `None` where that is not stated.
    pub(super) views_are_displays: Option<bool>,
    /// Whether a row is a day, not a post.
    pub(super) by_day: bool,
    /// The exports it came from.
    #[serde(deserialize_with = "super::packed::few")]
    pub(super) exports: Vec<String>,
    /// How many rows could not be read of the files that came last.
    pub(super) rejected: u64,
    pub(super) rows: Rows,
}

/// Rows, in columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Rows {
    counted: Vec<Tally>,
    counts: Vec<i64>,
    /// Days since the start of year 0 of the calendar with 31 days in every month, plus
    /// one; 0 where the day is not known. Only their order means anything.
    days: Vec<u32>,
    /// What tells rows apart.
    keys: Texts,
    links: Texts,
    texts: Texts,
}

/// Whether the days of two are those of one account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Likeness {
    /// They have days in common, with the same numbers.
    Same,
    /// They have days in common, with other numbers.
    Another,
    /// They have none that shows it.
    Untold,
}

/// A post or a day of a stream.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct StreamRow<'a> {
    pub(super) key: &'a str,
    pub(super) link: &'a str,
    pub(super) text: &'a str,
    day: u32,
    counts: &'a [i64],
}

impl StreamRow<'_> {
    /// Its day, where it is known.
    pub(super) fn date(&self) -> Option<Date> {
        date_of(self.day)
    }

    /// Whether a text, in small letters, is in what is kept of its own.
    pub(super) fn has_text(&self, small: &str) -> bool {
        small.is_empty() || self.text.to_lowercase().contains(small)
    }

    /// The count in a column, where it is reported.
    pub(super) fn count(&self, column: usize) -> Option<i64> {
        self.counts.get(column).copied().and_then(reported)
    }
}

impl Stream {
    /// What a portion of a table brings, if it is of posts or days and its rows were kept;
    /// and how many rows it leaves out.
    pub fn of(table: &TableReading, portion: &Portion) -> Option<(Self, usize)> {
        let kept = table.kept.as_ref()?;
        let known = table.origin();
        let ExportOrigin { name, platform, views } =
            known.unwrap_or(ExportOrigin { name: "", platform: None, views: Views::Unstated });
        let by_day = match table.grain {
            Grain::Post => false,
            Grain::Day => true,
            Grain::Other => return None,
        };
        let columns = || table.columns.iter().map(|column| &*column.name).collect::<Vec<_>>().join(", ");
        let counted = kept.counted().iter().filter_map(|meaning| match meaning {
            Meaning::Count(measure) => Some(Tally::Of(*measure)),
            Meaning::Reach => Some(Tally::Reach),
            _ => None,
        });
        let mut rows = Rows { counted: counted.collect(), ..Rows::default() };
        let (hasher, mut places) = (RandomState::new(), HashTable::with_capacity(kept.len()));
        let (mut key, mut counts) = (String::new(), Vec::new());
        // Rows that nothing else tells apart are told apart by their place among their like.
        let mut alike: HashMap<String, usize> = HashMap::new();
        let mut left_out = 0;
        for row in kept.rows() {
            if !portion.has(&row, by_day) {
                left_out += 1;
                continue;
            }
            key.clear();
            if !write_key(&row, by_day, &mut key) {
                write_likeness(&row, &mut key);
                let seen = alike.entry(key.clone()).or_default();
                *seen += 1;
                // A text never fails to take one in.
                let _ = write!(key, " {seen}");
            }
            counts.clear();
            counts.extend(row.counts().map(|count| count.unwrap_or(NOT_REPORTED)));
            let hash = |key: &str| hasher.hash_one(key);
            let is_it = |at: &usize| rows.keys.get(*at) == key;
            match places.entry(hash(&key), is_it, |at| hash(rows.keys.get(*at))) {
                Entry::Occupied(at) => rows.amend(*at.get(), day_number(row.day), &counts),
                Entry::Vacant(place) => {
                    place.insert(rows.len());
                    rows.push(StreamRow {
                        key: &key,
                        link: &row.link(),
                        text: row.text,
                        day: day_number(row.day),
                        counts: &counts,
                    });
                }
            }
        }
        let stream = Self {
            origin: if name.is_empty() { columns() } else { name.to_owned() },
            account: None,
            platform: platform.map(str::to_owned),
            views_are_displays: match views {
                Views::Plays => Some(false),
                Views::Displays => Some(true),
                Views::Unstated => None,
            },
            by_day,
            exports: vec![table.form.map_or_else(|| table.table.clone(), |form| form.name.to_owned())],
            rejected: table.rejected_rows,
            rows,
        };
        Some((stream, left_out))
    }

    /// Whether two speak of the same posts, or of days of the same account.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        (self.by_day, &self.origin, &self.account) == (other.by_day, &other.origin, &other.account)
    }

    /// Whether two speak of days of one account, as far as their numbers show it. The
    /// last day of an export goes on: it is no sign.
    pub(super) fn likeness(&self, other: &Self) -> Likeness {
        let columns: Vec<(usize, usize)> = (self.rows.counted.iter().enumerate())
            .filter_map(|(at, tally)| Some((at, other.rows.counted.iter().position(|known| known == tally)?)))
            .collect();
        let last = |stream: &Self| stream.rows.days.iter().max().copied().unwrap_or_default();
        let goes_on = [last(self), last(other)];
        let places = places_in(&other.rows);
        let (mut agree, mut differ) = (0, 0);
        for row in self.rows().filter(|row| !goes_on.contains(&row.day)) {
            let Some(there) = places.get(row.key).map(|at| other.row(*at)) else { continue };
            let both = |(here, other): &(usize, usize)| Some((row.count(*here)?, there.count(*other)?));
            let mut both = columns.iter().filter_map(both);
            // That nothing happened on a day is true of many accounts.
            let (mut equal, mut any) = (true, false);
            for (one, another) in both.by_ref() {
                equal &= one == another;
                any |= one != 0;
            }
            agree += usize::from(equal && any);
            differ += usize::from(!equal);
        }
        match (agree, differ) {
            (0, 0) => Likeness::Untold,
            // Platforms correct their numbers now and then.
            _ if differ * 4 <= agree => Likeness::Same,
            _ => Likeness::Another,
        }
    }

    /// How many posts or days it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What is counted.
    pub(super) fn counted(&self) -> &[Tally] {
        &self.rows.counted
    }

    /// What a column counts, in the terms of the published figures.
    pub(super) fn defined(&self, tally: Tally) -> Defined {
        // Views and the like of an unknown table are not what a platform defines.
        let known = self.platform.is_some() || self.views_are_displays.is_some();
        Defined::of(tally, known, self.views_are_displays)
    }

    /// The post or day at a place, in the order in which they came.
    pub(super) fn row(&self, at: usize) -> StreamRow<'_> {
        self.rows.row(at)
    }

    /// Its posts or days, in the order in which they came.
    pub(super) fn rows(&self) -> impl Iterator<Item = StreamRow<'_>> {
        (0..self.len()).map(|at| self.row(at))
    }

    /// The numbers of one column, in the order of the rows.
    pub(super) fn counts(&self, column: usize) -> impl Iterator<Item = Option<i64>> + '_ {
        let width = self.rows.counted.len();
        self.rows.counts.iter().skip(column).step_by(width.max(1)).map(|count| reported(*count))
    }

    /// The first and last day, if the day of each row is known.
    pub(super) fn period(&self) -> Option<(Date, Date)> {
        let (first, last) = (self.rows.days.iter().min()?, self.rows.days.iter().max()?);
        Some((date_of(*first)?, date_of(*last)?))
    }

    /// Takes in what came later of the same posts or days: it takes the place of what is
    /// there, post by post or day by day, in what it reports.
    pub fn take(&mut self, later: &Self) -> Changes {
        let mut counted = self.rows.counted.clone();
        counted.extend(later.rows.counted.iter().filter(|tally| !self.rows.counted.contains(tally)));
        let before = self.rows.widened(&counted);
        let after = later.rows.widened(&counted);
        let places = places_in(&after);
        let mut merged = Rows { counted, ..Rows::default() };
        let mut changes = Changes::default();
        let mut taken = vec![false; after.len()];
        let mut counts = Vec::new();
        // A day that stands here for all accounts, as an earlier version has kept it, goes
        // where those of each account come.
        let days = (0..after.len()).filter_map(|at| after.keys.get(at).split_once(' ').map(|(day, _)| day));
        let by_account: HashSet<&str> = if self.by_day { days.collect() } else { HashSet::new() };
        for at in 0..before.len() {
            let old = before.row(at);
            let Some(&new_at) = places.get(old.key) else {
                if !by_account.contains(old.key) {
                    merged.push(old);
                }
                continue;
            };
            taken[new_at] = true;
            let new = after.row(new_at);
            counts.clear();
            counts.extend(
                old.counts
                    .iter()
                    .zip(new.counts)
                    .map(|(old, new)| if *new == NOT_REPORTED { *old } else { *new }),
            );
            let day = if new.day == 0 { old.day } else { new.day };
            let differs = counts != old.counts || day != old.day;
            changes.changed += usize::from(differs);
            changes.same += usize::from(!differs);
            let link = if new.link.is_empty() { old.link } else { new.link };
            let text = if new.text.is_empty() { old.text } else { new.text };
            merged.push(StreamRow { key: old.key, link, text, day, counts: &counts });
        }
        for (at, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
            merged.push(after.row(at));
            changes.new += 1;
        }
        self.rows = merged;
        self.rejected = later.rejected;
        for export in &later.exports {
            if !self.exports.contains(export) {
                self.exports.push(export.clone());
            }
        }
        if self.platform.is_none() {
            self.platform.clone_from(&later.platform);
        }
        if self.account.is_none() {
            self.account.clone_from(&later.account);
        }
        changes
    }
}

impl Stream {
    /// Takes in the same posts or days as they are in another campaign, or were kept
    /// elsewhere; `is_later` says that they were imported later, so that they count. Rows
    /// that could not be read are no matter of theirs.
    pub(super) fn join(&mut self, other: &Self, is_later: bool) -> Changes {
        if is_later {
            return self.take(other);
        }
        let mut merged = other.clone();
        merged.take(self);
        let found = merged.against(self);
        *self = merged;
        found
    }

    /// Takes out the rows whose keys are to go. Rows of a file that could not be read stay
    /// with the others: nobody knows what they were.
    pub(super) fn split_off(&mut self, mut goes: impl FnMut(&str) -> bool) -> Self {
        let empty = Rows { counted: self.rows.counted.clone(), ..Rows::default() };
        let (mut stay, mut go) = (empty.clone(), empty);
        for row in self.rows() {
            if goes(row.key) { go.push(row) } else { stay.push(row) }
        }
        // What none goes of is left as it is.
        if go.len() > 0 {
            self.rows = stay;
        }
        Self {
            origin: self.origin.clone(),
            account: self.account.clone(),
            platform: self.platform.clone(),
            views_are_displays: self.views_are_displays,
            by_day: self.by_day,
            exports: self.exports.clone(),
            rejected: 0,
            rows: go,
        }
    }

    /// What tells its rows apart.
    pub(super) fn keys(&self) -> HashSet<&str> {
        (0..self.len()).map(|at| self.rows.keys.get(at)).collect()
    }

    /// How it differs from an earlier state of itself.
    pub(super) fn against(&self, before: &Self) -> Changes {
        let (before_rows, after) = (before.rows.widened(&self.rows.counted), &self.rows);
        let places = places_in(&before.rows);
        let mut changes = Changes::default();
        for at in 0..after.len() {
            let row = after.row(at);
            match places.get(row.key).map(|at| before_rows.row(*at)) {
                None => changes.new += 1,
                Some(old) if (old.counts, old.day) != (row.counts, row.day) => changes.changed += 1,
                Some(_) => changes.same += 1,
            }
        }
        changes
    }
}

impl Rows {
    fn len(&self) -> usize {
        self.days.len()
    }

    fn row(&self, at: usize) -> StreamRow<'_> {
        let width = self.counted.len();
        StreamRow {
            key: self.keys.get(at),
            link: self.links.get(at),
            text: self.texts.get(at),
            day: self.days[at],
            counts: &self.counts[at * width..(at + 1) * width],
        }
    }

    fn push(&mut self, row: StreamRow<'_>) {
        self.keys.push(row.key);
        self.links.push(row.link);
        self.texts.push(row.text);
        self.days.push(row.day);
        self.counts.extend_from_slice(row.counts);
    }

    /// The same post again in one file, as in a table of the best posts beside another.
    fn amend(&mut self, at: usize, day: u32, counts: &[i64]) {
        let width = self.counted.len();
        for (known, count) in self.counts[at * width..].iter_mut().zip(counts) {
            if *count != NOT_REPORTED {
                *known = *count;
            }
        }
        if day != 0 {
            self.days[at] = day;
        }
    }

    /// The same rows with these columns, among them all of its own.
    fn widened(&self, counted: &[Tally]) -> Cow<'_, Self> {
        if self.counted == counted {
            return Cow::Borrowed(self);
        }
        let from: Vec<Option<usize>> =
            counted.iter().map(|tally| self.counted.iter().position(|known| known == tally)).collect();
        let mut wide = Self { counted: counted.to_vec(), counts: Vec::new(), ..self.clone() };
        for at in 0..self.len() {
            let counts = self.row(at).counts;
            wide.counts.extend(from.iter().map(|from| from.map_or(NOT_REPORTED, |from| counts[from])));
        }
        Cow::Owned(wide)
    }
}

/// Where each row stands, by what tells it apart.
fn places_in(rows: &Rows) -> HashMap<&str, usize> {
    (0..rows.len()).map(|at| (rows.keys.get(at), at)).collect()
}

/// A count, where it is one.
fn reported(count: i64) -> Option<i64> {
    (count != NOT_REPORTED).then_some(count)
}

/// Writes what tells a row apart for certain, if there is such a thing: of a day its date,
/// of a post its id or address.
fn write_key(row: &KeptRow<'_>, by_day: bool, key: &mut String) -> bool {
    if !by_day {
        key.push_str(&if row.id.is_empty() { row.link() } else { row.id.into() });
        return !key.is_empty();
    }
    let Some(day) = row.day else { return false };
    let _ = write!(key, "{day}");
    // Days of several accounts may stand in one table.
    if !row.id.is_empty() {
        key.push(' ');
        key.push_str(row.id);
    }
    true
}

/// Writes what a row without that has in common with few others.
fn write_likeness(row: &KeptRow<'_>, key: &mut String) {
    if let Some(day) = row.day {
        let _ = write!(key, "{day}");
    }
    key.push(' ');
    key.push_str(row.text);
}

/// A day as a number that grows from day to day; 0 when it is not known.
fn day_number(day: Option<Date>) -> u32 {
    let Some(Date { year, month: Some(month), day: Some(day) }) = day else { return 0 };
    (u32::from(year) * 12 + u32::from(month) - 1) * 31 + u32::from(day)
}

fn date_of(number: u32) -> Option<Date> {
    let number = number.checked_sub(1)?;
    let (months, day) = (number / 31, number % 31 + 1);
    Date::of_day(u16::try_from(months / 12).ok()?, (months % 12 + 1) as u8, day as u8)
}

impl Stream {
    /// Whether its columns are of one length, as damaged bytes may not be.
    pub(super) fn is_sound(&self) -> bool {
        let rows = &self.rows;
        let length = rows.len();
        // Where a place has 32 bits, the product of two lengths may not.
        length.checked_mul(rows.counted.len()) == Some(rows.counts.len())
            && [&rows.keys, &rows.links, &rows.texts].iter().all(|texts| texts.len() == length)
    }
}
