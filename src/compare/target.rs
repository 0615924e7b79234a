//! Results beside the targets stated for them.

use super::cell::Known;
use super::lane::Dimension;
use super::unlike::are_within;
use crate::model::{Basis, Dataset, Interval, Observation, Period, Quantity};

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
    /// Whether nothing but that they are not keeps it from being told whether it was met.
    pub elsewhen: bool,
}

/// What a target asks for, by what it is of: a place in an order is the better the smaller it
/// is, and to go down by a tenth is reached by going down further.
#[derive(Clone, Copy)]
struct Goal {
    /// The number, or the numbers between which it lies.
    needed: Quantity,
    /// Whether it asks for no more than that, rather than for no less.
    at_most: bool,
    /// Whether the number itself is not enough.
    beyond: bool,
}

impl Goal {
    fn of(target: &Observation) -> Self {
        let place = Dimension::of_unit(&target.unit) == Dimension::Place;
        let (needed, at_most, beyond) = match target.quantity {
            Quantity::Exact { value, .. } => (Quantity::exactly(value), value < 0.0 || place, false),
            Quantity::AtLeast(value) => (Quantity::exactly(value), false, false),
            Quantity::MoreThan(value) => (Quantity::exactly(value), false, true),
            Quantity::AtMost(value) => (Quantity::exactly(value), true, false),
            Quantity::LessThan(value) => (Quantity::exactly(value), true, true),
            other => (other, other.stated() < 0.0 || place, false),
        };
        Self { needed, at_most, beyond }
    }

    /// Whether what is known surely reaches it, and whether it surely does not.
    fn judged(&self, reached: &Interval) -> (bool, bool) {
        let needed = self.needed.interval();
        let (low, high) = if self.at_most { (reached, &needed) } else { (&needed, reached) };
        match self.beyond {
            true => (low.surely_below(high), high.surely_at_most(low)),
            false => (low.surely_at_most(high), high.surely_below(low)),
        }
    }
}

/// How the time a result was counted in lies to that of its target.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stretch {
    /// They are the same, as stated; or the target is for a day, and the result of what may
    /// mean it, or what there was just then by the source that tells of both.
    Same,
    /// It is a part of the target's: what grows can have reached the target in it, but not have
    /// missed it.
    Part,
    /// It is longer, or nobody says how long it is: it tells neither.
    Other,
}

impl Stretch {
    fn between(target: &Observation, result: &Observation) -> Self {
        // What two sources leave unsaid is not the same.
        let unsaid = target.period == Period::NotStated && target.source != result.source;
        let within = |inner: &Period, outer: &Period| {
            let days = ends(outer).zip(ends(inner));
            days.is_some_and(|(outer, inner)| outer.0 <= inner.0 && inner.1 <= outer.1)
        };
        let told_together = result.basis == Basis::Level && target.source == result.source;
        let may_mean_the_day = matches!(target.period, Period::Within(date) if date.day.is_some())
            && matches!(result.period, Period::Within(_))
            && (told_together || within(&target.period, &result.period));
        if (target.period == result.period && !unsaid) || may_mean_the_day {
            return match result.part == target.part {
                true => Self::Same,
                false if target.part.is_none() => Self::Part,
                false => Self::Other,
            };
        }
        if within(&result.period, &target.period) && target.part.is_none() { Self::Part } else { Self::Other }
    }

    /// Whether a target was surely met, and whether it surely was not, by what is known of a
    /// result that was counted so.
    fn judged(self, goal: &Goal, result: &Observation, reached: &Interval) -> (bool, bool) {
        let (met, missed) = goal.judged(reached);
        // What there is in all only grows: more than a part has is reached, and no part is enough
        // to say that it was not.
        let grows = matches!(result.basis, Basis::Total | Basis::Level)
            && !matches!(Dimension::of_unit(&result.unit), Dimension::PerCent | Dimension::Place)
            && goal.needed.stated() >= 0.0;
        match (self, grows, goal.at_most) {
            (Self::Same, ..) => (met, missed),
            (Self::Part, true, false) => (met, false),
            // What there is at a moment may be less at the end.
            (Self::Part, true, true) => (false, missed && result.basis == Basis::Total),
            (Self::Part, false, _) | (Self::Other, ..) => (false, false),
        }
    }
}

/// A day as year, month, day.
type Day = (u16, u8, u8);

/// The first and the last day that a period can mean, where it has both.
fn ends(period: &Period) -> Option<(Day, Day)> {
    match period {
        Period::Within(date) => Some((date.first_day(), date.last_day())),
        Period::Span(Some(from), Some(to)) => Some((from.first_day(), to.last_day())),
        _ => None,
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
    /// and scope, platforms and the year, the same period before others. Where several are stated
    /// for one period, it was met or missed only if all of them were. Of a result that is doubtful
    /// neither is told.
    pub(super) fn find(
        dataset: &Dataset,
        targets: &[usize],
        result: &Observation,
        (known, doubtful): (&Known, bool),
    ) -> Option<Self> {
        let elsewhere = |observation: &Observation| {
            // One that leaves its platforms unsaid is within any.
            !result.platforms.is_empty() && !are_within(observation, result)
        };
        let is_target = |observation: &Observation| {
            observation.campaign == result.campaign
                && observation.unit == result.unit
                && observation.scope == result.scope
                && one_kind(observation.basis, result.basis)
                && belongs(&observation.period, &result.period)
                && !elsewhere(observation)
                && dataset
                    .definition(&observation.definition)
                    .is_some_and(|d| d.target_for.as_deref() == Some(&*result.definition))
        };
        let found: Vec<usize> =
            targets.iter().copied().filter(|&at| is_target(&dataset.observations[at])).collect();
        let at = |place: usize| &dataset.observations[place];
        let same = |place: &usize| (at(*place).period != result.period, at(*place).part != result.part);
        let first = *found.iter().min_by_key(|place| same(place))?;
        let (target, goal) = (at(first), Goal::of(at(first)));
        let same_period = Stretch::between(target, result) == Stretch::Same;
        let rivals = || {
            let stated = found.iter().map(|&place| at(place));
            stated.filter(|other| other.period == target.period && other.part == target.part)
        };
        let reached = known.interval();
        let all = |judge: &dyn Fn(&Observation) -> bool| rivals().all(judge);
        let judged =
            |one: &Observation| Stretch::between(one, result).judged(&Goal::of(one), result, &reached);
        let sure = !doubtful && all(&|one| one.doubt.is_none());
        let verdict = match (all(&|one| judged(one).0), all(&|one| judged(one).1)) {
            (true, _) if sure => Verdict::Met,
            (_, true) if sure => Verdict::Missed,
            _ => Verdict::Unclear,
        };
        // Had both been counted over the same, it could be told.
        let told_else =
            all(&|one| Goal::of(one).judged(&reached).0) || all(&|one| Goal::of(one).judged(&reached).1);
        // Of what is to be kept low, or is a place in an order, so many times says nothing.
        let one_goal = !goal.at_most && all(&|one| one.doubt.is_none() && one.quantity == target.quantity);
        let ratio = known.quantity().filter(|_| one_goal).and_then(|quantity| quantity.times(&goal.needed));
        Some(Self {
            observation: first,
            ratio,
            verdict,
            same_period,
            elsewhen: sure && told_else && verdict == Verdict::Unclear,
        })
    }
}
