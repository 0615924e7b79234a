//! Why a file as a whole cannot be read.

use super::fault::{Fault, Problem};
use crate::format::{Found, Language, Trouble};
use std::fmt;

/// A file of which nothing can be kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Unreadable {
    /// The file's name.
    pub file: String,
    /// Why.
    pub cause: UnreadableCause,
}

/// Why nothing of a file can be kept.
#[derive(Clone, Debug, PartialEq)]
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
        /// What it is instead.
        found: Found,
    },
    /// It does not say that it is what was asked for.
    WrongFormat {
        /// The format asked for.
        expected: &'static str,
        /// What it says.
        found: Found,
    },
    /// It is in another version of the format.
    UnknownVersion {
        /// The version that can be read.
        expected: u64,
        /// What it says.
        found: Found,
    },
    /// It does not say whose figure it holds.
    WithoutFigure(Box<Fault>),
}

/// The field that says whose figure a file holds.
pub(super) const FIGURE: &str = "figure";

impl Unreadable {
    /// A file whose figure is not known, by the fault that was found there.
    pub(super) fn without_figure(file: &str, faults: Vec<Fault>) -> Self {
        let told = faults.into_iter().find(|fault| fault.field == FIGURE);
        let fault = told.unwrap_or_else(|| Fault {
            file: file.to_owned(),
            record: String::new(),
            field: FIGURE.to_owned(),
            problem: Problem::Missing,
        });
        Self { file: file.to_owned(), cause: UnreadableCause::WithoutFigure(Box::new(fault)) }
    }

    /// The sentence that says why.
    pub fn tell(&self, language: Language) -> String {
        let file = &*self.file;
        language.tell(match &self.cause {
            UnreadableCause::WithoutFigure(fault) => return fault.tell(language),
            UnreadableCause::Empty => Trouble::EmptyFile { file },
            UnreadableCause::EndsEarly { line } => Trouble::EndsEarly { file, line: *line },
            UnreadableCause::NotJson { line, column } => {
                Trouble::NotJson { file, line: *line, column: *column }
            }
            UnreadableCause::NotAnObject { found } => Trouble::NotAnObject { file, found },
            UnreadableCause::WrongFormat { expected, found } => {
                Trouble::WrongFormat { file, expected, found }
            }
            UnreadableCause::UnknownVersion { expected, found } => {
                Trouble::UnknownVersion { file, expected: *expected, found }
            }
        })
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Language::English))
    }
}

impl std::error::Error for Unreadable {}
