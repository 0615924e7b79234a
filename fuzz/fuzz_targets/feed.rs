//! What platforms give as JSON: Mastodon's archive and statuses, a feed of Bluesky.

#![no_main]

use groundswell_fuzz::{bounded, export_holds};
use libfuzzer_sys::{Corpus, fuzz_target};

fuzz_target!(|bytes: &[u8]| -> Corpus {
    if !bytes.trim_ascii_start().starts_with(b"{") && !bytes.trim_ascii_start().starts_with(b"[") {
        return Corpus::Reject;
    }
    bounded(|| export_holds(bytes));
    Corpus::Keep
});
