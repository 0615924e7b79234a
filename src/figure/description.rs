//! A chart in words, for those who do not see it: what it shows, lane by lane.

use crate::chart::{Band, ChartSpec};
use crate::compare::Comparison;
use crate::format::{Language, Sentence};
use crate::model::Campaign;
use crate::model::Dataset;

/// Everything that stands in a chart, in its order, a sentence each.
pub(super) fn in_order(spec: &ChartSpec) -> Vec<String> {
    let mut sentences = Vec::new();
    let mut say = |text: &str| sentences.push(spec.language.say(&Sentence::Alone(text.to_owned())));
    for panel in &spec.panels {
        for band in &panel.bands {
            match band {
                Band::Row(row) => say(&row.brief),
                Band::Lane { name, note, .. } => {
                    say(name);
                    note.iter().for_each(|note| say(note));
                }
                Band::Section(text) | Band::Name(text) => say(text),
            }
        }
    }
    spec.silent.iter().for_each(|row| say(&row.brief));
    if spec.hidden > 0 {
        sentences.push(spec.language.say(&Sentence::AndMore { rows: spec.hidden }));
    }
    sentences
}

/// One sentence for the whole, one for each lane that is shown, one for those
/// who report nothing.
pub(super) fn description(
    dataset: &Dataset,
    comparison: &Comparison,
    spec: &ChartSpec,
    language: Language,
) -> Vec<String> {
    let metric = comparison.metric;
    let mut sentences = vec![language.say(&Sentence::DescriptionStart {
        metric,
        reporting: comparison.reporting(),
        campaigns: comparison.campaigns,
        figures: comparison.cells().map(|(_, _, cell)| cell.evidence.len()).sum(),
    })];
    let mut section = String::new();
    let mut lane: Option<(String, bool, Vec<String>)> = None;
    let mut close = |section: &str, lane: &mut Option<(String, bool, Vec<String>)>| {
        if let Some((name, ranked, rows)) = lane.take() {
            sentences.push(language.say(&Sentence::DescriptionLane {
                section: section.to_owned(),
                lane: name,
                rows,
                ranked,
            }));
        }
    };
    for panel in &spec.panels {
        for band in &panel.bands {
            match band {
                Band::Section(text) => {
                    close(&section, &mut lane);
                    section.clone_from(text);
                }
                Band::Lane { name, note, leads } => {
                    close(&section, &mut lane);
                    if *leads {
                        section.clear();
                    }
                    lane = Some((name.clone(), note.is_none(), Vec::new()));
                }
                Band::Name(_) => {}
                Band::Row(row) => {
                    if let Some((_, _, rows)) = &mut lane {
                        rows.push(row.brief.clone());
                    }
                }
            }
        }
    }
    close(&section, &mut lane);
    if spec.hidden > 0 {
        sentences.push(language.say(&Sentence::AndMore { rows: spec.hidden }));
    }
    if !comparison.silent.is_empty() {
        let name = |id: &String| dataset.campaign(id).map_or_else(String::new, Campaign::edition_name);
        let campaigns = comparison.silent.iter().map(|silent| name(&silent.campaign)).collect();
        sentences.push(language.say(&Sentence::DescriptionSilent { metric, campaigns }));
    }
    sentences
}
