//! Where things stand in a drawing: three layouts, for narrow, medium and
//! wide places.
//!
//! Along the page, places are hundredths of a per cent of the drawing's width;
//! down the page, hundredths of an em.

/// The ways a drawing is laid out. Which is shown is the style sheet's
/// choice, by the width of the place in ems.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// From 14 em: labels above their marks, the axis over the full width.
    Narrow,
    /// From 18 em: the same with longer lines.
    Medium,
    /// From 41 em: labels left, values right, the axis between.
    Wide,
}

crate::model::closed_set!(Layout, "layout", { Narrow => "narrow", Medium => "medium", Wide => "wide" });

impl Layout {
    /// The least width it is shown at, in ems.
    pub const fn least_width(self) -> u32 {
        match self {
            Self::Narrow => 14,
            Self::Medium => 18,
            Self::Wide => 41,
        }
    }

    /// The axis, from and to: with room for half a target at its start, and for
    /// an arrow at its end.
    pub(super) const fn axis(self) -> (i32, i32) {
        match self {
            Self::Narrow | Self::Medium => (430, 9_050),
            Self::Wide => (3_150, 6_650),
        }
    }

    /// The axis where an arrow points out of its start.
    pub(super) const fn axis_after_arrow(self) -> (i32, i32) {
        match self {
            Self::Narrow | Self::Medium => (950, 9_050),
            Self::Wide => (3_350, 6_650),
        }
    }

    /// Where a row's value begins.
    pub(super) const fn values(self) -> i32 {
        match self {
            Self::Narrow | Self::Medium => 0,
            Self::Wide => 7_050,
        }
    }

    /// What fraction of the width, in hundredths of a per cent, becomes of ems
    /// at the layout's least width: the room a text may take.
    pub(super) const fn room(self, part: i32) -> u32 {
        (self.least_width() as i32 * part / 100) as u32
    }

    /// How many tick labels fit the axis.
    pub(super) const fn most_ticks(self) -> usize {
        match self {
            Self::Narrow | Self::Medium => 5,
            Self::Wide => 6,
        }
    }

    /// How many lines one text may take before it is left to the table.
    pub(super) const fn most_lines(self) -> usize {
        match self {
            Self::Narrow | Self::Medium => 5,
            Self::Wide => 4,
        }
    }

    /// The height of one line of text.
    pub(super) const LINE: i32 = 130;
}
