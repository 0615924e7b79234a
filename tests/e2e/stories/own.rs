//! Bringing one's own data: files are chosen or dropped, read in the browser, and become
//! a campaign beside the published ones.

use super::accessible::{axe, violations};
use super::sharing::saved;
use super::{frame, own};
use crate::page::{Page, key};
use crate::stories::stories;
use groundswell::format::{
    FoundElsewhere, ImportChanges, Language, MovedPosts, OwnArrival, ReadingNote, Sentence,
};
use groundswell::model::Date;
use groundswell::own::OwnCampaign;
use groundswell::posts::{ReadingOptions, read_export};
use serde_json::json;
use std::io::{Cursor, Read};
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

/// The page where nothing is kept yet.
fn own_page_afresh(page: &Page) {
    own_page(page);
    let delete = "return new Promise(done => { const gone = indexedDB.deleteDatabase('groundswell'); \
                  gone.onsuccess = gone.onerror = () => done(true); })";
    assert_eq!(page.ask(delete), true);
    own_page(page);
}

/// Shows the page with a campaign, and with files of which something could not be read.
pub fn shown_with_files(page: &Page) {
    own_page_afresh(page);
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
    let same = ImportChanges { days: false, new: 0, changed: 0, same: posts, left_out: 0 };
    let expected = Language::English.import_changes(NAME, &[same]);
    page.until("what came of it", || told(page) == expected);
}

fn a_campaign_is_deleted_and_brought_back(page: &Page) {
    own_page(page);
    bring(page, &["linkedin_page_content.xlsx"]);
    add(page, NAME);
    page.activate(&page.find("button", own().delete));
    page.says(&Language::English.own_deleted(NAME));
    page.says(own().no_campaigns);
    page.activate(&page.find("button", own().undo));
    page.says(own().undone);
    assert!(page.has("heading", NAME));
    page.activate(&page.find("button", own().delete));
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

/// Meta's clocks are those of the Pacific: in UTC, its last post was published a day later.
fn posts_are_put_on_the_day_that_is_wanted(page: &Page) {
    own_page(page);
    bring(page, &["meta_facebook_posts_2026_views.csv"]);
    page.says("3 Feb to 28 Sep 2026");
    page.pick(own().which_zone, "U", "UTC");
    page.says("3 Feb to 29 Sep 2026");
    let focus = "return document.activeElement.dataset.zoneOf + document.activeElement.value";
    page.until("the focus to stay", || page.text_of(focus) == "0UTC");
    // What was said holds for the next file too.
    bring(page, &["meta_instagram_posts_2026_views.csv"]);
    let zones = "return Array.from(document.querySelectorAll('[data-zone-of]'), list => list.value)";
    page.until("both to be read so", || page.texts_of(zones) == ["UTC", "UTC"]);
}

fn what_stands_out_is_shown_before_anything_is_added(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    page.press_button(own().first_look);
    let notes = page.texts_of(
        "return Array.from(document.querySelectorAll('.read ol .note'), note => note.textContent.split(', ')[0])",
    );
    let counts: Vec<u64> = notes.iter().map(|note| note.replace(',', "").parse().unwrap()).collect();
    assert!((1..=10).contains(&counts.len()), "{counts:?}");
    assert!(counts.is_sorted_by(|one, next| one >= next), "{counts:?}");
    page.says("Impressions: the most on ");
}

fn a_name_is_asked_for(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    page.activate(&page.find("button", own().add));
    page.says(own().name_missing);
    page.wait_for("the focus on the name", "return document.activeElement.id === 'name'");
    // By a key: the page may still be on its way to the name, and a click can miss.
    page.tab_to(&page.find("checkbox", own().take));
    page.press(&[key::SPACE]);
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
    page.says(own().store_full);
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
    // What was read is still there, and is added now.
    page.press(&[key::ENTER]);
    page.wait_for("what came of it", "return document.activeElement.id === 'told'");
    assert!(told(page).starts_with(NAME), "{}", told(page));
}

/// Brings a file of that name and text.
fn bring_text(page: &Page, name: &str, text: &str) {
    let script = "const held = new DataTransfer(), [name, text] = arguments; \
                  held.items.add(new File([text], name)); \
                  document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }))";
    page.ask_with(script, &[json!(name), json!(text)]);
    page.wait_for("the focus on what was read", "return document.activeElement.id === 'read'");
}

fn a_backup_brings_everything_back(page: &Page) {
    let folder = page.saves_to();
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    page.press_button(own().save_backup);
    let name = page.text_of("return `groundswell-backup-${new Date().toISOString().slice(0, 10)}.zip`");
    saved(page, &folder, &name);
    page.press_button(own().delete_all);
    page.press_button(own().delete_all_now);
    page.says(own().no_campaigns);
    let input = page.elements("return [document.getElementById('files')]", &[]).remove(0);
    page.choose_files(&input, &[folder.join(&name)]);
    page.says(&Language::English.own_arrival(OwnArrival::New));
    page.press_button(own().keep_found);
    page.until("it to be said", || told(page) == Language::English.own_kept(&[NAME.to_owned()]));
    assert!(page.has("heading", NAME));
    // A second time it has nothing to bring.
    let input = page.elements("return [document.getElementById('files')]", &[]).remove(0);
    page.choose_files(&input, &[folder.join(&name)]);
    page.says(&Language::English.own_arrival(OwnArrival::Same));
    page.open("");
    page.until("the campaign among the others", || {
        page.labels("impressions").iter().any(|label| label.contains(NAME))
    });
}

fn everything_is_deleted_only_when_it_is_meant(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    page.says(own().backup_hint);
    page.press_button(own().delete_all);
    page.wait_for("the question", "return document.activeElement.id === 'sure-heading'");
    page.press_button(own().delete_nothing);
    page.wait_for("the focus back", "return document.activeElement.dataset.does === 'ask-delete'");
    assert!(page.has("heading", NAME) && !page.visible_text().contains(own().delete_all_means));
    page.press_button(own().delete_all);
    page.press_button(own().delete_all_now);
    page.until("it to be said", || told(page) == own().all_deleted);
    page.says(own().no_campaigns);
    let left = "return new Promise(done => { const open = indexedDB.open('groundswell'); open.onsuccess = () => { \
                const reading = open.result.transaction(['data', 'packed']), all = ['data', 'packed'].map(name => \
                    reading.objectStore(name).count()); \
                reading.oncomplete = () => { open.result.close(); done(all.map(one => one.result)); }; }; })";
    assert_eq!(page.ask(left), json!([0, 0]), "something is still there");
}

fn a_case_study_of_another_team_is_kept(page: &Page) {
    let file = std::fs::read(sample("linkedin_page_content.xlsx")).unwrap();
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    let tables = read_export("page.xlsx", Cursor::new(file), options).unwrap();
    let mut theirs = OwnCampaign::new("Flu clinics", &[]);
    for table in &tables {
        theirs.take(table, Date::of_day(2026, 11, 20).unwrap());
    }
    let text = theirs.data_file(Language::English);
    own_page(page);
    bring_text(page, "case-study.json", &text);
    page.says(&Language::English.own_arrival(OwnArrival::New));
    page.press_button(own().keep_found);
    page.until("it to be said", || told(page) == Language::English.own_kept(&["Flu clinics".to_owned()]));
    // Corrected and sent anew, it takes the place of what was kept, if that is wanted.
    bring_text(page, "case-study.json", &text.replace("20 Nov 2026", "21 Nov 2026"));
    page.says(&Language::English.own_arrival(OwnArrival::Same));
    // With a fault, the rest of it.
    bring_text(
        page,
        "faulty.json",
        &text.replacen("\"comparator\": \"=\"", "\"comparator\": \"roughly\"", 1),
    );
    page.says(own().left_out);
    page.says("faulty.json");
    bring_text(page, "broken.json", "{\"format\": \"groundswell-dataset\", ");
    page.says("broken.json");
    page.open("?campaign=own-flu-clinics");
    page.says("Own data, imported on 20 Nov 2026");
}

fn a_campaign_that_cannot_be_read_is_saved_before_it_is_deleted(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    let damage = "return new Promise(done => { const open = indexedDB.open('groundswell'); open.onsuccess = () => { \
                  const writing = open.result.transaction('packed', 'readwrite'); \
                  writing.objectStore('packed').put(new Uint8Array([1, 2, 3]), 'own-know-your-numbers'); \
                  writing.oncomplete = () => { open.result.close(); done(true); }; }; })";
    assert_eq!(page.ask(damage), true);
    own_page(page);
    page.says(own().broken);
    assert!(!page.has("button", own().delete), "it can be deleted unsaved");
    page.press_button(own().save_broken);
    page.wait_for("the focus on deleting", "return document.activeElement.dataset.does === 'delete'");
    page.press(&[key::ENTER]);
    page.says(own().no_campaigns);
}

fn two_tabs_add_to_one_campaign_at_once(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    let posts = |page: &Page| {
        let content = page.text_of("return document.querySelector('ul.own p').textContent");
        content.split(' ').find_map(|word| word.parse::<usize>().ok()).expect("a number of posts")
    };
    let before = posts(page);
    // Each tab has a worker of its own, and so have these two.
    let both = "const head = 'Post id,Date,Post text,Post Link,Impressions,Likes\\n'; \
        const tab = first => new Promise((done, failed) => { \
            const worker = new Worker('worker.js', { type: 'module' }); let step = 0; \
            const rows = Array.from({ length: 200 }, (_, at) => `${first + at},\"Tue, Jul 14, 2026\",text,,10,1`); \
            const file = new File([head + rows.join('\\n')], 'posts.csv'); \
            worker.onmessage = ({ data }) => { if (data.call === undefined) return; \
                if (data.fails !== undefined) return failed(data.fails); \
                if (step++ === 0) worker.postMessage({ call: 2, does: 'add', args: [['0-0'], 'own-know-your-numbers', '', [], []] }); \
                else { worker.terminate(); done(data.gives); } }; \
            worker.postMessage({ call: 1, does: 'read', args: [0, file, undefined, undefined, undefined] }); }); \
        return Promise.all([tab(1000000), tab(2000000)]).then(said => said.join(' '))";
    let said = page.text_of(both);
    assert_eq!(said.matches("200 posts added").count(), 2, "{said}");
    own_page(page);
    assert_eq!(posts(page), before + 400);
}

/// A table of which no column is known.
const WELSH: &str = "Dyddiad,Cyrraedd,Hoffi,Neges\n2026-07-01,1204,3,bore da\n2026-07-02,800,7,prynhawn da\n";

fn an_unknown_table_is_read_as_the_reader_says_and_so_is_the_next(page: &Page) {
    let words = Language::English.mapping_phrases();
    own_page(page);
    bring_text(page, "tabl.csv", WELSH);
    page.says(own().unknown_table);
    page.says(own().not_taken);
    let on = |label: &str| {
        let focused = "return document.activeElement.labels?.[0]?.textContent ?? ''";
        page.until(&format!("the focus to stay on {label}"), || page.text_of(focused).trim() == label);
    };
    page.pick("Dyddiad", words.meanings[0], "when");
    page.says("1 to 2 Jul 2026");
    on("Dyddiad");
    page.pick("Hoffi", "Likes", "likes");
    page.until("likes added up", || {
        page.text_of("return document.querySelector('.facts').textContent").contains("Likes10")
    });
    on("Hoffi");
    page.pick(words.row_is, words.grains[0], "post");
    page.until("it can be taken", || page.has("checkbox", own().take));
    // What is filled in while it is read anew is not lost.
    page.ask("document.querySelector('[data-mapping]').dataset.before = ''");
    page.pick(words.comes_from, "Mastodon", "Mastodon");
    page.wait_for("it to be read anew", "return !document.querySelector('[data-before]')");
    add(page, NAME);
    // Another file of that shape, another day.
    own_page(page);
    bring_text(page, "arall.csv", &WELSH.replace("2026-07", "2026-08"));
    page.says(&Language::English.reading_note(&ReadingNote::ColumnsAsSaid));
    assert!(page.has("checkbox", own().take));
    page.ask("document.querySelector('[data-mapping]').open = true");
    page.activate(&page.find("button", words.forget));
    page.says(own().unknown_table);
    page.says(own().not_taken);
}

fn a_store_of_an_earlier_version_is_kept(page: &Page) {
    // As the first version has kept a campaign.
    let [name, id] = ["x_account_analytics_content.csv", "own-x-account-analytics-content-csv"];
    let backup = include_bytes!("../../kept/first_version.zip");
    let mut archive = zip::ZipArchive::new(Cursor::new(backup)).unwrap();
    let text = std::io::read_to_string(archive.by_name(&format!("{id}.json")).unwrap()).unwrap();
    let mut packed = Vec::new();
    archive.by_name(&format!("{id}.posts")).unwrap().read_to_end(&mut packed).unwrap();
    // The page would open the store itself: this one opens nothing.
    page.visit(&format!("{}figure/reach.html", page.site.address()));
    let before = "const [id, data, packed] = arguments; \
        return new Promise((done, failed) => { const open = indexedDB.open('groundswell', 1); \
        open.onerror = failed; \
        open.onupgradeneeded = () => ['data', 'packed'].forEach(store => open.result.createObjectStore(store)); \
        open.onsuccess = () => { const writing = open.result.transaction(['data', 'packed'], 'readwrite'); \
        writing.objectStore('data').put(data, id); \
        writing.objectStore('packed').put(new Uint8Array(packed), id); \
        writing.oncomplete = () => { open.result.close(); done(open.result.version); }; }; })";
    // Its words of then are not those of now.
    let data = text.replace("Own data, imported", "My data, brought");
    assert_ne!(data, text);
    assert_eq!(page.ask_with(before, &[json!(id), json!(data), json!(packed)]), json!(1));
    own_page(page);
    page.says(name);
    page.open(&format!("?campaign={id}"));
    page.says("Own data, imported on");
}

fn a_file_is_split_among_campaigns(page: &Page) {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",#FluJab now,,10,1\n2,\"Jul 2, 2026\",#KnowYourNumbers,,20,1\n\
                3,\"Jul 3, 2026\",#flujab again,,40,1\n";
    own_page(page);
    bring_text(page, "posts.csv", text);
    page.activate(&page.elements("return [document.querySelector('form summary')]", &[])[0]);
    page.tab_to(&page.find("textbox", own().hashtag));
    page.write("#nothing");
    page.tab_to(&page.find("textbox", own().name));
    page.write("Flu");
    page.press(&[key::ENTER]);
    page.says(own().nothing_in_part);
    assert!(page.visible_text().contains(own().no_campaigns), "an empty campaign was added");
    page.ask("document.getElementById('hashtag').value = 'flujab'");
    page.press(&[key::ENTER]);
    page.until("what came of it", || told(page) == "Flu: 2 posts added, 1 left out, as you chose.");
}

fn ones_own_campaign_is_taken_along(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    // Without a choice in the address, and with one.
    for query in ["", "?campaigns=own-know-your-numbers,nhs-choir"] {
        page.visit(&format!("{}figure/index.html{query}", page.site.address()));
        page.says(Language::English.sharing().own_kept_here);
        page.until("the campaign in the figure's words", || {
            page.ask("return document.querySelector('[data-place=figures]').textContent")
                .to_string()
                .contains(NAME)
        });
    }
    let wanted = page.labels("impressions");
    assert!(wanted.is_empty(), "the page of sharing draws no chart: {wanted:?}");
    // A link does not bring it to others, and that is said.
    page.open("?campaigns=own-know-your-numbers,nhs-choir");
    page.press_button(Language::English.phrases().copy_link);
    page.says(Language::English.phrases().own_unseen);
    page.press_button("Dismiss");
    page.wait_for("the focus on the heading", "return document.activeElement.tagName === 'H1'");
    page.says(&Language::English.say(&Sentence::OwnBeside(1)));
}

fn a_name_that_is_taken_is_told(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    bring(page, &["x_account_analytics_content.csv"]);
    page.tab_to(&page.find("textbox", own().name));
    page.write(&NAME.to_uppercase());
    page.press(&[key::ENTER]);
    page.says(own().name_taken);
    assert_eq!(page.ask("return document.activeElement.getAttribute('aria-invalid')"), "true");
    assert_eq!(page.ask("return document.querySelectorAll('ul.own > li').length"), 1);
}

/// Fills in a field of the form that is open.
#[track_caller]
fn fill_in(page: &Page, label: &str, text: &str) {
    page.tab_to(&page.find("textbox", label));
    page.write(text);
}

/// A form that was not kept says so first, and leads to the fields of these labels, of which
/// the first is gone to.
#[track_caller]
fn what_is_wrong_leads_to(page: &Page, labels: &[&str]) {
    page.wait_for("the focus on what is wrong", "return 'wrong' in document.activeElement.dataset");
    let led_to =
        "return [...document.activeElement.querySelectorAll('a')].map(one => one.textContent).join()";
    assert_eq!(page.text_of(led_to), labels.join(","));
    page.activate(&page.find("link", labels[0]));
    page.wait_for("the focus in a field", "return document.activeElement.matches('[aria-invalid=true]')");
    // Its name ends before it is said that it is needed.
    let gone_to = page.text_of("return document.activeElement.labels[0].firstChild.textContent");
    assert_eq!(Some(gone_to.trim()), labels[0].rsplit(": ").next());
}

fn a_campaign_is_written_by_hand(page: &Page) {
    let words = Language::English.written_phrases();
    let label = |name: &str| {
        let fields = words.fact_fields.iter().chain(words.figure_fields);
        fields.into_iter().find(|field| field.name == name).expect(name).label
    };
    own_page(page);
    page.activate(
        &page.elements("return [document.querySelector('[data-place=campaigns] summary')]", &[])[0],
    );
    fill_in(page, own().name, "Flu clinics");
    page.press(&[key::ENTER]);
    page.wait_for("its page", "return document.getElementById('told-figures')");
    page.says(words.no_figures);
    // A figure with faults: each is told at its field, and what is right stays.
    page.press_button(words.add_figure);
    page.wait_for("the form", "return document.activeElement.id === 'figure-form'");
    fill_in(page, label("value"), "many");
    fill_in(page, label("unit"), "pledges");
    page.press(&[key::ENTER]);
    let title = format!("{}: {}", words.source, label("source_title"));
    what_is_wrong_leads_to(page, &[label("definition"), label("value"), &title]);
    assert_eq!(page.ask("return document.querySelector('[name=unit]').value"), "pledges");
    let told = "return [...document.querySelectorAll('.wrong')].map(one => one.id).join(' ')";
    assert_eq!(page.text_of(told), "figure-definition-wrong figure-value-wrong figure-source_title-wrong");
    page.ask("document.querySelector('[name=value]').value = ''");
    fill_in(page, label("value"), "1,234");
    page.pick(label("definition"), "Pledges", "participation.pledges");
    page.pick(label("comparator"), "at least", ">=");
    fill_in(page, label("source_title"), "Our evaluation");
    page.press(&[key::ENTER]);
    page.says("at least 1,234 pledges, Pledges");
    page.wait_for("the focus", "return document.activeElement.id === 'write'");
    // Facts, with a date that is none, and then with one.
    page.activate(&page.elements("return [document.querySelector('#facts summary')]", &[])[0]);
    fill_in(page, label("who"), "Example NHS Trust");
    fill_in(page, label("objectives"), "Vaccinate four of five members of staff");
    page.activate(&page.find("button", words.keep_facts));
    page.wait_for("the focus", "return document.activeElement.id === 'write'");
    // It stands with the others, figure, source and objective.
    page.activate(&page.find("link", Language::English.over_time_phrases().its_figures));
    page.says("Example NHS Trust");
    page.says("Our evaluation");
    page.says("Vaccinate four of five members of staff");
    page.open("");
    page.until("the campaign among the others", || {
        page.labels("participation")
            .iter()
            .any(|label| label.contains("Flu clinics") && label.contains("at least 1,234"))
    });
    // Corrected, and taken out.
    page.visit(&format!("{}own/campaign.html?campaign=own-flu-clinics", page.site.address()));
    page.wait_for("the figures", "return document.getElementById('told-figures')");
    page.press_button(words.change);
    page.wait_for("the form", "return document.activeElement.id === 'figure-form'");
    assert_eq!(page.ask("return document.querySelector('[name=value]').value"), "1,234");
    assert_eq!(page.ask("return document.querySelector('[name=source_title]').value"), "Our evaluation");
    page.ask("document.querySelector('[name=value]').value = '2,345'");
    page.activate(&page.find("button", words.keep_figure));
    page.says("at least 2,345 pledges");
    page.press_button(words.remove);
    page.says(words.no_figures);
}

/// Shows the page of a campaign that has posts, and days of which one is not reported.
pub fn shown_over_time(page: &Page) {
    own_page_afresh(page);
    bring(page, &["x_account_analytics_content.csv", "x_old_tweet_activity_by_day.csv"]);
    add(page, NAME);
    page.follow(Language::English.phrases().own_days_and_posts);
    page.wait_for("the posts", "return document.querySelector('.posts li')");
}

fn headline(page: &Page) -> String {
    page.text_of("return document.getElementById('headline').textContent")
}

fn days_and_posts_are_shown_as_they_are_chosen(page: &Page) {
    let words = Language::English.over_time_phrases();
    shown_over_time(page);
    assert_eq!(page.text_of("return document.querySelector('h1').textContent"), NAME);
    assert!(page.text_of("return document.title").starts_with(NAME));
    page.says(words.posts_count_so_far);
    let by_day = headline(page);
    page.pick(words.step, words.steps[2], "added");
    page.until("another headline", || headline(page) != by_day);
    page.until("it to be announced", || {
        page.text_of("return document.getElementById('announcement').textContent") == headline(page)
    });
    assert!(page.is_focused(&page.find("combobox", words.step)), "the focus has gone");
    // The whole account is another thing than its posts.
    page.pick(words.what, "X, whole", "1-impressions");
    page.until("the account", || page.visible_text().contains("X: impressions of the whole account"));
    assert!(!page.visible_text().contains(words.posts_count_so_far));
    let first = "return document.querySelector('.posts li b').textContent";
    let most_shown = page.text_of(first);
    page.pick(words.rank_by, "likes", "engagement.likes likes");
    page.until("another order", || page.text_of(first) != most_shown);
    let links = page.ask("return [...document.querySelectorAll('.posts a')].every(a => /^https?:/.test(a.href) && a.rel.includes('noopener'))");
    assert_eq!(links, true);
    // From the page of its figures, too.
    page.activate(&page.find("link", words.its_figures));
    page.says("Own data, imported on");
    page.activate(&page.find("link", Language::English.phrases().own_days_and_posts));
    page.wait_for("the posts", "return document.querySelector('.posts li')");
}

/// Four posts, each with as many likes as impressions are fewer.
const FOUR: &str = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
    1,\"Jul 1, 2026\",first,,40,1\n2,\"Jul 2, 2026\",second,,30,2\n\
    3,\"Jul 3, 2026\",third,,20,3\n4,\"Jul 4, 2026\",fourth,,10,4\n";

/// Ticks the post of that text, with the keyboard.
fn pick(page: &Page, text: &str) {
    let script = "return [...document.querySelectorAll('.posts li')].filter(one => one.querySelector('.text').textContent === arguments[0]).map(one => one.querySelector('[name=pick]'))";
    page.tab_to(&page.elements(script, &[json!(text)])[0]);
    page.press(&[key::SPACE]);
}

/// The texts of the posts that are shown, and which of them are picked.
fn shown_posts(page: &Page) -> Vec<String> {
    page.texts_of("return [...document.querySelectorAll('.posts li')].map(one => one.querySelector('.text').textContent + (one.querySelector('[name=pick]').checked ? ' picked' : ''))")
}

/// What is in each campaign, as the list of them says.
fn contents(page: &Page) -> Vec<String> {
    own_page(page);
    page.texts_of("return [...document.querySelectorAll('ul.own > li')].map(one => `${one.querySelector('h3').textContent}: ${one.querySelector('p').textContent}`)")
}

fn moves_done(page: &Page, moved: usize, from: &str, to: &str) {
    let said = Language::English.moved_posts(MovedPosts { moved, met: 0, from, to });
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
    assert_eq!(told(page), format!("{said} {}", own().undo));
}

fn posts_are_picked_and_moved_to_another_campaign(page: &Page) {
    let words = Language::English.picking_phrases();
    own_page(page);
    bring_text(page, "posts.csv", FOUR);
    add(page, NAME);
    page.follow(Language::English.phrases().own_days_and_posts);
    page.wait_for("the posts", "return document.querySelector('#moving')");
    page.press_button(words.move_now);
    page.says(words.none_picked);
    pick(page, "first");
    pick(page, "third");
    page.says(&Language::English.picked(2));
    page.press_button(words.move_now);
    page.says(own().name_missing);
    // However they are ranked, they stay picked.
    page.pick(Language::English.over_time_phrases().rank_by, "likes", "engagement.likes likes");
    page.until("another order", || shown_posts(page) == ["fourth", "third picked", "second", "first picked"]);
    page.follow(words.to_moving);
    page.tab_to(&page.find("textbox", words.new_name));
    page.write(&NAME.to_uppercase());
    page.press(&[key::ENTER]);
    page.says(own().name_taken);
    page.ask("document.getElementById('move-name').value = ''");
    page.write("Flu");
    page.press(&[key::ENTER]);
    moves_done(page, 2, NAME, "Flu");
    assert_eq!(shown_posts(page), ["fourth", "second"]);
    page.says(&Language::English.picked(0));
    assert_eq!(contents(page), ["Flu: 2 posts", "Know your numbers: 2 posts"]);
    // The same file to the same campaign: what was moved stays where it is, and that is said.
    bring_text(page, "posts.csv", &FOUR.replace(",40,1", ",41,1"));
    page.pick(own().add_to, "Know", "own-know-your-numbers");
    page.activate(&page.find("button", own().add));
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
    let same = ImportChanges { days: false, new: 0, changed: 0, same: 2, left_out: 0 };
    let stayed = FoundElsewhere { name: "Flu", changed: 1, same: 1, shared: 0 };
    let expected =
        [Language::English.import_changes(NAME, &[same]), Language::English.found_elsewhere(stayed)];
    assert_eq!(told(page), expected.join(" "));
    assert_eq!(contents(page), ["Flu: 2 posts", "Know your numbers: 2 posts"]);
    page.open("?campaign=own-flu");
    page.says("61");
}

fn a_move_is_undone(page: &Page) {
    let words = Language::English.picking_phrases();
    own_page(page);
    bring_text(page, "posts.csv", FOUR);
    add(page, NAME);
    page.follow(Language::English.phrases().own_days_and_posts);
    page.wait_for("the posts", "return document.querySelector('#moving')");
    page.tab_to(&page.find("checkbox", words.pick_shown));
    page.press(&[key::SPACE]);
    page.says(&Language::English.picked(4));
    page.press_button(words.pick_none);
    // Of many, those are found that say something.
    page.tab_to(&page.find("textbox", Language::English.over_time_phrases().with));
    page.write("IR");
    page.until("two posts", || shown_posts(page) == ["first", "third"]);
    page.press(&[key::BACKSPACE, key::BACKSPACE]);
    page.until("none to be picked", || shown_posts(page) == ["first", "second", "third", "fourth"]);
    pick(page, "second");
    page.tab_to(&page.find("textbox", words.new_name));
    page.write("Flu");
    page.press(&[key::ENTER]);
    moves_done(page, 1, NAME, "Flu");
    // To one that is there, which is offered first. By their days, all are listed.
    page.pick(Language::English.over_time_phrases().rank_by, "day", "day");
    page.until("another order", || shown_posts(page) == ["fourth", "third", "first"]);
    pick(page, "fourth");
    let offered = "return [...document.getElementById('move-to').options].map(one => one.textContent)";
    assert_eq!(page.texts_of(offered), ["Flu", own().new_campaign]);
    // What is called so already can be chosen, and not be made once more.
    page.pick(words.move_to, "a new", "");
    page.tab_to(&page.find("textbox", words.new_name));
    page.write("flu");
    page.press(&[key::ENTER]);
    page.says(own().name_taken);
    page.pick(words.move_to, "Flu", "own-flu");
    page.press_button(words.move_now);
    moves_done(page, 1, NAME, "Flu");
    page.press_button(own().undo);
    page.until("it to be said", || told(page) == words.undone);
    assert_eq!(shown_posts(page), ["fourth", "third", "first"]);
    assert_eq!(contents(page), ["Flu: 1 post", "Know your numbers: 3 posts"]);
}

/// X's export by day does not say which account it is of.
fn of_days_of_another_account_it_is_asked_whose_they_are(page: &Page) {
    let export = |times: usize| {
        let day = |day: usize| format!("2026-03-{day:02},{},{times},0,0\n", day * times);
        let head = "Date,Impressions,Likes,Engagements,Unfollows\n".to_owned();
        head + &(1..=5).map(day).collect::<String>()
    };
    let bring = |times: usize| {
        bring_text(page, "account_overview_analytics.csv", &export(times));
        page.pick(own().add_to, "Know", "own-know-your-numbers");
        page.activate(&page.find("button", own().add));
    };
    own_page(page);
    bring_text(page, "account_overview_analytics.csv", &export(10));
    add(page, NAME);
    bring(1000);
    page.says(own().whose_unsaid);
    page.wait_for("the focus on the question", "return document.activeElement.name === 'whose-0-0'");
    page.screen(320, 900);
    let found = violations(page, &axe(), "whose days they are");
    assert!(found.is_empty(), "{}", found.join("\n"));
    // Without an answer, it is asked again.
    page.activate(&page.find("button", own().add));
    page.until("the question", || page.has("radio", own().whose_another));
    page.tab_to(&page.find("radio", &Language::English.whose_days_known("X", None)));
    page.press(&[key::DOWN]);
    assert!(page.is_focused(&page.find("radio", own().whose_another)));
    page.tab_to(&page.find("textbox", own().whose_another));
    page.write("Helpline");
    page.press(&[key::ENTER]);
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
    let new = ImportChanges { days: true, new: 5, changed: 0, same: 0, left_out: 0 };
    assert_eq!(told(page), Language::English.import_changes(NAME, &[new]));
    // Of both it is known now which is which.
    for times in [10, 1000] {
        bring(times);
        page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
        let same = ImportChanges { days: true, new: 0, changed: 0, same: 5, left_out: 0 };
        assert_eq!(told(page), Language::English.import_changes(NAME, &[same]));
    }
    page.open("?campaign=own-know-your-numbers");
    page.says("X 150; X (Helpline) 15,000.");
}

/// Everything that is kept, with a number for its bytes.
fn kept(page: &Page) -> serde_json::Value {
    page.ask(
        "return new Promise((done, failed) => { const open = indexedDB.open('groundswell'); open.onerror = failed; open.onsuccess = () => { \
         const reading = open.result.transaction(['data', 'packed']), all = ['data', 'packed'].map(name => reading.objectStore(name)) \
             .flatMap(store => [store.getAllKeys(), store.getAll()]); \
         reading.oncomplete = () => { open.result.close(); \
             const [keys, data, packedKeys, packed] = all.map(one => one.result); \
             done([keys, data, packedKeys, packed.map(bytes => bytes.reduce((sum, byte) => (sum * 31 + byte) % 4294967291, bytes.length))]); }; }; })",
    )
}

fn a_tab_that_is_closed_while_a_file_is_read_leaves_everything_as_it_was(page: &Page) {
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    let before = kept(page);
    let text = std::fs::read_to_string(sample("x_old_tweet_activity_by_tweet_2016-2023_likes.csv")).unwrap();
    page.in_another_tab(|| {
        page.wait_for("the reader of files", "return document.getElementById('campaigns')");
        drop_file(page, &text, 200_000_000 / text.len());
        page.wait_for("progress", "return document.querySelector('progress').value > 0");
    });
    assert_eq!(kept(page), before);
    own_page(page);
    assert!(page.has("heading", NAME));
    bring(page, &["linkedin_page_content.xlsx"]);
    add(page, "Flu");
    assert!(told(page).starts_with("Flu"), "{}", told(page));
}

/// Whether what is read is added, when the tab closes while that happens, depends on how
/// far it has come: all of it is, or nothing.
fn a_tab_that_is_closed_while_posts_are_added_adds_all_or_nothing(page: &Page) {
    const POSTS: usize = 60_000;
    own_page(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    let rows = "const head = 'Post id,Date,Post text,Post Link,Impressions,Likes\\n'; \
        const rows = Array.from({ length: arguments[0] }, (_, at) => `${7000000 + at},\"Tue, Jul 14, 2026\",text ${at},,10,1`); \
        const held = new DataTransfer(); held.items.add(new File([head + rows.join('\\n')], 'posts.csv')); \
        document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }))";
    let [unchanged, mut added] = [kept(page), serde_json::Value::Null];
    // Sooner and later, until it is too late.
    for wait in [0, 20, 60, 120, 250, 500, 1000, 2000] {
        page.in_another_tab(|| {
            page.wait_for("the reader of files", "return document.getElementById('campaigns')");
            page.ask_with(rows, &[json!(POSTS)]);
            page.wait_for("the file", "return document.getElementById('into')");
            page.ask_with(
                "document.getElementById('into').value = 'own-know-your-numbers'; \
                 document.querySelector('[data-asks=add]').requestSubmit(); \
                 return new Promise(done => setTimeout(done, arguments[0]))",
                &[json!(wait)],
            );
        });
        added = kept(page);
        if added != unchanged {
            break;
        }
    }
    assert_ne!(added, unchanged, "nothing was added in two seconds");
    own_page(page);
    let content = page.text_of("return document.querySelector('ul.own p').textContent");
    let posts: usize = content.split(' ').find_map(|word| word.replace(',', "").parse().ok()).unwrap();
    assert!(posts > POSTS, "{content}");
    // The data file is of the same posts.
    page.open("?campaign=own-know-your-numbers");
    page.says(&groundswell::format::grouped(posts as f64));
}

fn a_campaign_that_is_not_here_says_so(page: &Page) {
    page.visit(&format!("{}own/campaign.html?campaign=own-%3Cb%3Enothing", page.site.address()));
    page.says(Language::English.over_time_phrases().not_here);
}

fn more_posts_are_shown_on_demand(page: &Page) {
    let words = Language::English.over_time_phrases();
    own_page(page);
    let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes\n".to_owned();
    for at in 0..90 {
        text += &format!("{at},\"Tue, Jul 14, 2026\",post number {at},,{},1\n", 1000 - at);
    }
    bring_text(page, "posts.csv", &text);
    add(page, NAME);
    page.activate(&page.find("link", Language::English.phrases().own_days_and_posts));
    page.wait_for("the posts", "return document.querySelector('.posts li')");
    let rows = || page.ask("return document.querySelectorAll('.posts li').length");
    assert_eq!(rows(), 10);
    page.activate(&page.find("button", words.more_posts));
    page.until("more posts", || rows() == 60);
    page.until("the focus on the first of them", || {
        page.text_of("return document.activeElement.textContent").contains("post number 10")
    });
    page.activate(&page.find("button", words.more_posts));
    page.until("all posts", || rows() == 90);
    assert!(!page.has("button", words.more_posts));
}

fn the_numbers_over_time_are_saved(page: &Page) {
    let folder = page.saves_to();
    shown_over_time(page);
    page.activate(&page.find("button", Language::English.over_time_phrases().save_numbers));
    let text = String::from_utf8(saved(page, &folder, "own-know-your-numbers-impressions.csv")).unwrap();
    let rows = page.ask("return document.querySelectorAll('figure tbody tr').length").as_u64().unwrap();
    assert_eq!(text.lines().count() as u64, rows + 1, "{text}");
}

/// Two campaigns lie beside each other: by the calendar, or each from its first day on.
fn campaigns_lie_beside_each_other_at_one_age(page: &Page) {
    let words = Language::English.over_time_phrases();
    // In the one, bookmarks are counted too.
    let posts = |day: u32, also: [&str; 2]| {
        let [column, count] = also;
        let head = format!("Post id,Date,Post text,Post Link,Impressions,Likes{column}\n");
        let post = |at: u32| {
            let id = 100 * day + at;
            format!("{id},\"Jul {}, 2026\",text,https://x.com/a/status/{id},{},1{count}\n", day + at, id * 10)
        };
        head + &(0..3).map(post).collect::<String>()
    };
    let folder = page.saves_to();
    own_page_afresh(page);
    for (name, day, also) in [("Spring", 1, [",Bookmarks", ",7"]), ("Autumn", 20, ["", ""])] {
        bring_text(page, &format!("{name}.csv"), &posts(day, also));
        add(page, name);
    }
    page.visit(&format!("{}own/campaign.html?campaign=own-spring", page.site.address()));
    page.wait_for("the posts", "return document.querySelector('.posts li')");
    page.pick(words.what, "X, posts: saves", "0-saves");
    page.until("it alone", || headline(page).contains("bookmarks") || headline(page).contains("saves"));
    page.pick(words.beside, "Autumn", "own-autumn");
    page.says(words.stands_in);
    assert_eq!(page.ask("return document.getElementById('what').value"), "0-impressions");
    page.until("both on the calendar", || headline(page).ends_with(" of “Spring” and “Autumn”"));
    page.says(words.one_scale);
    page.pick(words.align, "by the days", "age");
    page.until("both at one age", || headline(page).ends_with("each from its first day on"));
    page.ask("document.querySelector('figure details').open = true");
    page.says("day 3");
    let said = "return document.getElementById('announcement').textContent";
    page.until("it to be announced", || page.text_of(said) == headline(page));
    assert!(violations(page, &axe(), "two campaigns").is_empty());
    page.activate(&page.find("button", words.save_numbers));
    let saved = saved(page, &folder, "own-spring-beside-own-autumn-impressions.csv");
    let text = String::from_utf8(saved).unwrap();
    assert_eq!(text.lines().count(), 7, "{text}");
    assert!(text.contains("Autumn,3,2026-07-22,2026-07-22,exactly,20020,1"), "{text}");
    page.pick(words.beside, words.beside_none, "");
    page.until("one again", || headline(page).starts_with("Most "));
}

fn axe_finds_nothing_in_days_and_posts(page: &Page) {
    let axe = axe();
    let mut found = Vec::new();
    for width in [320, 768, 1280] {
        page.screen(width, 900);
        shown_over_time(page);
        page.ask("document.querySelector('figure details').open = true");
        found.extend(violations(page, &axe, &format!("days and posts at {width} px")));
        let wider = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        assert_eq!(page.ask(wider), 0, "at {width} px the page is wider than the screen");
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// What reads a workbook may stop at a damaged one, and with it the worker. No file is known
/// that does it: where the worker is asked to read one of that name, it tells of its end as a
/// browser does.
fn a_damaged_file_ends_nothing_else(page: &Page) {
    own_page_afresh(page);
    bring(page, &["x_account_analytics_content.csv"]);
    add(page, NAME);
    bring(page, &["meta_instagram_posts_2026_views.csv"]);
    let breaks = "const ask = Worker.prototype.postMessage; Worker.prototype.postMessage = function (asked) { \
                  if (asked.does === 'read' && asked.args[1].name.startsWith('damaged')) \
                  return setTimeout(() => this.dispatchEvent(new ErrorEvent('error', { cancelable: true }))); \
                  ask.call(this, asked); }";
    page.ask(breaks);
    let drop = "const held = new DataTransfer(); for (const [name, text] of arguments[0]) held.items.add(new File([text], name)); \
                document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: held }))";
    let files = [("damaged.xlsx", "PK"), ("posts.csv", FOUR), ("damaged too.xlsx", "PK")];
    page.ask_with(drop, &[json!(files)]);
    page.until("the other file", || {
        page.texts_of("return [...document.querySelectorAll('#read ~ h3')].map(one => one.textContent)")
            == ["meta_instagram_posts_2026_views.csv", "posts.csv"]
    });
    let trouble = "return document.getElementById('trouble').textContent";
    let damaged = own().damaged;
    assert_eq!(page.text_of(trouble), format!("damaged.xlsx: {damaged} damaged too.xlsx: {damaged}"));
    // What is kept is still listed and chosen from; what was brought is added.
    page.pick(own().add_to, "Know", "own-know-your-numbers");
    page.activate(&page.find("button", own().add));
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
    assert!(told(page).starts_with(NAME), "{}", told(page));
}

/// The files that a figure was saved as: a table, and its metadata beside it.
fn saved_table() -> [(String, String); 2] {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/figure");
    ["participation.csv", "participation.csv-metadata.json"]
        .map(|name| (name.to_owned(), std::fs::read_to_string(folder.join(name)).unwrap()))
}

fn a_table_of_ours_is_brought_with_its_metadata(page: &Page) {
    own_page_afresh(page);
    let [table, metadata] = saved_table();
    bring_text(page, &table.0, &table.1);
    page.says(&Language::English.metadata_missing(&metadata.0));
    // The other one, under the name that a browser gives it where there is one already.
    bring_text(page, "participation.csv-metadata (1).json", &metadata.1);
    page.until("its campaigns", || page.visible_text().contains("A data file of Groundswell with"));
    let files = "return [...document.querySelectorAll('#read ~ h3')].map(one => one.textContent)";
    assert_eq!(page.texts_of(files), ["participation.csv"]);
    page.press_button(own().put_aside);
    page.wait_for("nothing", "return !document.getElementById('read')");
    // Metadata alone; then both at once, in any order, and one of the campaigns is kept.
    bring_text(page, &metadata.0, &metadata.1);
    page.says(&Language::English.table_missing(&table.0));
    page.press_button(own().put_aside);
    page.wait_for("nothing", "return !document.getElementById('read')");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist/figure");
    let input = page.elements("return [document.getElementById('files')]", &[]).remove(0);
    page.choose_files(&input, &[folder.join(&metadata.0), folder.join(&table.0)]);
    page.wait_for("what was read", "return document.querySelector('[name=found]')");
    let boxes = page.elements("return [...document.querySelectorAll('[name=found]:checked')].slice(1)", &[]);
    for one in boxes {
        page.tab_to(&one);
        page.press(&[key::SPACE]);
    }
    let first = page.text_of("return document.querySelector('form.read h4').textContent");
    page.activate(&page.find("button", own().keep_found));
    page.wait_for("the focus on what came of it", "return document.activeElement.id === 'told'");
    assert_eq!(told(page), Language::English.own_kept(&[first]));
}

fn posts_are_picked_before_anything_is_added(page: &Page) {
    let words = Language::English.picking_phrases();
    own_page_afresh(page);
    bring_text(page, "posts.csv", FOUR);
    page.activate(&page.elements("return [document.querySelector('form summary')]", &[])[0]);
    page.press_button(words.pick_posts);
    page.wait_for("the posts", "return document.activeElement.id === 'with'");
    assert_eq!(shown_posts(page), ["fourth", "third", "second", "first"]);
    // Looked for, which is no answer to the form; what is picked stays so.
    page.write("ir");
    page.press(&[key::ENTER]);
    page.until("those with it", || shown_posts(page) == ["third", "first"]);
    pick(page, "third");
    page.ask("document.getElementById('with').value = ''");
    page.tab_to(&page.find("textbox", Language::English.over_time_phrases().with));
    page.write("o");
    page.until("another one", || shown_posts(page) == ["fourth", "second"]);
    pick(page, "second");
    page.says(&Language::English.picked(2));
    // A campaign that is refused its name leaves the picks as they are.
    page.activate(&page.find("button", own().add));
    page.says(own().name_missing);
    add(page, "Flu");
    let changes = ImportChanges { days: false, new: 2, changed: 0, same: 0, left_out: 2 };
    assert_eq!(told(page), Language::English.import_changes("Flu", &[changes]));
    // The rest to another one, by the same file.
    bring_text(page, "posts.csv", FOUR);
    page.activate(&page.elements("return [document.querySelector('form summary')]", &[])[0]);
    page.press_button(words.pick_posts);
    page.wait_for("the posts", "return document.activeElement.id === 'with'");
    page.says(&Language::English.picked(0));
    pick(page, "first");
    add(page, NAME);
    assert_eq!(contents(page), ["Flu: 2 posts", "Know your numbers: 1 post"]);
}

fn what_is_told_besides_figures_is_written_by_hand(page: &Page) {
    let words = Language::English.written_phrases();
    let [results, gaps, contradictions] = words.tellings;
    let label = |name: &str| {
        let told = words.tellings.iter().flat_map(|its| its.fields).chain(words.figure_fields);
        told.into_iter().find(|field| field.name == name).expect(name).label
    };
    own_page_afresh(page);
    page.activate(
        &page.elements("return [document.querySelector('[data-place=campaigns] summary')]", &[])[0],
    );
    fill_in(page, own().name, "Flu clinics");
    page.press(&[key::ENTER]);
    page.wait_for("its page", "return document.getElementById('told-result')");
    for its in words.tellings {
        page.says(its.none);
    }
    let form = |button: &str| {
        page.press_button(button);
        page.wait_for("the form", "return document.activeElement.id === 'figure-form'");
    };
    let keep = || page.activate(&page.find("button", words.keep_told));
    // A result without a source is told at its field; what is right stays.
    form(results.add);
    fill_in(page, label("text"), "Wards put up posters of their own.");
    page.pick(label("stage"), "outcomes", "outcomes");
    keep();
    what_is_wrong_leads_to(page, &[&format!("{}: {}", words.source, label("source_title"))]);
    assert_eq!(page.ask("return document.querySelector('[name=stage]').value"), "outcomes");
    page.write("Our evaluation");
    page.press(&[key::ENTER]);
    page.wait_for("it in the list", "return document.getElementById('told-result-0')");
    // Why there is no figure, which nobody has to say; and what does not agree.
    form(gaps.add);
    page.pick(label("metric"), "participation", "participation");
    page.pick(label("reason"), "withheld", "suppressed");
    fill_in(page, label("note"), "Fewer than five took part.");
    keep();
    page.says("Fewer than five took part.");
    form(contradictions.add);
    page.says(words.no_definitions);
    keep();
    let what_differs = contradictions.fields.iter().find(|field| field.name == "text").expect("it").label;
    what_is_wrong_leads_to(page, &[what_differs]);
    page.write("The report says five, the press six.");
    keep();
    page.wait_for("it in the list", "return document.getElementById('told-contradiction-0')");
    // What was begun is not lost when something else is opened.
    form(gaps.add);
    fill_in(page, label("note"), "Half a sentence");
    page.press_button(results.add);
    page.says(words.begun);
    assert_eq!(page.ask("return document.querySelector('[name=note]').value"), "Half a sentence");
    page.press_button(words.leave);
    // Left, corrected, and taken out again.
    form(gaps.add);
    page.press_button(words.leave);
    let left = "return document.activeElement.dataset.does + document.activeElement.dataset.what";
    assert_eq!(page.ask(left), "add-toldgap");
    let change = "return [document.querySelector('[data-does=change-told][data-what=contradiction]')]";
    page.activate(&page.elements(change, &[])[0]);
    page.wait_for("the form", "return document.activeElement.id === 'figure-form'");
    page.ask("document.getElementById('told-text').value = 'The report says five, the press seven.'");
    keep();
    page.says("The report says five, the press seven.");
    page.follow(Language::English.over_time_phrases().its_figures);
    page.says("Wards put up posters of their own.");
    page.says("The report says five, the press seven.");
    page.visit(&format!("{}own/campaign.html?campaign=own-flu-clinics", page.site.address()));
    page.wait_for("its page", "return document.getElementById('told-result-0')");
    for what in ["result", "gap", "contradiction"] {
        let remove = format!("return [document.querySelector('[data-does=remove-told][data-what={what}]')]");
        page.activate(&page.elements(&remove, &[])[0]);
        // The page is drawn anew part by part: until its list is there, nothing is.
        let gone = format!(
            "return document.getElementById('told-{what}') && !document.getElementById('told-{what}-0')"
        );
        page.wait_for("it gone", &gone);
    }
}

fn the_theme_is_one_on_all_pages(page: &Page) {
    let theme = || page.ask("return document.documentElement.dataset.theme ?? null");
    let choice = || page.ask("return document.getElementById('theme').value");
    own_page_afresh(page);
    assert_eq!((theme(), choice()), (json!(null), json!("system")));
    page.pick(frame().theme, "dark", "dark");
    assert_eq!(theme(), "dark");
    own_page(page);
    assert_eq!((theme(), choice()), (json!("dark"), json!("dark")));
    page.open("");
    assert_eq!((theme(), choice()), (json!("dark"), json!("dark")));
    page.pick(frame().theme, "high", "high-contrast");
    page.visit(&format!("{}own/campaign.html?campaign=own-nothing", page.site.address()));
    page.wait_for("the page", "return !document.getElementById('theme').closest('label').hidden");
    assert_eq!((theme(), choice()), (json!("high-contrast"), json!("high-contrast")));
    page.pick(frame().theme, "as", "system");
    assert_eq!(theme(), json!(null));
    own_page(page);
    assert_eq!((theme(), choice()), (json!(null), json!("system")));
}

stories! {
    AnyEngine a_damaged_file_ends_nothing_else,
    AnyEngine a_table_of_ours_is_brought_with_its_metadata,
    AnyEngine posts_are_picked_before_anything_is_added,
    AnyEngine what_is_told_besides_figures_is_written_by_hand,
    AnyEngine the_theme_is_one_on_all_pages,
    AnyEngine posts_are_picked_and_moved_to_another_campaign,
    AnyEngine a_move_is_undone,
    AnyEngine of_days_of_another_account_it_is_asked_whose_they_are,
    AnyEngine a_tab_that_is_closed_while_a_file_is_read_leaves_everything_as_it_was,
    AnyEngine a_tab_that_is_closed_while_posts_are_added_adds_all_or_nothing,
    AnyEngine a_campaign_is_written_by_hand,
    AnyEngine ones_own_campaign_is_taken_along,
    AnyEngine a_name_that_is_taken_is_told,
    AnyEngine a_file_is_split_among_campaigns,
    AnyEngine an_unknown_table_is_read_as_the_reader_says_and_so_is_the_next,
    AnyEngine a_store_of_an_earlier_version_is_kept,
    AnyEngine days_and_posts_are_shown_as_they_are_chosen,
    AnyEngine campaigns_lie_beside_each_other_at_one_age,
    AnyEngine a_campaign_that_is_not_here_says_so,
    AnyEngine more_posts_are_shown_on_demand,
    AnyEngine axe_finds_nothing_in_days_and_posts,
    AnyEngine the_numbers_over_time_are_saved,
    AnyEngine everything_is_deleted_only_when_it_is_meant,
    AnyEngine a_case_study_of_another_team_is_kept,
    AnyEngine a_campaign_that_cannot_be_read_is_saved_before_it_is_deleted,
    AnyEngine two_tabs_add_to_one_campaign_at_once,
    AnyEngine a_backup_brings_everything_back,
    AnyEngine an_export_becomes_a_campaign_beside_the_others,
    AnyEngine the_same_file_again_changes_nothing,
    AnyEngine a_campaign_is_deleted_and_brought_back,
    AnyEngine files_are_dropped_onto_the_page,
    AnyEngine a_reading_that_is_cancelled_leaves_everything_as_it_was,
    AnyEngine what_cannot_be_read_is_said_and_can_be_saved,
    AnyEngine dates_that_could_be_two_things_are_asked_about,
    AnyEngine posts_are_put_on_the_day_that_is_wanted,
    AnyEngine what_stands_out_is_shown_before_anything_is_added,
    AnyEngine a_name_is_asked_for,
    AnyEngine axe_finds_nothing_where_files_are_brought,
    DevTools nothing_can_be_kept_where_the_space_is_full,
}
