//! A campaign as bytes, and back: how it is kept.

use super::campaign::OwnCampaign;
use super::earlier::{FIRST, FirstCampaign};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// What stands before the bytes: whose they are, and in which version.
const MARK: &[u8; 4] = b"gsw2";

/// How many accounts a campaign has at most, and how many exports each. Some bytes could
/// claim millions, of which each fills many more bytes.
const MOST: usize = 100_000;

/// A list that is never long.
pub(super) fn few<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<T>, D::Error> {
    struct Few<T>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>> Visitor<'de> for Few<T> {
        type Value = Vec<T>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "a list of at most {MOST}")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            let mut few = Vec::new();
            while let Some(one) = list.next_element()? {
                if few.len() == MOST {
                    return Err(A::Error::invalid_length(few.len() + 1, &self));
                }
                few.push(one);
            }
            Ok(few)
        }
    }

    deserializer.deserialize_seq(Few(PhantomData))
}

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
        let campaign = match (bytes.strip_prefix(MARK), bytes.strip_prefix(FIRST)) {
            (Some(body), _) => postcard::from_bytes(body),
            (None, Some(body)) => postcard::from_bytes::<FirstCampaign>(body).map(Self::from),
            (None, None) => return Err(NotOurs),
        };
        let campaign = campaign.map_err(|_| NotOurs)?;
        if campaign.is_sound() { Ok(campaign) } else { Err(NotOurs) }
    }
}
