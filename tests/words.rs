//! Values as words: what is said is true of the value, and reads as a person
//! would say it. The sentences are kept in `tests/golden/` to be read there;
//! `UPDATE_GOLDEN=1 cargo test --test words` writes them anew.

mod fixtures;

use fixtures::fixtures;
use groundswell::compare::{Caveat, Choice, Refusal, Selection, Subject, Terms, compare};
use groundswell::figure::{FigureOptions, figure, headline};
use groundswell::format::{
    Comparing, Found, Language, Named, RelationWords, Sentence, Shape, Trouble, axis_number, grouped,
    period_words, quantity_words, ratio_words, spoken_number,
};
use groundswell::model::{
    Basis, Bound, Comparator, Date, FigureName, Gap, InvalidPeriod, InvalidQuantity, Metric, Period,
    Quantity, RecordKind,
};
use groundswell::posts::Measure;
use proptest::prelude::*;
use std::fmt::Write;
use std::fs;
use std::path::Path;

const ENGLISH: Language = Language::English;

/// Holds a text to the file in which it was kept.
fn keep(name: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&path, text).unwrap();
        return;
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    for (line, (now, then)) in text.lines().zip(kept.lines()).enumerate() {
        assert_eq!(now, then, "{}:{}: if this is right, UPDATE_GOLDEN=1 keeps it", path.display(), line + 1);
    }
    assert_eq!(text.lines().count(), kept.lines().count(), "{}: UPDATE_GOLDEN=1 keeps it", path.display());
}

#[test]
fn numbers() {
    for (value, text) in [
        (0.0, "0"),
        (-0.0, "0"),
        (1.0, "1"),
        (999.0, "999"),
        (1_000.0, "1,000"),
        (702_132.0, "702,132"),
        (1_234_567.0, "1,234,567"),
        (-3_500.0, "\u{2212}3,500"),
        (12.9, "12.9"),
        (-0.993, "\u{2212}0.993"),
        (0.000_4, "0.0004"),
        (12.345_4, "12.3454"),
        (0.1 + 0.2, "0.3"),
        (12.9 - 0.05, "12.85"),
        (9_007_199_254_740_991.0, "9,007,199,254,740,991"),
        (1_000.5, "1,000.5"),
        (1.0e15, "1,000,000,000,000,000"),
        (2.5e18, "2.5 \u{d7} 10\u{b9}\u{2078}"),
        (f64::MAX, "1.79769313486232 \u{d7} 10\u{b3}\u{2070}\u{2078}"),
        (5.0e-324, "4.94065645841247 \u{d7} 10\u{207b}\u{b3}\u{b2}\u{2074}"),
        (9.999_999e-7, "9.999999 \u{d7} 10\u{207b}\u{2077}"),
        (1.0 / 3.0, "0.3333333333333333"),
        (1.0e300, "1 \u{d7} 10\u{b3}\u{2070}\u{2070}"),
        (-4.0e-7, "\u{2212}4 \u{d7} 10\u{207b}\u{2077}"),
    ] {
        assert_eq!(grouped(value), text);
    }
    for (value, text) in [
        (86.0e6, "86 million"),
        (1.7e9, "1.7 billion"),
        (1_250_000.0, "1.25 million"),
        (1_255_000.0, "1,255,000"),
        (999_999.0, "999,999"),
        (1.0e12, "1 trillion"),
        (1.0e15, "1,000 trillion"),
        (-2.0e6, "\u{2212}2 million"),
        (0.5, "0.5"),
    ] {
        assert_eq!(spoken_number(ENGLISH, value), text);
    }
    for (value, text) in [
        (0.0, "0"),
        (10_000.0, "10k"),
        (2_500.0, "2.5k"),
        (1.0e6, "1m"),
        (2.0e9, "2bn"),
        (5.0e12, "5tn"),
        (0.000_01, "0.00001"),
        (0.1 + 0.2, "0.3"),
        (-20.0, "\u{2212}20"),
        (1.0e18, "1 \u{d7} 10\u{b9}\u{2078}"),
    ] {
        assert_eq!(axis_number(ENGLISH, value), text);
    }
}

#[test]
fn dates() {
    for (text, words) in [
        ("2014", "2014"),
        ("2014-03", "Mar 2014"),
        ("2014-03-13", "13 Mar 2014"),
        ("2015-06-08/2015-06-14", "8 to 14 Jun 2015"),
        ("2015-06-28/2015-07-04", "28 Jun to 4 Jul 2015"),
        ("2015-12-28/2016-01-04", "28 Dec 2015 to 4 Jan 2016"),
        ("2015-06/2015-07", "Jun to Jul 2015"),
        ("2015/2025", "2015 to 2025"),
        ("2015/2015", "2015"),
        ("2015-06/2015", "Jun 2015 to 2015"),
        ("2015-06/2015-06-14", "Jun 2015 to 14 Jun 2015"),
        ("2015/..", "from 2015"),
        ("../2015-06-14", "up to 14 Jun 2015"),
    ] {
        assert_eq!(period_words(ENGLISH, &text.parse().unwrap()), words, "{text}");
    }
    assert_eq!(period_words(ENGLISH, &Period::NotStated), "");
    assert_eq!(period_words(ENGLISH, &Period::Span(None, None)), "");
    assert_eq!(
        period_words(ENGLISH, &Period::Within(Date { year: 2014, month: Some(13), day: None })),
        "2014"
    );
}

#[test]
fn quantities() {
    let (low, high) = (12_000.0, 90_500.0);
    let between = Quantity::Between;
    for (quantity, words) in [
        (Quantity::exactly(702_132.0), "702,132"),
        (Quantity::Exact { value: 86.0e6, stated_to: 1.0e6 }, "86 million"),
        (Quantity::MoreThan(700_000.0), "more than 700,000"),
        (Quantity::AtLeast(0.0), "at least 0"),
        (Quantity::LessThan(-3.0), "less than \u{2212}3"),
        (Quantity::AtMost(1.0e6), "at most 1 million"),
        (Quantity::About(230_000.0), "about 230,000"),
        (between(Bound::closed(low), Bound::closed(high)), "12,000 to 90,500"),
        (between(Bound::open(low), Bound::closed(high)), "more than 12,000, at most 90,500"),
        (between(Bound::closed(low), Bound::open(high)), "at least 12,000, less than 90,500"),
        (between(Bound::open(low), Bound::open(high)), "more than 12,000, less than 90,500"),
    ] {
        assert_eq!(quantity_words(ENGLISH, &quantity), words);
    }
}

#[test]
fn ratios() {
    for (ratio, words) in [
        (Quantity::exactly(1.404_264), "1.4"),
        (Quantity::exactly(0.04), "0.04"),
        (Quantity::exactly(0.938), "0.94"),
        (Quantity::exactly(0.996), "0.996"),
        (Quantity::exactly(1.04), "1.04"),
        (Quantity::exactly(0.999_999), "less than 1"),
        (Quantity::exactly(1.000_001), "more than 1"),
        (Quantity::exactly(1.0), "1"),
        (Quantity::exactly(0.0), "0"),
        (Quantity::exactly(9.96), "10"),
        (Quantity::exactly(12.6), "13"),
        (Quantity::exactly(1_234.5), "1,235"),
        (Quantity::AtLeast(1.099_999_999_999_999_9), "at least 1.1"),
        (Quantity::AtLeast(11.0 / 10.0), "at least 1.1"),
        (Quantity::AtLeast(1.19), "at least 1.1"),
        (Quantity::AtMost(1.100_000_000_000_000_3), "at most 1.1"),
        (Quantity::AtMost(1.101), "at most 1.2"),
        (Quantity::LessThan(0.400_000_000_000_000_1), "less than 0.4"),
        (Quantity::MoreThan(0.29 * 10.0), "more than 2.9"),
        (Quantity::MoreThan(0.001_23), "more than 0.0012"),
        (Quantity::MoreThan(10.99), "more than 10"),
        (Quantity::About(0.055), "about 0.055"),
        (Quantity::Between(Bound::closed(2.792_3), Bound::closed(2.807_7)), "2.7 to 2.9"),
    ] {
        assert_eq!(ratio_words(ENGLISH, &ratio), words, "{ratio:?}");
    }
}

/// The number that words say.
fn number(words: &str) -> f64 {
    let plain = words.replace(',', "").replace('\u{2212}', "-");
    let (digits, unit) = plain.split_once(' ').unwrap_or((&plain, ""));
    let unit = match unit {
        "million" => 1.0e6,
        "billion" => 1.0e9,
        "trillion" => 1.0e12,
        "" => 1.0,
        other => panic!("{other}"),
    };
    digits.parse::<f64>().unwrap() * unit
}

fn counted() -> impl Strategy<Value = f64> {
    (0_u64..10_000_000, -3_i32..9).prop_map(|(digits, power)| digits as f64 * 10_f64.powi(power))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1024, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_number_in_words_is_that_number(value in counted(), negative: bool) {
        let value = if negative { -value } else { value };
        let near = |said: f64| (said - value).abs() <= 1.0e-15 * value.abs();
        prop_assert!(near(number(&grouped(value))), "{} for {}", grouped(value), value);
        prop_assert!(near(number(&spoken_number(ENGLISH, value))), "{} for {}", spoken_number(ENGLISH, value), value);
    }

    #[test]
    fn a_ratio_in_words_surely_holds(value in 1.0e-6_f64..1.0e9) {
        let said = |quantity: Quantity, prefix: &str| number(ratio_words(ENGLISH, &quantity).strip_prefix(prefix).unwrap());
        let slack = 8.0 * f64::EPSILON * value;
        let lower = [said(Quantity::AtLeast(value), "at least "), said(Quantity::MoreThan(value), "more than ")];
        let upper = [said(Quantity::AtMost(value), "at most "), said(Quantity::LessThan(value), "less than ")];
        for (down, up) in lower.into_iter().zip(upper) {
            prop_assert!(down <= value + slack && value - slack <= up, "{} to {} for {}", down, up, value);
            // And it says nearly as much as is known.
            prop_assert!(down >= 0.9 * value && up <= 1.1 * value, "{} to {} for {}", down, up, value);
        }
        let exact = ratio_words(ENGLISH, &Quantity::exactly(value));
        prop_assert!(value == 1.0 || exact != "1", "{}", value);
    }

    /// Nothing is said of a number that is none, and nothing breaks.
    #[test]
    fn every_number_has_words(value in any::<f64>()) {
        for words in [grouped(value), spoken_number(ENGLISH, value), axis_number(ENGLISH, value), ratio_words(ENGLISH, &Quantity::exactly(value))] {
            prop_assert!(!words.is_empty() && words.len() < 60, "{}", words);
        }
    }
}

/// Samples of every sentence. The `match` fails to compile when a sentence is
/// added: then add samples of it too.
fn samples() -> Vec<Sentence> {
    let named = |campaign: &str, when: &str| Named { campaign: campaign.into(), when: when.into() };
    let text = |text: &str| text.to_owned();
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let flags = [(false, false), (true, false), (false, true), (true, true)];
    let mut all = vec![
        Sentence::MoreThan(text("700,000")),
        Sentence::AtLeast(text("700,000")),
        Sentence::LessThan(text("700,000")),
        Sentence::AtMost(text("700,000")),
        Sentence::About(text("700,000")),
    ];
    all.extend(flags.map(|(lower_open, upper_open)| Sentence::Between {
        lower: text("10"),
        upper: text("20"),
        lower_open,
        upper_open,
    }));
    for &basis in Basis::ALL {
        let (unit, scope) = (text("pledges"), Some(text("England")));
        all.push(Sentence::Amount { quantity: text("more than 5"), unit: unit.clone(), scope: None, basis });
        all.push(Sentence::Amount {
            quantity: text("12.9"),
            unit: text("per cent"),
            scope: scope.clone(),
            basis,
        });
        all.push(Sentence::LaneName { unit: unit.clone(), scope: None, basis });
        all.push(Sentence::Counted { unit: text("GBP"), scope, basis });
    }
    all.push(Sentence::Amount {
        quantity: text("1"),
        unit: text("pledges"),
        scope: None,
        basis: Basis::Total,
    });
    all.push(Sentence::Doubtful(text("1.3 million impressions a day at its height")));
    all.extend([Sentence::From(text("Jun 2015")), Sentence::UpTo(text("14 Jun 2015"))]);
    all.push(Sentence::FromTo { from: text("8"), to: text("14 Jun 2015") });
    all.push(Sentence::PartOfPeriod { part: text("the first three days"), period: text("Aug 2016") });
    all.push(Sentence::PartOfPeriod { part: text("the first three days"), period: String::new() });
    all.push(Sentence::RowLabel(named("NHS Change Day", "2014")));
    all.push(Sentence::RowLabel(named("NHS Change Day", "")));
    for lines in [texts(&["702,132"]), texts(&["1,200 or 3,400: sources disagree", "1.4 times its target"])] {
        all.push(Sentence::RowSays { name: text("NHS Change Day, 2014"), lines });
    }
    for statements in
        [texts(&["1,200"]), texts(&["1,200", "3,400"]), texts(&["1,200", "3,400", "more than 8,000"])]
    {
        for span in [None, Some(text("1,200 to 8,000"))] {
            for disagree in [true, false] {
                let (statements, span) = (statements.clone(), span.clone());
                all.push(Sentence::Statements { statements, span, disagree });
            }
        }
    }
    all.push(Sentence::Disagreement { statements: text("1,200 or 3,400") });
    all.push(Sentence::Difference { statements: text("1,200 and 3,400") });
    all.extend([2, 12].map(Sentence::SourcesAgree));
    for (best, worst, of) in [(1, 1, 2), (2, 2, 12), (3, 3, 23), (1, 3, 4), (11, 12, 13), (21, 22, 113)] {
        all.push(Sentence::Place { best, worst, of });
        all.push(Sentence::PlaceShort { best, worst });
    }
    let ratios = [
        "1.4",
        "1",
        "0.04",
        "more than 2.9",
        "at least 1",
        "0.9 to 1",
        "more than 0.9, at most 1",
        "about 1",
        "10",
    ];
    for ratio in ratios {
        all.push(Sentence::TimesTarget(text(ratio)));
        for drew in [true, false] {
            let (who, amount) = (named("NHS Change Day", "2014"), text("702,132 pledges"));
            all.push(Sentence::HeadlineTarget { who, amount, ratio: text(ratio), drew });
        }
    }
    all.extend([
        Sentence::TargetMet(text("500,000")),
        Sentence::TargetMissed(text("at least 500,000")),
        Sentence::Includes(text("#NationalBloodWeek")),
        Sentence::Including {
            figure: text("at most 26,121 hashtag uses"),
            includes: vec![text("#NationalBloodWeek")],
        },
        Sentence::NotRanked,
        Sentence::TargetOtherPeriod,
    ]);
    for met in [Some(true), Some(false), None] {
        let short = |elsewhen| Sentence::TargetShort { target: text("at least 500,000"), met, elsewhen };
        all.push(short(false));
        all.extend(met.is_none().then(|| short(true)));
        all.push(Sentence::TargetAnswer { met, ratio: met.map(|_| text("1.4")) });
    }
    for &gap in Gap::ALL {
        all.push(Sentence::Gap(gap));
        all.push(Sentence::Instead { gap, metric: Metric::Views, amount: text("more than 100,000 views") });
    }
    all.push(Sentence::AmountCounted {
        amount: text("500 million people"),
        counted: text("People who could have seen it"),
    });
    for amount in ["70 tweets", "70 retweets"] {
        all.push(Sentence::AmountCounted { amount: text(amount), counted: text("Tweets") });
    }
    for (found, unrecorded) in [(0, 0), (0, 3), (2, 0), (2, 1), (2, 7)] {
        all.push(Sentence::CampaignsFound { found, of: 54, unrecorded });
    }
    all.push(Sentence::HeadlineNoneChosen);
    for amount in [Some(text("more than 700,000 pledges")), None] {
        let who = || named("NHS Change Day", "13 Mar 2014");
        for on in [None, Some(texts(&["Instagram"])), Some(Vec::new())] {
            for stretches in [false, true] {
                let (who, amount, on) = (who(), amount.clone(), on.clone());
                all.push(Sentence::HeadlineFirst { who, amount, among: 3, on, stretches });
            }
        }
        for among in [2, 7] {
            let (campaign, editions, metric) = (text("Missing Type"), 2, Metric::Reach);
            all.push(Sentence::HeadlineOnlyEditions { campaign, editions, metric, among });
        }
        for among in [1, 7] {
            all.push(Sentence::HeadlineOnlyOne {
                who: who(),
                amount: amount.clone(),
                metric: Metric::Reach,
                among,
            });
        }
    }
    all.push(Sentence::HeadlineCannotRank { campaigns: 4, counted: text("accounts, in total") });
    for &metric in Metric::CHARTED {
        for campaigns in [1, 2, 12] {
            all.push(Sentence::HeadlineNoneReports { metric, campaigns });
            all.push(Sentence::HeadlineAllUnstated { metric, campaigns });
        }
        for (campaigns, editions) in [(2, false), (3, false), (3, true)] {
            all.push(Sentence::HeadlineNothingComparable { metric, campaigns, editions });
        }
    }
    for (reporting, campaigns, figures) in [(0, 0, 0), (0, 1, 0), (0, 5, 0), (1, 1, 1), (1, 5, 1), (4, 7, 12)]
    {
        all.push(Sentence::DescriptionStart { metric: Metric::Reach, reporting, campaigns, figures });
    }
    for ranked in [true, false] {
        for section in ["", "People counted by a platform"] {
            let rows = texts(&["This Girl Can, 2015: 37 million", "Sugar Smart: about 800,000"]);
            all.push(Sentence::DescriptionLane {
                section: text(section),
                lane: text("People, in total"),
                rows,
                ranked,
            });
        }
    }
    for campaigns in [texts(&["Dry January"]), texts(&["Dry January", "Movember", "NHS70"])] {
        all.push(Sentence::DescriptionSilent { metric: Metric::Reach, campaigns });
    }
    for rows in [1, 2, 44] {
        all.extend([Sentence::AndMore { rows }, Sentence::ShowAllRows { rows }]);
        all.push(Sentence::AndMoreOf { rows, campaigns: vec![text("NHS70"), text("Movember")] });
        for alone in [true, false] {
            all.push(Sentence::SilentRest { campaigns: rows, alone });
        }
        all.push(Sentence::SourcesOfFigure(rows));
        all.push(Sentence::OwnBeside(rows));
    }
    all.extend([texts(&["BMJ"]), texts(&["BMJ", "Skills for Health"])].map(Sentence::SourceLine));
    for (campaigns, figures, sources) in [(1, 1, 1), (12, 428, 130)] {
        all.push(Sentence::Introduction { campaigns, figures, sources, date: text("2026-11-22") });
    }
    for (figures, told) in [(1, 0), (3, 0), (0, 2), (2, 1)] {
        for charted in [None, Some(Metric::Reach)] {
            all.push(Sentence::MatrixCell {
                campaign: text("NHS70"),
                stage: "outcomes",
                figures,
                told,
                charted,
            });
        }
    }
    all.push(Sentence::Alone(text("rounded to the nearest million")));
    all.push(Sentence::PerCent(text("more than 72")));
    all.push(Sentence::CountedOn(texts(&["Facebook", "Twitter and others"])));
    all.push(Sentence::RanksNothing);
    all.push(Sentence::FigureSays { figure: text("views"), headline: text("No campaign is chosen") });
    all.push(Sentence::FigureSaysTheSame { figure: text("attention against action") });
    all.extend([true, false].map(|all| Sentence::RowsShown { figure: text("reach"), all }));
    for wording in [None, Some(text("over 700,000 pledges"))] {
        all.push(Sentence::SaidBy { source: text("NHS England"), wording });
    }
    all.extend([1, 2, 12].map(Sentence::RowsUnder));
    all.push(Sentence::OnlyFirst { shown: 100, more: 900 });
    all.push(Sentence::ShowMoreRows { more: 200 });
    all.extend(ENGLISH.phrases().sorted.concat().into_iter().map(Sentence::Sorted));
    all.push(Sentence::CalledInCharts(text("Missing Type 2016")));
    all.extend([1, 14].map(Sentence::StatementsMade));
    all.extend([Vec::new(), vec![(1, 2)], vec![(2, 4), (6, 7)]].map(Sentence::OrderUntold));
    all.push(Sentence::MatrixVerdict { campaign: text("NHS70"), verdict: "cannot be told" });
    let by = |by: &[(&'static str, &str)]| by.iter().map(|&(name, value)| (name, value.to_owned())).collect();
    all.push(Sentence::ChosenOf { chosen: 3, of: 12, by: Vec::new() });
    all.push(Sentence::ChosenOf { chosen: 3, of: 12, by: by(&[("Platform", "Twitter/X")]) });
    all.push(Sentence::ChosenOf {
        chosen: 0,
        of: 12,
        by: by(&[("Year", "2014"), ("Country", "not recorded")]),
    });
    for (campaigns, chosen, sources) in [
        (&[][..], 12, Some("the toolkit only")),
        (&[][..], 0, None),
        (&[][..], 7, Some("further campaigns too")),
        (&["Missing Type 2016"][..], 1, None),
        (&["Missing Type 2016", "NHS Choir", "Movember"][..], 3, Some("the toolkit only")),
    ] {
        let campaigns = campaigns.iter().map(|&name| name.to_owned()).collect();
        all.push(Sentence::OverviewTitle { campaigns, chosen, of: 12, sources });
    }
    all.push(Sentence::DataVersion { date: text("2026-11-22"), hash: text("7b7a2f342b4a9beb") });
    all.extend(["1,000", "1 million"].map(|unit| Sentence::ExactStatedTo { unit: text(unit) }));
    all.extend([0, 1, 2, 44].map(Sentence::FiguresRecorded));
    for sources in [None, Some("every source")] {
        for one in [None, Some((true, text("NHS70"))), Some((false, text("NHS70")))] {
            all.push(Sentence::NowShowing { chosen: 3, of: 12, sources, one });
        }
    }
    all.push(Sentence::FiguresSayOtherwise(texts(&["reach", "video views", "participation"])));
    all.push(Sentence::NowInScale("tenfold steps"));
    all.extend(["", "About these figures"].map(|page| Sentence::PageTitle { page: text(page) }));
    all
}

/// The sentences of the figures that set campaigns beside each other.
fn comparing_samples() -> Vec<Comparing> {
    let text = str::to_owned;
    let of = || [text("participation"), text("impressions")];
    let relations = || {
        let ratios = ["1", "more than 1", "at least 3.7"];
        let mut all: Vec<RelationWords> =
            ratios.iter().map(|ratio| RelationWords::Times(text(ratio))).collect();
        all.extend(ratios.iter().map(|ratio| RelationWords::Fraction(text(ratio))));
        all.extend([RelationWords::More, RelationWords::Less, RelationWords::Untold]);
        all
    };
    let mut all = vec![
        Comparing::Heading(text("media coverage")),
        Comparing::LaneOf { definition: text("Registrations"), counted: text("people registered, in total") },
        Comparing::CountedUnlike { platforms: true, days: None, part: false },
        Comparing::CountedUnlike { platforms: false, days: Some((7, 1)), part: false },
        Comparing::CountedUnlike { platforms: true, days: Some((3, 14)), part: true },
        Comparing::HeadlineThough {
            headline: text("Missing Type: 26,121 hashtag uses, 2.5 times that of NHS Choir"),
            unlike: text("counted on different platforms"),
        },
        Comparing::Apart { one: text("in total"), other: text("a day at its height") },
        Comparing::Apart { one: text("NHS organisations"), other: text("Accounts that saw it") },
        Comparing::ApartScope { one: None, other: Some(text("England")) },
        Comparing::ApartScope { one: Some(text("one post")), other: Some(text("a month")) },
        Comparing::ApartUnstated,
        Comparing::NoneOf(text("impressions")),
        Comparing::Dated { figure: text("more than 1,000 likes"), when: text("June 2015") },
        Comparing::OpenHasNoPlace(vec![text("NHS70")]),
        Comparing::OpenHasNoPlace(vec![text("NHS70"), text("Movember")]),
        Comparing::ZeroHasNoPlace(1),
        Comparing::ZeroHasNoPlace(2),
        Comparing::HeadlineRateApart {
            who: text("NHS70"),
            rate: text("2 clicks for every 100 views"),
            others: vec![text("#HelloMyNameIs")],
        },
        Comparing::HeadlineRateApart {
            who: text("NHS70"),
            rate: text("2 clicks for every 100 views"),
            others: vec![text("Movember"), text("NHS Choir")],
        },
        Comparing::Beyond { more: true, than: text("about 5.3") },
        Comparing::Beyond { more: false, than: text("about 5.3") },
        Comparing::EitherOf(of()),
        Comparing::AxisAlong(text("impressions")),
        Comparing::AxisUp(text("participation")),
        Comparing::ForEvery {
            value: text("more than 8.1"),
            numerator: text("pledges"),
            every: text("1,000"),
            denominator: text("impressions"),
        },
        Comparing::Minds { accepted: Vec::new(), open: vec![text("different periods")] },
        Comparing::Minds {
            accepted: vec![text("different periods"), text("different platforms")],
            open: vec![text("a doubtful figure")],
        },
        Comparing::Minds { accepted: vec![text("a doubtful figure")], open: Vec::new() },
        Comparing::SubtitleAttention { action: text("participation"), attention: text("impressions") },
        Comparing::HeadlineRatesUnranked {
            campaigns: 3,
            numerator: text("GBP"),
            denominator: text("pledges"),
        },
        Comparing::HeadlineMinding {
            headline: text("X had a rate"),
            minded: vec![text("different periods")],
        },
        Comparing::HeadlineBesideNothing { campaigns: vec![text("NHS70"), text("Movember")] },
        Comparing::MoreReported(vec![text("participation"), text("media coverage")]),
        Comparing::OnlyReports { campaign: text("NHS70"), metrics: vec![text("reach"), text("outcomes")] },
        Comparing::OnePer { number: text("1,000"), inverse: false },
        Comparing::OnePer { number: text("1,000"), inverse: true },
        Comparing::Lettered {
            letters: vec![
                ('A', vec![text("NHS Choir")]),
                ('B', vec![text("Dry January"), text("NHS70"), text("Movember")]),
            ],
            beside: vec![(text("This Girl Can"), vec![text("Stoptober")])],
        },
        Comparing::Lettered {
            letters: Vec::new(),
            beside: vec![
                (text("This Girl Can"), vec![text("Stoptober")]),
                (text("NHS Choir"), vec![text("NHS70"), text("Movember")]),
            ],
        },
    ];
    for relation in relations() {
        all.push(Comparing::Stands { relation: relation.clone(), whom: text("Missing Type 2015") });
        all.push(Comparing::HeadlineBeside {
            who: text("NHS70"),
            counted: text("300,000 hashtag uses"),
            relation,
            whom: text("Missing Type 2015"),
        });
    }
    for campaigns in [1, 2, 44] {
        let names = (1..=campaigns).map(|at| format!("Campaign {at}")).collect();
        all.push(Comparing::NeitherOf { campaigns: names, of: of() });
        all.push(Comparing::MoreInMargins(campaigns));
        for open in [0, 1, 3] {
            for minded in [false, true] {
                let [action, attention] = of();
                all.push(Comparing::HeadlineRatesMinded { action, attention, campaigns, open, minded });
            }
        }
        all.push(Comparing::HeadlineRate {
            who: text("NHS70"),
            rate: text("2 clicks for every 100 impressions"),
            among: campaigns,
        });
        for doubtful in [false, true] {
            let names = vec![text("NHS70"), text("Movember")];
            all.push(Comparing::HeadlineBesideApart { campaigns: names, metrics: campaigns, doubtful });
        }
    }
    for campaigns in [0, 1, 8] {
        let [action, attention] = of();
        all.push(Comparing::HeadlineNoRate { action, attention, campaigns });
        all.push(Comparing::HeadlineBesideCount { campaigns });
        all.push(Comparing::BothReported { reporting: campaigns.min(1), campaigns, of: of() });
    }
    all.push(Comparing::HeadlineRateFirst {
        who: text("NHS70"),
        rate: text("2 clicks for every 100 impressions"),
        among: 3,
    });
    all.push(Comparing::StepOf { stage: text("outtakes"), campaign: text("NHS70") });
    all.push(Comparing::HeadlineKept {
        who: text("HIV Testing Week"),
        rate: text("3.3 to 30 people ordering a postal kit for every 100 people"),
    });
    all.extend([1, 30].map(Comparing::MoreLadders));
    all.push(Comparing::SubtitleMultiples(text("Missing Type 2015")));
    all.push(Comparing::YearsOf { campaign: text("NHS Change Day"), metric: text("Participation") });
    for names in [1, 3, 7, 8, 20] {
        let names: Vec<String> = (1..=names).map(|at| format!("Campaign {at}")).collect();
        all.push(Comparing::OnNoStep(names.clone()));
        for yardstick in [None, Some(text("Missing Type 2015"))] {
            all.push(Comparing::NoMultiple { campaigns: names.clone(), yardstick });
        }
    }
    for (campaigns, whole) in [(1, 0), (1, 1), (8, 0), (8, 1), (8, 5)] {
        for asks in [false, true] {
            all.push(Comparing::HeadlineLadder { campaigns, whole, asks });
        }
    }
    for (met, missed, unclear, campaigns) in
        [(0, 0, 0, 0), (1, 0, 0, 1), (0, 1, 0, 1), (5, 0, 4, 6), (0, 0, 2, 1), (3, 2, 1, 6)]
    {
        all.push(Comparing::HeadlineTargets { met, missed, unclear, campaigns });
    }
    for (campaigns, more, otherwise) in
        [(0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 0, 1), (5, 0, 0), (5, 1, 0), (5, 3, 1), (5, 0, 2)]
    {
        let yardstick = text("Missing Type 2015");
        all.push(Comparing::HeadlineMultiples { yardstick, campaigns, more, otherwise });
    }
    for relation in relations() {
        for (when, before) in
            [("2014", "2013"), ("2016-08", "2015-06-08/2015-06-14"), ("2014-03-03", "2013-03-14")]
        {
            let [when, before] = [when, before].map(|period| period.parse().unwrap());
            let relation = relation.clone();
            all.push(Comparing::StandsToTime { relation: relation.clone(), before });
            all.push(Comparing::HeadlineYears {
                campaign: text("NHS Change Day"),
                amount: text("702,132 pledges"),
                when,
                relation,
                before,
            });
        }
    }
    all.extend([0, 2].map(|strands| Comparing::HeadlineNoYears { strands }));
    all.push(Comparing::YearsMissing(vec![(2015, 2015)]));
    all.push(Comparing::YearsMissing(vec![(2011, 2011), (2013, 2014), (2016, 2019)]));
    for (campaigns, from, to_the_day, undated) in [(1, "2014", 1, 0), (8, "2013", 6, 0), (51, "2003", 0, 3)] {
        let years = (text(from), text("2014"));
        for open in [(false, false), (false, true), (true, false), (true, true)] {
            let years = years.clone();
            all.push(Comparing::HeadlineWhen { campaigns, years, open, to_the_day, undated });
        }
    }
    all.extend([1, 3].map(Comparing::HeadlineUndated));
    all
}

/// The name of a sentence, by a `match` that knows them all, and how many there are.
macro_rules! names {
    ($function:ident, $all:ident of $kind:ident: $($name:ident),+ $(,)?) => {
        fn $function(sentence: &$kind) -> &'static str {
            match sentence { $($kind::$name { .. } => stringify!($name)),+ }
        }
        const $all: &[&str] = &[$(stringify!($name)),+];
    };
}

names!(
    name_of_sentence, SENTENCES of Sentence:
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    About,
    Between,
    Amount,
    Doubtful,
    LaneName,
    Counted,
    From,
    UpTo,
    FromTo,
    PartOfPeriod,
    RowLabel,
    RowSays,
    Includes,
    Including,
    Statements,
    Disagreement,
    Difference,
    SourcesAgree,
    Place,
    PlaceShort,
    TargetAnswer,
    TargetMet,
    TargetMissed,
    TimesTarget,
    TargetShort,
    CountedOn,
    RanksNothing,
    NotRanked,
    TargetOtherPeriod,
    Gap,
    Instead,
    HeadlineNoneChosen,
    HeadlineNoneReports,
    HeadlineTarget,
    HeadlineFirst,
    HeadlineCannotRank,
    HeadlineAllUnstated,
    HeadlineNothingComparable,
    HeadlineOnlyEditions,
    HeadlineOnlyOne,
    AmountCounted,
    CampaignsFound,
    DescriptionStart,
    DescriptionLane,
    DescriptionSilent,
    AndMore,
    AndMoreOf,
    ShowAllRows,
    Introduction,
    OwnBeside,
    SourcesOfFigure,
    SourceLine,
    MatrixCell,
    MatrixVerdict,
    ChosenOf,
    OverviewTitle,
    DataVersion,
    ExactStatedTo,
    Alone,
    PerCent,
    FiguresRecorded,
    NowShowing,
    NowInScale,
    FigureSays,
    FiguresSayOtherwise,
    FigureSaysTheSame,
    RowsShown,
    SaidBy,
    RowsUnder,
    OnlyFirst,
    ShowMoreRows,
    Sorted,
    CalledInCharts,
    StatementsMade,
    OrderUntold,
    PageTitle,
    SilentRest,
);

names!(
    name_of_comparing, COMPARING of Comparing:
    Heading,
    LaneOf,
    Stands,
    CountedUnlike,
    HeadlineThough,
    Apart,
    ApartScope,
    ApartUnstated,
    NoneOf,
    Dated,
    OpenHasNoPlace,
    ZeroHasNoPlace,
    HeadlineRateApart,
    Beyond,
    EitherOf,
    NeitherOf,
    MoreInMargins,
    AxisAlong,
    AxisUp,
    ForEvery,
    Minds,
    SubtitleAttention,
    HeadlineNoRate,
    HeadlineRatesMinded,
    HeadlineRateFirst,
    HeadlineRate,
    HeadlineRatesUnranked,
    HeadlineMinding,
    HeadlineBesideCount,
    HeadlineBeside,
    HeadlineBesideApart,
    HeadlineBesideNothing,
    MoreReported,
    OnlyReports,
    BothReported,
    OnePer,
    Lettered,
    StandsToTime,
    StepOf,
    MoreLadders,
    OnNoStep,
    HeadlineKept,
    HeadlineLadder,
    SubtitleMultiples,
    NoMultiple,
    HeadlineTargets,
    HeadlineMultiples,
    YearsOf,
    HeadlineYears,
    YearsMissing,
    HeadlineNoYears,
    HeadlineWhen,
    HeadlineUndated,
);

names!(
    name_of_trouble, TROUBLES of Trouble:
    Fault,
    Here,
    Missing,
    WrongType,
    UnknownField,
    EmptyText,
    Unprintable,
    EmptyList,
    RepeatedText,
    InvalidId,
    InvalidDefinitionId,
    UnknownSlug,
    InvalidDate,
    InvalidPeriod,
    EndsBeforeItBegins,
    InvalidQuantity,
    InvalidAddress,
    InvalidFileName,
    InvalidHashtag,
    OnlyForTargets,
    TargetForTarget,
    DuplicateId,
    DiffersFrom,
    NotTheCataloguesId,
    UnknownReference,
    LeftOutReference,
    EmptyFile,
    EndsEarly,
    NotJson,
    NotAnObject,
    WrongFormat,
    UnknownVersion,
    FileNotFound,
    FileRefused,
    FileTimedOut,
    NoNetwork,
    UnknownParameter,
    RepeatedParameter,
    UnknownValue,
    NoCampaignNamed,
    UnknownCampaign,
    NothingOf,
    UnknownChoice,
);

/// Samples of every trouble, each with its name.
fn told() -> Vec<(&'static str, String)> {
    let file = "toolkit.json";
    let everything = [
        Found::Nothing,
        Found::Null,
        Found::Bool(true),
        Found::Number(-2.5),
        Found::Text("twelve".into()),
        Found::List,
        Found::Object,
    ];
    let mut told = Vec::new();
    let mut tell = |trouble: Trouble| told.push((name_of_trouble(&trouble), ENGLISH.tell(trouble)));
    for (record, field) in [("", ""), ("", "updated"), ("observations[12], nhs70", "value")] {
        tell(Trouble::Fault { file, record, field, problem: &Trouble::Missing });
    }
    tell(Trouble::Here(&Trouble::Missing));
    tell(Trouble::Missing);
    for found in &everything {
        for expected in [Shape::Text, Shape::Number, Shape::List, Shape::Object] {
            tell(Trouble::WrongType { expected, found });
        }
        tell(Trouble::NotAnObject { file, found });
        tell(Trouble::WrongFormat { file, expected: "groundswell-dataset", found });
        tell(Trouble::UnknownVersion { file, expected: 1, found });
    }
    tell(Trouble::UnknownField { expected: &["id", "title"] });
    tell(Trouble::EmptyText);
    tell(Trouble::Unprintable('\u{1}'));
    tell(Trouble::EmptyList);
    tell(Trouble::RepeatedText("web"));
    tell(Trouble::InvalidId("NHS 70"));
    tell(Trouble::InvalidDefinitionId("reach"));
    tell(Trouble::UnknownSlug(&"daily".parse::<Basis>().unwrap_err()));
    tell(Trouble::UnknownSlug(&"=>".parse::<Comparator>().unwrap_err()));
    tell(Trouble::InvalidDate("March"));
    tell(Trouble::InvalidPeriod(&InvalidPeriod("spring".into())));
    tell(Trouble::EndsBeforeItBegins);
    for invalid in [
        InvalidQuantity::NotFinite,
        InvalidQuantity::StatedToNotPositive(-1.0),
        InvalidQuantity::UpperMissing,
        InvalidQuantity::UpperNotExpected,
        InvalidQuantity::EmptyRange { lower: 10.0, upper: 5.0 },
    ] {
        tell(Trouble::InvalidQuantity(&invalid));
    }
    tell(Trouble::InvalidAddress("javascript:alert(1)"));
    tell(Trouble::InvalidFileName("../a.json"));
    tell(Trouble::InvalidHashtag("NHS70"));
    tell(Trouble::OnlyForTargets);
    tell(Trouble::TargetForTarget);
    let (id, first) = ("nhs70", "toolkit.json, campaigns[2]");
    tell(Trouble::DuplicateId { id, first });
    tell(Trouble::DiffersFrom { id, first });
    tell(Trouble::NotTheCataloguesId { expected: "toolkit", found: "tools" });
    for kind in [RecordKind::Campaign, RecordKind::Definition, RecordKind::Source] {
        tell(Trouble::UnknownReference { kind, id });
        tell(Trouble::LeftOutReference { kind, id });
    }
    tell(Trouble::EmptyFile { file });
    tell(Trouble::EndsEarly { file, line: 12 });
    tell(Trouble::NotJson { file, line: 12, column: 3 });
    tell(Trouble::FileNotFound { file });
    tell(Trouble::FileRefused { file, status: 403 });
    tell(Trouble::FileTimedOut { file, seconds: 20 });
    tell(Trouble::NoNetwork { file });
    tell(Trouble::UnknownParameter("colour"));
    tell(Trouble::RepeatedParameter("scale"));
    tell(Trouble::UnknownValue { parameter: "scale", found: "cubic", expected: &["log", "linear"] });
    tell(Trouble::NoCampaignNamed { parameter: "campaign" });
    tell(Trouble::UnknownCampaign(id));
    tell(Trouble::NothingOf { parameter: "aim", value: id });
    for all_instead in [true, false] {
        tell(Trouble::UnknownChoice { ids: &["nhs-70".to_owned(), "nhs-71".to_owned()], all_instead });
    }
    told
}

#[test]
fn every_sentence_reads_well() {
    let mut all: Vec<(&str, String)> = Vec::new();
    all.extend(samples().iter().map(|sentence| (name_of_sentence(sentence), ENGLISH.say(sentence))));
    let compared = comparing_samples();
    all.extend(compared.iter().map(|sentence| (name_of_comparing(sentence), ENGLISH.compared(sentence))));
    all.extend(told());
    let mut text = String::new();
    for &wanted in SENTENCES.iter().chain(COMPARING).chain(TROUBLES) {
        let _ = writeln!(text, "{wanted}");
        let said: Vec<&String> =
            all.iter().filter(|(name, _)| *name == wanted).map(|(_, sentence)| sentence).collect();
        assert!(!said.is_empty(), "{wanted} has no sample");
        for sentence in said {
            assert!(!sentence.is_empty() && !sentence.contains("  "), "{wanted}: {sentence}");
            assert!(
                !sentence.starts_with([' ', ',', ';']) && !sentence.ends_with(' '),
                "{wanted}: {sentence}"
            );
            let _ = writeln!(text, "  {sentence}");
        }
    }
    keep("sentences.txt", &text);
}

/// The headlines of every fixture, and of every choice of one or two of its campaigns.
#[test]
fn every_headline_reads_well() {
    let mut text = String::new();
    for &metric in Metric::CHARTED {
        let _ = writeln!(text, "{}", metric.slug());
        for fixture in fixtures(metric).into_iter().filter(|fixture| fixture.name != "hostile") {
            let ids: Vec<&String> = fixture.dataset.campaigns.iter().map(|campaign| &campaign.id).collect();
            let mut selections = vec![Selection::All, Selection::Only(Vec::new())];
            for (at, one) in ids.iter().enumerate().take(8) {
                selections.push(Selection::Only(vec![(*one).clone()]));
                selections
                    .extend(ids.get(at + 1).map(|two| Selection::Only(vec![(*one).clone(), (*two).clone()])));
            }
            let mut said: Vec<String> = selections
                .into_iter()
                .map(|selection| {
                    let choice = Choice { selection, ..Choice::default() };
                    headline(
                        &fixture.dataset,
                        &choice,
                        &Subject::Metric(compare(&fixture.dataset, &choice, metric)),
                        ENGLISH,
                    )
                })
                .collect();
            said.dedup();
            for headline in said {
                assert!(headline.chars().next().is_some_and(|first| !first.is_lowercase()), "{headline}");
                assert!(!headline.ends_with('.') && !headline.contains("  "), "{headline}");
                let _ = writeln!(text, "  {}: {headline}", fixture.name);
            }
        }
    }
    keep("headlines.txt", &text);
}

/// What the figures that set campaigns beside each other say of made-up campaigns: headline and
/// description of every choice of all, of pairs and of one, under several terms.
#[test]
fn every_comparing_figure_reads_well() {
    let mut text = String::new();
    let targets = fixtures(Metric::Reach).into_iter().find(|fixture| fixture.name == "targets").unwrap();
    let datasets = [
        ("together", fixtures::together()),
        ("over years", fixtures::over_years()),
        ("targets", targets.dataset),
    ];
    for &name in FigureName::COMPARING {
        let _ = writeln!(text, "{}", name.slug());
        for (of, dataset) in &datasets {
            let ids: Vec<&String> = dataset.campaigns.iter().map(|campaign| &campaign.id).collect();
            let mut selections = vec![Selection::All, Selection::Only(Vec::new())];
            for pair in ids.windows(2).take(4) {
                selections.push(Selection::Only(vec![pair[0].clone()]));
                selections.push(Selection::Only(pair.iter().map(|id| (*id).clone()).collect()));
            }
            for selection in selections {
                for yardstick in [None, Some(ids[0].clone())] {
                    let terms = Terms {
                        attention: Metric::Reach,
                        action: Metric::Views,
                        yardstick,
                        ..Terms::default()
                    };
                    let choice = Choice { selection: selection.clone(), terms, ..Choice::default() };
                    let made = figure(dataset, &choice, name, FigureOptions::default());
                    let says = [std::slice::from_ref(&made.headline), &made.description].concat();
                    for sentence in &says {
                        assert!(!sentence.contains("  ") && !sentence.contains(".."), "{sentence}");
                        assert!(
                            sentence.chars().next().is_some_and(|first| !first.is_lowercase()),
                            "{sentence}"
                        );
                    }
                    assert!(!made.headline.ends_with('.'), "{}", made.headline);
                    assert!(
                        made.description.iter().all(|said| said.ends_with(['.', '?'])),
                        "{:?}",
                        made.description
                    );
                    let said = format!("  {of}: {}", says.join(" | "));
                    if !text.contains(&said) {
                        let _ = writeln!(text, "{said}");
                    }
                }
            }
        }
    }
    keep("comparing.txt", &text);
}

/// The words are on a floor below what they name, and are found by its place in a list.
#[test]
fn each_of_a_list_has_its_words() {
    let language = Language::English;
    assert_eq!(language.comparing().caveats.len(), Caveat::ALL.len());
    assert_eq!(language.comparing().refusals.len(), Refusal::ALL.len());
    assert_eq!(language.own_phrases().measures.len(), Measure::ALL.len());
}
