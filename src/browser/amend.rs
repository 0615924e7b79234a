//! Making what stands on the page equal to new HTML, touching only what
//! differs: what has the focus, is typed into or was read out stays as it is.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, Node};

/// What an element of a likeness bears whose like on the page is left as it is for now; on the
/// page, what is not shown yet.
pub(super) const LATER: &str = "data-later";

/// Makes the content of an element equal to a text of HTML. For small parts:
/// it looks at every node.
pub fn amend_html(element: &Element, html: &str) {
    if let Some(likeness) = likeness_of(element, html) {
        amend_children(element, &likeness);
    }
}

/// An element like that one, beside the page, with a text of HTML as its content.
pub(super) fn likeness_of(element: &Element, html: &str) -> Option<Element> {
    let likeness: Element = element.clone_node().ok()?.unchecked_into();
    likeness.set_inner_html(html);
    Some(likeness)
}

pub(super) fn amend_children(old: &Node, new: &Node) {
    let (mut here, mut wanted) = (old.first_child(), new.first_child());
    while let Some(next) = wanted {
        wanted = next.next_sibling();
        let Some(present) = here else {
            let _ = old.append_child(&next);
            continue;
        };
        here = present.next_sibling();
        if present.is_equal_node(Some(&next)) {
            continue;
        }
        if next.dyn_ref::<Element>().is_some_and(|next| next.has_attribute(LATER)) {
            continue;
        }
        if present.node_name() == next.node_name() {
            amend(&present, &next);
            continue;
        }
        // What was closed or opened between things that stay: these keep the focus.
        let is_like = |one: &Option<Node>, other: &Node| {
            one.as_ref().is_some_and(|one| one.node_name() == other.node_name())
        };
        if is_like(&here, &next) {
            let _ = old.remove_child(&present);
            if let Some(after) = here {
                here = after.next_sibling();
                amend(&after, &next);
            }
        } else if is_like(&wanted, &present) {
            let _ = old.insert_before(&next, Some(&present));
            here = Some(present);
        } else {
            let _ = old.replace_child(&next, &present);
        }
    }
    while let Some(rest) = here {
        here = rest.next_sibling();
        let _ = old.remove_child(&rest);
    }
}

/// Makes a node equal to another of its name.
pub(super) fn amend(old: &Node, new: &Node) {
    match (old.dyn_ref::<Element>(), new.dyn_ref::<Element>()) {
        (Some(one), Some(other)) => {
            amend_attributes(one, other);
            amend_children(one, other);
            // Once a reader has picked from a list, the attribute alone does not pick another.
            if let (Some(one), Some(other)) =
                (one.dyn_ref::<HtmlSelectElement>(), other.dyn_ref::<HtmlSelectElement>())
            {
                one.set_value(&other.value());
            }
        }
        _ => old.set_node_value(new.node_value().as_deref()),
    }
}

fn amend_attributes(old: &Element, new: &Element) {
    for name in old.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        if !new.has_attribute(&name) {
            let _ = old.remove_attribute(&name);
        }
    }
    for name in new.get_attribute_names().iter().filter_map(|name| name.as_string()) {
        let value = new.get_attribute(&name);
        if let Some(value) = value.filter(|value| old.get_attribute(&name).as_ref() != Some(value)) {
            let _ = old.set_attribute(&name, &value);
        }
    }
    // Once a reader has used it, the attribute alone does not tick a box, nor empty a field.
    if let Some(input) = old.dyn_ref::<HtmlInputElement>() {
        input.set_checked(new.has_attribute("checked"));
        let value = new.get_attribute("value").unwrap_or_default();
        if input.type_() == "search" && input.value() != value {
            input.set_value(&value);
        }
    }
}
