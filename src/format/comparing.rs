//! The words of the figures that set campaigns beside each other. The program of the page,
//! which is waited for, has none of them: another draws these figures when they are opened.

use super::phrases::at;
use super::{Language, english_comparing};
use crate::model::{FigureName, Period};

/// How one figure stands to another, ratios in words.
#[derive(Clone, Debug, PartialEq)]
pub enum RelationWords {
    /// So many times the other.
    Times(String),
    /// The other is so many times this.
    Fraction(String),
    /// More, and by how much cannot be told.
    More,
    /// Less, and by how much cannot be told.
    Less,
    /// Which is more cannot be told.
    Untold,
}

/// A sentence, a label or a caption of such a figure, with the values it speaks of. Values
/// that are texts come ready in the same language.
#[derive(Clone, Debug, PartialEq)]
pub enum Comparing {
    /// A word or two as a heading.
    Heading(String),
    /// What a lane holds, with its definition.
    LaneOf { definition: String, counted: String },
    /// How a figure stands to another.
    Stands { relation: RelationWords, whom: String },
    /// How a figure stands to that of a time before.
    StandsToTime { relation: RelationWords, before: Period },
    /// In what two figures were counted otherwise: on different platforms, over so many days
    /// each, over a part of its period only.
    CountedUnlike { platforms: bool, days: Option<(u32, u32)>, part: bool },
    /// A sentence of two figures with in what they were counted otherwise.
    HeadlineThough { headline: String, unlike: String },
    /// Why two figures are not set against each other: what each is.
    Apart { one: String, other: String },
    /// The same where they are confined to different things, or one of them to none.
    ApartScope { one: Option<String>, other: Option<String> },
    /// The same where nobody says what either counts.
    ApartUnstated,
    /// Campaigns of which a figure is zero, where an axis has no place for it.
    ZeroHasNoPlace(usize),
    /// Campaigns whose sources leave open how many, so that there is no place for a mark.
    OpenHasNoPlace(Vec<String>),
    /// A figure with when it was counted.
    Dated { figure: String, when: String },
    /// A metric that is not reported.
    NoneOf(String),
    /// One or the other of two, neither of which is there.
    EitherOf([String; 2]),
    /// Campaigns that report neither of two metrics, or nothing that makes a rate.
    NeitherOf { campaigns: Vec<String>, of: [String; 2] },
    /// So many more have one of the two metrics than the margins have room for.
    MoreInMargins(usize),
    /// The axis along the page counts this, and more to the right.
    AxisAlong(String),
    /// The axis up the page counts this.
    AxisUp(String),
    /// So many of the one for every so many of the other.
    ForEvery { value: String, numerator: String, every: String, denominator: String },
    /// A number that is only about, where more (or else less) is known to be true.
    Beyond { more: bool, than: String },
    /// What is to be minded of a rate.
    Minds { accepted: Vec<String>, open: Vec<String> },
    /// What a plane shows.
    SubtitleAttention { action: String, attention: String },
    /// Headline: of no campaign both are known.
    HeadlineNoRate { action: String, attention: String, campaigns: usize },
    /// Headline: rates that have to be minded; how many caveats are to be accepted before the
    /// first is told, which may be none where the bounds leave it open; whether some of its
    /// caveats are accepted already.
    HeadlineRatesMinded { action: String, attention: String, campaigns: usize, open: usize, minded: bool },
    /// Headline: the largest rate of several that count the same.
    HeadlineRateFirst { who: String, rate: String, among: usize },
    /// Headline: a rate alone.
    HeadlineRate { who: String, rate: String, among: usize },
    /// Headline: rates of which none is surely the largest.
    HeadlineRatesUnranked { campaigns: usize, numerator: String, denominator: String },
    /// Headline: a rate beside those of other campaigns, each of something else.
    HeadlineRateApart { who: String, rate: String, others: Vec<String> },
    /// A headline of which something is to be minded.
    HeadlineMinding { headline: String, minded: Vec<String> },
    /// Headline: how few or many campaigns are chosen to stand side by side.
    HeadlineBesideCount { campaigns: usize },
    /// Headline: how one campaign stands beside another on a metric.
    HeadlineBeside { who: String, counted: String, relation: RelationWords, whom: String },
    /// Headline: nothing that they share is counted alike.
    HeadlineBesideApart { campaigns: Vec<String>, metrics: usize, doubtful: bool },
    /// Headline: they share no metric.
    HeadlineBesideNothing { campaigns: Vec<String> },
    /// Metrics of which more figures are there than stand beside each other.
    MoreReported(Vec<String>),
    /// The metrics that only one of them reports, by campaign.
    OnlyReports { campaign: String, metrics: Vec<String> },
    /// The step and the campaign that a figure of a ladder stands for.
    StepOf { stage: String, campaign: String },
    /// Campaigns that stand on no step of a ladder.
    OnNoStep(Vec<String>),
    /// More campaigns than ladders can be seen beside each other.
    MoreLadders(usize),
    /// Headline: what a step kept of the one before.
    HeadlineKept { who: String, rate: String },
    /// Headline: how many campaigns stand on every step.
    HeadlineLadder { campaigns: usize, whole: usize, asks: bool },
    /// What multiples of a campaign's figures show.
    SubtitleMultiples(String),
    /// Campaigns that have no multiple: of the yardstick, or of a target.
    NoMultiple { campaigns: Vec<String>, yardstick: Option<String> },
    /// Headline: how many stated targets were met, and of how many campaigns that is.
    HeadlineTargets { met: usize, missed: usize, unclear: usize, campaigns: usize },
    /// Headline: how many campaigns can be beside a yardstick, how many surely have more, and how
    /// many more of what was not counted alike.
    HeadlineMultiples { yardstick: String, campaigns: usize, more: usize, otherwise: usize },
    /// A metric of a campaign over the years.
    YearsOf { campaign: String, metric: String },
    /// Headline: how a figure of a campaign stands to that of a time before.
    HeadlineYears { campaign: String, amount: String, when: Period, relation: RelationWords, before: Period },
    /// The years of which a campaign has no figure, from each to each.
    YearsMissing(Vec<(u16, u16)>),
    /// Headline: no two years can be joined.
    HeadlineNoYears { strands: usize },
    /// Headline: when campaigns ran; whether the start and the end of any of them are open.
    HeadlineWhen {
        campaigns: usize,
        years: (String, String),
        open: (bool, bool),
        to_the_day: usize,
        undated: usize,
    },
    /// Headline: nothing is recorded of when they ran.
    HeadlineUndated(usize),
    /// How many of the chosen campaigns report both metrics.
    BothReported { reporting: usize, campaigns: usize, of: [String; 2] },
    /// A line that joins equal rates: one per so many, or the inverse.
    OnePer { number: String, inverse: bool },
    /// Whose points of a chart bear no name.
    Lettered {
        /// Each letter with whose it is: the point's that bears it, and those too close to it.
        letters: Vec<(char, Vec<String>)>,
        /// Each name on the plane with those whose points are too close to its own.
        beside: Vec<(String, Vec<String>)>,
    },
}

/// What is said of a figure, whatever is chosen.
#[derive(Debug)]
pub struct ComparingFigure {
    /// What it shows.
    pub subtitle: &'static str,
    /// How that is counted and what it hides.
    pub caution: &'static str,
}

/// What these figures say in the same words every time.
#[derive(Debug)]
pub struct ComparingPhrases {
    /// What is said of each figure, in the order of `FigureName::COMPARING`.
    pub figures: [ComparingFigure; FigureName::COMPARING.len()],
    /// A rate of which the bounds leave everything open.
    pub rate_unknown: &'static str,
    /// A rate that has to be accepted first.
    pub rate_not_told: &'static str,
    /// What is to be minded of rates, as clauses, in the order of `Caveat::ALL`.
    pub caveats: [&'static str; 7],
    /// Why figures make no rate, in the order of `Refusal::ALL`.
    pub refusals: [&'static str; 5],
    /// Opens the choice of metrics to set per each other.
    pub choose_rate: &'static str,
    /// Which metric is divided.
    pub choose_action: &'static str,
    /// Which it is divided by.
    pub choose_attention: &'static str,
    /// Asks what the reader minds already.
    pub choose_accepted: &'static str,
    /// Leads to where campaigns are ticked.
    pub choose_campaigns_here: &'static str,
    /// Leads to where many campaigns stand, each in a small chart of its own.
    pub as_small_multiples: &'static str,
    /// Asks beside which campaign the others stand.
    pub choose_yardstick: &'static str,
    /// Columns of rates: campaign, the two figures, rate, what is to be minded, order.
    pub rate_columns: [&'static str; 6],
    /// Columns of campaigns side by side: metric, counted, campaign, figure, beside, source.
    pub beside_columns: [&'static str; 5],
    /// A step of a ladder on which nothing stands.
    pub step_missing: &'static str,
    /// Columns of ladders: campaign, stage, counted, figure, kept, source.
    pub ladder_columns: [&'static str; 6],
    /// Said of the figure that others are multiples of.
    pub is_yardstick: &'static str,
    /// Opens the choice of what figures are multiples of.
    pub choose_multiples: &'static str,
    /// Asks for it.
    pub multiples_of: &'static str,
    /// Each of its own target.
    pub own_target: &'static str,
    /// Columns of multiples: counted, campaign, when, figure, multiple, order, source.
    pub multiples_columns: [&'static str; 7],
    /// Between figures of one campaign that count different things.
    pub years_broken: &'static str,
    /// The same where nobody says what was counted.
    pub years_unstated: &'static str,
    /// Said of one figure that is not joined to the one before.
    pub not_joined: &'static str,
    /// Columns of years: when, counted, figure, beside the one before, source.
    pub years_columns: [&'static str; 5],
    /// Said where a campaign's own dates are not recorded, but those of its figures are.
    pub when_of_figures: &'static str,
    /// How precisely dates are known, in the order of `Precision`.
    pub precisions: [&'static str; 3],
    /// No end is recorded.
    pub no_end: &'static str,
    /// No start is recorded.
    pub no_start: &'static str,
    /// The marks of times: what each looks like, and what it means.
    pub time_marks: [[&'static str; 2]; 4],
    /// Columns of when: campaign, dates, precision.
    pub when_columns: [&'static str; 3],
}

impl Language {
    /// A sentence of a figure that sets campaigns beside each other.
    pub fn compared(self, sentence: &Comparing) -> String {
        match self {
            Self::English => english_comparing::say(sentence),
        }
    }

    /// The fixed phrases of these figures.
    pub const fn comparing(self) -> &'static ComparingPhrases {
        match self {
            Self::English => &english_comparing::PHRASES,
        }
    }

    /// What a figure shows.
    pub fn subtitle(self, name: FigureName) -> &'static str {
        match name.metric() {
            Some(metric) => self.phrases().subtitle(metric),
            None => self.comparing().figures[at(FigureName::COMPARING, name)].subtitle,
        }
    }

    /// How what a figure shows is counted and what it hides.
    pub fn caution(self, name: FigureName) -> &'static str {
        match name.metric() {
            Some(metric) => self.phrases().caution(metric),
            None => self.comparing().figures[at(FigureName::COMPARING, name)].caution,
        }
    }
}
