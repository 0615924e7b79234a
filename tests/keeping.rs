//! What is kept and passed on: backups, case studies that another team sends, and what
//! becomes of those that are here already.

use groundswell::data::{Library, is_data_file, read_data_file};
use groundswell::format::Language;
use groundswell::model::{Dataset, Date, Observation, Quantity};
use groundswell::own::{
    Arrival, Backup, Changes, Filled, KeptBytes, OwnCampaign, is_backup, read_backup, write_backup,
};
use groundswell::posts::{ReadingOptions, TableReading, read_export};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

const LANGUAGE: Language = Language::English;

fn day(day: u8) -> Date {
    Date::of_day(2026, 11, day).unwrap()
}

fn published(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(file)).unwrap()
}

fn sample(name: &str) -> Vec<TableReading> {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name)).unwrap();
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    read_export(name, Cursor::new(bytes), options).unwrap()
}

/// An export of posts, each its id and how often it was shown.
fn export(posts: &[(u32, u32)]) -> Vec<TableReading> {
    let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes\n".to_owned();
    for (id, impressions) in posts {
        text += &format!("{id},\"Tue, Jul 14, 2026\",text,,{impressions},1\n");
    }
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    read_export("x.csv", Cursor::new(text.into_bytes()), options).unwrap()
}

fn campaign_of(tables: &[TableReading], imported: Date) -> OwnCampaign {
    let mut campaign = OwnCampaign::new("Know your numbers", &[]);
    for table in tables {
        campaign.take(table, imported);
    }
    campaign
}

fn impressions(campaign: &OwnCampaign) -> Option<Quantity> {
    let of = |o: &&Observation| o.definition == "impressions.served";
    campaign.dataset(LANGUAGE).observations.iter().find(of).map(|o| o.quantity)
}

fn exact(value: f64) -> Option<Quantity> {
    Some(Quantity::Exact { value, stated_to: 1.0 })
}

fn kept(campaigns: &[OwnCampaign]) -> Vec<KeptBytes> {
    let kept = campaigns.iter().map(|campaign| KeptBytes {
        id: campaign.id().to_owned(),
        data: campaign.data_file(LANGUAGE),
        packed: campaign.packed(),
    });
    kept.collect()
}

fn case_studies(text: &str) -> Vec<OwnCampaign> {
    let (dataset, faults) = read_data_file("sent.json", text).unwrap();
    assert_eq!(faults, []);
    OwnCampaign::of_dataset(&dataset, LANGUAGE, day(27))
}

/// What the page shows with these files beside the published ones.
fn beside_the_published(files: Vec<(String, String)>) -> (Dataset, Vec<String>) {
    let mut library = Library::new(LANGUAGE);
    for file in ["index.json", "toolkit.json", "published.json"] {
        library.take_in(file.to_owned(), Ok(published(file)));
    }
    library.take_in_own("Own", files);
    let (dataset, faults) = library.dataset();
    let mut said = library.problems();
    said.extend(faults.iter().map(|fault| fault.tell(LANGUAGE)));
    (dataset, said)
}

#[test]
fn a_published_case_study_is_one_of_ones_own_with_the_same_figures() {
    let (dataset, _) = read_data_file("toolkit.json", &published("toolkit.json")).unwrap();
    let campaigns = OwnCampaign::of_dataset(&dataset, LANGUAGE, day(27));
    assert_eq!(campaigns.len(), dataset.campaigns.len());
    for (own, before) in campaigns.iter().zip(&dataset.campaigns) {
        let after = own.dataset(LANGUAGE);
        assert_eq!(own.id(), format!("own-{}", before.id));
        assert_eq!(after.campaigns[0].story, before.story);
        assert_eq!(after.campaigns[0].objectives.len(), before.objectives.len());
        let told: Vec<&Observation> = dataset.observations_of(&before.id).map(|(_, o)| o).collect();
        assert_eq!((after.observations.len(), own.told_figures()), (told.len(), told.len()));
        for (after, before) in after.observations.iter().zip(told) {
            // Ours are called so because they mean the same.
            assert_eq!(
                (&after.definition, after.quantity, &after.period),
                (&before.definition, before.quantity, &before.period)
            );
            let source = |of: &Dataset, id: &str| of.source(id).map(|source| source.title.clone());
            assert_eq!(source(&own.dataset(LANGUAGE), &after.source), source(&dataset, &before.source));
        }
        let (shown, said) = beside_the_published(vec![("own.json".to_owned(), own.data_file(LANGUAGE))]);
        assert_eq!(said, Vec::<String>::new());
        assert_eq!(shown.observations_of(own.id()).count(), after.observations.len());
    }
}

#[test]
fn a_case_study_that_is_sent_and_sent_back_is_the_same() {
    let campaign = campaign_of(&sample("x_account_analytics_content.csv"), day(27));
    let text = campaign.data_file(LANGUAGE);
    assert!(is_data_file(text.as_bytes()) && !is_data_file(b"{\"format\":\"other\"}"));
    let sent = case_studies(&text).remove(0);
    assert_eq!((sent.id(), sent.posts()), (campaign.id(), 0), "figures only");
    assert_eq!(sent.dataset(LANGUAGE).observations, campaign.dataset(LANGUAGE).observations);
    assert_eq!(sent.data_file(LANGUAGE), text);
    assert_eq!(OwnCampaign::unpacked(&sent.packed()), Ok(sent));
}

#[test]
fn what_counts_something_else_under_our_name_is_told_apart() {
    let text = campaign_of(&sample("x_account_analytics_content.csv"), day(27)).data_file(LANGUAGE);
    let other = text.replace("One person can be shown it many times.", "Counted by hand.");
    assert_ne!(other, text);
    let sent = case_studies(&other).remove(0);
    let ids: BTreeSet<String> =
        sent.dataset(LANGUAGE).observations.into_iter().map(|o| o.definition).collect();
    assert!(ids.contains("impressions.served-own-know-your-numbers"), "{ids:?}");
    assert!(!ids.contains("impressions.served") && ids.contains("engagement.likes"), "{ids:?}");
    let (shown, said) = beside_the_published(vec![("own.json".to_owned(), sent.data_file(LANGUAGE))]);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(shown.observations_of(sent.id()).count(), sent.told_figures());
}

#[test]
fn what_counts_something_else_under_a_published_name_is_left_out_and_told() {
    let (dataset, _) = read_data_file("toolkit.json", &published("toolkit.json")).unwrap();
    let ours = |id: &str| id.parse::<groundswell::format::OwnDefinition>().is_ok();
    let theirs = dataset
        .definitions
        .iter()
        .find(|known| !ours(&known.id) && dataset.observations.iter().any(|o| o.definition == known.id));
    let theirs = theirs.unwrap();
    let mut other = dataset.clone();
    for definition in other.definitions.iter_mut().filter(|known| known.id == theirs.id) {
        definition.counts = "Something else.".to_owned();
    }
    let about = |campaign: &&OwnCampaign| {
        campaign.dataset(LANGUAGE).observations.iter().any(|o| o.definition == theirs.id)
    };
    let campaigns = OwnCampaign::of_dataset(&other, LANGUAGE, day(27));
    let campaign = campaigns.iter().find(about).unwrap();
    let (shown, said) = beside_the_published(vec![("sent.json".to_owned(), campaign.data_file(LANGUAGE))]);
    assert!(said.iter().any(|sentence| sentence.contains("sent.json")), "{said:?}");
    assert!(shown.observations_of(campaign.id()).all(|(_, o)| o.definition != theirs.id));
}

#[test]
fn a_fault_in_a_case_study_is_told_and_the_rest_is_kept() {
    let text = campaign_of(&sample("x_account_analytics_content.csv"), day(27)).data_file(LANGUAGE);
    let broken = text.replacen("\"comparator\": \"=\"", "\"comparator\": \"roughly\"", 1);
    assert_ne!(broken, text);
    let (dataset, faults) = read_data_file("sent.json", &broken).unwrap();
    assert_eq!(faults.len(), 1);
    let whole = case_studies(&text).remove(0).told_figures();
    let campaign = OwnCampaign::of_dataset(&dataset, LANGUAGE, day(27)).remove(0);
    assert_eq!(campaign.told_figures(), whole - 1);
    for text in ["", "{", "[]", "{\"format\":\"groundswell-dataset\"}"] {
        assert!(read_data_file("sent.json", text).is_err() || text.len() > 3, "{text}");
    }
}

/// What is kept under a name is found again: one with a tab was once taken for damage.
#[test]
fn a_name_of_several_lines_is_kept_in_one() {
    let sent = r#"{"format":"groundswell-dataset","version":1,"id":"walk","title":"Walk","updated":"2026-07-01",
        "definitions":[],"sources":[],"observations":[],
        "campaigns":[{"id":"walk","name":"Walk\tto\nwork","platforms":["X"]}]}"#;
    let campaign = case_studies(sent).remove(0);
    assert_eq!(campaign.name(), "Walk to work");
    assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign.clone()));
    let renamed = campaign.with_facts(&Filled(&[("name", "Walk\tto school")]), day(27)).unwrap();
    assert_eq!(renamed.name(), "Walk to school");
    assert_eq!(OwnCampaign::unpacked(&renamed.packed()), Ok(renamed));
}

#[test]
fn what_is_not_here_is_new_and_what_is_here_is_the_same() {
    let campaign = campaign_of(&export(&[(1, 10), (2, 20)]), day(27));
    assert_eq!(campaign.clone().arrive(None, LANGUAGE), Ok((campaign.clone(), Arrival::New)));
    let again = campaign.clone().arrive(Some(&campaign), LANGUAGE);
    assert_eq!(again, Ok((campaign, Arrival::Same)));
}

#[test]
fn what_was_imported_later_counts_whichever_arrives() {
    let older = campaign_of(&export(&[(1, 10), (2, 20), (3, 30)]), day(20));
    let newer = campaign_of(&export(&[(2, 25), (3, 30), (4, 40)]), day(27));
    let posts =
        |new, changed, same| Arrival::Merged(vec![(false, Changes { new, changed, same, left_out: 0 })]);
    let (back, arrival) = older.clone().arrive(Some(&newer), LANGUAGE).unwrap();
    assert_eq!(arrival, posts(1, 0, 3), "the older one brings only what was missing");
    assert_eq!(impressions(&back), exact(10.0 + 25.0 + 30.0 + 40.0));
    let (forth, arrival) = newer.clone().arrive(Some(&older), LANGUAGE).unwrap();
    assert_eq!(arrival, posts(1, 1, 1));
    assert_eq!((impressions(&forth), forth.posts()), (impressions(&back), back.posts()));
    // Once both are one, neither brings anything more.
    assert_eq!(older.arrive(Some(&forth), LANGUAGE).unwrap().1, Arrival::Same);
    assert_eq!(newer.arrive(Some(&forth), LANGUAGE).unwrap().1, Arrival::Same);
}

#[test]
fn figures_and_the_posts_behind_them_are_never_counted_together() {
    let campaign = campaign_of(&export(&[(1, 10), (2, 20)]), day(27));
    let sent = case_studies(&campaign.data_file(LANGUAGE)).remove(0);
    for (arriving, here, id, name) in [
        (&sent, &campaign, "own-know-your-numbers-figures", "Know your numbers (figures only)"),
        (&campaign, &sent, "own-know-your-numbers-posts", "Know your numbers (from posts)"),
    ] {
        let find = |id: &str| (id == here.id()).then(|| here.clone());
        assert_eq!(arriving.arrival(&find, LANGUAGE), Arrival::Beside);
        let after = *arriving.clone().arrive(Some(here), LANGUAGE).unwrap_err();
        assert_eq!((after.id(), after.name()), (id, name));
        assert_eq!(OwnCampaign::unpacked(&after.packed()).as_ref(), Ok(&after), "it is kept and found again");
        // The same file again finds what it was kept as.
        let find = |id: &str| [here, &after].into_iter().find(|one| one.id() == id).cloned();
        assert_eq!(arriving.arrival(&find, LANGUAGE), Arrival::Same);
        assert_eq!(impressions(&after), exact(30.0));
        let files = [here, &after].map(|one| (format!("{}.json", one.id()), one.data_file(LANGUAGE)));
        let (shown, said) = beside_the_published(files.to_vec());
        assert_eq!(said, Vec::<String>::new());
        assert_eq!(shown.campaign(after.id()).map(|known| &*known.name), Some(name));
        for one in [here, &after] {
            assert_eq!(
                shown.observations_of(one.id()).count(),
                one.dataset(LANGUAGE).observations.len(),
                "{}",
                one.id()
            );
        }
    }
}

#[test]
fn a_case_study_sent_anew_takes_the_place_of_the_one_before() {
    let text = campaign_of(&export(&[(1, 10)]), day(20)).data_file(LANGUAGE);
    let (dataset, _) = read_data_file("sent.json", &text).unwrap();
    let before = OwnCampaign::of_dataset(&dataset, LANGUAGE, day(20)).remove(0);
    let corrected = case_studies(&text.replace("\"value\": 10", "\"value\": 12")).remove(0);
    let (after, arrival) = corrected.arrive(Some(&before), LANGUAGE).unwrap();
    assert_eq!((arrival, impressions(&after)), (Arrival::Replaced, exact(12.0)));
}

#[test]
fn exports_join_a_campaign_of_which_a_data_file_tells() {
    let (dataset, _) = read_data_file("toolkit.json", &published("toolkit.json")).unwrap();
    let mut campaign = OwnCampaign::of_dataset(&dataset, LANGUAGE, day(20)).remove(0);
    let told = campaign.told_figures();
    let story = campaign.dataset(LANGUAGE).campaigns[0].story.clone();
    campaign.take(&export(&[(1, 10)])[0], day(27)).unwrap();
    let both = campaign.dataset(LANGUAGE);
    assert!(both.observations.len() > told);
    assert_eq!((&both.campaigns[0].story, both.campaigns.len()), (&story, 1));
    let (shown, said) = beside_the_published(vec![("own.json".to_owned(), campaign.data_file(LANGUAGE))]);
    assert_eq!(said, Vec::<String>::new());
    assert_eq!(shown.observations_of(campaign.id()).count(), both.observations.len());
}

#[test]
fn a_backup_brings_everything_back() {
    let campaigns = [
        campaign_of(&sample("x_account_analytics_content.csv"), day(27)),
        case_studies(
            &campaign_of(&export(&[(1, 10)]), day(27)).data_file(LANGUAGE).replace("own-know", "own-b"),
        )
        .remove(0),
    ];
    let mappings = vec!["{}".to_owned()];
    let mut bytes = write_backup(&kept(&campaigns), &mappings, "What this is.");
    assert!(is_backup(&bytes[..4096.min(bytes.len())]));
    let whole = Backup { campaigns: campaigns.to_vec(), mappings, damaged: Vec::new() };
    assert_eq!(read_backup(Cursor::new(&bytes)), Ok(whole));
    // The data files in it are for everybody.
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let text = std::io::read_to_string(archive.by_name("own-know-your-numbers.json").unwrap()).unwrap();
    assert_eq!(text, campaigns[0].data_file(LANGUAGE));
    // What is damaged is kept in it too, and told of.
    let mut with_damage = kept(&campaigns);
    with_damage[0].packed.truncate(40);
    bytes = write_backup(&with_damage, &[], "What this is.");
    let backup = read_backup(Cursor::new(&bytes)).unwrap();
    assert_eq!(backup.campaigns, campaigns[1..]);
    assert_eq!(backup.damaged, ["own-know-your-numbers.posts"]);
    assert!(read_backup(Cursor::new(&bytes[..bytes.len() - 30])).is_err());
}

#[test]
fn other_archives_are_no_backups() {
    for name in ["tiktok_Overview_2025-12-30_1767398400_examplenhs.zip", "x_account_analytics_content.csv"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name);
        assert!(!is_backup(&fs::read(path).unwrap()), "{name}");
    }
    assert!(!is_backup(b"") && !is_backup(b"PK\x03\x04"));
}

proptest! {
    #[test]
    fn damage_to_a_backup_never_does_more_than_leave_out(at in 0usize..4_000, by in 1u8..) {
        let campaigns = [campaign_of(&export(&[(1, 10), (2, 20)]), day(27))];
        let mut bytes = write_backup(&kept(&campaigns), &[], "What this is.");
        let at = at % bytes.len();
        bytes[at] ^= by;
        if let Ok(backup) = read_backup(Cursor::new(&bytes)) {
            // The archive's checksums see to it that nothing else is read for it.
            prop_assert!(backup.campaigns.is_empty() || backup.campaigns == campaigns);
        }
    }

    #[test]
    fn two_that_met_are_one_whichever_comes_first(
        first in proptest::collection::btree_map(0u32..8, 0u32..5, 1..8),
        later in proptest::collection::btree_map(0u32..8, 0u32..5, 1..8),
    ) {
        let list = |posts: &std::collections::BTreeMap<u32, u32>| -> Vec<(u32, u32)> {
            posts.iter().map(|(id, count)| (*id, *count)).collect()
        };
        let older = campaign_of(&export(&list(&first)), day(20));
        let newer = campaign_of(&export(&list(&later)), day(27));
        let (back, _) = older.clone().arrive(Some(&newer), LANGUAGE).unwrap();
        let (forth, _) = newer.clone().arrive(Some(&older), LANGUAGE).unwrap();
        let mut known = first;
        known.extend(later);
        let sum = f64::from(known.values().sum::<u32>());
        prop_assert_eq!(impressions(&back), exact(sum));
        prop_assert_eq!(impressions(&forth), exact(sum));
        prop_assert_eq!((back.posts(), forth.posts()), (known.len(), known.len()));
        prop_assert_eq!(older.arrive(Some(&back), LANGUAGE).unwrap().1, Arrival::Same);
    }
}
