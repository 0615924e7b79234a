//! What one figure rests on, as a dataset of its own: to be taken along.

use super::cell::Cell;
use super::choice::Choice;
use super::comparison::{compare, lanes};
use super::subject::{Subject, metrics_of};
use crate::model::{Campaign, Contradiction, Dataset, FigureName, Gap, GapRecord, Observation};

/// The records that a figure follows from, in the data's order: the campaigns shown (without story, objectives and results in words, which the
/// figure has nothing of), their figures here, what those who report none report
/// instead, targets, gaps and contradictions, with definitions and sources. The
/// same choice makes the same figure of it.
///
/// All collections stay listed, so that what a choice of sources means stays too.
pub fn extract(dataset: &Dataset, choice: &Choice, name: FigureName) -> Dataset {
    let metrics = metrics_of(name, choice);
    let campaigns: Vec<Campaign> = choice
        .campaigns(dataset)
        .map(|campaign| Campaign {
            story: None,
            objectives: Vec::new(),
            results: Vec::new(),
            ..campaign.clone()
        })
        .collect();
    let shown = |id: &str| campaigns.iter().any(|campaign| campaign.id == id);

    let mut kept = vec![false; dataset.observations.len()];
    let mut keep = |cell: &Cell| cell.evidence.iter().for_each(|&at| kept[at] = true);
    if let Some(metric) = name.metric() {
        let comparison = compare(dataset, choice, metric);
        comparison.cells().for_each(|(_, _, cell)| keep(cell));
        comparison.silent.iter().filter_map(|silent| silent.instead.as_ref()).for_each(keep);
    } else if let Some(cells) = cells_of_subject(&Subject::of(dataset, choice, name, None)) {
        cells.into_iter().for_each(&mut keep);
    } else if name == FigureName::When {
        // Of who has no dates, those of its figures count.
        for (at, observation) in dataset.observations.iter().enumerate() {
            let undated = |campaign: &&Campaign| campaign.from.is_none() && campaign.to.is_none();
            let of = campaigns.iter().filter(undated).any(|campaign| campaign.id == observation.campaign);
            kept[at] = of && choice.counts_collection(dataset, observation.collection);
        }
    } else {
        for lane in metrics.iter().flat_map(|&metric| lanes(dataset, choice, metric)) {
            lane.groups.iter().flat_map(|group| &group.cells).for_each(&mut keep);
        }
    }
    let measured: Vec<&str> = of_those(&kept, dataset).map(|observation| &*observation.definition).collect();
    for (at, observation) in dataset.observations.iter().enumerate() {
        let aim = dataset.definition(&observation.definition).and_then(|known| known.target_for.as_deref());
        if aim.is_some_and(|aim| measured.contains(&aim))
            && shown(&observation.campaign)
            && choice.counts_collection(dataset, observation.collection)
        {
            kept[at] = true;
        }
    }
    let observations: Vec<Observation> = of_those(&kept, dataset).cloned().collect();
    // A record that says no more than "not reported" says what its absence says.
    let tells =
        |gap: &GapRecord| gap.reason != Gap::NotReported || gap.note.is_some() || gap.source.is_some();
    let here = |gap: &&GapRecord| metrics.contains(&gap.metric) && shown(&gap.campaign) && tells(gap);
    let gaps: Vec<GapRecord> = dataset.gaps.iter().filter(here).cloned().collect();

    let counted = |id: &str| observations.iter().any(|observation| observation.definition == id);
    let definitions: Vec<_> =
        dataset.definitions.iter().filter(|definition| counted(&definition.id)).cloned().collect();
    let says = |id: &str| {
        observations.iter().any(|observation| observation.source == id)
            || gaps.iter().any(|gap| gap.source.as_deref() == Some(id))
    };
    let sources = dataset.sources.iter().filter(|source| says(&source.id)).cloned().collect();
    let contradictions = dataset.contradictions.iter().filter_map(|known| {
        let only = |ids: &[String], is_kept: &dyn Fn(&str) -> bool| -> Vec<String> {
            ids.iter().filter(|id| is_kept(id)).cloned().collect()
        };
        let concerned = Contradiction {
            campaigns: only(&known.campaigns, &shown),
            definitions: only(&known.definitions, &counted),
            ..known.clone()
        };
        (!concerned.campaigns.is_empty() && !concerned.definitions.is_empty()).then_some(concerned)
    });
    Dataset {
        title: dataset.title.clone(),
        updated: dataset.updated.clone(),
        collections: dataset.collections.clone(),
        contradictions: contradictions.collect(),
        definitions,
        sources,
        campaigns,
        observations,
        gaps,
    }
}

/// The cells that a figure of a few of many is made of; `None` where it follows from all of
/// its metrics.
fn cells_of_subject(subject: &Subject) -> Option<Vec<&Cell>> {
    Some(match subject {
        Subject::Multiples(multiples) => {
            let lanes = multiples.lanes.iter();
            lanes.flat_map(|lane| lane.bases.iter().chain(lane.multiples.iter().map(|m| &m.cell))).collect()
        }
        Subject::Ladder(ladder) => {
            let rungs = ladder.climbs.iter().flat_map(|climb| climb.steps.iter().flatten());
            rungs.map(|rung| &rung.side.cell).collect()
        }
        Subject::Years(years) => {
            let points = years.strands.iter().flat_map(|strand| strand.pieces.iter().flatten());
            let others = years.strands.iter().flat_map(|strand| &strand.of_several_years);
            points.map(|point| &point.side.cell).chain(others).collect()
        }
        _ => return None,
    })
}

fn of_those<'a>(kept: &[bool], dataset: &'a Dataset) -> impl Iterator<Item = &'a Observation> {
    dataset.observations.iter().zip(kept).filter(|(_, kept)| **kept).map(|(observation, _)| observation)
}
