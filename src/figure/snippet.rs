//! What is put into somebody else's page to show a figure there.

use crate::chart::{Layout, Scene};
use maud::{Markup, PreEscaped, html};
use percent_encoding::percent_decode_str;

/// The frame of a figure, which carries what it needs where nobody listens to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Snippet<'a> {
    /// The address of the figure's page.
    pub address: &'a str,
    /// What the figure says.
    pub headline: &'a str,
    /// What is plotted: names the frame.
    pub subtitle: &'a str,
    /// The height in wide windows, and in narrow ones, CSS pixels.
    pub heights: (u32, u32),
}

/// Below this width of the window a column is taken to be narrow, CSS pixels.
const NARROW: u32 = 760;

impl Snippet<'_> {
    /// The frame alone.
    pub(super) fn frame_html(&self) -> Markup {
        let Self { address, subtitle, heights: (wide, narrow), .. } = self;
        // One of two heights, without a style sheet: the difference of the widths is
        // made so large that it is beyond either end.
        let height = format!("width:100%;height:clamp({wide}px,({NARROW}px - 100vw)*9999,{narrow}px)");
        html! {
            iframe src=(address) title=(subtitle) width="100%" height=(wide) style=(height) frameborder="0"
                loading="lazy" referrerpolicy="no-referrer"
                sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads" {}
        }
    }

    /// A frame, with a link below it that stays where frames are taken out.
    pub fn frame(&self) -> String {
        html! { (self.frame_html()) "\n" p { a href=(self.address) { (self.headline) } } }.into_string()
    }

    /// A picture with the headline as its text, which leads to the figure.
    pub fn picture(&self, picture: &str) -> String {
        html! { a href=(self.address) { img src=(picture) alt=(self.headline) width="100%"; } }.into_string()
    }
}

/// How high a frame is to be where nobody listens to what the figure says of its
/// height: in wide windows, and in narrow ones, CSS pixels. `scenes` are the drawings
/// with their words around them.
pub(super) fn frame_heights(scenes: &[Scene]) -> (u32, u32) {
    let height = |layout: Layout| {
        let scene = scenes.iter().find(|scene| scene.layout == layout);
        // The picture has nearly the words of the page, in smaller letters.
        let drawn = scene.map_or(0, |scene| scene.height as u32 * 16 / 100);
        (drawn + 170).div_ceil(50) * 50
    };
    (height(Layout::Wide), height(Layout::Medium))
}

/// What can be chosen of a figure by the attributes of its element, each as in a link to the
/// dashboard.
const CHOICES: [&str; 8] =
    ["campaigns", "sources", "scale", "all", "action", "attention", "accept", "against"];

/// A figure as an element of the page. `site` is the address of the figures' folder,
/// `query` what was chosen; the link stands in it until the figure is there.
pub fn element_snippet(site: &str, figure: &str, query: &str, link: (&str, &str)) -> String {
    let (address, headline) = link;
    let chosen = |wanted: &str| {
        let mut parts = query.split('&').filter_map(|part| part.split_once('='));
        let value = parts.find(|(name, _)| *name == wanted)?.1;
        Some(percent_decode_str(value).decode_utf8_lossy())
    };
    let attributes: Vec<String> = CHOICES
        .iter()
        .filter_map(|name| Some(format!(" {name}=\"{}\"", html! { (chosen(name)?) }.into_string())))
        .collect();
    html! {
        script type="module" src={ (site) "element.js" } {}
        "\n"
        (PreEscaped(format!("<groundswell-figure figure=\"{figure}\"{}>", attributes.concat())))
        a href=(address) { (headline) }
        (PreEscaped("</groundswell-figure>"))
    }
    .into_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_element_knows_every_choice() {
        let listed = format!("const CHOICES = {CHOICES:?}");
        assert!(include_str!("element.js").contains(&listed), "element.js is to say {listed}");
    }

    #[test]
    fn an_element_has_what_was_chosen_as_attributes() {
        let site = "https://a.example/figure/";
        let link = ("https://a.example/figure/reach.html", "A & B");
        let snippet = element_snippet(site, "reach", "scale=linear&campaigns=a,b%22%3Cb%3E&open=views", link);
        assert_eq!(
            snippet,
            "<script type=\"module\" src=\"https://a.example/figure/element.js\"></script>\n\
             <groundswell-figure figure=\"reach\" campaigns=\"a,b&quot;&lt;b&gt;\" scale=\"linear\">\
             <a href=\"https://a.example/figure/reach.html\">A &amp; B</a></groundswell-figure>"
        );
        let minded =
            element_snippet(site, "attention", "attention=reach&accept=periods,platforms&sort=x", link);
        assert!(
            minded.contains("figure=\"attention\" attention=\"reach\" accept=\"periods,platforms\">"),
            "{minded}"
        );
    }
}
