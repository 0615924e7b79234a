//! A table with its metadata → the extract that it was written from.

use super::catalogue::{Catalogue, read_listed};
use super::contradiction::read_contradiction;
use super::envelope::opened_fields;
use super::extract::Extract;
use super::fault::{Fault, Problem};
use super::join::join;
use super::json::{Fields, Json};
use super::part::{Part, read_part};
use super::record::Presence::{Optional, Required};
use super::record::Record;
use super::table::{BETWEEN, COLUMNS, CellKind, FORMAT, OBSERVED, Table, as_it_was};
use super::unreadable::{FIGURE, Unreadable, UnreadableCause};
use crate::model::{Dataset, Gap};

/// Reads a table. Rows with a fault are left out and told of, by their line.
///
/// # Errors
/// When nothing of the two files can be kept.
pub fn read_table(file_name: &str, table: &Table) -> Result<(Extract, Vec<Fault>), Unreadable> {
    let metadata_name = format!("{file_name}-metadata.json");
    let unreadable = |cause| Unreadable { file: metadata_name.clone(), cause };
    let metadata: Json = serde_json::from_str(&table.metadata).map_err(|error| {
        unreadable(UnreadableCause::NotJson { line: error.line(), column: error.column() })
    })?;
    let notes = match metadata.as_object().and_then(|fields| fields.get("notes")) {
        Some(Json::List(notes)) => notes.first().and_then(Json::as_object).cloned().unwrap_or_default(),
        _ => Fields::default(),
    };
    let notes = opened_fields(notes, FORMAT).map_err(unreadable)?;
    let mut faults = Vec::new();
    let mut file = Record::of_file(&metadata_name, &notes, &mut faults);
    let figure = file.member(FIGURE, Required);
    let query = file.text("query", Optional).unwrap_or_default();
    let (title, updated, listed) = read_listed(&mut file);
    let loaded = file.texts("loaded", Required);
    let orders = ["definitions", "sources", "campaigns"].map(|list| file.texts(list, Required));
    let contradictions = file.entries("contradictions", Required, "id", &read_contradiction);
    file.closed();
    let Some(figure) = figure else {
        return Err(Unreadable::without_figure(&metadata_name, faults));
    };
    let mut catalogue = Catalogue { title, updated, collections: Vec::new(), faults: Vec::new() };
    catalogue.take(&metadata_name, listed, &mut faults);

    let rows = read_rows(file_name, &table.csv, &mut faults)?;
    let mut parts: Vec<Part> = Vec::new();
    for id in &loaded {
        let Some(collection) = catalogue.collections.iter().position(|known| known.id == *id) else {
            continue;
        };
        parts.push(part_of(file_name, &rows, id, collection, &mut faults));
    }
    if let Some(first) = parts.first_mut() {
        first.contradictions = contradictions;
    }
    catalogue.faults = faults;
    let (mut dataset, faults) = join(&catalogue, parts);
    put_as_noted(&mut dataset, &orders);
    Ok((Extract { figure, query, dataset }, faults))
}

/// A row of the file: the line it begins on, and its cells that are not empty.
struct Row {
    line: u64,
    cells: Vec<(&'static str, Json)>,
}

impl Row {
    fn get(&self, column: &str) -> Option<&Json> {
        self.cells.iter().find(|(name, _)| *name == column).map(|(_, cell)| cell)
    }

    fn text(&self, column: &str) -> &str {
        self.get(column).and_then(Json::as_text).unwrap_or_default()
    }

    /// The cells of some columns as a record's fields.
    fn fields(&self, names: &[(&'static str, &'static str)]) -> Fields {
        let cell = |(column, field): &(&'static str, &'static str)| {
            self.get(column).map(|cell| ((*field).to_owned(), cell.clone()))
        };
        Fields::from(names.iter().filter_map(cell).collect::<Vec<_>>())
    }
}

fn read_rows(file_name: &str, text: &str, faults: &mut Vec<Fault>) -> Result<Vec<Row>, Unreadable> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(Unreadable { file: file_name.to_owned(), cause: UnreadableCause::Empty });
    }
    let mut reader = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = reader.records();
    let header = records.next().and_then(Result::ok).unwrap_or_default();
    let columns: Vec<Option<(&'static str, CellKind)>> =
        header.iter().map(|name| COLUMNS.iter().find(|(known, _)| *known == name.trim()).copied()).collect();
    let mut fault = |line: u64, field: &str, problem| {
        let record = format!("line {line}");
        faults.push(Fault { file: file_name.to_owned(), record, field: field.to_owned(), problem });
    };
    for (name, _) in header.iter().zip(&columns).filter(|(_, known)| known.is_none()) {
        fault(1, name, Problem::UnknownField { expected: COLUMNS.map(|(name, _)| name).to_vec() });
    }
    let mut rows = Vec::new();
    // The reader's own count of lines is one behind where lines end in two characters.
    let (mut line, mut counted) = (1, 0);
    for record in records.filter_map(Result::ok) {
        let begins = record.position().map_or(counted, |position| position.byte() as usize);
        let before = text.as_bytes().get(counted..begins).unwrap_or_default();
        let ends = |bytes: &[u8]| bytes.iter().filter(|byte| **byte == b'\n').count() as u64;
        line += ends(before);
        counted = begins.max(counted);
        let rest = text.as_bytes().get(counted..).unwrap_or_default();
        let blank = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += ends(&rest[..blank]);
        counted += blank;
        let mut cells = Vec::new();
        for (cell, column) in record.iter().zip(&columns) {
            let Some((name, kind)) = *column else { continue };
            if !cell.is_empty() {
                cells.push((name, json_of(cell, kind)));
            }
        }
        rows.push(Row { line, cells });
    }
    Ok(rows)
}

fn json_of(cell: &str, kind: CellKind) -> Json {
    match kind {
        CellKind::Code => Json::Text(cell.to_owned()),
        CellKind::Text => Json::Text(as_it_was(cell).to_owned()),
        CellKind::Texts => Json::List(taken_apart(as_it_was(cell)).into_iter().map(Json::Text).collect()),
        // What is no number is told of as the text that it is.
        CellKind::Number => match cell.parse::<f64>() {
            Ok(number) if number.is_finite() => Json::Number(number),
            _ => Json::Text(cell.to_owned()),
        },
    }
}

/// The texts of a list: a doubled `;` is one of a text's own.
fn taken_apart(cell: &str) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut rest = cell;
    while let Some(first) = rest.chars().next() {
        let last = texts.last_mut().expect("there is one from the start");
        if let Some(after) = rest.strip_prefix(";;") {
            last.push(';');
            rest = after;
        } else if let Some(after) = rest.strip_prefix(BETWEEN) {
            texts.push(String::new());
            rest = after;
        } else {
            last.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    texts
}

const DEFINITION: [(&str, &str); 5] = [
    ("definition", "id"),
    ("definition_label", "label"),
    ("definition_counts", "counts"),
    ("definition_stage", "stage"),
    ("definition_target_for", "target_for"),
];

const SOURCE: [(&str, &str); 7] = [
    ("source", "id"),
    ("source_publisher", "publisher"),
    ("source_title", "title"),
    ("source_date", "date"),
    ("source_url", "url"),
    ("source_kind", "kind"),
    ("source_speaker", "speaker"),
];

const CAMPAIGN: [(&str, &str); 13] = [
    ("campaign", "id"),
    ("campaign_name", "name"),
    ("campaign_short_name", "short_name"),
    ("campaign_series", "series"),
    ("campaign_edition", "edition"),
    ("campaign_who", "who"),
    ("campaign_where", "where"),
    ("campaign_countries", "countries"),
    ("campaign_from", "from"),
    ("campaign_to", "to"),
    ("campaign_platforms", "platforms"),
    ("campaign_hashtags", "hashtags"),
    ("campaign_aim", "aim"),
];

const OBSERVATION: [(&str, &str); 19] = [
    ("campaign", "campaign"),
    ("definition", "definition"),
    ("comparator", "comparator"),
    ("value", "value"),
    ("value_upper", "value_upper"),
    ("stated_to", "stated_to"),
    ("unit", "unit"),
    ("scope", "scope"),
    ("basis", "basis"),
    ("period", "period"),
    ("part", "part"),
    ("includes", "includes"),
    ("platform", "platform"),
    ("wording", "wording"),
    ("doubt", "doubt"),
    ("note", "note"),
    ("source", "source"),
    ("locator", "locator"),
    ("role", "role"),
];

/// The records of one kind that rows write out, and the line of each.
#[derive(Default)]
struct Collected {
    records: Vec<(u64, Fields)>,
}

impl Collected {
    /// Takes a record, unless an earlier row had the same.
    fn take(&mut self, line: u64, fields: Fields) {
        if fields.get("id").is_some() && !self.records.iter().any(|(_, known)| *known == fields) {
            self.records.push((line, fields));
        }
    }

    fn list(&self) -> Json {
        Json::List(self.records.iter().map(|(_, fields)| Json::Object(fields.clone())).collect())
    }
}

/// The rows of one collection as the file of that collection would say it.
fn part_of(file_name: &str, rows: &[Row], id: &str, collection: usize, faults: &mut Vec<Fault>) -> Part {
    let (mut definitions, mut sources, mut campaigns) =
        (Collected::default(), Collected::default(), Collected::default());
    let (mut observations, mut gaps) = (Collected::default(), Collected::default());
    for row in rows.iter().filter(|row| row.text("campaign_dataset") == id) {
        campaigns.take(row.line, row.fields(&CAMPAIGN));
    }
    for row in rows.iter().filter(|row| row.text("dataset") == id) {
        sources.take(row.line, row.fields(&SOURCE));
        // With a value or a definition in it, a row without a figure is told of, as a gap
        // that has a field too many: nothing that somebody wrote goes unread.
        let mut fields = row.fields(&OBSERVATION);
        if row.text("obs_status") == OBSERVED {
            definitions.take(row.line, row.fields(&DEFINITION));
            observations.records.push((row.line, fields));
        } else {
            let reason = Gap::ALL.iter().find(|gap| row.text("obs_status") == gap.obs_status().to_string());
            let told =
                OBSERVATION.iter().any(|(column, _)| *column != "campaign" && row.get(column).is_some());
            if reason != Some(&Gap::NotReported) || told {
                let reason = reason.map_or(row.text("obs_status"), |gap| gap.slug());
                fields.put("reason", Json::Text(reason.to_owned()));
                if let Some(metric) = row.get("metric") {
                    fields.put("metric", metric.clone());
                }
                gaps.records.push((row.line, fields));
            }
        }
    }
    let lists = [
        ("definitions", &definitions),
        ("sources", &sources),
        ("campaigns", &campaigns),
        ("observations", &observations),
        ("gaps", &gaps),
    ];
    let mut fields: Vec<(String, Json)> =
        lists.iter().map(|(name, collected)| ((*name).to_owned(), collected.list())).collect();
    fields.push(("id".to_owned(), Json::Text(id.to_owned())));
    fields.push(("title".to_owned(), Json::Text(id.to_owned())));
    let mut found = Vec::new();
    let fields = Fields::from(fields);
    let part = read_part(&mut Record::of_file(file_name, &fields, &mut found), file_name, collection);
    for mut fault in found {
        // Told by the line of the file, not by a place in lists that are not in it.
        for (name, collected) in lists {
            let place = fault.record.strip_prefix(name).and_then(|rest| rest.strip_prefix('['));
            let index = place.and_then(|rest| rest.split(']').next()).and_then(|index| index.parse().ok());
            if let Some((line, _)) = index.and_then(|index: usize| collected.records.get(index)) {
                fault.record = format!("line {line}");
                break;
            }
        }
        faults.push(fault);
    }
    part
}

/// Puts definitions, sources and campaigns into the order that the notes have.
fn put_as_noted(dataset: &mut Dataset, [definitions, sources, campaigns]: &[Vec<String>; 3]) {
    let place = |order: &[String], id: &str| order.iter().position(|known| known == id).unwrap_or(usize::MAX);
    dataset.definitions.sort_by_key(|known| place(definitions, &known.id));
    dataset.sources.sort_by_key(|known| place(sources, &known.id));
    dataset.campaigns.sort_by_key(|known| place(campaigns, &known.id));
}
