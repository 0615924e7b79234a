//! A number and how exactly it is known.

use super::closed_set::closed_set;
use super::interval::{Bound, Interval};
use std::cmp::Ordering;

/// How a stated number relates to the true one. The slugs are FHIR's
/// comparators `<`, `<=`, `>=`, `>`, plus `=`, `~` and the four forms of a
/// range, whose ends are open where the slug has a `<`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// The true number, rounded to what it is stated to.
    Exact,
    /// Above the stated number.
    MoreThan,
    /// The stated number or above.
    AtLeast,
    /// Below the stated number.
    LessThan,
    /// The stated number or below.
    AtMost,
    /// Near the stated number; nothing sure follows.
    About,
    /// Between two stated numbers, both included.
    Between,
    /// Between two stated numbers, the lower one excluded.
    BetweenOpenBelow,
    /// Between two stated numbers, the upper one excluded.
    BetweenOpenAbove,
    /// Between two stated numbers, both excluded.
    BetweenOpen,
}

closed_set!(Comparator, "comparator", {
    Exact => "=", MoreThan => ">", AtLeast => ">=", LessThan => "<", AtMost => "<=", About => "~",
    Between => "..", BetweenOpenBelow => "<..", BetweenOpenAbove => "..<", BetweenOpen => "<..<",
});

impl Comparator {
    /// Whether this comparator takes two numbers.
    pub const fn is_range(self) -> bool {
        matches!(self, Self::Between | Self::BetweenOpenBelow | Self::BetweenOpenAbove | Self::BetweenOpen)
    }
}

/// A stated number with what is known about its exactness.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// Stated as the number itself, rounded to `stated_to` (1: not rounded).
    Exact {
        /// The number as stated.
        value: f64,
        /// The unit it is rounded to: 1,000,000 for "86 million"; 1 means that nothing was rounded.
        stated_to: f64,
    },
    /// "More than" the number.
    MoreThan(f64),
    /// "At least" the number.
    AtLeast(f64),
    /// "Less than" or "nearly" the number.
    LessThan(f64),
    /// "At most" or "up to" the number.
    AtMost(f64),
    /// Between two numbers, each included or not.
    Between(Bound, Bound),
    /// "About" the number: carries no bounds.
    About(f64),
}

/// Why numbers make no quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InvalidQuantity {
    /// A number is not finite.
    NotFinite,
    /// `stated_to` is not above zero.
    StatedToNotPositive(f64),
    /// A range lacks its second number.
    UpperMissing,
    /// A second number was given to a comparator that takes one.
    UpperNotExpected,
    /// The range has no value in it.
    EmptyRange {
        /// The first number given.
        lower: f64,
        /// The second number given.
        upper: f64,
    },
}

impl Quantity {
    /// Builds a quantity from the columns of a data file.
    ///
    /// # Errors
    /// When a number is not finite, `stated_to` is not positive, or the numbers
    /// do not fit the comparator.
    pub fn new(
        comparator: Comparator,
        value: f64,
        upper: Option<f64>,
        stated_to: f64,
    ) -> Result<Self, InvalidQuantity> {
        if !value.is_finite() || upper.is_some_and(|u| !u.is_finite()) || !stated_to.is_finite() {
            return Err(InvalidQuantity::NotFinite);
        }
        if stated_to <= 0.0 {
            return Err(InvalidQuantity::StatedToNotPositive(stated_to));
        }
        if !comparator.is_range() && upper.is_some() {
            return Err(InvalidQuantity::UpperNotExpected);
        }
        // A file may say -0, which would be shown as such.
        let (value, upper) = (value + 0.0, upper.map(|upper| upper + 0.0));
        let range = |open_below: bool, open_above: bool| {
            let upper = upper.ok_or(InvalidQuantity::UpperMissing)?;
            if upper < value || (upper == value && (open_below || open_above)) {
                return Err(InvalidQuantity::EmptyRange { lower: value, upper });
            }
            Ok(Self::Between(Bound { value, open: open_below }, Bound { value: upper, open: open_above }))
        };
        Ok(match comparator {
            Comparator::Exact => Self::Exact { value, stated_to },
            Comparator::MoreThan => Self::MoreThan(value),
            Comparator::AtLeast => Self::AtLeast(value),
            Comparator::LessThan => Self::LessThan(value),
            Comparator::AtMost => Self::AtMost(value),
            Comparator::About => Self::About(value),
            Comparator::Between => range(false, false)?,
            Comparator::BetweenOpenBelow => range(true, false)?,
            Comparator::BetweenOpenAbove => range(false, true)?,
            Comparator::BetweenOpen => range(true, true)?,
        })
    }

    /// A number known exactly.
    pub const fn exactly(value: f64) -> Self {
        Self::Exact { value, stated_to: 1.0 }
    }

    /// The comparator this quantity is stated with.
    pub const fn comparator(&self) -> Comparator {
        match self {
            Self::Exact { .. } => Comparator::Exact,
            Self::MoreThan(_) => Comparator::MoreThan,
            Self::AtLeast(_) => Comparator::AtLeast,
            Self::LessThan(_) => Comparator::LessThan,
            Self::AtMost(_) => Comparator::AtMost,
            Self::About(_) => Comparator::About,
            Self::Between(lower, upper) => match (lower.open, upper.open) {
                (false, false) => Comparator::Between,
                (true, false) => Comparator::BetweenOpenBelow,
                (false, true) => Comparator::BetweenOpenAbove,
                (true, true) => Comparator::BetweenOpen,
            },
        }
    }

    /// The number as stated; the lower one of a range. For display and for the
    /// order in which rows are listed, never as a claim about the true value.
    pub const fn stated(&self) -> f64 {
        match self {
            Self::Exact { value, .. } | Self::MoreThan(value) | Self::AtLeast(value) => *value,
            Self::LessThan(value) | Self::AtMost(value) | Self::About(value) => *value,
            Self::Between(lower, _) => lower.value,
        }
    }

    /// What the true value surely lies in; unknown for "about". A rounded
    /// number stands for everything that rounds to it, both ends included,
    /// since a source does not say how it rounds halves.
    pub fn interval(&self) -> Interval {
        let (lower, upper) = match *self {
            Self::Exact { value, stated_to } => {
                let half = if stated_to == 1.0 { 0.0 } else { stated_to / 2.0 };
                (Some(Bound::closed(value - half)), Some(Bound::closed(value + half)))
            }
            Self::MoreThan(value) => (Some(Bound::open(value)), None),
            Self::AtLeast(value) => (Some(Bound::closed(value)), None),
            Self::LessThan(value) => (None, Some(Bound::open(value))),
            Self::AtMost(value) => (None, Some(Bound::closed(value))),
            Self::Between(lower, upper) => (Some(lower), Some(upper)),
            Self::About(_) => (None, None),
        };
        Interval { lower, upper }
    }

    /// Words an interval as a quantity again: `None` where nothing is known.
    pub fn from_interval(interval: &Interval) -> Option<Self> {
        Some(match (interval.lower, interval.upper) {
            (None, None) => return None,
            (Some(low), None) if low.open => Self::MoreThan(low.value),
            (Some(low), None) => Self::AtLeast(low.value),
            (None, Some(up)) if up.open => Self::LessThan(up.value),
            (None, Some(up)) => Self::AtMost(up.value),
            (Some(low), Some(up)) if low.value == up.value => Self::exactly(low.value),
            (Some(low), Some(up)) => Self::Between(low, up),
        })
    }

    /// How many times `other` this is, for two counts. Bounds are carried
    /// through: at least over exact is at least, at least over at least is
    /// unknown (`None`), about over one stated number is about. Of two exact counts it is
    /// the floating-point number nearest to their ratio; nothing of anything is nothing.
    /// Also `None` where one of the two cannot be a count, or the ratio is beyond every number.
    pub fn over(&self, other: &Self) -> Option<Self> {
        if let (Self::About(_), _) | (_, Self::About(_)) = (self, other) {
            // A range states no number that "about" could be about.
            if self.comparator().is_range() || other.comparator().is_range() {
                return None;
            }
            let ratio = self.stated() / other.stated();
            let of_counts = self.stated() >= 0.0 && other.stated() > 0.0 && ratio.is_finite();
            return of_counts.then_some(Self::About(ratio));
        }
        if let (Self::Exact { value: a, stated_to: 1.0 }, Self::Exact { value: b, stated_to: 1.0 }) =
            (self, other)
        {
            return (*b > 0.0 && *a >= 0.0 && (a / b).is_finite()).then(|| Self::exactly(a / b));
        }
        if self.interval().of_a_count().is_empty() {
            return None;
        }
        let mut ratio = self.interval().over(&other.interval());
        // "At or above zero" says nothing about a ratio of counts, unless it is zero.
        let is_zero = ratio.upper.is_some_and(|up| up.value == 0.0);
        if ratio.lower.is_some_and(|low| low.value <= 0.0 && !low.open) && !is_zero {
            ratio.lower = None;
        }
        Self::from_interval(&ratio)
    }

    /// On which side of the ratio to `other`, which is only about, the true one lies: at or above
    /// it where this is a lower bound, or `other` an upper one. `None` where neither is a bound.
    pub fn leaning_over(&self, other: &Self) -> Option<Ordering> {
        let side = |bound: &Self| match bound {
            Self::MoreThan(_) | Self::AtLeast(_) => Some(Ordering::Greater),
            Self::LessThan(_) | Self::AtMost(_) => Some(Ordering::Less),
            _ => None,
        };
        match (self, other) {
            (Self::About(_), bound) => side(bound).map(Ordering::reverse),
            (bound, Self::About(_)) => side(bound),
            _ => None,
        }
    }

    /// How many times `other` this is, as [`Self::over`] says it, unless that would leave out
    /// that it is more or less.
    pub fn times(&self, other: &Self) -> Option<Self> {
        self.over(other).filter(|_| self.leaning_over(other).is_none())
    }

    /// The sum of two quantities of disjoint things (never of reaches). `None` where nothing is
    /// known of it, as of about something and a range.
    pub fn plus(&self, other: &Self) -> Option<Self> {
        if let (Self::About(_), _) | (_, Self::About(_)) = (self, other) {
            if self.comparator().is_range() || other.comparator().is_range() {
                return None;
            }
            let sum = self.stated() + other.stated();
            return sum.is_finite().then_some(Self::About(sum));
        }
        Self::from_interval(&self.interval().plus(&other.interval()))
    }
}
