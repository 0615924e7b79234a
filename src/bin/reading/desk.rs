//! What lies on the desk of the page where files are brought: files that were read, and
//! the campaigns that they are added to.

use crate::blob::BlobReader;
use groundswell::browser::{keep, keep_no_longer, kept_data, kept_packed};
use groundswell::figure::{Brought, Listed, own_campaigns_html, own_files_html, rejected_list};
use groundswell::format::{ImportChanges, Language, NotRead, ReadingProgress};
use groundswell::model::Date;
use groundswell::own::OwnCampaign;
use groundswell::posts::{Grain, Reading, ReadingOptions, read_counted};
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::File;

const LANGUAGE: Language = Language::English;

/// How often progress is told, milliseconds.
const OFTEN: f64 = 100.0;

/// For how long the rate is watched before the time that is left is said, milliseconds.
const WATCHED: f64 = 1000.0;

/// Everything that lies there. Copies speak of the same.
#[wasm_bindgen]
#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Content>>);

#[derive(Default)]
struct Content {
    brought: Vec<Brought>,
    /// The campaigns that are kept: id, name, how many posts and days.
    kept: Vec<(String, String, usize, usize)>,
    /// What was deleted last, to be brought back.
    deleted: Option<OwnCampaign>,
}

#[wasm_bindgen]
impl Desk {
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a file as the one at that place; `dates` is the order of day and month, if
    /// it was said. `progress` is called with the part that is read, from 0 to 1, and a
    /// sentence. Gives the number of rows.
    pub fn read(&self, at: usize, file: File, dates: Option<String>, progress: &Function) -> f64 {
        let options = ReadingOptions { dates: dates.and_then(|order| order.parse().ok()), keep: true };
        let (rows, of) = (Cell::new(0), file.size() as u64);
        let started = js_sys::Date::now();
        let last = Cell::new(started);
        let told = |bytes: u64| {
            let now = js_sys::Date::now();
            if now - last.get() < OFTEN {
                return;
            }
            last.set(now);
            let (spent, left) = (now - started, of.saturating_sub(bytes) as f64);
            let seconds_left =
                (spent > WATCHED && bytes > 0).then(|| (spent * left / bytes as f64 / 1000.0).ceil() as u64);
            let text =
                LANGUAGE.reading_progress(ReadingProgress { rows: rows.get(), bytes, of, seconds_left });
            // Whoever listens no longer is not told.
            let _ = progress.call2(&JsValue::NULL, &(bytes as f64 / of as f64).into(), &text.into());
        };
        let reading = Reading { options, rows: &rows };
        let read = BlobReader::open((*file).clone(), &told)
            .map_err(|error| NotRead::CannotOpen(error.to_string()))
            .and_then(|source| read_counted(&file.name(), source, reading));
        let brought = Brought { name: file.name(), options, read };
        let mut content = self.0.borrow_mut();
        if at < content.brought.len() {
            content.brought[at] = brought;
        } else {
            content.brought.push(brought);
        }
        rows.get() as f64
    }

    /// Puts the files aside.
    pub fn put_aside(&self) {
        self.0.borrow_mut().brought.clear();
    }

    /// What was read, as HTML.
    pub fn files(&self) -> String {
        let content = self.0.borrow();
        let known: Vec<_> = content.kept.iter().map(|(id, name, ..)| (&**id, &**name)).collect();
        own_files_html(&content.brought, &known, LANGUAGE)
    }

    /// What could not be read, as CSV.
    pub fn rejected(&self) -> String {
        rejected_list(&self.0.borrow().brought, LANGUAGE)
    }

    /// The campaigns that are kept, as HTML.
    pub async fn campaigns(&self) -> Result<String, String> {
        let mut kept = Vec::new();
        for (id, _) in kept_data().await.map_err(refused)? {
            if let Some(campaign) = unpacked(&id).await? {
                kept.push((id, campaign.name().to_owned(), campaign.posts(), campaign.days()));
            }
        }
        let listed: Vec<Listed<'_>> = kept
            .iter()
            .map(|(id, name, posts, days)| Listed { id, name, posts: *posts, days: *days })
            .collect();
        let html = own_campaigns_html(&listed, LANGUAGE);
        self.0.borrow_mut().kept = kept;
        Ok(html)
    }

    /// Adds tables to a campaign: each named by the places of its file and of itself,
    /// "0-1"; to the one of that id, or to a new one of that name. Gives a sentence.
    pub async fn add(&self, tables: Vec<String>, into: String, name: String) -> Result<String, String> {
        let mut campaign = match unpacked(&into).await? {
            Some(known) => known,
            None => {
                let content = self.0.borrow();
                let taken: Vec<&str> = content.kept.iter().map(|(id, ..)| &**id).collect();
                OwnCampaign::new(&name, &taken)
            }
        };
        let mut changes = Vec::new();
        {
            let content = self.0.borrow();
            for (file, number) in tables.iter().filter_map(|table| table.split_once('-')) {
                let (Ok(file), Ok(number)) = (file.parse::<usize>(), number.parse::<usize>()) else {
                    continue;
                };
                let file = content.brought.get(file).and_then(|file| file.read.as_ref().ok());
                let Some(table) = file.and_then(|tables| tables.get(number)) else { continue };
                if let Some(found) = campaign.take(table, today()) {
                    changes.push(ImportChanges {
                        days: table.grain == Grain::Day,
                        new: found.new,
                        changed: found.changed,
                        same: found.same,
                    });
                }
            }
        }
        kept(&campaign).await?;
        self.put_aside();
        Ok(LANGUAGE.import_changes(campaign.name(), &changes))
    }

    /// Deletes a campaign. Gives a sentence.
    pub async fn remove(&self, id: String) -> Result<String, String> {
        let campaign = unpacked(&id).await?;
        keep_no_longer(&id).await.map_err(refused)?;
        let name = campaign.as_ref().map(|campaign| campaign.name().to_owned()).unwrap_or_default();
        self.0.borrow_mut().deleted = campaign;
        Ok(LANGUAGE.own_deleted(&name))
    }

    /// Brings back what was deleted last.
    pub async fn restore(&self) -> Result<(), String> {
        let deleted = self.0.borrow_mut().deleted.take();
        match deleted {
            Some(campaign) => kept(&campaign).await,
            None => Ok(()),
        }
    }

    /// A campaign's data file.
    pub async fn data_file(&self, id: String) -> Result<String, String> {
        let campaign = unpacked(&id).await?;
        Ok(campaign.map(|campaign| campaign.data_file(LANGUAGE)).unwrap_or_default())
    }
}

/// The campaign of that id, if it is kept.
async fn unpacked(id: &str) -> Result<Option<OwnCampaign>, String> {
    let bytes = kept_packed(id).await.map_err(refused)?;
    Ok(bytes.and_then(|bytes| OwnCampaign::unpacked(&bytes).ok()))
}

async fn kept(campaign: &OwnCampaign) -> Result<(), String> {
    keep(campaign.id(), &campaign.data_file(LANGUAGE), &campaign.packed()).await.map_err(refused)
}

fn refused(_: groundswell::browser::NotKept) -> String {
    LANGUAGE.own_phrases().store_refused.to_owned()
}

/// Today, where the reader is.
fn today() -> Date {
    let now = js_sys::Date::new_0();
    Date {
        year: u16::try_from(now.get_full_year()).unwrap_or_default(),
        month: u8::try_from(now.get_month() + 1).ok(),
        day: u8::try_from(now.get_date()).ok(),
    }
}
