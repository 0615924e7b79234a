//! What a table brings to a campaign, beside the others that are kept.

use super::campaign::OwnCampaign;
use super::picked::Picked;
use super::portion::Portion;
use super::stream::{Changes, Stream};
use super::whose::{Place, Undecided, Whose};
use crate::format::undisturbing;
use crate::model::Date;
use crate::posts::TableReading;
use std::collections::HashSet;

/// What an import has come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What it has changed in the campaign.
    pub changes: Changes,
    /// What it has found in others.
    pub elsewhere: Vec<Elsewhere>,
    /// Where its days come from, if they were taken for those of the account of which there
    /// are days from there, and nothing shows it.
    pub supposed: Option<String>,
}

/// Posts of a table that another campaign has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// The id of that campaign.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Of posts that were moved there from the one that the table was brought to, what has
    /// changed. They stay there, and are nothing new here.
    pub moved: Changes,
    /// How many posts both have.
    pub shared: usize,
}

impl Elsewhere {
    /// How many posts were moved there, and have stayed.
    pub fn stayed(&self) -> usize {
        self.moved.changed + self.moved.same
    }
}

/// What is to be taken in of a table.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// The table.
    pub table: &'a TableReading,
    /// Which of its posts and days.
    pub portion: &'a Portion,
    /// Of these, the posts that are picked, by the names that they have in a campaign; all,
    /// where none is. A day of a whole account cannot be picked.
    pub picked: &'a Picked,
    /// Of days, the account that the file names.
    pub account: Option<&'a str>,
    /// Of days, whose they are, if somebody has said so.
    pub whose: &'a Whose,
    /// The day of the import.
    pub today: Date,
}

/// Why nothing of a table was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// There is neither a post nor a day in what is wanted of it.
    Nothing,
    /// Nothing shows whose its days are: it has to be said.
    Undecided(Undecided),
}

impl OwnCampaign {
    /// Takes in what a table brings. `None` when it holds neither posts nor days, or days of
    /// which nothing shows whose they are.
    pub fn take(&mut self, table: &TableReading, today: Date) -> Option<Changes> {
        self.take_portion(table, &Portion::default(), today)
    }

    /// Takes in what a portion of a table brings. `None` when that is nothing, or days of
    /// which nothing shows whose they are.
    pub fn take_portion(&mut self, table: &TableReading, portion: &Portion, today: Date) -> Option<Changes> {
        let picked = &Picked::default();
        let import = Import { table, portion, picked, account: None, whose: &Whose::Unsaid, today };
        self.take_beside(&import, &mut []).ok().map(|imported| imported.changes)
    }

    /// Takes in what a table brings, beside the `others` that are kept: posts that were moved
    /// from here to one of them are brought up to date there.
    ///
    /// # Errors
    /// When there is nothing in it, or it has to be said whose its days are. Nothing has
    /// changed then.
    pub fn take_beside(&mut self, import: &Import<'_>, others: &mut [Self]) -> Result<Imported, NotImported> {
        let (mut stream, mut left_out) =
            Stream::of(import.table, import.portion).ok_or(NotImported::Nothing)?;
        if !import.picked.is_empty() {
            let all = stream.len();
            let (origin, by_day) = (stream.origin.clone(), stream.by_day);
            let is_picked = |key: &str| import.picked.has_of(&origin, key);
            stream = stream.split_off(|key| !by_day && is_picked(key));
            left_out += all - stream.len();
        }
        if stream.is_empty() {
            return Err(NotImported::Nothing);
        }
        if stream.by_day {
            stream.account = match import.whose {
                Whose::Another(account) => Some(&**account),
                _ => import.account,
            }
            .map(undisturbing);
        }
        let place = if stream.by_day {
            self.place_of(&stream, import.whose).map_err(NotImported::Undecided)?
        } else {
            self.streams.iter().position(|known| known.is_same_as(&stream)).map_or(Place::New, Place::At)
        };
        let supposed = matches!(place, Place::Supposed(_)).then(|| stream.origin.clone());
        let mut elsewhere = Vec::new();
        if !stream.by_day {
            let here = match place {
                Place::At(at) => self.streams[at].keys(),
                _ => HashSet::new(),
            };
            let others = others.iter_mut();
            elsewhere
                .extend(others.filter_map(|other| other.keep(&mut stream, (&self.id, &here), import.today)));
        }
        let changes = match place {
            Place::At(at) | Place::Supposed(at) => self.streams[at].take(&stream),
            // All of it was moved away.
            Place::New if stream.is_empty() => Changes::default(),
            Place::New => {
                let changes = Changes { new: stream.len(), ..Changes::default() };
                self.streams.push(stream);
                changes
            }
        };
        self.imported = import.today.to_string();
        Ok(Imported { changes: Changes { left_out, ..changes }, elsewhere, supposed })
    }

    /// How many posts another campaign has too.
    pub fn shared_posts(&self, other: &Self) -> usize {
        let posts = self.streams.iter().filter(|stream| !stream.by_day);
        let shared = posts.filter_map(|stream| {
            let there = other.streams.iter().find(|known| known.is_same_as(stream))?;
            Some(stream.keys().intersection(&there.keys()).count())
        });
        shared.sum()
    }

    /// Keeps those posts of a file that were moved here from the campaign to which it was
    /// brought, given its id and what tells its own posts apart; tells of them, and of those
    /// that stand in both.
    fn keep(
        &mut self,
        stream: &mut Stream,
        (from, theirs): (&str, &HashSet<&str>),
        today: Date,
    ) -> Option<Elsewhere> {
        let here = self.streams.iter_mut().find(|known| known.is_same_as(stream))?;
        let keys = here.keys();
        let moved = self.moved.iter().filter(|moved| moved.from == from && moved.origin == stream.origin);
        let moved: HashSet<&str> = moved.flat_map(|moved| moved.keys()).collect();
        let stayed =
            stream.split_off(|key| moved.contains(key) && keys.contains(key) && !theirs.contains(key));
        let shared = stream.keys().intersection(&keys).count();
        if stayed.is_empty() && shared == 0 {
            return None;
        }
        let mut changes = Changes::default();
        if !stayed.is_empty() {
            // Rows that could not be read are no matter of those that were picked.
            let rejected = here.rejected;
            changes = here.take(&stayed);
            here.rejected = rejected;
            self.imported = today.to_string();
        }
        Some(Elsewhere { id: self.id.clone(), name: self.name.clone(), moved: changes, shared })
    }
}
