//! What lies on the desk of the page where files are brought: files that were read, and
//! the campaigns that they are added to. Each room does one thing with it:
//!
//! ```text
//! brought     files are read, and said how they are to be read
//! found       what is in a file
//! added       what was brought, added to campaigns
//! kept        the campaigns that are kept: listed, deleted, brought back, saved to files
//! looked_at   the days and posts of one of them
//! picked      its posts, picked one by one and moved to another
//! written     what is written of it by hand
//! ```

mod added;
mod brought;
mod found;
mod kept;
mod looked_at;
mod picked;
mod written;

use groundswell::figure::{Asked, Brought, Listed};
use groundswell::format::Language;
use groundswell::model::{Date, Definition};
use groundswell::own::{KeptBytes, OwnCampaign, Picked};
use groundswell::posts::SaidMapping;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

const LANGUAGE: Language = Language::English;

/// Everything that lies there. Copies speak of the same.
#[wasm_bindgen]
#[derive(Clone, Default)]
pub struct Desk(Rc<RefCell<Content>>);

#[derive(Default)]
struct Content {
    brought: Vec<Brought>,
    /// The campaigns that are kept.
    kept: Vec<Kept>,
    /// What was done last that can be undone.
    undo: Vec<Done>,
    /// How tables are to be read, as far as the reader has said.
    said: Vec<SaidMapping>,
    /// Campaigns that cannot be read, and were saved to a file.
    saved: Vec<String>,
    /// The campaign whose days and posts are looked at.
    open: Option<OwnCampaign>,
    /// Those of its posts that are picked, or of those that were brought.
    picked: Picked,
    /// The posts of tables that were brought, as they would stand in a campaign, and which
    /// tables these are.
    pickable: Option<(Vec<String>, OwnCampaign)>,
    /// Tables of which it has to be said whose their days are, before they are added to the
    /// campaign of that id.
    asked: (String, Vec<Asked>),
    /// What can be counted, once that was asked for.
    definitions: Vec<Definition>,
}

/// A campaign of the list, and its data file.
struct Kept {
    listed: Listed,
    data: String,
}

/// What was done to one campaign.
struct Done {
    id: String,
    before: Option<KeptBytes>,
    /// What was left of its posts and days.
    after: Option<Vec<u8>>,
}

#[wasm_bindgen]
impl Desk {
    /// An empty desk.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }
}

/// Places of files and of what is in them, as the page writes them: "0-1".
fn places(written: &[String]) -> impl Iterator<Item = (usize, usize)> + '_ {
    written.iter().filter_map(|place| {
        let (file, number) = place.split_once('-')?;
        Some((file.parse().ok()?, number.parse().ok()?))
    })
}

fn texts(owned: &[String]) -> Vec<&str> {
    owned.iter().map(String::as_str).collect()
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
