//! Time zones: on which day something was published, where those live who ask.

use crate::model::{Date, UnknownSlug};
use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone, TimeZoneDatabase};
use std::fmt;
use std::str::FromStr;

/// A zone of the IANA time zone database, as the project has it with it: the same
/// everywhere, whatever the machine knows of zones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

impl Zone {
    /// The Pacific coast of the United States, in whose time Meta and YouTube write.
    pub const PACIFIC: &'static str = "America/Los_Angeles";

    /// The time of the whole world.
    pub const UTC: &'static str = "UTC";

    /// What its database calls it.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or(Self::UTC)
    }

    /// The day there at that second of a day elsewhere, so many minutes ahead of UTC.
    pub fn day_of_offset(&self, day: Date, second: u32, ahead: i16) -> Option<Date> {
        let offset = Offset::from_seconds(i32::from(ahead) * 60).ok()?;
        self.day_at(offset.to_timestamp(civil(day, second)?).ok()?)
    }

    /// The day there at that second of a day in another zone. A time that a change of
    /// clocks skips or repeats is taken as it was before the change.
    pub fn day_of_zone(&self, day: Date, second: u32, from: &Self) -> Option<Date> {
        self.day_at(from.0.to_timestamp(civil(day, second)?).ok()?)
    }

    fn day_at(&self, at: Timestamp) -> Option<Date> {
        let there = self.0.to_datetime(at).date();
        let part = |number: i8| u8::try_from(number).ok();
        Date::of_day(u16::try_from(there.year()).ok()?, part(there.month())?, part(there.day())?)
    }
}

fn civil(day: Date, second: u32) -> Option<DateTime> {
    let (month, of_month) = (i8::try_from(day.month?).ok()?, i8::try_from(day.day?).ok()?);
    let day = jiff::civil::Date::new(i16::try_from(day.year).ok()?, month, of_month).ok()?;
    // A leap second is the one before it.
    let second = second.min(24 * 3600 - 1);
    let part = |number: u32| i8::try_from(number).ok();
    Some(day.at(part(second / 3600)?, part(second / 60 % 60)?, part(second % 60)?, 0))
}

impl FromStr for Zone {
    type Err = UnknownSlug;

    fn from_str(name: &str) -> Result<Self, UnknownSlug> {
        let found = TimeZoneDatabase::bundled().get(name.trim());
        found.map(Self).map_err(|_| UnknownSlug {
            set: "time zone",
            found: name.to_owned(),
            expected: vec!["Europe/London", "Europe/Dublin", "America/New_York", "UTC"],
        })
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn an_evening_on_the_pacific_is_the_next_morning_in_london() {
        let (pacific, london): (Zone, Zone) =
            (Zone::PACIFIC.parse().unwrap(), "europe/london".parse().unwrap());
        let there = |text: &str, hour: u32| london.day_of_zone(day(text), hour * 3600, &pacific).unwrap();
        assert_eq!(london.name(), "Europe/London");
        assert_eq!(there("2026-09-28", 15), day("2026-09-28"));
        assert_eq!(there("2026-09-28", 16), day("2026-09-29"));
        // Between the changes of clocks in America and in Europe they are seven hours apart.
        assert_eq!(there("2026-03-20", 16), day("2026-03-20"));
        assert_eq!(there("2026-03-20", 17), day("2026-03-21"));
        assert_eq!(there("2026-12-31", 23), day("2027-01-01"));
    }

    #[test]
    fn a_time_says_itself_how_far_it_is_from_utc() {
        let london: Zone = "Europe/London".parse().unwrap();
        let there = |text: &str, second, ahead| london.day_of_offset(day(text), second, ahead).unwrap();
        assert_eq!(there("2026-06-30", 23 * 3600, 0), day("2026-07-01"));
        assert_eq!(there("2026-01-01", 0, 330), day("2025-12-31"));
        assert_eq!(there("2026-01-01", 86_400, 0), day("2026-01-01"));
        assert_eq!("UTC".parse::<Zone>().unwrap().name(), "UTC");
    }

    #[test]
    fn what_is_no_zone_is_told_with_what_was_expected() {
        for name in ["", "London", "GMT+25", "../etc"] {
            let told = name.parse::<Zone>().unwrap_err().to_string();
            assert!(told.contains("Europe/London"), "{told}");
        }
    }
}
