//! A campaign of one's own over time, in British English.

use super::english::capital;
use super::english_own::counted;
use super::over_time::{OverTimePhrases, RankingFacts, SeriesFacts, SeriesName, SeriesStep};
use super::{Excerpt, Language, grouped, span_words, written_date_words};
use crate::model::Date;

pub(super) static PHRASES: OverTimePhrases = OverTimePhrases {
    not_here: "This campaign is not kept in this browser. It may have been deleted, or added in another browser.",
    its_figures: "Its figures, with their sources",
    over_time: "Over time",
    nothing_over_time: "It has no posts or days with a date: nothing says what happened when.",
    what: "What to show",
    step: "How to count",
    steps: ["each day", "each week", "added up"],
    beside: "Beside another campaign",
    beside_none: "no other campaign",
    align: "Set them beside each other",
    alignments: ["by the calendar", "by the days since each began"],
    one_scale: "Both are drawn to one scale.",
    other_platforms: "They are of different platforms, which may count differently.",
    nothing_alike: "The other campaign has no such count: whole days of an account and posts are never set beside each other, and neither are different counts. Choose something else to show.",
    stands_in: "What you had chosen is not counted in both campaigns: this is.",
    too_far_apart: "On the calendar they lie too far apart to be seen beside each other. Set them beside each other by the days since each began.",
    reach_by_day: "Reach is shown by the day only: whoever was reached on one day may have been reached on another, so days cannot be added up.",
    posts_count_so_far: "Each post counts on the day it was published, with everything it had gathered when the file was exported.",
    partly: "at least: not everything is in the file",
    unknown: "not in the file",
    not_reported: "not reported",
    numbers: "Show the numbers",
    save_numbers: "Save the numbers (CSV)",
    columns: ["from", "to", "comparator", "value", "rows"],
    aligned_columns: ["campaign", "step"],
    comparators: ["exactly", "at least", "about"],
    step_columns: ["Day", "Week", "Up to"],
    rows_columns: ["Posts", "Days in the file"],
    last_rows: "Only the last rows are shown here; the file has all of them.",
    posts: "Posts",
    no_posts: "Its files are of whole accounts, day by day: there are no posts to list.",
    figures_only: "This campaign has no posts.",
    rank_by: "Rank by",
    with: "Only posts with the words",
    by_day: "day, the newest first",
    no_day: "without a date",
    no_text: "A post without a text",
    open_post: "Open the post",
    more_posts: "Show more posts",
};

pub(super) fn name(name: SeriesName<'_>) -> String {
    let SeriesName { unit, origin, by_day } = name;
    let of = if by_day { "whole account" } else { "posts" };
    format!("{origin}, {of}: {unit}")
}

pub(super) fn headline(facts: &SeriesFacts<'_>) -> String {
    let unit = facts.name.unit;
    let Some((from, to, words)) = &facts.most else {
        return format!("No {unit} are reported");
    };
    match facts.step {
        SeriesStep::Added => format!("{} {unit} by {}", capital((*words).to_owned()), day(to)),
        SeriesStep::Day => format!("Most {unit} on {}: {words}", day(from)),
        SeriesStep::Week => {
            format!(
                "Most {unit} in the week of {}: {words}",
                span_words(Language::English, Some(from), Some(to))
            )
        }
    }
}

fn day(date: &Date) -> String {
    written_date_words(Language::English, &date.to_string())
}

pub(super) fn notes(facts: &SeriesFacts<'_>) -> Vec<String> {
    let SeriesName { unit, origin, by_day } = facts.name;
    let of = if by_day { "the whole account" } else { "the posts" };
    let step = match (facts.step, by_day) {
        (SeriesStep::Day, true) => "day by day",
        (SeriesStep::Day, false) => "by the day they were published",
        (SeriesStep::Week, true) => "week by week, Monday to Sunday",
        (SeriesStep::Week, false) => "by the week they were published, Monday to Sunday",
        (SeriesStep::Added, true) => "added up from the first day in the file",
        (SeriesStep::Added, false) => "added up from the first post on",
    };
    let mut notes = vec![format!("{origin}: {unit} of {of}, {step}.")];
    if !by_day {
        notes.push(PHRASES.posts_count_so_far.to_owned());
    }
    let (one, more) = match facts.step {
        SeriesStep::Week => ("week", "weeks"),
        _ => ("day", "days"),
    };
    if facts.unknown > 0 {
        notes.push(format!("Of {}, the file says nothing.", counted(facts.unknown, one, more)));
    }
    if facts.partly > 0 {
        notes.push(format!(
            "Of {}, not everything is in the file: the numbers are at least.",
            counted(facts.partly, one, more)
        ));
    }
    if facts.undated > 0 {
        notes.push(format!(
            "{} without a date {} left out.",
            counted(facts.undated, "post", "posts"),
            if facts.undated == 1 { "is" } else { "are" }
        ));
    }
    if facts.rejected > 0 {
        notes.push(format!("{} could not be read.", counted(facts.rejected as usize, "row", "rows")));
    }
    notes
}

pub(super) fn age(step: SeriesStep, age: usize) -> String {
    let word = if step == SeriesStep::Week { "week" } else { "day" };
    format!("{word} {}", grouped(age as f64))
}

pub(super) fn aligned([one, other]: [&str; 2], unit: &str, by_age: bool) -> String {
    let how = if by_age { ", each from its first day on" } else { "" };
    format!("{} of {} and {}{how}", capital(unit.to_owned()), Excerpt(one), Excerpt(other))
}

pub(super) fn too_long(from: &Date, to: &Date) -> String {
    format!(
        "The first date is {} and the last {}, which is too far apart for one campaign. A date was probably misread: look at the file's dates, and bring it again.",
        day(from),
        day(to)
    )
}

pub(super) fn ranking(facts: RankingFacts<'_>) -> String {
    let RankingFacts { unit, with, shown, of, silent } = facts;
    let with = if with.is_empty() { String::new() } else { format!(" with {}", Excerpt(with)) };
    let order = unit.map_or_else(|| "the newest first".to_owned(), |unit| format!("by {unit}"));
    let mut text = if shown < of {
        format!("The first {} of {} posts{with}, {order}.", grouped(shown as f64), grouped(of as f64))
    } else {
        format!("{}{with}, {order}.", counted(of, "post", "posts"))
    };
    if let (Some(unit), true) = (unit, silent > 0) {
        text.push_str(&format!(
            " {} more {} not report {unit}.",
            counted(silent, "post", "posts"),
            if silent == 1 { "does" } else { "do" }
        ));
    }
    text
}
