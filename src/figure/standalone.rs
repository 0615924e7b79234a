//! A figure as one file without script.

use super::html::{FigureOptions, Parts, figure};
use crate::chart::{Layout, SpecOptions};
use crate::compare::Choice;
use crate::format::Sentence;
use crate::model::{Dataset, Metric};
use maud::{DOCTYPE, PreEscaped, html};

/// The options of a figure that has no page around it.
fn alone(options: FigureOptions) -> FigureOptions {
    FigureOptions { open: None, parts: Parts::All, layout: None, spec: SpecOptions { alone: true, ..options.spec } }
}

/// A figure as one HTML file: complete, without script, light and dark by
/// style sheet. `css` is the minified style sheet of figures.
pub fn standalone_html(
    dataset: &Dataset,
    choice: &Choice,
    metric: Metric,
    options: FigureOptions,
    css: &str,
) -> String {
    let options = alone(options);
    let figure = figure(dataset, choice, metric, options);
    let language = options.spec.language;
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta name="color-scheme" content="light dark";
                title { (language.say(&Sentence::PageTitle { page: figure.headline.clone() })) }
                style { (PreEscaped(css)) }
            }
            body.alone { main { (PreEscaped(&figure.html)) } }
        }
    }
    .into_string()
}

/// A figure's drawing as one SVG file: both layouts, of which the style sheet
/// shows the one that fits.
pub fn standalone_svg(
    dataset: &Dataset,
    choice: &Choice,
    metric: Metric,
    options: FigureOptions,
    css: &str,
) -> String {
    let figure = figure(dataset, choice, metric, alone(options));
    let height =
        |layout: Layout| figure.scenes.iter().find(|s| s.layout == layout).map_or(0, |scene| scene.height);
    // Ems become pixels here: a picture has no text size of the reader's.
    let pixels = |ems: i32| (ems * 16 + 99) / 100;
    let (narrow, wide) = (pixels(height(Layout::Narrow)), pixels(height(Layout::Wide)));
    // What the page's body gives a figure, the picture gives itself. Its rules
    // for the two layouts have to outweigh those of the page.
    let switch = format!(
        "{css}:root{{height:{narrow}px;background:var(--card);font:16px \"Segoe UI\",Roboto,Helvetica,Arial,sans-serif}}.chart{{font-size:16px}}@media(min-width:{}px){{:root{{height:{wide}px}}svg .chart.narrow{{display:none}}svg .chart.wide{{display:inline}}}}",
        Layout::Wide.least_width() * 16,
    );
    // In a page, as an image, only this height counts, whatever the width: as
    // much as any layout needs, so that nothing is cut off.
    let most = narrow.max(wide);
    html! {
        svg xmlns="http://www.w3.org/2000/svg" width="100%" height=(most) role="img" aria-labelledby="t d" {
            title id="t" { (figure.headline) }
            desc id="d" { (figure.description.join(" ")) }
            style { (PreEscaped(switch)) }
            @for scene in &figure.scenes { (PreEscaped(scene.svg(&figure.headline))) }
        }
    }
    .into_string()
}
