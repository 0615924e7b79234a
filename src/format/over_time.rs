//! The words of a campaign of one's own over time, and of its posts.

use super::{Language, english_over_time};
use crate::model::Date;

/// The steps in which a count is shown over time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SeriesStep {
    /// Each day for itself.
    #[default]
    Day,
    /// Each week, from Monday to Sunday.
    Week,
    /// Everything up to a day.
    Added,
}

crate::model::closed_set!(SeriesStep, "step", { Day => "day", Week => "week", Added => "added" });

/// What is counted over time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesName<'a> {
    /// What is counted, in the plural.
    pub unit: &'a str,
    /// Whose it is.
    pub origin: &'a str,
    /// Whether whole days of the account were counted, not posts.
    pub by_day: bool,
}

/// What a count over time comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SeriesFacts<'a> {
    /// Of what.
    pub name: SeriesName<'a>,
    /// In which steps.
    pub step: SeriesStep,
    /// The step with the most, or the last of all days so far: its days, and what it
    /// comes to in words.
    pub most: Option<(Date, Date, &'a str)>,
    /// How many steps there are of which nothing is reported.
    pub unknown: usize,
    /// How many there are of which not everything is.
    pub partly: usize,
    /// How many posts have no date.
    pub undated: usize,
    /// How many rows could not be read.
    pub rejected: u64,
}

/// How posts are ranked, and what the ranking leaves out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RankingFacts<'a> {
    /// What is counted, in the plural; nothing where posts are listed by their days.
    pub unit: Option<&'a str>,
    /// What is in the texts of all of them; empty where anything may be.
    pub with: &'a str,
    /// How many posts are shown.
    pub shown: usize,
    /// How many report it.
    pub of: usize,
    /// How many do not.
    pub silent: usize,
}

/// The fixed phrases of the page of one's own campaign.
#[derive(Debug)]
pub struct OverTimePhrases {
    /// There is no such campaign here.
    pub not_here: &'static str,
    /// Leads to the page of its figures.
    pub its_figures: &'static str,
    /// Heading above the count over time.
    pub over_time: &'static str,
    /// There is nothing to show over time.
    pub nothing_over_time: &'static str,
    /// Names the choice of what is shown.
    pub what: &'static str,
    /// Names the choice of the step.
    pub step: &'static str,
    /// The steps.
    pub steps: [&'static str; 3],
    /// Names the choice of a campaign beside this one.
    pub beside: &'static str,
    /// There is to be none.
    pub beside_none: &'static str,
    /// Names the choice of how they lie beside each other.
    pub align: &'static str,
    /// By the calendar, or by their ages.
    pub alignments: [&'static str; 2],
    /// Both are drawn to one scale.
    pub one_scale: &'static str,
    /// They are of different platforms.
    pub other_platforms: &'static str,
    /// The other one has no such count.
    pub nothing_alike: &'static str,
    /// What was chosen is counted by one only, and something else stands in for it.
    pub stands_in: &'static str,
    /// They lie too far apart.
    pub too_far_apart: &'static str,
    /// Reach is shown by the day only.
    pub reach_by_day: &'static str,
    /// What a post counts with.
    pub posts_count_so_far: &'static str,
    /// In the key: not everything is reported.
    pub partly: &'static str,
    /// In the key: nothing is reported.
    pub unknown: &'static str,
    /// A value that is not reported, in a table.
    pub not_reported: &'static str,
    /// Opens the numbers.
    pub numbers: &'static str,
    /// Saves them.
    pub save_numbers: &'static str,
    /// The columns of the file: from, to, comparator, value, posts or days.
    pub columns: [&'static str; 5],
    /// Before these, in the file of two campaigns: campaign, and which step of it that is.
    pub aligned_columns: [&'static str; 2],
    /// In the file, how exactly a value is known: exactly, at least, about. (Not as signs:
    /// a spreadsheet takes a cell that begins with "=" for a formula.)
    pub comparators: [&'static str; 3],
    /// In the table, above the steps.
    pub step_columns: [&'static str; 3],
    /// In the table, above how many posts or days are in a step.
    pub rows_columns: [&'static str; 2],
    /// Only the last rows are shown.
    pub last_rows: &'static str,
    /// Heading above the posts.
    pub posts: &'static str,
    /// There are none.
    pub no_posts: &'static str,
    /// It is known by its figures only.
    pub figures_only: &'static str,
    /// Names the choice of what posts are ranked by.
    pub rank_by: &'static str,
    /// Names the field for what is to be in their texts.
    pub with: &'static str,
    /// The choice to list them by their days.
    pub by_day: &'static str,
    /// A post without a date.
    pub no_day: &'static str,
    /// A post without a text.
    pub no_text: &'static str,
    /// Leads to a post.
    pub open_post: &'static str,
    /// Shows more posts.
    pub more_posts: &'static str,
}

impl Language {
    /// The fixed phrases of the page of one's own campaign.
    pub const fn over_time_phrases(self) -> &'static OverTimePhrases {
        match self {
            Self::English => &english_over_time::PHRASES,
        }
    }

    /// What is counted over time, as it stands in a list to choose from.
    pub fn series_name(self, name: SeriesName<'_>) -> String {
        match self {
            Self::English => english_over_time::name(name),
        }
    }

    /// The heading of a count over time: where it was most, or what it comes to.
    pub fn series_headline(self, facts: &SeriesFacts<'_>) -> String {
        match self {
            Self::English => english_over_time::headline(facts),
        }
    }

    /// What is shown, and what is to be known of it, a sentence each.
    pub fn series_notes(self, facts: &SeriesFacts<'_>) -> Vec<String> {
        match self {
            Self::English => english_over_time::notes(facts),
        }
    }

    /// How long after a campaign's first day, or in its first week: its age, from one on.
    pub fn series_age(self, step: SeriesStep, age: usize) -> String {
        match self {
            Self::English => english_over_time::age(step, age),
        }
    }

    /// The heading of two campaigns over one stretch of time; `by_age`, if each from its own
    /// first day on.
    pub fn aligned_headline(self, names: [&str; 2], unit: &str, by_age: bool) -> String {
        match self {
            Self::English => english_over_time::aligned(names, unit, by_age),
        }
    }

    /// Dates that lie too far apart to be drawn.
    pub fn series_too_long(self, from: &Date, to: &Date) -> String {
        match self {
            Self::English => english_over_time::too_long(from, to),
        }
    }

    /// How many posts are shown, and which are left out.
    pub fn ranking_note(self, facts: RankingFacts<'_>) -> String {
        match self {
            Self::English => english_over_time::ranking(facts),
        }
    }
}
