//! The pages beside the overview, and getting about.

use super::{frame, words};
use crate::page::{Page, key, squeezed};
use crate::stories::stories;
use serde_json::{Value, json};

fn a_campaign_tells_its_story_and_its_facts(page: &Page) {
    page.open("?campaign=missing-type");
    let toolkit: Value = serde_json::from_str(&page.site.file("data/toolkit.json")).expect("JSON");
    let campaigns = toolkit["campaigns"].as_array().expect("campaigns");
    let campaign = campaigns.iter().find(|c| c["id"] == "missing-type").expect("the campaign");
    let text = squeezed(&page.visible_text());
    page.find("heading", campaign["name"].as_str().expect("a name"));
    if let Some(story) = campaign["story"].as_str() {
        assert!(text.contains(&squeezed(story)), "the story is told: {text}");
    }
    for fact in [words().fact_who, words().fact_where, words().fact_when, words().fact_on, words().fact_aim] {
        assert!(text.contains(fact), "{fact} is answered");
    }
    page.find("heading", words().objectives_title);
    let table = page.elements("return [...document.querySelectorAll('main table')]", &[]);
    assert!(!table.is_empty(), "objectives stand beside results");
}

/// Every observation of every campaign at the start, counted from the files.
fn every_observation_has_its_wording_and_its_source(page: &Page) {
    let files: Vec<Value> = ["data/toolkit.json", "data/published.json"]
        .iter()
        .map(|file| serde_json::from_str(&page.site.file(file)).expect("JSON"))
        .collect();
    let observations: Vec<&Value> =
        files.iter().flat_map(|file| file["observations"].as_array().into_iter().flatten()).collect();
    page.open("?view=campaigns");
    let ids = page.texts_of("return [...document.querySelectorAll('main .campaigns a[href*=\"campaign=\"]')].map(a => new URL(a.href).searchParams.get('campaign'))");
    assert_eq!(ids.len(), super::CAMPAIGNS_AT_START, "{ids:?}");
    for id in ids {
        page.open(&format!("?campaign={id}"));
        let expected: Vec<&&Value> = observations.iter().filter(|o| o["campaign"] == json!(id)).collect();
        let shown = page.texts_of("return [...document.querySelectorAll('main [id^=o][tabindex]')].filter(e => /^o[0-9]+$/.test(e.id)).map(e => e.innerText)");
        assert_eq!(shown.len(), expected.len(), "observations of {id}");
        let all = squeezed(&shown.join(" "));
        for observation in expected {
            if let Some(wording) = observation["wording"].as_str() {
                assert!(all.contains(&squeezed(wording)), "{id} lacks the wording {wording:?}");
            }
        }
        for text in shown {
            assert!(
                text.contains('“') || text.contains(words().not_recorded),
                "{id}: no wording in {text:?}"
            );
            assert!(text.contains('('), "{id}: nobody says so in {text:?}");
        }
        if observations.iter().all(|o| o["campaign"] != json!(id)) {
            page.says(words().no_figures);
        }
    }
}

fn previous_and_next_lead_through_the_campaigns(page: &Page) {
    page.open("?view=campaigns");
    let names = page.texts_of("return [...document.querySelectorAll('main h2 a')].map(a => a.textContent)");
    page.follow(&names[0]);
    for name in &names[1..3] {
        page.follow(&format!("{}: {name}", words().next));
        page.until("the next campaign", || {
            page.text_of("return document.title").contains(name.split(" 20").next().unwrap_or_default())
        });
    }
    page.follow(&format!("{}: {}", words().previous, names[1]));
    page.until("the previous campaign", || page.has("link", &format!("{}: {}", words().next, names[2])));
    page.follow(words().see_in_overview);
    page.find("button", "Campaigns: 1 of 8");
    // Of a campaign that is loaded on request, too.
    page.open("?campaign=stoptober");
    page.follow(words().see_in_overview);
    page.query_becomes("?sources=further&campaigns=stoptober");
    page.find("button", "Campaigns: 1 of 54");
}

fn the_page_explains_its_figures(page: &Page) {
    page.open("");
    page.follow(words().nav_about);
    page.find("heading", words().nav_about);
    let text = page.visible_text().to_lowercase();
    for subject in ["reach", "impressions", "participation", "accessib", "browser", "fingerprint"] {
        assert!(text.contains(subject), "nothing is said of {subject}");
    }
}

fn each_view_has_its_title_and_its_place_in_the_navigation(page: &Page) {
    page.open("");
    let title = || page.text_of("return document.title");
    let mut titles = vec![title()];
    let current = "return document.querySelector('nav [aria-current=page]')?.textContent ?? ''";
    assert_eq!(page.text_of(current), frame().nav_overview);
    for name in [frame().nav_campaigns, words().nav_about] {
        page.follow(name);
        page.until("the navigation to say where", || page.text_of(current) == name);
        // The title waits for the paint.
        page.until("a title of its own", || !titles.contains(&title()));
        titles.push(title());
    }
    page.open("?campaign=missing-type");
    page.until("a title of its own", || !titles.contains(&title()));
    titles.push(title());
    assert!(
        titles[3].contains("Missing Type") && titles.iter().all(|title| title.contains("Groundswell")),
        "{titles:?}"
    );
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), 4, "each has its own: {titles:?}");
}

fn a_new_view_begins_with_the_focus_on_its_heading(page: &Page) {
    page.open("");
    for name in [frame().nav_campaigns, words().nav_about] {
        page.ask("scrollTo({top: document.body.scrollHeight, behavior: 'instant'})");
        page.follow(name);
        page.until("the focus on the heading", || page.role(&page.focused()) == "heading");
        assert_eq!(page.label(&page.focused()), name);
        page.wait_for("the top of the page", "return scrollY === 0");
    }
}

fn the_first_link_skips_to_the_content(page: &Page) {
    page.open("");
    page.press(&[key::TAB]);
    let skip = page.find("link", frame().skip_to_content);
    assert!(page.is_focused(&skip), "it is the first stop, and can be seen");
    let closed = "return document.querySelectorAll('details[data-open-figure]:not([open])').length";
    let before = page.ask(closed);
    page.press(&[key::ENTER]);
    page.until("the focus in the content", || page.role(&page.focused()) == "main");
    page.press(&[key::TAB]);
    let script = "return document.querySelector('main').contains(document.activeElement)";
    assert_eq!(page.ask(script), json!(true), "the next stop is in the content");
    assert_eq!(page.ask(closed), before, "what is closed stays closed");
    assert_eq!(page.query(), "");
}

/// The reader's theme is kept, and stands before the program runs.
fn a_theme_is_kept(page: &Page) {
    page.open("");
    let background = "return getComputedStyle(document.body).backgroundColor";
    let light = page.text_of(background);
    page.tab_to(&page.find_starting("combobox", frame().theme));
    page.write(&frame().themes[2][..1]);
    page.until("the theme to change", || page.text_of(background) != light);
    let dark = page.text_of(background);
    assert_eq!(page.query(), "", "a link never changes how somebody else's page looks");
    page.site.answer("data/index.json", crate::site::Answer::Stalled);
    let program = page.site.file_ending(".js");
    page.site.answer(&program, crate::site::Answer::Stalled);
    page.go("");
    page.wait_for("the static page", "return document.querySelector('main figure')");
    assert_eq!(page.text_of(background), dark, "before the program runs");
    page.site.release(&program);
    page.site.release("data/index.json");
    page.is_alive();
    assert_eq!(page.text_of(background), dark);
    let select = page.find_starting("combobox", frame().theme);
    assert_eq!(page.property(&select, "value"), "dark");
}

stories![
    AnyEngine a_campaign_tells_its_story_and_its_facts,
    AnyEngine every_observation_has_its_wording_and_its_source,
    AnyEngine previous_and_next_lead_through_the_campaigns,
    AnyEngine the_page_explains_its_figures,
    AnyEngine each_view_has_its_title_and_its_place_in_the_navigation,
    AnyEngine a_new_view_begins_with_the_focus_on_its_heading,
    AnyEngine the_first_link_skips_to_the_content,
    AnyEngine a_theme_is_kept,
];
