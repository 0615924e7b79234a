//! Intervals of the real line with open or closed ends: what a quantity is
//! known to lie in.

use std::cmp::Ordering;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// Where the end lies.
    pub value: f64,
    /// Whether the end itself is excluded ("more than" rather than "at least").
    pub open: bool,
}

impl Bound {
    /// An end that excludes its own value.
    pub const fn open(value: f64) -> Self {
        Self { value, open: true }
    }

    /// An end that includes its own value.
    pub const fn closed(value: f64) -> Self {
        Self { value, open: false }
    }
}

/// A connected set of true values that a statement leaves possible. `None` is
/// an end about which nothing is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lower end.
    pub lower: Option<Bound>,
    /// The upper end.
    pub upper: Option<Bound>,
}

impl Interval {
    /// The interval of one value.
    pub const fn point(value: f64) -> Self {
        Self { lower: Some(Bound::closed(value)), upper: Some(Bound::closed(value)) }
    }

    /// Every real number: nothing is known.
    pub const UNKNOWN: Self = Self { lower: None, upper: None };

    /// Whether `value` is possible.
    pub fn contains(&self, value: f64) -> bool {
        self.lower.is_none_or(|b| if b.open { value > b.value } else { value >= b.value })
            && self.upper.is_none_or(|b| if b.open { value < b.value } else { value <= b.value })
    }

    /// Whether no value is possible.
    pub fn is_empty(&self) -> bool {
        self.surely_below(self)
    }

    /// Whether every value of `other` is a value of `self`.
    pub fn encloses(&self, other: &Self) -> bool {
        compare_lower(self.lower, other.lower) != Ordering::Greater
            && compare_upper(self.upper, other.upper) != Ordering::Less
    }

    /// Whether some value is in both.
    pub fn meets(&self, other: &Self) -> bool {
        !self.surely_below(other) && !other.surely_below(self)
    }

    /// Whether every value of `self` is below every value of `other`: the only
    /// case in which the first may be ranked below the second.
    pub fn surely_below(&self, other: &Self) -> bool {
        match (self.upper, other.lower) {
            (Some(up), Some(low)) => up.value < low.value || (up.value == low.value && (up.open || low.open)),
            _ => false,
        }
    }

    /// Whether no value of `self` is above any value of `other`.
    pub fn surely_at_most(&self, other: &Self) -> bool {
        match (self.upper, other.lower) {
            (Some(up), Some(low)) => up.value <= low.value,
            _ => false,
        }
    }

    /// The smallest interval that contains both.
    pub fn hull(&self, other: &Self) -> Self {
        Self {
            lower: if compare_lower(self.lower, other.lower) == Ordering::Greater {
                other.lower
            } else {
                self.lower
            },
            upper: if compare_upper(self.upper, other.upper) == Ordering::Less {
                other.upper
            } else {
                self.upper
            },
        }
    }

    /// The part at or above zero, for counts, which are never negative.
    pub fn of_a_count(&self) -> Self {
        let zero = Some(Bound::closed(0.0));
        Self {
            lower: if compare_lower(self.lower, zero) == Ordering::Less { zero } else { self.lower },
            ..*self
        }
    }

    /// The set of sums of a value of each.
    pub fn plus(&self, other: &Self) -> Self {
        let add = |a: Option<Bound>, b: Option<Bound>, outward: fn(f64) -> f64| {
            let (a, b) = (a?, b?);
            bound(widen(a.value + b.value, a.value, b.value, outward), a.open || b.open)
        };
        Self {
            lower: add(self.lower, other.lower, f64::next_down),
            upper: add(self.upper, other.upper, f64::next_up),
        }
    }

    /// The set of quotients of a value of `self` (at or above zero) and a value
    /// of `other` (above zero). Both are cut to that domain first.
    pub fn over(&self, other: &Self) -> Self {
        let (top, bottom) = (self.of_a_count(), other.of_a_count());
        // The least quotient has the largest denominator, the greatest the least.
        let lower = match (top.lower, bottom.upper) {
            (Some(a), Some(b)) if b.value > 0.0 => {
                let value = quotient(a.value, b.value, f64::next_down).max(0.0);
                bound(value, (a.open || b.open) && a.value > 0.0)
            }
            _ => Some(Bound::closed(0.0)),
        };
        let upper = match (top.upper, bottom.lower) {
            // Nothing of whatever there is.
            (Some(a), _) if a.value == 0.0 && !a.open => Some(Bound::closed(0.0)),
            (Some(a), Some(b)) if b.value > 0.0 => {
                bound(quotient(a.value, b.value, f64::next_up), a.open || b.open)
            }
            _ => None,
        };
        Self { lower, upper }
    }
}

/// A worked-out end; beyond the largest number there is, nothing is known.
fn bound(value: f64, open: bool) -> Option<Bound> {
    value.is_finite().then_some(Bound { value, open })
}

/// A quotient, moved one step outwards where it was rounded, so that the true
/// one is surely inside. The product tells.
fn quotient(a: f64, b: f64, outward: fn(f64) -> f64) -> f64 {
    let quotient = a / b;
    if is_product(a, quotient, b) { quotient } else { outward(quotient) }
}

/// Whether a number is surely the product of two others, without rounding: the
/// product's error is worked out from halves of 26 digits (T. J. Dekker, A
/// Floating-Point Technique for Extending the Available Precision, 1971). Not
/// sure where the halves or the error may be beyond what there are numbers for.
fn is_product(product: f64, a: f64, b: f64) -> bool {
    let halves = |x: f64| {
        let shifted = 134_217_729.0 * x;
        let upper = shifted - (shifted - x);
        (upper, x - upper)
    };
    let ((a_upper, a_lower), (b_upper, b_lower)) = (halves(a), halves(b));
    let error = ((a_upper * b_upper - product) + a_upper * b_lower + a_lower * b_upper) + a_lower * b_lower;
    product == a * b && error == 0.0 && (product == 0.0 || product.abs() > 1.0e-200)
}

/// Moves a rounded sum one step outwards, so that the true sum is surely inside.
fn widen(sum: f64, a: f64, b: f64, outward: fn(f64) -> f64) -> f64 {
    let whole = |x: f64| x.fract() == 0.0 && x.abs() < 9.0e15;
    if whole(a) && whole(b) && whole(sum) { sum } else { outward(sum) }
}

/// Orders lower ends: unknown first, and an included value before an excluded one.
fn compare_lower(a: Option<Bound>, b: Option<Bound>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Less,
        (_, None) => Ordering::Greater,
        (Some(a), Some(b)) => order(a.value, b.value).then(a.open.cmp(&b.open)),
    }
}

/// Orders upper ends: unknown last, and an excluded value before an included one.
fn compare_upper(a: Option<Bound>, b: Option<Bound>) -> Ordering {
    match (a, b) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Greater,
        (_, None) => Ordering::Less,
        (Some(a), Some(b)) => order(a.value, b.value).then(b.open.cmp(&a.open)),
    }
}

/// The order of two finite numbers, to which 0 and -0 are the same.
fn order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}
