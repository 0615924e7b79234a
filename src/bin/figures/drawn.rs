//! What the dashboard has drawn here: the figures that set campaigns beside each other, of
//! which its own program has nothing.

use crate::held::{Held, LANGUAGE};
use groundswell::browser::KeptData;
use groundswell::chart::{SpecOptions, Spoken};
use groundswell::figure::{FigureOptions, Parts, figure};
use groundswell::model::{FigureName, Loading};
use groundswell::state::DashboardState;
use std::cell::RefCell;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};
use wasm_bindgen_futures::future_to_promise;

thread_local! {
    /// The reader's own campaigns, where the dashboard has said which.
    static OWN: RefCell<Vec<KeptData>> = const { RefCell::new(Vec::new()) };
}

/// The campaigns that are read beside those published. A figure on somebody else's page
/// shows what is published, to everybody the same: none are given there.
pub async fn own_campaigns() -> Vec<KeptData> {
    OWN.with(|kept| kept.borrow().clone())
}

#[wasm_bindgen]
impl Held {
    /// Takes in the reader's own campaigns, in the place of those before: their ids, and the
    /// texts of their files.
    #[wasm_bindgen(js_name = takeOwn)]
    pub fn take_own(&self, ids: Vec<String>, texts: Vec<String>) -> js_sys::Promise {
        let held = self.clone();
        future_to_promise(async move {
            let own: Vec<KeptData> = ids.into_iter().zip(texts).collect();
            OWN.with(|kept| *kept.borrow_mut() = own);
            held.read().await;
            Ok(JsValue::UNDEFINED)
        })
    }

    /// The figure of that name as HTML, open. `query` is what is chosen, as in the address of
    /// the dashboard; `layout` is the only one that is drawn, else each is; `asked` says which
    /// parts are open ("table", "sources"), or that everything is on paper ("all"); how much is
    /// said of a mark (a slug of [`Spoken`]); and whether marks have tones ("heard").
    /// Rejected where there is no such figure, or its data did not arrive.
    pub fn draw(&self, name: &str, query: String, layout: Option<String>, asked: String) -> js_sys::Promise {
        let (held, name) = (self.clone(), name.parse::<FigureName>());
        future_to_promise(async move {
            let name = name.map_err(|_| JsValue::UNDEFINED)?;
            if !held.is_whole() {
                held.fetch(Loading::AtStart).await;
            }
            let (state, _) = DashboardState::from_query(&query);
            held.complete_for(&state).await;
            if !held.is_whole() {
                return Err(JsValue::UNDEFINED);
            }
            let dataset = held.dataset();
            let (state, _) = state.check_against(&dataset);
            let asks = |what: &str| asked.split(',').any(|asked| asked == what);
            let spoken = Spoken::ALL.iter().copied().find(|spoken| asks(spoken.slug()));
            let spec = SpecOptions {
                spoken: spoken.unwrap_or_default(),
                heard: asks("heard"),
                ..state.spec_options(name, LANGUAGE)
            };
            let parts = match asks("all") {
                true => Parts::All,
                false => Parts::Open { table: asks("table"), sources: asks("sources") },
            };
            let layout = layout.and_then(|layout| layout.parse().ok());
            let options = FigureOptions {
                spec,
                open: Some(true),
                parts,
                layout,
                query: &query,
                ..FigureOptions::default()
            };
            Ok(figure(&dataset, &state.choice(&dataset), name, options).html.into())
        })
    }
}
