//! The years of campaigns as rows, from the first to the last: figures that count the same
//! are joined, and nothing is joined across a change of what was counted.

use super::beside::{heading, lane_name, relation_words, unlike_words};
use super::spec::{Band, ChartSpec, Maker, Panel, Row, SpecOptions};
use crate::compare::{Group, Relation, Strand, YearPoint, Years};
use crate::format::{Comparing, Language};
use crate::model::{Campaign, Dataset};

/// How many rows are seen at a glance.
const ROWS_AT_A_GLANCE: usize = 18;

/// Makes years ready to be drawn.
pub fn years_spec(dataset: &Dataset, years: &Years, options: SpecOptions) -> ChartSpec {
    let most = if options.expanded { usize::MAX } else { options.room.unwrap_or(ROWS_AT_A_GLANCE) };
    let rows_of = |strand: &Strand| strand.pieces.iter().map(Vec::len).sum::<usize>();
    let (mut panels, mut shown) = (Vec::new(), 0);
    for strand in &years.strands {
        let rows = rows_of(strand);
        // A strand stands there whole or not at all; the first in any case.
        if shown > 0 && shown + rows > most {
            break;
        }
        shown += rows;
        panels.extend(strand_panels(dataset, strand, options));
    }
    let rows = years.strands.iter().map(rows_of).sum();
    ChartSpec::new("years", options, panels, (rows, rows - shown))
}

/// A panel for the pieces of a strand that measure alike, in their order.
fn strand_panels(dataset: &Dataset, strand: &Strand, options: SpecOptions) -> Vec<Panel> {
    let language = options.language;
    let maker = Maker { dataset, options, metric: strand.metric };
    let mut panels: Vec<Panel> = Vec::new();
    let section = language.compared(&Comparing::YearsOf {
        campaign: series_name(dataset, &strand.series),
        metric: heading(strand.metric, language),
    });
    let mut heading = Some(Band::Section(section));
    for (at, piece) in strand.pieces.iter().enumerate() {
        let lane = &piece[0].side.lane;
        if panels.last().is_none_or(|panel| panel.dimension != lane.dimension) {
            let bands = heading.take().into_iter().collect();
            panels.push(Panel { dimension: lane.dimension, bands, ..Panel::default() });
        }
        let Some(panel) = panels.last_mut() else { continue };
        let note = match (at, lane.stated) {
            (_, false) => Some(language.comparing().years_unstated.to_owned()),
            (0, true) => None,
            (_, true) => Some(language.comparing().years_broken.to_owned()),
        };
        // Of which years there is none, is told under the campaign's name, before those there are.
        let missing = if at == 0 { missing_words(strand, language) } else { None };
        let notes: Vec<String> = missing.into_iter().chain(note).collect();
        let note = (!notes.is_empty()).then(|| notes.join(". "));
        panel.bands.push(Band::Lane { name: lane_name(&maker, lane), note, leads: false });
        let mut before: Option<&YearPoint> = None;
        for point in piece {
            panel.bands.push(Band::Row(year_row(&maker, point, before)));
            before = Some(point);
        }
    }
    panels
}

fn year_row(maker: &Maker<'_>, point: &YearPoint, before: Option<&YearPoint>) -> Row {
    let language = maker.options.language;
    let mut also = Vec::new();
    if let (Some(relation), Some(before)) = (point.since, before) {
        let (relation, before) = (relation_words(relation, language), before.side.cell.period);
        also.push(language.compared(&Comparing::StandsToTime { relation, before }));
        also.extend(unlike_words(point.unlike, language));
    }
    let side = &point.side;
    let group = Group { series: side.campaign.clone(), cells: Vec::new(), rank: None, notable: true };
    // A line would rise or fall where nobody can tell whether it does.
    let joined = point.since.is_some_and(|since| since != Relation::Untold);
    Row { joined, ..maker.row(&side.lane, &group, &side.cell, true, &also) }
}

/// Of which of its years a campaign has no figure, in words.
pub(crate) fn missing_words(strand: &Strand, language: Language) -> Option<String> {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for &year in &strand.missing {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == year => *to = year,
            _ => runs.push((year, year)),
        }
    }
    (!runs.is_empty()).then(|| language.compared(&Comparing::YearsMissing(runs)))
}

/// What the editions of a campaign are called together.
pub(crate) fn series_name(dataset: &Dataset, series: &str) -> String {
    let one = dataset.campaigns.iter().find(|campaign| campaign.series_id() == series);
    one.map_or(series, Campaign::chart_name).to_owned()
}
