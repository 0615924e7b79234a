//! Two campaigns of one's own on one stretch of time: on the calendar, or each from its own
//! first day on, so that both are seen at the same age.

use super::campaign::OwnCampaign;
use super::series::{Countable, Series, TooLong, days_apart};
use crate::format::{Language, SeriesStep};
use crate::model::put_in_order;

/// How two series lie beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Alignment {
    /// By the calendar.
    #[default]
    Calendar,
    /// By the days, or weeks, since each began.
    Age,
}

crate::model::closed_set!(Alignment, "alignment", { Calendar => "calendar", Age => "age" });

/// Two series that count the same, on one stretch of time.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// How they lie.
    pub by: Alignment,
    /// Both, each with how many steps of the stretch come before its first.
    pub both: [(Series, usize); 2],
    /// How many steps the stretch has.
    pub steps: usize,
}

/// Why two counts do not lie beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apart {
    /// The other campaign counts nothing that is the same.
    NothingAlike,
    /// On the calendar they lie too far apart.
    TooFarApart,
    /// One of them has dates too far apart.
    TooLong(TooLong),
}

impl Aligned {
    /// A count of one campaign, in these steps, beside what counts the same of another.
    ///
    /// # Errors
    /// Why they do not lie beside each other.
    pub fn of_campaigns(
        [one, other]: [&OwnCampaign; 2],
        of: &Countable,
        step: SeriesStep,
        by: Alignment,
        language: Language,
    ) -> Result<Self, Apart> {
        let series = |campaign: &OwnCampaign, of: &Countable| {
            let series = campaign.series(of, step).ok_or(Apart::NothingAlike)?;
            series.map_err(Apart::TooLong)
        };
        let there = alike(of, other.countable(language)).ok_or(Apart::NothingAlike)?;
        Self::of(series(one, of)?, series(other, &there)?, by).ok_or(Apart::TooFarApart)
    }

    /// The first count of one campaign that lies so beside what counts the same of another.
    pub fn of_any(
        both: [&OwnCampaign; 2],
        step: SeriesStep,
        by: Alignment,
        language: Language,
    ) -> Option<Self> {
        let mut counts = both[0].countable(language).into_iter();
        counts.find_map(|of| Self::of_campaigns(both, &of, step, by, language).ok())
    }

    /// Lays two series of one step beside each other; `None` where one has no step, or they
    /// lie too far apart on the calendar for either to be seen.
    pub fn of(one: Series, other: Series, by: Alignment) -> Option<Self> {
        /// More steps than this, and a day is no longer seen.
        const MOST_STEPS: usize = 10 * 366;
        let (first, second) = (one.points.first()?.from, other.points.first()?.from);
        let per_step = if one.step == SeriesStep::Week { 7 } else { 1 };
        let apart = days_apart(&first, &second) / per_step;
        let before = match by {
            Alignment::Age => (0, 0),
            Alignment::Calendar if apart < 0 => (apart.unsigned_abs() as usize, 0),
            Alignment::Calendar => (0, apart as usize),
        };
        let steps = (before.0 + one.points.len()).max(before.1 + other.points.len());
        (steps <= MOST_STEPS).then_some(Self { by, both: [(one, before.0), (other, before.1)], steps })
    }

    /// Every number that an axis of both needs a place for.
    pub fn values(&self) -> Vec<f64> {
        let points = self.both.iter().flat_map(|(series, _)| &series.points);
        points.filter_map(|point| point.quantity.map(|known| known.stated())).collect()
    }
}

/// Of these counts the one that counts the same as another, on the same platform if there is
/// one such, else on another: whole days and posts are never the same.
pub fn alike(of: &Countable, others: Vec<Countable>) -> Option<Countable> {
    let same =
        |other: &Countable| other.tally == of.tally && other.unit == of.unit && other.by_day == of.by_day;
    let mut alike: Vec<Countable> = others.into_iter().filter(same).collect();
    put_in_order(&mut alike, &|a, b| (a.origin != of.origin).cmp(&(b.origin != of.origin)));
    alike.into_iter().next()
}
