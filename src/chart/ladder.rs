//! The ladder of each campaign as rows, a panel a campaign: small multiples on one scale.

use super::attention::{cell_words, minding, rate_words};
use super::beside::name;
use super::scene::panel_values;
use super::spec::{Band, ChartSpec, Maker, Panel, Row, SpecOptions, evidence_link, when_words};
use crate::compare::{Climb, Counted, Dimension, Ladder, Rung, STEPS};
use crate::format::{Comparing, Sentence};
use crate::model::{Dataset, Stage};

/// How many campaigns are seen at a glance.
const CAMPAIGNS_AT_A_GLANCE: usize = 4;

/// Makes ladders ready to be drawn.
pub fn ladder_spec(dataset: &Dataset, ladder: &Ladder, options: SpecOptions) -> ChartSpec {
    let rows = |climb: &Climb| climb.steps.iter().map(Vec::len).sum::<usize>();
    let seen = match options.room {
        _ if options.expanded => usize::MAX,
        Some(room) => (room / 6).max(1),
        None => CAMPAIGNS_AT_A_GLANCE,
    };
    let shown = ladder.climbs.iter().take(seen);
    let mut panels: Vec<Panel> = shown.map(|climb| panel(dataset, climb, options)).collect();
    // Drawn to one scale, so that campaigns can be seen beside each other.
    let domain: Vec<f64> = panels.iter().flat_map(panel_values).collect();
    for panel in &mut panels {
        panel.domain.clone_from(&domain);
    }
    ChartSpec {
        name: "ladder",
        language: options.language,
        scale: options.scale,
        across: options.across,
        panels,
        silent: Vec::new(),
        silent_rest: None,
        heard: options.heard,
        hidden: ladder.climbs.iter().skip(seen).map(rows).sum(),
        rows: ladder.climbs.iter().map(rows).sum(),
    }
}

fn panel(dataset: &Dataset, climb: &Climb, options: SpecOptions) -> Panel {
    let language = options.language;
    let mut bands = vec![Band::Section(name(dataset, &climb.campaign))];
    for (&stage, rungs) in STEPS.iter().zip(&climb.steps) {
        let heading = language.compared(&Comparing::Heading(language.phrases().stage(stage).to_owned()));
        let note = rungs.is_empty().then(|| language.comparing().step_missing.to_owned());
        bands.push(Band::Lane { name: heading, note, leads: false });
        bands.extend(rungs.iter().map(|rung| Band::Row(row(dataset, climb, stage, rung, options))));
    }
    Panel { dimension: Dimension::Count, bands, ..Panel::default() }
}

fn row(dataset: &Dataset, climb: &Climb, stage: Stage, rung: &Rung, options: SpecOptions) -> Row {
    let language = options.language;
    let Rung { metric, side, kept } = rung;
    let maker = Maker { dataset, options, metric: *metric };
    let label = |definition: &str| dataset.definition(definition).map_or("", |known| &known.label).to_owned();
    let mut lines = vec![cell_words(dataset, &side.cell, language)];
    let when = when_words(language, &side.cell.period, side.cell.part.as_deref());
    if !when.is_empty() {
        lines.push(when);
    }
    if let Some(kept) = kept {
        let counted = (&Counted::of(&side.lane), &Counted::of(&kept.of.lane));
        let rate = rate_words(&kept.value, counted, language);
        lines.push(minding(rate, &kept.caveats, language));
    }
    let name_here = label(&side.lane.definition);
    let brief = language.say(&Sentence::RowSays { name: name_here.clone(), lines: lines.clone() });
    let of = language.compared(&Comparing::StepOf {
        stage: language.phrases().stage(stage).to_owned(),
        campaign: name(dataset, &climb.campaign),
    });
    let at = side.cell.evidence[0];
    // Only amounts of one kind share an axis; any other figure stands there in words.
    let glyphs = if side.lane.dimension == Dimension::Count { maker.glyphs(&side.cell) } else { Vec::new() };
    Row {
        key: format!("o{at}"),
        campaign: climb.campaign.clone(),
        href: (!options.alone).then(|| evidence_link(&climb.campaign, at)),
        name: name_here,
        name_parts: Vec::new(),
        indented: false,
        joined: false,
        says: Vec::new(),
        glyphs,
        value: lines,
        label: format!("{brief}. {of}"),
        brief,
    }
}
