//! A figure as a guest on somebody else's page: in a frame of its own, or in an
//! element. Everything is looked for within its root, for the rest is not ours.

use super::page::each;
use web_sys::Element;

/// The place of that name within an element.
pub fn place_within(root: &Element, name: &str) -> Option<Element> {
    root.query_selector(&format!("[data-place=\"{name}\"]")).ok()?
}

/// Has every link within an element lead to the dashboard, in a page of its own:
/// `site` is the address of its folder, with a slash at the end. Links that do
/// something here, and those to other servers, stay as they are.
pub fn lead_to_site(element: &Element, site: &str) {
    for link in each(element, "a[href]:not([data-do])") {
        let Some(href) = link.get_attribute("href") else { continue };
        let is_ours = !href.contains("://") && !href.starts_with('#');
        if is_ours {
            let page = if href.starts_with('?') { "index.html" } else { "" };
            let _ = link.set_attribute("href", &format!("{site}{page}{href}"));
        }
        let _ = link.set_attribute("target", "_blank");
        let _ = link.set_attribute("rel", "noopener");
    }
}

/// Sets an attribute without a value, or takes it away.
pub fn set_flag(element: &Element, name: &str, on: bool) {
    let _ = element.toggle_attribute_with_force(name, on);
}

/// How high an element is, CSS pixels.
pub fn height_of(element: &Element) -> f64 {
    element.get_bounding_client_rect().height()
}
