//! The words with which a reader says how a table's columns are to be read.

use super::{Language, english_mapping};

/// The fixed phrases of that.
#[derive(Debug)]
pub struct MappingPhrases {
    /// Opens it.
    pub title: &'static str,
    /// What is said of it.
    pub hint: &'static str,
    /// Names the choice of what one row is about.
    pub row_is: &'static str,
    /// A post, a day, something else.
    pub grains: [&'static str; 3],
    /// Names the choice of where the table comes from.
    pub comes_from: &'static str,
    /// As the table was recognised.
    pub as_recognised: &'static str,
    /// From none that is known.
    pub elsewhere: &'static str,
    /// A column that is not read.
    pub not_read: &'static str,
    /// Day, id, address, text, account, people reached.
    pub meanings: [&'static str; 6],
    /// A column without a name; before its number.
    pub column: &'static str,
    /// Before the first cells of a column.
    pub first_cells: &'static str,
    /// A cell that says nothing.
    pub missing: &'static str,
    /// A date of which it is not known yet which day it is.
    pub some_day: &'static str,
    /// A cell that cannot be read so.
    pub unreadable: &'static str,
    /// There are more columns than are shown.
    pub more_columns: &'static str,
    /// Reads the table by guesses again.
    pub forget: &'static str,
}

impl Language {
    /// The fixed phrases of mappings.
    pub const fn mapping_phrases(self) -> &'static MappingPhrases {
        match self {
            Self::English => &english_mapping::PHRASES,
        }
    }
}
