use groundswell::{chart::*, compare::*, data::*, figure::*, format::*, model::*};
fn main() {
    let text = |f: &str| std::fs::read_to_string(format!("public/data/{f}")).unwrap();
    let catalogue = read_catalogue("index.json", &text("index.json")).unwrap();
    let n = if std::env::args().nth(1).as_deref() == Some("further") { 3 } else { 2 };
    let parts: Vec<Part> = ["toolkit.json", "published.json", "further.json"][..n]
        .iter()
        .enumerate()
        .map(|(i, f)| read_collection(f, &text(f), i).unwrap())
        .collect();
    let (dataset, faults) = join(&catalogue, &parts);
    for f in &faults {
        eprintln!("{f}");
    }
    let css =
        format!("{}{}", include_str!("../src/figure/figure.css"), include_str!("../src/views/page.css"));
    let body = if n == 3 {
        let choice = Choice { scope: SourceScope::Further, ..Choice::default() };
        let scale = if std::env::args().nth(2).is_some() { ScaleKind::Linear } else { ScaleKind::Log };
        let o = FigureOptions {
            spec: SpecOptions { scale, expanded: std::env::args().nth(3).is_some(), ..Default::default() },
            open: None,
        };
        let mut s = String::new();
        let t = std::time::Instant::now();
        for &m in Metric::CHARTED {
            s += "<div class=slot>";
            s += &figure(&dataset, &choice, m, o).html;
            s += "</div>";
        }
        s += &matrix_html(&dataset, &choice, Language::English);
        eprintln!("{:?}", t.elapsed());
        s
    } else if let Some(id) = std::env::args().nth(1) {
        if id == "about" {
            about_html(Language::English, "x")
        } else {
            campaign_html(&dataset, &id, Language::English).unwrap()
        }
    } else {
        overview_html(&dataset, Language::English)
    };
    println!(
        "<!doctype html><html lang=en-GB><meta charset=utf-8><meta name=viewport content='width=device-width'><style>{css}</style><body><main class=wrap>{body}</main></body></html>"
    );
}
