//! Posts that are picked one by one, and moved to another campaign.

use super::campaign::OwnCampaign;
use super::stream::Stream;
use crate::posts::Texts;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashSet};

/// Between whose export a post is from and what tells it apart there. Neither has it, as
/// they are written in a name.
const APART: char = '\n';

/// Posts of a campaign that are picked, by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked(BTreeSet<String>);

impl Picked {
    /// Picks the post of that name, or picks it no longer.
    pub fn pick(&mut self, name: &str, picked: bool) {
        if picked {
            self.0.insert(name.to_owned());
        } else {
            self.0.remove(name);
        }
    }

    /// Whether the post of that name is picked.
    pub fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// Whether the post is picked that is told apart so in the export of that origin.
    pub(super) fn has_of(&self, origin: &str, key: &str) -> bool {
        self.has(&name_in(origin, key))
    }

    /// How many are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What moving posts has come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PostsMoved {
    /// How many were moved.
    pub moved: usize,
    /// How many of them the other campaign had already: they are one post there.
    pub met: usize,
}

/// Posts that were moved here from another campaign: what a file brings of them to that
/// one belongs here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Moved {
    /// The id of that campaign.
    pub(super) from: String,
    /// Whose export they are from.
    pub(super) origin: String,
    keys: Texts,
}

impl Moved {
    /// What tells them apart.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        (0..self.keys.len()).map(|at| self.keys.get(at))
    }
}

/// What names a post among those of a campaign: letters that come back from every page as
/// they are, which line ends and signs that nobody sees do not.
pub(super) fn name_of(stream: &Stream, key: &str) -> String {
    name_in(&stream.origin, key)
}

fn name_in(origin: &str, key: &str) -> String {
    format!("{}{APART}{}", origin.escape_default(), key.escape_default())
}

impl OwnCampaign {
    /// Those that are picked of its posts; what is no post of it is left out.
    pub fn picked_of(&self, picked: &Picked) -> Picked {
        if picked.is_empty() {
            return Picked::default();
        }
        let names =
            self.streams_of_posts().flat_map(|stream| stream.rows().map(|row| name_of(stream, row.key)));
        Picked(names.filter(|name| picked.has(name)).collect())
    }

    /// Moves the posts that are picked to another campaign, which remembers where they came
    /// from. A post that is there already is one post, with the numbers that were imported
    /// later.
    pub fn move_posts(&mut self, picked: &Picked, to: &mut Self) -> PostsMoved {
        let mut found = PostsMoved::default();
        let is_later = self.imported > to.imported;
        for stream in self.streams.iter_mut().filter(|stream| !stream.by_day) {
            let origin = stream.origin.escape_default().to_string();
            let is_picked = |key: &str| picked.has(&format!("{origin}{APART}{}", key.escape_default()));
            let gone = stream.split_off(is_picked);
            if gone.is_empty() {
                continue;
            }
            let keys = gone.keys();
            // Wherever they have been, they are found from there.
            for moved in &mut self.moved {
                if moved.origin == gone.origin {
                    let (go, stay): (Vec<&str>, Vec<&str>) = moved.keys().partition(|key| keys.contains(key));
                    to.remember(&moved.from, &moved.origin, go.into_iter());
                    moved.keys = texts_of(stay.into_iter());
                }
            }
            to.remember(&self.id, &gone.origin, (0..gone.len()).map(|at| gone.row(at).key));
            found.moved += gone.len();
            match to.streams.iter_mut().find(|known| known.is_same_as(&gone)) {
                Some(known) => {
                    let (before, rejected) = (known.len(), known.rejected);
                    known.join(&gone, is_later);
                    known.rejected = rejected;
                    found.met += before + gone.len() - known.len();
                }
                None => to.streams.push(gone),
            }
        }
        self.moved.retain(|moved| !moved.keys.is_empty());
        if found.moved > 0 {
            self.streams.retain(|stream| !stream.is_empty());
            if is_later {
                to.imported.clone_from(&self.imported);
            }
        }
        found
    }

    fn streams_of_posts(&self) -> impl Iterator<Item = &Stream> {
        self.streams.iter().filter(|stream| !stream.by_day)
    }

    /// Takes note that posts were moved here from the campaign of that id.
    pub(super) fn remember<'a>(&mut self, from: &str, origin: &str, keys: impl Iterator<Item = &'a str>) {
        let mut keys = keys.peekable();
        if from == self.id || keys.peek().is_none() {
            return;
        }
        let at = self.moved.iter().position(|moved| moved.from == from && moved.origin == origin);
        let at = at.unwrap_or_else(|| {
            self.moved.push(Moved {
                from: from.to_owned(),
                origin: origin.to_owned(),
                keys: Texts::default(),
            });
            self.moved.len() - 1
        });
        let moved = &mut self.moved[at];
        let known: HashSet<String> = moved.keys().map(str::to_owned).collect();
        for key in keys.filter(|key| !known.contains(*key)) {
            moved.keys.push(key);
        }
    }
}

fn texts_of<'a>(texts: impl Iterator<Item = &'a str>) -> Texts {
    let mut all = Texts::default();
    texts.for_each(|text| all.push(text));
    all
}
