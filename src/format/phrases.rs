//! The fixed phrases: labels, headings and notes without anything to fill in.

use crate::model::{Basis, Facet, FigureName, Metric, SourceKind, Stage};

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
    /// What campaigns can be filtered by, in the order of `Facet::ALL`.
    pub facets: [&'static str; Facet::ALL.len()],
    /// Any value of those.
    pub any_value: &'static str,
    /// That nothing of it is recorded.
    pub unrecorded_value: &'static str,
    /// Takes all filters away.
    pub no_filter: &'static str,
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
    /// The orders of a table, in the order of `Column::ALL`, and the other way round.
    pub sorted: [[&'static str; 2]; 5],
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
    /// The same where all that is chosen are editions of one campaign.
    pub says_nothing_of_one: &'static str,
    /// How sure sentences are, in the order of `Sureness::ALL`.
    pub sureness: [&'static str; 4],
    /// Steps back to what was chosen before.
    pub undo: &'static str,
    /// Takes that back.
    pub redo: &'static str,
    /// What is said of a step: that one was undone, that one was done again.
    pub stepped: [&'static str; 2],
    /// Ticks the campaigns that a search finds, and no others.
    pub choose_found: &'static str,
    /// Ticks those found besides those that are ticked.
    pub choose_found_too: &'static str,
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
    /// Leads from a mark without a source to where more is told.
    pub more_of_it: &'static str,
    /// Stands before what a table shows, in its name.
    pub table: &'static str,
    /// Which keys lead on from a mark.
    pub walking_keys: &'static str,
    /// Every key of a chart.
    pub all_keys: &'static str,
    /// A table is no longer sorted by a column.
    pub sorted_at_first: &'static str,
    /// In the column of orders: nothing else is counted the same.
    pub the_only_one: &'static str,
    /// Names the rows at a chart's end that have no figure.
    pub without_figure: &'static str,
    /// A jump that finds nothing.
    pub no_further: &'static str,
    /// Everything is as at first.
    pub nothing_to_reset: &'static str,
    /// There is no step to undo, or to do again.
    pub no_step: [&'static str; 2],
    /// Why it cannot be told whether a target was met.
    pub periods_differ: &'static str,
    /// An arrow key finds nothing on its way.
    pub at_the_end: &'static str,
    /// Said where charts are not heard.
    pub not_heard: &'static str,
    /// The same on other pages, where there is no such switch.
    pub not_heard_here: &'static str,
    /// Said in the place of a tone.
    pub silence: &'static str,
    /// Controls: how charts are read out.
    pub choose_spoken: &'static str,
    /// How much is said of a mark, in the order of `Spoken::ALL`.
    pub spoken: [&'static str; 3],
    /// Asks whether charts are heard.
    pub choose_heard: &'static str,
    /// How they are heard.
    pub heard_note: &'static str,
    /// Names of the figures that set campaigns beside each other, in the order of
    /// `FigureName::COMPARING`.
    pub comparing: [&'static str; 6],
    /// What each of them answers.
    pub questions: [&'static str; 6],
    /// Leads to such a figure where no program draws it here.
    pub figure_alone: &'static str,
    /// Said while the program that draws them is on its way.
    pub figure_loading: &'static str,
    /// Said where it did not start.
    pub figure_failed: &'static str,
    /// Names of metrics, in the order of `Metric::ALL`.
    pub metrics: [&'static str; 10],
    /// What the figure of a metric shows, for `Metric::CHARTED`.
    pub subtitles: [&'static str; 5],
    /// How what it shows is counted and what it hides, for `Metric::CHARTED`.
    pub cautions: [&'static str; 5],
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

pub(super) fn at<T: PartialEq + Copy>(all: &[T], member: T) -> usize {
    all.iter().position(|&other| other == member).unwrap_or(0)
}

impl Phrases {
    /// The name of a metric, in lower case.
    pub fn metric(&self, metric: Metric) -> &'static str {
        self.metrics[at(Metric::ALL, metric)]
    }

    /// The name of a figure, in lower case: that of its metric, if it has one.
    pub fn figure(&self, name: FigureName) -> &'static str {
        match name.metric() {
            Some(metric) => self.metric(metric),
            None => self.comparing[at(FigureName::COMPARING, name)],
        }
    }

    /// What the figure of a charted metric shows.
    pub fn subtitle(&self, metric: Metric) -> &'static str {
        self.subtitles[at(Metric::CHARTED, metric)]
    }

    /// What it hides.
    pub fn caution(&self, metric: Metric) -> &'static str {
        self.cautions[at(Metric::CHARTED, metric)]
    }

    /// What a figure that sets campaigns beside each other answers, for where it is closed.
    pub fn question(&self, name: FigureName) -> &'static str {
        self.questions[at(FigureName::COMPARING, name)]
    }

    /// Whether a target was met, in a word or two; `None` where figures do not tell.
    pub fn verdict(&self, met: Option<bool>) -> &'static str {
        self.verdicts[met.map_or(2, |met| usize::from(!met))]
    }

    /// The name of what campaigns can be filtered by.
    pub fn facet(&self, facet: Facet) -> &'static str {
        self.facets[at(Facet::ALL, facet)]
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
