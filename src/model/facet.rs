//! What is recorded of campaigns, as far as they can be sorted out by it.

use super::closed_set::closed_set;

/// What campaigns can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Where it was published, or a figure of it counted.
    Platform,
    /// A stage that it has figures of, or results in words, by its slug.
    Stage,
    /// What it was for.
    Aim,
    /// A country in which it ran.
    Country,
    /// A year in which it ran, or of which it has a figure.
    Year,
    /// One of its hashtags.
    Hashtag,
    /// Who says something of it.
    Source,
}

closed_set!(Facet, "facet", {
    Platform => "platform", Stage => "stage", Aim => "aim", Country => "country",
    Year => "year", Hashtag => "hashtag", Source => "source",
});
