//! What exactly was counted: metrics, stages and definitions.

use super::closed_set::closed_set;

/// The family of a definition: the word that hides several formulas. The slug
/// is the first part of a definition's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Metric {
    /// How many saw it, or could have.
    Reach,
    /// How often it was shown.
    Impressions,
    /// What people or organisations did.
    Participation,
    /// How often a film was played.
    Views,
    /// Likes, shares, comments, mentions, followers.
    Engagement,
    /// Visits, clicks, calls, downloads.
    Response,
    /// What came of it: sales, money, quits, lives.
    Outcome,
    /// Other outputs, such as pieces in the media.
    Output,
    /// What was put in: money, posts.
    Input,
    /// What was aimed at.
    Target,
}

closed_set!(Metric, "metric", {
    Reach => "reach", Impressions => "impressions", Participation => "participation",
    Views => "views", Engagement => "engagement", Response => "response",
    Outcome => "outcome", Output => "output", Input => "input", Target => "target",
});

impl Metric {
    /// The metrics that have a figure in the overview, in its order.
    pub const CHARTED: &'static [Self] =
        &[Self::Reach, Self::Impressions, Self::Participation, Self::Views, Self::Engagement];
}

/// The stages of the Government Communication Service's Evaluation Cycle.
/// Which stage a definition belongs to is our assignment, kept in the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// What was put in.
    Inputs,
    /// What was sent out and could be seen.
    Outputs,
    /// What the audience took from it and did with it.
    Outtakes,
    /// What people then did or pledged.
    Outcomes,
    /// What changed in health or service.
    Impact,
    /// What was learned.
    Learning,
}

closed_set!(Stage, "stage", {
    Inputs => "inputs", Outputs => "outputs", Outtakes => "outtakes",
    Outcomes => "outcomes", Impact => "impact", Learning => "learning",
});

/// What exactly was counted.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// For example `reach.accounts`.
    pub id: String,
    /// The family, read off the id.
    pub metric: Metric,
    /// The heading of its lane.
    pub label: String,
    /// One or two sentences: what was counted, and what to beware of.
    pub counts: String,
    /// Ours to assign.
    pub stage: Stage,
    /// For a target: the id of the definition that it is a goal for.
    pub target_for: Option<String>,
}

impl Definition {
    /// Whether the source says what was counted. Where it does not, figures
    /// stand beside each other and are not ranked.
    pub fn is_stated(&self) -> bool {
        !self.id.ends_with(".unstated")
    }
}
