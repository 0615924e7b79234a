//! The cells of a sheet of a workbook, in whatever order it has them → rows.

use super::mapping::WIDEST;
use super::row::Row;
use crate::format::NotRead;

/// How many cells a workbook may have, and how many bytes of text in them: a short cell
/// can name a long text, and many cells the same.
const CELLS: usize = 20_000_000;
const TEXT: usize = 512 * 1024 * 1024;

/// What the sheets of a workbook may still have.
pub struct Left {
    cells: usize,
    text: usize,
}

impl Default for Left {
    fn default() -> Self {
        Self { cells: CELLS, text: TEXT }
    }
}

/// The cells of a sheet in which something is written: their texts one after the other.
#[derive(Default)]
pub struct Grid {
    text: String,
    cells: Vec<GridCell>,
}

#[derive(Clone, Copy)]
struct GridCell {
    row: u32,
    column: u32,
    /// Where its text begins and ends; there is never more than these can say.
    text: (u32, u32),
}

impl Grid {
    /// Puts a text into a cell. What was put there last counts.
    pub fn put(&mut self, row: u32, column: u32, text: &str, left: &mut Left) -> Result<(), NotRead> {
        left.cells = left.cells.checked_sub(1).ok_or(NotRead::UnpacksTooFar)?;
        left.text = left.text.checked_sub(text.len()).ok_or(NotRead::UnpacksTooFar)?;
        // Columns further right are not read of any table.
        if !text.is_empty() && (column as usize) < WIDEST {
            let begins = self.text.len() as u32;
            self.text.push_str(text);
            self.cells.push(GridCell { row, column, text: (begins, self.text.len() as u32) });
        }
        Ok(())
    }

    /// Gives the rows in which something is written one after the other, each as wide as
    /// the widest, and a blank one for each gap.
    pub fn each_row(mut self, take: &mut dyn FnMut(&Row)) {
        self.cells.sort_unstable_by_key(|cell| (cell.row, cell.column, cell.text));
        let width = self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0);
        let (mut row, mut before) = (Row::default(), None);
        for of_one_row in self.cells.chunk_by(|one, other| one.row == other.row) {
            let line = u64::from(of_one_row[0].row) + 1;
            if before.is_some_and(|before| before + 1 < line) {
                take(&Row::of(line - 1, [""]));
            }
            before = Some(line);
            row.begin(line);
            let mut cells = of_one_row.iter().peekable();
            for column in 0..width {
                let mut text = (0, 0);
                while let Some(cell) = cells.next_if(|cell| cell.column == column) {
                    text = cell.text;
                }
                row.push_str(&self.text[text.0 as usize..text.1 as usize]);
                row.end_cell();
                // A cell far to the right makes no rows of thousands of cells.
                if cells.peek().is_none() && column >= 255 {
                    break;
                }
            }
            take(&row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows_of(cells: &[(u32, u32, &str)]) -> Vec<Row<'static>> {
        let (mut grid, mut left) = (Grid::default(), Left::default());
        for (row, column, text) in cells {
            grid.put(*row, *column, text, &mut left).unwrap();
        }
        let mut rows = Vec::new();
        grid.each_row(&mut |row| rows.push(row.held()));
        rows
    }

    #[test]
    fn rows_keep_their_places() {
        let rows = rows_of(&[(1, 2, "c"), (1, 0, "a"), (4, 0, "d"), (1, 9_000, "too far")]);
        let lines: Vec<u64> = rows.iter().map(|row| row.line()).collect();
        assert_eq!(lines, [2, 4, 5]);
        assert_eq!(rows[0].cells().collect::<Vec<_>>(), ["a", "", "c"]);
        assert!(rows[1].is_blank());
        assert_eq!(rows[2].len(), 3);
    }

    #[test]
    fn a_cell_that_is_written_twice_hides_no_other() {
        let rows = rows_of(&[(0, 0, "a"), (0, 0, "b"), (0, 1, "c")]);
        assert_eq!(rows[0].cells().collect::<Vec<_>>(), ["b", "c"]);
    }

    #[test]
    fn many_cells_that_name_one_long_text_are_refused() {
        let (mut grid, mut left) = (Grid::default(), Left { cells: 10, text: 100 });
        let long = "x".repeat(60);
        assert_eq!(grid.put(0, 0, &long, &mut left), Ok(()));
        assert_eq!(grid.put(1, 0, &long, &mut left), Err(NotRead::UnpacksTooFar));
    }
}
