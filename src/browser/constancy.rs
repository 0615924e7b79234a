//! Object constancy: where a chart is drawn anew to another scale or in another order, each
//! mark moves from where it stood. Not for readers who ask for less motion.

use super::page::{each, root, sight};
use js_sys::{Array, Object, Reflect};
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
pub(super) struct Stood {
    /// Of the drawings that are seen, which layout.
    layout: String,
    marks: Vec<Standing>,
}

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

/// Where the marks stand that are seen now; nothing for readers who ask for less motion, of a
/// place that is out of sight, and as long as the page starts.
pub(super) fn stood(place: &Element) -> Stood {
    let less = match_media("(prefers-reduced-motion: reduce)");
    let less = Reflect::get(&less, &"matches".into()).is_ok_and(|less| less.is_truthy());
    // What an address asks for at the start is there at once.
    let starts = root().is_none_or(|root| !root.has_attribute("data-ready"));
    let area = place.get_bounding_client_rect();
    let less = less || starts || area.bottom() < 0.0 || area.top() > sight();
    let marks = if less { Vec::new() } else { rows(place).map(|(key, row)| place_of(key, &row)).collect() };
    Stood { layout: layout(place), marks }
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
    // All are measured before any is moved.
    let found: Vec<(Element, Standing)> =
        rows(place).map(|(key, row)| (row.clone(), place_of(key, &row))).collect();
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

/// What the rows of its charts are marked with, in their order.
pub(super) fn marks(place: &Element) -> impl Iterator<Item = Option<String>> {
    each(place, ROWS).map(|row| row.get_attribute(MARK))
}

/// The rows that are seen, of the layout that is shown.
fn rows(place: &Element) -> impl Iterator<Item = (String, Element)> {
    let rows: Vec<(String, Element)> = each(place, ROWS)
        .filter(|row| row.get_client_rects().length() > 0)
        .filter_map(|row| Some((row.get_attribute(MARK)?, row)))
        .collect();
    rows.into_iter()
}

fn place_of(key: String, row: &Element) -> Standing {
    let drawn = row.query_selector(&format!(":scope > {DRAWN}")).ok().flatten();
    let middle = drawn.map(|drawn| {
        let area = drawn.get_bounding_client_rect();
        area.left() + area.width() / 2.0
    });
    (key, row.get_bounding_client_rect().top(), middle)
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
