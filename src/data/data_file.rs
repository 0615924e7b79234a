//! A data file read on its own, without the catalogue that would list it: what one team
//! sends another.

use super::catalogue::Catalogue;
use super::extract::{read_extract, read_extract_parts};
use super::fault::Fault;
use super::join::join;
use super::part::{Part, read_collection};
use super::table::COLUMNS;
use super::unreadable::{Unreadable, UnreadableCause};
use crate::model::{Collection, Dataset, Loading};

/// Where a file of the project's own says so, in bytes from its beginning.
const HEAD: usize = 4096;

/// Whether the beginning of a file says that it is a data set or an extract.
pub fn is_data_file(beginning: &[u8]) -> bool {
    let beginning = String::from_utf8_lossy(&beginning[..beginning.len().min(HEAD)]);
    [r#""groundswell-dataset""#, r#""groundswell-extract""#].iter().any(|format| beginning.contains(format))
}

/// Whether the beginning of a file is that of a table that a figure was saved as, which its
/// metadata has to be beside.
pub fn is_table(beginning: &[u8]) -> bool {
    let beginning = String::from_utf8_lossy(&beginning[..beginning.len().min(HEAD)]);
    let names = beginning.trim_start_matches('\u{feff}').split(['\n', '\r']).next().unwrap_or_default();
    let names = names.split(',').map(|name| name.trim_matches('"'));
    names.take(COLUMNS.len()).eq(COLUMNS.iter().map(|(name, _)| *name))
}

/// Whether the beginning of a file is that of a table's metadata, as the W3C's CSV on the Web
/// have them.
pub fn is_metadata(beginning: &[u8]) -> bool {
    let beginning = String::from_utf8_lossy(&beginning[..beginning.len().min(HEAD)]);
    beginning.contains(r#""http://www.w3.org/ns/csvw""#)
}

/// Reads a file that stands beside those of the catalogue, as parts of the collection at
/// that index: a data set or an extract.
///
/// # Errors
/// When nothing of the file can be kept.
pub(super) fn read_beside(file_name: &str, text: &str, collection: usize) -> Result<Vec<Part>, Unreadable> {
    if text.contains(r#""groundswell-extract""#) {
        match read_extract_parts(file_name, text) {
            // Something in it is only called so.
            Err(Unreadable { cause: UnreadableCause::WrongFormat { .. }, .. }) => {}
            read => {
                let parts = read?.into_iter();
                return Ok(parts.map(|part| part.of_collection(collection)).collect());
            }
        }
    }
    read_collection(file_name, text, collection).map(|part| vec![part])
}

/// Reads a data set's file or an extract. Records with a fault are left out and told of.
///
/// # Errors
/// When nothing of the file can be kept.
pub fn read_data_file(file_name: &str, text: &str) -> Result<(Dataset, Vec<Fault>), Unreadable> {
    if text.contains(r#""groundswell-extract""#) {
        match read_extract(file_name, text) {
            // Something in it is only called so.
            Err(Unreadable { cause: UnreadableCause::WrongFormat { .. }, .. }) => {}
            read => return read.map(|(extract, faults)| (extract.dataset, faults)),
        }
    }
    let part = read_collection(file_name, text, 0)?;
    let catalogue = Catalogue {
        title: String::new(),
        updated: String::new(),
        collections: vec![Collection {
            // It is called as the file says.
            id: part.id.clone().unwrap_or_default(),
            file: file_name.to_owned(),
            title: String::new(),
            loading: Loading::AtStart,
            loaded: true,
        }],
        faults: Vec::new(),
    };
    Ok(join(&catalogue, vec![part]))
}
