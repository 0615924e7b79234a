//! What a table is read as, and what comes of it.

use super::form::{Form, Meaning};
use super::kept::Kept;
use super::look::FirstLook;
use super::mapping::Column;
use super::measure::{Grain, Measure};
use super::origin::ExportOrigin;
use super::said::SaidMapping;
use super::when::DateOrder;
use super::zone::Zone;
use crate::format::{ReadingNote, RejectedBecause};
use crate::model::Date;

/// A row that was rejected.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// Its line, from 1.
    pub line: u64,
    /// The column's name; empty for the row as a whole.
    pub column: String,
    /// Why.
    pub because: RejectedBecause,
}

/// Of reach, all that is known: people are reached again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReachBounds {
    /// The largest: the whole cannot be less.
    pub largest: i64,
    /// All added up: the whole cannot be more.
    pub sum: i64,
}

/// What a table was read as, and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TableReading {
    /// What the file calls this table; empty where it holds one only.
    pub table: String,
    /// The export it was recognised as.
    pub form: Option<&'static Form>,
    /// What one row is about.
    pub grain: Grain,
    /// The columns that were read.
    pub columns: Vec<Column>,
    /// The names of the others.
    pub unread: Vec<String>,
    /// How many posts or days were read.
    pub rows: u64,
    /// What was rejected; at most as many as are kept.
    pub rejected: Vec<Rejected>,
    /// How many rows were rejected.
    pub rejected_rows: u64,
    /// The first and last day, where days are known.
    pub period: Option<(Date, Date)>,
    /// What was counted, by measure; only what the table reports.
    pub sums: Vec<(Measure, i64)>,
    /// Reach, where the table reports it.
    pub reach: Option<ReachBounds>,
    /// What is to be known of it.
    pub notes: Vec<ReadingNote>,
    /// Its rows, if they were to be kept and are posts or days.
    pub kept: Option<Kept>,
    /// What stands out among its rows, if they were to be kept.
    pub look: Option<FirstLook>,
    /// The names of all its columns, by their places; none where it has no names, or
    /// stands beside another in one sheet.
    pub names: Vec<String>,
    /// The first rows, if rows were to be kept: of each column what is written, and what
    /// that is read as.
    pub preview: Vec<Vec<PreviewCell>>,
    /// How a reader said that it is to be read.
    pub said: Option<SaidMapping>,
    /// A date of it that could be two days.
    pub unclear_date: Option<String>,
    /// Whether it has times of posts whose zone is known, so that their days can be those of
    /// another.
    pub has_zoned_times: bool,
}

/// A cell of the first rows.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewCell {
    /// The beginning of what is written.
    pub written: String,
    /// What it is read as.
    pub read: PreviewValue,
}

/// What a cell is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviewValue {
    /// It is not read, or as it is written.
    AsWritten,
    /// As nothing: what it would say is missing.
    Missing,
    /// As a count.
    Count(i64),
    /// As a day.
    Day(Date),
    /// As a day, of which it is not known yet which.
    SomeDay,
    /// It cannot be read as what the column holds.
    Unreadable,
}

impl TableReading {
    /// Whether a sum is of all its rows: none was rejected, and each says a number.
    pub fn is_whole(&self, measure: Measure) -> bool {
        let lacks = |note: &ReadingNote| match note {
            ReadingNote::Missing { column, .. } => self
                .columns
                .iter()
                .any(|known| known.name == *column && known.meaning == Meaning::Count(measure)),
            _ => false,
        };
        self.rejected_rows == 0 && !self.notes.iter().any(lacks)
    }

    /// Where it comes from: as its form says, or as a reader said.
    pub fn origin(&self) -> Option<ExportOrigin> {
        let said = self.said.as_ref().and_then(|said| said.origin);
        said.or_else(|| self.form.and_then(Form::origin))
    }
}

/// What the reader of a file has said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadingOptions {
    /// The order of day and month, where the file does not show it.
    pub dates: Option<DateOrder>,
    /// The zone whose days are wanted, if not those in which the file writes its times.
    pub zone: Option<Zone>,
    /// Whether the rows are kept, not only added up.
    pub keep: bool,
    /// How tables of some shapes are to be read.
    pub said: Vec<SaidMapping>,
}
