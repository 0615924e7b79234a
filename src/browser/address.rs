//! The query of the address, and the history behind the back button.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// The query of the address, without its question mark.
pub fn query() -> String {
    let search = super::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Shows a query in the address: as a new step of the history, or in place of
/// the present one. The step that is left keeps the name of what had the focus,
/// so that going back leads to it. In a frame without a history nothing happens.
pub fn show_query(query: &str, new_step: bool) {
    let Some(window) = super::window() else { return };
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else { return };
    let url = if query.is_empty() { path } else { format!("?{query}") };
    let result = if new_step {
        let held = super::page::held().map_or(JsValue::NULL, |name| JsValue::from_str(&name));
        let _ = history.replace_state(&held, "");
        history.push_state_with_url(&JsValue::NULL, "", Some(&url))
    } else {
        history.replace_state_with_url(&JsValue::NULL, "", Some(&url))
    };
    // A sandboxed frame refuses; the state then lives in memory.
    drop(result);
}

/// Shows in the address where in the page the reader was led, so that a copied
/// link leads there too.
pub fn show_fragment(fragment: &str) {
    if let Some(history) = super::window().and_then(|window| window.history().ok()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}

/// Calls back whenever the reader goes back or forward; then what had the focus
/// in that step has it again.
pub fn follow_address(mut changed: impl FnMut(String) + 'static) {
    let callback = Closure::<dyn FnMut()>::new(move || {
        changed(query());
        let state = super::window().and_then(|window| window.history().ok()?.state().ok());
        if let Some(name) = state.and_then(|state| state.as_string()) {
            super::page::hold_again(name, 30);
        }
    });
    if let Some(window) = super::window() {
        let _ = window.add_event_listener_with_callback("popstate", callback.as_ref().unchecked_ref());
    }
    // Listens as long as the page lives.
    callback.forget();
}

/// Copies the address to the clipboard; `false` where the browser refuses.
pub async fn copy_address() -> bool {
    let Some(window) = super::window() else { return false };
    let Ok(href) = window.location().href() else { return false };
    let clipboard = window.navigator().clipboard();
    // Absent outside a secure context (plain http on an intranet).
    if JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&href)).await.is_ok()
}
