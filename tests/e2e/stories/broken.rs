//! When things go wrong: each has a sentence of its own and a way on.

use super::{METRICS, frame, words};
use crate::page::{Page, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use serde_json::{Value, json};

/// Makes a file fail, and expects a sentence; then the server is well again,
/// and "Try again" brings everything that a healthy start brings.
#[track_caller]
fn fails_and_recovers(page: &Page, healthy: &[String], file: &str, answer: Answer, sentence: &str) {
    page.site.answer(file, answer);
    page.go("");
    page.says(sentence);
    let headline = page.headline("reach");
    assert!(!headline.is_empty() && page.visible_text().contains(&headline), "the overview stays readable");
    page.site.release(file);
    page.press_button(words().try_again);
    page.until("the notice to go", || !squeezed(&page.visible_text()).contains(sentence));
    page.is_alive();
    page.until("everything to be shown", || page.figures_shown() == healthy);
    assert!(!page.has("button", words().try_again), "nothing is left to try: {}", page.visible_text());
}

fn healthy(page: &Page) -> Vec<String> {
    page.open("");
    page.figures_shown()
}

fn a_missing_file_is_named_and_tried_again(page: &Page) {
    let healthy = healthy(page);
    for file in ["index.json", "toolkit.json", "published.json"] {
        let path = format!("data/{file}");
        fails_and_recovers(
            page,
            &healthy,
            &path,
            Answer::Status(404),
            &format!("{path} was not found on the server."),
        );
    }
}

fn a_refusing_server_is_named_and_tried_again(page: &Page) {
    let healthy = healthy(page);
    for file in ["data/index.json", "data/toolkit.json"] {
        let sentence = format!("The server did not hand out {file} (it answered 500).");
        fails_and_recovers(page, &healthy, file, Answer::Status(500), &sentence);
    }
}

fn an_unreadable_file_is_named_and_tried_again(page: &Page) {
    let healthy = healthy(page);
    let version = |text: String| text.replacen("\"version\": 1", "\"version\": 7", 1);
    for name in ["index.json", "toolkit.json"] {
        let file = format!("data/{name}");
        let cut = page.site.file(&file);
        let other = version(page.site.file(&file));
        for (text, sentence) in [
            (String::new(), format!("The file “{name}” is empty.")),
            ("<!DOCTYPE html><p>Please log in".to_owned(), format!("The file “{name}” is not JSON: line 1,")),
            (cut[..cut.len() / 2].to_owned(), format!("The file “{name}” is cut off")),
            ("[]".to_owned(), format!("The file “{name}” should hold one JSON object")),
            (other, format!("The file “{name}” should be in version 1 of its format; found the number 7.")),
        ] {
            fails_and_recovers(page, &healthy, &file, Answer::Text(text), &sentence);
        }
    }
}

fn no_network_is_said_and_tried_again(page: &Page) {
    let healthy = healthy(page);
    for file in ["data/index.json", "data/toolkit.json"] {
        let sentence = format!("{file} could not be fetched: there is no connection to the server.");
        fails_and_recovers(page, &healthy, file, Answer::HungUp, &sentence);
    }
}

/// The page's clock goes twenty times as fast.
fn a_file_that_takes_too_long_is_given_up_and_tried_again(page: &Page) {
    let healthy = healthy(page);
    page.before_each_page(
        "const timeout = AbortSignal.timeout; AbortSignal.timeout = time => timeout.call(AbortSignal, time / 20);",
    );
    for file in ["data/index.json", "data/toolkit.json"] {
        let sentence = format!("{file} did not arrive within 20 seconds.");
        fails_and_recovers(page, &healthy, file, Answer::Stalled, &sentence);
    }
}

fn further_campaigns_that_fail_are_tried_again(page: &Page) {
    page.site.answer("data/further.json", Answer::Status(404));
    page.open("?sources=further");
    page.says("data/further.json was not found on the server.");
    assert!(!page.marks("reach").is_empty(), "the rest is shown");
    page.site.release("data/further.json");
    page.press_button(words().try_again);
    page.find("button", "Campaigns: 54 of 54");
    page.until("the notice to go", || !page.has("button", words().try_again));
}

/// A faulty record is left out and named, and the rest is shown.
fn a_faulty_record_is_named_and_the_rest_is_shown(page: &Page) {
    let mut data: Value = serde_json::from_str(&page.site.file("data/toolkit.json")).expect("JSON");
    let whole = data["observations"].as_array().map_or(0, Vec::len);
    data["observations"][3]["value"] = json!("lots");
    data["observations"][5]["basis"] = json!("per-fortnight");
    data["observations"][7]["colour"] = json!("blue");
    page.site.answer("data/toolkit.json", Answer::Text(data.to_string()));
    page.open("?open=views,engagement");
    page.says(words().faults_title);
    let told =
        page.texts_of("return [...document.querySelectorAll('[role=status] li')].map(e => e.textContent)");
    for (record, fault) in
        [("observations[3]", "lots"), ("observations[5]", "per-fortnight"), ("observations[7]", "colour")]
    {
        let named = told.iter().any(|line| line.contains("toolkit.json") && line.contains(fault));
        assert!(named, "{record} is named with {fault}: {told:?}");
    }
    assert!(whole > 10);
    for name in METRICS {
        assert!(!page.marks(name).is_empty(), "{name} is shown");
    }
}

/// What the static overview shows when there will be no other.
#[track_caller]
fn only_static(page: &Page, query: &str) {
    page.go(query);
    page.says(&squeezed(frame().program_failed));
    // The message may still be that of the page before.
    page.until("the headline", || !page.headline("participation").is_empty());
    let headline = page.headline("participation");
    page.find("heading", &headline);
    assert!(!page.marks("participation").is_empty(), "the chart is seen");
    assert!(page.in_figure("participation", "button", words().show_table).len() == 1);
}

fn without_webassembly_the_overview_stays(page: &Page) {
    // WebKit does not hold the first page of a process to it.
    page.open("");
    page.site.policy(|policy| policy.replace(" 'wasm-unsafe-eval'", ""));
    only_static(page, "");
    only_static(page, "?scale=linear");
    only_static(page, "?campaign=nhs-choir");
}

/// The program's other file may be kept by the browser, so each has a story of its own.
fn without_a_file_of_the_program(page: &Page, ending: &str) {
    let file = page.site.file_ending(ending);
    for answer in [Answer::Status(404), Answer::Text("gar bage".to_owned()), Answer::HungUp] {
        page.site.answer(&file, answer);
        only_static(page, "");
        only_static(page, "?scale=linear");
    }
}

fn without_the_program_the_overview_stays(page: &Page) {
    without_a_file_of_the_program(page, ".wasm");
}

fn without_the_programs_script_the_overview_stays(page: &Page) {
    without_a_file_of_the_program(page, ".js");
}

/// A browser, or an administrator's setting, that has none at all.
fn a_browser_without_webassembly_shows_the_overview(page: &Page) {
    page.before_each_page("delete self.WebAssembly");
    only_static(page, "");
    only_static(page, "?view=campaigns");
}

/// Asked through the accessibility tree: the page cannot run what asks it.
fn without_scripts_the_overview_is_read(page: &Page) {
    page.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    for query in ["", "?scale=linear"] {
        page.go(query);
        let names = || -> String {
            let tree = page.devtools("Accessibility.getFullAXTree", json!({}));
            let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
            let seen = nodes.iter().filter(|node| node["ignored"] != json!(true));
            seen.filter_map(|node| node["name"]["value"].as_str()).collect::<Vec<_>>().join("\n")
        };
        page.until("the sentence that scripts are off", || names().contains(frame().no_script));
        let names = names();
        for text in [words().overview_title, "702,132 pledges", "not reported", words().matrix_title] {
            assert!(names.contains(text), "{query:?}: {text:?} is read: {names}");
        }
    }
}

stories![
    AnyEngine a_missing_file_is_named_and_tried_again,
    AnyEngine a_refusing_server_is_named_and_tried_again,
    AnyEngine an_unreadable_file_is_named_and_tried_again,
    AnyEngine no_network_is_said_and_tried_again,
    DevTools a_file_that_takes_too_long_is_given_up_and_tried_again,
    AnyEngine further_campaigns_that_fail_are_tried_again,
    AnyEngine a_faulty_record_is_named_and_the_rest_is_shown,
    AnyEngine without_webassembly_the_overview_stays,
    AnyEngine without_the_program_the_overview_stays,
    AnyEngine without_the_programs_script_the_overview_stays,
    DevTools a_browser_without_webassembly_shows_the_overview,
    DevTools without_scripts_the_overview_is_read,
];
