//! An extract: a figure's data and what was chosen, in one file. It is what is
//! taken along: downloaded, or travelling with a figure that must not change.

use super::catalogue::{Catalogue, read_listed};
use super::envelope::opened;
use super::fault::{Fault, Problem};
use super::join::join;
use super::part::{Part, read_part};
use super::record::Presence::{Optional, Required};
use super::record::Record;
use super::unreadable::{FIGURE, Unreadable};
use crate::model::{Dataset, FigureName};

/// What an extract's file says it is.
pub(super) const FORMAT: &str = "groundswell-extract";

/// A figure's data, and what was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Extract {
    /// Whose data it is.
    pub figure: FigureName,
    /// What was chosen, as the query of a link; empty for the default.
    pub query: String,
    /// The records that the figure follows from.
    pub dataset: Dataset,
}

/// Reads an extract. Records with a fault are left out and told of.
///
/// # Errors
/// When nothing of the file can be kept.
pub fn read_extract(file_name: &str, text: &str) -> Result<(Extract, Vec<Fault>), Unreadable> {
    let Opened { figure, query, catalogue, parts } = open_extract(file_name, text)?;
    let (dataset, faults) = join(&catalogue, parts);
    Ok((Extract { figure, query, dataset }, faults))
}

/// The parts of an extract, each still as its collection had it. What is wrong with the
/// file is told by the first.
///
/// # Errors
/// As [`read_extract`].
pub(super) fn read_extract_parts(file_name: &str, text: &str) -> Result<Vec<Part>, Unreadable> {
    let Opened { catalogue, mut parts, .. } = open_extract(file_name, text)?;
    if let Some(first) = parts.first_mut() {
        first.faults.extend(catalogue.faults);
    }
    Ok(parts)
}

/// An extract as it was read, before its references are resolved.
struct Opened {
    figure: FigureName,
    query: String,
    catalogue: Catalogue,
    parts: Vec<Part>,
}

fn open_extract(file_name: &str, text: &str) -> Result<Opened, Unreadable> {
    let fields = opened(file_name, text, FORMAT)?;
    let mut faults = Vec::new();
    let mut file = Record::of_file(file_name, &fields, &mut faults);
    let figure = file.member(FIGURE, Required);
    let query = file.text("query", Optional).unwrap_or_default();
    let (title, updated, listed) = read_listed(&mut file);
    let parts = file.entries("parts", Required, "id", &|record| {
        // Which collection it is, is told by its id, below.
        let part = read_part(record, file_name, 0);
        record.closed().map(|()| part)
    });
    file.closed();
    let Some(figure) = figure else {
        return Err(Unreadable::without_figure(file_name, faults));
    };
    let mut catalogue = Catalogue { title, updated, collections: Vec::new(), faults: Vec::new() };
    catalogue.take(file_name, listed, &mut faults);
    let place =
        |id: &Option<String>| catalogue.collections.iter().position(|known| Some(&known.id) == id.as_ref());
    let mut placed: Vec<Part> = Vec::new();
    for (index, part) in parts.sound {
        match place(&part.id) {
            Some(collection) => placed.push(part.of_collection(collection)),
            None => {
                let listed: Vec<&str> = catalogue.collections.iter().map(|known| &*known.id).collect();
                let expected = listed.join(", ");
                let found = part.id.unwrap_or_default();
                faults.push(Fault {
                    file: file_name.to_owned(),
                    record: super::entries::place("parts", index, None),
                    field: "id".to_owned(),
                    problem: Problem::NotTheCataloguesId { expected, found },
                });
            }
        }
    }
    catalogue.faults = faults;
    Ok(Opened { figure, query, catalogue, parts: placed })
}
