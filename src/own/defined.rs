//! What each column of a stream counts, in the terms of the published figures: under
//! which definition, in which unit, over what.

use super::stream::Tally;
use crate::format::{Language, OwnDefinition};
use crate::model::{Basis, Definition, Stage};
use crate::posts::Measure;

/// What a number is a figure of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Defined {
    /// Which definition.
    pub(super) definition: OwnDefinition,
    /// What is counted, in the plural.
    pub(super) unit: &'static str,
    /// Over what.
    pub(super) basis: Basis,
}

impl Defined {
    /// What a column counts. Views are of three kinds: whatever was on a screen, films
    /// that were played, and what nobody says.
    pub(super) fn of(tally: Tally, known_origin: bool, views_are_displays: Option<bool>) -> Self {
        use OwnDefinition as D;
        let total = |definition, unit| Self { definition, unit, basis: Basis::Total };
        match tally {
            Tally::Reach if known_origin => total(D::ReachOfAccounts, "accounts"),
            Tally::Reach => total(D::ReachUnstated, "people"),
            Tally::Of(measure) => match measure {
                Measure::Impressions if known_origin => total(D::ImpressionsServed, "impressions"),
                Measure::Impressions => total(D::ImpressionsUnstated, "impressions"),
                Measure::Views => match views_are_displays {
                    Some(true) => total(D::ViewsDisplayed, "views"),
                    Some(false) => total(D::ViewsOfVideos, "views"),
                    None => total(D::ViewsUnstated, "views"),
                },
                Measure::Engagements => total(D::Interactions, "engagements"),
                Measure::Reactions => total(D::Likes, "reactions"),
                Measure::Likes => total(D::Likes, "likes"),
                Measure::Comments => total(D::Comments, "comments"),
                Measure::Replies => total(D::Comments, "replies"),
                Measure::Reposts => total(D::Shares, "reposts"),
                Measure::Shares => total(D::Shares, "shares"),
                Measure::Saves => total(D::Saves, "saves"),
                Measure::Clicks => total(D::Clicks, "clicks"),
                Measure::Follows => {
                    Self { definition: D::Followers, unit: "new followers", basis: Basis::Change }
                }
            },
        }
    }

    /// How many posts there are.
    pub(super) const POSTS: Self =
        Self { definition: OwnDefinition::Posts, unit: "posts", basis: Basis::Total };
}

/// A definition as data files have it.
pub(super) fn definition(own: OwnDefinition, language: Language) -> Definition {
    let id = own.slug();
    let family = id.split('.').next().unwrap_or_default();
    let (label, counts) = language.own_definition(own);
    Definition {
        id: id.to_owned(),
        // Each begins with the name of its metric; a test holds them to it.
        metric: family.parse().unwrap_or(crate::model::Metric::Output),
        label: label.to_owned(),
        counts: counts.to_owned(),
        stage: match own {
            OwnDefinition::Posts => Stage::Inputs,
            OwnDefinition::ReachOfAccounts
            | OwnDefinition::ReachUnstated
            | OwnDefinition::ImpressionsServed
            | OwnDefinition::ImpressionsUnstated
            | OwnDefinition::ViewsDisplayed
            | OwnDefinition::ViewsOfVideos
            | OwnDefinition::ViewsUnstated => Stage::Outputs,
            _ => Stage::Outtakes,
        },
        target_for: None,
    }
}

/// The definitions under which the numbers of exports stand.
pub fn own_definitions(language: Language) -> Vec<Definition> {
    OwnDefinition::ALL.iter().map(|own| definition(*own, language)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Metric;

    #[test]
    fn every_definition_names_its_metric() {
        for own in OwnDefinition::ALL {
            let family = own.slug().split('.').next().unwrap_or_default();
            assert!(family.parse::<Metric>().is_ok(), "{}", own.slug());
        }
    }
}
