//! Rows at the end of a table that are none of its posts or days: totals, and lines that
//! only say how much is shown.

use super::row::{Row, trimmed};

/// What begins a row of totals, in the languages of the exports.
const TOTALS: [&str; 21] = [
    "total",
    "totals",
    "grand total",
    "gesamt",
    "gesamtsumme",
    "gesamtergebnis",
    "summe",
    "totalt",
    "summa",
    "total general",
    "totale",
    "totaal",
    "yhteens\u{e4}",
    "razem",
    "celkem",
    "toplam",
    "\u{438}\u{442}\u{43e}\u{433}\u{43e}",
    "\u{5408}\u{8a08}",
    "\u{5408}\u{8ba1}",
    "\u{d569}\u{acc4}",
    "cyfanswm",
];

/// Whether a row is a total: by its first word, or because nothing says of which day
/// (or town, or age) its numbers are, which stands in the cell `named_by`.
pub(super) fn is_total(row: &Row, header: &Row, named_by: Option<usize>) -> bool {
    let first = row.cells().map(trimmed).find(|cell| !cell.is_empty()).unwrap_or_default();
    // Names of totals are short.
    let is_word = first.len() <= 24 && first.starts_with(char::is_alphabetic);
    if is_word && is_of_totals(first) {
        return true;
    }
    let is_number = |cell: &str| !cell.contains(char::is_alphabetic);
    named_by.is_some_and(|index| row.cell(index).trim().is_empty() && !header.cell(index).trim().is_empty())
        && header.len() > 1
        && row.len() == header.len()
        && row.cells().all(is_number)
        && !row.is_blank()
}

/// A line at the end that only says how many results are shown.
pub(super) fn is_footer(row: &Row) -> bool {
    row.only_cell().is_some_and(tells_how_many)
}

#[cold]
fn tells_how_many(cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    cell.starts_with("showing top ") || cell.starts_with("showing first ")
}

#[inline(never)]
fn is_of_totals(word: &str) -> bool {
    TOTALS.contains(&&*word.to_lowercase())
}
