//! A campaign written and corrected by hand: what a data file tells of it is changed
//! record by record, and then read as strictly as any data file.

use super::campaign::{OwnCampaign, in_one_line};
use super::case_study::told_by;
use crate::data::{Fault, Problem, read_data_file};
use crate::format::Language;
use crate::model::{Dataset, Date, Definition};
use serde_json::{Map, Value, json};

/// What was filled into the fields of a form, which are named as those of data files.
/// Nothing was said where a field is missing or blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filled<'a>(pub &'a [(&'a str, &'a str)]);

impl Filled<'_> {
    pub(super) fn get(&self, field: &str) -> &str {
        self.every(field).next().unwrap_or_default()
    }

    /// What was filled into every field of that name.
    pub(super) fn every(&self, field: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(name, _)| *name == field).map(|(_, text)| text.trim())
    }
}

/// What is wrong with what was filled in: in which field of the form, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct WrongField {
    /// The field.
    pub field: String,
    /// What is wrong.
    pub fault: Fault,
}

/// The fields of a source, each in a form with this before its name.
pub(super) const SOURCE: &str = "source_";
pub(super) const SOURCE_FIELDS: [&str; 6] = ["title", "publisher", "date", "url", "kind", "speaker"];

impl OwnCampaign {
    /// What was written by hand, or came as a data file.
    pub fn told_dataset(&self) -> Dataset {
        told_by(&self.told)
    }

    /// The campaign with these facts: name, `short_name`, who, where, countries, from, to,
    /// platforms, hashtags, aim, story, and objectives, a line each.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn with_facts(&self, filled: &Filled<'_>, today: Date) -> Result<Self, Vec<WrongField>> {
        let mut file = self.told_file();
        let campaign = campaign_of(&mut file);
        for field in ["name", "short_name", "who", "where", "from", "to", "aim", "story"] {
            set(campaign, field, filled.get(field));
        }
        set_list(campaign, "countries", parts(filled.get("countries"), &[',', '\n']));
        set_list(campaign, "platforms", parts(filled.get("platforms"), &[',', '\n']));
        let hashtags = parts(filled.get("hashtags"), &[',', ' ', '\n', '\t']).into_iter();
        let with_sign = |tag: String| if tag.starts_with('#') { tag } else { format!("#{tag}") };
        set_list(campaign, "hashtags", hashtags.map(with_sign).collect());
        let before = campaign.remove("objectives");
        let known = |text: &str| {
            let all = before.as_ref().and_then(Value::as_array)?;
            all.iter().find(|known| known["text"] == text).cloned()
        };
        let objectives: Vec<Value> = parts(filled.get("objectives"), &['\n'])
            .into_iter()
            .map(|text| known(&text).unwrap_or_else(|| json!({ "text": text })))
            .collect();
        if !objectives.is_empty() {
            campaign.insert("objectives".to_owned(), Value::Array(objectives));
        }
        self.with_file(file, today)
    }

    /// The campaign with a figure in the place of the one told at that place, or with one
    /// more. The fields are those of observations; `period_from` and `period_to` make its
    /// period, and those of its source have `source_` before their names. What it counts is
    /// one of these definitions.
    ///
    /// # Errors
    /// Everything that is wrong with them.
    pub fn with_figure(
        &self,
        at: Option<usize>,
        filled: &Filled<'_>,
        definitions: &[Definition],
        today: Date,
    ) -> Result<Self, Vec<WrongField>> {
        let mut file = self.told_file();
        let source = source_in(&mut file, filled, &self.id);
        define(&mut file, filled.get("definition"), definitions);
        let mut record = Map::new();
        record.insert("campaign".to_owned(), json!(self.id));
        record.insert("source".to_owned(), json!(source));
        for field in [
            "definition",
            "comparator",
            "unit",
            "scope",
            "basis",
            "wording",
            "locator",
            "note",
            "doubt",
            "role",
            "part",
            "includes",
        ] {
            set(&mut record, field, filled.get(field));
        }
        for field in ["value", "value_upper", "stated_to"] {
            if let Some(number) = number(filled.get(field)) {
                record.insert(field.to_owned(), number);
            }
        }
        let period = match (filled.get("period_from"), filled.get("period_to")) {
            ("", "") => String::new(),
            (from, "") => from.to_owned(),
            ("", to) => format!("../{to}"),
            (from, to) if from == to => from.to_owned(),
            (from, to) => format!("{from}/{to}"),
        };
        set(&mut record, "period", &period);
        set_list(&mut record, "platform", parts(filled.get("platform"), &[',', '\n']));
        let figures = list(&mut file, "observations");
        match at.and_then(|at| figures.get_mut(at)) {
            Some(before) => *before = Value::Object(record),
            None => figures.push(Value::Object(record)),
        }
        self.with_file(file, today)
    }

    /// The campaign without the figure told at that place.
    pub fn without_figure(&self, at: usize, today: Date) -> Self {
        let mut file = self.told_file();
        let figures = list(&mut file, "observations");
        if at < figures.len() {
            figures.remove(at);
        }
        // Nothing becomes wrong by it.
        self.with_file(file, today).unwrap_or_else(|_| self.clone())
    }

    /// When that was written, ISO 8601; empty where it does not say.
    pub(super) fn told_on(&self) -> String {
        let file: Option<Value> = serde_json::from_str(&self.told).ok();
        file.and_then(|file| file["updated"].as_str().map(str::to_owned)).unwrap_or_default()
    }

    /// What is told of it, as a data file's fields; one with nothing but its name before
    /// anything is.
    pub(super) fn told_file(&self) -> Map<String, Value> {
        if let Ok(Value::Object(file)) = serde_json::from_str(&self.told) {
            return file;
        }
        let Value::Object(file) = json!({
            "$schema": "schema.json",
            "format": "groundswell-dataset",
            "version": 1,
            "id": self.id,
            "title": self.name,
            "definitions": [],
            "sources": [],
            "campaigns": [{ "id": self.id, "name": self.name }],
            "observations": [],
        }) else {
            return Map::new();
        };
        file
    }

    /// The campaign with that told of it, if nothing in it is wrong.
    pub(super) fn with_file(
        &self,
        mut file: Map<String, Value>,
        today: Date,
    ) -> Result<Self, Vec<WrongField>> {
        without_unused(&mut file);
        file.insert("updated".to_owned(), json!(today.to_string()));
        let campaign = campaign_of(&mut file);
        let name = in_one_line(campaign.get("name").and_then(Value::as_str).unwrap_or_default());
        if campaign.contains_key("name") {
            campaign.insert("name".to_owned(), json!(name));
        }
        let title = if name.is_empty() { &self.name } else { &name };
        file.insert("title".to_owned(), json!(title));
        let mut told = serde_json::to_string_pretty(&file).unwrap_or_default();
        told.push('\n');
        let faults = match read_data_file("", &told) {
            Ok((_, faults)) => faults,
            // A file of ours is always opened; what is wrong with it is in its records.
            Err(_) => return Err(Vec::new()),
        };
        if !faults.is_empty() {
            return Err(faults.into_iter().map(WrongField::of).collect());
        }
        let imported = if self.streams.is_empty() { today.to_string() } else { self.imported.clone() };
        Ok(Self { name, imported, told, ..self.clone() })
    }
}

impl WrongField {
    /// What is wrong, as it is said at the field.
    pub fn tell(&self, language: Language) -> String {
        let words = language.written_phrases();
        match &self.fault.problem {
            Problem::Missing => words.empty.to_owned(),
            // A file has a period in one field, the form in two.
            _ if self.field.starts_with("period_") => words.no_date.to_owned(),
            _ => self.fault.tell_problem(language),
        }
    }

    /// The field of the form in which a fault of the file was filled in.
    fn of(fault: Fault) -> Self {
        let of_source = fault.record.starts_with("sources");
        // What is told in words stands within its campaign: "results[0].text".
        let told = fault.field.strip_prefix("results[").and_then(|rest| rest.split_once("]."));
        let field = told.map_or(&*fault.field, |(_, field)| field);
        let first = field.split(['[', '.']).next().unwrap_or_default();
        let field = match first {
            "period" => "period_from".to_owned(),
            _ if of_source => format!("{SOURCE}{first}"),
            _ => first.to_owned(),
        };
        Self { field, fault }
    }
}

/// The file's one campaign.
pub(super) fn campaign_of(file: &mut Map<String, Value>) -> &mut Map<String, Value> {
    let campaigns = list(file, "campaigns");
    if !campaigns.first().is_some_and(Value::is_object) {
        campaigns.insert(0, Value::Object(Map::new()));
    }
    match &mut campaigns[0] {
        Value::Object(campaign) => campaign,
        // It was just seen to that it is one.
        _ => unreachable!(),
    }
}

pub(super) fn list<'a>(file: &'a mut Map<String, Value>, name: &str) -> &'a mut Vec<Value> {
    let place = file.entry(name).or_insert_with(|| json!([]));
    if !place.is_array() {
        *place = json!([]);
    }
    match place {
        Value::Array(list) => list,
        _ => unreachable!(),
    }
}

pub(super) fn set(record: &mut Map<String, Value>, field: &str, text: &str) {
    if text.is_empty() {
        record.remove(field);
    } else {
        record.insert(field.to_owned(), json!(text));
    }
}

pub(super) fn set_list(record: &mut Map<String, Value>, field: &str, texts: Vec<String>) {
    if texts.is_empty() {
        record.remove(field);
    } else {
        record.insert(field.to_owned(), json!(texts));
    }
}

fn parts(text: &str, between: &[char]) -> Vec<String> {
    text.split(between).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A number as people write it: "1,234" is one; "about 5" is text, and a fault.
fn number(text: &str) -> Option<Value> {
    if text.is_empty() {
        return None;
    }
    let parts: Vec<&str> = text.split([',', ' ', '\u{a0}', '\u{202f}', '\'']).collect();
    let last = parts.last().map_or("", |last| last.split('.').next().unwrap_or_default());
    let grouped = parts.len() == 1
        || (parts[0].trim_start_matches('-').len() <= 3
            && parts[1..parts.len() - 1].iter().all(|part| part.len() == 3)
            && last.len() == 3);
    let plain: String = parts.concat();
    let value = plain.parse::<f64>().ok().filter(|value| grouped && value.is_finite());
    Some(match value {
        Some(value) if value.fract() == 0.0 && value.abs() < 9e15 => json!(value as i64),
        Some(value) => json!(value),
        None => json!(text),
    })
}

/// The id of the source that was filled in: of one that is there already, or of a new one.
pub(super) fn source_in(file: &mut Map<String, Value>, filled: &Filled<'_>, campaign: &str) -> String {
    let mut record = Map::new();
    for field in SOURCE_FIELDS {
        set(&mut record, field, filled.get(&format!("{SOURCE}{field}")));
    }
    let sources = list(file, "sources");
    let without_id = |source: &Value| {
        let mut source = source.as_object().cloned().unwrap_or_default();
        source.remove("id");
        source
    };
    if let Some(known) = sources.iter().find(|source| without_id(source) == record) {
        return known["id"].as_str().unwrap_or_default().to_owned();
    }
    let is_taken = |id: &str| sources.iter().any(|source| source["id"] == id);
    let mut number = sources.len() + 1;
    while is_taken(&format!("{campaign}-source-{number}")) {
        number += 1;
    }
    let id = format!("{campaign}-source-{number}");
    record.insert("id".to_owned(), json!(id));
    sources.push(Value::Object(record));
    id
}

/// Puts the definition of that id into the file, if it is known and not in it; with a target
/// what it is a target for.
pub(super) fn define(file: &mut Map<String, Value>, id: &str, known: &[Definition]) {
    let Some(definition) = known.iter().find(|known| known.id == id) else { return };
    if let Some(aim) = &definition.target_for {
        define(file, aim, known);
    }
    let definitions = list(file, "definitions");
    if definitions.iter().any(|defined| defined["id"] == id) {
        return;
    }
    let Definition { id, label, counts, stage, target_for, metric: _ } = definition;
    let mut record = json!({ "id": id, "label": label, "counts": counts, "stage": stage.slug() });
    if let Some(target_for) = target_for {
        record["target_for"] = json!(target_for);
    }
    definitions.push(record);
}

/// Takes out the sources and definitions that nothing refers to any more.
fn without_unused(file: &mut Map<String, Value>) {
    let mut used: Vec<String> = Vec::new();
    let mut note = |value: &Value| used.extend(value.as_str().map(str::to_owned));
    for figure in list(file, "observations").iter() {
        note(&figure["source"]);
        note(&figure["definition"]);
    }
    for gap in list(file, "gaps").iter() {
        note(&gap["source"]);
    }
    for contradiction in list(file, "contradictions").iter() {
        contradiction["definitions"].as_array().into_iter().flatten().for_each(&mut note);
    }
    for told in ["objectives", "results"] {
        let all = campaign_of(file).get(told).and_then(Value::as_array).cloned().unwrap_or_default();
        all.iter().for_each(|one| note(&one["source"]));
    }
    let definitions = list(file, "definitions").clone();
    for definition in definitions {
        if definition["id"].as_str().is_some_and(|id| used.iter().any(|known| known == id)) {
            used.extend(definition["target_for"].as_str().map(str::to_owned));
        }
    }
    let is_used =
        |record: &Value| record["id"].as_str().is_some_and(|id| used.iter().any(|known| known == id));
    list(file, "sources").retain(is_used);
    list(file, "definitions").retain(is_used);
    for empty in ["gaps", "contradictions"] {
        if list(file, empty).is_empty() {
            file.remove(empty);
        }
    }
}
