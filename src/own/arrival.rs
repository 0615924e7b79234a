//! The same campaign as it was kept elsewhere, and what comes of both.

use super::campaign::OwnCampaign;
use super::case_study::told_as;
use super::stream::Changes;
use crate::format::Language;

/// What taking in a campaign does to those that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// None of them is it.
    New,
    /// One of them is it, and nothing changes.
    Same,
    /// One of them is it: of its posts (`false`) and days (`true`), what changes.
    Merged(Vec<(bool, Changes)>),
    /// One of them is it, and what is told of it is replaced.
    Replaced,
    /// One of them is called so, and has posts or days where the other has figures only,
    /// or the other way round. The figures may be of the same posts: the two stand side
    /// by side, and nothing is counted twice.
    Beside,
}

impl OwnCampaign {
    /// Meets the one that is kept under its id: gives what is then to be kept, and what
    /// changes.
    ///
    /// # Errors
    /// When the two have to stand side by side: gives this one under another id and name,
    /// the same every time, with which it meets those that are kept.
    pub fn arrive(self, here: Option<&Self>, language: Language) -> Result<(Self, Arrival), Box<Self>> {
        let Some(here) = here else { return Ok((self, Arrival::New)) };
        if self.streams.is_empty() != here.streams.is_empty() {
            return Err(Box::new(self.beside(language)));
        }
        let mut merged = here.clone();
        let changes = merged.merge(&self);
        let told = merged.told != here.told;
        let anything = changes.iter().any(|(_, changes)| changes.new + changes.changed > 0);
        let arrival = match (anything, told) {
            (true, _) => Arrival::Merged(changes),
            (false, true) => Arrival::Replaced,
            (false, false) => Arrival::Same,
        };
        Ok((merged, arrival))
    }

    /// What taking it in would change; `kept` finds a campaign by its id.
    pub fn arrival(&self, kept: &dyn Fn(&str) -> Option<Self>, language: Language) -> Arrival {
        let (mut arriving, mut beside) = (self.clone(), false);
        loop {
            match arriving.clone().arrive(kept(&arriving.id).as_ref(), language) {
                Ok((_, Arrival::New)) if beside => return Arrival::Beside,
                Ok((_, arrival)) => return arrival,
                // Its id grows each time: some time nobody has it.
                Err(other) => (arriving, beside) = (*other, true),
            }
        }
    }

    /// Takes in the same campaign as it was kept elsewhere. What was imported later
    /// counts, post by post and day by day; what only one of them has, stays.
    fn merge(&mut self, other: &Self) -> Vec<(bool, Changes)> {
        let is_later = other.imported > self.imported;
        let mut changes = Vec::new();
        for stream in &other.streams {
            let found = match self.place_of_kept(stream) {
                Some(at) => self.streams[at].join(stream, is_later),
                None => {
                    self.streams.push(stream.clone());
                    Changes { new: stream.len(), ..Changes::default() }
                }
            };
            changes.push((stream.by_day, found));
        }
        for moved in &other.moved {
            self.remember(&moved.from, &moved.origin, moved.keys());
        }
        // What was written later counts, whenever posts were imported.
        if self.told.is_empty() || other.told_on() > self.told_on() {
            self.told.clone_from(&other.told);
        }
        if is_later {
            self.imported.clone_from(&other.imported);
            self.name.clone_from(&other.name);
        }
        changes
    }

    /// The same under a name and an id that say what it is made of.
    fn beside(self, language: Language) -> Self {
        let words = language.own_phrases();
        let (end, word) = match self.streams.is_empty() {
            true => ("figures", words.of_figures),
            false => ("posts", words.of_posts),
        };
        let (id, name) = (format!("{}-{end}", self.id), format!("{} ({word})", self.name));
        let told = if self.told.is_empty() { self.told } else { told_as(&self.told, &id, &name) };
        Self { id, name, told, ..self }
    }
}
