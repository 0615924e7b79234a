//! The program that draws the figures which set campaigns beside each other (`bin/figures`):
//! nobody loads it before such a figure is opened.

use super::store::KeptData;
use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Starts that program (the site step writes the script).
    #[wasm_bindgen(catch, js_name = groundswellDrawing)]
    fn groundswell_drawing() -> Result<Promise, JsValue>;

    /// What it exports.
    type Exported;

    #[wasm_bindgen(method)]
    fn load(this: &Exported, site: &str) -> Promise;

    /// What it holds: the data, from which it draws.
    #[derive(Clone, Debug)]
    type Held;

    #[wasm_bindgen(method)]
    fn draw(this: &Held, figure: &str, query: &str, layout: Option<&str>, asked: &str) -> Promise;

    #[wasm_bindgen(method, js_name = takeOwn)]
    fn take_own(this: &Held, ids: Vec<String>, texts: Vec<String>) -> Promise;
}

/// The program, started. Copies speak of the same.
#[derive(Clone, Debug)]
pub struct Drawing(Held);

impl Drawing {
    /// Starts it, and has it load the site's data, which the browser has already. `None` where
    /// it does not start.
    pub async fn start() -> Option<Self> {
        let exported = JsFuture::from(groundswell_drawing().ok()?).await.ok()?;
        let held = JsFuture::from(exported.unchecked_into::<Exported>().load("")).await.ok()?;
        Some(Self(held.unchecked_into()))
    }

    /// Gives it the reader's own campaigns, in the place of those before.
    pub async fn take_own(&self, own: &[KeptData]) {
        let (ids, texts) = own.iter().cloned().unzip();
        // What fails here fails where it draws.
        let _ = JsFuture::from(self.0.take_own(ids, texts)).await;
    }

    /// The figure of that name as HTML. `query` is what is chosen, `layout` the only one that
    /// is drawn, `asked` what else is asked for (see there). `None` where its data did not arrive.
    pub async fn draw(&self, figure: &str, query: &str, layout: Option<&str>, asked: &str) -> Option<String> {
        JsFuture::from(self.0.draw(figure, query, layout, asked)).await.ok()?.as_string()
    }
}
