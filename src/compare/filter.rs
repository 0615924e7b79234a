//! Which campaigns are meant by what is recorded of them and of their figures; and which are
//! found by words.

use super::choice::{Choice, Selection};
use crate::model::{Campaign, Dataset, Facet, Ids, Metric, Role, Stage, put_in_order, small_letters};
use std::borrow::Cow;

/// What is asked for of campaigns. The default finds all that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    wanted: Vec<(Facet, Wanted)>,
}

/// What is asked for of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Wanted {
    /// Anything, or nothing.
    #[default]
    Any,
    /// That nothing of it is recorded.
    Unrecorded,
    /// That this is recorded, among others.
    Value(String),
}

/// How a value is named, before it.
const VALUE: &str = "is-";

impl Wanted {
    /// That of this name.
    pub fn named(name: &str) -> Self {
        match name.strip_prefix(VALUE) {
            Some(value) if !value.is_empty() => Self::Value(value.to_owned()),
            _ if name.is_empty() => Self::Any,
            _ => Self::Unrecorded,
        }
    }

    /// Its name in a list.
    pub fn name(&self) -> Cow<'static, str> {
        match self {
            Self::Any => Cow::Borrowed(""),
            Self::Unrecorded => Cow::Borrowed("unrecorded"),
            Self::Value(value) => Cow::Owned([VALUE, value].concat()),
        }
    }
}

/// What a filter finds.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// The campaigns, in the data's order.
    pub campaigns: Vec<&'a Campaign>,
    /// How many more would be found, were it not that nothing is recorded where something is
    /// asked for.
    pub unrecorded: usize,
}

/// What there is of a facet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Values {
    /// Each value once, in alphabetical order; stages in their own.
    pub values: Vec<String>,
    /// Whether there are campaigns of which nothing is recorded.
    pub some_unrecorded: bool,
}

impl Filter {
    /// Whether it finds all.
    pub fn finds_all(&self) -> bool {
        self.wanted.is_empty()
    }

    /// What is asked for that is not anything, in the order of [`Facet::ALL`].
    pub fn all(&self) -> &[(Facet, Wanted)] {
        &self.wanted
    }

    /// What is asked for of a facet.
    pub fn wanted(&self, facet: Facet) -> &Wanted {
        self.wanted.iter().find(|(of, _)| *of == facet).map_or(&Wanted::Any, |(_, wanted)| wanted)
    }

    /// Asks for that of a facet.
    pub fn set(&mut self, facet: Facet, wanted: Wanted) {
        let mut all = Vec::new();
        for &of in Facet::ALL {
            let wanted = if of == facet { &wanted } else { self.wanted(of) };
            if *wanted != Wanted::Any {
                all.push((of, wanted.clone()));
            }
        }
        self.wanted = all;
    }

    /// The choice of those of its campaigns that are found.
    pub fn of(&self, dataset: &Dataset, choice: Choice) -> Choice {
        if self.finds_all() {
            return choice;
        }
        let chosen = Ids::of(choice.campaigns(dataset).map(|campaign| &*campaign.id).collect());
        let mut found = Vec::new();
        for campaign in self.found(dataset, &choice, "").campaigns {
            found.extend(chosen.has(&campaign.id).then(|| campaign.id.clone()));
        }
        Choice { selection: Selection::Only(found), ..choice }
    }

    /// Those of the campaigns that can be chosen that are found; by words that each have to be
    /// in what is known of a campaign, too.
    pub fn found<'a>(&self, dataset: &'a Dataset, choice: &Choice, words: &str) -> Found<'a> {
        let mut campaigns: Vec<&Campaign> = choice.campaigns_in_scope(dataset).collect();
        let mut meant = vec![true; campaigns.len()];
        if !words.is_empty() {
            // Words find what the lists find, and names beside.
            let mut texts: Vec<Vec<Cow<'_, str>>> = vec![Vec::new(); campaigns.len()];
            for &facet in Facet::ALL {
                recorded(dataset, choice, &campaigns, facet, &mut |at, value| {
                    if !texts[at].contains(&value) {
                        texts[at].push(value);
                    }
                });
            }
            for (at, campaign) in campaigns.iter().enumerate() {
                let others: Vec<&str> = texts[at].iter().map(|text| &**text).collect();
                meant[at] = campaign.is_meant_by(words, &others);
            }
        }
        // Those that may be meant, too, for all that is recorded.
        let mut possible = meant.clone();
        for (facet, wanted) in &self.wanted {
            let value = if let Wanted::Value(value) = wanted { Some(value) } else { None };
            let (mut has, mut any) = (vec![false; campaigns.len()], vec![false; campaigns.len()]);
            recorded(dataset, choice, &campaigns, *facet, &mut |at, found| {
                any[at] = true;
                has[at] |= value.is_some_and(|value| found == *value);
            });
            for at in 0..campaigns.len() {
                meant[at] &= if value.is_some() { has[at] } else { !any[at] };
                possible[at] &= has[at] || !any[at];
            }
        }
        let unrecorded =
            possible.iter().zip(&meant).filter(|(possible, meant)| **possible && !**meant).count();
        let mut meant = meant.into_iter();
        campaigns.retain(|_| meant.next() == Some(true));
        Found { campaigns, unrecorded }
    }
}

/// What there is of a facet among the campaigns that can be chosen, whatever else they are
/// filtered by.
pub fn values_of(dataset: &Dataset, choice: &Choice, facet: Facet) -> Values {
    let campaigns: Vec<&Campaign> = choice.campaigns_in_scope(dataset).collect();
    // Few are different.
    let mut values: Vec<String> = Vec::new();
    let mut any = vec![false; campaigns.len()];
    recorded(dataset, choice, &campaigns, facet, &mut |at, value| {
        any[at] = true;
        if !values.iter().any(|known| *known == value) {
            values.push(value.into_owned());
        }
    });
    if facet == Facet::Stage {
        let place = |slug: &String| Stage::ALL.iter().position(|stage| stage.slug() == slug);
        put_in_order(&mut values, &|a, b| place(a).cmp(&place(b)));
    } else {
        put_in_order(&mut values, &|a, b| small_letters(a).cmp(&small_letters(b)));
    }
    Values { values, some_unrecorded: any.contains(&false) }
}

/// Shows each value that one of these campaigns has of a facet, with the campaign's place
/// among them; the same more than once.
fn recorded<'a>(
    dataset: &'a Dataset,
    choice: &Choice,
    campaigns: &[&'a Campaign],
    facet: Facet,
    see: &mut dyn FnMut(usize, Cow<'a, str>),
) {
    let years = |at: usize, from: u16, to: u16, see: &mut dyn FnMut(usize, Cow<'a, str>)| {
        for year in from..=to {
            see(at, Cow::Owned(year.to_string()));
        }
    };
    for (at, campaign) in campaigns.iter().enumerate() {
        let texts: &[String] = match facet {
            Facet::Platform => &campaign.platforms,
            Facet::Hashtag => &campaign.hashtags,
            Facet::Aim => campaign.aim.as_slice(),
            Facet::Country => campaign.ran_in(),
            Facet::Year => {
                let (from, to) = (campaign.from.or(campaign.to), campaign.to.or(campaign.from));
                if let (Some(from), Some(to)) = (from, to) {
                    years(at, from.year, to.year, see);
                }
                &[]
            }
            Facet::Stage => {
                for told in &campaign.results {
                    see(at, Cow::Borrowed(told.stage.slug()));
                }
                &[]
            }
            Facet::Source => {
                let told = campaign.results.iter().map(|told| &told.source);
                for source in campaign.objectives.iter().map(|objective| &objective.source).chain(told) {
                    if let Some(source) = source.as_ref().and_then(|id| dataset.source(id)) {
                        see(at, Cow::Borrowed(source.short_name()));
                    }
                }
                &[]
            }
        };
        for text in texts {
            see(at, looked_for(facet, text));
        }
    }
    let ids = Ids::of(campaigns.iter().map(|campaign| &*campaign.id).collect());
    let named = Ids::of(match facet {
        Facet::Stage => dataset.definitions.iter().map(|definition| &*definition.id).collect(),
        Facet::Source => dataset.sources.iter().map(|source| &*source.id).collect(),
        Facet::Platform | Facet::Year => Vec::new(),
        // Nothing of these is told with figures.
        Facet::Aim | Facet::Country | Facet::Hashtag => return,
    });
    for observation in &dataset.observations {
        let Some(at) = ids.place(&observation.campaign) else { continue };
        if !choice.counts_collection(dataset, observation.collection) {
            continue;
        }
        match facet {
            Facet::Platform => {
                for platform in &observation.platforms {
                    see(at, looked_for(facet, platform));
                }
            }
            Facet::Stage => {
                // Who has a target only is not there yet.
                let counts = |place: &usize| dataset.definitions[*place].metric != Metric::Target;
                if let Some(place) = named.place(&observation.definition).filter(counts) {
                    see(at, Cow::Borrowed(dataset.definitions[place].stage.slug()));
                }
            }
            Facet::Year => {
                // What there was in a year before, for comparison, is no year of the campaign, and
                // neither is one that it aimed for something in.
                let is_target = |place: usize| dataset.definitions[place].metric == Metric::Target;
                let of_result = observation.role == Role::Result
                    && !named.place(&observation.definition).is_some_and(is_target);
                if let Some((from, to)) = observation.period.years().filter(|_| of_result) {
                    years(at, from, to, see);
                }
            }
            Facet::Aim | Facet::Country | Facet::Hashtag => {}
            Facet::Source => {
                if let Some(place) = named.place(&observation.source) {
                    see(at, Cow::Borrowed(dataset.sources[place].short_name()));
                }
            }
        }
    }
}

/// By what name something is looked for: a platform that was renamed has one for all years.
fn looked_for(facet: Facet, name: &str) -> Cow<'_, str> {
    let renamed = facet == Facet::Platform && ["Twitter", "X"].contains(&name);
    Cow::Borrowed(if renamed { "Twitter/X" } else { name })
}
