//! The figure of one metric.

use super::content::{Content, source_line, sources_of_cells};
use super::description::description;
use super::headline::headline;
use super::key::key_of_rows;
use crate::chart::{Band, ChartSpec, SpecOptions, chart_spec};
use crate::compare::{Comparison, Finding};
use crate::format::Sentence;
use crate::model::{Campaign, Dataset, FigureName, Ids, Source};

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
        unseen: unseen(dataset, comparison, &spec),
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

/// The campaigns of which no row is drawn, however few there is room for: nobody may take them
/// for such that report nothing.
fn unseen(dataset: &Dataset, comparison: &Comparison, spec: &ChartSpec) -> Vec<String> {
    let bands = spec.panels.iter().flat_map(|panel| &panel.bands);
    let rows = bands.filter_map(|band| match band {
        Band::Row(row) => Some(&*row.campaign),
        _ => None,
    });
    let drawn = Ids::of(rows.collect());
    let mut unseen: Vec<String> = Vec::new();
    for (_, _, cell) in comparison.cells().filter(|(_, _, cell)| drawn.place(&cell.campaign).is_none()) {
        let campaign = dataset.campaign(&cell.campaign);
        let name = campaign.map_or_else(|| cell.campaign.clone(), Campaign::edition_name);
        if !unseen.contains(&name) {
            unseen.push(name);
        }
    }
    unseen
}
