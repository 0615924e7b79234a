//! Figures as multiples, as rows: of a yardstick, or each of its own target.

use super::beside::{heading, lane_name, name, ranked_row, relation_words, unlike_words};
use super::mark::Glyph;
use super::scale::ScaleKind;
use super::spec::{Axis, Band, ChartSpec, Maker, Panel, Row, SpecOptions, glyph};
use crate::compare::{Cell, Multiple, Multiples, MultiplesLane};
use crate::format::Comparing;
use crate::model::Dataset;

/// How many rows are seen at a glance.
const ROWS_AT_A_GLANCE: usize = 16;

/// Makes multiples ready to be drawn.
pub fn multiples_spec(dataset: &Dataset, multiples: &Multiples, options: SpecOptions) -> ChartSpec {
    let most = if options.expanded { usize::MAX } else { options.room.unwrap_or(ROWS_AT_A_GLANCE) };
    let mut bands = Vec::new();
    let (mut shown, mut rows) = (0, 0);
    let mut metric = None;
    for lane in &multiples.lanes {
        let maker = Maker { dataset, options, metric: lane.metric };
        let made = lane_rows(&maker, lane);
        rows += made.len();
        let fitting: Vec<Row> = made.into_iter().take(most.saturating_sub(shown)).collect();
        if fitting.is_empty() {
            continue;
        }
        shown += fitting.len();
        if metric != Some(lane.metric) {
            metric = Some(lane.metric);
            bands.push(Band::Section(heading(lane.metric, options.language)));
        }
        bands.push(Band::Lane { name: lane_name(&maker, &lane.lane), note: None, leads: false });
        bands.extend(fitting.into_iter().map(Band::Row));
    }
    let panel = Panel { axis: Axis::Times, reference: Some(1.0), bands, ..Panel::default() };
    let panels = if rows > 0 { vec![panel] } else { Vec::new() };
    ChartSpec::new("multiples", options, panels, (rows, rows - shown))
}

/// The rows of a lane: the yardstick's own, then its multiples.
fn lane_rows(maker: &Maker<'_>, lane: &MultiplesLane) -> Vec<Row> {
    let mut rows: Vec<Row> = lane.bases.iter().map(|base| base_row(maker, lane, base)).collect();
    rows.extend(lane.multiples.iter().map(|multiple| multiple_row(maker, lane, multiple)));
    rows
}

fn base_row(maker: &Maker<'_>, lane: &MultiplesLane, base: &Cell) -> Row {
    let yardstick = maker.options.language.comparing().is_yardstick.to_owned();
    let row = ranked_row(maker, &lane.lane, base, None, &[yardstick]);
    Row { glyphs: vec![Glyph::Exact(1.0)], ..row }
}

fn multiple_row(maker: &Maker<'_>, lane: &MultiplesLane, multiple: &Multiple) -> Row {
    let language = maker.options.language;
    let mut also = Vec::new();
    if let (Some(relation), Some(base)) = (multiple.relation, multiple.base) {
        let base = &lane.bases[base];
        let relation = relation_words(relation, language);
        also.push(
            language.compared(&Comparing::Stands { relation, whom: name(maker.dataset, &base.campaign) }),
        );
        also.extend(unlike_words(multiple.unlike, language));
    }
    let row = ranked_row(maker, &lane.lane, &multiple.cell, multiple.rank, &also);
    let log = maker.options.scale == ScaleKind::Log;
    let in_domain = |value: f64| value.is_finite() && (!log || value > 0.0);
    let glyphs = multiple.times.and_then(|times| glyph(&times, &in_domain)).into_iter().collect();
    Row { glyphs, ..row }
}
