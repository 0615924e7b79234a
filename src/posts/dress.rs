//! How a table is written as text: by which delimiter its cells are parted.

use super::mapping::{Surroundings, recognised};
use super::scanner::records_of;
use std::collections::BTreeMap;

/// How a text writes a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dress {
    /// What stands between the cells.
    pub delimiter: u8,
    /// How many bytes stand before the first record: a line that only names the delimiter.
    pub skip: usize,
}

/// The delimiters in use, the commonest first.
const DELIMITERS: [u8; 4] = *b",;\t|";

/// How many records are looked at for the names of columns.
const FIRST: usize = 16;

/// The dress of a text, from its beginning: by the line that spreadsheets write
/// (`sep=;`), or else by the delimiter with which its first records name the columns of
/// a known export, and with which the most records have the same number of cells.
/// `whole` says that nothing follows.
pub fn dress(head: &str, whole: bool) -> Dress {
    if let Some(named) = named(head) {
        return named;
    }
    let mut best = ((false, 0, 0), DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let rows = records_of(head, 0, delimiter, whole);
        let around = Surroundings { sheet: "", preamble: &[] };
        let known = rows.iter().take(FIRST).any(|row| recognised(row, around).is_some());
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for row in rows.iter().filter(|row| row.len() > 1) {
            *widths.entry(row.len()).or_default() += 1;
        }
        let (count, width) = widths.into_iter().map(|(width, rows)| (rows, width)).max().unwrap_or_default();
        if (known, count, width) > best.0 {
            best = ((known, count, width), delimiter);
        }
    }
    Dress { delimiter: best.1, skip: 0 }
}

/// `sep=;` with its line end.
fn named(head: &str) -> Option<Dress> {
    let line = head.split_inclusive(['\n', '\r']).next()?;
    let written = line.trim_end_matches(['\n', '\r']).trim_matches('"');
    let delimiter = match written.strip_prefix("sep=")?.as_bytes() {
        [one] if one.is_ascii() => *one,
        _ => return None,
    };
    let pair = line.ends_with('\r') && head[line.len()..].starts_with('\n');
    Some(Dress { delimiter, skip: line.len() + usize::from(pair) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_delimiter_is_told_by_the_records() {
        for (head, delimiter) in [
            ("Date,Views\n2026-01-01,5\n", b','),
            ("Date;Views;Rate\n03/04/2026;1.234;3,5 %\n13/04/2026;2.000;0,7 %\n", b';'),
            ("1\tThu Apr 09\tA, b, c\n2\tThu Apr 09\tD, e\n3\tThu Apr 09\tF\n", b'\t'),
            ("a|b\n1|2\n", b'|'),
            ("# one; two\n# three\n\nDate,Views\n1,2\n3,4\n", b','),
            ("only one column\nof words\n", b','),
        ] {
            assert_eq!(dress(head, true), Dress { delimiter, skip: 0 }, "{head}");
        }
    }

    #[test]
    fn a_line_may_name_the_delimiter() {
        assert_eq!(dress("sep=,\r\n\"Views\"\r\n", true), Dress { delimiter: b',', skip: 7 });
        assert_eq!(dress("sep=;\na;b\n", true), Dress { delimiter: b';', skip: 6 });
        assert_eq!(dress("sep=\ta\n", true).skip, 0);
    }
}
