//! What platforms export, read: every made-up sample and trap in `tests/exports/` (`own/`
//! holds those of other languages, years and spreadsheets), any table in any dress, and
//! what is no export at all.

use encoding_rs::{EUC_KR, WINDOWS_1252};
use groundswell::format::{Language, NotRead, RejectedBecause};
use groundswell::posts::{DateOrder, Grain, Measure, ReadingOptions, TableReading, read_export};
use proptest::prelude::*;
use std::fmt::Write;
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports")
}

fn read(bytes: &[u8]) -> Result<Vec<TableReading>, NotRead> {
    read_export("export", Cursor::new(bytes), ReadingOptions::default())
}

fn only(bytes: &[u8]) -> TableReading {
    let mut tables = read(bytes).unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn sum(table: &TableReading, measure: Measure) -> Option<i64> {
    table.sums.iter().find(|(found, _)| *found == measure).map(|(_, sum)| *sum)
}

/// A table in a few lines: what it was read as, and what came of it.
fn told(table: &TableReading) -> String {
    let mut text = String::new();
    let source = table.form.map_or("no known export", |form| form.name);
    let period = table.period.map(|(from, to)| format!("{from}/{to}")).unwrap_or_default();
    let line = format!("  {:?} | {source} | {} {} | {period}", table.table, table.grain.slug(), table.rows);
    let _ = writeln!(text, "{}", line.trim_end());
    let sums: Vec<String> =
        table.sums.iter().map(|(measure, sum)| format!("{} {sum}", measure.slug())).collect();
    if !sums.is_empty() {
        let _ = writeln!(text, "    {}", sums.join(", "));
    }
    if let Some(reach) = table.reach {
        let _ = writeln!(text, "    reach {}..{}", reach.largest, reach.sum);
    }
    for rejected in &table.rejected {
        let because = Language::English.rejected(&rejected.because);
        let _ = writeln!(text, "    line {}, {}: {because}", rejected.line, rejected.column);
    }
    for note in &table.notes {
        let _ = writeln!(text, "    {}", Language::English.reading_note(note));
    }
    text
}

/// A sum of which something was left out is at least that, and no more is said of it.
#[test]
fn a_sum_is_whole_where_nothing_was_left_out() {
    let whole = |rows: &str| {
        let table = only(format!("Post id,Date,Post text,Impressions,Likes\n{rows}").as_bytes());
        [Measure::Impressions, Measure::Likes].map(|measure| table.is_whole(measure))
    };
    let first = "1,\"Jul 1, 2026\",a,10,1\n";
    assert_eq!(whole(&format!("{first}2,\"Jul 2, 2026\",b,20,2\n")), [true, true]);
    assert_eq!(whole(&format!("{first}2,\"Jul 2, 2026\",b,20,\n")), [true, false]);
    // Nobody knows what a row would have added that could not be read.
    assert_eq!(whole(&format!("{first}2,\"Jul 2, 2026\",b,20,many\n")), [false, false]);
}

/// Meta's clocks are eight hours behind London's: what is published there before eight in
/// the morning bears the day before, until days of London are asked for.
#[test]
fn days_are_those_of_the_zone_that_was_said() {
    let text = "Post ID,Page ID,Title,Publish time,Permalink,Views,Reach,Reactions\n\
        1,Us,a,09/27/2026 15:59,https://facebook.com/1,5,4,1\n\
        2,Us,b,09/28/2026 16:00,https://facebook.com/2,5,4,1\n";
    let in_zone = |zone: Option<&str>, text: &str| {
        let zone = zone.map(|name| name.parse().unwrap());
        let options = ReadingOptions { zone, keep: true, ..ReadingOptions::default() };
        let table = read_export("export", Cursor::new(text), options).unwrap().remove(0);
        let days: Vec<String> =
            table.kept.as_ref().unwrap().rows().map(|row| row.day.unwrap().to_string()).collect();
        let (from, to) = table.period.unwrap();
        assert_eq!((&days[0], &days[1]), (&from.to_string(), &to.to_string()));
        (days, told(&table), table.has_zoned_times)
    };
    let (days, told_of, zoned) = in_zone(None, text);
    assert_eq!(days, ["2026-09-27", "2026-09-28"]);
    assert!(zoned && told_of.contains("Pacific coast") && told_of.contains("month first"), "{told_of}");
    let (days, told_of, _) = in_zone(Some("Europe/London"), text);
    assert_eq!(days, ["2026-09-27", "2026-09-29"]);
    assert!(told_of.contains("Days are those of Europe/London") && !told_of.contains("a post before 8"));
    // What proves the order of day and month is what is written.
    assert!(told_of.contains("month first"), "{told_of}");

    // A time that says its own zone; and days, which have none.
    let old = "Tweet id,Tweet permalink,Tweet text,time,impressions,engagements,retweets,replies,likes\n\
        1,https://twitter.com/a/status/1,a,2020-06-30 22:59 +0000,5,4,1,0,1\n\
        2,https://twitter.com/a/status/2,b,2020-06-30 23:00 +0000,5,4,1,0,1\n";
    assert_eq!(in_zone(Some("Europe/London"), old).0, ["2020-06-30", "2020-07-01"]);
    let by_day = "Date,Impressions,Likes,Engagements\n2026-09-27T00:00:00,5,4,1\n2026-09-28T00:00:00,5,4,1\n";
    let (days, told_of, zoned) = in_zone(Some("Asia/Tokyo"), by_day);
    assert_eq!(days, ["2026-09-27", "2026-09-28"]);
    assert!(!zoned && told_of.contains("Days stay as the file has them, not those of Asia/Tokyo"));
}

/// The files of `tests/exports/`, in the order of their names.
fn samples() -> Vec<PathBuf> {
    let files_in = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let folders = [folder(), folder().join("own"), folder().join("traps")];
    let mut files: Vec<PathBuf> = folders.into_iter().flat_map(files_in).collect();
    files.retain(|path| path.is_file() && !path.ends_with("expected.txt"));
    files.sort();
    files
}

#[test]
fn every_sample_is_read_as_expected() {
    let mut text = String::new();
    for path in samples() {
        let name = path.strip_prefix(folder()).unwrap().to_string_lossy().replace('\\', "/");
        let _ = writeln!(text, "{name}");
        let file = fs::File::open(&path).unwrap();
        match read_export(&name, file, ReadingOptions::default()) {
            Ok(tables) => tables.iter().for_each(|table| text.push_str(&told(table))),
            Err(why) => {
                let _ = writeln!(text, "  {}", Language::English.not_read(&why));
            }
        }
    }
    let expected = folder().join("expected.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&expected, &text).unwrap();
    }
    assert_eq!(text, fs::read_to_string(expected).unwrap(), "UPDATE_GOLDEN=1 renews it");
}

#[test]
fn dates_that_could_be_two_things_are_asked_about() {
    let file = "Date,Likes\n03/04/2026,5\n04/04/2026,6\n";
    let table = only(file.as_bytes());
    assert_eq!(table.period, None);
    assert!(table.notes.iter().any(|note| Language::English.reading_note(note).contains("03/04/2026")));
    for (order, from) in [(DateOrder::DayFirst, "2026-04-03"), (DateOrder::MonthFirst, "2026-03-04")] {
        let options = ReadingOptions { dates: Some(order), keep: true, ..ReadingOptions::default() };
        let tables = read_export("export", Cursor::new(file), options).unwrap();
        assert_eq!(tables[0].period.unwrap().0.to_string(), from);
    }
    // One date that can only be one thing settles all.
    let proven = only(b"Date,Likes\n03/04/2026,5\n13/04/2026,6\n");
    assert_eq!(proven.period.unwrap().0.to_string(), "2026-04-03");
    // What was said does not make a date that the calendar does not have.
    let options =
        ReadingOptions { dates: Some(DateOrder::MonthFirst), keep: true, ..ReadingOptions::default() };
    let tables =
        read_export("export", Cursor::new("Date,Likes\n03/04/2026,5\n13/04/2026,6\n"), options).unwrap();
    assert_eq!(tables[0].period.unwrap().0.to_string(), "2026-04-03");
}

#[test]
fn a_row_that_cannot_be_read_is_kept_with_its_line_its_column_and_the_reason() {
    let file = "Post id,Date,Post text,Impressions,Likes\n\
        1,\"Fri, Feb 27, 2026\",\"two\nlines\",5,1\n\
        2,yesterday,a,6,1\n\
        3,\"Fri, Feb 27, 2026\",b,many,1\n\
        4,\"Fri, Feb 27, 2026\"\n\
        5,\"Fri, Feb 27, 2026\",a,b,7,1\n\
        6,\"Fri, Feb 27, 2026\",c,8,-\n";
    let table = only(file.as_bytes());
    let rejected: Vec<(u64, &str)> =
        table.rejected.iter().map(|rejected| (rejected.line, &*rejected.column)).collect();
    assert_eq!(rejected, [(4, "Date"), (5, "Impressions"), (6, ""), (7, "")]);
    assert_eq!(table.rejected[1].because, RejectedBecause::NoCount("many".to_owned()));
    assert_eq!((table.rows, sum(&table, Measure::Impressions)), (2, Some(13)));
    // Missing is not zero.
    assert_eq!(sum(&table, Measure::Likes), Some(1));
    assert_eq!(sum(&table, Measure::Shares), None);
}

/// Meta's exports write the caption as the title or as the description: the longer of
/// them is the text.
#[test]
fn the_text_of_a_post_may_stand_in_one_of_two_columns() {
    let file = "Post ID,Page ID,Title,Description,Publish time,Permalink,Views\n\
        1,9,A title,,2/27/2026 10:00,https://facebook.com/1,5\n\
        2,9, ,A description #Flu,2/27/2026 11:00,https://facebook.com/2,6\n\
        3,9,One,Other,2/27/2026 12:00,https://facebook.com/3,7\n\
        4,9,,,2/27/2026 13:00,https://facebook.com/4,8\n";
    let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
    let table = read_export("export", Cursor::new(file), options).unwrap().remove(0);
    assert_eq!(table.form.map(|form| form.name), Some("Facebook content export"));
    let kept = table.kept.unwrap();
    let texts: Vec<&str> = kept.rows().map(|row| row.text).collect();
    assert_eq!(texts, ["A title", "A description #Flu", "Other", ""]);
    assert!(kept.rows().nth(1).unwrap().has_hashtag("flu"));
    assert_eq!(table.look.unwrap().best[0].text, "");
}

#[test]
fn what_is_no_export_is_refused_with_the_reason() {
    let refused = |bytes: &[u8]| read(bytes).unwrap_err();
    assert_eq!(refused(b""), NotRead::Empty);
    assert_eq!(refused(b"<html><table><tr><td>Date</td></tr></table></html>"), NotRead::WebPage);
    assert_eq!(refused(b"just a few words\nand no table\n"), NotRead::NoTable);
    assert_eq!(refused(b"{\"a\": 1}"), NotRead::UnknownJson);
    assert!(matches!(refused(b"{\"feed\": ["), NotRead::BrokenJson { line: 1, .. }));
    assert!(matches!(refused(b"PK\x03\x04 no archive"), NotRead::BrokenArchive(_)));
    assert!(matches!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 no workbook"), NotRead::BrokenWorkbook(_)));
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\0\x01"), NotRead::NoText);
}

#[test]
fn a_million_columns_are_read() {
    let names: Vec<String> = (0..1_000_000).map(|at| format!("c{at}")).collect();
    let file = format!("Date,Likes,{}\n2026-01-01,5,{}\n", names.join(","), vec!["1"; 1_000_000].join(","));
    let table = only(file.as_bytes());
    assert_eq!((table.rows, sum(&table, Measure::Likes)), (1, Some(5)));
}

#[test]
fn a_cell_of_thirty_megabytes_costs_one_row() {
    let file = format!("Date,Text,Likes\n2026-01-01,\"{}\",5\n2026-01-02,b,6\n", "x".repeat(30 << 20));
    let table = only(file.as_bytes());
    assert_eq!((table.rows, table.rejected_rows, sum(&table, Measure::Likes)), (1, 1, Some(6)));
    assert_eq!(table.rejected[0].because, RejectedBecause::TooLong);
}

/// A table of posts, and how it is written.
#[derive(Clone, Debug)]
struct Written {
    posts: Vec<(String, Option<i64>, i64)>,
    delimiter: char,
    line_end: &'static str,
    always: bool,
    thousands: &'static str,
    encoding: usize,
    preamble: bool,
}

fn written() -> impl Strategy<Value = Written> {
    let text = "[a-z\u{e9}\u{fc} ,;\t\"\n=<>&-]{0,20}";
    let post = (text, proptest::option::weighted(0.8, 0..2_000_000i64), -5..900_000i64);
    (
        proptest::collection::vec(post, 1..12),
        prop::sample::select(vec![',', ';', '\t']),
        prop::sample::select(vec!["\n", "\r\n", "\r"]),
        any::<bool>(),
        prop::sample::select(vec!["", ",", ".", "\u{a0}"]),
        0..5usize,
        any::<bool>(),
    )
        .prop_map(|(posts, delimiter, line_end, always, thousands, encoding, preamble)| Written {
            posts,
            delimiter,
            line_end,
            always,
            thousands,
            encoding,
            preamble,
        })
}

impl Written {
    fn number(&self, value: i64) -> String {
        let digits = value.unsigned_abs().to_string();
        let mut text = if value < 0 { "-".to_owned() } else { String::new() };
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(self.thousands);
            }
            text.push(digit);
        }
        text
    }

    fn bytes(&self) -> Vec<u8> {
        let mut text = String::new();
        if self.preamble {
            text.push_str("made for a test");
            text.push_str(self.line_end);
        }
        let mut row = |cells: [&str; 5]| {
            let quoted = |cell: &&str| {
                if self.always || cell.contains([self.delimiter, '"', '\n', '\r']) {
                    format!("\"{}\"", cell.replace('"', "\"\""))
                } else {
                    (*cell).to_owned()
                }
            };
            let cells: Vec<String> = cells.iter().map(quoted).collect();
            text.push_str(&cells.join(&self.delimiter.to_string()));
            text.push_str(self.line_end);
        };
        row(["Post id", "Date", "Post text", "Impressions", "Likes"]);
        for (at, (words, impressions, likes)) in self.posts.iter().enumerate() {
            let id = format!("20273244351587{at:05}");
            let impressions = impressions.map_or("-".to_owned(), |value| self.number(value));
            row([&id, "Fri, Feb 27, 2026", words, &impressions, &self.number(*likes)]);
        }
        match self.encoding {
            0 => text.into_bytes(),
            1 => format!("\u{feff}{text}").into_bytes(),
            2 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect(),
            3 => format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect(),
            _ => WINDOWS_1252.encode(&text).0.into_owned(),
        }
    }
}

proptest! {
    #[test]
    fn any_table_in_any_dress_reads_the_same(written in written()) {
        let table = only(&written.bytes());
        let posts = &written.posts;
        prop_assert_eq!(table.form.map(|form| form.name), Some("X content export"));
        prop_assert_eq!(table.rows, posts.len() as u64, "{:?}", table.rejected);
        prop_assert_eq!(table.rejected_rows, 0);
        prop_assert_eq!(sum(&table, Measure::Likes), Some(posts.iter().map(|post| post.2).sum()));
        let reported: Vec<i64> = posts.iter().filter_map(|post| post.1).collect();
        let expected = (!reported.is_empty()).then(|| reported.iter().sum());
        prop_assert_eq!(sum(&table, Measure::Impressions), expected);
        prop_assert_eq!(table.period.unwrap().0.to_string(), "2026-02-27");
    }

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_damaged_sample_panics(at in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let samples = samples();
        let mut bytes = fs::read(at.get(&samples)).unwrap();
        if !bytes.is_empty() {
            let place = place.index(bytes.len());
            if cut {
                bytes.truncate(place);
            } else {
                bytes[place] = byte;
            }
            let _ = read(&bytes);
        }
    }
}

#[test]
fn korean_in_its_old_encoding_is_read() {
    let rows: String = (1..20)
        .map(|day| {
            format!("2026-01-{day:02},\u{c548}\u{b155}\u{d558}\u{c138}\u{c694} \u{c5ec}\u{b7ec}\u{bd84},5\n")
        })
        .collect();
    let file = format!("Date,Text,Likes\n{rows}");
    let table = only(&EUC_KR.encode(&file).0);
    assert_eq!((table.rows, table.grain, sum(&table, Measure::Likes)), (19, Grain::Post, Some(95)));
}

/// What `groundswell check --json` prints, and its exit status.
fn checked(arguments: &[&str]) -> (serde_json::Value, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_groundswell"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["check", "--json"])
        .args(arguments)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (serde_json::from_str(&text).unwrap(), output.status.code())
}

#[test]
fn the_terminal_tells_the_same() {
    let (told, status) = checked(&["tests/exports/x_account_analytics_content.csv"]);
    let file = &told["files"][0];
    assert_eq!(status, Some(0));
    assert_eq!(file["source"], "X content export");
    assert_eq!(file["sums"]["impressions"], 179_995);
    assert_eq!(file["period"]["from"], "2026-02-25");
    assert_eq!(file["reach"], serde_json::Value::Null);
    assert!(file["sums"].get("comments").is_none());

    let (told, status) = checked(&["tests/exports/traps/unterminated_quote.csv"]);
    assert_eq!((status, &told["files"][0]["rejected"][0]["line"]), (Some(1), &serde_json::json!(2)));

    let (told, status) = checked(&[
        "tests/exports/traps/empty.csv",
        "tests/exports/linkedin_page_content.xls",
        "no/such/file",
    ]);
    assert_eq!(status, Some(2));
    let tables: Vec<&str> =
        told["files"].as_array().unwrap().iter().map(|file| file["table"].as_str().unwrap()).collect();
    assert_eq!(tables, ["", "Metrics", "All posts", ""]);
}

/// A workbook that is cut off somewhere is told in a sentence, and nothing else is printed.
#[test]
fn a_workbook_that_is_cut_off_is_told() {
    let whole = fs::read(folder().join("linkedin_page_content.xls")).unwrap();
    let file = std::env::temp_dir().join(format!("groundswell-cut-{}.xls", std::process::id()));
    for part in [600, whole.len() / 2, whole.len() - 600] {
        fs::write(&file, &whole[..part]).unwrap();
        let output =
            Command::new(env!("CARGO_BIN_EXE_groundswell")).arg("check").arg(&file).output().unwrap();
        let told = String::from_utf8(output.stdout).unwrap();
        assert!(told.contains("workbook cannot be read"), "{part}: {told}");
        assert_eq!((output.status.code(), &*output.stderr), (Some(2), &b""[..]), "{part}");
    }
    fs::remove_file(file).unwrap();
}

/// An archive that unpacks without end costs neither memory nor time without end.
#[test]
fn an_archive_that_unpacks_to_more_than_any_export_is_refused() {
    let mut packed = Vec::new();
    {
        let mut archive = zip::ZipWriter::new(Cursor::new(&mut packed));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("[Content_Types].xml", options).unwrap();
        archive.start_file("xl/workbook.xml", options).unwrap();
        let zeros = vec![b' '; 1 << 20];
        for _ in 0..600 {
            std::io::Write::write_all(&mut archive, &zeros).unwrap();
        }
        archive.finish().unwrap();
    }
    assert!(packed.len() < 4 << 20, "{}", packed.len());
    assert_eq!(read(&packed).unwrap_err(), NotRead::UnpacksTooFar);
}

#[test]
fn the_terminal_reads_the_projects_own_files() {
    let (told, status) = checked(&["public/data/index.json", "public/data/toolkit.json"]);
    assert_eq!(status, Some(0), "{told:#}");
    let sources: Vec<&str> =
        told["files"].as_array().unwrap().iter().map(|file| file["source"].as_str().unwrap()).collect();
    assert_eq!(sources, ["Groundswell catalogue", "Groundswell data set"]);
    // Every observation counts, and nothing but observations: each file has so many.
    let in_file = |name: &str| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(format!("public/data/{name}.json")).unwrap()).unwrap()
    };
    let names = ["toolkit", "published", "further"];
    let files = names.map(|name| format!("public/data/{name}.json"));
    let (each, _) = checked(&files.each_ref().map(String::as_str));
    let counts = names.map(|name| in_file(name)["observations"].as_array().unwrap().len() as u64);
    let rows: Vec<u64> =
        each["files"].as_array().unwrap().iter().map(|file| file["rows"].as_u64().unwrap()).collect();
    assert_eq!(rows, counts);
    assert_eq!(told["files"][0]["rows"].as_u64().unwrap(), counts.iter().sum::<u64>());

    let folder = std::env::temp_dir().join(format!("groundswell-check-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let broken = folder.join("broken.json");
    let text = fs::read_to_string("public/data/toolkit.json").unwrap();
    fs::write(&broken, text.replacen("\"value\"", "\"valu\"", 1)).unwrap();
    let (told, status) = checked(&[broken.to_str().unwrap()]);
    assert_eq!(status, Some(1));
    let reason = told["files"][0]["rejected"][0]["reason"].as_str().unwrap();
    assert!(reason.contains("valu"), "{reason}");

    // What loads at the start cannot refer to what is loaded later.
    for name in ["index", "toolkit", "published", "further"] {
        fs::copy(format!("public/data/{name}.json"), folder.join(format!("{name}.json"))).unwrap();
    }
    let leaning = folder.join("published.json");
    let text = fs::read_to_string(&leaning).unwrap();
    fs::write(
        &leaning,
        text.replacen("\"definition\": \"reach.unstated\"", "\"definition\": \"reach.accounts\"", 1),
    )
    .unwrap();
    for file in [leaning, folder.join("index.json")] {
        let (told, status) = checked(&[file.to_str().unwrap()]);
        assert_eq!(status, Some(1), "{told:#}");
        assert!(told.to_string().contains("reach.accounts"), "{told:#}");
    }

    let render = |format: &str, to: &Path| {
        let output = Command::new(env!("CARGO_BIN_EXE_groundswell"))
            .args([
                "render",
                "--data",
                "public/data/index.json",
                "--figure",
                "reach",
                "--format",
                format,
                "-o",
            ])
            .arg(to)
            .status();
        assert!(output.unwrap().success());
    };
    for (format, source) in [("json", "Groundswell extract"), ("csv", "Groundswell table")] {
        let file = folder.join(format!("reach.{format}"));
        render(format, &file);
        let (told, status) = checked(&[file.to_str().unwrap()]);
        assert_eq!((status, &told["files"][0]["source"]), (Some(0), &serde_json::json!(source)), "{told:#}");
        assert!(told["files"][0]["rows"].as_u64().unwrap() > 3);
    }
    // What its columns mean stands in another file, which is asked for.
    fs::remove_file(folder.join("reach.csv-metadata.json")).unwrap();
    let (told, status) = checked(&[folder.join("reach.csv").to_str().unwrap()]);
    let why = told["files"][0]["notes"][0].as_str().unwrap_or_default();
    assert!(status == Some(2) && why.contains("reach.csv-metadata.json"), "{told:#}");
    fs::remove_dir_all(folder).unwrap();
}

/// Large files of real pages and accounts, with the sums that are known of them. They
/// are no part of the project: `cargo test --test exports -- --ignored` for who has them
/// in a folder beside it.
#[test]
#[ignore = "the real data sets are no part of the project"]
fn real_data_gives_its_known_sums() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let read = |name: &str| {
        let file = fs::File::open(data.join(name)).unwrap();
        let mut tables = read_export(name, file, ReadingOptions::default()).unwrap();
        assert_eq!(tables.len(), 1, "{name}");
        tables.remove(0)
    };
    let pages = read("facebook_pages_2016/all_pages_compact.csv");
    assert_eq!((pages.rows, pages.rejected_rows), (242_081, 0));
    let expected = [
        (Measure::Reactions, 2_485_788_590),
        (Measure::Likes, 2_325_060_959),
        (Measure::Comments, 102_625_696),
        (Measure::Shares, 308_707_444),
    ];
    assert_eq!(pages.sums, expected);
    let (from, to) = pages.period.unwrap();
    assert_eq!((from.to_string(), to.to_string()), ("2016-02-24".to_owned(), "2016-06-25".to_owned()));

    for disguise in
        ["original-header.comma.CR-only", "short-header.semicolon.LF", "spanish-header.semicolon.latin1.CRLF"]
    {
        let posts = read(&format!("uci_facebook_metrics/dataset_Facebook.{disguise}.csv"));
        assert_eq!((posts.rows, posts.rejected_rows, posts.grain), (500, 0, Grain::Post), "{disguise}");
        let expected = [
            (Measure::Impressions, 14_792_974),
            (Measure::Engagements, 106_060),
            (Measure::Likes, 88_795),
            (Measure::Comments, 3_741),
            (Measure::Shares, 13_524),
        ];
        assert_eq!(posts.sums, expected, "{disguise}");
        assert_eq!(posts.reach.unwrap().sum, 6_951_680, "{disguise}");
    }

    let tweets = read("duboischallenge_2021/tweets.csv");
    assert_eq!((tweets.rows, tweets.rejected_rows), (444, 1));
    assert_eq!(tweets.sums, [(Measure::Likes, 7_144), (Measure::Reposts, 1_290)]);

    let headlines = read("bbc_health_tweets/bbchealth.txt");
    assert_eq!((headlines.rows, headlines.rejected_rows, headlines.sums.len()), (3_929, 0, 0));

    for kind in ["csv", "xlsx"] {
        for (table, rows) in [("Totals", 803), ("Chart_data", 10_439), ("Table_data", 13)] {
            let views = read(&format!("youtube_studio_wholebrainhealth/{kind}/{table}.{kind}"));
            assert_eq!((views.rows, sum(&views, Measure::Views)), (rows, Some(24_299)), "{table}.{kind}");
        }
    }
}
