//! Days of several accounts of one platform in one campaign: nothing is counted twice, and
//! none takes the place of another's.

use groundswell::format::Language;
use groundswell::model::{Date, Observation, Quantity};
use groundswell::own::{
    Arrival, Import, Imported, NotImported, OwnCampaign, Picked, Portion, Undecided, Whose,
};
use groundswell::posts::{
    ExportOrigin, Grain, Meaning, Measure, ReadingOptions, SaidMapping, TableReading, read_export,
};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::io::Cursor;

const LANGUAGE: Language = Language::English;

fn today() -> Date {
    Date::of_day(2026, 11, 27).unwrap()
}

fn read(name: &str, text: &str) -> TableReading {
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    read_export(name, Cursor::new(text.as_bytes()), options).unwrap().remove(0)
}

/// X's export by day, which names no account: days of one month, each with its impressions.
fn x(days: &[(u8, u32)]) -> TableReading {
    let mut text = "Date,Impressions,Likes,Engagements,Unfollows\n".to_owned();
    for (day, impressions) in days {
        text += &format!("2026-03-{day:02},{impressions},{},0,0\n", impressions / 10);
    }
    let table = read("account_overview_analytics.csv", &text);
    assert_eq!((table.grain, table.rows), (Grain::Day, days.len() as u64));
    table
}

fn import(
    campaign: &mut OwnCampaign,
    table: &TableReading,
    account: Option<&str>,
    whose: &Whose,
) -> Result<Imported, NotImported> {
    let portion = Portion::default();
    campaign.take_beside(
        &Import { table, portion: &portion, picked: &Picked::default(), account, whose, today: today() },
        &mut [],
    )
}

fn unsaid(campaign: &mut OwnCampaign, table: &TableReading) -> Result<Imported, NotImported> {
    import(campaign, table, None, &Whose::Unsaid)
}

fn campaign_of(table: &TableReading) -> OwnCampaign {
    let mut campaign = OwnCampaign::new("Flu", &[]);
    unsaid(&mut campaign, table).unwrap();
    campaign
}

fn impressions(campaign: &OwnCampaign) -> Observation {
    let dataset = campaign.dataset(LANGUAGE);
    dataset.observations.into_iter().find(|o| o.unit == "impressions").unwrap()
}

fn exact(value: f64) -> Quantity {
    Quantity::Exact { value, stated_to: 1.0 }
}

fn asked(known: &[Option<&str>], named: Option<&str>) -> NotImported {
    NotImported::Undecided(Undecided {
        origin: "X".to_owned(),
        known: known.iter().map(|account| account.map(str::to_owned)).collect(),
        named: named.map(str::to_owned),
    })
}

fn another(name: &str) -> Whose {
    Whose::Another(name.to_owned())
}

const ONE: [(u8, u32); 4] = [(1, 10), (2, 20), (3, 30), (4, 40)];
const TWO: [(u8, u32); 4] = [(1, 100), (2, 200), (3, 300), (4, 400)];

#[test]
fn of_days_with_other_numbers_it_is_asked_whose_they_are() {
    let mut campaign = campaign_of(&x(&ONE));
    let before = campaign.clone();
    assert_eq!(unsaid(&mut campaign, &x(&TWO)), Err(asked(&[None], None)));
    assert_eq!(campaign, before, "nothing has changed");
    import(&mut campaign, &x(&TWO), None, &another("the helpline")).unwrap();
    assert_eq!((campaign.days(), impressions(&campaign).quantity), (8, exact(1100.0)));
    let note = impressions(&campaign).note.unwrap();
    assert!(note.contains("X 100; X (the helpline) 1,000."), "{note}");
    let names: Vec<String> = campaign.countable(LANGUAGE).into_iter().map(|of| of.origin).collect();
    assert!(names.contains(&"X (the helpline)".to_owned()), "{names:?}");
    // From now on their numbers show whose they are.
    for days in [&ONE, &TWO] {
        let found = unsaid(&mut campaign, &x(days)).unwrap();
        assert_eq!((found.changes.new, found.changes.changed, found.supposed), (0, 0, None));
    }
    // Of days that nobody has brought yet, nothing shows it.
    let later = x(&[(10, 5)]);
    assert_eq!(unsaid(&mut campaign, &later), Err(asked(&[None, Some("the helpline")], None)));
    import(&mut campaign, &later, None, &Whose::Known(Some("the helpline".to_owned()))).unwrap();
    assert_eq!((campaign.days(), impressions(&campaign).quantity), (9, exact(1105.0)));
    assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign));
}

#[test]
fn days_brought_up_to_date_are_told_from_those_of_another_account() {
    let days: Vec<(u8, u32)> = (1..=20).map(|day| (day, u32::from(day) * 10)).collect();
    let mut campaign = campaign_of(&x(&days));
    // The last day has gone on, some were corrected, and new ones have come.
    let mut later = days[5..].to_vec();
    for at in [2, 9] {
        later[at].1 += 7;
    }
    later[14].1 = 999;
    later.extend([(21, 210), (22, 220)]);
    let found = unsaid(&mut campaign, &x(&later)).unwrap();
    assert_eq!((found.changes.new, found.changes.changed, found.changes.same), (2, 3, 12));
    // That nothing has happened on many days is true of many accounts.
    let quiet = |day: u8| (day, 0);
    let mut campaign = campaign_of(&x(&(1..=20).map(quiet).chain([(21, 5), (22, 9)]).collect::<Vec<_>>()));
    let other: Vec<(u8, u32)> = (1..=20).map(quiet).chain([(21, 5), (22, 12)]).collect();
    assert_eq!(unsaid(&mut campaign, &x(&other)).unwrap().changes.changed, 1, "the last day has gone on");
    let other: Vec<(u8, u32)> = (1..=20).map(quiet).chain([(21, 8), (22, 9), (23, 1), (24, 1)]).collect();
    assert_eq!(unsaid(&mut campaign, &x(&other)), Err(asked(&[None], None)));
}

#[test]
fn where_nothing_says_otherwise_there_is_one_account_and_that_is_told() {
    let mut campaign = campaign_of(&x(&ONE));
    let found = unsaid(&mut campaign, &x(&[(5, 50), (6, 60)])).unwrap();
    assert_eq!((found.changes.new, found.supposed.as_deref()), (2, Some("X")));
    assert_eq!(impressions(&campaign).quantity, exact(210.0));
    assert_eq!(impressions(&campaign).note.unwrap().matches("X").count(), 0);
}

#[test]
fn what_a_file_names_is_kept_apart() {
    let mut campaign = OwnCampaign::new("Flu", &[]);
    import(&mut campaign, &x(&ONE), Some("nhs_one"), &Whose::Unsaid).unwrap();
    import(&mut campaign, &x(&TWO), Some("nhs_two"), &Whose::Unsaid).unwrap();
    assert_eq!(impressions(&campaign).quantity, exact(1100.0));
    assert!(impressions(&campaign).note.unwrap().contains("X (nhs_one) 100; X (nhs_two) 1,000."));
    // Other numbers under the same name are that account's.
    let found = import(&mut campaign, &x(&ONE), Some("nhs_two"), &Whose::Unsaid).unwrap();
    assert_eq!(found.changes.changed, 4);
}

#[test]
fn a_name_that_a_file_gives_is_taken_on_where_the_numbers_are_the_same() {
    let mut campaign = campaign_of(&x(&ONE));
    assert_eq!(
        import(&mut campaign, &x(&TWO), Some("nhs_two"), &Whose::Unsaid),
        Err(asked(&[None], Some("nhs_two")))
    );
    import(&mut campaign, &x(&ONE), Some("nhs_one"), &Whose::Unsaid).unwrap();
    assert_eq!(campaign.days(), 4);
    import(&mut campaign, &x(&TWO), Some("nhs_two"), &Whose::Unsaid).unwrap();
    assert!(impressions(&campaign).note.unwrap().contains("X (nhs_one) 100; X (nhs_two) 1,000."));
    // Its numbers count for more than what somebody has called it.
    import(&mut campaign, &x(&TWO), Some("renamed"), &Whose::Unsaid).unwrap();
    assert_eq!(impressions(&campaign).quantity, exact(1100.0));
}

/// What nobody could see in a name is not in a data file either.
#[test]
fn any_name_of_an_account_leaves_no_fault() {
    let mut campaign = campaign_of(&x(&ONE));
    import(&mut campaign, &x(&TWO), None, &another("a\u{202e}b\u{1d}")).unwrap();
    assert_eq!(OwnCampaign::unpacked(&campaign.packed()), Ok(campaign.clone()));
    let (_, faults) = groundswell::data::read_data_file("own.json", &campaign.data_file(LANGUAGE)).unwrap();
    assert_eq!(faults, []);
}

#[test]
fn days_of_several_accounts_in_one_table_are_all_counted() {
    let row = |day: &str, network: &str, profile: &str, seen: u32| {
        format!("{day},{profile},{network},500,{seen},3\n")
    };
    let mut text = "Date,Profile,Network,Audience,Impressions,Engagements\n".to_owned();
    for (at, day) in ["03/13/2026", "03/14/2026", "03/15/2026"].iter().enumerate() {
        let at = at as u32;
        text += &row(day, "Facebook", "Example NHS", 100 + at);
        text += &row(day, "LinkedIn", "Example NHS", 200 + at);
        text += &row(day, "Facebook", "Helpline", 400 + at);
    }
    let table = read("profile performance.csv", &text);
    assert_eq!(table.form.map(|form| form.name), Some("Sprout Social profile performance"));
    let mut campaign = campaign_of(&table);
    let sum = |of: &str| table.sums.iter().find(|(known, _)| known.slug() == of).unwrap().1 as f64;
    assert_eq!(impressions(&campaign).quantity, exact(sum("impressions")));
    assert_eq!(campaign.days(), 9);
    let found = unsaid(&mut campaign, &table).unwrap();
    assert_eq!((found.changes.same, found.changes.new, found.changes.changed), (9, 0, 0));
}

/// As an earlier version has kept such a table: of each day, the numbers of one account.
#[test]
fn days_of_each_account_take_the_place_of_the_day_of_all() {
    let names = ["Date", "Impressions"].map(str::to_owned);
    let meanings = vec![Some(Meaning::When), Some(Meaning::Count(Measure::Impressions))];
    let said = SaidMapping::new(&names, meanings, Grain::Day, ExportOrigin::named("Sprout Social"));
    let options = ReadingOptions { keep: true, said: vec![said], ..ReadingOptions::default() };
    let text = "Date,Impressions\n2026-03-13,100\n2026-03-14,100\n";
    let mut campaign = campaign_of(&read_export("a.csv", Cursor::new(text), options).unwrap().remove(0));
    let text = "Date,Profile,Network,Audience,Impressions\n\
                03/14/2026,Example NHS,Facebook,500,30\n03/14/2026,Helpline,Facebook,500,70\n";
    unsaid(&mut campaign, &read("profile performance.csv", text)).unwrap();
    assert_eq!((campaign.days(), impressions(&campaign).quantity), (3, exact(200.0)));
}

#[test]
fn the_same_account_with_and_without_a_name_is_one_wherever_it_was_kept() {
    let here = campaign_of(&x(&ONE));
    let mut there = OwnCampaign::new("Flu", &[]);
    import(&mut there, &x(&ONE), Some("nhs_one"), &Whose::Unsaid).unwrap();
    import(&mut there, &x(&TWO), Some("nhs_two"), &Whose::Unsaid).unwrap();
    for (arriving, here) in [(there.clone(), here.clone()), (here, there)] {
        let (both, arrival) = arriving.arrive(Some(&here), LANGUAGE).unwrap();
        assert_eq!((both.days(), impressions(&both).quantity), (8, exact(1100.0)), "{arrival:?}");
        assert_eq!(both.clone().arrive(Some(&both), LANGUAGE).unwrap().1, Arrival::Same);
    }
}

proptest! {
    /// Of two accounts, windows of days come in any order. Whoever is asked knows.
    #[test]
    fn nothing_is_lost_or_counted_twice(
        windows in proptest::collection::vec((any::<bool>(), 1u8..6, 10u8..16), 1..8),
    ) {
        let count = |second: bool, day: u8| u32::from(day) * 2 + if second { 101 } else { 10 };
        let mut campaign = OwnCampaign::new("Flu", &[]);
        let mut known: BTreeMap<(bool, u8), u32> = BTreeMap::new();
        let first = windows[0].0;
        for (second, from, to) in windows {
            let days: Vec<(u8, u32)> = (from..=to).map(|day| (day, count(second, day))).collect();
            known.extend(days.iter().map(|(day, count)| ((second, *day), *count)));
            if let Err(why) = unsaid(&mut campaign, &x(&days)) {
                let NotImported::Undecided(undecided) = why else { panic!("{why:?}") };
                // Its numbers would show it, were it there.
                prop_assert_eq!(undecided.known.len(), 1);
                prop_assert!(second != first);
                import(&mut campaign, &x(&days), None, &another("the other")).unwrap();
            }
            let sum: u32 = known.values().sum();
            prop_assert_eq!(impressions(&campaign).quantity, exact(f64::from(sum)));
            prop_assert_eq!(campaign.days(), known.len());
        }
    }
}
