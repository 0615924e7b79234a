//! About these figures: what the words mean and hide, how the page compares,
//! where the data comes from.

use crate::format::Language;
use maud::html;

/// The page about the figures. `version` names the data's date and fingerprint.
pub fn about_html(language: Language, version: &str) -> String {
    let phrases = language.phrases();
    html! {
        article.about {
            h1 tabindex="-1" { (phrases.nav_about) }
            @for (heading, paragraphs) in language.about() {
                h2 { (heading) }
                @for paragraph in *paragraphs { p { (paragraph) } }
            }
            p.aside { (version) }
        }
    }
    .into_string()
}
