//! An extract as a table: tidy CSV (RFC 4180), one row an observation or a gap,
//! and beside it metadata as the W3C's CSV on the Web has them.
//!
//! A row says everything about its observation: campaign, definition and source
//! are written out in each. What belongs to no row (what was chosen, contradictions,
//! the order of records) is in the metadata's notes, so that both together are
//! read back as the same extract.

use super::extract::Extract;
use super::written::{QuantityFields, WrittenCollection, WrittenContradiction};
use crate::format::Language;
use crate::model::{
    Campaign, Dataset, Definition, Gap, GapRecord, Metric, Observation, Source, SourceKind, Stage,
};
use serde::Serialize;
use serde_json::{Value, json};

/// What a table's metadata says it is.
pub(super) const FORMAT: &str = "groundswell-table";

/// SDMX's code of an observation that is there (`CL_OBS_STATUS`, version 2.2).
pub(super) const OBSERVED: &str = "A";

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CellKind {
    /// A code, a comparator: never a formula.
    Code,
    /// A number.
    Number,
    /// Any text.
    Text,
    /// Several texts.
    Texts,
}

use CellKind::{Code, Number, Text, Texts};

/// The columns: the name in the file, what it holds.
pub(super) const COLUMNS: [(&str, CellKind); 45] = [
    ("campaign", Code),
    ("campaign_name", Text),
    ("metric", Code),
    ("definition", Code),
    ("definition_label", Text),
    ("comparator", Code),
    ("value", Number),
    ("value_upper", Number),
    ("stated_to", Number),
    ("unit", Text),
    ("scope", Text),
    ("basis", Code),
    ("period", Code),
    ("part", Text),
    ("includes", Text),
    ("platform", Texts),
    ("obs_status", Code),
    ("wording", Text),
    ("doubt", Text),
    ("note", Text),
    ("source", Code),
    ("source_publisher", Text),
    ("source_title", Text),
    ("source_date", Text),
    ("source_url", Text),
    ("source_kind", Code),
    ("source_speaker", Text),
    ("locator", Text),
    ("role", Code),
    ("definition_counts", Text),
    ("definition_stage", Code),
    ("definition_target_for", Code),
    ("campaign_short_name", Text),
    ("campaign_series", Code),
    ("campaign_edition", Text),
    ("campaign_who", Text),
    ("campaign_where", Text),
    ("campaign_countries", Texts),
    ("campaign_from", Code),
    ("campaign_to", Code),
    ("campaign_platforms", Texts),
    ("campaign_hashtags", Texts),
    ("campaign_aim", Text),
    ("campaign_dataset", Code),
    ("dataset", Code),
];

/// What stands between the texts of a list; within one, each `;` is doubled.
pub(super) const BETWEEN: &str = "; ";

/// Stands before the CSV: without it Excel takes UTF-8 for another encoding.
const MARK: &str = "\u{feff}";

/// A table and its metadata, each the content of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The CSV.
    pub csv: String,
    /// The metadata: `<name>.csv-metadata.json` beside it.
    pub metadata: String,
}

/// Writes an extract as a table. `file_name` is what the CSV will be called,
/// `headline` what its figure says.
pub fn write_table(extract: &Extract, file_name: &str, headline: &str, language: Language) -> Table {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let mut put = |cells: [String; COLUMNS.len()]| writer.write_record(cells.iter());
    // Into memory: nothing can fail.
    let _ = put(COLUMNS.map(|(name, _)| name.to_owned()));
    for row in rows(extract) {
        let _ = put(row.cells());
    }
    let bytes = writer.into_inner().unwrap_or_default();
    let csv = MARK.to_owned() + &String::from_utf8(bytes).unwrap_or_default();
    Table { csv, metadata: metadata(extract, file_name, headline, language) }
}

/// One row, before it is text.
struct Row<'a> {
    campaign: &'a Campaign,
    metric: Metric,
    status: String,
    observed: Option<(&'a Observation, &'a Definition)>,
    gap: Option<&'a GapRecord>,
    source: Option<&'a Source>,
    /// Ids of the collections that figure and campaign came with.
    dataset: &'a str,
    campaign_dataset: &'a str,
}

fn rows(extract: &Extract) -> Vec<Row<'_>> {
    let dataset = &extract.dataset;
    let collection = |index: usize| dataset.collections.get(index).map_or("", |known| &known.id);
    let mut rows = Vec::new();
    for observation in &dataset.observations {
        // Joining saw to it that both are there.
        let found = dataset.campaign(&observation.campaign).zip(dataset.definition(&observation.definition));
        let Some((campaign, definition)) = found else { continue };
        rows.push(Row {
            campaign,
            metric: definition.metric,
            status: OBSERVED.to_owned(),
            observed: Some((observation, definition)),
            gap: None,
            source: dataset.source(&observation.source),
            dataset: collection(observation.collection),
            campaign_dataset: collection(campaign.collection),
        });
    }
    for campaign in &dataset.campaigns {
        let of_campaign = dataset.gaps.iter().filter(|gap| gap.campaign == campaign.id);
        let recorded: Vec<&GapRecord> = of_campaign.collect();
        let without_figure = |metric: Metric, reason: Gap| Row {
            campaign,
            metric,
            status: reason.obs_status().to_string(),
            observed: None,
            gap: None,
            source: None,
            dataset: collection(campaign.collection),
            campaign_dataset: collection(campaign.collection),
        };
        for gap in &recorded {
            let source = gap.source.as_deref().and_then(|id| dataset.source(id));
            rows.push(Row { gap: Some(gap), source, ..without_figure(gap.metric, gap.reason) });
        }
        // Not reported is not zero, and not nothing: it has a row of its own.
        let reports = |metric: Option<Metric>| {
            dataset.observations_of(&campaign.id).any(|(_, known)| {
                let found = dataset.definition(&known.definition).map(|one| one.metric);
                metric.is_none() || found == metric
            })
        };
        match extract.figure.metric() {
            Some(metric) if recorded.iter().any(|gap| gap.metric == metric) || reports(Some(metric)) => {}
            Some(metric) => rows.push(without_figure(metric, Gap::NotReported)),
            // Of several metrics: it has its row in one where it reports none of them.
            None if reports(None) || !recorded.is_empty() => {}
            None => {
                let first = dataset.definitions.iter().map(|known| known.metric);
                let first = first.min().unwrap_or(Metric::Participation);
                rows.push(without_figure(first, Gap::NotReported));
            }
        }
    }
    rows
}

impl Row<'_> {
    fn cells(&self) -> [String; COLUMNS.len()] {
        COLUMNS.map(|(name, kind)| match (self.cell(name), kind) {
            (Cell::None, _) => String::new(),
            (Cell::Text(text), Text) => harmless(text),
            (Cell::Text(text), _) => text.to_owned(),
            (Cell::Owned(text), _) => text,
            (Cell::Texts(texts), _) => harmless(&joined(texts)),
        })
    }

    fn cell(&self, column: &str) -> Cell<'_> {
        let campaign = self.campaign;
        match column {
            "campaign" => Cell::Text(&campaign.id),
            "campaign_name" => Cell::Text(&campaign.name),
            "campaign_short_name" => Cell::of(&campaign.short_name),
            "campaign_series" => Cell::of(&campaign.series),
            "campaign_edition" => Cell::of(&campaign.edition),
            "campaign_who" => Cell::of(&campaign.who),
            "campaign_where" => Cell::of(&campaign.place),
            "campaign_countries" => Cell::Texts(&campaign.countries),
            "campaign_from" => Cell::owned(campaign.from),
            "campaign_to" => Cell::owned(campaign.to),
            "campaign_platforms" => Cell::Texts(&campaign.platforms),
            "campaign_hashtags" => Cell::Texts(&campaign.hashtags),
            "campaign_aim" => Cell::of(&campaign.aim),
            "metric" => Cell::Text(self.metric.slug()),
            "obs_status" => Cell::Text(&self.status),
            "dataset" => Cell::Text(self.dataset),
            "campaign_dataset" => Cell::Text(self.campaign_dataset),
            "note" => match (self.observed, self.gap) {
                (Some((observation, _)), _) => Cell::of(&observation.note),
                (None, Some(gap)) => Cell::of(&gap.note),
                (None, None) => Cell::None,
            },
            _ => match column.strip_prefix("source") {
                Some(field) => self.source_cell(field),
                None => self.observed_cell(column),
            },
        }
    }

    fn source_cell(&self, field: &str) -> Cell<'_> {
        let Some(source) = self.source else { return Cell::None };
        match field {
            "" => Cell::Text(&source.id),
            "_publisher" => Cell::of(&source.publisher),
            "_title" => Cell::Text(&source.title),
            "_date" => Cell::of(&source.date),
            "_url" => Cell::of(&source.url),
            "_kind" => Cell::Text(SourceKind::slug(source.kind)),
            "_speaker" => Cell::of(&source.speaker),
            _ => Cell::None,
        }
    }

    fn observed_cell(&self, column: &str) -> Cell<'_> {
        let Some((observation, definition)) = self.observed else { return Cell::None };
        let quantity = QuantityFields::of(&observation.quantity);
        match column {
            "definition" => Cell::Text(&definition.id),
            "definition_label" => Cell::Text(&definition.label),
            "definition_counts" => Cell::Text(&definition.counts),
            "definition_stage" => Cell::Text(Stage::slug(definition.stage)),
            "definition_target_for" => Cell::of(&definition.target_for),
            "comparator" => Cell::Text(quantity.comparator),
            "value" => Cell::owned(Some(quantity.value)),
            "value_upper" => Cell::owned(quantity.value_upper),
            "stated_to" => Cell::owned(quantity.stated_to),
            "unit" => Cell::Text(&observation.unit),
            "scope" => Cell::of(&observation.scope),
            "basis" => Cell::Text(observation.basis.slug()),
            "period" => Cell::owned(Some(&observation.period)),
            "part" => Cell::of(&observation.part),
            "includes" => Cell::of(&observation.includes),
            "platform" => Cell::Texts(&observation.platforms),
            "wording" => Cell::of(&observation.wording),
            "doubt" => Cell::of(&observation.doubt),
            "locator" => Cell::of(&observation.locator),
            "role" => Cell::Text(observation.role.slug()),
            _ => Cell::None,
        }
    }
}

enum Cell<'a> {
    None,
    Text(&'a str),
    Owned(String),
    Texts(&'a [String]),
}

impl<'a> Cell<'a> {
    fn of(text: &'a Option<String>) -> Self {
        text.as_deref().map_or(Self::None, Self::Text)
    }

    fn owned(value: Option<impl ToString>) -> Self {
        value.map_or(Self::None, |value| Self::Owned(value.to_string()))
    }
}

fn joined(texts: &[String]) -> String {
    texts.iter().map(|text| text.replace(';', ";;")).collect::<Vec<_>>().join(BETWEEN)
}

/// What a spreadsheet takes for the start of a formula.
const STARTS_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Text that no spreadsheet runs: an apostrophe stands before what it would, as
/// the OWASP's advice on CSV injection has it, and before an apostrophe.
fn harmless(text: &str) -> String {
    let first = text.trim_start_matches('\'');
    let risky = first.starts_with(STARTS_FORMULA) || text.starts_with('\'');
    if risky { format!("'{text}") } else { text.to_owned() }
}

/// Writes a plain list as CSV that a spreadsheet opens (RFC 4180, with the mark of UTF-8),
/// nothing in it a formula.
pub fn write_list<const N: usize>(names: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // Into memory: nothing can fail.
    let _ = writer.write_record(names);
    for row in rows {
        let _ = writer.write_record(row.map(|cell| harmless(&cell)));
    }
    MARK.to_owned() + &String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// The text that [`harmless`] was given.
pub(super) fn as_it_was(cell: &str) -> &str {
    cell.strip_prefix('\'').unwrap_or(cell)
}

/// What a table's metadata notes besides what the W3C's names can say.
#[derive(Serialize)]
struct Notes<'a> {
    format: &'static str,
    version: u8,
    figure: &'static str,
    #[serde(skip_serializing_if = "str::is_empty")]
    query: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    updated: &'a str,
    datasets: Vec<WrittenCollection<'a>>,
    loaded: Vec<&'a str>,
    definitions: Vec<&'a str>,
    sources: Vec<&'a str>,
    campaigns: Vec<&'a str>,
    contradictions: Vec<WrittenContradiction<'a>>,
}

/// The metadata: title, date, columns (<https://www.w3.org/TR/tabular-metadata/>).
fn metadata(extract: &Extract, file_name: &str, headline: &str, language: Language) -> String {
    let dataset: &Dataset = &extract.dataset;
    let loaded = dataset.collections.iter().filter(|collection| collection.loaded);
    let notes = Notes {
        format: FORMAT,
        version: 1,
        figure: extract.figure.slug(),
        query: &extract.query,
        title: &dataset.title,
        updated: &dataset.updated,
        datasets: dataset.collections.iter().map(WrittenCollection::of).collect(),
        loaded: loaded.map(|collection| &*collection.id).collect(),
        definitions: dataset.definitions.iter().map(|known| &*known.id).collect(),
        sources: dataset.sources.iter().map(|known| &*known.id).collect(),
        campaigns: dataset.campaigns.iter().map(|known| &*known.id).collect(),
        contradictions: dataset.contradictions.iter().map(WrittenContradiction::of).collect(),
    };
    let columns: Vec<Value> = COLUMNS
        .iter()
        .zip(language.columns())
        .map(|((name, kind), (title, meaning))| {
            let datatype = if *kind == Number { "double" } else { "string" };
            let mut column =
                json!({ "name": name, "titles": [name, title], "dc:description": meaning, "datatype": datatype });
            if *kind == Texts {
                column["separator"] = json!(BETWEEN);
            }
            column
        })
        .collect();
    let metadata = json!({
        "@context": ["http://www.w3.org/ns/csvw", { "language": language.slug() }],
        "url": file_name,
        "dc:title": headline,
        "dc:modified": dataset.updated,
        "dialect": { "lineTerminators": ["\r\n"], "doubleQuote": true, "header": true },
        "tableSchema": { "columns": columns },
        "notes": [notes],
    });
    let mut text = serde_json::to_string_pretty(&metadata).unwrap_or_default();
    text.push('\n');
    text
}
