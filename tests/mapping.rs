//! What a reader says of a table's columns: it holds for every table of that shape.

use groundswell::format::{Language, ReadingNote};
use groundswell::model::Date;
use groundswell::own::OwnCampaign;
use groundswell::posts::{
    ExportOrigin, Grain, Meaning, Measure, PreviewCell, PreviewValue, ReadingOptions, SaidMapping,
    TableReading, read_export,
};
use proptest::prelude::*;
use std::io::Cursor;

/// A table in Welsh, of which no column is known.
const WELSH: &str = "Dyddiad,Cyrraedd,Hoffi,Neges\n\
                     2026-07-01,\"1.204\",\"3,5\",bore da\n2026-07-02,800,7,prynhawn da\n";

fn read(text: &str, said: &[SaidMapping]) -> TableReading {
    let options = ReadingOptions { keep: true, said: said.to_vec(), ..ReadingOptions::default() };
    let mut tables = read_export("tabl.csv", Cursor::new(text.as_bytes()), options).unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn names(table: &TableReading) -> Vec<String> {
    table.names.clone()
}

fn count(measure: Measure) -> Option<Meaning> {
    Some(Meaning::Count(measure))
}

fn of_welsh() -> SaidMapping {
    let table = read(WELSH, &[]);
    let meanings =
        vec![Some(Meaning::When), Some(Meaning::Reach), count(Measure::Likes), Some(Meaning::Text)];
    SaidMapping::new(&names(&table), meanings, Grain::Post, ExportOrigin::named("Facebook"))
}

#[test]
fn an_unknown_table_is_read_as_the_reader_says() {
    let before = read(WELSH, &[]);
    assert!(before.notes.contains(&ReadingNote::UnknownTable));
    assert_eq!((before.grain, before.sums.len(), before.reach), (Grain::Other, 0, None));
    let text = WELSH.replace("\"3,5\"", "3");
    let after = read(&text, &[of_welsh()]);
    assert_eq!((after.grain, after.rows, after.rejected_rows), (Grain::Post, 2, 0));
    assert_eq!(after.sums, [(Measure::Likes, 10)]);
    assert_eq!(after.reach.map(|reach| (reach.largest, reach.sum)), Some((1204, 2004)));
    assert!(after.notes.contains(&ReadingNote::ColumnsAsSaid));
    assert!(!after.notes.contains(&ReadingNote::UnknownTable));
    let july = |day| Date::of_day(2026, 7, day).unwrap();
    assert_eq!(after.period, Some((july(1), july(2))));
    // It comes from where was said, and its figures stand under that platform's terms.
    let mut campaign = OwnCampaign::new("Bore da", &[]);
    campaign.take(&after, july(3)).unwrap();
    let dataset = campaign.dataset(Language::English);
    assert_eq!(dataset.campaigns[0].platforms, ["Facebook"]);
    assert!(dataset.observations.iter().any(|o| o.definition == "reach.accounts"));
}

#[test]
fn what_was_said_holds_for_the_next_file_of_that_shape_and_for_no_other() {
    let said = [of_welsh()];
    let next = read("Dyddiad,Cyrraedd,Hoffi,Neges\n2026-08-01,5,1,helo\n2026-08-02,6,1,helo\n", &said);
    assert_eq!(next.sums, [(Measure::Likes, 2)]);
    let other = read("Dyddiad,Cyrraedd,Hoffi,Arall\n2026-08-01,5,1,helo\n2026-08-02,6,1,helo\n", &said);
    assert_eq!((other.sums.len(), other.said), (0, None));
}

#[test]
fn what_was_recognised_can_be_corrected() {
    let text = "Post id,Date,Post text,Post Link,Impressions,Likes\n\
                1,\"Tue, Jul 14, 2026\",a,https://x.com/a/status/1,100,5\n";
    let before = read(text, &[]);
    assert_eq!(before.form.map(|form| form.name), Some("X content export"));
    let meaning_of = |index: usize| {
        before.columns.iter().find(|column| column.index == index).map(|column| column.meaning)
    };
    let meanings = (0..before.names.len()).map(meaning_of).collect();
    let mut said = SaidMapping::new(&names(&before), meanings, Grain::Post, None);
    said.say(4, count(Measure::Views));
    let after = read(text, std::slice::from_ref(&said));
    assert_eq!(after.sums, [(Measure::Views, 100), (Measure::Likes, 5)]);
    assert_eq!(after.origin().map(|origin| origin.name), Some("X"), "it is still known where it comes from");
    // No two columns hold the same: the later word counts.
    said.say(5, count(Measure::Views));
    assert_eq!(read(text, &[said]).sums, [(Measure::Views, 5)]);
}

#[test]
fn the_first_rows_are_shown_as_they_are_read() {
    let table = read(WELSH, &[of_welsh()]);
    let cell = |written: &str, read| PreviewCell { written: written.to_owned(), read };
    assert_eq!(
        table.preview[0],
        [
            cell("2026-07-01", PreviewValue::Day(Date::of_day(2026, 7, 1).unwrap())),
            cell("1.204", PreviewValue::Count(1204)),
            cell("3,5", PreviewValue::Unreadable),
            cell("bore da", PreviewValue::AsWritten),
        ]
    );
    assert_eq!(table.preview.len(), 2);
    assert_eq!(table.rejected_rows, 1, "half a like is none");
    let unclear = "Post id,Date,Impressions\n1,3/4/2026,-\n2,5/6/2026,7\n";
    let table = read(unclear, &[]);
    assert_eq!(table.preview[0][1].read, PreviewValue::SomeDay);
    assert_eq!(table.preview[0][2].read, PreviewValue::Missing);
}

#[test]
fn what_is_no_mapping_is_not_taken_for_one() {
    let text = of_welsh().written();
    assert_eq!(SaidMapping::read(&text), Some(of_welsh()));
    for broken in
        ["", "{}", "[]", &text[1..], &text.replace("likes", "loves"), &text.replace("Facebook", "Faceboo")]
    {
        assert_eq!(SaidMapping::read(broken), None, "{broken}");
    }
}

fn meaning() -> impl Strategy<Value = Option<Meaning>> {
    let all: Vec<Option<Meaning>> = Meaning::all().map(Some).chain([None]).collect();
    proptest::sample::select(all)
}

proptest! {
    #[test]
    fn whatever_is_said_the_file_is_read(
        meanings in proptest::collection::vec(meaning(), 0..12),
        grain in proptest::sample::select(Grain::ALL.to_vec()),
        more in proptest::collection::vec((0usize..8, meaning()), 0..6),
    ) {
        let table = read(WELSH, &[]);
        let mut said = SaidMapping::new(&names(&table), meanings, grain, None);
        for (column, meaning) in more {
            said.say(column, meaning);
        }
        prop_assert_eq!(SaidMapping::read(&said.written()), Some(said.clone()));
        let after = read(WELSH, &[said]);
        prop_assert_eq!(after.grain, grain);
        prop_assert!(after.rows + after.rejected_rows <= 2);
    }
}
