//! How long the native pipeline takes: dataset × choice → comparison → spec →
//! scenes → HTML, for each metric, on the shipped data. Prints the median and
//! the 95th percentile of many runs, in microseconds. Measures; asserts nothing.

use groundswell::chart::{Layout, SpecOptions, chart_spec, draw};
use groundswell::compare::{Choice, SourceScope, compare};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::figure::{FigureOptions, figure, matrix_html};
use groundswell::format::Language;
use groundswell::model::{Dataset, FigureName, Metric};
use std::hint::black_box;
use std::time::Instant;

#[path = "generated.rs"]
mod generated;

const RUNS: usize = 200;

fn dataset() -> Dataset {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data");
    let text = |file: &str| std::fs::read_to_string(format!("{folder}/{file}")).expect("the data is shipped");
    let catalogue = read_catalogue("index.json", &text("index.json")).expect("the catalogue is readable");
    let files = catalogue.collections.iter().enumerate();
    let parts: Vec<_> = files
        .map(|(at, c)| read_collection(&c.file, &text(&c.file), at).expect("the data is readable"))
        .collect();
    join(&catalogue, parts).0
}

/// Median and 95th percentile, microseconds.
fn measure(mut work: impl FnMut()) -> (f64, f64) {
    work();
    let mut times: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[RUNS / 2], times[RUNS * 95 / 100])
}

/// A thousand campaigns.
fn thousand() -> Dataset {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/further.json");
    let shipped = std::fs::read_to_string(path).expect("the data is shipped");
    let (catalogue, file) = generated::files(&generated::definitions(&shipped));
    let catalogue = read_catalogue("index.json", &catalogue).expect("the catalogue is readable");
    let part = read_collection("thousand.json", &file, 0).expect("the file is readable");
    let (dataset, faults) = join(&catalogue, vec![part]);
    assert!(faults.is_empty(), "{faults:?}");
    dataset
}

fn main() {
    measure_all(&dataset(), &[SourceScope::Published, SourceScope::Further]);
    measure_all(&thousand(), &[SourceScope::Published]);
}

fn measure_all(dataset: &Dataset, scopes: &[SourceScope]) {
    println!("pipeline, native, microseconds: median (95th percentile) of {RUNS} runs");
    for &scope in scopes {
        let choice = Choice { scope, ..Choice::default() };
        println!("  {} campaigns", choice.campaigns(dataset).count());
        for &metric in Metric::CHARTED {
            let Some(name) = FigureName::of(metric) else { continue };
            let comparison = compare(dataset, &choice, metric);
            let spec = chart_spec(dataset, &comparison, SpecOptions::default());
            let steps = [
                ("compare", measure(|| drop(black_box(compare(dataset, &choice, metric))))),
                (
                    "spec",
                    measure(|| drop(black_box(chart_spec(dataset, &comparison, SpecOptions::default())))),
                ),
                (
                    "scenes",
                    measure(|| Layout::ALL.iter().for_each(|&layout| drop(black_box(draw(&spec, layout))))),
                ),
                (
                    "figure",
                    measure(|| drop(black_box(figure(dataset, &choice, name, FigureOptions::default())))),
                ),
            ];
            let words: Vec<String> = steps
                .iter()
                .map(|(name, (median, high))| format!("{name} {median:.0} ({high:.0})"))
                .collect();
            println!("    {:<14} {}", metric.slug(), words.join("  "));
        }
        let (median, high) = measure(|| drop(black_box(matrix_html(dataset, &choice, Language::English))));
        println!("    {:<14} {median:.0} ({high:.0})", "matrix");
    }
}
