//! The exports that are known: by which columns each is recognised, and what those
//! columns mean. One entry per kind of file; names as in [`super::header::canonical`].

use super::measure::{Grain, Measure};
use super::when::DateOrder;
use super::zone::Zone;
use crate::format::ReadingNote;
use crate::model::UnknownSlug;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// The post's own id: text, however many digits it has.
    Id,
    /// The post's address.
    Link,
    /// The post's text.
    Text,
    /// When the post was published, or the day that is counted.
    When,
    /// People reached: of one post, or on one day. Never added up.
    Reach,
    /// Whose a day is: the account, where a table has days of several.
    Account,
    /// A count.
    Count(Measure),
}

impl Meaning {
    /// Every meaning, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        let counts = Measure::ALL.iter().map(|measure| Self::Count(*measure));
        [Self::When, Self::Id, Self::Link, Self::Text, Self::Account, Self::Reach].into_iter().chain(counts)
    }

    /// Whether several columns of a table can hold it: the text of a post may stand in the
    /// one or the other, and several together can say whose a day is.
    pub const fn may_repeat(self) -> bool {
        matches!(self, Self::Text | Self::Account)
    }

    /// Its name where it is written down.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::When => "when",
            Self::Id => "id",
            Self::Link => "link",
            Self::Text => "text",
            Self::Account => "account",
            Self::Reach => "reach",
            Self::Count(measure) => measure.slug(),
        }
    }
}

impl std::str::FromStr for Meaning {
    type Err = UnknownSlug;

    fn from_str(text: &str) -> Result<Self, UnknownSlug> {
        match Self::all().find(|meaning| meaning.slug() == text) {
            Some(meaning) => Ok(meaning),
            None => Err(UnknownSlug {
                set: "meaning",
                found: text.to_owned(),
                expected: Self::all().map(Self::slug).collect(),
            }),
        }
    }
}

/// What must stand around a table besides its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Around {
    /// Nothing.
    Anything,
    /// Lines that begin with `#`.
    Hashes,
    /// A line before it, of these words.
    Titled(&'static str),
    /// A sheet of this name.
    Sheet(&'static str),
}

/// A kind of export.
#[derive(Debug)]
pub struct Form {
    /// What it is called. It begins with the name of where it comes from ([`Form::origin`]).
    pub name: &'static str,
    /// What one row is about.
    pub grain: Grain,
    /// The columns by which it is recognised: all of them are there.
    pub required: &'static [&'static str],
    /// What stands around it.
    pub around: Around,
    /// What its columns mean. Of several with one meaning, the first that is there is read.
    pub columns: &'static [(&'static str, Meaning)],
    /// The order of day and month that the platform documents.
    pub order: Option<DateOrder>,
    /// The zone in which it writes times that do not say theirs, as far as that is known
    /// ([`Zone`](super::Zone)).
    pub zone: Option<&'static str>,
    /// What is to be known of every such file.
    pub notes: &'static [ReadingNote],
}

impl PartialEq for Form {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

use Meaning::{Account, Count, Id, Link, Reach, Text, When};
use Measure::{
    Clicks, Comments, Engagements, Follows, Impressions, Likes, Reactions, Replies, Reposts, Saves, Shares,
    Views,
};

const NONE: Form = Form {
    name: "",
    grain: Grain::Other,
    required: &[],
    around: Around::Anything,
    columns: &[],
    order: None,
    zone: None,
    notes: &[],
};

/// What is to be known of the posts of Meta's platforms.
const META_NOTES: [ReadingNote; 2] = [ReadingNote::ZonePacific, ReadingNote::MetaViewsAreNotImpressions];

/// Old tweet activity, by tweet and by day.
const TWEET_COUNTS: [(&str, Meaning); 14] = [
    ("tweet id", Id),
    ("tweet permalink", Link),
    ("tweet text", Text),
    ("time", When),
    ("date", When),
    ("impressions", Count(Impressions)),
    ("engagements", Count(Engagements)),
    ("retweets", Count(Reposts)),
    ("replies", Count(Replies)),
    ("likes", Count(Likes)),
    ("favorites", Count(Likes)),
    ("url clicks", Count(Clicks)),
    ("follows", Count(Follows)),
    ("media views", Count(Views)),
];

const X_COUNTS: [(&str, Meaning); 18] = [
    ("post id", Id),
    ("post link", Link),
    ("link", Link),
    ("post text", Text),
    ("date", When),
    ("impressions", Count(Impressions)),
    ("engagements", Count(Engagements)),
    ("likes", Count(Likes)),
    ("replies", Count(Replies)),
    ("reposts", Count(Reposts)),
    ("shares", Count(Shares)),
    ("share", Count(Shares)),
    ("bookmarks", Count(Saves)),
    ("url clicks", Count(Clicks)),
    ("new follows", Count(Follows)),
    ("video views", Count(Views)),
    ("media views", Count(Views)),
    ("views", Count(Views)),
];

const META_COUNTS: [(&str, Meaning); 22] = [
    ("post id", Id),
    ("permalink", Link),
    ("title", Text),
    ("description", Text),
    ("publish time", When),
    ("impressions", Count(Impressions)),
    ("views", Count(Views)),
    ("reach", Reach),
    ("reactions, comments and shares", Count(Engagements)),
    ("reactions", Count(Reactions)),
    ("likes", Count(Likes)),
    ("comments", Count(Comments)),
    ("replies", Count(Replies)),
    ("shares", Count(Shares)),
    ("saves", Count(Saves)),
    ("total clicks", Count(Clicks)),
    ("link clicks", Count(Clicks)),
    ("follows", Count(Follows)),
    ("plays", Count(Views)),
    ("video views", Count(Views)),
    ("reels_plays:count", Count(Views)),
    ("content interactions", Count(Engagements)),
];

const LINKEDIN_COUNTS: [(&str, Meaning); 24] = [
    ("post link", Link),
    ("post url", Link),
    ("post title", Text),
    ("created date", When),
    ("post publish date", When),
    ("date", When),
    ("impressions (total)", Count(Impressions)),
    ("impressions", Count(Impressions)),
    ("unique impressions (organic)", Reach),
    ("views", Count(Views)),
    ("views (excluding offsite video views)", Count(Views)),
    ("engagements", Count(Engagements)),
    ("clicks (total)", Count(Clicks)),
    ("clicks", Count(Clicks)),
    ("reactions (total)", Count(Reactions)),
    ("reactions", Count(Reactions)),
    ("likes", Count(Likes)),
    ("comments (total)", Count(Comments)),
    ("comments", Count(Comments)),
    ("reposts (total)", Count(Reposts)),
    ("shares (total)", Count(Reposts)),
    ("reposts", Count(Reposts)),
    ("shares", Count(Reposts)),
    ("follows", Count(Follows)),
];

const YOUTUBE_COUNTS: [(&str, Meaning); 14] = [
    ("content", Id),
    ("video", Id),
    ("video title", Text),
    ("date", When),
    ("video publish time", When),
    ("views", Count(Views)),
    ("likes", Count(Likes)),
    ("shares", Count(Shares)),
    ("comments", Count(Comments)),
    ("comments added", Count(Comments)),
    ("thumbnail impressions", Count(Impressions)),
    ("impressions", Count(Impressions)),
    ("unique viewers", Reach),
    ("unique reach", Reach),
];

const TIKTOK_COUNTS: [(&str, Meaning); 17] = [
    ("video link", Link),
    ("video title", Text),
    ("post time", When),
    ("date", When),
    ("total views", Count(Views)),
    ("video views", Count(Views)),
    ("reached audience", Reach),
    ("total likes", Count(Likes)),
    ("likes", Count(Likes)),
    ("total comments", Count(Comments)),
    ("comments", Count(Comments)),
    ("total shares", Count(Shares)),
    ("shares", Count(Shares)),
    ("add to favorites", Count(Saves)),
    ("total favorites", Count(Saves)),
    ("new followers", Count(Follows)),
    ("clicks", Count(Clicks)),
];

const SPROUT_COUNTS: [(&str, Meaning); 17] = [
    ("post id", Id),
    ("link", Link),
    ("post", Text),
    ("date", When),
    ("impressions", Count(Impressions)),
    ("reach", Reach),
    ("video views", Count(Views)),
    ("engagements", Count(Engagements)),
    ("reactions", Count(Reactions)),
    ("likes", Count(Likes)),
    ("comments", Count(Comments)),
    ("replies", Count(Replies)),
    ("reposts", Count(Reposts)),
    ("shares", Count(Shares)),
    ("saves", Count(Saves)),
    ("post clicks (all)", Count(Clicks)),
    ("post link clicks", Count(Clicks)),
];

/// The days of profiles: one name may be that of profiles on several networks.
const SPROUT_PROFILE_COUNTS: [(&str, Meaning); 14] = [
    ("date", When),
    ("network", Account),
    ("profile", Account),
    ("impressions", Count(Impressions)),
    ("reach", Reach),
    ("video views", Count(Views)),
    ("engagements", Count(Engagements)),
    ("reactions", Count(Reactions)),
    ("likes", Count(Likes)),
    ("comments", Count(Comments)),
    ("shares", Count(Shares)),
    ("saves", Count(Saves)),
    ("post clicks (all)", Count(Clicks)),
    ("post link clicks", Count(Clicks)),
];

const PINTEREST_COUNTS: [(&str, Meaning); 7] = [
    ("date", When),
    ("pin link", Link),
    ("url", Link),
    ("impressions", Count(Impressions)),
    ("engagement", Count(Engagements)),
    ("pin clicks", Count(Clicks)),
    ("saves", Count(Saves)),
];

/// The old Insights file of a page; likes, comments and shares stand in other sheets
/// of it, and beside these columns in files that people have made of it.
const FACEBOOK_OLD_COUNTS: [(&str, Meaning); 12] = [
    ("post id", Id),
    ("permalink", Link),
    ("post message", Text),
    ("posted", When),
    ("lifetime post total reach", Reach),
    ("lifetime post total impressions", Count(Impressions)),
    ("total interactions", Count(Engagements)),
    ("like", Count(Likes)),
    ("comment", Count(Comments)),
    ("share", Count(Shares)),
    ("shares", Count(Shares)),
    ("likes", Count(Likes)),
];

/// Every form. Where a table has the columns of several, that with the most required counts.
pub const FORMS: &[Form] = &[
    Form {
        name: "X content export",
        grain: Grain::Post,
        required: &["post id", "date", "post text", "impressions"],
        columns: &X_COUNTS,
        notes: &[ReadingNote::ZoneNotStated],
        ..NONE
    },
    Form {
        name: "X overview export",
        grain: Grain::Day,
        required: &["date", "impressions", "engagements", "create post"],
        columns: &X_COUNTS,
        notes: &[
            ReadingNote::ZoneNotStated,
            ReadingNote::LastDayPartial,
            ReadingNote::EngagementsWithFollows,
        ],
        ..NONE
    },
    Form {
        name: "X content export",
        grain: Grain::Post,
        required: &["post id", "date", "post link", "impressions"],
        columns: &X_COUNTS,
        notes: &[ReadingNote::ZoneNotStated],
        ..NONE
    },
    Form {
        name: "X overview export",
        grain: Grain::Day,
        required: &["date", "impressions", "unfollows"],
        columns: &X_COUNTS,
        notes: &[
            ReadingNote::ZoneNotStated,
            ReadingNote::LastDayPartial,
            ReadingNote::EngagementsWithFollows,
        ],
        ..NONE
    },
    Form {
        name: "X video overview export",
        grain: Grain::Day,
        required: &["date", "views", "watch time (ms)"],
        columns: &X_COUNTS,
        notes: &[ReadingNote::ZoneNotStated, ReadingNote::LastDayPartial],
        ..NONE
    },
    Form {
        name: "X (Twitter) tweet activity, by tweet",
        grain: Grain::Post,
        required: &["tweet id", "time", "impressions"],
        columns: &TWEET_COUNTS,
        ..NONE
    },
    Form {
        name: "X (Twitter) tweet activity, by day",
        grain: Grain::Day,
        required: &["date", "tweets published", "impressions"],
        columns: &TWEET_COUNTS,
        notes: &[ReadingNote::LastDayPartial],
        ..NONE
    },
    Form {
        name: "Facebook content export",
        grain: Grain::Post,
        required: &["post id", "page id", "publish time"],
        columns: &META_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &META_NOTES,
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "Instagram content export",
        grain: Grain::Post,
        required: &["post id", "account username", "publish time"],
        columns: &META_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &META_NOTES,
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "Instagram stories export",
        grain: Grain::Post,
        required: &["post id", "account username", "publish time", "navigation"],
        columns: &META_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &META_NOTES,
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "Instagram stories export",
        grain: Grain::Post,
        required: &["post id", "account username", "publish time", "sticker taps"],
        columns: &META_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &META_NOTES,
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "Facebook or Instagram insights, by day (Meta)",
        grain: Grain::Day,
        required: &["date", "primary"],
        columns: &[("date", When)],
        notes: &[ReadingNote::LastDayPartial],
        ..NONE
    },
    Form { name: "Facebook or Instagram audience (Meta)", required: &["women", "men"], ..NONE },
    Form {
        name: "Facebook Insights, post level",
        grain: Grain::Post,
        required: &["lifetime post total reach", "lifetime post total impressions"],
        columns: &FACEBOOK_OLD_COUNTS,
        order: Some(DateOrder::MonthFirst),
        ..NONE
    },
    Form {
        name: "LinkedIn page, all posts",
        grain: Grain::Post,
        required: &["post title", "post link", "created date"],
        columns: &LINKEDIN_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::ZoneUtc],
        zone: Some(Zone::UTC),
        ..NONE
    },
    Form {
        name: "LinkedIn page, by day",
        grain: Grain::Day,
        required: &["date", "impressions (total)"],
        columns: &LINKEDIN_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::ZoneUtc, ReadingNote::LastDayPartial],
        zone: Some(Zone::UTC),
        ..NONE
    },
    Form {
        name: "LinkedIn followers, by day",
        grain: Grain::Day,
        required: &["date", "sponsored followers", "organic followers"],
        columns: &[("date", When)],
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::FollowersAreALevel],
        ..NONE
    },
    Form {
        name: "LinkedIn creator, by day",
        grain: Grain::Day,
        required: &["date", "impressions", "engagements"],
        around: Around::Sheet("engagement"),
        columns: &LINKEDIN_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::LastDayPartial],
        zone: None,
    },
    Form {
        name: "LinkedIn creator, top posts",
        grain: Grain::Post,
        required: &["post url", "post publish date"],
        columns: &LINKEDIN_COUNTS,
        order: Some(DateOrder::MonthFirst),
        ..NONE
    },
    Form {
        name: "LinkedIn creator, followers by day",
        grain: Grain::Day,
        required: &["date", "new followers"],
        around: Around::Sheet("followers"),
        columns: &[("date", When), ("new followers", Count(Follows))],
        order: Some(DateOrder::MonthFirst),
        ..NONE
    },
    Form {
        name: "LinkedIn creator, demographics",
        required: &["top demographics", "value", "percentage"],
        ..NONE
    },
    Form {
        name: "YouTube Studio, by video",
        grain: Grain::Post,
        required: &["content", "video title"],
        columns: &YOUTUBE_COUNTS,
        notes: &[
            ReadingNote::ZonePacificSupposed,
            ReadingNote::ThumbnailImpressions,
            ReadingNote::ShortsViewsChanged,
        ],
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "YouTube Studio, by day and video",
        required: &["date", "content", "video title"],
        columns: &YOUTUBE_COUNTS,
        notes: &[ReadingNote::ShortsViewsChanged],
        ..NONE
    },
    Form {
        name: "YouTube Studio, by day",
        grain: Grain::Day,
        required: &["date", "watch time (hours)"],
        columns: &YOUTUBE_COUNTS,
        notes: &[
            ReadingNote::ZonePacificSupposed,
            ReadingNote::LastDayPartial,
            ReadingNote::ShortsViewsChanged,
        ],
        zone: Some(Zone::PACIFIC),
        ..NONE
    },
    Form {
        name: "YouTube Studio, by another dimension",
        required: &["watch time (hours)"],
        columns: &YOUTUBE_COUNTS,
        ..NONE
    },
    Form {
        name: "YouTube Studio, by another dimension",
        required: &["watch time (hours) (%)"],
        columns: &YOUTUBE_COUNTS,
        ..NONE
    },
    Form {
        name: "TikTok overview, by day",
        grain: Grain::Day,
        required: &["date", "video views", "profile views"],
        columns: &TIKTOK_COUNTS,
        notes: &[ReadingNote::ZoneNotStated],
        ..NONE
    },
    Form {
        name: "TikTok content",
        grain: Grain::Post,
        required: &["video title", "video link", "post time"],
        columns: &TIKTOK_COUNTS,
        notes: &[ReadingNote::ZoneNotStated],
        ..NONE
    },
    Form {
        name: "TikTok followers, by day",
        grain: Grain::Day,
        required: &["date", "followers", "difference in followers from previous day"],
        columns: &[("date", When)],
        notes: &[ReadingNote::FollowersAreALevel],
        ..NONE
    },
    Form {
        name: "TikTok followers, by hour",
        required: &["date", "hour", "active followers"],
        columns: &[("date", When)],
        ..NONE
    },
    Form { name: "TikTok followers, by gender", required: &["gender", "distribution"], ..NONE },
    Form { name: "TikTok followers, by territory", required: &["top territories", "distribution"], ..NONE },
    Form {
        name: "TikTok ads",
        required: &["date", "campaign name", "clicks (destination)"],
        columns: &[
            ("date", When),
            ("impressions", Count(Impressions)),
            ("clicks (destination)", Count(Clicks)),
        ],
        ..NONE
    },
    Form {
        name: "Pinterest overview, by day",
        grain: Grain::Day,
        required: &["date", "impressions"],
        around: Around::Titled("analytics overview"),
        columns: &PINTEREST_COUNTS,
        ..NONE
    },
    Form {
        name: "Pinterest boards",
        required: &["board link", "impressions"],
        columns: &PINTEREST_COUNTS,
        ..NONE
    },
    Form {
        name: "Pinterest pins",
        grain: Grain::Post,
        required: &["pin link", "impressions"],
        columns: &PINTEREST_COUNTS,
        ..NONE
    },
    Form {
        name: "Sprout Social post performance",
        grain: Grain::Post,
        required: &["date", "post id", "network", "post type"],
        columns: &SPROUT_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::SeveralNetworks],
        ..NONE
    },
    Form {
        name: "Sprout Social profile performance",
        grain: Grain::Day,
        required: &["date", "profile", "network", "audience"],
        columns: &SPROUT_PROFILE_COUNTS,
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::SeveralNetworks],
        ..NONE
    },
    Form {
        name: "Google Analytics 4 report",
        required: &["event count"],
        around: Around::Hashes,
        columns: &[("date", When), ("views", Count(Views))],
        notes: &[ReadingNote::UsersAreNotAdded],
        ..NONE
    },
    Form {
        name: "Google Analytics 4 report",
        required: &["active users"],
        around: Around::Hashes,
        columns: &[("date", When), ("views", Count(Views))],
        notes: &[ReadingNote::UsersAreNotAdded],
        ..NONE
    },
    Form {
        name: "Google Analytics (Universal) report",
        required: &["users", "sessions"],
        around: Around::Hashes,
        columns: &[("clicks", Count(Clicks)), ("date", When)],
        notes: &[ReadingNote::UsersAreNotAdded],
        ..NONE
    },
    Form {
        name: "Google Analytics (Universal) report, by day",
        grain: Grain::Day,
        required: &["day index", "users"],
        columns: &[("day index", When)],
        order: Some(DateOrder::MonthFirst),
        notes: &[ReadingNote::UsersAreNotAdded],
        ..NONE
    },
    MASTODON,
    Form {
        name: "Mastodon archive",
        required: &["activity", "published"],
        columns: &MASTODON_COUNTS,
        ..MASTODON
    },
    BLUESKY,
];

const MASTODON_COUNTS: [(&str, Meaning); 8] = [
    ("id", Id),
    ("url", Link),
    ("content", Text),
    ("created_at", When),
    ("published", When),
    ("replies_count", Count(Replies)),
    ("reblogs_count", Count(Reposts)),
    ("favourites_count", Count(Likes)),
];

/// Mastodon's statuses: an API answer.
const MASTODON: Form = Form {
    name: "Mastodon statuses",
    grain: Grain::Post,
    required: &["id", "created_at", "reblogs_count", "favourites_count"],
    columns: &MASTODON_COUNTS,
    ..NONE
};

/// Bluesky's feed of an author: an API answer.
const BLUESKY: Form = Form {
    name: "Bluesky author feed",
    grain: Grain::Post,
    required: &["uri", "createdat", "likecount"],
    columns: &[
        ("uri", Id),
        ("link", Link),
        ("text", Text),
        ("createdat", When),
        ("replycount", Count(Replies)),
        ("repostcount", Count(Reposts)),
        ("likecount", Count(Likes)),
        ("bookmarkcount", Count(Saves)),
    ],
    ..NONE
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::posts::header::canonical;

    #[test]
    fn every_name_is_canonical() {
        for form in FORMS {
            let names = form.required.iter().copied().chain(form.columns.iter().map(|(name, _)| *name));
            for name in names {
                assert_eq!(canonical(name), name, "{}", form.name);
            }
            assert!(!form.required.is_empty(), "{}", form.name);
        }
    }
}
