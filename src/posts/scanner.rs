//! Text → records, by RFC 4180 and what files do to it: records end with LF, CRLF
//! or a lone CR, quoted cells hold delimiters and line ends, and a quotation mark
//! that somebody forgot to double is a letter like any other.
//!
//! It works in place on a window of the text, whose size is that of the longest
//! record and never more than [`LONGEST_RECORD`]. What is well formed, as nearly every
//! record is, is read from cell to cell ([`Marks`]); the rest byte by byte.

use super::marks::Marks;
use super::row::Row;
use crate::format::RejectedBecause;
use memchr::{memchr, memchr2, memchr3};
use std::ops::Range;

/// How many bytes a record may have. A longer one is no post of any platform, and
/// is not held in memory.
pub const LONGEST_RECORD: usize = 8 * 1024 * 1024;

/// What is kept of a record that cannot be read.
const EXCERPT: usize = 200;

/// What stands at a place of a text.
#[derive(Debug, PartialEq)]
enum Scanned {
    /// A record, which ends before this place; after so many line ends.
    Record { end: usize, lines: u64 },
    /// A record that may go on after the window.
    Unfinished,
    /// A quoted cell that begins at this place and never ends: in the whole text, or
    /// before another begins.
    Unclosed { opening: usize, in_all: bool },
}

/// What a text has next.
#[derive(Debug, PartialEq)]
pub enum Next {
    /// A record; it is [`Scanner::row`].
    Record,
    /// What cannot be read as one; its beginning is the only cell of the row.
    Broken(RejectedBecause),
    /// Nothing more, as far as the text goes.
    Nothing,
}

/// The records of a text, as it comes.
pub struct Scanner {
    window: String,
    /// Where the next record begins in the window.
    at: usize,
    /// How long the window has to be, so that reading a record again is worth it: a long
    /// one costs no more than twice its reading.
    wanted: usize,
    /// What stands before the window, in bytes.
    before: u64,
    line: u64,
    delimiter: u8,
    /// Why the line at hand is given up.
    leaving: Option<RejectedBecause>,
    /// No quoted cell that is open anywhere before this place of the text ends before
    /// it. Keeps a file full of stray quotation marks from being searched anew for each.
    none_ends_before: u64,
    well_formed: WellFormed,
    /// Where the record at hand begins in the window, if it is read in place; else it is
    /// `row`.
    in_place: Option<usize>,
    row: Row<'static>,
}

impl Scanner {
    /// The records of a text that begins with this, from byte `skip` of it on, where line
    /// `line` begins.
    pub fn new(window: String, skip: usize, line: u64, delimiter: u8) -> Self {
        Self {
            window,
            at: skip,
            wanted: 0,
            before: 0,
            line,
            delimiter,
            leaving: None,
            none_ends_before: 0,
            well_formed: WellFormed::default(),
            in_place: None,
            row: Row::default(),
        }
    }

    /// What was not read yet of the text, to add what follows.
    pub fn rest(&mut self) -> &mut String {
        self.window.drain(..self.at);
        self.in_place = None;
        self.well_formed.from = None;
        self.before += self.at as u64;
        self.at = 0;
        &mut self.window
    }

    /// The record at hand, or the beginning of what cannot be read as one.
    #[inline]
    pub fn row(&self) -> Row<'_> {
        match self.in_place {
            Some(at) => Row::in_place(&self.window[at..], &self.well_formed.cells, self.row.line()),
            None => self.row.borrowed(),
        }
    }

    /// Goes to the next record; `ended` says that nothing follows what is there of the text.
    pub fn next(&mut self, ended: bool) -> Next {
        self.in_place = None;
        loop {
            if let Some(because) = self.leaving.take() {
                if self.leave_line(ended) {
                    return Next::Broken(because);
                }
                self.leaving = Some(because);
                return Next::Nothing;
            }
            if self.at == self.window.len() || (self.window.len() - self.at < self.wanted && !ended) {
                return Next::Nothing;
            }
            let known = self.none_ends_before.saturating_sub(self.before);
            let known = usize::try_from(known).unwrap_or(usize::MAX);
            self.row.begin(self.line);
            let scanned = match self.well_formed.scan(&self.window, self.at, self.delimiter) {
                Some(WellFormedRecord { until, doubled, end, lines }) => {
                    if doubled {
                        self.row.take_doubled(&self.window[self.at..until], &self.well_formed.cells);
                    } else {
                        self.in_place = Some(self.at);
                    }
                    Scanned::Record { end, lines }
                }
                None => scan(&self.window, self.at, self.delimiter, ended, known, &mut self.row),
            };
            match scanned {
                Scanned::Record { end, lines } => {
                    self.at = end;
                    self.line += lines;
                    self.wanted = 0;
                    return Next::Record;
                }
                Scanned::Unfinished if self.window.len() - self.at > LONGEST_RECORD => {
                    self.none_ends_before = self.before + self.window.len() as u64;
                    self.wanted = 0;
                    self.give_up(RejectedBecause::TooLong);
                }
                Scanned::Unfinished => {
                    self.wanted = (self.window.len() - self.at) * 2;
                    return Next::Nothing;
                }
                Scanned::Unclosed { opening, in_all } => {
                    if in_all {
                        self.none_ends_before = u64::MAX;
                    }
                    // The lines that the cell spans up to here were whole; the one it
                    // begins on is given up, and reading goes on after it.
                    self.line += line_ends(&self.window[self.at..opening]);
                    self.give_up(RejectedBecause::QuoteNeverClosed);
                    self.at = opening;
                }
            }
        }
    }

    /// Gives up the line that begins here.
    fn give_up(&mut self, because: RejectedBecause) {
        self.row.begin(self.line);
        self.row.push_str(excerpt(&self.window[self.at..]));
        self.row.end_cell();
        self.leaving = Some(because);
    }

    /// Goes to the beginning of the next line; false when the text does not go as far yet.
    fn leave_line(&mut self, ended: bool) -> bool {
        let rest = &self.window.as_bytes()[self.at..];
        match memchr2(b'\n', b'\r', rest) {
            // Whether an LF follows is to be seen.
            Some(found) if rest[found] == b'\r' && found + 1 == rest.len() && !ended => {
                self.at += found;
                false
            }
            Some(found) => {
                let pair = rest[found..].starts_with(b"\r\n");
                self.at += found + if pair { 2 } else { 1 };
                self.line += 1;
                true
            }
            None => {
                self.at = self.window.len();
                ended
            }
        }
    }
}

/// Records that are well formed and end within the window.
#[derive(Default)]
struct WellFormed {
    /// The ends of cells that follow, and the place from which on they do, if that is known.
    marks: Marks,
    from: Option<usize>,
    /// The cells of the record at hand, by their places in it.
    cells: Vec<Range<u32>>,
}

/// What is known of a record that is well formed, besides its cells.
struct WellFormedRecord {
    /// Where its last cell ends.
    until: usize,
    /// Whether a quotation mark in it stands twice.
    doubled: bool,
    /// Where the next record begins, after so many line ends.
    end: usize,
    lines: u64,
}

impl WellFormed {
    /// Reads the record that begins at `at` as [`scan`] does, and takes the places of its
    /// cells in it. None where it is not well formed, or may go on after the window.
    fn scan(&mut self, text: &str, at: usize, delimiter: u8) -> Option<WellFormedRecord> {
        let (bytes, marks) = (text.as_bytes(), &mut self.marks);
        if self.from.take() != Some(at) {
            *marks = Marks::from(bytes, at, delimiter);
        }
        let lines_before = marks.line_ends(at);
        self.cells.clear();
        let (until, mut end) = marks.record(bytes, at, delimiter, &mut self.cells)?;
        if bytes[end] == b'\r' && *bytes.get(end + 1)? == b'\n' {
            end = marks.next(bytes, delimiter)?;
        }
        if !marks.are_sound(end) {
            return None;
        }
        let lines = 1 + marks.line_ends(end) - lines_before;
        let doubled = marks.is_doubled(at, end);
        self.from = Some(end + 1);
        Some(WellFormedRecord { until, doubled, end: end + 1, lines })
    }
}

/// The records of a beginning of a text, as they would be with this delimiter; a
/// record that may go on after it is none.
pub(super) fn records_of(head: &str, skip: usize, delimiter: u8, whole: bool) -> Vec<Row<'static>> {
    let (mut at, mut rows) = (skip, Vec::new());
    while at < head.len() {
        let mut row = Row::default();
        row.begin(rows.len() as u64 + 1);
        match scan(head, at, delimiter, whole, 0, &mut row) {
            Scanned::Record { end, .. } => {
                at = end;
                rows.push(row);
            }
            Scanned::Unfinished | Scanned::Unclosed { .. } => break,
        }
    }
    rows
}

/// Reads the record that begins at `at` into the row. `whole` says that nothing
/// follows the text; before the place `known` no quoted cell ends.
fn scan(text: &str, at: usize, delimiter: u8, whole: bool, known: usize, row: &mut Row<'static>) -> Scanned {
    let bytes = text.as_bytes();
    let (mut place, mut lines) = (at, 1);
    loop {
        if bytes.get(place) == Some(&b'"') {
            let opening = place;
            let mut piece = opening + 1;
            let mut from = piece.max(known);
            place = loop {
                let Some(found) = bytes.get(from..).and_then(|rest| memchr(b'"', rest)) else {
                    return if whole {
                        Scanned::Unclosed { opening, in_all: true }
                    } else {
                        Scanned::Unfinished
                    };
                };
                let mark = from + found;
                match bytes.get(mark + 1) {
                    None if !whole => return Scanned::Unfinished,
                    Some(b'"') => {
                        row.push_str(&text[piece..=mark]);
                        piece = mark + 2;
                        from = piece;
                    }
                    None | Some(b'\n' | b'\r') => break mark,
                    Some(next) if *next == delimiter => break mark,
                    // One that begins a cell: so this one should have ended before.
                    Some(_) if begins_cell(bytes[mark - 1], delimiter) => {
                        return Scanned::Unclosed { opening, in_all: false };
                    }
                    // One that nobody doubled.
                    Some(_) => from = mark + 1,
                }
            };
            row.push_str(&text[piece..place]);
            lines += line_ends(&text[opening..place]);
            place += 1;
        } else {
            let end = match memchr3(delimiter, b'\n', b'\r', &bytes[place..]) {
                Some(found) => place + found,
                None if whole => bytes.len(),
                None => return Scanned::Unfinished,
            };
            row.push_str(&text[place..end]);
            place = end;
        }
        row.end_cell();
        match bytes.get(place) {
            Some(next) if *next == delimiter => place += 1,
            Some(b'\r') => match bytes.get(place + 1) {
                None if !whole => return Scanned::Unfinished,
                Some(b'\n') => return Scanned::Record { end: place + 2, lines },
                _ => return Scanned::Record { end: place + 1, lines },
            },
            Some(_) => return Scanned::Record { end: place + 1, lines },
            None if whole => return Scanned::Record { end: place, lines },
            None => return Scanned::Unfinished,
        }
        // After the last delimiter of a text stands one more cell, an empty one.
        if place == bytes.len() {
            if !whole {
                return Scanned::Unfinished;
            }
            row.end_cell();
            return Scanned::Record { end: place, lines };
        }
    }
}

/// Whether a quotation mark after this byte begins a cell.
fn begins_cell(before: u8, delimiter: u8) -> bool {
    before == delimiter || before == b'\n' || before == b'\r'
}

/// How many lines end within a text.
fn line_ends(text: &str) -> u64 {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\n', b'\r', bytes).filter(|at| bytes[*at] == b'\n' || lone(*at)).count() as u64
}

/// The beginning of a text, up to the end of its line.
fn excerpt(text: &str) -> &str {
    let line = text.find(['\n', '\r']).unwrap_or(text.len());
    let end = (0..=line.min(EXCERPT)).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    &text[..end]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every record with its line, read in pieces of that many letters.
    fn read_by(text: &str, delimiter: u8, piece: usize) -> Vec<(u64, Vec<String>)> {
        let mut scanner = Scanner::new(String::new(), 0, 1, delimiter);
        let (mut records, mut rest) = (Vec::new(), text);
        loop {
            let cells = |row: &Row| row.cells().map(str::to_owned).collect::<Vec<_>>();
            match scanner.next(rest.is_empty()) {
                Next::Record => records.push((scanner.row().line(), cells(&scanner.row()))),
                Next::Broken(why) => records.push((scanner.row().line(), vec![format!("{why:?}")])),
                Next::Nothing if rest.is_empty() => return records,
                Next::Nothing => {
                    let (piece, after) = rest.split_at(rest.ceil_char_boundary(piece));
                    scanner.rest().push_str(piece);
                    rest = after;
                }
            }
        }
    }

    fn read(text: &str) -> Vec<(u64, Vec<String>)> {
        read_by(text, b',', 7)
    }

    fn record(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn records_end_with_any_line_end() {
        let expected = [record(1, &["a", "b"]), record(2, &["1", ""]), record(3, &["2", "x"])];
        for text in ["a,b\n1,\n2,x\n", "a,b\r\n1,\r\n2,x", "a,b\r1,\r2,x\r", "a,b\r\n1,\n2,x"] {
            assert_eq!(read(text), expected, "{text:?}");
        }
        assert_eq!(read("a,b\n1,"), [record(1, &["a", "b"]), record(2, &["1", ""])]);
        assert_eq!(read("a\n\nb"), [record(1, &["a"]), record(2, &[""]), record(3, &["b"])]);
        assert_eq!(read(""), []);
    }

    #[test]
    fn quoted_cells_hold_anything() {
        let text = "\"a,\"\"b\"\"\n\r\nc\",d\n\"\",\"e\"\n";
        assert_eq!(read(text), [record(1, &["a,\"b\"\n\r\nc", "d"]), record(4, &["", "e"])]);
    }

    #[test]
    fn a_mark_that_nobody_doubled_is_a_letter() {
        let text = "\"He said \"hello\" and so can you\",7\nthe \"big\" one,8\n";
        let expected =
            [record(1, &["He said \"hello\" and so can you", "7"]), record(2, &["the \"big\" one", "8"])];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn a_quote_that_never_closes_costs_one_line() {
        let text = "Date,Text\n1,\"never closed,5\n2,ok,6\n3,\"fine\",7\n";
        let read = read(text);
        assert_eq!(read[1], record(2, &["QuoteNeverClosed"]));
        assert_eq!(read[2..], [record(3, &["2", "ok", "6"]), record(4, &["3", "fine", "7"])]);
    }

    #[test]
    fn a_file_of_stray_marks_is_read_in_no_time() {
        let text = "\"a\n".repeat(200_000);
        assert_eq!(read_by(&text, b',', 1 << 20).len(), 200_000);
    }

    #[test]
    fn a_record_that_is_too_long_is_given_up_and_the_next_is_read() {
        for quote in ["", "\""] {
            let text = format!("a,b\n{quote}{},1\nc,d\n", "x".repeat(LONGEST_RECORD * 3));
            let read = read_by(&text, b',', 1 << 20);
            assert_eq!(read[1], record(2, &["TooLong"]));
            assert_eq!(read[2], record(3, &["c", "d"]));
        }
    }

    proptest! {
        /// What the `csv` crate writes and reads, in every dress, is read the same.
        #[test]
        fn well_formed_files_read_as_the_csv_crate_reads_them(
            rows in proptest::collection::vec(
                proptest::collection::vec("[a,;\t\"\u{e9} \n\r]{0,6}", 1..5), 1..8),
            delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
            ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
            always in any::<bool>(),
            piece in 1usize..64,
        ) {
            let terminator = match ending {
                "\r\n" => csv::Terminator::CRLF,
                other => csv::Terminator::Any(other.as_bytes()[0]),
            };
            let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
            let mut writer = csv::WriterBuilder::new()
                .delimiter(delimiter).terminator(terminator).quote_style(style).flexible(true)
                .from_writer(Vec::new());
            for row in &rows {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> =
                read_by(&text, delimiter, piece).into_iter().map(|(_, cells)| cells).collect();
            prop_assert_eq!(&read, &rows, "{:?}", text);
        }

        /// What is read from cell to cell is what is read byte by byte.
        #[test]
        fn well_formed_records_are_read_alike(
            text in "[ab,;\"\n\r\u{e9}]{0,40}|(\"(a|b\n|\"\"|,|\u{1f499}){0,30}\"[,\n]){0,8}",
            delimiter in prop::sample::select(vec![b',', b';']),
        ) {
            let (mut at, mut reader) = (0, WellFormed::default());
            while at < text.len() {
                let mut expected = Row::default();
                let Scanned::Record { end, lines } = scan(&text, at, delimiter, false, 0, &mut expected)
                else { break };
                if let Some(found) = reader.scan(&text, at, delimiter) {
                    prop_assert_eq!((found.end, found.lines), (end, lines));
                    let (record, mut undoubled) = (&text[at..found.until], Row::default());
                    if found.doubled {
                        undoubled.take_doubled(record, &reader.cells);
                    }
                    let row = if found.doubled { &undoubled } else { &Row::in_place(record, &reader.cells, 0) };
                    prop_assert_eq!(row, &expected);
                }
                at = end;
            }
        }

        /// Nothing that is no such file panics, hangs, or loses text silently.
        #[test]
        fn any_text_is_read_to_its_end(text in "[a,\"\n\r\u{1f499}]{0,60}", piece in 1usize..16) {
            let records = read_by(&text, b',', piece);
            let lines = 1 + line_ends(&text);
            prop_assert!(records.iter().all(|(line, _)| *line >= 1 && *line <= lines));
            prop_assert!(records.windows(2).all(|two| two[0].0 < two[1].0));
            prop_assert_eq!(read_by(&text, b',', 64), records);
        }
    }
}
