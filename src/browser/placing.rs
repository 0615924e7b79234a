//! Putting what was drawn into its place on the page: what a reader sees of it at once, the rest
//! of a long chart as soon as that is on the screen.

use super::amend::{LATER, amend, amend_children, likeness_of};
use super::constancy::{come_from, marked, stood};
use super::page::{after_paint, each, focus, focused_within, name_of};
use std::cell::{Cell, RefCell};
use web_sys::Element;

/// A row that waits, and what it is to be; as it is, where it is only not shown yet.
type Waiting = (Element, Option<Element>);

thread_local! {
    /// Whether the page is being printed: paper has no later frame.
    static PRINTING: Cell<bool> = const { Cell::new(false) };
    /// The rows that wait, each with its place.
    static WAITING: RefCell<Vec<(Element, Vec<Waiting>)>> = const { RefCell::new(Vec::new()) };
}

/// Replaces what an element holds. Parts that the reader had opened stay open,
/// and the focus stays on what bears the same name. Where a chart shows the same rows as
/// before, as on another axis, only what differs is touched: most of its texts stand where
/// they stood, and need not be laid out again.
pub fn place_html(element: &Element, html: &str) {
    // What waited for an earlier choice is not to come after this one.
    WAITING.with_borrow_mut(|waiting| waiting.retain(|(place, _)| place != element));
    let opened: Vec<String> = each(element, "details[open][data-part]")
        .filter_map(|details| details.get_attribute("data-part"))
        .collect();
    let focused = focused_within(element).and_then(|active| name_of(&active));
    let stood = stood(element);
    let Some(likeness) = likeness_of(element, html) else { return };
    for part in &opened {
        if let Ok(Some(details)) = likeness.query_selector(&format!("[data-part=\"{part}\"]")) {
            let _ = details.set_attribute("open", "");
        }
    }
    let (present, wanted): (Vec<_>, Vec<_>) = (marked(element).collect(), marked(&likeness).collect());
    let same_row = |((one, _), (other, _)): (&(String, Element), &(String, Element))| one == other;
    let same_rows =
        !present.is_empty() && present.len() == wanted.len() && present.iter().zip(&wanted).all(same_row);
    // A row that has the focus cannot lose it for a frame.
    let may_wait = focused.is_none() && !PRINTING.get();
    let at_once = stood.in_sight.filter(|_| may_wait).unwrap_or(usize::MAX);
    let later: Vec<Waiting> = if same_rows {
        let rows = present.into_iter().zip(wanted).skip(at_once);
        let later =
            rows.filter_map(|((_, row), (_, wanted))| Some((row, Some(put_aside(wanted)?)))).collect();
        amend_children(element, &likeness);
        later
    } else {
        let later: Vec<Waiting> = wanted.into_iter().skip(at_once).map(|(_, row)| (row, None)).collect();
        for (row, _) in &later {
            let _ = row.set_attribute(LATER, "");
        }
        element.set_text_content(None);
        while let Some(part) = likeness.first_child() {
            let _ = element.append_child(&part);
        }
        later
    };
    come_from(element, &stood);
    if !later.is_empty() {
        WAITING.with_borrow_mut(|waiting| waiting.push((element.clone(), later)));
        after_paint(show_waiting);
    }
    if let Some(name) = focused {
        let mut gone = true;
        // Every layout holds the mark; the one that is shown can take the focus.
        for candidate in each(element, &name) {
            focus(&candidate);
            gone = false;
        }
        // So that the next key starts from here.
        let beginning = || element.query_selector("h1, details[data-open-figure] > summary").ok().flatten();
        if let Some(heading) = gone.then(beginning).flatten() {
            focus(&heading);
        }
    }
}

/// Takes a row out of a likeness; what stands there then says that it comes later.
fn put_aside(row: Element) -> Option<Element> {
    let stand_in: Element = wasm_bindgen::JsCast::unchecked_into(row.clone_node().ok()?);
    let _ = stand_in.set_attribute(LATER, "");
    row.replace_with_with_node_1(&stand_in).ok()?;
    Some(row)
}

/// While the page is printed, everything is there at once.
pub(super) fn print(printing: bool) {
    PRINTING.set(printing);
    show_waiting();
}

/// Shows the rows that waited.
fn show_waiting() {
    for (row, wanted) in WAITING.take().into_iter().flat_map(|(_, rows)| rows) {
        match wanted {
            Some(wanted) => amend(&row, &wanted),
            None => drop(row.remove_attribute(LATER)),
        }
    }
}
