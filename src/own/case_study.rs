//! Campaigns that came as a data file: a case study that another team sends, or one that
//! was published.

use super::campaign::{OwnCampaign, in_one_line, own_id};
use crate::data::{read_data_file, write_collection};
use crate::format::{Language, OwnDefinition};
use crate::model::{Campaign, Collection, Dataset, Date, Loading};

impl OwnCampaign {
    /// The campaigns of a dataset, each with its figures, their sources and its story.
    pub fn of_dataset(dataset: &Dataset, language: Language, today: Date) -> Vec<Self> {
        let campaigns = dataset.campaigns.iter().map(|campaign| {
            let id = own_id(&campaign.id, &[]);
            let name = in_one_line(&campaign.name);
            let campaign = Campaign { name: name.clone(), ..campaign.clone() };
            let alone = alone(dataset, &campaign, &id, language, today);
            Self::told(id, name, today, write_collection(&alone))
        });
        campaigns.collect()
    }
}

/// What a data file tells of a campaign; nothing where there is none.
pub(super) fn told_by(text: &str) -> Dataset {
    if text.is_empty() {
        return Dataset::default();
    }
    // It was written here, and looked at when it was unpacked.
    read_data_file("", text).map(|(dataset, _)| dataset).unwrap_or_default()
}

/// What a data file tells, of the same campaign under another id and name.
pub(super) fn told_as(text: &str, id: &str, name: &str) -> String {
    let mut dataset = told_by(text);
    for campaign in &mut dataset.campaigns {
        name.clone_into(&mut campaign.name);
        campaign.short_name = None;
    }
    for collection in &mut dataset.collections {
        name.clone_into(&mut collection.title);
    }
    renamed(&mut dataset, id);
    write_collection(&dataset)
}

/// What a dataset says of one campaign, under the id that it has as one's own.
fn alone(dataset: &Dataset, campaign: &Campaign, id: &str, language: Language, today: Date) -> Dataset {
    let about = |other: &String| *other == campaign.id;
    let mut alone = Dataset {
        title: campaign.name.clone(),
        updated: today.to_string(),
        collections: vec![Collection {
            id: id.to_owned(),
            file: String::new(),
            title: campaign.name.clone(),
            loading: Loading::AtStart,
            loaded: true,
        }],
        campaigns: vec![campaign.clone()],
        observations: dataset.observations.iter().filter(|known| about(&known.campaign)).cloned().collect(),
        gaps: dataset.gaps.iter().filter(|gap| about(&gap.campaign)).cloned().collect(),
        contradictions: dataset
            .contradictions
            .iter()
            .filter(|known| known.campaigns.iter().any(about))
            .cloned()
            .collect(),
        ..Dataset::default()
    };
    let mut definitions: Vec<&str> = alone.observations.iter().map(|known| &*known.definition).collect();
    definitions.extend(alone.contradictions.iter().flat_map(|known| &known.definitions).map(String::as_str));
    let targets = |id: &&str| dataset.definition(id).and_then(|known| known.target_for.as_deref());
    definitions.extend(definitions.iter().filter_map(targets).collect::<Vec<_>>());
    let mut sources: Vec<&str> = alone.observations.iter().map(|known| &*known.source).collect();
    sources.extend(alone.gaps.iter().filter_map(|gap| gap.source.as_deref()));
    sources.extend(campaign.objectives.iter().filter_map(|known| known.source.as_deref()));
    sources.extend(campaign.results.iter().filter_map(|known| known.source.as_deref()));
    let used = |ids: &[&str], id: &str| ids.contains(&id);
    let known = &dataset.definitions;
    let kept_definitions = known.iter().filter(|known| used(&definitions, &known.id)).cloned().collect();
    let kept_sources = dataset.sources.iter().filter(|known| used(&sources, &known.id)).cloned().collect();
    (alone.definitions, alone.sources) = (kept_definitions, kept_sources);
    told_apart(&mut alone, id, language);
    renamed(&mut alone, id);
    alone
}

/// A definition that is called as one of ours and says something else gets a name of its
/// own: figures under it are not compared with what counts something else.
fn told_apart(dataset: &mut Dataset, campaign: &str, language: Language) {
    let mut renamed = Vec::new();
    for definition in &mut dataset.definitions {
        let Ok(ours) = definition.id.parse::<OwnDefinition>() else { continue };
        if *definition != super::defined::definition(ours, language) {
            let id = format!("{}-{campaign}", definition.id);
            renamed.push((std::mem::replace(&mut definition.id, id.clone()), id));
        }
    }
    let rename = |id: &mut String| {
        if let Some((_, new)) = renamed.iter().find(|(old, _)| old == id) {
            id.clone_from(new);
        }
    };
    dataset.definitions.iter_mut().filter_map(|known| known.target_for.as_mut()).for_each(rename);
    dataset.observations.iter_mut().map(|known| &mut known.definition).for_each(rename);
    dataset.contradictions.iter_mut().flat_map(|known| &mut known.definitions).for_each(rename);
}

/// Gives the one campaign of a dataset that id, and its sources ids that begin with it:
/// they meet those of others.
fn renamed(dataset: &mut Dataset, id: &str) {
    for collection in &mut dataset.collections {
        id.clone_into(&mut collection.id);
    }
    let begins = format!("{id}-");
    let own = |name: &mut String| {
        if !name.starts_with(&begins) {
            name.insert_str(0, &begins);
        }
    };
    for campaign in &mut dataset.campaigns {
        id.clone_into(&mut campaign.id);
        campaign.collection = 0;
        campaign.objectives.iter_mut().filter_map(|known| known.source.as_mut()).for_each(own);
        campaign.results.iter_mut().filter_map(|known| known.source.as_mut()).for_each(own);
    }
    for observation in &mut dataset.observations {
        id.clone_into(&mut observation.campaign);
        observation.collection = 0;
        own(&mut observation.source);
    }
    for gap in &mut dataset.gaps {
        id.clone_into(&mut gap.campaign);
        gap.source.iter_mut().for_each(own);
    }
    for contradiction in &mut dataset.contradictions {
        contradiction.campaigns = vec![id.to_owned()];
        own(&mut contradiction.id);
    }
    dataset.sources.iter_mut().map(|known| &mut known.id).for_each(own);
}
