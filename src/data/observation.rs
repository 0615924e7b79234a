//! Reading an observation, and a gap: a figure, or why there is none.

use super::fault::Problem;
use super::record::Presence::{Optional, Required};
use super::record::Record;
use crate::model::{Comparator, GapRecord, Observation, Quantity};

/// Reads one record of `observations`.
pub(super) fn read_observation(record: &mut Record<'_>, collection: usize) -> Option<Observation> {
    let campaign = record.required("campaign");
    let definition = record.required("definition");
    let quantity = read_quantity(record);
    let unit = record.required("unit");
    let scope = record.text("scope", Optional);
    let basis = record.member("basis", Required);
    let period = record.period("period");
    let platforms = record.texts("platform", Optional);
    let wording = record.text("wording", Optional);
    let source = record.required("source");
    let locator = record.text("locator", Optional);
    let note = record.text("note", Optional);
    let doubt = record.text("doubt", Optional);
    let role = record.member("role", Optional).unwrap_or_default();
    let part = record.text("part", Optional);
    let includes = record.text("includes", Optional);
    record.closed()?;
    Some(Observation {
        campaign,
        definition,
        quantity: quantity?,
        unit,
        scope,
        basis: basis?,
        period,
        platforms,
        wording,
        source,
        locator,
        note,
        doubt,
        role,
        part,
        includes,
        collection,
    })
}

/// The four fields that make a quantity.
fn read_quantity(record: &mut Record<'_>) -> Option<Quantity> {
    let before = record.fault_count();
    let comparator = record.member("comparator", Required);
    let value = record.number("value", Required);
    let upper = record.number("value_upper", Optional);
    let stated_to = record.number("stated_to", Optional).unwrap_or(1.0);
    let readable = record.fault_count() == before;
    // Apart from the others, so that two mistakes are reported as two.
    if let Err(invalid) = Quantity::new(Comparator::Exact, 0.0, None, stated_to) {
        record.fault("stated_to", Problem::InvalidQuantity(invalid));
    }
    if !readable {
        return None;
    }
    match Quantity::new(comparator?, value?, upper, 1.0) {
        Err(invalid) => {
            record.fault("value_upper", Problem::InvalidQuantity(invalid));
            None
        }
        Ok(_) => Quantity::new(comparator?, value?, upper, stated_to).ok(),
    }
}

/// Reads one record of `gaps`.
pub(super) fn read_gap(record: &mut Record<'_>) -> Option<GapRecord> {
    let campaign = record.required("campaign");
    let metric = record.member("metric", Required);
    let reason = record.member("reason", Required);
    let note = record.text("note", Optional);
    let source = record.text("source", Optional);
    record.closed()?;
    Some(GapRecord { campaign, metric: metric?, reason: reason?, note, source })
}
