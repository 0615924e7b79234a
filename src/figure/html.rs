//! One figure: a metric's chart with everything that must not be parted from it.

use super::description::description;
use super::evidence::source_html;
use super::gallery::{FIGURES, FILES};
use super::headline::headline;
use super::key::key_html;
use super::table::table_html;
use super::taken::FigureFile;
use crate::chart::{ChartSpec, Layout, ScaleKind, Scene, SpecOptions, chart_spec, draw};
use crate::compare::{Choice, Comparison, Finding, compare, compare_in};
use crate::format::Sentence;
use crate::model::{Dataset, Metric, Source};
use maud::{Markup, PreEscaped, html};

/// How a figure is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FigureOptions<'a> {
    /// How its chart is drawn.
    pub spec: SpecOptions,
    /// For a figure that can be closed to its headline: whether it is open.
    pub open: Option<bool>,
    /// Which of the parts that open hold their content.
    pub parts: Parts,
    /// The only layout that is drawn, where the width is known; else each, of
    /// which the style sheet shows the one that fits.
    pub layout: Option<Layout>,
    /// What stands around it.
    pub standing: Standing,
    /// What is chosen, as the query of an address, for the link that shares it.
    pub query: &'a str,
}

/// What stands around a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Standing {
    /// The dashboard, which has the page's heading.
    #[default]
    Dashboard,
    /// A page of its own in the site's folder of figures: its headline is the page's
    /// heading.
    Page,
    /// The same as one file, which knows of no site.
    File,
    /// Somebody else's page, with headings of its own.
    Guest,
}

/// Which of the parts that open hold their content. A page without a program
/// needs all of it; the program makes what is opened when it is opened, so that
/// a choice costs only what is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Parts {
    /// All, each closed.
    #[default]
    All,
    /// These, and they are open.
    Open {
        /// The table.
        table: bool,
        /// The list of sources.
        sources: bool,
    },
}

impl Parts {
    /// Nothing is open.
    pub const NONE_OPEN: Self = Self::Open { table: false, sources: false };

    /// Whether the table is filled in, and whether it is open.
    const fn table(self) -> (bool, bool) {
        match self {
            Self::All => (true, false),
            Self::Open { table, .. } => (table, table),
        }
    }

    /// Whether the sources are filled in, and whether they are open.
    const fn sources(self) -> (bool, bool) {
        match self {
            Self::All => (true, false),
            Self::Open { sources, .. } => (sources, sources),
        }
    }
}

/// A figure, ready to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Its metric.
    pub metric: Metric,
    /// The headline.
    pub headline: String,
    /// The chart in words.
    pub description: Vec<String>,
    /// The drawings, one for each layout asked for.
    pub scenes: Vec<Scene>,
    /// The whole as HTML.
    pub html: String,
}

/// Makes the figure of a metric.
pub fn figure(dataset: &Dataset, choice: &Choice, metric: Metric, options: FigureOptions) -> Figure {
    figure_of(dataset, &compared(dataset, choice, metric, options.spec), options)
}

/// Compares for a figure: as far as there is room for it.
pub(super) fn compared(dataset: &Dataset, choice: &Choice, metric: Metric, spec: SpecOptions) -> Comparison {
    match spec.room {
        Some(room) => compare_in(dataset, choice, metric, room),
        None => compare(dataset, choice, metric),
    }
}

/// Makes the figure of a comparison.
pub fn figure_of(dataset: &Dataset, comparison: &Comparison, options: FigureOptions) -> Figure {
    let metric = comparison.metric;
    let language = options.spec.language;
    let spec = chart_spec(dataset, comparison, options.spec);
    let headline = headline(dataset, comparison, language);
    let description = description(dataset, comparison, &spec, language);
    let drawn = |layout: &&Layout| options.layout.is_none_or(|only| only == **layout);
    let scenes: Vec<Scene> = Layout::ALL.iter().filter(drawn).map(|&layout| draw(&spec, layout)).collect();

    let phrases = language.phrases();
    let slug = metric.slug();
    // In a list of a page's links and buttons they would all be called the same.
    let of_this = html! { span.unseen { ": " (phrases.metric(metric)) } };
    let chart_name = phrases.subtitle(metric);
    let sources = sources_of(dataset, comparison, true);
    // Until a program leads them out of a frame, links of a figure's page do so themselves.
    let (folder, target, rel) = match options.spec.alone {
        true => (String::new(), Some("_blank"), Some("noopener")),
        false => (format!("{FIGURES}/"), None, None),
    };
    let body: Markup = html! {
        p.subtitle { (chart_name) }
        // Where the headline speaks of something else, and nobody would say it.
        @if comparison.ranks_nothing() && matches!(comparison.finding, Finding::AgainstTarget { .. }) {
            p.note { (language.say(&Sentence::RanksNothing)) }
        }
        div.unseen { @for sentence in &description { p { (sentence) } } }
        @if spec.rows > 0 || !spec.silent.is_empty() {
            div.drawing { @for scene in &scenes { (PreEscaped(scene.svg(chart_name))) } }
        }
        (key_html(&spec))
        @if options.spec.scale == ScaleKind::Log && spec.rows > 0 { p.note { (phrases.log_note) } }
        @if options.spec.alone && spec.hidden > 0 {
            p.note { (language.say(&Sentence::AndMore { rows: spec.hidden })) }
        }
        @if !options.spec.alone && (spec.hidden > 0 || (options.spec.expanded && spec.rows > 0)) {
            p.more-rows { @if spec.hidden > 0 {
                a href={ "?all=" (slug) } data-do={ "expand-" (slug) } { (language.say(&Sentence::ShowAllRows { rows: spec.rows })) }
            } @else {
                a href="?" data-do={ "fold-" (slug) } { (phrases.show_fewer) }
            } }
        }
        // Where the address asks for a plain figure, these stand for the parts below.
        @if options.standing != Standing::Dashboard {
            @if !options.spec.alone && spec.hidden > 0 { p.note.said-by { (language.say(&Sentence::AndMore { rows: spec.hidden })) } }
            @if let Some(line) = source_line(dataset, comparison, &spec, options.spec.expanded) { p.note.said-by { (line) } }
        }
        div.parts {
            details data-part={ (slug) "-table" } open[options.parts.table().1] {
                summary { (phrases.show_table) (of_this) }
                @if options.parts.table().0 {
                    div.scroll role="group" tabindex="0" aria-label=(chart_name) {
                        (table_html(dataset, comparison, options.spec, &headline))
                    }
                }
            }
            @if !sources.is_empty() {
                details data-part={ (slug) "-sources" } open[options.parts.sources().1] {
                    summary { (language.say(&Sentence::SourcesOfFigure(sources.len()))) (of_this) }
                    @if options.parts.sources().0 {
                        ol.sources { @for source in &sources { li { (source_html(source, language)) } } }
                    }
                }
            }
            details data-part={ (slug) "-counted" } {
                summary { (phrases.how_counted) (of_this) }
                p { (phrases.caution(metric)) }
            }
            @if options.standing != Standing::File {
                @let chosen = if options.query.is_empty() { String::new() } else { format!("?{}", options.query) };
                a href={ (folder) "index.html" (chosen) "#" (slug) } target=[target] rel=[rel] { (phrases.share) (of_this) }
                @if options.standing == Standing::Dashboard {
                    // There it is as it was chosen, in each of the formats.
                    a href={ (folder) "index.html" (chosen) "#" (FILES) (slug) } { (phrases.data_link) (of_this) }
                } @else {
                    // A frame has room for a file.
                    a href={ (folder) (FigureFile::Table.name(metric)) } download target=[target] rel=[rel] { (phrases.data_link) (of_this) }
                }
            }
        }
    };
    let id = format!("figure-{slug}");
    let headline_id = format!("headline-{slug}");
    let filled = options.open != Some(false) || options.parts == Parts::All;
    let html = match options.open {
        None => html! {
            figure.card id=(id) data-figure=(slug) aria-labelledby=(headline_id) {
                figcaption { @if matches!(options.standing, Standing::Page | Standing::File) { h1 id=(headline_id) { (headline) } } @else { h2 id=(headline_id) { (headline) } } }
                (body)
            }
        },
        Some(open) => html! {
            figure.card.closable id=(id) data-figure=(slug) aria-labelledby=(headline_id) {
                details data-open-figure=(slug) open[open] {
                    summary { h2 id=(headline_id) { (headline) } }
                    @if filled { (body) }
                }
            }
        },
    };
    Figure { metric, headline, description, scenes, html: html.into_string() }
}

/// The sources of everything that is compared, or of what is seen at a glance,
/// each once, in order.
pub(super) fn sources_of<'a>(dataset: &'a Dataset, comparison: &Comparison, all: bool) -> Vec<&'a Source> {
    let mut sources: Vec<&Source> = Vec::new();
    for (_, group, cell) in comparison.cells() {
        for &at in cell.evidence.iter().filter(|_| all || group.notable) {
            let Some(source) = dataset.source(&dataset.observations[at].source) else { continue };
            if !sources.iter().any(|known| known.id == source.id) {
                sources.push(source);
            }
        }
    }
    sources
}

/// Who says what is seen, in one line; nothing where nothing is said.
pub(super) fn source_line(
    dataset: &Dataset,
    comparison: &Comparison,
    spec: &ChartSpec,
    expanded: bool,
) -> Option<String> {
    // Also of what is reported instead, where it is seen.
    let instead =
        comparison.silent.iter().take(spec.silent.len()).filter_map(|silent| silent.instead.as_ref());
    let instead = instead
        .flat_map(|cell| &cell.evidence)
        .filter_map(|&at| dataset.source(&dataset.observations[at].source));
    let mut names: Vec<String> = Vec::new();
    for source in sources_of(dataset, comparison, expanded).into_iter().chain(instead) {
        if !names.iter().any(|known| known == source.short_name()) {
            names.push(source.short_name().to_owned());
        }
    }
    (!names.is_empty()).then(|| spec.language.say(&Sentence::SourceLine(names)))
}
