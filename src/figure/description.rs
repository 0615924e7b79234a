//! A chart in words, for those who do not see it: what it shows, lane by lane.

use crate::chart::{Band, ChartSpec};
use crate::compare::Comparison;
use crate::format::{Language, Sentence};
use crate::model::Campaign;
use crate::model::Dataset;

/// Everything that stands in a chart, in its order: a paragraph for the rows under a heading,
/// which begins with it and with those above it.
pub(super) fn in_order(spec: &ChartSpec) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    // Whether the last one has rows already, so that a heading begins another; and whether
    // there was a heading at all: rows without one are a paragraph each.
    let (mut ended, mut headed) = (true, false);
    let mut say = |text: &str, heads: bool| {
        let sentence = spec.language.say(&Sentence::Alone(text.to_owned()));
        headed |= heads;
        match paragraphs.last_mut().filter(|_| if heads { !ended } else { headed }) {
            Some(paragraph) => {
                paragraph.push(' ');
                paragraph.push_str(&sentence);
            }
            None => paragraphs.push(sentence),
        }
        ended = !heads;
    };
    for panel in &spec.panels {
        for band in &panel.bands {
            match band {
                Band::Row(row) => say(&row.saying.brief, false),
                Band::Lane { name, note, .. } => {
                    say(name, true);
                    note.iter().for_each(|note| say(note, true));
                }
                Band::Section(text) | Band::Name(text) => say(text, true),
            }
        }
    }
    paragraphs
        .extend(spec.silent.iter().map(|row| spec.language.say(&Sentence::Alone(row.saying.brief.clone()))));
    if spec.hidden > 0 {
        paragraphs.push(spec.language.say(&Sentence::AndMore { rows: spec.hidden }));
    }
    paragraphs
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
                        rows.push(row.saying.brief.clone());
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
