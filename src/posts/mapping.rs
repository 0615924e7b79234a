//! Which column means what: by a known form, by guesses from names, or by what is
//! written in the cells.

use super::count::{CountDress, is_missing};
use super::form::{Around, FORMS, Form, Meaning};
use super::header::{canonical, words_of};
use super::measure::{Grain, Measure};
use super::row::Row;
use super::when::read_when;
use std::collections::{BTreeMap, HashSet};

/// How many columns are looked at for what they mean. Exports have at most a hundred; the
/// others of a wider table are not read.
pub(super) const WIDEST: usize = 4_096;

/// A column that is read.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Its place, from 0.
    pub index: usize,
    /// Its name, as it is written.
    pub name: String,
    /// What it holds.
    pub meaning: Meaning,
}

/// What stands around a table.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'a> {
    /// The sheet's name, or what the file calls this part of it.
    pub sheet: &'a str,
    /// The rows before the names of the columns.
    pub preamble: &'a [Row<'static>],
}

impl Surroundings<'_> {
    fn have(&self, around: Around) -> bool {
        let first = |row: &Row, holds: &dyn Fn(&str) -> bool| holds(row.cell(0).trim());
        match around {
            Around::Anything => true,
            Around::Hashes => self.preamble.iter().any(|row| first(row, &|cell| cell.starts_with('#'))),
            Around::Titled(title) => {
                self.preamble.iter().any(|row| first(row, &|cell| cell.to_lowercase().starts_with(title)))
            }
            Around::Sheet(name) => self.sheet.to_lowercase().starts_with(name),
        }
    }

    /// The last line before the table that stands alone, which is its title.
    pub fn title(&self) -> Option<&str> {
        self.preamble.iter().rev().find_map(Row::only_cell).map(str::trim)
    }
}

/// The form whose columns a row names.
pub fn recognised(header: &Row, around: Surroundings<'_>) -> Option<&'static Form> {
    if header.width() < 2 {
        return None;
    }
    let names: HashSet<String> = header.cells().take(WIDEST).map(canonical).collect();
    let fits =
        |form: &&Form| form.required.iter().all(|name| names.contains(*name)) && around.have(form.around);
    let weight = |form: &&Form| {
        let known = form.columns.iter().filter(|(name, _)| names.contains(*name)).count();
        (form.required.len() + usize::from(form.around != Around::Anything), known)
    };
    // Of equals, the first of the list.
    FORMS.iter().rev().filter(fits).max_by_key(weight)
}

/// The columns of a table of this form.
pub fn of_form(form: &Form, header: &Row, title: Option<&str>) -> Vec<Column> {
    let names: Vec<String> = header.cells().take(WIDEST).map(canonical).collect();
    let mut columns: Vec<Column> = Vec::new();
    for (name, meaning) in form.columns {
        let taken = !meaning.may_repeat() && columns.iter().any(|column| column.meaning == *meaning);
        if let (false, Some(index)) = (taken, names.iter().position(|found| found == name)) {
            columns.push(Column { index, name: header.cell(index).trim().to_owned(), meaning: *meaning });
        }
    }
    // One metric a file: its name is the file's title.
    if let (Some(index), Some(title)) = (names.iter().position(|name| name == "primary"), title)
        && let Some(meaning) = insight(title)
    {
        columns.push(Column { index, name: title.to_owned(), meaning });
    }
    columns
}

/// What Meta's insights count in a file of this title.
fn insight(title: &str) -> Option<Meaning> {
    let title = canonical(title);
    let ends = |words: &str| title == words || title.ends_with(&format!(" {words}"));
    let meanings: [(&str, Meaning); 8] = [
        ("reach", Meaning::Reach),
        ("viewers", Meaning::Reach),
        ("views", Meaning::Count(Measure::Views)),
        ("impressions", Meaning::Count(Measure::Impressions)),
        ("content interactions", Meaning::Count(Measure::Engagements)),
        ("interactions", Meaning::Count(Measure::Engagements)),
        ("link clicks", Meaning::Count(Measure::Clicks)),
        ("follows", Meaning::Count(Measure::Follows)),
    ];
    meanings.into_iter().find(|(words, _)| ends(words)).map(|(_, meaning)| meaning)
}

/// The columns of an unknown table, guessed from their names.
pub fn guessed(header: &Row) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for (index, name) in header.cells().enumerate().take(WIDEST) {
        let Some(meaning) = meaning_of(name) else { continue };
        if !columns.iter().any(|column| column.meaning == meaning) {
            columns.push(Column { index, name: name.trim().to_owned(), meaning });
        }
    }
    columns
}

/// What a column of this name may mean.
fn meaning_of(name: &str) -> Option<Meaning> {
    // Longer names are texts.
    if name.len() > 80 {
        return None;
    }
    let whole = canonical(name);
    if matches!(
        &*whole,
        "post" | "tweet" | "text" | "message" | "content" | "caption" | "title" | "description"
    ) {
        return Some(Meaning::Text);
    }
    let count = Meaning::Count;
    Some(match &*words_of(name) {
        "impression" => count(Measure::Impressions),
        "view" | "video view" | "play" | "video play" | "media view" => count(Measure::Views),
        "reach" | "people reached" | "account reached" | "reached audience" => Meaning::Reach,
        "engagement" | "interaction" => count(Measure::Engagements),
        "reaction" => count(Measure::Reactions),
        "like" | "favorite" | "favourite" | "fav" => count(Measure::Likes),
        "comment" => count(Measure::Comments),
        "reply" => count(Measure::Replies),
        "retweet" | "repost" | "reblog" | "boost" => count(Measure::Reposts),
        "share" => count(Measure::Shares),
        "save" | "bookmark" => count(Measure::Saves),
        "click" | "link click" | "url click" => count(Measure::Clicks),
        "follow" | "new follow" | "new follower" => count(Measure::Follows),
        "date" | "day" | "datetime" | "date time" | "timestamp" | "time" | "created at" | "created"
        | "createdat" | "created time" | "created date" | "published" | "published at" | "publish time"
        | "publish date" | "publication date" | "posted" | "posted at" | "status published"
        | "date posted" => Meaning::When,
        "id" | "status id" | "tweet id" | "video id" | "media id" => Meaning::Id,
        "link" | "url" | "permalink" | "status link" | "tweet url" => Meaning::Link,
        "status message" | "tweet text" | "body" => Meaning::Text,
        _ => return None,
    })
}

/// Whether a row can be the line with the names of the columns: more than one cell,
/// and none of them a number or a date.
pub fn can_be_header(row: &Row) -> bool {
    let names = |cell: &str| {
        let cell = cell.trim();
        is_missing(cell) || (CountDress::default().read(cell).is_err() && read_when(cell).is_none())
    };
    row.width() > 1 && row.cells().take(WIDEST).all(names)
}

/// Whether a cell holds what it may.
type Holds = fn(&str) -> bool;

/// The columns of a table without names, by what most of its cells hold.
pub fn by_content(rows: &[Row]) -> Vec<Column> {
    let width = modal_width(rows);
    let sample: Vec<&Row> = rows.iter().filter(|row| row.width() == width).collect();
    let most = |index: usize, holds: Holds| {
        let count = sample.iter().filter(|row| holds(row.cell(index).trim())).count();
        count * 5 >= sample.len() * 4 && count > 0
    };
    let meanings: [(Meaning, Holds); 4] = [
        (Meaning::When, |cell| read_when(cell).is_some()),
        (Meaning::Link, |cell| cell.starts_with("https://") || cell.starts_with("http://")),
        (Meaning::Id, |cell| {
            cell.len() >= 6 && (cell.bytes().all(|byte| byte.is_ascii_digit()) || is_rounded_id(cell))
        }),
        (Meaning::Text, |cell| cell.len() > 12 && cell.contains(' ')),
    ];
    let mut columns: Vec<Column> = Vec::new();
    for index in 0..width.min(64) {
        let free = |meaning: Meaning| !columns.iter().any(|column| column.meaning == meaning);
        let found = meanings.iter().find(|(meaning, holds)| free(*meaning) && most(index, *holds));
        if let Some((meaning, _)) = found {
            columns.push(Column { index, name: String::new(), meaning: *meaning });
        }
    }
    columns
}

/// An id that a spreadsheet has turned into a rounded number: 2.02732E+18.
pub fn is_rounded_id(cell: &str) -> bool {
    // Most ids of most files.
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let Some(at) = cell.find(['E', 'e']) else { return false };
    let power = cell[at + 1..].strip_prefix('+').unwrap_or_default();
    let digits = |text: &str| {
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))
    };
    digits(&cell[..at]) && digits(power)
}

/// The width that most rows have.
pub fn modal_width(rows: &[Row]) -> usize {
    let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
    for row in rows {
        *widths.entry(row.width()).or_default() += 1;
    }
    widths
        .into_iter()
        .filter(|(width, _)| *width > 0)
        .max_by_key(|(_, rows)| *rows)
        .map_or(0, |(width, _)| width)
}

/// What one row of an unknown table is about, by its columns: what has an id, an address
/// or a text is a post, and so is what was liked and commented on; what has a date and
/// only numbers besides is a day.
pub fn grain_of(columns: &[Column], sample: &[Row]) -> Grain {
    let has = |meaning: Meaning| columns.iter().any(|column| column.meaning == meaning);
    if has(Meaning::Id) || has(Meaning::Link) || has(Meaning::Text) {
        return Grain::Post;
    }
    let Some(date) = columns.iter().find(|column| column.meaning == Meaning::When) else {
        // What people do with posts, and no day.
        let of_posts = has(Meaning::Count(Measure::Likes)) && has(Meaning::Count(Measure::Comments));
        return if of_posts { Grain::Post } else { Grain::Other };
    };
    // Names of what is counted besides, as in a row for each day and each source of visits.
    let named = |row: &Row| {
        row.cells().enumerate().take(WIDEST).any(|(index, cell)| {
            index != date.index && cell.trim().chars().filter(|letter| letter.is_alphabetic()).count() > 3
        })
    };
    if sample.iter().any(named) { Grain::Other } else { Grain::Day }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Surroundings<'static> {
        Surroundings { sheet: "", preamble: &[] }
    }

    fn form_of(header: &str) -> Option<&'static str> {
        recognised(&Row::of(1, header.split(',')), around()).map(|form| form.name)
    }

    #[test]
    fn a_subset_of_columns_is_enough() {
        assert_eq!(form_of("Post id,Date,Post text,Impressions"), Some("X content export"));
        assert_eq!(form_of("Publish time,extra,Post ID,Page ID"), Some("Facebook content export"));
        assert_eq!(
            form_of("Publicerings-id,Sid-id,Publiceringstid,Visningar"),
            Some("Facebook content export")
        );
        assert_eq!(form_of("Date,Content,Video title,Views"), Some("YouTube Studio, by day and video"));
        assert_eq!(
            form_of("Post ID,Account username,Publish time,Navigation"),
            Some("Instagram stories export")
        );
        assert_eq!(form_of("a,b,c"), None);
        // What stands around a table tells what its columns do not.
        let header = Row::of(3, ["Date", "Impressions"]);
        assert_eq!(recognised(&header, around()), None);
        let preamble = [Row::of(1, ["Analytics overview"])];
        let found = recognised(&header, Surroundings { sheet: "", preamble: &preamble });
        assert_eq!(found.map(|form| form.name), Some("Pinterest overview, by day"));
    }

    #[test]
    fn names_of_unknown_tables_are_guessed() {
        let header = Row::of(
            1,
            [
                "page",
                "status_id",
                "status_published",
                "num_likes",
                "T_Reach",
                "Page total likes",
                "engagement rate",
            ],
        );
        let meanings: Vec<Meaning> = guessed(&header).into_iter().map(|column| column.meaning).collect();
        assert_eq!(meanings, [Meaning::Id, Meaning::When, Meaning::Count(Measure::Likes), Meaning::Reach]);
    }

    #[test]
    fn columns_without_names_are_told_by_their_cells() {
        let rows = [
            Row::of(1, ["5.85978E+17", "Thu Apr 09 01:31:50 +0000 2015", "Breast cancer risk test devised"]),
            Row::of(2, ["5.85948E+17", "Wed Apr 08 23:30:18 +0000 2015", "GP workload harming care"]),
        ];
        let meanings: Vec<Meaning> = by_content(&rows).into_iter().map(|column| column.meaning).collect();
        assert_eq!(meanings, [Meaning::Id, Meaning::When, Meaning::Text]);
        assert!(!can_be_header(&rows[0]));
    }
}
