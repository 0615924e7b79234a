//! The records of an XLS workbook (MS-XLS: BIFF8, and BIFF5 of older programs) → the cells
//! of its sheets. A record says how long it is, and what it says of other places is only
//! followed: no size that is named anywhere is believed.

use super::grid::{Grid, Left};
use super::kept::Texts;
use super::workbook::{moment_text, number_text};
use crate::format::NotRead;
use calamine::{ExcelDateTime, ExcelDateTimeType};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::HashMap;

/// The kinds of records that are read.
const FORMULA: u16 = 0x0006;
const END: u16 = 0x000a;
const DATES_FROM_1904: u16 = 0x0022;
const PASSWORD: u16 = 0x002f;
const CONTINUED: u16 = 0x003c;
const CODE_PAGE: u16 = 0x0042;
const SHEET: u16 = 0x0085;
const SHORT_NUMBERS: u16 = 0x00bd;
const TEXT_WITH_LOOKS: u16 = 0x00d6;
const LOOKS: u16 = 0x00e0;
const SHARED_TEXTS: u16 = 0x00fc;
const SHARED_TEXT: u16 = 0x00fd;
const NUMBER: u16 = 0x0203;
const TEXT: u16 = 0x0204;
const TRUTH_OR_ERROR: u16 = 0x0205;
const TEXT_OF_FORMULA: u16 = 0x0207;
const SHORT_NUMBER: u16 = 0x027e;
const FORMAT: u16 = 0x041e;
const BEGIN: u16 = 0x0809;

/// What a workbook says of all its sheets.
struct Book {
    /// Texts are in UTF-16, as from BIFF8 on; before, in the encoding of a code page.
    utf_16: bool,
    encoding: &'static Encoding,
    from_1904: bool,
    /// The format of each look of a cell, and the formats that are written out, by
    /// whether they are of dates.
    looks: Vec<u16>,
    dates: HashMap<u16, bool>,
    shared: Texts,
    /// The sheets: where each begins, and its name.
    sheets: Vec<(usize, String)>,
}

/// The sheets of a workbook.
pub(super) fn sheets_of(workbook: &[u8]) -> Result<Vec<(String, Grid)>, NotRead> {
    let book = Book::of(workbook)?;
    // Sheets do not overlap: all of them together have no more records than there are.
    let mut records = workbook.len() / 4 + book.sheets.len();
    let (mut sheets, mut left) = (Vec::new(), Left::default());
    for (begins, name) in &book.sheets {
        let rest = workbook.get(*begins..).ok_or_else(damaged)?;
        sheets.push((name.clone(), book.grid(rest, &mut records, &mut left)?));
    }
    Ok(sheets)
}

fn damaged() -> NotRead {
    NotRead::BrokenWorkbook("it is damaged or cut off".to_owned())
}

/// A record: its kind and its content.
struct Record<'a> {
    kind: u16,
    data: &'a [u8],
}

/// Records one after the other.
#[derive(Clone)]
struct Records<'a>(&'a [u8]);

impl<'a> Records<'a> {
    /// The next record; that there is none is a fault, for the last one says that it is.
    fn next(&mut self) -> Result<Record<'a>, NotRead> {
        let (kind, length) = (word(self.0, 0)?, usize::from(word(self.0, 2)?));
        let data = self.0.get(4..4 + length).ok_or_else(damaged)?;
        self.0 = &self.0[4 + length..];
        Ok(Record { kind, data })
    }
}

impl Book {
    fn of(workbook: &[u8]) -> Result<Self, NotRead> {
        let mut book = Self {
            utf_16: true,
            encoding: WINDOWS_1252,
            from_1904: false,
            looks: Vec::new(),
            dates: HashMap::new(),
            shared: Texts::default(),
            sheets: Vec::new(),
        };
        let mut records = Records(workbook);
        loop {
            let Record { kind, data } = records.next()?;
            match kind {
                END => return Ok(book),
                BEGIN => book.utf_16 = word(data, 0)? != 0x0500,
                PASSWORD if word(data, 0)? != 0 => {
                    return Err(NotRead::BrokenWorkbook("it is protected by a password".to_owned()));
                }
                CODE_PAGE => book.encoding = encoding_of(word(data, 0)?),
                DATES_FROM_1904 => book.from_1904 = word(data, 0)? == 1,
                FORMAT => {
                    let format = book.text(data.get(2..).ok_or_else(damaged)?)?;
                    book.dates.insert(word(data, 0)?, is_of_dates(&format));
                }
                LOOKS => book.looks.push(word(data, 2)?),
                SHEET => {
                    let name = book.short_text(data.get(6..).ok_or_else(damaged)?)?;
                    book.sheets.push((long(data, 0)? as usize, name.replace('\0', "")));
                }
                SHARED_TEXTS => book.shared = shared_texts(data, records.clone())?,
                _ => {}
            }
        }
    }

    /// The cells of the sheet that begins here.
    fn grid(&self, sheet: &[u8], left_records: &mut usize, left: &mut Left) -> Result<Grid, NotRead> {
        let (mut records, mut grid) = (Records(sheet), Grid::default());
        // A chart within the sheet is a sheet of its own, with cells that are not ours.
        let mut depth = 0;
        let mut of_formula = (0, 0);
        loop {
            let Record { kind, data } = records.next()?;
            *left_records = left_records.checked_sub(1).ok_or_else(damaged)?;
            match kind {
                BEGIN => depth += 1,
                END if depth <= 1 => return Ok(grid),
                END => depth -= 1,
                _ => {}
            }
            if depth > 1 {
                continue;
            }
            let at = || Ok((u32::from(word(data, 0)?), u32::from(word(data, 2)?)));
            let mut put = |(row, column), text: &str| grid.put(row, column, text, left);
            match kind {
                NUMBER => put(at()?, &self.number(float(data, 6)?, word(data, 4)?))?,
                SHORT_NUMBER => put(at()?, &self.number(short_number(long(data, 6)?), word(data, 4)?))?,
                SHORT_NUMBERS => {
                    let (row, first) = at()?;
                    let numbers = data.get(4..data.len().saturating_sub(2)).ok_or_else(damaged)?;
                    for (column, cell) in (first..).zip(numbers.chunks_exact(6)) {
                        put((row, column), &self.number(short_number(long(cell, 2)?), word(cell, 0)?))?;
                    }
                }
                SHARED_TEXT => put(at()?, self.shared.get(long(data, 6)? as usize))?,
                TEXT | TEXT_WITH_LOOKS => {
                    put(at()?, &self.text(data.get(6..).ok_or_else(damaged)?)?)?;
                }
                TRUTH_OR_ERROR => put(at()?, truth_or_error(word(data, 6)?.to_le_bytes()))?,
                FORMULA => {
                    of_formula = at()?;
                    match data.get(6..14).ok_or_else(damaged)? {
                        // The text follows in a record of its own, or is empty.
                        [0 | 3, .., 0xff, 0xff] => {}
                        [kind @ (1 | 2), _, value, .., 0xff, 0xff] => {
                            put(of_formula, truth_or_error([*value, kind - 1]))?;
                        }
                        _ => put(of_formula, &self.number(float(data, 6)?, word(data, 4)?))?,
                    }
                }
                TEXT_OF_FORMULA => put(of_formula, &self.text(data)?)?,
                _ => {}
            }
        }
    }

    /// A number as its look has it: a date, where that is one of dates.
    fn number(&self, number: f64, look: u16) -> String {
        let format = self.looks.get(usize::from(look)).copied().unwrap_or(0);
        let is_date = self
            .dates
            .get(&format)
            .copied()
            .unwrap_or(matches!(format, 14..=22 | 27..=36 | 45 | 47 | 50..=58));
        if is_date {
            moment_text(&ExcelDateTime::new(number, ExcelDateTimeType::DateTime, self.from_1904))
        } else {
            number_text(number)
        }
    }

    /// A text after its length in two bytes.
    fn text(&self, data: &[u8]) -> Result<String, NotRead> {
        self.letters(usize::from(word(data, 0)?), data.get(2..).unwrap_or_default())
    }

    /// A text after its length in one byte.
    fn short_text(&self, data: &[u8]) -> Result<String, NotRead> {
        let (length, rest) = data.split_first().ok_or_else(damaged)?;
        self.letters(usize::from(*length), rest)
    }

    /// So many letters, or as many as there are.
    fn letters(&self, length: usize, data: &[u8]) -> Result<String, NotRead> {
        if !self.utf_16 {
            return Ok(self.encoding.decode(&data[..data.len().min(length)]).0.into_owned());
        }
        let Some((flags, data)) = data.split_first() else { return Ok(String::new()) };
        let mut units = Vec::new();
        take_units(&mut units, length, is_wide(*flags), data);
        Ok(String::from_utf16_lossy(&units))
    }
}

/// Whether letters have two bytes each, not only the lower one.
fn is_wide(flags: u8) -> bool {
    flags & 1 != 0
}

/// Takes so many units of UTF-16, or as many as there are; gives what follows them.
fn take_units<'a>(units: &mut Vec<u16>, count: usize, wide: bool, data: &'a [u8]) -> &'a [u8] {
    if wide {
        let pairs = data.as_chunks().0;
        let pairs = &pairs[..pairs.len().min(count)];
        units.extend(pairs.iter().map(|pair| u16::from_le_bytes(*pair)));
        &data[pairs.len() * 2..]
    } else {
        let (bytes, rest) = data.split_at(data.len().min(count));
        units.extend(bytes.iter().map(|byte| u16::from(*byte)));
        rest
    }
}

/// The texts that cells share. They go on in the records that continue theirs, and one
/// that does so within a text says anew how wide its letters are.
fn shared_texts(data: &[u8], following: Records<'_>) -> Result<Texts, NotRead> {
    let mut texts = Texts::default();
    let mut pieces = Pieces { piece: data.get(8..).ok_or_else(damaged)?, following };
    let mut units: Vec<u16> = Vec::new();
    while !pieces.piece.is_empty() || pieces.go_on() {
        if pieces.piece.is_empty() {
            continue;
        }
        let (length, flags) = (usize::from(word(pieces.piece, 0)?), byte(pieces.piece, 2)?);
        pieces.piece = &pieces.piece[3..];
        let looks = if flags & 8 != 0 { usize::from(word(pieces.piece, 0)?) } else { 0 };
        pieces.piece = &pieces.piece[if flags & 8 != 0 { 2 } else { 0 }..];
        let spoken = if flags & 4 != 0 { long(pieces.piece, 0)? as usize } else { 0 };
        pieces.piece = &pieces.piece[if flags & 4 != 0 { 4 } else { 0 }..];
        units.clear();
        let mut wide = is_wide(flags);
        loop {
            let missing = length - units.len();
            pieces.piece = take_units(&mut units, missing, wide, pieces.piece);
            if units.len() == length {
                break;
            }
            if !pieces.go_on() {
                return Err(damaged());
            }
            wide = is_wide(byte(pieces.piece, 0)?);
            pieces.piece = &pieces.piece[1..];
        }
        pieces.skip((looks * 4).saturating_add(spoken))?;
        texts.push(&String::from_utf16_lossy(&units));
    }
    Ok(texts)
}

/// What stands in a record and in those that continue it.
struct Pieces<'a> {
    piece: &'a [u8],
    following: Records<'a>,
}

impl Pieces<'_> {
    /// Goes on with the record that continues this one, if there is one.
    fn go_on(&mut self) -> bool {
        let mut following = self.following.clone();
        match following.next() {
            Ok(Record { kind: CONTINUED, data }) => {
                (self.piece, self.following) = (data, following);
                true
            }
            _ => false,
        }
    }

    fn skip(&mut self, mut length: usize) -> Result<(), NotRead> {
        while length > self.piece.len() {
            length -= self.piece.len();
            if !self.go_on() {
                return Err(damaged());
            }
        }
        self.piece = &self.piece[length..];
        Ok(())
    }
}

/// A number in four bytes: the upper half of a floating-point number or a whole one, of
/// which either may stand for its hundredth.
fn short_number(bits: u32) -> f64 {
    let number = if bits & 2 != 0 {
        f64::from(bits.cast_signed() >> 2)
    } else {
        f64::from_bits(u64::from(bits & !3) << 32)
    };
    if bits & 1 != 0 { number / 100.0 } else { number }
}

/// What is true or false, or could not be worked out.
fn truth_or_error([value, is_error]: [u8; 2]) -> &'static str {
    match (is_error, value) {
        (0, 0) => "FALSE",
        (0, _) => "TRUE",
        (_, 0x00) => "#NULL!",
        (_, 0x07) => "#DIV/0!",
        (_, 0x0f) => "#VALUE!",
        (_, 0x17) => "#REF!",
        (_, 0x1d) => "#NAME?",
        (_, 0x24) => "#NUM!",
        _ => "#N/A",
    }
}

/// Whether a format is one of dates: a letter for a part of one stands in its first part,
/// not quoted and not in brackets.
fn is_of_dates(format: &str) -> bool {
    let (mut letters, mut quoted, mut bracketed) = (format.chars(), false, false);
    while let Some(letter) = letters.next() {
        match letter {
            '"' => quoted = !quoted,
            _ if quoted => {}
            // What stands after these is a letter like any other.
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                // Hours, minutes or seconds in all are a duration.
                if letters.as_str().starts_with(['h', 'm', 's', 'H', 'M', 'S']) {
                    let unit: String = letters.as_str().chars().take_while(|other| *other != ']').collect();
                    let unit = unit.to_ascii_lowercase();
                    if unit.chars().all(|other| unit.starts_with(other)) {
                        return false;
                    }
                }
                bracketed = true;
            }
            ']' => bracketed = false,
            _ if bracketed => {}
            ';' => return false,
            _ if matches!(letter.to_ascii_lowercase(), 'd' | 'm' | 'y' | 'h' | 's') => return true,
            _ => {}
        }
    }
    false
}

/// The encoding of a code page, as far as spreadsheets had them.
fn encoding_of(code_page: u16) -> &'static Encoding {
    let label = match code_page {
        932 => "shift_jis".to_owned(),
        936 => "gbk".to_owned(),
        949 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        10_000 | 0x8000 => "macintosh".to_owned(),
        65_001 => "utf-8".to_owned(),
        other => format!("windows-{other}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

fn byte(data: &[u8], at: usize) -> Result<u8, NotRead> {
    data.get(at).copied().ok_or_else(damaged)
}

fn bytes_at<const N: usize>(data: &[u8], at: usize) -> Result<[u8; N], NotRead> {
    data.get(at..).and_then(|rest| rest.first_chunk()).copied().ok_or_else(damaged)
}

fn word(data: &[u8], at: usize) -> Result<u16, NotRead> {
    bytes_at(data, at).map(u16::from_le_bytes)
}

fn long(data: &[u8], at: usize) -> Result<u32, NotRead> {
    bytes_at(data, at).map(u32::from_le_bytes)
}

fn float(data: &[u8], at: usize) -> Result<f64, NotRead> {
    bytes_at(data, at).map(f64::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(kind: u16, data: &[u8]) -> Vec<u8> {
        [&kind.to_le_bytes()[..], &(data.len() as u16).to_le_bytes(), data].concat()
    }

    /// A workbook of one sheet: the records that are of all sheets, and those of its cells.
    fn workbook(version: u16, of_all: &[Vec<u8>], cells: &[Vec<u8>]) -> Vec<u8> {
        let begin = || record(BEGIN, &[version.to_le_bytes(), [5, 0]].concat());
        let name: &[u8] = if version == 0x0600 { &[1, 0, b'A'] } else { &[1, b'A'] };
        let sheet = |at: u32| record(SHEET, &[&at.to_le_bytes()[..], &[0, 0], name].concat());
        let before = [begin(), of_all.concat()].concat();
        let at = before.len() + sheet(0).len() + 4;
        [before, sheet(at as u32), record(END, &[]), begin(), cells.concat(), record(END, &[])].concat()
    }

    fn cell(kind: u16, row: u16, column: u16, rest: &[u8]) -> Vec<u8> {
        record(kind, &[&row.to_le_bytes()[..], &column.to_le_bytes(), rest].concat())
    }

    fn rows(workbook: &[u8]) -> Result<Vec<Vec<String>>, NotRead> {
        let mut rows = Vec::new();
        for (_, grid) in sheets_of(workbook)? {
            grid.each_row(&mut |row| rows.push(row.cells().map(str::to_owned).collect()));
        }
        Ok(rows)
    }

    #[test]
    fn cells_of_every_kind_are_read() {
        let number = |value: f64, look: u16| [&look.to_le_bytes()[..], &value.to_le_bytes()].concat();
        let short = |bits: u32| [&[0, 0][..], &bits.to_le_bytes()].concat();
        let of_formula = |result: [u8; 8]| [&[0, 0][..], &result, &[0; 8]].concat();
        let of_all = [
            record(FORMAT, &[&[0xa4, 0][..], &[10, 0, 0], b"yyyy\\-mm-d"].concat()),
            record(LOOKS, &[0, 0, 0, 0]),
            record(LOOKS, &[0, 0, 0xa4, 0]),
        ];
        let cells = [
            cell(NUMBER, 0, 0, &number(1300.0, 0)),
            cell(NUMBER, 0, 1, &number(46_056.0, 1)),
            cell(SHORT_NUMBER, 0, 2, &short(7 << 2 | 2)),
            cell(SHORT_NUMBER, 0, 3, &short(150 << 2 | 3)),
            cell(SHORT_NUMBERS, 0, 4, &[short(1 << 2 | 2), short(2 << 2 | 2), vec![5, 0]].concat()),
            cell(TRUTH_OR_ERROR, 0, 6, &[0, 0, 1, 0]),
            cell(TRUTH_OR_ERROR, 0, 7, &[0, 0, 7, 1]),
            cell(TEXT, 0, 8, &[0, 0, 2, 0, 1, 0xac, 0x20, b'x', 0]),
            cell(FORMULA, 0, 9, &of_formula(2.5_f64.to_le_bytes())),
            cell(FORMULA, 0, 10, &of_formula([0, 0, 0, 0, 0, 0, 0xff, 0xff])),
            record(TEXT_OF_FORMULA, &[2, 0, 0, b'o', b'k']),
            cell(FORMULA, 0, 11, &of_formula([1, 0, 0, 0, 0, 0, 0xff, 0xff])),
        ];
        let expected = [
            "1300",
            "2026-02-03",
            "7",
            "1.5",
            "1",
            "2",
            "TRUE",
            "#DIV/0!",
            "\u{20ac}x",
            "2.5",
            "ok",
            "FALSE",
        ];
        assert_eq!(rows(&workbook(0x0600, &of_all, &cells)), Ok(vec![expected.map(str::to_owned).to_vec()]));
    }

    #[test]
    fn older_programs_write_bytes_of_a_code_page() {
        let of_all = [record(CODE_PAGE, &1251_u16.to_le_bytes())];
        let cells = [cell(TEXT, 0, 0, &[0, 0, 3, 0, 0xc4, 0xe0, b'!'])];
        let read = rows(&workbook(0x0500, &of_all, &cells));
        assert_eq!(read, Ok(vec![vec!["\u{414}\u{430}!".to_owned()]]));
    }

    #[test]
    fn texts_that_cells_share_go_on_in_another_record() {
        // The second goes on with letters of two bytes, and has looks that are left out.
        let first = [&[0; 8][..], &[1, 0, 0, b'a'], &[4, 0, 8, 1, 0, b'b', b'c']].concat();
        let following = [&[1, 0xac, 0x20, b'd', 0][..], &[0; 4], &[1, 0, 0, b'e']].concat();
        let of_all = [record(SHARED_TEXTS, &first), record(CONTINUED, &following)];
        let cells: Vec<Vec<u8>> =
            (0..3).map(|at| cell(SHARED_TEXT, at, 0, &[0, 0, at as u8, 0, 0, 0])).collect();
        let read: Vec<String> = rows(&workbook(0x0600, &of_all, &cells)).unwrap().concat();
        assert_eq!(read, ["a", "bc\u{20ac}d", "e"]);
    }

    /// Two cells are two cells, however far apart; what a record claims of a sheet's size is
    /// nothing; and a sheet that is listed again and again is no way to read without end.
    #[test]
    fn no_size_is_believed() {
        let claimed = record(0x0200, &[0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0xff, 0xff, 0, 0]);
        let text = |row, column| cell(TEXT, row, column, &[0, 0, 1, 0, 0, b'x']);
        let far = workbook(0x0600, &[], &[claimed, text(0, 0), text(65_535, 4_000)]);
        let rows_of_far = rows(&far).unwrap();
        assert_eq!(
            rows_of_far.iter().map(|row| row.iter().filter(|cell| *cell == "x").count()).sum::<usize>(),
            2
        );

        let sheet = record(SHEET, &[0, 0, 0, 0, 0, 0, 1, 0, b'A']);
        let again = [record(BEGIN, &[0, 6, 5, 0]), sheet.repeat(10_000), record(END, &[])].concat();
        assert_eq!(rows(&again), Err(damaged()));
    }

    #[test]
    fn formats_of_dates_are_told() {
        for format in ["d/m/yy", "[$-409]mmm d, yyyy", "h:mm AM/PM", "yyyy\\-mm", "\"on\" d"] {
            assert!(is_of_dates(format), "{format}");
        }
        for format in ["General", "#,##0.00", "0.00E+00", "[h]:mm", "\"d\"0", "0;d", "0\\d", "[Red]0", "@"] {
            assert!(!is_of_dates(format), "{format}");
        }
    }
}
