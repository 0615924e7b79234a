//! One reported quantity with everything known about it, or the reason why
//! there is none.

use super::closed_set::closed_set;
use super::period::Period;
use super::quantity::Quantity;

/// Over what a number was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// Over the whole period.
    Total,
    /// At a moment.
    Level,
    /// A difference from before.
    Change,
    /// In an hour, on average.
    PerHour,
    /// In a day, on average.
    PerDay,
    /// In a week, on average.
    PerWeek,
    /// In a month, on average.
    PerMonth,
    /// In a year, on average.
    PerYear,
    /// On the best day.
    PeakDay,
}

closed_set!(Basis, "basis", {
    Total => "total", Level => "level", Change => "change", PerHour => "per hour",
    PerDay => "per day", PerWeek => "per week", PerMonth => "per month",
    PerYear => "per year", PeakDay => "per day at its height",
});

/// What a figure is to its campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Role {
    /// What came of it, or went into it.
    #[default]
    Result,
    /// What a result is compared with, such as the week before.
    Base,
}

closed_set!(Role, "role", { Result => "result", Base => "base" });

/// Why a cell has no quantity. Zero is none of these: it is a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// No source found gives a figure. SDMX `OBS_STATUS` `O`.
    NotReported,
    /// The metric makes no sense for the campaign. SDMX `M`.
    NotApplicable,
    /// Known and withheld. SDMX `Q`.
    Suppressed,
    /// It exists but was not published. SDMX `L`.
    Unpublished,
}

closed_set!(Gap, "reason for a gap", {
    NotReported => "not-reported", NotApplicable => "not-applicable",
    Suppressed => "suppressed", Unpublished => "unpublished",
});

impl Gap {
    /// The code of SDMX's list `CL_OBS_STATUS` (version 2.2).
    pub const fn obs_status(self) -> char {
        match self {
            Self::NotReported => 'O',
            Self::NotApplicable => 'M',
            Self::Suppressed => 'Q',
            Self::Unpublished => 'L',
        }
    }
}

/// Who speaks in a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SourceKind {
    /// Whoever ran the campaign, or a partner.
    Organiser,
    /// A government or public body.
    Government,
    /// A journal.
    Journal,
    /// An agency, often in an award entry.
    Agency,
    /// The press, and blogs.
    Press,
}

closed_set!(SourceKind, "kind of source", {
    Organiser => "organiser", Government => "government", Journal => "journal",
    Agency => "agency", Press => "press",
});

/// A publication that figures come from.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Short and unique within the dataset.
    pub id: String,
    /// Who published it; absent where the title alone says so.
    pub publisher: Option<String>,
    /// Its title.
    pub title: String,
    /// Its date, as printed.
    pub date: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// What kind of voice it is.
    pub kind: SourceKind,
    /// A closer word on the voice, such as "award entry".
    pub speaker: Option<String>,
}

impl Source {
    /// Who says so, in a word or two: the publisher, or the title where there is none.
    pub fn short_name(&self) -> &str {
        self.publisher.as_deref().unwrap_or(&self.title)
    }
}

/// One reported quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Observation {
    /// Id of the campaign.
    pub campaign: String,
    /// Id of the definition.
    pub definition: String,
    /// The number and how exactly it is known.
    pub quantity: Quantity,
    /// What is counted, in the plural: "pledges", "GBP", "per cent".
    pub unit: String,
    /// What the unit is confined to: "one Facebook post", "England".
    pub scope: Option<String>,
    /// Over what it was counted.
    pub basis: Basis,
    /// When it was counted.
    pub period: Period,
    /// Where it was counted; empty when not stated.
    pub platforms: Vec<String>,
    /// The source's own short phrase.
    pub wording: Option<String>,
    /// Id of the source.
    pub source: String,
    /// Where in the source.
    pub locator: Option<String>,
    /// What else is to be known.
    pub note: Option<String>,
    /// Why the figure itself is doubtful.
    pub doubt: Option<String>,
    /// Whether it is a result of the campaign.
    pub role: Role,
    /// The part of the period that was counted: "the first three days".
    pub part: Option<String>,
    /// What the number counts besides what its definition, unit and scope say: "a second hashtag".
    /// What they say is then at most that number.
    pub includes: Option<String>,
    /// Index of the collection it came with, in [`super::Dataset::collections`].
    pub collection: usize,
}
