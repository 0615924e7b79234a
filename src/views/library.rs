//! The files the page has read so far.

use crate::browser::{LoadProblem, fetch_text};
use crate::data::{Catalogue, Fault, Part, Unreadable, join, read_catalogue, read_collection};
use crate::model::{Dataset, Loading};

/// The folder of the data, beside the page.
const FOLDER: &str = "data";

/// The catalogue and the collections read.
#[derive(Clone, Debug)]
pub(super) struct Library {
    catalogue: Catalogue,
    parts: Vec<Part>,
}

/// Why a file could not be used at all.
#[derive(Clone, Debug)]
pub(super) enum Unusable {
    /// It did not arrive.
    Load(LoadProblem),
    /// It cannot be read.
    Read(Unreadable),
}

impl std::fmt::Display for Unusable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Load(problem) => problem.fmt(f),
            Self::Read(problem) => problem.fmt(f),
        }
    }
}

async fn text_of(file: &str) -> Result<String, Unusable> {
    fetch_text(&format!("{FOLDER}/{file}")).await.map_err(Unusable::Load)
}

impl Library {
    /// Reads the catalogue and what it wants loaded with the page. A collection
    /// that cannot be used is left out and told of.
    pub(super) async fn open() -> Result<(Self, Vec<Unusable>), Unusable> {
        const CATALOGUE: &str = "index.json";
        let text = text_of(CATALOGUE).await?;
        let catalogue = read_catalogue(CATALOGUE, &text).map_err(Unusable::Read)?;
        let mut library = Self { catalogue, parts: Vec::new() };
        let problems = library.load(Loading::AtStart).await;
        Ok((library, problems))
    }

    /// Reads the collections of that kind which are not read yet.
    pub(super) async fn load(&mut self, loading: Loading) -> Vec<Unusable> {
        let wanted: Vec<(usize, String)> = (self.catalogue.collections.iter().enumerate())
            .filter(|(at, c)| c.loading == loading && !self.parts.iter().any(|part| part.collection() == *at))
            .map(|(at, collection)| (at, collection.file.clone()))
            .collect();
        let mut problems = Vec::new();
        // The files are preloaded by the page, so that one after the other costs nothing.
        for (at, file) in wanted {
            let read = match text_of(&file).await {
                Ok(text) => read_collection(&file, &text, at).map_err(Unusable::Read),
                Err(problem) => Err(problem),
            };
            match read {
                Ok(part) => self.parts.push(part),
                Err(problem) => problems.push(problem),
            }
        }
        problems
    }

    /// Everything read so far, and every fault in it.
    pub(super) fn dataset(&self) -> (Dataset, Vec<Fault>) {
        join(&self.catalogue, &self.parts)
    }
}
