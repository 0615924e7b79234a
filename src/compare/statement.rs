//! Everything that a comparison says, the surest first.

use super::choice::Choice;
use super::comparison::compare;
use super::finding::{Finding, against_targets, within_lanes};
use super::subject::MEASURED;
use crate::model::{Dataset, Metric, Quantity, put_in_order};

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sureness {
    /// Its numbers are known.
    Exact,
    /// It holds for every number that the bounds leave possible.
    Bounded,
    /// A source says "about": nothing sure follows.
    About,
    /// It says that something cannot be told.
    Untold,
}

crate::model::closed_set!(Sureness, "sureness", {
    Exact => "exact", Bounded => "bounded", About => "about", Untold => "untold",
});

/// Something that a comparison says.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// Of which metric.
    pub metric: Metric,
    /// What.
    pub finding: Finding,
    /// How sure it is.
    pub sureness: Sureness,
}

/// What may be said of the chosen campaigns on every metric, the surest first: results
/// beside their targets, who surely comes first of those that counted the same, and where
/// that cannot be told.
pub fn statements(dataset: &Dataset, choice: &Choice) -> Vec<Statement> {
    let mut found = Vec::new();
    for &metric in MEASURED {
        let comparison = compare(dataset, choice, metric);
        let of_targets = against_targets(&comparison).into_iter().map(|(_, finding)| finding);
        // To have put in the most is no result.
        let first = if metric == Metric::Input { Vec::new() } else { within_lanes(&comparison, dataset) };
        for finding in of_targets.chain(first) {
            let sureness = sureness(&finding);
            found.push(Statement { metric, finding, sureness });
        }
    }
    put_in_order(&mut found, &|a, b| a.sureness.cmp(&b.sureness));
    found
}

fn sureness(finding: &Finding) -> Sureness {
    let of = |quantity: &Quantity| match quantity {
        // What is rounded is known within half of what it is rounded to.
        Quantity::Exact { stated_to, .. } if *stated_to <= 1.0 => Sureness::Exact,
        Quantity::About(_) => Sureness::About,
        _ => Sureness::Bounded,
    };
    match finding {
        Finding::AgainstTarget { quantity, ratio, .. } => of(quantity).max(of(ratio)),
        Finding::SurelyFirst { quantity, .. } => quantity.as_ref().map_or(Sureness::Bounded, of),
        _ => Sureness::Untold,
    }
}
