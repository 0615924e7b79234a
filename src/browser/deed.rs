//! What the reader does to what was placed: links followed, controls used.
//! Controls are known by the name of their action (`data-do`), so that one
//! listener serves all of them, now and later.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

/// Something that the reader did.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// Followed a link within the page: its address begins with `?` or `#`.
    Followed {
        /// The address.
        href: String,
        /// What else the link does, by name.
        action: Option<String>,
        /// The campaign whose row leads there.
        campaign: Option<String>,
    },
    /// Used a control, by the name of its action (with what was picked of a list), or opened
    /// a figure or a part of one.
    Used {
        /// The name.
        name: String,
        /// Whether it is now ticked or open.
        on: bool,
    },
    /// Typed into a field.
    Typed(String),
    /// Pressed the key Escape in an open control or on its button.
    Escaped,
}

/// Calls back for every deed within an element; where that returns `true`, the
/// browser does nothing of its own. Links to be opened in a new tab are the browser's.
pub fn watch(root: &Element, mut done: impl FnMut(Deed) -> bool + 'static) {
    let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        if deed(&event, &target).is_some_and(&mut done) {
            event.prevent_default();
        }
    });
    for name in ["click", "change", "input", "toggle", "keydown"] {
        // While it is on its way down: the opening of a figure does not come up.
        let listener = callback.as_ref().unchecked_ref();
        let _ = root.add_event_listener_with_callback_and_bool(name, listener, true);
    }
    // Listens as long as the element lives.
    callback.forget();
}

fn deed(event: &Event, target: &Element) -> Option<Deed> {
    let name = |element: &Element| element.get_attribute("data-do");
    match event.type_().as_str() {
        "click" => {
            let found = target.closest("a[href],button[data-do]").ok().flatten()?;
            let Some(href) = found.get_attribute("href") else {
                return Some(Deed::Used { name: name(&found)?, on: true });
            };
            let mouse = event.dyn_ref::<MouseEvent>()?;
            let plain = mouse.button() == 0
                && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key());
            let ours = plain && !event.default_prevented() && href.starts_with(['?', '#']);
            let campaign = || found.closest("[data-campaign]").ok()??.get_attribute("data-campaign");
            ours.then(|| Deed::Followed { href, action: name(&found), campaign: campaign() })
        }
        "change" => {
            if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
                return Some(Deed::Used { name: format!("{}-{}", name(target)?, select.value()), on: true });
            }
            let input = target.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() != "search")?;
            Some(Deed::Used { name: name(target)?, on: input.checked() })
        }
        "input" => {
            let input = target.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "search")?;
            Some(Deed::Typed(input.value()))
        }
        "toggle" => {
            let on = target.has_attribute("open");
            let name = match target.get_attribute("data-open-figure") {
                Some(figure) => format!("figure-{figure}"),
                None => format!("part-{}", target.get_attribute("data-part")?),
            };
            Some(Deed::Used { name, on })
        }
        _ => {
            let escapes = event.dyn_ref::<KeyboardEvent>().is_some_and(|key| key.key() == "Escape");
            // In a chart it takes away what is shown beside a row.
            (escapes && target.closest(".panel,.control").ok()?.is_some()).then_some(Deed::Escaped)
        }
    }
}
