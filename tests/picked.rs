//! Posts that are picked one by one and moved to another campaign: nothing is counted twice,
//! nothing is lost, and what a file brings of them later finds them where they are.

use groundswell::figure::ranking_html;
use groundswell::format::{FoundElsewhere, Language, MovedPosts};
use groundswell::model::{Date, Observation, Quantity};
use groundswell::own::{
    Changes, Import, Imported, NotImported, OwnCampaign, Picked, Portion, PostsMoved, Whose, read_backup,
};
use groundswell::posts::{ReadingOptions, TableReading, read_export};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

const LANGUAGE: Language = Language::English;

fn day(day: u8) -> Date {
    Date::of_day(2026, 11, day).unwrap()
}

fn read(text: &str) -> TableReading {
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    read_export("x.csv", Cursor::new(text.as_bytes()), options).unwrap().remove(0)
}

/// An export of posts, each its id and how often it was shown.
fn export(posts: &[(u32, u32)]) -> TableReading {
    let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes\n".to_owned();
    for (id, impressions) in posts {
        text += &format!("{id},\"Tue, Jul 14, 2026\",text {id},,{impressions},1\n");
    }
    read(&text)
}

fn campaign_of(name: &str, posts: &[(u32, u32)], imported: Date) -> OwnCampaign {
    let mut campaign = OwnCampaign::new(name, &[]);
    if !posts.is_empty() {
        campaign.take(&export(posts), imported).unwrap();
    }
    campaign
}

/// Its posts, each with how often it was shown.
fn posts(campaign: &OwnCampaign) -> BTreeMap<u32, i64> {
    let ranking = campaign.ranking("impressions.served impressions", "", usize::MAX);
    assert_eq!(ranking.silent, 0);
    let id = |text: &str| text.trim_start_matches("text ").parse().unwrap();
    let found: BTreeMap<u32, i64> =
        ranking.posts.iter().map(|post| (id(&post.text), post.count.unwrap())).collect();
    assert_eq!(found.len(), campaign.posts(), "no post is there twice");
    found
}

/// Picks the posts of these ids.
fn picked(campaign: &OwnCampaign, ids: &[u32]) -> Picked {
    let mut picked = Picked::default();
    for post in campaign.ranking("impressions.served impressions", "", usize::MAX).posts {
        if ids.iter().any(|id| post.text == format!("text {id}")) {
            picked.pick(&post.name, true);
        }
    }
    picked
}

fn figure(campaign: &OwnCampaign, definition: &str) -> Option<Quantity> {
    let of = |o: &&Observation| o.definition == definition;
    campaign.dataset(LANGUAGE).observations.iter().find(of).map(|o| o.quantity)
}

fn exact(value: f64) -> Option<Quantity> {
    Some(Quantity::Exact { value, stated_to: 1.0 })
}

fn import(
    campaign: &mut OwnCampaign,
    table: &TableReading,
    others: &mut [OwnCampaign],
    today: Date,
) -> Imported {
    let (portion, whose) = (Portion::default(), Whose::Unsaid);
    let import =
        Import { table, portion: &portion, picked: &Picked::default(), account: None, whose: &whose, today };
    campaign.take_beside(&import, others).unwrap()
}

#[test]
fn the_totals_of_both_campaigns_follow() {
    let mut flu = campaign_of("Flu", &[(1, 10), (2, 20), (3, 40)], day(20));
    let mut numbers = OwnCampaign::new("Know your numbers", &["own-flu"]);
    let chosen = picked(&flu, &[1, 3]);
    assert_eq!(flu.move_posts(&chosen, &mut numbers), PostsMoved { moved: 2, met: 0 });
    assert_eq!((posts(&flu), posts(&numbers)), ([(2, 20)].into(), [(1, 10), (3, 40)].into()));
    assert_eq!(figure(&flu, "impressions.served"), exact(20.0));
    assert_eq!(figure(&numbers, "impressions.served"), exact(50.0));
    assert_eq!((figure(&flu, "input.posts"), figure(&numbers, "input.posts")), (exact(1.0), exact(2.0)));
    assert_eq!(numbers.dataset(LANGUAGE).sources[0].title, "Own data, imported on 20 Nov 2026");
    // A second time there is nothing to move.
    assert_eq!(flu.move_posts(&chosen, &mut numbers), PostsMoved::default());
    assert_eq!(flu.picked_of(&chosen), Picked::default());
    for campaign in [flu, numbers] {
        assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign));
    }
}

#[test]
fn the_same_file_again_does_not_bring_back_what_was_moved() {
    let mut flu = campaign_of("Flu", &[(1, 10), (2, 20)], day(20));
    let mut others = [OwnCampaign::new("Know your numbers", &[])];
    flu.move_posts(&picked(&flu, &[1]), &mut others[0]);
    let found = import(&mut flu, &export(&[(1, 15), (2, 25), (3, 30)]), &mut others, day(27));
    assert_eq!(found.changes, Changes { new: 1, changed: 1, same: 0, left_out: 0 });
    assert_eq!((posts(&flu), posts(&others[0])), ([(2, 25), (3, 30)].into(), [(1, 15)].into()));
    let [elsewhere] = &*found.elsewhere else { panic!("{:?}", found.elsewhere) };
    assert_eq!(elsewhere.moved, Changes { new: 0, changed: 1, same: 0, left_out: 0 });
    assert_eq!((&*elsewhere.name, elsewhere.stayed(), elsewhere.shared), ("Know your numbers", 1, 0));
    // Also where all of the file was moved away.
    let found = import(&mut flu, &export(&[(1, 15)]), &mut others, day(28));
    assert_eq!((found.changes, found.elsewhere[0].moved.same), (Changes::default(), 1));
    assert_eq!(flu.posts(), 2);
}

#[test]
fn what_stands_in_two_campaigns_is_told() {
    let mut flu = campaign_of("Flu", &[(1, 10), (2, 20)], day(20));
    let mut others = [OwnCampaign::new("Know your numbers", &[])];
    flu.move_posts(&picked(&flu, &[1]), &mut others[0]);
    // The whole file to the other campaign, too: one post is new there, and is in both.
    let [numbers] = &mut others;
    let found = import(numbers, &export(&[(1, 10), (2, 20)]), std::slice::from_mut(&mut flu), day(27));
    assert_eq!(found.changes, Changes { new: 1, changed: 0, same: 1, left_out: 0 });
    assert_eq!((found.elsewhere[0].stayed(), found.elsewhere[0].shared), (0, 1));
    // Moved there now, it is one post, with the numbers that came later.
    let chosen = picked(&flu, &[2]);
    assert_eq!(flu.move_posts(&chosen, &mut others[0]), PostsMoved { moved: 1, met: 1 });
    assert_eq!((flu.posts(), posts(&others[0])), (0, [(1, 10), (2, 20)].into()));
    assert_eq!(flu.dataset(LANGUAGE).observations, []);
}

#[test]
fn what_was_moved_on_is_found_from_everywhere() {
    let mut a = campaign_of("A", &[(1, 10), (2, 20)], day(20));
    let (mut b, mut c) = (OwnCampaign::new("B", &[]), OwnCampaign::new("C", &[]));
    a.move_posts(&picked(&a, &[1]), &mut b);
    b.move_posts(&picked(&b, &[1]), &mut c);
    let mut others = [b, c];
    import(&mut a, &export(&[(1, 11)]), &mut others, day(21));
    assert_eq!((posts(&a), posts(&others[1])), ([(2, 20)].into(), [(1, 11)].into()));
    let [b, c] = others;
    let (mut b, mut others) = (b, [a, c]);
    import(&mut b, &export(&[(1, 12)]), &mut others, day(22));
    assert_eq!((b.posts(), posts(&others[1])), (0, [(1, 12)].into()));
    // Back where it began, it is there again, and not left to where it was.
    let [mut a, mut c] = others;
    c.move_posts(&picked(&c, &[1]), &mut a);
    let found = import(&mut a, &export(&[(1, 13), (2, 20)]), &mut [b, c], day(23));
    assert_eq!((found.elsewhere, posts(&a)), (Vec::new(), [(1, 13), (2, 20)].into()));
}

#[test]
fn what_was_moved_to_a_campaign_that_is_deleted_comes_back_with_the_file() {
    let mut flu = campaign_of("Flu", &[(1, 10), (2, 20)], day(20));
    flu.move_posts(&picked(&flu, &[1]), &mut OwnCampaign::new("Know your numbers", &[]));
    let found = import(&mut flu, &export(&[(1, 10), (2, 20)]), &mut [], day(27));
    assert_eq!(found.changes, Changes { new: 1, changed: 0, same: 1, left_out: 0 });
    assert_eq!(figure(&flu, "impressions.served"), exact(30.0));
}

/// A backup from before may bring back what was moved since.
#[test]
fn posts_that_two_campaigns_have_are_counted() {
    let mut flu = campaign_of("Flu", &[(1, 10), (2, 20), (3, 30)], day(20));
    let before = flu.clone();
    let mut numbers = campaign_of("Know your numbers", &[(7, 70)], day(20));
    flu.move_posts(&picked(&flu, &[1, 2]), &mut numbers);
    assert_eq!((flu.shared_posts(&numbers), before.shared_posts(&numbers)), (0, 2));
    assert_eq!((numbers.shared_posts(&before), before.shared_posts(&flu)), (2, 1));
}

/// Nobody knows whether a row that could not be read is one of those that were picked, and
/// those that were picked are known one by one.
#[test]
fn rows_that_could_not_be_read_stay_where_they_were() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",text 1,,10,1\n2,\"Jul 2, 2026\",text 2,,20,1\n3,\"Jul 3, 2026\",text 3,,many,1\n";
    let mut flu = OwnCampaign::new("Flu", &[]);
    flu.take(&read(text), day(20)).unwrap();
    let mut others = [OwnCampaign::new("Know your numbers", &[])];
    flu.move_posts(&picked(&flu, &[1]), &mut others[0]);
    for _ in 0..2 {
        assert_eq!(figure(&flu, "impressions.served"), Some(Quantity::AtLeast(20.0)));
        assert_eq!(figure(&others[0], "impressions.served"), exact(10.0));
        import(&mut flu, &read(text), &mut others, day(27));
    }
}

#[test]
fn what_has_come_of_it_is_said_in_whole_sentences() {
    let moved = |moved, met| LANGUAGE.moved_posts(MovedPosts { moved, met, from: "Flu", to: "Numbers" });
    let undo = "Until you leave this page, this can be undone.";
    assert_eq!(moved(1, 0), format!("1 post was moved from Flu to Numbers. {undo}"));
    let met = "1 of them was there already, and counts once.";
    assert_eq!(moved(1_200, 1), format!("1,200 posts were moved from Flu to Numbers. {met} {undo}"));
    let met = "2 of them were there already, and count once.";
    assert_eq!(moved(3, 2), format!("3 posts were moved from Flu to Numbers. {met} {undo}"));
    let found = |changed, same, shared| {
        LANGUAGE.found_elsewhere(FoundElsewhere { name: "Flu", changed, same, shared })
    };
    assert_eq!(
        found(1, 1, 1),
        "Flu: 2 posts of the file were moved to it before and stay there, 1 post brought up to date, \
         1 post as before. Flu: 1 post of the file stands in it too, and counts in each of the two campaigns."
    );
    assert_eq!(
        found(0, 1, 0),
        "Flu: 1 post of the file was moved to it before and stays there, 1 post as before."
    );
    assert_eq!(LANGUAGE.import_changes("Flu", &[]), "Flu: nothing was added.");
}

/// A post can have any letters in its text, and they name it where it has no id.
#[test]
fn a_name_comes_back_from_a_page_as_it_was() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                ,\"Jul 1, 2026\",\"a\r\nb\u{1f}\",,3,1\n,\"Jul 2, 2026\",\"<b>'\"\"\u{e9}\",,4,1\n";
    let mut campaign = OwnCampaign::new("Flu", &[]);
    campaign.take(&read(text), day(20)).unwrap();
    let by = campaign.rankable(LANGUAGE).remove(0);
    let mut chosen = Picked::default();
    for post in campaign.ranking(&by.key, "", 10).posts {
        assert!(
            post.name.chars().all(|letter| letter == '\n' || matches!(letter, ' '..='~')),
            "{:?}",
            post.name
        );
        chosen.pick(&post.name, true);
    }
    assert_eq!(chosen.len(), 2);
    let mut other = OwnCampaign::new("Other", &[]);
    assert_eq!(campaign.move_posts(&chosen, &mut other).moved, 2);
}

/// Before a file is added, its posts are picked by the names that they would have.
#[test]
fn only_the_posts_that_are_picked_are_taken_in() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",text 1,,10,1\n2,\"Jul 2, 2026\",text 2,,20,1\n3,\"Jul 3, 2026\",text 3,,40,1\n";
    let days = "Date,Impressions,Likes\n2026-07-01,10,1\n2026-07-02,20,1\n";
    let (posts_of_file, days_of_file) = (read(text), read(days));
    let mut listed = OwnCampaign::new("", &[]);
    listed.take(&posts_of_file, day(20)).unwrap();
    let mut chosen = Picked::default();
    for post in listed.posts_by_day("", 10).posts.iter().filter(|post| post.text != "text 2") {
        chosen.pick(&post.name, true);
    }
    let (all, nobody) = (Portion::default(), Picked::default());
    let portion = Portion { from: Some(Date::of_day(2026, 7, 2).unwrap()), ..Portion::default() };
    let mut flu = OwnCampaign::new("Flu", &[]);
    let take = |campaign: &mut OwnCampaign, table, portion, picked| {
        let import = Import { table, portion, picked, account: None, whose: &Whose::Unsaid, today: day(20) };
        campaign.take_beside(&import, &mut [])
    };
    let found = take(&mut flu, &posts_of_file, &portion, &chosen).unwrap();
    assert_eq!((found.changes.new, found.changes.left_out), (1, 2));
    assert_eq!(posts(&flu), [(3, 40)].into());
    let found = take(&mut flu, &posts_of_file, &all, &chosen).unwrap();
    assert_eq!((found.changes.new, found.changes.same, found.changes.left_out), (1, 1, 1));
    assert_eq!(posts(&flu), [(1, 10), (3, 40)].into());
    // Nobody knows which posts a day of an account is made of.
    assert_eq!(take(&mut flu, &days_of_file, &all, &chosen), Err(NotImported::Nothing));
    let mut none = Picked::default();
    none.pick("another", true);
    assert_eq!(take(&mut flu, &posts_of_file, &all, &none), Err(NotImported::Nothing));
    assert!(take(&mut flu, &days_of_file, &all, &nobody).is_ok());
}

/// Posts of which nothing is counted, or no day is known, can be picked too.
#[test]
fn every_post_is_listed_by_its_day() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",text 1,,10,1\n2,,text 2,,20,1\n3,\"Jul 3, 2026\",text 3,,,\n4,\"Jul 2, 2026\",text 4,,,2\n";
    let mut campaign = OwnCampaign::new("Flu", &[]);
    campaign.take(&read(text), day(20)).unwrap();
    let listed = campaign.posts_by_day("", usize::MAX);
    let texts: Vec<&str> = listed.posts.iter().map(|post| &*post.text).collect();
    assert_eq!((texts, listed.of), (vec!["text 3", "text 4", "text 1", "text 2"], 4));
    assert_eq!(campaign.posts_by_day("", 1).posts, listed.posts[..1]);
    let html = ranking_html(&listed, (None, ""), (&Picked::default(), true), LANGUAGE);
    assert!(html.contains("<b>3 Jul 2026</b>") && html.contains("<b>without a date</b>"), "{html}");
    let mut chosen = Picked::default();
    chosen.pick(&listed.posts[0].name, true);
    let mut other = OwnCampaign::new("Other", &[]);
    assert_eq!(campaign.move_posts(&chosen, &mut other).moved, 1);
    assert_eq!(other.posts_by_day("", 1).posts[0].text, "text 3");
}

#[test]
fn posts_are_looked_for_by_what_they_say() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",Get your Flu jab,,10,1\n2,\"Jul 2, 2026\",#FLUJAB now,,20,1\n\
                3,\"Jul 3, 2026\",other,,40,1\n4,\"Jul 4, 2026\",influenza,,,1\n";
    let mut campaign = OwnCampaign::new("Flu", &[]);
    campaign.take(&read(text), day(20)).unwrap();
    let by = campaign.rankable(LANGUAGE).into_iter().find(|by| by.unit == "impressions").unwrap();
    let ranking = campaign.ranking(&by.key, " flu ", 1);
    assert_eq!((&*ranking.posts[0].text, ranking.of, ranking.silent), ("#FLUJAB now", 2, 1));
    let html = ranking_html(&ranking, (Some(&by), " flu "), (&Picked::default(), true), LANGUAGE);
    let note = "The first 1 of 2 posts with \u{201c}flu\u{201d}, by impressions. 1 post more does not report impressions.";
    assert!(html.contains(note), "{html}");
    assert_eq!(campaign.posts_by_day("flu", 9).of, 3);
    // Of none, not all are picked.
    let none = campaign.ranking(&by.key, "nothing of it", 9);
    let html = ranking_html(&none, (Some(&by), "nothing of it"), (&Picked::default(), true), LANGUAGE);
    assert!(html.contains("0 posts with") && !html.contains("checked"), "{html}");
}

/// A backup that an earlier version of the page has written.
#[test]
fn what_an_earlier_version_kept_is_read() {
    let bytes = include_bytes!("kept/first_version.zip");
    let backup = read_backup(Cursor::new(bytes)).unwrap();
    assert_eq!((backup.campaigns.len(), backup.damaged), (6, Vec::new()));
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for campaign in backup.campaigns {
        let mut packed = Vec::new();
        archive.by_name(&format!("{}.posts", campaign.id())).unwrap().read_to_end(&mut packed).unwrap();
        assert!(packed.starts_with(b"gsw1") && campaign.packed().starts_with(b"gsw2"));
        let text = std::io::read_to_string(archive.by_name(&format!("{}.json", campaign.id())).unwrap());
        assert_eq!(campaign.data_file(LANGUAGE), text.unwrap(), "{}", campaign.id());
        assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign));
    }
}

fn some_posts() -> impl Strategy<Value = BTreeMap<u32, u32>> {
    proptest::collection::btree_map(0u32..12, 0u32..1000, 0..10)
}

fn list(posts: &BTreeMap<u32, u32>) -> Vec<(u32, u32)> {
    posts.iter().map(|(id, count)| (*id, *count)).collect()
}

proptest! {
    #[test]
    fn moving_keeps_the_union_and_the_sums(
        here in some_posts(),
        there in some_posts(),
        chosen in proptest::collection::btree_set(0u32..14, 0..10),
        is_later in any::<bool>(),
    ) {
        let mut from = campaign_of("From", &list(&here), day(if is_later { 27 } else { 20 }));
        let mut to = campaign_of("To", &list(&there), day(21));
        let ids: Vec<u32> = chosen.iter().copied().collect();
        let moved = from.move_posts(&picked(&from, &ids), &mut to);
        // Each post is where it is to be, with the numbers of the later import.
        let gone = |id: &u32| chosen.contains(id);
        let stays: BTreeMap<u32, i64> = here.iter().filter(|(id, _)| !gone(id)).map(|(id, n)| (*id, i64::from(*n))).collect();
        let mut arrived: BTreeMap<u32, i64> = there.iter().map(|(id, n)| (*id, i64::from(*n))).collect();
        for (id, count) in here.iter().filter(|(id, _)| gone(id)) {
            if is_later || !there.contains_key(id) {
                arrived.insert(*id, i64::from(*count));
            }
        }
        let met = here.keys().filter(|id| gone(id) && there.contains_key(id)).count();
        prop_assert_eq!(moved, PostsMoved { moved: here.len() - stays.len(), met });
        prop_assert_eq!((posts(&from), posts(&to)), (stays, arrived));
        // Where none was in both, the sums are as before.
        let sum = |posts: &BTreeMap<u32, i64>| posts.values().sum::<i64>();
        if met == 0 {
            let before = here.values().chain(there.values()).map(|count| i64::from(*count)).sum::<i64>();
            prop_assert_eq!(sum(&posts(&from)) + sum(&posts(&to)), before);
        }
        for campaign in [&from, &to].into_iter().filter(|campaign| campaign.posts() > 0) {
            prop_assert_eq!(figure(campaign, "impressions.served"), exact(sum(&posts(campaign)) as f64));
        }
        // The file once more changes nothing, and no post is in one campaign more.
        let (before, others_before) = (posts(&from), posts(&to));
        let mut others = [to];
        if !here.is_empty() {
            let found = import(&mut from, &export(&list(&here)), &mut others, day(20));
            prop_assert_eq!((found.changes.new, found.changes.changed), (0, 0));
            let stayed: usize = found.elsewhere.iter().map(|one| one.stayed()).sum();
            prop_assert_eq!(stayed, moved.moved);
        }
        prop_assert_eq!(posts(&from), before);
        let ids = |posts: &BTreeMap<u32, i64>| posts.keys().copied().collect::<BTreeSet<u32>>();
        prop_assert_eq!(ids(&posts(&others[0])), ids(&others_before));
    }
}
