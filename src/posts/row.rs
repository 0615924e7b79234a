//! A row of a table, whatever kind of file it stood in.

use std::ops::Range;

/// One row: its cells as text, and where it stands. It is filled anew for each row,
/// so that a file of any size is read with the memory of its longest row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
    line: u64,
}

impl Row {
    /// A row of these cells.
    pub fn of<'a>(line: u64, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let mut row = Self::default();
        row.begin(line);
        for cell in cells {
            row.push_str(cell);
            row.end_cell();
        }
        row
    }

    /// Empties the row for what stands at another line.
    pub(super) fn begin(&mut self, line: u64) {
        self.text.clear();
        self.ends.clear();
        self.line = line;
    }

    /// Adds text to the cell that is being filled.
    pub(super) fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Ends the cell that is being filled.
    pub(super) fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    /// The line at which the row begins, from 1: of a text, a sheet, or its place in a list.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// How many bytes of memory it fills.
    pub fn size(&self) -> usize {
        self.text.len() + self.ends.len() * size_of::<usize>()
    }

    /// Whether it has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell's text; empty where the row has no such cell.
    pub fn cell(&self, index: usize) -> &str {
        &self.text[self.range(index)]
    }

    fn range(&self, index: usize) -> Range<usize> {
        let Some(end) = self.ends.get(index) else { return 0..0 };
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        start..*end
    }

    /// Its cells in their order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.cell(index))
    }

    /// Whether nothing is written in any cell.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The only cell in which something is written, if there is exactly one.
    pub fn only_cell(&self) -> Option<&str> {
        let mut written = self.cells().filter(|cell| !cell.trim().is_empty());
        let only = written.next()?;
        written.next().is_none().then_some(only)
    }

    /// How many cells there are up to the last in which something is written.
    pub fn width(&self) -> usize {
        (0..self.len()).rev().find(|index| !self.cell(*index).trim().is_empty()).map_or(0, |last| last + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_knows_its_cells() {
        let row = Row::of(3, ["a", "", " b ", ""]);
        assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "", " b ", ""]);
        assert_eq!((row.line(), row.len(), row.width(), row.cell(9)), (3, 4, 3, ""));
        assert_eq!((row.is_blank(), row.only_cell()), (false, None));
        assert_eq!(Row::of(1, ["", " title "]).only_cell(), Some(" title "));
        assert!(Row::of(1, ["", " "]).is_blank());
    }
}
