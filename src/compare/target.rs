//! Results beside the targets stated for them.

use super::cell::Known;
use crate::model::{Dataset, Observation, Period, Quantity};

/// Whether a target was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Surely.
    Met,
    /// Surely not.
    Missed,
    /// The figures do not tell.
    Unclear,
}

/// A stated target and what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetCheck {
    /// Index of the observation that states the target.
    pub observation: usize,
    /// How many times the target the result is, where that is known.
    pub ratio: Option<Quantity>,
    /// Whether it was met.
    pub verdict: Verdict,
    /// Whether target and result are for the same period, as stated.
    pub same_period: bool,
}

/// The number to reach: "at least 20,000" as a target is met by 20,000.
fn threshold(target: &Quantity) -> Quantity {
    match target {
        Quantity::Exact { value, .. } | Quantity::AtLeast(value) | Quantity::MoreThan(value) => {
            Quantity::exactly(*value)
        }
        other => *other,
    }
}

/// Whether a target may be meant for a result: for the same period, or for the
/// same year, unless the result was counted before the day the target is for.
fn belongs(target: &Period, result: &Period) -> bool {
    let same_year = target.year().is_some() && target.year() == result.year();
    let counted_before = match (target, result) {
        (Period::Within(aim), Period::Within(end) | Period::Span(_, Some(end))) => {
            end.last_day() < aim.first_day()
        }
        _ => false,
    };
    target == result || (same_year && !counted_before)
}

impl TargetCheck {
    /// Finds the target stated for a result by its campaign, definition, unit
    /// and scope and the year, the same period before others.
    pub(super) fn find(
        dataset: &Dataset,
        counted: &dyn Fn(&Observation) -> bool,
        result: &Observation,
        known: &Known,
    ) -> Option<Self> {
        let is_target = |observation: &Observation| {
            observation.campaign == result.campaign
                && observation.unit == result.unit
                && observation.scope == result.scope
                && belongs(&observation.period, &result.period)
                && counted(observation)
                && dataset
                    .definition(&observation.definition)
                    .is_some_and(|d| d.target_for.as_deref() == Some(&*result.definition))
        };
        let candidates = || dataset.observations.iter().enumerate().filter(|(_, o)| is_target(o));
        let (observation, target) =
            candidates().find(|(_, o)| o.period == result.period).or_else(|| candidates().next())?;
        let goal = threshold(&target.quantity);
        let (reached, needed) = (known.interval(), goal.interval());
        // A target stated for a day is for what that day brings.
        let day = matches!(target.period, Period::Within(date) if date.day.is_some());
        let same_period = result.part.is_none() && (target.period == result.period || day);
        // A part of the period can reach the target, but cannot miss it.
        let verdict = if needed.surely_at_most(&reached) {
            Verdict::Met
        } else if same_period && reached.surely_below(&needed) {
            Verdict::Missed
        } else {
            Verdict::Unclear
        };
        let ratio = match known {
            Known::Quantity(quantity) => quantity.over(&goal),
            Known::Containing(interval) => Quantity::from_interval(interval).and_then(|q| q.over(&goal)),
        };

        Some(Self { observation, ratio, verdict, same_period })
    }
}
