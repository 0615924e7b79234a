//! The page from which figures are taken along: each with its picture, what shows
//! it on another page, its files, and how it is cited.

use super::html::FigureOptions;
use super::linked_data::linked_data;
use super::standalone::framed_scenes;
use crate::chart::Layout;
use crate::compare::Choice;
use crate::format::{Citation, FrameHeights, Language, Sentence, written_date_words};
use crate::model::{Dataset, Metric};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The folder of the figures' own pages, files and this page, beside the dashboard's page.
pub const FIGURES: &str = "figure";

/// Stands in a snippet for the address of that folder, until a script knows it.
const ADDRESS: &str = "https://your-server.example/groundswell/figure/";

/// The files of a figure: the end of the name after its slug, and which it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureFile {
    /// Pixels.
    Picture,
    /// Pixels of a slide.
    Slide,
    /// SVG.
    Drawing,
    /// One HTML file that needs no other.
    Document,
    /// CSV.
    Table,
    /// The metadata of the CSV.
    TableMetadata,
    /// An extract.
    Data,
}

crate::model::closed_set!(FigureFile, "file of a figure", {
    Picture => ".png", Slide => "-slide.png", Drawing => ".svg", Document => "-document.html",
    Table => ".csv", TableMetadata => ".csv-metadata.json", Data => ".json",
});

/// The page. `css` and `script` are put into it; the marks for the policy are
/// filled by whoever writes it. `hash` is the data's fingerprint.
pub fn gallery_html(
    dataset: &Dataset,
    language: Language,
    hash: &str,
    (css, script): (&str, &str),
) -> String {
    let words = language.sharing();
    let choice = Choice::default();
    let options = FigureOptions::default();
    let date = written_date_words(language, &dataset.updated);
    let figure = |metric: Metric| -> Markup {
        let (slug, subtitle) = (metric.slug(), language.phrases().subtitle(metric));
        let framed = framed_scenes(dataset, &choice, metric, options);
        let headline = &framed.headline;
        let height = |layout: Layout| {
            let scene = framed.scenes.iter().find(|scene| scene.layout == layout);
            // The picture has nearly the words of the page, in smaller letters.
            let drawn = scene.map_or(0, |scene| scene.height as u32 * 16 / 100);
            (drawn + 150).div_ceil(50) * 50
        };
        let heights = FrameHeights { wide: height(Layout::Wide), narrow: height(Layout::Medium) };
        let snippet = html! {
            iframe src={ (ADDRESS) (slug) ".html" } title=(subtitle) width="100%" height=(heights.wide) frameborder="0"
                loading="lazy" referrerpolicy="no-referrer" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" {}
            "\n"
            p { a href={ (ADDRESS) (slug) ".html" } { (headline) } }
        };
        let citation = language.citation(&Citation { headline, subtitle, date: &date, hash });
        let snippet_id = format!("snippet-{slug}");
        let citation_id = format!("citation-{slug}");
        html! {
            section.card id=(slug) aria-labelledby={ "title-" (slug) } {
                h2 id={ "title-" (slug) } { a href={ (slug) ".html" } { (headline) } }
                p.subtitle { (subtitle) }
                h3 { (words.show_on_a_page) }
                p { label for=(snippet_id) { (words.frame_label) } }
                textarea id=(snippet_id) readonly rows="6" spellcheck="false" { (snippet.into_string()) }
                p { button.plain type="button" data-copies=(snippet_id) aria-describedby={ "title-" (slug) } hidden { (words.copy) } }
                p.note { (language.frame_heights(&heights)) " " (words.no_frames) }
                noscript { p.note { (words.address_unknown) } }
                h3 { (words.take_along) }
                ul { @for file in FigureFile::ALL {
                    li { a href={ (slug) (file.slug()) } download { (file.words(language)) } }
                } }
                h3 { (words.cite) }
                p id=(citation_id) { (citation) }
                p { button.plain type="button" data-copies=(citation_id) aria-describedby={ "title-" (slug) } hidden { (words.copy) } }
            }
        }
    };
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            head {
                meta charset="utf-8";
                (PreEscaped("<!-- static:policy --><!-- /static:policy -->"))
                link rel="icon" href="data:,";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (language.say(&Sentence::PageTitle { page: words.title.to_owned() })) }
                style { (PreEscaped(css)) }
                script type="application/ld+json" { (PreEscaped(linked_data(dataset, language, hash))) }
            }
            body {
                main.wrap data-copied=(words.copied) data-refused=(words.refused) {
                    p { a href="../index.html" { (language.frame().nav_overview) } }
                    h1 { (words.title) }
                    p.lead { (words.lead) }
                    @for &metric in Metric::CHARTED { (figure(metric)) }
                }
                p.unseen id="announcement" role="status" {}
                script { (PreEscaped(script)) }
            }
        }
    }
    .into_string()
}

impl FigureFile {
    fn words(self, language: Language) -> &'static str {
        let words = language.sharing();
        match self {
            Self::Picture => words.picture,
            Self::Slide => words.slide,
            Self::Drawing => words.drawing,
            Self::Document => words.document,
            Self::Table => words.table,
            Self::TableMetadata => words.table_metadata,
            Self::Data => words.data,
        }
    }
}
