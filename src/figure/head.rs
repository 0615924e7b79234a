//! What the head of every page beside the dashboard holds.

use crate::format::{Language, Sentence};
use maud::{Markup, PreEscaped, html};

/// The head of a page of that name. `css` is put into it; the marks for the policy are
/// filled by whoever writes the page. `more` stands at its end.
pub(super) fn head_html(page: &str, css: &str, more: &Markup, language: Language) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            (PreEscaped("<!-- static:policy --><!-- /static:policy -->"))
            link rel="icon" href="data:,";
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            title { (language.say(&Sentence::PageTitle { page: page.to_owned() })) }
            style { (PreEscaped(css)) }
            (more)
        }
    }
}
