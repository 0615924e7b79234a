//! What is kept in this browser: campaigns of the reader's own, in IndexedDB.
//!
//! Two stores, written together: `data` holds each campaign as the data file that follows
//! from it, which is all that the dashboard needs; `packed` its posts and days, which only
//! the reader of files needs. Also used by that, which runs in a worker.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, TransactionMode};
use js_sys::{JsString, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

/// The database's name and version.
const NAME: &str = "groundswell";
const VERSION: u32 = 1;

/// Its stores, by the ids of campaigns.
const DATA: &str = "data";
const PACKED: &str = "packed";

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

/// The browser keeps nothing: it refuses, or the space is full. What it said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotKept(pub String);

impl From<Error> for NotKept {
    fn from(error: Error) -> Self {
        Self(error.to_string())
    }
}

/// A campaign that is kept: its id, and its data file.
pub type KeptData = (String, String);

async fn opened() -> Result<Database, NotKept> {
    let mut request = Factory::new()?.open(NAME, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for store in [DATA, PACKED] {
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
/// When the browser keeps nothing.
pub async fn kept_data() -> Result<Vec<KeptData>, NotKept> {
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

/// A campaign's posts and days, if it is kept.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn kept_packed(id: &str) -> Result<Option<Vec<u8>>, NotKept> {
    let database = opened().await?;
    let reading = database.transaction(&[PACKED], TransactionMode::ReadOnly)?;
    let found = reading.object_store(PACKED)?.get(JsValue::from_str(id))?.await?;
    database.close();
    Ok(found.and_then(|found| found.dyn_into::<Uint8Array>().ok()).map(|bytes| bytes.to_vec()))
}

/// Keeps a campaign, in the place of what was kept of it. All of it is kept, or nothing
/// is changed.
///
/// # Errors
/// When the browser keeps nothing, or has no space left.
pub async fn keep(id: &str, data: &str, packed: &[u8]) -> Result<(), NotKept> {
    let key = JsValue::from_str(id);
    changed(&|writing| {
        let data = JsString::from(data);
        writing.object_store(DATA)?.put(&data, Some(&key))?;
        writing.object_store(PACKED)?.put(&Uint8Array::from(packed), Some(&key))?;
        Ok(())
    })
    .await
}

/// Keeps a campaign no longer.
///
/// # Errors
/// When the browser keeps nothing.
pub async fn keep_no_longer(id: &str) -> Result<(), NotKept> {
    changed(&|writing| {
        for store in [DATA, PACKED] {
            writing.object_store(store)?.delete(JsValue::from_str(id))?;
        }
        Ok(())
    })
    .await
}

async fn changed(change: &dyn Fn(&idb::Transaction) -> Result<(), Error>) -> Result<(), NotKept> {
    let database = opened().await?;
    let writing = database.transaction(&[DATA, PACKED], TransactionMode::ReadWrite)?;
    change(&writing)?;
    let result = writing.commit()?.await;
    database.close();
    match result? {
        idb::TransactionResult::Committed => Ok(()),
        idb::TransactionResult::Aborted => Err(NotKept("aborted".to_owned())),
    }
}
