//! The data that is shipped: read without a fault, equal to the tables it was
//! made from row by row, and valid under its own schema.

use groundswell::chart::{Band, SpecOptions, chart_spec};
use groundswell::compare::{Choice, Comparison, SourceScope, compare};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::figure::campaign_html;
use groundswell::format::Language;
use groundswell::model::{Comparator, Dataset, Metric, Observation, Quantity};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs::read_to_string;

fn shipped(file: &str) -> String {
    let path = format!("{}/public/data/{file}", env!("CARGO_MANIFEST_DIR"));
    read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Everything that is shipped, joined; fails on any fault.
fn dataset() -> Dataset {
    let catalogue = read_catalogue("index.json", &shipped("index.json")).unwrap();
    let parts: Vec<_> = (catalogue.collections.iter().enumerate())
        .map(|(index, c)| read_collection(&c.file, &shipped(&c.file), index).unwrap())
        .collect();
    let (dataset, faults) = join(&catalogue, parts);
    let sentences: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(sentences, [""; 0]);
    dataset
}

#[test]
fn every_file_is_read_without_a_fault() {
    let dataset = dataset();
    assert!(dataset.collections.iter().all(|collection| collection.loaded));
    assert!(!dataset.observations.is_empty());
}

#[test]
fn what_loads_at_the_start_stands_alone() {
    let catalogue = read_catalogue("index.json", &shipped("index.json")).unwrap();
    let parts: Vec<_> = (catalogue.collections.iter().enumerate())
        .filter(|(_, c)| c.loading == groundswell::model::Loading::AtStart)
        .map(|(index, c)| read_collection(&c.file, &shipped(&c.file), index).unwrap())
        .collect();
    let (dataset, faults) = join(&catalogue, parts);
    assert_eq!(faults, []);
    assert!(dataset.has_unloaded());
}

#[test]
fn campaigns_are_found_as_people_type_their_names() {
    let dataset = dataset();
    let found = |words: &str| -> Vec<&str> {
        dataset.campaigns.iter().filter(|c| c.is_meant_by(words, &[])).map(|c| c.id.as_str()).collect()
    };
    assert_eq!(found("hello my name"), ["hello-my-name-is"]);
    assert_eq!(found("#hellomynameis"), ["hello-my-name-is"]);
    assert_eq!(found("don't fry"), ["dont-fry-day"], "by either apostrophe");
    assert_eq!(found("challenge als"), ["als-ice-bucket"], "in any order");
    assert_eq!(found("christmas choir"), ["nhs-choir"], "by the short name and the full one");
    assert_eq!(found("movember foundation"), ["movember"], "by who ran it");
    assert_eq!(found("smoke signals"), [""; 0]);
    assert_eq!(found(" ").len(), dataset.campaigns.len(), "nothing typed means all of them");
}

#[test]
fn every_observation_has_a_source_that_can_be_named() {
    let dataset = dataset();
    for observation in &dataset.observations {
        let source = dataset.source(&observation.source).expect("reading resolves references");
        assert!(!source.title.is_empty(), "{}", source.id);
    }
}

#[test]
fn every_record_is_valid_under_the_schema() {
    let schema: Value = serde_json::from_str(&shipped("schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let index: Value = serde_json::from_str(&shipped("index.json")).unwrap();
    let listed = index["datasets"].as_array().unwrap().iter().map(|set| set["file"].as_str().unwrap());
    for file in ["index.json"].into_iter().chain(listed) {
        let instance: Value = serde_json::from_str(&shipped(file)).unwrap();
        let errors: Vec<String> =
            validator.iter_errors(&instance).map(|error| format!("{file}: {error}")).collect();
        assert_eq!(errors, [""; 0]);
    }
}

/// One row of a table, by column.
type Row = BTreeMap<String, String>;

fn table(file: &str) -> Vec<Row> {
    let path = format!("{}/tests/tables/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The tables call the second collection after the seven campaigns.
fn table_name(dataset: &Dataset, collection: usize) -> String {
    let id = dataset.collections[collection].id.as_str();
    if id == "published" { "seven" } else { id }.to_owned()
}

fn row(columns: &[(&str, String)]) -> Row {
    columns.iter().map(|(column, text)| ((*column).to_owned(), text.clone())).collect()
}

/// `stated_to` as the file has it: of a bound or an "about" the dataset keeps
/// no rounding, since nothing is worked out from it.
fn stated_to(record: &Value) -> String {
    number(record.get("stated_to").and_then(Value::as_f64).unwrap_or(1.0))
}

fn number(value: f64) -> String {
    value.to_string()
}

fn observation_row(dataset: &Dataset, observation: &Observation, record: &Value) -> Row {
    let source = dataset.source(&observation.source).unwrap();
    let upper = match observation.quantity {
        Quantity::Between(_, upper) => number(upper.value),
        _ => String::new(),
    };
    if let Quantity::Exact { stated_to: kept, .. } = observation.quantity {
        assert_eq!(number(kept), stated_to(record));
    }
    let reference = [source.publisher.as_deref(), Some(&source.title), source.date.as_deref()];
    let reference: Vec<&str> = reference.into_iter().flatten().collect();
    let kind = match &source.speaker {
        Some(speaker) => format!("{} ({speaker})", source.kind.slug()),
        None => source.kind.slug().to_owned(),
    };
    let unit = match &observation.scope {
        Some(scope) => format!("{}, {scope}", observation.unit),
        None => observation.unit.clone(),
    };
    row(&[
        ("dataset", table_name(dataset, observation.collection)),
        ("campaign", observation.campaign.clone()),
        ("definition", observation.definition.clone()),
        ("comparator", observation.quantity.comparator().slug().to_owned()),
        ("value", number(observation.quantity.stated())),
        ("value_upper", upper),
        ("stated_to", stated_to(record)),
        ("unit", unit),
        ("basis", observation.basis.slug().to_owned()),
        ("period", observation.period.to_string()),
        ("platform", observation.platforms.join(", ")),
        ("wording", observation.wording.clone().unwrap_or_default()),
        ("source", reference.join(", ")),
        ("url", source.url.clone().unwrap_or_default()),
        ("locator", observation.locator.clone().unwrap_or_default()),
        ("source_kind", kind),
        ("note", observation.note.clone().unwrap_or_default()),
    ])
}

/// Fails with the rows that only one side has.
fn assert_same_rows(mut shipped: Vec<Row>, table: Vec<Row>) {
    let mut missing = Vec::new();
    for row in table {
        match shipped.iter().position(|other| *other == row) {
            Some(index) => drop(shipped.swap_remove(index)),
            None => missing.push(row),
        }
    }
    assert!(
        missing.is_empty() && shipped.is_empty(),
        "only in the table: {missing:#?}\nonly in the data files: {shipped:#?}"
    );
}

#[test]
fn the_observations_are_those_of_the_table() {
    let dataset = dataset();
    // Without a fault nothing is left out, so records and observations run side by side.
    let records: Vec<Value> = (dataset.collections.iter())
        .flat_map(|c| {
            let file: Value = serde_json::from_str(&shipped(&c.file)).unwrap();
            file["observations"].as_array().unwrap().clone()
        })
        .collect();
    assert_eq!(records.len(), dataset.observations.len());
    let rows = (dataset.observations.iter().zip(&records))
        .map(|(observation, record)| observation_row(&dataset, observation, record))
        .collect();
    let mut table = table("observations.csv");
    let mut others = 0;
    for row in &mut table {
        // Each platform by itself.
        let platforms = row.get_mut("platform").unwrap();
        others += platforms.matches(" and others").count();
        *platforms = platforms.replace(" and others", ", others");
        for column in ["value", "value_upper", "stated_to"] {
            let cell = row.get_mut(column).unwrap();
            *cell = cell.parse().map_or(cell.clone(), number);
        }
        // The table has the scope after a comma or in brackets.
        let unit = row.get_mut("unit").unwrap();
        if let Some((counted, scope)) = unit.strip_suffix(')').and_then(|unit| unit.split_once(" (")) {
            *unit = format!("{counted}, {scope}");
        }
        assert!(row["comparator"].parse::<Comparator>().is_ok());
    }
    assert_eq!(others, 1);
    assert_same_rows(rows, table);
}

#[test]
fn the_campaigns_are_those_of_the_table() {
    let dataset = dataset();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let rows = (dataset.campaigns.iter())
        .map(|campaign| {
            row(&[
                ("dataset", table_name(&dataset, campaign.collection)),
                ("id", campaign.id.clone()),
                ("name", campaign.name.clone()),
                ("who", text(&campaign.who)),
                ("where", text(&campaign.place)),
                ("from", campaign.from.map(|date| date.to_string()).unwrap_or_default()),
                ("to", campaign.to.map(|date| date.to_string()).unwrap_or_default()),
                ("platforms", campaign.platforms.join(", ")),
                ("hashtags", campaign.hashtags.join(", ")),
                ("aim", text(&campaign.aim)),
                ("story", text(&campaign.story)),
            ])
        })
        .collect();
    let mut told = table("campaigns.csv");
    // The table's sentence also compares its England with the England and North
    // Wales of 2015, of which no figures are known that would bear that.
    let beyond = ", with a smaller result in England than the first year";
    let mut shortened = 0;
    for row in &mut told {
        let story = row.get_mut("story").unwrap();
        shortened += story.matches(beyond).count();
        *story = story.replace(beyond, "");
    }
    assert_eq!(shortened, 1);
    // One platform has one name, or it would be two to those who look for it.
    for (id, table, ours) in
        [("nurses-day", "web page", "web"), ("no-makeup-selfie", "Google Plus", "Google+")]
    {
        let platforms = told.iter_mut().find(|row| row["id"] == id).and_then(|row| row.get_mut("platforms"));
        let platforms = platforms.expect(id);
        assert!(platforms.contains(table), "{platforms}");
        *platforms = platforms.replace(table, ours);
    }
    // As are platforms that are named together with others.
    let platforms = told.iter_mut().find(|row| row["id"] == "missing-type-2016");
    let platforms = platforms.and_then(|row| row.get_mut("platforms")).expect("Missing Type 2016");
    assert_eq!(platforms, "Twitter and others");
    *platforms = "Twitter, others".to_owned();
    assert_same_rows(rows, told);
}

#[test]
fn every_campaign_is_found_by_its_country() {
    let dataset = dataset();
    let kingdom = ["UK", "England", "Northern Ireland", "Yorkshire"];
    let mut countries: Vec<&str> = Vec::new();
    for campaign in &dataset.campaigns {
        let place = campaign.place.as_deref().expect(&campaign.id);
        let within = |country: &str| match country {
            // Of the one that ran worldwide there are registrations of England.
            "UK" => kingdom.iter().any(|part| place.contains(part)) || campaign.id == "missing-type-2016",
            _ => place.contains(country),
        };
        assert!(!campaign.countries.is_empty(), "{}", campaign.id);
        assert!(campaign.countries.iter().all(|country| within(country)), "{}: {place}", campaign.id);
        assert!(
            campaign.countries.iter().any(|c| c == "UK") == within("UK"),
            "{}: {place} is found by the country too",
            campaign.id
        );
        countries.extend(campaign.countries.iter().map(|country| &**country));
    }
    countries.sort_unstable();
    countries.dedup();
    assert_eq!(countries, ["Australia", "Canada", "Denmark", "Ireland", "UK", "USA", "worldwide"]);
}

/// Each row is led from to something that is there, and what a campaign reports
/// instead is what its own row in the other figure says, of every source.
#[test]
fn rows_lead_to_what_is_there_and_say_what_every_source_says() {
    let dataset = dataset();
    let choice = Choice { scope: SourceScope::Further, ..Choice::default() };
    let options = SpecOptions { expanded: true, ..SpecOptions::default() };
    let comparisons: Vec<_> =
        Metric::CHARTED.iter().map(|&metric| compare(&dataset, &choice, metric)).collect();
    let (mut to_contradictions, mut of_several) = (0, 0);
    for comparison in &comparisons {
        let spec = chart_spec(&dataset, comparison, options);
        for band in spec.panels.iter().flat_map(|panel| &panel.bands) {
            let Band::Row(row) = band else { continue };
            let href = row.href.as_deref().expect("a row on the page leads somewhere");
            let (query, id) = href.split_once('#').expect("it leads to a place");
            assert_eq!(query, format!("?campaign={}", row.campaign));
            let page = campaign_html(&dataset, &row.campaign, Language::English).unwrap();
            assert!(
                page.contains(&format!("id=\"{id}\" tabindex=\"-1\""))
                    || page.contains(&format!("id=\"{id}\" role")),
                "{href} leads nowhere"
            );
            to_contradictions += usize::from(id == "contradictions");
        }
        for silent in &comparison.silent {
            let Some(instead) = &silent.instead else { continue };
            let cells = comparisons.iter().filter(|other| other.metric != comparison.metric);
            let same = cells.flat_map(Comparison::cells).any(|(_, _, cell)| {
                (cell.known, cell.agreement, &cell.evidence)
                    == (instead.known, instead.agreement, &instead.evidence)
            });
            assert!(same, "{}: {instead:?}", silent.campaign);
            of_several += usize::from(instead.evidence.len() > 1);
        }
    }
    assert!(to_contradictions > 0 && of_several > 0, "{to_contradictions}, {of_several}");
}
