//! The map of the page: campaigns by stage, what each reports and what nobody does.

use super::choice::Choice;
use super::comparison::lanes;
use super::target::Verdict;
use crate::model::{Campaign, Dataset, Ids, Metric, Stage};

/// One campaign's line.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow {
    /// Id of the campaign.
    pub campaign: String,
    /// For each of [`Stage::ALL`]: how many figures (targets apart), and how
    /// many results told in words.
    pub stages: Vec<StageCount>,
    /// Each stated target for which a result was found: index of the target's
    /// observation, of the result's, and whether it was met.
    pub targets: Vec<(usize, usize, Verdict)>,
    /// How many targets are stated.
    pub targets_stated: usize,
}

impl MatrixRow {
    /// What decides the row: each target by the figure that says most of it,
    /// then a target that was missed before one of which the figures do not
    /// tell, before one that was met.
    pub fn verdict(&self) -> Option<(usize, usize, Verdict)> {
        let of_target = |target: usize| {
            [Verdict::Met, Verdict::Missed, Verdict::Unclear]
                .into_iter()
                .find_map(|verdict| self.targets.iter().copied().find(|t| t.0 == target && t.2 == verdict))
        };
        let decided: Vec<_> = self.targets.iter().filter_map(|target| of_target(target.0)).collect();
        [Verdict::Missed, Verdict::Unclear, Verdict::Met]
            .into_iter()
            .find_map(|verdict| decided.iter().copied().find(|target| target.2 == verdict))
    }
}

/// What a campaign reports of one stage.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct StageCount {
    /// Figures, targets apart.
    pub figures: usize,
    /// Results told in words only.
    pub told: usize,
    /// The first charted metric among the figures: the figure that the cell leads to.
    pub leads_to: Option<Metric>,
}

/// Campaigns by stage.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The chosen campaigns, in the data's order: the first [`MATRIX_ROWS`].
    pub rows: Vec<MatrixRow>,
    /// How many more are chosen.
    pub more: usize,
}

/// How many campaigns a map can hold that is still read.
pub const MATRIX_ROWS: usize = 100;

impl Matrix {
    /// Whether nobody reports anything of a stage.
    pub fn is_empty_stage(&self, stage: usize) -> bool {
        self.rows.iter().all(|row| row.stages[stage].figures == 0 && row.stages[stage].told == 0)
    }
}

/// Makes the map of the chosen campaigns.
pub fn matrix(dataset: &Dataset, choice: &Choice) -> Matrix {
    let chosen: Vec<&Campaign> = choice.campaigns(dataset).collect();
    let shown = &chosen[..chosen.len().min(MATRIX_ROWS)];
    let more = chosen.len() - shown.len();
    let at = |stage: Stage| Stage::ALL.iter().position(|&s| s == stage).unwrap_or(0);
    let mut rows: Vec<MatrixRow> = Vec::new();
    for campaign in shown {
        let mut stages = vec![StageCount::default(); Stage::ALL.len()];
        for told in &campaign.results {
            stages[at(told.stage)].told += 1;
        }
        let campaign = campaign.id.clone();
        rows.push(MatrixRow { campaign, stages, targets: Vec::new(), targets_stated: 0 });
    }
    // Each observation is looked at once: with many campaigns there are many.
    let ids = Ids::of(shown.iter().map(|campaign| &*campaign.id).collect());
    for observation in &dataset.observations {
        let Some(place) = ids.place(&observation.campaign) else { continue };
        if !choice.counts_collection(dataset, observation.collection) {
            continue;
        }
        let Some(definition) = dataset.definition(&observation.definition) else { continue };
        let row = &mut rows[place];
        if definition.metric == Metric::Target {
            row.targets_stated += 1;
            continue;
        }
        let count = &mut row.stages[at(definition.stage)];
        count.figures += 1;
        if count.leads_to.is_none() && Metric::CHARTED.contains(&definition.metric) {
            count.leads_to = Some(definition.metric);
        }
    }
    let mut matrix = Matrix { rows, more };
    judge_targets(dataset, choice, &mut matrix);
    matrix
}

/// Finds, in every metric that a target is stated for, the cells that stand
/// against one.
fn judge_targets(dataset: &Dataset, choice: &Choice, matrix: &mut Matrix) {
    let mut aimed_at: Vec<Metric> = Vec::new();
    for definition in &dataset.definitions {
        let aim = definition.target_for.as_deref().and_then(|id| dataset.definition(id));
        aimed_at.extend(aim.map(|aim| aim.metric));
    }
    for &metric in Metric::ALL {
        if !aimed_at.contains(&metric) {
            continue;
        }
        for lane in lanes(dataset, choice, metric) {
            for group in lane.groups {
                for cell in group.cells {
                    let Some(check) = cell.target else { continue };
                    let row = matrix.rows.iter_mut().find(|row| row.campaign == cell.campaign);
                    if let Some(row) = row {
                        row.targets.push((check.observation, cell.evidence[0], check.verdict));
                    }
                }
            }
        }
    }
}
