//! What is the reader's own, the theme and how charts are read out: in local storage, never
//! in the address.

use crate::chart::Spoken;
use crate::state::Theme;
use std::str::FromStr;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlSelectElement, Storage};

/// The key that `boot.js` reads before the first paint.
const KEY: &str = "groundswell.theme";

/// Wakes the theme's choice in the header: shows the kept one, keeps a new one.
pub fn keep_theme() {
    let select = super::document().and_then(|document| document.get_element_by_id("theme"));
    let Some(select) = select.and_then(|select| select.dyn_into::<HtmlSelectElement>().ok()) else { return };
    let kept = storage().and_then(|storage| storage.get_item(KEY).ok().flatten());
    let theme = kept.and_then(|kept| Theme::from_str(&kept).ok()).unwrap_or_default();
    select.set_value(theme.slug());
    select.set_disabled(false);
    let chosen = select.clone();
    let callback = Closure::<dyn FnMut()>::new(move || {
        let theme = Theme::from_str(&chosen.value()).unwrap_or_default();
        let Some(root) = super::document().and_then(|document| document.document_element()) else { return };
        // Without storage the choice lasts as long as the page.
        if theme == Theme::System {
            let _ = root.remove_attribute("data-theme");
            let _ = storage().map(|storage| storage.remove_item(KEY));
        } else {
            let _ = root.set_attribute("data-theme", theme.slug());
            let _ = storage().map(|storage| storage.set_item(KEY, theme.slug()));
        }
    });
    let _ = select.add_event_listener_with_callback("change", callback.as_ref().unchecked_ref());
    callback.forget();
}

/// The key of how much is said of a mark.
const SPOKEN: &str = "groundswell.spoken";

/// How much this reader wants to be said of a mark.
pub fn kept_spoken() -> Spoken {
    let kept = storage().and_then(|storage| storage.get_item(SPOKEN).ok().flatten());
    kept.and_then(|kept| kept.parse().ok()).unwrap_or_default()
}

/// Keeps it. Without storage it lasts as long as the page.
pub fn keep_spoken(spoken: Spoken) {
    let _ = storage().map(|storage| storage.set_item(SPOKEN, spoken.slug()));
}

fn storage() -> Option<Storage> {
    super::window().and_then(|window| window.local_storage().ok().flatten())
}
