//! What a control does by its name, and what following a link within the page
//! does on top of what is shown: a link to a campaign keeps the reader's choices.

use super::action::Action;
use super::dashboard::{DashboardState, View};
use crate::compare::{Selection, SourceScope, Wanted};

impl Action {
    /// The action that a control, a link or a figure bears the name of; `on` says
    /// whether it was ticked or opened.
    pub fn named(name: &str, on: bool) -> Option<Self> {
        let (verb, object) = name.split_once('-').unwrap_or((name, ""));
        match (verb, object) {
            ("expand", figure) => figure.parse().ok().map(Self::Expand),
            ("fold", figure) => figure.parse().ok().map(Self::Collapse),
            ("figure", figure) if on => figure.parse().ok().map(Self::Open),
            ("figure", figure) => figure.parse().ok().map(Self::Close),
            ("sort", of) => {
                let (figure, column) = of.split_once('-')?;
                Some(Self::Sort(figure.parse().ok()?, column.parse().ok()?))
            }
            ("sources", scope) => scope.parse().ok().map(Self::SetSources),
            ("scale", scale) => scale.parse().ok().map(Self::SetScale),
            ("action", metric) => metric.parse().ok().map(Self::SetAction),
            ("attention", metric) => metric.parse().ok().map(Self::SetAttention),
            ("accept", caveat) if on => caveat.parse().ok().map(Self::Accept),
            ("accept", caveat) => caveat.parse().ok().map(Self::Decline),
            ("against", id) => Some(Self::SetYardstick(id.to_owned())),
            ("own", "targets") => Some(Self::SetNoYardstick),
            ("only", ids) => Some(Self::ChooseOnly(ids.split(',').map(str::to_owned).collect())),
            ("also", ids) => Some(Self::ChooseAlso(ids.split(',').map(str::to_owned).collect())),
            ("campaign", id) if on => Some(Self::Tick(id.to_owned())),
            ("campaign", id) => Some(Self::Untick(id.to_owned())),
            ("filter", "") => Some(Self::ClearFilter),
            ("filter", of) => {
                let (facet, wanted) = of.split_once('-')?;
                Some(Self::Filter(facet.parse().ok()?, Wanted::named(wanted)))
            }
            ("all", "") => Some(Self::ChooseAll),
            ("none", "") => Some(Self::ClearAll),
            ("reset", "") => Some(Self::Reset),
            _ => None,
        }
    }
}

/// The actions of a link within the page, by its query (without the question
/// mark) or, where it has one, by the name of its action.
pub fn follow(query: &str, action: Option<&str>) -> Vec<Action> {
    if let Some(action) = action.and_then(|name| Action::named(name, true)) {
        return vec![action];
    }
    let (asked, _) = DashboardState::from_query(query);
    let mut actions = Vec::new();
    actions.extend(asked.expanded.iter().map(Action::Expand));
    // A link to campaigns that are loaded on request says so.
    if asked.sources != SourceScope::default() {
        actions.push(Action::SetSources(asked.sources));
    }
    if let Selection::Only(ids) = asked.campaigns {
        actions.push(Action::ChooseOnly(ids));
    }
    actions.push(Action::Show(asked.view));
    actions
}

impl View {
    /// The address of the page in the navigation that this view belongs to.
    pub const fn navigation(&self) -> &'static str {
        match self {
            Self::Overview => "?",
            Self::Campaigns | Self::Campaign(_) => "?view=campaigns",
            Self::About => "?view=about",
        }
    }
}
