//! What is said of a file that was read: why a row was left out, why a file could not
//! be read, and what is to be known of the numbers. One closed list each; the texts are
//! in the language's own file.

use super::Language;

/// Why a row of an export was rejected.
#[derive(Clone, Debug, PartialEq)]
pub enum RejectedBecause {
    /// A cell that should hold a count holds this.
    NoCount(String),
    /// A cell that should hold a date holds this.
    NoDate(String),
    /// Neither a date nor a number can be read in it.
    NothingInIt,
    /// It has fewer cells than are read.
    TooFewCells {
        /// How many it has.
        found: usize,
        /// How many the table has.
        expected: usize,
    },
    /// It has more cells than the table.
    TooManyCells {
        /// How many it has.
        found: usize,
        /// How many the table has.
        expected: usize,
    },
    /// A quotation mark opens in it and never closes.
    QuoteNeverClosed,
    /// It is longer than any row is.
    TooLong,
    /// A record of the project's own format has a fault, told in full.
    Fault(String),
}

/// Why a file, or a part of one, could not be read at all.
#[derive(Clone, Debug, PartialEq)]
pub enum NotRead {
    /// There is nothing in it.
    Empty,
    /// It cannot be opened; what the system says.
    CannotOpen(String),
    /// It holds no text and is no workbook or archive that is known.
    NoText,
    /// It is a page for a browser, whatever its name says.
    WebPage,
    /// It is text without a table.
    NoTable,
    /// It is JSON that stops early or is broken.
    BrokenJson {
        /// The line, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
    },
    /// It is JSON, and none that is known.
    UnknownJson,
    /// It is a workbook that cannot be read; what was found.
    BrokenWorkbook(String),
    /// It is an archive that cannot be read; what was found.
    BrokenArchive(String),
    /// It unpacks to more than is read.
    UnpacksTooFar,
    /// It is an archive without a file that could hold a table.
    NothingInArchive,
    /// It is of the project's own format, and cannot be kept; told in full.
    Own(String),
}

/// What is to be known of a table that was read.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadingNote {
    /// It is none of the known exports; the columns' meanings are guesses.
    UnknownTable,
    /// The columns were read as the reader of the file said.
    ColumnsAsSaid,
    /// It has no line of column names.
    WithoutHeader,
    /// Nothing in it can be added up.
    NothingCounted,
    /// It is not in UTF-8, and was read in this encoding.
    ReadAs(&'static str),
    /// Rows with totals were left out.
    TotalsLeftOut(u64),
    /// Lines that are no rows, such as "Showing top 500 results", were left out.
    FootersLeftOut(u64),
    /// A second line describes the columns.
    ColumnsDescribed,
    /// The line of column names stands in it again.
    HeaderAgain(u64),
    /// Posts of others, which the account passed on, were left out.
    BoostsLeftOut(u64),
    /// Dates could be two things; one of them as an example.
    DatesUndecided(String),
    /// How day and month were told apart: the day is first, because a date shows it.
    DatesProven {
        /// The day comes first.
        day_first: bool,
    },
    /// How day and month were told apart: as the platform documents it.
    DatesDocumented {
        /// The day comes first.
        day_first: bool,
    },
    /// How day and month were told apart: as it was said.
    DatesAsSaid {
        /// The day comes first.
        day_first: bool,
    },
    /// What was said of day and month is contradicted by a date of the column.
    DatesNotAsSaid,
    /// Dates have no year, and nothing says which.
    DatesWithoutYear,
    /// Dates have no year; it was taken from the name of the file.
    YearFromName(u16),
    /// A single mark before three digits was read as one of thousands, in this column.
    ReadAsThousands(String),
    /// Cells without a number in this column.
    Missing {
        /// The column.
        column: String,
        /// In how many rows.
        rows: u64,
    },
    /// Numbers below zero in this column, in so many rows.
    Negative {
        /// The column.
        column: String,
        /// In how many rows.
        rows: u64,
    },
    /// Ids were turned into rounded numbers, so that posts cannot be told apart by them.
    IdsRounded(u64),
    /// So many rows have the id of an earlier one.
    IdsRepeated(u64),
    /// So many rows have more people reached than impressions, which cannot be.
    MoreReachThanImpressions(u64),
    /// Reach is not added up.
    ReachNotAdded,
    /// More rows were rejected than are listed.
    RejectedNotListed(u64),
    /// It stands beside the same numbers in a file of its own.
    CopyOfAnotherFile,
    /// Two tables side by side, put together by the posts' addresses.
    SideBySide,
    /// The platform does not say of which zone the days are.
    ZoneNotStated,
    /// Times are those of the Pacific coast of the United States.
    ZonePacific,
    /// Days are those of the Pacific coast of the United States, as far as is known.
    ZonePacificSupposed,
    /// Days are those of UTC, as far as is known.
    ZoneUtc,
    /// Days are those of the zone of that name, as was said.
    DaysOfZone(String),
    /// Days of the zone of that name were asked for, and the file has no times, or does not
    /// say of which zone these are.
    ZoneWithoutTimes(String),
    /// The last day was not over when the file was made.
    LastDayPartial,
    /// Engagements contain new follows and clicks.
    EngagementsWithFollows,
    /// Followers are a level.
    FollowersAreALevel,
    /// Impressions are of thumbnails.
    ThumbnailImpressions,
    /// Views of Shorts are counted in another way since 31 March 2025.
    ShortsViewsChanged,
    /// Meta's views took the place of impressions in 2024.
    MetaViewsAreNotImpressions,
    /// Several networks count in one file.
    SeveralNetworks,
    /// Users and sessions are not added.
    UsersAreNotAdded,
}

/// The words around what `groundswell check` prints.
#[derive(Debug)]
pub struct ReadingPhrases {
    /// Before what a table was recognised as.
    pub recognised_as: &'static str,
    /// A table of no known export.
    pub unknown: &'static str,
    /// Before the columns by which it was recognised.
    pub because: &'static str,
    /// Before how each column is read.
    pub columns: &'static str,
    /// Before the columns that are not read.
    pub unread: &'static str,
    /// Before the period.
    pub period: &'static str,
    /// A period that is not known.
    pub no_period: &'static str,
    /// Before the number of rows.
    pub rows: &'static str,
    /// Before the number of rejected rows.
    pub rejected: &'static str,
    /// Before the sums.
    pub sums: &'static str,
    /// No sums.
    pub no_sums: &'static str,
    /// Before reach.
    pub reach: &'static str,
    /// Before a note.
    pub note: &'static str,
    /// Before a line's number.
    pub line: &'static str,
    /// What one row is about: a post, a day, anything else.
    pub grains: [&'static str; 3],
    /// What a column holds when it is no measure: id, link, text, date, account, reach.
    pub meanings: [&'static str; 6],
}

impl Language {
    /// Why a row was rejected, as a part of a sentence.
    pub fn rejected(self, because: &RejectedBecause) -> String {
        match self {
            Self::English => super::english_reading::rejected(because),
        }
    }

    /// Why a file could not be read.
    pub fn not_read(self, why: &NotRead) -> String {
        match self {
            Self::English => super::english_reading::not_read(why),
        }
    }

    /// What is to be known of a table.
    pub fn reading_note(self, note: &ReadingNote) -> String {
        match self {
            Self::English => super::english_reading::note(note),
        }
    }

    /// Of several reaches: the largest, and their sum, which counts people again.
    pub fn reach_words(self, largest: f64, sum: f64) -> String {
        match self {
            Self::English => super::english_reading::reach(largest, sum),
        }
    }

    /// The words around what is printed of a table.
    pub const fn reading(self) -> &'static ReadingPhrases {
        match self {
            Self::English => &super::english_reading::PHRASES,
        }
    }
}
