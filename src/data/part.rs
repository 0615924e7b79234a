//! A part of the dataset: one collection's file as it was read, before its
//! references are resolved.

use super::campaign::{CampaignEntry, read_campaign};
use super::contradiction::read_contradiction;
use super::definition::read_definition;
use super::entries::Entries;
use super::envelope::opened;
use super::fault::Fault;
use super::observation::{read_gap, read_observation};
use super::record::Presence::{Optional, Required};
use super::record::Record;
use super::source::read_source;
use super::unreadable::Unreadable;
use crate::model::{Contradiction, Definition, GapRecord, Observation, RecordKind, Source};

/// One collection's file as it was read. [`super::join`] makes a dataset of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub(super) file: String,
    pub(super) collection: usize,
    pub(super) id: Option<String>,
    pub(super) definitions: Entries<Definition>,
    pub(super) sources: Entries<Source>,
    pub(super) campaigns: Entries<CampaignEntry>,
    pub(super) observations: Entries<Observation>,
    pub(super) contradictions: Entries<Contradiction>,
    pub(super) gaps: Entries<GapRecord>,
    pub(super) faults: Vec<Fault>,
}

impl Part {
    /// The file's name.
    pub fn file(&self) -> &str {
        &self.file
    }

    /// Index of its collection in the catalogue.
    pub const fn collection(&self) -> usize {
        self.collection
    }

    /// Whether it brings the definition of that id.
    pub(super) fn defines(&self, id: &str) -> bool {
        self.definitions.sound.iter().any(|(_, definition)| definition.id == id)
    }

    /// Whether it brings the campaign of that id.
    pub(super) fn tells_of(&self, id: &str) -> bool {
        self.campaigns.sound.iter().any(|(_, entry)| entry.campaign.id == id)
    }

    /// The same as a part of another collection.
    pub(super) fn of_collection(mut self, collection: usize) -> Self {
        self.collection = collection;
        for (_, entry) in &mut self.campaigns.sound {
            entry.campaign.collection = collection;
        }
        for (_, observation) in &mut self.observations.sound {
            observation.collection = collection;
        }
        self
    }

    /// Ids of the records of a kind that reading left out.
    pub(super) fn left_out(&self, kind: RecordKind) -> &[String] {
        match kind {
            RecordKind::Campaign => &self.campaigns.left_out,
            RecordKind::Definition => &self.definitions.left_out,
            RecordKind::Source => &self.sources.left_out,
        }
    }
}

/// Reads the file of one collection. `collection_index` is its place in
/// [`super::Catalogue::collections`].
///
/// # Errors
/// When nothing of the file can be kept.
pub fn read_collection(file_name: &str, text: &str, collection_index: usize) -> Result<Part, Unreadable> {
    let fields = opened(file_name, text, "groundswell-dataset")?;
    let mut faults = Vec::new();
    let mut file = Record::of_file(file_name, &fields, &mut faults);
    let part = read_part(&mut file, file_name, collection_index);
    file.closed();
    Ok(Part { faults, ..part })
}

/// Reads a collection's records, from a file of its own or from an extract.
pub(super) fn read_part(file: &mut Record<'_>, file_name: &str, collection_index: usize) -> Part {
    let id = file.id("id", Required);
    // The catalogue's title is the one shown, and its date: these are only checked.
    file.text("title", Required);
    file.date("updated");
    let definitions = file.entries("definitions", Required, "id", &read_definition);
    let sources = file.entries("sources", Required, "id", &read_source);
    let campaigns =
        file.entries("campaigns", Required, "id", &|record| read_campaign(record, collection_index));
    let observations = file
        .entries("observations", Required, "campaign", &|record| read_observation(record, collection_index));
    let contradictions = file.entries("contradictions", Optional, "id", &read_contradiction);
    let gaps = file.entries("gaps", Optional, "campaign", &read_gap);
    Part {
        file: file_name.to_owned(),
        collection: collection_index,
        id,
        definitions,
        sources,
        campaigns,
        observations,
        contradictions,
        gaps,
        faults: Vec::new(),
    }
}
