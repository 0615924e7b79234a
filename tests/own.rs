//! Campaigns of one's own: what exports come to, brought once or again, and the data files
//! that follow from them.

use groundswell::data::{Library, NamedText, Part, read_collection, read_data_file};
use groundswell::format::Language;
use groundswell::model::{Dataset, Date, Observation, Period, Quantity};
use groundswell::own::{Changes, OwnCampaign, Portion};
use groundswell::posts::{Grain, Meaning, ReadingOptions, TableReading, read_export};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

const LANGUAGE: Language = Language::English;

fn today() -> Date {
    Date::of_day(2026, 11, 27).unwrap()
}

fn read(name: &str, bytes: &[u8]) -> Vec<TableReading> {
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    read_export(name, Cursor::new(bytes), options).unwrap_or_default()
}

fn sample(name: &str) -> Vec<TableReading> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name);
    read(name, &fs::read(path).unwrap())
}

fn campaign_of(tables: &[TableReading]) -> OwnCampaign {
    let mut campaign = OwnCampaign::new("Know your numbers", &[]);
    for table in tables {
        campaign.take(table, today());
    }
    campaign
}

fn observation<'a>(dataset: &'a Dataset, definition: &str, unit: &str) -> &'a Observation {
    let mut found = dataset.observations.iter().filter(|o| o.definition == definition && o.unit == unit);
    let only =
        found.next().unwrap_or_else(|| panic!("no {definition} in {unit}: {:#?}", dataset.observations));
    assert_eq!(found.next(), None, "one number for one thing");
    only
}

fn part_of(text: &str) -> Part {
    read_collection("own.json", text, 0).unwrap()
}

fn exact(value: f64) -> Quantity {
    Quantity::Exact { value, stated_to: 1.0 }
}

#[test]
fn an_export_of_posts_becomes_figures_like_the_published_ones() {
    let tables = sample("x_account_analytics_content.csv");
    let campaign = campaign_of(&tables);
    let dataset = campaign.dataset(LANGUAGE);
    assert_eq!(dataset.campaigns[0].id, "own-know-your-numbers");
    assert_eq!(dataset.campaigns[0].platforms, ["X"]);
    let sums: BTreeMap<&str, i64> = tables[0].sums.iter().map(|(m, sum)| (m.slug(), *sum)).collect();
    let shown = observation(&dataset, "impressions.served", "impressions");
    assert_eq!(shown.quantity, exact(sums["impressions"] as f64));
    assert_eq!((shown.scope.as_deref(), &*shown.platforms), (None, &["X".to_owned()][..]));
    let (from, to) = tables[0].period.unwrap();
    assert_eq!(shown.period, Period::Span(Some(from), Some(to)));
    assert_eq!(shown.locator.as_deref(), Some("X content export"));
    assert_eq!(observation(&dataset, "engagement.likes", "likes").quantity, exact(sums["likes"] as f64));
    assert_eq!(observation(&dataset, "engagement.shares", "reposts").quantity, exact(sums["reposts"] as f64));
    assert_eq!(observation(&dataset, "input.posts", "posts").quantity, exact(tables[0].rows as f64));
    assert_eq!(dataset.sources[0].title, "Own data, imported on 27 Nov 2026");
}

#[test]
fn every_sample_gives_a_data_file_without_a_fault() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    let files_in = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut figures = 0;
    for path in [folder.clone(), folder.join("own"), folder.join("traps")].into_iter().flat_map(files_in) {
        if path.is_dir() || path.ends_with("expected.txt") {
            continue;
        }
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let campaign = campaign_of(&read(&name, &fs::read(&path).unwrap()));
        assert_eq!(OwnCampaign::unpacked(&campaign.packed()).as_ref(), Ok(&campaign), "{name}");
        let text = campaign.data_file(LANGUAGE);
        let mut library = Library::new(LANGUAGE);
        library.take_in("index.json".to_owned(), Ok(CATALOGUE.to_owned()));
        library.take_in_own("Own", vec![(format!("{name}.json"), text)]);
        let (dataset, faults) = library.dataset();
        assert_eq!((faults, library.problems()), (Vec::new(), Vec::new()), "{name}");
        assert_eq!(dataset.campaigns.len(), 1, "{name}");
        assert_eq!(dataset.observations.len(), campaign.dataset(LANGUAGE).observations.len(), "{name}");
        figures += dataset.observations.len();
    }
    assert!(figures > 100, "only {figures} figures");
}

/// A catalogue without any collection that is loaded.
const CATALOGUE: &str = r#"{"format":"groundswell-catalogue","version":1,"title":"Title",
    "datasets":[{"id":"toolkit","file":"toolkit.json","title":"Toolkit","load":"on-request"}]}"#;

/// A file that the address names is read with the others each time, and told of once.
#[test]
fn a_named_file_that_cannot_be_read_is_told_of_once() {
    let mut library = Library::new(LANGUAGE);
    library.take_in("index.json".to_owned(), Ok(CATALOGUE.to_owned()));
    library.take_in_named(Some("ours.json"), Ok(NamedText { text: "no data".to_owned(), told: Vec::new() }));
    for _ in 0..2 {
        library.dataset();
        assert_eq!(library.problems().len(), 1, "{:?}", library.problems());
    }
    library.take_in_named(None, Ok(NamedText::default()));
    library.dataset();
    assert_eq!(library.problems(), [""; 0]);
}

#[test]
fn the_same_export_again_changes_nothing() {
    for name in
        ["x_account_analytics_content.csv", "meta_insights_views_utf16le.csv", "linkedin_page_content.xlsx"]
    {
        let tables = sample(name);
        let mut campaign = campaign_of(&tables);
        let before = campaign.clone();
        for table in &tables {
            if let Some(changes) = campaign.take(table, today()) {
                assert_eq!((changes.new, changes.changed), (0, 0), "{name}");
                assert!(changes.same > 0, "{name}");
            }
        }
        assert_eq!(campaign, before, "{name}");
    }
}

#[test]
fn an_overlapping_export_takes_the_place_day_by_day() {
    let head = "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n";
    let day = |date: &str, impressions: u32| format!("\"{date}\",{impressions},1,2,0,0,0,0,0,0,0,0,0,0\n");
    let first = read(
        "a.csv",
        [head, &day("Fri, Mar 21, 2025", 1_070), &day("Thu, Mar 20, 2025", 500)].concat().as_bytes(),
    );
    let later = read(
        "b.csv",
        [head, &day("Sat, Mar 22, 2025", 90), &day("Fri, Mar 21, 2025", 1_178)].concat().as_bytes(),
    );
    assert_eq!(first[0].grain, Grain::Day);
    let mut campaign = campaign_of(&first);
    let changes = campaign.take(&later[0], today());
    assert_eq!(changes, Some(Changes { new: 1, changed: 1, same: 0, left_out: 0 }));
    let dataset = campaign.dataset(LANGUAGE);
    let shown = observation(&dataset, "impressions.served", "impressions");
    assert_eq!(shown.quantity, exact(500.0 + 1_178.0 + 90.0));
    assert_eq!(
        shown.scope.as_deref(),
        Some("the whole account"),
        "days of an account are no posts of a campaign"
    );
    assert_eq!(campaign.days(), 3);
}

#[test]
fn what_is_not_reported_makes_a_total_a_number_from_below() {
    let text = "Post ID,Account username,Publish time,Views,Reach,Likes,Shares,Saves\n\
                1,a,09/28/2026 18:12,100,80,5,1,1\n2,a,09/29/2026 18:12,,70,3,1,1\n";
    let tables = read("ig.csv", text.as_bytes());
    let dataset = campaign_of(&tables).dataset(LANGUAGE);
    let views = observation(&dataset, "views.displayed", "views");
    assert_eq!(views.quantity, Quantity::AtLeast(100.0));
    assert_eq!(views.note.as_deref(), Some("Instagram: 1 of 2 posts do not report it."));
    assert_eq!(observation(&dataset, "engagement.likes", "likes").quantity, exact(8.0));
    let reach = observation(&dataset, "reach.accounts", "accounts").quantity;
    assert_eq!((reach.interval().contains(80.0), reach.interval().contains(150.0)), (true, true));
    assert_eq!((reach.interval().contains(79.0), reach.interval().contains(151.0)), (false, false));
}

#[test]
fn what_could_not_be_read_makes_a_total_a_number_from_below() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Tue, Jul 14, 2026\",a,,100,5\n2,\"Wed, Jul 15, 2026\",b,,many,3\n";
    let tables = read("x.csv", text.as_bytes());
    assert_eq!(tables[0].rejected_rows, 1);
    let dataset = campaign_of(&tables).dataset(LANGUAGE);
    let shown = observation(&dataset, "impressions.served", "impressions");
    assert_eq!(shown.quantity, Quantity::AtLeast(100.0));
    assert_eq!(shown.note.as_deref(), Some("X: 1 row could not be read."));
}

#[test]
fn several_platforms_make_one_campaign() {
    let mut tables = sample("x_account_analytics_content.csv");
    tables.extend(sample("linkedin_page_all_posts_as_csv.csv"));
    let campaign = campaign_of(&tables);
    let dataset = campaign.dataset(LANGUAGE);
    let shown = observation(&dataset, "impressions.served", "impressions");
    let sum_of = |table: &TableReading| {
        table.sums.iter().find(|(measure, _)| measure.slug() == "impressions").map_or(0, |(_, sum)| *sum)
    };
    assert_eq!(shown.quantity, exact(tables.iter().map(sum_of).sum::<i64>() as f64));
    assert_eq!(shown.platforms, ["X", "LinkedIn"]);
    assert!(shown.note.as_deref().unwrap().contains("X "), "{:?}", shown.note);
    assert_eq!(campaign.posts() as u64, tables.iter().map(|table| table.rows).sum::<u64>());
}

#[test]
fn posts_and_the_days_of_an_account_are_never_added_up() {
    let mut tables = sample("x_account_analytics_content.csv");
    let posts = campaign_of(&tables).dataset(LANGUAGE);
    tables.extend(sample("x_old_tweet_activity_by_day.csv"));
    let both = campaign_of(&tables).dataset(LANGUAGE);
    let figure = |dataset: &Dataset, scope: Option<&str>| {
        let of = |o: &&Observation| o.definition == "impressions.served" && o.scope.as_deref() == scope;
        dataset.observations.iter().find(of).map(|o| o.quantity)
    };
    assert_eq!(figure(&both, None), figure(&posts, None));
    assert!(figure(&both, None).is_some() && figure(&both, Some("the whole account")).is_some());
}

#[test]
fn names_become_ids_that_no_other_campaign_has() {
    let id = |name: &str, taken: &[&str]| OwnCampaign::new(name, taken).id().to_owned();
    assert_eq!(id(" Know Your Numbers! ", &[]), "own-know-your-numbers");
    assert_eq!(id("Know your numbers", &["own-know-your-numbers"]), "own-know-your-numbers-2");
    assert_eq!(id("\u{5065}\u{5eb7}", &[]), "own-campaign");
    assert_eq!(id("", &["own-campaign", "own-campaign-2"]), "own-campaign-3");
    for name in ["a", "--a--", "#Hello  World", "\u{c9}t\u{e9} 2026"] {
        let part = part_of(&OwnCampaign::new(name, &[]).data_file(LANGUAGE));
        assert_eq!(part.file(), "own.json");
    }
}

/// What a file says that it is, is not what something in it is called.
#[test]
fn a_campaign_can_be_called_as_a_format() {
    for name in ["groundswell-extract", "groundswell-dataset"] {
        let campaign = OwnCampaign::new(name, &[]);
        let (dataset, faults) = read_data_file("own.json", &campaign.data_file(LANGUAGE)).unwrap();
        assert_eq!((&*dataset.campaigns[0].name, faults), (name, Vec::new()));
    }
}

/// Names of columns are part of what is told of an unknown table, and a file can have any
/// letter in them.
#[test]
fn letters_that_nobody_sees_leave_no_fault_in_the_data_file() {
    let text = "Post\u{1d}id,Da\u{202e}te,Date,Likes\n1,x,2026-02-03,5\n2,x,2026-02-04,-\n";
    let tables = read("a.csv", text.as_bytes());
    let mut campaign = OwnCampaign::new("A\u{1d} name", &[]);
    campaign.take(&tables[0], today()).unwrap();
    let (dataset, faults) = read_data_file("own.json", &campaign.data_file(LANGUAGE)).unwrap();
    assert_eq!(faults, []);
    assert_eq!(dataset.campaigns[0].name, "A\u{fffd} name");
    assert!(dataset.observations.iter().any(|known| known.note.is_some()));
}

#[test]
fn damaged_bytes_are_no_campaign() {
    let packed = campaign_of(&sample("x_account_analytics_content.csv")).packed();
    for at in 0..packed.len() {
        let cut = OwnCampaign::unpacked(&packed[..at]);
        assert!(cut.is_err(), "cut at {at}");
        let mut other = packed.clone();
        other[at] ^= 0x55;
        // Whatever it is taken for, its figures can be told, and read as any.
        if let Ok(campaign) = OwnCampaign::unpacked(&other) {
            let read = read_data_file("own.json", &campaign.data_file(LANGUAGE));
            assert!(read.is_ok_and(|(_, faults)| faults.is_empty()), "at {at}");
        }
    }
}

#[test]
fn a_file_is_split_among_campaigns_by_time_and_hashtag() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",#FluJab now,,10,1\n2,\"Jul 2, 2026\",#KnowYourNumbers,,20,1\n\
                3,\"Jul 3, 2026\",#flujab again,,40,1\n4,,#FluJab some time,,80,1\n";
    let tables = read("x.csv", text.as_bytes());
    let july = |day| Date::of_day(2026, 7, day);
    let shown = |portion: Portion| {
        let mut campaign = OwnCampaign::new("Flu", &[]);
        let changes = campaign.take_portion(&tables[0], &portion, today())?;
        let dataset = campaign.dataset(LANGUAGE);
        Some((observation(&dataset, "impressions.served", "impressions").quantity, changes.left_out))
    };
    let tag = |tag: &str| Some(tag.to_owned());
    assert_eq!(shown(Portion::default()), Some((exact(150.0), 0)));
    assert_eq!(shown(Portion { hashtag: tag("#flujab"), ..Portion::default() }), Some((exact(130.0), 1)));
    assert_eq!(shown(Portion { from: july(2), ..Portion::default() }), Some((exact(60.0), 2)));
    let both = Portion { from: july(1), to: july(2), hashtag: tag("FluJab") };
    assert_eq!(shown(both), Some((exact(10.0), 3)));
    assert_eq!(shown(Portion { hashtag: tag("other"), ..Portion::default() }), None);
    // Of the days of an account, nobody knows what was under a hashtag.
    let days = sample("x_old_tweet_activity_by_day.csv");
    let mut campaign = OwnCampaign::new("Flu", &[]);
    let portion = Portion { hashtag: tag("flujab"), ..Portion::default() };
    assert_eq!(campaign.take_portion(&days[0], &portion, today()), None);
    // Each part is then brought up to date for itself.
    let mut campaign = OwnCampaign::new("Flu", &[]);
    let portion = Portion { hashtag: tag("flujab"), ..Portion::default() };
    campaign.take_portion(&tables[0], &portion, today()).unwrap();
    let again = campaign.take_portion(&tables[0], &portion, today()).unwrap();
    assert_eq!(again, Changes { new: 0, changed: 0, same: 3, left_out: 1 });
}

/// A post: its id, its day of the month, what it counts.
type Post = (u8, u8, Option<u16>, Option<u16>);

fn export_of(posts: &[Post]) -> Vec<TableReading> {
    let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes,Reposts\n".to_owned();
    for (id, day, impressions, likes) in posts {
        let count = |count: &Option<u16>| count.map(|count| count.to_string()).unwrap_or_default();
        text +=
            &format!("{id},\"Mar {}, 2026\",t,,{},{},0\n", day % 28 + 1, count(impressions), count(likes));
    }
    read("x.csv", text.as_bytes())
}

fn posts() -> impl Strategy<Value = Vec<Post>> {
    let post = (0u8..12, any::<u8>(), any::<Option<u16>>(), any::<Option<u16>>());
    proptest::collection::vec(post, 1..20)
}

proptest! {
    #[test]
    fn whatever_comes_again_is_counted_once(first in posts(), later in posts()) {
        let mut campaign = campaign_of(&export_of(&first));
        campaign.take(&export_of(&later)[0], today());
        // What a table of posts by id would hold: of each count, what was said last.
        let mut known: BTreeMap<u8, (Option<u16>, Option<u16>)> = BTreeMap::new();
        for (id, _, impressions, likes) in first.iter().chain(&later) {
            let post = known.entry(*id).or_default();
            *post = (impressions.or(post.0), likes.or(post.1));
        }
        let dataset = campaign.dataset(LANGUAGE);
        prop_assert_eq!(campaign.posts(), known.len());
        let counts: Vec<Option<u16>> = known.values().map(|post| post.0).collect();
        let sum: f64 = counts.iter().flatten().map(|count| f64::from(*count)).sum();
        let shown = dataset.observations.iter().find(|o| o.definition == "impressions.served").map(|o| o.quantity);
        prop_assert_eq!(shown, match (counts.iter().all(Option::is_some), counts.iter().any(Option::is_some)) {
            (true, _) => Some(exact(sum)),
            (_, true) => Some(Quantity::AtLeast(sum)),
            _ => None,
        });
        prop_assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign));
    }

    #[test]
    fn what_is_kept_is_what_was_added_up(first in posts()) {
        let table = &export_of(&first)[0];
        let kept = table.kept.as_ref().unwrap();
        prop_assert_eq!(kept.len() as u64, table.rows);
        for (at, meaning) in kept.counted().iter().enumerate() {
            let Meaning::Count(measure) = meaning else { continue };
            let sum: i64 = kept.rows().filter_map(|row| row.counts().nth(at).flatten()).sum();
            let told = table.sums.iter().find(|(known, _)| known == measure).map_or(0, |(_, sum)| *sum);
            prop_assert_eq!(sum, told);
        }
    }
}
