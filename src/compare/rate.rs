//! Rates: one figure of a campaign per another. Which may be told as they are, which
//! only with what is to be minded, and which make no sense.

use super::cell::Cell;
use super::choice::Choice;
use super::comparison::lanes;
use super::lane::{Dimension, Lane, cells_of};
use super::rank::Rank;
use crate::model::{Basis, Dataset, Interval, Metric, Period, Quantity, put_in_order};
use std::cmp::{Ordering, Reverse};

/// What is to be minded of a rate: it stands as it is only without any of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caveat {
    /// Nobody says what was counted in the denominator.
    Unstated,
    /// What the numerator counts is not a part of what the denominator counts, as far as
    /// their definitions tell: who pledged may never have seen it.
    NotWithin,
    /// They were counted in different periods, or two sources leave unsaid in which.
    OtherPeriod,
    /// They were counted on different platforms, or two sources leave unsaid on which.
    OtherPlatform,
    /// One is a total, the other a number a day, a level or a change.
    OtherBasis,
    /// They are confined to different things: one post, a country.
    OtherScope,
    /// A source's figure is itself doubtful.
    Doubtful,
}

crate::model::closed_set!(Caveat, "caveat of a rate", {
    Unstated => "unstated", NotWithin => "not-within", OtherPeriod => "other-period",
    OtherPlatform => "other-platform", OtherBasis => "other-basis", OtherScope => "other-scope",
    Doubtful => "doubtful",
});

/// Why a rate makes no sense, whatever is minded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Both count the same: a figure per itself.
    SameThing,
    /// What would be divided by is a change from before: it is no amount that something
    /// else could be a part of.
    PerChange,
    /// A place in an order is no amount.
    Place,
    /// A part of a hundred is a rate already.
    PerCent,
    /// One is a number an hour, a day or on the best day, and the other is not.
    OverTime,
}

crate::model::closed_set!(Refusal, "reason against a rate", {
    SameThing => "same-thing", PerChange => "per-change", Place => "place", PerCent => "per-cent",
    OverTime => "over-time",
});

/// One figure of a campaign per another.
#[derive(Clone, Debug, PartialEq)]
pub struct Rate {
    /// Id of the campaign.
    pub campaign: String,
    /// What is divided.
    pub numerator: Cell,
    /// What it is divided by.
    pub denominator: Cell,
    /// How much of the one for each of the other; `None` where the bounds leave it open.
    pub value: Option<Quantity>,
    /// On which side of that the true rate lies, where it is only about.
    pub leaning: Option<Ordering>,
    /// What is to be minded, in the order of [`Caveat::ALL`].
    pub caveats: Vec<Caveat>,
    /// What of that the reader has not accepted.
    pub open: Vec<Caveat>,
    /// Its place among the rates of its lane that are told.
    pub rank: Option<Rank>,
}

/// What a side of a rate counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Id of the definition.
    pub definition: String,
    /// What is counted.
    pub unit: String,
    /// What the unit is confined to.
    pub scope: Option<String>,
    /// Over what it is counted.
    pub basis: Basis,
}

impl Counted {
    /// What a lane counts.
    pub fn of(lane: &Lane) -> Self {
        let Lane { definition, unit, scope, basis, .. } = lane;
        Self { definition: definition.clone(), unit: unit.clone(), scope: scope.clone(), basis: *basis }
    }
}

/// Rates that count the same per the same: the only ones that may be ranked.
#[derive(Clone, Debug, PartialEq)]
pub struct RateLane {
    /// What is divided.
    pub numerator: Counted,
    /// What it is divided by.
    pub denominator: Counted,
    /// Whether sources say what was counted of both: else nobody knows that it was the same.
    pub stated: bool,
    /// The rates, the largest first.
    pub rates: Vec<Rate>,
}

/// A campaign of which no rate is told.
#[derive(Clone, Debug, PartialEq)]
pub struct NoRate {
    /// Id of the campaign.
    pub campaign: String,
    /// Why.
    pub because: WhyNoRate,
    /// What it reports of the two metrics, if it is one of them only.
    pub reports: Option<Cell>,
}

/// Why a campaign has no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNoRate {
    /// It does not report these of the two metrics: what would be divided, what it would
    /// be divided by.
    Missing {
        /// Whether the numerator is missing.
        numerator: bool,
        /// Whether the denominator is.
        denominator: bool,
    },
    /// What it reports makes no rate.
    Refused(Refusal),
}

/// One metric of the chosen campaigns per another.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    /// What is divided.
    pub numerator: Metric,
    /// What it is divided by.
    pub denominator: Metric,
    /// The rates, those with the fewest caveats first.
    pub lanes: Vec<RateLane>,
    /// Who has none.
    pub without: Vec<NoRate>,
}

/// The rates of the chosen campaigns: for each the pair of its figures of which the least
/// is to be minded.
pub fn rates(dataset: &Dataset, choice: &Choice, numerator: Metric, denominator: Metric) -> Rates {
    let mut found = Rates { numerator, denominator, lanes: Vec::new(), without: Vec::new() };
    let (above, below) = (lanes(dataset, choice, numerator), lanes(dataset, choice, denominator));
    for campaign in choice.campaigns(dataset) {
        match best_pair(dataset, choice, &campaign.id, (&above, &below)) {
            Ok(pair) => found.place(pair),
            Err(because) => {
                let one = match because {
                    WhyNoRate::Missing { numerator: true, denominator: false } => Some(&below),
                    WhyNoRate::Missing { numerator: false, denominator: true } => Some(&above),
                    _ => None,
                };
                let reports = one.and_then(|lanes| cells_of(lanes, &campaign.id).into_iter().next());
                let reports = reports.map(|(_, cell)| cell.clone());
                found.without.push(NoRate { campaign: campaign.id.clone(), because, reports });
            }
        }
    }
    found.put_in_order();
    found
}

/// A rate on its way into its lane.
struct Pair {
    numerator: Counted,
    denominator: Counted,
    stated: bool,
    rate: Rate,
}

impl Rates {
    fn place(&mut self, pair: Pair) {
        let Pair { numerator, denominator, stated, rate } = pair;
        let lane =
            self.lanes.iter_mut().find(|lane| lane.numerator == numerator && lane.denominator == denominator);
        match lane {
            Some(lane) => lane.rates.push(rate),
            None => self.lanes.push(RateLane { numerator, denominator, stated, rates: vec![rate] }),
        }
    }

    /// Ranks the rates of each lane that are told, where it is known what was counted, and puts
    /// the lanes first that tell the most, and of which the least is to be minded.
    fn put_in_order(&mut self) {
        for lane in &mut self.lanes {
            put_in_order(&mut lane.rates, &|a, b| {
                b.is_told().cmp(&a.is_told()).then(b.size().total_cmp(&a.size()))
            });
            let told = lane.rates.iter().filter(|rate| rate.is_told()).count();
            if told > 1 && lane.stated {
                let intervals: Vec<Interval> = lane.rates[..told].iter().map(Rate::interval).collect();
                for (rate, rank) in lane.rates.iter_mut().zip(Rank::among(&intervals)) {
                    rate.rank = Some(rank);
                }
            }
        }
        let told = |lane: &RateLane| lane.rates.iter().filter(|rate| rate.is_told()).count();
        let least = |lane: &RateLane| lane.rates.iter().map(|rate| rate.caveats.len()).min();
        put_in_order(&mut self.lanes, &|a, b| {
            (told(b), least(a), b.rates.len()).cmp(&(told(a), least(b), a.rates.len()))
        });
    }
}

impl Rate {
    /// Whether it may be told: nothing is to be minded, or the reader minds it already.
    pub fn is_told(&self) -> bool {
        self.open.is_empty()
    }

    /// What the true rate surely lies in, if the sources are right; of what is doubtful
    /// nothing is known.
    pub fn interval(&self) -> Interval {
        let undoubted = self.value.filter(|_| !self.caveats.contains(&Caveat::Doubtful));
        undoubted.map_or(Interval::UNKNOWN, |value| value.interval())
    }

    /// A number to list and draw by; claims nothing.
    pub fn size(&self) -> f64 {
        self.value.map_or(f64::NEG_INFINITY, |value| value.stated())
    }
}

/// The pair of a campaign's figures of which the least is to be minded, one that may be told
/// before any other; of several the newest, as the data has them in order.
fn best_pair(
    dataset: &Dataset,
    choice: &Choice,
    campaign: &str,
    (above, below): (&[Lane], &[Lane]),
) -> Result<Pair, WhyNoRate> {
    let (tops, bottoms) = (cells_of(above, campaign), cells_of(below, campaign));
    if tops.is_empty() || bottoms.is_empty() {
        return Err(WhyNoRate::Missing { numerator: tops.is_empty(), denominator: bottoms.is_empty() });
    }
    let mut best: Option<(_, Pair)> = None;
    let year = |cell: &Cell| cell.period.years().map(|(_, last)| last);
    let mut refused = None;
    for &(top_lane, top) in &tops {
        for &(bottom_lane, bottom) in &bottoms {
            let (numerator, denominator) = (&above[top_lane], &below[bottom_lane]);
            let Judged { value, leaning, caveats } =
                match judged(dataset, (numerator, top), (denominator, bottom)) {
                    Ok(judged) => judged,
                    Err(refusal) => {
                        refused.get_or_insert(refusal);
                        continue;
                    }
                };
            let is_open = |caveat: &&Caveat| !choice.terms.accepted.contains(caveat);
            let open: Vec<Caveat> = caveats.iter().filter(is_open).copied().collect();
            // One of which something is known before one of which nothing is, and what there
            // was in all before what there was a day.
            let in_all = |lane: &Lane| matches!(lane.basis, Basis::Total | Basis::Level);
            let order = (value.is_none(), !open.is_empty(), caveats.len());
            let order = (order, !in_all(numerator) || !in_all(denominator));
            // Of the same, what others report decides nothing: the newest, as the data has them.
            let order = (order, Reverse(year(top)), top.evidence[0], bottom.evidence[0]);
            if best.as_ref().is_none_or(|(least, _)| order < *least) {
                let rate = Rate {
                    campaign: campaign.to_owned(),
                    numerator: top.clone(),
                    denominator: bottom.clone(),
                    value,
                    leaning,
                    caveats,
                    open,
                    rank: None,
                };
                let stated = numerator.stated && denominator.stated;
                let (numerator, denominator) = (Counted::of(numerator), Counted::of(denominator));
                best = Some((order, Pair { numerator, denominator, stated, rate }));
            }
        }
    }
    // Where nothing was refused there is a pair.
    best.map(|(_, pair)| pair).ok_or(WhyNoRate::Refused(refused.unwrap_or(Refusal::SameThing)))
}

/// What may be said of one figure per another.
pub(super) struct Judged {
    /// How much of the one for each of the other; `None` where the bounds leave it open.
    pub(super) value: Option<Quantity>,
    /// On which side of that the true one lies, where it is only about.
    pub(super) leaning: Option<Ordering>,
    /// What is to be minded.
    pub(super) caveats: Vec<Caveat>,
}

/// Judges a pair of figures of one campaign.
///
/// # Errors
/// Why they make no rate.
pub(super) fn judged(
    dataset: &Dataset,
    (numerator, top): (&Lane, &Cell),
    (denominator, bottom): (&Lane, &Cell),
) -> Result<Judged, Refusal> {
    if let Some(refusal) = refusal(numerator, denominator) {
        return Err(refusal);
    }
    let caveats = caveats(dataset, (numerator, top), (denominator, bottom));
    let both = top.known.quantity().zip(bottom.known.quantity());
    let value = both.and_then(|(top, bottom)| top.over(&bottom));
    let leaning = both.and_then(|(top, bottom)| top.leaning_over(&bottom));
    Ok(Judged { value, leaning, caveats })
}

/// Why two lanes make no rate.
fn refusal(numerator: &Lane, denominator: &Lane) -> Option<Refusal> {
    if numerator.definition == denominator.definition {
        return Some(Refusal::SameThing);
    }
    let either = |dimension| [numerator, denominator].iter().any(|lane| lane.dimension == dimension);
    if either(Dimension::Place) {
        Some(Refusal::Place)
    } else if either(Dimension::PerCent) {
        Some(Refusal::PerCent)
    } else if denominator.basis == Basis::Change {
        Some(Refusal::PerChange)
    } else if numerator.basis != denominator.basis
        && [numerator, denominator].iter().any(|lane| is_over_time(lane.basis))
    {
        Some(Refusal::OverTime)
    } else {
        None
    }
}

/// Whether it is a number for each of some stretches of time.
fn is_over_time(basis: Basis) -> bool {
    !matches!(basis, Basis::Total | Basis::Level | Basis::Change)
}

/// What is to be minded of a pair of figures of one campaign.
fn caveats(
    dataset: &Dataset,
    (numerator, top): (&Lane, &Cell),
    (denominator, bottom): (&Lane, &Cell),
) -> Vec<Caveat> {
    let (one, other) = (&dataset.observations[top.evidence[0]], &dataset.observations[bottom.evidence[0]]);
    // What one source leaves unsaid of both is the same for both, and not what two leave unsaid;
    // and what is known of a figure may be what any of its sources says.
    let source = |&at: &usize| &dataset.observations[at].source;
    let are_among = |cell: &Cell, other: &Cell| {
        cell.evidence.iter().all(|at| other.evidence.iter().any(|other| source(other) == source(at)))
    };
    let of_one_source = are_among(top, bottom) && are_among(bottom, top);
    let minds = |caveat: &Caveat| match caveat {
        Caveat::Unstated => !denominator.stated,
        Caveat::NotWithin => !is_counted_within(&numerator.definition, &denominator.definition),
        Caveat::OtherPeriod => {
            let unsaid = one.period == Period::NotStated && !of_one_source;
            one.period != other.period || one.part != other.part || unsaid
        }
        Caveat::OtherPlatform => {
            one.platforms != other.platforms || (one.platforms.is_empty() && !of_one_source)
        }
        Caveat::OtherBasis => numerator.basis != denominator.basis,
        Caveat::OtherScope => numerator.scope != denominator.scope,
        Caveat::Doubtful => top.doubtful || bottom.doubtful,
    };
    Caveat::ALL.iter().copied().filter(minds).collect()
}

/// Whether what one definition counts is a part of what another counts, or an act of one
/// that it counts. As the stages are, that is our assignment.
fn is_counted_within(numerator: &str, denominator: &str) -> bool {
    /// Acts of whoever sees a post: on each showing, by each account, in each play.
    const ACTS: [&str; 7] = [
        "engagement.interactions",
        "engagement.likes",
        "engagement.comments",
        "engagement.shares",
        "engagement.saves",
        "engagement.engaged-accounts",
        "response.clicks",
    ];
    const SEEN: [&str; 4] = ["impressions.served", "reach.accounts", "views.video", "views.displayed"];
    /// What is done on a website, per visit to it.
    const ON_THE_WEBSITE: [&str; 4] = [
        "participation.pledges",
        "participation.registrations",
        "response.downloads",
        "outcome.applications",
    ];
    const OTHERS: [(&str, &str); 5] = [
        ("views.video", "impressions.served"),
        ("views.video", "reach.accounts"),
        ("participation.posts", "participation.people"),
        ("outcome.money-raised", "outcome.donations"),
        ("outcome.hires", "outcome.applications"),
    ];
    (ACTS.contains(&numerator) && SEEN.contains(&denominator))
        || (ON_THE_WEBSITE.contains(&numerator) && denominator == "response.web-visits")
        || OTHERS.contains(&(numerator, denominator))
}
