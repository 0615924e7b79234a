//! The files of data that have arrived so far, and what they come to.

use super::catalogue::{Catalogue, read_catalogue};
use super::data_file::read_beside;
use super::fault::Fault;
use super::fingerprint::fingerprint;
use super::join::join;
use super::part::{Part, read_collection};
use crate::format::{Language, OwnDefinition};
use crate::model::{Collection, Dataset, Loading, put_in_order};

/// How long a file may take to arrive, seconds: for whoever asks for it, the page itself or the
/// program.
pub const FETCH_SECONDS: u32 = 20;

/// The id of the collection of the reader's own campaigns.
pub const OWN: &str = "own";

/// The id of the collection of a file that an address names, where it has none of its own.
const NAMED: &str = "named";

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
    /// A file that the address names beside the catalogue: its path, and what arrived.
    named: Option<(String, NamedText)>,
    /// Files that could not be used, each with the sentence that says why.
    problems: Vec<(String, String)>,
    /// The catalogue's text, until the fingerprint is taken.
    catalogue_text: String,
    fingerprint: String,
}

/// A file that the address names, as it arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedText {
    /// A data set, or an extract.
    pub text: String,
    /// What was wrong with the table that it was made of, a sentence each.
    pub told: Vec<String>,
}

/// The path of the metadata of a file of that path, where it is a table (as the W3C's CSV
/// on the Web finds them).
pub fn metadata_path(path: &str) -> Option<String> {
    let is_table =
        path.get(path.len().saturating_sub(4)..).is_some_and(|end| end.eq_ignore_ascii_case(".csv"));
    is_table.then(|| format!("{path}-metadata.json"))
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
            (Ok(text), Some(at)) => {
                // Should it have been asked for twice, it counts once.
                self.arrived.retain(|(other, _)| *other != at);
                return self.arrived.push((at, text));
            }
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
    pub fn take_in_named(&mut self, path: Option<&str>, text: Result<NamedText, String>) {
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
        if let Some((path, NamedText { text, told })) = &self.named {
            let at = catalogue.collections.len();
            problems.retain(|(other, _)| other != path);
            problems.extend(told.iter().map(|told| (path.clone(), told.clone())));
            match read_beside(path, text, at) {
                Ok(found) => {
                    // What was taken along from here is called as the collections here.
                    let taken = |id: &String| catalogue.collections.iter().any(|known| known.id == *id);
                    let id = found.iter().filter_map(|part| part.id.clone()).find(|id| !taken(id));
                    let id = id.unwrap_or_else(|| NAMED.to_owned());
                    catalogue.collections.push(Collection {
                        id: id.clone(),
                        // As a catalogue may list it: it is taken along with figures.
                        file: format!("{id}.json"),
                        title: path.clone(),
                        loading: Loading::AtStart,
                        loaded: true,
                    });
                    for part in found {
                        let mut part =
                            without_known_campaigns(without_known_definitions(part, &parts), &parts);
                        // What came from several collections is one here.
                        part.id = Some(id.clone());
                        parts.push(part);
                    }
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

/// A part without the campaigns that other parts have, and what it says of them: a figure's
/// data taken along from here, with a team's own campaigns in it, brings these only.
fn without_known_campaigns(mut part: Part, others: &[Part]) -> Part {
    let known = |id: &str| others.iter().any(|other| other.tells_of(id));
    part.campaigns.sound.retain(|(_, entry)| !known(&entry.campaign.id));
    part.observations.sound.retain(|(_, observation)| !known(&observation.campaign));
    part.gaps.sound.retain(|(_, gap)| !known(&gap.campaign));
    part.contradictions.sound.retain(|(_, told)| !told.campaigns.iter().any(|id| known(id)));
    part
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
