//! A figure as a picture of a fixed size: for a slide, a document, a post.

use super::html::FigureOptions;
use super::picture_style::{colour, picture_style};
use super::standalone::{Framed, framed_scenes};
use crate::chart::{Layout, SpecOptions};
use crate::compare::{Choice, ROOMS};
use crate::model::{Dataset, FigureName};
use maud::{PreEscaped, html};

/// How large a picture is to be, and in which colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PictureSize<'a> {
    /// The width that the figure is laid out for, CSS pixels.
    pub width: u32,
    /// Pixels of the picture for each of them.
    pub density: u32,
    /// Whether the picture has the sides of a slide, 16 to 9; else it is as high as
    /// the figure.
    pub slide: bool,
    /// The theme, by its slug.
    pub theme: &'a str,
}

impl PictureSize<'static> {
    /// Of the picture that stands ready beside a figure's page.
    pub const READY: Self = Self { width: 960, density: 2, slide: false, theme: "light" };
}

/// A slide, pixels.
pub const SLIDE: (u32, u32) = (1_920, 1_080);

/// The widths that a figure can be laid out for, CSS pixels.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 240..=1_600;

/// A picture as SVG without conditions: one layout, one theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The drawing.
    pub svg: String,
    /// Its size, pixels.
    pub size: (u32, u32),
    /// What it shows.
    pub headline: String,
    /// The same in words, with every note: for those who cannot see it.
    pub description: String,
}

/// Pixels of an em.
const EM: u32 = 16;

/// Around the figure, CSS pixels.
const MARGIN: u32 = 24;

/// How much smaller than elsewhere letters may become on a slide before it shows fewer
/// rows, as a fraction: it is read from afar.
const SMALLEST: (u32, u32) = (3, 4);

/// Makes the picture of a figure. `css` is the minified style sheet of figures.
pub fn picture(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    size: PictureSize<'_>,
    css: &str,
) -> Picture {
    let room = |width: u32| width.saturating_sub(2 * MARGIN);
    // The widest layout that fits, as the style sheet chooses it.
    let fits = |layout: Layout| layout.least_width() * EM <= room(size.width);
    let layout = Layout::ALL.iter().copied().rfind(|&layout| fits(layout));
    let layout = layout.unwrap_or(Layout::ALL[0]);
    let framed_in = |width: u32, rows: Option<usize>| {
        let spec = SpecOptions { across: Some(room(width) * 100 / EM), ..options.spec };
        let spec = SpecOptions { room: rows.or(spec.room), ..spec };
        framed_scenes(dataset, choice, name, FigureOptions { spec, ..options })
    };
    let height = |framed: &Framed| {
        let scene = framed.scenes.iter().find(|scene| scene.layout == layout);
        scene.map_or(0, |scene| (scene.height as u32 * EM).div_ceil(100) + 2 * MARGIN)
    };
    let mut width = size.width;
    let mut framed = framed_in(width, None);
    let fits_slide = |framed: &Framed, width: u32| height(framed) * 16 <= width * 9;
    if size.slide && !fits_slide(&framed, width) {
        // With smaller letters there is more room to the side too, and then fewer rows.
        width = width * SMALLEST.1 / SMALLEST.0;
        framed = framed_in(width, None);
        let rooms = if options.spec.expanded { &[][..] } else { &ROOMS[..] };
        for rows in rooms {
            if fits_slide(&framed, width) {
                break;
            }
            framed = framed_in(width, Some(*rows));
        }
    }
    let high = height(&framed);
    let Framed { scenes, headline, description, .. } = framed;
    let Some(scene) = scenes.iter().find(|scene| scene.layout == layout) else {
        return Picture { svg: String::new(), size: (0, 0), headline, description };
    };
    // What the picture shows, CSS pixels, and how large that becomes. On a slide a
    // figure that is too high for it stands smaller, in the middle.
    let (shown, pixels) = if size.slide {
        // Whole numbers of the same sides, or a line of nothing would be left at an edge.
        let sixteenth = width.div_ceil(16).max(high.div_ceil(9));
        ((16 * sixteenth, 9 * sixteenth), SLIDE)
    } else {
        ((size.width, high), (size.width * size.density, high * size.density))
    };
    let across = room(width);
    let (x, y) = ((shown.0 - across) / 2, (shown.1 - (high - 2 * MARGIN)) / 2);
    let style = picture_style(css, size.theme);
    let svg = html! {
        svg xmlns="http://www.w3.org/2000/svg" width=(pixels.0) height=(pixels.1) viewBox={ "0 0 " (shown.0) " " (shown.1) }
            role="img" aria-labelledby="t d" font-size=(EM)
            font-family="'Segoe UI', Roboto, Helvetica, Arial, 'Noto Sans', sans-serif" {
            title id="t" { (headline) }
            desc id="d" { (description) }
            style { (PreEscaped(style)) }
            rect width="100%" height="100%" fill=(colour(css, size.theme, "--card")) {}
            svg x=(x) y=(y) width=(across) height=(high - 2 * MARGIN) overflow="visible" {
                (PreEscaped(scene.svg(&headline)))
            }
        }
    }
    .into_string();
    Picture { svg, size: pixels, headline, description }
}
