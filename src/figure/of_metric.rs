//! The figure of one metric.

use super::content::{Content, source_line, sources_of_cells, unseen};
use super::description::description;
use super::headline::headline;
use super::key::key_of_rows;
use crate::chart::{ChartSpec, SpecOptions, chart_spec};
use crate::compare::{Comparison, Finding};
use crate::format::Sentence;
use crate::model::{Dataset, FigureName, Source};

pub(super) fn content<'a>(
    dataset: &'a Dataset,
    comparison: &Comparison,
    options: SpecOptions,
) -> Content<'a> {
    let language = options.language;
    let spec = chart_spec(dataset, comparison, options);
    let name = FigureName::of(comparison.metric).unwrap_or(FigureName::Reach);
    // Where the headline speaks of something else, and nobody would say it.
    let unsaid = comparison.ranks_nothing() && matches!(comparison.finding, Finding::AgainstTarget { .. });
    Content {
        name,
        headline: headline(dataset, comparison, language),
        subtitle: language.phrases().subtitle(comparison.metric).to_owned(),
        caution: language.phrases().caution(comparison.metric),
        note: unsaid.then(|| language.say(&Sentence::RanksNothing)),
        description: description(dataset, comparison, &spec, language),
        key: key_of_rows(&spec),
        sources: sources_of(dataset, comparison, true),
        said_by: said_by(dataset, comparison, &spec, options.expanded),
        unseen: unseen(dataset, comparison.cells().map(|(_, _, cell)| cell), &spec),
        plot: Box::new(spec),
    }
}

/// The sources of everything that is compared, or of what is seen at a glance.
fn sources_of<'a>(dataset: &'a Dataset, comparison: &Comparison, all: bool) -> Vec<&'a Source> {
    let shown = comparison.cells().filter(|(_, group, _)| all || group.notable);
    sources_of_cells(dataset, shown.map(|(_, _, cell)| cell))
}

/// Who says what is seen: also of what is reported instead, where it is.
fn said_by(dataset: &Dataset, comparison: &Comparison, spec: &ChartSpec, expanded: bool) -> Option<String> {
    let instead =
        comparison.silent.iter().take(spec.silent.len()).filter_map(|silent| silent.instead.as_ref());
    let instead = sources_of_cells(dataset, instead);
    source_line(sources_of(dataset, comparison, expanded).into_iter().chain(instead), spec.language)
}
