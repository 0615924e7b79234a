//! Workbooks (XLSX, XLS) → sheets of rows. Dates become ISO dates, whole numbers digits,
//! whatever a cell's look in the spreadsheet was.

use super::biff::sheets_of;
use super::compound::file_in;
use super::grid::{Grid, Left};
use crate::format::NotRead;
use calamine::{Data, DataRef, Reader, Xlsx};
use std::borrow::Cow;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How many bytes a workbook may unpack to, and how many of them may be the texts that
/// its cells share: their list is held whole.
const UNPACKED: u64 = 512 * 1024 * 1024;
const SHARED: u64 = 128 * 1024 * 1024;

/// The sheets of a workbook: the name of each, and its cells.
pub type Sheets = Vec<(String, Grid)>;

/// The sheets of an XLSX file. What reads it trusts what a damaged one says of itself, and
/// may panic; that is told as what it is (in WebAssembly, where nothing can be caught, it
/// ends the worker that reads).
pub fn xlsx_sheets(bytes: &[u8]) -> Result<Sheets, NotRead> {
    unpacks_within(bytes)?;
    std::panic::catch_unwind(|| sound_xlsx_sheets(bytes)).unwrap_or_else(|_| Err(damaged()))
}

fn sound_xlsx_sheets(bytes: &[u8]) -> Result<Sheets, NotRead> {
    let broken = |error: calamine::XlsxError| NotRead::BrokenWorkbook(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let (mut sheets, mut left) = (Vec::new(), Left::default());
    for name in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(broken)?;
        let mut sheet = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            sheet.put(row, column, &text_of_ref(cell.get_value()), &mut left)?;
        }
        sheets.push((name, sheet));
    }
    Ok(sheets)
}

/// The sheets of an XLS file.
pub fn xls_sheets(bytes: &[u8]) -> Result<Sheets, NotRead> {
    let workbook = file_in(bytes, &["Workbook", "Book"]);
    sheets_of(&workbook.ok_or_else(damaged)?)
}

fn damaged() -> NotRead {
    NotRead::BrokenWorkbook("it is damaged or cut off".to_owned())
}

fn text_of(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Float(number) => number_text(*number),
        Data::Int(number) => number.to_string(),
        Data::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(moment) => moment_text(moment),
        other => other.to_string(),
    }
}

fn text_of_ref<'a>(value: &'a DataRef<'a>) -> Cow<'a, str> {
    match value {
        DataRef::SharedString(text) => Cow::Borrowed(text),
        DataRef::String(text) => Cow::Borrowed(text),
        other => Cow::Owned(text_of(&Data::from(other.clone()))),
    }
}

/// Whole numbers without a point; what is too large to be whole is written with its
/// power, so that nobody takes it for an id.
pub(super) fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        format!("{number:.0}")
    } else if number.abs() >= 9.0e15 {
        let text = format!("{number:E}");
        if text.contains("E-") { text } else { text.replace('E', "E+") }
    } else {
        number.to_string()
    }
}

pub(super) fn moment_text(moment: &calamine::ExcelDateTime) -> String {
    if !moment.is_datetime() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
    }
}

/// Refuses a workbook that unpacks to more than any has: what reads it holds it whole.
fn unpacks_within(bytes: &[u8]) -> Result<(), NotRead> {
    let broken = |error: zip::result::ZipError| NotRead::BrokenWorkbook(error.to_string());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let mut left = UNPACKED;
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(broken)?;
        let is_shared =
            entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"));
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink())
            .map_err(|error| NotRead::BrokenWorkbook(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(NotRead::UnpacksTooFar)?;
        if is_shared && unpacked > SHARED {
            return Err(NotRead::UnpacksTooFar);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_text_writes_them() {
        for (number, text) in [
            (1300.0, "1300"),
            (-4.0, "-4"),
            (0.0461, "0.0461"),
            (2.027_324_435_158_704_4e18, "2.0273244351587044E+18"),
        ] {
            assert_eq!(number_text(number), text);
        }
    }
}
