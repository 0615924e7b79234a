//! The catalogue, and what it comes to with one data set: each the text before and after
//! the first NUL.

#![no_main]

use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::format::Language;
use groundswell_fuzz::bounded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let text = String::from_utf8_lossy(bytes);
        let (catalogue, data) = text.split_once('\0').unwrap_or((&text, ""));
        let catalogue = match read_catalogue("index.json", catalogue) {
            Ok(catalogue) => catalogue,
            Err(unreadable) => return assert!(!unreadable.tell(Language::English).is_empty()),
        };
        let collections = catalogue.collections.len();
        let parts = read_collection("data.json", data, 0).ok().filter(|_| collections > 0);
        let (dataset, faults) = join(&catalogue, parts.into_iter().collect());
        faults.iter().for_each(|fault| assert!(!fault.tell(Language::English).is_empty()));
        for observation in &dataset.observations {
            assert!(dataset.campaign(&observation.campaign).is_some());
            assert!(dataset.definition(&observation.definition).is_some());
            assert!(dataset.source(&observation.source).is_some());
        }
    });
});
