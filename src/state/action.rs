//! What a reader can do, and what comes of it.

use super::dashboard::{DashboardState, View};
use crate::chart::ScaleKind;
use crate::compare::{Caveat, Column, Filter, MEASURED, Selection, SourceScope, Wanted};
use crate::model::{Facet, FigureName, Ids, Metric};

/// One thing that a reader does to what is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Shows another page.
    Show(View),
    /// Counts other collections.
    SetSources(SourceScope),
    /// Changes the axes.
    SetScale(ScaleKind),
    /// Adds a campaign, by id.
    Tick(String),
    /// Takes a campaign away, by id.
    Untick(String),
    /// Chooses these campaigns, by id, and no others, whatever is recorded of them.
    ChooseOnly(Vec<String>),
    /// Adds these campaigns, by id, to those that were chosen, whatever is recorded of them.
    ChooseAlso(Vec<String>),
    /// Leaves out campaigns of which something else is recorded.
    Filter(Facet, Wanted),
    /// Leaves out none by what is recorded.
    ClearFilter,
    /// Chooses every campaign.
    ChooseAll,
    /// Chooses none.
    ClearAll,
    /// Opens a figure that is closed at first.
    Open(FigureName),
    /// Closes it again.
    Close(FigureName),
    /// Shows every row of a figure.
    Expand(FigureName),
    /// Shows the first few rows of a figure only.
    Collapse(FigureName),
    /// Sorts the table of a figure by a column: once more turns it round, and then it is as it
    /// was at first. Only tables of metrics can be sorted.
    Sort(FigureName, Column),
    /// Sets this metric per the other.
    SetAction(Metric),
    /// Sets the other per this metric.
    SetAttention(Metric),
    /// Tells rates of which this is to be minded.
    Accept(Caveat),
    /// Tells them no longer.
    Decline(Caveat),
    /// Sets the others beside this campaign, by id.
    SetYardstick(String),
    /// Sets each figure beside its own target again, and the others beside the first.
    SetNoYardstick,
    /// Back to the default, on the same page.
    Reset,
}

/// The state after an action. `in_scope` are the ids of the campaigns that can
/// be chosen, in the data's order. What cannot be done changes nothing: adding
/// a campaign that is not in scope, opening a figure that is never closed.
pub fn apply(state: &DashboardState, action: Action, in_scope: &[&str]) -> DashboardState {
    let mut next = state.clone();
    match action {
        Action::Show(View::Campaign(id)) if id.is_empty() => {}
        Action::Show(view) => next.view = view,
        Action::SetSources(sources) => next.sources = sources,
        Action::SetScale(scale) => next.scale = scale,
        Action::Tick(id) => {
            if let Selection::Only(mut ids) = next.campaigns {
                ids.extend(in_scope.contains(&id.as_str()).then_some(id));
                next.campaigns = selection(&ids, in_scope);
            }
        }
        Action::Untick(id) => {
            let mut ids = match &next.campaigns {
                Selection::All if !in_scope.contains(&id.as_str()) => return next,
                Selection::All => in_scope.iter().map(|&id| id.to_owned()).collect(),
                Selection::Only(ids) => ids.clone(),
            };
            ids.retain(|chosen| *chosen != id);
            next.campaigns = selection(&ids, in_scope);
        }
        Action::ChooseOnly(mut ids) => {
            ids.retain(|id| in_scope.contains(&id.as_str()));
            next.campaigns = selection(&ids, in_scope);
            next.filter = Filter::default();
        }
        Action::ChooseAlso(also) => {
            if let Selection::Only(mut ids) = next.campaigns {
                ids.extend(also.into_iter().filter(|id| in_scope.contains(&id.as_str())));
                next.campaigns = selection(&ids, in_scope);
            }
            next.filter = Filter::default();
        }
        Action::Filter(facet, wanted) => next.filter.set(facet, wanted),
        Action::ClearFilter => next.filter = Filter::default(),
        Action::ChooseAll => next.campaigns = Selection::All,
        Action::ClearAll => next.campaigns = Selection::Only(Vec::new()),
        Action::Open(name) => next.open.set(name, DashboardState::OPENABLE.contains(&name)),
        Action::Close(name) => next.open.set(name, false),
        Action::Expand(name) => next.expanded.set(name, true),
        Action::Collapse(name) => next.expanded.set(name, false),
        Action::Sort(name, column) if name.metric().is_some() => next.sort(name, column),
        Action::Sort(..) => {}
        Action::SetAction(metric) if MEASURED.contains(&metric) => next.terms.action = metric,
        Action::SetAttention(metric) if MEASURED.contains(&metric) => next.terms.attention = metric,
        Action::SetAction(_) | Action::SetAttention(_) => {}
        Action::Accept(caveat) => next.terms.accept_also(caveat),
        Action::Decline(caveat) => next.terms.accepted.retain(|accepted| *accepted != caveat),
        Action::SetYardstick(id) => next.terms.yardstick = in_scope.contains(&id.as_str()).then_some(id),
        Action::SetNoYardstick => next.terms.yardstick = None,
        Action::Reset => {
            next = DashboardState { view: next.view, data: next.data, ..DashboardState::default() }
        }
    }
    next
}

/// These campaigns in the data's order, and then those not in scope; "all" when
/// that is what they are, so that campaigns added to the data later are shown.
fn selection(ids: &[String], in_scope: &[&str]) -> Selection {
    let (chosen, scope) = (Ids::of(ids.iter().map(String::as_str).collect()), Ids::of(in_scope.to_vec()));
    let mut ordered: Vec<String> =
        in_scope.iter().filter(|id| chosen.has(id)).map(|&id| id.to_owned()).collect();
    let every = !in_scope.is_empty() && ordered.len() == in_scope.len();
    let of_scope = ordered.len();
    for id in ids {
        if !scope.has(id) && !ordered[of_scope..].contains(id) {
            ordered.push(id.clone());
        }
    }
    if every && ordered.len() == of_scope { Selection::All } else { Selection::Only(ordered) }
}
