//! The query of the address, and the history behind the back button.

use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// The query of the address, without its question mark.
pub fn query() -> String {
    write_address();
    let search = super::window().and_then(|window| window.location().search().ok()).unwrap_or_default();
    search.trim_start_matches('?').to_owned()
}

/// Where in the history an address is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// As a new one, from which going back leads to the present one.
    New,
    /// In place of the present one.
    Present,
}

/// Shows a query in the address. A new entry is a step of the reader's choices; the one that
/// is left keeps the name of what had the focus, so that going back leads to it. Browsers take a
/// millisecond or two to write it, so it is written once what was chosen is on the screen, or as
/// soon as somebody asks. In a frame without a history nothing happens, and it is called back
/// that there are no steps.
pub fn show_query(query: &str, entry: Entry, refused: impl FnOnce() + 'static) {
    write_address();
    let held = match entry {
        Entry::New => super::page::held().unwrap_or_default(),
        Entry::Present => String::new(),
    };
    if entry == Entry::New {
        STEP.set(STEP.get() + 1);
        LAST.set(STEP.get());
    }
    UNWRITTEN.set(Some(Unwritten { query: query.to_owned(), entry, held }));
    super::page::after_paint(move || {
        if !write_address() {
            refused();
        }
    });
}

/// What is to stand in the address.
struct Unwritten {
    query: String,
    entry: Entry,
    /// What had the focus.
    held: String,
}

/// Writes into the address what it is to show, if that is not written yet. `false` where the
/// browser refuses it, as a sandboxed frame's may: the state then lives in memory, and nothing
/// can be undone.
fn write_address() -> bool {
    let Some(Unwritten { query, entry, held }) = UNWRITTEN.take() else { return true };
    let Some(window) = super::window() else { return true };
    let (Ok(history), Ok(path)) = (window.history(), window.location().pathname()) else { return true };
    let url = if query.is_empty() { path } else { format!("?{query}") };
    let step = STEP.get();
    let written = match entry {
        Entry::Present => history.replace_state_with_url(&state_of(step, ""), "", Some(&url)),
        Entry::New => {
            let _ = history.replace_state(&state_of(step.saturating_sub(1), &held), "");
            history.push_state_with_url(&state_of(step, ""), "", Some(&url))
        }
    };
    if written.is_err() && entry == Entry::New {
        STEP.set(0);
        LAST.set(0);
    }
    written.is_ok()
}

thread_local! {
    /// Which step of the reader's choices is shown, counted from that with which the page
    /// was opened; and which was made last.
    static STEP: Cell<u32> = const { Cell::new(0) };
    static LAST: Cell<u32> = const { Cell::new(0) };
    /// What is not in the address yet.
    static UNWRITTEN: Cell<Option<Unwritten>> = const { Cell::new(None) };
    /// Which way the page itself goes a step.
    static STEPPING: Cell<Option<Step>> = const { Cell::new(None) };
}

/// What a step of the history keeps: its number, and the name of what had the focus.
fn state_of(step: u32, held: &str) -> JsValue {
    JsValue::from_str(&format!("{step} {held}"))
}

/// What the step of the history that is shown keeps: its number, and the name of what had the
/// focus.
fn kept() -> (u32, String) {
    let state = super::window().and_then(|window| window.history().ok()?.state().ok());
    let state = state.and_then(|state| state.as_string()).unwrap_or_default();
    let (step, held) = state.split_once(' ').unwrap_or_default();
    (step.parse().unwrap_or(0), held.to_owned())
}

/// Whether there is a step of this page to undo, and one to do again.
pub fn steps() -> (bool, bool) {
    (STEP.get() > 0, STEP.get() < LAST.get())
}

/// Which way a step of the reader's choices is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Back to what was chosen before.
    Undo,
    /// Forward to what was undone.
    Redo,
}

/// Goes a step in what was chosen; whether there is one.
pub fn step(step: Step) -> bool {
    write_address();
    let (can_undo, can_redo) = steps();
    let possible = match step {
        Step::Undo => can_undo,
        Step::Redo => can_redo,
    };
    // One step is taken at a time: the next might lead out of the page.
    if possible && STEPPING.get().is_none() {
        // The focus stays on the button.
        STEPPING.set(Some(step));
        go(step);
    }
    possible
}

/// Goes that way in the history of the browser.
fn go(step: Step) {
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let _ = match step {
        Step::Undo => history.back(),
        Step::Redo => history.forward(),
    };
}

/// Shows in the address where in the page the reader was led, so that a copied link leads
/// there too. It is no step of the reader's choices: where the link was one, it stands in the
/// entry of that; otherwise in a new one, so that going back leads to where the reader came
/// from.
pub fn show_fragment(fragment: &str, entry: Entry) {
    write_address();
    let Some(history) = super::window().and_then(|window| window.history().ok()) else { return };
    let (step, url) = (STEP.get(), format!("#{fragment}"));
    if entry == Entry::Present {
        let _ = history.replace_state_with_url(&state_of(step, ""), "", Some(&url));
        return;
    }
    let held = super::page::held().unwrap_or_default();
    let _ = history.replace_state(&state_of(step, &held), "");
    if history.push_state_with_url(&state_of(step, ""), "", Some(&url)).is_ok() {
        LAST.set(step);
    }
}

/// Calls back whenever the reader goes back or forward, with the query, and which way where
/// the page itself went a step; then what had the focus in that step has it again.
pub fn follow_address(mut changed: impl FnMut(String, Option<Step>) + 'static) {
    // Loaded again, the page goes on from the step that it showed.
    let (step, _) = kept();
    STEP.set(step);
    LAST.set(step);
    let callback = Closure::<dyn FnMut()>::new(move || {
        // Who goes on in the history leaves what was not written.
        UNWRITTEN.set(None);
        let (step, held) = kept();
        let left = STEP.replace(step);
        LAST.set(LAST.get().max(STEP.get()));
        // Where the reader was led within the page is no choice to be undone.
        if let Some(step) = STEPPING.get().filter(|_| STEP.get() == left) {
            return go(step);
        }
        let stepping = STEPPING.take();
        changed(query(), stepping);
        if stepping.is_none() && !held.is_empty() {
            super::page::hold_again(held, 30);
        } else if stepping.is_none() {
            // Forward, to where the reader was led.
            super::page::scroll_to_fragment();
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
    write_address();
    let Some(window) = super::window() else { return false };
    let Ok(href) = window.location().href() else { return false };
    let clipboard = window.navigator().clipboard();
    // Absent outside a secure context (plain http on an intranet).
    if JsValue::from(clipboard.clone()).is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&href)).await.is_ok()
}
