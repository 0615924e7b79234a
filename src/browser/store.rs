//! What is kept in this browser: campaigns of the reader's own, in IndexedDB.
//!
//! Two stores, written together: `data` holds each campaign as the data file that follows
//! from it, which is all that the dashboard needs; `packed` its posts and days, which only
//! the reader of files needs. Also used by that, which runs in a worker.

use crate::own::KeptBytes;
use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode, TransactionResult};
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

/// The database's name and version.
const NAME: &str = "groundswell";
const VERSION: u32 = 2;

/// Its stores, by the ids of campaigns.
const DATA: &str = "data";
const PACKED: &str = "packed";

/// How tables are to be read, by their shapes; since version 2.
const MAPPINGS: &str = "mappings";

/// The channel on which the page where files are brought says that something has changed.
const CHANNEL: &str = "groundswell";

/// Calls back whenever another tab has changed what is kept.
pub fn follow_kept(changed: impl Fn() + 'static) {
    // Without a channel, a reader sees the change when the page is loaded anew.
    let Ok(channel) = BroadcastChannel::new(CHANNEL) else { return };
    let listener = Closure::<dyn Fn()>::new(changed);
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    // Both live as long as the page.
    listener.forget();
    std::mem::forget(channel);
}

/// Why the browser does not keep something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// The space that it gives is full.
    Full,
    /// It keeps nothing here. What it said.
    Refused(String),
}

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        match error {
            Error::DomException(exception) if exception.name() == "QuotaExceededError" => Self::Full,
            other => Self::Refused(other.to_string()),
        }
    }
}

/// A campaign that is kept: its id, and its data file.
pub type KeptData = (String, String);

async fn opened() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        // What an earlier version has, stays; what it lacks, is added.
        for store in [DATA, PACKED, MAPPINGS] {
            if !database.store_names().iter().any(|name| name == store) {
                // What fails here makes the opening fail.
                let _ = database.create_object_store(store, ObjectStoreParams::new());
            }
        }
    });
    let mut database = request.await?;
    // Another tab with a newer version of this page must not wait for this one.
    database.on_version_change(|event| {
        if let Ok(database) = event.database() {
            database.close();
        }
    });
    Ok(database)
}

/// The data files of all campaigns that are kept.
///
/// # Errors
/// When the browser keeps nothing; what it says of that is not put in words, which the overview
/// would carry for nobody.
pub async fn kept_data() -> Result<Vec<KeptData>, Error> {
    let database = opened().await?;
    let reading = database.transaction(&[DATA], TransactionMode::ReadOnly)?;
    let store = reading.object_store(DATA)?;
    let (keys, texts) = (store.get_all_keys(None, None)?, store.get_all(None, None)?);
    let (keys, texts) = (keys.await?, texts.await?);
    database.close();
    Ok(keys
        .iter()
        .zip(&texts)
        .filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?)))
        .collect())
}

/// Everything that is kept, by the ids of campaigns: each data file, and the posts and days.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn all_kept() -> Result<Vec<KeptBytes>, NotKept> {
    let database = opened().await?;
    let reading = database.transaction(&[DATA, PACKED], TransactionMode::ReadOnly)?;
    let (data, packed) = (reading.object_store(DATA)?, reading.object_store(PACKED)?);
    // Asked for together: an answer waited for would end the transaction.
    let data = (data.get_all_keys(None, None)?, data.get_all(None, None)?);
    let packed = (packed.get_all_keys(None, None)?, packed.get_all(None, None)?);
    let data = (data.0.await?, data.1.await?);
    let packed = (packed.0.await?, packed.1.await?);
    database.close();
    let named = |keys: Vec<JsValue>, values: Vec<JsValue>| {
        keys.into_iter().filter_map(|key| key.as_string()).zip(values).collect::<Vec<_>>()
    };
    let data = named(data.0, data.1);
    let kept = named(packed.0, packed.1).into_iter().filter_map(|(id, bytes)| {
        let text = data.iter().find(|(other, _)| *other == id).and_then(|(_, text)| text.as_string());
        Some(KeptBytes { id, data: text.unwrap_or_default(), packed: bytes_of(bytes)? })
    });
    Ok(kept.collect())
}

/// The ids of all campaigns that are kept, each with its data file, which is empty where
/// there is none. Posts and days are not read for it.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn kept_list() -> Result<Vec<KeptData>, NotKept> {
    let database = opened().await?;
    let reading = database.transaction(&[DATA, PACKED], TransactionMode::ReadOnly)?;
    let (data, packed) = (reading.object_store(DATA)?, reading.object_store(PACKED)?);
    // Asked for together: an answer waited for would end the transaction.
    let (keys, texts) = (data.get_all_keys(None, None)?, data.get_all(None, None)?);
    let ids = packed.get_all_keys(None, None)?;
    let (keys, texts, ids) = (keys.await?, texts.await?, ids.await?);
    database.close();
    let kept = ids.iter().filter_map(|id| {
        let at = keys.iter().position(|key| key == id);
        let text = at.and_then(|at| texts.get(at)?.as_string());
        Some((id.as_string()?, text.unwrap_or_default()))
    });
    Ok(kept.collect())
}

/// A campaign's posts and days, if it is kept.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn kept_packed(id: &str) -> Result<Option<Vec<u8>>, NotKept> {
    let database = opened().await?;
    let reading = database.transaction(&[PACKED], TransactionMode::ReadOnly)?;
    let found = reading.object_store(PACKED)?.get(JsValue::from_str(id))?.await?;
    database.close();
    Ok(found.and_then(bytes_of))
}

/// A change of what is kept: the id of a campaign, and what is kept under it from then on.
pub type KeptChange = (String, Option<KeptBytes>);

/// Changes what is kept of some campaigns in one go. `change` is given the ids of all, and
/// what is kept of those that are `wanted`, and gives what is to be otherwise. Nobody else
/// changes anything meanwhile: of two tabs that add to one campaign, the second adds to
/// what the first has left. All of it is kept or, where the page ends on the way, nothing.
///
/// # Errors
/// When the browser keeps nothing, or has no space left.
pub async fn change_kept<T>(
    wanted: impl Fn(&str) -> bool,
    change: impl FnOnce(&[String], Vec<KeptBytes>) -> (Vec<KeptChange>, T),
) -> Result<T, NotKept> {
    let database = opened().await?;
    let writing = database.transaction(&[DATA, PACKED], TransactionMode::ReadWrite)?;
    let (data, packed) = (writing.object_store(DATA)?, writing.object_store(PACKED)?);
    let ids = packed.get_all_keys(None, None)?.await?;
    let ids: Vec<String> = ids.iter().filter_map(JsValue::as_string).collect();
    // Asked for together: each answer that is waited for takes its time.
    let mut asked = Vec::new();
    for id in ids.iter().filter(|id| wanted(id)) {
        let key = || JsValue::from_str(id);
        asked.push((id, data.get(key())?, packed.get(key())?));
    }
    let mut found = Vec::new();
    for (id, text, bytes) in asked {
        let text = text.await?.and_then(|text| text.as_string()).unwrap_or_default();
        let Some(packed) = bytes.await?.and_then(bytes_of) else { continue };
        found.push(KeptBytes { id: id.clone(), data: text, packed });
    }
    let (changes, result) = change(&ids, found);
    // Each is waited for: it is they that say why nothing was kept.
    let (mut put, mut deleted) = (Vec::new(), Vec::new());
    for (id, kept) in changes {
        let key = JsValue::from_str(&id);
        match kept {
            Some(kept) => {
                put.push(data.put(&JsString::from(kept.data), Some(&key))?);
                put.push(packed.put(&Uint8Array::from(&*kept.packed), Some(&key))?);
            }
            None => {
                deleted.push(data.delete(key.clone())?);
                deleted.push(packed.delete(key)?);
            }
        }
    }
    for request in put {
        request.await?;
    }
    for request in deleted {
        request.await?;
    }
    let done = writing.commit()?.await;
    database.close();
    committed(done?).map(|()| result)
}

/// How tables are to be read, each as a text.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn kept_mappings() -> Result<Vec<String>, NotKept> {
    let database = opened().await?;
    let reading = database.transaction(&[MAPPINGS], TransactionMode::ReadOnly)?;
    let found = reading.object_store(MAPPINGS)?.get_all(None, None)?.await?;
    database.close();
    Ok(found.iter().filter_map(JsValue::as_string).collect())
}

/// Keeps how tables of a shape are to be read, or keeps it no longer.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn keep_mapping(shape: &str, text: Option<&str>) -> Result<(), NotKept> {
    let database = opened().await?;
    let writing = database.transaction(&[MAPPINGS], TransactionMode::ReadWrite)?;
    let store = writing.object_store(MAPPINGS)?;
    let key = JsValue::from_str(shape);
    match text {
        Some(text) => {
            store.put(&JsString::from(text), Some(&key))?.await?;
        }
        None => {
            store.delete(key)?.await?;
        }
    }
    let done = writing.commit()?.await;
    database.close();
    committed(done?)
}

/// Deletes the whole database.
///
/// # Errors
/// When the browser does not.
pub async fn keep_nothing() -> Result<(), NotKept> {
    Ok(Factory::new()?.delete(NAME)?.await?)
}

fn bytes_of(value: JsValue) -> Option<Vec<u8>> {
    value.dyn_into::<Uint8Array>().ok().map(|bytes| bytes.to_vec())
}

/// What was to be done is done, or was taken back as a whole: every request of it having
/// succeeded, for want of space.
fn committed(done: TransactionResult) -> Result<(), NotKept> {
    match done {
        TransactionResult::Committed => Ok(()),
        TransactionResult::Aborted => Err(NotKept::Full),
    }
}
