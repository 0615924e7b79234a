//! A figure as one file without script.

use super::chosen::chosen;
use super::content::{Content, content};
use super::html::{Figure, FigureOptions, Standing, figure_of};
use super::oembed::{Published, discovery};
use super::taken::FigureFile;
use crate::chart::{Frame, Layout, Scene, SpecOptions, framed};
use crate::compare::{Choice, Subject};
use crate::format::{Citation, Language, Sentence, written_date_words};
use crate::model::{Dataset, FigureName};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// A figure that has no page around it, and what it is made of.
struct Alone<'a> {
    content: Content<'a>,
    figure: Figure,
    language: Language,
}

fn alone<'a>(
    dataset: &'a Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    standing: Standing,
) -> Alone<'a> {
    let spec = SpecOptions { alone: true, ..options.spec };
    let subject = Subject::of(dataset, choice, name, spec.room);
    let options = FigureOptions { spec, standing, ..FigureOptions::default() };
    let content = content(dataset, choice, &subject, options);
    let figure = figure_of(dataset, choice, &subject, &content, options);
    Alone { content, figure, language: spec.language }
}

/// The data of a figure that does not change any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept<'a> {
    /// The text of its extract.
    pub data: &'a str,
    /// The fingerprint of that.
    pub hash: &'a str,
}

/// A figure as one HTML file: complete, without script, light and dark by
/// style sheet. `css` is the minified style sheet of figures. The data is in the
/// file too, so that whoever has the file can go on from it.
pub fn standalone_html(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    css: &str,
    kept: Kept<'_>,
) -> String {
    let alone = alone(dataset, choice, name, options, Standing::File);
    let language = alone.language;
    let words = language.sharing();
    let citation = Citation {
        headline: &alone.figure.headline,
        subtitle: &alone.content.subtitle,
        date: &written_date_words(language, &dataset.updated),
        hash: kept.hash,
        address: None,
    };
    let foot = html! {
        @if let Some(chosen) = chosen(dataset, choice, language) { p.note { (chosen) } }
        p.note { (language.citation(&citation)) }
        p.note { (words.does_not_change) " "
            a href={ "data:application/json;charset=utf-8," (escaped(kept.data)) }
                download=(FigureFile::Data.name(name)) { (words.save_its_data) } }
    };
    page_alone(alone, css, Around::Document(foot))
}

/// A text as the rest of a `data:` address, which gives it back byte for byte.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '%' => out.push_str("%25"),
            '#' => out.push_str("%23"),
            '\t' => out.push_str("%09"),
            '\n' => out.push_str("%0A"),
            '\r' => out.push_str("%0D"),
            // Validators of HTML ask for these.
            ' ' => out.push_str("%20"),
            '"' => out.push_str("%22"),
            '<' => out.push_str("%3C"),
            '>' => out.push_str("%3E"),
            '{' => out.push_str("%7B"),
            '}' => out.push_str("%7D"),
            '[' => out.push_str("%5B"),
            ']' => out.push_str("%5D"),
            '\\' => out.push_str("%5C"),
            '^' => out.push_str("%5E"),
            '`' => out.push_str("%60"),
            '|' => out.push_str("%7C"),
            other => out.push(other),
        }
    }
    out
}

/// A figure as a page to be shown in a frame: the same, with a link to the
/// dashboard, and a script that tells the page around it how high it is. The marks
/// for the policy are filled by whoever writes the page, since it follows from what
/// stands in it.
pub fn embed_html(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    css: &str,
    embed: Embed<'_>,
) -> String {
    page_alone(alone(dataset, choice, name, options, Standing::Page), css, Around::Frame(embed))
}

/// What a figure's page has when it is made for a frame.
#[derive(Clone, Copy, Debug)]
pub struct Embed<'a> {
    /// The script.
    pub script: &'a str,
    /// The address of the dashboard.
    pub home: &'a str,
    /// Where the page will be, if that is known: then others can discover it.
    pub published: Option<Published<'a>>,
}

/// What a figure's page is made for.
enum Around<'a> {
    /// A file of its own; this stands below the figure.
    Document(Markup),
    /// A frame.
    Frame(Embed<'a>),
}

/// The page of a figure.
fn page_alone(Alone { figure, language, .. }: Alone<'_>, css: &str, around: Around<'_>) -> String {
    let frame = language.frame();
    let (head, before, below, after) = match around {
        Around::Document(foot) => (Markup::default(), Markup::default(), foot, Markup::default()),
        Around::Frame(Embed { script, home, published }) => (
            html! {
                (PreEscaped("<!-- static:policy --><!-- /static:policy -->"))
                @if let Some(published) = published {
                    (discovery(figure.name, &figure.headline, published, language))
                }
            },
            html! {
                // Before the figure, so that it is never seen otherwise than the address asks.
                script { (PreEscaped(script)) }
                div.notices data-place="notices" role="status" {}
                p.notice id="as-built" role="alert" hidden { (frame.figure_as_built) }
                p.notice id="not-frozen" role="alert" hidden { (language.sharing().not_frozen) }
            },
            html! {
                p.note data-place="chosen" {}
                p.home { a href=(home) target="_blank" rel="noopener" { (frame.open_in_dashboard) } }
            },
            html! {
                p.unseen id="announcement" role="status" {}
                div.tip hidden { span {} a href="?" target="_blank" rel="noopener" {} }
            },
        ),
    };
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            head {
                meta charset="utf-8";
                (head)
                // Else a browser that opens it alone asks the server for one.
                link rel="icon" href="data:,";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                title { (language.say(&Sentence::PageTitle { page: figure.headline.clone() })) }
                style { (PreEscaped(css)) }
            }
            body.alone {
                (before)
                main.whole {
                    div data-place="figure" { (PreEscaped(&figure.html)) }
                    (below)
                }
                (after)
            }
        }
    }
    .into_string()
}

/// What stands below a chart: how to read its axis, what is not shown, what it hides, who
/// says so.
fn notes(dataset: &Dataset, choice: &Choice, content: &Content<'_>, language: Language) -> Vec<String> {
    let phrases = language.phrases();
    let mut notes: Vec<String> = content.note.clone().into_iter().collect();
    if content.plot.is_logarithmic() {
        notes.push(phrases.log_note.to_owned());
    }
    let (rows, _) = content.plot.rows();
    if rows > 0 {
        notes.push(language.say(&match content.unseen.is_empty() {
            true => Sentence::AndMore { rows },
            false => Sentence::AndMoreOf { rows, campaigns: content.unseen.clone() },
        }));
    }
    notes.extend(chosen(dataset, choice, language));
    notes.push(content.caution.to_owned());
    notes.extend(content.said_by.clone());
    notes
}

/// The margin above and below a picture's content, pixels.
const MARGIN: i32 = 8;

/// How much of a picture's width its content has, per cent.
const WITHIN: i32 = 96;

/// The height of a picture, pixels. Ems become pixels here: a picture has no text
/// size of the reader's.
fn picture_height(scene: &Scene) -> i32 {
    (scene.height * 16 + 99) / 100 + 2 * MARGIN
}

/// What the page's body gives a figure, the picture gives itself. The rules for
/// the layouts have to outweigh those of the page.
fn picture_css(scenes: &[Scene]) -> String {
    let mut css = ":root{background:var(--card);font:16px \"Segoe UI\",Roboto,Helvetica,Arial,sans-serif}.chart{font-size:16px}".to_owned();
    let mut before: Option<Layout> = None;
    for scene in scenes {
        let (slug, height) = (scene.layout.slug(), picture_height(scene));
        let rule = format!(":root{{height:{height}px}}");
        css.push_str(&match before {
            None => rule,
            Some(before) => format!(
                "@media(min-width:{}px){{{rule}svg .chart.{}{{display:none}}svg .chart.{slug}{{display:inline}}}}",
                (scene.layout.least_width() as i32 * 1600).div_euclid(WITHIN) + 1,
                before.slug()
            ),
        });
        before = Some(scene.layout);
    }
    css
}

/// A figure's drawings with its words around them, and what they are called.
pub(super) struct Framed {
    pub(super) scenes: Vec<Scene>,
    pub(super) headline: String,
    /// What is plotted.
    pub(super) subtitle: String,
    pub(super) description: String,
    /// Whether there is nothing to show.
    pub(super) empty: bool,
}

/// A figure in every layout, with everything that must not be parted from it.
pub(super) fn framed_scenes(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
) -> Framed {
    let Alone { content, figure, language } = alone(dataset, choice, name, options, Standing::File);
    let notes = notes(dataset, choice, &content, language);
    // A picture is one thing to a screen reader: it is told what others see.
    let description = [figure.description, notes.clone()].concat().join(" ");
    let empty = content.plot.is_empty();
    let frame = Frame {
        headline: figure.headline,
        subtitle: content.subtitle,
        key: content.key,
        notes,
        across: options.spec.across,
    };
    let scenes: Vec<Scene> = figure.scenes.iter().map(|scene| framed(scene, &frame)).collect();
    Framed { scenes, headline: frame.headline, subtitle: frame.subtitle, description, empty }
}

/// A figure as one SVG file: the drawing with its words, in every layout, of
/// which the style sheet shows the one that fits.
pub fn standalone_svg(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    css: &str,
) -> String {
    let Framed { scenes, headline, description, .. } = framed_scenes(dataset, choice, name, options);
    // In a page, as an image, only the height in the attribute counts, whatever
    // the width: as much as any layout needs, so that nothing is cut off.
    let most = scenes.iter().map(picture_height).max().unwrap_or(0);
    let css = format!("{css}{}", picture_css(&scenes));
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width="100%" height=(most) role="img" aria-labelledby="t d" {
            title id="t" { (headline) }
            desc id="d" { (description) }
            style { (PreEscaped(css)) }
            svg x={ ((100 - WITHIN) / 2) "%" } y=(MARGIN) width={ (WITHIN) "%" } overflow="visible" {
                @for scene in &scenes { (PreEscaped(scene.svg(&headline))) }
            }
        }
    }
    .into_string()
}
