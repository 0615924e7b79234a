//! Delimited text, and whatever else is told by its first bytes.

#![no_main]

use groundswell_fuzz::{bounded, export_holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| export_holds(bytes));
});
