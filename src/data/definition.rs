//! Reading a definition.

use super::fault::Problem;
use super::record::Presence::{Optional, Required};
use super::record::{Record, is_id};
use crate::model::{Definition, Metric};

/// Reads one record of `definitions`.
pub(super) fn read_definition(record: &mut Record<'_>) -> Option<Definition> {
    let id = record.tested("id", Required, is_definition_id, Problem::InvalidDefinitionId);
    let metric = id.as_deref().and_then(|id| metric_of(record, id));
    let label = record.required("label");
    let counts = record.required("counts");
    let stage = record.member("stage", Required);
    let target_for = record.text("target_for", Optional);
    match (metric, &target_for) {
        (Some(Metric::Target), None) => record.fault("target_for", Problem::Missing),
        (Some(Metric::Target), Some(id)) if id.starts_with("target.") => {
            record.fault("target_for", Problem::TargetForTarget);
        }
        (Some(Metric::Target) | None, _) | (Some(_), None) => {}
        (Some(_), Some(_)) => record.fault("target_for", Problem::OnlyForTargets),
    }
    record.closed()?;
    Some(Definition { id: id?, metric: metric?, label, counts, stage: stage?, target_for })
}

/// The metric that the id's first part names.
fn metric_of(record: &mut Record<'_>, id: &str) -> Option<Metric> {
    let (family, _) = id.split_once('.')?;
    match family.parse() {
        Ok(metric) => Some(metric),
        Err(unknown) => {
            record.fault("id", Problem::UnknownSlug(unknown));
            None
        }
    }
}

fn is_definition_id(text: &str) -> bool {
    text.split_once('.').is_some_and(|(family, name)| is_id(family) && is_id(name))
}
