//! The address carries the choices: a link reopens exactly what was seen.

use super::words;
use crate::page::{Page, key};
use crate::stories::stories;

fn a_reload_reopens_exactly_what_was_seen(page: &Page) {
    page.open("");
    page.press_button(&format!("{}:", words().choose_scale));
    page.tab_to(&page.find("radio", words().scales[0]));
    page.press(&[key::DOWN]);
    page.press_button(&format!("{}:", words().choose_campaigns));
    page.tab_to(&page.find("checkbox", "NHS Choir"));
    page.press(&[key::SPACE]);
    page.find("button", "Campaigns: 7 of 8");
    page.all_is_drawn();
    page.activate(&page.find("button", &page.headline("views")));
    page.all_is_drawn();
    page.activate(&page.in_figure("participation", "link", "Show all ")[0]);
    page.until("every choice in the address", || {
        ["scale=linear", "campaigns=", "open=views", "all=participation"]
            .iter()
            .all(|part| page.query().contains(part))
    });
    page.all_is_drawn();
    let (query, seen) = (page.query(), page.figures_shown());
    page.reload();
    assert_eq!(page.query(), query);
    for (before, after) in seen.iter().zip(page.figures_shown()) {
        assert_eq!(*before, after);
    }
}

fn back_and_forward_lead_through_the_choices(page: &Page) {
    page.open("");
    let first = page.figures_shown();
    page.press_button(&format!("{}:", words().choose_scale));
    page.tab_to(&page.find("radio", words().scales[0]));
    page.press(&[key::DOWN]);
    page.query_becomes("?scale=linear");
    page.all_is_drawn();
    let second = page.figures_shown();
    page.follow(words().nav_about);
    page.query_becomes("?view=about&scale=linear");
    page.back();
    page.query_becomes("?scale=linear");
    page.until("the figures as they were", || page.figures_shown() == second);
    page.back();
    page.query_becomes("");
    page.until("the figures of the start", || page.figures_shown() == first);
    page.forward();
    page.query_becomes("?scale=linear");
    page.until("the figures of the choice", || page.figures_shown() == second);
    page.forward();
    page.says("Groundswell");
    page.find("heading", words().nav_about);
}

fn an_unknown_value_is_named_and_the_rest_applies(page: &Page) {
    page.open(
        "?scale=cubic&sources=toolkit&colour=blue&campaigns=nhs-choir,no-such-campaign&open=views,reach",
    );
    for words in ["“cubic”", "“colour”", "“no-such-campaign”", "“reach”"] {
        page.says(words);
    }
    page.find("button", "Sources: the toolkit only");
    page.find("button", "Scale: tenfold steps");
    page.find("button", "Campaigns: 1 of 7");
    assert!(!page.marks("reach").is_empty());
    page.press_button(words().dismiss);
    page.until("the notices to go", || !page.visible_text().contains("cubic"));
}

fn an_unknown_campaign_leads_to_the_overview(page: &Page) {
    page.open("?campaign=no-such-campaign");
    page.says("“no-such-campaign”");
    page.find("heading", words().overview_title);
}

/// What networks add to links is nobody's mistake.
fn parameters_that_follow_readers_are_left_aside(page: &Page) {
    page.open("?utm_source=newsletter&fbclid=1&scale=linear");
    page.find("button", "Scale: equal steps from zero");
    assert!(!page.has("button", words().dismiss), "{}", page.visible_text());
}

fn a_link_to_a_further_campaign_loads_it(page: &Page) {
    let further: serde_json::Value =
        serde_json::from_str(&page.site.file("data/further.json")).expect("JSON");
    let campaign = &further["campaigns"][3];
    let (id, name) = (campaign["id"].as_str().expect("an id"), campaign["name"].as_str().expect("a name"));
    page.open(&format!("?campaign={id}"));
    page.find("heading", name);
    assert_eq!(page.site.asked_for("data/further.json"), 1);
    assert!(
        page.text_of("return document.title").starts_with(name),
        "{}",
        page.text_of("return document.title")
    );
    assert!(!page.has("button", words().dismiss), "no notice: {}", page.visible_text());
}

/// Tabs and bookmarks are told apart by what was chosen.
fn the_title_follows_the_choices(page: &Page) {
    page.open("?campaigns=missing-type-2016,nhs-change-day&sources=toolkit");
    let title = |start: &str| {
        page.until(&format!("the title {start}"), || {
            page.text_of("return document.title").starts_with(start)
        });
    };
    title("NHS Change Day; the toolkit only – ");
    page.press_button(words().reset);
    title(words().overview_title);
    page.back();
    title("NHS Change Day; the toolkit only – ");
    page.open("?view=campaigns");
    title(words().campaigns_title);
}

stories![
    AnyEngine a_reload_reopens_exactly_what_was_seen,
    AnyEngine back_and_forward_lead_through_the_choices,
    AnyEngine an_unknown_value_is_named_and_the_rest_applies,
    AnyEngine an_unknown_campaign_leads_to_the_overview,
    AnyEngine parameters_that_follow_readers_are_left_aside,
    AnyEngine a_link_to_a_further_campaign_loads_it,
    AnyEngine the_title_follows_the_choices,
];
