//! A few campaigns on every metric that they share, as rows: what may be said of each
//! beside another stands at its value.

use super::spec::{Band, ChartSpec, Maker, Panel, Row, SpecOptions};
use crate::compare::{Answer, Apart, Cell, Dimension, Group, Lane, Rank, Relation, Side, SideBySide, Unlike};
use crate::format::{Comparing, Language, RelationWords, Sentence, ratio_words};
use crate::model::{Campaign, Dataset, Metric};

/// Makes campaigns side by side ready to be drawn: a panel for each metric, since only its
/// figures share an axis.
pub fn beside_spec(dataset: &Dataset, beside: &SideBySide, options: SpecOptions) -> ChartSpec {
    let mut panels: Vec<Panel> = Vec::new();
    for shared in &beside.shared {
        let maker = Maker { dataset, options, metric: shared.metric };
        let mut named = Some(Band::Section(heading(shared.metric, options.language)));
        // What stands in the panel already, so that nothing stands there twice.
        let mut stands: Option<&Side> = None;
        for answer in &shared.answers {
            let (one, other) = (&answer.one, &answer.other);
            if stands != Some(other) {
                let panel = panel_for(&mut panels, other.lane.dimension, named.take());
                panel.bands.push(lane_band(&maker, other, None));
                panel.bands.push(Band::Row(row(&maker, other, &[])));
                stands = Some(other);
            }
            let panel = panel_for(&mut panels, one.lane.dimension, None);
            if let Err(apart) = answer.stands {
                let because = apart_words(dataset, apart, answer, options.language);
                panel.bands.push(lane_band(&maker, one, Some(because)));
            }
            panel.bands.push(Band::Row(answered(&maker, answer)));
        }
    }
    let rows =
        panels.iter().flat_map(|panel| &panel.bands).filter(|band| matches!(band, Band::Row(_))).count();
    ChartSpec::new("beside", options, panels, (rows, 0))
}

/// The panel that goes on: another one where something else is measured, or another metric
/// begins.
fn panel_for(panels: &mut Vec<Panel>, dimension: Dimension, heading: Option<Band>) -> &mut Panel {
    let goes_on = heading.is_none() && panels.last().is_some_and(|panel| panel.dimension == dimension);
    if !goes_on {
        panels.push(Panel { dimension, bands: heading.into_iter().collect(), ..Panel::default() });
    }
    panels.last_mut().expect("there is one, or one was just pushed")
}

pub(super) fn heading(metric: Metric, language: Language) -> String {
    language.compared(&Comparing::Heading(language.phrases().metric(metric).to_owned()))
}

/// The heading of what a side counts.
fn lane_band(maker: &Maker<'_>, side: &Side, note: Option<String>) -> Band {
    Band::Lane { name: lane_name(maker, &side.lane), note, leads: false }
}

/// What a lane counts, with its definition.
pub(super) fn lane_name(maker: &Maker<'_>, lane: &Lane) -> String {
    let (unit, scope, basis) = (lane.unit.clone(), lane.scope.clone(), lane.basis);
    let label = maker.dataset.definition(&lane.definition).map_or("", |definition| &definition.label);
    if label.eq_ignore_ascii_case(&lane.unit) {
        maker.say(&Sentence::LaneName { unit, scope, basis })
    } else {
        let counted = maker.say(&Sentence::Counted { unit, scope, basis });
        maker.options.language.compared(&Comparing::LaneOf { definition: label.to_owned(), counted })
    }
}

/// The row of a figure, which says this too.
pub(super) fn row(maker: &Maker<'_>, side: &Side, also: &[String]) -> Row {
    ranked_row(maker, &side.lane, &side.cell, None, also)
}

/// The same of a cell that has a place among others.
pub(super) fn ranked_row(
    maker: &Maker<'_>,
    lane: &Lane,
    cell: &Cell,
    rank: Option<Rank>,
    also: &[String],
) -> Row {
    let group = Group { series: cell.campaign.clone(), cells: Vec::new(), rank, notable: true };
    maker.row(lane, &group, cell, false, also)
}

/// The row of a figure with how it stands to the other.
fn answered(maker: &Maker<'_>, answer: &Answer) -> Row {
    let mut also = Vec::new();
    if let Ok(relation) = answer.stands {
        let relation = relation_words(relation, maker.options.language);
        let whom = name(maker.dataset, &answer.other.campaign);
        also.push(maker.options.language.compared(&Comparing::Stands { relation, whom }));
        also.extend(unlike_words(answer.unlike, maker.options.language));
    }
    row(maker, &answer.one, &also)
}

/// How a campaign is called beside others.
pub(crate) fn name(dataset: &Dataset, id: &str) -> String {
    dataset.campaign(id).map_or_else(|| id.to_owned(), Campaign::edition_name)
}

/// In what two figures were counted otherwise, in words.
pub(crate) fn unlike_words(unlike: Unlike, language: Language) -> Option<String> {
    let Unlike { platforms, days, part } = unlike;
    (!unlike.is_none()).then(|| language.compared(&Comparing::CountedUnlike { platforms, days, part }))
}

/// A sentence of two figures, with in what they were counted otherwise.
pub(crate) fn with_unlike(headline: String, unlike: Unlike, language: Language) -> String {
    match unlike_words(unlike, language) {
        Some(unlike) => language.compared(&Comparing::HeadlineThough { headline, unlike }),
        None => headline,
    }
}

/// How one figure stands to another, with its ratio in words.
pub(crate) fn relation_words(relation: Relation, language: Language) -> RelationWords {
    match relation {
        Relation::Times(times) => RelationWords::Times(ratio_words(language, &times)),
        Relation::Fraction(times) => RelationWords::Fraction(ratio_words(language, &times)),
        Relation::More => RelationWords::More,
        Relation::Less => RelationWords::Less,
        Relation::Untold => RelationWords::Untold,
    }
}

/// Why two figures may not be set against each other, in words.
pub(crate) fn apart_words(dataset: &Dataset, apart: Apart, answer: &Answer, language: Language) -> String {
    let label = |side: &Side| {
        dataset.definition(&side.lane.definition).map_or_else(String::new, |known| known.label.clone())
    };
    let pair = |of: &dyn Fn(&Side) -> String| (of(&answer.other), of(&answer.one));
    let (one, other) = match apart {
        Apart::Unstated => return language.compared(&Comparing::ApartUnstated),
        Apart::Definition => pair(&label),
        Apart::Unit => pair(&|side| side.lane.unit.clone()),
        Apart::Scope => {
            let (one, other) = (answer.other.lane.scope.clone(), answer.one.lane.scope.clone());
            return language.compared(&Comparing::ApartScope { one, other });
        }
        Apart::Basis => pair(&|side| language.phrases().basis(side.lane.basis).to_owned()),
    };
    language.compared(&Comparing::Apart { one, other })
}
