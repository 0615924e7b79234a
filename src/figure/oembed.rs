//! How a figure's page is discovered by programs that are given its address: by
//! oEmbed (<https://oembed.com>, version 1.0), as WordPress asks for it, and by Open
//! Graph (<https://ogp.me>), as messengers do. Both need absolute addresses.

use super::html::FigureOptions;
use super::site_address::SiteAddress;
use super::snippet::{Snippet, frame_heights};
use super::standalone::{Framed, framed_scenes};
use crate::compare::Choice;
use crate::format::Language;
use crate::model::{Dataset, FigureName};
use maud::{Markup, html};
use serde_json::json;

/// How the name of a figure's answer to oEmbed ends, after the figure's slug.
pub const OEMBED: &str = ".oembed.json";

/// The width for which the frame's height is right, CSS pixels; it is as wide as
/// the column it is put into all the same.
const COLUMN: u32 = 700;

/// How long an answer may be kept, seconds: a day.
const KEPT: u32 = 24 * 60 * 60;

/// A figure on a site whose address is known.
#[derive(Clone, Copy, Debug)]
pub struct Published<'a> {
    /// The site.
    pub site: &'a SiteAddress,
    /// The pixels of the figure's picture (`NAME.png`), across and down.
    pub picture: (u32, u32),
}

impl Published<'_> {
    fn page(&self, name: FigureName) -> String {
        self.site.of_figures(&format!("{}.html", name.slug()))
    }

    fn picture(&self, name: FigureName) -> String {
        self.site.of_figures(&format!("{}.png", name.slug()))
    }
}

/// What the head of a figure's page says to such programs.
pub(super) fn discovery(
    name: FigureName,
    headline: &str,
    published: Published,
    language: Language,
) -> Markup {
    let (page, (wide, high)) = (published.page(name), published.picture);
    let answer = published.site.of_figures(&format!("{}{OEMBED}", name.slug()));
    let phrases = language.phrases();
    html! {
        link rel="canonical" href=(page);
        link rel="alternate" type="application/json+oembed" href=(answer) title=(headline);
        meta property="og:type" content="website";
        meta property="og:site_name" content=(phrases.product);
        meta property="og:title" content=(headline);
        meta property="og:description" content=(language.subtitle(name));
        meta property="og:url" content=(page);
        meta property="og:image" content=(published.picture(name));
        meta property="og:image:width" content=(wide);
        meta property="og:image:height" content=(high);
        meta property="og:image:alt" content=(headline);
    }
}

/// The answer to whoever asks by oEmbed how the figure's page is shown: in a frame.
///
/// Before the frame stands a quotation with a link. WordPress loads what makes a
/// frame as high as it says only where there is one, and hides it once the figure
/// has told its height; where scripts are off it shows the link instead.
pub fn oembed_json(
    dataset: &Dataset,
    choice: &Choice,
    name: FigureName,
    options: FigureOptions,
    published: Published,
) -> String {
    let phrases = options.spec.language.phrases();
    let Framed { scenes, headline, subtitle, .. } = framed_scenes(dataset, choice, name, options);
    let (page, heights) = (published.page(name), frame_heights(&scenes));
    let snippet = Snippet { address: &page, headline: &headline, subtitle: &subtitle, heights };
    let shown = html! {
        blockquote { a href=(page) { (headline) } }
        (snippet.frame_html())
    };
    let (wide, high) = published.picture;
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "title": headline,
        "provider_name": phrases.product,
        "provider_url": published.site.as_str(),
        "cache_age": KEPT,
        "html": shown.into_string(),
        "width": COLUMN,
        "height": heights.0,
        "thumbnail_url": published.picture(name),
        "thumbnail_width": wide,
        "thumbnail_height": high,
    });
    answer.to_string() + "\n"
}
