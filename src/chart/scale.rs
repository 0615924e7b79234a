//! From a quantity to a place along the axis.
//!
//! plotters' own logarithmic scale gives no tick within one decade and computes
//! with the platform's `log10`, whose last digit differs between native code
//! and WebAssembly. This one uses `libm`, so both draw the same bytes.

use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use std::ops::Range;

/// How an axis maps numbers to places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ScaleKind {
    /// Each step is ten times the one before; marks are dots.
    #[default]
    Log,
    /// Equal steps from zero; marks are bars.
    Linear,
}

crate::model::closed_set!(ScaleKind, "scale", { Log => "log", Linear => "linear" });

/// An axis: its kind and the numbers at its two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    kind: ScaleKind,
    lower: f64,
    upper: f64,
    /// Whether its numbers are years: then none is parted but by halves and quarters.
    years: bool,
}

impl Scale {
    /// The axis of years that shows all these times: it begins and ends with a year, and
    /// nothing says that time begins at zero.
    pub fn of_years(times: impl IntoIterator<Item = f64>) -> Self {
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for time in times.into_iter().filter(|time| time.is_finite()) {
            least = least.min(time);
            most = most.max(time);
        }
        if least > most {
            (least, most) = (2000.0, 2001.0);
        }
        let lower = libm::floor(least);
        Self { kind: ScaleKind::Linear, lower, upper: libm::ceil(most).max(lower + 1.0), years: true }
    }

    /// The axis that shows all these values with round numbers at its ends. On
    /// a logarithmic axis only values above zero count.
    pub fn fitting(kind: ScaleKind, values: impl IntoIterator<Item = f64>) -> Self {
        let usable = values.into_iter().filter(|v| v.is_finite() && (kind == ScaleKind::Linear || *v > 0.0));
        let (mut least, mut most) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in usable {
            least = least.min(value);
            most = most.max(value);
        }
        match kind {
            ScaleKind::Log => {
                if least > most {
                    (least, most) = (1.0, 10.0);
                }
                let floor = libm::floor(libm::log10(least) + 1e-9).clamp(-LARGEST, LARGEST - 1.0);
                let ceiling = libm::ceil(libm::log10(most) - 1e-9).clamp(floor + 1.0, LARGEST);
                Self { kind, lower: power_of_ten(floor), upper: power_of_ten(ceiling), years: false }
            }
            ScaleKind::Linear => {
                let (largest, smallest) = (power_of_ten(LARGEST), power_of_ten(10.0 - LARGEST));
                // Nothing, or nothing but zero, has a length of its own.
                let (low, high) = if least > most || (least == 0.0 && most == 0.0) {
                    (0.0, 1.0)
                } else {
                    (least.clamp(-largest, 0.0), most.clamp(0.0, largest))
                };
                let step = round_step((high - low).max(smallest), 5);
                let lower = libm::floor(low / step + 1e-9) * step;
                let upper = (libm::ceil(high / step - 1e-9) * step).max(lower + step);
                Self { kind, lower, upper, years: false }
            }
        }
    }

    /// The kind of the axis.
    pub fn kind(&self) -> ScaleKind {
        self.kind
    }

    /// The number at the start of the axis.
    pub fn lower(&self) -> f64 {
        self.lower
    }

    /// The number at the end of the axis.
    pub fn upper(&self) -> f64 {
        self.upper
    }

    /// Where a value stands, 0 at the start of the axis and 1 at its end;
    /// `None` outside its domain (zero and below on a logarithmic axis).
    pub fn place(&self, value: f64) -> Option<f64> {
        if !value.is_finite() {
            return None;
        }
        let place = match self.kind {
            ScaleKind::Linear => (value - self.lower) / (self.upper - self.lower),
            ScaleKind::Log if value > 0.0 => {
                let (low, high) = (libm::log10(self.lower), libm::log10(self.upper));
                (libm::log10(value) - low) / (high - low)
            }
            ScaleKind::Log => return None,
        };
        Some(place.clamp(0.0, 1.0))
    }

    /// The number that stands there: the inverse of [`Self::place`].
    pub fn value_at(&self, place: f64) -> f64 {
        match self.kind {
            ScaleKind::Linear => self.lower + (self.upper - self.lower) * place,
            ScaleKind::Log => {
                let (low, high) = (libm::log10(self.lower), libm::log10(self.upper));
                libm::exp10(low + (high - low) * place)
            }
        }
    }

    /// Round numbers along the axis, at most `most` of them (and at least two).
    pub fn ticks(&self, most: usize) -> Vec<f64> {
        let most = most.max(2);
        match self.kind {
            ScaleKind::Linear => {
                let step = round_step(self.upper - self.lower, most - 1);
                let step = match (self.years, step < 1.0) {
                    (true, true) => [0.25, 0.5, 1.0].into_iter().find(|&part| part >= step).unwrap_or(1.0),
                    (true, false) => libm::ceil(step),
                    (false, _) => step,
                };
                let first = libm::ceil(self.lower / step - 1e-9) as i64;
                let last = libm::floor(self.upper / step + 1e-9) as i64;
                (first..=last.min(first + 50)).map(|n| n as f64 * step).collect()
            }
            ScaleKind::Log => {
                let first = libm::round(libm::log10(self.lower)) as i64;
                let last = libm::round(libm::log10(self.upper)) as i64;
                let decades = (last - first) as usize;
                if decades < most.min(3) {
                    // Within a decade or two, 1, 2 and 5 of each.
                    let mut fine = Vec::new();
                    for n in first..=last {
                        for digit in [1.0, 2.0, 5.0] {
                            let value = digit * power_of_ten(n as f64);
                            if value <= self.upper * (1.0 + 1e-9) {
                                fine.push(value);
                            }
                        }
                    }
                    if fine.len() <= most {
                        return fine;
                    }
                }
                let stride = decades.div_ceil(most - 1).max(1);
                (first..=last).step_by(stride).map(|n| power_of_ten(n as f64)).collect()
            }
        }
    }
}

/// The largest power of ten at an axis's end, and the least below zero: room is
/// left to reckon with. What lies beyond is drawn at the end.
const LARGEST: f64 = 300.0;

/// Ten to a whole power, exactly rounded for every power a count can have.
fn power_of_ten(exponent: f64) -> f64 {
    let steps = libm::fabs(exponent) as u32;
    let power = (0..steps.min(308)).fold(1.0, |product, _| product * 10.0);
    if exponent < 0.0 { 1.0 / power } else { power }
}

/// The least of 1, 2, 2.5 or 5 times a power of ten that divides a length into
/// at most `most` steps.
fn round_step(length: f64, most: usize) -> f64 {
    let raw = length / most as f64;
    let decade = power_of_ten(libm::floor(libm::log10(raw)));
    [1.0, 2.0, 2.5, 5.0, 10.0]
        .into_iter()
        .map(|digit| digit * decade)
        .find(|step| *step >= raw * (1.0 - 1e-9))
        .unwrap_or(10.0 * decade)
}

impl Ranged for Scale {
    type FormatOption = DefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let length = f64::from(limit.1 - limit.0);
        limit.0 + libm::round(self.place(*value).unwrap_or(0.0) * length) as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        self.ticks(hint.max_num_points())
    }

    fn range(&self) -> Range<f64> {
        self.lower..self.upper
    }
}
