//! The catalogue in British English: plain, short, without praise or alarm.

use super::{FramePhrases, Named, Phrases, Sentence};
use crate::model::{Basis, Gap};

/// Small numbers as words, as British style has it.
pub(super) fn counted(number: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// The first letter large. Sentences of this language begin with plain letters.
pub(super) fn capital(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

pub(super) fn campaigns(number: usize) -> String {
    format!("{} {}", counted(number), if number == 1 { "campaign" } else { "campaigns" })
}

pub(super) fn list(items: &[String], last: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

pub(super) fn unit_words(unit: &str) -> &str {
    match unit {
        "GBP" => "pounds",
        "USD" => "US dollars",
        "CAD" => "Canadian dollars",
        other => other,
    }
}

/// A unit of one word for one of it: "repost". Others stay as they are.
fn one_of(unit: &str) -> String {
    match (unit.contains(' '), unit.strip_suffix("ies"), unit.strip_suffix('s')) {
        (false, Some(start), _) => format!("{start}y"),
        (false, None, Some(start)) => start.to_owned(),
        _ => unit.to_owned(),
    }
}

fn basis_suffix(basis: Basis) -> String {
    match basis {
        Basis::Total | Basis::Level => String::new(),
        Basis::Change => ", as a change".to_owned(),
        _ => format!(" {}", PHRASES.basis(basis)),
    }
}

fn counted_thing(unit: &str, scope: Option<&str>, basis: Basis) -> String {
    let (unit, per) = (unit_words(unit), PHRASES.basis(basis));
    match scope {
        Some(scope) => format!("{unit} ({scope}), {per}"),
        None => format!("{unit}, {per}"),
    }
}

/// On which platforms; nothing where that is not stated.
fn platforms(on: &[String]) -> String {
    if on.is_empty() { String::new() } else { format!(" on {}", list(on, "and")) }
}

/// The first letter small again, unless it begins a name such as "NHS".
pub(super) fn lower(text: &str) -> String {
    let mut text = text.to_owned();
    if !text.as_bytes().get(1).is_some_and(|second| second.is_ascii_uppercase())
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text
}

fn named(who: &Named) -> String {
    if who.when.is_empty() { who.campaign.clone() } else { format!("{}, {}", who.campaign, who.when) }
}

/// A name and a bare year read as one: "NHS Change Day 2014".
fn titled(who: &Named) -> String {
    match who.when.len() {
        0 => who.campaign.clone(),
        4 => format!("{} {}", who.campaign, who.when),
        _ => format!("{} ({})", who.campaign, who.when),
    }
}

fn gap(gap: Gap) -> &'static str {
    match gap {
        Gap::NotReported => "not reported",
        Gap::NotApplicable => "does not apply",
        Gap::Suppressed => "withheld",
        Gap::Unpublished => "not published",
    }
}

fn ordinal(place: usize) -> String {
    let suffix = match (place % 10, place % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{place}{suffix}")
}

/// How many times something: once is "exactly" it, and "more than 1 times" it
/// is more than it.
pub(super) fn times(ratio: &str, what: &str) -> String {
    match ratio.strip_suffix(" 1") {
        _ if ratio == "1" => format!("exactly {what}"),
        Some(side) if !side.ends_with(" to") && !side.contains(", ") => format!("{side} {what}"),
        _ => format!("{ratio} times {what}"),
    }
}

/// The text of a sentence.
pub(super) fn say(sentence: &Sentence) -> String {
    let metric = |metric| PHRASES.metric(metric);
    match sentence {
        Sentence::MoreThan(number) => format!("more than {number}"),
        Sentence::AtLeast(number) => format!("at least {number}"),
        Sentence::LessThan(number) => format!("less than {number}"),
        Sentence::AtMost(number) => format!("at most {number}"),
        Sentence::About(number) => format!("about {number}"),
        Sentence::Between { lower, upper, lower_open: false, upper_open: false } => {
            format!("{lower} to {upper}")
        }
        Sentence::Between { lower, upper, lower_open: true, upper_open: false } => {
            format!("more than {lower}, at most {upper}")
        }
        Sentence::Between { lower, upper, lower_open: false, upper_open: true } => {
            format!("at least {lower}, less than {upper}")
        }
        Sentence::Between { lower, upper, .. } => format!("more than {lower}, less than {upper}"),
        Sentence::Amount { quantity, unit, scope, basis } => {
            let (unit, per) = (unit_words(unit), basis_suffix(*basis));
            let unit = match unit.strip_prefix("per cent") {
                // A chart's own words for it have the sign.
                Some(of) if quantity.ends_with('%') => of.to_owned(),
                _ if quantity == "1" => [" ", &one_of(unit)].concat(),
                _ => [" ", unit].concat(),
            };
            match scope {
                Some(scope) => format!("{quantity}{unit}{per} ({scope})"),
                None => format!("{quantity}{unit}{per}"),
            }
        }
        Sentence::AmountCounted { amount, counted } => {
            let first = counted.get(..1).unwrap_or_default().to_ascii_lowercase();
            let counted = format!("{first}{}", counted.get(1..).unwrap_or_default());
            // "70 clicks (clicks)" says nothing more.
            let says_it = amount.strip_suffix(&*counted).is_some_and(|before| before.ends_with(' '));
            if says_it { amount.clone() } else { format!("{amount} ({counted})") }
        }
        Sentence::Doubtful(amount) => format!("{amount} ({})", PHRASES.doubtful),
        Sentence::LaneName { unit, scope, basis } => capital(counted_thing(unit, scope.as_deref(), *basis)),
        Sentence::Counted { unit, scope, basis } => counted_thing(unit, scope.as_deref(), *basis),
        Sentence::From(date) => format!("from {date}"),
        Sentence::UpTo(date) => format!("up to {date}"),
        Sentence::FromTo { from, to } => format!("{from} to {to}"),
        Sentence::PartOfPeriod { part, period } if period.is_empty() => part.clone(),
        Sentence::PartOfPeriod { part, period } => format!("{period}, {part}"),
        Sentence::RowLabel(who) => named(who),
        Sentence::RowSays { name, lines } => format!("{name}: {}", lines.join("; ")),
        Sentence::Includes(what) => format!("counts {what} too"),
        Sentence::Including { figure, includes } => {
            format!("{figure} (counts {} too)", list(includes, "and"))
        }
        Sentence::Statements { span: Some(span), .. } => span.clone(),
        Sentence::Statements { statements, span: None, disagree } => match (statements.len(), disagree) {
            (0..=2, true) => statements.join(" or "),
            (0..=2, false) => statements.join(" and "),
            (many, _) => format!("{} figures", counted(many)),
        },
        Sentence::Disagreement { statements } => format!("{statements}: sources disagree"),
        Sentence::Difference { statements } => format!("{statements}: sources differ"),
        Sentence::SourcesAgree(number) => format!("{} sources agree.", capital(counted(*number))),
        Sentence::Place { best, worst, of } if best == worst => {
            format!("{} of {} that counted the same.", capital(ordinal(*best)), counted(*of))
        }
        Sentence::Place { best, worst, of } => format!(
            "Cannot be ranked exactly: {} to {} of {} that counted the same.",
            ordinal(*best),
            ordinal(*worst),
            counted(*of)
        ),
        Sentence::PlaceShort { best, worst } if best == worst => ordinal(*best),
        Sentence::PlaceShort { best, worst } => {
            format!("{} to {}: cannot be told", ordinal(*best), ordinal(*worst))
        }
        Sentence::TimesTarget(ratio) => times(ratio, "its target"),
        Sentence::TargetShort { target, met, elsewhen } => match met {
            Some(true) => format!("target {target}: met"),
            Some(false) => format!("target {target}: missed"),
            None if *elsewhen => {
                format!("target {target} met? cannot be told, {}", PHRASES.periods_differ)
            }
            None => format!("target {target} met? cannot be told"),
        },
        Sentence::TargetAnswer { met, ratio } => {
            let ratio =
                ratio.as_ref().map_or_else(String::new, |ratio| format!(", {}", times(ratio, "its target")));
            format!("{} {}{ratio}.", PHRASES.target_met, PHRASES.verdict(*met))
        }
        Sentence::TargetMet(target) => format!("Target of {target} met."),
        Sentence::TargetMissed(target) => format!("Target of {target} missed."),
        Sentence::CountedOn(on) => format!("Counted{}.", platforms(on)),
        Sentence::RanksNothing => {
            "No two of these campaigns counted the same thing here, so none of them is ranked.".to_owned()
        }
        Sentence::NotRanked => "Not ranked: the source does not say what was counted.".to_owned(),
        Sentence::TargetOtherPeriod => "Target and result are for different periods.".to_owned(),
        Sentence::Gap(reason) => gap(*reason).to_owned(),
        Sentence::Instead { gap: reason, metric: other, amount } => {
            format!("{}; reports {}: {amount}", gap(*reason), metric(*other))
        }
        Sentence::HeadlineNoneChosen => "No campaign is shown".to_owned(),
        Sentence::HeadlineNoneReports { metric: of, campaigns: 1 } => {
            format!("The chosen campaign does not report {}", metric(*of))
        }
        Sentence::HeadlineNoneReports { metric: of, campaigns: number } => {
            format!("None of the {} chosen reports {}", campaigns(*number), metric(*of))
        }
        Sentence::HeadlineTarget { who, amount, ratio, drew } => {
            let verb = if *drew { "drew" } else { "reported" };
            format!("{} {verb} {amount}, {}", titled(who), times(ratio, "its target"))
        }
        Sentence::HeadlineFirst { who, amount, among, on, stretches } => {
            let (who, all) = (titled(who), campaigns(*among));
            let here = on.as_ref().map_or_else(String::new, |on| platforms(on));
            let elsewhere = match (on, stretches) {
                (Some(_), true) => ", though on different platforms and perhaps not over as long a time",
                (Some(_), false) => ", though on different platforms",
                (None, true) => ", though perhaps not over as long a time",
                (None, false) => "",
            };
            match amount {
                Some(amount) => {
                    format!(
                        "{who} reported {amount}{here}, the most of {all} that counted the same{elsewhere}"
                    )
                }
                None => format!("{who} reported the most{here} of {all} that counted the same{elsewhere}"),
            }
        }
        Sentence::HeadlineCannotRank { campaigns: number, counted } => {
            format!(
                "{} report the same thing, {counted}, but which comes first cannot be told",
                capital(campaigns(*number))
            )
        }
        Sentence::HeadlineAllUnstated { metric: of, campaigns: 1 } => {
            format!("One campaign reports {}, and its sources do not say what was counted", metric(*of))
        }
        Sentence::HeadlineAllUnstated { metric: of, campaigns: number } => {
            format!(
                "{} report {}, and no source says what was counted",
                capital(campaigns(*number)),
                metric(*of)
            )
        }
        Sentence::HeadlineNothingComparable { metric: of, campaigns: number, editions: true } => format!(
            "{} report {}, and different ones do not say that they counted the same thing",
            capital(campaigns(*number)),
            metric(*of)
        ),
        Sentence::HeadlineNothingComparable { metric: of, campaigns: 2, .. } => {
            format!("Two campaigns report {}, but do not say that they counted the same thing", metric(*of))
        }
        Sentence::HeadlineNothingComparable { metric: of, campaigns: number, .. } => format!(
            "{} report {}, and no two of them say that they counted the same thing",
            capital(campaigns(*number)),
            metric(*of)
        ),
        Sentence::HeadlineOnlyEditions { campaign, editions, metric: of, among } if editions == among => {
            format!("{} editions of {campaign} report {}", capital(counted(*editions)), metric(*of))
        }
        Sentence::HeadlineOnlyEditions { campaign, editions, metric: of, among } => format!(
            "Of {}, only {} editions of {campaign} report {}",
            campaigns(*among),
            counted(*editions),
            metric(*of)
        ),
        Sentence::HeadlineOnlyOne { who, amount: Some(amount), among: 1, .. } => {
            format!("{} reported {amount}", titled(who))
        }
        Sentence::HeadlineOnlyOne { who, amount: None, metric: of, among: 1 } => {
            format!("{} reported {}, and its sources give different figures", titled(who), metric(*of))
        }
        Sentence::HeadlineOnlyOne { who, amount: Some(amount), metric: of, among } => {
            format!("Of {}, only {} reports {}: {amount}", campaigns(*among), who.campaign, metric(*of))
        }
        Sentence::HeadlineOnlyOne { who, amount: None, metric: of, among } => format!(
            "Of {}, only {} reports {}, and its sources give different figures",
            campaigns(*among),
            who.campaign,
            metric(*of)
        ),
        Sentence::DescriptionStart { metric: of, reporting: 0, campaigns: number, .. } => match number {
            0 => "No campaign is shown.".to_owned(),
            1 => format!("The chosen campaign does not report {}.", metric(*of)),
            number => format!("None of the {} reports {}.", campaigns(*number), metric(*of)),
        },
        Sentence::DescriptionStart { metric: of, reporting: 1, campaigns: 1, figures } => format!(
            "The chosen campaign reports {}, in {} {}.",
            metric(*of),
            counted(*figures),
            if *figures == 1 { "figure" } else { "figures" }
        ),
        Sentence::DescriptionStart { metric: of, reporting, campaigns: number, figures } => format!(
            "{} of {} {} {}, in {} {}.",
            capital(counted(*reporting)),
            campaigns(*number),
            if *reporting == 1 { "reports" } else { "report" },
            metric(*of),
            counted(*figures),
            if *figures == 1 { "figure" } else { "figures" }
        ),
        Sentence::DescriptionLane { section, lane, rows, ranked } => {
            let order = if *ranked { "" } else { " (listed, not ranked)" };
            match section.as_str() {
                "" => format!("{lane}{order}: {}.", rows.join("; ")),
                section => format!("{section}: {}{order}: {}.", lower(lane), rows.join("; ")),
            }
        }
        Sentence::DescriptionSilent { metric: of, campaigns: names } => {
            let verb = if names.len() == 1 { "reports" } else { "report" };
            format!("{} {verb} no {}.", list(names, "and"), metric(*of))
        }
        Sentence::AndMore { rows: 1 } => "One more row is not shown.".to_owned(),
        Sentence::AndMore { rows } => format!("{} more rows are not shown.", capital(counted(*rows))),
        Sentence::AndMoreOf { rows, campaigns: names } => {
            let rows = match rows {
                1 => "One more row is not shown".to_owned(),
                rows => format!("{} more rows are not shown", capital(counted(*rows))),
            };
            format!("{rows}, and no row of {}.", list(names, "and"))
        }
        Sentence::ShowAllRows { rows } => format!("Show all {rows} rows"),
        Sentence::Introduction { campaigns: number, figures, sources, date } => format!(
            "{} of health and public services, and what has been published about them: {figures} {} from {sources} {}, each with how exactly it is known. Data of {date}.",
            capital(campaigns(*number)),
            if *figures == 1 { "figure" } else { "figures" },
            if *sources == 1 { "source" } else { "sources" }
        ),
        Sentence::OwnBeside(number) => format!(
            "Beside {} {} of your own, which only this browser has.",
            if *number == 1 { "them stands" } else { "them stand" },
            campaigns(*number)
        ),
        Sentence::SourcesOfFigure(number) => format!("Sources ({number})"),
        Sentence::SourceLine(sources) => {
            let title = if sources.len() == 1 { "Source" } else { "Sources" };
            format!("{title}: {}.", sources.join("; "))
        }
        Sentence::MatrixCell { campaign, stage, figures, told, charted } => {
            let figure = if *figures == 1 { "figure" } else { "figures" };
            let place = charted.map_or_else(String::new, |of| format!("; to the chart of {}", metric(of)));
            match told {
                told if *figures == 0 => format!("{campaign}, {stage}: {told} told in words{place}"),
                0 => format!("{campaign}, {stage}: {figures} {figure}{place}"),
                told => format!("{campaign}, {stage}: {figures} {figure} and {told} told in words{place}"),
            }
        }
        Sentence::MatrixVerdict { campaign, verdict } => format!("{campaign}, target met: {verdict}"),
        Sentence::ChosenOf { chosen, of, by } => {
            let mut said = format!("{chosen} of {of}");
            for (index, (name, value)) in by.iter().enumerate() {
                said.push_str(if index == 0 { " – " } else { ", " });
                said.push_str(&[*name, ": ", value].concat());
            }
            said
        }
        Sentence::DataVersion { date, hash } => format!("Data of {date}, fingerprint {hash}."),
        Sentence::ExactStatedTo { unit } => {
            format!("rounded to the nearest {}", unit.strip_prefix("1 ").unwrap_or(unit))
        }
        Sentence::PerCent(words) => [words, "%"].concat(),
        Sentence::Alone(words) => format!("{}.", capital(words.clone())),
        Sentence::FiguresRecorded(0) => "No figure found.".to_owned(),
        Sentence::FiguresRecorded(1) => "One figure.".to_owned(),
        Sentence::FiguresRecorded(number) => format!("{} figures.", capital(counted(*number))),
        Sentence::CampaignsFound { found, of, unrecorded } => {
            let found = match found {
                0 => format!("None of {of} campaigns matches"),
                1 => format!("1 of {of} campaigns found, with all its figures"),
                _ => format!("{found} of {of} campaigns found, each with all its figures"),
            };
            match unrecorded {
                0 => format!("{found}."),
                1 => format!("{found}; of one more it is not recorded."),
                _ => format!("{found}; of {unrecorded} more it is not recorded."),
            }
        }
        Sentence::NowShowing { chosen, of, sources, one } => {
            let sources = sources.map_or_else(String::new, |sources| format!(", {sources}"));
            let one = match one {
                Some((true, campaign)) => format!("{campaign} added. "),
                Some((false, campaign)) => format!("{campaign} removed. "),
                None => String::new(),
            };
            format!("{one}Showing {chosen} of {of} campaigns{sources}.")
        }
        Sentence::NowInScale(scale) => format!("The axis is in {scale}."),
        Sentence::FigureSaysTheSame { figure } => {
            format!("{}: the headline stays as it was.", capital(figure.clone()))
        }
        Sentence::FiguresSayOtherwise(figures) => format!("New headlines: {}.", list(figures, "and")),
        Sentence::FigureSays { figure, headline } => format!("{}: {headline}.", capital(figure.clone())),
        Sentence::SaidBy { source, wording: None } => format!("Says {source}."),
        Sentence::SaidBy { source, wording: Some(wording) } => {
            format!("Says {source}: \u{201c}{wording}\u{201d}.")
        }
        Sentence::RowsUnder(1) => "One row".to_owned(),
        Sentence::RowsUnder(number) => format!("{} rows", capital(counted(*number))),
        Sentence::OnlyFirst { shown, more } => format!(
            "Only the first {shown} campaigns stand here, and {more} more do not. Search, and tick those you want to see."
        ),
        Sentence::ShowMoreRows { more } => format!("Show {more} more rows"),
        Sentence::Sorted(order) => {
            format!("Sorted within what counts the same, and not across it: {order}.")
        }
        Sentence::RowsShown { figure, all: true } => format!("All rows of {figure} are shown."),
        Sentence::RowsShown { figure, all: false } => format!("Fewer rows of {figure} are shown."),
        Sentence::StatementsMade(1) => "One sentence, the surest that can be said".to_owned(),
        Sentence::StatementsMade(number) => {
            format!("{} sentences, the surest first", capital(counted(*number)))
        }
        Sentence::OrderUntold(places) if places.is_empty() => "Their order cannot be told".to_owned(),
        Sentence::OrderUntold(places) => {
            let spans: Vec<String> = places
                .iter()
                .map(|(from, to)| {
                    let join = if to - from == 1 { "and" } else { "to" };
                    format!("{} {join} {}", ordinal(*from), ordinal(*to))
                })
                .collect();
            format!("The order of {} cannot be told", list(&spans, "and of"))
        }
        Sentence::CalledInCharts(name) => format!("Called {name} in charts and tables."),
        Sentence::OverviewTitle { campaigns, chosen, of, sources } => {
            let campaigns = match &campaigns[..] {
                [] if chosen == of => PHRASES.overview_title.to_owned(),
                [] if *chosen == 0 => "No campaign shown".to_owned(),
                [] => format!("{chosen} of {of} campaigns"),
                [one] => one.clone(),
                [first @ .., last] => format!("{} and {last} compared", first.join(", ")),
            };
            sources.map_or(campaigns.clone(), |sources| format!("{campaigns}; {sources}"))
        }
        Sentence::PageTitle { page } if page.is_empty() => PHRASES.product.to_owned(),
        Sentence::PageTitle { page } => format!("{page} – {}", PHRASES.product),
        Sentence::SilentRest { campaigns: 1, alone: true } => "1 campaign has no figure here".to_owned(),
        Sentence::SilentRest { campaigns, alone: true } => {
            format!("{campaigns} campaigns have no figure here")
        }
        Sentence::SilentRest { campaigns: 1, .. } => "and 1 more campaign".to_owned(),
        Sentence::SilentRest { campaigns, .. } => format!("and {campaigns} more campaigns"),
    }
}

/// The fixed phrases.
pub(super) static PHRASES: Phrases = Phrases {
    product: "Groundswell",
    overview_title: "How health campaigns on social media compare",
    nav_about: "About these figures",
    own_campaigns: "Your own campaigns",
    own_days_and_posts: "Its days and posts",
    own_unseen: "Others who follow this link do not see your own campaigns: only this browser has them.",
    choose_campaigns: "Campaigns",
    choose_sources: "Sources",
    source_scopes: ["the toolkit only", "every source", "further campaigns too"],
    show_further: "Show further campaigns too",
    choose_scale: "Scale",
    scales: ["tenfold steps", "equal steps from zero"],
    log_note: "On this axis ten times as much is always the same step: from 1 to 10 as from 10 to 100.",
    reset: "Reset",
    copy_link: "Copy link",
    link_copied: "Link copied",
    link_refused: "Copy it from the address bar",
    search_campaigns: "Find a campaign by name, or by what is known of it",
    facets: ["Platform", "Stage", "Aim", "Country", "Year", "Hashtag", "Source"],
    any_value: "any",
    unrecorded_value: "not recorded",
    no_filter: "Clear the filters",
    choose_all: "Tick all",
    choose_none: "Untick all",
    show_table: "Show as table",
    how_counted: "How this is counted",
    key: "Key",
    key_marks: [
        ["dot", "bar"],
        ["dot with an arrow to the right", "bar with an arrow at its open end"],
        ["dot with an arrow to the left"; 2],
        ["line between two ends"; 2],
        ["hollow dot", "hollow bar"],
        ["small dots on a line"; 2],
        ["diamond"; 2],
        ["upright stroke"; 2],
    ],
    share: "Share or cite",
    data_link: "Get the data",
    show_fewer: "Show fewer rows",
    key_exact: "as stated",
    key_above: "more than, or at least",
    key_below: "less than, or at most",
    key_between: "between",
    key_about: "about",
    key_disagree: "several figures, and the span that contains them",
    key_target: "target",
    key_zero: "zero",
    sources_disagree: "sources disagree",
    sources_differ: "sources differ",
    doubtful: "doubtful",
    not_ranked: "Listed, not ranked: the sources do not say what was counted",
    columns: ["Campaign", "When", "Figure", "Order", "Target", "Who says so"],
    sorted: [
        ["by campaign, from A to Z", "by campaign, from Z to A"],
        [
            "the newest first, by the last day that each may reach to",
            "the oldest first, by the last day that each may reach to",
        ],
        [
            "the largest first; the column Order says how sure the order of the campaigns is",
            "the smallest first; the column Order says how sure the order of the campaigns is",
        ],
        ["targets that were met first", "what has no target first"],
        ["by source, from A to Z", "by source, from Z to A"],
    ],
    not_recorded: "not recorded",
    unranked: "not ranked",
    date_not_stated: "date not stated",
    table_not_read: "The table that the address names could not be read: the program for it did not start. Check the connection and try again.",
    reading_list_title: "What this comparison says",
    says_nothing: "Nothing can be said here that surely holds: no two different campaigns counted the same thing, and no result on which sources agree stands beside a target for the same period. Tick more campaigns, or show further ones too, and more can be said.",
    says_nothing_of_one: "What is chosen is one campaign in several years, which \u{201c}How did a campaign grow from year to year?\u{201d} compares. No result on which sources agree stands beside a target for the same period. Tick another campaign, and more can be said here.",
    sureness: ["Stated exactly", "Known within bounds", "Only about", "Cannot be told"],
    undo: "Undo",
    redo: "Redo",
    stepped: ["Undone.", "Done again."],
    choose_found: "Show only these",
    choose_found_too: "Add these to the ticked ones",
    matrix_title: "What each campaign reports",
    matrix_note: "Figures by stage of the Government Communication Service Evaluation Cycle. Which stage a figure belongs to is our assignment. A dash means that no figure was found; it does not mean zero.",
    target_met: "Target met?",
    verdicts: ["yes", "no", "cannot be told", "no result found", "none in numbers"],
    nothing_found: "none found",
    told_in_words: "in words",
    fact_who: "Who",
    fact_where: "Where",
    fact_when: "When",
    fact_on: "On",
    fact_hashtags: "Hashtags",
    fact_aim: "Aim",
    fact_wording: "Wording",
    base_figure: "for comparison, not a result of the campaign",
    objectives_title: "What it set out to do and what came of it",
    objective: "Set out to do",
    result: "What came of it",
    no_objective: "No objective is recorded.",
    figures_title: "Every figure, and who says so",
    no_figures: "No figure was found for this campaign. Not reported is not zero.",
    contradictions_title: "Where sources contradict each other",
    previous: "Previous campaign",
    next: "Next campaign",
    see_in_overview: "Show only this campaign in the overview",
    no_result: "no result recorded",
    campaigns_title: "Campaigns",
    loading: "Loading further campaigns\u{2026}",
    try_again: "Try again",
    faults_title: "Some records could not be read and are left out",
    dismiss: "Dismiss",
    who_says: "Who says so?",
    more_of_it: "More about it",
    table: "Table",
    walking_keys: "Up and down: other rows. Left: the heading above. Right: who says so. Question mark: more keys. A screen reader has to be in its focus mode.",
    all_keys: "Up, down: rows. Left: the heading. Right: who says so. Home, End: first, last. L: next kind of figure. C: same campaign. T: next target. D: next in doubt. With Shift: back. B: to the table and back. P: hear the row; with Shift, the chart. Escape: silence.",
    nothing_to_reset: "Nothing to reset.",
    no_further: "No further one this way.",
    no_step: ["Nothing to undo.", "Nothing to do again."],
    periods_differ: "as the periods differ",
    at_the_end: "Nothing further this way.",
    sorted_at_first: "The table is sorted as at first.",
    the_only_one: "no other campaign",
    without_figure: "Without a figure here",
    not_heard: "Sound is off. It can be switched on above the figures, under Reading.",
    not_heard_here: "Charts are heard in Groundswell, which opens by the link below the figure.",
    silence: "No figure.",
    choose_spoken: "Reading",
    spoken: [
        "the figure only",
        "the figure, what it counts and its order",
        "also who says so, in their words",
    ],
    choose_heard: "Charts can be heard: P plays a row, Shift and P the whole chart",
    heard_note: "The larger a value, the higher its tone. A tone that rises and fades: more than that. One that falls: less. One that trembles: about. One that glides: between two values, or from a first day to a last. When campaigns ran, a later day is higher; where two metrics stand beside each other, the tone is that of the axis up the page.",
    comparing: [
        "action beside attention",
        "campaigns side by side",
        "multiples",
        "from output to outcome",
        "years of one campaign",
        "when campaigns ran",
    ],
    questions: [
        "Which campaigns turned attention into action?",
        "How do two to four campaigns compare on everything that at least two of them report?",
        "Which results met their targets, or what another campaign reached?",
        "How far does each campaign go, from output to outcome?",
        "How did a campaign grow from year to year?",
        "When did each campaign run?",
    ],
    figure_alone: "See this figure on a page of its own",
    figure_loading: "The figure is on its way\u{2026}",
    figure_failed: "The program that draws this figure did not start. Check the connection and try again, or see the figure as it was published on a page of its own.",
    metrics: [
        "reach",
        "impressions",
        "participation",
        "views",
        "engagement",
        "responses",
        "other outcomes",
        "media coverage",
        "inputs",
        "targets",
    ],
    subtitles: [
        "Reach: how many saw it, or could have, by what was counted",
        "Impressions: how often it was shown, by what was counted",
        "Participation: what people or organisations did, by what was counted",
        "Views: how often a film was played, by what was counted",
        "Engagement: likes, shares, comments, mentions and followers, by what was counted",
    ],
    cautions: [
        "Reach can mean accounts that saw something, as a platform counts them, or everybody who could have seen it. The two are never ranked together. Reaches are never added up, since the same person can be in each of them.",
        "Impressions can be the times something was shown, as a platform counts them, or a theoretical maximum: posts times followers. Most sources do not say which they mean.",
        "Participation is what people or groups did: they pledged, signed up, posted or joined. Only figures that count the same thing are ranked.",
        "Platforms count a view differently: some after three seconds, some after thirty, some at once.",
        "Comments, shares, replies and mentions are acts of those who saw a post. We do not count them as participation. Each tool counts them in its own way.",
    ],
    stages: ["inputs", "outputs", "outtakes", "outcomes", "impact", "learning"],
    source_kinds: ["organiser", "government", "journal", "agency", "press"],
    bases: [
        "in total",
        "at a moment",
        "change from before",
        "an hour",
        "a day",
        "a week",
        "a month",
        "a year",
        "a day at its height",
    ],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    magnitudes: ["trillion", "billion", "million"],
    axis_magnitudes: ["tn", "bn", "m", "k"],
};

/// What stands around the content.
pub(super) static FRAME: FramePhrases = FramePhrases {
    nav_overview: "Overview",
    nav_campaigns: "Campaigns",
    nav_own: "Your data",
    skip_to_content: "Skip to the content",
    theme: "Theme",
    themes: ["as the system", "light", "dark", "high contrast"],
    nav_label: "Pages",
    open_in_dashboard: "Open in Groundswell",
    figure_as_built: "This figure could not be changed as its address asks. You see it as it was published, with every campaign.",
    program_failed: "The interactive part of this page could not start. You see the overview as it was published: choices cannot be made, and those in the address are not applied.",
    no_script: "Scripts are switched off in this browser. You see the overview as it was published: choices cannot be made, and those in the address are not applied.",
    footer_line: "Groundswell charts published figures of health campaigns, and never parts a figure from what is known about it.",
    privacy_line: "Nothing leaves your browser: no cookie, no tracker, no request to any other site.",
};
