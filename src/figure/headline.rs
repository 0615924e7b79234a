//! A finding as a headline.

use crate::compare::{Comparison, Finding, Statement};
use crate::format::{Language, Named, Sentence, period_words, quantity_words, ratio_words};
use crate::model::{Campaign, Dataset, Metric, Observation, Quantity};

/// The headline of a comparison: what it shows, and no more than the data bears.
pub(super) fn headline(dataset: &Dataset, comparison: &Comparison, language: Language) -> String {
    finding_words(dataset, (comparison.metric, comparison.campaigns), &comparison.finding, language)
}

/// A statement in words, as it would stand in a headline.
pub(super) fn statement_words(dataset: &Dataset, statement: &Statement, language: Language) -> String {
    // Of how many campaigns it is said stands in it.
    finding_words(dataset, (statement.metric, 0), &statement.finding, language)
}

fn finding_words(
    dataset: &Dataset,
    (metric, campaigns): (Metric, usize),
    finding: &Finding,
    language: Language,
) -> String {
    let who = |o: &Observation| {
        let campaign = dataset.campaign(&o.campaign).map_or(&*o.campaign, Campaign::chart_name).to_owned();
        Named { campaign, when: period_words(language, &o.period) }
    };
    // Reach and impressions hide several formulas: a headline says which. And a unit such as
    // pounds does not say what was done with them.
    let hides = !matches!(metric, Metric::Participation | Metric::Views | Metric::Engagement);
    let amount = |o: &Observation, quantity: &Quantity| {
        let words = quantity_words(language, quantity);
        let amount = Sentence::amount(language, &words, &o.unit, o.scope.as_deref(), o.basis);
        match dataset.definition(&o.definition).filter(|_| hides) {
            Some(definition) => {
                language.say(&Sentence::AmountCounted { amount, counted: definition.label.clone() })
            }
            None => amount,
        }
    };
    let at = |index: usize| &dataset.observations[index];
    language.say(&match *finding {
        Finding::NoneChosen => Sentence::HeadlineNoneChosen,
        Finding::NoneReports(metric) => Sentence::HeadlineNoneReports { metric, campaigns },
        Finding::AgainstTarget { result, quantity, ratio, .. } => Sentence::HeadlineTarget {
            who: who(at(result)),
            amount: amount(at(result), &quantity),
            ratio: ratio_words(language, &ratio),
            // People are drawn to pledge or to register; films and money are not.
            drew: metric == Metric::Participation,
        },
        Finding::SurelyFirst { first, quantity, among, apart, stretches } => Sentence::HeadlineFirst {
            who: who(at(first)),
            amount: quantity.map(|quantity| amount(at(first), &quantity)),
            among,
            on: apart.then(|| at(first).platforms.clone()),
            stretches,
        },
        Finding::CannotRank { campaigns, example } => Sentence::HeadlineCannotRank {
            campaigns,
            counted: language.say(&Sentence::Counted {
                unit: at(example).unit.clone(),
                scope: at(example).scope.clone(),
                basis: at(example).basis,
            }),
        },
        Finding::AllUnstated { metric, campaigns } => Sentence::HeadlineAllUnstated { metric, campaigns },
        Finding::NothingComparable { metric, campaigns, editions } => {
            Sentence::HeadlineNothingComparable { metric, campaigns, editions }
        }
        Finding::OnlyEditions { example, editions, among } => {
            Sentence::HeadlineOnlyEditions { campaign: who(at(example)).campaign, editions, metric, among }
        }
        Finding::OnlyOne { observation, quantity, among, doubtful } => Sentence::HeadlineOnlyOne {
            who: who(at(observation)),
            amount: quantity.map(|quantity| match amount(at(observation), &quantity) {
                words if doubtful => language.say(&Sentence::Doubtful(words)),
                words => words,
            }),
            metric,
            among,
        },
    })
}
