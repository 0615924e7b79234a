//! The places of the page's parts, and what is drawn into them.
//!
//! A place is an element that the static page holds already. As long as what it
//! shows is what would be drawn (the same data, the same choices), it stays as
//! it is: taking over a page costs nothing that a reader could notice, and a
//! choice costs what it changes.
//!
//! There is one kind of component for every place: each further kind of
//! component, signal or effect would be compiled anew, and the program is waited for.

use super::comparing::Drawer;
use super::dashboard::{Dashboard, LANGUAGE, Shown};
use crate::browser;
use crate::chart::{Layout, SpecOptions, Spoken};
use crate::compare::compare;
use crate::figure::{
    Controls, FigureOptions, Notice, Part, Parts, Undrawn, campaign_html, campaigns_html, controls_html,
    introduction_html, matrix_html, metric_figure, notices_html, overview_title, reading_list_html,
    undrawn_html,
};
use crate::format::{Sentence, written_date_words};
use crate::model::FigureName;
use crate::state::{DashboardState, View};
use leptos::prelude::*;

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// For messages above the content.
    Notices,
    /// For a part of the overview.
    Overview(Part),
    /// For the page of a view other than the overview.
    Page,
}

/// What a place shows follows from: as long as it is the same, nothing is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DrawnFrom {
    /// Which data: counted up from that of the static page.
    edition: u32,
    /// As much of the reader's choices as the place follows from.
    pub(super) state: DashboardState,
    pub(super) parts: Parts,
    /// How many times more rows of the table were asked for.
    more: usize,
    /// The layout that fits; `None` where each is there.
    pub(super) layout: Option<Layout>,
    /// How much is said of each mark, and whether marks have tones.
    pub(super) spoken: Spoken,
    pub(super) heard: bool,
    /// How far what draws the place is, where that is another program.
    drawer: Drawer,
    controls: Controls,
    notices: Vec<Notice>,
    /// The text about the figures, where that is what is shown.
    about: String,
}

impl DrawnFrom {
    /// What the static page was drawn from; its controls have been woken since
    /// (`browser::take_over`).
    fn of_static_page() -> Self {
        Self {
            edition: 0,
            state: DashboardState::default(),
            parts: Parts::NONE_OPEN,
            more: 0,
            layout: None,
            spoken: Spoken::default(),
            heard: false,
            drawer: Drawer::Unasked,
            controls: Controls { awake: true, ..Controls::default() },
            notices: Vec::new(),
            about: String::new(),
        }
    }
}

impl Place {
    /// Its name in the page.
    const fn name(self) -> &'static str {
        match self {
            Self::Notices => "notices",
            Self::Overview(part) => part.place(),
            Self::Page => "page",
        }
    }

    /// What it is to show follows from, now; `stands` is what it shows.
    fn drawn_from(self, dashboard: Dashboard, stands: &DrawnFrom) -> DrawnFrom {
        let shown = dashboard.shown();
        let Shown { state, edition, notices, controls, turn, layout, about, .. } = &shown;
        let mut drawn_from = DrawnFrom::of_static_page();
        let part = match self {
            Self::Notices => {
                drawn_from.notices.clone_from(notices);
                return drawn_from;
            }
            Self::Page if state.view == View::Overview => {
                // Nothing of it stands there but its title.
                (drawn_from.edition, drawn_from.state) = (*edition, state.of_overview());
                return drawn_from;
            }
            Self::Page => {
                (drawn_from.edition, drawn_from.state) = (*edition, state.clone());
                if state.view == View::About {
                    drawn_from.about.clone_from(about);
                }
                return drawn_from;
            }
            Self::Overview(part) => part,
        };
        // Where another view is shown, it is drawn when it is seen again; and
        // where it is out of sight, when it has its turn.
        let waits = *turn <= part.position() && dashboard.is_out_of_sight(part.place());
        if waits || state.view != View::Overview {
            return stands.clone();
        }
        drawn_from.edition = *edition;
        drawn_from.state = match part {
            Part::Figure(name) => {
                if name.metric().is_none() && state.shows(name) {
                    drawn_from.drawer = shown.drawer;
                }
                drawn_from.parts = shown.open_parts(name);
                drawn_from.more = shown.more.iter().filter(|more| **more == name).count();
                (drawn_from.spoken, drawn_from.heard) = (controls.spoken, controls.heard);
                state.of_figure(name)
            }
            Part::Controls => state.of_controls(),
            Part::Introduction | Part::ReadingList | Part::Matrix => state.of_overview(),
        };
        if part == Part::Controls {
            drawn_from.controls.clone_from(controls);
        }
        // What stands in the static page is right for every width; what was
        // drawn since is not.
        let as_it_was = drawn_from == DrawnFrom::of_static_page() && *stands == drawn_from;
        if matches!(part, Part::Figure(_)) && !as_it_was {
            drawn_from.layout = *layout;
        }
        drawn_from
    }

    fn html(self, dashboard: Dashboard, drawn_from: &DrawnFrom) -> String {
        let state = &drawn_from.state;
        let part = match self {
            Self::Notices => return notices_html(&drawn_from.notices, LANGUAGE),
            Self::Page => return page_html(dashboard, drawn_from),
            Self::Overview(part) => part,
        };
        let dataset = dashboard.dataset();
        let choice = state.choice(&dataset);
        match part {
            Part::Introduction => introduction_html(&dataset, &choice, LANGUAGE),
            Part::Controls => controls_html(
                &dataset,
                &state.unfiltered(),
                &state.filter,
                state.scale,
                &drawn_from.controls,
                LANGUAGE,
            ),
            Part::Figure(name) => {
                let query = state.to_query();
                let Some(metric) = name.metric() else {
                    let why = match drawn_from.drawer {
                        _ if !state.shows(name) => Undrawn::Closed,
                        Drawer::Failed => Undrawn::Failed,
                        _ => Undrawn::Waiting,
                    };
                    return undrawn_html(name, why, &query, LANGUAGE);
                };
                let spec = SpecOptions {
                    spoken: drawn_from.spoken,
                    heard: drawn_from.heard,
                    ..state.spec_options(name, LANGUAGE)
                };
                let open = DashboardState::OPENABLE.contains(&name).then(|| state.shows(name));
                let (parts, layout) = (drawn_from.parts, drawn_from.layout);
                let sorting = state.sorting(name);
                let options = FigureOptions {
                    spec,
                    open,
                    parts,
                    layout,
                    sorting,
                    more: drawn_from.more,
                    query: &query,
                    ..FigureOptions::default()
                };
                metric_figure(&dataset, &compare(&dataset, &choice, metric), options).html
            }
            Part::ReadingList => reading_list_html(&dataset, &choice, LANGUAGE),
            Part::Matrix => matrix_html(&dataset, &choice, LANGUAGE),
        }
    }
}

/// The page of a view other than the overview.
fn page_html(dashboard: Dashboard, drawn_from: &DrawnFrom) -> String {
    match &drawn_from.state.view {
        View::Overview => Some(String::new()),
        View::Campaign(id) => campaign_html(&dashboard.dataset(), id, LANGUAGE),
        View::Campaigns => {
            Some(campaigns_html(&dashboard.dataset(), &drawn_from.state.unfiltered(), LANGUAGE))
        }
        View::About => Some(&drawn_from.about)
            .filter(|text| !text.is_empty())
            .map(|text| format!("{text}<p class=\"aside\">{}</p>", data_version(dashboard))),
    }
    // What is still on its way.
    .unwrap_or_else(|| format!("<p>{}</p>", LANGUAGE.phrases().loading))
}

/// The date and fingerprint of the data, in words.
fn data_version(dashboard: Dashboard) -> String {
    let date = written_date_words(LANGUAGE, &dashboard.dataset().updated);
    let hash = dashboard.fingerprint();
    LANGUAGE.say(&Sentence::DataVersion { date, hash })
}

/// Draws a figure of the static page once more, which changes nothing: a browser compiles each
/// piece of a program when that is first used, and the first choice is not to wait for it.
pub(super) fn rehearse(dashboard: Dashboard) {
    let figure = Place::Overview(Part::Figure(FigureName::Participation));
    let stands = DrawnFrom::of_static_page();
    // Whoever was quicker has had something drawn already.
    if untrack(|| figure.drawn_from(dashboard, &stands)) == stands
        && let Some(element) = browser::place(figure.name())
    {
        // The static page holds what is folded, too.
        let whole = DrawnFrom { parts: Parts::All, ..stands };
        browser::place_html(&element, &figure.html(dashboard, &whole));
    }
}

/// Keeps what stands in a place equal to what it is to show. Its element is
/// there already, so it has none of its own. An effect that compares does what a
/// memo would: what did not change is not drawn again.
#[component]
pub(super) fn Kept(dashboard: Dashboard, place: Place) -> impl IntoView {
    Effect::new(move |stands: Option<DrawnFrom>| {
        let stands = stands.unwrap_or_else(DrawnFrom::of_static_page);
        let drawn_from = place.drawn_from(dashboard, &stands);
        if drawn_from != stands
            && let Some(element) = browser::place(place.name())
        {
            if let Place::Overview(Part::Figure(name)) = place
                && drawn_from.state.shows(name)
                && name.metric().is_none()
            {
                dashboard.have_drawn(name, &drawn_from);
                if drawn_from.drawer == Drawer::Ready {
                    return drawn_from;
                }
            }
            let html = untrack(|| place.html(dashboard, &drawn_from));
            match place {
                Place::Notices | Place::Overview(Part::Controls) => browser::amend_html(&element, &html),
                _ => browser::place_html(&element, &html),
            }
            if place == Place::Page {
                show_view(dashboard, &drawn_from.state);
            }
        }
        drawn_from
    });
}

/// Gives the document the view's title, marks it in the navigation, and shows
/// or hides the overview.
fn show_view(dashboard: Dashboard, state: &DashboardState) {
    let view = &state.view;
    let phrases = LANGUAGE.phrases();
    let page = match view {
        View::Overview => {
            let dataset = dashboard.dataset();
            overview_title(&dataset, &state.choice(&dataset), LANGUAGE)
        }
        View::Campaigns => phrases.campaigns_title.to_owned(),
        View::Campaign(id) => dashboard.dataset().campaign(id).map_or_else(String::new, |c| c.name.clone()),
        View::About => phrases.nav_about.to_owned(),
    };
    browser::set_title(LANGUAGE.say(&Sentence::PageTitle { page }));
    browser::set_current_page(view.navigation());
    browser::show_overview(*view == View::Overview);
}
