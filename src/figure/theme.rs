//! The choice of theme: that of the dashboard, and the same on the pages of one's own data,
//! kept in the same way (`state/theme.rs`), so that what is chosen on one holds on all.

use crate::format::Language;
use maud::{Markup, PreEscaped, html};

/// What runs before a page of one's own data is seen, and sets the theme that was chosen.
const BEFORE_IT_IS_SEEN: &str = include_str!("own_theme.js");

/// What stands in the head of such a page for it.
pub(super) fn theme_script() -> Markup {
    html! { script { (PreEscaped(BEFORE_IT_IS_SEEN)) } }
}

/// The choice on such a page. It does nothing without scripts.
pub(super) fn theme_choice(language: Language) -> Markup {
    let frame = language.frame();
    html! {
        label.theme.for-scripts hidden { (frame.theme) " "
            select id="theme" autocomplete="off" {
                (themes(language))
            }
        }
    }
}

/// The themes there are to choose from.
pub(super) fn themes(language: Language) -> Markup {
    let slugs = ["system", "light", "dark", "high-contrast"];
    html! { @for (slug, name) in slugs.iter().zip(language.frame().themes) { option value=(slug) { (name) } } }
}
