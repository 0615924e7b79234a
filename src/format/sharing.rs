//! The words of sharing: only static pages are made of them, and none of it is
//! part of the page's program.

use super::{Language, english_sharing};

/// What stands on the page from which figures are taken along.
#[derive(Debug)]
pub struct SharingPhrases {
    /// Its heading.
    pub title: &'static str,
    /// What the data is, for machines that look for data sets.
    pub described_for_machines: &'static str,
    /// What is shared: the choice.
    pub lead: &'static str,
    /// Heading of what is for other pages.
    pub show_on_a_page: &'static str,
    /// Names the snippet.
    pub frame_label: &'static str,
    /// What to do where frames are forbidden.
    pub no_frames: &'static str,
    /// What to put into the snippet where no script could.
    pub address_unknown: &'static str,
    /// Heading of the files.
    pub take_along: &'static str,
    /// A file: pixels.
    pub picture: &'static str,
    /// A file: pixels of a slide.
    pub slide: &'static str,
    /// A file: SVG.
    pub drawing: &'static str,
    /// A file: HTML.
    pub document: &'static str,
    /// A file: CSV.
    pub table: &'static str,
    /// A file: the metadata of the CSV.
    pub table_metadata: &'static str,
    /// A file: JSON.
    pub data: &'static str,
    /// Heading of the citation.
    pub cite: &'static str,
    /// A button that copies.
    pub copy: &'static str,
    /// Said when it did.
    pub copied: &'static str,
    /// Said when the browser refused.
    pub refused: &'static str,
}

/// How high a frame is to be where it is not told, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FrameHeights {
    /// In a column of 700 pixels and more.
    pub wide: u32,
    /// In one of 320.
    pub narrow: u32,
}

/// What a citation of a figure names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation<'a> {
    /// What the figure shows.
    pub headline: &'a str,
    /// What is plotted.
    pub subtitle: &'a str,
    /// The data's date, in words; empty where it has none.
    pub date: &'a str,
    /// The data's fingerprint.
    pub hash: &'a str,
}

impl Language {
    /// The words of sharing.
    pub fn sharing(self) -> &'static SharingPhrases {
        match self {
            Self::English => &english_sharing::SHARING,
        }
    }

    /// How high a frame is to be, in a sentence or two.
    pub fn frame_heights(self, heights: &FrameHeights) -> String {
        match self {
            Self::English => english_sharing::frame_heights(heights),
        }
    }

    /// A citation, in one line.
    pub fn citation(self, citation: &Citation<'_>) -> String {
        match self {
            Self::English => english_sharing::citation(citation),
        }
    }
}
