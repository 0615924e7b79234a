//! What is said of a file that was read, in British English.

use super::reading::{NotRead, ReadingNote, ReadingPhrases, RejectedBecause};
use super::{Excerpt, grouped};

/// The words around what is printed of a table.
pub(super) const PHRASES: ReadingPhrases = ReadingPhrases {
    recognised_as: "Recognised as",
    unknown: "a table of no known export",
    because: "because of the columns",
    columns: "Read",
    unread: "Not read",
    period: "Period",
    no_period: "not known",
    rows: "Rows read",
    rejected: "Rows rejected",
    sums: "Sums",
    no_sums: "nothing to add up",
    reach: "Reach",
    note: "Note",
    line: "line",
    grains: ["one row is one post", "one row is one day", "one row is neither a post nor a day"],
    meanings: ["id", "link", "text", "date", "account", "reach"],
};

fn rows(count: u64) -> String {
    if count == 1 { "1 row".to_owned() } else { format!("{} rows", grouped(count as f64)) }
}

/// Why a row was rejected.
pub(super) fn rejected(because: &RejectedBecause) -> String {
    match because {
        RejectedBecause::NoCount(found) => {
            format!("{} is no whole number; expected digits such as 1234 or 1,234", Excerpt(found))
        }
        RejectedBecause::NoDate(found) => {
            format!("{} is no date that can be read here; expected one such as 2026-09-28", Excerpt(found))
        }
        RejectedBecause::NothingInIt => "neither a date nor a number can be read in this row".to_owned(),
        RejectedBecause::TooFewCells { found, expected } => {
            format!("this row ends early: it has {found} of {expected} cells")
        }
        RejectedBecause::TooManyCells { found, expected } => format!(
            "this row has {found} cells and the table has {expected} columns; a delimiter within a text needs quotation marks around the text"
        ),
        RejectedBecause::QuoteNeverClosed => {
            "a quotation mark opens here and never closes; this line was left out, and reading went on after it"
                .to_owned()
        }
        RejectedBecause::TooLong => {
            "this row is longer than 8 MB, which no post is; it was left out".to_owned()
        }
        RejectedBecause::Fault(told) => told.clone(),
    }
}

/// Why a file could not be read.
pub(super) fn not_read(why: &NotRead) -> String {
    match why {
        NotRead::Empty => "there is nothing in this file (0 bytes); export it anew".to_owned(),
        NotRead::CannotOpen(said) => format!("this file cannot be opened: {said}"),
        NotRead::NoText => {
            "this is neither text nor a workbook, a ZIP or JSON; expected a file as a platform exports it".to_owned()
        }
        NotRead::WebPage => {
            "this is a web page, whatever its name says; open it in a spreadsheet and save it as CSV or XLSX".to_owned()
        }
        NotRead::NoTable => "no table was found in this file; expected columns with names".to_owned(),
        NotRead::BrokenJson { line, column } => {
            format!("this JSON breaks off or is broken at line {line}, byte {column}; export it anew")
        }
        NotRead::UnknownJson => {
            "this is JSON, but none that is known; expected Mastodon\u{2019}s archive or statuses, a Bluesky feed, or Groundswell\u{2019}s own".to_owned()
        }
        NotRead::BrokenWorkbook(said) => format!("this workbook cannot be read: {said}"),
        NotRead::BrokenArchive(said) => format!("this ZIP cannot be read: {said}"),
        NotRead::UnpacksTooFar => "this file unpacks to more than any export does; it was not read".to_owned(),
        NotRead::NothingInArchive => "this ZIP holds no file with a table (CSV, XLSX, XLS or JSON)".to_owned(),
        NotRead::Own(told) => told.clone(),
    }
}

fn day_first(day_first: bool) -> &'static str {
    if day_first { "the day first, then the month" } else { "the month first, then the day" }
}

/// What is to be known of a table.
pub(super) fn note(note: &ReadingNote) -> String {
    match note {
        ReadingNote::ColumnsAsSaid => {
            "Its columns are read as you said for tables of these columns.".to_owned()
        }
        ReadingNote::UnknownTable => {
            "This is no export that is known. What its columns mean was guessed from their names.".to_owned()
        }
        ReadingNote::WithoutHeader => {
            "This table has no line with the names of its columns, so its numbers have no meaning that could be known.".to_owned()
        }
        ReadingNote::NothingCounted => "No column of this table holds a count that can be added up.".to_owned(),
        ReadingNote::ReadAs(encoding) => {
            format!("This file is not in UTF-8. It was read as {encoding}: see whether its accented letters are right.")
        }
        ReadingNote::TotalsLeftOut(count) => {
            format!("{} with totals left out: totals are not added to the rows.", rows(*count))
        }
        ReadingNote::FootersLeftOut(count) => format!(
            "{} left out that only say how many results are shown: there may be more than the file holds.",
            rows(*count)
        ),
        ReadingNote::ColumnsDescribed => {
            "A second row says what the columns mean. It is no post and was left out.".to_owned()
        }
        ReadingNote::HeaderAgain(count) => {
            format!("{} left out: the names of the columns again.", rows(*count))
        }
        ReadingNote::BoostsLeftOut(count) => {
            format!("{} left out: posts of others that the account passed on.", rows(*count))
        }
        ReadingNote::DatesUndecided(example) => format!(
            "{} could be two days, and nothing in the file says which: say --dates dmy (day first) or --dates mdy (month first).",
            Excerpt(example)
        ),
        ReadingNote::DatesProven { day_first: first } => {
            format!("Dates were read with {}: a date in the file can be nothing else.", day_first(*first))
        }
        ReadingNote::DatesDocumented { day_first: first } => format!(
            "Dates were read with {}, as the platform writes them; nothing in the file proves it.",
            day_first(*first)
        ),
        ReadingNote::DatesAsSaid { day_first: first } => {
            format!("Dates were read with {}, as you said.", day_first(*first))
        }
        ReadingNote::DatesNotAsSaid => {
            "Dates were not read as you said: a date in the file can only be the other way round.".to_owned()
        }
        ReadingNote::DatesWithoutYear => {
            "The dates have no year, and nothing says which year it is.".to_owned()
        }
        ReadingNote::YearFromName(year) => {
            format!("The dates have no year. The first is of {year}, by the name of the file.")
        }
        ReadingNote::ReadAsThousands(column) => format!(
            "In {}, a point or comma before three digits was read as a mark of thousands: 1.234 is 1,234.",
            Excerpt(column)
        ),
        ReadingNote::Missing { column, rows: count } => {
            format!("{} without a number in {}: not reported, which is not zero.", rows(*count), Excerpt(column))
        }
        ReadingNote::Negative { column, rows: count } => format!(
            "{} below zero in {}: people took back what they did. They are part of the sum.",
            rows(*count),
            Excerpt(column)
        ),
        ReadingNote::IdsRounded(count) => format!(
            "{} with an id that a spreadsheet has rounded (such as 2.02732E+18): posts cannot be told apart by it. Export the file anew and do not save it in a spreadsheet.",
            rows(*count)
        ),
        ReadingNote::IdsRepeated(count) => {
            format!("{} with the id of an earlier row: the same post stands there more than once, and its counts are in the sums each time.", rows(*count))
        }
        ReadingNote::MoreReachThanImpressions(count) => {
            format!("{} with more people reached than impressions, which cannot be.", rows(*count))
        }
        ReadingNote::ReachNotAdded => {
            "Reach cannot be added up: the same people are reached again. All that is known is that it lies between the largest and the sum.".to_owned()
        }
        ReadingNote::RejectedNotListed(count) => {
            format!("{} more rejected than are listed.", rows(*count))
        }
        ReadingNote::CopyOfAnotherFile => {
            "Meta repeats these numbers in a file of their own: importing both would count them twice.".to_owned()
        }
        ReadingNote::SideBySide => {
            "Two tables stand side by side here, in different orders. They were put together by the posts\u{2019} addresses.".to_owned()
        }
        ReadingNote::ZoneNotStated => "The file does not say in which time zone its days begin.".to_owned(),
        ReadingNote::ZonePacific => {
            "Times are those of the Pacific coast of the United States (7 or 8 hours behind London), as Meta writes them: a post before 8 in the morning bears the day before.".to_owned()
        }
        ReadingNote::ZonePacificSupposed => {
            "Days are those of the Pacific coast of the United States, as far as is known; the file does not say.".to_owned()
        }
        ReadingNote::ZoneUtc => "Days are those of UTC, as far as is known; the file does not say.".to_owned(),
        ReadingNote::DaysOfZone(zone) => {
            format!("Days are those of {zone}, as you said: they follow from the times in the file.")
        }
        ReadingNote::ZoneWithoutTimes(zone) => format!(
            "Days stay as the file has them, not those of {zone}: it gives no times of posts, or not of which zone they are."
        ),
        ReadingNote::LastDayPartial => {
            "The last day of an export is often not complete: a later export of the same days has more.".to_owned()
        }
        ReadingNote::EngagementsWithFollows => {
            "X counts new follows and clicks among engagements; it is not what others call engagement.".to_owned()
        }
        ReadingNote::FollowersAreALevel => {
            "Followers are a level, not something that happened: they are not added up.".to_owned()
        }
        ReadingNote::ThumbnailImpressions => {
            "YouTube\u{2019}s impressions are thumbnails shown, not views: views can be more than impressions.".to_owned()
        }
        ReadingNote::ShortsViewsChanged => {
            "YouTube counts every start of a Short as a view since 31 March 2025: earlier and later views of Shorts are not the same thing.".to_owned()
        }
        ReadingNote::MetaViewsAreNotImpressions => {
            "Meta put views in the place of impressions in 2024. They are counted in different ways and are not one series.".to_owned()
        }
        ReadingNote::SeveralNetworks => {
            "Several networks stand in this file, each with its own definitions under one name.".to_owned()
        }
        ReadingNote::UsersAreNotAdded => {
            "Users and sessions are not added up: the same people come on several days and by several ways.".to_owned()
        }
    }
}

/// Of several reaches: the largest and their sum.
pub(super) fn reach(largest: f64, sum: f64) -> String {
    if largest == sum {
        return grouped(largest);
    }
    format!(
        "at least {} (the largest), at most {} (the sum, with people counted again)",
        grouped(largest),
        grouped(sum)
    )
}
