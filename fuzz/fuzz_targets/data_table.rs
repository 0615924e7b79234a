//! Tables of the project's own: the CSV before and its metadata after the first NUL.

#![no_main]

use groundswell::data::{Table, read_table, write_table};
use groundswell::format::Language;
use groundswell_fuzz::bounded;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let text = String::from_utf8_lossy(bytes);
        let (csv, metadata) = text.split_once('\0').unwrap_or((&text, ""));
        let table = Table { csv: csv.to_owned(), metadata: metadata.to_owned() };
        match read_table("table.csv", &table) {
            Err(unreadable) => assert!(!unreadable.tell(Language::English).is_empty()),
            Ok((_, faults)) if !faults.is_empty() => {
                faults.iter().for_each(|fault| assert!(!fault.tell(Language::English).is_empty()));
            }
            Ok((extract, _)) => {
                let written = write_table(&extract, "table.csv", "A headline", Language::English);
                assert_eq!(read_table("table.csv", &written), Ok((extract, Vec::new())));
            }
        }
    });
});
