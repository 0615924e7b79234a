//! What is taken along from a figure: its extract makes the same figure, and as
//! JSON and as a table it is read back as what it was, bit for bit.

mod fixtures;

use fixtures::fixtures;
use groundswell::chart::{ScaleKind, SpecOptions};
use groundswell::compare::{Choice, Selection, SourceScope, extract};
use groundswell::data::{
    Extract, Library, NamedText, Table, is_data_file, is_metadata, is_table, join, metadata_path,
    read_catalogue, read_collection, read_extract, read_table, write_extract, write_table,
};
use groundswell::figure::{FigureOptions, PictureSize, Taken, figure, figure_style_sheet};
use groundswell::format::Language;
use groundswell::model::{Bound, Dataset, FigureName, Gap, GapRecord, Metric, Quantity, Role};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs::read_to_string;
use std::sync::LazyLock;

const FILE: &str = "figure.csv";

/// What is shipped: all of it, or what loads at the start.
fn shipped(all: bool) -> Dataset {
    let text = |file: &str| {
        let path = format!("{}/public/data/{file}", env!("CARGO_MANIFEST_DIR"));
        read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    };
    let catalogue = read_catalogue("index.json", &text("index.json")).unwrap();
    let parts = catalogue.collections.iter().enumerate().take(if all { usize::MAX } else { 2 });
    let parts = parts.map(|(index, known)| read_collection(&known.file, &text(&known.file), index).unwrap());
    let (dataset, faults) = join(&catalogue, parts.collect());
    assert!(faults.is_empty());
    dataset
}

static SHIPPED: LazyLock<Dataset> = LazyLock::new(|| shipped(true));
static AT_START: LazyLock<Dataset> = LazyLock::new(|| shipped(false));

fn choices() -> Vec<Choice> {
    let some = |ids: &[&str]| Selection::Only(ids.iter().map(|id| (*id).to_owned()).collect());
    let selections = [
        Selection::All,
        some(&["missing-type-2016", "missing-type", "hello-my-name-is"]),
        some(&["nurses-day"]),
        some(&[]),
    ];
    let of = |selection: &Selection| {
        SourceScope::ALL
            .iter()
            .map(move |&scope| Choice { scope, selection: selection.clone(), ..Choice::default() })
            .collect::<Vec<_>>()
    };
    selections.iter().flat_map(of).collect()
}

fn no_faults<T>((read, faults): (T, Vec<groundswell::data::Fault>)) -> T {
    let sentences: Vec<String> = faults.iter().map(ToString::to_string).collect();
    assert_eq!(sentences, [""; 0]);
    read
}

fn reads_back(taken: &Extract) {
    assert_eq!(no_faults(read_extract("figure.json", &write_extract(taken)).unwrap()), *taken);
    let table = write_table(taken, FILE, "A headline", Language::English);
    assert_eq!(no_faults(read_table(FILE, &table).unwrap()), *taken);
}

fn taken(dataset: &Dataset, choice: &Choice, metric: FigureName) -> Extract {
    Extract { figure: metric, query: "scale=linear".into(), dataset: extract(dataset, choice, metric) }
}

#[test]
fn an_extract_makes_the_same_figure() {
    for dataset in [&*SHIPPED, &*AT_START] {
        for choice in choices() {
            for &metric in FigureName::ALL {
                for scale in ScaleKind::ALL.iter().copied() {
                    for expanded in [false, true] {
                        let spec = SpecOptions { scale, expanded, ..SpecOptions::default() };
                        let options = FigureOptions { spec, ..FigureOptions::default() };
                        let whole = figure(dataset, &choice, metric, options);
                        let alone = figure(&extract(dataset, &choice, metric), &choice, metric, options);
                        // Marks lead to their evidence by its place in the data.
                        assert_eq!(whole.headline, alone.headline, "{metric:?} {choice:?}");
                        assert_eq!(whole.description, alone.description, "{metric:?} {choice:?}");
                        let places = |html: &str| without_places(html);
                        let (whole, alone) = (places(&whole.html), places(&alone.html));
                        let differs = whole.bytes().zip(alone.bytes()).position(|(a, b)| a != b);
                        let from =
                            differs.map(|at| (&whole[at.saturating_sub(90)..at + 40], &alone[at..at + 40]));
                        assert_eq!(from, None, "{metric:?} {choice:?}");
                        assert_eq!(whole.len(), alone.len());
                    }
                }
            }
        }
    }
}

/// HTML without the numbers after `#o` and `"o`: places of observations in the data.
fn without_places(html: &str) -> String {
    let mut kept = String::new();
    for piece in html.split_inclusive(['#', '"']) {
        let number = piece.strip_prefix('o').filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        kept.push_str(number.map_or(piece, |rest| rest.trim_start_matches(|c: char| c.is_ascii_digit())));
    }
    kept
}

/// A slide with little room shows of a campaign what tells most or nothing, and names it
/// then: nobody takes a part for the whole, or silence for "reports nothing".
#[test]
fn a_slide_leaves_no_campaign_out_in_silence() {
    let size = PictureSize { slide: true, ..PictureSize::READY };
    let css = figure_style_sheet();
    let two = Choice {
        selection: Selection::Only(vec!["nhs-change-day".to_owned(), "missing-type".to_owned()]),
        ..Choice::default()
    };
    for choice in [&Choice::default(), &two] {
        for &metric in FigureName::ALL {
            let options = FigureOptions::default();
            let slide = Taken { dataset: &AT_START, choice, name: metric, options, css: &css }.picture(size);
            let rows: Vec<&str> =
                slide.svg.split("aria-label=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            let unseen = slide.description.split_once("and no row of ").map_or("", |(_, rest)| rest);
            for observation in &AT_START.observations {
                let Some(campaign) = AT_START.campaign(&observation.campaign) else { continue };
                let counts = AT_START
                    .definition(&observation.definition)
                    .is_some_and(|d| Some(d.metric) == metric.metric())
                    && observation.role == Role::Result
                    && choice.campaigns(&AT_START).any(|chosen| chosen.id == campaign.id);
                let name = campaign.chart_name();
                assert!(
                    !counts || rows.iter().any(|row| row.starts_with(name)) || unseen.contains(name),
                    "{metric:?}: {name} in none of {rows:?}; {}",
                    slide.description
                );
            }
        }
    }
    let options = FigureOptions::default();
    let metric = FigureName::Participation;
    let slide = Taken { dataset: &AT_START, choice: &two, name: metric, options, css: &css }.picture(size);
    assert!(slide.svg.contains("more than 30,000") && slide.svg.contains("702,132"), "{}", slide.description);
}

/// On a slide the letters stay large: no more is shown than that allows, and that is
/// said.
#[test]
fn a_slide_can_be_read_from_afar() {
    let size = PictureSize { slide: true, ..PictureSize::READY };
    let css = figure_style_sheet();
    for dataset in [&*SHIPPED, &*AT_START] {
        for &metric in FigureName::ALL {
            let choice = &Choice::default();
            let picture = |options| Taken { dataset, choice, name: metric, options, css: &css }.picture(size);
            let slide = picture(FigureOptions::default());
            assert_eq!(slide.size, (1_920, 1_080));
            let drawing = roxmltree::Document::parse(&slide.svg).unwrap();
            let shown = drawing.root_element().attribute("viewBox").unwrap();
            let wide: u32 = shown.split(' ').nth(2).unwrap().parse().unwrap();
            let rows_of = |spec: SpecOptions| {
                picture(FigureOptions { spec, ..FigureOptions::default() }).svg.matches("class=\"row").count()
            };
            let few = rows_of(SpecOptions::default());
            let many = rows_of(SpecOptions { expanded: true, ..SpecOptions::default() });
            let least = rows_of(SpecOptions { room: Some(1), ..SpecOptions::default() });
            // Letters are 24 pixels of 1,080: smaller, and a slide is not read from afar;
            // larger, and one of two campaigns had no row. There are rows that are not
            // parted from each other.
            let letters = 16.0 * 1_920.0 / f64::from(wide);
            assert!(few == least || letters >= 24.0, "{metric:?}: {letters}");
            assert!(letters >= 23.6, "{metric:?}: {letters}");
            let nothing = metric == FigureName::Beside;
            assert!((few >= 1) != nothing && few <= many, "{metric:?}: {few} of {many}");
            assert_eq!(
                slide.description.contains("not shown"),
                few < many,
                "{metric:?}: {}",
                slide.description
            );
        }
    }
}

#[test]
fn an_extract_holds_no_more_than_its_figure() {
    let only = Choice { selection: Selection::Only(vec!["nurses-day".into()]), ..Choice::default() };
    let none = extract(&SHIPPED, &only, FigureName::Reach);
    assert_eq!((none.campaigns.len(), none.observations.len(), none.sources.len()), (1, 0, 0));
    let some = extract(&SHIPPED, &Choice::default(), FigureName::Participation);
    assert!(some.observations.len() < SHIPPED.observations.len() / 4);
    assert!(some.campaigns.iter().all(|campaign| campaign.story.is_none()));
}

#[test]
fn what_is_shipped_reads_back() {
    for dataset in [&*SHIPPED, &*AT_START] {
        for choice in choices() {
            for &metric in FigureName::ALL {
                reads_back(&taken(dataset, &choice, metric));
            }
        }
    }
}

#[test]
fn every_state_of_a_chart_reads_back() {
    for &name in FigureName::ALL {
        // "hostile" holds texts that no file may hold.
        let Some(metric) = name.metric() else { continue };
        for fixture in fixtures(metric).into_iter().filter(|fixture| fixture.name != "hostile") {
            let mut dataset = fixture.dataset;
            dataset.title = fixture.name.to_owned();
            // Made in code, campaigns there are called by their names.
            let ids: Vec<String> = dataset.campaigns.iter().map(|campaign| campaign.id.clone()).collect();
            let id = |name: &str| format!("c{}", ids.iter().position(|known| known == name).unwrap());
            for campaign in &mut dataset.campaigns {
                campaign.id = id(&campaign.id);
                campaign.series = campaign.series.as_ref().map(|_| "a-series".to_owned());
            }
            for observation in &mut dataset.observations {
                observation.campaign = id(&observation.campaign);
            }
            for gap in &mut dataset.gaps {
                gap.campaign = id(&gap.campaign);
            }
            reads_back(&taken(&dataset, &Choice::default(), name));
        }
    }
}

/// What is taken along stands beside the published campaigns where an address names it, as
/// JSON and as CSV: what is known there already is not told twice.
#[test]
fn what_is_taken_along_stands_beside_the_catalogue() {
    let mut own = SHIPPED.clone();
    let mut ours = own.campaigns[0].clone();
    (ours.id, ours.name) = ("our-week".to_owned(), "Our week".to_owned());
    let mut figure =
        own.observations.iter().find(|one| one.definition == "participation.pledges").unwrap().clone();
    figure.campaign = ours.id.clone();
    own.campaigns.push(ours);
    own.observations.push(figure);
    let extract = taken(&own, &Choice::default(), FigureName::Participation);
    let table = write_table(&extract, FILE, "A headline", Language::English);
    let (of_table, faults) = read_table(FILE, &table).unwrap();
    assert_eq!(faults, []);
    assert_eq!(
        (metadata_path("a/b.CSV"), metadata_path("b.json")),
        (Some("a/b.CSV-metadata.json".into()), None)
    );
    for (path, extract) in [("ours.json", extract), (FILE, of_table)] {
        let text = NamedText { text: write_extract(&extract), told: Vec::new() };
        let mut library = Library::new(Language::English);
        let file = |name: &str| {
            read_to_string(format!("{}/public/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
        };
        library.take_in("index.json".to_owned(), Ok(file("index.json")));
        for name in ["toolkit.json", "published.json"] {
            library.take_in(name.to_owned(), Ok(file(name)));
        }
        let (before, _) = library.dataset();
        library.take_in_named(Some(path), Ok(text));
        let (after, faults) = library.dataset();
        assert_eq!((faults, library.problems()), (Vec::new(), Vec::new()), "{path}");
        assert_eq!(after.campaigns.len(), before.campaigns.len() + 1, "{path}");
        assert_eq!(after.observations.len(), before.observations.len() + 1, "{path}");
        assert!(after.campaign("our-week").is_some(), "{path}");
    }
}

/// The same of a campaign that came with a file that an address named.
#[test]
fn what_was_named_is_named_again() {
    let ours = r#"{"format":"groundswell-dataset","version":1,"id":"our-trust","title":"Our trust",
        "definitions":[],
        "sources":[{"id":"our-report","title":"Our report of 2026","kind":"organiser"}],
        "campaigns":[{"id":"our-week","name":"Our week of pledges"}],
        "observations":[{"campaign":"our-week","definition":"participation.pledges","comparator":">",
            "value":7000,"stated_to":1000,"unit":"pledges","basis":"total","period":"2026",
            "wording":"more than 7,000 pledges","source":"our-report"}]}"#;
    let file =
        |name: &str| read_to_string(format!("{}/public/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let mut library = Library::new(Language::English);
    library.take_in("index.json".to_owned(), Ok(file("index.json")));
    for name in ["toolkit.json", "published.json"] {
        library.take_in(name.to_owned(), Ok(file(name)));
    }
    library.take_in_named(Some("teams/ours.json"), Ok(NamedText { text: ours.to_owned(), told: Vec::new() }));
    let (dataset, _) = library.dataset();
    let choice = Choice { selection: Selection::Only(vec!["our-week".to_owned()]), ..Choice::default() };
    let extract = taken(&dataset, &choice, FigureName::Participation);
    let table = write_table(&extract, FILE, "A headline", Language::English);
    let (extract, faults) = read_table(FILE, &table).unwrap();
    assert_eq!(faults, []);
    library.take_in_named(Some(FILE), Ok(NamedText { text: write_extract(&extract), told: Vec::new() }));
    let (after, faults) = library.dataset();
    assert_eq!((faults, library.problems()), (Vec::new(), Vec::new()));
    assert_eq!(after.observations.len(), dataset.observations.len());
    assert!(after.campaign("our-week").is_some());
}

#[test]
fn a_table_is_tidy_and_says_what_is_not_known() {
    let table = write_table(
        &taken(&SHIPPED, &Choice::default(), FigureName::Reach),
        FILE,
        "A headline",
        Language::English,
    );
    assert!(table.csv.ends_with("\r\n"), "lines end as RFC 4180 has it");
    let mut reader = csv::Reader::from_reader(table.csv.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let silent: Vec<&csv::StringRecord> = rows.iter().filter(|row| &row[at("obs_status")] == "O").collect();
    assert!(!silent.is_empty(), "who reports nothing has a row");
    for row in &silent {
        assert_eq!((&row[at("value")], &row[at("metric")]), ("", "reach"), "not reported is not zero");
    }
    let observed = rows.iter().filter(|row| &row[at("obs_status")] == "A");
    for row in observed {
        for column in ["comparator", "value", "unit", "basis", "source_title", "definition_label"] {
            assert!(!row[at(column)].is_empty(), "{column} in {row:?}");
        }
    }
    let metadata: serde_json::Value = serde_json::from_str(&table.metadata).unwrap();
    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let names: Vec<&str> = columns.iter().map(|column| column["name"].as_str().unwrap()).collect();
    assert_eq!(names, header.iter().collect::<Vec<_>>());
    let meanings: BTreeSet<&str> = columns.iter().map(|c| c["dc:description"].as_str().unwrap()).collect();
    assert_eq!(meanings.len(), columns.len(), "each column is explained, and each by words of its own");
    assert_eq!(metadata["url"], FILE);
}

/// A table that was saved before campaigns had countries is read as it was then.
#[test]
fn a_table_with_fewer_columns_still_opens() {
    let extract = taken(&SHIPPED, &Choice::default(), FigureName::Reach);
    let table = write_table(&extract, FILE, "A headline", Language::English);
    let mut reader = csv::Reader::from_reader(table.csv.as_bytes());
    let left_out =
        reader.headers().unwrap().iter().position(|column| column == "campaign_countries").unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    let header = reader.headers().unwrap().clone();
    for record in std::iter::once(header).chain(reader.records().map(Result::unwrap)) {
        let kept = record.iter().enumerate().filter(|(at, _)| *at != left_out);
        writer.write_record(kept.map(|(_, cell)| cell)).unwrap();
    }
    let csv = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    let mut expected = extract.clone();
    for campaign in &mut expected.dataset.campaigns {
        assert!(!campaign.countries.is_empty(), "{}", campaign.id);
        campaign.countries.clear();
    }
    assert_eq!(no_faults(read_table(FILE, &Table { csv, ..table }).unwrap()), expected);
}

/// What was saved is told by how it begins, whatever it is called.
#[test]
fn each_file_is_told_by_its_beginning() {
    let extract = taken(&SHIPPED, &Choice::default(), FigureName::Reach);
    let table = write_table(&extract, FILE, "A headline", Language::English);
    let whole = write_extract(&extract);
    let told = |text: &str| [is_table, is_metadata, is_data_file].map(|is| is(text.as_bytes()));
    assert_eq!(told(&table.csv), [true, false, false]);
    assert_eq!(told(&table.metadata), [false, true, false]);
    assert_eq!(told(&whole), [false, false, true]);
    for other in ["campaign,campaign_name,metric\n", "Post id,Date\n", "{}", ""] {
        assert_eq!(told(other), [false; 3], "{other}");
    }
}

#[test]
fn a_fault_in_a_table_is_told_by_its_line() {
    let good = write_table(
        &taken(&SHIPPED, &Choice::default(), FigureName::Reach),
        FILE,
        "A headline",
        Language::English,
    );
    let lines: Vec<&str> = good.csv.split_inclusive("\r\n").collect();
    let spoilt = lines[2].replacen(",total,", ",totally,", 1).replacen(",level,", ",levelly,", 1);
    assert_ne!(spoilt, lines[2]);
    let csv = [lines[0], lines[1], &spoilt].concat() + &lines[3..].concat();
    let (read, faults) = read_table(FILE, &Table { csv, ..good.clone() }).unwrap();
    assert_eq!(faults.len(), 1, "{faults:?}");
    let said = faults[0].to_string();
    assert!(said.starts_with("figure.csv, line 3, basis: "), "{said}");
    let whole = no_faults(read_table(FILE, &good).unwrap()).dataset.observations.len();
    assert_eq!(read.dataset.observations.len(), whole - 1, "the rest is kept");
}

/// Somebody wrote a number into the row of a campaign that had none, or left its
/// definition there: it says so, and nothing goes in silence.
#[test]
fn what_a_row_without_a_figure_says_besides_is_told_of() {
    let extract = taken(&SHIPPED, &Choice::default(), FigureName::Reach);
    let good = write_table(&extract, FILE, "A headline", Language::English);
    let mut reader = csv::Reader::from_reader(good.csv.trim_start_matches('\u{feff}').as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|column| column == name).unwrap();
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let silent = records
        .iter()
        .position(|record| record[at("obs_status")] == *Gap::NotReported.obs_status().to_string())
        .unwrap();
    for (column, cell) in [("value", "5000"), ("definition", "reach.unstated"), ("wording", "a lot")] {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&header).unwrap();
        for (index, record) in records.iter().enumerate() {
            let put = index == silent;
            let cells = record
                .iter()
                .enumerate()
                .map(|(place, was)| if put && place == at(column) { cell } else { was });
            writer.write_record(cells).unwrap();
        }
        let csv = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let (read, faults) = read_table(FILE, &Table { csv, ..good.clone() }).unwrap();
        let [fault] = &faults[..] else { panic!("{column}: {faults:?}") };
        let said = fault.to_string();
        assert!(said.starts_with(&format!("figure.csv, line {}, {column}: ", silent + 2)), "{said}");
        assert_eq!(read.dataset, extract.dataset, "the rest is kept, {column}");
    }
}

#[test]
fn a_part_that_is_not_listed_is_told_of() {
    let text = write_extract(&taken(&SHIPPED, &Choice::default(), FigureName::Reach));
    let text = text.replacen("\"parts\":[{\"id\":\"toolkit\"", "\"parts\":[{\"id\":\"tool\"", 1);
    let (_, faults) = read_extract("figure.json", &text).unwrap();
    let told = faults.iter().map(ToString::to_string).find(|said| said.contains("\u{201c}tool\u{201d}"));
    assert!(told.is_some_and(|said| said.starts_with("figure.json, parts[0]")), "{faults:?}");
}

#[test]
fn a_file_that_does_not_say_whose_figure_it_holds_is_refused_by_that() {
    let extract = taken(&SHIPPED, &Choice::default(), FigureName::Reach);
    let text = write_extract(&extract).replacen("\"figure\":\"reach\"", "\"figure\":\"sales\"", 1);
    let said = read_extract("figure.json", &text).unwrap_err().to_string();
    assert!(said.starts_with("figure.json, figure: ") && said.contains("\u{201c}sales\u{201d}"), "{said}");
    let table = write_table(&extract, FILE, "A headline", Language::English);
    let mut metadata: serde_json::Value = serde_json::from_str(&table.metadata).unwrap();
    metadata["notes"][0].as_object_mut().unwrap().remove("figure").unwrap();
    let said = read_table(FILE, &Table { metadata: metadata.to_string(), ..table }).unwrap_err().to_string();
    assert!(said.starts_with("figure.csv-metadata.json, figure: "), "{said}");
}

#[test]
fn no_bytes_make_the_reading_panic() {
    let good = write_table(
        &taken(&SHIPPED, &Choice::default(), FigureName::Reach),
        FILE,
        "A headline",
        Language::English,
    );
    for cut in (0..good.metadata.len()).step_by(97).filter(|&at| good.metadata.is_char_boundary(at)) {
        let metadata = good.metadata[..cut].to_owned();
        assert!(read_table(FILE, &Table { metadata, ..good.clone() }).is_err());
    }
    for cut in (0..good.csv.len()).step_by(211).filter(|&at| good.csv.is_char_boundary(at)) {
        let csv = good.csv[..cut].to_owned();
        let read = read_table(FILE, &Table { csv, ..good.clone() });
        assert_eq!(read.is_err(), cut == 0, "{cut}");
    }
}

/// Text as a file may hold it, with everything in it that a table, a list or a
/// spreadsheet takes for something else.
fn text() -> impl Strategy<Value = String> {
    "[a-z;'\"=+@,|\n\t \u{e9}\u{2764}-]{1,9}".prop_filter("of something", |text| !text.trim().is_empty())
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |number| number.is_finite()).prop_map(|number| number + 0.0),
        (0_u32..5_000_000).prop_map(f64::from)
    ]
}

fn quantity() -> impl Strategy<Value = Quantity> {
    (number(), number(), 0..8).prop_map(|(one, other, kind)| match kind {
        0 => Quantity::exactly(one),
        1 => Quantity::Exact { value: one, stated_to: other.abs().max(f64::MIN_POSITIVE) },
        2 => Quantity::MoreThan(one),
        3 => Quantity::AtLeast(one),
        4 => Quantity::LessThan(one),
        5 => Quantity::AtMost(one),
        6 => Quantity::About(one),
        _ => Quantity::Between(Bound::closed(one.min(other)), Bound::open(one.max(other).next_up())),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_text_and_number_reads_back(
        texts in prop::collection::vec(text(), 12),
        quantities in prop::collection::vec(quantity(), 40),
    ) {
        let mut taken = taken(&AT_START, &Choice::default(), FigureName::Participation);
        let mut next = (0..).map(|at: usize| texts[at % texts.len()].clone());
        let dataset = &mut taken.dataset;
        for (observation, quantity) in dataset.observations.iter_mut().zip(quantities) {
            observation.quantity = quantity;
            observation.wording = next.next();
            observation.note = next.next();
            observation.platforms = BTreeSet::from([next.next().unwrap(), next.next().unwrap()]).into_iter().collect();
            observation.unit = next.next().unwrap();
        }
        for campaign in &mut dataset.campaigns {
            campaign.name = next.next().unwrap();
            campaign.who = next.next();
        }
        let campaign = dataset.campaigns[0].id.clone();
        dataset.gaps.push(GapRecord {
            campaign, metric: Metric::Participation, reason: Gap::Suppressed, note: next.next(), source: None,
        });
        reads_back(&taken);
    }
}
