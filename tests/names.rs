//! What can be followed or pressed is called by the words that are seen in it,
//! in one piece and in their order, so that it can be called by speech (WCAG
//! 2.5.3); and what is pressed does something. Holds for the shipped data, in every way in
//! which it is shown.

use groundswell::chart::{ScaleKind, SpecOptions};
use groundswell::compare::{Choice, Filter, Selection, SourceScope, compare};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::figure::{
    Controls, FigureOptions, Panel, Parts, about_html, campaign_html, campaigns_html, controls_html, figure,
    matrix_html, metric_figure, page_html,
};
use groundswell::format::Language;
use groundswell::model::{Dataset, FigureName};
use groundswell::state::Command;
use html5ever::parse_document;
use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use std::fs;
use std::path::Path;

const ENGLISH: Language = Language::English;

fn dataset() -> Dataset {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data");
    let text = |file: &str| fs::read_to_string(folder.join(file)).unwrap();
    let catalogue = read_catalogue("index.json", &text("index.json")).unwrap();
    let files = catalogue.collections.iter().enumerate();
    let parts: Vec<_> = files.map(|(at, c)| read_collection(&c.file, &text(&c.file), at).unwrap()).collect();
    join(&catalogue, parts).0
}

/// The words of a text, without what is not heard, each between spaces.
fn words(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |words, word| words + &word.to_lowercase() + " ")
}

fn text_of(node: &Handle, text: &mut String) {
    if let NodeData::Text { contents } = &node.data {
        text.push_str(&contents.borrow());
    }
    node.children.borrow().iter().for_each(|child| text_of(child, text));
}

/// Counts the elements with a name of their own, and notes those whose name is
/// not what is seen.
fn check(node: &Handle, named: &mut usize, faults: &mut Vec<String>) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attribute = |wanted: &str| {
            let attrs = attrs.borrow();
            attrs.iter().find(|attribute| &*attribute.name.local == wanted).map(|a| a.value.to_string())
        };
        let is_called = ["a", "button", "summary", "input", "select"].contains(&&*name.local)
            || attribute("role").as_deref() == Some("img");
        if let Some(label) = attribute("aria-label").filter(|_| is_called) {
            let mut seen = String::new();
            text_of(node, &mut seen);
            *named += 1;
            // A dash alone has no words that one could say, nor has a mark of the key.
            if attribute("class").as_deref() != Some("none")
                && !(&*name.local == "svg" && seen.is_empty())
                // A point whose name found no room is called by it all the same.
                && !(attribute("class").as_deref() == Some("row point") && seen.trim().is_empty())
                && (words(&seen) == " " || !words(&label).contains(&words(&seen)))
            {
                faults.push(format!("\u{201c}{seen}\u{201d} is called \u{201c}{label}\u{201d}"));
            }
        }
    }
    node.children.borrow().iter().for_each(|child| check(child, named, faults));
}

fn faults(html: &str) -> (usize, Vec<String>) {
    let (mut named, mut faults) = (0, Vec::new());
    check(&parse_document(RcDom::default(), Default::default()).one(html).document, &mut named, &mut faults);
    (named, faults)
}

#[test]
fn a_row_is_called_by_what_is_seen_in_it() {
    let dataset = dataset();
    let mut choices: Vec<Choice> =
        SourceScope::ALL.iter().map(|&scope| Choice { scope, ..Choice::default() }).collect();
    choices.extend(dataset.campaigns.iter().map(|campaign| Choice {
        scope: SourceScope::Further,
        selection: Selection::Only(vec![campaign.id.clone()]),
        ..Choice::default()
    }));
    let (mut rows, mut found) = (0, Vec::new());
    for choice in &choices {
        for &metric in FigureName::ALL {
            for &scale in ScaleKind::ALL {
                for (expanded, alone) in [(false, false), (true, false), (true, true)] {
                    let spec = SpecOptions { scale, expanded, alone, ..SpecOptions::default() };
                    let figure =
                        figure(&dataset, choice, metric, FigureOptions { spec, ..Default::default() });
                    for scene in &figure.scenes {
                        let (named, faults) = faults(&scene.svg("A chart"));
                        assert_eq!(named, scene.marks.len(), "every row has a name");
                        rows += named;
                        found.extend(faults);
                    }
                }
            }
        }
    }
    found.sort();
    found.dedup();
    assert_eq!(found, [""; 0]);
    assert!(rows > 1_000, "only {rows} rows");
}

/// Pages of the site, with each panel of choices open in turn.
fn pages(dataset: &Dataset) -> Vec<String> {
    let further = Choice { scope: SourceScope::Further, ..Choice::default() };
    let mut pages = vec![
        page_html(dataset, ENGLISH),
        matrix_html(dataset, &further, ENGLISH),
        campaigns_html(dataset, &further, ENGLISH),
        about_html(ENGLISH),
    ];
    pages.extend(dataset.campaigns.iter().filter_map(|c| campaign_html(dataset, &c.id, ENGLISH)));
    pages.extend(Panel::ALL.iter().map(|&panel| {
        let controls = Controls { awake: true, open: Some(panel), ..Controls::default() };
        controls_html(dataset, &further, &Filter::default(), ScaleKind::Log, &controls, ENGLISH)
    }));
    pages
}

#[test]
fn a_link_and_a_button_are_called_by_what_is_seen_in_them() {
    let dataset = dataset();
    let (mut all, mut found) = (0, Vec::new());
    for page in pages(&dataset) {
        let (named, faults) = faults(&page);
        all += named;
        found.extend(faults);
    }
    assert_eq!(found, [""; 0]);
    assert!(all > 100, "only {all} names");
}

/// What an attribute holds, each time it stands in that HTML.
fn held_by<'a>(html: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    html.split(&start).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[test]
fn every_control_bears_the_name_of_what_it_does() {
    let dataset = dataset();
    let mut shown = pages(&dataset);
    for scope in [SourceScope::Published, SourceScope::Further] {
        let choice = Choice { scope, ..Choice::default() };
        for &name in FigureName::ALL {
            for expanded in [false, true] {
                let spec = SpecOptions { expanded, ..SpecOptions::default() };
                let parts = Parts::Open { table: true, sources: true };
                let options = FigureOptions { spec, open: Some(true), parts, ..Default::default() };
                // As the program shows each.
                shown.push(match name.metric() {
                    Some(metric) => {
                        metric_figure(&dataset, &compare(&dataset, &choice, metric), options).html
                    }
                    None => figure(&dataset, &choice, name, options).html,
                });
            }
        }
    }
    let mut verbs = Vec::new();
    for page in &shown {
        for name in held_by(page, "data-do") {
            // A list adds to its name what is picked; a field is typed into.
            let picked = format!("{name}-unrecorded");
            let whole = if name.starts_with("filter-") && !name.ends_with('-') { &picked } else { name };
            assert!(name == "seek" || Command::named(whole, true).is_some(), "nobody knows {whole}");
            verbs.extend(name.split('-').next().map(str::to_owned));
        }
    }
    verbs.sort();
    verbs.dedup();
    for verb in ["accept", "against", "campaign", "copy", "expand", "filter", "panel", "reset", "sort"] {
        assert!(verbs.iter().any(|known| known == verb), "no control of the kind {verb} was seen: {verbs:?}");
    }
}

#[test]
fn another_name_is_found() {
    let is_fault = |html: &str| faults(html) != (1, Vec::new());
    assert!(!is_fault("<a aria-label=\"Reach, 2014: 5 people\"><text>Reach</text>\n<text>2014</text></a>"));
    for other in [
        "<a aria-label=\"Reach: 5\">Reach, 2014</a>",
        "<a aria-label=\"2014: reach\">Reach 2014</a>",
        "<a aria-label=\"Reaching\">Reach</a>",
        "<a aria-label=\"Reach, in 2014\"><b>Reach</b> 2014</a>",
        "<button aria-label=\"Reach\"></button>",
        "<p aria-label=\"Reach\">2014</p>",
    ] {
        assert!(is_fault(other), "{other}");
    }
}
