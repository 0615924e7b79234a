//! Which posts and days of a file belong to a campaign, where not all do.

use crate::model::Date;
use crate::posts::KeptRow;

/// Some of the posts and days of a file: those of a time, and posts with a hashtag.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// The hashtag, with or without its sign, in capitals or not.
    pub hashtag: Option<String>,
}

impl Portion {
    /// Whether a post, or a day of an account, is among them. What has no day is not of any
    /// time; and of a whole account nobody knows which of it was under a hashtag.
    pub(super) fn has(&self, row: &KeptRow<'_>, by_day: bool) -> bool {
        let in_time = (self.from.is_none() && self.to.is_none())
            || row.day.is_some_and(|day| {
                self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
            });
        let tagged = match &self.hashtag {
            Some(hashtag) => !by_day && row.has_hashtag(hashtag),
            None => true,
        };
        in_time && tagged
    }
}
