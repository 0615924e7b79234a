//! One sheet of rows, parted into the tables that stand in it.
//!
//! The names of the columns are looked for in the first rows, after any preamble; a blank
//! row can end a table, and another can begin after it, with a preamble of its own.

use super::form::{Form, Meaning};
use super::mapping::{
    Column, Surroundings, by_content, can_be_header, grain_of, guessed, modal_width, of_form, recognised,
};
use super::measure::Grain;
use super::reading::{ReadingOptions, TableReading};
use super::row::Row;
use super::table::{Table, TableStart};
use crate::format::{ReadingNote, RejectedBecause};

/// How many rows that are not blank may stand before the names of the columns.
const PREAMBLE: usize = 15;

/// How many rows are searched for a table before it is said that there is none, and how
/// many bytes of them are held.
const SEARCHED: usize = 1_000;
const HELD: usize = 64 * 1024 * 1024;

/// Where the reading of a sheet is.
enum Place {
    /// Before the names of a table's columns: the rows so far, blank ones too.
    Before(Vec<Row<'static>>),
    /// In a table; whether a blank row was just read.
    Within(Box<Table>, bool),
}

/// A sheet that is being read.
pub struct Sheet {
    name: String,
    options: ReadingOptions,
    /// The year of the first day, by the name of the file.
    year: Option<u16>,
    place: Place,
    /// How many rows were read outside of tables.
    searched: usize,
    /// What could not be read before a table began, and how much more there was of it.
    broken: Vec<(u64, RejectedBecause)>,
    more_broken: u64,
    /// What is known of every table of the file.
    notes: Vec<ReadingNote>,
    tables: Vec<TableReading>,
}

impl Sheet {
    /// Begins a sheet of this name.
    pub fn begin(name: &str, options: ReadingOptions, year: Option<u16>, notes: Vec<ReadingNote>) -> Self {
        let place = Place::Before(Vec::new());
        Self {
            name: name.to_owned(),
            options,
            year,
            place,
            searched: 0,
            broken: Vec::new(),
            more_broken: 0,
            notes,
            tables: Vec::new(),
        }
    }

    /// Takes the next row.
    pub fn take(&mut self, row: &Row) {
        match &mut self.place {
            Place::Before(_) if self.searched > SEARCHED => {}
            Place::Before(rows) => {
                self.searched += 1;
                let around = Surroundings { sheet: &self.name, preamble: rows };
                match recognised(row, around) {
                    Some(form) => self.begin_known(form, row),
                    None => {
                        rows.push(row.held());
                        let of_a_table = rows.iter().filter(|row| row.width() > 1).count() > 1;
                        // Between two tables, what stands apart is a table of its own.
                        let apart = row.is_blank() && of_a_table && !self.tables.is_empty();
                        let held: usize = rows.iter().map(Row::size).sum();
                        if apart
                            || held > HELD
                            || rows.iter().filter(|row| !row.is_blank()).count() > PREAMBLE
                        {
                            self.begin_unknown();
                        }
                    }
                }
            }
            Place::Within(_, blank) if row.is_blank() => *blank = true,
            Place::Within(table, blank) => {
                let after_blank = std::mem::take(blank);
                if after_blank && ends_table(row, table.width(), &self.name) {
                    self.end_table();
                    self.place = Place::Before(Vec::new());
                    self.take(row);
                } else {
                    table.take(row);
                }
            }
        }
    }

    /// Takes note of what cannot be read as a row; `row` holds its beginning.
    pub fn broken(&mut self, row: &Row, because: RejectedBecause) {
        match &mut self.place {
            Place::Before(_) if self.broken.len() < SEARCHED => self.broken.push((row.line(), because)),
            Place::Before(_) => self.more_broken += 1,
            Place::Within(table, _) => table.reject(row.line(), "", because),
        }
    }

    fn begin_known(&mut self, form: &'static Form, header: &Row) {
        let Place::Before(rows) = &self.place else { return };
        let around = Surroundings { sheet: &self.name, preamble: rows };
        let title = around.title().filter(|title| !title.starts_with('#')).map(str::to_owned);
        let columns = of_form(form, header, title.as_deref());
        let mut notes = Vec::new();
        if title.as_deref() == Some("Follows")
            && form.required.contains(&"primary")
            && !self.tables.is_empty()
        {
            notes.push(ReadingNote::CopyOfAnotherFile);
        }
        // What is titled like this is one of several tables in a file.
        let titled = title.filter(|title| title.len() <= 80);
        self.begin_table(Some(form), form.grain, header.held(), columns, titled, notes);
    }

    /// Begins a table of no known form with what was read so far, and reads that.
    fn begin_unknown(&mut self) {
        let Place::Before(rows) = std::mem::replace(&mut self.place, Place::Before(Vec::new())) else {
            return;
        };
        let candidate = |row: &&Row| can_be_header(row);
        let meanings = |row: &Row| guessed(row).len();
        let best = rows.iter().filter(candidate).map(meanings).max().unwrap_or(0);
        let width = modal_width(&rows);
        let named = |row: &Row| {
            can_be_header(row) && if best > 0 { meanings(row) == best } else { row.width() >= width }
        };
        let has_table = width > 1 && rows.iter().filter(|row| row.width() > 1).count() > 1 || best > 0;
        if !has_table {
            // Words; a table may still follow. Only the last can be its preamble.
            let keep = rows.len().saturating_sub(PREAMBLE);
            self.place = Place::Before(rows.into_iter().skip(keep.max(1)).collect());
            return;
        }
        let (columns, header, from, mut notes) = match rows.iter().position(named) {
            Some(at) => (guessed(&rows[at]), rows[at].clone(), at + 1, Vec::new()),
            None => (by_content(&rows), Row::default(), 0, vec![ReadingNote::WithoutHeader]),
        };
        if header.is_empty() && columns.is_empty() {
            return;
        }
        let grain = grain_of(&columns, &rows[from..]);
        notes.insert(0, ReadingNote::UnknownTable);
        let preamble = &rows[..from.saturating_sub(1)];
        let title = Surroundings { sheet: &self.name, preamble }
            .title()
            .filter(|title| title.len() <= 80)
            .map(str::to_owned);
        let rest: Vec<Row<'static>> = rows[from..].to_vec();
        self.begin_table(None, grain, header, columns, title, notes);
        for row in rest {
            self.take(&row);
        }
    }

    fn begin_table(
        &mut self,
        form: Option<&'static Form>,
        grain: Grain,
        header: Row<'static>,
        columns: Vec<Column>,
        title: Option<String>,
        notes: Vec<ReadingNote>,
    ) {
        let table = match title {
            Some(title) if self.name.is_empty() => title,
            Some(title) if !self.tables.is_empty() => format!("{}, {title}", self.name),
            _ => self.name.clone(),
        };
        let mut notes: Vec<ReadingNote> = self.notes.iter().cloned().chain(notes).collect();
        let said = self.options.said.iter().find(|said| said.is_for(&header)).cloned();
        let (columns, grain) = match &said {
            Some(said) => {
                notes.retain(|note| *note != ReadingNote::UnknownTable);
                notes.push(ReadingNote::ColumnsAsSaid);
                (said.columns(&header), said.grain)
            }
            None => (columns, grain),
        };
        let start = TableStart { table, form, grain, header, columns, said, year: self.year, notes };
        let mut table = Table::begin(start, self.options.clone());
        for (line, because) in self.broken.drain(..) {
            table.reject(line, "", because);
        }
        table.reject_unlisted(std::mem::take(&mut self.more_broken));
        self.place = Place::Within(Box::new(table), false);
    }

    fn end_table(&mut self) {
        if let Place::Within(table, _) = std::mem::replace(&mut self.place, Place::Before(Vec::new())) {
            self.tables.push(table.end());
            self.searched = 0;
        }
    }

    /// Ends the sheet: its tables.
    pub fn end(mut self) -> Vec<TableReading> {
        while let Place::Before(rows) = &self.place {
            let before = rows.len();
            if rows.iter().all(Row::is_blank) {
                break;
            }
            self.begin_unknown();
            if matches!(&self.place, Place::Before(rows) if rows.len() >= before || rows.is_empty()) {
                break;
            }
        }
        self.end_table();
        self.tables
    }
}

/// Whether a row after a blank one begins another table: it names the columns of one, or
/// stands alone as its title.
fn ends_table(row: &Row, width: usize, sheet: &str) -> bool {
    let alone = width > 1 && row.only_cell().is_some() && !row.cell(0).trim().is_empty();
    let footer = row.cell(0).trim().to_lowercase().starts_with("showing ");
    let known = recognised(row, Surroundings { sheet, preamble: &[] }).is_some();
    let names =
        can_be_header(row) && guessed(row).iter().any(|column| !matches!(column.meaning, Meaning::Text));
    (alone && !footer) || known || names
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_broken_before_a_table_is_counted_to_the_last() {
        let mut sheet = Sheet::begin("", ReadingOptions::default(), None, Vec::new());
        sheet.take(&Row::of(1, ["Date", "Views"]));
        for line in 2..5_000 {
            sheet.broken(&Row::of(line, ["\"x"]), RejectedBecause::QuoteNeverClosed);
        }
        sheet.take(&Row::of(5_000, ["2026-02-03", "5"]));
        let tables = sheet.end();
        assert_eq!((tables[0].rows, tables[0].rejected_rows), (1, 4_998));
    }
}
