//! JSON that platforms give → rows under their own names of columns: Mastodon's archive
//! (`outbox.json`) and statuses, Bluesky's feed of an author.

use super::row::Row;
use crate::format::{NotRead, ReadingNote};
use serde_json::Value;

/// A feed as rows: the first holds the names of the columns.
pub struct Feed {
    /// The rows; the line of each is its place in the list, from 1.
    pub rows: Vec<Row>,
    /// What is known of it already.
    pub notes: Vec<ReadingNote>,
}

/// Reads a feed.
pub fn read_feed(text: &str) -> Result<Feed, NotRead> {
    let value: Value = serde_json::from_str(text)
        .map_err(|error| NotRead::BrokenJson { line: error.line(), column: error.column() })?;
    let list = |name: &str| value.get(name).and_then(Value::as_array);
    if let Some(items) = list("orderedItems") {
        return Ok(outbox(items));
    }
    if let Some(items) = list("feed") {
        return Ok(bluesky(items));
    }
    let items = match &value {
        Value::Array(items) => items.as_slice(),
        Value::Object(_) => std::slice::from_ref(&value),
        _ => return Err(NotRead::UnknownJson),
    };
    let all = |name: &str| items.iter().all(|item| item.get(name).is_some());
    if all("created_at") && all("favourites_count") && !items.is_empty() {
        return Ok(statuses(items));
    }
    if all("post") && !items.is_empty() {
        return Ok(bluesky(items));
    }
    Err(NotRead::UnknownJson)
}

/// The answer of Mastodon's API: statuses. What is a boost has the counts of another's post.
fn statuses(items: &[Value]) -> Feed {
    let names = ["id", "created_at", "url", "content", "replies_count", "reblogs_count", "favourites_count"];
    let others = |item: &Value| item.get("reblog").is_some_and(|reblog| !reblog.is_null());
    rows_of(items, &names, others, |item, name| text_of(item.get(name)))
}

/// Mastodon's archive: what the account did. Counts are there on newer servers only.
fn outbox(items: &[Value]) -> Feed {
    let note = |item: &Value, name: &str| item.get("object").and_then(|object| object.get(name)).cloned();
    let total =
        |item: &Value, name: &str| note(item, name).as_ref().and_then(|list| list.get("totalItems")).cloned();
    let counted =
        |name: &str| items.iter().any(|item| total(item, name).is_some_and(|count| count.is_number()));
    let mut names = vec!["activity", "published", "url", "content"];
    names.extend(counted("likes").then_some("favourites_count"));
    names.extend(counted("shares").then_some("reblogs_count"));
    let own = |item: &Value| item.get("type").and_then(Value::as_str) == Some("Create");
    let cell = |item: &Value, name: &str| match name {
        "activity" => text_of(item.get("id")),
        "published" => {
            let written = text_of(note(item, "published").as_ref());
            if written.is_empty() { text_of(item.get("published")) } else { written }
        }
        "favourites_count" => text_of(total(item, "likes").as_ref()),
        "reblogs_count" => text_of(total(item, "shares").as_ref()),
        name => text_of(note(item, name).as_ref()),
    };
    rows_of(items, &names, |item| !own(item), cell)
}

/// The feed of a Bluesky account. What has a reason of being there was passed on.
fn bluesky(items: &[Value]) -> Feed {
    let post = |item: &Value, name: &str| item.get("post").and_then(|post| post.get(name)).cloned();
    let mut names = vec!["uri", "link", "text", "createdAt", "replyCount", "repostCount", "likeCount"];
    names.extend(items.iter().any(|item| post(item, "bookmarkCount").is_some()).then_some("bookmarkCount"));
    let passed_on = |item: &Value| {
        let reason = item.get("reason").and_then(|reason| reason.get("$type")).and_then(Value::as_str);
        // A pinned post is the account's own.
        item.get("reason").is_some_and(|reason| !reason.is_null())
            && !reason.is_some_and(|reason| reason.ends_with("reasonPin"))
    };
    let cell = |item: &Value, name: &str| match name {
        "text" | "createdAt" => text_of(post(item, "record").as_ref().and_then(|record| record.get(name))),
        "link" => {
            let author = post(item, "author");
            let handle = text_of(author.as_ref().and_then(|author| author.get("handle")));
            let uri = text_of(post(item, "uri").as_ref());
            let key = uri.rsplit('/').next().unwrap_or_default();
            format!("https://bsky.app/profile/{handle}/post/{key}")
        }
        name => text_of(post(item, name).as_ref()),
    };
    rows_of(items, &names, passed_on, cell)
}

/// The rows of what is the account's own, under these names.
fn rows_of(
    items: &[Value],
    names: &[&str],
    others: impl Fn(&Value) -> bool,
    cell: impl Fn(&Value, &str) -> String,
) -> Feed {
    let mut rows = vec![Row::of(0, names.iter().copied())];
    let mut left_out = 0;
    for (at, item) in items.iter().enumerate() {
        if others(item) {
            left_out += 1;
            continue;
        }
        let cells: Vec<String> = names.iter().map(|name| cell(item, name)).collect();
        rows.push(Row::of(at as u64 + 1, cells.iter().map(String::as_str)));
    }
    let notes = if left_out > 0 { vec![ReadingNote::BoostsLeftOut(left_out)] } else { Vec::new() };
    Feed { rows, notes }
}

/// A value as a cell; what is no text and no number is none.
fn text_of(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Number(number)) => number.to_string(),
        _ => String::new(),
    }
}
