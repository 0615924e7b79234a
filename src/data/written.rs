//! A dataset as JSON again: what `read_extract` reads.
//!
//! What is not known is left out, as in the files that people edit; numbers are
//! written with the shortest digits that are read as the same number.

use super::extract::{Extract, FORMAT};
use crate::model::{
    Campaign, Contradiction, Dataset, Definition, GapRecord, Objective, Observation, Quantity, Source,
    ToldResult,
};
use serde::{Serialize, Serializer};

/// Writes an extract in one line: it travels within addresses and documents, where
/// white space costs as much as words.
pub fn write_extract(extract: &Extract) -> String {
    let dataset = &extract.dataset;
    let mut text = serde_json::to_string(&WrittenExtract {
        format: FORMAT,
        version: 1,
        figure: extract.figure.slug(),
        query: &extract.query,
        title: &dataset.title,
        updated: some(&dataset.updated),
        datasets: dataset.collections.iter().map(WrittenCollection::of).collect(),
        parts: parts_of(dataset),
    })
    .unwrap_or_default();
    text.push('\n');
    text
}

/// Writes the first collection of a dataset as a file of its own, for people to read and
/// edit; nothing where there is none that is loaded.
pub fn write_collection(dataset: &Dataset) -> String {
    let Some(part) = parts_of(dataset).into_iter().next() else { return String::new() };
    let written = WrittenFile {
        schema: "schema.json",
        format: "groundswell-dataset",
        version: 1,
        id: part.id,
        title: part.title,
        updated: some(&dataset.updated),
        definitions: part.definitions,
        sources: part.sources,
        campaigns: part.campaigns,
        observations: part.observations,
        contradictions: part.contradictions,
        gaps: part.gaps,
    };
    let mut text = serde_json::to_string_pretty(&written).unwrap_or_default();
    text.push('\n');
    text
}

/// A collection's file.
#[derive(Serialize)]
struct WrittenFile<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    format: &'static str,
    version: u8,
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'a str>,
    definitions: Vec<WrittenDefinition<'a>>,
    sources: Vec<WrittenSource<'a>>,
    campaigns: Vec<WrittenCampaign<'a>>,
    observations: Vec<WrittenObservation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradictions: Vec<WrittenContradiction<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<WrittenGap<'a>>,
}

#[derive(Serialize)]
struct WrittenExtract<'a> {
    format: &'static str,
    version: u8,
    figure: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    query: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<&'a str>,
    datasets: Vec<WrittenCollection<'a>>,
    parts: Vec<WrittenPart<'a>>,
}

/// A collection as a catalogue lists it.
#[derive(Serialize)]
pub(super) struct WrittenCollection<'a> {
    id: &'a str,
    file: &'a str,
    title: &'a str,
    load: &'static str,
}

impl<'a> WrittenCollection<'a> {
    pub(super) fn of(collection: &'a crate::model::Collection) -> Self {
        let crate::model::Collection { id, file, title, loading, .. } = collection;
        Self { id, file, title, load: loading.slug() }
    }
}

/// What one collection holds. What belongs to none stands in the first.
#[derive(Serialize)]
struct WrittenPart<'a> {
    id: &'a str,
    title: &'a str,
    definitions: Vec<WrittenDefinition<'a>>,
    sources: Vec<WrittenSource<'a>>,
    campaigns: Vec<WrittenCampaign<'a>>,
    observations: Vec<WrittenObservation<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    contradictions: Vec<WrittenContradiction<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    gaps: Vec<WrittenGap<'a>>,
}

fn parts_of(dataset: &Dataset) -> Vec<WrittenPart<'_>> {
    let mut parts = Vec::new();
    for (index, collection) in dataset.collections.iter().enumerate().filter(|(_, one)| one.loaded) {
        let first = parts.is_empty();
        let campaigns = dataset.campaigns.iter().filter(|campaign| campaign.collection == index);
        let observations = dataset.observations.iter().filter(|known| known.collection == index);
        parts.push(WrittenPart {
            id: &collection.id,
            title: &collection.title,
            definitions: only(first, &dataset.definitions, WrittenDefinition::of),
            sources: only(first, &dataset.sources, WrittenSource::of),
            campaigns: campaigns.map(WrittenCampaign::of).collect(),
            observations: observations.map(WrittenObservation::of).collect(),
            contradictions: only(first, &dataset.contradictions, WrittenContradiction::of),
            gaps: only(first, &dataset.gaps, WrittenGap::of),
        });
    }
    parts
}

fn only<'a, T, W>(wanted: bool, records: &'a [T], written: fn(&'a T) -> W) -> Vec<W> {
    if wanted { records.iter().map(written).collect() } else { Vec::new() }
}

/// A text that is empty where nothing is known.
fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

#[derive(Serialize)]
struct WrittenDefinition<'a> {
    id: &'a str,
    label: &'a str,
    counts: &'a str,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    target_for: Option<&'a str>,
}

impl<'a> WrittenDefinition<'a> {
    fn of(definition: &'a Definition) -> Self {
        let Definition { id, label, counts, stage, target_for, metric: _ } = definition;
        Self { id, label, counts, stage: stage.slug(), target_for: target_for.as_deref() }
    }
}

#[derive(Serialize)]
struct WrittenSource<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker: Option<&'a str>,
}

impl<'a> WrittenSource<'a> {
    fn of(source: &'a Source) -> Self {
        let Source { id, publisher, title, date, url, kind, speaker } = source;
        Self {
            id,
            publisher: publisher.as_deref(),
            title,
            date: date.as_deref(),
            url: url.as_deref(),
            kind: kind.slug(),
            speaker: speaker.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct WrittenCampaign<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    short_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    series: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    who: Option<&'a str>,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    place: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    countries: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    platforms: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    hashtags: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    aim: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    story: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objectives: Vec<WrittenObjective<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    results: Vec<WrittenResult<'a>>,
}

impl<'a> WrittenCampaign<'a> {
    fn of(campaign: &'a Campaign) -> Self {
        // Each field by its name, so that none that is added is left out of what is saved.
        let Campaign {
            id,
            name,
            short_name,
            series,
            edition,
            who,
            place,
            countries,
            from,
            to,
            platforms,
            hashtags,
            aim,
            story,
            objectives,
            results,
            collection: _,
        } = campaign;
        Self {
            id,
            name,
            short_name: short_name.as_deref(),
            series: series.as_deref(),
            edition: edition.as_deref(),
            who: who.as_deref(),
            place: place.as_deref(),
            countries,
            from: from.map(|date| date.to_string()),
            to: to.map(|date| date.to_string()),
            platforms,
            hashtags,
            aim: aim.as_deref(),
            story: story.as_deref(),
            objectives: objectives.iter().map(WrittenObjective::of).collect(),
            results: results.iter().map(WrittenResult::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct WrittenObjective<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'a str>,
}

impl<'a> WrittenObjective<'a> {
    fn of(objective: &'a Objective) -> Self {
        let Objective { text, source, locator } = objective;
        Self { text, source: source.as_deref(), locator: locator.as_deref() }
    }
}

#[derive(Serialize)]
struct WrittenResult<'a> {
    text: &'a str,
    stage: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'a str>,
}

impl<'a> WrittenResult<'a> {
    fn of(result: &'a ToldResult) -> Self {
        let ToldResult { text, stage, source, locator } = result;
        Self { text, stage: stage.slug(), source: source.as_deref(), locator: locator.as_deref() }
    }
}

/// The four fields that make a quantity, in every form in which it is written.
pub(super) struct QuantityFields {
    pub(super) comparator: &'static str,
    pub(super) value: f64,
    pub(super) value_upper: Option<f64>,
    /// Left out where nothing was rounded.
    pub(super) stated_to: Option<f64>,
}

impl QuantityFields {
    pub(super) fn of(quantity: &Quantity) -> Self {
        let (value_upper, stated_to) = match *quantity {
            Quantity::Between(_, upper) => (Some(upper.value), None),
            Quantity::Exact { stated_to, .. } if stated_to != 1.0 => (None, Some(stated_to)),
            _ => (None, None),
        };
        Self { comparator: quantity.comparator().slug(), value: quantity.stated(), value_upper, stated_to }
    }
}

#[derive(Serialize)]
struct WrittenObservation<'a> {
    campaign: &'a str,
    definition: &'a str,
    comparator: &'static str,
    #[serde(serialize_with = "number")]
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    value_upper: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "optional_number")]
    stated_to: Option<f64>,
    unit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    scope: Option<&'a str>,
    basis: &'static str,
    #[serde(skip_serializing_if = "String::is_empty")]
    period: String,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    platform: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    wording: Option<&'a str>,
    source: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    locator: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    includes: Option<&'a str>,
}

impl<'a> WrittenObservation<'a> {
    fn of(observation: &'a Observation) -> Self {
        let QuantityFields { comparator, value, value_upper, stated_to } =
            QuantityFields::of(&observation.quantity);
        Self {
            campaign: &observation.campaign,
            definition: &observation.definition,
            comparator,
            value,
            value_upper,
            stated_to,
            unit: &observation.unit,
            scope: observation.scope.as_deref(),
            basis: observation.basis.slug(),
            period: observation.period.to_string(),
            platform: &observation.platforms,
            wording: observation.wording.as_deref(),
            source: &observation.source,
            locator: observation.locator.as_deref(),
            note: observation.note.as_deref(),
            doubt: observation.doubt.as_deref(),
            role: (observation.role != Default::default()).then(|| observation.role.slug()),
            part: observation.part.as_deref(),
            includes: observation.includes.as_deref(),
        }
    }
}

/// Whole numbers as people write them: 189000, not 189000.0.
fn number<S: Serializer>(number: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// Up to here every whole number is a floating point number.
    const WHOLE: f64 = 9_007_199_254_740_992.0;
    if number.fract() == 0.0 && number.abs() < WHOLE {
        serializer.serialize_i64(*number as i64)
    } else {
        serializer.serialize_f64(*number)
    }
}

fn optional_number<S: Serializer>(value: &Option<f64>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => number(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// Also part of a table's metadata.
#[derive(Serialize)]
pub(super) struct WrittenContradiction<'a> {
    id: &'a str,
    campaigns: &'a [String],
    definitions: &'a [String],
    text: &'a str,
}

impl<'a> WrittenContradiction<'a> {
    pub(super) fn of(contradiction: &'a Contradiction) -> Self {
        let Contradiction { id, campaigns, definitions, text } = contradiction;
        Self { id, campaigns, definitions, text }
    }
}

#[derive(Serialize)]
struct WrittenGap<'a> {
    campaign: &'a str,
    metric: &'static str,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
}

impl<'a> WrittenGap<'a> {
    fn of(gap: &'a GapRecord) -> Self {
        let GapRecord { campaign, metric, reason, note, source } = gap;
        Self {
            campaign,
            metric: metric.slug(),
            reason: reason.slug(),
            note: note.as_deref(),
            source: source.as_deref(),
        }
    }
}
