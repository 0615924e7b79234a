//! What is said of figures beside and per each other must hold for every true value that
//! their sources leave possible.

mod fixtures;

use fixtures::{Build, year};
use groundswell::chart::{ScaleKind, SpecOptions, Spoken};
use groundswell::compare::{
    Apart, Caveat, Cell, Choice, Column, Finding, Group, Known, Precision, Rank, Refusal, Relation, STEPS,
    Selection, Sorting, SourceScope, Sureness, Terms, WhyNoRate, calendar, compare, ladder, multiples, rates,
    rows_of_lane, side_by_side, statements, years,
};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::figure::{FigureOptions, Parts, figure};
use groundswell::model::{
    Basis, Bound, Comparator, Dataset, Definition, FigureName, Interval, Metric, Observation, Period,
    Quantity, Role, Stage,
};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::path::Path;

/// Some counts that an interval leaves possible: none is below zero.
fn samples(interval: &Interval) -> Vec<f64> {
    let interval = interval.of_a_count();
    let ends = [interval.lower, interval.upper].map(|bound| bound.map(|bound| bound.value));
    let mut values = vec![0.0, 1.0e18];
    for end in ends.into_iter().flatten() {
        values.extend([end, end.next_down(), end.next_up(), end * 2.0 + 1.0]);
    }
    if let [Some(lower), Some(upper)] = ends {
        values.push(lower + (upper - lower) / 2.0);
    }
    values.retain(|value| interval.contains(*value));
    values
}

fn quantity() -> impl Strategy<Value = Quantity> {
    let number = prop::sample::select(vec![0.0, 1.0, 2.0, 9.0, 10.0, 11.0, 100.0, 702_132.0, 700_000.0, 0.5]);
    let stated_to = prop::sample::select(vec![1.0, 1.0, 10.0, 100_000.0]);
    (prop::sample::select(Comparator::ALL), number.clone(), number, stated_to).prop_map(
        |(comparator, a, b, to): (Comparator, f64, f64, f64)| {
            let upper = comparator.is_range().then_some(a.max(b));
            let value = if comparator.is_range() { a.min(b) } else { a };
            Quantity::new(comparator, value, upper, to)
                .unwrap_or(Quantity::Between(Bound::closed(a.min(b)), Bound::closed(a.max(b))))
        },
    )
}

/// Three campaigns with figures of two metrics, under definitions that are within each
/// other, that are not, and that nobody states.
fn dataset() -> impl Strategy<Value = Dataset> {
    let one = (
        prop::sample::select(vec!["One", "Other", "Third"]),
        prop::sample::select(vec![
            "engagement.likes",
            "engagement.likes",
            "engagement.mentions",
            "reach.accounts",
            "reach.accounts",
            "reach.audience",
            "reach.unstated",
        ]),
        quantity(),
        prop::sample::select(vec!["people", "people", "people", "per cent", "position"]),
        prop::sample::select(vec![Basis::Total, Basis::Total, Basis::PeakDay, Basis::Change]),
        prop::sample::select(vec![Period::NotStated, year(2015), year(2016), year(2016)]),
        prop::sample::select(vec![None, Some("Facebook"), Some("Facebook"), Some("Twitter")]),
        prop::bool::weighted(0.1),
        prop::sample::select(vec!["a", "a", "b"]),
        prop::sample::select(vec![None, None, None, Some("one post")]),
    );
    prop::collection::vec(one, 0..14).prop_map(|figures| {
        let mut build = Build::new(Metric::Reach);
        for id in ["One", "Other", "Third"] {
            build.campaign(id);
        }
        build.dataset.definitions =
            ["engagement.likes", "engagement.mentions", "reach.accounts", "reach.audience", "reach.unstated"]
                .map(definition)
                .to_vec();
        for (campaign, definition, quantity, unit, basis, period, platform, doubtful, source, scope) in
            figures
        {
            let figure = build.figure(quantity);
            (figure.campaign, figure.definition) = (campaign.into(), definition.into());
            (figure.unit, figure.basis, figure.period) = (unit.into(), basis, period);
            figure.platforms = platform.into_iter().map(str::to_owned).collect();
            figure.source = source.into();
            figure.scope = scope.map(str::to_owned);
            figure.doubt = doubtful.then(|| "It is doubtful.".to_owned());
        }
        build.dataset
    })
}

fn definition(id: &str) -> Definition {
    Definition {
        id: id.to_owned(),
        metric: id.split('.').next().unwrap().parse().unwrap(),
        label: id.to_owned(),
        counts: "What was counted.".to_owned(),
        stage: Stage::Outputs,
        target_for: None,
    }
}

/// Whether a number is within what is known of a rate, or as near to its end as its last digit.
fn is_within(value: f64, known: &Quantity) -> bool {
    let near = |a: f64, b: f64| b != 0.0 && (a - b).abs() <= 1.0e-12 * b.abs();
    let interval = known.interval();
    matches!(known, Quantity::About(_))
        || interval.contains(value)
        || [interval.lower, interval.upper].iter().flatten().any(|end| near(value, end.value))
}

fn known(cell: &Known) -> Interval {
    cell.interval()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_stands_beside_one_figure_stands_together(data in dataset()) {
        for shared in side_by_side(&data, &Choice::default(), None).shared {
            let mut before = Vec::new();
            let mut apart = false;
            for answer in &shared.answers {
                if before.last() != Some(&&answer.other) {
                    prop_assert!(!before.contains(&&answer.other), "it stands there twice");
                    before.push(&answer.other);
                    apart = false;
                }
                prop_assert!(!apart || answer.stands.is_err(), "what counts the same comes first");
                apart = answer.stands.is_err();
            }
        }
    }

    #[test]
    fn a_rate_holds_for_every_true_value(dataset in dataset(), accepts in any::<bool>()) {
        let accepted = if accepts { Caveat::ALL.to_vec() } else { Vec::new() };
        let choice = Choice { terms: Terms { accepted, ..Terms::default() }, ..Choice::default() };
        let found = rates(&dataset, &choice, Metric::Engagement, Metric::Reach);
        for lane in &found.lanes {
            for rate in &lane.rates {
                let (top, bottom) = (known(&rate.numerator.known), known(&rate.denominator.known));
                if let Some(value) = &rate.value {
                    for a in samples(&top) {
                        for b in samples(&bottom).into_iter().filter(|&b| b > 0.0) {
                            prop_assert!(is_within(a / b, value), "{a} / {b} is not {value:?}");
                        }
                    }
                }
            }
            // Nobody knows that what is unstated was the same, nor what is true of the doubtful.
            let is_unstated = |id: &str| id.ends_with(".unstated");
            if is_unstated(&lane.numerator.definition) || is_unstated(&lane.denominator.definition) {
                prop_assert!(lane.rates.iter().all(|rate| rate.rank.is_none()), "{lane:?}");
            }
            for rate in lane.rates.iter().filter(|rate| rate.numerator.doubtful || rate.denominator.doubtful) {
                prop_assert!(rate.rank.is_none_or(|rank| !rank.is_sure()), "{rate:?}");
            }
            // What is sure of the order holds for every value of each.
            for (rate, other) in lane.rates.iter().zip(lane.rates.iter().skip(1)) {
                let (Some(rank), Some(next)) = (rate.rank, other.rank) else { continue };
                if rank.worst < next.best {
                    let least = samples(&rate.interval()).into_iter().fold(f64::INFINITY, f64::min);
                    let most = samples(&other.interval()).into_iter().fold(f64::NEG_INFINITY, f64::max);
                    prop_assert!(least > most, "{rate:?} is not above {other:?}");
                }
            }
        }
    }

    /// Every campaign is told of once: with a rate or with the reason why it has none.
    #[test]
    fn no_campaign_is_lost(dataset in dataset()) {
        let found = rates(&dataset, &Choice::default(), Metric::Engagement, Metric::Reach);
        let mut told: Vec<&str> = found.lanes.iter().flat_map(|lane| &lane.rates).map(|rate| &*rate.campaign).collect();
        told.extend(found.without.iter().map(|none| &*none.campaign));
        told.sort_unstable();
        prop_assert_eq!(told, ["One", "Other", "Third"]);
        for none in &found.without {
            let reports = |metric: Metric| dataset.observations.iter().any(|o| {
                o.campaign == none.campaign && dataset.definition(&o.definition).unwrap().metric == metric
            });
            let missing = |metric| !reports(metric);
            match none.because {
                WhyNoRate::Missing { numerator, denominator } => {
                    prop_assert_eq!(numerator, missing(Metric::Engagement));
                    prop_assert_eq!(denominator, missing(Metric::Reach));
                }
                WhyNoRate::Refused(_) => prop_assert!(reports(Metric::Engagement) && reports(Metric::Reach)),
            }
        }
    }

    /// A rate stands as it is only where both figures are of the same period, platform,
    /// basis and scope, sure, and the one is counted within the other.
    #[test]
    fn what_is_to_be_minded_is_named(dataset in dataset()) {
        let found = rates(&dataset, &Choice::default(), Metric::Engagement, Metric::Reach);
        for lane in &found.lanes {
            for rate in &lane.rates {
                let first = |cell: &Cell| dataset.observations[cell.evidence[0]].clone();
                let (top, bottom) = (first(&rate.numerator), first(&rate.denominator));
                prop_assert!(![&top, &bottom].iter().any(|o| o.unit == "per cent" || o.unit == "position"));
                prop_assert!(bottom.basis != Basis::Change);
                let sources = |cell: &Cell| {
                    cell.evidence.iter().map(|&at| dataset.observations[at].source.clone()).collect::<BTreeSet<_>>()
                };
                let of_one_source = sources(&rate.numerator) == sources(&rate.denominator);
                let stands = top.period == bottom.period
                    && top.platforms == bottom.platforms
                    && (of_one_source || (top.period != Period::NotStated && !top.platforms.is_empty()))
                    && top.basis == bottom.basis
                    && top.scope == bottom.scope
                    && (&*top.definition, &*bottom.definition) == ("engagement.likes", "reach.accounts")
                    && !rate.numerator.doubtful
                    && !rate.denominator.doubtful;
                prop_assert_eq!(rate.caveats.is_empty(), stands, "{:?}", rate);
                let names = |caveat| rate.caveats.contains(&caveat);
                prop_assert_eq!(names(Caveat::OtherScope), top.scope != bottom.scope, "{:?}", rate);
                prop_assert_eq!(names(Caveat::OtherBasis), top.basis != bottom.basis, "{:?}", rate);
            }
        }
    }

    #[test]
    fn what_stands_beside_holds_for_every_true_value(dataset in dataset(), yardstick in prop::option::of(prop::sample::select(vec!["One", "Third", "nobody"]))) {
        let found = side_by_side(&dataset, &Choice::default(), yardstick);
        let expected = if yardstick == Some("Third") { ["Third", "One", "Other"] } else { ["One", "Other", "Third"] };
        prop_assert_eq!(&found.campaigns, &expected);
        for shared in &found.shared {
            for answer in &shared.answers {
                let (one, other) = (&answer.one, &answer.other);
                prop_assert!(one.campaign != other.campaign);
                let (a, b) = (known(&one.cell.known), known(&other.cell.known));
                let (first, second) = (&dataset.observations[one.cell.evidence[0]], &dataset.observations[other.cell.evidence[0]]);
                let same = (&first.definition, &first.unit, &first.scope, first.basis) == (&second.definition, &second.unit, &second.scope, second.basis);
                prop_assert_eq!(answer.stands.is_ok(), same && !first.definition.ends_with("unstated"), "{:?}", answer);
                let Ok(relation) = answer.stands else { continue };
                relation_holds(relation, &a, &b)?;
            }
        }
    }

    /// A multiple holds for every value of both figures, and what is sure of the order too.
    #[test]
    fn a_multiple_holds_for_every_true_value(dataset in dataset(), yardstick in prop::sample::select(vec!["One", "Other"])) {
        let found = multiples(&dataset, &Choice::default(), Some(yardstick));
        for lane in &found.lanes {
            prop_assert!(lane.lane.stated);
            for multiple in &lane.multiples {
                let base = &lane.bases[multiple.base.unwrap()];
                prop_assert_eq!(&*base.campaign, yardstick);
                prop_assert!(multiple.cell.campaign != yardstick);
                let (a, b) = (known(&multiple.cell.known), known(&base.known));
                relation_holds(multiple.relation.unwrap(), &a, &b)?;
                if let Some(times) = multiple.times {
                    relation_holds(Relation::Times(times), &a, &b)?;
                }
            }
            for (at, multiple) in lane.multiples.iter().enumerate() {
                for other in &lane.multiples[at + 1..] {
                    let (Some(rank), Some(next)) = (multiple.rank, other.rank) else { continue };
                    if rank.worst < next.best {
                        let least = samples(&known(&multiple.cell.known)).into_iter().fold(f64::INFINITY, f64::min);
                        let most = samples(&known(&other.cell.known)).into_iter().fold(f64::NEG_INFINITY, f64::max);
                        prop_assert!(least > most, "{multiple:?} is not above {other:?}");
                    }
                }
            }
        }
        let mut told: Vec<&str> = found.lanes.iter().flat_map(|lane| &lane.multiples).map(|multiple| &*multiple.cell.campaign).collect();
        told.extend(found.without.iter().map(|id| &**id));
        told.push(yardstick);
        told.sort_unstable();
        told.dedup();
        prop_assert_eq!(told, ["One", "Other", "Third"]);
    }

    /// Figures are joined only within what counts the same, from one year to a later one, and
    /// how they stand to each other holds for every value of both.
    #[test]
    fn years_hold_for_every_true_value(dataset in dataset()) {
        for strand in &years(&dataset, &Choice::default()).strands {
            let all: Vec<u16> = strand.pieces.iter().flatten().map(|point| point.year).collect();
            prop_assert!(all.iter().any(|&year| year != all[0]), "{strand:?}");
            for piece in &strand.pieces {
                prop_assert!(piece.windows(2).all(|pair| pair[0].year <= pair[1].year));
                prop_assert_eq!(piece[0].since, None);
                for pair in piece.windows(2) {
                    let [before, point] = pair else { unreachable!() };
                    prop_assert_eq!(&before.side.lane, &point.side.lane);
                    let Some(relation) = point.since else { continue };
                    prop_assert!(before.year < point.year && point.side.lane.stated);
                    prop_assert!(!before.side.cell.doubtful && !point.side.cell.doubtful);
                    relation_holds(relation, &known(&point.side.cell.known), &known(&before.side.cell.known))?;
                }
            }
        }
    }

    /// What a step kept is told only where nothing is to be minded that the reader does not
    /// mind, and holds for every value of both figures; no campaign is lost.
    #[test]
    fn what_a_step_kept_holds_for_every_true_value(dataset in dataset(), minds in prop::collection::vec(prop::sample::select(Caveat::ALL), 0..7)) {
        let mut dataset = dataset;
        for definition in &mut dataset.definitions {
            definition.stage = if definition.id.starts_with("reach") { Stage::Outputs } else { Stage::Outtakes };
        }
        let mut choice = Choice::default();
        minds.iter().for_each(|caveat| choice.terms.accept_also(*caveat));
        let found = ladder(&dataset, &choice);
        for climb in &found.climbs {
            prop_assert!(climb.steps[0].iter().all(|rung| rung.kept.is_none()), "the first has none before it");
            for rung in climb.steps.iter().flatten() {
                let stage = dataset.definition(&rung.side.lane.definition).unwrap().stage;
                prop_assert!(climb.steps[STEPS.iter().position(|step| *step == stage).unwrap()].contains(rung));
                let Some(kept) = &rung.kept else { continue };
                prop_assert!(choice.terms.accept(&kept.caveats));
                relation_holds(Relation::Times(kept.value), &known(&rung.side.cell.known), &known(&kept.of.cell.known))?;
            }
        }
        let mut told: Vec<&str> = found.climbs.iter().map(|climb| &*climb.campaign).collect();
        told.extend(found.without.iter().map(|id| &**id));
        told.sort_unstable();
        prop_assert_eq!(told, ["One", "Other", "Third"]);
    }
}

/// Whether what is said of two figures holds for every value that is possible of each.
fn relation_holds(relation: Relation, one: &Interval, other: &Interval) -> Result<(), TestCaseError> {
    for x in samples(one) {
        for y in samples(other) {
            match relation {
                Relation::Times(times) if y > 0.0 => {
                    prop_assert!(is_within(x / y, &times), "{x} / {y} is not {times:?}");
                }
                Relation::Fraction(times) if x > 0.0 => {
                    prop_assert!(is_within(y / x, &times), "{y} / {x} is not {times:?}");
                }
                Relation::More => prop_assert!(x > y),
                Relation::Less => prop_assert!(x < y),
                Relation::Times(_) | Relation::Fraction(_) | Relation::Untold => {}
            }
        }
    }
    Ok(())
}

proptest! {
    /// However a table is sorted, nothing is lost, and by its figures none stands above another
    /// that is surely larger.
    #[test]
    fn a_sorted_table_claims_no_more_than_is_known(dataset in dataset()) {
        for lane in &compare(&dataset, &Choice::default(), Metric::Reach).lanes {
            let all = |sorting| {
                let rows = rows_of_lane(&dataset, lane, sorting);
                let mut observations: Vec<usize> = rows.iter().map(|row| row.observation).collect();
                observations.sort_unstable();
                (rows, observations)
            };
            let (_, expected) = all(None);
            for &column in Column::ALL {
                for reversed in [false, true] {
                    let (mut rows, observations) = all(Some(Sorting { column, reversed }));
                    prop_assert_eq!(&observations, &expected);
                    // One alone has no place, and needs none.
                    let is_ranked = lane.groups.iter().all(|group| group.rank.is_some());
                    if column != Column::Figure || !is_ranked {
                        continue;
                    }
                    if reversed {
                        rows.reverse();
                    }
                    for (at, above) in rows.iter().enumerate() {
                        for below in &rows[at + 1..] {
                            prop_assert!(!above.group.interval().surely_below(&below.group.interval()));
                        }
                    }
                }
            }
        }
    }

    /// What stands in a later group of places surely stands below all of an earlier one, and
    /// within a group each has another of which it cannot be told.
    #[test]
    fn groups_of_places_are_those_that_cannot_be_told(quantities in prop::collection::vec(quantity(), 1..8)) {
        let mut build = Build::new(Metric::Reach);
        for (at, quantity) in quantities.into_iter().enumerate() {
            build.campaign(&format!("c{at}"));
            build.figure(quantity);
        }
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let groups = &comparison.lanes[0].groups;
        let ranks: Vec<Rank> = groups.iter().filter_map(|group| group.rank).collect();
        let untold = Rank::untold(&ranks);
        let group_of = |place: usize| untold.iter().position(|(from, to)| (*from..=*to).contains(&place));
        for (at, group) in groups.iter().enumerate() {
            for (below, other) in groups.iter().enumerate().skip(at + 1) {
                let apart = group_of(at + 1).is_none() || group_of(at + 1) != group_of(below + 1);
                if apart {
                    prop_assert!(other.interval().surely_below(&group.interval()), "{group:?} {other:?}");
                }
            }
            if let Some(own) = group_of(at + 1) {
                let (from, to) = untold[own];
                let told = |other: &Group| {
                    other.interval().surely_below(&group.interval()) || group.interval().surely_below(&other.interval())
                };
                prop_assert!(groups[from - 1..to].iter().any(|other| other.series != group.series && !told(other)));
            }
        }
    }

    /// Every statement is one that its sureness allows, and each leads to its evidence.
    #[test]
    fn statements_are_as_sure_as_they_say(dataset in dataset()) {
        let said = statements(&dataset, &Choice::default());
        prop_assert!(said.windows(2).all(|pair| pair[0].sureness <= pair[1].sureness));
        for statement in said {
            let at = statement.finding.observation().unwrap();
            let known = &dataset.observations[at];
            prop_assert_eq!(dataset.definition(&known.definition).unwrap().metric, statement.metric);
            if statement.sureness == Sureness::Exact {
                let exact = matches!(
                    statement.finding,
                    Finding::SurelyFirst { quantity: Some(Quantity::Exact { .. }), .. }
                        | Finding::AgainstTarget { quantity: Quantity::Exact { .. }, .. }
                );
                prop_assert!(exact);
            }
        }
    }
}

fn shipped() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let text = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
    let catalogue = read_catalogue("index.json", &text("index.json")).unwrap();
    let files = catalogue.collections.iter().enumerate();
    let parts: Vec<_> = files.map(|(at, c)| read_collection(&c.file, &text(&c.file), at).unwrap()).collect();
    join(&catalogue, parts).0
}

fn chosen(ids: &[&str]) -> Choice {
    Choice {
        scope: SourceScope::Further,
        selection: Selection::Only(ids.iter().map(|&id| id.to_owned()).collect()),
        ..Choice::default()
    }
}

/// The one chain of a campaign from one source that gives rates without a caveat, and one
/// campaign of which both figures are there and say different things.
#[test]
fn published_rates_are_those_that_their_sources_allow() {
    let dataset = shipped();
    let found = rates(&dataset, &chosen(&["hepatitis-a-facebook"]), Metric::Response, Metric::Impressions);
    let rate = &found.lanes[0].rates[0];
    assert_eq!(rate.caveats, [], "{rate:?}");
    let found = rates(&dataset, &chosen(&["fab-change-week"]), Metric::Participation, Metric::Participation);
    let rate = &found.lanes[0].rates[0];
    // 8.5 tweets an account, as the table of published figures works it out.
    assert_eq!((rate.size() * 10.0).round() / 10.0, 8.5, "{rate:?}");
    let found = rates(&dataset, &chosen(&["nhs-change-day"]), Metric::Participation, Metric::Impressions);
    let rate = &found.lanes[0].rates[0];
    assert!(
        rate.caveats.contains(&Caveat::NotWithin) && rate.caveats.contains(&Caveat::Unstated),
        "{rate:?}"
    );
    let found = rates(&dataset, &chosen(&["nhs-choir"]), Metric::Outcome, Metric::Impressions);
    assert_eq!(found.without[0].because, WhyNoRate::Missing { numerator: false, denominator: true });
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    build.figure(Quantity::exactly(5.0));
    let found = rates(&build.dataset, &Choice::default(), Metric::Reach, Metric::Reach);
    assert_eq!(found.without[0].because, WhyNoRate::Refused(Refusal::SameThing));
}

/// A daily peak and a total are not set against each other; years of one campaign are.
#[test]
fn published_campaigns_side_by_side() {
    let dataset = shipped();
    let found = side_by_side(&dataset, &chosen(&["hello-my-name-is", "nhs-change-day"]), None);
    let shared = |metric| found.shared.iter().find(|shared| shared.metric == metric).unwrap();
    let impressions = &shared(Metric::Impressions).answers;
    assert!(
        !impressions.is_empty()
            && impressions
                .iter()
                .all(|answer| answer.stands == Err(Apart::Unstated) || answer.stands.is_err())
    );
    let found = side_by_side(&dataset, &chosen(&["missing-type", "missing-type-2016"]), Some("missing-type"));
    assert_eq!(found.campaigns, ["missing-type", "missing-type-2016"]);
    let shared = |metric| found.shared.iter().find(|shared| shared.metric == metric).unwrap();
    // Of uses of two hashtags those of one are at most as many.
    let Ok(Relation::Times(Quantity::AtLeast(times))) = shared(Metric::Engagement).answers[0].stands else {
        panic!("{:?}", shared(Metric::Engagement));
    };
    assert!((1.93..=50_543.0 / 26_121.0).contains(&times), "{times}");
    let further =
        Choice { scope: SourceScope::Further, ..chosen(&["nhs-change-day", "antibiotic-guardian"]) };
    let found = side_by_side(&dataset, &further, Some("antibiotic-guardian"));
    let pledges = found.shared.iter().find(|shared| shared.metric == Metric::Participation).unwrap();
    assert!(pledges.answers.iter().any(|answer| matches!(answer.stands, Ok(Relation::Times(_)))));
}

/// Of published results that stand beside a target, those that surely met it; and none of a
/// figure that its sources leave open.
#[test]
fn published_targets_are_judged_as_their_sources_allow() {
    let dataset = shipped();
    let found = multiples(&dataset, &Choice::default(), None);
    // Of 65,000, 500,000, 20,000 and 100 that they were met, of 40,000 neither.
    assert_eq!(found.verdicts(), (4, 0, 1));
    let change_day = found.lanes.iter().flat_map(|lane| &lane.multiples).find(|multiple| {
        multiple.cell.campaign == "nhs-change-day"
            && multiple.times == Some(Quantity::exactly(702_132.0 / 500_000.0))
    });
    assert!(change_day.is_some(), "702,132 pledges of 500,000");
}

/// The years of the two campaigns that the issue of years is about.
#[test]
fn published_years_are_joined_where_the_same_was_counted() {
    let dataset = shipped();
    let found = years(&dataset, &Choice::default());
    let of = |series: &str, metric: Metric| {
        found.strands.iter().find(|strand| strand.series == series && strand.metric == metric).unwrap()
    };
    let pledges = of("nhs-change-day", Metric::Participation);
    assert_eq!(pledges.joined(), 1, "2013 to 2014; in 2015 no pledges were counted: {pledges:?}");
    let mentions = of("missing-type", Metric::Engagement);
    assert!(mentions.joined() >= 1 && mentions.pieces.len() > mentions.joined());
    assert_eq!(found.campaigns, 8);
}

/// A campaign stands on the calendar by its own dates, else by those of its figures.
#[test]
fn campaigns_stand_on_the_calendar_as_precisely_as_is_known() {
    let dataset = fixtures::over_years();
    let found = calendar(&dataset, &Choice::default());
    let of = |id: &str| found.runs.iter().find(|run| run.campaign == id).unwrap();
    for (id, period, precision, of_figures) in [
        ("Grew for years", "2013-03-13/2016-01-20", Precision::Day, false),
        ("A month", "2014-02", Precision::Month, false),
        ("Years", "2013/2015", Precision::Year, false),
        ("Without an end", "2015-05/..", Precision::Month, false),
        ("Without a start", "../2014-08-30", Precision::Day, false),
        ("Only figures", "2016-05-12", Precision::Day, true),
    ] {
        let run = of(id);
        assert_eq!(
            (run.period, run.precision(), run.of_figures),
            (period.parse().unwrap(), precision, of_figures),
            "{id}"
        );
    }
    assert_eq!(found.undated, ["Nothing at all"]);
    assert!(found.runs.windows(2).all(|pair| {
        let start = |run: &groundswell::compare::Run| match run.ends() {
            (Some(date), _) | (None, Some(date)) => date.first_day(),
            (None, None) => unreachable!(),
        };
        start(&pair[0]) <= start(&pair[1])
    }));
}

/// The headline of a figure.
fn headline(dataset: &Dataset, choice: &Choice, name: FigureName) -> String {
    figure(dataset, choice, name, FigureOptions::default()).headline
}

/// Two campaigns that counted the same: the first over three days on Facebook, the other over
/// a week on Twitter, and ten times as many.
fn counted_unlike() -> Build {
    let mut build = Build::new(Metric::Reach);
    for (name, number, platform, when) in [
        ("One", 100.0, "Facebook", "2016-03-01/2016-03-03"),
        ("Two", 1_000.0, "Twitter", "2016-03-01/2016-03-07"),
    ] {
        build.campaign(name);
        let figure = build.figure(Quantity::exactly(number));
        (figure.period, figure.platforms) = (when.parse().unwrap(), vec![platform.into()]);
    }
    build
}

/// That one counted longer, and elsewhere, stays with the ratio wherever it is told.
#[test]
fn how_figures_were_counted_otherwise_stays_with_their_ratio() {
    let build = counted_unlike();
    let how = "counted on different platforms and over seven days and three days";
    let yardstick = Terms { yardstick: Some("One".into()), ..Terms::default() };
    let against = Choice { terms: yardstick, ..Choice::default() };
    for (name, choice, in_headline) in [
        (FigureName::Beside, &Choice::default(), true),
        // Its headline sets nothing in numbers.
        (FigureName::Multiples, &against, false),
    ] {
        let options = FigureOptions { parts: Parts::All, ..FigureOptions::default() };
        let drawn = figure(&build.dataset, choice, name, options);
        assert_eq!(drawn.headline.contains(how), in_headline, "{}", drawn.headline);
        let (chart, table) = drawn.html.split_once("<table").unwrap();
        let label = chart.split("aria-label=\"").find(|label| label.starts_with("Two")).unwrap();
        let label = label.split('"').next().unwrap();
        assert!(label.contains("10 times that of One; ") && label.contains(how), "{label}");
        assert!(table.contains(&format!("10 times that of One, though {how}")), "{table}");
    }
    // Of one campaign the years are told in the same way.
    let mut build = counted_unlike();
    build.dataset.observations[1].campaign = "One".into();
    build.dataset.observations[1].period = "2017-03-01/2017-03-07".parse().unwrap();
    let said = headline(&build.dataset, &Choice::default(), FigureName::Years);
    let expected =
        format!("One from 1 to 7 Mar 2017: 1,000 people, 10 times that of 1 to 3 Mar 2016, though {how}");
    assert_eq!(said, expected);
    // What was counted alike needs no such words, and is told before what was not.
    build.dataset.observations[1].platforms = vec!["Facebook".into()];
    build.dataset.observations[1].period = "2017-03-01/2017-03-03".parse().unwrap();
    let said = headline(&build.dataset, &Choice::default(), FigureName::Years);
    assert!(said.ends_with("10 times that of 1 to 3 Mar 2016"), "{said}");
}

/// A range states no number that "about" could be about.
#[test]
fn about_something_is_no_multiple_of_a_range() {
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    build.figure(Quantity::exactly(10.0));
    build.also(Quantity::exactly(1_000.0));
    build.campaign("Two");
    build.figure(Quantity::About(100.0));
    let found = side_by_side(&build.dataset, &Choice::default(), None);
    assert_eq!(found.shared[0].answers[0].stands, Ok(Relation::Untold));
}

/// Nothing of something is nothing, and no fraction of a trillionth.
#[test]
fn no_rate_is_less_than_nothing() {
    for denominator in [Quantity::exactly(5_000.0), Quantity::MoreThan(5.0), Quantity::AtMost(5.0)] {
        let zero = Quantity::exactly(0.0);
        assert_eq!(zero.over(&denominator), Some(zero), "{denominator:?}");
        let mut build = Build::new(Metric::Reach);
        for id in ["engagement.likes", "reach.accounts"] {
            let like = build.dataset.definitions[0].clone();
            let metric = id.split('.').next().unwrap().parse().unwrap();
            build.dataset.definitions.push(Definition { id: id.into(), metric, ..like });
        }
        build.campaign("One");
        let figure = build.figure(zero);
        (figure.definition, figure.unit) = ("engagement.likes".into(), "likes".into());
        build.figure(denominator).definition = "reach.accounts".into();
        let terms = Terms { action: Metric::Engagement, attention: Metric::Reach, ..Terms::default() };
        let choice = Choice { terms, ..Choice::default() };
        let said = headline(&build.dataset, &choice, FigureName::Attention);
        assert!(said.contains("0 likes for every 10 people"), "{said}");
    }
    assert_eq!(Quantity::exactly(-5.0).over(&Quantity::About(5.0)), None, "what sinks is no count");
}

/// One campaign with likes of accounts, of which nobody says which they were.
fn likes_of_unstated() -> Build {
    let mut build = Build::new(Metric::Reach);
    build.dataset.definitions = ["engagement.likes", "reach.unstated"].map(definition).to_vec();
    build.campaign("One");
    let figure = build.figure(Quantity::exactly(50.0));
    (figure.definition, figure.unit) = ("engagement.likes".into(), "likes".into());
    build.figure(Quantity::exactly(1_000.0)).definition = "reach.unstated".into();
    build
}

/// What is minded of a rate is told wherever the rate is: also to those who hear the shortest, and
/// in what a picture says of itself.
#[test]
fn what_is_minded_stays_with_the_rate() {
    let build = likes_of_unstated();
    let accepted = Caveat::ALL.to_vec();
    let terms = Terms { action: Metric::Engagement, attention: Metric::Reach, accepted, ..Terms::default() };
    let choice = Choice { terms, ..Choice::default() };
    let minded = "although no source says what was counted of what was seen";
    for spoken in Spoken::ALL.iter().copied() {
        let spec = SpecOptions { spoken, ..SpecOptions::default() };
        let options = FigureOptions { spec, parts: Parts::All, ..FigureOptions::default() };
        let html = figure(&build.dataset, &choice, FigureName::Attention, options).html;
        let (described, rest) = html.split_once("<svg").unwrap();
        assert_eq!(described.matches(minded).count(), 2, "headline and description: {described}");
        let label = rest.split("class=\"row point\"").nth(1).unwrap().split('>').next().unwrap();
        assert!(label.contains(minded), "{spoken:?}: {label}");
        let table = rest.split("<tbody>").nth(1).unwrap();
        assert!(table.contains("no source says what was counted of what was seen"), "the table: {table}");
    }
}

/// Of those whose sources leave open how many nothing else is said.
#[test]
fn what_has_no_place_in_the_plane_is_told_why() {
    let terms = Terms { action: Metric::Engagement, attention: Metric::Reach, ..Terms::default() };
    let choice = Choice { terms, ..Choice::default() };
    let drawn = |quantities: &[Quantity], likes: bool, scale: ScaleKind| {
        let mut build = likes_of_unstated();
        let seen = build.dataset.observations.remove(1);
        if !likes {
            build.dataset.observations.clear();
        }
        for &quantity in quantities {
            build.dataset.observations.push(Observation { quantity, ..seen.clone() });
        }
        let spec = SpecOptions { scale, ..SpecOptions::default() };
        let options = FigureOptions { spec, ..FigureOptions::default() };
        figure(&build.dataset, &choice, FigureName::Attention, options).html
    };
    let open = [Quantity::AtMost(100.0), Quantity::MoreThan(100.0)];
    let zero = [Quantity::exactly(0.0)];
    for likes in [true, false] {
        let html = drawn(&open, likes, ScaleKind::Log);
        assert!(html.contains("One has no place here: what is published leaves open how many"), "{html}");
        assert!(!html.contains("zero"), "{html}");
        assert!(drawn(&zero, likes, ScaleKind::Log).contains("One campaign has a zero"));
        assert!(!drawn(&zero, likes, ScaleKind::Linear).contains("a zero"), "there it has a place");
    }
}

/// What cannot be told for one reason is not told for another.
#[test]
fn headlines_deny_no_more_than_is_so() {
    let doubt = |build: &mut Build| build.dataset.observations[1].doubt = Some("a printing error".into());
    let mut build = counted_unlike();
    let said = |build: &Build, name| headline(&build.dataset, &Choice::default(), name);
    doubt(&mut build);
    assert_eq!(
        said(&build, FigureName::Beside),
        "One and Two share one metric, but what they count alike is in doubt"
    );
    build.dataset.observations[1].campaign = "One".into();
    build.dataset.observations[1].period = year(2017);
    assert!(said(&build, FigureName::Years).ends_with("no two undoubted ones counted the same thing"));
    // A yardstick that is in doubt is no measure.
    let mut build = counted_unlike();
    let yardstick = Terms { yardstick: Some("One".into()), ..Terms::default() };
    let against = Choice { terms: yardstick, ..Choice::default() };
    let more = |build: &Build| headline(&build.dataset, &against, FigureName::Multiples);
    let unlike = "and surely reports more of it, though not counted alike";
    let one = |reports: &str| format!("One campaign counted something as One did, {reports}");
    assert_eq!(more(&build), one(unlike));
    build.dataset.observations[0].doubt = Some("a printing error".into());
    assert_eq!(more(&build), one("and does not surely report more of it"));
    // More than nothing is more, of which there is no multiple.
    build.dataset.observations[0].doubt = None;
    build.dataset.observations[0].quantity = Quantity::exactly(0.0);
    assert_eq!(more(&build), one(unlike));
    let (platforms, period) = {
        let one = &build.dataset.observations[0];
        (one.platforms.clone(), one.period)
    };
    (build.dataset.observations[1].platforms, build.dataset.observations[1].period) = (platforms, period);
    assert_eq!(more(&build), one("and surely reports more of it"));
}

/// What a campaign aimed for, and what was before it, is not when it ran.
#[test]
fn a_campaign_ran_when_its_results_were_counted() {
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    build.figure(Quantity::exactly(10.0)).period = year(2014);
    build.target(Quantity::exactly(20.0)).period = year(2030);
    let before = build.figure(Quantity::exactly(5.0));
    (before.period, before.role) = (year(2001), Role::Base);
    assert_eq!(calendar(&build.dataset, &Choice::default()).runs[0].period, year(2014));
    let said = |build: &Build| headline(&build.dataset, &Choice::default(), FigureName::When);
    assert!(said(&build).starts_with("One campaign ran in 2014;"));
    build.dataset.campaigns[0].to = Some("2015".parse().unwrap());
    assert!(said(&build).starts_with("One campaign ran until 2015;"), "{}", said(&build));
}

/// What one platform counted is set beside what the same one did, where both are told.
#[test]
fn like_is_set_beside_like() {
    let add = |build: &mut Build, number: f64, platform: &str, year: u16| {
        let figure = build.figure(Quantity::exactly(number));
        (figure.platforms, figure.period) = (vec![platform.into()], fixtures::year(year));
    };
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    add(&mut build, 10.0, "Facebook", 2016);
    add(&mut build, 100.0, "Twitter", 2016);
    build.campaign("Two");
    add(&mut build, 200.0, "Twitter", 2016);
    add(&mut build, 20.0, "Facebook", 2016);
    let said = headline(&build.dataset, &Choice::default(), FigureName::Beside);
    assert!(said.contains("2 times that of One") && !said.contains("though"), "{said}");
    // The years of each platform go their own way.
    for observation in &mut build.dataset.observations[2..] {
        (observation.campaign, observation.period) = ("One".into(), year(2017));
    }
    let found = years(&build.dataset, &Choice::default());
    let pieces: Vec<Vec<u16>> =
        found.strands[0].pieces.iter().map(|piece| piece.iter().map(|point| point.year).collect()).collect();
    assert_eq!(pieces, [[2016, 2017], [2016, 2017]]);
    let said = headline(&build.dataset, &Choice::default(), FigureName::Years);
    assert!(said.ends_with("2 times that of 2016"), "{said}");
}

/// A year without a figure is told, and one that any figure reaches into is not.
#[test]
fn years_without_a_figure_are_told() {
    let mut build = Build::new(Metric::Reach);
    let campaign = build.campaign("One");
    (campaign.from, campaign.to) = (Some("2011-11".parse().unwrap()), Some("2019".parse().unwrap()));
    for (number, when) in [(10.0, "2012"), (20.0, "2018"), (5.0, "2013-11/2014-02")] {
        build.figure(Quantity::exactly(number)).period = when.parse().unwrap();
    }
    build.figure(Quantity::exactly(1.0)).role = Role::Base;
    let found = years(&build.dataset, &Choice::default());
    assert_eq!(found.strands[0].missing, [2011, 2015, 2016, 2017, 2019]);
    let drawn = figure(&build.dataset, &Choice::default(), FigureName::Years, FigureOptions::default());
    assert!(drawn.html.contains("No figure of 2011, 2015 to 2017 or 2019 was found"), "{}", drawn.html);
    // Of one without an end nobody knows of what comes after its last figure.
    build.dataset.campaigns[0].to = None;
    assert_eq!(years(&build.dataset, &Choice::default()).strands[0].missing, [2011, 2015, 2016, 2017]);
}
