//! What went wrong with a file, a record or a link, as one closed list. The
//! texts are in the language's own file. The values are those of the errors of
//! the floors above, which say what happened and know no words.

use super::{Excerpt, Language};
use crate::model::{InvalidPeriod, InvalidQuantity, RecordKind, UnknownSlug};
use std::fmt;

/// The kinds of JSON value that a field can be meant to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A list.
    List,
    /// An object.
    Object,
}

/// A JSON value as it was found.
#[derive(Clone, Debug, PartialEq)]
pub enum Found {
    /// The field is not there.
    Nothing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List,
    /// An object.
    Object,
}

/// What went wrong. Texts come as they were found: the catalogue quotes them.
#[derive(Clone, Copy, Debug)]
pub enum Trouble<'a> {
    /// A mistake in a file, with its place; record and field can be empty.
    Fault { file: &'a str, record: &'a str, field: &'a str, problem: &'a Trouble<'a> },
    /// The same where its place is seen: at a field of a form.
    Here(&'a Trouble<'a>),
    /// A field that is missing.
    Missing,
    /// A value of another JSON type.
    WrongType { expected: Shape, found: &'a Found },
    /// A field that no such record has.
    UnknownField { expected: &'a [&'static str] },
    /// Text with nothing in it.
    EmptyText,
    /// A character that cannot be shown.
    Unprintable(char),
    /// A list with nothing in it.
    EmptyList,
    /// A list that has the same text twice.
    RepeatedText(&'a str),
    /// No id.
    InvalidId(&'a str),
    /// No id of a definition.
    InvalidDefinitionId(&'a str),
    /// No member of a closed set.
    UnknownSlug(&'a UnknownSlug),
    /// No date.
    InvalidDate(&'a str),
    /// No period.
    InvalidPeriod(&'a InvalidPeriod),
    /// A date of ending before that of beginning.
    EndsBeforeItBegins,
    /// Numbers that make no quantity.
    InvalidQuantity(&'a InvalidQuantity),
    /// No address of a web page.
    InvalidAddress(&'a str),
    /// No name of a JSON file beside the catalogue.
    InvalidFileName(&'a str),
    /// No hashtag.
    InvalidHashtag(&'a str),
    /// A field that only targets have.
    OnlyForTargets,
    /// A target for a target.
    TargetForTarget,
    /// An id that an earlier record has.
    DuplicateId { id: &'a str, first: &'a str },
    /// A record that differs from an earlier one of the same id.
    DiffersFrom { id: &'a str, first: &'a str },
    /// Another id than the catalogue gives the file.
    NotTheCataloguesId { expected: &'a str, found: &'a str },
    /// A reference to a record that does not exist.
    UnknownReference { kind: RecordKind, id: &'a str },
    /// A reference to a record that was left out.
    LeftOutReference { kind: RecordKind, id: &'a str },
    /// A file with nothing in it.
    EmptyFile { file: &'a str },
    /// A file that stops before its JSON does.
    EndsEarly { file: &'a str, line: usize },
    /// A file that is not JSON.
    NotJson { file: &'a str, line: usize, column: usize },
    /// A file that is JSON, but no object.
    NotAnObject { file: &'a str, found: &'a Found },
    /// A file of another format.
    WrongFormat { file: &'a str, expected: &'static str, found: &'a Found },
    /// A file in another version of the format.
    UnknownVersion { file: &'a str, expected: u64, found: &'a Found },
    /// A file that the server does not have.
    FileNotFound { file: &'a str },
    /// A file that the server refuses.
    FileRefused { file: &'a str, status: u16 },
    /// A file that took too long.
    FileTimedOut { file: &'a str, seconds: u32 },
    /// A file that there is no connection for.
    NoNetwork { file: &'a str },
    /// A parameter of a link, of an unknown name.
    UnknownParameter(&'a str),
    /// A parameter that stands in a link more than once.
    RepeatedParameter(&'a str),
    /// A value that a parameter of a link cannot have.
    UnknownValue { parameter: &'a str, found: &'a str, expected: &'a [&'static str] },
    /// A link to a campaign's page that names none.
    NoCampaignNamed { parameter: &'a str },
    /// A campaign whose page there is not.
    UnknownCampaign(&'a str),
    /// A filter for what is recorded of no campaign.
    NothingOf { parameter: &'a str, value: &'a str },
    /// Campaigns chosen that there are not; none may be left.
    UnknownChoice { ids: &'a [String], all_instead: bool },
}

impl Language {
    /// What went wrong, in this language.
    pub fn tell(self, trouble: Trouble<'_>) -> String {
        match self {
            Self::English => super::english_trouble::tell(trouble),
        }
    }
}

/// Texts between quotation marks, with commas between.
pub(super) fn quoted(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| Excerpt(text).to_string()).collect();
    texts.join(", ")
}

/// The model knows no words: its errors get theirs here, for terminals and tests.
macro_rules! in_english {
    ($($error:ident),+) => { $(
        impl fmt::Display for $error {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&Language::English.tell(Trouble::$error(self)))
            }
        }

        impl std::error::Error for $error {}
    )+ };
}

in_english!(UnknownSlug, InvalidPeriod, InvalidQuantity);
