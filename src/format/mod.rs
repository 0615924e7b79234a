//! Values → words. Numbers and dates become text here only, and every sentence
//! a reader meets stands in one catalogue ([`Sentence`], [`Phrases`], [`Trouble`]),
//! keyed by language, so that no sentence is glued together from words.

mod comparing;
mod date;
mod embedding;
mod english;
mod english_about;
mod english_columns;
mod english_comparing;
mod english_embedding;
mod english_mapping;
mod english_over_time;
mod english_own;
mod english_picking;
mod english_reading;
mod english_sharing;
mod english_trouble;
mod english_written;
mod excerpt;
mod mapping;
mod number;
mod over_time;
mod own;
mod phrases;
mod picking;
mod quantity;
mod reading;
mod sentence;
mod sharing;
mod trouble;
mod written;

pub use comparing::{Comparing, ComparingFigure, ComparingPhrases, RelationWords};
pub use date::{period_words, span_words, written_date_words};
pub use embedding::{Administrator, EmbeddingPhrases, Finding, Gravity, Wanted};
pub use excerpt::{Excerpt, FilePath};
pub(crate) use excerpt::{disturbs, undisturbing};
pub use mapping::MappingPhrases;
pub use number::{Numeral, axis_number, grouped, spoken_number};
pub use over_time::{OverTimePhrases, RankingFacts, SeriesFacts, SeriesName, SeriesStep};
pub use own::{
    FoundElsewhere, ImportChanges, OwnArrival, OwnContent, OwnDefinition, OwnNote, OwnPart, OwnPhrases,
    ReadingProgress, Room,
};
pub use phrases::{FramePhrases, Phrases};
pub use picking::{MovedPosts, PickingPhrases};
pub use quantity::{quantity_words, ratio_words, rounding_words};
pub use reading::{NotRead, ReadingNote, ReadingPhrases, RejectedBecause};
pub use sentence::{Named, Sentence};
pub use sharing::{Chosen, Citation, FrameHeights, SharingPhrases};
pub use trouble::{Found, Shape, Trouble};
pub use written::{FieldWords, TellingWords, WrittenPhrases};

/// The languages the page speaks. Welsh is to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Language {
    /// British English.
    #[default]
    English,
}

crate::model::closed_set!(Language, "language", { English => "en-GB" });

impl Language {
    /// Title and meaning of each column of a table (`data::write_table`).
    pub fn columns(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::English => english_columns::COLUMNS,
        }
    }

    /// A sentence in this language.
    pub fn say(self, sentence: &Sentence) -> String {
        match self {
            Self::English => english::say(sentence),
        }
    }

    /// The text about the figures: headings with their paragraphs.
    pub const fn about(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::English => english_about::ABOUT,
        }
    }

    /// The fixed phrases of this language.
    pub const fn phrases(self) -> &'static Phrases {
        match self {
            Self::English => &english::PHRASES,
        }
    }

    /// The fixed phrases around the content in this language.
    pub const fn frame(self) -> &'static FramePhrases {
        match self {
            Self::English => &english::FRAME,
        }
    }
}
