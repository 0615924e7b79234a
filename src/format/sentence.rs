//! Every sentence that has something to fill in, as one closed list. The texts
//! are in the language's own file.

use crate::model::{Basis, Gap, Metric};

/// A campaign as a sentence names it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The campaign's name for charts.
    pub campaign: String,
    /// When, in words; empty when not stated.
    pub when: String,
}

/// A sentence, a label or a caption with the values it speaks of. Values that
/// are texts come ready in the same language.
#[derive(Clone, Debug, PartialEq)]
pub enum Sentence {
    /// A quantity above a number.
    MoreThan(String),
    /// A quantity at or above a number.
    AtLeast(String),
    /// A quantity below a number.
    LessThan(String),
    /// A quantity at or below a number.
    AtMost(String),
    /// A quantity near a number.
    About(String),
    /// A quantity between two numbers.
    Between { lower: String, upper: String, lower_open: bool, upper_open: bool },
    /// A quantity with its unit.
    Amount { quantity: String, unit: String, scope: Option<String>, basis: Basis },
    /// An amount and by what definition it was counted.
    AmountCounted { amount: String, counted: String },
    /// An amount that is itself doubtful.
    Doubtful(String),
    /// What a lane holds, under the heading of its definition.
    LaneName { unit: String, scope: Option<String>, basis: Basis },
    /// What is counted and over what, within a sentence or a heading.
    Counted { unit: String, scope: Option<String>, basis: Basis },
    /// A period that begins at a date.
    From(String),
    /// A period that ends at a date.
    UpTo(String),
    /// A period from one date to another.
    FromTo { from: String, to: String },
    /// A part of a period: the first three days of August.
    PartOfPeriod { part: String, period: String },
    /// A campaign and when.
    RowLabel(Named),
    /// A row with what stands in it, in that order.
    RowSays { name: String, lines: Vec<String> },
    /// What a number counts besides.
    Includes(String),
    /// A figure with what it counts besides.
    Including { figure: String, includes: Vec<String> },
    /// Several statements of one thing, or the span that sums them up.
    Statements { statements: Vec<String>, span: Option<String>, disagree: bool },
    /// Statements that cannot all be true.
    Disagreement { statements: String },
    /// Statements that can all be true.
    Difference { statements: String },
    /// How many sources give the same.
    SourcesAgree(usize),
    /// A place among campaigns that counted the same thing.
    Place { best: usize, worst: usize, of: usize },
    /// The place without a sentence around it, for a table.
    PlaceShort { best: usize, worst: usize },
    /// A result as so many times its target.
    TimesTarget(String),
    /// A target and whether it was reached; `None` where the figures do not tell.
    TargetShort { target: String, met: Option<bool>, elsewhen: bool },
    /// The answer to whether a target was reached.
    TargetAnswer { met: Option<bool>, ratio: Option<String> },
    /// The target that a result is so many times of was reached.
    TargetMet(String),
    /// The target that a result is so many times of was not reached.
    TargetMissed(String),
    /// On which platforms something was counted.
    CountedOn(Vec<String>),
    /// Nothing is ranked where no two campaigns counted the same.
    RanksNothing,
    /// Nothing is ranked where it is not said what was counted.
    NotRanked,
    /// Target and result are for different periods.
    TargetOtherPeriod,
    /// Why a campaign has no figure here.
    Gap(Gap),
    /// A gap, and what is reported instead.
    Instead { gap: Gap, metric: Metric, amount: String },
    /// Headline: nothing was chosen.
    HeadlineNoneChosen,
    /// Headline: nobody reports the metric.
    HeadlineNoneReports { metric: Metric, campaigns: usize },
    /// Headline: a result and its target.
    HeadlineTarget { who: Named, amount: String, ratio: String, drew: bool },
    /// Headline: the largest.
    HeadlineFirst {
        who: Named,
        amount: Option<String>,
        among: usize,
        /// Where, if others counted the same on other platforms.
        on: Option<Vec<String>>,
        /// Whether not over as long as others.
        stretches: bool,
    },
    /// Headline: an order that cannot be told.
    HeadlineCannotRank { campaigns: usize, counted: String },
    /// Headline: sources leave open what was counted.
    HeadlineAllUnstated { metric: Metric, campaigns: usize },
    /// Headline: no two counted the same.
    HeadlineNothingComparable { metric: Metric, campaigns: usize, editions: bool },
    /// Headline: editions of one campaign alone.
    HeadlineOnlyEditions { campaign: String, editions: usize, metric: Metric, among: usize },
    /// Headline: only one campaign reports it.
    HeadlineOnlyOne { who: Named, amount: Option<String>, metric: Metric, among: usize },
    /// What the chart shows, before its lanes.
    DescriptionStart { metric: Metric, reporting: usize, campaigns: usize, figures: usize },
    /// One lane in words; the section is empty where the lane says it all.
    DescriptionLane { section: String, lane: String, rows: Vec<String>, ranked: bool },
    /// Who reports nothing.
    DescriptionSilent { metric: Metric, campaigns: Vec<String> },
    /// Rows that are folded away.
    AndMore { rows: usize },
    /// The same, with the campaigns of which no row is shown.
    AndMoreOf { rows: usize, campaigns: Vec<String> },
    /// The button that shows them.
    ShowAllRows { rows: usize },
    /// The introduction to the overview.
    Introduction { campaigns: usize, figures: usize, sources: usize, date: String },
    /// How many campaigns of the reader's own stand beside those.
    OwnBeside(usize),
    /// How many sources a figure has.
    SourcesOfFigure(usize),
    /// Who says so, under a picture.
    SourceLine(Vec<String>),
    /// A count of figures in the matrix, for ears.
    MatrixCell {
        campaign: String,
        stage: &'static str,
        figures: usize,
        told: usize,
        /// The figure that a link leads to, if it is one of the page's.
        charted: Option<Metric>,
    },
    /// Whether a campaign's target was met, in the matrix, for ears.
    MatrixVerdict { campaign: String, verdict: &'static str },
    /// How many campaigns are shown, on the button that leads to choosing them; and what is
    /// asked for of them, by its name.
    ChosenOf { chosen: usize, of: usize, by: Vec<(&'static str, String)> },
    /// The data's date and fingerprint.
    DataVersion { date: String, hash: String },
    /// Why a source cannot be named: it was left out.
    ExactStatedTo { unit: String },
    /// A figure in parts of a hundred, as short as it stands in a chart.
    PerCent(String),
    /// Words that stand within a sentence elsewhere, as one of their own.
    Alone(String),
    /// How many figures a campaign has.
    FiguresRecorded(usize),
    /// How many campaigns a search finds, and of how many more that is not recorded which is
    /// asked for.
    CampaignsFound { found: usize, of: usize, unrecorded: usize },
    /// Which campaigns are shown after a choice, for those who do not see it; of what sources,
    /// where that has changed; and the one campaign that is shown now (or is not any more),
    /// where it is one.
    NowShowing { chosen: usize, of: usize, sources: Option<&'static str>, one: Option<(bool, String)> },
    /// How axes map numbers to places after a choice.
    NowInScale(&'static str),
    /// The headline of a figure, after a choice.
    FigureSays { figure: String, headline: String },
    /// Several figures that have other headlines after a choice.
    FiguresSayOtherwise(Vec<String>),
    /// What a figure says after a choice that concerns it, where that is what it said before.
    FigureSaysTheSame { figure: String },
    /// How many things a comparison says.
    StatementsMade(usize),
    /// The order of some places of a lane cannot be told; all of them, where it is none.
    OrderUntold(Vec<(usize, usize)>),
    /// Who says something, in the source's own words where they are recorded.
    SaidBy { source: String, wording: Option<String> },
    /// How many rows stand under a heading.
    RowsUnder(usize),
    /// Only the first of many campaigns stand there.
    OnlyFirst { shown: usize, more: usize },
    /// The button that shows more rows of a long table.
    ShowMoreRows { more: usize },
    /// How a table is sorted.
    Sorted(&'static str),
    /// Whether every row of a figure is shown now, for those who do not see it.
    RowsShown { figure: String, all: bool },
    /// A campaign's name where it stands beside others, on its own page.
    CalledInCharts(String),
    /// The title of the document.
    PageTitle { page: String },
    /// The overview's title where not everything is as at first: the chosen campaigns by name,
    /// if they are few, how many of how many, and which sources count, if others than at first.
    OverviewTitle { campaigns: Vec<String>, chosen: usize, of: usize, sources: Option<&'static str> },
    /// An unnamed rest of silent campaigns.
    SilentRest {
        /// How many.
        campaigns: usize,
        /// Whether none is named before them.
        alone: bool,
    },
}
