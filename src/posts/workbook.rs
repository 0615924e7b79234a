//! Workbooks (XLSX, XLS) → sheets of rows. Dates become ISO dates, whole numbers digits,
//! whatever a cell's look in the spreadsheet was.

use super::row::Row;
use crate::format::NotRead;
use calamine::{Data, DataRef, Reader, Xls, Xlsx};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// How many bytes a workbook may unpack to.
const UNPACKED: u64 = 512 * 1024 * 1024;

/// How many cells a sheet may have.
const CELLS: usize = 20_000_000;

/// A sheet of a workbook: its name, and its rows.
pub type SheetRows = (String, Vec<Row>);

/// The sheets of an XLSX file.
pub fn xlsx_sheets(bytes: &[u8]) -> Result<Vec<SheetRows>, NotRead> {
    unpacks_within(bytes)?;
    let broken = |error: calamine::XlsxError| NotRead::BrokenWorkbook(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(broken)?;
        let mut sheet = Grid::default();
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let (row, column) = cell.get_position();
            sheet.put(row, column, text_of_ref(cell.get_value()))?;
        }
        sheets.push((name, sheet.rows()));
    }
    Ok(sheets)
}

/// The sheets of an XLS file. Its reader trusts the places that a file gives for its own
/// parts, and panics where a damaged one points outside of it; that is told as what it is
/// (in WebAssembly, where nothing can be caught, it ends the worker that reads).
pub fn xls_sheets(bytes: &[u8]) -> Result<Vec<SheetRows>, NotRead> {
    std::panic::catch_unwind(|| sound_xls_sheets(bytes))
        .unwrap_or_else(|_| Err(NotRead::BrokenWorkbook("it is damaged or cut off".to_owned())))
}

fn sound_xls_sheets(bytes: &[u8]) -> Result<Vec<SheetRows>, NotRead> {
    let broken = |error: calamine::XlsError| NotRead::BrokenWorkbook(error.to_string());
    let mut workbook: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(broken)?;
    let mut sheets = Vec::new();
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(broken)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Grid::default();
        for (row, column, value) in range.used_cells() {
            sheet.put(first_row + row as u32, first_column + column as u32, text_of(value))?;
        }
        sheets.push((name, sheet.rows()));
    }
    Ok(sheets)
}

/// The cells of a sheet in their order.
#[derive(Default)]
struct Grid {
    cells: Vec<(u32, u32, String)>,
}

impl Grid {
    fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), NotRead> {
        if self.cells.len() == CELLS {
            return Err(NotRead::UnpacksTooFar);
        }
        if !text.is_empty() {
            self.cells.push((row, column, text));
        }
        Ok(())
    }

    /// The rows in which something is written, each as wide as the widest, and a blank
    /// one for each gap.
    fn rows(mut self) -> Vec<Row> {
        self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        // A cell far to the right makes no row of millions of cells.
        let width = self.cells.iter().map(|(_, column, _)| *column + 1).max().unwrap_or(0).min(16_384);
        let mut rows: Vec<Row> = Vec::new();
        for of_one_row in self.cells.chunk_by(|one, other| one.0 == other.0) {
            let line = u64::from(of_one_row[0].0) + 1;
            if rows.last().is_some_and(|before| before.line() + 1 < line) {
                rows.push(Row::of(line - 1, [""]));
            }
            let mut row = Row::default();
            row.begin(line);
            let mut cells = of_one_row.iter().peekable();
            for column in 0..width {
                if let Some((_, _, text)) = cells.next_if(|(_, at, _)| *at == column) {
                    row.push_str(text);
                }
                row.end_cell();
                if cells.peek().is_none() && column >= 255 {
                    break;
                }
            }
            rows.push(row);
        }
        rows
    }
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

fn text_of_ref(value: &DataRef<'_>) -> String {
    match value {
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::String(text) => text.clone(),
        other => text_of(&Data::from(other.clone())),
    }
}

/// Whole numbers without a point; what is too large to be whole is written with its
/// power, so that nobody takes it for an id.
fn number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 9.0e15 {
        format!("{number:.0}")
    } else if number.abs() >= 9.0e15 {
        let text = format!("{number:E}");
        if text.contains("E-") { text } else { text.replace('E', "E+") }
    } else {
        number.to_string()
    }
}

fn moment_text(moment: &calamine::ExcelDateTime) -> String {
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
        let unpacked = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink())
            .map_err(|error| NotRead::BrokenWorkbook(error.to_string()))?;
        left = left.checked_sub(unpacked).ok_or(NotRead::UnpacksTooFar)?;
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

    #[test]
    fn rows_keep_their_places() {
        let mut grid = Grid::default();
        grid.put(1, 2, "c".to_owned()).unwrap();
        grid.put(1, 0, "a".to_owned()).unwrap();
        grid.put(4, 0, "d".to_owned()).unwrap();
        let rows = grid.rows();
        let lines: Vec<u64> = rows.iter().map(Row::line).collect();
        assert_eq!(lines, [2, 4, 5]);
        assert_eq!(rows[0].cells().collect::<Vec<_>>(), ["a", "", "c"]);
        assert!(rows[1].is_blank());
        assert_eq!(rows[2].len(), 3);
    }
}
