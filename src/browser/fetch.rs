//! Fetching a file of the page's own origin, with a sentence for each way in
//! which it can fail.

use crate::data::{FETCH_SECONDS, NamedText, metadata_path};
use crate::format::{Language, Trouble};
use gloo_net::Error;
use gloo_net::http::{Request, Response};
use js_sys::{Array, Promise};
use std::fmt;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

/// Why a file did not arrive.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadProblem {
    /// The server has no such file, refuses it, or cannot hand it out: any status but success.
    Refused { file: String, status: u16 },
    /// It took too long.
    TimedOut { file: String },
    /// There is no connection to the server.
    NoNetwork { file: String },
}

impl LoadProblem {
    /// The sentence that says why.
    pub fn tell(&self, language: Language) -> String {
        language.tell(match self {
            Self::Refused { file, status: 404 } => Trouble::FileNotFound { file },
            Self::Refused { file, status } => Trouble::FileRefused { file, status: *status },
            Self::TimedOut { file } => Trouble::FileTimedOut { file, seconds: FETCH_SECONDS },
            Self::NoNetwork { file } => Trouble::NoNetwork { file },
        })
    }
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Language::English))
    }
}

#[wasm_bindgen]
extern "C" {
    /// The answer to what the page asked for by itself before the program was there
    /// (the site step writes that script). Given once: a second try asks anew.
    #[wasm_bindgen(catch)]
    fn asked(file: &str) -> Result<Option<Promise>, JsValue>;

    /// Makes an extract of a table and its metadata: a text, followed by what is wrong with
    /// the table, a sentence each. Every page defines it that has a program.
    #[wasm_bindgen(catch, js_name = groundswellTable)]
    fn groundswell_table(name: &str, csv: &str, metadata: &str) -> Result<Promise, JsValue>;
}

/// The text of a file.
///
/// # Errors
/// When it is refused, takes too long, or there is no connection.
pub async fn fetch_text(file: &str) -> Result<String, LoadProblem> {
    let problem = |name: &str| match name {
        "TimeoutError" => LoadProblem::TimedOut { file: file.to_owned() },
        _ => LoadProblem::NoNetwork { file: file.to_owned() },
    };
    let failed = |error: Error| match &error {
        Error::JsError(error) => problem(&error.name),
        _ => problem(""),
    };
    let response = match asked(file) {
        Ok(Some(answer)) => match JsFuture::from(answer).await {
            Ok(answer) => Response::from(answer.unchecked_into::<web_sys::Response>()),
            Err(error) => return Err(problem(&String::from(error.unchecked_into::<js_sys::Error>().name()))),
        },
        _ => {
            let signal = AbortSignal::timeout_with_u32(1000 * FETCH_SECONDS);
            Request::get(file).abort_signal(Some(&signal)).send().await.map_err(failed)?
        }
    };
    if !response.ok() {
        return Err(LoadProblem::Refused { file: file.to_owned(), status: response.status() });
    }
    response.text().await.map_err(failed)
}

/// A file that an address names beside the catalogue. A table, which has metadata beside it,
/// is made a file that the program reads: by another program, since hardly anybody needs it.
///
/// # Errors
/// The sentence that says why there is none.
pub async fn fetch_named(path: &str, language: Language) -> Result<NamedText, String> {
    let told = |problem: LoadProblem| problem.tell(language);
    let text = fetch_text(path).await.map_err(told)?;
    let Some(metadata) = metadata_path(path) else { return Ok(NamedText { text, told: Vec::new() }) };
    let metadata = fetch_text(&metadata).await.map_err(told)?;
    let failed =
        |error: JsValue| error.as_string().unwrap_or_else(|| language.phrases().table_not_read.to_owned());
    let read = groundswell_table(path, &text, &metadata).map_err(failed)?;
    let read: Array = JsFuture::from(read).await.map_err(failed)?.unchecked_into();
    let mut texts = read.iter().filter_map(|text| text.as_string());
    Ok(NamedText { text: texts.next().unwrap_or_default(), told: texts.collect() })
}
