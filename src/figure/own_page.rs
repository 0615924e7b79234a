//! The page where files are brought: what stands in it before any is read. A script and
//! a program beside the page (`bin/reading`) do the rest.

use super::head::head_html;
use super::page::navigation;
use super::theme::{theme_choice, theme_script};
use crate::format::Language;
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The page's folder, beside the dashboard's page.
pub const OWN: &str = "own";

/// The parts of the site, from that folder.
const OF_SITE: [&str; 4] =
    ["../index.html", "../index.html?view=campaigns", "index.html", "../index.html?view=about"];

/// The id of what a page of that folder is about, to which its top can be skipped.
pub(super) const CONTENT: &str = "content";

/// What stands above that: what leads to the parts of the site, of which `here` is the one
/// that is shown, and the choice of theme.
pub(super) fn own_top(here: Option<usize>, language: Language) -> Markup {
    html! {
        a.skip href={ "#" (CONTENT) } { (language.frame().skip_to_content) }
        header.wrap { div.row.top {
            span.brand { (language.phrases().product) }
            (navigation(OF_SITE, here, language))
            (theme_choice(language))
        } }
    }
}

/// The page. `css` and `script` are put into it; the marks for the policy are filled by
/// whoever writes it.
pub fn own_html(language: Language, (css, script): (&str, &str)) -> String {
    let words = language.own_phrases();
    html! {
        (DOCTYPE)
        html lang=(language.slug()) {
            (head_html(words.title, css, &theme_script(), language))
            body {
                (own_top(Some(2), language))
                main.wrap id=(CONTENT) tabindex="-1" data-cancelled=(words.cancelled) data-aside=(words.aside) data-broke-down=(words.broke_down) data-damaged=(words.damaged)
                    data-no-program=(words.no_program) data-name-missing=(words.name_missing)
                    data-nothing-chosen=(words.nothing_chosen) data-undo=(words.undo) data-undone=(words.undone)
                    data-name-taken=(words.name_taken) data-saved=(words.saved) data-none-found-chosen=(words.none_found_chosen) data-promised=(words.promised)
                    data-not-promised=(words.not_promised) data-all-deleted=(words.all_deleted) data-whose-unsaid=(words.whose_unsaid) {
                    h1 { (words.title) }
                    p.lead { (words.lead) }
                    noscript { p.notice { (words.no_script) } }
                    p.notice id="trouble" role="alert" hidden {}
                    section.card.for-scripts aria-labelledby="bring" hidden {
                        h2 id="bring" { (words.bring) }
                        p { label.control for="files" { (words.choose) }
                            input.unseen id="files" type="file" multiple aria-describedby="files-hint privacy"; }
                        p.note id="files-hint" { (words.files_hint) }
                        p.note id="privacy" { (words.privacy) }
                        div.row id="progress" hidden {
                            progress aria-labelledby="progressed" {}
                            span id="progressed" {}
                            button.plain type="button" data-does="cancel" { (words.cancel) }
                        }
                    }
                    div data-place="files" {}
                    p.notice id="told" tabindex="-1" hidden {}
                    div data-place="campaigns" {}
                    div data-place="keeping" {}
                    section.card aria-labelledby="privacy-notice" {
                        h2 id="privacy-notice" { (words.privacy_notice) }
                        ul { @for point in words.privacy_points { li { (point) } } }
                    }
                }
                p.unseen id="announcement" role="status" {}
                script { (PreEscaped(script)) }
            }
        }
    }
    .into_string()
}
