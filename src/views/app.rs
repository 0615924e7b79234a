//! The start of the program, the parts that the state asks for, and what
//! becomes of the reader's deeds.

use super::dashboard::{Dashboard, LANGUAGE};
use super::place::{Kept, Place, rehearse};
use crate::browser::{self, Deed, Entry, walk_words};
use crate::figure::Part;
use crate::model::Loading;
use crate::state::{Action, Command, follow};
use leptos::mount::mount_to;
use leptos::prelude::*;

/// Starts the program: the static overview stays until the data is there.
pub fn start() {
    browser::keep_theme();
    let owner = Owner::new();
    let dashboard = owner.with(Dashboard::new);
    // What all components share lives as long as the page.
    std::mem::forget(owner);
    keep(dashboard, vec![Place::Notices]);
    listen(dashboard);
    dashboard.load(Loading::AtStart);
}

/// Takes over the page when the data is there. Where `stands` says that what the
/// static page shows is right, its places are kept from the first deed on, or
/// somewhat later: nobody waits for that.
pub(super) fn take_over(dashboard: Dashboard, stands: bool) {
    if !stands {
        dashboard.settle();
    }
    browser::take_over();
    browser::follow_printing(move |printing| dashboard.print(printing));
    browser::follow_address(move |query, step| dashboard.follow_query(&query, step));
    browser::scroll_to_fragment();
    browser::mark_alive(move || {
        dashboard.count_steps();
        dashboard.settle();
        drop(dashboard.dataset());
        if stands {
            rehearse(dashboard);
        }
    });
}

/// Keeps the places of the views from now on.
pub(super) fn keep_views(dashboard: Dashboard) {
    browser::follow_layout(move |layout| dashboard.lay_out(&layout));
    let mut places: Vec<Place> = Part::all().into_iter().map(Place::Overview).collect();
    places.push(Place::Page);
    keep(dashboard, places);
}

/// Keeps places of the page from now on.
fn keep(dashboard: Dashboard, places: Vec<Place>) {
    let Some(body) = browser::body() else { return };
    let kept = move || places.into_iter().map(|place| view! { <Kept dashboard place/> }).collect_view();
    mount_to(body, kept).forget();
}

/// Answers what the reader does from now on.
fn listen(dashboard: Dashboard) {
    let Some(page) = browser::root() else { return };
    // A tap on a mark is answered before links are.
    browser::walk_marks(&page, walk_words(LANGUAGE, false));
    browser::watch(&page, move |deed| match deed {
        Deed::Followed { href, action, campaign } => {
            follow_link(dashboard, &href, action.as_deref(), campaign)
        }
        Deed::Used { name, on } => {
            if let Some(command) = Command::named(&name, on) {
                dashboard.carry_out(command);
            }
            false
        }
        Deed::Typed(text) => {
            dashboard.seek(&text);
            false
        }
        Deed::Escaped => {
            // A field that goes while it has the focus tells of its change: to nobody who is
            // still answering this key.
            browser::after_frame(move || dashboard.close_panel());
            false
        }
    });
}

/// Follows a link of the page itself, which the row of a campaign may bear; `false` leaves
/// it to the browser.
fn follow_link(dashboard: Dashboard, href: &str, action: Option<&str>, campaign: Option<String>) -> bool {
    if !dashboard.is_open() {
        return false;
    }
    let (query, fragment) = href.split_once('#').unwrap_or((href, ""));
    let stepped = !query.is_empty() && dashboard.act(follow(query.trim_start_matches('?'), action));
    if fragment.is_empty() {
        return !query.is_empty();
    }
    if let Some(open) = Action::named(fragment, true) {
        _ = dashboard.act(vec![open]);
    }
    browser::show_fragment(fragment, if stepped { Entry::Present } else { Entry::New });
    dashboard.count_steps();
    browser::scroll_to(fragment.to_owned(), campaign);
    true
}
