//! The files that were brought: each is read, and said anew where it was read otherwise
//! than it is meant.

use super::found::found_in;
use super::kept::sound;
use super::{Desk, LANGUAGE, places};
use crate::blob::make_room;
use groundswell::browser::{all_kept, keep_mapping, kept_mappings};
use groundswell::figure::{Brought, Found, FoundCampaign, ListedState, own_files_html, rejected_list};
use groundswell::format::ReadingProgress;
use groundswell::own::{Arrival, OwnCampaign};
use groundswell::posts::{ExportOrigin, Grain, Reading, ReadingOptions, SaidMapping};
use js_sys::Function;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::File;

/// How often progress is told, milliseconds.
const OFTEN: f64 = 100.0;

/// For how long the rate is watched before the time that is left is said, milliseconds.
const WATCHED: f64 = 1000.0;

#[wasm_bindgen]
impl Desk {
    /// Reads a file as the one at that place, with the metadata that came `beside` it; `dates`
    /// is the order of day and month and `zone` that of its days, if these were said.
    /// `progress` is called with the part that is read, from 0 to 1, and a sentence. Gives the
    /// number of rows.
    pub async fn read(
        &self,
        at: usize,
        file: File,
        beside: Option<File>,
        dates: Option<String>,
        zone: Option<String>,
        progress: Function,
    ) -> f64 {
        let options = ReadingOptions {
            dates: dates.and_then(|order| order.parse().ok()),
            zone: zone.and_then(|name| name.parse().ok()),
            keep: true,
            said: self.0.borrow().said.clone(),
        };
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
        let reading = Reading { options: &options, rows: &rows };
        // What was read of it before goes first: there may not be room for both.
        if let Some(before) = self.0.borrow_mut().brought.get_mut(at) {
            before.read = Err(String::new());
        }
        make_room(of);
        let read = found_in(&file, beside.as_ref(), &told, reading).await;
        let brought = Brought { name: file.name(), options, read };
        let mut content = self.0.borrow_mut();
        if at < content.brought.len() {
            content.brought[at] = brought;
        } else {
            content.brought.push(brought);
        }
        rows.get() as f64
    }

    /// Remembers what was said of tables before. Where nothing can be kept, nothing was.
    pub async fn remember(&self) {
        let kept = kept_mappings().await.unwrap_or_default();
        self.0.borrow_mut().said = kept.iter().filter_map(|text| SaidMapping::read(text)).collect();
    }

    /// Takes note of how a table is to be read, which is named as for adding: what its
    /// rows are, where it comes from, and what a column holds, if that was said. Without
    /// rows, it is read by guesses again.
    pub async fn say(
        &self,
        table: String,
        grain: Option<String>,
        origin: Option<String>,
        column: Option<usize>,
        meaning: Option<String>,
    ) {
        let (shape, said) = {
            let content = self.0.borrow();
            let place = places(std::slice::from_ref(&table)).next();
            let found = place.and_then(|(file, number)| content.brought.get(file)?.tables().get(number));
            let Some(table) = found else { return };
            let meaning_of = |index: usize| {
                table.columns.iter().find(|column| column.index == index).map(|column| column.meaning)
            };
            // What was said just now may not have been read yet.
            let before = content.said.iter().find(|known| known.is_for_names(&table.names));
            let meanings = match before {
                Some(said) => said.meanings.clone(),
                None => (0..table.names.len()).map(meaning_of).collect(),
            };
            let grain: Option<Grain> = grain.and_then(|grain| grain.parse().ok());
            let origin = origin.and_then(|origin| ExportOrigin::named(&origin));
            let mut said = SaidMapping::new(&table.names, meanings, grain.unwrap_or(table.grain), origin);
            if let Some(column) = column {
                said.say(column, meaning.and_then(|meaning| meaning.parse().ok()));
            }
            (said.shape().to_owned(), grain.is_some().then_some(said))
        };
        let text = said.as_ref().map(SaidMapping::written);
        {
            let mut content = self.0.borrow_mut();
            content.said.retain(|known| known.shape() != shape);
            content.said.extend(said);
        }
        // What cannot be kept holds as long as the page is open.
        let _ = keep_mapping(&shape, text.as_deref()).await;
    }

    /// Puts the files aside.
    pub fn put_aside(&self) {
        let mut content = self.0.borrow_mut();
        content.brought.clear();
        content.asked = Default::default();
        content.pickable = None;
        content.picked = Default::default();
    }

    /// What was read, as HTML; `here` is the reader's time zone.
    pub async fn files(&self, here: Option<String>) -> Result<String, String> {
        let arriving = {
            let content = self.0.borrow();
            let is_campaigns = |file: &Brought| matches!(file.read, Ok(Found::Campaigns { .. }));
            content.brought.iter().any(is_campaigns)
        };
        // What is kept may have changed since.
        let kept = if arriving { all_kept().await.unwrap_or_default() } else { Vec::new() };
        let kept: Vec<OwnCampaign> = kept.iter().filter_map(sound).collect();
        let mut content = self.0.borrow_mut();
        for file in &mut content.brought {
            let Ok(Found::Campaigns { campaigns, .. }) = &mut file.read else { continue };
            for FoundCampaign { campaign, arrival, shared } in campaigns {
                let here = |id: &str| kept.iter().find(|kept| kept.id() == id).cloned();
                *arrival = campaign.arrival(&here, LANGUAGE);
                // What is here already brings nothing that could count once more.
                let others =
                    kept.iter().filter(|kept| *arrival != Arrival::Same && kept.id() != campaign.id());
                let of = others.map(|other| (other.name().to_owned(), campaign.shared_posts(other)));
                *shared = of.filter(|(_, posts)| *posts > 0).collect();
            }
        }
        let known: Vec<_> = content
            .kept
            .iter()
            .filter_map(|kept| match &kept.listed.state {
                ListedState::Sound(name, _) => Some((&*kept.listed.id, &**name)),
                ListedState::Broken { .. } => None,
            })
            .collect();
        Ok(own_files_html(&content.brought, &known, &content.asked.1, here.as_deref(), LANGUAGE))
    }

    /// What could not be read, as CSV.
    pub fn rejected(&self) -> String {
        rejected_list(&self.0.borrow().brought, LANGUAGE)
    }
}
