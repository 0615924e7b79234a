//! Campaigns as earlier versions of the page have kept them: read, and never written.

use super::campaign::OwnCampaign;
use super::packed::few;
use super::stream::{Rows, Stream};
use serde::Deserialize;

/// What stands before the bytes of the first version.
pub(super) const FIRST: &[u8; 4] = b"gsw1";

/// A campaign of the first version: it knew of no accounts, and of no posts that were moved.
#[derive(Deserialize)]
pub(super) struct FirstCampaign {
    id: String,
    name: String,
    imported: String,
    #[serde(deserialize_with = "few")]
    streams: Vec<FirstStream>,
    told: String,
}

#[derive(Deserialize)]
struct FirstStream {
    origin: String,
    platform: Option<String>,
    views_are_displays: Option<bool>,
    by_day: bool,
    #[serde(deserialize_with = "few")]
    exports: Vec<String>,
    rejected: u64,
    rows: Rows,
}

impl From<FirstCampaign> for OwnCampaign {
    fn from(first: FirstCampaign) -> Self {
        let FirstCampaign { id, name, imported, streams, told } = first;
        let streams = streams.into_iter().map(Stream::from).collect();
        Self { id, name, imported, streams, told, moved: Vec::new() }
    }
}

impl From<FirstStream> for Stream {
    fn from(first: FirstStream) -> Self {
        let FirstStream { origin, platform, views_are_displays, by_day, exports, rejected, rows } = first;
        Self { origin, account: None, platform, views_are_displays, by_day, exports, rejected, rows }
    }
}
