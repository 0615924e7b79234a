//! The dates of one table: in which order they are written, and from when to when.

use super::when::{DateOrder, Day};
use crate::format::ReadingNote;
use crate::model::Date;

/// The first and last day that a column has, in one order of day and month.
#[derive(Clone, Copy, Default)]
struct Span(Option<(Date, Date)>);

impl Span {
    fn add(&mut self, date: Date) {
        let (first, last) = self.0.unwrap_or((date, date));
        self.0 = Some((first.min(date), last.max(date)));
    }
}

/// What is known of the dates of a table.
#[derive(Default)]
pub(super) struct Dates {
    /// How many dates can only be day first, and only month first.
    pub(super) proven: [u64; 2],
    /// The order, once it is known.
    pub(super) order: Option<DateOrder>,
    /// One date that could be two things.
    example: Option<String>,
    /// The days in either order.
    spans: [Span; 2],
    /// Days without a year: the year that is running, and the month seen last.
    running: Option<(u16, u8)>,
    yearless: u64,
}

impl Dates {
    /// The order that more dates prove than the other.
    pub(super) fn more_proven(&self) -> Option<DateOrder> {
        let [day_first, month_first] = self.proven;
        match day_first.cmp(&month_first) {
            std::cmp::Ordering::Greater => Some(DateOrder::DayFirst),
            std::cmp::Ordering::Less => Some(DateOrder::MonthFirst),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// Takes note of how a day is written in a cell.
    pub(super) fn note(&mut self, day: Day, cell: &str) {
        let Day::Slashed { first, second, .. } = day else { return };
        if self.order.is_none() && day.proves().is_some() {
            self.order = day.proves();
            self.proven[day.proves().unwrap_or(DateOrder::DayFirst) as usize] += 1;
        }
        if first != second && self.example.is_none() {
            self.example = Some(cell.trim().to_owned());
        }
    }

    /// Takes the day of a row into account; `year` is that of the first day, where days
    /// have none.
    pub(super) fn add(&mut self, day: Day, year: Option<u16>) {
        match day {
            Day::Known(date) => self.spans.iter_mut().for_each(|span| span.add(date)),
            Day::Slashed { .. } => {
                for order in DateOrder::ALL {
                    if let Some(date) = day.in_order(*order) {
                        self.spans[*order as usize].add(date);
                    }
                }
            }
            Day::Yearless { month, day } => {
                self.yearless += 1;
                let Some(first) = year else { return };
                let year = running_year(&mut self.running, first, month);
                if let Some(date) = Date::of_day(year, month, day) {
                    self.spans.iter_mut().for_each(|span| span.add(date));
                }
            }
        }
    }

    /// One date that could be two days.
    pub(super) fn example(&self) -> Option<&str> {
        self.example.as_deref()
    }

    /// The first and last day, where it is known which days these are.
    pub(super) fn period(&self, year: Option<u16>) -> Option<(Date, Date)> {
        if self.yearless > 0 && year.is_none() {
            return None;
        }
        match self.order {
            Some(order) => self.spans[order as usize].0,
            None if self.example.is_none() => self.spans[0].0,
            None => None,
        }
    }

    /// What days mean that were added in this order, where that is known.
    pub(super) fn resolved(&self, days: &[Option<Day>], year: Option<u16>) -> Vec<Option<Date>> {
        // Where no date could be two things, either order reads them all.
        let order = self.order.or(self.example.is_none().then_some(DateOrder::DayFirst));
        let mut running = None;
        days.iter()
            .map(|day| match (*day)? {
                Day::Yearless { month, day } => {
                    let year = running_year(&mut running, year?, month);
                    Date::of_day(year, month, day)
                }
                written => written.in_order(order?),
            })
            .collect()
    }

    /// How the dates were read: as one of them proves, as was said, or as the platform
    /// documents it.
    pub(super) fn notes(
        &self,
        said: Option<DateOrder>,
        documented: Option<DateOrder>,
        year: Option<u16>,
    ) -> Vec<ReadingNote> {
        let mut notes = Vec::new();
        if let Some(example) = &self.example {
            let proven = self.more_proven();
            if proven.is_some() && said.is_some() && said != proven {
                notes.push(ReadingNote::DatesNotAsSaid);
            }
            let is_first = |order: DateOrder| order == DateOrder::DayFirst;
            notes.push(match (proven, said, documented) {
                (Some(order), ..) => ReadingNote::DatesProven { day_first: is_first(order) },
                (None, Some(order), _) => ReadingNote::DatesAsSaid { day_first: is_first(order) },
                (None, None, Some(order)) => ReadingNote::DatesDocumented { day_first: is_first(order) },
                (None, None, None) => ReadingNote::DatesUndecided(example.clone()),
            });
        }
        if self.yearless > 0 {
            notes.push(year.map_or(ReadingNote::DatesWithoutYear, ReadingNote::YearFromName));
        }
        notes
    }
}

/// The year of the next day that has none; `running` holds the year that runs and the
/// month seen last. Days are in the order of the calendar, so after December a year begins.
fn running_year(running: &mut Option<(u16, u8)>, first: u16, month: u8) -> u16 {
    let (year, before) = running.unwrap_or((first, month));
    let year = if month < before { year.saturating_add(1) } else { year };
    *running = Some((year, month));
    year
}
