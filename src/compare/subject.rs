//! What a figure shows: the facts that everything of it is made of.

use super::choice::Choice;
use super::comparison::{Comparison, compare, compare_in};
use super::rate::{Rates, rates};
use super::side_by_side::{SideBySide, side_by_side};
use crate::model::{Dataset, FigureName, Metric, UnknownSlug};

/// The facts of a figure.
#[derive(Clone, Debug, PartialEq)]
pub enum Subject {
    /// One metric of the chosen campaigns.
    Metric(Comparison),
    /// One metric of theirs per another.
    Attention(Rates),
    /// A few of them on every metric that they share.
    Beside(SideBySide),
}

impl Subject {
    /// Those of the figure of that name, for a place with room for so many rows at a
    /// glance, where that is less than usual.
    pub fn of(dataset: &Dataset, choice: &Choice, name: FigureName, room: Option<usize>) -> Self {
        match (name.metric(), name) {
            (Some(metric), _) => Self::Metric(match room {
                Some(room) => compare_in(dataset, choice, metric, room),
                None => compare(dataset, choice, metric),
            }),
            (None, FigureName::Beside) => {
                Self::Beside(side_by_side(dataset, choice, choice.terms.yardstick.as_deref()))
            }
            (None, _) => Self::Attention(rates(dataset, choice, choice.terms.action, choice.terms.attention)),
        }
    }
}

/// The metrics that a figure of that choice speaks of.
pub fn metrics_of(name: FigureName, choice: &Choice) -> Vec<Metric> {
    match (name.metric(), name) {
        (Some(metric), _) => vec![metric],
        (None, FigureName::Beside) => MEASURED.to_vec(),
        (None, _) => vec![choice.terms.action, choice.terms.attention],
    }
}

/// The metrics that can be set per each other or beside each other: all but targets, which
/// stand beside what they are targets for.
pub const MEASURED: &[Metric] = &[
    Metric::Input,
    Metric::Reach,
    Metric::Impressions,
    Metric::Views,
    Metric::Output,
    Metric::Engagement,
    Metric::Response,
    Metric::Participation,
    Metric::Outcome,
];

/// The metric of that name, if it is one of [`MEASURED`].
///
/// # Errors
/// What the name is, and every name that would have been right.
pub fn measured(slug: &str) -> Result<Metric, UnknownSlug> {
    let found = MEASURED.iter().copied().find(|metric| metric.slug() == slug);
    found.ok_or_else(|| UnknownSlug {
        set: "metric that can be set per another",
        found: slug.to_owned(),
        expected: MEASURED.iter().map(|metric| metric.slug()).collect(),
    })
}
