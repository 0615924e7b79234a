//! The words with which a campaign is written and corrected by hand.

use super::{Language, english_written};

/// A field of a form, named as in data files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldWords {
    /// Its name in data files.
    pub name: &'static str,
    /// Its name for readers.
    pub label: &'static str,
    /// How it is filled in; empty where that is plain.
    pub hint: &'static str,
    /// Whether nothing can be kept without it.
    pub needed: bool,
}

/// The words of what is told besides figures: of one kind of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TellingWords {
    /// Heading above what is told of it.
    pub all: &'static str,
    /// There is none.
    pub none: &'static str,
    /// Opens the form for one more.
    pub add: &'static str,
    /// Heading of the form in which one is corrected.
    pub correct: &'static str,
    /// The fields of the form.
    pub fields: &'static [FieldWords],
    /// What is said of its source; empty where it has none.
    pub source: &'static str,
}

/// The fixed phrases of these forms.
#[derive(Debug)]
pub struct WrittenPhrases {
    /// Heading above them.
    pub title: &'static str,
    /// What is said of them.
    pub hint: &'static str,
    /// Opens the facts of the campaign.
    pub facts: &'static str,
    /// The fields of those.
    pub fact_fields: &'static [FieldWords],
    /// Stands beside the name of a field without which nothing can be kept.
    pub needed: &'static str,
    /// Keeps them.
    pub keep_facts: &'static str,
    /// Heading above the figures that are told.
    pub figures: &'static str,
    /// There is none.
    pub no_figures: &'static str,
    /// Opens the form for one more.
    pub add_figure: &'static str,
    /// Heading of the form in which one is corrected.
    pub correct_figure: &'static str,
    /// The fields of a figure.
    pub figure_fields: &'static [FieldWords],
    /// Heading of the fields of its source.
    pub source: &'static str,
    /// How exactly a number is known, in the order of the comparators.
    pub comparators: [&'static str; 10],
    /// What is told besides figures: results, gaps, contradictions.
    pub tellings: [TellingWords; 3],
    /// Keeps one of these.
    pub keep_told: &'static str,
    /// There is no definition that a contradiction could be about.
    pub no_definitions: &'static str,
    /// Keeps a figure.
    pub keep_figure: &'static str,
    /// Leaves it as it was.
    pub leave: &'static str,
    /// Opens a figure's form.
    pub change: &'static str,
    /// Takes it out.
    pub remove: &'static str,
    /// It was kept.
    pub kept: &'static str,
    /// It was taken out.
    pub removed: &'static str,
    /// Nothing is filled in where something is needed.
    pub empty: &'static str,
    /// What is filled in is no date.
    pub no_date: &'static str,
    /// Stands for no choice yet in the list of what can have been counted.
    pub choose: &'static str,
    /// Something else was begun and is not kept yet.
    pub begun: &'static str,
    /// Something is wrong in the form.
    pub wrong: &'static str,
    /// Begins a campaign without a file.
    pub begin: &'static str,
}

impl Language {
    /// The fixed phrases of what is written by hand.
    pub const fn written_phrases(self) -> &'static WrittenPhrases {
        match self {
            Self::English => &english_written::PHRASES,
        }
    }
}
