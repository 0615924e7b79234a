//! What a link asks for and the page does not have.

use crate::format::{Language, Trouble};
use std::fmt;

/// A part of a link that could not be followed; the rest was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkNotice {
    /// A parameter of an unknown name.
    UnknownParameter(String),
    /// A parameter that stands in the link more than once; the last one counts.
    Repeated(&'static str),
    /// A value that the parameter cannot have.
    UnknownValue {
        /// The parameter's name.
        parameter: &'static str,
        /// The value in the link.
        found: String,
        /// The values it can have.
        expected: Vec<&'static str>,
    },
    /// A campaign is to be shown, and the link does not say which.
    NoCampaignNamed {
        /// The parameter's name.
        parameter: &'static str,
    },
    /// No campaign has the id that is to be shown.
    UnknownCampaign(String),
    /// Of no campaign that counts this is recorded.
    NothingOf {
        /// The parameter's name.
        parameter: &'static str,
        /// What it asks for.
        value: String,
    },
    /// No campaigns have these of the ids chosen.
    UnknownChoice {
        /// The unknown ids.
        ids: Vec<String>,
        /// Whether none was left, so that all campaigns are shown instead.
        all_instead: bool,
    },
}

impl LinkNotice {
    /// The sentence that says so.
    pub fn tell(&self, language: Language) -> String {
        language.tell(match self {
            Self::UnknownParameter(name) => Trouble::UnknownParameter(name),
            Self::Repeated(name) => Trouble::RepeatedParameter(name),
            Self::UnknownValue { parameter, found, expected } => {
                Trouble::UnknownValue { parameter, found, expected }
            }
            Self::NoCampaignNamed { parameter } => Trouble::NoCampaignNamed { parameter },
            Self::UnknownCampaign(id) => Trouble::UnknownCampaign(id),
            Self::NothingOf { parameter, value } => Trouble::NothingOf { parameter, value },
            Self::UnknownChoice { ids, all_instead } => {
                Trouble::UnknownChoice { ids, all_instead: *all_instead }
            }
        })
    }
}

impl fmt::Display for LinkNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Language::English))
    }
}
