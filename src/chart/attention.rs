//! What campaigns brought about, beside what was seen of them, as points of a plane.

use super::beside::name;
use super::mark::Glyph;
use super::scale::ScaleKind;
use super::scatter::{Point, ScatterSpec};
use super::spec::{Row, SpecOptions, dated_words, evidence_link, glyph};
use crate::compare::{Agreement, Caveat, Cell, Counted, Known, NoRate, Rate, Rates, WhyNoRate};
use crate::format::{Comparing, Language, Sentence, ratio_words, spoken_number};
use crate::model::{Bound, Dataset, Metric, Quantity, power_of_ten};
use std::cmp::Ordering;

/// How many of those that lack one of the two are drawn.
const MOST_IN_MARGINS: usize = 12;

/// Makes rates ready to be drawn.
pub fn attention_spec(dataset: &Dataset, rates: &Rates, options: SpecOptions) -> ScatterSpec {
    let language = options.language;
    let metric = |metric: Metric| language.phrases().metric(metric).to_owned();
    let mut points = Vec::new();
    // In a margin they would be taken for such that report nothing.
    let (mut zeros, mut open) = (0, Vec::new());
    let mut placed = |campaign: &str, cell: &Cell| match glyph_of(cell, options.scale) {
        Some(Glyph::Zero) => {
            zeros += 1;
            None
        }
        None => {
            open.push(name(dataset, campaign));
            None
        }
        glyph => glyph,
    };
    for lane in &rates.lanes {
        for rate in &lane.rates {
            let Some(along) = placed(&rate.campaign, &rate.denominator) else { continue };
            let Some(up) = placed(&rate.campaign, &rate.numerator) else { continue };
            let row = rate_row(dataset, rate, (&lane.numerator, &lane.denominator), options);
            points.push(Point { row, along: Some(along), up: Some(up) });
        }
    }
    let mut rest: Vec<String> = Vec::new();
    let (mut beside, mut more) = (0, 0);
    for none in &rates.without {
        let Some(cell) = &none.reports else {
            rest.push(name(dataset, &none.campaign));
            continue;
        };
        let Some(glyph) = placed(&none.campaign, cell) else { continue };
        if beside == MOST_IN_MARGINS {
            more += 1;
            continue;
        }
        beside += 1;
        let lacks_up = matches!(none.because, WhyNoRate::Missing { numerator: true, .. });
        let lacks = if lacks_up { rates.numerator } else { rates.denominator };
        let row = lone_row(dataset, none, cell, lacks, options);
        points.push(match lacks_up {
            true => Point { row, along: Some(glyph), up: None },
            false => Point { row, along: None, up: Some(glyph) },
        });
    }
    let missing = |of: Metric| language.compared(&Comparing::NoneOf(metric(of)));
    ScatterSpec {
        language,
        scale: options.scale,
        across: options.across,
        low: options.room.is_some(),
        heard: options.heard,
        axes: [
            language.compared(&Comparing::AxisAlong(metric(rates.denominator))),
            language.compared(&Comparing::AxisUp(metric(rates.numerator))),
        ],
        missing: [missing(rates.denominator), missing(rates.numerator)],
        points,
        rest: [
            (zeros > 0).then(|| language.compared(&Comparing::ZeroHasNoPlace(zeros))),
            (!open.is_empty()).then(|| language.compared(&Comparing::OpenHasNoPlace(open))),
            (more > 0).then(|| language.compared(&Comparing::MoreInMargins(more))),
            (!rest.is_empty()).then(|| {
                let of = [metric(rates.numerator), metric(rates.denominator)];
                language.compared(&Comparing::NeitherOf { campaigns: rest, of })
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// The mark of what is known of a cell, if the axis has a place for it.
fn glyph_of(cell: &Cell, scale: ScaleKind) -> Option<Glyph> {
    let in_domain = |value: f64| value.is_finite() && (scale == ScaleKind::Linear || value > 0.0);
    match cell.known {
        Known::Quantity(quantity) => match glyph(&quantity, &in_domain) {
            Some(Glyph::Zero) if scale == ScaleKind::Linear => Some(Glyph::Exact(0.0)),
            glyph => glyph,
        },
        Known::Containing(interval) => {
            let ends = [interval.lower, interval.upper]
                .map(|end| end.map(|bound| bound.value).filter(|&v| in_domain(v)));
            match ends {
                [Some(from), Some(to)] => Some(Glyph::Between(from, to)),
                [Some(from), None] => Some(Glyph::Above(from)),
                [None, Some(to)] => Some(Glyph::Below(to)),
                [None, None] => None,
            }
        }
    }
}

/// A rate in words: so many for every ten, or for as few tens, hundreds, thousands as make
/// it at least one. (Not for every one: units are in the plural.)
pub(crate) fn rate_words(
    (rate, leaning): (&Quantity, Option<Ordering>),
    (numerator, denominator): (&Counted, &Counted),
    language: Language,
) -> String {
    let stated = rate.stated();
    let exponent = match stated {
        0.0 => 1,
        _ => (1..=12).find(|&exponent| stated * power_of_ten(exponent) >= 1.0).unwrap_or(12),
    };
    let (value, every) = (times(rate, power_of_ten(exponent)), power_of_ten(exponent));
    let words = ratio_words(language, &value);
    language.compared(&Comparing::ForEvery {
        value: match leaning {
            Some(side) => language.compared(&Comparing::Beyond { more: side.is_gt(), than: words }),
            None => words,
        },
        numerator: numerator.unit.clone(),
        every: spoken_number(language, every),
        denominator: denominator.unit.clone(),
    })
}

/// A rate in words, or why none is told.
pub(crate) fn rate_or_why(rate: &Rate, counted: (&Counted, &Counted), language: Language) -> String {
    let phrases = language.comparing();
    match &rate.value {
        _ if !rate.is_told() => phrases.rate_not_told.to_owned(),
        Some(value) => rate_words((value, rate.leaning), counted, language),
        None => phrases.rate_unknown.to_owned(),
    }
}

/// A rate in words with what is minded of it, or why none is told.
pub(crate) fn rate_minded(rate: &Rate, counted: (&Counted, &Counted), language: Language) -> String {
    let words = rate_or_why(rate, counted, language);
    let told = rate.is_told() && rate.value.is_some();
    minding(words, if told { &rate.caveats } else { &[] }, language)
}

/// A quantity so many times.
fn times(quantity: &Quantity, by: f64) -> Quantity {
    let many = |bound: Bound| Bound { value: bound.value * by, ..bound };
    match *quantity {
        Quantity::Exact { value, stated_to } => Quantity::Exact { value: value * by, stated_to },
        Quantity::MoreThan(value) => Quantity::MoreThan(value * by),
        Quantity::AtLeast(value) => Quantity::AtLeast(value * by),
        Quantity::LessThan(value) => Quantity::LessThan(value * by),
        Quantity::AtMost(value) => Quantity::AtMost(value * by),
        Quantity::About(value) => Quantity::About(value * by),
        Quantity::Between(lower, upper) => Quantity::Between(many(lower), many(upper)),
    }
}

/// A rate in words, with what is minded of it.
pub(crate) fn minding(rate: String, caveats: &[Caveat], language: Language) -> String {
    if caveats.is_empty() {
        return rate;
    }
    let minded = caveats.iter().map(|&caveat| language.comparing().caveats[caveat as usize].to_owned());
    language.compared(&Comparing::HeadlineMinding { headline: rate, minded: minded.collect() })
}

/// What is to be minded of a rate: what is accepted, and what would have to be.
pub(crate) fn minded(rate: &Rate, language: Language) -> String {
    let named = |open: bool| {
        let those = rate.caveats.iter().filter(|caveat| rate.open.contains(*caveat) == open);
        those.map(|caveat| language.comparing().caveats[*caveat as usize].to_owned()).collect()
    };
    language.compared(&Comparing::Minds { accepted: named(false), open: named(true) })
}

fn rate_row(dataset: &Dataset, rate: &Rate, counted: (&Counted, &Counted), options: SpecOptions) -> Row {
    let language = options.language;
    let mut lines = vec![
        dated_words(dataset, &rate.numerator, language),
        dated_words(dataset, &rate.denominator, language),
    ];
    lines.push(rate_minded(rate, counted, language));
    let mut row = row_of(dataset, &rate.campaign, &rate.numerator, lines, options);
    row.saying.evidence.extend_from_slice(&rate.denominator.evidence);
    let differ = |cell: &Cell| matches!(cell.agreement, Agreement::Disagree | Agreement::Differ);
    if [&rate.numerator, &rate.denominator].iter().any(|cell| cell.doubtful || differ(cell)) {
        row.says.push(Row::DOUBT);
    }
    let is_said = rate.is_told() && rate.value.is_some();
    if !rate.caveats.is_empty() && !is_said {
        row.label.push(' ');
        row.label.push_str(&minded(rate, language));
    }
    if let Some(rank) = rate.rank {
        row.label.push(' ');
        row.label.push_str(&language.say(&Sentence::Place {
            best: rank.best,
            worst: rank.worst,
            of: rank.of,
        }));
    }
    row
}

fn lone_row(dataset: &Dataset, none: &NoRate, cell: &Cell, lacks: Metric, options: SpecOptions) -> Row {
    let language = options.language;
    let lacking = language.compared(&Comparing::NoneOf(language.phrases().metric(lacks).to_owned()));
    row_of(dataset, &none.campaign, cell, vec![dated_words(dataset, cell, language), lacking], options)
}

fn row_of(dataset: &Dataset, campaign: &str, cell: &Cell, lines: Vec<String>, options: SpecOptions) -> Row {
    let at = cell.evidence[0];
    let href = (!options.alone).then(|| evidence_link(campaign, at));
    let mut row =
        Row::in_words((format!("o{at}"), campaign), href, name(dataset, campaign), lines, options.language);
    row.saying.evidence.clone_from(&cell.evidence);
    row
}
