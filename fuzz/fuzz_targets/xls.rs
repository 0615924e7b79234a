//! Workbooks (XLS): whole ones, and a stream of cells packed into a compound file.

#![no_main]

use groundswell_fuzz::{bounded_unpacked, cell_stream_in_xls, export_holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded_unpacked(|| match bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        true => export_holds(bytes),
        false => export_holds(&cell_stream_in_xls(bytes)),
    });
});
