//! The places of the figures. Each step from data to page is a memo around one
//! pure function, so that what did not change is not drawn again.

use super::dashboard::{Dashboard, LANGUAGE};
use crate::browser;
use crate::chart::SpecOptions;
use crate::compare::compare;
use crate::figure::{FigureOptions, Parts, figure_of, matrix_html};
use crate::model::Metric;
use crate::state::{Action, DashboardState};
use leptos::html::Div;
use leptos::prelude::*;

/// Keeps an element's content equal to a text of HTML.
fn placed(html: Memo<String>) -> NodeRef<Div> {
    let place = NodeRef::<Div>::new();
    Effect::new(move |_| {
        if let Some(element) = place.get() {
            html.with(|html| browser::place_html(&element, html));
        }
    });
    place
}

/// One metric's figure.
#[component]
pub(super) fn FigureSlot(dashboard: Dashboard, metric: Metric) -> impl IntoView {
    let (dataset, state) = (dashboard.dataset, dashboard.state);
    let choice = Memo::new(move |_| state.with(DashboardState::choice));
    let comparison = Memo::new(move |_| dataset.with(|d| choice.with(|choice| compare(d, choice, metric))));
    // Which parts are open is looked at, not shared: it lives here.
    let opened = RwSignal::new(Parts::Open { table: false, sources: false });
    let options = Memo::new(move |_| {
        state.with(|state| FigureOptions {
            spec: SpecOptions {
                language: LANGUAGE,
                scale: state.scale,
                expanded: state.expanded.contains(&metric),
                alone: false,
            },
            open: DashboardState::OPENABLE.contains(&metric).then(|| state.shows(metric)),
            parts: opened.get(),
        })
    });
    let html = Memo::new(move |_| dataset.with(|d| comparison.with(|c| figure_of(d, c, options.get()).html)));
    let place = placed(html);
    // A figure that the reader opens or closes by itself becomes part of the link.
    let toggled = move |event: leptos::ev::Event| {
        if let Some(open) = browser::opened_figure(&event, metric.slug()) {
            dashboard.act(vec![if open { Action::Open(metric) } else { Action::Close(metric) }]);
        } else if let Some((part, open)) = browser::opened_part(&event) {
            opened.update(|parts| {
                if let Parts::Open { table, sources } = parts {
                    match part.strip_prefix(metric.slug()) {
                        Some("-table") => *table = open,
                        Some("-sources") => *sources = open,
                        _ => {}
                    }
                }
            });
        }
    };
    view! { <div class="slot" node_ref=place on:toggle:capture=toggled></div> }
}

/// The matrix.
#[component]
pub(super) fn MatrixSlot(dashboard: Dashboard) -> impl IntoView {
    let choice = Memo::new(move |_| dashboard.state.with(DashboardState::choice));
    let html = Memo::new(move |_| {
        dashboard.dataset.with(|d| choice.with(|choice| matrix_html(d, choice, LANGUAGE)))
    });
    let place = placed(html);
    view! { <div class="slot" node_ref=place></div> }
}
