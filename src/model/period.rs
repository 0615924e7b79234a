//! Periods as precise as their source: a year, a month, a day, from, to.

use std::fmt;
use std::str::FromStr;

/// A date of year, month or day precision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year of the Gregorian calendar.
    pub year: u16,
    /// The month, 1 to 12, where it is known.
    pub month: Option<u8>,
    /// The day of the month, where it is known.
    pub day: Option<u8>,
}

/// When something was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Period {
    /// The source does not say.
    #[default]
    NotStated,
    /// Within one year, month or day.
    Within(Date),
    /// From one date to another; `None` is an open end.
    Span(Option<Date>, Option<Date>),
}

/// Text that is no ISO 8601 date or interval of the forms in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidPeriod(pub String);

impl FromStr for Date {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let wrong = || InvalidPeriod(text.to_owned());
        let mut parts = text.split('-');
        let mut number = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().map(Some).map_err(|_| wrong())
            }
            Some(_) => Err(wrong()),
        };
        let (year, month, day) = (number(4)?.ok_or_else(wrong)?, number(2)?, number(2)?);
        let date = Self { year, month: month.map(|m| m as u8), day: day.map(|d| d as u8) };
        let valid = parts.next().is_none()
            && date.month.is_none_or(|m| (1..=12).contains(&m))
            && date.day.is_none_or(|d| d >= 1 && d <= date.days_in_month());
        if valid { Ok(date) } else { Err(wrong()) }
    }
}

impl Date {
    /// A day, if the calendar has it: it begins with the year 1, and has no year of more
    /// digits than four.
    pub fn of_day(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month: Some(month), day: Some(day) };
        let is_in_it = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && day >= 1
            && day <= date.days_in_month();
        is_in_it.then_some(date)
    }

    fn days_in_month(&self) -> u8 {
        let leap =
            self.year.is_multiple_of(4) && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            Some(2) if leap => 29,
            Some(2) => 28,
            Some(4 | 6 | 9 | 11) => 30,
            _ => 31,
        }
    }

    /// Counts days on, from some day long before the first year, so that the difference of two
    /// is how far they lie apart (E. G. Richards, Calendars, in: Explanatory Supplement to
    /// the Astronomical Almanac, 2013).
    fn number(&self) -> u32 {
        let (year, month, day) = self.first_day();
        // The year of this count begins in March, so that a leap day is its last.
        let (year, month) = (u32::from(year) + 399 + u32::from(month > 2), (u32::from(month) + 9) % 12);
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + u32::from(day) - 1
    }

    /// How many days later another date is, from the first day that each can mean; none where
    /// it is no later.
    pub fn days_until(&self, later: &Self) -> u32 {
        later.number().saturating_sub(self.number())
    }

    /// The first day that this date can mean, as (year, month, day).
    pub fn first_day(&self) -> (u16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day that this date can mean, as (year, month, day).
    pub fn last_day(&self) -> (u16, u8, u8) {
        let month = self.month.unwrap_or(12);
        (self.year, month, self.day.unwrap_or_else(|| Self { month: Some(month), ..*self }.days_in_month()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl FromStr for Period {
    type Err = InvalidPeriod;

    fn from_str(text: &str) -> Result<Self, InvalidPeriod> {
        let Some((from, to)) = text.split_once('/') else {
            return text.parse().map(Self::Within).map_err(|_| InvalidPeriod(text.to_owned()));
        };
        let end = |part: &str| match part {
            ".." => Ok(None),
            date => date.parse::<Date>().map(Some).map_err(|_: InvalidPeriod| InvalidPeriod(text.to_owned())),
        };
        match (end(from)?, end(to)?) {
            (None, None) => Err(InvalidPeriod(text.to_owned())),
            (Some(a), Some(b)) if a.first_day() > b.last_day() => Err(InvalidPeriod(text.to_owned())),
            (from, to) => Ok(Self::Span(from, to)),
        }
    }
}

/// The ISO 8601 form that `FromStr` reads; empty when not stated.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let end = |f: &mut fmt::Formatter<'_>, date: &Option<Date>| match date {
            Some(date) => write!(f, "{date}"),
            None => f.write_str(".."),
        };
        match self {
            Self::NotStated => Ok(()),
            Self::Within(date) => write!(f, "{date}"),
            Self::Span(from, to) => {
                end(f, from)?;
                f.write_str("/")?;
                end(f, to)
            }
        }
    }
}

impl Period {
    /// How many days were counted, where that is said to the day: a year stands for
    /// something within it, and may mean one day.
    pub fn days(&self) -> Option<u32> {
        let (from, to) = match self {
            Self::Within(date) => (*date, *date),
            Self::Span(Some(from), Some(to)) => (*from, *to),
            _ => return None,
        };
        let both = from.day.is_some() && to.day.is_some();
        to.number().checked_sub(from.number()).filter(|_| both).map(|days| days + 1)
    }

    /// The first and the last year that it is known to reach into.
    pub fn years(&self) -> Option<(u16, u16)> {
        match self {
            Self::NotStated | Self::Span(None, None) => None,
            Self::Within(date) | Self::Span(Some(date), None) | Self::Span(None, Some(date)) => {
                Some((date.year, date.year))
            }
            Self::Span(Some(from), Some(to)) => Some((from.year, to.year)),
        }
    }

    /// Whether some of it may be of a year.
    pub fn reaches_into(&self, year: u16) -> bool {
        match self {
            Self::NotStated => false,
            Self::Within(date) => date.year == year,
            Self::Span(from, to) => {
                from.is_none_or(|from| from.year <= year) && to.is_none_or(|to| year <= to.year)
            }
        }
    }

    /// The one year that the whole period lies in, if it does.
    pub fn year(&self) -> Option<u16> {
        match self {
            Self::Within(date) => Some(date.year),
            Self::Span(Some(from), Some(to)) if from.year == to.year => Some(from.year),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_can_be_written_and_read() {
        let last = Date::of_day(9999, 12, 31).unwrap();
        assert_eq!(last.to_string().parse(), Ok(last));
        assert_eq!((Date::of_day(10_000, 1, 1), Date::of_day(0, 12, 31)), (None, None));
    }

    #[test]
    fn days_are_counted_where_they_are_said() {
        let days = |text: &str| text.parse::<Period>().unwrap().days();
        for (text, count) in [
            ("2015-06-08/2015-06-14", 7),
            ("2016-02-28/2016-03-01", 3),
            ("2015-02-28/2015-03-01", 2),
            ("1900-02-28/1900-03-01", 2),
            ("2000-02-28/2000-03-01", 3),
            ("2015-01-01/2015-12-31", 365),
            ("2013-08-31/2017-08-31", 1_462),
            ("2014-03-13", 1),
            ("0000-01-01/0000-12-31", 366),
        ] {
            assert_eq!(days(text), Some(count), "{text}");
        }
        for text in ["2015", "2015-06", "2015-06/2015-07-01", "2015-06-08/..", "../2015-06-08"] {
            assert_eq!(days(text), None, "{text}");
        }
    }
}
