//! The choices that apply to all figures at once.

use super::dashboard::{Dashboard, LANGUAGE};
use crate::browser;
use crate::chart::ScaleKind;
use crate::compare::SourceScope;
use crate::format::Sentence;
use crate::state::{Action, DashboardState};
use leptos::prelude::*;

/// Which panel of choices is open.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Campaigns,
    Sources,
    Scale,
}

/// The row of controls, as tall as its static likeness (`figure::controls_placeholder`).
#[component]
pub(super) fn Controls(dashboard: Dashboard) -> impl IntoView {
    let phrases = LANGUAGE.phrases();
    let (dataset, state) = (dashboard.dataset, dashboard.state);
    let open = RwSignal::new(None::<Panel>);
    let copied = RwSignal::new(false);
    let chosen = move || {
        dataset.with(|d| {
            state.with(|state| {
                let choice = state.choice();
                LANGUAGE.say(&Sentence::ChosenOf {
                    chosen: choice.campaigns(d).count(),
                    of: choice.campaigns_in_scope(d).count(),
                })
            })
        })
    };
    let sources = move || phrases.source_scopes[position(SourceScope::ALL, state.with(|s| s.sources))];
    let scale = move || phrases.scales[position(ScaleKind::ALL, state.with(|s| s.scale))];
    let control = move |panel: Panel, name: &'static str, value: Signal<String>| {
        view! {
            <button class="control" type="button"
                aria-expanded=move || if open.get() == Some(panel) { "true" } else { "false" }
                on:click=move |_| open.update(|now| *now = if *now == Some(panel) { None } else { Some(panel) })>
                <span class="control-name">{name}": "</span>{move || value.get()}
            </button>
        }
    };
    let copy = move |_| {
        leptos::task::spawn_local(async move { copied.set(browser::copy_address().await) });
    };
    let copy_words = move || if copied.get() { phrases.link_copied } else { phrases.copy_link };
    // A link that was copied is old as soon as something else is chosen.
    Effect::new(move |_| {
        state.track();
        copied.set(false);
    });
    let panel = move || match open.get()? {
        Panel::Campaigns => Some(view! { <CampaignChoice dashboard/> }.into_any()),
        Panel::Sources => Some(
            view! { <OneOf dashboard legend=phrases.choose_sources labels=&phrases.source_scopes
            chosen=Signal::derive(move || position(SourceScope::ALL, state.with(|s| s.sources)))
            action=|at| Action::SetSources(SourceScope::ALL[at])/> }
            .into_any(),
        ),
        Panel::Scale => Some(
            view! { <OneOf dashboard legend=phrases.choose_scale labels=&phrases.scales
            chosen=Signal::derive(move || position(ScaleKind::ALL, state.with(|s| s.scale)))
            action=|at| Action::SetScale(ScaleKind::ALL[at])/> }
            .into_any(),
        ),
    };
    view! {
        <div class="controls" on:keydown=move |event| if event.key() == "Escape" { open.set(None) }>
            {control(Panel::Campaigns, phrases.choose_campaigns, Signal::derive(chosen))}
            {control(Panel::Sources, phrases.choose_sources, Signal::derive(move || sources().to_owned()))}
            {control(Panel::Scale, phrases.choose_scale, Signal::derive(move || scale().to_owned()))}
            <span class="control-actions">
                <button class="plain" type="button" on:click=move |_| dashboard.act(vec![Action::Reset])>{phrases.reset}</button>
                <button class="plain" type="button" on:click=copy>{copy_words}</button>
            </span>
            {panel}
        </div>
    }
}

fn position<T: PartialEq>(all: &[T], member: T) -> usize {
    all.iter().position(|other| *other == member).unwrap_or(0)
}

/// One of a few, as radio buttons.
#[component]
fn OneOf(
    dashboard: Dashboard,
    legend: &'static str,
    labels: &'static [&'static str],
    chosen: Signal<usize>,
    action: fn(usize) -> Action,
) -> impl IntoView {
    let radio = move |(at, label): (usize, &'static str)| {
        view! {
            <li><label class="choice">
                <input type="radio" name=legend prop:checked=move || chosen.get() == at
                    on:change=move |_| dashboard.act(vec![action(at)])/>
                {label}
            </label></li>
        }
    };
    view! {
        <div class="panel"><fieldset>
            <legend>{legend}</legend>
            <ul class="choices">{labels.iter().copied().enumerate().map(radio).collect_view()}</ul>
        </fieldset></div>
    }
}

/// The campaigns: find, tick, clear.
#[component]
fn CampaignChoice(dashboard: Dashboard) -> impl IntoView {
    let phrases = LANGUAGE.phrases();
    let (dataset, state) = (dashboard.dataset, dashboard.state);
    let sought = RwSignal::new(String::new());
    // Rebuilt when the campaigns to choose from change, not when one is ticked.
    let campaigns = Memo::new(move |_| {
        let scope =
            state.with(|state| DashboardState { sources: state.sources, ..DashboardState::default() });
        dataset.with(|d| {
            scope.choice().campaigns_in_scope(d).map(|c| (c.id.clone(), c.edition_name())).collect::<Vec<_>>()
        })
    });
    let found = move || {
        let sought = sought.get().to_lowercase();
        let mut all = campaigns.get();
        all.retain(|(_, name)| name.to_lowercase().contains(&sought));
        all
    };
    let tick = move |(id, name): (String, String)| {
        let (asked, changed) = (id.clone(), id);
        view! {
            <li><label class="choice">
                <input type="checkbox"
                    prop:checked=move || state.with(|state| state.campaigns.includes(&asked))
                    on:change=move |event| {
                        let id = changed.clone();
                        dashboard.act(vec![if event_target_checked(&event) { Action::Tick(id) } else { Action::Untick(id) }]);
                    }/>
                {name}
            </label></li>
        }
    };
    view! {
        <div class="panel"><fieldset>
            <legend>{phrases.choose_campaigns}</legend>
            <div class="finder">
                <label>{phrases.search_campaigns}
                    <input type="search" autocomplete="off" on:input=move |event| sought.set(event_target_value(&event))/>
                </label>
                <button class="plain" type="button" on:click=move |_| dashboard.act(vec![Action::ChooseAll])>{phrases.choose_all}</button>
                <button class="plain" type="button" on:click=move |_| dashboard.act(vec![Action::ClearAll])>{phrases.choose_none}</button>
            </div>
            <ul class="choices">{move || found().into_iter().map(tick).collect_view()}</ul>
        </fieldset></div>
    }
}
