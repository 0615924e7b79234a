//! A campaign of one's own: its name, what exports hold of it, what a data file tells of
//! it, and the data file that follows from both.

use super::case_study::told_by;
use super::defined::definition;
use super::picked::Moved;
use super::stream::Stream;
use super::total::{Part, Total, totals};
use crate::data::{is_id, read_data_file, write_collection};
use crate::format::{Language, OwnNote, OwnPart, disturbs, undisturbing};
use crate::model::{Campaign, Collection, Dataset, Date, Loading, Observation, Role, Source, SourceKind};
use serde::{Deserialize, Serialize};

/// How the ids of campaigns of one's own begin: no published one is called so.
const BEGINS: &str = "own-";

/// An id for a campaign of one's own that is called so, and none of those taken.
pub(super) fn own_id(name: &str, taken: &[&str]) -> String {
    let mut id = BEGINS.to_owned();
    let name = name.trim().to_lowercase();
    for letter in name.strip_prefix(BEGINS).unwrap_or(&name).chars() {
        match letter {
            'a'..='z' | '0'..='9' => id.push(letter),
            _ if !id.ends_with('-') => id.push('-'),
            _ => {}
        }
    }
    let id = id.trim_end_matches('-');
    let id = if id.len() < BEGINS.len() { "own-campaign" } else { id };
    let mut unique = id.to_owned();
    let mut number = 1;
    while taken.contains(&&*unique) {
        number += 1;
        unique = format!("{id}-{number}");
    }
    unique
}

/// A campaign's name in one line, as a list of campaigns shows it: a name that was pasted, or
/// written into a data file, may have tabs and ends of lines.
pub(super) fn in_one_line(name: &str) -> String {
    let spaced = |letter: char| if letter.is_control() && letter.is_whitespace() { ' ' } else { letter };
    undisturbing(&name.trim().chars().map(spaced).collect::<String>())
}

/// A campaign of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnCampaign {
    pub(super) id: String,
    pub(super) name: String,
    /// The day of the last import, ISO 8601.
    pub(super) imported: String,
    #[serde(deserialize_with = "super::packed::few")]
    pub(super) streams: Vec<Stream>,
    /// What a data file tells of it, as such a file of one campaign; empty without.
    pub(super) told: String,
    /// Its posts that were another campaign's before.
    #[serde(deserialize_with = "super::packed::few")]
    pub(super) moved: Vec<Moved>,
}

impl OwnCampaign {
    /// A campaign of that name, without anything in it; `taken` are the ids of others.
    pub fn new(name: &str, taken: &[&str]) -> Self {
        let name = in_one_line(name);
        let id = own_id(&name, taken);
        Self {
            name: if name.is_empty() { id.clone() } else { name },
            id,
            imported: String::new(),
            streams: Vec::new(),
            told: String::new(),
            moved: Vec::new(),
        }
    }

    /// A campaign of which a data file tells.
    pub(super) fn told(id: String, name: String, today: Date, told: String) -> Self {
        Self { id, name, imported: today.to_string(), streams: Vec::new(), told, moved: Vec::new() }
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether nothing in it is damaged.
    pub(super) fn is_sound(&self) -> bool {
        let told = || read_data_file("", &self.told).is_ok_and(|(_, faults)| faults.is_empty());
        let is_text = |text: &str| !text.trim().is_empty() && !text.contains(disturbs);
        let is_sound = |stream: &Stream| {
            let names = [&stream.platform, &stream.account];
            stream.is_sound() && names.into_iter().flatten().all(|name| is_text(name))
        };
        is_id(&self.id)
            && is_text(&self.name)
            && (self.imported.is_empty() || self.imported.parse::<Date>().is_ok())
            && self.streams.iter().all(is_sound)
            && (self.told.is_empty() || told())
    }

    /// How many figures a data file tells of it.
    pub fn told_figures(&self) -> usize {
        told_by(&self.told).observations.len()
    }

    /// How many posts it has.
    pub fn posts(&self) -> usize {
        self.streams.iter().filter(|stream| !stream.by_day).map(Stream::len).sum()
    }

    /// How many days of accounts it has.
    pub fn days(&self) -> usize {
        self.streams.iter().filter(|stream| stream.by_day).map(Stream::len).sum()
    }

    /// The campaign and its figures, as a data set of its own.
    pub fn dataset(&self, language: Language) -> Dataset {
        let totals = totals(&self.streams);
        let told = told_by(&self.told);
        let (mut definitions, mut sources) = (told.definitions, told.sources);
        let mut observations = told.observations;
        if !self.streams.is_empty() {
            let source = Source {
                id: format!("{}-data", self.id),
                publisher: None,
                title: language.own_source(self.imported.parse().ok()),
                // The title says when.
                date: None,
                url: None,
                kind: SourceKind::Organiser,
                speaker: None,
            };
            for total in &totals {
                let definition = definition(total.defined.definition, language);
                if !definitions.contains(&definition) {
                    definitions.push(definition);
                }
            }
            observations
                .extend(totals.iter().filter_map(|total| self.observation(total, &source.id, language)));
            sources.push(source);
        }
        Dataset {
            title: self.name.clone(),
            updated: self.imported.clone(),
            collections: vec![Collection {
                // As a catalogue may list it, beside those of other teams.
                id: self.id.clone(),
                file: format!("{}.json", self.id),
                title: self.name.clone(),
                loading: Loading::AtStart,
                loaded: true,
            }],
            definitions,
            sources,
            campaigns: vec![self.campaign(&totals, told.campaigns.into_iter().next())],
            observations,
            contradictions: told.contradictions,
            gaps: told.gaps,
        }
    }

    /// The same as a file of data, which any site of this kind reads.
    pub fn data_file(&self, language: Language) -> String {
        write_collection(&self.dataset(language))
    }

    /// What is known of the campaign itself: what a data file tells, and what that leaves
    /// open, from the exports.
    fn campaign(&self, totals: &[Total], told: Option<Campaign>) -> Campaign {
        let mut campaign = told.unwrap_or_else(|| Campaign {
            id: self.id.clone(),
            name: self.name.clone(),
            short_name: None,
            series: None,
            edition: None,
            who: None,
            place: None,
            countries: Vec::new(),
            from: None,
            to: None,
            platforms: Vec::new(),
            hashtags: Vec::new(),
            aim: None,
            story: None,
            objectives: Vec::new(),
            results: Vec::new(),
            collection: 0,
        });
        if campaign.from.is_none() && campaign.to.is_none() {
            let periods: Vec<(Date, Date)> = self.streams.iter().filter_map(Stream::period).collect();
            campaign.from = periods.iter().map(|(from, _)| *from).min();
            campaign.to = periods.iter().map(|(_, to)| *to).max();
        }
        for platform in totals.iter().flat_map(|total| &total.parts).filter_map(|part| part.platform.as_ref())
        {
            if !campaign.platforms.contains(platform) {
                campaign.platforms.push(platform.clone());
            }
        }
        campaign
    }

    /// The observation of a total. Names of columns and sheets stand in it, which in a file
    /// can have any letter.
    fn observation(&self, total: &Total, source: &str, language: Language) -> Option<Observation> {
        let origin = |part: &Part| match &part.account {
            Some(account) => language.origin_of_account(&part.origin, account),
            None => part.origin.clone(),
        };
        let origins: Vec<String> = total.parts.iter().map(|part| undisturbing(&origin(part))).collect();
        let parts: Vec<OwnPart<'_>> = total
            .parts
            .iter()
            .zip(&origins)
            .map(|(part, origin)| OwnPart {
                origin,
                sum: part.sum as f64,
                missing: part.missing,
                rows: part.present + part.missing,
                rejected: part.rejected,
            })
            .collect();
        let mut exports: Vec<String> = Vec::new();
        for export in total.parts.iter().flat_map(|part| &part.exports).map(|export| undisturbing(export)) {
            if !export.trim().is_empty() && !exports.contains(&export) {
                exports.push(export);
            }
        }
        let note = language.own_note(&OwnNote {
            parts: &parts,
            reach: total.is_reach(),
            of_accounts: total.of_accounts,
        });
        Some(Observation {
            campaign: self.id.clone(),
            definition: total.defined.definition.slug().to_owned(),
            quantity: total.quantity()?,
            unit: total.defined.unit.to_owned(),
            scope: total.of_accounts.then(|| language.own_phrases().whole_account.to_owned()),
            basis: total.defined.basis,
            period: total.period(),
            platforms: total.platforms(),
            wording: None,
            source: source.to_owned(),
            locator: (!exports.is_empty()).then(|| exports.join("; ")),
            note: (!note.is_empty()).then_some(note),
            doubt: None,
            role: Role::Result,
            part: None,
            includes: None,
            collection: 0,
        })
    }
}
