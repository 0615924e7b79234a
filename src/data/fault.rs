//! What is wrong with a record, and where it stands.

use super::json::Json;
use crate::model::{Excerpt, InvalidPeriod, InvalidQuantity, Numeral, UnknownSlug};
use std::fmt;

/// One mistake in a file. The record it is in was left out, unless the mistake
/// is in the file's own fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The file's name.
    pub file: String,
    /// Which record, for example `observations[12], nhs-change-day` (counted
    /// from 0, as in JSON); empty for the file itself.
    pub record: String,
    /// Which field of it, for example `value` or `objectives[0].source`; empty
    /// for the record itself.
    pub field: String,
    /// What is wrong.
    pub problem: Problem,
}

/// The kinds of record that others refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A campaign.
    Campaign,
    /// A definition.
    Definition,
    /// A source.
    Source,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Campaign => "campaign",
            Self::Definition => "definition",
            Self::Source => "source",
        }
    }
}

/// What is wrong: what was found, and what was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A field that every such record has is missing.
    Missing,
    /// A value of another JSON type.
    WrongType {
        /// The type expected, in words.
        expected: &'static str,
        /// The value found, in words.
        found: String,
    },
    /// A field that no such record has.
    UnknownField {
        /// The fields it may have.
        expected: Vec<&'static str>,
    },
    /// Text with nothing in it.
    EmptyText,
    /// Text with a character that no page can hold, or that turns the direction
    /// of the words around it.
    Unprintable(char),
    /// A list with nothing in it.
    EmptyList,
    /// A list that has the same text twice.
    Repeated(String),
    /// No id: lower case letters and digits, joined by hyphens.
    InvalidId(String),
    /// No id of a definition: a metric, a dot and an id.
    InvalidDefinitionId(String),
    /// No member of a closed set.
    UnknownSlug(UnknownSlug),
    /// No date.
    InvalidDate(String),
    /// No period.
    InvalidPeriod(InvalidPeriod),
    /// A date of ending before that of beginning.
    EndsBeforeItBegins,
    /// Numbers that make no quantity.
    InvalidQuantity(InvalidQuantity),
    /// No address of a web page; other addresses could run as a program.
    InvalidAddress(String),
    /// No name of a JSON file beside the catalogue.
    InvalidFileName(String),
    /// No hashtag.
    InvalidHashtag(String),
    /// What only a target has.
    OnlyForTargets,
    /// A target for a target.
    TargetForTarget,
    /// An id that an earlier record has.
    DuplicateId {
        /// The id.
        id: String,
        /// The earlier record: file and place.
        first: String,
    },
    /// A record that says something else than an earlier one of the same id.
    DiffersFrom {
        /// The id.
        id: String,
        /// The earlier record: file and place.
        first: String,
    },
    /// Another id than the catalogue gives the file.
    NotTheCataloguesId {
        /// The id in the catalogue.
        expected: String,
        /// The id in the file.
        found: String,
    },
    /// A reference to a record that does not exist.
    UnknownReference {
        /// What was referred to.
        kind: Kind,
        /// Its id.
        id: String,
    },
    /// A reference to a record that has a fault of its own.
    LeftOutReference {
        /// What was referred to.
        kind: Kind,
        /// Its id.
        id: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        for part in [&self.record, &self.field] {
            if !part.is_empty() {
                write!(f, ", {part}")?;
            }
        }
        write!(f, ": {}.", self.problem)
    }
}

impl std::error::Error for Fault {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("this field is missing"),
            Self::WrongType { expected, found } => write!(f, "expected {expected}, found {found}"),
            Self::UnknownField { expected } => {
                write!(f, "there is no such field; expected one of: {}", expected.join(", "))
            }
            Self::EmptyText => {
                f.write_str("the text is empty; what is not known is left out together with its field")
            }
            Self::Unprintable(found) => {
                write!(f, "the text holds the character U+{:04X}, which cannot be shown", u32::from(*found))
            }
            Self::EmptyList => {
                f.write_str("the list is empty; what is not known is left out together with its field")
            }
            Self::Repeated(found) => write!(f, "{} is in the list twice", Excerpt(found)),
            Self::InvalidId(found) => write!(
                f,
                "{} is no id; expected lower case letters and digits, joined by hyphens",
                Excerpt(found)
            ),
            Self::InvalidDefinitionId(found) => write!(
                f,
                "{} is no id of a definition; expected a metric, a dot and a name, such as reach.accounts",
                Excerpt(found)
            ),
            Self::UnknownSlug(unknown) => unknown.fmt(f),
            Self::InvalidDate(found) => write!(
                f,
                "{} is no date; expected a year, month or day, such as 2014, 2014-03 or 2014-03-13",
                Excerpt(found)
            ),
            Self::InvalidPeriod(invalid) => invalid.fmt(f),
            Self::EndsBeforeItBegins => f.write_str("this date is before the date in \u{201c}from\u{201d}"),
            Self::InvalidQuantity(invalid) => invalid.fmt(f),
            Self::InvalidAddress(found) => write!(
                f,
                "{} is no address of a web page; expected one that begins with https:// or http://",
                Excerpt(found)
            ),
            Self::InvalidFileName(found) => write!(
                f,
                "{} is no file beside the catalogue; expected letters, digits, hyphens and dots, ending in .json",
                Excerpt(found)
            ),
            Self::InvalidHashtag(found) => {
                write!(f, "{} is no hashtag; expected # and one word", Excerpt(found))
            }
            Self::OnlyForTargets => f.write_str("only a definition of the metric target has this field"),
            Self::TargetForTarget => f.write_str("a target is for what is counted, not for another target"),
            Self::DuplicateId { id, first } => {
                write!(f, "the id {} is already that of {first}", Excerpt(id))
            }
            Self::DiffersFrom { id, first } => {
                write!(f, "{} says something else here than in {first}", Excerpt(id))
            }
            Self::NotTheCataloguesId { expected, found } => write!(
                f,
                "expected {}, the id that the catalogue gives this file, found {}",
                Excerpt(expected),
                Excerpt(found)
            ),
            Self::UnknownReference { kind, id } => {
                write!(f, "there is no {} with the id {}", kind.word(), Excerpt(id))
            }
            Self::LeftOutReference { kind, id } => {
                write!(f, "the {} {} was left out for a fault of its own", kind.word(), Excerpt(id))
            }
        }
    }
}

/// A JSON value in words, for "found …"; `None` is a field that is not there.
pub(super) fn described(value: Option<&Json>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Json::Null) => "null".to_owned(),
        Some(Json::Bool(found)) => found.to_string(),
        Some(Json::Number(found)) => format!("the number {}", Numeral(*found)),
        Some(Json::Text(found)) => format!("the text {}", Excerpt(found)),
        Some(Json::List(_)) => "a list".to_owned(),
        Some(Json::Object(_)) => "an object".to_owned(),
    }
}
