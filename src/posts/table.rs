//! One table, as it is read row by row: what is summed, what is rejected, and what is
//! to be known of it.

use super::beside::{Part, parts};
use super::count::{CountEvidence, is_missing};
use super::dates::Dates;
use super::form::{Form, Meaning};
use super::ids::{Ids, number_of};
use super::kept::{Kept, beginning};
use super::look::{FirstLook, Looking};
use super::mapping::{Column, is_rounded_id};
use super::measure::{Grain, Measure};
use super::reading::{PreviewCell, PreviewValue, ReachBounds, ReadingOptions, Rejected, TableReading};
use super::row::{Row, same, trimmed};
use super::said::{MOST_COLUMNS, SaidMapping};
use super::totals::{is_footer, is_total};
use super::when::{DateOrder, Day, When, read_when};
use super::zone::Zone;
use crate::format::{ReadingNote, RejectedBecause};
use std::collections::HashSet;

/// How many rows are looked at before the first is read, to decide in which dress each
/// column is written.
const LOOKAHEAD: usize = 2_000;

/// How many bytes of rows are held for that.
const HELD: usize = 8 * 1024 * 1024;

/// How many of the first rows are shown as they are read, and how many letters of each
/// cell.
const SHOWN_ROWS: usize = 3;
const SHOWN_LETTERS: usize = 40;

/// How many rejected rows are kept in full.
const KEPT: usize = 10_000;

/// A count's column.
struct Counted {
    column: usize,
    /// Its place in the rows.
    index: usize,
    /// The table of those side by side to which it belongs.
    part: usize,
    /// Its place among what is counted of the rows that are kept.
    kept_at: usize,
    evidence: CountEvidence,
    sum: i64,
    largest: i64,
    present: u64,
    missing: u64,
    negative: u64,
    /// The number in the row at hand.
    now: Option<i64>,
}

/// The date that was read last: posts of one day stand together.
#[derive(Default)]
struct LastDay {
    cell: String,
    /// As it is written, and the day that is meant.
    when: Option<(When, Day)>,
    /// Whether what is known of the dates has it already.
    is_added: bool,
}

/// A table that is being read.
pub struct Table {
    result: TableReading,
    options: ReadingOptions,
    header: Row<'static>,
    lookahead: Option<Vec<Row<'static>>>,
    held: usize,
    parts: Vec<Part>,
    counted: Vec<Counted>,
    /// How many cells a row has that can be read.
    least: usize,
    /// The place of what says of which day (or town, or age) the numbers of a row are,
    /// where that is not a post.
    named_by: Option<usize>,
    /// Whether there is a column of counts or of days.
    is_readable: bool,
    /// The first columns of reach and of impressions, among what is counted, if both are.
    reach_and_impressions: Option<(usize, usize)>,
    dates: Dates,
    /// The year of the first day, by the name of the file.
    year: Option<u16>,
    /// The zone in which its form writes times.
    zone: Option<Zone>,
    last_day: LastDay,
    /// What stands out of the rows that are kept.
    looking: Option<Looking>,
    /// What is counted in the row at hand, in the order of the rows that are kept, where
    /// that is not the order of the columns.
    counts: Vec<Option<i64>>,
    ids: Ids,
    posts_of_parts: HashSet<u64>,
    totals: u64,
    footers: u64,
    headers: u64,
    rounded: u64,
    impossible: u64,
}

/// What is known of a table before its rows are read.
pub struct TableStart {
    /// What the file calls it.
    pub table: String,
    /// Its form, if it is a known one.
    pub form: Option<&'static Form>,
    /// What a row is about.
    pub grain: Grain,
    /// The names of its columns; empty where it has none.
    pub header: Row<'static>,
    /// The columns that are read.
    pub columns: Vec<Column>,
    /// How a reader said that it is to be read.
    pub said: Option<SaidMapping>,
    /// The year of its first day, by the name of the file.
    pub year: Option<u16>,
    /// What is known of it already.
    pub notes: Vec<ReadingNote>,
}

impl Table {
    /// Begins a table.
    pub fn begin(start: TableStart, options: ReadingOptions) -> Self {
        let TableStart { table, form, grain, header, columns, said, year, mut notes } = start;
        let (columns, parts) = parts(&header, columns);
        if parts.len() > 1 {
            notes.push(ReadingNote::SideBySide);
        }
        let read: HashSet<usize> = columns.iter().map(|column| column.index).collect();
        let named = |(index, name): (usize, &str)| {
            (!read.contains(&index) && !name.trim().is_empty()).then(|| name.trim().to_owned())
        };
        let unread = header.cells().enumerate().filter_map(named).collect();
        let is_counted = |column: &Column| matches!(column.meaning, Meaning::Count(_) | Meaning::Reach);
        let kept = Kept::of(columns.iter().filter(|column| is_counted(column)).map(|column| column.meaning));
        let counted = columns.iter().enumerate().filter(|(_, column)| is_counted(column));
        let counted: Vec<Counted> = counted
            .map(|(at, column)| {
                let part = parts.iter().position(|part| part.columns.contains(&at)).unwrap_or_default();
                let kept_at = kept.counted().iter().position(|known| *known == column.meaning);
                Counted::of(at, column.index, part, kept_at.unwrap_or_default())
            })
            .collect();
        let first =
            |meaning: Meaning| counted.iter().position(|here| columns[here.column].meaning == meaning);
        let reach_and_impressions = first(Meaning::Reach).zip(first(Meaning::Count(Measure::Impressions)));
        let is_readable = !counted.is_empty() || columns.iter().any(|column| column.meaning == Meaning::When);
        let date = columns.iter().find(|column| column.meaning == Meaning::When);
        let named_by = match grain {
            Grain::Post => None,
            Grain::Day => date.map(|date| date.index),
            Grain::Other => Some(0),
        };
        let least = columns.iter().map(|column| column.index + 1).max().unwrap_or(0);
        let kept = (options.keep && grain != Grain::Other).then_some(kept);
        // Of tables side by side, rows are looked at once all are there.
        let is_one = |kept: &&Kept| parts.len() == 1 && kept.counted().len() == counted.len();
        let looking = kept.as_ref().filter(is_one);
        let looking = looking.map(|kept| Looking::of(kept.counted(), grain == Grain::Post));
        let result = TableReading {
            table,
            form,
            grain,
            columns,
            unread,
            rows: 0,
            rejected: Vec::new(),
            rejected_rows: 0,
            period: None,
            sums: Vec::new(),
            reach: None,
            notes,
            kept,
            look: None,
            names: if parts.len() == 1 {
                header.cells().take(MOST_COLUMNS).map(|name| name.trim().to_owned()).collect()
            } else {
                Vec::new()
            },
            preview: Vec::new(),
            said,
            unclear_date: None,
            has_zoned_times: false,
        };
        Self {
            result,
            options,
            header,
            lookahead: Some(Vec::new()),
            held: 0,
            parts,
            counted,
            least,
            named_by,
            is_readable,
            reach_and_impressions,
            dates: Dates::default(),
            year,
            zone: form.and_then(|form| form.zone).and_then(|name| name.parse().ok()),
            last_day: LastDay::default(),
            looking,
            counts: Vec::new(),
            ids: Ids::default(),
            posts_of_parts: HashSet::new(),
            totals: 0,
            footers: 0,
            headers: 0,
            rounded: 0,
            impossible: 0,
        }
    }

    /// How many columns it has.
    pub fn width(&self) -> usize {
        self.header.width()
    }

    /// Takes the next row.
    pub fn take(&mut self, row: &Row) {
        match &mut self.lookahead {
            Some(rows) => {
                let row = row.held();
                self.held += row.size();
                rows.push(row);
                if rows.len() == LOOKAHEAD || self.held > HELD {
                    self.decide();
                }
            }
            None => self.read(row),
        }
    }

    /// Takes note of a row that cannot be read as one.
    #[cold]
    pub fn reject(&mut self, line: u64, column: &str, because: RejectedBecause) {
        self.result.rejected_rows += 1;
        if self.result.rejected.len() < KEPT {
            self.result.rejected.push(Rejected { line, column: column.to_owned(), because });
        }
    }

    /// Takes note of so many more of them, of which nothing else is known.
    pub fn reject_unlisted(&mut self, rows: u64) {
        self.result.rejected_rows += rows;
    }

    /// Decides in which dress each column is written, and reads what was looked at.
    #[cold]
    fn decide(&mut self) {
        let Some(rows) = self.lookahead.take() else { return };
        for row in &rows {
            for counted in &mut self.counted {
                counted.evidence.see(row.cell(self.result.columns[counted.column].index));
            }
            for column in self.result.columns.iter().filter(|column| column.meaning == Meaning::When) {
                if let Some(order) = read_when(row.cell(column.index)).and_then(|when| when.day.proves()) {
                    self.dates.proven[order as usize] += 1;
                }
            }
        }
        let documented = self.result.form.and_then(|form| form.order);
        self.dates.order = self.dates.more_proven().or(self.options.dates).or(documented);
        if self.options.keep {
            let first = rows.iter().filter(|row| !row.is_blank()).take(SHOWN_ROWS);
            self.result.preview = first.map(|row| self.preview(row)).collect();
        }
        for row in &rows {
            self.read(row);
        }
    }

    /// A row as it is written and as it is read.
    fn preview(&self, row: &Row) -> Vec<PreviewCell> {
        let cell = |index: usize| {
            let written = row.cell(index).trim();
            let here = |column: &&Column| column.index == index;
            let at = self.result.columns.iter().position(|column| here(&column));
            let read = match at.map(|at| (at, self.result.columns[at].meaning)) {
                Some((_, Meaning::When | Meaning::Reach | Meaning::Count(_))) if is_missing(written) => {
                    PreviewValue::Missing
                }
                Some((_, Meaning::When)) => match read_when(written) {
                    None => PreviewValue::Unreadable,
                    Some(when) => {
                        match self.day_of(when).in_order(self.dates.order.unwrap_or(DateOrder::DayFirst)) {
                            Some(day)
                                if self.dates.order.is_some() || !matches!(when.day, Day::Slashed { .. }) =>
                            {
                                PreviewValue::Day(day)
                            }
                            _ => PreviewValue::SomeDay,
                        }
                    }
                },
                Some((at, Meaning::Reach | Meaning::Count(_))) => {
                    let dress = self.counted.iter().find(|counted| counted.column == at);
                    match dress.map(|counted| counted.evidence.dress().read(written)) {
                        Some(Ok(Some(count))) => PreviewValue::Count(count),
                        Some(Ok(None)) => PreviewValue::Missing,
                        _ => PreviewValue::Unreadable,
                    }
                }
                _ => PreviewValue::AsWritten,
            };
            PreviewCell { written: written.chars().take(SHOWN_LETTERS).collect(), read }
        };
        (0..self.result.names.len()).map(cell).collect()
    }

    fn read(&mut self, row: &Row) {
        if is_total(row, &self.header, self.named_by) {
            self.totals += 1;
            return;
        }
        if is_footer(row) {
            self.footers += 1;
            return;
        }
        if !self.header.is_empty() && row.cells().eq(self.header.cells()) {
            self.headers += 1;
            return;
        }
        if self.result.rows == 0 && self.describes_columns(row) {
            self.result.notes.push(ReadingNote::ColumnsDescribed);
            return;
        }
        if let Err((column, because)) = self.fits(row) {
            return self.reject(row.line(), &column, because);
        }
        let parts = std::mem::take(&mut self.parts);
        let mut result = Ok(false);
        for (number, part) in parts.iter().enumerate() {
            match self.read_part(row, number, part, parts.len() > 1) {
                Ok(any) => result = result.map(|before| before || any),
                Err(fault) => {
                    result = Err(fault);
                    break;
                }
            }
        }
        self.parts = parts;
        match result {
            Ok(true) => {}
            Ok(false) => self.reject(row.line(), "", RejectedBecause::NothingInIt),
            Err((column, because)) => self.reject(row.line(), &column, because),
        }
    }

    /// Whether a row has as many cells as are read.
    fn fits(&self, row: &Row) -> Result<(), (String, RejectedBecause)> {
        if self.header.is_empty() {
            return Ok(());
        }
        let expected = self.header.len();
        let found = row.width();
        if found > expected {
            return Err((String::new(), RejectedBecause::TooManyCells { found, expected }));
        }
        if row.len() < self.least {
            return Err((String::new(), RejectedBecause::TooFewCells { found: row.len(), expected }));
        }
        Ok(())
    }

    /// Reads one row of one table: whether there was anything in it.
    fn read_part(
        &mut self,
        row: &Row,
        number: usize,
        part: &Part,
        one_of_several: bool,
    ) -> Result<bool, (String, RejectedBecause)> {
        let (mut numbers, mut no_count) = (false, None);
        for counted in self.counted.iter_mut().filter(|counted| counted.part == number) {
            let read = match row.digits(counted.index) {
                Some(count) => Ok(Some(count)),
                None => counted.evidence.dress().read(row.cell(counted.index)),
            };
            match read {
                Ok(count) => {
                    counted.now = count;
                    numbers |= count.is_some();
                }
                Err(_) => {
                    no_count = Some((counted.column, counted.index));
                    break;
                }
            }
        }
        // Of several faults, the first in the row is told.
        let day_is_read = |at: usize| no_count.is_none_or(|(column, _)| at < column);
        let when = match part.when.filter(|at| day_is_read(*at)) {
            Some(at) => self.read_day(row, at)?,
            None => None,
        };
        if let Some((column, index)) = no_count {
            let name = self.result.columns[column].name.clone();
            return Err((name, RejectedBecause::NoCount(row.cell(index).trim().to_owned())));
        }
        if self.is_readable && !numbers && when.is_none() {
            return Ok(false);
        }
        if let Some(day) = when.filter(|_| !self.last_day.is_added) {
            if let Some((written, _)) = self.last_day.when {
                self.dates.note(written.day, &self.last_day.cell);
            }
            self.dates.add(day, self.year);
            // The same day again says nothing new; one without a year may.
            self.last_day.is_added = matches!(day, Day::Known(_));
        }
        if let Some(looking) = self.looking.as_mut().filter(|looking| !looking.is_at(when)) {
            looking.begin_day(when, self.counted.iter().map(|counted| counted.sum));
        }
        for counted in self.counted.iter_mut().filter(|counted| counted.part == number) {
            counted.add();
        }
        if let Some((reach, impressions)) = self.reach_and_impressions {
            let (reach, impressions) = (self.counted[reach].now, self.counted[impressions].now);
            self.impossible += u64::from(reach.zip(impressions).is_some_and(|(reach, seen)| reach > seen));
        }
        let cell = |index: Option<usize>| trimmed(index.map_or("", |index| row.cell(index)));
        let known = |index: Option<usize>| Some(cell(index)).filter(|cell| !is_missing(cell));
        let (id, link) = (known(part.id), known(part.link));
        let whole = id.and_then(number_of);
        let rounded = whole.is_none() && id.is_some_and(is_rounded_id);
        if let Some(kept) = &mut self.result.kept {
            // A rounded id is that of many posts.
            let id = id.filter(|_| !rounded).unwrap_or_default();
            let account = match self.result.grain {
                Grain::Day => {
                    part.accounts.iter().map(|at| row.cell(*at).trim()).collect::<Vec<_>>().join(", ")
                }
                _ => String::new(),
            };
            let id = if account.is_empty() { id } else { &account };
            let link = link.unwrap_or_default();
            let texts = part.texts.iter().map(|at| cell(Some(*at)));
            // A title may be no more than the beginning; of two as long, the first.
            let text = texts.reduce(|long, text| if text.len() > long.len() { text } else { long });
            let text = text.unwrap_or_default();
            if let Some(looking) = &mut self.looking {
                kept.push([id, link, text], when, self.counted.iter().map(|counted| counted.now));
                let shown = || [beginning(text).to_owned(), link.to_owned()];
                looking.take(|at| self.counted[at].now, shown);
            } else {
                self.counts.clear();
                self.counts.resize(kept.counted().len(), None);
                let here = self.counted.iter().filter(|counted| counted.part == number);
                for counted in here.filter(|counted| counted.now.is_some()) {
                    self.counts[counted.kept_at] = counted.now;
                }
                kept.push([id, link, text], when, self.counts.iter().copied());
            }
        }
        let Some(key) = id.or(link) else {
            self.result.rows += 1;
            return Ok(true);
        };
        let key = self.ids.key(key, whole);
        if one_of_several {
            self.result.rows += u64::from(self.posts_of_parts.insert(key));
            return Ok(true);
        }
        self.result.rows += 1;
        if self.result.grain == Grain::Post {
            self.rounded += u64::from(rounded);
            if !rounded {
                self.ids.add(key);
            }
        }
        Ok(true)
    }

    /// The day in a row, by the place of its column among those that are read.
    fn read_day(&mut self, row: &Row, at: usize) -> Result<Option<Day>, (String, RejectedBecause)> {
        let cell = row.cell(self.result.columns[at].index);
        if cell.is_empty() || !same(&self.last_day.cell, cell) {
            if is_missing(cell.trim()) {
                return Ok(None);
            }
            self.read_other_day(cell);
        }
        let no_date = || {
            let column = self.result.columns[at].name.clone();
            (column, RejectedBecause::NoDate(cell.trim().to_owned()))
        };
        let (found, day) = self.last_day.when.ok_or_else(no_date)?;
        if let (Day::Slashed { .. }, Some(order)) = (found.day, self.dates.order) {
            found.day.in_order(order).ok_or_else(no_date)?;
        }
        Ok(Some(day))
    }

    /// Reads a date that is not the one before.
    #[inline(never)]
    fn read_other_day(&mut self, cell: &str) {
        cell.clone_into(&mut self.last_day.cell);
        self.last_day.when = read_when(cell).map(|when| (when, self.day_of(when)));
        self.last_day.is_added = false;
        self.result.has_zoned_times |= self.last_day.when.is_some_and(|(when, _)| self.is_zoned(when));
    }

    /// Whether a time of a post is known by the clock of everywhere.
    fn is_zoned(&self, when: When) -> bool {
        let has_zone = when.offset.is_some() || self.zone.is_some();
        self.result.grain == Grain::Post && when.second.is_some() && has_zone
    }

    /// The day that is meant: in the zone that was said, where the time is known there; or
    /// as it is written.
    fn day_of(&self, when: When) -> Day {
        let there = || {
            let zone = self.options.zone.as_ref().filter(|_| self.is_zoned(when))?;
            // Which of two days is meant has to be known before it can be another one.
            let order = match when.day {
                Day::Slashed { .. } => self.dates.order?,
                _ => DateOrder::DayFirst,
            };
            let (day, second) = (when.day.in_order(order)?, when.second?);
            match (when.offset, &self.zone) {
                (Some(ahead), _) => zone.day_of_offset(day, second, ahead),
                (None, Some(from)) => zone.day_of_zone(day, second, from),
                (None, None) => None,
            }
        };
        there().map_or(when.day, Day::Known)
    }

    /// Whether a row is a second one of names: the first of the table, with words where
    /// numbers are read, and nothing that says of which post or day it is.
    #[cold]
    fn describes_columns(&self, row: &Row) -> bool {
        if self.result.rejected_rows > 0 {
            return false;
        }
        let is_empty = |column: &&Column| row.cell(column.index).trim().is_empty();
        let (counts, others): (Vec<&Column>, Vec<&Column>) = self
            .result
            .columns
            .iter()
            .partition(|column| matches!(column.meaning, Meaning::Count(_) | Meaning::Reach));
        !counts.is_empty()
            && !others.is_empty()
            && others.iter().all(is_empty)
            && counts.iter().all(|column| row.cell(column.index).contains(char::is_alphabetic))
    }

    /// Ends the table: what came of it.
    pub fn end(mut self) -> TableReading {
        self.decide();
        let documented = self.result.form.and_then(|form| form.order);
        self.result.period = self.dates.period(self.year);
        self.result.unclear_date = self.dates.example().map(str::to_owned);
        if let Some(kept) = &mut self.result.kept {
            kept.resolve(|days| self.dates.resolved(days, self.year));
            let look = self.looking.take().and_then(|looking| {
                let sums = self.counted.iter().map(|counted| counted.sum);
                looking.end(sums, |days| self.dates.resolved(days, self.year))
            });
            let again = || FirstLook::at(kept, self.result.grain == Grain::Post);
            self.result.look = Some(look.unwrap_or_else(again));
        }
        self.result.notes.extend(self.dates.notes(self.options.dates, documented, self.year));
        let unlisted = self.result.rejected_rows - self.result.rejected.len() as u64;
        let counted = std::mem::take(&mut self.counted);
        for meaning in counted.iter().map(|counted| self.result.columns[counted.column].meaning) {
            let of = |counted: &&Counted| self.result.columns[counted.column].meaning == meaning;
            let Some(counted) = counted.iter().find(of) else { continue };
            // A column of blanks reports nothing.
            match meaning {
                _ if counted.present == 0 => {}
                Meaning::Count(measure) => self.result.sums.push((measure, counted.sum)),
                _ => self.result.reach = Some(ReachBounds { largest: counted.largest, sum: counted.sum }),
            }
        }
        self.result.sums.sort_by_key(|(measure, _)| *measure);
        let name = |counted: &Counted| self.result.columns[counted.column].name.clone();
        let mut notes: Vec<ReadingNote> = Vec::new();
        let mut count = |count: u64, note: fn(u64) -> ReadingNote| {
            if count > 0 {
                notes.push(note(count));
            }
        };
        count(self.totals, ReadingNote::TotalsLeftOut);
        count(self.footers, ReadingNote::FootersLeftOut);
        count(self.headers, ReadingNote::HeaderAgain);
        count(unlisted, ReadingNote::RejectedNotListed);
        count(self.rounded, ReadingNote::IdsRounded);
        count(if self.rounded > 0 { 0 } else { self.ids.repeated() }, ReadingNote::IdsRepeated);
        count(self.impossible, ReadingNote::MoreReachThanImpressions);
        for counted in &counted {
            if counted.evidence.read_as_thousands() {
                notes.push(ReadingNote::ReadAsThousands(name(counted)));
            }
            if counted.missing > 0 {
                notes.push(ReadingNote::Missing { column: name(counted), rows: counted.missing });
            }
            if counted.negative > 0 {
                notes.push(ReadingNote::Negative { column: name(counted), rows: counted.negative });
            }
        }
        if self.result.reach.is_some_and(|reach| reach.sum != reach.largest) {
            notes.push(ReadingNote::ReachNotAdded);
        }
        if counted.is_empty() {
            notes.push(ReadingNote::NothingCounted);
        }
        notes.extend(self.result.form.into_iter().flat_map(|form| form.notes).cloned());
        if let Some(zone) = self.options.zone.as_ref().filter(|_| self.result.period.is_some()) {
            let (zone, moved) = (zone.name().to_owned(), self.result.has_zoned_times);
            // What the platform writes is no longer what is shown.
            let tells_zone = |note: &ReadingNote| {
                matches!(
                    note,
                    ReadingNote::ZonePacific | ReadingNote::ZonePacificSupposed | ReadingNote::ZoneUtc
                )
            };
            notes.retain(|note| !(moved && tells_zone(note)));
            notes.push(if moved {
                ReadingNote::DaysOfZone(zone)
            } else {
                ReadingNote::ZoneWithoutTimes(zone)
            });
        }
        self.result.notes.extend(notes);
        self.result
    }
}

impl Counted {
    fn of(column: usize, index: usize, part: usize, kept_at: usize) -> Self {
        Self {
            column,
            index,
            part,
            kept_at,
            evidence: CountEvidence::default(),
            sum: 0,
            largest: i64::MIN,
            present: 0,
            missing: 0,
            negative: 0,
            now: None,
        }
    }

    #[inline]
    fn add(&mut self) {
        match self.now {
            Some(number) => {
                self.largest = self.largest.max(number);
                self.sum = self.sum.saturating_add(number);
                self.present += 1;
                self.negative += u64::from(number < 0);
            }
            None => self.missing += 1,
        }
    }
}
