//! What is wrong with a record, and where it stands.

use super::json::Json;
use crate::format::{Found, Language, Shape, Trouble};
use crate::model::{InvalidPeriod, InvalidQuantity, RecordKind, UnknownSlug};
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

/// What is wrong: what was found, and what was expected.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A field that every such record has is missing.
    Missing,
    /// A value of another JSON type.
    WrongType {
        /// The type expected.
        expected: Shape,
        /// The value found.
        found: Found,
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
        kind: RecordKind,
        /// Its id.
        id: String,
    },
    /// A reference to a record that has a fault of its own.
    LeftOutReference {
        /// What was referred to.
        kind: RecordKind,
        /// Its id.
        id: String,
    },
}

impl Fault {
    /// What is wrong, for those who see where.
    pub fn tell_problem(&self, language: Language) -> String {
        language.tell(Trouble::Here(&self.problem.trouble()))
    }

    /// The fault as the catalogue of sentences knows it.
    pub fn tell(&self, language: Language) -> String {
        let Self { file, record, field, problem } = self;
        language.tell(Trouble::Fault { file, record, field, problem: &problem.trouble() })
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Language::English))
    }
}

impl std::error::Error for Fault {}

impl Problem {
    fn trouble(&self) -> Trouble<'_> {
        match self {
            Self::Missing => Trouble::Missing,
            Self::WrongType { expected, found } => Trouble::WrongType { expected: *expected, found },
            Self::UnknownField { expected } => Trouble::UnknownField { expected },
            Self::EmptyText => Trouble::EmptyText,
            Self::Unprintable(found) => Trouble::Unprintable(*found),
            Self::EmptyList => Trouble::EmptyList,
            Self::Repeated(found) => Trouble::RepeatedText(found),
            Self::InvalidId(found) => Trouble::InvalidId(found),
            Self::InvalidDefinitionId(found) => Trouble::InvalidDefinitionId(found),
            Self::UnknownSlug(unknown) => Trouble::UnknownSlug(unknown),
            Self::InvalidDate(found) => Trouble::InvalidDate(found),
            Self::InvalidPeriod(invalid) => Trouble::InvalidPeriod(invalid),
            Self::EndsBeforeItBegins => Trouble::EndsBeforeItBegins,
            Self::InvalidQuantity(invalid) => Trouble::InvalidQuantity(invalid),
            Self::InvalidAddress(found) => Trouble::InvalidAddress(found),
            Self::InvalidFileName(found) => Trouble::InvalidFileName(found),
            Self::InvalidHashtag(found) => Trouble::InvalidHashtag(found),
            Self::OnlyForTargets => Trouble::OnlyForTargets,
            Self::TargetForTarget => Trouble::TargetForTarget,
            Self::DuplicateId { id, first } => Trouble::DuplicateId { id, first },
            Self::DiffersFrom { id, first } => Trouble::DiffersFrom { id, first },
            Self::NotTheCataloguesId { expected, found } => Trouble::NotTheCataloguesId { expected, found },
            Self::UnknownReference { kind, id } => Trouble::UnknownReference { kind: *kind, id },
            Self::LeftOutReference { kind, id } => Trouble::LeftOutReference { kind: *kind, id },
        }
    }
}

/// What was found where a value should be; `None` is a field that is not there.
pub(super) fn found(value: Option<&Json>) -> Found {
    match value {
        None => Found::Nothing,
        Some(Json::Null) => Found::Null,
        Some(Json::Bool(found)) => Found::Bool(*found),
        Some(Json::Number(found)) => Found::Number(*found),
        Some(Json::Text(found)) => Found::Text(found.clone()),
        Some(Json::List(_)) => Found::List,
        Some(Json::Object(_)) => Found::Object,
    }
}
