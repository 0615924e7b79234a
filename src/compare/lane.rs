//! A lane: observations of one definition, unit, basis and scope, the only ones that
//! may be ranked. In it, a group a campaign.

use super::cell::Cell;
use super::rank::Rank;
use crate::model::{Basis, Dataset, Interval, Period};

/// What an axis measures: only quantities of one dimension share one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// Things counted.
    #[default]
    Count,
    /// Parts of a hundred.
    PerCent,
    /// Pounds sterling.
    Pounds,
    /// Other money, of which the unit says the currency.
    OtherMoney,
    /// A place in an order, such as that in the charts.
    Place,
}

impl Dimension {
    /// Reads the dimension off a unit.
    pub fn of_unit(unit: &str) -> Self {
        if unit == "position" {
            Self::Place
        } else if unit.starts_with("per cent") || unit.starts_with("percentage") {
            Self::PerCent
        } else if unit.starts_with("GBP") {
            Self::Pounds
        } else if ["USD", "CAD", "EUR", "AUD", "dollars"].iter().any(|money| unit.starts_with(money)) {
            Self::OtherMoney
        } else {
            Self::Count
        }
    }
}

/// One campaign (with its editions) in a lane.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Id shared by the editions of the campaign.
    pub series: String,
    /// Its cells, by campaign and period.
    pub cells: Vec<Cell>,
    /// Its place among the groups of the lane, where the lane is ranked.
    pub rank: Option<Rank>,
    /// Whether it belongs to what is seen at a glance.
    pub notable: bool,
}

impl Group {
    /// The interval that contains everything the group's cells may be: what it
    /// is ranked by. Of what is doubtful nothing is known.
    pub fn interval(&self) -> Interval {
        let known = |cell: &Cell| if cell.doubtful { Interval::UNKNOWN } else { cell.known.interval() };
        let mut cells = self.cells.iter().map(known);
        let first = cells.next().unwrap_or(Interval::UNKNOWN);
        cells.fold(first, |hull, interval| hull.hull(&interval))
    }

    /// The figure that is spoken of: the largest as stated.
    pub(super) fn largest(&self) -> Option<&Cell> {
        self.cells.iter().max_by(|a, b| a.size().total_cmp(&b.size()))
    }

    /// A number to list groups by; claims nothing.
    pub fn size(&self) -> f64 {
        self.cells.iter().map(Cell::size).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Observations of one definition, unit, basis and scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Id of the definition.
    pub definition: String,
    /// What is counted.
    pub unit: String,
    /// What the unit is confined to.
    pub scope: Option<String>,
    /// Over what it is counted.
    pub basis: Basis,
    /// What its axis measures.
    pub dimension: Dimension,
    /// Whether the sources say what was counted; where they do not, nothing is ranked.
    pub stated: bool,
    /// Its campaigns.
    pub groups: Vec<Group>,
}

/// A cell with the place of its lane.
pub(super) type InLane<'a> = (usize, &'a Cell);

/// The cells of one campaign, in the order of the lanes.
pub(super) fn cells_of<'a>(lanes: &'a [Lane], campaign: &str) -> Vec<InLane<'a>> {
    let mut cells = Vec::new();
    for (at, lane) in lanes.iter().enumerate() {
        let of_it = lane.groups.iter().flat_map(|group| &group.cells);
        cells.extend(of_it.filter(|cell| cell.campaign == campaign).map(|cell| (at, cell)));
    }
    cells
}

impl Lane {
    /// Its place among lanes by what it counts, as the data has it: not by how much is counted
    /// so, which another choice changes.
    pub(super) fn place(&self, dataset: &Dataset) -> (Option<usize>, String, Option<String>, Basis) {
        let definition = dataset.definitions.iter().position(|known| known.id == self.definition);
        (definition, self.unit.clone(), self.scope.clone(), self.basis)
    }

    /// The same, without what is in it.
    pub(super) fn without_groups(&self) -> Self {
        Self {
            definition: self.definition.clone(),
            unit: self.unit.clone(),
            scope: self.scope.clone(),
            groups: Vec::new(),
            ..*self
        }
    }

    /// Whether it holds changes of which it is not known that they were counted over as long.
    pub(super) fn has_changes_over_other_stretches(&self) -> bool {
        let cells = || self.groups.iter().flat_map(|group| &group.cells);
        let Some(first) = cells().next().map(|cell| cell.period) else { return false };
        let as_long = |period: Period| {
            let is_stated = period != Period::NotStated;
            is_stated && (period == first || (period.days().is_some() && period.days() == first.days()))
        };
        self.basis == Basis::Change && !cells().all(|cell| as_long(cell.period))
    }

    /// How much the lane tells: comparable campaigns first, then targets.
    pub(super) fn weight(&self) -> usize {
        let (mut targets, mut editions) = (false, false);
        for group in &self.groups {
            targets |= group.cells.iter().any(|cell| cell.target.is_some());
            editions |= group.cells.len() > 1;
        }
        self.groups.len().min(9) * 8
            + usize::from(targets) * 9
            + usize::from(editions) * 2
            + usize::from(self.basis == Basis::Total)
    }
}
