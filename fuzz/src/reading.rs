//! What always holds of an export that was read, and of a campaign that was made of it.

use groundswell::data::read_data_file;
use groundswell::format::{Language, NotRead, ReadingNote, SeriesStep};
use groundswell::model::{Date, Observation};
use groundswell::own::{Arrival, OwnCampaign};
use groundswell::posts::{DateOrder, Grain, Meaning, ReadingOptions, TableReading, Zone, read_export};
use std::io::Cursor;
use std::sync::LazyLock;

const LANGUAGE: Language = Language::English;

/// The zone in which days are wanted, where they are.
static LONDON: LazyLock<Zone> = LazyLock::new(|| "Europe/London".parse().expect("it is a zone"));

/// The day of an import.
fn today() -> Date {
    Date::of_day(2026, 7, 1).expect("it is in the calendar")
}

/// Reads bytes as an export, twice: what is added up is the same whether rows are kept or
/// not. How long the bytes are says how the reading goes, so that a file is read the same
/// each time and a corpus of them in every way.
pub fn export_holds(bytes: &[u8]) {
    let dates = match bytes.len() % 3 {
        0 => None,
        1 => Some(DateOrder::DayFirst),
        _ => Some(DateOrder::MonthFirst),
    };
    let name = if bytes.len().is_multiple_of(2) { "export.csv" } else { "Overview_2025-12-30_example.zip" };
    let zone = bytes.len().is_multiple_of(5).then(|| LONDON.clone());
    let read = |keep: bool| {
        let options = ReadingOptions { dates, zone: zone.clone(), keep, said: Vec::new() };
        read_export(name, Cursor::new(bytes), options)
    };
    let (kept, added_up) = (read(true), read(false));
    let (kept, added_up) = match (kept, added_up) {
        (Ok(kept), Ok(added_up)) => (kept, added_up),
        (one, other) => {
            let (one, other) = (is_told(one), is_told(other));
            // What another library says may name an address or a place in memory.
            assert_eq!(one.is_some(), other.is_some(), "{one:?} / {other:?}");
            return;
        }
    };
    assert!(!kept.is_empty(), "a file that is read has a table");
    assert_eq!(kept.len(), added_up.len());
    for (kept, added_up) in kept.iter().zip(&added_up) {
        let without = TableReading { kept: None, look: None, preview: Vec::new(), ..kept.clone() };
        assert_eq!(&without, added_up);
        is_read(kept);
        campaign_of(kept);
    }
}

/// Why a file was not read, which is told in a sentence.
fn is_told(read: Result<Vec<TableReading>, NotRead>) -> Option<String> {
    let told = read.err().map(|why| LANGUAGE.not_read(&why));
    assert!(told.as_ref().is_none_or(|told| !told.is_empty()));
    told
}

/// Holds a table to what is true of every one.
pub fn is_read(table: &TableReading) {
    assert!(table.rejected.len() as u64 <= table.rejected_rows);
    for rejected in &table.rejected {
        assert!(rejected.line > 0);
        assert!(!LANGUAGE.rejected(&rejected.because).is_empty());
    }
    for note in &table.notes {
        assert!(!LANGUAGE.reading_note(note).is_empty());
    }
    assert!(table.period.is_none_or(|(from, to)| from <= to));
    assert!(table.sums.is_sorted_by(|one, other| one.0 < other.0), "each measure has one sum, in order");
    let has = |meaning: Meaning| table.columns.iter().any(|column| column.meaning == meaning);
    assert!(table.sums.iter().all(|(measure, _)| has(Meaning::Count(*measure))));
    assert!(table.reach.is_none() || has(Meaning::Reach));
    let Some(kept) = &table.kept else { return };
    assert_ne!(table.grain, Grain::Other);
    if table.notes.contains(&ReadingNote::SideBySide) {
        return;
    }
    assert_eq!(kept.len() as u64, table.rows);
    for (at, meaning) in kept.counted().iter().enumerate() {
        let counts = || kept.rows().filter_map(|row| row.counts().nth(at).flatten());
        let sum = counts().fold(0_i64, i64::saturating_add);
        let (found, of_rows) = match meaning {
            Meaning::Count(measure) => {
                let sum_of = table.sums.iter().find(|(known, _)| known == measure);
                (sum_of.map(|(_, sum)| (*sum, None)), (sum, None))
            }
            _ => (table.reach.map(|reach| (reach.sum, Some(reach.largest))), (sum, counts().max())),
        };
        let reported = counts().next().is_some();
        assert_eq!(found, reported.then_some(of_rows), "a column that reports nothing has no sum");
    }
}

/// A campaign of a table's rows.
fn campaign_of(table: &TableReading) {
    let mut campaign = OwnCampaign::new("A campaign", &[]);
    let Some(first) = campaign.take(table, today()) else { return };
    let rows = campaign.posts() + campaign.days();
    assert_eq!((first.new, first.changed, first.same), (rows, 0, 0));
    let again = campaign.take(table, today()).expect("it was taken before");
    assert_eq!((again.new, again.changed, again.same), (0, 0, rows), "nothing is counted twice");
    campaign_holds(&campaign);
    assert_eq!(arrival_of(&campaign), Arrival::Same, "what comes again changes nothing");
}

/// Holds a campaign to what is true of every one.
pub fn campaign_holds(campaign: &OwnCampaign) {
    let unpacked = OwnCampaign::unpacked(&campaign.packed());
    assert_eq!(unpacked.as_ref(), Ok(campaign), "what is packed is unpacked the same");
    let (data, faults) = read_data_file("own.json", &campaign.data_file(LANGUAGE)).expect("its file is read");
    assert_eq!(faults, [], "its file has no fault");
    let written = campaign.dataset(LANGUAGE);
    are_the_same(&data.observations, &written.observations);
    assert_eq!(
        (data.campaigns, data.sources, data.definitions),
        (written.campaigns, written.sources, written.definitions)
    );
    for of in campaign.countable(LANGUAGE) {
        for step in SeriesStep::ALL {
            if let Some(Ok(series)) = campaign.series(&of, *step) {
                assert!(series.points.is_sorted_by(|one, other| one.from < other.from));
            }
        }
    }
    for by in campaign.rankable(LANGUAGE) {
        let ranking = campaign.ranking(&by.key, "", 10);
        assert_eq!(ranking.of + ranking.silent, campaign.posts());
        assert!(ranking.posts.is_sorted_by(|one, other| one.count >= other.count));
    }
    arrival_of(campaign);
}

/// Holds observations to those that they were written from. What reads JSON takes a number
/// of more digits than any count for its neighbour.
pub fn are_the_same(read: &[Observation], written: &[Observation]) {
    assert_eq!(read.len(), written.len());
    for (read, written) in read.iter().zip(written) {
        let (one, other) = (read.quantity.stated(), written.quantity.stated());
        assert!((one - other).abs() <= other.abs() * 1e-15, "{one} / {other}");
        assert_eq!(read.quantity.comparator(), written.quantity.comparator());
        assert_eq!(&Observation { quantity: written.quantity, ..read.clone() }, written);
    }
}

/// What a campaign does that comes to where it is already.
fn arrival_of(campaign: &OwnCampaign) -> Arrival {
    let here = |id: &str| (id == campaign.id()).then(|| campaign.clone());
    campaign.arrival(&here, LANGUAGE)
}
