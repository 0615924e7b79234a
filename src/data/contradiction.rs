//! Reading a contradiction.

use super::fault::Problem;
use super::record::Presence::Required;
use super::record::Record;
use crate::model::Contradiction;

/// Reads one record of `contradictions`. It concerns at least one campaign; it
/// need not concern a figure.
pub(super) fn read_contradiction(record: &mut Record<'_>) -> Option<Contradiction> {
    let id = record.id("id", Required);
    let before = record.fault_count();
    let campaigns = record.texts("campaigns", Required);
    if campaigns.is_empty() && record.fault_count() == before {
        record.fault("campaigns", Problem::EmptyList);
    }
    let definitions = record.texts("definitions", Required);
    let text = record.required("text");
    record.closed()?;
    Some(Contradiction { id: id?, campaigns, definitions, text })
}
