//! What stands on the overview, and is true.

use super::{CAMPAIGNS_AT_START, METRICS, words};
use crate::page::{Page, key, squeezed};
use crate::site::Answer;
use crate::stories::stories;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The rows of a figure's table that hold an observation: the campaign's id,
/// and the text of each cell.
fn observations(page: &Page, figure: &str) -> Vec<(String, Vec<String>)> {
    page.open_table(figure);
    let script = "
        return [...document.querySelectorAll('figure[data-figure=' + arguments[0] + '] table tr')].flatMap(row => {
            const link = row.querySelector('a[href*=\"#o\"]');
            return link ? [[link.getAttribute('href'), ...[...row.cells].map(cell => cell.textContent)]] : [];
        })";
    let rows = page.ask_with(script, &[json!(figure)]);
    let text = |value: &Value| squeezed(value.as_str().unwrap_or_default());
    rows.as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| {
            let (link, cells) = row.as_array()?.split_first()?;
            let link = text(link);
            let id = link.split_once("campaign=")?.1.split(['#', '&']).next()?;
            Some((id.to_owned(), cells.iter().map(text).collect()))
        })
        .collect()
}

/// A number as the page writes it: digits with commas.
fn number(text: &str) -> Option<f64> {
    let digits: String = text.chars().take_while(|c| c.is_ascii_digit() || ",.".contains(*c)).collect();
    digits.replace(',', "").trim_end_matches('.').parse().ok()
}

fn the_reader_sees_reach_impressions_and_participation(page: &Page) {
    page.open("");
    for name in ["reach", "impressions", "participation"] {
        let figure = page.figure(name);
        assert_eq!(page.role(&figure), "figure", "{name}");
        let label = page.label(&figure);
        assert!(label.split(' ').count() > 4, "the headline of {name} says something: {label:?}");
        page.find("heading", &label);
        assert!(!page.marks(name).is_empty(), "{name} has marks that can be seen");
    }
}

/// Recomputed from the figure's own table, in another way than the page does.
/// What the editions of a campaign share, by the id of one.
fn series(page: &Page, id: &str) -> String {
    let files = ["toolkit", "published"].map(|name| page.site.file(&format!("data/{name}.json")));
    let data = files.map(|text| serde_json::from_str::<Value>(&text).expect("JSON"));
    let campaigns = data.iter().flat_map(|data| data["campaigns"].as_array().into_iter().flatten());
    let found = campaigns.into_iter().find(|campaign| campaign["id"] == id);
    found.and_then(|campaign| campaign["series"].as_str()).unwrap_or(id).to_owned()
}

fn each_headline_is_true_of_its_table(page: &Page) {
    const WORDS: [&str; 9] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight"];
    let mut checked = 0;
    let open = "?open=views,engagement";
    for choice in ["", "&sources=toolkit", "&campaigns=nhs-change-day,missing-type,nhs-choir"] {
        let query = &format!("{open}{choice}");
        page.open(query);
        for name in METRICS {
            let (headline, rows) = (page.headline(name), observations(page, name));
            let campaigns: BTreeSet<&String> = rows.iter().map(|(id, _)| id).collect();
            if let Some((_, after)) = headline.split_once(" drew ") {
                let amount = after.split(' ').next().unwrap_or_default();
                let ratio = after.split_once(", ").and_then(|(_, ratio)| number(ratio)).expect("a ratio");
                let row = rows.iter().find(|(_, cells)| cells[2] == amount && cells[4].contains(": "));
                let (_, cells) = row.unwrap_or_else(|| panic!("{headline:?} has its row: {rows:?}"));
                let (result, target) =
                    (number(amount).expect("a result"), number(&cells[4]).expect("a target"));
                assert!((result / target - ratio).abs() < 0.1, "{headline:?}: {result} / {target}");
                checked += 1;
            } else if let Some(count) =
                WORDS.iter().position(|word| headline.starts_with(&format!("{word} campaign")))
            {
                // "report the same thing" counts the campaigns of one lane only.
                assert!(count <= campaigns.len(), "{name}, {query}: {headline:?} of {campaigns:?}");
                if headline.contains("counted the same thing") {
                    // Editions of one may have.
                    let apart: BTreeSet<String> = campaigns.iter().map(|id| series(page, id)).collect();
                    let several = apart.len() < campaigns.len();
                    assert_eq!(headline.contains("different ones"), several, "{name}: {headline:?}");
                }
                if !headline.contains("the same thing, ") {
                    assert_eq!(count, campaigns.len(), "{name}, {query}: {headline:?} of {campaigns:?}");
                }
                checked += 1;
            } else if headline.starts_with("None of the ")
                || headline.starts_with("The chosen campaign does not")
            {
                assert!(campaigns.is_empty(), "{name}, {query}: {headline:?} of {campaigns:?}");
                checked += 1;
            }
        }
    }
    assert!(checked >= 8, "only {checked} headlines have a form that this test knows");
}

fn views_and_engagement_open_and_close(page: &Page) {
    page.open("");
    for name in ["views", "engagement"] {
        assert!(page.marks(name).is_empty(), "{name} is closed at first");
        page.activate(&page.find("button", &page.headline(name)));
        page.until("the figure to open", || !page.marks(name).is_empty());
        page.until("the link to say so", || page.query().contains(name));
        // The focus stayed where it was.
        page.press(&[crate::page::key::ENTER]);
        page.until("the figure to close", || page.marks(name).is_empty());
        page.query_becomes("");
    }
}

fn each_campaign_that_reports_nothing_has_its_row(page: &Page) {
    for name in METRICS {
        page.open(&format!("?open=views,engagement&all={name}"));
        let reporting: BTreeSet<String> = observations(page, name).into_iter().map(|(id, _)| id).collect();
        let labels = page.labels(name);
        let silent: Vec<&String> = labels.iter().filter(|label| label.contains("not reported")).collect();
        assert_eq!(
            reporting.len() + silent.len(),
            CAMPAIGNS_AT_START,
            "{name}: {reporting:?} and {silent:?}"
        );
        assert!(silent.iter().all(|label| !label.starts_with("not reported")), "each is named: {silent:?}");
        // They stand at the end.
        let first = labels.iter().position(|label| label.contains("not reported")).unwrap_or(labels.len());
        assert_eq!(labels.len() - first, silent.len(), "{name}: {labels:?}");
    }
}

/// Counted from the files, not by the page's own reading.
fn every_chart_has_every_observation_in_its_table(page: &Page) {
    page.open("?open=views,engagement");
    let files: Vec<Value> = ["data/toolkit.json", "data/published.json"]
        .iter()
        .map(|file| serde_json::from_str(&page.site.file(file)).expect("the data is JSON"))
        .collect();
    for name in METRICS {
        // What was counted before a campaign is compared with, but no result of it.
        let of_metric = |observation: &&Value| {
            observation["definition"].as_str().is_some_and(|id| id.split('.').next() == Some(name))
                && observation["role"] != json!("base")
        };
        let expected: usize = files
            .iter()
            .map(|file| file["observations"].as_array().into_iter().flatten().filter(of_metric).count())
            .sum();
        let rows = observations(page, name);
        assert!(expected > 0);
        assert_eq!(rows.len(), expected, "rows of the table of {name}: {rows:?}");
    }
}

fn the_table_opens_under_every_chart(page: &Page) {
    page.open("?open=views,engagement");
    for name in METRICS {
        assert!(page.in_figure(name, "table", "").is_empty(), "{name}: the table is closed at first");
        page.open_table(name);
        let table = &page.in_figure(name, "table", "")[0];
        assert_eq!(page.label(table), page.headline(name), "the table is called as its figure");
    }
}

fn more_rows_are_shown_on_demand(page: &Page) {
    page.open("");
    let before = page.marks("participation").len();
    let links = page.in_figure("participation", "link", "Show all ");
    assert_eq!(links.len(), 1);
    page.activate(&links[0]);
    page.query_becomes("?all=participation");
    page.until("more rows", || page.marks("participation").len() > before);
    let fewer = page.in_figure("participation", "link", words().show_fewer);
    page.activate(&fewer[0]);
    page.until("fewer rows again", || page.marks("participation").len() == before);
}

fn a_cell_of_the_matrix_leads_to_its_figure(page: &Page) {
    page.open("");
    page.activate(
        &page.find("link", "Missing Type 2016, outtakes: 3 figures; to the chart of participation"),
    );
    page.figure_has_the_focus("participation");
    let seen =
        "const box = arguments[0].getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0";
    page.until("the figure to be in view", || {
        page.ask_with(seen, &[page.figure("participation").argument()]) == json!(true)
    });
}

/// A cell that counts a closed figure's observations opens it.
fn a_cell_of_the_matrix_opens_a_closed_figure(page: &Page) {
    page.open("");
    let script = "return [...document.querySelectorAll('table a[href=\"#figure-views\"], table a[href=\"#figure-engagement\"]')]";
    let cells = page.elements(script, &[]);
    let Some(cell) = cells.first() else { return };
    let name = page.property(cell, "hash").replace("#figure-", "");
    page.activate(cell);
    page.until("the figure to open", || !page.marks(&name).is_empty());
    page.query_becomes(&format!("?open={name}"));
    page.figure_has_the_focus(&name);
}

/// What is reported instead is among what is seen where its row leads.
fn what_is_reported_instead_is_there(page: &Page) {
    page.open("");
    let row = page.find_starting("link", "Missing Type 2015: not reported; reports reach: 347,619,784");
    page.click(&row);
    page.query_becomes("?all=reach");
    let label = "return document.activeElement.getAttribute('aria-label') ?? ''";
    page.until("the focus on what is reported", || page.text_of(label).contains("347,619,784"));
}

/// Where the eight are counted, and where they are listed.
fn further_campaigns_are_offered(page: &Page) {
    for (address, becomes) in
        [("", "?sources=further"), ("?view=campaigns", "?view=campaigns&sources=further")]
    {
        page.open(address);
        page.tab_to(&page.find("link", words().show_further));
        page.press(&[crate::page::key::ENTER]);
        page.query_becomes(becomes);
        page.until("the offer to go", || !page.has("link", words().show_further));
        page.until("the further campaigns", || page.visible_text().contains("Movember"));
        let focused = "return document.activeElement.tagName";
        page.until("the focus to be on the heading", || page.text_of(focused) == "H1");
    }
}

/// Who does something else while they are loaded comes back to the heading.
fn the_focus_is_not_lost_behind_another_window(page: &Page) {
    page.open("");
    page.tab_to(&page.find("link", words().show_further));
    page.behind_another_window(|| {
        page.ask("document.activeElement.click()");
        page.until("the further campaigns", || page.visible_text().contains("Movember"));
        page.wait_for("the focus on the heading", "return document.activeElement.tagName === 'H1'");
    });
}

fn further_campaigns_are_loaded_only_when_asked_for(page: &Page) {
    page.open("");
    page.open("?view=campaigns");
    page.open("?campaign=missing-type");
    assert_eq!(page.site.asked_for("data/further.json"), 0, "{:?}", page.site.requests());
    page.open("?sources=further");
    page.until("the further campaigns", || {
        page.find_starting("button", "Campaigns:") != page.figure("reach")
    });
    page.find_starting("button", "Campaigns: 54 of 54");
    assert_eq!(page.site.asked_for("data/further.json"), 1);
}

/// A file was replaced on the server, and nobody has renewed the page's static
/// parts yet: what is read is what counts.
fn newer_data_replaces_what_the_page_was_built_with(page: &Page) {
    page.open("");
    let before = page.headline("participation");
    assert!(before.contains("702,132"), "{before}");
    for name in ["data/toolkit.json", "data/published.json"] {
        let mut data: Value = serde_json::from_str(&page.site.file(name)).expect("JSON");
        for observation in data["observations"].as_array_mut().into_iter().flatten() {
            if observation["value"] == json!(702_132) {
                observation["value"] = json!(812_345);
                observation["wording"] = json!("812,345 pledges");
            }
        }
        if name == "data/toolkit.json" {
            let mut campaign = data["campaigns"][0].clone();
            campaign["id"] = json!("newer-campaign");
            campaign["name"] = json!("A newer campaign");
            data["campaigns"].as_array_mut().expect("campaigns").push(campaign);
        }
        page.site.answer(name, Answer::Text(data.to_string()));
    }
    for query in ["", "?scale=linear"] {
        page.open(query);
        page.until("the newer figure in the headline", || {
            page.headline("participation").starts_with("NHS Change Day 2014 drew 812,345 pledges, 1.6 times")
        });
        page.says("Nine campaigns of health");
        page.find("button", "Campaigns: 9 of 9");
        let labels = page.labels("participation").join("\n");
        assert!(labels.contains("812,345") && !labels.contains("702,132"), "{labels}");
        let text = page.visible_text();
        assert!(!text.contains("702,132"), "nothing is left of the older figure at {query:?}");
        assert!(text.contains("A newer campaign"), "the newer campaign has its rows");
    }
    page.open("?campaign=nhs-change-day");
    page.says("“812,345 pledges”");
}

/// Whoever times the page can rely on the signal: never before the charts.
fn the_page_says_when_its_charts_are_alive(page: &Page) {
    page.site.answer("data/toolkit.json", Answer::Stalled);
    page.go("");
    page.until("the data to be asked for", || page.site.asked_for("data/toolkit.json") > 0);
    page.wait_for("the static overview", "return document.querySelector('main figure svg')");
    assert_eq!(page.ask("return 'ready' in document.documentElement.dataset"), json!(false));
    page.site.release("data/toolkit.json");
    page.is_alive();
    assert_eq!(page.ask("return performance.getEntriesByName('charts-painted').length"), json!(1));
}

/// The program's drawing and that of the native program are the same. (Both go
/// through one parser, so what differs in the page differed before.) The data says
/// the same in other bytes, so that everything is drawn anew. What is closed the
/// program makes when it is opened, and of the layouts the one that fits.
fn the_program_draws_what_was_drawn_before_it_came(page: &Page) {
    page.site.answer("data/toolkit.json", Answer::Stalled);
    page.go("");
    let read = "return document.readyState !== 'loading' && document.querySelector('footer')";
    page.wait_for("the page to be read", read);
    let parts = "
        const open = [...document.querySelectorAll('figure[data-figure]')].filter(f => !f.querySelector('[data-open-figure]'));
        const parts = open.flatMap(f => [...f.querySelectorAll('figcaption, svg.chart, .unseen, ul')]);
        const shown = parts.filter(part => part.getClientRects().length);
        return [...shown, document.querySelector('main h1'), document.querySelector('.lead'), document.getElementById('matrix')]
            .map(part => part.outerHTML)";
    let drawn = page.texts_of(parts);
    assert!(drawn.len() > 10, "{drawn:?}");
    let same = page.site.file("data/toolkit.json") + "\n";
    page.site.answer("data/toolkit.json", Answer::Text(same));
    page.open("");
    assert_eq!(
        page.ask("return document.querySelectorAll('svg.chart.narrow').length"),
        json!(0),
        "all is anew"
    );
    let alive = page.texts_of(parts);
    assert_eq!(drawn.len(), alive.len());
    for (before, after) in drawn.iter().zip(alive) {
        assert_eq!(*before, after);
    }
}

/// Where the data is what the page was built with, nothing is drawn again.
fn what_stands_is_left_as_it_is(page: &Page) {
    page.site.answer("data/toolkit.json", Answer::Stalled);
    page.go("");
    let read = "return document.readyState !== 'loading' && document.querySelector('footer')";
    page.wait_for("the page to be read", read);
    page.ask(
        "document.querySelectorAll('#overview figure *, #matrix *').forEach(element => element.stood = true)",
    );
    let count = "return document.querySelectorAll('#overview figure *, #matrix *').length";
    let stood = page.ask(count);
    page.site.release("data/toolkit.json");
    page.is_alive();
    // Also what is drawn for nobody, once the page has come to rest, changes nothing.
    let rested =
        "return performance.now() > performance.getEntriesByName('charts-painted')[0].startTime + 500";
    page.wait_for("the page to have come to rest", rested);
    let new = "return [...document.querySelectorAll('#overview figure *, #matrix *')].filter(element => !element.stood).length";
    assert_eq!(page.ask(new), json!(0));
    assert_eq!(page.ask(count), stood, "nothing is taken away");
    page.press_button("Scale:");
    page.ask("document.querySelector('[data-do=scale-linear]').click()");
    page.wait_for("a choice to be drawn", &new.replace("return ", "return 0 < "));
}

/// A table is sorted by a column one way, then the other, then as it was; only within what
/// counts the same, and that is said. A link reopens it so.
fn a_table_is_sorted_by_a_column(page: &Page) {
    let whens = "return [...document.querySelectorAll('#figure-participation tbody')].map(b => \
                 [...b.querySelectorAll('tr')].slice(1).map(r => r.cells[1].textContent).join('|'))";
    let way = "return document.querySelector('#figure-participation th[aria-sort]')?.ariaSort ?? 'none'";
    let caption =
        || page.text_of("return document.querySelector('#figure-participation caption').textContent");
    page.open("");
    page.open_table("participation");
    let before = page.texts_of(whens);
    let when = "return [document.querySelector('[data-do=sort-participation-when]')]";
    page.activate(&page.elements(when, &[])[0]);
    page.query_becomes("?sort=participation.when");
    let [newest, oldest] = words().sorted[1];
    page.until("the order to be said", || caption().contains(newest) && page.text_of(way) == "descending");
    let sorted = page.texts_of(whens);
    assert_eq!(sorted.len(), before.len(), "what counts the same stays together");
    let said = "return document.getElementById('announcement').textContent";
    page.until("the order to be announced", || page.text_of(said).contains(newest));
    page.press(&[key::ENTER]);
    page.query_becomes("?sort=participation.when.reversed");
    page.until("the other way", || caption().contains(oldest) && page.text_of(way) == "ascending");
    let turned = page.texts_of(whens);
    assert!(turned != sorted, "{turned:?}");
    page.press(&[key::ENTER]);
    page.query_becomes("");
    page.until("as it was", || page.texts_of(whens) == before);
    page.open("?sort=participation.when.reversed");
    page.until("what the link asks for", || page.texts_of(whens) == turned);
    assert_eq!(page.in_figure("participation", "table", "").len(), 1, "what is sorted is seen");
}

stories![
    AnyEngine a_table_is_sorted_by_a_column,
    AnyEngine the_reader_sees_reach_impressions_and_participation,
    AnyEngine each_headline_is_true_of_its_table,
    AnyEngine views_and_engagement_open_and_close,
    AnyEngine each_campaign_that_reports_nothing_has_its_row,
    AnyEngine every_chart_has_every_observation_in_its_table,
    AnyEngine the_table_opens_under_every_chart,
    AnyEngine more_rows_are_shown_on_demand,
    AnyEngine a_cell_of_the_matrix_leads_to_its_figure,
    AnyEngine a_cell_of_the_matrix_opens_a_closed_figure,
    AnyEngine what_is_reported_instead_is_there,
    AnyEngine further_campaigns_are_offered,
    AnyEngine the_focus_is_not_lost_behind_another_window,
    AnyEngine further_campaigns_are_loaded_only_when_asked_for,
    AnyEngine newer_data_replaces_what_the_page_was_built_with,
    AnyEngine the_page_says_when_its_charts_are_alive,
    AnyEngine the_program_draws_what_was_drawn_before_it_came,
    AnyEngine what_stands_is_left_as_it_is,
];
