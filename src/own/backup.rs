//! Everything that is kept, as one file, and back: a ZIP that holds of each campaign its
//! data file, which people and other programs can read, and its bytes.

use super::campaign::OwnCampaign;
use super::packed::NotOurs;
use std::io::{Cursor, Read, Seek, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The first file in it: it says what the whole is.
const ABOUT: &str = "groundswell-backup.txt";

/// The file that says how tables are to be read: a JSON list of texts.
const MAPPINGS: &str = "mappings.json";

/// How the two files of a campaign end.
const DATA: &str = ".json";
const PACKED: &str = ".posts";

/// A campaign never comes to more bytes than this, nor all of a backup, nor what is said
/// of tables: what does is none. As values they fill several times that.
const LARGEST: u64 = 256 << 20;
const LARGEST_IN_ALL: u64 = 1 << 30;
const LARGEST_MAPPINGS: u64 = 16 << 20;

/// A campaign as it is kept, sound or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptBytes {
    /// Its id.
    pub id: String,
    /// Its data file.
    pub data: String,
    /// Its bytes.
    pub packed: Vec<u8>,
}

/// What a backup holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Backup {
    /// Its campaigns.
    pub campaigns: Vec<OwnCampaign>,
    /// How tables are to be read, each as a text.
    pub mappings: Vec<String>,
    /// Files in it that are no campaign, or a damaged one.
    pub damaged: Vec<String>,
}

/// Whether a file that begins so is a backup.
pub fn is_backup(beginning: &[u8]) -> bool {
    // A ZIP's first file: its header of 30 bytes, then its name.
    beginning.starts_with(b"PK\x03\x04")
        && beginning.get(30..).is_some_and(|name| name.starts_with(ABOUT.as_bytes()))
}

/// A backup of what is kept; `about` says in words what it is.
pub fn write_backup(kept: &[KeptBytes], mappings: &[String], about: &str) -> Vec<u8> {
    // Only a store that fails could make this fail, and memory does not.
    written(kept, mappings, about).unwrap_or_default()
}

fn written(kept: &[KeptBytes], mappings: &[String], about: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    archive.start_file(ABOUT, options)?;
    archive.write_all(about.as_bytes())?;
    archive.start_file(MAPPINGS, options)?;
    archive.write_all(serde_json::to_string(mappings).unwrap_or_default().as_bytes())?;
    for KeptBytes { id, data, packed } in kept {
        archive.start_file(format!("{id}{DATA}"), options)?;
        archive.write_all(data.as_bytes())?;
        archive.start_file(format!("{id}{PACKED}"), options)?;
        archive.write_all(packed)?;
    }
    Ok(archive.finish()?.into_inner())
}

/// Reads a backup. What is damaged in it is named, the rest is given.
///
/// # Errors
/// When it is no ZIP, or one that breaks off.
pub fn read_backup(source: impl Read + Seek) -> Result<Backup, NotOurs> {
    let mut archive = ZipArchive::new(source).map_err(|_| NotOurs)?;
    let (mut backup, mut left) = (Backup::default(), LARGEST_IN_ALL);
    for at in 0..archive.len() {
        let name =
            archive.name_for_index(at).and_then(|name| Some(name.ok()?.into_owned())).unwrap_or_default();
        if !name.ends_with(PACKED) && name != MAPPINGS {
            continue;
        }
        let Ok(mut file) = archive.by_index(at) else {
            backup.damaged.push(name);
            continue;
        };
        let mut bytes = Vec::new();
        let largest = if name == MAPPINGS { LARGEST_MAPPINGS } else { LARGEST };
        let read = file.by_ref().take(largest.min(left)).read_to_end(&mut bytes);
        left -= bytes.len() as u64;
        if name == MAPPINGS {
            backup.mappings = serde_json::from_slice(&bytes).unwrap_or_default();
            continue;
        }
        match read.ok().and_then(|_| OwnCampaign::unpacked(&bytes).ok()) {
            Some(campaign) => backup.campaigns.push(campaign),
            None => backup.damaged.push(name),
        }
    }
    Ok(backup)
}
