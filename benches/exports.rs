//! How fast exports are read natively: a made-up content export of X, 200,000 posts
//! with texts of several lines, from bytes to sums. Printed beside it, in the same run:
//! only parting the same bytes into cells, with the `csv` crate.

use groundswell::posts::{ReadingOptions, read_export};
use std::fmt::Write;
use std::io::Cursor;
use std::time::Instant;

const POSTS: u64 = 200_000;
const RUNS: usize = 7;

/// Numbers that look like chance and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

fn export() -> String {
    let mut numbers = Numbers(2026);
    let mut text = String::from(
        "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,Replies,Reposts,Profile visits,Detail Expands,URL Clicks,Hashtag Clicks,Permalink Clicks\n",
    );
    for post in 0..POSTS {
        let id = 2_027_324_435_158_000_000 + post * 7;
        let day = 1 + numbers.below(28);
        let _ = write!(text, "{id},\"Fri, Feb {day}, 2026\",\"Give blood this week \u{1fa78}");
        for _ in 0..numbers.below(6) {
            text.push_str("\nIt takes an hour, \"\"really\"\", and saves up to three lives.");
        }
        let _ = write!(text, "\",https://x.com/ExampleNHS/status/{id}");
        for limit in [200_000, 2_000, 4_000, 30, 90, 9, 80, 500, 200, 300, 90, 9, 2] {
            let _ = write!(text, ",{}", numbers.below(limit));
        }
        text.push('\n');
    }
    text
}

/// The median of several runs, in megabytes a second.
fn rate(bytes: usize, mut run: impl FnMut()) -> f64 {
    let mut seconds: Vec<f64> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64()
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    bytes as f64 / 1.0e6 / seconds[RUNS / 2]
}

fn main() {
    let text = export();
    let bytes = text.as_bytes();
    let reading = rate(bytes.len(), || {
        let tables =
            read_export("export.csv", Cursor::new(bytes), ReadingOptions::default()).expect("it is read");
        assert_eq!(tables[0].rows, POSTS);
    });
    let keeping = rate(bytes.len(), || {
        let options = ReadingOptions { keep: true, ..ReadingOptions::default() };
        let tables = read_export("export.csv", Cursor::new(bytes), options).expect("it is read");
        assert_eq!(tables[0].kept.as_ref().map(|kept| kept.len() as u64), Some(POSTS));
    });
    let parting = rate(bytes.len(), || {
        let mut reader = csv::Reader::from_reader(bytes);
        let mut record = csv::ByteRecord::new();
        let mut cells = 0;
        while reader.read_byte_record(&mut record).expect("it is well formed") {
            cells += record.len();
        }
        assert_eq!(cells as u64, POSTS * 17);
    });
    println!("an export of {POSTS} posts, {:.0} MB, native, MB a second", bytes.len() as f64 / 1.0e6);
    println!("read, with its sums                            {reading:>8.0}");
    println!("read, with every post kept                     {keeping:>8.0}");
    println!("only parted into cells, by the csv crate       {parting:>8.0}");
    println!("the first, times the last                    {:>8.2}", reading / parting);
}
