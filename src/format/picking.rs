//! The words with which posts are picked and moved to another campaign.

use super::{Language, english_picking};

/// Posts that were moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MovedPosts<'a> {
    /// How many.
    pub moved: usize,
    /// How many of them were there already.
    pub met: usize,
    /// The name of the campaign that they have left.
    pub from: &'a str,
    /// The name of the one where they are now.
    pub to: &'a str,
}

/// The fixed phrases of picking posts.
#[derive(Debug)]
pub struct PickingPhrases {
    /// Lists the posts of files, to pick some before any is added.
    pub pick_posts: &'static str,
    /// What comes of that.
    pub pick_posts_hint: &'static str,
    /// Picks a post.
    pub pick: &'static str,
    /// Picks all that are shown.
    pub pick_shown: &'static str,
    /// Picks none any more.
    pub pick_none: &'static str,
    /// Leads to where they are moved.
    pub to_moving: &'static str,
    /// Heading above that.
    pub title: &'static str,
    /// What it is for, and what comes of it.
    pub hint: &'static str,
    /// Names the choice of a campaign.
    pub move_to: &'static str,
    /// Names the field for the name of a new one.
    pub new_name: &'static str,
    /// Moves them.
    pub move_now: &'static str,
    /// None is picked.
    pub none_picked: &'static str,
    /// They were moved back.
    pub undone: &'static str,
}

impl Language {
    /// The fixed phrases of picking posts.
    pub const fn picking_phrases(self) -> &'static PickingPhrases {
        match self {
            Self::English => &english_picking::PHRASES,
        }
    }

    /// How many posts are picked.
    pub fn picked(self, count: usize) -> String {
        match self {
            Self::English => english_picking::picked(count),
        }
    }

    /// That posts were moved.
    pub fn moved_posts(self, moved: MovedPosts<'_>) -> String {
        match self {
            Self::English => english_picking::moved(moved),
        }
    }
}
