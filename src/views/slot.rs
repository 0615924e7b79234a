//! The places of the page's parts. Each step from data to page is a memo around
//! one pure function, so that what did not change is not drawn again.
//!
//! There is one kind of place for every part: each further kind of component,
//! signal or memo would be compiled anew, and the program is waited for.

use super::dashboard::{Dashboard, LANGUAGE};
use crate::browser;
use crate::chart::SpecOptions;
use crate::compare::compare;
use crate::figure::{
    FigureOptions, about_html, campaign_html, campaigns_html, controls_html, figure_of, introduction_html,
    matrix_html, notices_html,
};
use crate::format::Sentence;
use crate::model::Metric;
use crate::state::{DashboardState, View};
use leptos::html::Div;
use leptos::prelude::*;

/// A part of the page that is drawn in one piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Messages above the content.
    Notices,
    /// The overview's heading.
    Introduction,
    /// The choices that apply to all figures.
    Controls,
    /// The figure of a metric.
    Figure(Metric),
    /// The map of campaigns by stage.
    Matrix,
    /// The page of a view other than the overview.
    Page,
}

impl Part {
    /// The parts of a view.
    pub(super) fn of(view: &View) -> Vec<Self> {
        if *view != View::Overview {
            return vec![Self::Page];
        }
        let mut parts = vec![Self::Introduction, Self::Controls];
        parts.extend(Metric::CHARTED.iter().map(|&metric| Self::Figure(metric)));
        parts.push(Self::Matrix);
        parts
    }

    /// The class of its place, as in the static page.
    const fn class(self) -> &'static str {
        match self {
            Self::Figure(_) | Self::Matrix => "slot",
            Self::Notices | Self::Introduction | Self::Controls | Self::Page => "",
        }
    }

    /// As much of the state as the part follows from.
    fn basis(self, state: &DashboardState) -> DashboardState {
        match self {
            Self::Figure(metric) => state.of_figure(metric),
            Self::Introduction | Self::Controls | Self::Matrix => state.of_overview(),
            Self::Notices => DashboardState::default(),
            Self::Page => state.clone(),
        }
    }

    fn html(self, dashboard: Dashboard, state: &DashboardState) -> String {
        let dataset = dashboard.dataset();
        match self {
            Self::Notices => notices_html(&dashboard.notices.get(), LANGUAGE),
            Self::Introduction => introduction_html(&dataset, &state.choice(), LANGUAGE),
            Self::Controls => {
                controls_html(&dataset, &state.choice(), state.scale, &dashboard.controls.get(), LANGUAGE)
            }
            Self::Figure(metric) => {
                let spec = SpecOptions {
                    language: LANGUAGE,
                    scale: state.scale,
                    expanded: state.expanded.contains(metric),
                    alone: false,
                };
                let open = DashboardState::OPENABLE.contains(&metric).then(|| state.shows(metric));
                let comparison = compare(&dataset, &state.choice(), metric);
                let parts = dashboard.open_parts(metric);
                figure_of(&dataset, &comparison, FigureOptions { spec, open, parts }).html
            }
            Self::Matrix => matrix_html(&dataset, &state.choice(), LANGUAGE),
            Self::Page => match &state.view {
                View::Campaign(id) => campaign_html(&dataset, id, LANGUAGE),
                View::Campaigns => Some(campaigns_html(&dataset, &state.choice(), LANGUAGE)),
                View::About => Some(about_html(LANGUAGE, &data_version())),
                View::Overview => None,
            }
            // Until further campaigns have arrived, there may be nothing to show yet.
            .unwrap_or_else(|| format!("<p>{}</p>", LANGUAGE.phrases().loading)),
        }
    }
}

/// The date and fingerprint of the data, in words.
fn data_version() -> String {
    let version = browser::data_version();
    let (date, hash) = version.split_once(' ').unwrap_or((&version, ""));
    LANGUAGE.say(&Sentence::DataVersion { date: date.to_owned(), hash: hash.to_owned() })
}

/// The place of a part.
#[component]
pub(super) fn Slot(dashboard: Dashboard, part: Part) -> impl IntoView {
    let basis = Memo::new(move |_| part.basis(&dashboard.state()));
    let html = Memo::new(move |_| part.html(dashboard, &basis.get()));
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        let (Some(element), html) = (place.get(), html.get()) else { return };
        match part {
            Part::Notices | Part::Controls => browser::amend_html(&element, &html),
            _ => browser::place_html(&element, &html),
        }
    });
    view! { <div class=part.class() node_ref=place></div> }
}
