//! A campaign as it is kept: the bytes after the mark that says whose they are.

#![no_main]

use groundswell::own::OwnCampaign;
use groundswell_fuzz::{bounded, campaign_holds};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let _ = OwnCampaign::unpacked(bytes);
        let marked = [b"gsw1", bytes].concat();
        if let Ok(campaign) = OwnCampaign::unpacked(&marked) {
            campaign_holds(&campaign);
        }
    });
});
