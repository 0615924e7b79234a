//! A campaign as bytes, and back: how it is kept.

use super::campaign::OwnCampaign;
use std::fmt;

/// What stands before the bytes: whose they are, and in which version.
const MARK: &[u8; 4] = b"gsw1";

/// Bytes that are no campaign of this version, or a damaged one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotOurs;

impl fmt::Display for NotOurs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("these bytes are no campaign that can be read here")
    }
}

impl std::error::Error for NotOurs {}

impl OwnCampaign {
    /// The campaign as bytes.
    pub fn packed(&self) -> Vec<u8> {
        // Nothing in it can fail to be written.
        postcard::to_extend(self, MARK.to_vec()).unwrap_or_default()
    }

    /// The campaign that these bytes are.
    ///
    /// # Errors
    /// When they are none, or damaged.
    pub fn unpacked(bytes: &[u8]) -> Result<Self, NotOurs> {
        let body = bytes.strip_prefix(MARK).ok_or(NotOurs)?;
        let campaign: Self = postcard::from_bytes(body).map_err(|_| NotOurs)?;
        if campaign.is_sound() { Ok(campaign) } else { Err(NotOurs) }
    }
}
