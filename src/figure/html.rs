//! One figure: a chart with everything that must not be parted from it.

use super::content::{Content, content, metric_content, table, terms};
use super::evidence::source_html;
use super::gallery::{FIGURES, FILES};
use super::key::key_html;
use super::table::{TableOrder, table_html};
use super::taken::FigureFile;
use crate::chart::{Layout, Scene, SpecOptions};
use crate::compare::{Choice, Comparison, Sorting, Subject};
use crate::format::{Language, Sentence};
use crate::model::{Dataset, FigureName};
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
    /// How its table is sorted, if other than at first.
    pub sorting: Option<Sorting>,
    /// How many times more rows of its table were asked for.
    pub more: usize,
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
    /// Which.
    pub name: FigureName,
    /// The headline.
    pub headline: String,
    /// The chart in words.
    pub description: Vec<String>,
    /// The drawings, one for each layout asked for.
    pub scenes: Vec<Scene>,
    /// The whole as HTML.
    pub html: String,
}

/// Makes a figure.
pub fn figure(dataset: &Dataset, choice: &Choice, name: FigureName, options: FigureOptions) -> Figure {
    let subject = Subject::of(dataset, choice, name, options.spec.room);
    figure_of(dataset, choice, &subject, &content(dataset, choice, &subject, options), options)
}

/// Makes the figure of a metric: all that the page's own program draws, which has nothing of
/// those that set campaigns beside each other.
pub fn metric_figure(dataset: &Dataset, comparison: &Comparison, options: FigureOptions) -> Figure {
    let content = metric_content(dataset, comparison, options);
    // Where every part is filled in, no program sorts it.
    let sorts = options.standing == Standing::Dashboard && options.parts != Parts::All;
    let order = sorts.then_some(TableOrder {
        figure: content.name,
        sorting: options.sorting,
        pages: options.more + 1,
    });
    let table = |caption: &str| table_html(dataset, comparison, options.spec, order, caption);
    framed(&content, &table, &Markup::default, options)
}

/// Why a figure that sets campaigns beside each other is not drawn where it has its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Undrawn {
    /// It is closed.
    #[default]
    Closed,
    /// The program that draws it is on its way.
    Waiting,
    /// That did not start.
    Failed,
}

/// A figure that sets campaigns beside each other, where it is not drawn: what it answers,
/// and a link to its own page. `query` is what is chosen.
pub fn undrawn_html(name: FigureName, why: Undrawn, query: &str, language: Language) -> String {
    let (phrases, slug) = (language.phrases(), name.slug());
    let id = format!("headline-{slug}");
    html! {
        figure.card.closable.undrawn id={ "figure-" (slug) } data-figure=(slug) aria-labelledby=(id) {
            details data-open-figure=(slug) open[why != Undrawn::Closed] {
                summary { h2 id=(id) { (phrases.question(name)) } }
                @match why {
                    Undrawn::Closed => {}
                    Undrawn::Waiting => p role="status" { (phrases.figure_loading) },
                    Undrawn::Failed => p role="alert" { (phrases.figure_failed) " "
                        button.plain type="button" data-do="draw-again" { (phrases.try_again) } },
                }
                p { a href={ (FIGURES) "/" (slug) ".html" @if !query.is_empty() { "?" (query) } } { (phrases.figure_alone) } }
            }
        }
    }
    .into_string()
}

/// Makes the figure of a content.
pub(super) fn figure_of(
    dataset: &Dataset,
    choice: &Choice,
    subject: &Subject,
    content: &Content<'_>,
    options: FigureOptions,
) -> Figure {
    let table = |caption: &str| table(dataset, subject, options, caption);
    framed(content, &table, &|| terms(dataset, choice, subject, options), options)
}

/// What stands around every figure. `table` makes the table under a caption, `terms` what can
/// be chosen in the figure.
fn framed(
    content: &Content<'_>,
    table: &dyn Fn(&str) -> Markup,
    terms: &dyn Fn() -> Markup,
    options: FigureOptions,
) -> Figure {
    let language = options.spec.language;
    let Content { name, headline, subtitle, note, description, plot, key, sources, said_by, .. } = content;
    let drawn = |layout: &&Layout| options.layout.is_none_or(|only| only == **layout);
    let scenes: Vec<Scene> = Layout::ALL.iter().filter(drawn).map(|&layout| plot.scene(layout)).collect();

    let phrases = language.phrases();
    let slug = name.slug();
    // In a list of a page's links and buttons they would all be called the same.
    let of_this = html! { span.unseen { ": " (phrases.figure(*name)) } };
    let (hidden, rows) = plot.rows();
    // Until a program leads them out of a frame, links of a figure's page do so themselves.
    let (folder, target, rel) = match options.spec.alone {
        true => (String::new(), Some("_blank"), Some("noopener")),
        false => (format!("{FIGURES}/"), None, None),
    };
    // What can be chosen in a figure is there once the program is, which draws what is seen.
    let chooses = options.standing == Standing::Dashboard && options.parts != Parts::All;
    let body: Markup = html! {
        // What is answered, which stood there while it was closed.
        @if options.open == Some(true) && name.metric().is_none() { p.note { (phrases.question(*name)) } }
        p.subtitle { (subtitle) }
        @if let Some(note) = note { p.note { (note) } }
        // What is read above is not read again.
        @let is_new = |sentence: &&String| note.as_ref().is_none_or(|note| !note.contains(&***sentence));
        div.unseen { @for sentence in description.iter().filter(is_new) { p { (sentence) } } }
        @if !plot.is_empty() {
            div.drawing { @for scene in &scenes { (PreEscaped(scene.svg(subtitle))) } }
        }
        (key_html(key, language))
        @if plot.is_logarithmic() { p.note { (phrases.log_note) } }
        @if options.spec.alone && hidden > 0 {
            p.note { (language.say(&Sentence::AndMore { rows: hidden })) }
        }
        @if !options.spec.alone && (hidden > 0 || (options.spec.expanded && rows > 0)) {
            p.more-rows { @if hidden > 0 {
                a href={ "?all=" (slug) } data-do={ "expand-" (slug) } { (language.say(&Sentence::ShowAllRows { rows })) }
            } @else {
                a href="?" data-do={ "fold-" (slug) } { (phrases.show_fewer) }
            } }
        }
        @if chooses { (terms()) }
        // Where the address asks for a plain figure, these stand for the parts below.
        @if options.standing != Standing::Dashboard {
            @if !options.spec.alone && hidden > 0 { p.note.said-by { (language.say(&Sentence::AndMore { rows: hidden })) } }
            @if let Some(line) = said_by { p.note.said-by { (line) } }
        }
        div.parts {
            details data-part={ (slug) "-table" } open[options.parts.table().1] {
                summary { (phrases.show_table) (of_this) }
                @if options.parts.table().0 {
                    div.scroll role="group" tabindex="0" aria-label={ (phrases.table) ": " (subtitle) } {
                        (table(headline))
                    }
                }
            }
            @if !sources.is_empty() {
                details data-part={ (slug) "-sources" } open[options.parts.sources().1] {
                    summary { (language.say(&Sentence::SourcesOfFigure(sources.len()))) (of_this) }
                    @if options.parts.sources().0 {
                        ol.sources { @for source in sources { li { (source_html(source, language)) } } }
                    }
                }
            }
            details data-part={ (slug) "-counted" } {
                summary { (phrases.how_counted) (of_this) }
                p { (content.caution) }
            }
            @if options.standing != Standing::File {
                @let chosen = if options.query.is_empty() { String::new() } else { format!("?{}", options.query) };
                a href={ (folder) "index.html" (chosen) "#" (slug) } target=[target] rel=[rel] { (phrases.share) (of_this) }
                @if options.standing == Standing::Dashboard {
                    // There it is as it was chosen, in each of the formats.
                    a href={ (folder) "index.html" (chosen) "#" (FILES) (slug) } { (phrases.data_link) (of_this) }
                } @else {
                    // A frame has room for a file.
                    a href={ (folder) (FigureFile::Table.name(*name)) } download target=[target] rel=[rel] { (phrases.data_link) (of_this) }
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
    Figure {
        name: *name,
        headline: headline.clone(),
        description: description.clone(),
        scenes,
        html: html.into_string(),
    }
}
