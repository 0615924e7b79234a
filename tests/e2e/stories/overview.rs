//! What stands on the overview, and is true.

use crate::page::{Page, squeezed};
use crate::stories::stories;
use serde_json::json;

fn spike(page: &Page) {
    page.open("");
    for f in ["reach", "impressions", "participation", "views", "engagement"] {
        let f = page.figure(f);
        println!("{} | {}", page.role(&f), page.label(&f));
        let m = page.marks(&f);
        if let Some(m) = m.first() { println!("   {} | {}", page.role(m), page.label(m)); }
    }
    for sel in ["button", "select", "summary", "main", "h1", "svg.wide", "table", "nav", "[role=status]", "input", ".skip"] {
        let e = page.elements("return [...document.querySelectorAll(arguments[0])]", &[json!(sel)]);
        for e in e.iter().take(4) { println!("{sel}: {} | {}", page.role(e), squeezed(&page.label(e))); }
    }
    println!("{:?}", page.site.requests());
}

stories![AnyEngine spike];
