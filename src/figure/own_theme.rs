//! The choice of theme on the pages of one's own data: the same as the dashboard's, kept in
//! the same way (`state/theme.rs`), so that what is chosen on one holds on all.

use crate::format::Language;
use maud::{Markup, PreEscaped, html};

/// What runs before such a page is seen, and sets the theme that was chosen.
const BEFORE_IT_IS_SEEN: &str = include_str!("own_theme.js");

/// What stands in the head of such a page for it.
pub(super) fn theme_script() -> Markup {
    html! { script { (PreEscaped(BEFORE_IT_IS_SEEN)) } }
}

/// The choice. It does nothing without scripts.
pub(super) fn theme_choice(language: Language) -> Markup {
    let frame = language.frame();
    html! {
        label.theme.for-scripts hidden { (frame.theme) " "
            select id="theme" autocomplete="off" {
                @for (slug, name) in ["system", "light", "dark", "high-contrast"].iter().zip(frame.themes) {
                    option value=(slug) { (name) }
                }
            }
        }
    }
}
