//! Bringing one's own data: files are chosen or dropped, read in the browser, and become
//! a campaign beside the published ones.

use super::accessible::{axe, violations};
use super::{frame, own};
use crate::page::{Page, key};
use crate::stories::stories;
use groundswell::format::{ImportChanges, Language};
use serde_json::json;
use std::path::{Path, PathBuf};

const NAME: &str = "Know your numbers";

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name)
}

fn own_page(page: &Page) {
    page.visit(&format!("{}own/index.html", page.site.address()));
    page.wait_for("the reader of files", "return document.getElementById('campaigns')");
}

fn bring(page: &Page, files: &[&str]) {
    let input = page.elements("return [document.getElementById('files')]", &[]).remove(0);
    let paths: Vec<PathBuf> = files.iter().map(|file| sample(file)).collect();
    page.choose_files(&input, &paths);
    page.says(own().read);
    page.wait_for("the focus on what was read", "return document.activeElement.id === 'read'");
}

/// Adds what was brought to a new campaign.
fn add(page: &Page, name: &str) {
    page.tab_to(&page.find("textbox", own().name));
    page.write(name);
    page.press(&[key::ENTER]);
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
}

fn told(page: &Page) -> String {
    page.text_of("return document.getElementById('told').textContent")
}

/// Shows the page with a campaign, and with files of which something could not be read.
pub fn shown_with_files(page: &Page) {
    own_page(page);
    bring(page, &["meta_instagram_posts_2026_views.csv"]);
    add(page, NAME);
    bring(
        page,
        &["own/nothing_says_which_is_the_month.csv", "own/truncated_download.csv", "traps/empty.csv"],
    );
}

fn axe_finds_nothing_where_files_are_brought(page: &Page) {
    let axe = axe();
    let mut found = Vec::new();
    for width in [320, 768, 1280] {
        page.screen(width, 900);
        shown_with_files(page);
        found.extend(violations(page, &axe, &format!("own data at {width} px")));
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.ask(wider), 0, "at {width} px the page is wider than the screen");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn an_export_becomes_a_campaign_beside_the_others(page: &Page) {
    page.open("");
    page.activate(&page.find("link", frame().nav_own));
    page.wait_for("the reader of files", "return document.getElementById('campaigns')");
    page.says(own().no_campaigns);
    bring(page, &["x_account_analytics_content.csv"]);
    page.says("X content export");
    add(page, NAME);
    let posts = page.ask("return performance.getEntriesByName('import')[0].detail.rows").as_u64().unwrap();
    assert!(posts > 3, "{posts} rows");
    assert!(told(page).starts_with(NAME), "{}", told(page));
    page.activate(&page.find("link", own().to_overview));
    page.wait_for("the overview", "return document.documentElement.dataset.alive !== undefined");
    page.until("the campaign among the others", || {
        page.labels("impressions").iter().any(|label| label.contains(NAME))
    });
    // What a link asks for is there when it is followed.
    page.open("?campaign=own-know-your-numbers");
    page.says("Own data, imported on");
    page.says("X content export");
}

fn the_same_file_again_changes_nothing(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    let posts: usize = told(page).split(' ').find_map(|word| word.parse().ok()).expect("a number of posts");
    bring(page, &["x_account_analytics_content.csv"]);
    let into = page.find("combobox", own().add_to);
    page.tab_to(&into);
    page.press(&[key::DOWN]);
    page.wait_for("the name to be known", "return document.getElementById('new-name').hidden");
    page.activate(&page.find("button", own().add));
    let same = ImportChanges { days: false, new: 0, changed: 0, same: posts };
    let expected = Language::English.import_changes(NAME, &[same]);
    page.until("what came of it", || told(page) == expected);
}

fn a_campaign_is_deleted_and_brought_back(page: &Page) {
    own_page(page);
    bring(page, &["linkedin_page_content.xlsx"]);
    add(page, NAME);
    page.press_button(own().delete);
    page.says(&Language::English.own_deleted(NAME));
    page.says(own().no_campaigns);
    page.activate(&page.find("button", own().undo));
    page.says(own().undone);
    assert!(page.has("heading", NAME));
    page.press_button(own().delete);
    page.says(own().no_campaigns);
    page.open("");
    assert!(!page.visible_text().contains(NAME));
}

fn files_are_dropped_onto_the_page(page: &Page) {
    own_page(page);
    let text = std::fs::read_to_string(sample("x_account_analytics_content.csv")).unwrap();
    drop_file(page, &text, 1);
    page.wait_for("what was read", "return document.activeElement.id === 'read'");
    page.says("X content export");
}

/// Drops a file of that text, repeated.
fn drop_file(page: &Page, text: &str, times: usize) {
    let script = "const held = new DataTransfer(), [text, times] = arguments; \
                  held.items.add(new File([text, ...Array(times - 1).fill(text.slice(text.indexOf('\\n') + 1))], 'dropped.csv')); \
                  for (const name of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: held }))";
    page.ask_with(script, &[json!(text), json!(times)]);
}

fn a_reading_that_is_cancelled_leaves_everything_as_it_was(page: &Page) {
    own_page(page);
    bring(page, &["meta_insights_views_utf16le.csv"]);
    let before = page.text_of("return document.querySelector('[data-place=files]').innerHTML");
    let text = std::fs::read_to_string(sample("x_old_tweet_activity_by_tweet_2016-2023_likes.csv")).unwrap();
    drop_file(page, &text, 200_000_000 / text.len());
    page.wait_for("progress", "return document.querySelector('progress').value > 0");
    page.press_button(own().cancel);
    page.until("it to be said", || told(page) == own().cancelled);
    let after = page.text_of("return document.querySelector('[data-place=files]').innerHTML");
    assert_eq!(after, before);
    // The page goes on as before.
    add(page, NAME);
    assert!(told(page).starts_with(NAME), "{}", told(page));
}

fn what_cannot_be_read_is_said_and_can_be_saved(page: &Page) {
    own_page(page);
    bring(page, &["own/truncated_download.csv", "traps/empty.csv", "traps/html_script_in_text.csv"]);
    page.says("export it anew");
    page.says(own().rejected);
    assert!(page.has("button", own().save_rejected));
    assert_eq!(page.ask("return document.querySelectorAll('main img, main script[src]').length"), 0);
}

fn dates_that_could_be_two_things_are_asked_about(page: &Page) {
    own_page(page);
    bring(page, &["own/nothing_says_which_is_the_month.csv"]);
    page.says(own().no_period);
    page.tab_to(&page.find("radio", own().date_orders[0]));
    page.press(&[' ']);
    page.until("a period", || !page.visible_text().contains(own().no_period));
    let checked = "return document.activeElement.checked && document.activeElement.value";
    page.until("the focus to stay", || page.text_of(checked) == "dmy");
}

fn a_name_is_asked_for(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    page.activate(&page.find("button", own().add));
    page.says(own().name_missing);
    page.wait_for("the focus on the name", "return document.activeElement.id === 'name'");
    page.click(&page.find("checkbox", own().take));
    page.activate(&page.find("button", own().add));
    page.says(own().nothing_chosen);
}

fn nothing_can_be_kept_where_the_space_is_full(page: &Page) {
    own_page(page);
    let origin = page.text_of("return location.origin");
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 }));
    bring(page, &["x_account_analytics_content.csv"]);
    page.tab_to(&page.find("textbox", own().name));
    page.write(NAME);
    page.press(&[key::ENTER]);
    page.says(own().store_refused);
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
    // What was read is still there, and is added now.
    page.press(&[key::ENTER]);
    page.wait_for("what came of it", "return document.activeElement.id === 'told'");
    assert!(told(page).starts_with(NAME), "{}", told(page));
}

stories! {
    AnyEngine an_export_becomes_a_campaign_beside_the_others,
    AnyEngine the_same_file_again_changes_nothing,
    AnyEngine a_campaign_is_deleted_and_brought_back,
    AnyEngine files_are_dropped_onto_the_page,
    AnyEngine a_reading_that_is_cancelled_leaves_everything_as_it_was,
    AnyEngine what_cannot_be_read_is_said_and_can_be_saved,
    AnyEngine dates_that_could_be_two_things_are_asked_about,
    AnyEngine a_name_is_asked_for,
    AnyEngine axe_finds_nothing_where_files_are_brought,
    DevTools nothing_can_be_kept_where_the_space_is_full,
}
