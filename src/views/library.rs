//! The files the page has read so far.

use super::dashboard::LANGUAGE;
use crate::data::{Catalogue, Fault, Part, Unreadable, join, read_catalogue, read_collection};
use crate::model::{Dataset, Loading};

/// The catalogue's file.
const CATALOGUE: &str = "index.json";

/// The catalogue, once it is read, and the collections read.
#[derive(Debug, Default)]
pub(super) struct Library {
    catalogue: Option<Catalogue>,
    parts: Vec<Part>,
    /// Files that could not be used, each with the sentence that says why.
    problems: Vec<(String, String)>,
}

impl Library {
    /// Whether the catalogue was read.
    pub(super) fn is_open(&self) -> bool {
        self.catalogue.is_some()
    }

    /// The files still to be read for a time of loading. Before the catalogue
    /// is read, that is all there is to read.
    pub(super) fn wanted(&self, loading: Loading) -> Vec<String> {
        let Some(catalogue) = &self.catalogue else { return vec![CATALOGUE.to_owned()] };
        let read = |at: usize| self.parts.iter().any(|part| part.collection() == at);
        let collections = catalogue.collections.iter().enumerate();
        collections
            .filter(|(at, c)| c.loading == loading && !read(*at))
            .map(|(_, c)| c.file.clone())
            .collect()
    }

    /// Takes in a file's text, or the sentence that says why there is none.
    pub(super) fn take_in(&mut self, file: String, text: Result<String, String>) {
        self.problems.retain(|(other, _)| *other != file);
        let problem = match text {
            Ok(text) => self.read(&file, &text).err().map(|unreadable| unreadable.tell(LANGUAGE)),
            Err(problem) => Some(problem),
        };
        self.problems.extend(problem.map(|problem| (file, problem)));
    }

    fn read(&mut self, file: &str, text: &str) -> Result<(), Unreadable> {
        let collections = self.catalogue.as_ref().map(|catalogue| &catalogue.collections);
        match collections.and_then(|all| all.iter().position(|c| c.file == file)) {
            None => self.catalogue = Some(read_catalogue(file, text)?),
            Some(at) => self.parts.push(read_collection(file, text, at)?),
        }
        Ok(())
    }

    /// Why files could not be used, a sentence each.
    pub(super) fn problems(&self) -> Vec<String> {
        self.problems.iter().map(|(_, problem)| problem.clone()).collect()
    }

    /// Everything read so far, and every fault in it.
    pub(super) fn dataset(&self) -> (Dataset, Vec<Fault>) {
        self.catalogue.as_ref().map(|catalogue| join(catalogue, &self.parts)).unwrap_or_default()
    }
}
