//! Links of the page itself, followed without loading it anew.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, MouseEvent};

/// A link that was followed.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// Its address: begins with `?` or `#`.
    pub href: String,
    /// What else it does, by name.
    pub action: Option<String>,
}

/// Calls back when a link within the page is followed; where that returns
/// `true`, the browser does not follow it itself. Links to be opened in a new
/// tab or window are the browser's.
pub fn follow_links(mut followed: impl FnMut(Followed) -> bool + 'static) {
    let Some(document) = super::document() else { return };
    let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| {
            mouse.button() == 0
                && !mouse.ctrl_key()
                && !mouse.meta_key()
                && !mouse.shift_key()
                && !mouse.alt_key()
        });
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(link) = target.and_then(|target| target.closest("a[href]").ok().flatten()) else { return };
        let Some(href) = link.get_attribute("href") else { return };
        if !plain || event.default_prevented() || !href.starts_with(['?', '#']) {
            return;
        }
        if followed(Followed { href, action: link.get_attribute("data-do") }) {
            event.prevent_default();
        }
    });
    let _ = document.add_event_listener_with_callback("click", callback.as_ref().unchecked_ref());
    callback.forget();
}
