//! Whether a figure will show on somebody else's page, of what a script has asked.

use crate::held::LANGUAGE;
use groundswell::browser::{place_html, place_within};
use groundswell::figure::{Address, Discovery, Embedding, FIGURES, Origin, Sent, diagnosis_html};
use groundswell::model::FigureName;
use serde::Deserialize;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

/// What `figure/doctor.js` found, as it writes it.
#[derive(Deserialize)]
struct Asked {
    kind: String,
    page: Option<Taken>,
    site: Taken,
    /// The address of the site's folder.
    folder: String,
    /// The figure that is to be shown, by name, if it is one.
    figure: Option<String>,
    /// What was chosen of it, as the query of its address with its mark; mostly empty.
    chosen: String,
    /// That for which it was built, if it was for one.
    published: Option<String>,
    sent: Option<Headers>,
    heard: bool,
}

#[derive(Deserialize)]
struct Taken {
    scheme: String,
    host: String,
    port: String,
}

#[derive(Deserialize)]
struct Headers {
    frame_options: String,
    policy: String,
    allow_origin: String,
    program_type: String,
}

impl From<Taken> for Origin {
    fn from(Taken { scheme, host, port }: Taken) -> Self {
        Self { scheme, host, port: port.parse().ok() }
    }
}

/// Says what was found, within the page that `root` holds.
#[wasm_bindgen]
pub fn diagnose(root: &Element, asked: &str) {
    let Ok(asked) = serde_json::from_str(asked) else { return };
    let Asked { kind, page, site, folder, figure, chosen, published, sent, heard } = asked;
    let (Ok(kind), Some(place)) = (kind.parse(), place_within(root, "findings")) else { return };
    let sent = sent.map(|Headers { frame_options, policy, allow_origin, program_type }| Sent {
        frame_options,
        policy,
        allow_origin,
        program_type,
    });
    let discovery = match published {
        None => Discovery::Nothing,
        Some(address) if address == folder => Discovery::Here,
        Some(address) => Discovery::Elsewhere(address),
    };
    let one = figure.filter(|name| name.parse::<FigureName>().is_ok());
    let shown = match one {
        Some(name) => Address::Figure(format!("{folder}{FIGURES}/{name}.html{chosen}")),
        None => Address::Site(folder),
    };
    let (page, site) = (page.map(Into::into), Some(site.into()));
    let embedding = Embedding { kind, page, site, discovery, sent, heard: Some(heard) };
    place_html(&place, &diagnosis_html(&embedding, &shown, LANGUAGE));
}
