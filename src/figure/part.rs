//! The overview's parts: what is drawn in one piece, and changes by itself.

use crate::model::FigureName;

/// A part of the overview.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The heading and the counted introduction.
    Introduction,
    /// The choices that apply to all figures.
    Controls,
    /// A figure.
    Figure(FigureName),
    /// What the comparison says, in sentences.
    ReadingList,
    /// The map of campaigns by stage.
    Matrix,
}

impl Part {
    /// All of them, in reading order.
    pub fn all() -> Vec<Self> {
        let mut parts = vec![Self::Introduction, Self::Controls];
        parts.extend(FigureName::ALL.iter().map(|&name| Self::Figure(name)));
        parts.extend([Self::ReadingList, Self::Matrix]);
        parts
    }

    /// How many there are.
    pub const COUNT: usize = FigureName::ALL.len() + 4;

    /// How many stand before it.
    pub fn position(self) -> usize {
        Self::all().iter().position(|part| *part == self).unwrap_or(0)
    }

    /// The name of its place: the static page holds one for each part (the
    /// element's `data-place`), and the program draws into the same.
    pub const fn place(self) -> &'static str {
        match self {
            Self::Introduction => "introduction",
            Self::Controls => "controls",
            Self::Figure(name) => name.slug(),
            Self::ReadingList => "reading-list",
            Self::Matrix => "matrix",
        }
    }
}
