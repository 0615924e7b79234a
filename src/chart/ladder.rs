//! The ladder of each campaign as rows, a panel a campaign: small multiples on one scale.

use super::attention::{minding, rate_words};
use super::beside::{name as beside_name, row as row_of_side};
use super::scene::panel_values;
use super::spec::{Band, ChartSpec, Maker, Panel, Row, Saying, SpecOptions, when_words};
use crate::compare::{Climb, Counted, Dimension, Ladder, Rung, STEPS};
use crate::format::{Comparing, Sentence};
use crate::model::{Dataset, Stage};

/// How many campaigns are seen at a glance.
const CAMPAIGNS_AT_A_GLANCE: usize = 4;

/// Makes ladders ready to be drawn.
pub fn ladder_spec(dataset: &Dataset, ladder: &Ladder, options: SpecOptions) -> ChartSpec {
    let rows = |climb: &Climb| climb.steps.iter().map(Vec::len).sum::<usize>();
    // How many campaigns, and how many figures of each step. Where there is little room, one
    // campaign stands there with the first of each.
    let (seen, most) = match options.room {
        _ if options.expanded => (usize::MAX, usize::MAX),
        Some(room) if room < 6 => (1, 1),
        Some(room) => (room / 6, usize::MAX),
        None => (CAMPAIGNS_AT_A_GLANCE, usize::MAX),
    };
    let shown = ladder.climbs.iter().take(seen);
    let mut panels: Vec<Panel> = shown.map(|climb| panel(dataset, climb, most, options)).collect();
    let all: usize = ladder.climbs.iter().map(rows).sum();
    let bands = panels.iter().flat_map(|panel| &panel.bands);
    let drawn = bands.filter(|band| matches!(band, Band::Row(_))).count();
    // Drawn to one scale, so that campaigns can be seen beside each other.
    let domain: Vec<f64> = panels.iter().flat_map(panel_values).collect();
    for panel in &mut panels {
        panel.domain.clone_from(&domain);
    }
    ChartSpec::new("ladder", options, panels, (all, all - drawn))
}

fn panel(dataset: &Dataset, climb: &Climb, most: usize, options: SpecOptions) -> Panel {
    let language = options.language;
    let mut bands = vec![Band::Section(beside_name(dataset, &climb.campaign))];
    for (&stage, rungs) in STEPS.iter().zip(&climb.steps) {
        let heading = language.compared(&Comparing::Heading(language.phrases().stage(stage).to_owned()));
        let note = rungs.is_empty().then(|| language.comparing().step_missing.to_owned());
        bands.push(Band::Lane { name: heading, note, leads: false });
        bands
            .extend(rungs.iter().take(most).map(|rung| Band::Row(row(dataset, climb, stage, rung, options))));
    }
    Panel { dimension: Dimension::Count, bands, ..Panel::default() }
}

fn row(dataset: &Dataset, climb: &Climb, stage: Stage, rung: &Rung, options: SpecOptions) -> Row {
    let language = options.language;
    let Rung { metric, side, kept } = rung;
    let maker = Maker { dataset, options, metric: *metric };
    let lane = &side.lane;
    let (unit, scope, basis) = (lane.unit.clone(), lane.scope.clone(), lane.basis);
    let mut also = vec![language.say(&Sentence::Counted { unit, scope, basis })];
    let when = when_words(language, &side.cell.period, side.cell.part.as_deref());
    if !when.is_empty() {
        also.push(when);
    }
    if let Some(kept) = kept {
        let counted = (&Counted::of(lane), &Counted::of(&kept.of.lane));
        also.push(minding(
            rate_words((&kept.value, kept.leaning), counted, language),
            &kept.caveats,
            language,
        ));
    }
    let row = row_of_side(&maker, side, &also);
    // Under the name of its campaign a row is called by what was counted.
    let name = dataset.definition(&lane.definition).map_or("", |known| &known.label).to_owned();
    let brief = language.say(&Sentence::RowSays { name: name.clone(), lines: row.value.clone() });
    let campaign = beside_name(dataset, &climb.campaign);
    let stage = language.phrases().stage(stage).to_owned();
    let of = language.compared(&Comparing::StepOf { stage, campaign });
    // Only amounts of one kind share an axis; any other figure stands there in words.
    let glyphs = if lane.dimension == Dimension::Count { row.glyphs } else { Vec::new() };
    let label = format!("{brief}. {of}");
    let saying = Box::new(Saying { shortest: brief.clone(), brief, ..*row.saying });
    Row { name, name_parts: Vec::new(), glyphs, label, saying, ..row }
}
