//! Files of the project's own formats, each read by the code that the page reads it with.

use groundswell::data::{
    Catalogue, Fault, Part, Table, Unreadable, is_table, join, read_catalogue, read_collection,
    read_data_file, read_extract, read_table,
};
use groundswell::format::Language;
use groundswell::model::{Collection, Dataset, Loading};
use std::fs;
use std::io::Read;
use std::path::Path;

/// A file of one of the project's own formats, read.
pub struct OwnFile {
    /// What it is.
    pub source: &'static str,
    /// How many observations it holds that can be used.
    pub observations: usize,
    /// What is wrong with it.
    pub faults: Vec<Fault>,
}

/// Where a file of the project's own says so, in bytes from its beginning.
const HEAD: u64 = 4096;

/// Reads a file, if it is one of the project's own; or says why it cannot be kept.
pub fn own_file(path: &Path) -> Option<Result<OwnFile, String>> {
    let metadata = path.with_file_name(format!("{}-metadata.json", path.file_name()?.to_string_lossy()));
    let mut head = Vec::new();
    fs::File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    let says_so = String::from_utf8_lossy(&head).contains("\"groundswell-");
    if !says_so && !metadata.is_file() {
        // A table of ours says what its columns mean in a second file only.
        let missing = || Language::English.metadata_missing(&metadata.display().to_string());
        return is_table(&head).then(|| Err(missing()));
    }
    let text = match fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) => return Some(Err(error.to_string())),
    };
    let name = path.display().to_string();
    let read = if says_so {
        read_json(path, &name, &text)
    } else {
        let metadata = fs::read_to_string(metadata).ok()?;
        read_table(&name, &Table { csv: text, metadata })
            .map(|(extract, faults)| of("Groundswell table", &extract.dataset, faults))
    };
    Some(read.map_err(|unreadable| unreadable.to_string()))
}

fn of(source: &'static str, dataset: &Dataset, faults: Vec<Fault>) -> OwnFile {
    let observations = dataset.observations.len();
    OwnFile { source, observations, faults }
}

fn read_json(path: &Path, name: &str, text: &str) -> Result<OwnFile, Unreadable> {
    if text.contains("\"groundswell-extract\"") {
        return read_extract(name, text)
            .map(|(extract, faults)| of("Groundswell extract", &extract.dataset, faults));
    }
    if text.contains("\"groundswell-catalogue\"") {
        let (dataset, faults) = catalogued(path, &read_catalogue(name, text)?)?;
        return Ok(of("Groundswell catalogue", &dataset, faults));
    }
    // A data set refers to those that are listed with it.
    let beside = path.with_file_name("index.json");
    let file_name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let listed = fs::read_to_string(&beside)
        .ok()
        .and_then(|text| read_catalogue(&beside.display().to_string(), &text).ok())
        .filter(|catalogue| catalogue.collections.iter().any(|collection| collection.file == file_name));
    let Some(catalogue) = listed else {
        let (dataset, faults) = read_data_file(name, text)?;
        return Ok(of("Groundswell data set", &dataset, faults));
    };
    let at = catalogue.collections.iter().position(|collection| collection.file == file_name).unwrap_or(0);
    let parts = parts_beside(path, &catalogue, at, read_collection(name, text, at)?);
    let (dataset, faults) = join(&catalogue, parts);
    let observations = dataset.observations.iter().filter(|here| here.collection == at).count();
    let faults = faults.into_iter().filter(|fault| fault.file == name).collect();
    Ok(OwnFile { source: "Groundswell data set", observations, faults })
}

/// The part at that place of a catalogue, and those that are there whenever it is: what
/// loads at the start has to stand without what is loaded later.
fn parts_beside(path: &Path, catalogue: &Catalogue, at: usize, part: Part) -> Vec<Part> {
    let is_at_start = |collection: &Collection| collection.loading == Loading::AtStart;
    let alone = is_at_start(&catalogue.collections[at]);
    let others = catalogue.collections.iter().enumerate();
    let others = others.filter(|(other, collection)| *other != at && (!alone || is_at_start(collection)));
    let mut parts = vec![part];
    for (other, collection) in others {
        let beside = path.with_file_name(&collection.file);
        let text = fs::read_to_string(&beside).unwrap_or_default();
        parts.extend(read_collection(&beside.display().to_string(), &text, other).ok());
    }
    parts.sort_by_key(Part::collection);
    parts
}

/// Everything that a catalogue lists, with the faults that its files have when the page
/// reads them: what loads at the start first.
fn catalogued(path: &Path, catalogue: &Catalogue) -> Result<(Dataset, Vec<Fault>), Unreadable> {
    let (mut parts, mut at_start) = (Vec::new(), Vec::new());
    for (at, collection) in catalogue.collections.iter().enumerate() {
        let file = path.with_file_name(&collection.file);
        let text = fs::read_to_string(&file).unwrap_or_default();
        let part = read_collection(&file.display().to_string(), &text, at)?;
        if collection.loading == Loading::AtStart {
            at_start.push(part.clone());
        }
        parts.push(part);
    }
    let (dataset, mut faults) = join(catalogue, parts);
    let (_, of_start) = join(catalogue, at_start);
    faults.extend(of_start.into_iter().filter(|fault| !faults.contains(fault)).collect::<Vec<_>>());
    Ok((dataset, faults))
}
