//! The start of the program, and the view that the state asks for.

use super::controls::Controls;
use super::dashboard::{Dashboard, LANGUAGE, Notice};
use super::library::Library;
use super::notices::Notices;
use super::overview::{FigureSlot, MatrixSlot};
use super::page::Page;
use crate::browser;
use crate::figure::introduction_html;
use crate::format::Sentence;
use crate::model::Metric;
use crate::state::{Action, View, follow};
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Starts the program: the static overview stays until the data is read.
pub fn start() {
    browser::keep_theme();
    let place = document().get_element_by_id("notices").and_then(|place| place.dyn_into().ok());
    let Some(place) = place else { return };
    mount_to(place, || {
        let dashboard = Dashboard::new();
        open_library(dashboard);
        view! { <Notices dashboard/> }
    })
    .forget();
}

/// Reads the data and takes over the page; on failure says why, and the
/// static overview stays.
pub(super) fn open_library(dashboard: Dashboard) {
    leptos::task::spawn_local(async move {
        match Library::open().await {
            Ok((library, problems)) => {
                dashboard.keep(library, problems);
                dashboard.follow_query(&browser::query());
                // What the address asks for is there before anything is shown.
                dashboard.further_arrived().await;
                take_over(dashboard);
            }
            Err(problem) => {
                browser::show_static();
                dashboard.notices.set(vec![Notice::Unusable(vec![problem.to_string()])]);
            }
        }
    });
}

fn take_over(dashboard: Dashboard) {
    let Some(place) = browser::take_over() else { return };
    mount_to(place, move || view! { <App dashboard/> }).forget();
    browser::follow_address(move |query| {
        dashboard.follow_query(&query);
        leptos::task::spawn_local(dashboard.further_arrived());
    });
    browser::follow_links(move |link| follow_link(dashboard, &link));
    browser::walk_marks(LANGUAGE.phrases().who_says);
    browser::scroll_to_fragment();
    browser::mark_alive();
}

/// Follows a link of the page itself; `false` leaves it to the browser.
fn follow_link(dashboard: Dashboard, link: &browser::Followed) -> bool {
    let (query, fragment) = link.href.split_once('#').unwrap_or((&link.href, ""));
    if !query.is_empty() {
        dashboard.act(follow(query.trim_start_matches('?'), link.action.as_deref()));
    }
    if fragment.is_empty() {
        return !query.is_empty();
    }
    if let Some(metric) = fragment.strip_prefix("figure-").and_then(|slug| slug.parse::<Metric>().ok()) {
        dashboard.act(vec![Action::Open(metric)]);
    }
    browser::scroll_to(fragment.to_owned());
    true
}

#[component]
fn App(dashboard: Dashboard) -> impl IntoView {
    let state = dashboard.state;
    let view_shown = Memo::new(move |_| state.with(|state| state.view.clone()));
    let dataset = dashboard.dataset;
    Effect::new(move |_| {
        let page = view_shown.with(|view| match view {
            View::Overview => String::new(),
            View::Campaigns => LANGUAGE.phrases().campaigns_title.to_owned(),
            View::Campaign(id) => {
                dataset.with(|d| d.campaign(id).map_or_else(String::new, |c| c.name.clone()))
            }
            View::About => LANGUAGE.phrases().nav_about.to_owned(),
        });
        browser::set_title(&LANGUAGE.say(&Sentence::PageTitle { page }));
        view_shown.with(|view| browser::set_current_page(view.navigation()));
    });
    let is_overview = Memo::new(move |_| view_shown.with(|view| *view == View::Overview));
    move || {
        if is_overview.get() {
            view! { <Overview dashboard/> }.into_any()
        } else {
            view! { <Page dashboard view_shown/> }.into_any()
        }
    }
}

#[component]
fn Overview(dashboard: Dashboard) -> impl IntoView {
    let introduction = Memo::new(move |_| {
        dashboard.dataset.with(|d| dashboard.state.with(|s| introduction_html(d, &s.choice(), LANGUAGE)))
    });
    view! {
        <div inner_html=move || introduction.get()></div>
        <Controls dashboard/>
        {Metric::CHARTED.iter().map(|&metric| view! { <FigureSlot dashboard metric/> }).collect_view()}
        <MatrixSlot dashboard/>
    }
}
