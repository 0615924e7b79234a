//! In what two figures that count the same were counted otherwise: they may stand beside each
//! other, and whoever sets them so says it.

use super::cell::Cell;
use crate::model::{Basis, Dataset, Observation};

/// In what two figures of one lane were counted otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unlike {
    /// On different platforms, as far as sources say on which.
    pub platforms: bool,
    /// Over so many days each, where both say so, what they count adds up over days, and one
    /// is longer than the other.
    pub days: Option<(u32, u32)>,
    /// At least one of them over a part of its period only, and not both over the same.
    pub part: bool,
}

impl Unlike {
    /// Compares how two cells of a lane were counted.
    pub(super) fn between(dataset: &Dataset, basis: Basis, one: &Cell, other: &Cell) -> Self {
        let adds_up = matches!(basis, Basis::Total | Basis::Change);
        let days = one.period.days().zip(other.period.days()).filter(|(a, b)| adds_up && a != b);
        Self { platforms: on_other_platforms(dataset, one, other), days, part: one.part != other.part }
    }

    /// The same of the two the other way round.
    pub fn turned(self) -> Self {
        Self { days: self.days.map(|(one, other)| (other, one)), ..self }
    }

    /// Whether nothing of it is known.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }
}

/// Whether two cells were counted on different platforms, as far as sources say on which.
pub(super) fn on_other_platforms(dataset: &Dataset, one: &Cell, other: &Cell) -> bool {
    let (one, other) = (platforms(dataset, one), platforms(dataset, other));
    !one.is_empty() && !other.is_empty() && one != other
}

/// Whether two cells were counted on the same platforms, or leave both unsaid on which.
pub(super) fn are_of_same_platforms(dataset: &Dataset, one: &Cell, other: &Cell) -> bool {
    platforms(dataset, one) == platforms(dataset, other)
}

/// The platforms that the sources of a cell name, in the order of letters.
fn platforms<'a>(dataset: &'a Dataset, cell: &Cell) -> Vec<&'a str> {
    let named = cell.evidence.iter().flat_map(|&at| &dataset.observations[at].platforms);
    let mut platforms: Vec<&str> = named.map(String::as_str).collect();
    platforms.sort_unstable();
    platforms.dedup();
    platforms
}

/// Whether the platforms of one observation are all among those of another.
pub(super) fn are_within(one: &Observation, other: &Observation) -> bool {
    one.platforms.iter().all(|platform| other.platforms.contains(platform))
}
