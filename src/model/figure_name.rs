//! The figures, by name.

use super::closed_set::closed_set;
use super::definition::Metric;

/// A figure: that of a metric, or one that sets campaigns beside each other. The slug is
/// part of links and of the names of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureName {
    /// That of the metric.
    Reach,
    /// That of the metric.
    Impressions,
    /// That of the metric.
    Participation,
    /// That of the metric.
    Views,
    /// That of the metric.
    Engagement,
    /// What campaigns brought about, per what was seen of them.
    Attention,
    /// A few campaigns on every metric that they share.
    Beside,
    /// Figures as multiples of a yardstick, or of the target stated for each.
    Multiples,
    /// What campaigns put out, what people took from it, what came of it.
    Ladder,
    /// Figures of one campaign of several years.
    Years,
    /// When campaigns ran.
    When,
}

closed_set!(FigureName, "figure", {
    Reach => "reach", Impressions => "impressions", Participation => "participation",
    Views => "views", Engagement => "engagement", Attention => "attention", Beside => "beside",
    Multiples => "multiples", Ladder => "ladder", Years => "years", When => "when",
});

impl FigureName {
    /// Those that set campaigns beside each other, rather than show one metric.
    pub const COMPARING: &'static [Self] =
        &[Self::Attention, Self::Beside, Self::Multiples, Self::Ladder, Self::Years, Self::When];

    /// The metric that it is the figure of, if it is that of one.
    pub const fn metric(self) -> Option<Metric> {
        match self {
            Self::Reach => Some(Metric::Reach),
            Self::Impressions => Some(Metric::Impressions),
            Self::Participation => Some(Metric::Participation),
            Self::Views => Some(Metric::Views),
            Self::Engagement => Some(Metric::Engagement),
            Self::Attention | Self::Beside | Self::Multiples | Self::Ladder | Self::Years | Self::When => {
                None
            }
        }
    }

    /// The figure of a metric, if it has one.
    pub fn of(metric: Metric) -> Option<Self> {
        Self::ALL.iter().copied().find(|name| name.metric() == Some(metric))
    }
}

/// A set of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct FigureNames(u16);

impl FigureNames {
    /// Whether there is none.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether a figure is among them.
    pub const fn contains(self, name: FigureName) -> bool {
        self.0 & (1 << name as u16) != 0
    }

    /// Adds a figure, or takes it away.
    pub const fn set(&mut self, name: FigureName, among: bool) {
        let bit = 1 << name as u16;
        self.0 = if among { self.0 | bit } else { self.0 & !bit };
    }

    /// Those of them, in the order of [`FigureName::ALL`].
    pub fn iter(self) -> impl Iterator<Item = FigureName> {
        FigureName::ALL.iter().copied().filter(move |&name| self.contains(name))
    }
}

impl<const N: usize> From<[FigureName; N]> for FigureNames {
    fn from(names: [FigureName; N]) -> Self {
        let mut set = Self::default();
        for name in names {
            set.set(name, true);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_charted_metric_has_the_figure_of_its_name() {
        for &metric in Metric::CHARTED {
            assert_eq!(FigureName::of(metric).map(FigureName::slug), Some(metric.slug()));
        }
        assert_eq!(FigureName::of(Metric::Target), None);
        let comparing: Vec<FigureName> =
            FigureName::ALL.iter().copied().filter(|name| name.metric().is_none()).collect();
        assert_eq!(comparing, FigureName::COMPARING);
    }
}
