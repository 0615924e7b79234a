//! What an export counts, in the field's terms.

/// A count that can be added up, of posts or of days. Reach is none: people seen
/// twice would count twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Times that something was shown.
    Impressions,
    /// Times that something was watched, or seen by the platform's own rule.
    Views,
    /// The platform's own sum of what people did, by its own definition.
    Engagements,
    /// Reactions of every kind.
    Reactions,
    /// Likes; also the older favourites.
    Likes,
    /// Comments.
    Comments,
    /// Replies.
    Replies,
    /// Posts passed on as they are: retweets, reblogs, reposts.
    Reposts,
    /// Shares, by any way.
    Shares,
    /// Posts kept by their readers: saves, bookmarks.
    Saves,
    /// Clicks.
    Clicks,
    /// People who followed.
    Follows,
}

crate::model::closed_set!(Measure, "measure", {
    Impressions => "impressions",
    Views => "views",
    Engagements => "engagements",
    Reactions => "reactions",
    Likes => "likes",
    Comments => "comments",
    Replies => "replies",
    Reposts => "reposts",
    Shares => "shares",
    Saves => "saves",
    Clicks => "clicks",
    Follows => "follows",
});

/// What one row of a table is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grain {
    /// One post, with its counts so far.
    Post,
    /// One day, with what happened on it.
    Day,
    /// Anything else: a town, an age, a source of visits.
    Other,
}

crate::model::closed_set!(Grain, "grain", { Post => "post", Day => "day", Other => "other" });
