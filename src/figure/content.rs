//! What a figure says and shows, whatever it is about: what stands around it is the same
//! for all.

use super::attention;
use super::beside;
use super::calendar;
use super::html::FigureOptions;
use super::ladder;
use super::multiples;
use super::of_metric;
use super::years;
use crate::chart::{
    Band, ChartSpec, KeyEntry, Layout, Row, ScaleKind, ScatterSpec, Scene, SpecOptions, draw, draw_scatter,
};
use crate::compare::{Cell, Choice, Comparison, Subject};
use crate::format::{Language, Sentence};
use crate::model::{Campaign, Dataset, FigureName, Ids, Source};
use maud::Markup;

/// What is drawn. A program that makes figures of one kind has no use for what draws the
/// others, and is smaller without it: so each kind is known by what it does.
pub(super) trait Plot {
    /// Makes each mark say as much as the reader wants.
    fn speak(&mut self, dataset: &Dataset, options: SpecOptions);

    /// The drawing in a layout.
    fn scene(&self, layout: Layout) -> Scene;

    /// Whether there is nothing to draw.
    fn is_empty(&self) -> bool;

    /// Whether it has an axis of tenfold steps, which needs a word.
    fn is_logarithmic(&self) -> bool;

    /// How many rows are folded away, and how many there are in all.
    fn rows(&self) -> (usize, usize);
}

/// Rows with marks, on an axis each kind.
impl Plot for ChartSpec {
    fn speak(&mut self, dataset: &Dataset, options: SpecOptions) {
        ChartSpec::speak(self, dataset, options.spoken);
    }

    fn scene(&self, layout: Layout) -> Scene {
        draw(self, layout)
    }

    fn is_empty(&self) -> bool {
        self.rows == 0 && self.silent.is_empty()
    }

    fn is_logarithmic(&self) -> bool {
        self.scale == ScaleKind::Log && self.rows > 0
    }

    fn rows(&self) -> (usize, usize) {
        (self.hidden, self.rows)
    }
}

/// Points of a plane.
impl Plot for ScatterSpec {
    fn speak(&mut self, dataset: &Dataset, options: SpecOptions) {
        ScatterSpec::speak(self, dataset, options.spoken);
    }

    fn scene(&self, layout: Layout) -> Scene {
        draw_scatter(self, layout)
    }

    fn is_empty(&self) -> bool {
        self.points.is_empty()
    }

    fn is_logarithmic(&self) -> bool {
        self.scale == ScaleKind::Log && !self.points.is_empty()
    }

    fn rows(&self) -> (usize, usize) {
        (0, 0)
    }
}

/// A figure's words and drawing.
pub(super) struct Content<'a> {
    pub(super) name: FigureName,
    pub(super) headline: String,
    /// What is plotted.
    pub(super) subtitle: String,
    /// How that is counted and what it hides.
    pub(super) caution: &'static str,
    /// What is to be said beside the headline, if anything.
    pub(super) note: Option<String>,
    /// The chart in words.
    pub(super) description: Vec<String>,
    pub(super) plot: Box<dyn Plot>,
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
    let mut content = match subject {
        Subject::Metric(comparison) => of_metric::content(dataset, comparison, options.spec),
        Subject::Attention(rates) => attention::content(dataset, rates, options.spec),
        Subject::Beside(beside) => beside::content(dataset, choice, beside, options.spec),
        Subject::Ladder(ladder) => ladder::content(dataset, ladder, options.spec),
        Subject::Multiples(multiples) => multiples::content(dataset, choice, multiples, options.spec),
        Subject::Years(years) => years::content(dataset, years, options.spec),
        Subject::When(calendar) => calendar::content(dataset, calendar, options.spec),
    };
    content.plot.speak(dataset, options.spec);
    content
}

/// The same of one metric.
pub(super) fn metric_content<'a>(
    dataset: &'a Dataset,
    comparison: &Comparison,
    options: FigureOptions,
) -> Content<'a> {
    let mut content = of_metric::content(dataset, comparison, options.spec);
    content.plot.speak(dataset, options.spec);
    content
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

/// The rows that a chart draws.
fn rows(spec: &ChartSpec) -> impl Iterator<Item = &Row> {
    let bands = spec.panels.iter().flat_map(|panel| &panel.bands);
    bands.filter_map(|band| match band {
        Band::Row(row) => Some(row),
        _ => None,
    })
}

/// Who says what is seen of these cells in a chart's rows.
pub(super) fn said_by_rows<'c>(
    dataset: &Dataset,
    cells: impl Iterator<Item = &'c Cell>,
    spec: &ChartSpec,
) -> Option<String> {
    let rows: Vec<&str> = rows(spec).map(|row| &*row.key).collect();
    let seen = cells.filter(|cell| rows.contains(&&*format!("o{}", cell.evidence[0])));
    source_line(sources_of_cells(dataset, seen).into_iter(), spec.language)
}

/// The campaigns of these cells of which no row is drawn, however few there is room for: nobody
/// may take them for such that report nothing.
pub(super) fn unseen<'c>(
    dataset: &Dataset,
    cells: impl Iterator<Item = &'c Cell>,
    spec: &ChartSpec,
) -> Vec<String> {
    let drawn = Ids::of(rows(spec).map(|row| &*row.campaign).collect());
    let mut unseen: Vec<String> = Vec::new();
    for cell in cells.filter(|cell| drawn.place(&cell.campaign).is_none()) {
        let campaign = dataset.campaign(&cell.campaign);
        let name = campaign.map_or_else(|| cell.campaign.clone(), Campaign::edition_name);
        if !unseen.contains(&name) {
            unseen.push(name);
        }
    }
    unseen
}

/// The table of what a figure shows.
pub(super) fn table(dataset: &Dataset, subject: &Subject, options: FigureOptions, caption: &str) -> Markup {
    match subject {
        Subject::Metric(comparison) => {
            super::table::table_html(dataset, comparison, options.spec, None, caption)
        }
        Subject::Attention(rates) => attention::table(dataset, rates, options.spec, caption),
        Subject::Beside(beside) => beside::table(dataset, beside, options.spec, caption),
        Subject::Ladder(ladder) => ladder::table(dataset, ladder, options.spec, caption),
        Subject::Multiples(multiples) => multiples::table(dataset, multiples, options.spec, caption),
        Subject::Years(years) => years::table(dataset, years, options.spec, caption),
        Subject::When(calendar) => calendar::table(dataset, calendar, options.spec, caption),
    }
}

/// The choices that only this figure has.
pub(super) fn terms(dataset: &Dataset, choice: &Choice, subject: &Subject, options: FigureOptions) -> Markup {
    match subject {
        Subject::Metric(_) | Subject::Years(_) | Subject::When(_) => Markup::default(),
        Subject::Ladder(ladder) => ladder::terms(choice, ladder, options.spec.language),
        Subject::Multiples(multiples) => multiples::terms(dataset, choice, multiples, options.spec.language),
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
        Subject::Ladder(ladder) => ladder::headline(dataset, ladder, language),
        Subject::Multiples(multiples) => multiples::headline(dataset, choice, multiples, language),
        Subject::Years(years) => years::headline(dataset, years, language),
        Subject::When(calendar) => calendar::headline(calendar, language),
    }
}
