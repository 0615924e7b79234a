//! Backups: whole ones, and names and contents, with the byte 255 between them, packed
//! into one.

#![no_main]

use groundswell::format::Language;
use groundswell::own::{KeptBytes, is_backup, read_backup, write_backup};
use groundswell_fuzz::{archive_of, bounded_unpacked, campaign_holds};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    bounded_unpacked(|| {
        if bytes.starts_with(b"PK") {
            return holds(bytes);
        }
        let pieces: Vec<&[u8]> = bytes.split(|byte| *byte == 0xff).collect();
        let files = pieces.chunks(2).map(|file| {
            let name = String::from_utf8_lossy(file[0]).into_owned();
            (name, file.get(1).copied().unwrap_or_default())
        });
        holds(&archive_of(files));
    });
});

fn holds(bytes: &[u8]) {
    let _ = is_backup(bytes);
    let Ok(backup) = read_backup(Cursor::new(bytes)) else { return };
    let kept: Vec<KeptBytes> = backup
        .campaigns
        .iter()
        .enumerate()
        .map(|(at, campaign)| {
            campaign_holds(campaign);
            // Two in one file may have one id; a store has it once.
            let id = format!("own-{at}");
            KeptBytes { id, data: campaign.data_file(Language::English), packed: campaign.packed() }
        })
        .collect();
    let written = write_backup(&kept, &backup.mappings, "About it.");
    assert!(is_backup(&written));
    let again = read_backup(Cursor::new(&written)).expect("it was written here");
    assert_eq!((again.campaigns, again.mappings), (backup.campaigns, backup.mappings));
    assert!(again.damaged.is_empty());
}
