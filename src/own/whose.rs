//! Whose days a table has, where a campaign has days of several accounts of one platform.

use super::campaign::OwnCampaign;
use super::stream::{Likeness, Stream};

/// Whose days a table has, as far as somebody has said so.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// Nobody has: their numbers have to show it.
    #[default]
    Unsaid,
    /// Those of an account of which the campaign has days; of the one without a name, or of
    /// the one that is called so.
    Known(Option<String>),
    /// Those of another, which is called so.
    Another(String),
}

/// Days that may be those of an account of which there are days already, or of another:
/// nothing shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// Where they come from.
    pub origin: String,
    /// The accounts of which there are days, as far as they have names.
    pub known: Vec<Option<String>>,
    /// The account that the file names.
    pub named: Option<String>,
}

/// To which stream days belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// To the one at that place.
    At(usize),
    /// To that one, since there is no other, and nothing shows anything else.
    Supposed(usize),
    /// To none that is there.
    New,
}

impl OwnCampaign {
    /// The stream to which days belong.
    ///
    /// # Errors
    /// When nothing shows it.
    pub(super) fn place_of(&self, days: &Stream, whose: &Whose) -> Result<Place, Undecided> {
        let of_origin = |stream: &&Stream| stream.by_day && stream.origin == days.origin;
        let called = |account: &Option<String>| {
            self.streams.iter().position(|stream| of_origin(&stream) && stream.account == *account)
        };
        let said = match whose {
            Whose::Known(account) => called(account),
            // It is the stream's by now.
            Whose::Another(_) => return Ok(called(&days.account).map_or(Place::New, Place::At)),
            Whose::Unsaid => called(&days.account).filter(|_| days.account.is_some()),
        };
        if let Some(at) = said {
            return Ok(Place::At(at));
        }
        let mut candidates: Vec<(usize, Likeness)> = (self.streams.iter().enumerate())
            .filter(|(_, stream)| of_origin(stream))
            .map(|(at, stream)| (at, stream.likeness(days)))
            .collect();
        let mut same = candidates.iter().filter(|(_, likeness)| *likeness == Likeness::Same);
        if let (Some((at, _)), None) = (same.next(), same.next()) {
            return Ok(Place::At(*at));
        }
        // A file that names another account is of that, unless its numbers show otherwise.
        candidates.retain(|(at, _)| days.account.is_none() || self.streams[*at].account.is_none());
        match &*candidates {
            [] => Ok(Place::New),
            [(at, Likeness::Untold)] if days.account.is_some() => Ok(Place::At(*at)),
            [(at, Likeness::Untold)] => Ok(Place::Supposed(*at)),
            _ => Err(Undecided {
                origin: days.origin.clone(),
                known: candidates.iter().map(|(at, _)| self.streams[*at].account.clone()).collect(),
                named: days.account.clone(),
            }),
        }
    }

    /// The place of the stream that is the same as one that was kept elsewhere.
    pub(super) fn place_of_kept(&self, stream: &Stream) -> Option<usize> {
        let same = self.streams.iter().position(|known| known.is_same_as(stream));
        same.or_else(|| {
            // One of the two may have been given its name since.
            match self.place_of(stream, &Whose::Unsaid) {
                Ok(Place::At(at) | Place::Supposed(at)) if stream.by_day => Some(at),
                _ => None,
            }
        })
    }

    /// Whether it has days of several accounts of that origin.
    pub(super) fn has_several_of(&self, origin: &str) -> bool {
        self.streams.iter().filter(|stream| stream.by_day && stream.origin == origin).count() > 1
    }
}
