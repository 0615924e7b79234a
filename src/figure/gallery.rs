//! The page from which figures are taken along: each with its picture, what shows
//! it on another page, its files, and how it is cited.

use super::chosen::chosen;
use super::doctor::DOCTOR;
use super::head::head_html;
use super::html::FigureOptions;
use super::linked_data::linked_data;
use super::page::chooses_own;
use super::snippet::{Snippet, element_snippet, frame_heights};
use super::standalone::framed_scenes;
use super::taken::FigureFile;
use crate::chart::SpecOptions;
use crate::compare::Choice;
use crate::format::{Citation, FrameHeights, Language, written_date_words};
use crate::model::{Dataset, FigureName};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The folder of the figures' own pages, files and this page, beside the dashboard's page.
pub const FIGURES: &str = "figure";

/// With a figure's name after it, where its files are handed out on this page.
pub(super) const FILES: &str = "files-";

/// Stands in a snippet for the address of that folder, until a script knows it.
const ADDRESS: &str = "https://your-server.example/groundswell/figure/";

/// The style sheet that the program puts into what is taken along.
pub const TAKEN_STYLES: &str = "figures.css";

/// What is shared of a figure, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Sharing<'a> {
    /// What was chosen, and how it is drawn.
    pub choice: &'a Choice,
    /// Its query says what was chosen.
    pub options: FigureOptions<'a>,
    /// The data's fingerprint.
    pub hash: &'a str,
    /// The address of the figures' folder, with a slash at its end.
    pub address: &'a str,
    /// Whether the files stand ready beside the figure's page; else each is made
    /// when it is asked for.
    pub ready: bool,
}

/// What is said above the figures.
pub fn gallery_lead(dataset: &Dataset, choice: &Choice, language: Language) -> String {
    let words = language.sharing();
    html! {
        @if let Some(chosen) = chosen(dataset, choice, language) {
            (words.lead_of_choice) " " (chosen)
        } @else {
            (words.lead)
        }
    }
    .into_string()
}

/// A figure's part of the page: what shows it on another page, its files, and how
/// it is cited.
pub fn shared_html(dataset: &Dataset, name: FigureName, sharing: Sharing<'_>) -> String {
    let Sharing { choice, options, hash, address, ready } = sharing;
    let language = options.spec.language;
    let words = language.sharing();
    let slug = name.slug();
    let framed = framed_scenes(dataset, choice, name, options);
    let (headline, subtitle) = (&*framed.headline, &*framed.subtitle);
    let (wide, narrow) = frame_heights(&framed.scenes);
    let query = if options.query.is_empty() { String::new() } else { format!("?{}", options.query) };
    let page = format!("{address}{slug}.html{query}");
    let snippet = Snippet { address: &page, headline, subtitle, heights: (wide, narrow) };
    let element = element_snippet(address, slug, options.query, (&page, headline));
    let picture = snippet.picture(&format!("{address}{}", FigureFile::Drawing.name(name)));
    let date = written_date_words(language, &dataset.updated);
    let citation =
        language.citation(&Citation { headline, subtitle, date: &date, hash, address: Some(&page) });
    let id = |part: &str| format!("{part}-{slug}");
    let title = id("title");
    // In a list of the page's buttons and links they would all be called the same.
    let of_this = html! { span.unseen { ": " (language.phrases().figure(name)) } };
    let copies = |part: &str, words: &str, what: &str| -> Markup {
        html! { button.plain type="button" data-copies=(id(part)) aria-describedby=(title) hidden {
            (words) span.unseen { @if !what.is_empty() { ": " (what) } } (of_this)
        } }
    };
    let text = |part: &str, label: &str, rows: u32, content: &str| -> Markup {
        html! {
            p { label for=(id(part)) { (label) } }
            textarea id=(id(part)) readonly rows=(rows) spellcheck="false" { (content) }
            p { (copies(part, words.copy, label)) }
        }
    };
    let takes = |what: &str, words: &str| -> Markup {
        html! { button.plain type="button" data-takes=(what) data-figure=(slug) aria-describedby=(title) { (words) (of_this) } }
    };
    if framed.empty {
        return html! {
            section.card id=(slug) aria-labelledby=(title) {
                h2 id=(title) { (headline) }
                p.subtitle { (subtitle) }
            }
        }
        .into_string();
    }
    html! {
        section.card id=(slug) aria-labelledby=(title) {
            h2 id=(title) { a href={ (slug) ".html" (query) } { (headline) } }
            p.subtitle { (subtitle) }
            p { (copies("title", words.copy_headline, "")) }
            h3 { (words.show_on_a_page) (of_this) }
            @if chooses_own(dataset, choice) { p.notice { (words.own_kept_here) } }
            (text("snippet", words.frame_label, 7, &snippet.frame()))
            p.for-scripts hidden { label { input type="checkbox" data-freezes=(id("snippet")) data-figure=(slug); " " (words.freeze) (of_this) } }
            p.note { (language.frame_heights(&FrameHeights { wide, narrow })) }
            p { a href={ (DOCTOR) (query) "#" (slug) } { (language.embedding().link) (of_this) } }
            details {
                summary { (words.what_it_says) (of_this) }
                dl { @for (name, why) in words.attributes { dt { code { (name) } } dd { (why) } } }
            }
            details {
                summary { (words.other_ways) (of_this) }
                (text("address", words.address_label, 2, &page))
                (text("element", words.element_label, 5, &element))
                @if ready { (text("image", words.picture_label, 3, &picture)) }
                p.note { (words.no_frames) }
            }
            noscript { p.note { (words.address_unknown) } }
            // Whoever is led here does not see the heading of the figure.
            h3 id={ (FILES) (slug) } { (words.take_along) ": " (language.phrases().figure(name)) }
            ul { @for &file in FigureFile::ALL {
                li { @if ready {
                    a href=(file.name(name)) download { (file.words(language)) (of_this) }
                } @else {
                    (takes(file.slug(), file.words(language)))
                } }
            } }
            p.for-scripts.row hidden {
                label for=(id("size")) { (words.picture_size) (of_this) }
                select id=(id("size")) {
                    @for (at, name) in words.picture_sizes.iter().enumerate() {
                        option value=(if at < 4 { (at + 1).to_string() } else { "slide".to_owned() }) { (name) }
                    }
                }
                (takes("save", words.save_picture))
                (takes("copy", words.copy_picture))
            }
            h3 { (words.cite) (of_this) }
            p id=(id("citation")) { (citation) }
            p { (copies("citation", words.copy, words.citation)) }
        }
    }
    .into_string()
}

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
    let spec = SpecOptions { language, ..SpecOptions::default() };
    let options = FigureOptions { spec, ..FigureOptions::default() };
    let sharing = Sharing { choice: &choice, options, hash, address: ADDRESS, ready: true };
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            (head_html(words.title, css, &html! { script type="application/ld+json" { (PreEscaped(linked_data(dataset, language, hash))) } }, language))
            body {
                main.wrap data-copied=(words.copied) data-refused=(words.refused) data-saved=(words.saved)
                    data-failed=(words.not_made) data-frozen=(words.now_frozen) data-follows=(words.now_follows) data-picture-refused=(words.picture_refused) data-address=(ADDRESS) data-styles=(TAKEN_STYLES) {
                    p { a href="../index.html" { (language.frame().nav_overview) } }
                    h1 { (words.title) }
                    div.notices data-place="notices" role="status" {}
                    p.notice id="as-built" role="alert" hidden { (words.as_built) }
                    p.lead data-place="lead" { (PreEscaped(gallery_lead(dataset, &choice, language))) }
                    div data-place="figures" {
                        @for &name in FigureName::ALL { (PreEscaped(shared_html(dataset, name, sharing))) }
                    }
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
