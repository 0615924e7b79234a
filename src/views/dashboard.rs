//! What every component shares: the data, the reader's choices, and the one
//! way to change them.

use super::library::{Library, Unusable};
use crate::browser;
use crate::compare::{Selection, SourceScope};
use crate::format::{Language, Sentence};
use crate::model::{Dataset, Loading};
use crate::state::{Action, DashboardState, View, apply};
use leptos::prelude::*;
use std::sync::Arc;

/// The language of the page.
pub(super) const LANGUAGE: Language = Language::English;

/// A message above the content.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    /// A part of a link that could not be followed.
    Link(String),
    /// Files that could not be used; trying again may help.
    Unusable(Vec<String>),
    /// Records that were left out.
    Faults(Vec<String>),
}

/// The shared state. Copies all speak of the same.
#[derive(Clone, Copy)]
pub(super) struct Dashboard {
    pub(super) dataset: RwSignal<Arc<Dataset>>,
    pub(super) state: RwSignal<DashboardState>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) loading: RwSignal<bool>,
    library: StoredValue<Option<Library>>,
}

impl Dashboard {
    pub(super) fn new() -> Self {
        Self {
            dataset: RwSignal::new(Arc::default()),
            state: RwSignal::new(DashboardState::default()),
            notices: RwSignal::new(Vec::new()),
            loading: RwSignal::new(false),
            library: StoredValue::new(None),
        }
    }

    /// Applies actions as one step of the history.
    pub(super) fn act(self, actions: Vec<Action>) {
        let before = self.state.get_untracked();
        let dataset = self.dataset.get_untracked();
        let mut state = before.clone();
        for action in actions {
            let choice = state.choice();
            let in_scope: Vec<&str> = choice.campaigns_in_scope(&dataset).map(|c| &*c.id).collect();
            state = apply(&state, action, &in_scope);
        }
        if state == before {
            return;
        }
        // Opening and folding are looked at, not gone back to.
        let same = |a: &DashboardState, b: &DashboardState| {
            (&a.view, a.sources, a.scale, &a.campaigns) == (&b.view, b.sources, b.scale, &b.campaigns)
        };
        browser::show_query(&state.to_query(), !same(&before, &state));
        self.state.set(state.clone());
        if state.view != before.view {
            browser::start_of_view();
        } else if !same(&before, &state) {
            self.announce(&state);
        }
        self.load_what_is_asked_for();
    }

    fn announce(self, state: &DashboardState) {
        let dataset = self.dataset.get_untracked();
        let choice = state.choice();
        let phrases = LANGUAGE.phrases();
        let at = SourceScope::ALL.iter().position(|&scope| scope == state.sources).unwrap_or(0);
        let scale = crate::chart::ScaleKind::ALL.iter().position(|&kind| kind == state.scale).unwrap_or(0);
        browser::announce(&LANGUAGE.say(&Sentence::NowShowing {
            chosen: choice.campaigns(&dataset).count(),
            of: choice.campaigns_in_scope(&dataset).count(),
            sources: phrases.source_scopes[at],
            scale: phrases.scales[scale],
        }));
    }

    /// Takes the state from the address, as at the start and on going back.
    pub(super) fn follow_query(self, query: &str) {
        let (state, told) = DashboardState::from_query(query);
        let mut notices: Vec<Notice> = told.iter().map(|notice| Notice::Link(notice.to_string())).collect();
        let (state, told) = match self.is_complete_for(&state) {
            true => state.check_against(&self.dataset.get_untracked()),
            false => (state, Vec::new()),
        };
        notices.extend(told.iter().map(|notice| Notice::Link(notice.to_string())));
        self.notices.update(|all| {
            all.retain(|notice| !matches!(notice, Notice::Link(_)));
            all.extend(notices);
        });
        self.state.set(state);
    }

    /// Whether the data loaded so far decides which campaigns a state may name.
    fn is_complete_for(self, state: &DashboardState) -> bool {
        let dataset = self.dataset.get_untracked();
        let known = |id: &String| dataset.campaign(id).is_some();
        let names_only_known = match (&state.view, &state.campaigns) {
            (View::Campaign(id), _) if !known(id) => false,
            (_, Selection::Only(ids)) => ids.iter().all(known),
            _ => true,
        };
        !dataset.has_unloaded() || (names_only_known && state.sources != SourceScope::Further)
    }

    fn load_what_is_asked_for(self) {
        leptos::task::spawn_local(self.further_arrived());
    }

    /// Loads the collections on request when the state needs them, and judges
    /// the address again.
    pub(super) async fn further_arrived(self) {
        if self.is_complete_for(&self.state.get_untracked()) || self.loading.get_untracked() {
            return;
        }
        let Some(mut library) = self.library.get_value() else { return };
        self.loading.set(true);
        let problems = library.load(Loading::OnRequest).await;
        let arrived = problems.is_empty();
        self.keep(library, problems);
        self.loading.set(false);
        if arrived {
            let (state, told) = self.state.get_untracked().check_against(&self.dataset.get_untracked());
            self.notices.update(|all| all.extend(told.iter().map(|notice| Notice::Link(notice.to_string()))));
            self.state.set(state);
        }
    }

    /// Whether the catalogue was read.
    pub(super) fn is_open(self) -> bool {
        self.library.with_value(Option::is_some)
    }

    /// Tries again what could not be loaded.
    pub(super) fn try_again(self) {
        let Some(mut library) = self.library.get_value() else { return };
        leptos::task::spawn_local(async move {
            let problems = library.load(Loading::AtStart).await;
            self.keep(library, problems);
            self.load_what_is_asked_for();
        });
    }

    /// Shows what a library holds, and tells of what it could not read.
    pub(super) fn keep(self, library: Library, problems: Vec<Unusable>) {
        let (dataset, faults) = library.dataset();
        self.library.set_value(Some(library));
        self.notices.update(|all| {
            all.retain(|notice| matches!(notice, Notice::Link(_)));
            if !problems.is_empty() {
                all.push(Notice::Unusable(problems.iter().map(ToString::to_string).collect()));
            }
            if !faults.is_empty() {
                all.push(Notice::Faults(faults.iter().map(ToString::to_string).collect()));
            }
        });
        self.dataset.set(Arc::new(dataset));
    }
}
