//! Fetching a file of the page's own origin, with a sentence for each way in
//! which it can fail.

use crate::format::{Language, Trouble};
use gloo_net::http::Request;
use std::fmt;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::AbortController;

/// How long a file may take, milliseconds.
const PATIENCE: i32 = 20_000;

/// Why a file did not arrive.
#[derive(Clone, Debug, PartialEq)]
pub enum LoadProblem {
    /// The server has no such file, or refuses it.
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
            Self::TimedOut { file } => Trouble::FileTimedOut { file, seconds: PATIENCE / 1000 },
            Self::NoNetwork { file } => Trouble::NoNetwork { file },
        })
    }
}

impl fmt::Display for LoadProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tell(Language::English))
    }
}

/// Ends a request that takes too long, unless it is dropped before.
struct Deadline {
    timer: i32,
    // Kept until the request is over, for the timer calls it.
    _abort: Closure<dyn FnMut()>,
}

impl Deadline {
    fn new(controller: AbortController) -> Option<Self> {
        let abort = Closure::once(move || controller.abort());
        let callback = abort.as_ref().unchecked_ref();
        let timer = super::window()?
            .set_timeout_with_callback_and_timeout_and_arguments_0(callback, PATIENCE)
            .ok()?;
        Some(Self { timer, _abort: abort })
    }
}

impl Drop for Deadline {
    fn drop(&mut self) {
        if let Some(window) = super::window() {
            window.clear_timeout_with_handle(self.timer);
        }
    }
}

/// The text of a file.
///
/// # Errors
/// When it is refused, takes too long, or there is no connection.
pub async fn fetch_text(file: &str) -> Result<String, LoadProblem> {
    let controller = AbortController::new().ok();
    let signal = controller.as_ref().map(AbortController::signal);
    let _deadline = controller.clone().and_then(Deadline::new);
    let failed = |_| match &signal {
        Some(signal) if signal.aborted() => LoadProblem::TimedOut { file: file.to_owned() },
        _ => LoadProblem::NoNetwork { file: file.to_owned() },
    };
    let response = Request::get(file).abort_signal(signal.as_ref()).send().await.map_err(failed)?;
    if !response.ok() {
        return Err(LoadProblem::Refused { file: file.to_owned(), status: response.status() });
    }
    response.text().await.map_err(failed)
}
