//! The catalogue: which data sets there are.

use super::entries::{Entries, place};
use super::envelope::opened;
use super::fault::{Fault, Problem};
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
    let (title, updated, listed) = read_listed(&mut file);
    file.closed();

    let mut catalogue = Catalogue { title, updated, collections: Vec::new(), faults: Vec::new() };
    catalogue.take(file_name, listed, &mut faults);
    catalogue.faults = faults;
    Ok(catalogue)
}

/// Title, date and what is listed, as they stand in a catalogue or an extract.
pub(super) fn read_listed(file: &mut Record<'_>) -> (String, String, Entries<Collection>) {
    let title = file.text("title", Required).unwrap_or_default();
    let updated = file.date("updated").map(|date| date.to_string()).unwrap_or_default();
    let before = file.fault_count();
    let listed = file.entries("datasets", Required, "id", &read_entry);
    if listed.sound.is_empty() && listed.left_out.is_empty() && file.fault_count() == before {
        file.fault("datasets", Problem::EmptyList);
    }
    (title, updated, listed)
}

impl Catalogue {
    /// Takes the collections listed, each id once.
    pub(super) fn take(&mut self, file_name: &str, listed: Entries<Collection>, faults: &mut Vec<Fault>) {
        let mut places: Vec<usize> = Vec::new();
        for (index, collection) in listed.sound {
            if let Some(first) = self.collections.iter().position(|known| known.id == collection.id) {
                let record = place("datasets", index, Some(&collection.id));
                let first = format!("{file_name}, {}", place("datasets", places[first], None));
                let problem = Problem::DuplicateId { id: collection.id, first };
                faults.push(Fault { file: file_name.to_owned(), record, field: "id".to_owned(), problem });
            } else {
                self.collections.push(collection);
                places.push(index);
            }
        }
    }
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
