//! What every component shares: the data, the reader's choices, and the one
//! way to change them.

use super::app::take_over;
use super::library::Library;
use crate::browser;
use crate::chart::ScaleKind;
use crate::compare::SourceScope;
use crate::figure::{Controls, Notice, Parts};
use crate::format::{Language, Sentence};
use crate::model::{Dataset, Loading, Metric};
use crate::state::{Action, DashboardState, LinkNotice, apply};
use leptos::prelude::*;
use std::sync::Arc;

/// The language of the page.
pub(super) const LANGUAGE: Language = Language::English;

/// The folder of the data, beside the page.
const FOLDER: &str = "data/";

/// The shared state. Copies all speak of the same.
#[derive(Clone, Copy)]
pub(super) struct Dashboard {
    /// Which data is shown: counted up from that of the static page.
    pub(super) edition: RwSignal<u32>,
    /// What was read; nothing as long as the static page shows all that is asked for.
    read: StoredValue<Option<Arc<Dataset>>>,
    state: RwSignal<DashboardState>,
    pub(super) notices: RwSignal<Vec<Notice>>,
    pub(super) controls: RwSignal<Controls>,
    /// The parts of figures that are open, by name: looked at, not shared.
    opened: RwSignal<Vec<String>>,
    library: StoredValue<Library>,
    taken_over: StoredValue<bool>,
}

impl Dashboard {
    pub(super) fn new() -> Self {
        Self {
            edition: RwSignal::new(0),
            read: StoredValue::new(None),
            state: RwSignal::new(DashboardState::default()),
            notices: RwSignal::new(Vec::new()),
            controls: RwSignal::new(Controls { awake: true, ..Controls::default() }),
            opened: RwSignal::new(Vec::new()),
            library: StoredValue::new(Library::default()),
            taken_over: StoredValue::new(false),
        }
    }

    /// What is shown.
    pub(super) fn state(self) -> DashboardState {
        self.state.get()
    }

    /// What is known.
    pub(super) fn dataset(self) -> Arc<Dataset> {
        self.edition.track();
        if self.read.with_value(Option::is_none) {
            self.read_what_arrived();
        }
        self.read.get_value().unwrap_or_default()
    }

    /// The fingerprint of the data that loads at the start.
    pub(super) fn fingerprint(self) -> String {
        self.library.try_update_value(|library| library.fingerprint().to_owned()).unwrap_or_default()
    }

    /// Which parts of a figure are open.
    pub(super) fn open_parts(self, metric: Metric) -> Parts {
        let opened = self.opened.get();
        let is_open = |part: &str| opened.iter().any(|name| name.strip_prefix(metric.slug()) == Some(part));
        Parts::Open { table: is_open("-table"), sources: is_open("-sources") }
    }

    /// Notes that a part was opened or closed.
    fn note_part(self, part: &str, open: bool) {
        let known = untrack(move || self.opened.get()).iter().any(|name| name == part);
        if known != open {
            self.opened.update(|all| {
                all.retain(|name| name != part);
                all.extend(open.then(|| part.to_owned()));
            });
        }
    }

    /// Does what a control is for, by the name of its action.
    pub(super) fn press(self, name: &str, on: bool) {
        if let Some(part) = name.strip_prefix("part-") {
            return self.note_part(part, on);
        }
        match name {
            "copy" => leptos::task::spawn_local(async move {
                let copied = browser::copy_address().await;
                self.controls.update(|controls| controls.copied = Some(copied));
            }),
            "dismiss" => self.notices.set(Vec::new()),
            "try-again" => self.try_again(),
            _ => match Action::named(name, on) {
                Some(action) => self.act(vec![action]),
                None => self.controls.update(|controls| controls.press(name)),
            },
        }
    }

    /// Applies actions as one step of the history.
    pub(super) fn act(self, actions: Vec<Action>) {
        let (before, dataset) = (untrack(move || self.state()), untrack(move || self.dataset()));
        let mut state = before.clone();
        for action in actions {
            let choice = state.choice();
            let in_scope: Vec<&str> = choice.campaigns_in_scope(&dataset).map(|c| &*c.id).collect();
            state = apply(&state, action, &in_scope);
        }
        if state == before {
            return;
        }
        let new_step = !state.is_same_step(&before);
        browser::show_query(&state.to_query(), new_step);
        let new_view = state.view != before.view;
        self.show(state.clone());
        if new_view {
            browser::start_of_view();
        } else if new_step {
            browser::announce(&now_showing(&dataset, &state));
        }
    }

    /// Takes the state from the address, as at the start and on going back.
    pub(super) fn follow_query(self, query: &str) {
        let (state, told) = DashboardState::from_query(query);
        self.notices.update(|all| all.retain(|notice| !matches!(notice, Notice::Link(_))));
        self.tell(&told);
        self.show(state);
        self.check();
    }

    fn show(self, state: DashboardState) {
        // A link that was copied is old as soon as something else is chosen.
        self.controls.update(|controls| controls.copied = None);
        self.state.set(state);
        self.load_what_is_asked_for();
    }

    /// Loads the collections on request when the state needs them; whether it does.
    fn load_what_is_asked_for(self) -> bool {
        let (state, dataset) = (untrack(move || self.state()), untrack(move || self.dataset()));
        let needed = !state.is_complete_in(&dataset);
        if needed && !self.library.with_value(|library| library.wanted(Loading::OnRequest)).is_empty() {
            self.load(Loading::OnRequest);
        }
        needed
    }

    /// Judges the state by the data, once that is complete enough.
    fn check(self) {
        if self.load_what_is_asked_for() {
            return;
        }
        let (state, dataset) = (untrack(move || self.state()), untrack(move || self.dataset()));
        let (checked, told) = state.check_against(&dataset);
        self.tell(&told);
        if checked != state {
            self.state.set(checked);
        }
    }

    fn tell(self, told: &[LinkNotice]) {
        if !told.is_empty() {
            self.notices.update(|all| all.extend(told.iter().map(|notice| Notice::Link(notice.to_string()))));
        }
    }

    /// Whether the catalogue was read.
    pub(super) fn is_open(self) -> bool {
        self.library.with_value(Library::is_open)
    }

    /// Loads again what failed: first what every view needs, then what is asked for.
    fn try_again(self) {
        let whole =
            self.is_open() && self.library.with_value(|library| library.wanted(Loading::AtStart).is_empty());
        self.load(if whole { Loading::OnRequest } else { Loading::AtStart });
    }

    /// Loads what is wanted at a time and not there yet.
    pub(super) fn load(self, loading: Loading) {
        if untrack(move || self.notices.get()).contains(&Notice::Loading) {
            return;
        }
        if loading == Loading::OnRequest {
            self.notices.update(|all| all.insert(0, Notice::Loading));
        }
        leptos::task::spawn_local(async move {
            let was_open = self.is_open();
            // First the catalogue, then what it names: the page has both preloaded.
            for _ in usize::from(was_open)..2 {
                for file in self.library.with_value(|library| library.wanted(loading)) {
                    let text = browser::fetch_text(&format!("{FOLDER}{file}")).await;
                    let text = text.map_err(|problem| problem.to_string());
                    self.library.update_value(|library| library.take_in(file, text));
                }
                if !self.is_open() {
                    break;
                }
            }
            self.keep(was_open);
        });
    }

    /// Goes on with what has arrived.
    fn keep(self, was_open: bool) {
        let as_in_the_page = !self.taken_over.get_value() && self.fingerprint() == browser::static_fingerprint();
        // What stands on the page is what would be drawn: reading can wait until
        // the page is alive.
        if !(as_in_the_page && browser::query().is_empty()) {
            let arrived = self.read_what_arrived();
            if !as_in_the_page {
                self.edition.update(|edition| *edition += 1);
            }
            match (was_open, self.is_open()) {
                (true, _) if arrived => self.check(),
                (false, true) => self.follow_query(&browser::query()),
                (false, false) => browser::show_static(),
                _ => {}
            }
        }
        // What the address asks for is there before anything is shown.
        let waits = untrack(move || self.notices.get()).contains(&Notice::Loading);
        if self.is_open() && !waits && !self.taken_over.get_value() {
            self.taken_over.set_value(true);
            take_over(self);
        }
    }

    /// Reads what has arrived and tells of what could not be used; whether all could.
    fn read_what_arrived(self) -> bool {
        let read = self.library.try_update_value(|library| (library.dataset(), library.problems()));
        let ((dataset, faults), problems) = read.unwrap_or_default();
        let arrived = problems.is_empty();
        let notices_before = untrack(move || self.notices.get());
        let mut notices = notices_before.clone();
        notices.retain(|notice| matches!(notice, Notice::Link(_)));
        if !arrived {
            notices.push(Notice::Unusable(problems));
        }
        if !faults.is_empty() {
            notices.push(Notice::Faults(faults.iter().map(ToString::to_string).collect()));
        }
        if notices != notices_before {
            self.notices.set(notices);
        }
        self.read.set_value(Some(Arc::new(dataset)));
        arrived
    }
}

/// What is shown after a choice, for those who do not see it.
fn now_showing(dataset: &Dataset, state: &DashboardState) -> String {
    let (choice, phrases) = (state.choice(), LANGUAGE.phrases());
    let at = SourceScope::ALL.iter().position(|&scope| scope == state.sources).unwrap_or(0);
    let scale = ScaleKind::ALL.iter().position(|&kind| kind == state.scale).unwrap_or(0);
    LANGUAGE.say(&Sentence::NowShowing {
        chosen: choice.campaigns(dataset).count(),
        of: choice.campaigns_in_scope(dataset).count(),
        sources: phrases.source_scopes[at],
        scale: phrases.scales[scale],
    })
}
