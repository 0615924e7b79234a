//! Dates and times as exports write them.
//!
//! What could be two things stays two things here: [`Day::Slashed`] keeps both parts of
//! 3/4/2026, and [`Day::Yearless`] knows no year. Which is meant is decided for the
//! whole column, never for one cell.

use super::month::{month_of, vietnamese_month};
use crate::model::Date;

/// The order of day and month in dates written with numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// 31/12/2026.
    DayFirst,
    /// 12/31/2026.
    MonthFirst,
}

crate::model::closed_set!(DateOrder, "order of dates", { DayFirst => "dmy", MonthFirst => "mdy" });

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Day {
    /// A day that can be no other.
    Known(Date),
    /// Two numbers before a year, of which one is the month.
    Slashed {
        /// The first number.
        first: u8,
        /// The second number.
        second: u8,
        /// The year.
        year: u16,
    },
    /// A day of an unknown year.
    Yearless {
        /// The month.
        month: u8,
        /// The day of the month.
        day: u8,
    },
}

/// When something was: a day, and what is said of its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    /// The day.
    pub day: Day,
    /// Seconds since the day began, where a time is written.
    pub second: Option<u32>,
    /// Minutes ahead of UTC, where a zone is written.
    pub offset: Option<i16>,
}

impl Day {
    /// The day in this order of the parts, if the calendar has it.
    pub fn in_order(self, order: DateOrder) -> Option<Date> {
        match (self, order) {
            (Self::Known(date), _) => Some(date),
            (Self::Slashed { first, second, year }, DateOrder::DayFirst) => Date::of_day(year, second, first),
            (Self::Slashed { first, second, year }, DateOrder::MonthFirst) => {
                Date::of_day(year, first, second)
            }
            (Self::Yearless { .. }, _) => None,
        }
    }

    /// The only order in which the calendar has the day, if it is only one.
    pub fn proves(self) -> Option<DateOrder> {
        let Self::Slashed { .. } = self else { return None };
        match (self.in_order(DateOrder::DayFirst), self.in_order(DateOrder::MonthFirst)) {
            (Some(_), None) => Some(DateOrder::DayFirst),
            (None, Some(_)) => Some(DateOrder::MonthFirst),
            _ => None,
        }
    }
}

/// The date and time in a cell.
pub fn read_when(cell: &str) -> Option<When> {
    let cell = cell.trim();
    // No date is written with more; the texts of posts are not searched for one.
    if cell.len() < 3 || cell.len() > 64 {
        return None;
    }
    let (day, rest) = numeric(cell).or_else(|| east_asian(cell)).or_else(|| vietnamese(cell)).unzip();
    match (day, rest) {
        (Some(day), Some(rest)) => {
            let (second, offset) = time(rest)?;
            Some(When { day, second, offset })
        }
        _ => named(cell),
    }
}

/// 2026-09-28, 20260928, 28.9.2026, 9/28/26: the day, and what follows it.
fn numeric(cell: &str) -> Option<(Day, &str)> {
    let (first, digits, rest) = number(cell)?;
    if digits == 8 {
        let date = Date::of_day((first / 10_000) as u16, (first / 100 % 100) as u8, (first % 100) as u8)?;
        return (1900..2200).contains(&date.year).then_some((Day::Known(date), rest));
    }
    let mark = rest.chars().next().filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let (second, second_digits, rest) = number(&rest[1..])?;
    let rest = rest.strip_prefix(mark)?;
    let (third, third_digits, rest) = number(rest)?;
    let two = |digits: usize| digits == 1 || digits == 2;
    if digits == 4 && two(second_digits) && two(third_digits) {
        let date = Date::of_day(first as u16, second as u8, third as u8)?;
        return Some((Day::Known(date), rest));
    }
    if !two(digits) || !two(second_digits) || !(third_digits == 4 || third_digits == 2) {
        return None;
    }
    let year = if third_digits == 2 { 2000 + third } else { third } as u16;
    let (first, second) = (first as u8, second as u8);
    // With points, the day comes first wherever points are written.
    if mark == '.' {
        return Date::of_day(year, second, first).map(|date| (Day::Known(date), rest));
    }
    let day = Day::Slashed { first, second, year };
    let possible = DateOrder::ALL.iter().any(|order| day.in_order(*order).is_some());
    possible.then_some((day, rest))
}

/// 2026年9月13日, 9月13日, 9월 13일.
fn east_asian(cell: &str) -> Option<(Day, &str)> {
    let (mut first, digits, mut rest) = number(cell)?;
    let mut year = None;
    let unit = |rest: &'_ str, marks: [char; 2]| {
        let rest = rest.trim_start();
        rest.strip_prefix(marks).map(|rest| rest.trim_start().len())
    };
    let tail = |text: &'_ str, length: usize| text.len() - length;
    if digits == 4 {
        let left = unit(rest, ['\u{5e74}', '\u{b144}'])?;
        year = Some(first as u16);
        (first, _, rest) = number(&rest[tail(rest, left)..])?;
    }
    let left = unit(rest, ['\u{6708}', '\u{c6d4}'])?;
    let (day, _, rest) = number(&rest[tail(rest, left)..])?;
    let left = unit(rest, ['\u{65e5}', '\u{c77c}'])?;
    Some((of_parts(year, first as u8, day as u8)?, &rest[tail(rest, left)..]))
}

/// 10 tháng Tám, 10 tháng 8, 2026.
fn vietnamese(cell: &str) -> Option<(Day, &str)> {
    let (day, digits, rest) = number(cell)?;
    let rest = rest.trim_start().strip_prefix("th\u{e1}ng")?.trim_start();
    if digits > 2 {
        return None;
    }
    let (words, after) = rest.split_once(',').unwrap_or((rest, ""));
    let month = match number(words) {
        Some((month, ..)) => month as u8,
        None => vietnamese_month(words.trim())?,
    };
    let year = number(after.trim_start()).map(|(year, ..)| year as u16);
    Some((of_parts(year, month, day as u8)?, ""))
}

/// A day with a month in words: Tue, Jul 14, 2026; 28 апреля; Thu Apr 09 01:31:50 +0000 2015.
fn named(cell: &str) -> Option<When> {
    let (mut day, mut month, mut year) = (None, None, None);
    let (mut second, mut offset, mut strange) = (None, None, 0);
    for word in cell.split([' ', ',', '\u{a0}', '\u{202f}', '(', ')']).filter(|word| !word.is_empty()) {
        if let Some((clock, zone)) = clock(word) {
            (second, offset) = (Some(clock), zone.or(offset));
        } else if let Some(zone) = zone(word) {
            offset = Some(zone);
        } else if let Some(half) = half_of_day(word) {
            second = Some(twelve_hours(second?, half)?);
        } else if let Some((number, digits, rest)) = number(word) {
            match (digits, rest) {
                (4, "" | ".") if year.is_none() => year = Some(number as u16),
                (1 | 2, "" | "." | "st" | "nd" | "rd" | "th" | "er" | "." | "\u{ba}") if day.is_none() => {
                    day = Some(number as u8);
                }
                // 14-Jul-2026, 14/Jul/26.
                (1 | 2, _) if day.is_none() => {
                    let mut parts = rest.split(['-', '/', '.']).filter(|part| !part.is_empty());
                    (day, month) = (Some(number as u8), Some(month_of(parts.next()?)?));
                    if let Some(last) = parts.next() {
                        let (number, digits, after) = self::number(last)?;
                        year = Some(if digits == 2 { 2000 + number } else { number } as u16);
                        if !after.is_empty() {
                            return None;
                        }
                    }
                }
                _ => return None,
            }
        } else if let (None, Some(found)) = (month, month_of(word.trim_end_matches('.'))) {
            month = Some(found);
        } else if second.is_some() && word.len() <= 5 && word.bytes().all(|byte| byte.is_ascii_uppercase()) {
            // The name of a zone whose offset stands before it.
        } else if !matches!(
            word,
            "de" | "del"
                | "d."
                | "of"
                | "at"
                | "om"
                | "kl."
                | "um"
                | "Uhr"
                | "\u{433}."
                | "a"
                | "\u{e0}"
                | "r."
        ) {
            // The day of the week, and no second word that is not understood.
            strange += 1;
            if strange > 1 {
                return None;
            }
        }
    }
    Some(When { day: of_parts(year, month?, day?)?, second, offset })
}

/// A day of a year, or of an unknown one.
fn of_parts(year: Option<u16>, month: u8, day: u8) -> Option<Day> {
    match year {
        Some(year) => Date::of_day(year, month, day).map(Day::Known),
        // In a leap year, so that 29 February is a day.
        None => Date::of_day(2024, month, day).map(|_| Day::Yearless { month, day }),
    }
}

/// The number at the beginning of a text, its digits, and what follows them.
fn number(text: &str) -> Option<(u32, usize, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..digits).filter(|found| (1..=8).contains(&found.len()))?.parse().ok()?;
    Some((value, digits, &text[digits..]))
}

/// What may follow a day: nothing, or a time with or without its zone. Seconds since
/// the day began, and minutes ahead of UTC.
fn time(text: &str) -> Option<(Option<u32>, Option<i16>)> {
    let text = text.strip_prefix(['T', ',']).unwrap_or(text).trim();
    if text.is_empty() {
        return Some((None, None));
    }
    let (mut second, mut offset) = (None, None);
    for word in text.split([' ', '\u{a0}', '\u{202f}']).filter(|word| !word.is_empty()) {
        if let (None, Some((clock, zone))) = (second, clock(word)) {
            (second, offset) = (Some(clock), zone);
        } else if let (Some(clock), Some(half)) = (second, half_of_day(word)) {
            second = Some(twelve_hours(clock, half)?);
        } else if let (Some(_), None, Some(zone)) = (second, offset, zone(word)) {
            offset = Some(zone);
        } else if word != "Uhr" {
            return None;
        }
    }
    Some((second, offset))
}

/// 18:12, 18:12:05.123Z, 6:12pm: seconds since the day began, and a zone.
fn clock(word: &str) -> Option<(u32, Option<i16>)> {
    let (hour, hour_digits, rest) = number(word)?;
    let (minute, minute_digits, mut rest) = number(rest.strip_prefix(':')?)?;
    let mut second = 0;
    if let Some(after) = rest.strip_prefix(':') {
        (second, _, rest) = number(after)?;
        if let Some(fraction) = rest.strip_prefix(['.', ',']) {
            rest = fraction.trim_start_matches(|letter: char| letter.is_ascii_digit());
        }
    }
    let possible = hour_digits <= 2 && minute_digits == 2 && hour < 24 && minute < 60 && second <= 60;
    let seconds = possible.then(|| hour * 3600 + minute * 60 + second)?;
    match rest {
        "" => Some((seconds, None)),
        rest => match (half_of_day(rest), zone(rest)) {
            (Some(half), _) => Some((twelve_hours(seconds, half)?, None)),
            (None, Some(zone)) => Some((seconds, Some(zone))),
            (None, None) => None,
        },
    }
}

/// Whether a word says that a time of twelve hours is after noon.
fn half_of_day(word: &str) -> Option<bool> {
    match &*word.to_ascii_lowercase() {
        "am" | "a.m." => Some(false),
        "pm" | "p.m." => Some(true),
        _ => None,
    }
}

fn twelve_hours(second: u32, after_noon: bool) -> Option<u32> {
    let (hour, rest) = (second / 3600, second % 3600);
    let half = if after_noon { 12 } else { 0 };
    (1..=12).contains(&hour).then_some((hour % 12 + half) * 3600 + rest)
}

/// Z, UTC, +0100, +01:00, GMT+0100: minutes ahead of UTC.
fn zone(word: &str) -> Option<i16> {
    if matches!(word, "Z" | "z" | "UTC" | "GMT") {
        return Some(0);
    }
    let word = word.strip_prefix("GMT").or(word.strip_prefix("UTC")).unwrap_or(word);
    let (sign, digits) = match word.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, word.strip_prefix(['-', '\u{2212}'])?),
    };
    let (first, count, rest) = number(digits)?;
    let (hours, minutes) = match (count, rest) {
        (4, "") => (first / 100, first % 100),
        (1 | 2, "") => (first, 0),
        (1 | 2, rest) => match number(rest.strip_prefix(':')?)? {
            (minutes, 2, "") => (first, minutes),
            _ => return None,
        },
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes) as i16)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn known(date: &str, second: Option<u32>, offset: Option<i16>) -> Option<When> {
        Some(When { day: Day::Known(date.parse().unwrap()), second, offset })
    }

    #[test]
    fn days_that_can_be_no_other() {
        let six_pm = Some(18 * 3600);
        for (cell, date, second, offset) in [
            ("2026-09-28", "2026-09-28", None, None),
            ("2026-09-28T00:00:00", "2026-09-28", Some(0), None),
            ("2026-09-28T18:00:00.123Z", "2026-09-28", six_pm, Some(0)),
            ("2020-02-10 18:00 +0000", "2020-02-10", six_pm, Some(0)),
            ("2026-03-29T18:00+01:00", "2026-03-29", six_pm, Some(60)),
            ("2026/9/3", "2026-09-03", None, None),
            ("20260826", "2026-08-26", None, None),
            ("01.09.2026 18:00", "2026-09-01", six_pm, None),
            ("1.9.26", "2026-09-01", None, None),
            ("Tue, Jul 14, 2026", "2026-07-14", None, None),
            ("Thu Mar 20 2025", "2025-03-20", None, None),
            ("Thu Mar 20 2025 18:00:00 GMT+0100 (CET)", "2025-03-20", six_pm, Some(60)),
            ("Mar 15, 2025", "2025-03-15", None, None),
            ("Thu Apr 09 18:00:00 +0000 2015", "2015-04-09", six_pm, Some(0)),
            ("9 de julio de 2026", "2026-07-09", None, None),
            ("9. Juli 2026", "2026-07-09", None, None),
            ("14-Jul-2026", "2026-07-14", None, None),
            ("6th of March 2026 6:00 pm", "2026-03-06", six_pm, None),
            ("2026\u{5e74}9\u{6708}13\u{65e5}", "2026-09-13", None, None),
            ("2026\u{b144} 9\u{c6d4} 13\u{c77c} 18:00", "2026-09-13", six_pm, None),
        ] {
            assert_eq!(read_when(cell), known(date, second, offset), "{cell}");
        }
    }

    #[test]
    fn two_numbers_stay_two_things() {
        let slashed = |first, second, year| Day::Slashed { first, second, year };
        let day = |cell| read_when(cell).unwrap().day;
        assert_eq!(day("03/04/2026"), slashed(3, 4, 2026));
        assert_eq!(day("1/17/22"), slashed(1, 17, 2022));
        assert_eq!(day("03-02-2024 10:05 am"), slashed(3, 2, 2024));
        assert_eq!(day("03/04/2026").proves(), None);
        assert_eq!(day("1/17/2022").proves(), Some(DateOrder::MonthFirst));
        assert_eq!(day("13/04/2026").proves(), Some(DateOrder::DayFirst));
        assert_eq!((read_when("31/31/2026"), read_when("31/04/2026")), (None, None));
        assert_eq!(read_when("03/15/2024 12:05 am").unwrap().second, Some(300));
    }

    #[test]
    fn a_day_without_a_year_has_none() {
        let yearless = |month, day| Some(Day::Yearless { month, day });
        for (cell, month, day) in [
            ("September 25", 9, 25),
            ("9 July", 7, 9),
            ("28 \u{430}\u{43f}\u{440}\u{435}\u{43b}\u{44f}", 4, 28),
            ("9\u{6708}13\u{65e5}", 9, 13),
            ("10 th\u{e1}ng T\u{e1}m", 8, 10),
            ("10 th\u{e1}ng 8", 8, 10),
            ("February 29", 2, 29),
        ] {
            assert_eq!(read_when(cell).map(|when| when.day), yearless(month, day), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for cell in [
            "",
            "Lifetime",
            "12",
            "1234567",
            "2026-13-01",
            "2026-02-30",
            "32.1.2026",
            "Happy New Year 5 May",
            "1.234.567",
            "10:30",
            "Video of 3 May 2026 in Leeds",
            "5 apples",
            "2026-01-01 and more",
            "2026-01-01 99999999:00",
            "2026-01-01 10:00:99999999",
        ] {
            assert_eq!(read_when(cell), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(cell in "[0-9/.,:TZ +A-Za-z\u{6708}\u{65e5}\u{b144}-]{0,24}|.{0,12}") {
            let _ = read_when(&cell);
        }

        #[test]
        fn every_day_reads_back(year in 1990u16..2100, month in 1u8..=12, day in 1u8..=28) {
            let date = Date::of_day(year, month, day).unwrap();
            prop_assert_eq!(read_when(&date.to_string()), known(&date.to_string(), None, None));
            let slashed = read_when(&format!("{day}/{month}/{year}")).unwrap().day;
            prop_assert_eq!(slashed.in_order(DateOrder::DayFirst), Some(date));
        }
    }
}
