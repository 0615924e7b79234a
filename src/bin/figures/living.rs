//! A figure that has come alive on somebody else's page: it follows the data and
//! its address, its marks can be walked, and it keeps to a height where it has to.

use crate::held::{Held, LANGUAGE};
use groundswell::browser::{
    self, Deed, amend_html, height_of, lead_to_site, place_html, place_within, set_flag, walk_words,
};
use groundswell::chart::SpecOptions;
use groundswell::compare::ROOMS;
use groundswell::figure::{
    FigureOptions, Notice, NowShown, Standing, chosen, figure, notices_html, now_showing, now_sorted,
    rows_shown,
};
use groundswell::format::written_date_words;
use groundswell::model::{FigureName, Loading};
use groundswell::state::{DashboardState, FigureAddress, Told, apply, follow};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::{future_to_promise, spawn_local};
use web_sys::Element;

/// A figure that has come alive. Copies speak of the same.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Living(Rc<Life>);

struct Life {
    held: Held,
    /// What everything of the figure is in.
    root: Element,
    name: FigureName,
    standing: Standing,
    changing: RefCell<Changing>,
    /// The headline that was drawn last.
    headline: RefCell<String>,
}

#[derive(Default)]
struct Changing {
    /// What was asked for last.
    query: String,
    address: FigureAddress,
    /// What the address asks for in vain.
    told: Vec<Notice>,
    /// How many rows there is room for at a glance, where the height is given.
    room: Option<usize>,
}

/// Brings a figure to life within an element that holds it already. `guest` says
/// that it is in somebody else's page rather than in a frame. Nothing comes of it
/// when there is no figure of that name, or the data is that of another figure.
#[wasm_bindgen]
pub fn enliven(held: &Held, root: Element, figure: &str, query: String, guest: bool) -> js_sys::Promise {
    let name: Option<FigureName> = figure.parse().ok();
    let standing = if guest { Standing::Guest } else { Standing::Page };
    let held = held.clone();
    future_to_promise(async move {
        let is_another = |name| held.frozen().is_some_and(|frozen| frozen.figure != name);
        let Some(name) = name.filter(|&name| !is_another(name)) else {
            return Ok(JsValue::UNDEFINED);
        };
        let (changing, headline) = (RefCell::default(), RefCell::default());
        let living = Living(Rc::new(Life { held, root, name, standing, changing, headline }));
        living.follow(&query).await;
        living.listen();
        Ok(living.into())
    })
}

#[wasm_bindgen]
impl Living {
    /// Shows what another query asks for.
    pub fn ask(&self, query: String) -> js_sys::Promise {
        let living = self.clone();
        future_to_promise(async move {
            living.follow(&query).await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// Keeps to a height, CSS pixels, by saying less; to none, when none is given.
    /// First there are fewer rows, then what opens and leads on goes too, then what
    /// explains the drawing, then the drawing. Returns the height of the whole.
    pub fn fit(&self, height: Option<f64>) -> f64 {
        let root = &self.0.root;
        let asked_plain = self.0.changing.borrow().address.plain;
        let drawn = |room: Option<usize>, plain: bool, slim: bool| {
            self.0.changing.borrow_mut().room = room;
            set_flag(root, "data-plain", plain);
            set_flag(root, "data-slim", slim);
            self.draw();
            height_of(root)
        };
        for name in ["data-kept", "data-terse"] {
            set_flag(root, name, false);
        }
        let whole = drawn(None, asked_plain, false);
        let Some(height) = height.filter(|&height| height < whole) else { return whole };
        let fits =
            |plain: bool, slim: bool| ROOMS.iter().any(|&room| drawn(Some(room), plain, slim) <= height);
        let fitted = (!asked_plain && fits(false, false)) || fits(true, false) || fits(true, true);
        set_flag(root, "data-terse", !fitted);
        set_flag(root, "data-kept", true);
        whole
    }
}

impl Living {
    /// The height that the address asks to keep to, CSS pixels, if it asks for one.
    fn height(&self) -> Option<f64> {
        self.0.changing.borrow().address.height.map(f64::from)
    }

    async fn follow(&self, query: &str) {
        let (mut address, told) = FigureAddress::from_query(query);
        // Where the data has travelled along, so has the choice.
        if let Some(frozen) = self.0.held.frozen() {
            address.state = FigureAddress::from_query(&frozen.query).0.state;
        }
        self.0.held.complete_for(&address.state).await;
        let mut unknown = Vec::new();
        if self.0.held.is_whole() {
            (address.state, unknown) = address.state.check_against(&self.0.held.dataset());
        }
        let told = told.iter().chain(&unknown).map(|notice| Notice::Link(notice.tell(LANGUAGE))).collect();
        *self.0.changing.borrow_mut() = Changing { query: query.to_owned(), address, told, room: None };
        self.tell();
        self.tell_choice();
        self.fit(self.height());
    }

    /// Says what the address asks for in vain, and what is wrong with the data.
    fn tell(&self) {
        let Some(place) = place_within(&self.0.root, "notices") else { return };
        let notices = [&self.0.changing.borrow().told[..], &self.0.held.told()].concat();
        amend_html(&place, &notices_html(&notices, LANGUAGE));
    }

    /// Says what was chosen, and that the data does not change, where it is so.
    fn tell_choice(&self) {
        let Some(place) = place_within(&self.0.root, "chosen") else { return };
        let dataset = self.0.held.dataset();
        let choice = self.0.changing.borrow().address.state.choice(&dataset);
        let frozen = self
            .0
            .held
            .frozen()
            .map(|frozen| LANGUAGE.frozen(&written_date_words(LANGUAGE, &dataset.updated), &frozen.hash));
        let said = [chosen(&dataset, &choice, LANGUAGE), frozen];
        place.set_text_content(Some(&said.into_iter().flatten().collect::<Vec<_>>().join(" ")));
    }

    /// Draws what there is; without all of the data, what stands there stays.
    fn draw(&self) {
        let Life { held, root, name, standing, changing, headline } = &*self.0;
        let dataset = held.dataset();
        let changing = changing.borrow();
        let state = &changing.address.state;
        let Some(place) = place_within(root, "figure").filter(|_| held.is_whole()) else {
            return;
        };
        let query = state.to_query();
        let spec = SpecOptions { room: changing.room, ..state.spec_options(*name, LANGUAGE) };
        let options = FigureOptions { spec, standing: *standing, query: &query, ..FigureOptions::default() };
        let figure = figure(&dataset, &state.choice(&dataset), *name, options);
        place_html(&place, &figure.html);
        headline.replace(figure.headline);
        set_flag(root, "data-alive", true);
        lead_to_site(&place, &held.site());
        if let Ok(Some(home)) = root.query_selector(".home a") {
            let query = if query.is_empty() { query } else { format!("?{query}") };
            let _ = home.set_attribute("href", &format!("{}index.html{query}", held.site()));
        }
    }

    /// What is shown otherwise than before, when the headline was this, for those who do not
    /// see it.
    fn told_after(&self, before: &DashboardState, said: String) -> String {
        let Life { held, name, changing, headline, .. } = &*self.0;
        let state = &changing.borrow().address.state;
        match state.told_after(before) {
            Told::Rows { figure, all } => rows_shown(figure, all, LANGUAGE),
            Told::Sorted(sorting) => now_sorted(sorting, LANGUAGE),
            Told::Choice => {
                let (dataset, changed) = (held.dataset(), state.changed_from(before));
                let shown = NowShown {
                    before: (changed.campaigns || changed.sources).then(|| before.choice(&dataset)),
                    scale: changed.scale.then_some(state.scale),
                    figures: vec![(*name, Some(said))],
                };
                let drawn = |_| Some(headline.borrow().clone());
                now_showing(&dataset, &state.choice(&dataset), &shown, &drawn, LANGUAGE)
            }
            Told::View | Told::Nothing => String::new(),
        }
    }

    /// Answers what a reader does from now on.
    fn listen(&self) {
        let root = &self.0.root;
        browser::walk_marks(root, walk_words(LANGUAGE, true));
        let living = self.clone();
        browser::watch(root, move |deed| living.answer(deed));
    }

    /// Answers a deed; `false` leaves it to the browser.
    fn answer(&self, deed: Deed) -> bool {
        match deed {
            Deed::Followed { href, action, .. } => {
                let own = action.is_some() && href.starts_with('?');
                if own {
                    let before = self.0.changing.borrow().address.state.clone();
                    for action in follow(href.trim_start_matches('?'), action.as_deref()) {
                        let state = &mut self.0.changing.borrow_mut().address.state;
                        *state = apply(state, action, &[]);
                    }
                    let said = self.0.headline.borrow().clone();
                    self.fit(self.height());
                    browser::announce_within(&self.0.root, &self.told_after(&before, said));
                }
                own
            }
            Deed::Used { name, .. } if name == "dismiss" => {
                self.0.changing.borrow_mut().told.clear();
                if let Some(place) = place_within(&self.0.root, "notices") {
                    amend_html(&place, "");
                }
                false
            }
            Deed::Used { name, .. } if name == "try-again" => {
                let living = self.clone();
                spawn_local(async move {
                    living.0.held.fetch(Loading::AtStart).await;
                    let query = living.0.changing.borrow().query.clone();
                    living.follow(&query).await;
                });
                false
            }
            _ => false,
        }
    }
}
