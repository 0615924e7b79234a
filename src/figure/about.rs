//! About these figures: what the words mean and hide, how the page compares,
//! where the data comes from.

use crate::format::Language;
use maud::html;

/// The name of its file.
pub const ABOUT: &str = "about.html";

/// The page about the figures: a file of its own beside the page, since few
/// readers open it.
pub fn about_html(language: Language) -> String {
    let phrases = language.phrases();
    html! {
        article.about {
            h1 tabindex="-1" { (phrases.nav_about) }
            @for (heading, paragraphs) in language.about() {
                h2 { (heading) }
                @for paragraph in *paragraphs { p { (paragraph) } }
            }
        }
    }
    .into_string()
}
