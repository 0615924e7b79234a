//! What a comparison says must hold for every true value that the sources leave
//! possible, and nothing that was reported may get lost on the way to a chart.

mod fixtures;

use fixtures::{Build, year};
use groundswell::chart::{Band, Glyph, Layout, Scale, ScaleKind, SpecOptions, chart_spec, draw};
use groundswell::compare::{
    Agreement, Cell, Choice, Comparison, Finding, Group, Known, Selection, SourceScope, Verdict, compare,
    matrix,
};
use groundswell::figure::{FigureOptions, NowShown, campaign_html, figure, matrix_html, now_showing};
use groundswell::format::{Language, Sentence};
use groundswell::model::{
    Basis, Bound, Collection, Comparator, Dataset, Date, FigureName, Interval, Loading, Metric, Observation,
    Period, Quantity, Role,
};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Some values that an interval leaves possible: its ends and what is beside
/// them, its middle, and far out where it has no end.
fn samples(interval: &Interval) -> Vec<f64> {
    let ends = [interval.lower, interval.upper].map(|bound| bound.map(|bound| bound.value));
    let mut values = vec![-1.0e18, 0.0, 1.0e18];
    for end in ends.into_iter().flatten() {
        values.extend([end, end.next_down(), end.next_up(), end * 2.0 + 1.0, end / 2.0 - 1.0]);
    }
    if let [Some(lower), Some(upper)] = ends {
        values.push(lower + (upper - lower) / 2.0);
    }
    values.retain(|value| interval.contains(*value));
    values
}

fn of_group(group: &Group) -> Vec<f64> {
    group.cells.iter().flat_map(|cell| samples(&cell.known.interval())).collect()
}

fn least(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::INFINITY, f64::min)
}

fn greatest(values: &[f64]) -> f64 {
    values.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// Few numbers, so that they meet.
fn number() -> impl Strategy<Value = f64> {
    prop::sample::select(vec![0.0, 1.0, 2.0, 9.0, 10.0, 11.0, 100.0, 702_132.0, 700_000.0, 0.5, -3.0])
}

fn wild() -> impl Strategy<Value = f64> {
    let extremes = [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 5.0e-324, 1.0e300, 1.0e-300, 1.0e18, -0.0, 0.0];
    prop_oneof![
        number(),
        prop::sample::select(extremes.to_vec()),
        any::<f64>().prop_filter("finite", |x| x.is_finite())
    ]
}

fn quantity(number: BoxedStrategy<f64>) -> impl Strategy<Value = Quantity> {
    let stated_to = prop::sample::select(vec![1.0, 1.0, 1.0, 10.0, 100_000.0]);
    (prop::sample::select(Comparator::ALL), number.clone(), number, stated_to).prop_map(
        |(comparator, a, b, to)| {
            let upper = comparator.is_range().then_some(a.max(b));
            let value = if comparator.is_range() { a.min(b) } else { a };
            Quantity::new(comparator, value, upper, to)
                .unwrap_or(Quantity::Between(Bound::closed(a.min(b)), Bound::closed(a.max(b))))
        },
    )
}

fn period() -> impl Strategy<Value = Period> {
    let date = |month, day| Date { year: 2016, month, day };
    prop::sample::select(vec![
        Period::NotStated,
        year(2015),
        year(2016),
        year(2016),
        year(2016),
        year(2016),
        year(2016),
        Period::Within(date(Some(8), None)),
        Period::Within(date(Some(3), Some(1))),
        Period::Span(Some(date(Some(2), None)), Some(date(Some(4), None))),
        Period::Span(None, Some(date(Some(4), None))),
        Period::Span(Some(date(Some(4), None)), None),
    ])
}

fn observation(
    numbers: fn() -> BoxedStrategy<f64>,
    campaigns: Vec<&'static str>,
) -> impl Strategy<Value = Observation> {
    let definitions = vec![
        "reach.counted",
        "reach.counted",
        "reach.counted",
        "reach.unstated",
        "target.counted",
        "views.other",
    ];
    let text = |texts: &[&'static str]| prop::sample::select(texts.to_vec()).prop_map(str::to_owned);
    let maybe = |texts: &[&'static str]| prop::option::weighted(0.1, text(texts));
    (
        (
            prop::sample::select(campaigns),
            prop::sample::select(definitions),
            quantity(numbers()),
            text(&["people", "people", "people", "people", "per cent", "GBP"]),
        ),
        (
            maybe(&["England"]),
            prop::sample::select(vec![
                Basis::Total,
                Basis::Total,
                Basis::Total,
                Basis::Total,
                Basis::PeakDay,
                Basis::Change,
            ]),
            period(),
            text(&["a", "b"]),
        ),
        (
            maybe(&["It is doubtful."]),
            prop::bool::weighted(0.1),
            maybe(&["the first week"]),
            prop::sample::select(vec![0, 0, 0, 1, 2]),
        ),
    )
        .prop_map(
            |(
                (campaign, definition, quantity, unit),
                (scope, basis, period, source),
                (doubt, base, part, collection),
            )| {
                Observation {
                    campaign: campaign.to_owned(),
                    definition: definition.to_owned(),
                    quantity,
                    unit,
                    scope,
                    basis,
                    period,
                    platforms: Vec::new(),
                    wording: None,
                    source,
                    locator: None,
                    note: None,
                    doubt,
                    role: if base { Role::Base } else { Role::Result },
                    part,
                    includes: None,
                    collection,
                }
            },
        )
}

/// Up to seven campaigns, two of them editions of one series, and what is
/// reported of them, also of one and of a definition that the data lacks.
fn dataset(numbers: fn() -> BoxedStrategy<f64>) -> impl Strategy<Value = Dataset> {
    const NAMES: [&str; 7] = ["one", "two", "three", "four", "five", "edition 1", "edition 2"];
    let count = prop_oneof![2 => Just(2), 1 => Just(4), 1 => 0..=NAMES.len()];
    (count, prop::bool::weighted(0.1)).prop_flat_map(move |(count, dangling)| {
        let mut names: Vec<&'static str> = NAMES[NAMES.len() - count..].to_vec();
        if dangling || names.is_empty() {
            names.push("nobody");
        }
        prop::collection::vec(observation(numbers, names), 0..14).prop_map(move |observations| {
            let mut build = Build::new(Metric::Reach);
            for (at, name) in NAMES[NAMES.len() - count..].iter().enumerate() {
                let campaign = build.campaign(name);
                campaign.collection = [0, 0, 1, 0, 2, 0, 0][at];
                if let Some(edition) = name.strip_prefix("edition ") {
                    (campaign.series, campaign.edition) = (Some("editions".into()), Some(edition.into()));
                }
            }
            let mut dataset = build.dataset;
            for (id, loading) in [("second", Loading::AtStart), ("third", Loading::OnRequest)] {
                let collection = Collection { id: id.into(), loading, ..dataset.collections[0].clone() };
                dataset.collections.push(collection);
            }
            dataset.observations = observations;
            dataset
        })
    })
}

fn tame_dataset() -> impl Strategy<Value = Dataset> {
    dataset(|| number().boxed())
}

fn choice() -> impl Strategy<Value = Choice> {
    let ids = vec!["one", "two", "three", "four", "five", "edition 1", "edition 2", "nobody"];
    let only = prop::sample::subsequence(ids, 0..=8)
        .prop_map(|ids| Selection::Only(ids.into_iter().map(str::to_owned).collect()));
    (prop::sample::select(SourceScope::ALL), prop_oneof![3 => Just(Selection::All), 1 => only])
        .prop_map(|(scope, selection)| Choice { scope, selection, ..Choice::default() })
}

fn evidence(comparison: &Comparison) -> Vec<usize> {
    let mut all: Vec<usize> = comparison.cells().flat_map(|(_, _, cell)| cell.evidence.clone()).collect();
    all.sort_unstable();
    all
}

fn keys(dataset: &Dataset, comparison: &Comparison, expanded: bool) -> (BTreeSet<String>, usize) {
    let options = SpecOptions { expanded, ..SpecOptions::default() };
    let spec = chart_spec(dataset, comparison, options);
    let bands = spec.panels.iter().flat_map(|panel| &panel.bands);
    let rows = bands.filter_map(|band| if let Band::Row(row) = band { Some(row.key.clone()) } else { None });
    (rows.collect(), spec.hidden)
}

/// What is short of a target has missed it only where it was counted over what the target is
/// for; else it is said that this is why nobody can tell.
#[test]
fn what_is_short_over_another_period_has_not_missed_its_target() {
    let check = |change: &dyn Fn(&mut Observation)| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        change(build.figure(Quantity::exactly(13_000.0)));
        build.target(Quantity::exactly(20_000.0));
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let (_, _, cell) = comparison.cells().next().unwrap();
        let target = cell.target.clone().unwrap();
        (target.verdict, target.elsewhen)
    };
    assert_eq!(check(&|_| {}), (Verdict::Missed, false));
    let week = "2016-08-16/2016-08-22".parse::<Period>().unwrap();
    assert_eq!(check(&|figure| figure.period = week), (Verdict::Unclear, true));
    assert_eq!(check(&|figure| figure.part = Some("the first three days".into())), (Verdict::Unclear, true));
    // The bounds leave it open, whatever the period.
    let open =
        |figure: &mut Observation| (figure.quantity, figure.period) = (Quantity::AtLeast(9_000.0), week);
    assert_eq!(check(&open), (Verdict::Unclear, false));
    // What is reached, is reached in a part too.
    let more =
        |figure: &mut Observation| (figure.quantity, figure.period) = (Quantity::exactly(30_000.0), week);
    assert_eq!(check(&more), (Verdict::Met, false));
}

/// A target is judged by what it asks for: no less, no more, a place, or to go down.
#[test]
fn a_target_is_met_by_what_it_asks_for() {
    let verdict = |target: Quantity, result: Quantity, change: &dyn Fn(&mut Observation)| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        change(build.figure(result));
        change(build.target(target));
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let (_, _, cell) = comparison.cells().next().unwrap();
        let check = cell.target.clone().unwrap();
        (check.verdict, check.ratio)
    };
    let exactly = Quantity::exactly;
    let as_it_is = |_: &mut Observation| {};
    for (target, result, expected) in [
        (Quantity::AtMost(5.0), exactly(10.0), Verdict::Missed),
        (Quantity::AtMost(5.0), exactly(5.0), Verdict::Met),
        (Quantity::AtMost(5.0), exactly(3.0), Verdict::Met),
        (Quantity::AtMost(5.0), Quantity::AtLeast(3.0), Verdict::Unclear),
        (Quantity::LessThan(5.0), exactly(5.0), Verdict::Missed),
        (Quantity::MoreThan(5.0), exactly(5.0), Verdict::Missed),
        (Quantity::AtLeast(5.0), exactly(5.0), Verdict::Met),
        (exactly(5.0), exactly(5.0), Verdict::Met),
        (exactly(-10.0), exactly(-12.0), Verdict::Met),
        (exactly(-10.0), exactly(-9.0), Verdict::Missed),
        (Quantity::LessThan(-10.0), exactly(-12.0), Verdict::Met),
        (Quantity::LessThan(-10.0), exactly(-10.0), Verdict::Missed),
        (Quantity::MoreThan(-10.0), exactly(-10.0), Verdict::Missed),
        (Quantity::About(5.0), exactly(50.0), Verdict::Unclear),
    ] {
        assert_eq!(verdict(target, result, &as_it_is).0, expected, "{result:?} for {target:?}");
    }
    assert_eq!(
        verdict(Quantity::AtMost(5.0), exactly(10.0), &as_it_is).1,
        None,
        "so many times says nothing"
    );
    let place = |observation: &mut Observation| observation.unit = "position".into();
    assert_eq!(verdict(exactly(1.0), exactly(3.0), &place), (Verdict::Missed, None));
    assert_eq!(verdict(exactly(3.0), exactly(1.0), &place), (Verdict::Met, None));
}

/// What was counted over more than a target is for does not tell whether it was met, and
/// neither does a target that is in doubt or that others contradict.
#[test]
fn what_a_target_does_not_tell_is_not_told() {
    let check = |change: &dyn Fn(&mut Build)| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        build.figure(Quantity::exactly(30_000.0));
        build.target(Quantity::exactly(20_000.0));
        change(&mut build);
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let (_, _, cell) = comparison.cells().next().unwrap();
        let target = cell.target.clone().unwrap();
        (target.verdict, target.elsewhen)
    };
    assert_eq!(check(&|_| {}), (Verdict::Met, false));
    let quarter = "2016-01/2016-03".parse::<Period>().unwrap();
    let when = |place: usize, period: Period| {
        move |build: &mut Build| build.dataset.observations[place].period = period
    };
    assert_eq!(check(&when(1, quarter)), (Verdict::Unclear, true), "a year's result, a quarter's target");
    assert_eq!(check(&when(0, quarter)), (Verdict::Met, false), "what a quarter reaches, the year does");
    let unsaid = |sources: [&'static str; 2], result: f64| {
        move |build: &mut Build| {
            for (observation, source) in build.dataset.observations.iter_mut().zip(sources) {
                (observation.period, observation.source) = (Period::NotStated, source.into());
            }
            build.dataset.observations[0].quantity = Quantity::exactly(result);
        }
    };
    assert_eq!(check(&unsaid(["a", "a"], 3.0)), (Verdict::Missed, false));
    assert_eq!(check(&unsaid(["a", "b"], 3.0)), (Verdict::Unclear, true), "two leave unsaid when");
    let doubt = |build: &mut Build| build.dataset.observations[1].doubt = Some("a printing error".into());
    assert_eq!(check(&doubt), (Verdict::Unclear, false));
    let rival =
        |more: f64| move |build: &mut Build| build.target(Quantity::exactly(more)).source = "b".into();
    assert_eq!(check(&rival(25_000.0)), (Verdict::Met, false), "both were met");
    assert_eq!(check(&rival(90_000.0)), (Verdict::Unclear, false), "one was, one was not");
}

/// A part of the time that a target is for tells of what only grows, and of nothing else; what
/// was counted on another day than the target's tells nothing.
#[test]
fn a_part_of_a_targets_time_tells_of_what_grows() {
    let check = |target: (Quantity, &str), result: (Quantity, &str), change: &dyn Fn(&mut Observation)| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        let figure = build.figure(result.0);
        figure.period = result.1.parse().unwrap();
        change(figure);
        let aim = build.target(target.0);
        aim.period = target.1.parse().unwrap();
        change(aim);
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let (_, _, cell) = comparison.cells().next().unwrap();
        cell.target.as_ref().unwrap().verdict
    };
    let (exactly, as_it_is) = (Quantity::exactly, |_: &mut Observation| {});
    let (year, june) = ("2016", "2016-06");
    assert_eq!(check((exactly(100.0), year), (exactly(150.0), june), &as_it_is), Verdict::Met);
    assert_eq!(check((exactly(100.0), year), (exactly(50.0), june), &as_it_is), Verdict::Unclear);
    // No more than so many in a year: half of it may be in June already, or too many.
    assert_eq!(check((Quantity::AtMost(100.0), year), (exactly(50.0), june), &as_it_is), Verdict::Unclear);
    assert_eq!(check((Quantity::AtMost(100.0), year), (exactly(150.0), june), &as_it_is), Verdict::Missed);
    type Unlike = (&'static str, f64, f64, fn(&mut Observation));
    let unlike: [Unlike; 4] = [
        ("a place", 5.0, 3.0, |o| o.unit = "position".into()),
        ("a change", 10.0, 12.0, |o| o.basis = Basis::Change),
        ("a number a day", 4_000.0, 5_000.0, |o| o.basis = Basis::PerDay),
        ("a part of a hundred", 50.0, 60.0, |o| o.unit = "per cent of visitors".into()),
    ];
    for (what, target, result, change) in unlike {
        assert_eq!(
            check((exactly(target), year), (exactly(result), june), &change),
            Verdict::Unclear,
            "{what}"
        );
        assert_ne!(
            check((exactly(target), year), (exactly(result), year), &change),
            Verdict::Unclear,
            "{what}"
        );
    }
    let day = "2016-03-13";
    for (result, when, expected) in [
        (1_200.0, "2016-03-13", Verdict::Met),
        (1_200.0, "2016-03", Verdict::Met),
        (1_200.0, "2016-12-31", Verdict::Unclear),
        (800.0, "2016-11", Verdict::Unclear),
        (800.0, "2016", Verdict::Missed),
    ] {
        assert_eq!(
            check((exactly(1_000.0), day), (exactly(result), when), &as_it_is),
            expected,
            "{result} {when}"
        );
    }
    // What there was the day after is of that day, where one source tells of both.
    let level = |source: &'static str| {
        move |observation: &mut Observation| {
            observation.basis = Basis::Level;
            observation.source = if observation.definition == "target.counted" { "a" } else { source }.into();
        }
    };
    let after = (exactly(1_200.0), "2016-03-14");
    assert_eq!(check((exactly(1_000.0), day), after, &level("a")), Verdict::Met);
    assert_eq!(check((exactly(1_000.0), day), after, &level("b")), Verdict::Unclear);
}

/// A target for a part is none for the whole, one of another platform none at all, and what is
/// doubtful has met none.
#[test]
fn a_target_is_one_of_the_same() {
    let check = |change: &dyn Fn(&mut Build)| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        build.figure(Quantity::exactly(60.0)).platforms = vec!["Facebook".into()];
        change(&mut build);
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let (_, _, cell) = comparison.cells().next().unwrap();
        cell.target.as_ref().map(|target| (target.verdict, target.same_period))
    };
    let whole = |build: &mut Build| drop(build.target(Quantity::exactly(100.0)).part.take());
    let part = |build: &mut Build| build.target(Quantity::exactly(50.0)).part = Some("the first week".into());
    for order in [[&whole as &dyn Fn(&mut Build), &part], [&part, &whole]] {
        let both = |build: &mut Build| order.iter().for_each(|add| add(build));
        assert_eq!(check(&both), Some((Verdict::Missed, true)));
    }
    let elsewhere =
        |build: &mut Build| build.target(Quantity::exactly(50.0)).platforms = vec!["Twitter".into()];
    assert_eq!(check(&elsewhere), None);
    let here = |build: &mut Build| build.target(Quantity::exactly(50.0)).platforms = vec!["Facebook".into()];
    assert_eq!(check(&here), Some((Verdict::Met, true)));
    let doubtful = |build: &mut Build| {
        here(build);
        build.dataset.observations[0].doubt = Some("a printing error".into());
    };
    assert_eq!(check(&doubtful), Some((Verdict::Unclear, true)));
}

/// Of what is doubtful nobody says that it comes below another.
#[test]
fn what_is_doubtful_has_no_sure_place() {
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    build.figure(Quantity::exactly(1_000.0));
    build.campaign("Two");
    build.figure(Quantity::exactly(900.0));
    let finding = |build: &Build| compare(&build.dataset, &Choice::default(), Metric::Reach).finding;
    assert!(matches!(finding(&build), Finding::SurelyFirst { .. }));
    build.dataset.observations[1].doubt = Some("a printing error".into());
    assert!(matches!(finding(&build), Finding::CannotRank { campaigns: 2, .. }));
}

/// A rise over three days and one over a week are changes of the same, and not over as long: which
/// is the larger says nothing.
#[test]
fn changes_over_other_stretches_are_not_ranked() {
    let mut build = Build::new(Metric::Reach);
    for (name, rise, when) in
        [("One", 1_000.0, "2016-03-01/2016-03-03"), ("Two", 144.0, "2016-03-01/2016-03-07")]
    {
        build.campaign(name);
        let figure = build.figure(Quantity::exactly(rise));
        (figure.basis, figure.period) = (Basis::Change, when.parse().unwrap());
    }
    let found = |build: &Build| compare(&build.dataset, &Choice::default(), Metric::Reach);
    assert!(matches!(found(&build).finding, Finding::CannotRank { campaigns: 2, .. }));
    assert!(found(&build).lanes[0].groups.iter().all(|group| group.rank.is_none()));
    build.dataset.observations[1].period = build.dataset.observations[0].period;
    assert!(matches!(found(&build).finding, Finding::SurelyFirst { stretches: false, .. }));
    assert!(found(&build).lanes[0].groups.iter().all(|group| group.rank.is_some()));
    // Of a rise of which nobody says over how long, neither.
    for observation in &mut build.dataset.observations {
        observation.period = Period::NotStated;
    }
    assert!(matches!(found(&build).finding, Finding::CannotRank { .. }));
}

/// What was counted on one platform does not contradict what was counted on another.
#[test]
fn figures_of_other_platforms_are_no_contradiction() {
    let cells = |on: [&[&str]; 2], numbers: [Quantity; 2]| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        for (platforms, number) in on.iter().zip(numbers) {
            build.figure(number).platforms = platforms.iter().map(|&name| name.to_owned()).collect();
        }
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        comparison.cells().map(|(_, _, cell)| cell.agreement).collect::<Vec<_>>()
    };
    let numbers = [1_000.0, 2_000.0].map(Quantity::exactly);
    assert_eq!(cells([&["Facebook"], &["Twitter"]], numbers), [Agreement::Single, Agreement::Single]);
    assert_eq!(
        cells([&["Facebook"], &["Facebook", "Twitter"]], numbers),
        [Agreement::Single, Agreement::Single]
    );
    assert_eq!(cells([&["Facebook"], &["Facebook"]], numbers), [Agreement::Disagree]);
    assert_eq!(cells([&["Facebook"], &[]], numbers), [Agreement::Disagree]);
    let bounds = [Quantity::AtLeast(1_000.0), Quantity::MoreThan(1_000.0)];
    assert_eq!(cells([&["Facebook", "Twitter"], &["Twitter"]], bounds), [Agreement::Agree]);
    // On both there can be more than on one; nothing exact is known of them.
    let open = [Quantity::AtLeast(500.0), Quantity::exactly(700.0)];
    assert_eq!(cells([&["Facebook", "Twitter"], &["Facebook"]], open), [Agreement::Single; 2]);
    let narrow = [Quantity::exactly(700.0), Quantity::AtLeast(500.0)];
    assert_eq!(cells([&["Facebook", "Twitter"], &["Facebook"]], narrow), [Agreement::Agree]);
    // Of which of two platforms it is that leaves it unsaid, nobody knows, in whatever order.
    let mut figures = [("", 30.0), ("Facebook", 10.0), ("Twitter", 20.0)];
    for _ in 0..3 {
        figures.rotate_left(1);
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        for (platform, number) in figures {
            let platforms = if platform.is_empty() { Vec::new() } else { vec![platform.to_owned()] };
            build.figure(Quantity::exactly(number)).platforms = platforms;
        }
        let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
        let cells: Vec<Agreement> = comparison.cells().map(|(_, _, cell)| cell.agreement).collect();
        assert_eq!(cells, [Agreement::Single; 3], "{figures:?}");
    }
}

/// What a number counts besides is taken off it by nobody: of the thing itself there is at most as
/// much, and nothing says how little.
#[test]
fn what_is_counted_besides_makes_a_number_an_upper_bound() {
    let found = |first: Quantity| {
        let mut build = Build::new(Metric::Reach);
        build.campaign("One");
        build.figure(first).includes = Some("visits".into());
        build.campaign("Two");
        build.figure(Quantity::exactly(50.0));
        build.target(Quantity::exactly(1.0)).campaign = "One".into();
        compare(&build.dataset, &Choice::default(), Metric::Reach)
    };
    let cell = |comparison: &Comparison| {
        comparison.cells().find(|(_, _, cell)| cell.campaign == "One").unwrap().2.clone()
    };
    let more = found(Quantity::exactly(100.0));
    assert_eq!(cell(&more).known, Known::Quantity(Quantity::AtMost(100.0)));
    assert_eq!(cell(&more).target.unwrap().verdict, Verdict::Unclear);
    assert!(matches!(more.finding, Finding::CannotRank { .. }), "{:?}", more.finding);
    let less = found(Quantity::exactly(40.0));
    assert!(matches!(less.finding, Finding::SurelyFirst { among: 2, .. }), "{:?}", less.finding);
    let open = cell(&found(Quantity::MoreThan(100.0)));
    assert_eq!(open.known, Known::Containing(Interval::UNKNOWN));
}

/// The largest number is no best place, and more in a day is not more than in a week.
#[test]
fn the_most_is_said_of_what_has_a_most() {
    let finding = |changes: [&dyn Fn(&mut Observation); 2]| {
        let mut build = Build::new(Metric::Reach);
        for (name, number, change) in [("One", 1.0, changes[0]), ("Two", 40.0, changes[1])] {
            build.campaign(name);
            change(build.figure(Quantity::exactly(number)));
        }
        compare(&build.dataset, &Choice::default(), Metric::Reach).finding
    };
    let place = |observation: &mut Observation| observation.unit = "position".into();
    let as_it_is = |_: &mut Observation| {};
    assert!(!matches!(finding([&place, &place]), Finding::SurelyFirst { .. }));
    assert!(matches!(finding([&as_it_is, &as_it_is]), Finding::SurelyFirst { stretches: false, .. }));
    let part = |observation: &mut Observation| observation.part = Some("the first day".into());
    assert!(matches!(finding([&part, &as_it_is]), Finding::SurelyFirst { stretches: true, .. }));
}

/// A choice is told by what it changed, and never by silence.
#[test]
fn what_a_choice_changed_is_told() {
    let mut build = Build::new(Metric::Reach);
    for (name, number) in [("One", 10.0), ("Two", 20.0), ("Three", 5.0)] {
        build.campaign(name);
        build.figure(Quantity::exactly(number));
    }
    let (all, language) = (Choice::default(), Language::English);
    let one = Choice { selection: Selection::Only(vec!["One".to_owned()]), ..Choice::default() };
    let says =
        |choice: &Choice, shown: &NowShown| now_showing(&build.dataset, choice, shown, &|_| None, language);
    let headline = |choice: &Choice| {
        Some(figure(&build.dataset, choice, FigureName::Reach, FigureOptions::default()).headline)
    };
    let told = |chosen: Option<&Choice>, said: Option<String>| NowShown {
        before: chosen.cloned(),
        figures: vec![(FigureName::Reach, said)],
        ..NowShown::default()
    };
    let changed = says(&one, &told(Some(&all), headline(&all)));
    assert!(changed.contains(&headline(&one).unwrap()), "{changed}");
    let same = language.say(&Sentence::FigureSaysTheSame {
        figure: language.phrases().figure(FigureName::Reach).to_owned(),
    });
    assert_eq!(says(&one, &told(None, headline(&one))), same);
    // What else has changed is told instead.
    let others = says(&one, &told(Some(&all), headline(&one)));
    assert!(!others.is_empty() && !others.contains(&same), "{others}");
    // The one campaign that came or went is named, and no other.
    let counted = |chosen, one: Option<(bool, &str)>| {
        let one = one.map(|(added, name)| (added, name.to_owned()));
        language.say(&Sentence::NowShowing { chosen, of: 3, sources: None, one })
    };
    let only = |ids: &[&str]| Choice {
        selection: Selection::Only(ids.iter().map(|&id| id.to_owned()).collect()),
        ..Choice::default()
    };
    for (then, now, expected) in [
        (only(&["One"]), all.clone(), counted(3, None)),
        (only(&["One", "Two"]), all.clone(), counted(3, Some((true, "Three")))),
        (all.clone(), only(&["One", "Three"]), counted(2, Some((false, "Two")))),
        (only(&["One", "Two"]), only(&["One", "Three"]), counted(2, None)),
    ] {
        let shown = NowShown { before: Some(then), ..NowShown::default() };
        assert_eq!(says(&now, &shown), expected);
    }
    // Of several figures it is said that they say something else, and not each headline.
    let several = NowShown {
        figures: vec![(FigureName::Reach, headline(&all)), (FigureName::Attention, None)],
        ..NowShown::default()
    };
    let drawn = |_: FigureName| Some("Much".to_owned());
    let figures = several.figures.iter().map(|(name, _)| language.phrases().figure(*name).to_owned());
    assert_eq!(
        now_showing(&build.dataset, &one, &several, &drawn, language),
        language.say(&Sentence::FiguresSayOtherwise(figures.collect()))
    );
    // A figure that is not drawn says nothing.
    let not_drawn = NowShown { figures: vec![(FigureName::Attention, None)], ..NowShown::default() };
    assert_eq!(says(&one, &not_drawn), "");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_was_reported_gets_lost(data in tame_dataset(), choice in choice()) {
        let comparison = compare(&data, &choice, Metric::Reach);
        let chosen: BTreeSet<&str> = choice.campaigns(&data).map(|campaign| &*campaign.id).collect();
        let expected: Vec<usize> = (0..data.observations.len())
            .filter(|&at| {
                let o = &data.observations[at];
                o.definition.starts_with("reach.") && o.role == Role::Result
                    && choice.counts_collection(&data, o.collection) && chosen.contains(&*o.campaign)
            })
            .collect();
        prop_assert_eq!(evidence(&comparison), expected);

        let reporting: BTreeSet<&str> = comparison.cells().map(|(_, _, cell)| &*cell.campaign).collect();
        let silent: BTreeSet<&str> = comparison.silent.iter().map(|silent| &*silent.campaign).collect();
        prop_assert!(reporting.is_disjoint(&silent));
        prop_assert_eq!(comparison.silent.len(), silent.len());
        prop_assert_eq!(comparison.reporting(), reporting.len());
        prop_assert_eq!(reporting.union(&silent).copied().collect::<BTreeSet<_>>(), chosen);

        for (lane, _, cell) in comparison.cells() {
            for &at in &cell.evidence {
                let o = &data.observations[at];
                prop_assert_eq!((&o.campaign, &o.definition, &o.unit, &o.scope), (&cell.campaign, &lane.definition, &lane.unit, &lane.scope));
                prop_assert_eq!((&o.basis, &o.period, &o.part), (&lane.basis, &cell.period, &cell.part));
            }
        }
    }

    #[test]
    fn what_is_seen_at_a_glance_is_a_part_of_all(data in tame_dataset(), choice in choice()) {
        let comparison = compare(&data, &choice, Metric::Reach);
        let ((glance, hidden), (all, none)) = (keys(&data, &comparison, false), keys(&data, &comparison, true));
        prop_assert!(glance.is_subset(&all));
        prop_assert!(hidden != 1, "for one row, nothing folds away");
        prop_assert_eq!((glance.len() + hidden, none), (all.len(), 0));
        prop_assert_eq!(all.len(), comparison.cells().count());
        if let Some(spoken_of) = comparison.finding.observation() {
            let row = comparison.cells().find(|(_, _, cell)| cell.evidence.contains(&spoken_of)).unwrap();
            prop_assert!(row.1.notable, "the headline speaks of what is folded away: {:?}", comparison.finding);
        }
    }

    /// What is known of a cell leaves nothing out that all its sources leave possible.
    #[test]
    fn what_is_known_follows_from_the_sources(data in tame_dataset(), choice in choice()) {
        let comparison = compare(&data, &choice, Metric::Reach);
        for (_, _, cell) in comparison.cells() {
            let known = cell.known.interval();
            let stated: Vec<Quantity> = cell.evidence.iter().map(|&at| data.observations[at].quantity).collect();
            for (at, quantity) in stated.iter().enumerate() {
                let others = || stated.iter().enumerate().filter(|(other, _)| *other != at);
                for value in samples(&quantity.interval()) {
                    let possible = others().all(|(_, other)| other.interval().contains(value));
                    prop_assert!(known.contains(value) || !possible, "{} of {:?}", value, stated);
                }
                if let Quantity::About(number) = quantity && cell.agreement == Agreement::Agree {
                    prop_assert!(
                        others().all(|(_, other)| match other {
                            Quantity::About(same) => same == number,
                            _ => known.contains(*number),
                        }),
                        "do {:?} agree?", stated
                    );
                }
            }
            prop_assert_eq!(stated.len() == 1, cell.agreement == Agreement::Single);
            if let Known::Quantity(quantity) = cell.known {
                prop_assert!(stated.contains(&quantity));
            }
        }
    }

    #[test]
    fn a_place_holds_for_every_true_value(data in tame_dataset(), choice in choice()) {
        let comparison = compare(&data, &choice, Metric::Reach);
        for lane in &comparison.lanes {
            let cells = || lane.groups.iter().flat_map(|group| &group.cells);
            let length = |cell: &Cell| (cell.period, cell.period.days());
            let as_long = cells().all(|cell| {
                let (period, days) = length(cells().next().unwrap());
                period != Period::NotStated
                    && (cell.period == period || (days.is_some() && cell.period.days() == days))
            });
            let has_order = lane.unit != "position" && (lane.basis != Basis::Change || as_long);
            prop_assert_eq!(
                lane.groups.iter().all(|group| group.rank.is_some()),
                lane.stated && lane.groups.len() > 1 && has_order,
                "only what is stated is ranked, and only among others"
            );
            let values: Vec<Vec<f64>> = lane.groups.iter().map(of_group).collect();
            for (group, own) in lane.groups.iter().zip(&values) {
                let Some(place) = group.rank else { continue };
                prop_assert!(1 <= place.best && place.best <= place.worst && place.worst <= place.of);
                prop_assert_eq!(place.of, lane.groups.len());
                // However the others' values fall, so many are at least above and below.
                let surely_above = values.iter().filter(|other| least(other) > greatest(own)).count();
                let surely_below = values.iter().filter(|other| greatest(other) < least(own)).count();
                prop_assert!(place.best - 1 <= surely_above, "{:?} of {:?}", place, values);
                prop_assert!(place.of - place.worst <= surely_below, "{:?} of {:?}", place, values);
            }
            if lane.stated {
                // Rows are listed so that nothing stands below what it surely exceeds.
                for (at, group) in lane.groups.iter().enumerate() {
                    for above in &lane.groups[..at] {
                        prop_assert!(!above.interval().surely_below(&group.interval()), "{:?} over {:?}", above, group);
                    }
                }
            }
        }
    }

    #[test]
    fn a_headline_holds_for_every_true_value(data in tame_dataset(), choice in choice()) {
        let comparison = compare(&data, &choice, Metric::Reach);
        let stated_lanes = || comparison.lanes.iter().filter(|lane| lane.stated);
        match &comparison.finding {
            Finding::NoneChosen => prop_assert_eq!(comparison.campaigns, 0),
            Finding::NoneReports(_) => prop_assert_eq!(comparison.reporting(), 0),
            Finding::AgainstTarget { result, quantity, ratio, verdict } => {
                let (lane, _, cell) = comparison.cells().find(|(_, _, cell)| cell.evidence[0] == *result).unwrap();
                let check = cell.target.as_ref().unwrap();
                let target = &data.observations[check.observation];
                prop_assert!(!cell.doubtful && check.same_period);
                prop_assert_eq!((&target.unit, &target.scope), (&lane.unit, &lane.scope));
                let goal = target.quantity.stated();
                // A range as a target is met above it and missed below.
                let goals = match target.quantity {
                    Quantity::Between(..) | Quantity::LessThan(_) | Quantity::AtMost(_) => samples(&target.quantity.interval()),
                    _ => vec![goal],
                };
                let strictly = matches!(target.quantity, Quantity::MoreThan(_));
                for value in samples(&quantity.interval()) {
                    if goal < 0.0 {
                        let down_far_enough = goals.iter().all(|goal| value <= *goal);
                        prop_assert_eq!(*verdict == Verdict::Met, down_far_enough);
                        continue;
                    }
                    match verdict {
                        Verdict::Met => prop_assert!(goals.iter().all(|goal| value > *goal || (value == *goal && !strictly)), "{} met {:?}?", value, target.quantity),
                        Verdict::Missed => prop_assert!(goals.iter().all(|goal| value < *goal || (value == *goal && strictly)), "{} missed {:?}?", value, target.quantity),
                        Verdict::Unclear => prop_assert!(false, "an unclear target makes no headline"),
                    }
                    if value < 0.0 || matches!(ratio, Quantity::About(_)) || matches!(target.quantity, Quantity::Between(..) | Quantity::LessThan(_) | Quantity::AtMost(_)) {
                        continue;
                    }
                    let times = value / goal;
                    let near = |a: f64, b: f64| (a - b).abs() <= 1.0e-12 * b.abs();
                    let interval = ratio.interval();
                    prop_assert!(
                        interval.contains(times) || [interval.lower, interval.upper].iter().flatten().any(|end| near(times, end.value)),
                        "{} of {} is not {:?}", value, goal, ratio
                    );
                }
            }
            Finding::SurelyFirst { first, among, .. } => {
                let lane = comparison.lanes.iter().find(|lane| lane.groups.iter().flat_map(|g| &g.cells).any(|c| c.evidence[0] == *first)).unwrap();
                prop_assert!(lane.stated);
                prop_assert_eq!(*among, lane.groups.len());
                let is_first = |group: &&Group| group.cells.iter().any(|cell| cell.evidence[0] == *first);
                let own = of_group(lane.groups.iter().find(is_first).unwrap());
                for other in lane.groups.iter().filter(|group| !is_first(group)) {
                    prop_assert!(least(&own) > greatest(&of_group(other)), "{:?} is not the first of {:?}", first, lane);
                }
            }
            Finding::CannotRank { campaigns, .. } => {
                prop_assert!(*campaigns > 1);
                prop_assert!(stated_lanes().any(|lane| lane.groups.len() == *campaigns));
            }
            Finding::AllUnstated { campaigns, .. } => {
                prop_assert_eq!(stated_lanes().count(), 0);
                prop_assert_eq!(*campaigns, comparison.reporting());
            }
            Finding::NothingComparable { campaigns, editions, .. } => {
                let series: BTreeSet<_> = comparison.cells().map(|(_, group, _)| &group.series).collect();
                prop_assert!(series.len() > 1, "one alone has none to be compared with");
                prop_assert_eq!(*campaigns, comparison.reporting());
                prop_assert_eq!(*editions, series.len() < *campaigns);
                prop_assert!(stated_lanes().all(|lane| lane.groups.len() == 1));
            }
            Finding::OnlyEditions { editions, .. } => {
                let campaigns: BTreeSet<_> = comparison.cells().map(|(_, _, cell)| &cell.campaign).collect();
                prop_assert_eq!(campaigns.len(), *editions);
                prop_assert!(*editions > 1);
                let series: BTreeSet<_> = comparison.cells().map(|(_, group, _)| &group.series).collect();
                prop_assert_eq!(series.len(), 1);
            }
            Finding::OnlyOne { .. } => {
                let campaigns: BTreeSet<_> = comparison.cells().map(|(_, _, cell)| &cell.campaign).collect();
                prop_assert_eq!(campaigns.len(), 1);
                let series: BTreeSet<_> = comparison.cells().map(|(_, group, _)| &group.series).collect();
                prop_assert_eq!(series.len(), 1);
            }
        }
    }

    /// Whatever a file holds is drawn, or left out, and breaks nothing.
    #[test]
    fn nothing_breaks_on_anything(data in dataset(|| wild().boxed()), choice in choice()) {
        for &metric in Metric::ALL {
            let comparison = compare(&data, &choice, metric);
            for &scale in ScaleKind::ALL {
                let options = SpecOptions { scale, expanded: true, ..SpecOptions::default() };
                let spec = chart_spec(&data, &comparison, options);
                let in_domain = |value: &f64| value.is_finite() && (scale == ScaleKind::Linear || *value > 0.0);
                for band in spec.panels.iter().flat_map(|panel| &panel.bands) {
                    let Band::Row(row) = band else { continue };
                    for glyph in &row.glyphs {
                        let values = match *glyph {
                            Glyph::Exact(v) | Glyph::Above(v) | Glyph::Below(v) | Glyph::About(v) => vec![v],
                            Glyph::Statement(v) | Glyph::Target(v) => vec![v],
                            Glyph::Between(from, to) => vec![from, to],
                            Glyph::Span { from, to, .. } => from.into_iter().chain([to]).collect(),
                            Glyph::Zero => vec![],
                            Glyph::Lasting(..) | Glyph::Within(..) | Glyph::Since(_) | Glyph::Until(_) => {
                                panic!("no amount: {glyph:?}")
                            }
                        };
                        prop_assert!(values.iter().all(in_domain), "{:?}", glyph);
                    }
                }
                for &layout in Layout::ALL {
                    let scene = draw(&spec, layout);
                    let (left, right) = (0, 10_000);
                    prop_assert!(scene.marks.iter().all(|mark| (left..=right).contains(&mark.x) && (0..=scene.height).contains(&mark.y)));
                    prop_assert!(!scene.body.contains("NaN") && !scene.body.contains("inf%"));
                }
            }
        }
        matrix(&data, &choice);
        matrix_html(&data, &choice, Language::English);
        figure(&data, &choice, FigureName::Reach, FigureOptions::default());
        for campaign in &data.campaigns {
            prop_assert!(campaign_html(&data, &campaign.id, Language::English).is_some());
        }
    }
}

fn scale_values() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![prop::collection::vec(wild(), 0..6), wild().prop_map(|same| vec![same; 3])]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_axis_has_a_place_for_everything_it_is_to_show(kind in prop::sample::select(ScaleKind::ALL), values in scale_values()) {
        let scale = Scale::fitting(kind, values.iter().copied());
        prop_assert!(scale.lower().is_finite() && scale.upper().is_finite());
        prop_assert!(scale.lower() < scale.upper(), "{:?}", scale);
        let mut shown: Vec<f64> = values.into_iter().filter(|v| kind == ScaleKind::Linear || *v > 0.0).collect();
        shown.sort_by(f64::total_cmp);
        let places: Vec<f64> = shown.iter().filter_map(|v| scale.place(*v)).collect();
        prop_assert_eq!(places.len(), shown.len());
        prop_assert!(places.iter().all(|place| (0.0..=1.0).contains(place)), "{:?}", places);
        prop_assert!(places.is_sorted(), "{:?}", places);
        if kind == ScaleKind::Linear {
            prop_assert!(scale.lower() <= 0.0 && scale.upper() >= 0.0, "bars grow from zero");
        } else {
            prop_assert!(scale.lower() > 0.0);
            prop_assert_eq!(scale.place(0.0), None);
            prop_assert_eq!(scale.place(-1.0), None);
        }
        prop_assert_eq!(scale.place(f64::NAN), None);
        prop_assert_eq!(scale.place(f64::INFINITY), None);
        prop_assert_eq!(scale.place(scale.lower()), Some(0.0));
        prop_assert_eq!(scale.place(scale.upper()), Some(1.0));
    }

    #[test]
    fn ticks_are_few_and_on_the_axis(kind in prop::sample::select(ScaleKind::ALL), values in scale_values(), most in 0_usize..12) {
        let scale = Scale::fitting(kind, values);
        let ticks = scale.ticks(most);
        prop_assert!(ticks.len() <= most.max(2), "{:?} of {:?}", ticks, scale);
        prop_assert!(!ticks.is_empty());
        prop_assert!(ticks.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", ticks);
        let slack = (scale.upper() / 2.0 - scale.lower() / 2.0) * 2.0e-9;
        prop_assert!(ticks.iter().all(|t| (scale.lower() - slack..=scale.upper() + slack).contains(t)), "{:?} of {:?}", ticks, scale);
    }

    /// As campaigns have them: from the place back to the number.
    #[test]
    fn a_place_tells_the_number(kind in prop::sample::select(ScaleKind::ALL), values in prop::collection::vec(0.01_f64..1.0e12, 1..6)) {
        let scale = Scale::fitting(kind, values.iter().copied());
        for value in values {
            let place = scale.place(value).unwrap();
            let back = match kind {
                ScaleKind::Log => scale.lower() * (scale.upper() / scale.lower()).powf(place),
                ScaleKind::Linear => scale.lower() + (scale.upper() - scale.lower()) * place,
            };
            prop_assert!((back - value).abs() <= 1.0e-9 * value.max((scale.upper() - scale.lower()) * 1.0e-3), "{} is not {}", back, value);
            prop_assert!(scale.lower() <= value && value <= scale.upper());
        }
        prop_assert!(scale.ticks(6).len() >= 2);
    }
}

/// Of one year or two, months are labelled; of more, whole years only.
#[test]
fn an_axis_of_years_is_parted_by_quarters_at_most() {
    assert_eq!(Scale::of_years([2015.2, 2015.7]).ticks(5), [2015.0, 2015.25, 2015.5, 2015.75, 2016.0]);
    assert_eq!(Scale::of_years([2015.2, 2016.7]).ticks(5), [2015.0, 2015.5, 2016.0, 2016.5, 2017.0]);
    for years in 3..40_u32 {
        let ticks = Scale::of_years([2000.5, 2000.5 + f64::from(years)]).ticks(6);
        assert!(ticks.len() >= 2 && ticks.iter().all(|tick| tick.fract() == 0.0), "{ticks:?}");
    }
}

/// A long lane folds away, but not the campaign that the headline speaks of.
#[test]
fn the_campaign_of_the_headline_is_seen_at_a_glance() {
    let mut build = Build::new(Metric::Reach);
    for number in 1..=30_u32 {
        build.campaign(&format!("Campaign {number}"));
        build.figure(Quantity::AtLeast(f64::from(number)));
        if number == 1 {
            build.target(Quantity::exactly(1.0));
        }
    }
    let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
    let spoken_of = comparison.finding.observation().unwrap();
    assert!(matches!(comparison.finding, Finding::AgainstTarget { .. }));
    let (_, group, _) = comparison.cells().find(|(_, _, cell)| cell.evidence.contains(&spoken_of)).unwrap();
    assert!(group.notable, "{group:?}");
    let notable = comparison.lanes[0].groups.iter().filter(|group| group.notable).count();
    assert_eq!(notable, 5);
}

/// A result beside its target may head a figure in which nothing can be ranked: then
/// that is said too, and not where two campaigns counted the same.
#[test]
fn that_nothing_is_ranked_is_said_beside_another_headline() {
    let said = Language::English.say(&Sentence::RanksNothing);
    let shown = |dataset: &Dataset| {
        let made = figure(dataset, &Choice::default(), FigureName::Reach, FigureOptions::default());
        (made.headline, made.html.contains(&said))
    };
    let mut build = Build::new(Metric::Reach);
    build.campaign("One");
    build.figure(Quantity::exactly(700.0));
    build.target(Quantity::exactly(500.0));
    assert!(!shown(&build.dataset).1, "one alone has none to be ranked with");
    build.campaign("Other");
    build.figure(Quantity::exactly(900.0)).unit = "accounts".into();
    let (headline, said) = shown(&build.dataset);
    assert!(headline.starts_with("One 2016 reported 700 people") && said, "{headline}");
    build.campaign("Third");
    build.figure(Quantity::exactly(900.0));
    assert!(!shown(&build.dataset).1, "two counted the same");
}

/// What was counted on one platform is not quietly the most of what was counted on others.
#[test]
fn a_headline_says_when_platforms_differ() {
    let mut build = Build::new(Metric::Engagement);
    for (name, likes, on) in
        [("One", 2_512.0, &["Instagram"][..]), ("Other", 90.0, &["Facebook"]), ("Third", 80.0, &[])]
    {
        build.campaign(name);
        build.figure(Quantity::exactly(likes)).platforms = on.iter().map(|&on| on.to_owned()).collect();
    }
    let headline = |dataset: &Dataset| {
        figure(dataset, &Choice::default(), FigureName::Engagement, FigureOptions::default()).headline
    };
    assert_eq!(
        headline(&build.dataset),
        "One 2016 reported 2,512 people on Instagram, the most of three campaigns that counted the same, though on different platforms"
    );
    build.dataset.observations[1].platforms = vec!["Instagram".to_owned()];
    assert_eq!(
        headline(&build.dataset),
        "One 2016 reported 2,512 people, the most of three campaigns that counted the same"
    );
}

/// On an axis with many decades and little room, what is labelled stands evenly: a step
/// left out between two others would be taken for one of theirs.
#[test]
fn labelled_ticks_stand_evenly() {
    for layout in Layout::ALL {
        for top in 1..=12 {
            let mut build = Build::new(Metric::Reach);
            build.campaign("One");
            build.figure(Quantity::exactly(1.0));
            build.campaign("Other");
            build.figure(Quantity::exactly(10.0_f64.powi(top)));
            let comparison = compare(&build.dataset, &Choice::default(), Metric::Reach);
            let body = draw(&chart_spec(&build.dataset, &comparison, SpecOptions::default()), *layout).body;
            let labels: Vec<f64> = body
                .split("class=\"tick")
                .skip(1)
                .map(|tick| tick.split(['>', '<']).nth(1).unwrap())
                .map(|label| {
                    let end = label.find(char::is_alphabetic).unwrap_or(label.len());
                    let times = ["", "k", "m", "bn", "tn"].iter().position(|&m| m == &label[end..]).unwrap();
                    label[..end].parse::<f64>().unwrap() * 1_000.0_f64.powi(times as i32)
                })
                .collect();
            assert!(labels.len() > 1, "{layout:?} {top}: {labels:?}");
            let steps: Vec<f64> = labels.windows(2).map(|pair| (pair[1] / pair[0]).log10().round()).collect();
            if top > 2 {
                assert!(steps.windows(2).all(|pair| pair[0] == pair[1]), "{layout:?} {top}: {labels:?}");
            }
        }
    }
}
