//! The files of data that have arrived so far, and what they come to.

use super::catalogue::{Catalogue, read_catalogue};
use super::fault::Fault;
use super::fingerprint::fingerprint;
use super::join::join;
use super::part::{Part, read_collection};
use crate::format::{Language, OwnDefinition};
use crate::model::{Collection, Dataset, Loading, put_in_order};

/// The id of the collection of the reader's own campaigns.
pub const OWN: &str = "own";

/// Whether a collection of a dataset is that of the reader's own campaigns.
pub fn is_own(dataset: &Dataset, collection: usize) -> bool {
    dataset.collections.get(collection).is_some_and(|known| known.id == OWN)
}

/// The catalogue's file.
const CATALOGUE: &str = "index.json";

/// The catalogue, once it is read, and the collections.
#[derive(Debug, Default)]
pub struct Library {
    language: Language,
    catalogue: Option<Catalogue>,
    /// The texts of collections, by place in the catalogue: kept, since all are
    /// read again when more arrive.
    arrived: Vec<(usize, String)>,
    /// The reader's own campaigns, each as a file: its name and text.
    own: Vec<(String, String)>,
    /// What they are called together.
    own_title: &'static str,
    /// A file that the address names beside the catalogue: its path and text.
    named: Option<(String, String)>,
    /// Files that could not be used, each with the sentence that says why.
    problems: Vec<(String, String)>,
    /// The catalogue's text, until the fingerprint is taken.
    catalogue_text: String,
    fingerprint: String,
}

impl Library {
    /// One without files, which tells of problems in that language.
    pub fn new(language: Language) -> Self {
        Self { language, ..Self::default() }
    }

    /// Whether the catalogue was read.
    pub fn is_open(&self) -> bool {
        self.catalogue.is_some()
    }

    /// The files still to be fetched for a time of loading. Before the catalogue
    /// is read, that is all there is to fetch.
    pub fn wanted(&self, loading: Loading) -> Vec<String> {
        let Some(catalogue) = &self.catalogue else { return vec![CATALOGUE.to_owned()] };
        let here = |at: usize| self.arrived.iter().any(|(other, _)| *other == at);
        let collections = catalogue.collections.iter().enumerate();
        collections
            .filter(|(at, c)| c.loading == loading && !here(*at))
            .map(|(_, c)| c.file.clone())
            .collect()
    }

    /// Takes in a file's text, or the sentence that says why there is none. The
    /// catalogue is read at once, for it names the others.
    pub fn take_in(&mut self, file: String, text: Result<String, String>) {
        self.problems.retain(|(other, _)| *other != file);
        let collections = self.catalogue.as_ref().map(|catalogue| &catalogue.collections);
        let at = collections.and_then(|all| all.iter().position(|c| c.file == file));
        let problem = match (text, at) {
            (Err(problem), _) => problem,
            (Ok(text), Some(at)) => return self.arrived.push((at, text)),
            (Ok(text), None) => match read_catalogue(&file, &text) {
                Ok(catalogue) => {
                    self.catalogue = Some(catalogue);
                    self.catalogue_text = text;
                    return;
                }
                Err(unreadable) => unreadable.tell(self.language),
            },
        };
        self.problems.push((file, problem));
    }

    /// Takes in the reader's own campaigns in the place of those before: files of the
    /// collection of that id and title, each its name and text.
    pub fn take_in_own(&mut self, title: &'static str, files: Vec<(String, String)>) {
        (self.own_title, self.own) = (title, files);
    }

    /// Takes in the file that the address names beside the catalogue, in the place of the
    /// one before: its path, and its text or the sentence that says why there is none; no
    /// path where none is named any more.
    pub fn take_in_named(&mut self, path: Option<&str>, text: Result<String, String>) {
        if let Some((before, _)) = self.named.take() {
            self.problems.retain(|(other, _)| *other != before);
        }
        let Some(path) = path else { return };
        self.problems.retain(|(other, _)| other != path);
        match text {
            Ok(text) => self.named = Some((path.to_owned(), text)),
            Err(problem) => self.problems.push((path.to_owned(), problem)),
        }
    }

    /// The fingerprint of what loads at the start: empty until all of it is here.
    pub fn fingerprint(&mut self) -> &str {
        if self.fingerprint.is_empty() && self.is_open() && self.wanted(Loading::AtStart).is_empty() {
            put_in_order(&mut self.arrived, &|a, b| a.0.cmp(&b.0));
            let at_start = |at: usize| {
                self.catalogue.as_ref().is_some_and(|all| all.collections[at].loading == Loading::AtStart)
            };
            let collections =
                self.arrived.iter().filter(|(at, _)| at_start(*at)).map(|(_, text)| text.as_bytes());
            self.fingerprint =
                fingerprint(std::iter::once(self.catalogue_text.as_bytes()).chain(collections));
            self.catalogue_text = String::new();
        }
        &self.fingerprint
    }

    /// Reads what has arrived, and gives everything read so far with every fault in it.
    pub fn dataset(&mut self) -> (Dataset, Vec<Fault>) {
        let Some(catalogue) = &self.catalogue else { return Default::default() };
        let (mut parts, problems, language) = (Vec::new(), &mut self.problems, self.language);
        self.arrived.retain(|(at, text)| {
            let file = &catalogue.collections[*at].file;
            let part = read_collection(file, text, *at);
            // What is no data can be fetched again.
            let problem = part.map(|part| parts.push(part)).err();
            problems.extend(problem.iter().map(|problem| (file.clone(), problem.tell(language))));
            problem.is_none()
        });
        if self.own.is_empty() && self.named.is_none() {
            return join(catalogue, parts);
        }
        let mut catalogue = catalogue.clone();
        if let Some((path, text)) = &self.named {
            let at = catalogue.collections.len();
            problems.retain(|(other, _)| other != path);
            match read_collection(path, text, at) {
                Ok(part) => {
                    catalogue.collections.push(Collection {
                        id: part.id.clone().unwrap_or_default(),
                        file: path.clone(),
                        title: path.clone(),
                        loading: Loading::AtStart,
                        loaded: true,
                    });
                    parts.push(without_known_definitions(part, &parts));
                }
                Err(unreadable) => problems.push((path.clone(), unreadable.tell(language))),
            }
        }
        if self.own.is_empty() {
            return join(&catalogue, parts);
        }
        let at = catalogue.collections.len();
        catalogue.collections.push(Collection {
            id: OWN.to_owned(),
            file: String::new(),
            title: self.own_title.to_owned(),
            loading: Loading::AtStart,
            loaded: false,
        });
        for (file, text) in &self.own {
            problems.retain(|(other, _)| other != file);
            match read_collection(file, text, at) {
                Ok(part) => {
                    let mut part = without_known_definitions(part, &parts);
                    // Each file is called as its campaign; here they are one collection.
                    part.id = Some(OWN.to_owned());
                    parts.push(part);
                }
                Err(unreadable) => problems.push((file.clone(), unreadable.tell(language))),
            }
        }
        join(&catalogue, parts)
    }

    /// Why files could not be used, a sentence each.
    pub fn problems(&self) -> Vec<String> {
        self.problems.iter().map(|(_, problem)| problem.clone()).collect()
    }
}

/// A part without our own definitions that other parts have: what an export counts is a
/// definition of the published figures, in their words, wherever these have one. Whatever
/// else a file defines has to mean what it means there.
fn without_known_definitions(mut part: Part, others: &[Part]) -> Part {
    let known = |id: &str| others.iter().any(|other| other.defines(id));
    part.definitions
        .sound
        .retain(|(_, definition)| !(definition.id.parse::<OwnDefinition>().is_ok() && known(&definition.id)));
    part
}
