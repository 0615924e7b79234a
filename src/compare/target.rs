//! Results beside the targets stated for them.

use super::cell::Known;
use crate::model::{Basis, Dataset, Observation, Period, Quantity};

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

impl Verdict {
    /// Whether it was met; `None` where the figures do not tell.
    pub fn met(self) -> Option<bool> {
        match self {
            Self::Met => Some(true),
            Self::Missed => Some(false),
            Self::Unclear => None,
        }
    }
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
    /// Whether that alone keeps the result from having missed it: a part of the period can
    /// reach the target, but cannot miss it.
    pub short_elsewhen: bool,
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

/// Whether a target of one basis is a target for the other. What there is at a
/// moment is what there was in total until then; a number a day is neither.
fn one_kind(target: Basis, result: Basis) -> bool {
    let sum = |basis| matches!(basis, Basis::Total | Basis::Level);
    target == result || (sum(target) && sum(result))
}

impl TargetCheck {
    /// Every observation that is a target, by index, of the campaigns and collections that
    /// `counted` tells.
    pub(super) fn all(dataset: &Dataset, counted: &dyn Fn(&Observation) -> bool) -> Vec<usize> {
        let aims = dataset.definitions.iter().filter(|definition| definition.target_for.is_some());
        let aims: Vec<&str> = aims.map(|definition| &*definition.id).collect();
        let mut targets = Vec::new();
        for (at, observation) in dataset.observations.iter().enumerate() {
            if aims.contains(&&*observation.definition) && counted(observation) {
                targets.push(at);
            }
        }
        targets
    }

    /// Finds among these targets the one stated for a result by its campaign, definition, unit
    /// and scope and the year, the same period before others.
    pub(super) fn find(
        dataset: &Dataset,
        targets: &[usize],
        result: &Observation,
        known: &Known,
    ) -> Option<Self> {
        let is_target = |observation: &Observation| {
            observation.campaign == result.campaign
                && observation.unit == result.unit
                && observation.scope == result.scope
                && one_kind(observation.basis, result.basis)
                && belongs(&observation.period, &result.period)
                && dataset
                    .definition(&observation.definition)
                    .is_some_and(|d| d.target_for.as_deref() == Some(&*result.definition))
        };
        let mut found = None;
        for &at in targets {
            let observation = &dataset.observations[at];
            let same_period = observation.period == result.period;
            if (found.is_none() || same_period) && is_target(observation) {
                found = Some((at, observation));
                if same_period {
                    break;
                }
            }
        }
        let (observation, target) = found?;
        let goal = threshold(&target.quantity);
        let (reached, needed) = (known.interval(), goal.interval());
        // A target stated for a day is for what that day brings.
        let day = matches!(target.period, Period::Within(date) if date.day.is_some());
        let same_period = result.part.is_none() && (target.period == result.period || day);
        let (met, missed) = match target.quantity {
            // The number itself is not more than the number.
            Quantity::MoreThan(_) => (needed.surely_below(&reached), reached.surely_at_most(&needed)),
            _ => (needed.surely_at_most(&reached), reached.surely_below(&needed)),
        };
        // To go down by a tenth is reached by going down further.
        let (met, missed) = if target.quantity.stated() < 0.0 {
            (reached.surely_at_most(&needed), needed.surely_below(&reached))
        } else {
            (met, missed)
        };
        let verdict = if met {
            Verdict::Met
        } else if same_period && missed {
            Verdict::Missed
        } else {
            Verdict::Unclear
        };
        let ratio = known.quantity().and_then(|quantity| quantity.times(&goal));
        Some(Self {
            observation,
            ratio,
            verdict,
            same_period,
            short_elsewhen: missed && !met && !same_period,
        })
    }
}
