//! Campaigns are found by what is recorded of them: every value of every facet finds exactly
//! those that have it, and several together those that have all.

use groundswell::compare::{Choice, Filter, Selection, SourceScope, Values, Wanted, values_of};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::model::{Campaign, Dataset, Facet, Metric, Role};
use proptest::prelude::*;
use std::fs::read_to_string;
use std::sync::LazyLock;

/// Everything that is shipped.
static DATASET: LazyLock<Dataset> = LazyLock::new(|| {
    let shipped =
        |file: &str| read_to_string(format!("{}/public/data/{file}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let catalogue = read_catalogue("index.json", &shipped("index.json")).unwrap();
    let parts = (catalogue.collections.iter().enumerate())
        .map(|(index, c)| read_collection(&c.file, &shipped(&c.file), index).unwrap())
        .collect();
    join(&catalogue, parts).0
});

fn choice(scope: SourceScope) -> Choice {
    Choice { scope, ..Choice::default() }
}

/// Whether a campaign has that, read off the data row by row.
fn has(campaign: &Campaign, choice: &Choice, facet: Facet, value: &str) -> bool {
    let dataset = &*DATASET;
    let counted = || {
        dataset
            .observations
            .iter()
            .filter(|o| o.campaign == campaign.id && choice.counts_collection(dataset, o.collection))
    };
    let is = |text: &String| text == value;
    match facet {
        Facet::Platform => {
            let is = |name: &String| match value {
                "Twitter/X" => name == "Twitter" || name == "X",
                _ => name == value,
            };
            campaign.platforms.iter().any(is) || counted().any(|o| o.platforms.iter().any(is))
        }
        Facet::Stage => {
            let reached = |definition: &str| {
                let definition = dataset.definition(definition).unwrap();
                definition.metric != Metric::Target && definition.stage.slug() == value
            };
            counted().any(|o| reached(&o.definition))
                || campaign.results.iter().any(|told| told.stage.slug() == value)
        }
        Facet::Aim => campaign.aim.as_deref() == Some(value),
        Facet::Country => campaign.countries.iter().any(is),
        Facet::Year => {
            let year: u16 = value.parse().unwrap();
            let (from, to) = (campaign.from.or(campaign.to), campaign.to.or(campaign.from));
            from.zip(to).is_some_and(|(from, to)| (from.year..=to.year).contains(&year))
                || counted()
                    .filter(|o| o.role == Role::Result)
                    .filter(|o| dataset.definition(&o.definition).unwrap().metric != Metric::Target)
                    .any(|o| o.period.years().is_some_and(|(from, to)| (from..=to).contains(&year)))
        }
        Facet::Hashtag => campaign.hashtags.iter().any(is),
        Facet::Source => {
            let says = |id: &str| dataset.source(id).unwrap().short_name() == value;
            counted().any(|o| says(&o.source))
                || campaign.objectives.iter().filter_map(|o| o.source.as_deref()).any(says)
                || campaign.results.iter().filter_map(|told| told.source.as_deref()).any(says)
        }
    }
}

/// The ids of the campaigns of which that is so.
fn found_by(choice: &Choice, facet: Facet, wanted: Wanted) -> Vec<String> {
    let mut filter = Filter::default();
    filter.set(facet, wanted);
    ids(&filter, choice)
}

fn ids(filter: &Filter, choice: &Choice) -> Vec<String> {
    filter.found(&DATASET, choice, "").campaigns.iter().map(|campaign| campaign.id.clone()).collect()
}

#[test]
fn every_value_finds_exactly_those_that_have_it() {
    for &scope in SourceScope::ALL {
        let choice = choice(scope);
        for &facet in Facet::ALL {
            let Values { values, some_unrecorded } = values_of(&DATASET, &choice, facet);
            assert!(!values.is_empty(), "{facet:?} of {scope:?}");
            let unrecorded: Vec<String> = choice
                .campaigns_in_scope(&DATASET)
                .filter(|campaign| !values.iter().any(|value| has(campaign, &choice, facet, value)))
                .map(|campaign| campaign.id.clone())
                .collect();
            assert_eq!(some_unrecorded, !unrecorded.is_empty(), "{facet:?} of {scope:?}");
            assert_eq!(found_by(&choice, facet, Wanted::Unrecorded), unrecorded, "{facet:?} of {scope:?}");
            for value in values {
                let mut filter = Filter::default();
                filter.set(facet, Wanted::Value(value.clone()));
                let found = filter.found(&DATASET, &choice, "");
                assert_eq!(found.unrecorded, unrecorded.len(), "{facet:?}: {value}");
                let found: Vec<&str> = found.campaigns.iter().map(|campaign| &*campaign.id).collect();
                let expected: Vec<&str> = choice
                    .campaigns_in_scope(&DATASET)
                    .filter(|campaign| has(campaign, &choice, facet, &value))
                    .map(|campaign| &*campaign.id)
                    .collect();
                assert!(!expected.is_empty(), "{value} is offered, and nobody has it");
                assert_eq!(found, expected, "{facet:?}: {value}");
            }
        }
    }
}

#[test]
fn values_are_offered_once_and_in_order() {
    let years = values_of(&DATASET, &choice(SourceScope::Further), Facet::Year).values;
    assert!(years.is_sorted_by(|a, b| a < b), "{years:?}");
    let stages = values_of(&DATASET, &choice(SourceScope::Further), Facet::Stage).values;
    assert_eq!(
        stages,
        ["inputs", "outputs", "outtakes", "outcomes", "impact"],
        "as a campaign goes through them"
    );
}

#[test]
fn words_and_filters_hold_together() {
    let choice = choice(SourceScope::Further);
    let mut filter = Filter::default();
    let sought = |filter: &Filter| filter.found(&DATASET, &choice, "nhs").campaigns;
    let by_words = sought(&filter);
    filter.set(Facet::Aim, Wanted::Value("recruitment".to_owned()));
    let by_filter = filter.found(&DATASET, &choice, "").campaigns;
    let both: Vec<&Campaign> = by_words.iter().filter(|c| by_filter.contains(c)).copied().collect();
    assert!(!both.is_empty() && both.len() < by_words.len().min(by_filter.len()), "{both:?}");
    assert_eq!(sought(&filter), both);
}

/// What is written into the field finds what the lists find, at least.
#[test]
fn words_find_what_the_lists_find() {
    let choice = choice(SourceScope::Further);
    for &facet in Facet::ALL {
        for value in values_of(&DATASET, &choice, facet).values {
            let by_words = Filter::default().found(&DATASET, &choice, &value).campaigns;
            let by_list = found_by(&choice, facet, Wanted::Value(value.clone()));
            let has = |id: &String| by_words.iter().any(|campaign| campaign.id == *id);
            assert!(by_list.iter().all(has), "{facet:?}: {value}");
        }
    }
}

proptest! {
    #[test]
    fn several_filters_find_those_that_have_all(
        scope in prop::sample::select(SourceScope::ALL),
        picks in prop::collection::vec((prop::sample::select(Facet::ALL), any::<prop::sample::Index>()), 0..4),
    ) {
        let choice = choice(scope);
        let mut filter = Filter::default();
        for (facet, pick) in picks {
            let values = values_of(&DATASET, &choice, facet).values;
            // One pick more than there are values: that nothing is recorded.
            let wanted = values.get(pick.index(values.len() + 1));
            filter.set(facet, wanted.map_or(Wanted::Unrecorded, |value| Wanted::Value(value.clone())));
        }
        let found = filter.found(&DATASET, &choice, "");
        let unrecorded = |c: &Campaign, facet: Facet| {
            !values_of(&DATASET, &choice, facet).values.iter().any(|value| has(c, &choice, facet, value))
        };
        let meets = |c: &Campaign, facet: Facet| match filter.wanted(facet) {
            Wanted::Any => true,
            Wanted::Unrecorded => unrecorded(c, facet),
            Wanted::Value(value) => has(c, &choice, facet, value),
        };
        let (meant, others): (Vec<&Campaign>, Vec<&Campaign>) = choice
            .campaigns_in_scope(&DATASET)
            .partition(|c| Facet::ALL.iter().all(|&facet| meets(c, facet)));
        let possible = |c: &&&Campaign| {
            Facet::ALL.iter().all(|&f| meets(c, f) || (*filter.wanted(f) != Wanted::Any && unrecorded(c, f)))
        };
        // What is chosen is shown as far as it is found.
        let ids = |campaigns: &[&Campaign]| campaigns.iter().map(|c| c.id.clone()).collect::<Vec<_>>();
        let every_other: Vec<&Campaign> = choice.campaigns_in_scope(&DATASET).step_by(2).collect();
        let chosen = Choice { selection: Selection::Only(ids(&every_other)), ..choice.clone() };
        let shown: Vec<&Campaign> = meant.iter().filter(|c| every_other.contains(c)).copied().collect();
        prop_assert_eq!(filter.of(&DATASET, chosen.clone()).campaigns(&DATASET).collect::<Vec<_>>(), shown);
        prop_assert_eq!(filter.of(&DATASET, choice.clone()).campaigns(&DATASET).collect::<Vec<_>>(), meant.clone());
        prop_assert_eq!(Filter::default().of(&DATASET, chosen.clone()), chosen);
        prop_assert_eq!(found.campaigns, meant);
        prop_assert_eq!(found.unrecorded, others.iter().filter(possible).count());
    }
}
