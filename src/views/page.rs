//! The pages that are read rather than worked with: a campaign, the list of
//! campaigns, about the figures.

use super::dashboard::{Dashboard, LANGUAGE};
use crate::browser;
use crate::figure::{about_html, campaign_html, campaigns_html};
use crate::format::Sentence;
use crate::state::View;
use leptos::prelude::*;

/// The date and fingerprint of the data, in words.
fn data_version() -> String {
    let version = browser::data_version();
    let (date, hash) = version.split_once(' ').unwrap_or((&version, ""));
    LANGUAGE.say(&Sentence::DataVersion { date: date.to_owned(), hash: hash.to_owned() })
}

/// The page of a view other than the overview.
#[component]
pub(super) fn Page(dashboard: Dashboard, view_shown: Memo<View>) -> impl IntoView {
    let (dataset, state) = (dashboard.dataset, dashboard.state);
    let html = Memo::new(move |_| {
        dataset.with(|d| {
            view_shown.with(|view| match view {
                View::Campaign(id) => campaign_html(d, id, LANGUAGE),
                View::Campaigns => Some(state.with(|s| campaigns_html(d, &s.choice(), LANGUAGE))),
                View::About => Some(about_html(LANGUAGE, &data_version())),
                View::Overview => None,
            })
        })
    });
    // Until further campaigns have arrived, there may be nothing to show yet.
    let content = move || html.get().unwrap_or_else(|| format!("<p>{}</p>", LANGUAGE.phrases().loading));
    view! { <div inner_html=content></div> }
}
