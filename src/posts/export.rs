//! A file → the tables in it: which kind of file it is, by its first bytes and never by
//! its name, and each of its tables read.

use super::encoding::TextError;
use super::feed::read_feed;
use super::grid::Grid;
use super::reading::{ReadingOptions, TableReading};
use super::sheet::Sheet;
use super::text::TextReader;
use super::workbook::{Sheets, xls_sheets, xlsx_sheets};
use crate::format::NotRead;
use crate::model::Date;
use std::cell::Cell;
use std::io::{self, Read, Seek, SeekFrom};
use zip::ZipArchive;

/// How many bytes all files of an archive together may unpack to.
const UNPACKED: u64 = 2 * 1024 * 1024 * 1024;

/// How many bytes are held at once of what is not read piece by piece: workbooks and JSON.
const HELD: u64 = 512 * 1024 * 1024;

/// How many bytes of a text are read at once.
const PIECE: usize = 256 * 1024;

/// What begins an XLS file, and what begins a ZIP.
const XLS: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP: &[u8] = b"PK";

/// The kinds of file there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Zip,
    Xls,
    Json,
    WebPage,
    Text,
}

/// Reads every table of a file of this name.
///
/// # Errors
/// When no table of it can be read.
pub fn read_export(
    name: &str,
    source: impl Read + Seek,
    options: ReadingOptions,
) -> Result<Vec<TableReading>, NotRead> {
    read_counted(name, source, Reading { options: &options, rows: &Cell::new(0) })
}

/// How a file is read, by someone who wants to know how far it has come.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// What was said about the file.
    pub options: &'a ReadingOptions,
    /// How many rows of text were read so far, of whatever table.
    pub rows: &'a Cell<u64>,
}

/// Reads every table of a file of this name, and counts the rows on the way.
///
/// # Errors
/// When no table of it can be read.
pub fn read_counted(
    name: &str,
    mut source: impl Read + Seek,
    reading: Reading<'_>,
) -> Result<Vec<TableReading>, NotRead> {
    match kind_of(&mut source)? {
        Kind::Zip => read_zip(name, source, reading),
        Kind::Xls => read_workbook(xls_sheets(&held(source, HELD)?)?, reading),
        Kind::Json => read_json("", &held(source, HELD)?, reading),
        Kind::WebPage => Err(NotRead::WebPage),
        Kind::Text => {
            let mut reader = text_reader(name, reading);
            loop {
                source.seek(SeekFrom::Start(0)).map_err(cannot_open)?;
                match read_text(&mut reader, &mut source) {
                    Ok(tables) => return some(tables),
                    Err(because) => reader.begin_anew(because)?,
                }
            }
        }
    }
}

/// Reads the text in a file of this name, which [`is_text`], as its bytes come.
pub fn text_reader<'a>(name: &str, reading: Reading<'a>) -> TextReader<'a> {
    TextReader::new("", year_in(name), reading)
}

/// Whether a file that begins so is read piece by piece.
pub fn is_text(head: &[u8]) -> bool {
    kind_by(head) == Ok(Kind::Text)
}

/// Tells the kind of a file, and goes back to its beginning.
fn kind_of(source: &mut (impl Read + Seek)) -> Result<Kind, NotRead> {
    let mut head = Vec::new();
    source.by_ref().take(1024).read_to_end(&mut head).map_err(cannot_open)?;
    source.seek(SeekFrom::Start(0)).map_err(cannot_open)?;
    kind_by(&head)
}

fn kind_by(head: &[u8]) -> Result<Kind, NotRead> {
    if head.is_empty() {
        return Err(NotRead::Empty);
    }
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    let begins = |tag: &[u8]| text.get(..tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag));
    Ok(match head {
        _ if head.starts_with(ZIP) && matches!(head.get(2..4), Some([3, 4] | [5, 6])) => Kind::Zip,
        _ if head.starts_with(XLS) => Kind::Xls,
        _ if text.starts_with(b"{") || text.starts_with(b"[") => Kind::Json,
        _ if begins(b"<html") || begins(b"<!doctype") || begins(b"<table") || begins(b"<?xml") => {
            Kind::WebPage
        }
        _ => Kind::Text,
    })
}

/// The bytes of what is held whole.
fn held(source: impl Read, limit: u64) -> Result<Vec<u8>, NotRead> {
    let mut bytes = Vec::new();
    source.take(limit + 1).read_to_end(&mut bytes).map_err(cannot_open)?;
    if bytes.len() as u64 > limit { Err(NotRead::UnpacksTooFar) } else { Ok(bytes) }
}

/// A file in an archive unpacks to more than is read.
#[derive(Debug)]
struct TooFar;

impl std::fmt::Display for TooFar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unpacks too far")
    }
}

impl std::error::Error for TooFar {}

/// What is unpacked, until it is more than any export.
struct Unpacking<'a, R> {
    source: R,
    left: &'a mut u64,
}

impl<R: Read> Read for Unpacking<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.source.read(into)?;
        *self.left = self.left.checked_sub(count as u64).ok_or_else(|| io::Error::other(TooFar))?;
        Ok(count)
    }
}

pub(super) fn cannot_open(error: io::Error) -> NotRead {
    if error.get_ref().is_some_and(|inner| inner.is::<TooFar>()) {
        return NotRead::UnpacksTooFar;
    }
    NotRead::CannotOpen(error.to_string())
}

/// Reads a text from its first byte to its last.
fn read_text(reader: &mut TextReader<'_>, mut source: impl Read) -> Result<Vec<TableReading>, TextError> {
    let mut piece = vec![0; PIECE];
    loop {
        match source.read(&mut piece) {
            Ok(0) => return reader.end(),
            Ok(count) => reader.take(&piece[..count])?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(TextError::Io(error)),
        }
    }
}

fn read_workbook(sheets: Sheets, reading: Reading<'_>) -> Result<Vec<TableReading>, NotRead> {
    let read = |(name, cells): (String, Grid)| {
        let mut sheet = Sheet::begin(&name, reading.options.clone(), None, Vec::new());
        cells.each_row(&mut |row| sheet.take(row));
        sheet.end()
    };
    some(sheets.into_iter().flat_map(read).collect())
}

/// Tables, if there are any.
fn some(tables: Vec<TableReading>) -> Result<Vec<TableReading>, NotRead> {
    if tables.is_empty() { Err(NotRead::NoTable) } else { Ok(tables) }
}

fn read_json(name: &str, bytes: &[u8], reading: Reading<'_>) -> Result<Vec<TableReading>, NotRead> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|_| NotRead::NoText)?;
    let feed = read_feed(text)?;
    let mut sheet = Sheet::begin(name, reading.options.clone(), None, feed.notes());
    feed.each_row(&mut |row| sheet.take(row));
    Ok(sheet.end())
}

/// The files of an archive that can hold a table, each read; or a workbook, which is an
/// archive too.
fn read_zip(
    name: &str,
    mut source: impl Read + Seek,
    reading: Reading<'_>,
) -> Result<Vec<TableReading>, NotRead> {
    let broken = |error: zip::result::ZipError| NotRead::BrokenArchive(error.to_string());
    let mut archive = ZipArchive::new(&mut source).map_err(broken)?;
    if archive.index_for_name("xl/workbook.xml").is_some() {
        drop(archive);
        source.seek(SeekFrom::Start(0)).map_err(cannot_open)?;
        return read_workbook(xlsx_sheets(&held(source, HELD)?)?, reading);
    }
    let (mut left, mut tables, mut fault) = (UNPACKED, Vec::new(), NotRead::NothingInArchive);
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let entry_name = entry.name().map_err(broken)?.into_owned();
        let file_name = entry_name.rsplit('/').next().unwrap_or_default();
        let kept = !entry.is_dir() && !file_name.starts_with('.') && !entry_name.starts_with("__MACOSX");
        drop(entry);
        let extension = file_name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
        let may_hold = matches!(extension.as_deref(), Some("csv" | "tsv" | "txt" | "json" | "xlsx" | "xls"));
        if !kept || !may_hold {
            continue;
        }
        match read_entry(&mut archive, index, &entry_name, year_in(name), &mut left, reading) {
            Ok(read) => tables.extend(read),
            Err(NotRead::UnpacksTooFar) => return Err(NotRead::UnpacksTooFar),
            Err(found) => fault = found,
        }
    }
    if tables.is_empty() { Err(fault) } else { Ok(tables) }
}

fn read_entry<S: Read + Seek>(
    archive: &mut ZipArchive<S>,
    index: usize,
    name: &str,
    year: Option<u16>,
    left: &mut u64,
    reading: Reading<'_>,
) -> Result<Vec<TableReading>, NotRead> {
    let broken = |error: zip::result::ZipError| NotRead::BrokenArchive(error.to_string());
    let mut head = Vec::new();
    let opened = archive.by_index(index).map_err(broken)?;
    opened.take(1024).read_to_end(&mut head).map_err(cannot_open)?;
    let kind = kind_by(&head)?;
    if kind == Kind::WebPage {
        return Err(NotRead::WebPage);
    }
    if kind == Kind::Text {
        let mut reader = TextReader::new(name, year, reading);
        loop {
            let source = archive.by_index(index).map_err(broken)?;
            match read_text(&mut reader, Unpacking { source, left: &mut *left }) {
                Ok(tables) => return some(tables),
                Err(because) => reader.begin_anew(because)?,
            }
        }
    }
    let source = archive.by_index(index).map_err(broken)?;
    let bytes = held(Unpacking { source, left }, HELD)?;
    match kind {
        Kind::Zip => read_workbook(xlsx_sheets(&bytes)?, reading),
        Kind::Xls => read_workbook(xls_sheets(&bytes)?, reading),
        _ => read_json(name, &bytes, reading),
    }
}

/// The year of the first date in a file's name, as TikTok's archives have it.
fn year_in(name: &str) -> Option<u16> {
    let starts = name.char_indices().map(|(at, _)| at);
    starts
        .filter_map(|at| name.get(at..at + 10))
        .find_map(|text| text.parse::<Date>().ok())
        .map(|date| date.year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_told_by_the_first_bytes() {
        assert_eq!(kind_by(b""), Err(NotRead::Empty));
        assert_eq!(kind_by(b"PK\x03\x04"), Ok(Kind::Zip));
        assert_eq!(kind_by(b"PKG,Views"), Ok(Kind::Text));
        assert_eq!(kind_by(b"\xef\xbb\xbf\n {\"feed\""), Ok(Kind::Json));
        assert_eq!(kind_by(b"\r\n<HTML><table>"), Ok(Kind::WebPage));
        assert_eq!(kind_by(b"Date,Views"), Ok(Kind::Text));
    }

    #[test]
    fn a_year_is_in_the_name() {
        assert_eq!(year_in("Overview_2025-12-30_1767398400_examplenhs.zip"), Some(2025));
        assert_eq!(year_in("Content_examplenhs.zip"), None);
        assert_eq!(year_in("\u{e9}\u{e9}2025-12-30.zip"), Some(2025));
    }
}
