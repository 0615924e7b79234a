//! Archives (ZIP): whole ones, and names and contents, with the byte 255 between them,
//! packed into one.

#![no_main]

use groundswell_fuzz::{archive_of, bounded_unpacked, export_holds, panics_may_be_caught};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: panics_may_be_caught(), |bytes: &[u8]| {
    bounded_unpacked(|| {
        if bytes.starts_with(b"PK") {
            return export_holds(bytes);
        }
        let pieces: Vec<&[u8]> = bytes.split(|byte| *byte == 0xff).collect();
        let files = pieces.chunks(2).map(|file| {
            let name = String::from_utf8_lossy(file[0]).into_owned();
            (name, file.get(1).copied().unwrap_or_default())
        });
        export_holds(&archive_of(files));
    });
});
