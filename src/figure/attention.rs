//! The figure of what campaigns brought about, beside what was seen of them.

use super::content::{Content, source_line, sources_of_cells};
use super::key::key_of_points;
use crate::chart::{
    SpecOptions, attention_spec, beside_name, dated_words, evidence_link, minded, minding, rate_minded,
    rate_or_why, rate_words,
};
use crate::compare::{Caveat, Choice, MEASURED, Rate, RateLane, Rates, WhyNoRate};
use crate::format::{Comparing, Language, Sentence};
use crate::model::{Dataset, FigureName, Metric, Source};
use maud::{Markup, html};

pub(super) fn content<'a>(dataset: &'a Dataset, rates: &Rates, options: SpecOptions) -> Content<'a> {
    let language = options.language;
    let spec = attention_spec(dataset, rates, options);
    let sources = sources(dataset, rates);
    let [action, attention] = both(rates, language);
    Content {
        name: FigureName::Attention,
        headline: headline(dataset, rates, language),
        subtitle: language.compared(&Comparing::SubtitleAttention { action, attention }),
        // Else it stands beside the plane.
        note: (spec.points.is_empty() && !spec.rest.is_empty()).then(|| format!("{}.", spec.rest.join(". "))),
        caution: language.caution(FigureName::Attention),
        description: description(dataset, rates, language),
        key: key_of_points(&spec),
        said_by: source_line(sources.iter().copied(), language),
        sources,
        unseen: Vec::new(),
        plot: Box::new(spec),
    }
}

fn both(rates: &Rates, language: Language) -> [String; 2] {
    [rates.numerator, rates.denominator].map(|metric| language.phrases().metric(metric).to_owned())
}

fn all(rates: &Rates) -> impl Iterator<Item = (&RateLane, &Rate)> {
    rates.lanes.iter().flat_map(|lane| lane.rates.iter().map(move |rate| (lane, rate)))
}

fn sources<'a>(dataset: &'a Dataset, rates: &Rates) -> Vec<&'a Source> {
    let cells = all(rates).flat_map(|(_, rate)| [&rate.numerator, &rate.denominator]);
    sources_of_cells(dataset, cells.chain(rates.without.iter().filter_map(|none| none.reports.as_ref())))
}

/// What may be said of the rates that are told; with what is minded, where it is.
pub(super) fn headline(dataset: &Dataset, rates: &Rates, language: Language) -> String {
    let [action, attention] = both(rates, language);
    let reporting = all(rates).count();
    if reporting == 0 {
        return language.compared(&Comparing::HeadlineNoRate {
            action,
            attention,
            campaigns: rates.without.len(),
        });
    }
    let among = reporting + rates.without.len();
    // The first lane tells the most.
    let lane = &rates.lanes[0];
    let is_told = |rate: &&Rate| rate.is_told() && rate.value.is_some();
    let told: Vec<&Rate> = lane.rates.iter().filter(is_told).collect();
    let all_told: Vec<&Rate> = all(rates).map(|(_, rate)| rate).filter(is_told).collect();
    let words = |rate: &Rate| {
        let value = rate
            .value
            .as_ref()
            .map(|value| rate_words((value, rate.leaning), (&lane.numerator, &lane.denominator), language));
        (beside_name(dataset, &rate.campaign), value.unwrap_or_default())
    };
    let (said, of): (Comparing, &[&Rate]) = match &told[..] {
        [] => {
            // Of what the bounds leave open nothing would be told without any.
            let known = all(rates).map(|(_, rate)| rate).filter(|rate| rate.value.is_some());
            let next = known.min_by_key(|rate| rate.open.len());
            return language.compared(&Comparing::HeadlineRatesMinded {
                action,
                attention,
                campaigns: reporting,
                open: next.map_or(0, |rate| rate.open.len()),
                minded: next.is_some_and(|rate| rate.open.len() < rate.caveats.len()),
            });
        }
        [one] if all_told.len() > 1 => {
            let (who, rate) = words(one);
            let others = all_told.iter().filter(|other| other.campaign != one.campaign);
            let others = others.map(|other| beside_name(dataset, &other.campaign)).collect();
            // It speaks of those, too.
            (Comparing::HeadlineRateApart { who, rate, others }, &all_told)
        }
        [one] => {
            let (who, rate) = words(one);
            (Comparing::HeadlineRate { who, rate, among }, &told)
        }
        [first, ..] if first.rank.is_some_and(|rank| rank.best == 1 && rank.is_sure()) => {
            let (who, rate) = words(first);
            (Comparing::HeadlineRateFirst { who, rate, among: told.len() }, &told)
        }
        _ => {
            let (numerator, denominator) = (lane.numerator.unit.clone(), lane.denominator.unit.clone());
            (Comparing::HeadlineRatesUnranked { campaigns: told.len(), numerator, denominator }, &told)
        }
    };
    let headline = language.compared(&said);
    let minds = |caveat: &&Caveat| of.iter().any(|rate| rate.caveats.contains(*caveat));
    let minded: Vec<Caveat> = Caveat::ALL.iter().filter(minds).copied().collect();
    minding(headline, &minded, language)
}

fn description(dataset: &Dataset, rates: &Rates, language: Language) -> Vec<String> {
    let of = both(rates, language);
    let reporting = all(rates).count();
    let mut sentences = vec![language.compared(&Comparing::BothReported {
        reporting,
        campaigns: reporting + rates.without.len(),
        of,
    })];
    for (lane, rate) in all(rates) {
        let mut lines = vec![
            dated_words(dataset, &rate.numerator, language),
            dated_words(dataset, &rate.denominator, language),
        ];
        lines.push(rate_minded(rate, (&lane.numerator, &lane.denominator), language));
        let name = beside_name(dataset, &rate.campaign);
        let said = language.say(&Sentence::RowSays { name, lines });
        sentences.push(language.say(&Sentence::Alone(said)));
    }
    sentences
}

/// Every rate with both its figures; then those who have none.
pub(super) fn table(dataset: &Dataset, rates: &Rates, options: SpecOptions, caption: &str) -> Markup {
    let language = options.language;
    let phrases = language.comparing();
    let led = |text: String, at: usize, campaign: &str| {
        html! {
            @if options.alone { (text) } @else { a href=(evidence_link(campaign, at)) { (text) } }
        }
    };
    html! {
        table {
            caption { span { (caption) } }
            thead { tr { @for column in phrases.rate_columns { th scope="col" { (column) } } } }
            tbody {
                @for (lane, rate) in all(rates) { tr {
                    th scope="row" { (beside_name(dataset, &rate.campaign)) }
                    @for cell in [&rate.numerator, &rate.denominator] {
                        td { (led(dated_words(dataset, cell, language), cell.evidence[0], &rate.campaign)) }
                    }
                    td { (rate_or_why(rate, (&lane.numerator, &lane.denominator), language)) }
                    td { @if !rate.caveats.is_empty() { (minded(rate, language)) } }
                    td { @if let Some(rank) = rate.rank { (language.say(&Sentence::PlaceShort { best: rank.best, worst: rank.worst })) } }
                } }
                @for none in &rates.without { tr {
                    th scope="row" { (beside_name(dataset, &none.campaign)) }
                    td colspan=(phrases.rate_columns.len() - 1) {
                        @if let Some(cell) = &none.reports { (led(dated_words(dataset, cell, language), cell.evidence[0], &none.campaign)) "; " }
                        (why_none(none.because, rates, language))
                    }
                } }
            }
        }
    }
}

/// Why a campaign has no rate.
fn why_none(because: WhyNoRate, rates: &Rates, language: Language) -> String {
    let [action, attention] = both(rates, language);
    match because {
        WhyNoRate::Missing { numerator: true, denominator: true } => language
            .compared(&Comparing::NoneOf(language.compared(&Comparing::EitherOf([action, attention])))),
        WhyNoRate::Missing { numerator, .. } => {
            language.compared(&Comparing::NoneOf(if numerator { action } else { attention }))
        }
        WhyNoRate::Refused(refusal) => language.comparing().refusals[refusal as usize].to_owned(),
    }
}

/// What the reader can mind: what is asked for, and what is minded already.
pub(super) fn accepting(choice: &Choice, asks: &[Caveat], language: Language) -> Markup {
    let phrases = language.comparing();
    let minds = |caveat: &Caveat| choice.terms.accepted.contains(caveat);
    let offered = Caveat::ALL.iter().copied().filter(|caveat| minds(caveat) || asks.contains(caveat));
    let offered: Vec<Caveat> = offered.collect();
    html! {
        @if !offered.is_empty() {
            fieldset.terms {
                legend { (phrases.choose_accepted) }
                ul.choices { @for caveat in offered {
                    li { label.choice {
                        input type="checkbox" data-do={ "accept-" (caveat.slug()) } checked[minds(&caveat)];
                        (phrases.caveats[caveat as usize])
                    } }
                } }
            }
        }
    }
}

/// What can be chosen: which metrics, and what is minded.
pub(super) fn terms(choice: &Choice, rates: &Rates, language: Language) -> Markup {
    let phrases = language.comparing();
    let one_of = |legend: &str, name: &str, chosen: Metric| {
        html! {
            fieldset {
                legend { (legend) }
                ul.choices { @for &metric in MEASURED {
                    li { label.choice {
                        input type="radio" name=(name) data-do={ (name) "-" (metric.slug()) } checked[metric == chosen];
                        (language.phrases().metric(metric))
                    } }
                } }
            }
        }
    };
    let asks = |caveat: &&Caveat| all(rates).any(|(_, rate)| rate.caveats.contains(*caveat));
    let asks: Vec<Caveat> = Caveat::ALL.iter().filter(asks).copied().collect();
    html! {
        (accepting(choice, &asks, language))
        details.terms data-part="attention-terms" {
            summary { (phrases.choose_rate) }
            (one_of(phrases.choose_action, "action", rates.numerator))
            (one_of(phrases.choose_attention, "attention", rates.denominator))
        }
    }
}
