//! A campaign as it is kept: the bytes after the mark that says whose they are.

#![no_main]

use groundswell::own::OwnCampaign;
use groundswell_fuzz::{bounded, campaign_holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let _ = OwnCampaign::unpacked(bytes);
        // As it is kept now, and as an earlier version has kept it.
        for mark in [b"gsw1", b"gsw2"] {
            if let Ok(campaign) = OwnCampaign::unpacked(&[mark, bytes].concat()) {
                campaign_holds(&campaign);
            }
        }
    });
});
