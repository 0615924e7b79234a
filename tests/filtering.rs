//! Campaigns are found by what is recorded of them: every value of every facet finds exactly
//! those that have it, and several together those that have all.

use groundswell::compare::{Choice, Filter, SourceScope, values_of};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::model::{Campaign, Dataset, Facet};
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
        Facet::Platform => campaign.platforms.iter().any(is) || counted().any(|o| o.platforms.iter().any(is)),
        Facet::Stage => {
            counted().any(|o| dataset.definition(&o.definition).unwrap().stage.slug() == value)
                || campaign.results.iter().any(|told| told.stage.slug() == value)
        }
        Facet::Aim => campaign.aim.as_deref() == Some(value),
        Facet::Place => campaign.place.as_deref() == Some(value),
        Facet::Year => {
            let year: u16 = value.parse().unwrap();
            let (from, to) = (campaign.from.or(campaign.to), campaign.to.or(campaign.from));
            from.zip(to).is_some_and(|(from, to)| (from.year..=to.year).contains(&year))
                || counted().any(|o| o.period.years().is_some_and(|(from, to)| (from..=to).contains(&year)))
        }
        Facet::Hashtag => campaign.hashtags.iter().any(is),
        Facet::Source => counted().any(|o| dataset.source(&o.source).unwrap().short_name() == value),
    }
}

#[test]
fn every_value_finds_exactly_those_that_have_it() {
    for &scope in SourceScope::ALL {
        let choice = choice(scope);
        for &facet in Facet::ALL {
            let values = values_of(&DATASET, &choice, facet);
            assert!(!values.is_empty(), "{facet:?} of {scope:?}");
            for value in values {
                let mut filter = Filter::default();
                filter.set(facet, &value);
                let found: Vec<&str> =
                    filter.found(&DATASET, &choice).iter().map(|campaign| &*campaign.id).collect();
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
    let years = values_of(&DATASET, &choice(SourceScope::Further), Facet::Year);
    assert!(years.is_sorted_by(|a, b| a < b), "{years:?}");
    let stages = values_of(&DATASET, &choice(SourceScope::Further), Facet::Stage);
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
    filter.words.push_str("nhs");
    let by_words = filter.found(&DATASET, &choice).len();
    filter.set(Facet::Aim, "recruitment");
    let by_both: Vec<&str> = filter.found(&DATASET, &choice).iter().map(|campaign| &*campaign.id).collect();
    assert!(!by_both.is_empty() && by_both.len() < by_words, "{by_both:?} of {by_words}");
    filter.clear_values();
    assert_eq!(filter.found(&DATASET, &choice).len(), by_words);
}

/// What is written into the field finds what the lists find, at least.
#[test]
fn words_find_what_the_lists_find() {
    let choice = choice(SourceScope::Further);
    let ids = |filter: &Filter| -> Vec<String> {
        filter.found(&DATASET, &choice).iter().map(|campaign| campaign.id.clone()).collect()
    };
    for &facet in Facet::ALL {
        for value in values_of(&DATASET, &choice, facet) {
            let (mut by_list, mut by_words) = (Filter::default(), Filter::default());
            by_list.set(facet, &value);
            by_words.words.push_str(&value);
            let by_words = ids(&by_words);
            assert!(ids(&by_list).iter().all(|id| by_words.contains(id)), "{facet:?}: {value}");
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
            let values = values_of(&DATASET, &choice, facet);
            filter.set(facet, &values[pick.index(values.len())]);
        }
        let found: Vec<&str> =
            filter.found(&DATASET, &choice).iter().map(|campaign| &*campaign.id).collect();
        let asked = |facet: &&Facet| !filter.value(**facet).is_empty();
        let expected: Vec<&str> = choice
            .campaigns_in_scope(&DATASET)
            .filter(|c| Facet::ALL.iter().filter(asked).all(|&f| has(c, &choice, f, filter.value(f))))
            .map(|campaign| &*campaign.id)
            .collect();
        prop_assert_eq!(found, expected);
    }
}
