//! What is in data files: for each table of each file what it was read as, what was
//! rejected, and the sums. For people as text, for programs as JSON.

use crate::args::CheckRequest;
use crate::own::{OwnFile, own_file};
use groundswell::format::{Language, grouped};
use groundswell::posts::{Grain, Meaning, Measure, ReadingOptions, Rejected, TableReading, read_export};
use serde_json::{Map, Value, json};
use std::fs::File;
use std::io::BufReader;
use std::path::Path;

const LANGUAGE: Language = Language::English;

/// How many rejected rows are printed of a table; JSON has them all.
const PRINTED: usize = 20;

/// How many columns are named of a table.
const NAMED: usize = 60;

/// What came of a file: its tables, or why it could not be read.
type Checked = Result<Vec<Checkable>, String>;

/// A table of an export, or a file of the project's own.
enum Checkable {
    Table(Box<TableReading>),
    Own(OwnFile),
}

/// Reads every file and prints what is in it.
///
/// Returns the status to exit with: 0 when everything was read, 1 when something was
/// rejected, 2 when a file could not be read at all.
pub fn check(request: &CheckRequest) -> u8 {
    // What the reader of workbooks makes of a damaged one is told as a sentence, once.
    let told = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        if !panic.location().is_some_and(|place| place.file().contains("calamine")) {
            told(panic);
        }
    }));
    let options =
        ReadingOptions { dates: request.dates, zone: request.zone.clone(), ..ReadingOptions::default() };
    let (mut status, mut entries) = (0, Vec::new());
    for path in &request.files {
        let checked = checked(path, options.clone());
        let told = match &checked {
            Err(_) => 2,
            Ok(tables) => u8::from(tables.iter().any(Checkable::rejected)),
        };
        status = status.max(told);
        let file = path.display().to_string();
        if request.json {
            match &checked {
                Ok(tables) => entries.extend(tables.iter().map(|table| table.as_json(&file))),
                Err(why) => entries.push(unread_json(&file, why)),
            }
        } else {
            print(&file, &checked);
        }
    }
    if request.json {
        println!("{:#}", json!({ "files": entries }));
    }
    status
}

fn checked(path: &Path, options: ReadingOptions) -> Checked {
    if let Some(own) = own_file(path) {
        return own.map(|own| vec![Checkable::Own(own)]);
    }
    let file = File::open(path).map_err(|error| error.to_string())?;
    if file.metadata().is_ok_and(|about| about.is_dir()) {
        return Err("this is a folder; expected a file".to_owned());
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tables = read_export(&name, BufReader::new(file), options).map_err(|why| LANGUAGE.not_read(&why))?;
    Ok(tables.into_iter().map(|table| Checkable::Table(Box::new(table))).collect())
}

fn unread_json(file: &str, why: &str) -> Value {
    json!({
        "file": file, "table": "", "source": null, "grain": Grain::Other.slug(), "rows": 0, "rejected": [],
        "period": null, "sums": {}, "reach": null, "notes": [why],
    })
}

impl Checkable {
    fn rejected(&self) -> bool {
        match self {
            Self::Table(table) => table.rejected_rows > 0,
            Self::Own(own) => !own.faults.is_empty(),
        }
    }

    fn as_json(&self, file: &str) -> Value {
        match self {
            Self::Table(table) => table_json(file, table),
            Self::Own(own) => {
                let rejected: Vec<Value> = own
                    .faults
                    .iter()
                    .map(|fault| json!({ "line": null, "column": fault.field, "reason": fault.tell(LANGUAGE) }))
                    .collect();
                json!({
                    "file": file, "table": "", "source": own.source, "grain": Grain::Other.slug(),
                    "rows": own.observations, "rejected": rejected, "period": null, "sums": {}, "reach": null,
                    "notes": [],
                })
            }
        }
    }
}

fn table_json(file: &str, table: &TableReading) -> Value {
    let rejected: Vec<Value> = table
        .rejected
        .iter()
        .map(|Rejected { line, column, because }| {
            json!({ "line": line, "column": column, "reason": LANGUAGE.rejected(because) })
        })
        .collect();
    let sums: Map<String, Value> =
        table.sums.iter().map(|(measure, sum)| (measure.slug().to_owned(), json!(sum))).collect();
    let notes: Vec<String> = table.notes.iter().map(|note| LANGUAGE.reading_note(note)).collect();
    json!({
        "file": file,
        "table": table.table,
        "source": table.form.map(|form| form.name),
        "grain": table.grain.slug(),
        "rows": table.rows,
        "rejected": rejected,
        "period": table.period.map(|(from, to)| json!({ "from": from.to_string(), "to": to.to_string() })),
        "sums": sums,
        "reach": table.reach.map(|reach| json!({ "largest": reach.largest, "sum": reach.sum })),
        "notes": notes,
    })
}

fn print(file: &str, checked: &Checked) {
    println!("{file}");
    match checked {
        Err(why) => println!("  {why}"),
        Ok(tables) => {
            for table in tables {
                match table {
                    Checkable::Table(table) => print_table(table),
                    Checkable::Own(own) => print_own(own),
                }
            }
        }
    }
    println!();
}

fn print_own(own: &OwnFile) {
    let words = LANGUAGE.reading();
    println!("  {}: {}", words.recognised_as, own.source);
    println!("  {}: {}", words.rows, grouped(own.observations as f64));
    for fault in &own.faults {
        println!("  {}", fault.tell(LANGUAGE));
    }
}

fn print_table(table: &TableReading) {
    let words = LANGUAGE.reading();
    if !table.table.is_empty() {
        println!("  {}", table.table);
    }
    let name = table.form.map_or(words.unknown, |form| form.name);
    let grain = words.grains[Grain::ALL.iter().position(|grain| *grain == table.grain).unwrap_or(0)];
    println!("    {}: {name} ({grain})", words.recognised_as);
    if let Some(form) = table.form {
        println!("    {}: {}", words.because, form.required.join(", "));
    }
    let read: Vec<String> =
        table.columns.iter().map(|column| format!("{} = {}", column.name, meaning(column.meaning))).collect();
    for (title, names) in [(words.columns, &read), (words.unread, &table.unread)] {
        if !names.is_empty() {
            let more = if names.len() > NAMED { "; \u{2026}" } else { "" };
            println!("    {title}: {}{more}", names[..names.len().min(NAMED)].join("; "));
        }
    }
    match table.period {
        Some((from, to)) => println!("    {}: {from} / {to}", words.period),
        None => println!("    {}: {}", words.period, words.no_period),
    }
    println!("    {}: {}", words.rows, grouped(table.rows as f64));
    if table.rejected_rows > 0 {
        println!("    {}: {}", words.rejected, grouped(table.rejected_rows as f64));
    }
    for Rejected { line, column, because } in table.rejected.iter().take(PRINTED) {
        let column = if column.is_empty() { String::new() } else { format!(", {column}") };
        println!("      {} {line}{column}: {}", words.line, LANGUAGE.rejected(because));
    }
    let sums: Vec<String> = table
        .sums
        .iter()
        .map(|(measure, sum): &(Measure, i64)| format!("{} {}", measure.slug(), grouped(*sum as f64)))
        .collect();
    println!(
        "    {}: {}",
        words.sums,
        if sums.is_empty() { words.no_sums.to_owned() } else { sums.join(", ") }
    );
    if let Some(reach) = table.reach {
        println!("    {}: {}", words.reach, LANGUAGE.reach_words(reach.largest as f64, reach.sum as f64));
    }
    for note in &table.notes {
        println!("    {}: {}", words.note, LANGUAGE.reading_note(note));
    }
}

fn meaning(meaning: Meaning) -> &'static str {
    let [id, link, text, when, account, reach] = LANGUAGE.reading().meanings;
    match meaning {
        Meaning::Id => id,
        Meaning::Link => link,
        Meaning::Text => text,
        Meaning::When => when,
        Meaning::Account => account,
        Meaning::Reach => reach,
        Meaning::Count(measure) => measure.slug(),
    }
}
