//! The fixed phrases: labels, headings and notes without anything to fill in.

use crate::model::{Basis, FigureName, Metric, SourceKind, Stage};

/// Everything the page says in the same words every time.
#[derive(Debug)]
pub struct Phrases {
    /// The name of the thing.
    pub product: &'static str,
    /// The overview's heading.
    pub overview_title: &'static str,
    /// Navigation: about the figures.
    pub nav_about: &'static str,
    /// What the reader's own campaigns are called together.
    pub own_campaigns: &'static str,
    /// Leads to the days and posts of one of them.
    pub own_days_and_posts: &'static str,
    /// Others do not see them by a link.
    pub own_unseen: &'static str,
    /// Controls: which campaigns.
    pub choose_campaigns: &'static str,
    /// Controls: which sources.
    pub choose_sources: &'static str,
    /// The three choices of sources, in their order.
    pub source_scopes: [&'static str; 3],
    /// Adds the campaigns that load on request.
    pub show_further: &'static str,
    /// Controls: which axis.
    pub choose_scale: &'static str,
    /// The two axes, in their order.
    pub scales: [&'static str; 2],
    /// What a logarithmic axis needs said.
    pub log_note: &'static str,
    /// Back to the start.
    pub reset: &'static str,
    /// Copies the address.
    pub copy_link: &'static str,
    /// The address was copied.
    pub link_copied: &'static str,
    /// The browser does not let the page copy.
    pub link_refused: &'static str,
    /// Searching campaigns.
    pub search_campaigns: &'static str,
    /// Ticks all.
    pub choose_all: &'static str,
    /// Unticks all.
    pub choose_none: &'static str,
    /// Opens the table.
    pub show_table: &'static str,
    /// Opens the explanation.
    pub how_counted: &'static str,
    /// Names the key of a figure.
    pub key: &'static str,
    /// What each mark looks like, for those who do not see it: in the key's order, on an
    /// axis of tenfold and of equal steps.
    pub key_marks: [[&'static str; 2]; 8],
    /// A link to what takes the figure elsewhere.
    pub share: &'static str,
    /// A link to the data.
    pub data_link: &'static str,
    /// Folds rows away again.
    pub show_fewer: &'static str,
    /// Key: a sure number.
    pub key_exact: &'static str,
    /// Key: more than or at least.
    pub key_above: &'static str,
    /// Key: less than or at most.
    pub key_below: &'static str,
    /// Key: between.
    pub key_between: &'static str,
    /// Key: about.
    pub key_about: &'static str,
    /// Key: several statements.
    pub key_disagree: &'static str,
    /// Key: a target.
    pub key_target: &'static str,
    /// Key: zero.
    pub key_zero: &'static str,
    /// Said of several sources.
    pub sources_disagree: &'static str,
    /// The same where all can be true.
    pub sources_differ: &'static str,
    /// Said of a figure.
    pub doubtful: &'static str,
    /// Said at lanes with an unstated definition.
    pub not_ranked: &'static str,
    /// The same, for one figure in a table.
    pub unranked: &'static str,
    /// Table columns: campaign, when, figure, order, target, source.
    pub columns: [&'static str; 6],
    /// A fact that is absent.
    pub not_recorded: &'static str,
    /// A period that is absent.
    pub date_not_stated: &'static str,
    /// Said where the program that reads tables did not start.
    pub table_not_read: &'static str,
    /// Heading of what the comparison says.
    pub reading_list_title: &'static str,
    /// Said where it says nothing, and what would make it say more.
    pub says_nothing: &'static str,
    /// How sure sentences are, in the order of `Sureness::ALL`.
    pub sureness: [&'static str; 4],
    /// Steps back to what was chosen before.
    pub undo: &'static str,
    /// Takes that back.
    pub redo: &'static str,
    /// Ticks the campaigns that a search finds, and no others.
    pub choose_found: &'static str,
    /// The matrix's heading.
    pub matrix_title: &'static str,
    /// The matrix's explanation.
    pub matrix_note: &'static str,
    /// Matrix column: targets.
    pub target_met: &'static str,
    /// Matrix: the verdicts yes, no, cannot be told, no result found, none stated.
    pub verdicts: [&'static str; 5],
    /// Matrix: what a dash means.
    pub nothing_found: &'static str,
    /// Matrix: told in words.
    pub told_in_words: &'static str,
    /// A campaign: facts.
    pub fact_who: &'static str,
    /// A campaign: where.
    pub fact_where: &'static str,
    /// A campaign: when.
    pub fact_when: &'static str,
    /// A campaign: on which platforms.
    pub fact_on: &'static str,
    /// A campaign: hashtags.
    pub fact_hashtags: &'static str,
    /// A campaign: aim.
    pub fact_aim: &'static str,
    /// A figure: what a result is compared with.
    pub base_figure: &'static str,
    /// A figure: the source's own phrase.
    pub fact_wording: &'static str,
    /// A campaign: objectives beside results.
    pub objectives_title: &'static str,
    /// A campaign: column of objectives.
    pub objective: &'static str,
    /// A campaign: column of results.
    pub result: &'static str,
    /// A campaign: no objective is recorded.
    pub no_objective: &'static str,
    /// A campaign: its figures.
    pub figures_title: &'static str,
    /// A campaign: nothing is reported.
    pub no_figures: &'static str,
    /// A campaign: contradictions.
    pub contradictions_title: &'static str,
    /// A campaign: before and after.
    pub previous: &'static str,
    /// A campaign: the next one.
    pub next: &'static str,
    /// A campaign: shows it alone in the overview.
    pub see_in_overview: &'static str,
    /// Where a target has no result.
    pub no_result: &'static str,
    /// The list of campaigns.
    pub campaigns_title: &'static str,
    /// Said while the program is loading an optional file.
    pub loading: &'static str,
    /// Tries a failed loading again.
    pub try_again: &'static str,
    /// Heading over faults in data.
    pub faults_title: &'static str,
    /// Closes a notice.
    pub dismiss: &'static str,
    /// The link of a tooltip to the evidence.
    pub who_says: &'static str,
    /// Which keys lead on from a mark.
    pub walking_keys: &'static str,
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
    /// Asks beside which campaign the others stand.
    pub choose_yardstick: &'static str,
    /// Names of the figures that are of no one metric, in the order of `FigureName::ALL`.
    pub figures_beside: [&'static str; 2],
    /// Columns of rates: campaign, the two figures, rate, what is to be minded, order.
    pub rate_columns: [&'static str; 6],
    /// Columns of campaigns side by side: metric, counted, campaign, figure, beside, source.
    pub beside_columns: [&'static str; 5],
    /// Names of metrics, in the order of `Metric::ALL`.
    pub metrics: [&'static str; 10],
    /// What a figure shows, for `FigureName::ALL`.
    pub subtitles: [&'static str; 7],
    /// How what a figure shows is counted and what it hides, for `FigureName::ALL`.
    pub cautions: [&'static str; 7],
    /// Names of stages, in the order of `Stage::ALL`.
    pub stages: [&'static str; 6],
    /// Names of kinds of source, in the order of `SourceKind::ALL`.
    pub source_kinds: [&'static str; 5],
    /// Names of bases, in the order of `Basis::ALL`.
    pub bases: [&'static str; 9],
    /// The months from January, short.
    pub months: [&'static str; 12],
    /// A trillion, a billion, a million.
    pub magnitudes: [&'static str; 3],
    /// The same for an axis, and a thousand.
    pub axis_magnitudes: [&'static str; 4],
}

fn at<T: PartialEq + Copy>(all: &[T], member: T) -> usize {
    all.iter().position(|&other| other == member).unwrap_or(0)
}

impl Phrases {
    /// The name of a metric, in lower case.
    pub fn metric(&self, metric: Metric) -> &'static str {
        self.metrics[at(Metric::ALL, metric)]
    }

    /// The name of a figure, in lower case: that of its metric, if it has one.
    pub fn figure(&self, name: FigureName) -> &'static str {
        match (name.metric(), name) {
            (Some(metric), _) => self.metric(metric),
            (None, FigureName::Beside) => self.figures_beside[1],
            (None, _) => self.figures_beside[0],
        }
    }

    /// What a figure shows.
    pub fn subtitle(&self, name: FigureName) -> &'static str {
        self.subtitles[name as usize]
    }

    /// What a figure hides.
    pub fn caution(&self, name: FigureName) -> &'static str {
        self.cautions[name as usize]
    }

    /// Whether a target was met, in a word or two; `None` where figures do not tell.
    pub fn verdict(&self, met: Option<bool>) -> &'static str {
        self.verdicts[met.map_or(2, |met| usize::from(!met))]
    }

    /// The name of a stage.
    pub fn stage(&self, stage: Stage) -> &'static str {
        self.stages[at(Stage::ALL, stage)]
    }

    /// The name of a kind of source.
    pub fn source_kind(&self, kind: SourceKind) -> &'static str {
        self.source_kinds[at(SourceKind::ALL, kind)]
    }

    /// The name of a basis.
    pub fn basis(&self, basis: Basis) -> &'static str {
        self.bases[at(Basis::ALL, basis)]
    }
}

/// What stands around the content in the same words every time. Only the static
/// page is made of it: the program of the page, which is waited for, has none of it.
#[derive(Debug)]
pub struct FramePhrases {
    /// Navigation: the overview.
    pub nav_overview: &'static str,
    /// Navigation: the list of campaigns.
    pub nav_campaigns: &'static str,
    /// Leads to the page where files are brought.
    pub nav_own: &'static str,
    /// A link that skips to the content.
    pub skip_to_content: &'static str,
    /// Theme control.
    pub theme: &'static str,
    /// The themes: system, light, dark, high contrast.
    pub themes: [&'static str; 4],
    /// Names the navigation.
    pub nav_label: &'static str,
    /// A link from a figure that stands elsewhere.
    pub open_in_dashboard: &'static str,
    /// Said of a figure in a frame whose program did not start.
    pub figure_as_built: &'static str,
    /// Said when the program cannot start.
    pub program_failed: &'static str,
    /// Said when scripts are switched off.
    pub no_script: &'static str,
    /// The footer: what this is.
    pub footer_line: &'static str,
    /// The footer: nothing leaves the browser.
    pub privacy_line: &'static str,
}
