//! How a reader said that tables are to be read, as it is kept; and a table of that shape.

#![no_main]

use groundswell::posts::{ReadingOptions, SaidMapping, read_export};
use groundswell_fuzz::{bounded, is_read};
use libfuzzer_sys::fuzz_target;
use std::io::Cursor;

fuzz_target!(|bytes: &[u8]| {
    bounded(|| {
        let Some(said) = SaidMapping::read(&String::from_utf8_lossy(bytes)) else { return };
        assert_eq!(SaidMapping::read(&said.written()).as_ref(), Some(&said));
        let names = said.shape().replace('"', "\"\"").replace('\u{1f}', "\",\"");
        let text = format!("\"{names}\"\n2026-01-02,5,1.234,text\n3/4/2026,,x,-7\n");
        let options = ReadingOptions { keep: true, said: vec![said], ..ReadingOptions::default() };
        if let Ok(tables) = read_export("table.csv", Cursor::new(text), options) {
            tables.iter().for_each(is_read);
        }
    });
});
