//! JSON that platforms give → rows under their own names of columns: Mastodon's archive
//! (`outbox.json`) and statuses, Bluesky's feed of an author.
//!
//! Each post becomes a row as it is read; of all else in the file nothing is held, which
//! as values would fill many times the memory of the text.

use super::kept::Texts;
use super::row::Row;
use crate::format::{NotRead, ReadingNote};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Number;
use std::fmt;

/// Reads a feed.
pub fn read_feed(text: &str) -> Result<Feed, NotRead> {
    let File { outbox, bluesky, statuses, posts } = serde_json::from_str(text).map_err(|error| {
        // It is JSON, but no such list.
        let is_json = error.is_data();
        if is_json {
            NotRead::UnknownJson
        } else {
            NotRead::BrokenJson { line: error.line(), column: error.column() }
        }
    })?;
    [outbox, bluesky, statuses, posts].into_iter().flatten().next().ok_or(NotRead::UnknownJson)
}

/// What can be asked of values; whatever else stands in them is not kept.
const ASKED: [&str; 27] = [
    "$type",
    "author",
    "bookmarkCount",
    "content",
    "created_at",
    "createdAt",
    "favourites_count",
    "handle",
    "id",
    "likeCount",
    "likes",
    "object",
    "post",
    "published",
    "reason",
    "reblog",
    "reblogs_count",
    "record",
    "replies_count",
    "replyCount",
    "repostCount",
    "shares",
    "text",
    "totalItems",
    "type",
    "uri",
    "url",
];

/// A value, as far as it can be asked for anything.
enum Value {
    Null,
    Number(String),
    Text(String),
    Object(Vec<(&'static str, Value)>),
    Other,
}

impl Value {
    fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else { return None };
        fields.iter().find(|(known, _)| *known == name).map(|(_, value)| value)
    }

    /// What stands at the end of this way.
    fn at<const N: usize>(&self, way: [&str; N]) -> Option<&Self> {
        way.into_iter().try_fold(self, |value, name| value.get(name))
    }

    /// Whether it is not left open.
    fn is_something(&self) -> bool {
        !matches!(self, Self::Null)
    }
}

/// A value as a cell; what is no text and no number is none.
fn text_of(value: Option<&Value>) -> &str {
    match value {
        Some(Value::Number(text) | Value::Text(text)) => text,
        _ => "",
    }
}

/// The posts of a list, each a row of cells.
pub struct Feed {
    names: &'static [&'static str],
    /// Of the last two columns, which newer files have, whether this one has them.
    newer: [bool; 2],
    /// The place of each post in the list, from 1, and its cells one after the other.
    places: Vec<u32>,
    cells: Texts,
    left_out: u64,
}

impl Feed {
    fn of(names: &'static [&'static str]) -> Self {
        Self { names, newer: [false; 2], places: Vec::new(), cells: Texts::default(), left_out: 0 }
    }

    /// What is known of it already.
    pub fn notes(&self) -> Vec<ReadingNote> {
        if self.left_out > 0 { vec![ReadingNote::BoostsLeftOut(self.left_out)] } else { Vec::new() }
    }

    /// Gives its rows one after the other; the first holds the names of the columns.
    pub fn each_row(&self, take: &mut dyn FnMut(&Row)) {
        let width = self.names.len();
        let is_there = |column: &usize| column + 2 < width || self.newer[column + 2 - width];
        let columns: Vec<usize> = (0..width).filter(is_there).collect();
        take(&Row::of(0, columns.iter().map(|column| self.names[*column])));
        for (at, place) in self.places.iter().enumerate() {
            let cell = |column: usize| self.cells.get(at * width + column);
            let link = if self.names == POST { link_of(cell(0), cell(1)) } else { String::new() };
            let cells = columns.iter().map(|column| match self.names[*column] {
                "link" => &*link,
                _ => cell(*column),
            });
            take(&Row::of(u64::from(*place), cells));
        }
    }

    /// Takes a post at this place of the list; of a blank one there is nothing to say.
    fn push<const N: usize>(&mut self, place: u32, cells: [&str; N]) {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            self.places.push(place);
            cells.iter().for_each(|cell| self.cells.push(cell));
        }
    }

    /// The answer of Mastodon's API: statuses. What is a boost has the counts of another's
    /// post.
    fn take_status(&mut self, place: u32, item: &Value) {
        if item.get("reblog").is_some_and(Value::is_something) {
            self.left_out += 1;
            return;
        }
        self.push(place, STATUS.map(|name| text_of(item.get(name))));
    }

    /// Mastodon's archive: what the account did. Counts are there on newer servers only.
    fn take_activity(&mut self, place: u32, item: &Value) {
        if text_of(item.get("type")) != "Create" {
            self.left_out += 1;
            return;
        }
        let note = |name: &str| item.at(["object", name]);
        let published = [note("published"), item.get("published")].map(text_of);
        let counts = ["likes", "shares"].map(|name| match item.at(["object", name, "totalItems"]) {
            Some(Value::Number(count)) => count,
            _ => "",
        });
        self.newer = [0, 1].map(|at| self.newer[at] || !counts[at].is_empty());
        let published = published.into_iter().find(|written| !written.is_empty()).unwrap_or_default();
        let [id, url, content] = [item.get("id"), note("url"), note("content")].map(text_of);
        self.push(place, [id, published, url, content, counts[0], counts[1]]);
    }

    /// The feed of a Bluesky account. What has a reason of being there was passed on; a
    /// pinned post is the account's own.
    fn take_post(&mut self, place: u32, item: &Value) {
        let reason = item.get("reason").filter(|reason| reason.is_something());
        if reason.is_some_and(|reason| !text_of(reason.get("$type")).ends_with("reasonPin")) {
            self.left_out += 1;
            return;
        }
        let post = |name: &str| item.at(["post", name]);
        let uri = text_of(post("uri"));
        let handle = text_of(item.at(["post", "author", "handle"]));
        self.newer = [true, self.newer[1] || post("bookmarkCount").is_some()];
        let [text, created] = ["text", "createdAt"].map(|name| text_of(item.at(["post", "record", name])));
        let [replies, reposts, likes, bookmarks] =
            ["replyCount", "repostCount", "likeCount", "bookmarkCount"].map(|name| text_of(post(name)));
        self.push(place, [uri, handle, text, created, replies, reposts, likes, bookmarks]);
    }
}

/// Where a post of Bluesky is read: by its address and its author's name there.
fn link_of(uri: &str, handle: &str) -> String {
    match uri.rsplit('/').next() {
        Some(key) if !key.is_empty() => format!("https://bsky.app/profile/{handle}/post/{key}"),
        _ => String::new(),
    }
}

const STATUS: [&str; 7] =
    ["id", "created_at", "url", "content", "replies_count", "reblogs_count", "favourites_count"];

const ACTIVITY: [&str; 6] = ["activity", "published", "url", "content", "favourites_count", "reblogs_count"];

/// Of a link, the author's name is held, from which it is made.
const POST: [&str; 8] =
    ["uri", "link", "text", "createdAt", "replyCount", "repostCount", "likeCount", "bookmarkCount"];

/// What a file may be.
#[derive(Default)]
struct File {
    /// Mastodon's archive.
    outbox: Option<Feed>,
    /// An answer of Bluesky.
    bluesky: Option<Feed>,
    /// The same as lists only, as some programs save them, of which every item is one.
    statuses: Option<Feed>,
    posts: Option<Feed>,
}

impl File {
    /// Takes what stands in no list that is named; all of it is of one kind.
    fn take(&mut self, place: u32, item: &Value) {
        if place == 1 {
            let statuses = Feed { newer: [true; 2], ..Feed::of(&STATUS) };
            (self.statuses, self.posts) = (Some(statuses), Some(Feed::of(&POST)));
        }
        match &mut self.statuses {
            Some(feed) if item.get("created_at").and(item.get("favourites_count")).is_some() => {
                feed.take_status(place, item);
            }
            statuses => *statuses = None,
        }
        match &mut self.posts {
            Some(feed) if item.get("post").is_some() => feed.take_post(place, item),
            posts => *posts = None,
        }
    }
}

impl<'de> Deserialize<'de> for File {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyFile)
    }
}

struct AnyFile;

impl<'de> Visitor<'de> for AnyFile {
    type Value = File;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<File, A::Error> {
        let mut file = File::default();
        each(list, &mut |place, item| file.take(place, item))?;
        Ok(file)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<File, A::Error> {
        let (mut file, mut fields) = (File::default(), Vec::new());
        while let Some(name) = object.next_key::<String>()? {
            match &*name {
                "orderedItems" => {
                    let mut feed = Feed::of(&ACTIVITY);
                    object.next_value_seed(Items(&mut |place, item| feed.take_activity(place, item)))?;
                    file.outbox = Some(feed);
                }
                "feed" => {
                    let mut feed = Feed::of(&POST);
                    object.next_value_seed(Items(&mut |place, item| feed.take_post(place, item)))?;
                    file.bluesky = Some(feed);
                }
                name => put(&mut fields, name, &mut object)?,
            }
        }
        // One post, without a list.
        file.take(1, &Value::Object(fields));
        Ok(file)
    }
}

/// Gives the items of a list one after the other, with their places from 1.
fn each<'de, A: SeqAccess<'de>>(mut list: A, take: &mut dyn FnMut(u32, &Value)) -> Result<(), A::Error> {
    let mut place = 0;
    while let Some(item) = list.next_element::<Value>()? {
        place += 1;
        take(place, &item);
    }
    Ok(())
}

/// A list whose items are given one after the other.
struct Items<'a>(&'a mut dyn FnMut(u32, &Value));

impl<'de> DeserializeSeed<'de> for Items<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Items<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        each(list, self.0)
    }
}

/// Puts the value of a field among fields, if it can be asked for; of several of one name
/// the last counts.
fn put<'de, A: MapAccess<'de>>(
    fields: &mut Vec<(&'static str, Value)>,
    name: &str,
    object: &mut A,
) -> Result<(), A::Error> {
    let Some(asked) = ASKED.iter().find(|asked| **asked == name) else {
        return object.next_value::<IgnoredAny>().map(drop);
    };
    let value = object.next_value()?;
    fields.retain(|(known, _)| known != asked);
    fields.push((asked, value));
    Ok(())
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number.to_string()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Value, E> {
        Ok(Number::from_f64(number).map_or(Value::Other, |number| Value::Number(number.to_string())))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = object.next_key::<String>()? {
            put(&mut fields, &name, &mut object)?;
        }
        Ok(Value::Object(fields))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<Vec<String>>, NotRead> {
        let mut rows = Vec::new();
        read_feed(text)?.each_row(&mut |row| rows.push(row.cells().map(str::to_owned).collect()));
        Ok(rows)
    }

    #[test]
    fn columns_of_newer_files_are_there_where_a_post_has_them() {
        let old = r#"{"type":"Create","id":"1","object":{"url":"u","content":"c","published":"p"}}"#;
        let new = r#"{"type":"Create","id":2,"published":"q","object":{"shares":{"totalItems":3}}}"#;
        let read = |items: &str| rows(&format!(r#"{{"a":[{{}}],"orderedItems":[{items}]}}"#)).unwrap();
        assert_eq!(read(old), [vec!["activity", "published", "url", "content"], vec!["1", "p", "u", "c"]]);
        assert_eq!(
            read(&format!("{old},{new}"))[1..],
            [vec!["1", "p", "u", "c", ""], vec!["2", "q", "", "", "3"]]
        );
    }

    #[test]
    fn one_post_needs_no_list() {
        let post = r#"{"post":{"uri":"at://a/b/key","author":{"handle":"h"},"likeCount":4}}"#;
        for text in [post.to_owned(), format!("[{post}]"), format!(r#"{{"feed":[{post}]}}"#)] {
            let rows = rows(&text).unwrap();
            assert_eq!(rows[0].len(), 7, "{text}");
            assert_eq!(rows[1], ["at://a/b/key", "https://bsky.app/profile/h/post/key", "", "", "", "", "4"]);
        }
    }

    #[test]
    fn other_json_is_not_known() {
        for text in ["1", "[]", "[1]", "{}", r#"{"feed":1}"#, r#"[{"post":1},{}]"#, r#"{"feed":{"a":[]}}"#] {
            assert_eq!(rows(text), Err(NotRead::UnknownJson), "{text}");
        }
        for text in ["", "[", r#"{"feed":["#, r#"{"feed":[{"post":}]}"#] {
            assert!(matches!(rows(text), Err(NotRead::BrokenJson { .. })), "{text}");
        }
    }
}
