//! How a reader says that a table is to be read, where the guesses are wrong. It holds for
//! every table of that shape, also of the next file.

use super::form::Meaning;
use super::header::canonical;
use super::mapping::Column;
use super::measure::Grain;
use super::origin::ExportOrigin;
use super::row::Row;
use crate::model::UnknownSlug;
use serde::{Deserialize, Serialize};

/// How many columns a reader can say something of, from the first: the others are no part
/// of its shape, and are not read once something was said.
pub(super) const MOST_COLUMNS: usize = 200;

/// Between the names of columns in a shape: no name has it.
const APART: &str = "\u{1f}";

/// How a reader says that tables of a shape are to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidMapping {
    /// The names of their columns, which are their shape.
    shape: String,
    /// What each column holds, by its place; nothing where it is not read.
    pub meanings: Vec<Option<Meaning>>,
    /// What one row is about.
    pub grain: Grain,
    /// Where they come from, if that is known.
    pub origin: Option<ExportOrigin>,
}

/// The same as text.
#[derive(Serialize, Deserialize)]
struct Written {
    shape: String,
    meanings: Vec<Option<String>>,
    grain: String,
    origin: Option<String>,
}

impl SaidMapping {
    /// For tables with columns of these names.
    pub fn new(
        names: &[String],
        meanings: Vec<Option<Meaning>>,
        grain: Grain,
        origin: Option<ExportOrigin>,
    ) -> Self {
        Self { shape: shape_of(names.iter().map(String::as_str)), meanings, grain, origin }
    }

    /// The names of the columns of the tables it is for, which name it.
    pub fn shape(&self) -> &str {
        &self.shape
    }

    /// Whether it is for a table with these columns.
    pub(super) fn is_for(&self, header: &Row) -> bool {
        !header.is_empty() && shape_of(header.cells()) == self.shape
    }

    /// Whether it is for a table with columns of these names.
    pub fn is_for_names(&self, names: &[String]) -> bool {
        shape_of(names.iter().map(String::as_str)) == self.shape
    }

    /// The columns that are read of such a table: of several that hold what only one can,
    /// which a damaged mapping may say, the last.
    pub(super) fn columns(&self, header: &Row) -> Vec<Column> {
        let mut columns: Vec<Column> = Vec::new();
        for (index, meaning) in self.meanings.iter().enumerate().take(MOST_COLUMNS) {
            let Some(meaning) = *meaning else { continue };
            columns.retain(|known| known.meaning != meaning || meaning.may_repeat());
            columns.push(Column { index, name: header.cell(index).trim().to_owned(), meaning });
        }
        columns
    }

    /// Says that a column holds that. Of what only one column can hold, what was said last
    /// counts.
    pub fn say(&mut self, column: usize, meaning: Option<Meaning>) {
        for (at, known) in self.meanings.iter_mut().enumerate() {
            if at == column {
                *known = meaning;
            } else if *known == meaning && !meaning.is_some_and(Meaning::may_repeat) {
                *known = None;
            }
        }
    }

    /// The mapping as text.
    pub fn written(&self) -> String {
        let written = Written {
            shape: self.shape.clone(),
            meanings: self.meanings.iter().map(|known| known.map(|known| known.slug().to_owned())).collect(),
            grain: self.grain.slug().to_owned(),
            origin: self.origin.map(|origin| origin.name.to_owned()),
        };
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// The mapping that a text says, if it says one.
    pub fn read(text: &str) -> Option<Self> {
        let Written { shape, meanings, grain, origin } = serde_json::from_str(text).ok()?;
        let known = |slug: Option<String>| slug.map(|slug| slug.parse::<Meaning>()).transpose();
        let meanings: Result<Vec<_>, UnknownSlug> = meanings.into_iter().map(known).collect();
        let origin = match origin {
            Some(name) => Some(ExportOrigin::named(&name)?),
            None => None,
        };
        Some(Self { shape, meanings: meanings.ok()?, grain: grain.parse().ok()?, origin })
    }
}

fn shape_of<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.take(MOST_COLUMNS).map(canonical).collect::<Vec<_>>().join(APART)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_columns_that_hold_the_same_the_last_is_read() {
        let names = ["a", "b"].map(str::to_owned);
        let said = SaidMapping::new(&names, vec![Some(Meaning::Reach); 1_000], Grain::Day, None);
        let columns = said.columns(&Row::of(1, ["a", "b"]));
        assert_eq!(columns.iter().map(|column| column.index).collect::<Vec<_>>(), [MOST_COLUMNS - 1]);
    }

    #[test]
    fn only_texts_and_accounts_stand_in_several_columns() {
        let names = ["a", "b", "c"].map(str::to_owned);
        let mut said = SaidMapping::new(&names, vec![Some(Meaning::Text); 3], Grain::Post, None);
        said.say(2, Some(Meaning::Text));
        assert_eq!(said.columns(&Row::of(1, ["a", "b", "c"])).len(), 3);
        said.say(1, Some(Meaning::Link));
        said.say(2, Some(Meaning::Link));
        assert_eq!(said.meanings, [Some(Meaning::Text), None, Some(Meaning::Link)]);
    }
}
