//! A campaign's posts, from the one with the most of something to the one with the least,
//! or from the newest to the oldest.

use super::campaign::OwnCampaign;
use super::defined::Defined;
use super::picked::name_of;
use crate::format::Language;
use crate::model::Date;

/// What posts can be ranked by: counts under one definition, in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedBy {
    /// The slug of its definition and the unit, which name it.
    pub key: String,
    /// The label of the definition.
    pub label: &'static str,
    /// What is counted, in the plural.
    pub unit: &'static str,
}

/// A post in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankedPost {
    /// What names it among the posts of its campaign ([`Picked`](super::Picked)).
    pub name: String,
    /// Whose export it is from.
    pub origin: String,
    /// Its day, where it is known.
    pub day: Option<Date>,
    /// The beginning of its text.
    pub text: String,
    /// Its address, where that is one of the web.
    pub link: Option<String>,
    /// How many more posts have a higher count: 0 for the first.
    pub above: usize,
    /// The count; nothing where posts are listed by their days.
    pub count: Option<i64>,
}

/// Posts in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// The first of them.
    pub posts: Vec<RankedPost>,
    /// How many there are in all.
    pub of: usize,
    /// How many posts do not report it.
    pub silent: usize,
}

impl OwnCampaign {
    /// What its posts can be ranked by, what most of them report first. Views of two kinds are
    /// two things.
    pub fn rankable(&self, language: Language) -> Vec<RankedBy> {
        let mut found: Vec<(usize, Defined)> = Vec::new();
        for stream in self.streams.iter().filter(|stream| !stream.by_day) {
            for (column, tally) in stream.counted().iter().enumerate() {
                let defined = stream.defined(*tally);
                let posts = stream.counts(column).filter(|count| count.is_some()).count();
                match found.iter_mut().find(|(_, known)| *known == defined) {
                    Some((of, _)) => *of += posts,
                    None if posts > 0 => found.push((posts, defined)),
                    None => {}
                }
            }
        }
        found.sort_by_key(|&(posts, defined)| (std::cmp::Reverse(posts), defined));
        let named = found.into_iter().map(|(_, defined)| RankedBy {
            key: key_of(defined),
            label: language.own_definition(defined.definition).0,
            unit: defined.unit,
        });
        named.collect()
    }

    /// The first `most` of its posts by the count of that key, of those `with` a text in
    /// theirs, as far as that is kept; an empty one is in all.
    pub fn ranking(&self, by: &str, with: &str, most: usize) -> Ranking {
        let with = with.trim().to_lowercase();
        let mut found: Vec<(i64, usize, usize)> = Vec::new();
        let mut silent = 0;
        for (at, stream) in self.streams.iter().enumerate().filter(|(_, stream)| !stream.by_day) {
            let column = stream.counted().iter().position(|tally| key_of(stream.defined(*tally)) == by);
            match column {
                Some(column) => {
                    let counts = stream.counts(column).enumerate();
                    for (row, count) in counts.filter(|(row, _)| stream.row(*row).has_text(&with)) {
                        match count {
                            Some(count) => found.push((count, at, row)),
                            None => silent += 1,
                        }
                    }
                }
                None => silent += stream.rows().filter(|row| row.has_text(&with)).count(),
            }
        }
        // Equals stay in the order in which they came.
        found.sort_by_key(|(count, at, row)| (std::cmp::Reverse(*count), *at, *row));
        let of = found.len();
        let mut posts: Vec<RankedPost> = Vec::new();
        for (place, (count, at, row)) in found.into_iter().take(most).enumerate() {
            let above =
                posts.last().filter(|last| last.count == Some(count)).map_or(place, |last| last.above);
            posts.push(RankedPost { above, count: Some(count), ..self.listed_post(at, row) });
        }
        Ranking { posts, of, silent }
    }

    /// The first `most` of its posts `with` a text, as in [`Self::ranking`], the newest first,
    /// and last those without a day.
    pub fn posts_by_day(&self, with: &str, most: usize) -> Ranking {
        let with = with.trim().to_lowercase();
        let streams = self.streams.iter().enumerate().filter(|(_, stream)| !stream.by_day);
        let posts = streams
            .flat_map(|(at, stream)| stream.rows().enumerate().map(move |(row, post)| (post, at, row)));
        let mut found: Vec<(Option<Date>, usize, usize)> = posts
            .filter(|(post, ..)| post.has_text(&with))
            .map(|(post, at, row)| (post.date(), at, row))
            .collect();
        found.sort_by_key(|(day, at, row)| (std::cmp::Reverse(*day), *at, *row));
        let of = found.len();
        let listed = found.into_iter().take(most).enumerate();
        let posts = listed.map(|(above, (_, at, row))| RankedPost { above, ..self.listed_post(at, row) });
        Ranking { posts: posts.collect(), of, silent: 0 }
    }

    /// The post of a stream at a place, without a rank.
    fn listed_post(&self, at: usize, row: usize) -> RankedPost {
        let stream = &self.streams[at];
        let row = stream.row(row);
        RankedPost {
            name: name_of(stream, row.key),
            origin: stream.origin.clone(),
            day: row.date(),
            text: row.text.to_owned(),
            link: of_the_web(row.link),
            above: 0,
            count: None,
        }
    }
}

fn key_of(defined: Defined) -> String {
    format!("{} {}", defined.definition.slug(), defined.unit)
}

/// An address that can be followed; whatever else stands in its place is text.
fn of_the_web(link: &str) -> Option<String> {
    let link = link.trim();
    let is_web = ["https://", "http://"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)));
    (is_web && !link.chars().any(|letter| letter.is_whitespace() || letter.is_control()))
        .then(|| link.to_owned())
}
