//! The start of the program, the parts that the state asks for, and what
//! becomes of the reader's deeds.

use super::dashboard::{Dashboard, LANGUAGE};
use super::slot::{Part, Slot};
use crate::browser::{self, Deed};
use crate::format::Sentence;
use crate::model::Loading;
use crate::state::{Action, View, follow};
use leptos::mount::mount_to;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Starts the program: the static overview stays until the data is read.
pub fn start() {
    browser::keep_theme();
    let Some(place) = browser::place_of_notices() else { return };
    let owner = Owner::new();
    let dashboard = owner.with(Dashboard::new);
    // What all components share lives as long as the page.
    std::mem::forget(owner);
    show(place, dashboard, |_| vec![Part::Notices]);
    listen(dashboard);
    dashboard.load(Loading::AtStart);
}

/// Takes over the page when the data is read.
pub(super) fn take_over(dashboard: Dashboard) {
    let Some(place) = browser::take_over() else { return };
    show(place, dashboard, Part::of);
    name_page(dashboard);
    browser::follow_address(move |query| dashboard.follow_query(&query));
    browser::scroll_to_fragment();
    browser::mark_alive();
}

/// Shows the parts of a view in a place of the page.
fn show(place: HtmlElement, dashboard: Dashboard, parts: fn(&View) -> Vec<Part>) {
    mount_to(place, move || view! { <Parts dashboard parts/> }).forget();
}

#[component]
fn Parts(dashboard: Dashboard, parts: fn(&View) -> Vec<Part>) -> impl IntoView {
    let shown = Memo::new(move |_| dashboard.state().of_view());
    move || parts(&shown.get().view).into_iter().map(|part| view! { <Slot dashboard part/> }).collect_view()
}

/// Keeps the document's title and the navigation's mark equal to the view.
fn name_page(dashboard: Dashboard) {
    Effect::new(move |_| {
        let (view, dataset) = (dashboard.state().view, dashboard.dataset());
        let page = match &view {
            View::Overview => String::new(),
            View::Campaigns => LANGUAGE.phrases().campaigns_title.to_owned(),
            View::Campaign(id) => dataset.campaign(id).map_or_else(String::new, |c| c.name.clone()),
            View::About => LANGUAGE.phrases().nav_about.to_owned(),
        };
        browser::set_title(&LANGUAGE.say(&Sentence::PageTitle { page }));
        browser::set_current_page(view.navigation());
    });
}

/// Answers what the reader does from now on.
fn listen(dashboard: Dashboard) {
    // A tap on a mark is answered before links are.
    browser::walk_marks(LANGUAGE.phrases().who_says);
    browser::watch(move |deed| match deed {
        Deed::Followed { href, action } => follow_link(dashboard, &href, action.as_deref()),
        Deed::Used { name, on } => {
            dashboard.press(&name, on);
            false
        }
        Deed::Typed(text) => {
            dashboard.controls.update(|controls| controls.sought = text);
            false
        }
        Deed::Escaped => {
            dashboard.controls.update(|controls| controls.open = None);
            false
        }
    });
}

/// Follows a link of the page itself; `false` leaves it to the browser.
fn follow_link(dashboard: Dashboard, href: &str, action: Option<&str>) -> bool {
    if !dashboard.is_open() {
        return false;
    }
    let (query, fragment) = href.split_once('#').unwrap_or((href, ""));
    if !query.is_empty() {
        dashboard.act(follow(query.trim_start_matches('?'), action));
    }
    if fragment.is_empty() {
        return !query.is_empty();
    }
    if let Some(open) = Action::named(fragment, true) {
        dashboard.act(vec![open]);
    }
    browser::scroll_to(fragment.to_owned());
    true
}
