//! A campaign over time, and its posts in order.

use groundswell::chart::{Layout, draw_over_time};
use groundswell::figure::{aligned_html, aligned_list, over_time_html, over_time_list, ranking_html};
use groundswell::format::{Language, SeriesStep};
use groundswell::model::{Date, Quantity};
use groundswell::own::{
    Aligned, Alignment, Apart, Countable, OwnCampaign, Picked, Series, SeriesPoint, Tally, alike,
};
use groundswell::posts::{ReadingOptions, read_export};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Cursor;

const LANGUAGE: Language = Language::English;

fn campaign(texts: &[&str]) -> OwnCampaign {
    let mut campaign = OwnCampaign::new("Know your numbers", &[]);
    for text in texts {
        let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
        for table in read_export("x.csv", Cursor::new(text.as_bytes()), options).unwrap() {
            campaign.take(&table, Date::of_day(2026, 11, 27).unwrap());
        }
    }
    campaign
}

/// Posts of X: id, day of July 2026, impressions.
fn posts(posts: &[(&str, u32, &str)]) -> String {
    let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes\n".to_owned();
    for (id, day, impressions) in posts {
        text += &format!("{id},\"Jul {day}, 2026\",text {id},https://x.com/a/status/{id},{impressions},1\n");
    }
    text
}

/// Days of an account on Instagram: day of July 2026, views, reach.
fn days(days: &[(u32, u32, u32)]) -> String {
    let head = "Date,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Unfollows,Replies,Reposts,Profile visits,Create Post,Video views,Media views\n";
    let rows = days.iter().map(|(day, impressions, likes)| {
        format!("\"Wed, Jul {day}, 2026\",{impressions},{likes},2,0,0,0,0,0,0,0,0,0,0\n")
    });
    head.to_owned() + &rows.collect::<String>()
}

fn countable(campaign: &OwnCampaign, unit: &str) -> Countable {
    campaign.countable(LANGUAGE).into_iter().find(|of| of.unit == unit).expect("a count of that unit")
}

fn series(campaign: &OwnCampaign, unit: &str, step: SeriesStep) -> Series {
    campaign.series(&countable(campaign, unit), step).unwrap().unwrap()
}

fn july(day: u8) -> Date {
    Date::of_day(2026, 7, day).unwrap()
}

fn exact(value: f64) -> Option<Quantity> {
    Some(Quantity::Exact { value, stated_to: 1.0 })
}

#[test]
fn posts_count_on_the_day_they_were_published() {
    let campaign = campaign(&[&posts(&[("1", 1, "10"), ("2", 1, "5"), ("3", 4, "7")])]);
    let found = series(&campaign, "impressions", SeriesStep::Day);
    let expected: Vec<SeriesPoint> = [(1, 15.0, 2), (2, 0.0, 0), (3, 0.0, 0), (4, 7.0, 1)]
        .map(|(day, value, rows)| SeriesPoint {
            from: july(day),
            to: july(day),
            quantity: exact(value),
            rows,
        })
        .to_vec();
    assert_eq!(found.points, expected, "a day without posts has none");
    let html = over_time_html(&found, LANGUAGE);
    assert!(html.contains("Most impressions on 1 Jul 2026: 15"), "{html}");
    assert!(html.contains("with everything it had gathered"), "{html}");
    assert!(!html.contains("not in the file"), "{html}");
}

#[test]
fn a_day_that_an_account_does_not_report_is_not_known() {
    let campaign = campaign(&[&days(&[(1, 10, 1), (2, 20, 1), (4, 40, 1)])]);
    let found = series(&campaign, "impressions", SeriesStep::Day);
    let known: Vec<Option<Quantity>> = found.points.iter().map(|point| point.quantity).collect();
    assert_eq!(known, [exact(10.0), exact(20.0), None, exact(40.0)]);
    let html = over_time_html(&found, LANGUAGE);
    assert!(html.contains("Of 1 day, the file says nothing.") && html.contains("not reported"), "{html}");
    // From the gap on, what is added up is a number from below.
    let added = series(&campaign, "impressions", SeriesStep::Added);
    let known: Vec<Option<Quantity>> = added.points.iter().map(|point| point.quantity).collect();
    assert_eq!(
        known,
        [exact(10.0), exact(30.0), Some(Quantity::AtLeast(30.0)), Some(Quantity::AtLeast(70.0))]
    );
    assert!(over_time_html(&added, LANGUAGE).contains("At least 70 impressions by 4 Jul 2026"));
}

#[test]
fn a_week_of_which_the_file_has_some_days_is_a_number_from_below() {
    // 6 July 2026 is a Monday.
    let whole: Vec<(u32, u32, u32)> = (5..=14).map(|day| (day, 10, 1)).collect();
    let campaign = campaign(&[&days(&whole)]);
    let found = series(&campaign, "impressions", SeriesStep::Week);
    assert_eq!(
        found.points,
        [
            SeriesPoint {
                from: Date::of_day(2026, 6, 29).unwrap(),
                to: july(5),
                quantity: Some(Quantity::AtLeast(10.0)),
                rows: 1
            },
            SeriesPoint { from: july(6), to: july(12), quantity: exact(70.0), rows: 7 },
            SeriesPoint { from: july(13), to: july(19), quantity: Some(Quantity::AtLeast(20.0)), rows: 2 },
        ]
    );
    let html = over_time_html(&found, LANGUAGE);
    assert!(html.contains("Most impressions in the week of 6 to 12 Jul 2026: 70"), "{html}");
    assert!(html.contains("Of 2 weeks, not everything is in the file"), "{html}");
    assert_eq!(
        over_time_list(&found, LANGUAGE),
        "\u{feff}from,to,comparator,value,rows\r\n2026-06-29,2026-07-05,at least,10,1\r\n\
         2026-07-06,2026-07-12,exactly,70,7\r\n2026-07-13,2026-07-19,at least,20,2\r\n"
    );
}

#[test]
fn what_a_post_does_not_report_makes_its_day_a_number_from_below() {
    let campaign = campaign(&[&posts(&[("1", 1, "10"), ("2", 1, ""), ("3", 2, ""), ("4", 3, "4")])]);
    let found = series(&campaign, "impressions", SeriesStep::Day);
    let known: Vec<Option<Quantity>> = found.points.iter().map(|point| point.quantity).collect();
    assert_eq!(known, [Some(Quantity::AtLeast(10.0)), None, exact(4.0)]);
}

#[test]
fn posts_and_accounts_are_never_one_series_and_reach_is_never_added_up() {
    let reach = "Post ID,Account username,Publish time,Views,Reach,Likes,Shares,Saves\n\
                 1,a,09/28/2026 18:12,100,80,5,1,1\n";
    let campaign = campaign(&[&posts(&[("1", 1, "10")]), &days(&[(1, 10, 1)]), reach]);
    let names: Vec<(String, bool, &str)> =
        campaign.countable(LANGUAGE).into_iter().map(|of| (of.origin, of.by_day, of.unit)).collect();
    let impressions: Vec<bool> =
        names.iter().filter(|(.., unit)| *unit == "impressions").map(|(_, by_day, _)| *by_day).collect();
    assert_eq!(impressions, [false, true]);
    assert!(names.iter().all(|(.., unit)| *unit != "accounts"), "reach of posts: {names:?}");
    let reach_by_day = Countable { tally: Tally::Reach, ..countable(&campaign, "impressions") };
    assert_eq!(reach_by_day.steps(), [SeriesStep::Day]);
}

#[test]
fn dates_too_far_apart_are_told() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n1,\"Jul 1, 1926\",a,,10,1\n2,\"Jul 1, 2026\",b,,10,1\n";
    let campaign = campaign(&[text]);
    let found = campaign.series(&countable(&campaign, "impressions"), SeriesStep::Day).unwrap();
    let far = found.unwrap_err();
    assert_eq!((far.from.year, far.to.year), (1926, 2026));
    assert!(LANGUAGE.series_too_long(&far.from, &far.to).contains("1 Jul 1926"));
}

#[test]
fn markup_in_posts_stays_text_and_only_addresses_of_the_web_are_followed() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Jul 1, 2026\",<img src=x onerror=alert(1)>,javascript:alert(1),30,1\n\
                2,\"Jul 1, 2026\",b,https://x.com/a/status/2,20,1\n\
                3,\"Jul 1, 2026\",c,data:text/html;x,10,1\n";
    let campaign = campaign(&[text]);
    let by = campaign.rankable(LANGUAGE).into_iter().find(|by| by.unit == "impressions").unwrap();
    let html = ranking_html(
        &campaign.ranking(&by.key, "", 10),
        (Some(&by), ""),
        (&Picked::default(), true),
        LANGUAGE,
    );
    assert!(html.contains("&lt;img src=x onerror=alert(1)&gt;"), "{html}");
    assert!(!html.contains("javascript:") && !html.contains("data:text"), "{html}");
    assert_eq!(html.matches("<a href=\"http").count(), 1);
}

#[test]
fn equals_share_a_rank_and_silence_is_told() {
    let campaign =
        campaign(&[&posts(&[("1", 1, "5"), ("2", 1, "9"), ("3", 2, "9"), ("4", 3, ""), ("5", 3, "1")])]);
    let by = campaign.rankable(LANGUAGE).into_iter().find(|by| by.unit == "impressions").unwrap();
    let ranking = campaign.ranking(&by.key, "", 3);
    let found: Vec<(usize, i64, &str)> =
        ranking.posts.iter().map(|post| (post.above, post.count.unwrap(), &*post.text)).collect();
    assert_eq!(found, [(0, 9, "text 2"), (0, 9, "text 3"), (2, 5, "text 1")]);
    assert_eq!((ranking.of, ranking.silent), (4, 1));
    let html = ranking_html(&ranking, (Some(&by), ""), (&Picked::default(), true), LANGUAGE);
    assert!(
        html.contains("The first 3 of 4 posts, by impressions. 1 post more does not report impressions."),
        "{html}"
    );
}

#[test]
fn views_of_two_kinds_are_ranked_apart() {
    let displays = "Post ID,Account username,Publish time,Views,Reach,Likes,Shares,Saves\n\
                    1,a,09/28/2026 18:12,100,80,5,1,1\n";
    let plays = "Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views\n\
                 t,https://www.tiktok.com/@a/video/1,September 1,10,1,1,500\n";
    let campaign = campaign(&[displays, plays]);
    let views: Vec<String> =
        campaign.rankable(LANGUAGE).into_iter().filter(|by| by.unit == "views").map(|by| by.key).collect();
    assert_eq!(views.len(), 2, "{views:?}");
    for key in views {
        assert_eq!(campaign.ranking(&key, "", 10).of, 1);
    }
}

fn drawn(series: &Series) -> Vec<String> {
    Layout::ALL.iter().map(|layout| draw_over_time(series, *layout, LANGUAGE).body).collect()
}

#[test]
fn a_drawing_shows_gaps_and_open_numbers_apart() {
    let campaign = campaign(&[&days(&[(1, 10, 1), (2, 20, 1), (4, 40, 1)])]);
    for body in drawn(&series(&campaign, "impressions", SeriesStep::Day)) {
        assert_eq!(body.matches("class=\"bar\"").count(), 3, "{body}");
        assert_eq!(body.matches("class=\"unknown\"").count(), 1, "{body}");
    }
    for body in drawn(&series(&campaign, "impressions", SeriesStep::Added)) {
        assert_eq!(body.matches("class=\"bar\"").count(), 2, "{body}");
        assert_eq!(body.matches("class=\"partly\"").count(), 2, "{body}");
    }
}

proptest! {
    #[test]
    fn whatever_the_step_nothing_is_lost_or_counted_twice(
        given in proptest::collection::vec((1u32..29, 1u32..13, 0u32..1000), 1..40)
    ) {
        let mut text = "Post id,Date,Post text,Post Link,Impressions,Likes\n".to_owned();
        let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let mut by_day: BTreeMap<(u32, u32), u32> = BTreeMap::new();
        for (id, (day, month, count)) in given.iter().enumerate() {
            text += &format!("{id},\"{} {day}, 2026\",t,,{count},1\n", names[*month as usize - 1]);
            *by_day.entry((*month, *day)).or_default() += count;
        }
        let campaign = campaign(&[&text]);
        let sum = f64::from(given.iter().map(|(.., count)| count).sum::<u32>());
        let stated = |point: &SeriesPoint| point.quantity.map_or(0.0, |known| known.stated());
        for step in [SeriesStep::Day, SeriesStep::Week] {
            let found = series(&campaign, "impressions", step);
            prop_assert_eq!(found.points.iter().map(stated).sum::<f64>(), sum);
            prop_assert_eq!(found.points.iter().map(|point| point.rows).sum::<usize>(), given.len());
            for pair in found.points.windows(2) {
                prop_assert!(pair[0].to < pair[1].from, "{:?}", pair);
            }
        }
        for point in series(&campaign, "impressions", SeriesStep::Day).points {
            let day = (u32::from(point.from.month.unwrap()), u32::from(point.from.day.unwrap()));
            prop_assert_eq!(stated(&point), f64::from(by_day.get(&day).copied().unwrap_or_default()));
        }
        let added = series(&campaign, "impressions", SeriesStep::Added);
        prop_assert_eq!(added.points.last().map(stated), Some(sum));
        let ranked = campaign.ranking("impressions.served impressions", "", usize::MAX);
        prop_assert_eq!(ranked.posts.iter().filter_map(|post| post.count).sum::<i64>() as f64, sum);
        prop_assert!(ranked.posts.windows(2).all(|pair| pair[0].count >= pair[1].count));
        for step in SeriesStep::ALL {
            for body in drawn(&series(&campaign, "impressions", *step)) {
                prop_assert!(!body.contains("NaN") && !body.contains("width=\"-") && !body.contains("height=\"-"));
            }
        }
    }
}

/// Two campaigns lie beside each other on the calendar, or each from its first day on; only
/// where they count the same.
#[test]
fn campaigns_lie_beside_each_other_at_the_same_age() {
    let one = campaign(&[&posts(&[("1", 3, "100"), ("2", 5, "40")])]);
    let other = campaign(&[&posts(&[("3", 10, "700"), ("4", 11, "20")])]);
    let of = countable(&one, "impressions");
    let found = alike(&of, other.countable(LANGUAGE)).unwrap();
    assert_eq!((found.tally, found.by_day), (of.tally, of.by_day));
    let both = || {
        (
            series(&one, "impressions", SeriesStep::Day),
            other.series(&found, SeriesStep::Day).unwrap().unwrap(),
        )
    };
    let (a, b) = both();
    let calendar = Aligned::of(a, b, Alignment::Calendar).unwrap();
    assert_eq!((calendar.both[0].1, calendar.both[1].1, calendar.steps), (0, 7, 9), "3 to 11 July");
    let (a, b) = both();
    let age = Aligned::of(b, a, Alignment::Age).unwrap();
    assert_eq!((age.both[0].1, age.both[1].1, age.steps), (0, 0, 3));
    assert_eq!(age.values(), [700.0, 20.0, 100.0, 0.0, 40.0]);
    let html = aligned_html(&age, ["New", "Old"], false, LANGUAGE);
    for words in [
        "Impressions of \u{201c}New\u{201d} and \u{201c}Old\u{201d}, each from its first day on",
        "day 3",
        "700",
    ] {
        assert!(html.contains(words), "{words}: {html}");
    }
    // Their file has all of both.
    let list = aligned_list(&age, ["New", "Old"], LANGUAGE);
    let rows: Vec<&str> = list.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "New,1,2026-07-10,2026-07-10,exactly,700,1",
            "New,2,2026-07-11,2026-07-11,exactly,20,1",
            "Old,1,2026-07-03,2026-07-03,exactly,100,1",
            "Old,2,2026-07-04,2026-07-04,exactly,0,0",
            "Old,3,2026-07-05,2026-07-05,exactly,40,1",
        ]
    );
    // A post never lies beside whole days of an account.
    let account = campaign(&[&days(&[(1, 10, 2), (2, 20, 3)])]);
    assert_eq!(alike(&of, account.countable(LANGUAGE)), None);
    let apart = |by| Aligned::of_campaigns([&one, &account], &of, SeriesStep::Day, by, LANGUAGE);
    assert_eq!(apart(Alignment::Age), Err(Apart::NothingAlike));
    let years_ago = posts(&[("9", 3, "1")]).replace("2026", "1999");
    let both = [&one, &campaign(&[&years_ago])];
    assert_eq!(
        Aligned::of_campaigns(both, &of, SeriesStep::Day, Alignment::Calendar, LANGUAGE),
        Err(Apart::TooFarApart)
    );
    assert!(Aligned::of_campaigns(both, &of, SeriesStep::Day, Alignment::Age, LANGUAGE).is_ok());
    // Where what was asked for is not counted in both, the first that is stands in.
    let found = Aligned::of_any([&one, &other], SeriesStep::Day, Alignment::Age, LANGUAGE).unwrap();
    assert_eq!(found.both[0].0.of, one.countable(LANGUAGE)[0]);
    assert_eq!(Aligned::of_any([&one, &account], SeriesStep::Day, Alignment::Age, LANGUAGE), None);
}
