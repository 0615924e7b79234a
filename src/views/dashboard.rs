//! What every component shares: the data, the reader's choices, and the one
//! way to change them.

use super::app::{keep_views, take_over};
use super::comparing::Drawer;
use crate::browser::{self, Drawing, Entry, Step};
use crate::chart::Layout;
use crate::compare::Selection;
use crate::data::{Library, NamedText};
use crate::figure::{
    ABOUT, Controls, Notice, NowShown, Panel, Part, Parts, campaigns_found, chooses_own, notices_of_data,
    now_showing, now_sorted, rows_shown,
};
use crate::format::Language;
use crate::model::{Dataset, Facet, FigureName, Loading};
use crate::state::{Action, Changed, Command, DashboardState, LinkNotice, Told, View, apply};
use leptos::prelude::*;
use std::sync::Arc;

/// The language of the page.
pub(super) const LANGUAGE: Language = Language::English;

/// The folder of the data, beside the page.
const FOLDER: &str = "data/";

/// What is shown. One signal for all of it: each kind of signal is compiled
/// anew, and what follows from a part of this is compared before it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    /// The reader's choices.
    pub(super) state: DashboardState,
    /// Which data: counted up from that of the static page.
    pub(super) edition: u32,
    pub(super) notices: Vec<Notice>,
    pub(super) controls: Controls,
    /// The parts of figures that are open, by name: looked at, not shared.
    opened: Vec<String>,
    /// Figures of which more rows of the table were asked for, once for each time.
    pub(super) more: Vec<FigureName>,
    /// The text about the figures, once it was asked for.
    pub(super) about: String,
    /// Whether the page is being printed: paper shows what nobody can open on it.
    printing: bool,
    /// The layout of drawings that fits, once that is known.
    pub(super) layout: Option<Layout>,
    /// How far the program is that draws figures which set campaigns beside each other.
    pub(super) drawer: Drawer,
    /// Up to which place of the overview, in the order of the page, those that are
    /// out of sight have had their turn to be drawn.
    pub(super) turn: usize,
}

impl Shown {
    /// Which parts of a figure are open.
    pub(super) fn open_parts(&self, figure: FigureName) -> Parts {
        if self.printing {
            return Parts::All;
        }
        let is_open =
            |part: &str| self.opened.iter().any(|name| name.strip_prefix(figure.slug()) == Some(part));
        Parts::Open { table: is_open("-table"), sources: is_open("-sources") }
    }
}

/// The data, and how far the page has come with it (in the default language, which
/// is the page's).
#[derive(Default)]
struct Held {
    library: Library,
    /// What was read; nothing as long as the static page shows all that is asked for.
    dataset: Option<Arc<Dataset>>,
    taken_over: bool,
    /// Whether files of the catalogue are on their way.
    loading: bool,
    /// Whether there are campaigns of the reader's own.
    has_own: bool,
    /// The file beside the catalogue that was asked for last, by its path.
    named: Option<String>,
    /// Ids of campaigns that were taken away and wait for them.
    waiting: Vec<String>,
    /// What the next announcement tells the difference from.
    before: Option<Before>,
    /// Whether the places of the views are kept equal to what is to be shown.
    settled: bool,
    /// By what the choice filters that was made last, if it does, and when that was.
    facet: Option<(Facet, f64)>,
    /// Names of the places that were out of sight when something was chosen last.
    out_of_sight: Vec<String>,
    /// What draws the figures that set campaigns beside each other, once it is there.
    drawing: Option<Drawing>,
    /// How often each of these was asked for, by its place among [`FigureName::ALL`].
    drawn: [u32; FigureName::ALL.len()],
}

/// What was shown before the choices that were not announced yet.
struct Before {
    state: DashboardState,
    /// The headlines that stood on the page, by the figures' places among
    /// [`FigureName::ALL`].
    headlines: Vec<Option<String>>,
    /// Whether the last of them was a step in the history, and which way.
    step: Option<Step>,
}

/// The shared state. Copies all speak of the same.
#[derive(Clone, Copy)]
pub(super) struct Dashboard {
    shown: RwSignal<Shown>,
    held: StoredValue<Held>,
}

impl Dashboard {
    pub(super) fn new() -> Self {
        let shown = Shown {
            state: DashboardState::default(),
            edition: 0,
            notices: Vec::new(),
            controls: Controls { awake: true, spoken: browser::kept_spoken(), ..Controls::default() },
            opened: Vec::new(),
            more: Vec::new(),
            about: String::new(),
            printing: false,
            layout: None,
            drawer: Drawer::default(),
            turn: usize::MAX,
        };
        Self { shown: RwSignal::new(shown), held: StoredValue::new(Held::default()) }
    }

    /// What is shown; whoever asks within a memo or an effect is told of changes.
    pub(super) fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Changes what is shown, unless it is that already.
    fn amend(self, change: &dyn Fn(&mut Shown)) {
        let before = self.shown.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after != before {
            self.shown.set(after);
            self.settle();
        }
    }

    /// Has the places of the views kept from now on, if the page was taken over.
    pub(super) fn settle(self) {
        let settles = self.hold(|held| held.taken_over && !std::mem::replace(&mut held.settled, true));
        if settles {
            keep_views(self);
        }
    }

    fn hold<T: Default>(self, action: impl FnOnce(&mut Held) -> T) -> T {
        self.held.try_update_value(action).unwrap_or_default()
    }

    /// What is known.
    pub(super) fn dataset(self) -> Arc<Dataset> {
        match self.hold(|held| held.dataset.clone()) {
            Some(dataset) => dataset,
            None => {
                self.read_what_arrived();
                self.hold(|held| held.dataset.clone()).unwrap_or_default()
            }
        }
    }

    /// The fingerprint of the data that loads at the start.
    pub(super) fn fingerprint(self) -> String {
        self.hold(|held| held.library.fingerprint().to_owned())
    }

    /// Whether a place was out of sight when something was chosen last.
    pub(super) fn is_out_of_sight(self, place: &str) -> bool {
        self.hold(|held| held.out_of_sight.iter().any(|name| name == place))
    }

    /// Does what a control is for.
    pub(super) fn carry_out(self, command: Command) {
        match command {
            Command::Act(action) => {
                // Which may take its own button away.
                let goes =
                    matches!(action, Action::ClearFilter | Action::ChooseOnly(_) | Action::ChooseAlso(_));
                self.act(vec![action]);
                if goes && self.shown.get_untracked().controls.open == Some(Panel::Campaigns) {
                    browser::after_frame(|| browser::focus_control("seek"));
                }
            }
            Command::Toggle(panel) => self.amend(&|shown| shown.controls.toggle(panel)),
            Command::LeadTo(panel) => {
                self.amend(&|shown| shown.controls.open = Some(panel));
                browser::after_frame(move || focus_button_of(panel));
            }
            Command::Part(part, open) => self.amend(&|shown| {
                shown.opened.retain(|name| *name != part);
                shown.opened.extend(open.then(|| part.clone()));
            }),
            Command::More(figure) => self.amend(&|shown| shown.more.push(figure)),
            Command::Speak(spoken) => {
                browser::keep_spoken(spoken);
                self.amend(&|shown| shown.controls.spoken = spoken);
            }
            Command::Hear(on) => self.amend(&|shown| shown.controls.heard = on),
            Command::CopyLink => leptos::task::spawn_local(self.copy_link()),
            Command::Dismiss => {
                self.amend(&|shown| shown.notices.clear());
                browser::after_frame(browser::focus_heading);
            }
            Command::TryAgain => self.try_again(),
            Command::DrawAgain => self.draw_again(),
            Command::Undo => step(Step::Undo),
            Command::Redo => step(Step::Redo),
        }
    }

    /// Copies the address, and says what others will not see by it.
    async fn copy_link(self) {
        let copied = browser::copy_address().await;
        let phrases = LANGUAGE.phrases();
        browser::announce(if copied { phrases.link_copied } else { phrases.link_refused });
        let dataset = self.dataset();
        let unseen = copied && chooses_own(&dataset, &self.shown.get_untracked().state.choice(&dataset));
        self.amend(&|shown| {
            shown.controls.copied = Some(copied);
            let notice = Notice::Link(phrases.own_unseen.to_owned());
            if unseen && !shown.notices.contains(&notice) {
                shown.notices.push(notice);
            }
        });
    }

    /// What draws the figures that set campaigns beside each other, if it is there.
    pub(super) fn drawing(self) -> Option<Drawing> {
        self.hold(|held| held.drawing.clone())
    }

    pub(super) fn hold_drawing(self, drawing: Option<Drawing>) {
        self.hold(|held| held.drawing = drawing);
    }

    /// Counts that a figure is asked for once more.
    pub(super) fn next_drawing(self, name: FigureName) -> u32 {
        self.hold(|held| {
            held.drawn[name as usize] += 1;
            held.drawn[name as usize]
        })
    }

    /// Which time it was asked for last.
    pub(super) fn last_drawing(self, name: FigureName) -> u32 {
        self.hold(|held| held.drawn[name as usize])
    }

    /// Notes how far the program is that draws them.
    pub(super) fn drawer_is(self, drawer: Drawer) {
        self.amend(&|shown| shown.drawer = drawer);
    }

    /// Whether nobody has started it yet.
    pub(super) fn awaits_drawer(self) -> bool {
        self.shown.get_untracked().drawer == Drawer::Unasked
    }

    /// Notes what words campaigns are looked for by, and says how many there are.
    pub(super) fn seek(self, text: &str) {
        self.amend(&|shown| text.clone_into(&mut shown.controls.sought));
        browser::announce(&found(&self.dataset(), &self.shown.get_untracked().state, text));
    }

    /// Shows everything as long as the page is being printed.
    pub(super) fn print(self, printing: bool) {
        self.amend(&|shown| {
            shown.printing = printing;
            shown.turn = usize::MAX;
        });
    }

    /// Notes which layout fits.
    pub(super) fn lay_out(self, layout: &str) {
        self.amend(&|shown| shown.layout = layout.parse().ok());
    }

    /// Closes the panel of choices that is open; its button has the focus then.
    pub(super) fn close_panel(self) {
        let Some(panel) = self.shown.get_untracked().controls.open else { return };
        self.amend(&|shown| shown.controls.toggle(panel));
        focus_button_of(panel);
    }

    /// Looks again whether there is a step to undo or to do again.
    pub(super) fn count_steps(self) {
        self.amend(&|shown| shown.controls.steps = browser::steps());
    }

    /// Applies actions as one step of the history; whether it is a new one, to which and from
    /// which the reader can go back.
    pub(super) fn act(self, actions: Vec<Action>) -> bool {
        // Of "all" the others are named once one is taken away: those on their way, too.
        if let [Action::Untick(id)] = &actions[..]
            && self.is_loading()
        {
            self.hold(|held| held.waiting.push(id.clone()));
            return false;
        }
        let (before, dataset) = (self.shown.get_untracked().state, self.dataset());
        // Whoever types "2016" into a list passes 2011 on the way, and means one step.
        let facet = if let [Action::Filter(facet, _)] = &actions[..] { Some(*facet) } else { None };
        let now = browser::now();
        let refines = self.hold(|held| {
            let last = std::mem::replace(&mut held.facet, facet.map(|facet| (facet, now)));
            last.is_some_and(|(last, at)| Some(last) == facet && now - at < 1_000.0)
        });
        let mut state = before.clone();
        // What it takes back besides choices is to come back with them.
        let resets = actions == [Action::Reset];
        for action in actions {
            let choice = state.unfiltered();
            let in_scope: Vec<&str> = choice.campaigns_in_scope(&dataset).map(|c| &*c.id).collect();
            state = apply(&state, action, &in_scope);
        }
        let seeks = resets && !self.shown.get_untracked().controls.sought.is_empty();
        if seeks {
            self.seek("");
        }
        if state == before {
            if resets && !seeks {
                browser::announce(LANGUAGE.phrases().nothing_to_reset);
            }
            return false;
        }
        let new_step = !refines && (resets || !state.is_same_step(&before));
        let entry = if new_step { Entry::New } else { Entry::Present };
        browser::show_query(&state.to_query(), entry, move || self.count_steps());
        let told = state.told_after(&before);
        if told == Told::Choice {
            self.note_before(&before, None);
        }
        self.show(&state);
        match told {
            Told::View => {
                // It says by itself what it shows; what was chosen before is not told any more.
                self.hold(|held| held.before = None);
                browser::announce("");
                browser::start_of_view();
            }
            Told::Rows { figure, all } => browser::announce(&rows_shown(figure, all, LANGUAGE)),
            Told::Sorted(sorting) => browser::announce(&now_sorted(sorting, LANGUAGE)),
            // Else it is told once what it needs is loaded.
            Told::Choice if !self.is_loading() => self.announce_choice(),
            Told::Choice | Told::Nothing => {}
        }
        new_step
    }

    /// Notes what is shown before a choice, if nothing was chosen since the last announcement.
    fn note_before(self, state: &DashboardState, step: Option<Step>) {
        self.hold(|held| {
            let before = held.before.get_or_insert_with(|| Before {
                state: state.clone(),
                headlines: FigureName::ALL.iter().map(|name| browser::headline_of(name.slug())).collect(),
                step,
            });
            before.step = step;
        });
    }

    /// Says what is shown otherwise now, and what figures say otherwise, once the reader has
    /// come to rest; of a step that was taken in the history also which way.
    fn announce_choice(self) {
        browser::announce_then(move || {
            let state = self.shown.get_untracked().state;
            let before = self.hold(|held| held.before.take());
            let changed = before.as_ref().map_or(Changed::ALL, |before| state.changed_from(&before.state));
            let said = |name: FigureName| before.as_ref()?.headlines.get(name as usize)?.clone();
            let figures = FigureName::ALL.iter().filter(|&&name| changed.concerns(name) && state.shows(name));
            let dataset = self.dataset();
            let was = before.as_ref().map_or(&state, |before| &before.state);
            // What a filter finds is told with what it cannot know.
            let filtered =
                state.filter != was.filter && state.campaigns == Selection::All && !changed.sources;
            let found = if filtered { found(&dataset, &state, "") } else { String::new() };
            let shown = NowShown {
                before: (!filtered && (changed.campaigns || changed.sources)).then(|| was.choice(&dataset)),
                scale: changed.scale.then_some(state.scale),
                figures: figures.map(|&name| (name, said(name))).collect(),
            };
            let drawn = |name: FigureName| browser::headline_of(name.slug());
            let step = before.as_ref().and_then(|before| before.step);
            let stepped = step.map(|step| LANGUAGE.phrases().stepped[step as usize]);
            let told = now_showing(&dataset, &state.choice(&dataset), &shown, &drawn, LANGUAGE);
            stepped
                .into_iter()
                .chain([&*found, &*told])
                .filter(|said| !said.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        });
    }

    /// Takes the state from the address, as at the start and on going back or forward, which
    /// may be a step that the reader asked the page for.
    pub(super) fn follow_query(self, query: &str, step: Option<Step>) {
        let (mut state, told) = DashboardState::from_query(query);
        self.hold(|held| held.facet = None);
        let before = self.shown.get_untracked().state;
        // What was opened or folded is looked at, and not undone, unless everything was.
        let was_reset = before == apply(&before, Action::Reset, &[]);
        if step.is_some() && !was_reset {
            (state.open, state.expanded) = (before.open, before.expanded);
            state.sorted.clone_from(&before.sorted);
            browser::show_query(&state.to_query(), Entry::Present, || {});
        }
        self.amend(&|shown| {
            shown.notices.retain(|notice| !matches!(notice, Notice::Link(_)));
            // A table that is sorted is to be seen.
            for (name, _) in &state.sorted {
                let part = format!("{}-table", name.slug());
                if !shown.opened.contains(&part) {
                    shown.opened.push(part);
                }
            }
        });
        self.tell(&told);
        let again = self.hold(|held| held.taken_over) && state.view == before.view && state != before;
        if again {
            self.note_before(&before, step);
        }
        self.show(&state);
        if again {
            self.announce_choice();
        }
        self.check();
        leptos::task::spawn_local(self.load_named(state.data));
    }

    /// Shows a state. What is out of sight is drawn afterwards, a place a frame,
    /// so that the reader waits for what is seen only.
    fn show(self, state: &DashboardState) {
        let taken_over = self.hold(|held| held.taken_over);
        if taken_over {
            let out_of_sight = browser::places_out_of_sight();
            self.hold(|held| held.out_of_sight = out_of_sight);
            if self.shown.get_untracked().turn > Part::COUNT {
                browser::after_paint(move || self.next_turn());
            }
        }
        self.amend(&|shown| {
            shown.state = state.clone();
            // A link that was copied is old as soon as something else is chosen.
            shown.controls.copied = None;
            shown.controls.steps = browser::steps();
            if taken_over {
                shown.turn = 0;
            }
        });
        self.load_what_is_asked_for();
        if taken_over {
            leptos::task::spawn_local(self.load_about());
        }
    }

    /// From now on, gives a place its turn in each frame, until all have had it.
    fn next_turn(self) {
        browser::after_frame(move || {
            self.amend(&|shown| shown.turn = shown.turn.saturating_add(1));
            if self.shown.get_untracked().turn <= Part::COUNT {
                self.next_turn();
            }
        });
    }

    /// Loads the text about the figures, if it is to be shown and not there yet.
    async fn load_about(self) {
        let shown = self.shown.get_untracked();
        if shown.state.view != View::About || !shown.about.is_empty() {
            return;
        }
        let text = browser::fetch_text(ABOUT).await;
        self.amend(&|shown| {
            shown.notices.retain(|notice| !matches!(notice, Notice::NoText(_)));
            match &text {
                Ok(text) => shown.about.clone_from(text),
                Err(problem) => shown.notices.push(Notice::NoText(problem.tell(LANGUAGE))),
            }
        });
        // Who has gone on meanwhile is not led back.
        if self.hold(|held| held.taken_over) && self.shown.get_untracked().state.view == View::About {
            browser::start_of_view();
        }
    }

    /// Loads the collections on request when the state needs them; whether it does.
    fn load_what_is_asked_for(self) -> bool {
        let state = self.shown.get_untracked().state;
        if state == DashboardState::default() {
            return false;
        }
        let needed = !state.is_complete_in(&self.dataset());
        if needed && !self.hold(|held| held.library.wanted(Loading::OnRequest)).is_empty() {
            self.load(Loading::OnRequest);
        }
        needed
    }

    /// Judges the state by the data, once that is complete enough.
    fn check(self) {
        if self.load_what_is_asked_for() {
            return;
        }
        let (checked, told) = self.shown.get_untracked().state.check_against(&self.dataset());
        self.tell(&told);
        self.amend(&|shown| shown.state = checked.clone());
    }

    fn tell(self, told: &[LinkNotice]) {
        self.amend(&|shown| {
            shown.notices.extend(told.iter().map(|notice| Notice::Link(notice.tell(LANGUAGE))));
        });
    }

    /// Whether the catalogue was read.
    pub(super) fn is_open(self) -> bool {
        self.hold(|held| held.library.is_open())
    }

    /// Loads again what failed: first what every view needs, then what is asked for.
    fn try_again(self) {
        leptos::task::spawn_local(self.load_about());
        self.hold(|held| held.named = None);
        leptos::task::spawn_local(self.load_named(self.shown.get_untracked().state.data));
        let whole = self.is_open() && self.hold(|held| held.library.wanted(Loading::AtStart)).is_empty();
        self.load(if whole { Loading::OnRequest } else { Loading::AtStart });
    }

    fn is_loading(self) -> bool {
        self.shown.get_untracked().notices.contains(&Notice::Loading)
    }

    /// Loads what is wanted at a time and not there yet.
    pub(super) fn load(self, loading: Loading) {
        if self.hold(|held| std::mem::replace(&mut held.loading, true)) {
            return;
        }
        if loading == Loading::OnRequest {
            self.amend(&|shown| shown.notices.insert(0, Notice::Loading));
        }
        leptos::task::spawn_local(async move {
            let was_open = self.is_open();
            // First the catalogue, then what it names: the page has asked for both already.
            for _ in usize::from(was_open)..2 {
                for file in self.hold(|held| held.library.wanted(loading)) {
                    let text = browser::fetch_text(&format!("{FOLDER}{file}")).await;
                    let text = text.map_err(|problem| problem.tell(LANGUAGE));
                    self.hold(|held| held.library.take_in(file, text));
                }
                if !self.is_open() {
                    break;
                }
            }
            // What a link asks for may be among the reader's own campaigns.
            if !was_open && !browser::query().is_empty() {
                self.load_own().await;
                self.load_named(DashboardState::from_query(&browser::query()).0.data).await;
            }
            self.hold(|held| held.loading = false);
            self.keep(was_open).await;
        });
    }

    /// Goes on with what has arrived.
    async fn keep(self, was_open: bool) {
        let taken_over = self.hold(|held| held.taken_over);
        let as_in_the_page = !taken_over && self.fingerprint() == browser::static_fingerprint();
        // Where what stands on the page is what would be drawn, reading waits
        // until the page is alive. What was told of an earlier try is not so.
        let told = !self.shown.get_untracked().notices.is_empty();
        let stands = !told && as_in_the_page && browser::query().is_empty();
        if !stands {
            let arrived = self.read_what_arrived();
            if !as_in_the_page {
                self.amend(&|shown| shown.edition += 1);
            }
            match (was_open, self.is_open()) {
                (true, _) => {
                    let waiting = self.hold(|held| std::mem::take(&mut held.waiting));
                    for id in waiting {
                        self.act(vec![Action::Untick(id)]);
                    }
                    if arrived {
                        self.check();
                    }
                    if arrived || self.hold(|held| held.before.is_some()) {
                        self.announce_choice();
                    }
                }
                (false, true) => self.follow_query(&browser::query(), None),
                (false, false) => browser::show_static(),
            }
        }
        // What the address asks for is there before anything is shown.
        if self.is_open() && !self.is_loading() && !taken_over {
            self.load_about().await;
            self.hold(|held| held.taken_over = true);
            take_over(self, stands);
            if stands {
                self.load_own().await;
            }
            browser::follow_kept(move || leptos::task::spawn_local(self.load_own()));
        }
    }

    /// Loads the reader's own campaigns, if this browser keeps any. Where it keeps
    /// nothing, there are none.
    async fn load_own(self) {
        let own = browser::kept_data().await.unwrap_or_default();
        let none_before = !self.hold(|held| std::mem::replace(&mut held.has_own, !own.is_empty()));
        if own.is_empty() && none_before {
            return;
        }
        if let Some(drawing) = self.drawing() {
            drawing.take_own(&own).await;
        }
        self.hold(|held| held.library.take_in_own(LANGUAGE.phrases().own_campaigns, own));
        if self.hold(|held| held.taken_over) {
            self.read_what_arrived();
            self.amend(&|shown| shown.edition += 1);
        }
    }

    /// Loads the file that the address names beside the catalogue, if it names another one
    /// than before.
    async fn load_named(self, path: Option<String>) {
        if self.hold(|held| std::mem::replace(&mut held.named, path.clone()) == path) {
            return;
        }
        let told = path.as_deref().map(|path| Notice::Named(LANGUAGE.named_file(path)));
        let text = match &path {
            Some(path) => browser::fetch_named(path, LANGUAGE).await,
            None => Ok(NamedText::default()),
        };
        self.hold(|held| held.library.take_in_named(path.as_deref(), text));
        self.amend(&|shown| {
            shown.notices.retain(|notice| !matches!(notice, Notice::Named(_)));
            shown.notices.extend(told.clone());
        });
        if self.hold(|held| held.taken_over) {
            self.read_what_arrived();
            self.amend(&|shown| shown.edition += 1);
            self.check();
        }
    }

    /// Reads what has arrived and tells of what could not be used; whether all files
    /// could (records of theirs may be left out).
    fn read_what_arrived(self) -> bool {
        let ((dataset, faults), problems) =
            self.hold(|held| (held.library.dataset(), held.library.problems()));
        self.hold(|held| held.dataset = Some(Arc::new(dataset)));
        self.amend(&|shown| {
            let stays =
                |notice: &Notice| matches!(notice, Notice::Link(_) | Notice::Named(_) | Notice::NoText(_));
            shown.notices.retain(stays);
            shown.notices.extend(notices_of_data(problems.clone(), &faults, LANGUAGE));
        });
        problems.is_empty()
    }
}

/// How many campaigns are found by the filters, and by words.
fn found(dataset: &Dataset, state: &DashboardState, words: &str) -> String {
    campaigns_found(dataset, &state.unfiltered(), &state.filter, words, LANGUAGE)
}

/// Goes a step of the choices back, or forward again; says so where there is none.
fn step(step: Step) {
    if !browser::step(step) {
        browser::announce(LANGUAGE.phrases().no_step[step as usize]);
    }
}

/// Sets the focus on the button that opens a panel.
fn focus_button_of(panel: Panel) {
    browser::focus_control(&format!("panel-{}", panel.slug()));
}
