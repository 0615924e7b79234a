//! A campaign of one's own: its name, what exports hold of it, and the data file that
//! follows from that.

use super::defined::definition;
use super::stream::{Changes, Stream};
use super::total::{Total, totals};
use crate::data::{OWN, write_collection};
use crate::format::{Language, OwnNote, OwnPart};
use crate::model::{Campaign, Collection, Dataset, Date, Loading, Observation, Role, Source, SourceKind};
use crate::posts::TableReading;
use serde::{Deserialize, Serialize};

/// How the ids of campaigns of one's own begin: no published one is called so.
const BEGINS: &str = "own-";

/// A campaign of one's own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OwnCampaign {
    id: String,
    name: String,
    /// The day of the last import, ISO 8601.
    imported: String,
    streams: Vec<Stream>,
}

impl OwnCampaign {
    /// A campaign of that name, without anything in it; `taken` are the ids of others.
    pub fn new(name: &str, taken: &[&str]) -> Self {
        let mut id = BEGINS.to_owned();
        for letter in name.trim().to_lowercase().chars() {
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
        Self { id: unique, name: name.trim().to_owned(), imported: String::new(), streams: Vec::new() }
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
        self.streams.iter().all(Stream::is_sound)
    }

    /// How many posts it has.
    pub fn posts(&self) -> usize {
        self.streams.iter().filter(|stream| !stream.by_day).map(Stream::len).sum()
    }

    /// How many days of accounts it has.
    pub fn days(&self) -> usize {
        self.streams.iter().filter(|stream| stream.by_day).map(Stream::len).sum()
    }

    /// Takes in what a table brings. `None` when it holds neither posts nor days.
    pub fn take(&mut self, table: &TableReading, today: Date) -> Option<Changes> {
        let stream = Stream::of(table).filter(|stream| !stream.is_empty())?;
        self.imported = today.to_string();
        match self.streams.iter_mut().find(|known| known.is_same_as(&stream)) {
            Some(known) => Some(known.take(&stream)),
            None => {
                let changes = Changes { new: stream.len(), ..Changes::default() };
                self.streams.push(stream);
                Some(changes)
            }
        }
    }

    /// The campaign and its figures, as a data set of its own.
    pub fn dataset(&self, language: Language) -> Dataset {
        let totals = totals(&self.streams);
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
        let mut definitions = Vec::new();
        for total in &totals {
            let definition = definition(total.defined.definition, language);
            if !definitions.contains(&definition) {
                definitions.push(definition);
            }
        }
        let observations: Vec<Observation> =
            totals.iter().filter_map(|total| self.observation(total, &source.id, language)).collect();
        Dataset {
            title: self.name.clone(),
            updated: self.imported.clone(),
            collections: vec![Collection {
                id: OWN.to_owned(),
                file: format!("{}.json", self.id),
                title: self.name.clone(),
                loading: Loading::AtStart,
                loaded: true,
            }],
            definitions,
            sources: vec![source],
            campaigns: vec![self.campaign(&totals)],
            observations,
            ..Dataset::default()
        }
    }

    /// The same as a file of data, which any site of this kind reads.
    pub fn data_file(&self, language: Language) -> String {
        write_collection(&self.dataset(language))
    }

    fn campaign(&self, totals: &[Total]) -> Campaign {
        let periods: Vec<(Date, Date)> = self.streams.iter().filter_map(Stream::period).collect();
        let mut platforms: Vec<String> = Vec::new();
        for platform in totals.iter().flat_map(|total| &total.parts).filter_map(|part| part.platform.clone())
        {
            if !platforms.contains(&platform) {
                platforms.push(platform);
            }
        }
        Campaign {
            id: self.id.clone(),
            name: self.name.clone(),
            short_name: None,
            series: None,
            edition: None,
            who: None,
            place: None,
            from: periods.iter().map(|(from, _)| *from).min(),
            to: periods.iter().map(|(_, to)| *to).max(),
            platforms,
            hashtags: Vec::new(),
            aim: None,
            story: None,
            objectives: Vec::new(),
            results: Vec::new(),
            collection: 0,
        }
    }

    fn observation(&self, total: &Total, source: &str, language: Language) -> Option<Observation> {
        let parts: Vec<OwnPart<'_>> = total
            .parts
            .iter()
            .map(|part| OwnPart {
                origin: &part.origin,
                sum: part.sum as f64,
                missing: part.missing,
                rows: part.present + part.missing,
                rejected: part.rejected,
            })
            .collect();
        let mut exports: Vec<&str> = Vec::new();
        for export in total.parts.iter().flat_map(|part| &part.exports).filter(|export| !export.is_empty()) {
            if !exports.contains(&&**export) {
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
            collection: 0,
        })
    }
}
