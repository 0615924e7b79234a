//! What a link asks for and the page does not have.

use crate::model::Excerpt;
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
    /// No campaign has the id that is to be shown.
    UnknownCampaign(String),
    /// No campaigns have these of the ids chosen.
    UnknownChoice {
        /// The unknown ids.
        ids: Vec<String>,
        /// Whether none was left, so that all campaigns are shown instead.
        all_instead: bool,
    },
}

impl fmt::Display for LinkNotice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownParameter(name) => {
                write!(f, "This page does not know {} in the link, and left it aside.", Excerpt(name))
            }
            Self::Repeated(name) => {
                write!(f, "The link has {} more than once; the last one counts.", Excerpt(name))
            }
            Self::UnknownValue { parameter, found, expected } => write!(
                f,
                "The link sets {} to {}, which this page does not know; it can be: {}.",
                Excerpt(parameter),
                Excerpt(found),
                expected.join(", ")
            ),
            Self::UnknownCampaign(id) => {
                write!(f, "This page has no campaign {}; the overview is shown instead.", Excerpt(id))
            }
            Self::UnknownChoice { ids, all_instead } => {
                let ids: Vec<String> = ids.iter().map(|id| Excerpt(id).to_string()).collect();
                let ids = ids.join(", ");
                if *all_instead {
                    write!(
                        f,
                        "The link chooses campaigns that this page does not have: {ids}. All campaigns are shown instead."
                    )
                } else {
                    write!(
                        f,
                        "The link chooses campaigns that this page does not have: {ids}. The others are shown."
                    )
                }
            }
        }
    }
}
