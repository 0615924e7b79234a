//! Why a file as a whole cannot be read.

use crate::model::Excerpt;
use std::fmt;

/// A file of which nothing can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The file's name.
    pub file: String,
    /// Why.
    pub cause: UnreadableCause,
}

/// Why nothing of a file can be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UnreadableCause {
    /// There is nothing in it.
    Empty,
    /// It stops before its JSON does, as after a broken download.
    EndsEarly {
        /// The line at which it stops, from 1.
        line: usize,
    },
    /// It is not JSON.
    NotJson {
        /// The line of the first mistake, from 1.
        line: usize,
        /// The byte in that line, from 1.
        column: usize,
    },
    /// It is JSON, but no object.
    NotAnObject {
        /// What it is instead, in words.
        found: String,
    },
    /// It does not say that it is what was asked for.
    WrongFormat {
        /// The format asked for.
        expected: &'static str,
        /// What it says, in words.
        found: String,
    },
    /// It is in another version of the format.
    UnknownVersion {
        /// The version that can be read.
        expected: u64,
        /// What it says, in words.
        found: String,
    },
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = Excerpt(&self.file);
        match &self.cause {
            UnreadableCause::Empty => write!(f, "The file {file} is empty."),
            UnreadableCause::EndsEarly { line } => {
                write!(f, "The file {file} is cut off: it ends too early, in line {line}.")
            }
            UnreadableCause::NotJson { line, column } => {
                write!(f, "The file {file} is not JSON: line {line}, column {column} cannot be read.")
            }
            UnreadableCause::NotAnObject { found } => {
                write!(f, "The file {file} should hold one JSON object; found {found}.")
            }
            UnreadableCause::WrongFormat { expected, found } => {
                write!(f, "The file {file} should have the format \u{201c}{expected}\u{201d}; found {found}.")
            }
            UnreadableCause::UnknownVersion { expected, found } => {
                write!(f, "The file {file} should be in version {expected} of its format; found {found}.")
            }
        }
    }
}

impl std::error::Error for Unreadable {}
