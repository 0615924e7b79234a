//! Everything that was loaded, joined from the collections that a catalogue names.

use super::campaign::Campaign;
use super::definition::{Definition, Metric};
use super::observation::{Gap, Observation, Source};

/// When a collection is loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loading {
    /// With the page.
    AtStart,
    /// When the reader asks for it.
    OnRequest,
}

super::closed_set::closed_set!(Loading, "time of loading", { AtStart => "at-start", OnRequest => "on-request" });

/// One data set of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Collection {
    /// Short and unique; part of links.
    pub id: String,
    /// Its file, beside the catalogue.
    pub file: String,
    /// Its name for readers.
    pub title: String,
    /// When it is loaded.
    pub loading: Loading,
    /// Whether it has been.
    pub loaded: bool,
}

/// The kinds of record that others refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordKind {
    /// A campaign.
    Campaign,
    /// A definition.
    Definition,
    /// A source.
    Source,
}

/// Sources or figures that contradict each other, and what differs.
#[derive(Clone, Debug, PartialEq)]
pub struct Contradiction {
    /// Short and unique.
    pub id: String,
    /// Ids of the campaigns concerned.
    pub campaigns: Vec<String>,
    /// Ids of the definitions concerned.
    pub definitions: Vec<String>,
    /// What differs, in a sentence or two.
    pub text: String,
}

/// A gap whose reason is known.
#[derive(Clone, Debug, PartialEq)]
pub struct GapRecord {
    /// Id of the campaign.
    pub campaign: String,
    /// Of which metric.
    pub metric: Metric,
    /// Why.
    pub reason: Gap,
    /// What else is to be known.
    pub note: Option<String>,
    /// Id of the source that says so.
    pub source: Option<String>,
}

/// All that is loaded. Campaigns, definitions and sources are unique by id;
/// every reference in an observation can be resolved (reading sees to that).
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Dataset {
    /// The catalogue's title.
    pub title: String,
    /// The catalogue's date, ISO 8601; empty where it gives none.
    pub updated: String,
    /// The data sets, in the catalogue's order.
    pub collections: Vec<Collection>,
    /// What was counted.
    pub definitions: Vec<Definition>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// Who did it.
    pub campaigns: Vec<Campaign>,
    /// What was reported.
    pub observations: Vec<Observation>,
    /// What contradicts.
    pub contradictions: Vec<Contradiction>,
    /// What is missing for a known reason.
    pub gaps: Vec<GapRecord>,
}

impl Dataset {
    /// The campaign of that id.
    pub fn campaign(&self, id: &str) -> Option<&Campaign> {
        self.campaigns.iter().find(|campaign| campaign.id == id)
    }

    /// The definition of that id.
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        self.definitions.iter().find(|definition| definition.id == id)
    }

    /// The source of that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The observations of one campaign, with their indices.
    pub fn observations_of(&self, campaign: &str) -> impl Iterator<Item = (usize, &Observation)> + use<'_> {
        let mut found = Vec::new();
        for (at, observation) in self.observations.iter().enumerate() {
            if observation.campaign == campaign {
                found.push((at, observation));
            }
        }
        found.into_iter()
    }

    /// Whether any collection still waits to be asked for.
    pub fn has_unloaded(&self) -> bool {
        self.collections.iter().any(|collection| !collection.loaded)
    }
}
