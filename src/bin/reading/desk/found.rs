//! What is in a file that was brought: tables of exports, or campaigns.

use super::{LANGUAGE, today};
use crate::blob::{BlobReader, HEAD, Pieces};
use groundswell::data::{
    Fault, Table, is_data_file, is_metadata, is_table, metadata_path, read_data_file, read_table,
};
use groundswell::figure::{Found, FoundCampaign};
use groundswell::format::NotRead;
use groundswell::model::Dataset;
use groundswell::own::{Arrival, OwnCampaign, is_backup, read_backup};
use groundswell::posts::{
    Reading, SaidMapping, TableReading, TextError, TextReader, is_text, read_counted, text_reader,
};
use std::io::{Read, Seek};
use web_sys::{Blob, File};

/// A data file of the project's own is text that people write: it is never longer.
const LONGEST_DATA_FILE: u64 = 64 * 1024 * 1024;

/// What is in a file, with what came beside it; `told` is told of how many bytes are read.
pub(super) async fn found_in(
    file: &File,
    beside: Option<&File>,
    told: &dyn Fn(u64),
    reading: Reading<'_>,
) -> Result<Found, String> {
    let unread = |error: std::io::Error| LANGUAGE.not_read(&NotRead::CannotOpen(error.to_string()));
    let (name, blob): (String, &Blob) = (file.name(), file);
    let mut source = BlobReader::open(blob.clone(), told).map_err(unread)?;
    let mut head = Vec::new();
    source.by_ref().take(HEAD).read_to_end(&mut head).map_err(unread)?;
    source.rewind().map_err(unread)?;
    if is_backup(&head) {
        let backup = read_backup(source).map_err(|_| LANGUAGE.own_phrases().broke_down.to_owned())?;
        return Ok(Found::Campaigns {
            backup: true,
            mappings: backup.mappings.iter().filter_map(|text| SaidMapping::read(text)).collect(),
            campaigns: backup.campaigns.into_iter().map(new).collect(),
            left_out: backup.damaged,
        });
    }
    if is_data_file(&head) {
        let text = text_of(source).map_err(unread)?;
        let read = read_data_file(&name, &text).map_err(|unreadable| unreadable.tell(LANGUAGE))?;
        return Ok(told_in(read));
    }
    if is_table(&head) {
        let missing = || LANGUAGE.metadata_missing(&metadata_path(&name).unwrap_or_default());
        let metadata: &Blob = beside.ok_or_else(missing)?;
        let metadata = BlobReader::open(metadata.clone(), &|_| ()).and_then(text_of).map_err(unread)?;
        let table = Table { csv: text_of(source).map_err(unread)?, metadata };
        let (extract, faults) = read_table(&name, &table).map_err(|unreadable| unreadable.tell(LANGUAGE))?;
        return Ok(told_in((extract.dataset, faults)));
    }
    if is_metadata(&head) {
        return Err(LANGUAGE.table_missing(name.trim_end_matches("-metadata.json")));
    }
    let tables = if is_text(&head) {
        text_tables(&name, blob, told, reading).await
    } else {
        read_counted(&name, source, reading)
    };
    tables.map(Found::Tables).map_err(|why| LANGUAGE.not_read(&why))
}

/// A campaign in a file, before it is known what is here.
fn new(campaign: OwnCampaign) -> FoundCampaign {
    FoundCampaign { campaign, arrival: Arrival::New, shared: Vec::new() }
}

/// What a data file tells, and what was left out of it.
fn told_in((dataset, faults): (Dataset, Vec<Fault>)) -> Found {
    Found::Campaigns {
        backup: false,
        mappings: Vec::new(),
        campaigns: OwnCampaign::of_dataset(&dataset, LANGUAGE, today()).into_iter().map(new).collect(),
        left_out: faults.iter().map(|fault| fault.tell(LANGUAGE)).collect(),
    }
}

/// The text of a file that people write.
fn text_of(source: BlobReader<'_>) -> std::io::Result<String> {
    let mut bytes = Vec::new();
    source.take(LONGEST_DATA_FILE).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The tables in a text, whose next piece is fetched while one is read.
async fn text_tables(
    name: &str,
    blob: &Blob,
    told: &dyn Fn(u64),
    reading: Reading<'_>,
) -> Result<Vec<TableReading>, NotRead> {
    let mut reader = text_reader(name, reading);
    loop {
        match read_pieces(&mut reader, Pieces::of(blob.clone()), told).await {
            Ok(tables) if tables.is_empty() => return Err(NotRead::NoTable),
            Ok(tables) => return Ok(tables),
            Err(because) => reader.begin_anew(because)?,
        }
    }
}

async fn read_pieces(
    reader: &mut TextReader<'_>,
    mut pieces: Pieces,
    told: &dyn Fn(u64),
) -> Result<Vec<TableReading>, TextError> {
    let mut bytes = 0;
    while let Some(piece) = pieces.next().await? {
        reader.take(piece)?;
        bytes += piece.len() as u64;
        told(bytes);
    }
    reader.end()
}
