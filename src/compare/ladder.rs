//! The ladder of each campaign: what was put out, what people took from that, and what came
//! of it; and what each step kept of the one before, where that may be said.

use super::choice::Choice;
use super::comparison::lanes;
use super::lane::{InLane, Lane, cells_of};
use super::rate::{Caveat, Judged, judged};
use super::side_by_side::Side;
use crate::model::{Basis, Dataset, Metric, Quantity, Stage, put_in_order};
use std::cmp::{Ordering, Reverse};

/// The steps of a ladder, from the bottom.
pub const STEPS: [Stage; 3] = [Stage::Outputs, Stage::Outtakes, Stage::Outcomes];

/// The ladders of the chosen campaigns.
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// Those that stand on a step: those first of which the most may be said, then who stands on
    /// most steps.
    pub climbs: Vec<Climb>,
    /// Who stands on none, by id; nobody where more are chosen than are shown.
    pub without: Vec<String>,
    /// How many more are chosen than are shown, of whom less can be said, or nothing.
    pub more: usize,
    /// How many stand on every step, shown or not.
    pub whole: usize,
    /// What would have to be minded for more to be said, in the order of [`Caveat::ALL`].
    pub asks: Vec<Caveat>,
}

/// The ladder of a campaign.
#[derive(Clone, Debug, PartialEq)]
pub struct Climb {
    /// Id of the campaign.
    pub campaign: String,
    /// For each of [`STEPS`] what stands on it; nothing is a gap.
    pub steps: Vec<Vec<Rung>>,
    /// What would have to be minded for more to be said of it.
    asks: Vec<Caveat>,
}

/// How many campaigns can be seen beside each other as small charts, and taken along in one file.
const MOST_CLIMBS: usize = 24;

/// A figure on a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// What it is a figure of.
    pub metric: Metric,
    /// The figure, in the lane of what it counts.
    pub side: Side,
    /// How much it is of a figure of the step before.
    pub kept: Option<Kept>,
}

/// How much a step kept of the one before.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept {
    /// The figure of the step before.
    pub of: Side,
    /// How much for each of it.
    pub value: Quantity,
    /// On which side of that the true rate lies, where it is only about.
    pub leaning: Option<Ordering>,
    /// What is minded of it.
    pub caveats: Vec<Caveat>,
}

/// The ladders of the chosen campaigns. On each step stands for each metric the figure that
/// tells most.
pub fn ladder(dataset: &Dataset, choice: &Choice) -> Ladder {
    let metrics = Metric::ALL.iter().filter(|metric| !matches!(metric, Metric::Target | Metric::Input));
    let of_metrics: Vec<(Metric, Vec<Lane>)> =
        metrics.map(|&metric| (metric, lanes(dataset, choice, metric))).collect();
    let mut found = Ladder { climbs: Vec::new(), without: Vec::new(), more: 0, whole: 0, asks: Vec::new() };
    for campaign in choice.campaigns(dataset) {
        let mut steps: Vec<Vec<Rung>> = Vec::new();
        let mut asks = Vec::new();
        for stage in STEPS {
            let mut rungs = Vec::new();
            for (metric, lanes) in &of_metrics {
                let figures = most_telling(dataset, lanes, &campaign.id, stage);
                let rung = |&(at, cell): &InLane<'_>| {
                    let (side, mut asks) = (Side::new(&lanes[at], cell), Vec::new());
                    let before = steps.last();
                    let kept = before.and_then(|before| kept(dataset, choice, before, &side, &mut asks));
                    (Rung { metric: *metric, side, kept }, asks)
                };
                // One of which more may be said, else the first.
                let says_more = figures.iter().map(rung).find(|(rung, _)| rung.kept.is_some());
                let Some((rung, asked)) = says_more.or_else(|| figures.first().map(rung)) else { continue };
                rungs.push(rung);
                asks.extend(asked);
            }
            steps.push(rungs);
        }
        if steps.iter().all(Vec::is_empty) {
            found.without.push(campaign.id.clone());
        } else {
            found.climbs.push(Climb { campaign: campaign.id.clone(), steps, asks });
        }
    }
    put_in_order(&mut found.climbs, &|a, b| (b.kept(), b.reached()).cmp(&(a.kept(), a.reached())));
    let asked = |caveat: &Caveat| found.climbs.iter().any(|climb| climb.asks.contains(caveat));
    found.asks = Caveat::ALL.iter().copied().filter(asked).collect();
    found.whole = found.climbs.iter().filter(|climb| climb.reached() == STEPS.len()).count();
    let campaigns = choice.campaigns(dataset).count();
    if campaigns > MOST_CLIMBS {
        found.climbs.truncate(MOST_CLIMBS);
        found.without.clear();
        found.more = campaigns - found.climbs.len();
    }
    found
}

impl Climb {
    /// How many figures say what they kept of the step before.
    pub fn kept(&self) -> usize {
        self.steps.iter().flatten().filter(|rung| rung.kept.is_some()).count()
    }

    /// On how many steps it stands.
    pub fn reached(&self) -> usize {
        self.steps.iter().filter(|rungs| !rungs.is_empty()).count()
    }
}

/// Of a campaign's figures of one metric at a stage those that tell most: undoubted and of the
/// whole period, of a stated definition, totals. First stands what the data has first, and of
/// that the newest, whatever others report.
fn most_telling<'a>(dataset: &Dataset, lanes: &'a [Lane], campaign: &str, stage: Stage) -> Vec<InLane<'a>> {
    let stands_back = |&(at, cell): &InLane<'_>| {
        let in_all = matches!(lanes[at].basis, Basis::Total | Basis::Level);
        (cell.doubtful || cell.part.is_some(), !lanes[at].stated, !in_all)
    };
    let is_of_stage =
        |lane: &Lane| dataset.definition(&lane.definition).is_some_and(|known| known.stage == stage);
    let mut figures = cells_of(lanes, campaign);
    figures.retain(|(at, _)| is_of_stage(&lanes[*at]));
    let least = figures.iter().map(stands_back).min();
    figures.retain(|figure| Some(stands_back(figure)) == least);
    let year = |cell: &super::Cell| Reverse(cell.period.years().map(|(_, last)| last));
    let order = |&(at, cell): &InLane<'_>| (lanes[at].place(dataset), year(cell));
    put_in_order(&mut figures, &|a, b| order(a).cmp(&order(b)));
    figures
}

/// How much a figure is of one of the step before: of those of which a rate may be told the
/// one of which the least is to be minded. What would have to be minded for any other is
/// added to `asks`.
fn kept(
    dataset: &Dataset,
    choice: &Choice,
    before: &[Rung],
    side: &Side,
    asks: &mut Vec<Caveat>,
) -> Option<Kept> {
    let mut best: Option<Kept> = None;
    for rung in before {
        let of = &rung.side;
        let Ok(Judged { value: Some(value), leaning, caveats }) =
            judged(dataset, (&side.lane, &side.cell), (&of.lane, &of.cell))
        else {
            continue;
        };
        // Who is not counted within those before is no part of them, whatever is minded.
        if caveats.contains(&Caveat::NotWithin) {
            continue;
        }
        asks.extend_from_slice(&caveats);
        let less = best.as_ref().is_none_or(|best| caveats.len() < best.caveats.len());
        if less && choice.terms.accept(&caveats) {
            best = Some(Kept { of: of.clone(), value, leaning, caveats });
        }
    }
    best
}
