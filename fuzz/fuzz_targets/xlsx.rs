//! Workbooks (XLSX): whole ones, and the parts of one packed into an archive.

#![no_main]

use groundswell_fuzz::{bounded_unpacked, export_holds, panics_may_be_caught, sheet_in_xlsx};
use libfuzzer_sys::fuzz_target;

fuzz_target!(init: panics_may_be_caught(), |bytes: &[u8]| {
    bounded_unpacked(|| match bytes.starts_with(b"PK") {
        true => export_holds(bytes),
        false => export_holds(&sheet_in_xlsx(bytes)),
    });
});
