//! Marks can be walked with the arrow keys, and say their label when hovered,
//! tapped or focused.

use super::page::{each, focus};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, FocusEvent, HtmlElement, KeyboardEvent, Node, PointerEvent};

/// Where a row says which keys walk its chart, to those who listen.
const KEYS: &str = "aria-description";

/// Wakes the marks of every chart within an element, now and later. `who_says` is
/// what the tooltip's link to the evidence is called, `keys` says which keys walk.
pub fn walk_marks(root: &Element, who_says: &'static str, keys: &'static str) {
    on(root, "keydown", |root, event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if key.key() == "Escape" {
            hide(root);
        } else if let Some(row) = row_of(event) {
            walk(event, &key.key(), &row);
        }
    });
    on(root, "focusin", move |root, event| match row_of(event) {
        Some(row) => {
            let keys = Some(keys).filter(|_| comes_by_keyboard(event, &row));
            if let Some(keys) = keys {
                let _ = row.set_attribute(KEYS, keys);
            }
            show(root, &row, Lead { who_says, keys, tapped: false });
        }
        None if !in_tip(event) => hide(root),
        None => {}
    });
    on(root, "focusout", |_, event| {
        if let Some(row) = row_of(event) {
            let _ = row.remove_attribute(KEYS);
        }
    });
    on(root, "pointerover", move |root, event| {
        let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
        match row_of(event) {
            Some(row) if !touch => show(root, &row, Lead { who_says, keys: None, tapped: false }),
            None if !in_tip(event) && !touch => hide(root),
            _ => {}
        }
    });
    // A tap shows what hovering shows; the link in it leads on.
    on(root, "click", move |root, event| {
        let touch = event.dyn_ref::<PointerEvent>().is_some_and(|pointer| pointer.pointer_type() == "touch");
        if let Some(row) = row_of(event).filter(|_| touch) {
            event.prevent_default();
            show(root, &row, Lead { who_says, keys: None, tapped: true });
        } else if !in_tip(event) {
            hide(root);
        }
    });
}

fn on(root: &Element, name: &str, mut action: impl FnMut(&Element, &Event) + 'static) {
    let within = root.clone();
    let callback = Closure::<dyn FnMut(Event)>::new(move |event: Event| action(&within, &event));
    // Before the page's own handling of links.
    let _ = root.add_event_listener_with_callback_and_bool(name, callback.as_ref().unchecked_ref(), true);
    callback.forget();
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn row_of(event: &Event) -> Option<Element> {
    target(event)?.closest("a.row").ok()?
}

/// Whether the focus comes to a row by a key, and from outside its chart: then it is
/// said once which keys lead on.
fn comes_by_keyboard(event: &Event, row: &Element) -> bool {
    let left =
        event.dyn_ref::<FocusEvent>().and_then(|focus| focus.related_target()?.dyn_into::<Node>().ok());
    let chart = row.closest("svg.chart").ok().flatten();
    let stays = chart.is_some_and(|chart| chart.contains(left.as_ref()));
    !stays && row.matches(":focus-visible").unwrap_or(false)
}

fn in_tip(event: &Event) -> bool {
    target(event).is_some_and(|target| matches!(target.closest(".tip"), Ok(Some(_))))
}

/// Moves the focus along the rows of the chart that a row is in.
fn walk(event: &Event, key: &str, row: &Element) {
    let Ok(Some(chart)) = row.closest("svg.chart") else { return };
    let rows: Vec<Element> = each(&chart, "a.row").collect();
    let Some(at) = rows.iter().position(|other| other == row) else { return };
    let next = match key {
        "ArrowDown" | "ArrowRight" => (at + 1).min(rows.len() - 1),
        "ArrowUp" | "ArrowLeft" => at.saturating_sub(1),
        "Home" => 0,
        "End" => rows.len() - 1,
        _ => return,
    };
    event.prevent_default();
    let _ = row.set_attribute("tabindex", "-1");
    let _ = rows[next].set_attribute("tabindex", "0");
    focus(&rows[next]);
}

fn tip(root: &Element) -> Option<HtmlElement> {
    root.query_selector(".tip").ok()??.dyn_into().ok()
}

fn hide(root: &Element) {
    if let Some(tip) = tip(root) {
        let _ = tip.set_attribute("hidden", "");
    }
    mark_together(root, None);
}

/// What leads on from a row.
#[derive(Clone, Copy)]
struct Lead {
    /// What the link to its evidence is called.
    who_says: &'static str,
    /// Which keys do, where that is to be said.
    keys: Option<&'static str>,
    /// Whether it was tapped: then the link does, for the row itself leads nowhere.
    tapped: bool,
}

/// Shows a row's label below it, and what leads on from it.
fn show(root: &Element, row: &Element, Lead { who_says, keys, tapped }: Lead) {
    let (Some(tip), Some(label)) = (tip(root), row.get_attribute("aria-label")) else { return };
    let (words, link) = (tip.first_element_child(), tip.last_element_child());
    if let (Some(words), Some(link)) = (words, link) {
        words.set_text_content(Some(&label));
        let href = row.get_attribute("href").unwrap_or_default();
        let _ = link.set_attribute("href", &href);
        link.set_text_content(Some(who_says));
    }
    let _ = match keys {
        Some(keys) => tip.set_attribute("data-keys", keys),
        None => tip.remove_attribute("data-keys"),
    };
    tip.set_class_name(if tapped { "tip tapped" } else { "tip" });
    let _ = tip.remove_attribute("hidden");
    // What it is placed in begins where the root does, however far that is scrolled.
    let (place, whole) = (row.get_bounding_client_rect(), root.get_bounding_client_rect());
    let width = f64::from(tip.offset_width());
    let within = place.left() - whole.left();
    let left = (within + place.width() * 0.3).min(f64::from(root.client_width()) - width - 8.0).max(8.0);
    // Set through the object model, which a policy without inline styles allows.
    let style = tip.style();
    let _ = style.set_property("left", &format!("{}px", left as i32));
    // Below its row; above it where there is no room below.
    let height = f64::from(tip.offset_height());
    let below = place.bottom() + 2.0;
    let above = place.top() - height - 2.0;
    let sight = super::document().and_then(|document| document.document_element());
    let sight = sight.map_or(0.0, |page| f64::from(page.client_height()));
    let top = if below + height > sight && above >= 0.0 { above } else { below };
    let _ = style.set_property("top", &format!("{}px", (top - whole.top()) as i32));
    mark_together(root, row.get_attribute("data-campaign").as_deref());
}

/// Highlights a campaign in every chart.
fn mark_together(root: &Element, campaign: Option<&str>) {
    for row in each(root, ".row.together") {
        let _ = row.class_list().remove_1("together");
    }
    let Some(campaign) = campaign else { return };
    for row in
        each(root, "a.row").filter(|row| row.get_attribute("data-campaign").as_deref() == Some(campaign))
    {
        let _ = row.class_list().add_1("together");
    }
}
