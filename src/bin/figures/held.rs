//! The data that figures are drawn from: a site's, fetched once for all of them;
//! or what an extract brings along.

use groundswell::browser::{fetch_named, fetch_text};
use groundswell::data::{Library, NamedText, fingerprint, read_extract};
use groundswell::figure::{Notice, notices_of_data};
use groundswell::format::Language;
use groundswell::model::{Dataset, FigureName, Loading};
use groundswell::state::DashboardState;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

/// The language of what is told.
pub const LANGUAGE: Language = Language::English;

/// Data, for as many figures as there are. Copies speak of the same.
#[wasm_bindgen]
#[derive(Clone)]
pub struct Held(Rc<RefCell<Content>>);

struct Content {
    /// The address of the site's folder, with a slash at the end.
    site: String,
    library: Library,
    dataset: Rc<Dataset>,
    /// What could not be used, and what was left out.
    told: Vec<Notice>,
    /// Whether the reader's own campaigns are among it.
    own: bool,
    /// The file beside the catalogue that an address named last.
    named: Option<String>,
    /// Whether everything came that was asked for.
    whole: bool,
    /// What has travelled with the data, where it does not change any more.
    frozen: Option<Frozen>,
}

/// What travels with data that does not change any more.
#[derive(Clone)]
pub struct Frozen {
    /// Whose figure it is.
    pub figure: FigureName,
    /// What was chosen, as a query.
    pub query: String,
    /// The fingerprint of the extract.
    pub hash: String,
}

/// Fetches what a site loads at its start.
#[wasm_bindgen]
pub async fn load(site: String) -> Held {
    let content = Content {
        site,
        library: Library::new(LANGUAGE),
        dataset: Rc::default(),
        told: Vec::new(),
        own: false,
        named: None,
        whole: false,
        frozen: None,
    };
    let held = Held(Rc::new(RefCell::new(content)));
    held.fetch(Loading::AtStart).await;
    held
}

/// Reads an extract: the data that a figure brings along. `None` when it is none, or
/// another than the one with that fingerprint.
#[wasm_bindgen]
pub fn thaw(site: String, text: &str, expected: Option<String>) -> Option<Held> {
    let hash = fingerprint([text.as_bytes()]);
    if expected.is_some_and(|expected| expected != hash) {
        return None;
    }
    let (extract, faults) = read_extract("", text).ok()?;
    let content = Content {
        site,
        library: Library::new(LANGUAGE),
        dataset: Rc::new(extract.dataset),
        told: notices_of_data(Vec::new(), &faults, LANGUAGE),
        own: false,
        named: None,
        whole: true,
        frozen: Some(Frozen { figure: extract.figure, query: extract.query, hash }),
    };
    Some(Held(Rc::new(RefCell::new(content))))
}

impl Held {
    /// Fetches what is wanted at a time and not there yet. First the catalogue, then
    /// what it names.
    pub async fn fetch(&self, loading: Loading) {
        for _ in 0..2 {
            let (site, wanted) = {
                let content = self.0.borrow();
                (content.site.clone(), content.library.wanted(loading))
            };
            for file in wanted {
                let text = fetch_text(&format!("{site}data/{file}")).await;
                let text = text.map_err(|problem| problem.tell(LANGUAGE));
                self.0.borrow_mut().library.take_in(file, text);
            }
        }
        self.read().await;
    }

    /// Reads what has arrived, and the reader's own campaigns.
    pub async fn read(&self) {
        let own = crate::own_campaigns().await;
        let mut content = self.0.borrow_mut();
        content.own = !own.is_empty();
        content.library.take_in_own(LANGUAGE.phrases().own_campaigns, own);
        let (dataset, faults) = content.library.dataset();
        content.dataset = Rc::new(dataset);
        let problems = content.library.problems();
        content.whole = problems.is_empty();
        // Where a file is missing, others speak of what it holds.
        let faults = if content.whole { faults } else { Vec::new() };
        content.told = notices_of_data(problems, &faults, LANGUAGE);
    }

    /// Fetches what a state needs beyond that.
    pub async fn complete_for(&self, state: &DashboardState) {
        if self.frozen().is_some() {
            return;
        }
        if self.0.borrow().named != state.data {
            self.take_named(state.data.clone()).await;
        }
        let wanted = !self.0.borrow().library.wanted(Loading::OnRequest).is_empty();
        if wanted && !state.is_complete_in(&self.dataset()) {
            self.fetch(Loading::OnRequest).await;
        }
    }

    /// Takes in the file that an address names beside the catalogue, by its path from the
    /// site's folder.
    async fn take_named(&self, path: Option<String>) {
        let site = self.site();
        let text = match &path {
            Some(path) => fetch_named(&format!("{site}{path}"), LANGUAGE).await,
            None => Ok(NamedText::default()),
        };
        {
            let mut content = self.0.borrow_mut();
            content.library.take_in_named(path.as_deref(), text);
            content.named = path;
        }
        self.read().await;
    }

    /// What is there.
    pub fn dataset(&self) -> Rc<Dataset> {
        Rc::clone(&self.0.borrow().dataset)
    }

    /// Whether everything came that was asked for. Of less no figure is drawn: on its
    /// own it could not be told from the whole.
    pub fn is_whole(&self) -> bool {
        self.0.borrow().whole
    }

    /// What could not be used, and what was left out.
    pub fn told(&self) -> Vec<Notice> {
        self.0.borrow().told.clone()
    }

    /// The address of the site's folder, with a slash at the end.
    pub fn site(&self) -> String {
        self.0.borrow().site.clone()
    }

    /// The fingerprint of what the site loads at its start.
    pub fn fingerprint(&self) -> String {
        self.0.borrow_mut().library.fingerprint().to_owned()
    }

    /// What has travelled with the data, where it does not change any more.
    pub fn frozen(&self) -> Option<Frozen> {
        self.0.borrow().frozen.clone()
    }
}
