//! What a figure shows: the facts that everything of it is made of.

use super::calendar::{Calendar, calendar};
use super::choice::Choice;
use super::comparison::{Comparison, compare, compare_in};
use super::ladder::{Ladder, ladder};
use super::multiples::{Multiples, multiples};
use super::rate::{Rates, rates};
use super::side_by_side::{SideBySide, side_by_side};
use super::years::{Years, years};
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
    /// What they put out, what people took from it, what came of it.
    Ladder(Ladder),
    /// Their figures as multiples of a yardstick, or of their targets.
    Multiples(Multiples),
    /// Figures of theirs of several years.
    Years(Years),
    /// When they ran.
    When(Calendar),
}

impl Subject {
    /// Those of the figure of that name, for a place with room for so many rows at a
    /// glance, where that is less than usual.
    pub fn of(dataset: &Dataset, choice: &Choice, name: FigureName, room: Option<usize>) -> Self {
        let yardstick = choice.terms.yardstick.as_deref();
        let metric = |metric| {
            Self::Metric(match room {
                Some(room) => compare_in(dataset, choice, metric, room),
                None => compare(dataset, choice, metric),
            })
        };
        match name {
            FigureName::Reach => metric(Metric::Reach),
            FigureName::Impressions => metric(Metric::Impressions),
            FigureName::Participation => metric(Metric::Participation),
            FigureName::Views => metric(Metric::Views),
            FigureName::Engagement => metric(Metric::Engagement),
            FigureName::Attention => {
                Self::Attention(rates(dataset, choice, choice.terms.action, choice.terms.attention))
            }
            FigureName::Beside => Self::Beside(side_by_side(dataset, choice, yardstick)),
            FigureName::Ladder => Self::Ladder(ladder(dataset, choice)),
            FigureName::Multiples => Self::Multiples(multiples(dataset, choice, yardstick)),
            FigureName::Years => Self::Years(years(dataset, choice)),
            FigureName::When => Self::When(calendar(dataset, choice)),
        }
    }
}

/// The metrics that a figure of that choice speaks of.
pub fn metrics_of(name: FigureName, choice: &Choice) -> Vec<Metric> {
    match (name.metric(), name) {
        (Some(metric), _) => vec![metric],
        (None, FigureName::Attention) => vec![choice.terms.action, choice.terms.attention],
        (None, _) => MEASURED.to_vec(),
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
