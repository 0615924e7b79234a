//! The words of sharing. None of it is part of the dashboard's program: static pages
//! are made of them, and the program that is loaded where figures are shared.

use super::{Language, english_sharing};

/// What stands on the page from which figures are taken along.
#[derive(Debug)]
pub struct SharingPhrases {
    /// Its heading.
    pub title: &'static str,
    /// What the data is, for machines that look for data sets.
    pub described_for_machines: &'static str,
    /// What is shared: what everybody sees.
    pub lead: &'static str,
    /// What is shared: what was chosen.
    pub lead_of_choice: &'static str,
    /// Said where the choice in the address could not be followed.
    pub as_built: &'static str,
    /// The reader's own campaigns are seen here only.
    pub own_kept_here: &'static str,
    /// Copies the headline.
    pub copy_headline: &'static str,
    /// Heading of what is for other pages.
    pub show_on_a_page: &'static str,
    /// Names the snippet of a frame.
    pub frame_label: &'static str,
    /// Opens what the snippet says, and why.
    pub what_it_says: &'static str,
    /// Each attribute of the frame, and why it is there.
    pub attributes: &'static [(&'static str, &'static str)],
    /// Asks for a figure whose data does not change any more.
    pub freeze: &'static str,
    /// Said when it was asked for: the snippet changed.
    pub now_frozen: &'static str,
    /// Said when that was taken back.
    pub now_follows: &'static str,
    /// Opens the ways for pages without frames.
    pub other_ways: &'static str,
    /// Names the address of the figure's page.
    pub address_label: &'static str,
    /// Names the snippet of the element.
    pub element_label: &'static str,
    /// Names the snippet of the picture.
    pub picture_label: &'static str,
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
    /// Names the sizes of the picture.
    pub picture_size: &'static str,
    /// The sizes: four widths, and the slide.
    pub picture_sizes: [&'static str; 5],
    /// Makes and saves the picture of that size.
    pub save_picture: &'static str,
    /// Makes and copies it.
    pub copy_picture: &'static str,
    /// Said when the browser refused to copy a picture.
    pub picture_refused: &'static str,
    /// Said when a file was made.
    pub saved: &'static str,
    /// Said when it could not be made.
    pub not_made: &'static str,
    /// Said in a file of a figure: it stays as it is.
    pub does_not_change: &'static str,
    /// Takes the data out of such a file.
    pub save_its_data: &'static str,
    /// Said in a frame whose frozen data cannot be used.
    pub not_frozen: &'static str,
    /// Heading of the citation.
    pub cite: &'static str,
    /// What is copied there.
    pub citation: &'static str,
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

/// What was chosen, where not everything is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Chosen {
    /// The campaigns, by name; none where all are shown.
    pub campaigns: Vec<String>,
    /// Whether only what the toolkit tells is shown.
    pub toolkit_only: bool,
    /// Whether campaigns beyond the toolkit's are shown too.
    pub further: bool,
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
    /// Where it stands, with what was chosen; a file does not know.
    pub address: Option<&'a str>,
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

    /// What was chosen; empty where that is the default.
    pub fn chosen(self, chosen: &Chosen) -> String {
        match self {
            Self::English => english_sharing::chosen(chosen),
        }
    }

    /// That a figure is one of data which does not change any more.
    pub fn frozen(self, date: &str, hash: &str) -> String {
        match self {
            Self::English => english_sharing::frozen(date, hash),
        }
    }

    /// A citation, in one line.
    pub fn citation(self, citation: &Citation<'_>) -> String {
        match self {
            Self::English => english_sharing::citation(citation),
        }
    }
}
