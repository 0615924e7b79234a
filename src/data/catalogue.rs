//! The catalogue: which data sets there are.

use super::entries::place;
use super::envelope::opened;
use super::fault::{Fault, Problem};
use super::json::Json;
use super::record::Presence::Required;
use super::record::Record;
use super::unreadable::Unreadable;
use crate::model::Collection;

/// A catalogue as it was read: what there is to load.
#[derive(Clone, Debug, PartialEq)]
pub struct Catalogue {
    /// Heading of the whole; empty where it is missing, which is a fault.
    pub title: String,
    /// When it was last changed, ISO 8601; empty where it is not stated.
    pub updated: String,
    /// The data sets in their order, none loaded yet. The index of one in this
    /// list is what [`super::read_collection`] is told.
    pub collections: Vec<Collection>,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
}

/// Reads a catalogue file.
///
/// # Errors
/// When nothing of the file can be kept.
pub fn read_catalogue(file_name: &str, text: &str) -> Result<Catalogue, Unreadable> {
    let fields = opened(file_name, text, "groundswell-catalogue")?;
    let mut faults = Vec::new();
    let mut file = Record::of_file(file_name, &fields, &mut faults);
    let title = file.text("title", Required).unwrap_or_default();
    let updated = file.date("updated").map(|date| date.to_string()).unwrap_or_default();
    let entries = file.entries("datasets", Required, "id", &read_entry);
    if fields.get("datasets") == Some(&Json::List(Vec::new())) {
        file.fault("datasets", Problem::EmptyList);
    }
    file.closed();

    let mut collections: Vec<Collection> = Vec::with_capacity(entries.sound.len());
    let mut places: Vec<usize> = Vec::new();
    for (index, collection) in entries.sound {
        if let Some(first) = collections.iter().position(|known| known.id == collection.id) {
            let record = place("datasets", index, Some(&collection.id));
            let first = format!("{file_name}, {}", place("datasets", places[first], None));
            let problem = Problem::DuplicateId { id: collection.id, first };
            faults.push(Fault { file: file_name.to_owned(), record, field: "id".to_owned(), problem });
        } else {
            collections.push(collection);
            places.push(index);
        }
    }
    Ok(Catalogue { title, updated, collections, faults })
}

fn read_entry(record: &mut Record<'_>) -> Option<Collection> {
    let id = record.id("id", Required);
    let file = record.tested("file", Required, is_file_name, Problem::InvalidFileName);
    let title = record.required("title");
    let loading = record.member("load", Required);
    record.closed()?;
    Some(Collection { id: id?, file: file?, title, loading: loading?, loaded: false })
}

/// A plain name: with a path or a host it could lead elsewhere.
fn is_file_name(text: &str) -> bool {
    text.len() > ".json".len()
        && text.ends_with(".json")
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}
