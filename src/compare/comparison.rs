//! One metric of the chosen campaigns: lanes of what may be compared, and who
//! reports nothing.

use super::cell::Cell;
use super::choice::Choice;
use super::finding::Finding;
use super::lane::{Dimension, Group, Lane};
use super::rank::Rank;
use super::target::TargetCheck;
use super::unlike::are_within;
use crate::model::{Basis, Campaign, Dataset, Gap, Ids, Interval, Metric, Observation, Role, put_in_order};

/// A chosen campaign without a figure for the metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Silent {
    /// Id of the campaign.
    pub campaign: String,
    /// Why there is none.
    pub gap: Gap,
    /// What it does report, of another charted metric.
    pub instead: Option<Cell>,
}

/// One metric of the chosen campaigns.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The metric.
    pub metric: Metric,
    /// What may be compared, the most telling first, unstated definitions last.
    pub lanes: Vec<Lane>,
    /// Who reports nothing here.
    pub silent: Vec<Silent>,
    /// How many campaigns were asked.
    pub campaigns: usize,
    /// The most that may be said of it in a headline.
    pub finding: Finding,
}

/// Up to how many rows are seen at a glance before the rest folds away.
const GLANCE_ROWS: usize = 16;

/// So few rows do not fold away: to say that there is one more takes as much room.
const FEW_ROWS: usize = 1;

/// Up to how many campaigns of one lane are among them.
const GLANCE_GROUPS: usize = 5;

impl Comparison {
    /// Every cell, in order.
    pub fn cells(&self) -> impl Iterator<Item = (&Lane, &Group, &Cell)> {
        // Listed at once: nested iterators would be compiled anew wherever they are used.
        let mut cells = Vec::new();
        for lane in &self.lanes {
            for group in &lane.groups {
                cells.extend(group.cells.iter().map(|cell| (lane, group, cell)));
            }
        }
        cells.into_iter()
    }

    /// Whether several campaigns report something here, and no two of them the same:
    /// nothing can be ranked.
    pub fn ranks_nothing(&self) -> bool {
        let mut campaigns: Vec<&str> = Vec::new();
        for group in self.lanes.iter().flat_map(|lane| &lane.groups) {
            if !campaigns.contains(&&*group.series) {
                campaigns.push(&group.series);
            }
        }
        campaigns.len() > 1 && !self.lanes.iter().any(|lane| lane.stated && lane.groups.len() > 1)
    }

    /// How many chosen campaigns report something here, each edition one of its own.
    pub fn reporting(&self) -> usize {
        self.campaigns - self.silent.len()
    }

    /// How many do, all editions of one together.
    pub fn reporting_series(&self) -> usize {
        let mut known: Vec<&str> = Vec::new();
        for group in self.lanes.iter().flat_map(|lane| &lane.groups) {
            if !known.contains(&&*group.series) {
                known.push(&group.series);
            }
        }
        known.len()
    }
}

/// The lanes of the chosen campaigns' figures of one metric, ranked and in order.
pub(super) fn lanes(dataset: &Dataset, choice: &Choice, metric: Metric) -> Vec<Lane> {
    let chosen: Vec<&Campaign> = choice.campaigns(dataset).collect();
    let counted = |o: &Observation| choice.counts_collection(dataset, o.collection);
    // Few, and every observation is asked for its own.
    let mut definitions: Vec<&str> = Vec::new();
    for definition in &dataset.definitions {
        if definition.metric == metric {
            definitions.push(&definition.id);
        }
    }
    let (ids, series) = roster(&chosen);
    let is_metric =
        |o: &Observation| o.role == Role::Result && definitions.contains(&&*o.definition) && counted(o);
    let mut lanes: Vec<Lane> = Vec::new();
    // For each lane the place of each series' group, plus one.
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, observation) in dataset.observations.iter().enumerate() {
        if !is_metric(observation) {
            continue;
        }
        if let Some(place) = ids.place(&observation.campaign) {
            let series_id = chosen[place].series_id();
            let first = series.place(series_id).unwrap_or(place);
            place_in_lane(dataset, (&mut lanes, &mut groups), at, (series_id, first, chosen.len()));
        }
    }
    let targets = TargetCheck::all(dataset, &counted);
    for lane in &mut lanes {
        finish_lane(dataset, &targets, &series, lane);
    }
    order_lanes(dataset, &mut lanes);
    lanes
}

/// The ids of campaigns, and what their editions share: to find one among many.
fn roster<'a>(chosen: &[&'a Campaign]) -> (Ids<'a>, Ids<'a>) {
    let ids = Ids::of(chosen.iter().map(|campaign| &*campaign.id).collect());
    (ids, Ids::of(chosen.iter().map(|campaign| campaign.series_id()).collect()))
}

/// Compares the chosen campaigns by one metric.
pub fn compare(dataset: &Dataset, choice: &Choice, metric: Metric) -> Comparison {
    compare_in(dataset, choice, metric, GLANCE_ROWS)
}

/// How many rows are tried where there is little room, the most first.
pub const ROOMS: [usize; 8] = [12, 9, 7, 5, 4, 3, 2, 1];

/// The same for a place with room for so many rows at a glance, and never more than
/// elsewhere; at least one has its place.
pub fn compare_in(dataset: &Dataset, choice: &Choice, metric: Metric, room: usize) -> Comparison {
    let lanes = lanes(dataset, choice, metric);
    let counted = |o: &Observation| choice.counts_collection(dataset, o.collection);
    let chosen: Vec<&Campaign> = choice.campaigns(dataset).collect();
    let campaigns = chosen.len();
    let mut comparison =
        Comparison { metric, lanes, silent: Vec::new(), campaigns, finding: Finding::NoneChosen };
    let reporting = Ids::of(comparison.cells().map(|(_, _, cell)| &*cell.campaign).collect());
    let mut silent = Vec::new();
    for campaign in chosen {
        if reporting.has(&campaign.id) {
            continue;
        }
        let gap = dataset.gaps.iter().find(|gap| gap.campaign == campaign.id && gap.metric == metric);
        silent.push(Silent {
            campaign: campaign.id.clone(),
            gap: gap.map_or(Gap::NotReported, |gap| gap.reason),
            instead: reported_instead(dataset, campaign, metric, &counted),
        });
    }
    comparison.silent = silent;
    comparison.finding = Finding::of(&comparison, dataset);
    mark_notable(dataset, &mut comparison, room.min(GLANCE_ROWS));
    comparison
}

/// Puts an observation into its lane, group and (still unjoined) cell.
///
/// `groups` has for each lane the place of each series' group, plus one; `series` is the
/// campaign's, its place, and how many there are at most.
fn place_in_lane(
    dataset: &Dataset,
    (lanes, groups): (&mut Vec<Lane>, &mut Vec<Vec<usize>>),
    at: usize,
    (series, place, most): (&str, usize, usize),
) {
    let observation = &dataset.observations[at];
    let shown = |cell: &Cell| &dataset.observations[cell.evidence[0]];
    let same_lane = |lane: &Lane| is_of_same_lane(shown(&lane.groups[0].cells[0]), observation);
    let (lane, groups) = match lanes.iter().position(same_lane) {
        Some(found) => (&mut lanes[found], &mut groups[found]),
        None => {
            groups.push(vec![0; most]);
            lanes.push(Lane {
                definition: observation.definition.clone(),
                unit: observation.unit.clone(),
                scope: observation.scope.clone(),
                basis: observation.basis,
                dimension: Dimension::of_unit(&observation.unit),
                stated: dataset.definition(&observation.definition).is_some_and(|d| d.is_stated()),
                groups: Vec::new(),
            });
            let (lane, groups) = (lanes.last_mut(), groups.last_mut());
            (lane.expect("a lane was just pushed"), groups.expect("so were its groups"))
        }
    };
    let group = match groups[place].checked_sub(1) {
        Some(found) => &mut lane.groups[found],
        None => {
            lane.groups.push(Group {
                series: series.to_owned(),
                cells: Vec::new(),
                rank: None,
                notable: false,
            });
            groups[place] = lane.groups.len();
            lane.groups.last_mut().expect("a group was just pushed")
        }
    };
    let same_cell =
        |cell: &Cell| cell.campaign == observation.campaign && is_of_same_cell(shown(cell), observation);
    match group.cells.iter().position(same_cell) {
        Some(found) => group.cells[found].evidence.push(at),
        None => group.cells.push(Cell::from_evidence(&dataset.observations, vec![at])),
    }
}

/// Joins the cells' evidence, finds targets, orders and ranks the groups.
fn finish_lane(dataset: &Dataset, targets: &[usize], series: &Ids<'_>, lane: &mut Lane) {
    for group in &mut lane.groups {
        join_platforms(dataset, &mut group.cells);
        for cell in &mut group.cells {
            let evidence = std::mem::take(&mut cell.evidence);
            *cell = Cell::from_evidence(&dataset.observations, evidence);
            let shown = &dataset.observations[cell.evidence[0]];
            cell.target = TargetCheck::find(dataset, targets, shown, (&cell.known, cell.doubtful));
        }
        // Newest first, undated last.
        put_in_order(&mut group.cells, &|a, b| period_order(b).cmp(&period_order(a)));
    }
    if lane.stated {
        // Of two numbers that are the same, the one that is surely above: "more than 100" over "100".
        put_in_order(&mut lane.groups, &|a, b| {
            let surely =
                a.interval().surely_below(&b.interval()).cmp(&b.interval().surely_below(&a.interval()));
            b.size().total_cmp(&a.size()).then(surely)
        });
        let intervals: Vec<_> = lane.groups.iter().map(Group::interval).collect();
        // The largest number is no best place in an order, and what rises most in three days need
        // not in a month.
        let has_order = lane.dimension != Dimension::Place && !lane.has_changes_over_other_stretches();
        if intervals.len() > 1 && has_order {
            for (group, rank) in lane.groups.iter_mut().zip(Rank::among(&intervals)) {
                group.rank = Some(rank);
            }
        }
    } else {
        // Not ranked: the order is the data's, whatever the numbers.
        let order = |group: &Group| series.place(&group.series);
        put_in_order(&mut lane.groups, &|a, b| order(a).cmp(&order(b)));
    }
}

/// The last day a cell's period can mean, for ordering; undated first.
pub(super) fn period_order(cell: &Cell) -> Option<(u16, u8, u8)> {
    use crate::model::Period;
    match cell.period {
        Period::NotStated => None,
        Period::Within(date) | Period::Span(_, Some(date)) => Some(date.last_day()),
        Period::Span(Some(_), None) => Some((u16::MAX, 12, 31)),
        Period::Span(None, None) => None,
    }
}

/// Stated definitions before unstated; definitions with the most telling lane
/// first; in a definition, the most telling lane first.
fn order_lanes(dataset: &Dataset, lanes: &mut [Lane]) {
    let mut best: Vec<(String, usize)> = Vec::new();
    for lane in lanes.iter() {
        match best.iter_mut().find(|(id, _)| *id == lane.definition) {
            Some((_, weight)) => *weight = (*weight).max(lane.weight()),
            None => best.push((lane.definition.clone(), lane.weight())),
        }
    }
    let weight_of = |id: &str| best.iter().find(|(found, _)| found == id).map_or(0, |(_, weight)| *weight);
    let position = |id: &str| dataset.definitions.iter().position(|definition| definition.id == id);
    put_in_order(lanes, &|a, b| {
        (a.dimension, !a.stated)
            .cmp(&(b.dimension, !b.stated))
            .then(weight_of(&b.definition).cmp(&weight_of(&a.definition)))
            .then(position(&a.definition).cmp(&position(&b.definition)))
            .then(b.weight().cmp(&a.weight()))
    });
}

/// Chooses what is seen at a glance: first the lane that the headline speaks
/// of, then lanes that compare campaigns, then for each campaign not seen yet
/// the lane that tells most of it. Of a long lane, its first groups. Where no
/// source says what was counted, also the others: which of two is the telling one,
/// nobody can know, so a campaign's stand there together or not at all.
fn mark_notable(dataset: &Dataset, comparison: &mut Comparison, most_rows: usize) {
    let headline = comparison.finding.observation();
    let is_spoken_of =
        |group: &Group| headline.is_some_and(|at| group.cells.iter().any(|cell| cell.evidence.contains(&at)));
    let speaks_of = |lane: &Lane| lane.groups.iter().any(is_spoken_of);
    let scarce = most_rows < GLANCE_ROWS;
    let lanes = &mut comparison.lanes;
    let mut by_weight: Vec<usize> = (0..lanes.len()).collect();
    let telling = |at: usize| {
        let lane = &lanes[at];
        // Where there is little room, one campaign of which nobody knows what it counted
        // would fill it with its rows.
        (speaks_of(lane), scarce && lane.stated, lane.groups.len() > 1, lane.stated, lane.weight())
    };
    put_in_order(&mut by_weight, &|&a, &b| telling(b).cmp(&telling(a)));
    // How many rows a campaign has where it is not stated what was counted.
    let of_unstated = || lanes.iter().filter(|lane| !lane.stated).flat_map(|lane| &lane.groups);
    let names: Vec<String> = of_unstated().map(|group| group.series.clone()).collect();
    let places = Ids::of(names.iter().map(String::as_str).collect());
    let mut unstated = vec![0; names.len()];
    for group in of_unstated() {
        if let Some(place) = places.place(&group.series) {
            unstated[place] += group.cells.len();
        }
    }
    // One that fits is seen before one that does not; without any, the smallest.
    let alone = lanes.iter().filter(|lane| lane.stated).flat_map(|lane| &lane.groups);
    let least =
        alone.map(|group| group.cells.len()).chain(unstated.iter().copied().filter(|&rows| rows > 0)).min();
    let most_rows = most_rows.max(least.unwrap_or(0));
    let mut together: Vec<String> = Vec::new();
    // Campaigns of which a more telling row did not fit.
    let mut missed: Vec<String> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut rows = 0;
    for at in by_weight {
        let lane = &mut lanes[at];
        let compares = lane.groups.len() > 1;
        let mut groups = 0;
        // The campaign that the headline speaks of has its row before all others.
        let mut in_turn: Vec<&mut Group> = lane.groups.iter_mut().collect();
        put_in_order(&mut in_turn, &|a, b| is_spoken_of(b).cmp(&is_spoken_of(a)));
        for group in in_turn {
            let belongs = !lane.stated && together.contains(&group.series);
            let more = match places.place(&group.series).filter(|_| !lane.stated) {
                Some(place) => unstated[place],
                None => group.cells.len(),
            };
            let news = group.cells.iter().any(|cell| !seen.contains(&&*cell.campaign));
            // Where there is little room, what tells less of a campaign does not stand for
            // what tells more and does not fit: a part would be taken for the whole.
            let stands_in = scarce && rows > 0 && missed.contains(&group.series);
            let room = rows + more <= most_rows && groups < GLANCE_GROUPS && !stands_in;
            if scarce && lane.stated && !room {
                missed.push(group.series.clone());
            }
            let first = rows == 0 && (is_spoken_of(group) || !scarce);
            if belongs || (news || compares || !lane.stated) && (first || room) {
                group.notable = true;
                groups += 1;
                rows += if belongs { 0 } else { more };
                if !lane.stated && !belongs {
                    together.push(group.series.clone());
                }
                for cell in &group.cells {
                    seen.extend(dataset.campaign(&cell.campaign).map(|campaign| &*campaign.id));
                }
            }
        }
    }
    let folded = || lanes.iter().flat_map(|lane| &lane.groups).filter(|group| !group.notable);
    if !scarce && folded().map(|group| group.cells.len()).sum::<usize>() <= FEW_ROWS {
        lanes.iter_mut().flat_map(|lane| &mut lane.groups).for_each(|group| group.notable = true);
    }
}

/// What a campaign without this metric reports instead, among the metrics that
/// have a figure: a total before other bases.
fn reported_instead(
    dataset: &Dataset,
    campaign: &Campaign,
    metric: Metric,
    counted: &dyn Fn(&Observation) -> bool,
) -> Option<Cell> {
    let mut best = None;
    let mut first = None;
    let of_campaign = || {
        dataset
            .observations_of(&campaign.id)
            .filter(|(_, observation)| counted(observation) && observation.role == Role::Result)
    };
    for (at, observation) in of_campaign() {
        let reports = dataset.definition(&observation.definition).map(|definition| definition.metric);
        let order = Metric::CHARTED.iter().position(|&charted| Some(charted) == reports && charted != metric);
        let Some(order) = order else { continue };
        let preference = Some((order, observation.basis != Basis::Total));
        if best.is_none() || preference < best {
            best = preference;
            first = Some((at, observation));
        }
    }
    let (first, shown) = first?;
    // What every source says of it, as where it is charted.
    let mut cells: Vec<Cell> = Vec::new();
    for (at, observation) in of_campaign().filter(|(_, observation)| is_of_same_lane(shown, observation)) {
        let same = |cell: &&mut Cell| is_of_same_cell(&dataset.observations[cell.evidence[0]], observation);
        match cells.iter_mut().find(same) {
            Some(cell) => cell.evidence.push(at),
            None => cells.push(Cell::from_evidence(&dataset.observations, vec![at])),
        }
    }
    join_platforms(dataset, &mut cells);
    let of_first = cells.into_iter().find(|cell| cell.evidence.contains(&first))?;
    Some(Cell::from_evidence(&dataset.observations, of_first.evidence))
}

/// Whether two observations may be compared: they count the same, in the same way.
fn is_of_same_lane(a: &Observation, b: &Observation) -> bool {
    a.definition == b.definition && a.unit == b.unit && a.scope == b.scope && a.basis == b.basis
}

/// Whether two observations of one campaign speak of the same thing, time and platforms.
fn is_of_same_cell(a: &Observation, b: &Observation) -> bool {
    is_of_same_lane(a, b) && a.period == b.period && a.part == b.part && are_within(a, b) && are_within(b, a)
}

/// Joins cells of one time that may be of the same platforms: what was counted on one and what
/// was counted on another do not contradict each other. One that leaves the platforms unsaid is
/// of those of the only other; and of two, of which one names more platforms, where both can be
/// right and nothing would be claimed of all that is said of some only: on more there can be
/// more. `cells` are those of a group, and hold their evidence alone.
fn join_platforms(dataset: &Dataset, cells: &mut Vec<Cell>) {
    let shown = |cell: &Cell| &dataset.observations[cell.evidence[0]];
    let of_one_time = |a: &Cell, b: &Cell| {
        let (one, other) = (shown(a), shown(b));
        one.campaign == other.campaign && one.period == other.period && one.part == other.part
    };
    let can_both_hold = |some: &Cell, more: &Cell| {
        let known = |&at: &usize| dataset.observations[at].quantity.interval();
        let up_to = |interval: Interval| Interval { lower: None, ..interval };
        let holds =
            |(some, more): (Interval, Interval)| some.meets(&more) && up_to(some).encloses(&up_to(more));
        let pairs = some.evidence.iter().flat_map(|a| more.evidence.iter().map(move |b| (a, b)));
        pairs.map(|(a, b)| (known(a), known(b))).all(holds)
    };
    let mut joins = |may: &dyn Fn(&[Cell], usize, usize) -> bool| {
        let mut at = 0;
        while at < cells.len() {
            match (at + 1..cells.len())
                .find(|&other| of_one_time(&cells[at], &cells[other]) && may(cells, at, other))
            {
                Some(other) => {
                    let joined = cells.remove(other);
                    cells[at].evidence.extend(joined.evidence);
                    cells[at].evidence.sort_unstable();
                }
                None => at += 1,
            }
        }
    };
    let is_unsaid = |cell: &Cell| shown(cell).platforms.is_empty();
    joins(&|cells, a, b| {
        let (one, other) = (&cells[a], &cells[b]);
        let joins = |some, more| are_within(shown(some), shown(more)) && can_both_hold(some, more);
        !is_unsaid(one) && !is_unsaid(other) && (joins(one, other) || joins(other, one))
    });
    joins(&|cells, a, b| {
        let of_that_time = cells.iter().filter(|other| of_one_time(other, &cells[a])).count();
        (is_unsaid(&cells[a]) || is_unsaid(&cells[b])) && of_that_time == 2
    });
}
