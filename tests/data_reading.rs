//! Reading of data files: each kind of fault with its sentence, several at
//! once, references between files, and that nothing panics.

use groundswell::data::{Catalogue, Fault, Part, UnreadableCause, join, read_catalogue, read_collection};
use groundswell::model::{Dataset, Loading};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A catalogue of the files a.json (at the start) and b.json (on request).
fn catalogue() -> Catalogue {
    let text = json!({
        "$schema": "schema.json", "format": "groundswell-catalogue", "version": 1,
        "title": "Two files", "updated": "2026-11-22",
        "datasets": [
            { "id": "a", "file": "a.json", "title": "A", "load": "at-start" },
            { "id": "b", "file": "b.json", "title": "B", "load": "on-request" },
        ],
    });
    read_catalogue("index.json", &text.to_string()).unwrap()
}

/// A file without a fault: one record of each list.
fn sound() -> Value {
    json!({
        "$schema": "schema.json", "format": "groundswell-dataset", "version": 1,
        "id": "a", "title": "A", "updated": "2026-11",
        "definitions": [{ "id": "reach.accounts", "label": "Accounts", "counts": "Accounts.", "stage": "outputs" }],
        "sources": [{ "id": "paper", "publisher": "BMJ", "title": "A paper", "kind": "journal" }],
        "campaigns": [{
            "id": "change-day", "name": "Change Day", "from": "2013-03", "to": "2013",
            "platforms": ["Twitter"], "hashtags": ["#ChangeDay"],
            "objectives": [{ "text": "Change.", "source": "paper" }],
            "results": [{ "text": "Changed.", "stage": "impact", "source": "paper" }],
        }],
        "observations": [{
            "campaign": "change-day", "definition": "reach.accounts", "comparator": "..<", "value": 10,
            "value_upper": 20, "unit": "accounts", "basis": "total", "period": "2013/..", "source": "paper",
        }],
        "contradictions": [{
            "id": "two-counts", "campaigns": ["change-day"], "definitions": ["reach.accounts"], "text": "They differ.",
        }],
        "gaps": [{ "campaign": "change-day", "metric": "views", "reason": "not-applicable", "source": "paper" }],
    })
}

/// The other file: nothing in it yet.
fn other() -> Value {
    json!({
        "format": "groundswell-dataset", "version": 1, "id": "b", "title": "B",
        "definitions": [], "sources": [], "campaigns": [], "observations": [],
    })
}

fn part(file: &Value, collection: usize) -> Part {
    read_collection(["a.json", "b.json"][collection], &file.to_string(), collection).unwrap()
}

fn joined(files: &[Value]) -> (Dataset, Vec<String>) {
    let parts: Vec<Part> = files.iter().enumerate().map(|(index, file)| part(file, index)).collect();
    let (dataset, faults) = join(&catalogue(), parts);
    (dataset, faults.iter().map(Fault::to_string).collect())
}

/// The sentences about a file that differs from the sound one in one place.
fn faults(place: &str, found: Value) -> Vec<String> {
    let mut file = sound();
    set(&mut file, place, found);
    joined(&[file]).1
}

/// Sets what a JSON pointer leads to; `null` as the value removes it.
fn set(file: &mut Value, place: &str, value: Value) {
    let (parent, key) = place.rsplit_once('/').unwrap();
    let parent = file.pointer_mut(parent).unwrap();
    match parent {
        Value::Object(fields) if value.is_null() => drop(fields.remove(key)),
        Value::Object(fields) => drop(fields.insert(key.to_owned(), value)),
        list => list[key.parse::<usize>().unwrap()] = value,
    }
}

#[test]
fn a_sound_file_is_read_whole() {
    let (dataset, faults) = joined(&[sound()]);
    assert_eq!(faults, [""; 0]);
    assert_eq!((dataset.title.as_str(), dataset.updated.as_str()), ("Two files", "2026-11-22"));
    assert_eq!(dataset.collections[1].loading, Loading::OnRequest);
    assert_eq!(dataset.collections.iter().map(|c| c.loaded).collect::<Vec<_>>(), [true, false]);
    assert_eq!((dataset.campaigns[0].objectives.len(), dataset.campaigns[0].results.len()), (1, 1));
    assert_eq!((dataset.observations.len(), dataset.contradictions.len(), dataset.gaps.len()), (1, 1, 1));
    assert_eq!(dataset.observations[0].period.to_string(), "2013/..");
    assert_eq!(dataset.observations[0].quantity.comparator().slug(), "..<");
}

#[test]
fn a_byte_order_mark_is_no_fault() {
    assert!(read_collection("a.json", &format!("\u{feff}{}", sound()), 0).is_ok());
}

#[test]
fn each_kind_of_fault_has_its_sentence() {
    let observation = "a.json, observations[0], change-day";
    let lost_campaign = [
        format!("{observation}, campaign: the campaign “change-day” was left out for a fault of its own."),
        "a.json, contradictions[0], two-counts, campaigns[0]: the campaign “change-day” was left out for a fault of its own.".to_owned(),
        "a.json, gaps[0], change-day, campaign: the campaign “change-day” was left out for a fault of its own.".to_owned(),
    ];
    #[rustfmt::skip]
    let cases = [
        ("/observations/0/unit", json!(null), "unit: this field is missing."),
        ("/observations/0/value", json!("12"), "value: expected a number, found the text “12”."),
        ("/observations/0/value", json!(true), "value: expected a number, found true."),
        ("/observations/0/unit", json!(12), "unit: expected a text, found the number 12."),
        ("/observations/0/unit", json!(" "), "unit: the text is empty; what is not known is left out together with its field."),
        ("/observations/0/platform", json!("web"), "platform: expected a list, found the text “web”."),
        ("/observations/0/platform", json!([]), "platform: the list is empty; what is not known is left out together with its field."),
        ("/observations/0/platform", json!(["web", {}]), "platform[1]: expected a text, found an object."),
        ("/observations/0/platform", json!(["web", "web"]), "platform[1]: “web” is in the list twice."),
        ("/observations/0/valeu", json!(12), "valeu: there is no such field; expected one of: campaign, definition, comparator, value, value_upper, stated_to, unit, scope, basis, period, platform, wording, source, locator, note, doubt, role, part, includes."),
        ("/observations/0/comparator", json!("=>"), "comparator: “=>” is no comparator; expected one of: =, >, >=, <, <=, ~, .., <.., ..<, <..<."),
        ("/observations/0/basis", json!("daily"), "basis: “daily” is no basis; expected one of: total, level, change, per hour, per day, per week, per month, per year, per day at its height."),
        ("/observations/0/period", json!("spring"), "period: “spring” is no period; expected a date such as 2014, 2014-03 or 2014-03-13, or two with a slash between, “..” for an open end."),
        ("/observations/0/stated_to", json!(-1), "stated_to: stated_to must be above zero, found -1."),
        ("/observations/0/value_upper", json!(5), "value_upper: the range from 10 to 5 contains no number; the lower number comes first."),
        ("/observations/0/value_upper", json!(null), "value_upper: a range needs value_upper, its second number."),
        ("/observations/0/comparator", json!("="), "value_upper: value_upper is only for a range."),
        ("/observations/0/campaign", json!("changeday"), "campaign: there is no campaign with the id “changeday”."),
        ("/observations/0/definition", json!("reach.people"), "definition: there is no definition with the id “reach.people”."),
        ("/observations/0/source", json!("papers"), "source: there is no source with the id “papers”."),
    ];
    for (place, found, sentence) in cases {
        let name = if sentence.contains("“changeday”") { "changeday" } else { "change-day" };
        let expected = format!("a.json, observations[0], {name}, {sentence}");
        assert_eq!(faults(place, found), [expected], "{place}");
    }

    #[rustfmt::skip]
    let cases = [
        ("/campaigns/0/name", json!(null), "name: this field is missing."),
        ("/campaigns/0/from", json!("March"), "from: “March” is no date; expected a year, month or day, such as 2014, 2014-03 or 2014-03-13."),
        ("/campaigns/0/to", json!("2013-02-30"), "to: “2013-02-30” is no date; expected a year, month or day, such as 2014, 2014-03 or 2014-03-13."),
        ("/campaigns/0/to", json!("2012"), "to: this date is before the date in “from”."),
        ("/campaigns/0/hashtags", json!(["ChangeDay"]), "hashtags: “ChangeDay” is no hashtag; expected # and one word."),
        ("/campaigns/0/series", json!("Change Day"), "series: “Change Day” is no id; expected lower case letters and digits, joined by hyphens."),
    ];
    for (place, found, sentence) in cases {
        let mut expected = vec![format!("a.json, campaigns[0], change-day, {sentence}")];
        expected.extend(lost_campaign.clone());
        assert_eq!(faults(place, found), expected, "{place}");
    }

    #[rustfmt::skip]
    let cases = [
        ("/definitions/0/id", json!("reach"), "definitions[0], reach, id: “reach” is no id of a definition; expected a metric, a dot and a name, such as reach.accounts."),
        ("/definitions/0/id", json!("fame.accounts"), "definitions[0], fame.accounts, id: “fame” is no metric; expected one of: reach, impressions, participation, views, engagement, response, outcome, output, input, target."),
        ("/definitions/0/target_for", json!("reach.accounts"), "definitions[0], reach.accounts, target_for: only a definition of the metric target has this field."),
        ("/definitions/0/id", json!("target.accounts"), "definitions[0], target.accounts, target_for: this field is missing."),
        ("/sources/0/url", json!("javascript:alert(1)"), "sources[0], paper, url: “javascript:alert(1)” is no address of a web page; expected one that begins with https:// or http://."),
        ("/sources/0/url", json!("https://"), "sources[0], paper, url: “https://” is no address of a web page; expected one that begins with https:// or http://."),
        ("/sources/0/kind", json!("blog"), "sources[0], paper, kind: “blog” is no kind of source; expected one of: organiser, government, journal, agency, press."),
        ("/contradictions/0/campaigns", json!([]), "contradictions[0], two-counts, campaigns: the list is empty; what is not known is left out together with its field."),
        ("/gaps/0/reason", json!("lost"), "gaps[0], change-day, reason: “lost” is no reason for a gap; expected one of: not-reported, not-applicable, suppressed, unpublished."),
        ("/gaps/0", json!(7), "gaps[0]: expected an object, found the number 7."),
        ("/id", json!("c"), "id: expected “a”, the id that the catalogue gives this file, found “c”."),
        ("/titel", json!("A"), "titel: there is no such field; expected one of: format, version, id, title, updated, definitions, sources, campaigns, observations, contradictions, gaps."),
        ("/campaigns/0/objectives/0/text", json!(null), "campaigns[0], change-day, objectives[0].text: this field is missing."),
        ("/campaigns/0/objectives/0", json!(null), "campaigns[0], change-day, objectives[0]: expected an object, found null."),
        ("/campaigns/0/results/0/source", json!("x"), "campaigns[0], change-day, results[0].source: there is no source with the id “x”."),
    ];
    for (place, found, sentence) in cases {
        assert_eq!(faults(place, found)[0], format!("a.json, {sentence}"), "{place}");
    }
}

#[test]
fn three_faults_are_reported_as_three() {
    let mut file = sound();
    file["observations"][0]["value"] = json!("ten");
    file["observations"][0]["stated_to"] = json!(0);
    file["observations"][0]["basis"] = json!("all");
    file["observations"].as_array_mut().unwrap().push(sound()["observations"][0].clone());
    let (dataset, faults) = joined(&[file]);
    assert_eq!(
        faults,
        [
            "a.json, observations[0], change-day, value: expected a number, found the text “ten”.",
            "a.json, observations[0], change-day, stated_to: stated_to must be above zero, found 0.",
            "a.json, observations[0], change-day, basis: “all” is no basis; expected one of: total, level, change, per hour, per day, per week, per month, per year, per day at its height.",
        ]
    );
    assert_eq!(dataset.observations.len(), 1, "the other record is kept");
}

#[test]
fn an_objective_with_a_fault_does_not_cost_the_campaign() {
    let mut file = sound();
    file["campaigns"][0]["objectives"][0]["source"] = json!("nowhere");
    file["campaigns"][0]["results"][0]["stage"] = json!("end");
    let (dataset, faults) = joined(&[file]);
    assert_eq!(faults.len(), 2);
    assert_eq!(dataset.observations.len(), 1);
    assert!(dataset.campaigns[0].objectives.is_empty() && dataset.campaigns[0].results.is_empty());
}

#[test]
fn ids_are_unique() {
    let mut file = sound();
    for list in ["definitions", "sources", "campaigns", "contradictions"] {
        let again = file[list][0].clone();
        file[list].as_array_mut().unwrap().push(again);
    }
    let (dataset, faults) = joined(&[file]);
    assert_eq!(
        faults,
        [
            "a.json, definitions[1], reach.accounts, id: the id “reach.accounts” is already that of a.json, definitions[0].",
            "a.json, sources[1], paper, id: the id “paper” is already that of a.json, sources[0].",
            "a.json, campaigns[1], change-day, id: the id “change-day” is already that of a.json, campaigns[0].",
            "a.json, contradictions[1], two-counts, id: the id “two-counts” is already that of a.json, contradictions[0].",
        ]
    );
    assert_eq!((dataset.campaigns.len(), dataset.observations.len()), (1, 1));
}

#[test]
fn files_refer_to_each_other_and_may_share_definitions_and_sources() {
    let mut b = other();
    b["definitions"] = sound()["definitions"].clone();
    b["sources"] = sound()["sources"].clone();
    b["observations"] = sound()["observations"].clone();
    let (dataset, faults) = joined(&[sound(), b.clone()]);
    assert_eq!(faults, [""; 0]);
    assert_eq!((dataset.definitions.len(), dataset.sources.len(), dataset.observations.len()), (1, 1, 2));
    assert_eq!(dataset.observations[1].collection, 1);

    // In which order they were loaded makes no difference.
    let parts = [part(&b, 1), part(&sound(), 0)];
    assert_eq!(join(&catalogue(), parts.to_vec()).0, dataset);

    // Without the first file the campaign is unknown.
    let faults = join(&catalogue(), parts[..1].to_vec()).1;
    assert_eq!(
        faults[0].to_string(),
        "b.json, observations[0], change-day, campaign: there is no campaign with the id “change-day”."
    );
}

#[test]
fn what_differs_between_files_takes_with_it_what_means_it() {
    let mut b = other();
    b["definitions"] = sound()["definitions"].clone();
    b["definitions"][0]["counts"] = json!("Followers.");
    b["sources"] = sound()["sources"].clone();
    b["observations"] = sound()["observations"].clone();
    let (dataset, faults) = joined(&[sound(), b]);
    assert_eq!(
        faults,
        [
            "b.json, definitions[0], reach.accounts: “reach.accounts” says something else here than in a.json, definitions[0].",
            "b.json, observations[0], change-day, definition: the definition “reach.accounts” was left out for a fault of its own.",
        ]
    );
    assert_eq!(dataset.observations.len(), 1);
}

#[test]
fn a_target_is_for_a_definition_that_exists() {
    let mut file = sound();
    let target = |id: &str, aim: &str| json!({ "id": id, "label": "Goal", "counts": "Goal.", "stage": "outputs", "target_for": aim });
    file["definitions"] = json!([
        target("target.accounts", "reach.accounts"),
        sound()["definitions"][0],
        target("target.people", "reach.people"),
        target("target.targets", "target.accounts"),
    ]);
    file["observations"][0]["definition"] = json!("target.people");
    let (dataset, faults) = joined(&[file]);
    assert_eq!(
        faults,
        [
            "a.json, definitions[3], target.targets, target_for: a target is for what is counted, not for another target.",
            "a.json, definitions[2], target.people, target_for: there is no definition with the id “reach.people”.",
            "a.json, observations[0], change-day, definition: the definition “target.people” was left out for a fault of its own.",
        ]
    );
    let ids: Vec<&str> = dataset.definitions.iter().map(|definition| definition.id.as_str()).collect();
    assert_eq!(ids, ["target.accounts", "reach.accounts"], "in the order of the file");
}

#[test]
fn a_catalogue_names_only_files_beside_it() {
    let read = |entries: Value| {
        let text =
            json!({ "format": "groundswell-catalogue", "version": 1, "title": "T", "datasets": entries });
        read_catalogue("index.json", &text.to_string()).unwrap()
    };
    let catalogue = read(json!([
        { "id": "a", "file": "//elsewhere.example/a.json", "title": "A", "load": "at-start" },
        { "id": "b", "file": "b.json", "title": "B", "load": "later" },
        { "id": "c", "file": "c.json", "title": "C", "load": "at-start" },
        { "id": "c", "file": "d.json", "title": "D", "load": "at-start" },
    ]));
    let sentences: Vec<String> = catalogue.faults.iter().map(Fault::to_string).collect();
    assert_eq!(
        sentences,
        [
            "index.json, datasets[0], a, file: “//elsewhere.example/a.json” is no file beside the catalogue; expected letters, digits, hyphens and dots, ending in .json.",
            "index.json, datasets[1], b, load: “later” is no time of loading; expected one of: at-start, on-request.",
            "index.json, datasets[3], c, id: the id “c” is already that of index.json, datasets[2].",
        ]
    );
    assert_eq!(catalogue.collections.len(), 1);
    assert_eq!(catalogue.updated, "");
    let empty = read(json!([])).faults[0].to_string();
    assert_eq!(
        empty,
        "index.json, datasets: the list is empty; what is not known is left out together with its field."
    );
}

#[test]
fn what_cannot_be_read_at_all_says_why() {
    #[rustfmt::skip]
    let cases = [
        ("", "The file “a.json” is empty."),
        (" \n", "The file “a.json” is empty."),
        ("{\n\"format\":", "The file “a.json” is cut off: it ends too early, in line 2."),
        ("<!doctype html>", "The file “a.json” is not JSON: line 1, column 1 cannot be read."),
        ("{\"value\": 1e999}", "The file “a.json” is not JSON: line 1, column 15 cannot be read."),
        ("[1]", "The file “a.json” should hold one JSON object; found a list."),
        ("{}", "The file “a.json” should have the format “groundswell-dataset”; found nothing."),
        ("{\"format\": \"groundswell-catalogue\"}", "The file “a.json” should have the format “groundswell-dataset”; found the text “groundswell-catalogue”."),
        ("{\"format\": \"groundswell-dataset\", \"version\": 2}", "The file “a.json” should be in version 1 of its format; found the number 2."),
    ];
    for (text, sentence) in cases {
        assert_eq!(read_collection("a.json", text, 0).unwrap_err().to_string(), sentence);
    }
    // Of a long path the end is kept: it is the file's name.
    let path = format!("/home/{}/data/toolkit.json", "groundswell-".repeat(9));
    let said = read_collection(&path, "", 0).unwrap_err().to_string();
    assert!(said.starts_with("The file “…") && said.ends_with("-/data/toolkit.json” is empty."), "{said}");
    let deep = "[".repeat(100_000);
    let cause = read_catalogue("index.json", &deep).unwrap_err().cause;
    assert!(matches!(cause, UnreadableCause::NotJson { .. }));
}

/// Any JSON, with the words of the format more often than chance would have it.
fn any_json() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "id",
        "title",
        "reach.accounts",
        "target.x",
        "change-day",
        "paper",
        "..",
        "=",
        "total",
        "2014",
        "journal",
        "",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
        ".*".prop_map(Value::from),
    ];
    let key = prop_oneof![Just("id".to_owned()), Just("value".to_owned()), Just("text".to_owned()), ".*"];
    leaf.prop_recursive(3, 24, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Every place in the sound file, as a JSON pointer.
fn places(value: &Value, here: &str, into: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(key, child)| (key.clone(), child)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(index, child)| (index.to_string(), child)).collect()
        }
        _ => Vec::new(),
    };
    for (key, child) in children {
        let place = format!("{here}/{}", key.replace('~', "~0").replace('/', "~1"));
        places(child, &place, into);
        into.push(place);
    }
}

fn read_everything(text: &str) {
    let _ = read_catalogue("index.json", text).map_err(|unreadable| unreadable.to_string());
    match read_collection("a.json", text, 7) {
        Ok(part) => {
            let (dataset, faults) = join(&catalogue(), vec![part.clone(), part]);
            faults.iter().for_each(|fault| assert!(fault.to_string().len() > 10));
            // What reading promises: every reference can be resolved.
            for observation in &dataset.observations {
                assert!(dataset.campaign(&observation.campaign).is_some());
                assert!(dataset.definition(&observation.definition).is_some());
                assert!(dataset.source(&observation.source).is_some());
            }
        }
        Err(unreadable) => assert!(unreadable.to_string().len() > 10),
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_everything(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn no_json_panics(value in any_json()) {
        read_everything(&value.to_string());
    }

    /// Reaches further in than JSON at random: one or two places replaced.
    #[test]
    fn no_change_of_a_sound_file_panics(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any_json()), 1..3),
    ) {
        let mut file = sound();
        for (at, value) in changes {
            let mut all = Vec::new();
            places(&file, "", &mut all);
            if !all.is_empty() {
                *file.pointer_mut(&all[at.index(all.len())]).unwrap() = value;
            }
        }
        read_everything(&file.to_string());
    }
}
