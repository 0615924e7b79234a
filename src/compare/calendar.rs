//! When campaigns ran, as precisely as that is recorded.

use super::choice::Choice;
use crate::model::{Campaign, Dataset, Date, Metric, Period, Role, put_in_order};

/// The chosen campaigns on a calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Those of which something is recorded, the earliest first.
    pub runs: Vec<Run>,
    /// Those of which nothing is, by id.
    pub undated: Vec<String>,
}

/// When a campaign ran.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// Id of the campaign.
    pub campaign: String,
    /// Its first and its last day, as far as they are recorded.
    pub period: Period,
    /// Whether nothing is recorded of the campaign, and this is when its figures were counted.
    pub of_figures: bool,
}

/// How precisely a date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// To the day.
    Day,
    /// To the month.
    Month,
    /// To the year.
    Year,
}

impl Precision {
    fn of(date: &Date) -> Self {
        match (date.month, date.day) {
            (Some(_), Some(_)) => Self::Day,
            (Some(_), None) => Self::Month,
            (None, _) => Self::Year,
        }
    }
}

impl Run {
    /// The first and the last date, where they are known.
    pub fn ends(&self) -> (Option<Date>, Option<Date>) {
        match self.period {
            Period::NotStated => (None, None),
            Period::Within(date) => (Some(date), Some(date)),
            Period::Span(from, to) => (from, to),
        }
    }

    /// How precisely it is known, by the less precise of its ends.
    pub fn precision(&self) -> Precision {
        let (from, to) = self.ends();
        [from, to].iter().flatten().map(Precision::of).max().unwrap_or(Precision::Year)
    }
}

/// Puts the chosen campaigns on a calendar.
pub fn calendar(dataset: &Dataset, choice: &Choice) -> Calendar {
    let mut found = Calendar { runs: Vec::new(), undated: Vec::new() };
    for campaign in choice.campaigns(dataset) {
        let recorded = recorded(campaign);
        let period = recorded.or_else(|| counted(dataset, choice, &campaign.id));
        match period {
            Some(period) => {
                found.runs.push(Run { campaign: campaign.id.clone(), period, of_figures: recorded.is_none() })
            }
            None => found.undated.push(campaign.id.clone()),
        }
    }
    let starts = |run: &Run| match run.ends() {
        (Some(date), _) | (None, Some(date)) => date.first_day(),
        (None, None) => (u16::MAX, 12, 31),
    };
    put_in_order(&mut found.runs, &|a, b| starts(a).cmp(&starts(b)));
    found
}

/// What is recorded of the campaign itself.
fn recorded(campaign: &Campaign) -> Option<Period> {
    match (campaign.from, campaign.to) {
        (None, None) => None,
        (Some(from), Some(to)) if from == to => Some(Period::Within(from)),
        (from, to) => Some(Period::Span(from, to)),
    }
}

/// From the first to the last date that its results were counted on: what it aimed for, and what
/// there was before it, is of other times.
fn counted(dataset: &Dataset, choice: &Choice, campaign: &str) -> Option<Period> {
    let mut dates: Vec<(Date, Date)> = Vec::new();
    for (_, observation) in dataset.observations_of(campaign) {
        let aims =
            || dataset.definition(&observation.definition).is_none_or(|one| one.metric == Metric::Target);
        if observation.role != Role::Result
            || !choice.counts_collection(dataset, observation.collection)
            || aims()
        {
            continue;
        }
        match observation.period {
            Period::Within(date) => dates.push((date, date)),
            Period::Span(Some(from), Some(to)) => dates.push((from, to)),
            _ => {}
        }
    }
    let from = dates.iter().map(|(from, _)| *from).min_by_key(Date::first_day)?;
    let to = dates.iter().map(|(_, to)| *to).max_by_key(Date::last_day)?;
    Some(if from == to { Period::Within(from) } else { Period::Span(Some(from), Some(to)) })
}
