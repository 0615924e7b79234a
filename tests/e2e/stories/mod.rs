//! Every story, by subject. A new one is a function, and a line in the list at
//! the end of its file.

mod accessible;
mod address;
mod beside;
mod broken;
mod choices;
mod doctor;
mod element;
mod elsewhere;
mod evidence;
mod forced;
mod framed;
mod guest;
mod journey;
mod named;
mod overview;
mod own;
mod pages;
mod pictures;
mod print;
mod reading;
mod safe;
mod served;
mod sharing;
mod steady;
mod valid;

use crate::page::Page;
use groundswell::format::{FramePhrases, Language, OwnPhrases, Phrases, SharingPhrases};

/// What a story needs of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// What every engine has.
    AnyEngine,
    /// The DevTools protocol: Chromium.
    DevTools,
}

/// A story.
pub struct Story {
    subject: &'static str,
    title: &'static str,
    pub needs: Needs,
    pub tell: fn(&Page),
}

impl Story {
    /// Its subject and what happens in it.
    pub fn name(&self) -> String {
        let subject = self.subject.rsplit("::").next().unwrap_or_default();
        format!("{subject}::{}", self.title)
    }
}

/// Lists the stories of a file.
macro_rules! stories {
    ($($needs:ident $title:ident),* $(,)?) => {
        pub const STORIES: &[crate::stories::Story] = &[$(crate::stories::Story {
            subject: module_path!(),
            title: stringify!($title),
            needs: crate::stories::Needs::$needs,
            tell: $title,
        }),*];
    };
}
pub(crate) use stories;

/// All of them.
pub const STORIES: &[&[Story]] = &[
    overview::STORIES,
    own::STORIES,
    choices::STORIES,
    beside::STORIES,
    evidence::STORIES,
    address::STORIES,
    pages::STORIES,
    broken::STORIES,
    safe::STORIES,
    served::STORIES,
    sharing::STORIES,
    doctor::STORIES,
    steady::STORIES,
    accessible::STORIES,
    forced::STORIES,
    print::STORIES,
    reading::STORIES,
    framed::STORIES,
    guest::STORIES,
    element::STORIES,
    elsewhere::STORIES,
    valid::STORIES,
    journey::STORIES,
    named::STORIES,
    pictures::STORIES,
];

/// The figures of metrics, by their stable names.
pub const METRICS: [&str; 5] = ["reach", "impressions", "participation", "views", "engagement"];

/// The same with those that set campaigns beside each other: every figure has a page.
pub const FIGURES: [&str; 11] = [
    "reach",
    "impressions",
    "participation",
    "views",
    "engagement",
    "attention",
    "beside",
    "multiples",
    "ladder",
    "years",
    "when",
];

/// The campaigns of the data that is loaded with the page: the toolkit's seven,
/// and one more edition of them.
pub const CAMPAIGNS_AT_START: usize = 8;

/// What the page says in the same words every time.
pub fn words() -> &'static Phrases {
    Language::English.phrases()
}

/// What is said where files are brought.
pub fn own() -> &'static OwnPhrases {
    Language::English.own_phrases()
}

/// What is said where figures are taken along.
pub fn sharing() -> &'static SharingPhrases {
    Language::English.sharing()
}

/// What stands around the content.
pub fn frame() -> &'static FramePhrases {
    Language::English.frame()
}
