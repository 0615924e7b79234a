//! A table that was taken along, made a file that every program of the site reads: they
//! need not know how tables are read, and hardly anybody has one.

use crate::held::LANGUAGE;
use groundswell::data::{Table, read_table, write_extract};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// The extract that a table and its metadata hold, followed by what is wrong with them, a
/// sentence each.
///
/// # Errors
/// The sentence that says why nothing of it can be kept.
#[wasm_bindgen]
pub fn table(name: &str, csv: String, metadata: String) -> Result<Vec<String>, JsValue> {
    let read = read_table(name, &Table { csv, metadata });
    let (extract, faults) = read.map_err(|unreadable| JsValue::from(unreadable.tell(LANGUAGE)))?;
    let mut texts = vec![write_extract(&extract)];
    texts.extend(faults.iter().map(|fault| fault.tell(LANGUAGE)));
    Ok(texts)
}
