//! Picking posts and moving them, in British English.

use super::english_own::counted;
use super::grouped;
use super::picking::{MovedPosts, PickingPhrases};

pub(super) static PHRASES: PickingPhrases = PickingPhrases {
    pick_posts: "Pick posts one by one",
    pick_posts_hint: "Once a post is picked, only picked posts are added, and no days of whole accounts.",
    pick: "Pick this post",
    pick_shown: "Pick all posts shown",
    pick_none: "Pick none",
    to_moving: "Move picked posts",
    title: "Move posts to another campaign",
    hint: "For files that held more than one campaign. Pick posts in the list: once moved, they count in the other campaign and no longer in this one. When a file is brought to this campaign again, they stay where they are, and are brought up to date there.",
    move_to: "Move them to",
    new_name: "Name of the new campaign",
    move_now: "Move the picked posts",
    none_picked: "Pick at least one post in the list first.",
    undone: "The posts are back where they were.",
};

pub(super) fn picked(count: usize) -> String {
    match count {
        0 => "No post is picked.".to_owned(),
        1 => "1 post is picked.".to_owned(),
        _ => format!("{} are picked.", counted(count, "post", "posts")),
    }
}

pub(super) fn moved(moved: MovedPosts<'_>) -> String {
    let MovedPosts { moved, met, from, to } = moved;
    let were = if moved == 1 { "was" } else { "were" };
    let mut text = format!("{} {were} moved from {from} to {to}.", counted(moved, "post", "posts"));
    match met {
        0 => {}
        1 => text.push_str(" 1 of them was there already, and counts once."),
        _ => text.push_str(&format!(" {} of them were there already, and count once.", grouped(met as f64))),
    }
    text.push_str(" Until you leave this page, this can be undone.");
    text
}
