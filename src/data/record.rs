//! A JSON object that is read field by field and keeps account: which fields
//! were asked for, and everything that is wrong with them.

use super::entries::{Entries, place};
use super::fault::{Fault, Problem, found};
use super::json::{Fields, Json};
use crate::format::{Excerpt, Shape, disturbs};
use crate::model::{Date, Period, UnknownSlug};
use std::str::FromStr;

/// Whether a field must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Presence {
    /// Every such record has it.
    Required,
    /// It is left out where it is not known.
    Optional,
}

/// An object being read. Each method reads one field: `None` when it is not
/// there or not right, and in the second case the fault has been noted.
pub(super) struct Record<'a> {
    file: &'a str,
    /// Its place in the file; empty for the file itself.
    place: String,
    /// What stands before its fields' names when it is part of another record.
    prefix: String,
    fields: &'a Fields,
    asked: Vec<&'static str>,
    faults: &'a mut Vec<Fault>,
    sound: bool,
}

impl<'a> Record<'a> {
    /// A file's outermost object.
    pub(super) fn of_file(file: &'a str, fields: &'a Fields, faults: &'a mut Vec<Fault>) -> Self {
        let asked = vec!["$schema", "format", "version"];
        Self { file, place: String::new(), prefix: String::new(), fields, asked, faults, sound: true }
    }

    /// Notes that something is wrong with a field (empty: with the record).
    pub(super) fn fault(&mut self, field: &str, problem: Problem) {
        self.sound = false;
        self.faults.push(Fault {
            file: self.file.to_owned(),
            record: self.place.clone(),
            field: format!("{}{field}", self.prefix),
            problem,
        });
    }

    /// How many faults have been noted, here and elsewhere.
    pub(super) fn fault_count(&self) -> usize {
        self.faults.len()
    }

    /// Ends the reading: notes fields that nobody asked for. `None` when
    /// anything was wrong with this record.
    pub(super) fn closed(&mut self) -> Option<()> {
        for field in self.fields.names() {
            if !self.asked.contains(&field) {
                let expected = self.asked.iter().copied().filter(|name| *name != "$schema").collect();
                self.fault(&quoted_if_odd(field), Problem::UnknownField { expected });
            }
        }
        self.sound.then_some(())
    }

    fn value(&mut self, field: &'static str, presence: Presence) -> Option<&'a Json> {
        self.asked.push(field);
        let value = self.fields.get(field);
        if value.is_none() && presence == Presence::Required {
            self.fault(field, Problem::Missing);
        }
        value
    }

    fn wrong_type(&mut self, field: &str, expected: Shape, value: &Json) {
        self.fault(field, Problem::WrongType { expected, found: found(Some(value)) });
    }

    fn str(&mut self, field: &'static str, presence: Presence) -> Option<&'a str> {
        let value = self.value(field, presence)?;
        match value.as_text() {
            None => self.wrong_type(field, Shape::Text, value),
            Some(text) => match unfit(text) {
                None => return Some(text),
                Some(problem) => self.fault(field, problem),
            },
        }
        None
    }

    /// Text, of at least one character that can be seen.
    pub(super) fn text(&mut self, field: &'static str, presence: Presence) -> Option<String> {
        self.str(field, presence).map(str::to_owned)
    }

    /// The same where every such record has it; empty where that is a fault.
    pub(super) fn required(&mut self, field: &'static str) -> String {
        self.text(field, Presence::Required).unwrap_or_default()
    }

    /// Text that a test must accept.
    pub(super) fn tested(
        &mut self,
        field: &'static str,
        presence: Presence,
        accepts: fn(&str) -> bool,
        problem: fn(String) -> Problem,
    ) -> Option<String> {
        let text = self.str(field, presence)?.to_owned();
        if accepts(&text) {
            return Some(text);
        }
        self.fault(field, problem(text));
        None
    }

    /// A short name: lower case letters and digits, joined by hyphens.
    pub(super) fn id(&mut self, field: &'static str, presence: Presence) -> Option<String> {
        self.tested(field, presence, is_id, Problem::InvalidId)
    }

    /// A finite number.
    pub(super) fn number(&mut self, field: &'static str, presence: Presence) -> Option<f64> {
        let value = self.value(field, presence)?;
        if let Json::Number(number) = value {
            return Some(*number);
        }
        self.wrong_type(field, Shape::Number, value);
        None
    }

    /// A member of a closed set.
    pub(super) fn member<T: FromStr<Err = UnknownSlug>>(
        &mut self,
        field: &'static str,
        presence: Presence,
    ) -> Option<T> {
        match self.str(field, presence)?.parse() {
            Ok(member) => Some(member),
            Err(unknown) => {
                self.fault(field, Problem::UnknownSlug(unknown));
                None
            }
        }
    }

    /// A date, as precise as it is known.
    pub(super) fn date(&mut self, field: &'static str) -> Option<Date> {
        let text = self.str(field, Presence::Optional)?;
        let date = text.parse().ok();
        if date.is_none() {
            self.fault(field, Problem::InvalidDate(text.to_owned()));
        }
        date
    }

    /// A period; not stated where the field is not there.
    pub(super) fn period(&mut self, field: &'static str) -> Period {
        match self.str(field, Presence::Optional).map(str::parse) {
            Some(Ok(period)) => return period,
            Some(Err(invalid)) => self.fault(field, Problem::InvalidPeriod(invalid)),
            None => {}
        }
        Period::NotStated
    }

    fn list(&mut self, field: &'static str, presence: Presence) -> &'a [Json] {
        let value = self.value(field, presence);
        match value {
            Some(Json::List(list)) => return list,
            Some(other) => self.wrong_type(field, Shape::List, other),
            None => {}
        }
        &[]
    }

    /// A list of different texts. What is optional may not be empty: an empty
    /// list would say that there are none, which is another thing than not known.
    pub(super) fn texts(&mut self, field: &'static str, presence: Presence) -> Vec<String> {
        let before = self.fault_count();
        let list = self.list(field, presence);
        if list.is_empty() && self.fields.get(field).is_some() && self.fault_count() == before {
            if presence == Presence::Optional {
                self.fault(field, Problem::EmptyList);
            }
            return Vec::new();
        }
        let mut texts: Vec<String> = Vec::with_capacity(list.len());
        for (index, value) in list.iter().enumerate() {
            let wrong = match value.as_text() {
                None => Problem::WrongType { expected: Shape::Text, found: found(Some(value)) },
                Some(text) if texts.iter().any(|known| known == text) => Problem::Repeated(text.to_owned()),
                Some(text) => match unfit(text) {
                    Some(problem) => problem,
                    None => {
                        texts.push(text.to_owned());
                        continue;
                    }
                },
            };
            self.fault(&format!("{field}[{index}]"), wrong);
        }
        texts
    }

    /// A list of records, each read by `read`. `name` is the field that names a
    /// record in a fault. A faulty one is no fault of the record it is part of.
    pub(super) fn entries<T>(
        &mut self,
        list: &'static str,
        presence: Presence,
        name: &'static str,
        read: &dyn Fn(&mut Record<'_>) -> Option<T>,
    ) -> Entries<T> {
        let mut sound = Vec::new();
        let left_out = self.each_part(list, presence, name, &mut |index, record| {
            let entry = read(record);
            entry.map(|entry| sound.push((index, entry))).is_some()
        });
        Entries { sound, left_out }
    }

    /// Calls back for each object of a list; returns the names of those for which
    /// that gives `false`, or which are no objects.
    fn each_part(
        &mut self,
        list: &'static str,
        presence: Presence,
        name: &'static str,
        read: &mut dyn FnMut(usize, &mut Record<'_>) -> bool,
    ) -> Vec<String> {
        let mut left_out = Vec::new();
        for (index, value) in self.list(list, presence).iter().enumerate() {
            let name = value.as_object().and_then(|fields| fields.get(name)).and_then(Json::as_text);
            let sound =
                self.part(list, index, name, value).is_some_and(|mut record| read(index, &mut record));
            left_out.extend(name.filter(|_| !sound).map(str::to_owned));
        }
        left_out
    }

    /// The object at that place of a list, as a record of its own.
    fn part<'b>(
        &'b mut self,
        list: &'static str,
        index: usize,
        name: Option<&str>,
        value: &'b Json,
    ) -> Option<Record<'b>> {
        // Directly in the file it is a record; in a record it is a part of a field.
        let (place, prefix) = if self.place.is_empty() {
            (place(list, index, name.map(quoted_if_odd).as_deref()), String::new())
        } else {
            (self.place.clone(), format!("{}{list}[{index}].", self.prefix))
        };
        let file = self.file;
        let Some(fields) = value.as_object() else {
            let problem = Problem::WrongType { expected: Shape::Object, found: found(Some(value)) };
            let field = prefix.trim_end_matches('.').to_owned();
            self.faults.push(Fault { file: file.to_owned(), record: place, field, problem });
            return None;
        };
        Some(Record { file, place, prefix, fields, asked: Vec::new(), faults: self.faults, sound: true })
    }
}

/// Why text cannot be shown as it is, if it cannot. Lines may end in it.
fn unfit(text: &str) -> Option<Problem> {
    if text.trim().is_empty() {
        return Some(Problem::EmptyText);
    }
    text.chars().find(|&letter| disturbs(letter) && !matches!(letter, '\n' | '\t')).map(Problem::Unprintable)
}

/// Whether text is an id: lower case letters and digits, joined by hyphens.
pub(crate) fn is_id(text: &str) -> bool {
    text.split('-')
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// Names from a file as they are; quoted and cut where they are not plain.
fn quoted_if_odd(name: &str) -> String {
    let plain = name.len() <= 60 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.$".contains(&b));
    if plain && !name.is_empty() { name.to_owned() } else { Excerpt(name).to_string() }
}
