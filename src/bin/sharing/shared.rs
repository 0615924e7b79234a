//! A choice that is taken along: the page of sharing shows it, and the files are
//! made of it when they are asked for.

use crate::held::{Held, LANGUAGE};
use groundswell::browser::{self, Deed, amend_html, place_html, place_within};
use groundswell::data::fingerprint;
use groundswell::figure::{
    Content, FIGURES, FigureFile, FigureOptions, Notice, Picture, PictureSize, Sharing, Taken, chooses_own,
    gallery_lead, notices_html, shared_html, with_words,
};
use groundswell::model::{Dataset, FigureName};
use groundswell::state::DashboardState;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;
use web_sys::Element;

/// A choice, to be taken along.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Shared {
    held: Held,
    state: DashboardState,
}

/// Follows the query of the page of sharing; `root` holds the page. Where there is
/// a query, each figure's part of the page is made anew.
#[wasm_bindgen]
pub fn share(held: &Held, root: Element, query: String) -> js_sys::Promise {
    let held = held.clone();
    future_to_promise(async move {
        let (state, told) = DashboardState::from_query(&query);
        held.complete_for(&state).await;
        let (state, unknown) = match held.is_whole() {
            true => state.check_against(&held.dataset()),
            false => (state, Vec::new()),
        };
        let told = told.iter().chain(&unknown).map(|notice| Notice::Link(notice.tell(LANGUAGE)));
        let own = chooses_own(&held.dataset(), &state.choice(&held.dataset()));
        let notices: Vec<Notice> = told.chain(held.told()).collect();
        let shared = Shared { held, state };
        if let Some(place) = place_within(&root, "notices") {
            amend_html(&place, &notices_html(&notices, LANGUAGE));
            browser::watch(&root, move |deed| {
                if matches!(&deed, Deed::Used { name, .. } if name == "dismiss") {
                    amend_html(&place, "");
                }
                false
            });
        }
        // Without all of the data, what stands there stays.
        if !shared.held.is_whole() {
            return Err(JsValue::UNDEFINED);
        }
        if own || !query.is_empty() {
            shared.show(&root);
        }
        Ok(shared.into())
    })
}

/// A file that was made.
#[wasm_bindgen(getter_with_clone)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub kind: String,
    /// What it holds; of a picture, the drawing (SVG).
    pub text: String,
    /// The fingerprint of that.
    pub hash: String,
    picture: Option<Picture>,
}

#[wasm_bindgen]
impl Made {
    /// How wide the picture is, pixels; zero when it is none.
    #[wasm_bindgen(getter)]
    pub fn width(&self) -> u32 {
        self.picture.as_ref().map_or(0, |picture| picture.size.0)
    }

    /// How high it is, pixels.
    #[wasm_bindgen(getter)]
    pub fn height(&self) -> u32 {
        self.picture.as_ref().map_or(0, |picture| picture.size.1)
    }

    /// The file of a picture whose pixels were made: with its words.
    pub fn described(&self, png: &[u8]) -> Vec<u8> {
        match &self.picture {
            Some(picture) => with_words(png, picture),
            None => png.to_vec(),
        }
    }
}

#[wasm_bindgen]
impl Shared {
    /// Makes a file of a figure: `file` is the end of its name (".csv"), or, for a
    /// picture, how many pixels each has ("1" to "4"). `css` is the style sheet of
    /// figures. Nothing comes of it where there is no such figure or file.
    pub fn file(&self, figure: &str, file: &str, css: &str) -> Option<Made> {
        let name: FigureName = figure.parse().ok()?;
        let made = |file: FigureFile, content: Content| {
            let (text, picture) = match content {
                Content::Text(text) => (text, None),
                Content::Picture(picture) => (picture.svg.clone(), Some(picture)),
            };
            let hash = fingerprint([text.as_bytes()]);
            Made { name: file.name(name), kind: file.media_type().to_owned(), text, hash, picture }
        };
        self.with(name, |sharing, dataset| {
            let Sharing { choice, options, .. } = sharing;
            let taken = Taken { dataset, choice, name, options, css };
            match file.parse::<u32>() {
                Ok(density @ 1..=4) => {
                    let size = PictureSize { density, ..PictureSize::READY };
                    Some(made(FigureFile::Picture, Content::Picture(taken.picture(size))))
                }
                Ok(_) => None,
                Err(_) => file.parse().ok().map(|file| made(file, taken.content(file))),
            }
        })
    }
}

impl Shared {
    /// Shows each figure's part of the page.
    fn show(&self, root: &Element) {
        let dataset = self.held.dataset();
        if let Some(place) = place_within(root, "lead") {
            place_html(&place, &gallery_lead(&dataset, &self.state.choice(&dataset), LANGUAGE));
        }
        if let Some(place) = place_within(root, "figures") {
            let parts = FigureName::ALL
                .iter()
                .map(|&name| self.with(name, |sharing, dataset| shared_html(dataset, name, sharing)));
            place_html(&place, &parts.collect::<String>());
        }
    }

    /// What is shared of a figure.
    fn with<T>(&self, name: FigureName, then: impl FnOnce(Sharing<'_>, &Dataset) -> T) -> T {
        let dataset = self.held.dataset();
        let choice = self.state.choice(&dataset);
        // What is taken along names its campaigns: elsewhere nobody sees that a filter is set, and
        // an extract has little to filter by.
        let state = DashboardState {
            open: Default::default(),
            campaigns: choice.selection.clone(),
            filter: Default::default(),
            ..self.state.of_figure(name)
        };
        let (query, address) = (state.to_query(), format!("{}{FIGURES}/", self.held.site()));
        let spec = state.spec_options(name, LANGUAGE);
        let options = FigureOptions { spec, query: &query, ..FigureOptions::default() };
        let hash = self.held.fingerprint();
        let sharing = Sharing { choice: &choice, options, hash: &hash, address: &address, ready: false };
        then(sharing, &dataset)
    }
}
