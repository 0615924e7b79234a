//! What a reader chose to see, as far as it decides what is compared.

use super::rate::Caveat;
use crate::model::{Campaign, Dataset, Ids, Metric};

/// Which collections of the catalogue count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SourceScope {
    /// Only the catalogue's first collection: what the toolkit itself says.
    Toolkit,
    /// Every collection that is loaded with the page.
    #[default]
    Published,
    /// Also what is loaded on request: further campaigns.
    Further,
}

crate::model::closed_set!(SourceScope, "choice of sources", {
    Toolkit => "toolkit", Published => "published", Further => "further",
});

/// Which campaigns are shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Selection {
    /// All there are.
    #[default]
    All,
    /// Only these, by id. May be empty.
    Only(Vec<String>),
}

impl Selection {
    /// Whether the campaign of that id is shown.
    pub fn includes(&self, id: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(ids) => ids.iter().any(|chosen| chosen == id),
        }
    }
}

/// The part of the reader's choices that decides what is compared.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Choice {
    /// Which collections count.
    pub scope: SourceScope,
    /// Which campaigns are shown.
    pub selection: Selection,
    /// On what terms they are set beside each other.
    pub terms: Terms,
}

/// What the figures go by that set campaigns beside each other, or one figure of theirs
/// per another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Terms {
    /// What is divided.
    pub action: Metric,
    /// What it is divided by.
    pub attention: Metric,
    /// What the reader minds already, in the order of [`Caveat::ALL`]: rates are told with it.
    pub accepted: Vec<Caveat>,
    /// Id of the campaign beside which the others stand; without one, it is the first.
    pub yardstick: Option<String>,
}

impl Default for Terms {
    fn default() -> Self {
        Self {
            action: Metric::Participation,
            attention: Metric::Impressions,
            accepted: Vec::new(),
            yardstick: None,
        }
    }
}

impl Terms {
    /// Minds one more caveat.
    pub fn accept_also(&mut self, caveat: Caveat) {
        if !self.accepted.contains(&caveat) {
            self.accepted.push(caveat);
            self.accepted.sort_unstable();
        }
    }

    /// Whether all that is to be minded of a rate is accepted.
    pub fn accept(&self, caveats: &[Caveat]) -> bool {
        caveats.iter().all(|caveat| self.accepted.contains(caveat))
    }
}

impl Choice {
    /// Whether records of the collection at that index count.
    pub fn counts_collection(&self, dataset: &Dataset, collection: usize) -> bool {
        match self.scope {
            SourceScope::Toolkit => collection == 0,
            SourceScope::Published => dataset
                .collections
                .get(collection)
                .is_some_and(|c| c.loading == crate::model::Loading::AtStart),
            SourceScope::Further => true,
        }
    }

    /// The campaigns that can be chosen under the scope, in the data's order.
    pub fn campaigns_in_scope<'a>(&self, dataset: &'a Dataset) -> impl Iterator<Item = &'a Campaign> {
        self.listed(dataset, &Selection::All).into_iter()
    }

    /// The campaigns shown, in the data's order.
    pub fn campaigns<'a>(&self, dataset: &'a Dataset) -> impl Iterator<Item = &'a Campaign> {
        self.listed(dataset, &self.selection).into_iter()
    }

    fn listed<'a>(&self, dataset: &'a Dataset, selection: &Selection) -> Vec<&'a Campaign> {
        let chosen = match selection {
            Selection::All => None,
            Selection::Only(ids) => Some(Ids::of(ids.iter().map(String::as_str).collect())),
        };
        let mut listed = Vec::new();
        for campaign in &dataset.campaigns {
            if self.counts_collection(dataset, campaign.collection)
                && chosen.as_ref().is_none_or(|chosen| chosen.has(&campaign.id))
            {
                listed.push(campaign);
            }
        }
        listed
    }
}
