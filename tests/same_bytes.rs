//! The app, in WebAssembly, and the native program draw the same bytes. This
//! file is compiled for both (`make test` runs it natively and in Chromium):
//! each draws every figure of the shipped data, for every choice of sources,
//! axis and rows, and holds it to one list of fingerprints.
//!
//! `UPDATE_GOLDEN=1 cargo test --test same_bytes` writes the list anew, after the
//! data, a sentence or the drawing was changed on purpose.

use groundswell::chart::{ScaleKind, SpecOptions};
use groundswell::compare::{Choice, SourceScope};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::figure::{FigureOptions, figure, matrix_html};
use groundswell::format::Language;
use groundswell::model::{Dataset, FigureName};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test_configure!(run_in_browser);

const FINGERPRINTS: &str = include_str!("golden/same_bytes.txt");

/// The shipped files, in the catalogue's order.
const FILES: [(&str, &str); 3] = [
    ("toolkit.json", include_str!("../public/data/toolkit.json")),
    ("published.json", include_str!("../public/data/published.json")),
    ("further.json", include_str!("../public/data/further.json")),
];

fn dataset() -> Dataset {
    let catalogue = read_catalogue("index.json", include_str!("../public/data/index.json")).unwrap();
    let named: Vec<&str> = catalogue.collections.iter().map(|collection| &*collection.file).collect();
    assert_eq!(named, FILES.map(|(name, _)| name), "the catalogue's files are those compiled in");
    let parts: Vec<_> =
        FILES.iter().enumerate().map(|(at, (name, text))| read_collection(name, text, at).unwrap()).collect();
    let (dataset, faults) = join(&catalogue, parts);
    assert_eq!(faults, []);
    dataset
}

/// FNV-1a, 64 bits: differences are accidents here, not attacks.
fn fingerprint(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// One line for everything that is drawn.
fn drawn() -> Vec<String> {
    let dataset = dataset();
    let mut lines = Vec::new();
    for &scope in SourceScope::ALL {
        let choice = Choice { scope, ..Choice::default() };
        let mut line = |name: &str, text: &str| {
            lines.push(format!("{} {name} {:016x}", scope.slug(), fingerprint(text)));
        };
        for &metric in FigureName::ALL {
            for &scale in ScaleKind::ALL {
                for (rows, expanded) in [("first", false), ("all", true)] {
                    let spec = SpecOptions { scale, expanded, ..SpecOptions::default() };
                    let options = FigureOptions { spec, ..FigureOptions::default() };
                    let figure = figure(&dataset, &choice, metric, options);
                    let name = format!("{} {} {rows}", metric.slug(), scale.slug());
                    let svgs: Vec<String> = figure.scenes.iter().map(|scene| scene.svg("")).collect();
                    line(&format!("{name} svg"), &svgs.concat());
                    line(&format!("{name} html"), &figure.html);
                }
            }
        }
        line("matrix html", &matrix_html(&dataset, &choice, Language::English));
    }
    lines
}

#[cfg_attr(target_arch = "wasm32", wasm_bindgen_test)]
#[cfg_attr(not(target_arch = "wasm32"), test)]
fn every_figure_is_drawn_with_the_same_bytes() {
    let drawn = drawn();
    #[cfg(not(target_arch = "wasm32"))]
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/same_bytes.txt");
        std::fs::write(path, drawn.join("\n") + "\n").unwrap();
        return;
    }
    let expected: Vec<&str> = FINGERPRINTS.lines().collect();
    assert_eq!(drawn.len(), expected.len(), "drawings");
    let differ: Vec<&String> = drawn
        .iter()
        .zip(expected)
        .filter(|(drawn, expected)| *drawn != expected)
        .map(|(drawn, _)| drawn)
        .collect();
    assert!(
        differ.is_empty(),
        "{} of {} differ. If that was meant, UPDATE_GOLDEN=1 writes the list anew: {differ:#?}",
        differ.len(),
        drawn.len()
    );
}
