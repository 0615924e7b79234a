//! A thousand campaigns with ten thousand figures, made the same each time: what the page has
//! to bear when a health service keeps all of its campaigns in it. Used by benches; no data
//! that anybody would ship.

use serde_json::{Value, json};

pub const CAMPAIGNS: usize = 1_000;
pub const OBSERVATIONS: usize = 10_000;

/// What they count: a few things that all do, as an import gives them, with units.
const COUNTED: [(&str, &str); 10] = [
    ("reach.accounts", "accounts"),
    ("reach.unstated", "people"),
    ("impressions.served", "impressions"),
    ("impressions.unstated", "impressions"),
    ("views.video", "views"),
    ("engagement.likes", "likes"),
    ("engagement.shares", "shares"),
    ("participation.people", "people"),
    ("participation.pledges", "pledges"),
    ("response.clicks", "clicks"),
];

/// The catalogue, and the one file that it names (`thousand.json`); `definitions` are those
/// that the figures need, as a shipped file has them.
pub fn files(definitions: &[Value]) -> (String, String) {
    // A linear congruential generator (D. E. Knuth, MMIX): the same numbers each time.
    let mut state: u64 = 1;
    let mut next = move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let needed = |definition: &&Value| COUNTED.iter().any(|(id, _)| definition["id"] == *id);
    let definitions: Vec<&Value> = definitions.iter().filter(needed).collect();
    let campaigns: Vec<Value> = (0..CAMPAIGNS)
        .map(|at| {
            json!({
                "id": format!("campaign-{at}"),
                "name": format!("Campaign number {at}"),
                "where": (["UK", "England", "Wales", "Scotland"][at % 4]),
                "from": format!("{}-{:02}-01", 2010 + at % 15, 1 + at % 12),
                "platforms": [(["Facebook", "Instagram", "LinkedIn", "YouTube"][at % 4])],
                "aim": (["awareness", "recruitment", "staff", "fundraising"][at % 4]),
            })
        })
        .collect();
    let observations: Vec<Value> = (0..OBSERVATIONS)
        .map(|at| {
            let (campaign, counted) = (at % CAMPAIGNS, COUNTED[at / CAMPAIGNS]);
            // From one to ten million, as many in each tenfold step.
            let value = (1 + next(9_999)) * 10_u64.pow(next(4) as u32);
            json!({
                "campaign": format!("campaign-{campaign}"),
                "definition": counted.0,
                "comparator": (["=", "=", "=", ">", ">=", "~", "<"][next(7) as usize]),
                "value": value,
                "unit": counted.1,
                "basis": "total",
                "period": format!("{}", 2010 + campaign % 15),
                "source": "generated",
            })
        })
        .collect();
    let catalogue = json!({
        "format": "groundswell-catalogue", "version": 1, "title": "Generated", "updated": "2026-11-22",
        "datasets": [{ "id": "thousand", "file": "thousand.json", "title": "A thousand campaigns", "load": "at-start" }],
    });
    let file = json!({
        "format": "groundswell-dataset", "version": 1, "id": "thousand", "title": "A thousand campaigns",
        "updated": "2026-11-22",
        "definitions": definitions,
        "sources": [{ "id": "generated", "title": "Made by a program", "kind": "press" }],
        "campaigns": campaigns,
        "observations": observations,
    });
    (catalogue.to_string(), file.to_string())
}

/// The definitions of a shipped file.
pub fn definitions(text: &str) -> Vec<Value> {
    let file: Value = serde_json::from_str(text).unwrap_or_default();
    file["definitions"].as_array().cloned().unwrap_or_default()
}
