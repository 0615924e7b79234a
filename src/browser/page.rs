//! The page itself: its places, focus, titles, signals to whoever times or tests it.

use super::constancy::note;
use super::guest::place_within;
use super::placing::print;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Element, HtmlElement, ResizeObserver};

/// What time it is, milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// The page's body.
pub fn body() -> Option<HtmlElement> {
    super::document()?.body()
}

/// The page's root element.
pub fn root() -> Option<Element> {
    super::document()?.document_element()
}

/// The place of that name.
pub fn place(name: &str) -> Option<Element> {
    place_within(&root()?, name)
}

/// Before a choice is shown: the names of the places that a reader does not see now, since
/// they are further down or up. What is hidden altogether is seen when it is shown; and
/// what has the focus is where the reader is, also while the page still scrolls to it. Of the
/// others it is noted where their marks stand.
pub fn places_out_of_sight() -> Vec<String> {
    let active = super::document().and_then(|document| document.active_element());
    let Some(root) = root() else {
        return Vec::new();
    };
    let sight = f64::from(root.client_height());
    let is_out = |place: &Element| {
        let area = place.get_bounding_client_rect();
        let out = area.height() > 0.0 && (area.bottom() < 0.0 || area.top() > sight);
        out && !place.contains(active.as_deref())
    };
    let (out, seen): (Vec<Element>, Vec<Element>) = each(&root, "[data-place]").partition(is_out);
    note(seen.into_iter());
    out.iter().filter_map(|place| place.get_attribute("data-place")).collect()
}

/// Says that the page is the program's now: what waited for it is seen and can be used.
pub fn take_over() {
    mark_root(&["data-choices"]);
    let Some(controls) = place("controls") else { return };
    for asleep in each(&controls, "[disabled]") {
        let _ = asleep.remove_attribute("disabled");
    }
}

/// Calls back with the name of the layout of drawings that fits (the style
/// sheet's property `--layout`), now and whenever width or text size change.
pub fn follow_layout(mut changed: impl FnMut(String) + 'static) {
    let find = |selector: &str| super::document()?.query_selector(selector).ok()?;
    let mut look = move || {
        // Where the overview is hidden, nothing has a width that could be asked for.
        let seen = find(".drawing").is_some_and(|drawing| drawing.client_width() > 0);
        let chart = find(".chart").filter(|_| seen);
        let style = chart.and_then(|chart| super::window()?.get_computed_style(&chart).ok()?);
        if let Some(layout) = style.and_then(|style| style.get_property_value("--layout").ok()) {
            changed(layout);
        }
    };
    look();
    let callback = Closure::<dyn FnMut()>::new(look);
    // As wide as the page, and its height follows the text's; it has another size, too,
    // when it is shown again after another view.
    if let (Ok(observer), Some(overview)) =
        (ResizeObserver::new(callback.as_ref().unchecked_ref()), find("#overview"))
    {
        observer.observe(&overview);
    }
    // Listens as long as the page lives.
    callback.forget();
}

/// Calls back when the page is about to be printed, and when it has been.
pub fn follow_printing(changed: impl Fn(bool) + Clone + 'static) {
    for (name, printing) in [("beforeprint", true), ("afterprint", false)] {
        let changed = changed.clone();
        let callback = Closure::<dyn FnMut()>::new(move || {
            print(printing);
            changed(printing);
        });
        if let Some(window) = super::window() {
            let _ = window.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
        }
        // Listens as long as the page lives.
        callback.forget();
    }
}

/// Shows the static overview also where choices had hidden it.
pub fn show_static() {
    mark_root(&["data-choices", "data-starting"]);
}

/// Says that the program is there, and that the page waits for these no longer.
fn mark_root(over: &[&str]) {
    if let Some(root) = root() {
        let _ = root.set_attribute("data-alive", "");
        for name in over {
            let _ = root.remove_attribute(name);
        }
    }
}

/// Shows the overview, or hides it where another view is shown.
pub fn show_overview(shown: bool) {
    if let Some(overview) = super::document().and_then(|document| document.get_element_by_id("overview")) {
        let _ = overview.toggle_attribute_with_force("hidden", !shown);
    }
}

/// The fingerprint of the data that the static page was drawn from.
pub fn static_fingerprint() -> String {
    let meta =
        super::document().and_then(|d| d.query_selector("meta[name=\"groundswell-data\"]").ok().flatten());
    let version = meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default();
    version.rsplit(' ').next().unwrap_or_default().to_owned()
}

/// How long after a page is alive it does what nobody waits for, milliseconds:
/// a few frames, so that the first deed of a quick reader comes before it.
const REST: i32 = 60;

/// Says that the charts are painted and alive, as soon as the next frame is on
/// the screen: sets `data-ready` and writes the performance mark
/// `charts-painted`; calls back somewhat later.
pub fn mark_alive(then: impl FnOnce() + 'static) {
    after_paint(|| {
        if let Some(performance) = super::window().and_then(|window| window.performance()) {
            let _ = performance.mark("charts-painted");
        }
        if let Some(root) = root() {
            let _ = root.set_attribute("data-ready", "");
        }
        let rested = || {
            mark_root(&["data-starting"]);
            then();
        };
        after(REST, Box::new(rested));
    });
}

/// What is called back once. In a box, so that the program holds what calls it once.
type Call = Box<dyn FnOnce()>;

/// Calls back after so many milliseconds.
fn after(milliseconds: i32, action: Call) {
    let callback = Closure::once_into_js(action);
    if let Some(window) = super::window() {
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback.unchecked_ref(), milliseconds);
    }
}

/// Calls back before the next frame is drawn.
pub fn after_frame(action: impl FnOnce() + 'static) {
    before_drawing(Box::new(action));
}

fn before_drawing(action: Call) {
    let callback = Closure::once_into_js(action);
    if let Some(window) = super::window() {
        let _ = window.request_animation_frame(callback.unchecked_ref());
    }
}

/// Calls back once the next frame is on the screen.
pub fn after_paint(action: impl FnOnce() + 'static) {
    once_painted(Box::new(action));
}

fn once_painted(action: Call) {
    // What a frame's own callback sets a timer for comes after it is painted.
    before_drawing(Box::new(|| after(0, action)));
}

/// The headline that stands in a place.
pub fn headline_of(place_name: &str) -> Option<String> {
    place(place_name)?.query_selector("figure:not(.undrawn) h2").ok()??.text_content()
}

/// What has the focus within an element: as long as another window is before this one,
/// `:focus` finds nothing.
pub(super) fn focused_within(element: &Element) -> Option<Element> {
    // Asked of its tree: in that of another page's element, the document knows only that
    // one. Such a tree answers as a document does.
    let active = element.get_root_node().unchecked_into::<Document>().active_element();
    active.filter(|active| active != element && element.contains(Some(active)))
}

/// The name of what has the focus.
pub(super) fn held() -> Option<String> {
    let active = super::document()?.active_element()?;
    let name = name_of(&active)?;
    // Another place may have a mark or a link of the same name.
    match active.closest("[data-place]").ok().flatten().and_then(|place| place.get_attribute("data-place")) {
        Some(place) => Some(format!("[data-place=\"{place}\"] {name}")),
        None => Some(name),
    }
}

/// Gives the focus to what bears that name, as soon as it is drawn and the
/// browser has scrolled to where it was; at most so many frames from now, and
/// only as long as nothing else has it.
pub(super) fn hold_again(name: String, frames: u32) {
    after_frame(move || {
        let Some(root) = root() else { return };
        // Of two layouts the one that is shown can take the focus.
        each(&root, &name).for_each(|candidate| focus(&candidate));
        if frames > 0 && held().is_none() {
            hold_again(name, frames - 1);
        }
    });
}

/// Gives the focus to a control, by the name of its action.
pub fn focus_control(name: &str) {
    let found = super::document().and_then(|d| d.query_selector(&format!("[data-do=\"{name}\"]")).ok()?);
    if let Some(control) = found {
        focus(&control);
    }
}

/// A selector by which an element can be found again after its place was redrawn.
pub(super) fn name_of(element: &Element) -> Option<String> {
    // The table as a whole, which is drawn anew with its figure.
    if element.class_list().contains("scroll") {
        return Some(".scroll".to_owned());
    }
    // "Show all rows" becomes "show fewer": it is where the reader is.
    if let Ok(Some(_)) = element.closest(".more-rows") {
        return Some(".more-rows a".to_owned());
    }
    // A row of a figure as it was built has no name: it is the first.
    if element.class_list().contains("row") && !element.has_attribute("data-mark") {
        return Some(".row[tabindex=\"0\"]".to_owned());
    }
    for attribute in ["data-mark", "data-do", "id", "href"] {
        if let Some(value) = element.get_attribute(attribute) {
            return Some(format!("[{attribute}=\"{}\"]", value.replace(['"', '\\'], "")));
        }
    }
    let name_within = |attribute: &str| {
        let part = element.closest(&format!("[{attribute}]")).ok()??;
        Some(format!("[{attribute}=\"{}\"] > summary", part.get_attribute(attribute)?))
    };
    let of_heading = || (element.tag_name() == "H1").then(|| "h1".to_owned());
    name_within("data-part").or_else(|| name_within("data-open-figure")).or_else(of_heading)
}

/// The elements that a selector finds within another.
pub(super) fn each(element: &Element, selector: &str) -> impl Iterator<Item = Element> {
    let found = element.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |at| found.as_ref()?.get(at)?.dyn_into().ok())
}

/// Gives an element the focus, also one that the tab key passes over.
pub(super) fn focus(element: &Element) {
    if let Some(html) = element.dyn_ref::<HtmlElement>() {
        if html.tab_index() < 0 && !element.has_attribute("tabindex") {
            let _ = element.set_attribute("tabindex", "-1");
        }
        let _ = html.focus();
    } else if let Some(svg) = element.dyn_ref::<web_sys::SvgElement>() {
        // WebKit gives the focus to a row of a layout that it has not hidden yet, and takes it
        // away when it does: so which is shown is asked before.
        let _ = svg.get_bounding_client_rect();
        let _ = svg.focus();
    }
}

/// Scrolls to what the address's fragment names, as the browser would have done
/// had it been there already.
pub fn scroll_to_fragment() {
    let fragment = super::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    if let Some(id) = fragment.strip_prefix('#').filter(|id| !id.is_empty()) {
        scroll_to(id.to_owned(), None);
    }
}

/// Scrolls to the element of that id and gives it the focus, or the first row of a campaign
/// that is in it, opening the figure that is in it; in the next frame, when what is being
/// changed has been drawn.
pub fn scroll_to(id: String, campaign: Option<String>) {
    after_frame(move || scroll_now(&id, campaign.as_deref()));
}

fn scroll_now(id: &str, campaign: Option<&str>) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else { return };
    if let Ok(Some(details)) = element.query_selector(":scope > details[data-open-figure]") {
        let _ = details.set_attribute("open", "");
    }
    for other in
        super::document().and_then(|d| d.document_element()).iter().flat_map(|root| each(root, ".found"))
    {
        let _ = other.class_list().remove_1("found");
    }
    let _ = element.class_list().add_1("found");
    focus(&element);
    element.scroll_into_view();
    // Of two layouts the one that is shown can take the focus.
    let is_it = |row: &Element| row.get_attribute("data-campaign").as_deref() == campaign;
    let rows = campaign.into_iter().flat_map(|_| each(&element, "a.row").filter(is_it));
    for row in rows {
        focus(&row);
        if focused_within(&element).is_some_and(|active| active == row) {
            bring_into_sight(&row);
            break;
        }
    }
}

/// How high what is seen of the page is, pixels.
pub(super) fn sight() -> f64 {
    let page = super::document().and_then(|document| document.document_element());
    page.map_or(0.0, |page| f64::from(page.client_height()))
}

/// Scrolls to a row of a chart that is out of sight. (Firefox cannot: it scrolls to the whole
/// drawing, and what the row holds reaches further there than is seen of it.)
fn bring_into_sight(row: &Element) {
    let (Some(window), Ok(Some(hit))) = (super::window(), row.query_selector(".hit")) else { return };
    let sight = sight();
    let place = hit.get_bounding_client_rect();
    if place.top() < 0.0 || place.bottom() > sight {
        window.scroll_by_with_x_and_y(0.0, (place.top() + place.bottom() - sight) / 2.0);
    }
}

/// Begins a view at its top, with the focus on its heading, so that a screen
/// reader says where the reader is; in the next frame, when it has been drawn.
pub fn start_of_view() {
    after_frame(|| {
        let Some(window) = super::window() else { return };
        window.scroll_to_with_x_and_y(0.0, 0.0);
        focus_heading();
    });
}

/// Gives the focus to the view's heading: also where what had it is no longer there.
pub fn focus_heading() {
    // The overview, where it is hidden, has a heading too.
    let heading = ["page", "introduction"]
        .into_iter()
        .find_map(|name| place(name)?.query_selector("h1").ok().flatten());
    if let Some(heading) = heading {
        focus(&heading);
    }
}

/// Sets the document's title, once what it names is on the screen: after the address, whose
/// entry in the history bears it.
pub fn set_title(title: String) {
    after_paint(move || {
        if let Some(document) = super::document() {
            document.set_title(&title);
        }
    });
}

/// Marks the navigation's link to the present page.
pub fn set_current_page(href: &str) {
    let Some(root) = root() else { return };
    for link in each(&root, ".site nav a") {
        let _ = if link.get_attribute("href").as_deref() == Some(href) {
            link.set_attribute("aria-current", "page")
        } else {
            link.remove_attribute("aria-current")
        };
    }
}

/// How long nothing else is to be said before something is, milliseconds: somebody
/// who types a word waits for what comes of the word, not of each letter.
const PAUSE: i32 = 400;

/// Says something once to those who do not see the change; of several things in a
/// row the last.
pub fn announce(text: &str) {
    let text = text.to_owned();
    announce_then(move || text);
}

/// The same, where what is to be said is made only when it is.
pub fn announce_then(make: impl FnOnce() -> String + 'static) {
    say_at(None, make);
}

/// The same within an element that has a place for it: a guest on somebody else's page is not
/// heard from that page.
pub fn announce_within(root: &Element, text: &str) {
    let text = text.to_owned();
    say_at(root.query_selector("#announcement").ok().flatten(), move || text);
}

/// Says it in a place, or else in the page's.
fn say_at(place: Option<Element>, make: impl FnOnce() -> String + 'static) {
    let turn = ANNOUNCED.get().wrapping_add(1);
    ANNOUNCED.set(turn);
    let rested = move || {
        let of_page = || super::document()?.get_element_by_id("announcement");
        if let Some(place) = place.or_else(of_page).filter(|_| ANNOUNCED.get() == turn) {
            place.set_text_content(Some(&make()));
        }
    };
    after(PAUSE, Box::new(rested));
}

thread_local! {
    /// How many announcements were asked for.
    static ANNOUNCED: Cell<u32> = const { Cell::new(0) };
}
