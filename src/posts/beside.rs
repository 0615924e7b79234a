//! Tables that stand side by side in one sheet, as LinkedIn's top posts do: the same posts
//! in two orders, each with another count. A row of one is not the row of the other.

use super::form::Meaning;
use super::mapping::{Column, WIDEST};
use super::row::Row;

/// One of the tables side by side.
pub(super) struct Part {
    /// Its columns, by their places among all that are read.
    pub(super) columns: Vec<usize>,
    /// When its posts were published, or which days are counted: the place of that column
    /// among all that are read.
    pub(super) when: Option<usize>,
    /// The places in a row of what tells its posts apart.
    pub(super) id: Option<usize>,
    pub(super) link: Option<usize>,
    /// The places in a row where the text of a post may stand: the longest of them.
    pub(super) texts: Vec<usize>,
    /// The places in a row of what says whose a day is.
    pub(super) accounts: Vec<usize>,
}

impl Part {
    fn of(columns: &[Column], is_here: impl Fn(&Column) -> bool) -> Self {
        let here = || columns.iter().enumerate().filter(|(_, column)| is_here(column));
        let first = |meaning: Meaning| here().find(|(_, column)| column.meaning == meaning);
        let index = |meaning: Meaning| first(meaning).map(|(_, column)| column.index);
        let every = |meaning: Meaning| {
            here().filter(|(_, column)| column.meaning == meaning).map(|(_, column)| column.index).collect()
        };
        Self {
            columns: here().map(|(at, _)| at).collect(),
            when: first(Meaning::When).map(|(at, _)| at),
            id: index(Meaning::Id),
            link: index(Meaning::Link),
            texts: every(Meaning::Text),
            accounts: every(Meaning::Account),
        }
    }
}

/// The column that parts two tables side by side: an empty one, after which the names of
/// the columns begin anew.
fn gap(header: &Row, columns: &[Column]) -> Option<usize> {
    let key = columns.iter().find(|column| column.meaning == Meaning::Link)?;
    let gap = (key.index..header.len()).find(|index| header.cell(*index).trim().is_empty())?;
    (gap..header.len()).any(|index| header.cell(index).trim() == key.name).then_some(gap)
}

/// The columns of a table, by the tables that stand side by side in it: most often one.
/// Of a second, those are added that are named as in the first, each once.
pub(super) fn parts(header: &Row, mut columns: Vec<Column>) -> (Vec<Column>, Vec<Part>) {
    let Some(gap) = gap(header, &columns) else {
        let all = Part::of(&columns, |_| true);
        return (columns, vec![all]);
    };
    for index in (gap + 1..header.len()).take(WIDEST) {
        let name = header.cell(index).trim();
        let same = columns.iter().find(|column| column.name == name).map(|column| column.meaning);
        let is_read = columns
            .iter()
            .any(|column| column.index == index || column.index > gap && Some(column.meaning) == same);
        if let (false, Some(meaning)) = (is_read, same) {
            columns.push(Column { index, name: name.to_owned(), meaning });
        }
    }
    let part = |first: bool| Part::of(&columns, |column| (column.index < gap) == first);
    let parts = vec![part(true), part(false)];
    (columns, parts)
}

#[cfg(test)]
mod tests {
    use super::super::mapping::guessed;
    use super::*;

    #[test]
    fn of_a_second_table_each_column_is_read_once() {
        let names =
            ["Link", "Date", "Likes", ""].into_iter().chain(["Link", "Date", "Views"].into_iter().cycle());
        let header = Row::of(1, names.take(100_000));
        let (columns, parts) = parts(&header, guessed(&header));
        let of_part = |part: &Part| part.columns.iter().map(|at| columns[*at].index).collect::<Vec<_>>();
        assert_eq!(parts.iter().map(of_part).collect::<Vec<_>>(), [vec![0, 1, 2], vec![6, 4, 5]]);
    }
}
