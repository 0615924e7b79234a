//! The figures that set campaigns beside each other, in British English.

use super::Language;
use super::comparing::{Comparing, ComparingFigure, ComparingPhrases, RelationWords};
use super::date::period_words;
use super::english::{campaigns, capital, counted, list, lower, times, unit_words};
use crate::model::Period;

fn days(number: u32) -> String {
    if number == 1 { "one day".to_owned() } else { format!("{} days", counted(number as usize)) }
}

/// When something was, as a part of a sentence: "in Jun 2015", "on 14 Mar 2013".
fn at_time(period: &Period) -> String {
    let when = period_words(Language::English, period);
    match period {
        Period::Within(date) if date.day.is_some() => format!("on {when}"),
        Period::Span(Some(_), Some(_)) => format!("from {when}"),
        _ => format!("in {when}"),
    }
}

/// How a figure stands to that of a time before.
fn stands_to_time(relation: &RelationWords, before: &Period) -> String {
    let (when, at) = (period_words(Language::English, before), at_time(before));
    match relation {
        RelationWords::Times(ratio) if ratio == "1" => format!("the same as {at}"),
        RelationWords::Times(ratio) => times(ratio, &format!("that of {when}")),
        RelationWords::Fraction(ratio) => format!("{at} it was {}", times(ratio, "that")),
        RelationWords::More => format!("more than {at}; how much more cannot be told"),
        RelationWords::Less => format!("less than {at}; how much less cannot be told"),
        RelationWords::Untold => format!("whether more than {at} cannot be told"),
    }
}

/// How a figure stands to that of somebody.
fn stands(relation: &RelationWords, whom: &str) -> String {
    match relation {
        RelationWords::Times(ratio) if ratio == "1" => format!("the same as {whom}"),
        RelationWords::Times(ratio) => times(ratio, &format!("that of {whom}")),
        RelationWords::Fraction(ratio) => format!("{whom} has {}", times(ratio, "that")),
        RelationWords::More => format!("more than {whom}; how much more cannot be told"),
        RelationWords::Less => format!("less than {whom}; how much less cannot be told"),
        RelationWords::Untold => format!("whether more than {whom} cannot be told"),
    }
}

/// Names, as many as can be read; the table has them all.
fn some(names: &[String], last: &str) -> String {
    const READ: usize = 6;
    if names.len() <= READ + 1 {
        return list(names, last);
    }
    let more = format!("{} more", counted(names.len() - READ));
    list(&[&names[..READ], &[more]].concat(), last)
}

/// The text of a sentence.
pub(super) fn say(sentence: &Comparing) -> String {
    match sentence {
        Comparing::Heading(words) => capital(words.clone()),
        Comparing::LaneOf { definition, counted } => format!("{definition}: {counted}"),
        Comparing::Stands { relation, whom } => stands(relation, whom),
        Comparing::StandsToTime { relation, before } => stands_to_time(relation, before),
        Comparing::CountedUnlike { platforms, days: stretch, part } => {
            let how = [
                platforms.then(|| "on different platforms".to_owned()),
                stretch.map(|(one, other)| format!("over {} and {}", days(one), days(other))),
                part.then(|| "not both over the whole period".to_owned()),
            ];
            format!("counted {}", list(&how.into_iter().flatten().collect::<Vec<_>>(), "and"))
        }
        Comparing::HeadlineThough { headline, unlike } => format!("{headline}, though {unlike}"),
        Comparing::Apart { one, other } => {
            format!("Not set against each other: {} and {}", lower(one), lower(other))
        }
        Comparing::ApartScope { one: Some(one), other: Some(other) } => {
            format!("Not set against each other: the scope of one is {one}, that of the other {other}")
        }
        Comparing::ApartScope { one, other } => {
            let scope = one.as_deref().or(other.as_deref()).unwrap_or_default();
            format!("Not set against each other: only one of them says its scope, {scope}")
        }
        Comparing::ApartUnstated => {
            "Not set against each other: the sources do not say what was counted".to_owned()
        }
        Comparing::ZeroHasNoPlace(1) => {
            "One campaign has a zero, which has no place among tenfold steps".to_owned()
        }
        Comparing::ZeroHasNoPlace(number) => {
            format!("{} have a zero, which has no place among tenfold steps", capital(campaigns(*number)))
        }
        Comparing::OpenHasNoPlace(names) => {
            let has = if names.len() == 1 { "has" } else { "have" };
            format!("{} {has} no place here: what is published leaves open how many", some(names, "and"))
        }
        Comparing::Dated { figure, when } => format!("{figure}, {when}"),
        Comparing::NoneOf(metric) => format!("no {metric} reported"),
        Comparing::EitherOf([one, other]) => format!("{one} or {other}"),
        Comparing::NeitherOf { campaigns: names, of: [one, other] } => {
            let (have, they) = if names.len() == 1 { ("has", "it reports") } else { ("have", "they report") };
            format!(
                "{} {have} no place here: {they} neither {one} nor {other}, or nothing that makes a rate",
                some(names, "and")
            )
        }
        Comparing::MoreInMargins(1) => {
            "One more campaign reports one of the two; the table has it".to_owned()
        }
        Comparing::MoreInMargins(more) => {
            format!("{} more campaigns report one of the two; the table has them", capital(counted(*more)))
        }
        Comparing::AxisAlong(metric) => format!("{}: more to the right", capital(metric.clone())),
        Comparing::AxisUp(metric) => format!("{}: more further up", capital(metric.clone())),
        Comparing::ForEvery { value, numerator, every, denominator } => {
            format!("{value} {} for every {every} {}", unit_words(numerator), unit_words(denominator))
        }
        Comparing::Beyond { more, than } => format!("{} than {than}", if *more { "more" } else { "less" }),
        Comparing::Minds { accepted, open } => {
            let said = |what: &str, caveats: &[String]| match caveats {
                [] => String::new(),
                _ => format!("{what}: {}.", list(caveats, "and")),
            };
            let parts = [said("Accepted", accepted), said("To be accepted", open)];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        }
        Comparing::SubtitleAttention { action, attention } => {
            format!(
                "{} beside {attention}, a campaign a point; lines join equal rates",
                capital(action.clone())
            )
        }
        Comparing::HeadlineNoRate { action, attention, campaigns: number } => match number {
            0 => "No campaign is shown".to_owned(),
            1 => format!("The chosen campaign does not report both {action} and {attention}"),
            number => format!("None of the {} reports both {action} and {attention}", campaigns(*number)),
        },
        Comparing::HeadlineRatesMinded { action, attention, campaigns: number, open, minded } => {
            let report = if *number == 1 { "reports" } else { "report" };
            let because = match (open, minded) {
                (0, _) => "but what is known leaves every rate open".to_owned(),
                (1, false) => "but no rate holds without a caveat".to_owned(),
                (1, true) => "but no rate holds without one more caveat".to_owned(),
                (open, false) => format!("but no rate holds without {} caveats", counted(*open)),
                (open, true) => format!("but no rate holds without {} more caveats", counted(*open)),
            };
            format!("{} {report} both {action} and {attention}, {because}", capital(campaigns(*number)))
        }
        Comparing::HeadlineRateFirst { who, rate, among } => {
            format!("{who} had {rate}, the most of {} that counted the same", campaigns(*among))
        }
        Comparing::HeadlineRate { who, rate, among: 1 } => format!("{who} had {rate}"),
        Comparing::HeadlineRate { who, rate, among } => {
            format!("Of {}, only for {who} can a rate be shown: {rate}", campaigns(*among))
        }
        Comparing::HeadlineRatesUnranked { campaigns: number, numerator, denominator } => format!(
            "{} counted {} per {}, but whose rate is the highest cannot be told",
            capital(campaigns(*number)),
            unit_words(numerator),
            unit_words(denominator)
        ),
        Comparing::HeadlineRateApart { who, rate, others } => match &others[..] {
            [other] => format!("{who} had {rate}; {other} has a rate of something else"),
            others => format!("{who} had {rate}; {} have rates of something else", some(others, "and")),
        },
        Comparing::HeadlineMinding { headline, minded } => {
            format!("{headline}, although {}", list(minded, "and"))
        }
        Comparing::HeadlineBesideCount { campaigns: 0 } => "No campaign is shown".to_owned(),
        Comparing::HeadlineBesideCount { campaigns: 1 } => {
            "One campaign is chosen: with one, two or three others it stands side by side".to_owned()
        }
        Comparing::HeadlineBesideCount { campaigns } => {
            format!("Tick two to four of the {} campaigns to see them side by side", counted(*campaigns))
        }
        Comparing::HeadlineBeside { who, counted, relation, whom } => {
            format!("{who}: {counted}, {}", stands(relation, whom))
        }
        Comparing::HeadlineBesideApart { campaigns: names, metrics, doubtful } => format!(
            "{} share {}, but {}",
            list(names, "and"),
            match metrics {
                1 => "one metric".to_owned(),
                many => format!("{} metrics", counted(*many)),
            },
            if *doubtful { "what they count alike is in doubt" } else { "count nothing alike" }
        ),
        Comparing::HeadlineBesideNothing { campaigns: names } => {
            format!("{} report nothing in common", list(names, "and"))
        }
        Comparing::MoreReported(metrics) => format!(
            "More figures of {} are recorded: those stand here that count most nearly the same, and the page of each campaign has all.",
            list(metrics, "and")
        ),
        Comparing::OnlyReports { campaign, metrics } => {
            format!("Only {campaign} reports {}.", list(metrics, "and"))
        }
        Comparing::BothReported { reporting: 0, campaigns: number, of: [one, other] } => match number {
            0 => "No campaign is shown.".to_owned(),
            1 => format!("The chosen campaign does not report both {one} and {other}."),
            number => format!("None of {} reports both {one} and {other}.", campaigns(*number)),
        },
        Comparing::BothReported { campaigns: 1, of: [one, other], .. } => {
            format!("The chosen campaign reports both {one} and {other}.")
        }
        Comparing::BothReported { reporting, campaigns: number, of: [one, other] } => format!(
            "{} of {} {} both {one} and {other}.",
            capital(counted(*reporting)),
            campaigns(*number),
            if *reporting == 1 { "reports" } else { "report" }
        ),
        Comparing::StepOf { stage, campaign } => format!("{} of {campaign}.", capital(stage.clone())),
        Comparing::OnNoStep(names) => format!(
            "{} {} no figure of outputs, outtakes or outcomes.",
            some(names, "and"),
            if names.len() == 1 { "has" } else { "have" }
        ),
        Comparing::MoreLadders(number) => format!(
            "{} more {} less to show at these steps, or nothing. Tick those that you want to see.",
            capital(counted(*number)),
            if *number == 1 { "campaign has" } else { "campaigns have" }
        ),
        Comparing::HeadlineKept { who, rate } => format!("{who}: {rate}"),
        Comparing::HeadlineLadder { campaigns: number, whole, asks } => {
            let but = match asks {
                true => "but none is told as a part of another without a caveat",
                false => "but none can be told as a part of another",
            };
            match (number, whole) {
                (1, 1) => format!("The chosen campaign has figures at every step, {but}"),
                (1, _) => "The chosen campaign does not have figures at every step".to_owned(),
                (number, 0) => format!("None of {} has figures at every step", campaigns(*number)),
                (number, whole) => format!(
                    "{} of {} {} figures at every step, {but}",
                    capital(counted(*whole)),
                    campaigns(*number),
                    if *whole == 1 { "has" } else { "have" }
                ),
            }
        }
        Comparing::SubtitleMultiples(name) => {
            format!("Figures that count the same, as multiples of those of {name}")
        }
        Comparing::NoMultiple { campaigns: names, yardstick: None } => {
            format!("No target in numbers with a result beside it is recorded for {}.", some(names, "or"))
        }
        Comparing::NoMultiple { campaigns: names, yardstick: Some(yardstick) } => format!(
            "{} {} nothing that {yardstick} counted the same way.",
            some(names, "and"),
            if names.len() == 1 { "reports" } else { "report" }
        ),
        Comparing::HeadlineTargets { met: 0, missed: 0, unclear: 0, .. } => {
            "No result stands beside a target that was stated for it".to_owned()
        }
        Comparing::HeadlineTargets { met, missed, unclear, .. } if met + missed + unclear == 1 => {
            match (met, missed) {
                (1, _) => "The one target that a result stands beside was met".to_owned(),
                (_, 1) => "The one target that a result stands beside was missed".to_owned(),
                _ => "Whether the one target that a result stands beside was met cannot be told".to_owned(),
            }
        }
        Comparing::HeadlineTargets { met, missed, unclear, campaigns: number } => {
            let were = |number: usize| match number {
                0 => "none was".to_owned(),
                1 => "one was".to_owned(),
                many => format!("{} were", counted(many)),
            };
            let missing = match missed {
                0 => String::new(),
                &missed => format!(", {} missed", were(missed)),
            };
            let open = match unclear {
                0 => String::new(),
                one => format!("; of {} that cannot be told", counted(*one)),
            };
            let all = counted(met + missed + unclear);
            format!("Of {all} targets of {}, {} met{missing}{open}", campaigns(*number), were(*met))
        }
        Comparing::HeadlineMultiples { yardstick, campaigns: 0, .. } => {
            format!("No other campaign reports anything that {yardstick} counted the same way")
        }
        Comparing::HeadlineMultiples { yardstick, campaigns: 1, more, otherwise } => {
            let reports = match (more, otherwise) {
                (0, 0) => "and does not surely report more of it",
                (0, _) => "and surely reports more of it, though not counted alike",
                _ => "and surely reports more of it",
            };
            format!("One campaign counted something as {yardstick} did, {reports}")
        }
        Comparing::HeadlineMultiples { yardstick, campaigns: number, more, otherwise } => {
            let surely = |number: usize| {
                let report = if number == 1 { "reports" } else { "report" };
                format!("{} of them surely {report} more of it", counted(number))
            };
            let reports = match (*more, *otherwise) {
                (0, 0) => "none of them surely reports more of it".to_owned(),
                (0, otherwise) => format!("{}, though not counted alike", surely(otherwise)),
                (more, 0) => surely(more),
                (more, otherwise) => {
                    format!("{}, and {} more, though not counted alike", surely(more), counted(otherwise))
                }
            };
            format!("{} counted something as {yardstick} did; {reports}", capital(campaigns(*number)))
        }
        Comparing::YearsOf { campaign, metric } => format!("{campaign}: {}", lower(metric)),
        Comparing::HeadlineYears { campaign, amount, when, relation, before } => {
            format!("{campaign} {}: {amount}, {}", at_time(when), stands_to_time(relation, before))
        }
        Comparing::YearsMissing(runs) => {
            // Two years are named, more are told from the first to the last.
            let run = |&(from, to): &(u16, u16)| match to - from {
                0 | 1 => (from..=to).map(|year| year.to_string()).collect(),
                _ => vec![format!("{from} to {to}")],
            };
            format!("No figure of {} was found", list(&runs.iter().flat_map(run).collect::<Vec<_>>(), "or"))
        }
        Comparing::HeadlineNoYears { strands: 0 } => {
            "None of the chosen campaigns has figures of two years".to_owned()
        }
        Comparing::HeadlineNoYears { .. } => {
            "Figures of several years are there, but no two undoubted ones counted the same thing".to_owned()
        }
        Comparing::HeadlineWhen { campaigns: number, years: (from, to), open, to_the_day, undated } => {
            let when = match (open, from == to) {
                ((true, true), true) => format!("in {from} at least"),
                ((true, true), false) => format!("between {from} and {to} at least"),
                ((true, false), _) => format!("until {to}"),
                ((false, true), _) => format!("from {from} on"),
                ((false, false), true) => format!("in {from}"),
                ((false, false), false) => format!("between {from} and {to}"),
            };
            let days = match to_the_day {
                all if all == number => "all first and last days are known".to_owned(),
                0 => "of none are both the first and the last day known".to_owned(),
                some => format!("the first and the last day of {} are known", counted(*some)),
            };
            let rest = match undated {
                0 => String::new(),
                some => format!("; of {} no date is recorded", counted(*some)),
            };
            format!("{} ran {when}; {days}{rest}", capital(campaigns(*number)))
        }
        Comparing::HeadlineUndated(number) => {
            format!(
                "Nothing is recorded of when {} ran",
                if *number == 1 {
                    "the chosen campaign".to_owned()
                } else {
                    format!("the {}", campaigns(*number))
                }
            )
        }
        Comparing::Lettered { letters, beside } => {
            let letters = letters.iter().map(|(letter, names)| format!("{letter}: {}", list(names, "and")));
            let beside =
                beside.iter().map(|(named, names)| format!("close to {named}: {}", list(names, "and")));
            letters.chain(beside).collect::<Vec<_>>().join("; ")
        }
        Comparing::OnePer { number, inverse: false } => format!("1 per {number}"),
        Comparing::OnePer { number, inverse: true } => format!("{number} per 1"),
    }
}

/// The fixed phrases.
pub(super) static PHRASES: ComparingPhrases = ComparingPhrases {
    figures: [
        ComparingFigure {
            subtitle: "Action beside attention: what came of a campaign, per how much was seen of it",
            caution: "A rate stands as it is where both figures are of the same period, platform and basis, it is said what was counted, and the one is counted within the other: a like within the times a post was shown. Any other rate is shown only once you accept what speaks against it, which then stays with it.",
        },
        ComparingFigure {
            subtitle: "Side by side: two to four campaigns on every metric that at least two of them report",
            caution: "Only figures that count the same, in the same unit and in the same way (in total, a day, at a moment), are set against each other. For the others it says what keeps them apart. A ratio holds for every number that the bounds leave possible.",
        },
        ComparingFigure {
            subtitle: "Results as multiples of the target that was stated for each",
            caution: "A multiple is shown only of a figure that counts the same, in the same unit and in the same way (in total, a day, at a moment); of a target only where it was stated for that result. Results of different campaigns beside their own targets are not ranked: a target may be easy or hard.",
        },
        ComparingFigure {
            subtitle: "What was put out, what people took from it and what came of it, for each campaign, to one scale",
            caution: "Which step a figure belongs to is our assignment. Of each kind of figure the one that tells most is shown. How much a step kept of the one before is said only where the one is counted within the other, or where you accept what speaks against it. Money and per cents stand in words.",
        },
        ComparingFigure {
            subtitle: "The years of one campaign, from the first to the last: what counts the same is joined",
            caution: "Figures are joined only where the same was counted, in the same unit and in the same way (in total, a day, at a moment), and the source says what. Between two different things there is no line, however alike the numbers look.",
        },
        ComparingFigure {
            subtitle: "When each campaign ran, as precisely as that is recorded",
            caution: "A filled bar reaches from the first to the last day that is recorded, which does not say that something happened on each day between; a hollow one says that only the month or the year is recorded. Where no dates of the campaign are recorded, those of its figures stand there.",
        },
    ],
    rate_unknown: "the bounds leave the rate open",
    rate_not_told: "no rate shown until all that speaks against it is accepted",
    caveats: [
        "no source says what was counted of what was seen",
        "those who acted may not be among those who saw it",
        "the periods differ",
        "the platforms differ",
        "one is a total and the other is not",
        "they are confined to different things, such as one post or one country",
        "a figure is doubtful",
    ],
    refusals: [
        "both figures count the same",
        "nothing can be set per a change",
        "a place in an order is no amount",
        "a part of a hundred is a rate already",
        "a number an hour or a day is no part of a total",
    ],
    choose_rate: "Choose what is set beside what",
    choose_action: "Vertical axis",
    choose_attention: "Horizontal axis",
    choose_accepted: "Show rates even if",
    choose_campaigns_here: "Tick campaigns",
    as_small_multiples: "See them all as small charts, to one scale",
    choose_yardstick: "Set the others beside",
    rate_columns: ["Campaign", "One figure", "The other", "Rate", "What to mind", "Order"],
    beside_columns: ["What was counted", "Campaign", "Figure", "Beside the other", "Who says so"],
    step_missing: "No figure was found",
    ladder_columns: [
        "Campaign",
        "Step",
        "What was counted",
        "Figure",
        "Kept of the step before",
        "Who says so",
    ],
    is_yardstick: "the others are multiples of this",
    choose_multiples: "Choose what the figures are multiples of",
    multiples_of: "Multiples of",
    own_target: "the target stated for each",
    multiples_columns: ["What was counted", "Campaign", "When", "Figure", "Multiple", "Order", "Who says so"],
    years_broken: "Another count than the one above: not joined to it",
    years_unstated: "Not joined: the sources do not say what was counted",
    not_joined: "not joined",
    years_columns: ["When", "What was counted", "Figure", "Beside the year before", "Who says so"],
    when_of_figures: "dates of its figures; its own are not recorded",
    precisions: ["known to the day", "known to the month", "known to the year"],
    no_end: "no end is recorded",
    no_start: "no start is recorded",
    time_marks: [
        ["filled bar", "from the first day to the last"],
        ["hollow bar", "only the month or the year is recorded"],
        ["arrow to the right", "no end is recorded"],
        ["arrow to the left", "no start is recorded"],
    ],
    when_columns: ["Campaign", "When", "How precisely"],
};
