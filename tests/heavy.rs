//! Files that want more than there is: a gigabyte, a million columns, a cell of a hundred
//! megabytes, archives that unpack without end. Each is read, or told in a sentence, within
//! bounds of time and memory. They take minutes: `make test-heavy` runs them, and prints
//! what each cost. They are made as they are read, and those on the disk are deleted.

use groundswell::data::read_data_file;
use groundswell::format::{NotRead, RejectedBecause};
use groundswell::own::{OwnCampaign, read_backup};
use groundswell::posts::{Measure, ReadingOptions, TableReading, read_export};
use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom, Write};
use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

mod memory;

#[global_allocator]
static COUNTING: memory::Counting = memory::Counting;

const MB: usize = 1 << 20;

/// Beyond this a test does not go on, so that the machine can.
const END: usize = 6 * 1024 * MB;

/// One at a time: what each holds is counted for the whole program.
static ALONE: Mutex<()> = Mutex::new(());

/// Does something within so many megabytes and seconds.
fn within<T>(what: &str, megabytes: usize, seconds: u64, does: impl FnOnce() -> T) -> T {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let began = Instant::now();
    let (done, most) = memory::within(END, does);
    let took = began.elapsed();
    println!("{what}: {:.1} s, {} MB", took.as_secs_f64(), most / MB);
    assert!(most <= megabytes * MB, "{what} held {} MB, not {megabytes}", most / MB);
    assert!(took <= Duration::from_secs(seconds), "{what} took {took:?}, not {seconds} s");
    done
}

/// A file that is made while it is read: the pieces of each number, until there is none.
struct Made<F> {
    make: F,
    next: u64,
    piece: Vec<u8>,
    at: usize,
}

impl<F: FnMut(u64, &mut Vec<u8>) -> bool> Made<F> {
    fn of(make: F) -> Self {
        Self { make, next: 0, piece: Vec::new(), at: 0 }
    }
}

impl<F: FnMut(u64, &mut Vec<u8>) -> bool> Read for Made<F> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.at == self.piece.len() {
            self.piece.clear();
            self.at = 0;
            if !(self.make)(self.next, &mut self.piece) {
                self.piece.clear();
                return Ok(0);
            }
            self.next += 1;
        }
        let count = into.len().min(self.piece.len() - self.at);
        into[..count].copy_from_slice(&self.piece[self.at..self.at + count]);
        self.at += count;
        Ok(count)
    }
}

/// It can only be begun anew.
impl<F: FnMut(u64, &mut Vec<u8>) -> bool> Seek for Made<F> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        assert_eq!(to, SeekFrom::Start(0));
        (self.next, self.at) = (0, 0);
        self.piece.clear();
        Ok(0)
    }
}

/// A beginning, then the same again so many times, then an end.
fn repeated(begins: &str, again: &str, times: u64, ends: &str) -> impl Read + Seek {
    let (begins, again, ends) = (begins.to_owned(), again.repeat(1000), ends.to_owned());
    Made::of(move |at, piece| {
        let part = match at {
            0 => &begins,
            at if at <= times.div_ceil(1000) => &again,
            at if at == times.div_ceil(1000) + 1 => &ends,
            _ => return false,
        };
        piece.extend_from_slice(part.as_bytes());
        true
    })
}

fn read(source: impl Read + Seek) -> Result<Vec<TableReading>, NotRead> {
    read_export("export", source, ReadingOptions::default())
}

/// The only table of a file.
fn table(source: impl Read + Seek) -> TableReading {
    let mut tables = read(source).unwrap();
    assert_eq!(tables.len(), 1);
    tables.remove(0)
}

fn sum(table: &TableReading, measure: Measure) -> Option<i64> {
    table.sums.iter().find(|(known, _)| *known == measure).map(|(_, sum)| *sum)
}

/// An archive of these files, packed or as they are.
fn archive(files: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in files {
        archive.start_file(*name, options).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// An archive that lists its only file many times over: small, and without end when it is
/// unpacked. The names differ in their first letters.
fn listed_again(name: &str, content: &[u8], times: u16) -> Vec<u8> {
    let mut once = archive(&[(name, content)], CompressionMethod::Deflated);
    let ends = once.len() - 22;
    let list = u32::from_le_bytes(once[ends + 16..ends + 20].try_into().unwrap()) as usize;
    let (entry, mut end) = (once[list..ends].to_vec(), once[ends..].to_vec());
    once.truncate(list);
    for at in 0..times {
        let mut entry = entry.clone();
        entry[46..51].copy_from_slice(format!("{at:05}").as_bytes());
        once.extend(entry);
    }
    let length = (once.len() - list) as u32;
    end[8..10].copy_from_slice(&times.to_le_bytes());
    end[10..12].copy_from_slice(&times.to_le_bytes());
    end[12..16].copy_from_slice(&length.to_le_bytes());
    once.extend(end);
    once
}

/// A workbook of one sheet: its XML, and the texts that cells share.
fn workbook(sheet: &str, shared: &str) -> Vec<u8> {
    let relation = |id: u8, kind: &str, target: &str| {
        format!(
            r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"/>"#
        )
    };
    let relations = |of: String| {
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{of}</Relationships>"#
        )
    };
    let book = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Posts" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{sheet}</worksheet>"#
    );
    let shared =
        format!(r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{shared}</sst>"#);
    let of_book = relation(1, "worksheet", "worksheets/sheet1.xml")
        + &relation(2, "sharedStrings", "sharedStrings.xml");
    let files: [(&str, &[u8]); 5] = [
        ("_rels/.rels", &relations(relation(1, "officeDocument", "xl/workbook.xml")).into_bytes()),
        ("xl/workbook.xml", book.as_bytes()),
        ("xl/_rels/workbook.xml.rels", &relations(of_book).into_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ];
    archive(&files, CompressionMethod::Deflated)
}

/// A row of a sheet: the name of each cell and its text.
fn sheet_row(line: u32, cells: &[(&str, &str)]) -> String {
    let cells: String = cells
        .iter()
        .map(|(column, text)| format!(r#"<c r="{column}{line}" t="inlineStr"><is><t>{text}</t></is></c>"#))
        .collect();
    format!(r#"<row r="{line}">{cells}</row>"#)
}

const NAMES: [(&str, &str); 3] = [("A", "Post id"), ("B", "Date"), ("C", "Impressions")];

#[test]
#[ignore = "heavy"]
fn a_file_of_nothing() {
    assert_eq!(within("0 bytes", 1, 1, || read(Cursor::new(b""))), Err(NotRead::Empty));
}

#[test]
#[ignore = "heavy"]
fn a_gigabyte_of_posts() {
    let mut bytes = 0;
    let posts = Made::of(move |at, piece| {
        if at == 0 {
            bytes = 0;
            piece.extend_from_slice(b"Post id,Date,Post text,Impressions,Likes\n");
        }
        for id in at * 500..(at + 1) * 500 {
            let text = "Hello, my name is, and what matters is that you say yours as well";
            writeln!(
                piece,
                "{},\"Fri, Feb 27, 2026\",\"{text}\",{},3",
                2_027_324_435_158_000_000 + id,
                id % 7
            )
            .unwrap();
        }
        bytes += piece.len();
        bytes <= 1 << 30
    });
    let table = within("1 GB of posts, added up", 64, 180, || table(posts));
    assert!(table.rows > 8_000_000);
    assert_eq!((table.rejected_rows, sum(&table, Measure::Likes)), (0, Some(table.rows as i64 * 3)));
}

#[test]
#[ignore = "heavy"]
fn a_million_columns() {
    let columns = |first: &str, others: &dyn Fn(u32) -> String| {
        (0..1_000_000).fold(first.to_owned(), |row, at| row + "," + &others(at)) + "\n"
    };
    let header = columns("Post id,Date,Impressions", &|at| format!("c{at}"));
    let row = columns("1,2026-02-03,5", &|_| "7".to_owned());
    let file = header + &row.repeat(20);
    let table = within("a million columns", 512, 60, || table(Cursor::new(&file)));
    assert_eq!((table.rows, sum(&table, Measure::Impressions)), (20, Some(100)));
}

#[test]
#[ignore = "heavy"]
fn tables_side_by_side() {
    let header =
        format!("Post URL,Post publish date,Likes{}\n", ",,Post URL,Post publish date,Likes".repeat(200_000));
    let row = format!("https://x.example/1,2026-02-03,5{}\n", ",,b,2026-02-03,7".repeat(200_000));
    let file = header + &row.repeat(20);
    let table = within("200,000 tables side by side", 512, 60, || table(Cursor::new(&file)));
    // The same two posts in every row.
    assert_eq!((table.rows, table.rejected_rows, sum(&table, Measure::Likes)), (2, 0, Some(100)));
}

#[test]
#[ignore = "heavy"]
fn a_cell_of_a_hundred_megabytes() {
    for quote in ["", "\""] {
        let begins = format!("Post id,Date,Impressions\n1,2026-02-03,5\n2,2026-02-04,{quote}");
        let ends = format!("{quote}\n3,2026-02-05,7\n");
        let file = repeated(&begins, "x", 100_000_000, &ends);
        let table = within("a cell of 100 MB", 64, 60, || table(file));
        assert_eq!((table.rows, sum(&table, Measure::Impressions)), (2, Some(12)));
        assert_eq!(table.rejected.len(), 1);
        assert_eq!((table.rejected[0].line, &table.rejected[0].because), (3, &RejectedBecause::TooLong));
    }
}

#[test]
#[ignore = "heavy"]
fn a_quote_that_never_closes() {
    let begins = "Post id,Date,Impressions\n1,\"2026-02-03,5\n";
    let file = repeated(begins, "2,2026-02-04,7\n", 14_000_000, "");
    let table = within("a quote that never closes in 200 MB", 64, 120, || table(file));
    assert_eq!((table.rows, table.rejected_rows), (14_000_000, 1));
    let file = repeated("\"", "2,2026-02-04,7\n", 14_000_000, "");
    within("200 MB after a quote", 64, 120, || read(file)).unwrap();
}

#[test]
#[ignore = "heavy"]
fn lines_without_end() {
    let words = within("10 million lines of one byte", 64, 60, || read(repeated("", "a\n", 10_000_000, "")));
    assert_eq!(words, Err(NotRead::NoTable));
    let nothing = within("200 MB of NULs", 8, 10, || read(repeated("", "\0", 200_000_000, "")));
    assert_eq!(nothing, Err(NotRead::NoText));
    let blank = within("50 million lone CRs", 64, 60, || read(repeated("", "\r", 50_000_000, "")));
    assert_eq!(blank, Err(NotRead::NoTable));
    let begins = "Post id,Date,Impressions\r";
    let file = repeated(begins, "1,2026-02-03,5\r", 6_000_000, "");
    let read = within("100 MB of lines that end in CR", 64, 60, || table(file));
    assert_eq!((read.rows, sum(&read, Measure::Impressions)), (6_000_000, Some(30_000_000)));
    let file = repeated("Post id,Date,Impressions\n", "\"a\n", 50_000_000, "");
    let read = within("50 million quotes", 64, 120, || table(file));
    assert_eq!((read.rows, read.rejected_rows), (0, 50_000_000));
}

#[test]
#[ignore = "heavy"]
fn archives_that_unpack_without_end() {
    let rows = format!("Post id,Date,Impressions\n{}", "1,2026-02-03,5\n".repeat(2_000_000));
    let bomb = listed_again("12345.csv", rows.as_bytes(), 1000);
    assert!(bomb.len() < 4 * MB, "{}", bomb.len());
    let read_it = || read(Cursor::new(&bomb));
    assert_eq!(within("30 GB in an archive", 64, 180, read_it), Err(NotRead::UnpacksTooFar));

    let nested = archive(&[("a.zip", &bomb), ("b.csv", &bomb), ("c.xlsx", &bomb)], CompressionMethod::Stored);
    let read_it = || read(Cursor::new(&nested));
    let told = within("archives in an archive", 64, 60, read_it);
    assert!(matches!(told, Err(NotRead::BrokenWorkbook(_) | NotRead::UnpacksTooFar)), "{told:?}");

    let spaces = " ".repeat(64 * MB);
    let bomb = listed_again("12345.xlsx", format!("PK\x03\x04{spaces}").as_bytes(), 1000);
    let told = within("workbooks without end", 1100, 60, || read(Cursor::new(&bomb)));
    assert!(matches!(told, Err(NotRead::UnpacksTooFar)), "{told:?}");

    let bomb = listed_again("12345.posts", format!("gsw1{spaces}").as_bytes(), 2000);
    let backup = within("a backup without end", 1100, 60, || read_backup(Cursor::new(&bomb)).unwrap());
    assert_eq!((backup.campaigns.len(), backup.damaged.len()), (0, 2000));
}

#[test]
#[ignore = "heavy"]
fn sheets_that_claim_every_cell() {
    let dimension = r#"<dimension ref="A1:XFD1048576"/>"#;
    let post = |line: u32| sheet_row(line, &[("A", "1"), ("B", "2026-02-03"), ("C", "5")]);
    let sheet = format!("{dimension}<sheetData>{}{}</sheetData>", sheet_row(1, &NAMES), post(2));
    let book = workbook(&sheet, "");
    let table_of = |book: &[u8]| table(Cursor::new(book.to_vec()));
    assert_eq!(within("a sheet that claims every cell", 16, 5, || table_of(&book)).rows, 1);

    let far = sheet_row(1_048_576, &[("XFD", "far")]);
    let sheet = format!("<sheetData>{}{}{far}</sheetData>", sheet_row(1, &NAMES), post(2));
    let book = workbook(&sheet, "");
    assert_eq!(within("a cell at XFD1048576", 16, 5, || table_of(&book)).rows, 1);

    let mut sheet = format!("<sheetData>{}", sheet_row(1, &NAMES));
    for line in 2..=1_000_000 {
        sheet +=
            &format!(r#"<row r="{line}"><c r="C{line}"><v>5</v></c><c r="XFD{line}"><v>1</v></c></row>"#);
    }
    let book = workbook(&(sheet + "</sheetData>"), "");
    let table = within("a million rows with a cell at XFD", 256, 120, || table_of(&book));
    assert_eq!((table.rows, sum(&table, Measure::Impressions)), (999_999, Some(999_999 * 5)));
}

#[test]
#[ignore = "heavy"]
fn texts_that_cells_share_without_end() {
    let sheet = format!("<sheetData>{}</sheetData>", sheet_row(1, &NAMES));
    let many = workbook(&sheet, &"<si/>".repeat(25_000_000));
    let told = within("25 million shared texts", 1500, 60, || read(Cursor::new(&many)));
    assert!(told.is_ok() || told == Err(NotRead::NoTable), "{told:?}");
    let more = workbook(&sheet, &"<si/>".repeat(30_000_000));
    let told = within("30 million shared texts", 64, 60, || read(Cursor::new(&more)));
    assert_eq!(told, Err(NotRead::UnpacksTooFar));

    let text = format!("<si><t>{}</t></si>", "x".repeat(100 * MB));
    let mut sheet = format!("<sheetData>{}", sheet_row(1, &NAMES));
    for line in 2..1000 {
        sheet += &format!(r#"<row r="{line}"><c r="A{line}" t="s"><v>0</v></c></row>"#);
    }
    let long = workbook(&(sheet + "</sheetData>"), &text);
    let told = within("a thousand cells of 100 MB", 1500, 60, || read(Cursor::new(&long)));
    assert_eq!(told, Err(NotRead::UnpacksTooFar));
}

#[test]
#[ignore = "heavy"]
fn json_without_end() {
    for (what, text) in [
        ("lists", "[".repeat(10_000_000)),
        ("objects", r#"{"feed":"#.repeat(10_000_000)),
        ("lists in a feed", format!(r#"{{"feed":[{{"a":{}"#, "[".repeat(10_000_000))),
    ] {
        let told = within(&format!("10 million {what} in each other"), 300, 20, || read(Cursor::new(&text)));
        assert!(matches!(told, Err(NotRead::BrokenJson { .. } | NotRead::UnknownJson)), "{told:?}");
    }
    let data = format!(r#"{{"format":"groundswell-dataset","campaigns":{}"#, "[".repeat(10_000_000));
    assert!(
        within("a data file of lists in each other", 64, 20, || read_data_file("a.json", &data)).is_err()
    );

    let status = |text: &str| {
        format!(r#"{{"id":"1","created_at":"2026-02-03T00:00:00Z","favourites_count":5,"content":"{text}"}}"#)
    };
    let long = format!("[{}]", status(&"x".repeat(100_000_000)));
    let table = within("a text of 100 MB in JSON", 700, 20, || table(Cursor::new(&long)));
    assert_eq!((table.rows, sum(&table, Measure::Likes)), (1, Some(5)));

    for item in
        [r#"{"post":{}}"#, r#"{"post":{"uri":"a"}}"#, "[0,0,0,0,0,0,0,0,0,0,0,0]", r#"{"post":{"":{"":0}}}"#]
    {
        let text = format!(r#"{{"feed":[{}0]}}"#, format!("{item},").repeat(200_000_000 / item.len()));
        within(&format!("200 MB of {item}"), 1200, 60, || read(Cursor::new(&text)))
            .map(drop)
            .unwrap_or_default();
    }
}

/// A number that says how many there are is not believed.
#[test]
#[ignore = "heavy"]
fn campaigns_that_claim_more_than_they_have() {
    let sound = OwnCampaign::new("A campaign", &[]).packed();
    let claims = (4..sound.len()).map(|at| [&sound[..at], &[0xff, 0xff, 0xff, 0xff, 0x0f]].concat());
    let claims: Vec<Vec<u8>> = claims.collect();
    within("campaigns that claim billions", 16, 5, || {
        claims.iter().for_each(|claim| assert!(OwnCampaign::unpacked(claim).is_err()));
    });
}

/// A folder for files, which goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("groundswell-heavy-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    /// Writes a file; what `groundswell check` prints of it, and its status.
    fn checked(&self, name: &str, mut content: impl Read) -> (String, Option<i32>) {
        let path = self.0.join(name);
        io::copy(&mut content, &mut fs::File::create(&path).unwrap()).unwrap();
        let output =
            Command::new(env!("CARGO_BIN_EXE_groundswell")).arg("check").arg(&path).output().unwrap();
        fs::remove_file(path).unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{name}");
        (String::from_utf8(output.stdout).unwrap(), output.status.code())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[test]
#[ignore = "heavy"]
fn the_terminal_tells_each_in_a_sentence() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let folder = Folder::new();
    let rows = format!("Post id,Date,Impressions\n{}", "1,2026-02-03,5\n".repeat(2_000_000));
    let far = sheet_row(1_048_576, &[("XFD", "far")]);
    let post = sheet_row(2, &[("A", "1"), ("B", "2026-02-03"), ("C", "5")]);
    let sheet = format!("<sheetData>{}{post}{far}</sheetData>", sheet_row(1, &NAMES));
    let files: [(&str, Box<dyn Read>, &str, i32); 8] = [
        ("empty.csv", Box::new(io::empty()), "nothing in this file", 2),
        ("nothing.csv", Box::new(repeated("", "\0", 200_000_000, "")), "neither text", 2),
        ("words.txt", Box::new(repeated("", "a\n", 10_000_000, "")), "no table", 2),
        (
            "long.csv",
            Box::new(repeated(
                "Post id,Date,Impressions\n1,2026-02-03,",
                "9",
                100_000_000,
                "\n2,2026-02-03,5\n",
            )),
            "line 2: this row is longer than 8 MB",
            1,
        ),
        ("bomb.zip", Box::new(Cursor::new(listed_again("12345.csv", rows.as_bytes(), 1000))), "unpacks", 2),
        ("deep.json", Box::new(repeated("", "[", 10_000_000, "")), "JSON", 2),
        ("far.xlsx", Box::new(Cursor::new(workbook(&sheet, ""))), "Rows read: 1", 0),
        ("sound.csv", Box::new(Cursor::new(rows)), "2,000,000", 0),
    ];
    for (name, content, says, status) in files {
        let began = Instant::now();
        let (told, found) = folder.checked(name, content);
        println!("check {name}: {:.1} s\n{told}", began.elapsed().as_secs_f64());
        assert_eq!(found, Some(status), "{name}: {told}");
        assert!(told.contains(says), "{name}: {told}");
        assert!(told.len() < 4000, "{name}: {} letters", told.len());
    }
}
