//! Everything that talks to the browser: fetching, history, storage, the page.
//! A refusal (no storage, no history in a sandboxed frame) is never a panic:
//! the state then lives in memory only.

mod address;
mod amend;
mod constancy;
mod deed;
mod drawing;
mod fetch;
mod guest;
mod page;
mod placing;
mod preference;
mod store;
mod walk;

pub use address::{Entry, Step, copy_address, follow_address, query, show_fragment, show_query, step, steps};
pub use amend::amend_html;
pub use deed::{Deed, watch};
pub use drawing::Drawing;
pub use fetch::{LoadProblem, fetch_named, fetch_text};
pub use guest::{height_of, lead_to_site, place_within, set_flag};
pub use page::{
    after_frame, after_paint, announce, announce_then, announce_within, body, focus_control, focus_heading,
    follow_layout, follow_printing, headline_of, mark_alive, now, place, places_out_of_sight, root,
    scroll_to, scroll_to_fragment, set_current_page, set_title, show_overview, show_static, start_of_view,
    static_fingerprint, take_over,
};
pub use placing::place_html;
pub use preference::{keep_spoken, keep_theme, kept_spoken};
pub use store::{
    KeptChange, KeptData, NotKept, all_kept, change_kept, follow_kept, keep_mapping, keep_nothing, kept_data,
    kept_list, kept_mappings, kept_packed,
};
pub use walk::{WalkWords, walk_marks, walk_words};

use web_sys::{Document, Window};

/// The window; `None` only outside a page.
fn window() -> Option<Window> {
    web_sys::window()
}

/// The document; `None` only outside a page.
fn document() -> Option<Document> {
    window()?.document()
}
