//! A row of a table, whatever kind of file it stood in.

use super::count::{digits, first_digits};
use memchr::memchr;
use std::borrow::Cow;
use std::ops::Range;

/// One row: its cells as text, and where it stands. It is what stands in the file where that
/// can be, else it is filled anew for each row: so a file of any size is read with the memory
/// of its longest row.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    /// The texts of the cells, with what stood between them in the file.
    text: Cow<'a, str>,
    /// Where each cell stands in it.
    cells: Cow<'a, [Range<u32>]>,
    /// Where the cell begins that is being filled.
    start: u32,
    line: u64,
}

impl PartialEq for Row<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.line == other.line && self.cells().eq(other.cells())
    }
}

/// A place in the text of a row, of which no kind of file gives four billion bytes.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

impl Row<'static> {
    /// A row of these cells.
    pub fn of<'t>(line: u64, cells: impl IntoIterator<Item = &'t str>) -> Self {
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
        self.text.to_mut().clear();
        self.cells.to_mut().clear();
        self.start = 0;
        self.line = line;
    }

    /// Fills the row with a record as it stands in a file, by the places of its cells in
    /// that; a quotation mark within one of them stands twice.
    pub(super) fn take_doubled(&mut self, record: &str, cells: &[Range<u32>]) {
        let text = self.text.to_mut();
        text.push_str(record);
        for cell in cells {
            let quoted = cell.start > 0 && record.as_bytes()[cell.start as usize - 1] == b'"';
            let mut rest = &record[range(cell)];
            if !quoted || memchr(b'"', rest.as_bytes()).is_none() {
                self.cells.to_mut().push(cell.clone());
                continue;
            }
            let start = place(text.len());
            // Within a well-formed cell every mark stands twice.
            while let Some(mark) = memchr(b'"', rest.as_bytes()) {
                text.push_str(&rest[..=mark]);
                rest = rest.get(mark + 2..).unwrap_or_default();
            }
            text.push_str(rest);
            self.cells.to_mut().push(start..place(text.len()));
        }
        self.start = place(self.text.len());
    }

    /// Adds text to the cell that is being filled.
    pub(super) fn push_str(&mut self, text: &str) {
        self.text.to_mut().push_str(text);
    }

    /// Ends the cell that is being filled.
    pub(super) fn end_cell(&mut self) {
        let end = place(self.text.len());
        self.cells.to_mut().push(self.start..end);
        self.start = end;
    }
}

impl<'a> Row<'a> {
    /// A record as it stands in a text that begins with it, by the places of its cells. What
    /// follows it makes its last cells as quick to read as the others.
    #[inline]
    pub(super) fn in_place(text: &'a str, cells: &'a [Range<u32>], line: u64) -> Self {
        Self { text: Cow::Borrowed(text), cells: Cow::Borrowed(cells), start: 0, line }
    }

    /// The row, to be looked at.
    pub(super) fn borrowed(&self) -> Row<'_> {
        Row { text: Cow::Borrowed(&self.text), cells: Cow::Borrowed(&self.cells), ..*self }
    }

    /// The row, to be kept beyond the text it stands in.
    pub(super) fn held(&self) -> Row<'static> {
        let end = self.cells.iter().map(|cell| cell.end as usize).max().unwrap_or_default();
        Row { text: Cow::Owned(self.text[..end].to_owned()), cells: Cow::Owned(self.cells.to_vec()), ..*self }
    }

    /// The line at which the row begins, from 1: of a text, a sheet, or its place in a list.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// How many bytes of memory it fills.
    pub fn size(&self) -> usize {
        self.text.len() + self.cells.len() * size_of::<Range<u32>>()
    }

    /// Whether it has no cell at all.
    pub fn is_empty(&self) -> bool {
        self.cells.is_empty()
    }

    /// A cell's text; empty where the row has no such cell.
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| &self.text[range(cell)])
    }

    /// The number in a cell of nothing but digits.
    #[inline]
    pub(super) fn digits(&self, index: usize) -> Option<i64> {
        let cell = range(self.cells.get(index)?);
        let text = self.text.as_bytes();
        match text.get(cell.start..).and_then(<[u8]>::first_chunk) {
            Some(eight) if (1..=8).contains(&cell.len()) => first_digits(*eight, cell.len()),
            _ => digits(text.get(cell)?),
        }
    }

    /// Its cells in their order.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| &self.text[range(cell)])
    }

    /// Whether nothing is written in any cell.
    pub fn is_blank(&self) -> bool {
        self.cells().all(|cell| trimmed(cell).is_empty())
    }

    /// The only cell in which something is written, if there is exactly one.
    pub fn only_cell(&self) -> Option<&str> {
        let mut written = self.cells().filter(|cell| !trimmed(cell).is_empty());
        let only = written.next()?;
        written.next().is_none().then_some(only)
    }

    /// How many cells there are up to the last in which something is written.
    pub fn width(&self) -> usize {
        (0..self.len()).rev().find(|index| !trimmed(self.cell(*index)).is_empty()).map_or(0, |last| last + 1)
    }
}

/// A cell without what is blank around it, which most have not.
#[inline]
pub(super) fn trimmed(cell: &str) -> &str {
    let is_seen = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = cell.as_bytes();
    if is_seen(bytes.first()) && is_seen(bytes.last()) { cell } else { cell.trim() }
}

/// Whether two texts are the same. Eight bytes are compared at once: in WebAssembly `==`
/// compares them one by one.
#[inline]
pub(super) fn same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    while let (Some((first, rest)), Some((second, other_rest))) =
        (one.split_first_chunk(), other.split_first_chunk())
    {
        if u64::from_le_bytes(*first) != u64::from_le_bytes(*second) {
            return false;
        }
        (one, other) = (rest, other_rest);
    }
    one.iter().zip(other).all(|(first, second)| first == second)
}

fn range(cell: &Range<u32>) -> Range<usize> {
    cell.start as usize..cell.end as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_row_knows_its_cells() {
        let row = Row::of(3, ["a", "", " b ", ""]);
        assert_eq!(row.cells().collect::<Vec<_>>(), ["a", "", " b ", ""]);
        assert_eq!((row.line(), row.len(), row.width(), row.cell(9)), (3, 4, 3, ""));
        assert_eq!((row.is_blank(), row.only_cell()), (false, None));
        assert_eq!(Row::of(1, ["", " title "]).only_cell(), Some(" title "));
        assert!(Row::of(1, ["", " "]).is_blank());
    }

    #[test]
    fn nothing_blank_is_left_around_a_cell() {
        for cell in ["a b", " a", "a\u{a0}", "\u{3000}\u{e9} ", "", " ", "1", "\u{e9}"] {
            assert_eq!(trimmed(cell), cell.trim());
        }
    }

    proptest! {
        #[test]
        fn texts_are_the_same_or_not(one in "[ab\u{e9}]{0,20}", other in "[ab\u{e9}]{0,20}", at in 0_usize..40) {
            prop_assert_eq!(same(&one, &other), one == other);
            prop_assert!(same(&one, &one.clone()));
            let mut changed = one.clone().into_bytes();
            if let Some(byte) = changed.get_mut(at).filter(|byte| byte.is_ascii()) {
                *byte = b'c';
                prop_assert!(!same(&one, std::str::from_utf8(&changed).unwrap()));
            }
        }
    }

    #[test]
    fn a_record_is_taken_as_it_stands_in_its_file() {
        let mut row = Row::default();
        row.begin(2);
        row.take_doubled("\"a \"\"b\"\"\",\"\",c", &[1..8, 11..11, 13..14]);
        assert_eq!(row, Row::of(2, ["a \"b\"", "", "c"]));
        row.push_str("d");
        row.end_cell();
        assert_eq!(row.cell(3), "d");
        assert!(!row.is_blank());
    }
}
