//! What a figure says and shows, whatever it is about: what stands around it is the same
//! for all.

use super::attention;
use super::beside;
use super::html::FigureOptions;
use super::of_metric;
use crate::chart::{ChartSpec, KeyEntry, Layout, ScaleKind, ScatterSpec, Scene, draw, draw_scatter};
use crate::compare::{Cell, Choice, Subject};
use crate::format::{Language, Sentence};
use crate::model::{Dataset, FigureName, Source};
use maud::Markup;

/// What is drawn.
pub(super) enum Plot {
    /// Rows with marks, on an axis each kind.
    Rows(ChartSpec),
    /// Points of a plane.
    Plane(ScatterSpec),
}

impl Plot {
    pub(super) fn scene(&self, layout: Layout) -> Scene {
        match self {
            Self::Rows(spec) => draw(spec, layout),
            Self::Plane(spec) => draw_scatter(spec, layout),
        }
    }

    /// Whether there is nothing to draw.
    pub(super) fn is_empty(&self) -> bool {
        match self {
            Self::Rows(spec) => spec.rows == 0 && spec.silent.is_empty(),
            Self::Plane(spec) => spec.points.is_empty(),
        }
    }

    /// Whether it has an axis of tenfold steps, which needs a word.
    pub(super) fn is_logarithmic(&self) -> bool {
        match self {
            Self::Rows(spec) => spec.scale == ScaleKind::Log && spec.rows > 0,
            Self::Plane(spec) => spec.scale == ScaleKind::Log && !spec.points.is_empty(),
        }
    }

    /// How many rows are folded away, and how many there are in all.
    pub(super) fn rows(&self) -> (usize, usize) {
        match self {
            Self::Rows(spec) => (spec.hidden, spec.rows),
            Self::Plane(_) => (0, 0),
        }
    }
}

/// A figure's words and drawing.
pub(super) struct Content<'a> {
    pub(super) name: FigureName,
    pub(super) headline: String,
    /// What is plotted.
    pub(super) subtitle: String,
    /// What is to be said beside the headline, if anything.
    pub(super) note: Option<String>,
    /// The chart in words.
    pub(super) description: Vec<String>,
    pub(super) plot: Plot,
    pub(super) key: Vec<KeyEntry>,
    /// Everybody who says what is compared, each once.
    pub(super) sources: Vec<&'a Source>,
    /// Who says what is seen, in a line.
    pub(super) said_by: Option<String>,
    /// The campaigns of which no row is seen at a glance: nobody may take them for such
    /// that report nothing.
    pub(super) unseen: Vec<String>,
}

/// Makes what a figure says and shows.
pub(super) fn content<'a>(
    dataset: &'a Dataset,
    choice: &Choice,
    subject: &Subject,
    options: FigureOptions,
) -> Content<'a> {
    match subject {
        Subject::Metric(comparison) => of_metric::content(dataset, comparison, options.spec),
        Subject::Attention(rates) => attention::content(dataset, rates, options.spec),
        Subject::Beside(beside) => beside::content(dataset, choice, beside, options.spec),
    }
}

/// Who says what these cells hold, each once, in order.
pub(super) fn sources_of_cells<'a, 'c>(
    dataset: &'a Dataset,
    cells: impl Iterator<Item = &'c Cell>,
) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for &at in cells.flat_map(|cell| &cell.evidence) {
        let Some(source) = dataset.source(&dataset.observations[at].source) else { continue };
        if !sources.iter().any(|known| known.id == source.id) {
            sources.push(source);
        }
    }
    sources
}

/// Who says so, in one line, each name once; nothing where nothing is said.
pub(super) fn source_line<'a>(
    sources: impl Iterator<Item = &'a Source>,
    language: Language,
) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        if !names.iter().any(|known| known == source.short_name()) {
            names.push(source.short_name().to_owned());
        }
    }
    (!names.is_empty()).then(|| language.say(&Sentence::SourceLine(names)))
}

/// The table of what a figure shows.
pub(super) fn table(dataset: &Dataset, subject: &Subject, options: FigureOptions, caption: &str) -> Markup {
    match subject {
        Subject::Metric(comparison) => super::table::table_html(dataset, comparison, options.spec, caption),
        Subject::Attention(rates) => attention::table(dataset, rates, options.spec, caption),
        Subject::Beside(beside) => beside::table(dataset, beside, options.spec, caption),
    }
}

/// The choices that only this figure has.
pub(super) fn terms(dataset: &Dataset, choice: &Choice, subject: &Subject, options: FigureOptions) -> Markup {
    match subject {
        Subject::Metric(_) => Markup::default(),
        Subject::Attention(rates) => attention::terms(choice, rates, options.spec.language),
        Subject::Beside(beside) => beside::terms(dataset, beside, options.spec.language),
    }
}

/// The headline of a figure: what it shows, and no more than the data bears.
pub fn headline(dataset: &Dataset, choice: &Choice, subject: &Subject, language: Language) -> String {
    match subject {
        Subject::Metric(comparison) => super::headline::headline(dataset, comparison, language),
        Subject::Attention(rates) => attention::headline(dataset, rates, language),
        Subject::Beside(beside) => beside::headline(dataset, choice, beside, language),
    }
}
