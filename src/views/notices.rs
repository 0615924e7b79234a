//! Messages above the content: what a link asked for in vain, what could not
//! be loaded, what was left out.

use super::app::open_library;
use super::dashboard::{Dashboard, LANGUAGE, Notice};
use leptos::prelude::*;

/// All messages.
#[component]
pub(super) fn Notices(dashboard: Dashboard) -> impl IntoView {
    let phrases = LANGUAGE.phrases();
    let notices = dashboard.notices;
    let loading = move || {
        dashboard.loading.get().then(|| view! { <div class="notice loading"><p>{phrases.loading}</p></div> })
    };
    let one = move |notice: Notice| {
        match notice {
        Notice::Link(text) => view! { <div class="notice"><p>{text}</p></div> }.into_any(),
        Notice::Unusable(problems) => view! {
            <div class="notice">
                {problems.into_iter().map(|problem| view! { <p>{problem}</p> }).collect_view()}
                <button class="control" type="button" on:click=move |_| try_again(dashboard)>{phrases.try_again}</button>
            </div>
        }
        .into_any(),
        Notice::Faults(faults) => view! {
            <div class="notice">
                <details open>
                    <summary>{phrases.faults_title}</summary>
                    <ul>{faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view()}</ul>
                </details>
            </div>
        }
        .into_any(),
    }
    };
    let close = move || {
        let any = notices.with(|all| !all.is_empty());
        any.then(|| {
            view! { <button class="plain" type="button" on:click=move |_| notices.set(Vec::new())>{phrases.dismiss}</button> }
        })
    };
    view! {
        {loading}
        {move || notices.get().into_iter().map(one).collect_view()}
        {close}
    }
}

/// Tries again what failed: the whole start, or the files that are missing.
fn try_again(dashboard: Dashboard) {
    if dashboard.is_open() {
        dashboard.try_again();
    } else {
        open_library(dashboard);
    }
}
