//! Object constancy: where a chart is drawn anew to another scale or in another order, each
//! mark moves from where it stood. Not for readers who ask for less motion.

use super::page::{after_paint, each, root, sight};
use js_sys::{Array, Object, Reflect};
use std::cell::RefCell;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use web_sys::Element;

/// How long a mark is on its way, milliseconds.
const WAY: f64 = 250.0;

/// The rows of a chart, and what each is marked with.
const ROWS: &str = "svg.chart a.row";
const MARK: &str = "data-mark";

/// What is drawn of a mark.
const DRAWN: &str = ":not(text):not(.hit):not(.joint)";

/// Where the marks of a place stood.
#[derive(Default)]
pub(super) struct Stood {
    /// Of the drawings that are seen, which layout.
    layout: String,
    marks: Vec<Standing>,
    /// How many rows stand above the lower edge of what is seen, and somewhat more; nothing
    /// where they do not stand below each other, or it does not matter.
    pub(super) in_sight: Option<usize>,
}

/// So many rows more may be seen once they are drawn anew.
const MORE: usize = 3;

/// Where a mark stands: its key, the top of its row, and the middle of what is drawn.
type Standing = (String, f64, Option<f64>);

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Element)]
    type Animated;

    #[wasm_bindgen(method, catch, js_name = getAnimations)]
    fn get_animations(this: &Animated, options: &JsValue) -> Result<Array, JsValue>;

    type Animation;

    #[wasm_bindgen(method)]
    fn cancel(this: &Animation);

    #[wasm_bindgen(method, catch)]
    fn animate(this: &Animated, frames: &JsValue, options: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = matchMedia)]
    fn match_media(query: &str) -> JsValue;
}

thread_local! {
    /// Where the marks of some places stood before a choice.
    static NOTED: RefCell<Vec<(Element, Stood)>> = const { RefCell::new(Vec::new()) };
}

/// Notes where the marks of some places stand, for as long as a choice is being shown: once
/// anything on the page was touched, the browser has to lay it out before it can measure.
pub(super) fn note(places: impl Iterator<Item = Element>) {
    let noted = places.map(|place| (place.clone(), measured(&place))).collect();
    NOTED.set(noted);
    after_paint(|| NOTED.set(Vec::new()));
}

/// Where the marks of a place stand, or stood when that was noted.
pub(super) fn stood(place: &Element) -> Stood {
    let noted = NOTED.with_borrow_mut(|noted| {
        let at = noted.iter().position(|(other, _)| other == place)?;
        Some(noted.swap_remove(at).1)
    });
    noted.unwrap_or_else(|| measured(place))
}

/// Where the marks stand that are seen now; nothing for readers who ask for less motion, of a
/// place that is out of sight, and as long as the page starts.
fn measured(place: &Element) -> Stood {
    let layout = layout(place);
    // What an address asks for at the start is there at once.
    let starts = root().is_none_or(|root| !root.has_attribute("data-ready"));
    let area = place.get_bounding_client_rect();
    if layout.is_empty() || starts || area.bottom() < 0.0 || area.top() > sight() {
        return Stood::default();
    }
    let rows: Vec<(String, f64, Element)> = rows(place).collect();
    let in_sight = rows.iter().filter(|(_, top, _)| *top <= sight()).count() + MORE;
    let in_sight = rows.is_sorted_by(|(_, a, _), (_, b, _)| a <= b).then_some(in_sight);
    let moves = !is_less_motion_asked_for();
    let standing = |(key, top, row): (String, f64, Element)| moves.then(|| (key, top, middle(&row)));
    Stood { layout, marks: rows.into_iter().filter_map(standing).collect(), in_sight }
}

fn is_less_motion_asked_for() -> bool {
    let asked = match_media("(prefers-reduced-motion: reduce)");
    Reflect::get(&asked, &"matches".into()).is_ok_and(|asked| asked.is_truthy())
}

/// Lets each mark that stood elsewhere come from there.
pub(super) fn come_from(place: &Element, stood: &Stood) {
    // In another layout, as after turning a phone, everything stands elsewhere.
    if stood.marks.is_empty() || stood.layout != layout(place) {
        return;
    }
    // What is still on its way from an earlier choice is seen where it stood, and measured where
    // it belongs.
    let whole = Object::new();
    let _ = Reflect::set(&whole, &"subtree".into(), &true.into());
    let moving = wasm_bindgen::JsCast::unchecked_ref::<Animated>(place).get_animations(&whole);
    for animation in moving.iter().flat_map(Array::iter) {
        wasm_bindgen::JsCast::unchecked_into::<Animation>(animation).cancel();
    }
    // All that are seen are measured before any is moved.
    let edge = sight();
    let seen = rows(place).take_while(|(_, top, _)| stood.in_sight.is_none() || *top <= edge);
    let found: Vec<(Element, Standing)> = seen
        .map(|(key, top, row)| {
            let middle = middle(&row);
            (row, (key, top, middle))
        })
        .collect();
    for (row, (key, top, middle)) in found {
        let Some((_, old_top, old_middle)) = stood.marks.iter().find(|(other, ..)| *other == key) else {
            continue;
        };
        if (old_top - top).abs() > 1.0 {
            from(&row, 0.0, old_top - top);
        }
        let along = old_middle.zip(middle).map(|(old, new)| old - new).filter(|along| along.abs() > 1.0);
        if let Some(along) = along {
            each(&row, &format!(":scope > {DRAWN}")).for_each(|drawn| from(&drawn, along, 0.0));
        }
    }
}

/// The layout of the drawings that are seen.
fn layout(place: &Element) -> String {
    let mut charts = each(place, "svg.chart").filter(|chart| chart.get_client_rects().length() > 0);
    charts.find_map(|chart| chart.get_attribute("class")).unwrap_or_default()
}

/// The rows of its charts that are marked, of every layout, each with its mark.
pub(super) fn marked(place: &Element) -> impl Iterator<Item = (String, Element)> {
    each(place, ROWS).filter_map(|row| Some((row.get_attribute(MARK)?, row)))
}

/// The rows that are seen, of the layout that is shown: mark, top and row.
fn rows(place: &Element) -> impl Iterator<Item = (String, f64, Element)> {
    marked(place).filter_map(|(key, row)| {
        let area = row.get_bounding_client_rect();
        // Of a layout that is not shown nothing has a size.
        (area.height() > 0.0).then(|| (key, area.top(), row))
    })
}

/// The middle of what is drawn of a row.
fn middle(row: &Element) -> Option<f64> {
    let drawn = row.query_selector(&format!(":scope > {DRAWN}")).ok().flatten()?;
    let area = drawn.get_bounding_client_rect();
    Some(area.left() + area.width() / 2.0)
}

/// Lets an element come from so far away, CSS pixels.
fn from(element: &Element, along: f64, down: f64) {
    let frame = |transform: &str| {
        let frame = Object::new();
        let _ = Reflect::set(&frame, &"transform".into(), &transform.into());
        frame
    };
    // Whole pixels: to write fractions costs kilobytes of program.
    let (along, down) = (along as i32, down as i32);
    let frames = Array::of2(&frame(&format!("translate({along}px,{down}px)")), &frame("none"));
    let options = Object::new();
    let _ = Reflect::set(&options, &"duration".into(), &WAY.into());
    let _ = Reflect::set(&options, &"easing".into(), &"ease-out".into());
    let _ = wasm_bindgen::JsCast::unchecked_ref::<Animated>(element).animate(&frames, &options);
}
