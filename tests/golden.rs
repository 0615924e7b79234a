//! Every chart as it is drawn: for each charted metric, fixture, axis and
//! layout one file in `tests/golden/`, found by one walk over the registry. A
//! new metric, axis or layout brings its own tests.
//!
//! `UPDATE_GOLDEN=1 cargo test --test golden` writes them anew; then look at
//! what changed (`git diff`, or open the file in a browser). Each is also held
//! to what every drawing has to be.

mod fixtures;

use fixtures::{Fixture, fixtures};
use groundswell::chart::{
    Band, ChartSpec, Layout, Row, ScaleKind, ScatterSpec, Scene, SpecOptions, attention_spec, beside_spec,
    calendar_spec, chart_spec, draw, draw_scatter, ladder_spec, multiples_spec, text_width, years_spec,
};
use groundswell::compare::{Choice, Terms, calendar, compare, ladder, multiples, rates, side_by_side, years};
use groundswell::data::{join, read_catalogue, read_collection};
use groundswell::model::Metric;
use roxmltree::{Document, Node};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What is drawn, with the name of its file.
struct Drawn {
    name: String,
    layout: Layout,
    spec: ChartSpec,
    scene: Scene,
}

/// The walk.
fn drawings() -> Vec<Drawn> {
    let mut drawings = Vec::new();
    for (at, &metric) in Metric::CHARTED.iter().enumerate() {
        for Fixture { name, dataset, expanded, for_every_metric } in fixtures(metric) {
            if at > 0 && !for_every_metric {
                continue;
            }
            let comparison = compare(&dataset, &Choice::default(), metric);
            for &scale in ScaleKind::ALL {
                let options = SpecOptions { scale, expanded, ..SpecOptions::default() };
                let spec = chart_spec(&dataset, &comparison, options);
                for &layout in Layout::ALL {
                    drawings.push(Drawn {
                        name: format!("{name}.{}.{}.{}.svg", metric.slug(), scale.slug(), layout.slug()),
                        layout,
                        spec: spec.clone(),
                        scene: draw(&spec, layout),
                    });
                }
            }
        }
    }
    let (together, dataset) = (fixtures::together(), fixtures::over_years());
    let (choice, yardstick) = (Choice::default(), dataset.campaigns[0].id.clone());
    let targets = fixtures(Metric::Reach).into_iter().find(|fixture| fixture.name == "targets");
    let targets = targets.expect("a fixture of targets").dataset;
    for &scale in ScaleKind::ALL {
        let options = SpecOptions { scale, ..SpecOptions::default() };
        let specs = [
            ("beside", beside_spec(&together, &side_by_side(&together, &choice, None), options)),
            ("multiples", multiples_spec(&targets, &multiples(&targets, &choice, None), options)),
            (
                "multiples-of-one",
                multiples_spec(&dataset, &multiples(&dataset, &choice, Some(&yardstick)), options),
            ),
            ("ladder", ladder_spec(&dataset, &ladder(&dataset, &choice), options)),
            ("years", years_spec(&dataset, &years(&dataset, &choice), options)),
            ("when", calendar_spec(&dataset, &calendar(&dataset, &choice), options)),
        ];
        for (figure, spec) in specs {
            for &layout in Layout::ALL {
                let name = format!("comparing.{figure}.{}.{}.svg", scale.slug(), layout.slug());
                drawings.push(Drawn { name, layout, spec: spec.clone(), scene: draw(&spec, layout) });
            }
        }
    }
    drawings
}

/// The planes, which are no rows.
fn planes() -> Vec<(String, Scene)> {
    let dataset = fixtures::plane();
    let terms = Terms { attention: Metric::Views, ..Terms::default() };
    let choice = Choice { terms, ..Choice::default() };
    let rates = rates(&dataset, &choice, choice.terms.action, choice.terms.attention);
    let mut planes = Vec::new();
    for &scale in ScaleKind::ALL {
        let spec = attention_spec(&dataset, &rates, SpecOptions { scale, ..SpecOptions::default() });
        for &layout in Layout::ALL {
            let name = format!("plane.attention.{}.{}.svg", scale.slug(), layout.slug());
            planes.push((name, draw_scatter(&spec, layout)));
        }
    }
    planes
}

/// Every point is there, in its place on the plane or in a margin, and can be walked.
#[test]
fn every_campaign_has_its_point() {
    for (name, scene) in planes() {
        let svg = scene.svg("A chart");
        let document = Document::parse(&svg).unwrap();
        let points: Vec<Node> =
            document.descendants().filter(|node| node.attribute("class") == Some("row point")).collect();
        // 25 with both, 5 and 5 with one of the two.
        assert_eq!((points.len(), scene.marks.len()), (35, 35), "{name}");
        // Whose each is, is written on the plane or below it.
        let written: Vec<&str> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
            .filter_map(|node| node.text())
            .collect();
        let written = written.join(" ");
        for point in points {
            let label = point.attribute("aria-label").unwrap();
            assert!(label.ends_with('.') && label.contains(": "), "{name}: {label}");
            let (whose, _) = label.split_once(": ").unwrap();
            assert!(written.contains(whose), "{name}: {whose} in {written}");
            assert!(point.children().any(|node| node.attribute("class") == Some("hit")), "{name}: {label}");
        }
        for mark in &scene.marks {
            assert!(
                (0..=10_000).contains(&mark.x) && (0..=scene.height).contains(&mark.y),
                "{name}: {mark:?}"
            );
        }
    }
}

/// The plane of what is shown at first.
fn shipped_plane() -> ScatterSpec {
    let text = |file: &str| {
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(file)).unwrap()
    };
    let catalogue = read_catalogue("index.json", &text("index.json")).unwrap();
    let parts = catalogue.collections.iter().enumerate().take(2);
    let parts = parts.map(|(index, known)| read_collection(&known.file, &text(&known.file), index).unwrap());
    let (dataset, _) = join(&catalogue, parts.collect());
    let choice = Choice::default();
    let rates = rates(&dataset, &choice, choice.terms.action, choice.terms.attention);
    attention_spec(&dataset, &rates, SpecOptions::default())
}

/// A name that stands nearer to another line would be taken for that one's: however wide the
/// plane is, each line that is drawn has its own.
#[test]
fn every_line_of_equal_rates_is_told_by_its_name() {
    let dataset = fixtures::plane();
    let terms = Terms { attention: Metric::Views, ..Terms::default() };
    let choice = Choice { terms, ..Choice::default() };
    let rates = rates(&dataset, &choice, choice.terms.action, choice.terms.attention);
    let crowded = attention_spec(&dataset, &rates, SpecOptions::default());
    for (spec, lines_at_least) in [(shipped_plane(), 3), (crowded, 3)] {
        for across in (1_400..7_000).step_by(50) {
            let fits = |layout: &&Layout| layout.least_width() * 100 <= across;
            let layouts = Layout::ALL.iter().filter(fits);
            let layout = layouts.copied().max_by_key(|layout| layout.least_width()).unwrap_or(Layout::Narrow);
            let scene = draw_scatter(&ScatterSpec { across: Some(across), ..spec.clone() }, layout);
            let svg = scene.svg("A chart");
            let document = Document::parse(&svg).unwrap();
            let ems = |node: &Node, name: &str| -> f64 {
                let Some(place) = node.attribute(name) else { return 0.0 };
                match place.strip_suffix('%') {
                    Some(cent) => cent.parse::<f64>().unwrap() * f64::from(across) / 10_000.0,
                    None => place.trim_end_matches("em").parse().unwrap(),
                }
            };
            let of_rates =
                document.descendants().find(|node| node.attribute("class") == Some("rates")).unwrap();
            let lines: Vec<Node> =
                of_rates.children().filter(|node| node.attribute("class") == Some("rate")).collect();
            assert!(lines.len() >= lines_at_least, "{across}: {} lines", lines.len());
            for (at, line) in lines.iter().enumerate() {
                let text = line.next_sibling_element().unwrap();
                let name = text.text().unwrap();
                assert!(name.contains(" per "), "{across}: {name}");
                let wide = f64::from(text_width(name, false)) / 100.0;
                let from = ems(&text, "x")
                    - match text.attribute("text-anchor") {
                        Some("middle") => wide / 2.0,
                        Some("end") => wide,
                        _ => 0.0,
                    };
                // A text's place is its foot, which is lower than its middle.
                let middle = ems(&text, "y") - 0.35;
                let far = |line: &Node| {
                    let (x1, y1) = (ems(line, "x1"), ems(line, "y1"));
                    let (dx, dy) = (ems(line, "x2") - x1, ems(line, "y2") - y1);
                    let to = |x: f64| {
                        let along = ((x - x1) * dx + (middle - y1) * dy) / (dx * dx + dy * dy);
                        let along = along.clamp(0.0, 1.0);
                        (x1 + along * dx - x).hypot(y1 + along * dy - middle)
                    };
                    (0..=20).map(|step| to(from + wide * f64::from(step) / 20.0)).fold(f64::MAX, f64::min)
                };
                let own = far(line);
                for (_, other) in lines.iter().enumerate().filter(|(place, _)| *place != at) {
                    assert!(
                        own < far(other),
                        "{across}: {name}, {own} from its line, {} from another",
                        far(other)
                    );
                }
                assert!(own <= 1.2, "{across}: {name}, {own} from its line");
            }
        }
    }
}

/// The drawing with a line for each element, so that differences can be read.
/// Nothing else changes: text and attributes hold no bare "><".
fn in_lines(svg: &str) -> String {
    svg.replace("><", ">\n<") + "\n"
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[test]
fn every_drawing_is_as_it_was() {
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let drawn_now = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    fs::create_dir_all(&drawn_now).unwrap();
    let mut wrong = Vec::new();
    let mut names = BTreeSet::new();
    let mut hold = |name: &str, svg: &str| {
        let path = folder().join(name);
        if update {
            fs::write(&path, svg).unwrap();
        } else if fs::read_to_string(&path).ok().as_deref() != Some(svg) {
            let now = drawn_now.join(name);
            fs::write(&now, svg).unwrap();
            wrong.push(format!("diff {} {}", path.display(), now.display()));
        }
    };
    for Drawn { name, scene, .. } in drawings() {
        hold(&name, &in_lines(&scene.svg("A chart")));
        names.insert(name);
    }
    for (name, scene) in planes() {
        hold(&name, &in_lines(&scene.svg("A chart")));
        names.insert(name);
    }
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.ends_with(".svg") && !names.contains(&name) {
            if update {
                fs::remove_file(path).unwrap();
            } else {
                wrong.push(format!("{name} is drawn by nothing"));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} drawings are not as they were. To see how:\n{}\nIf they are right, UPDATE_GOLDEN=1 keeps them.",
        wrong.len(),
        wrong.join("\n")
    );
}

/// The rows of a spec, from top to bottom.
fn rows(spec: &ChartSpec) -> Vec<&Row> {
    let bands = spec.panels.iter().flat_map(|panel| &panel.bands);
    let rows = bands.filter_map(|band| if let Band::Row(row) = band { Some(row) } else { None });
    rows.chain(&spec.silent).collect()
}

/// Holds every drawing to a law; what breaks it is named.
fn hold(law: impl Fn(&Drawn, &Document) -> Vec<String>) {
    let mut broken = Vec::new();
    for drawn in drawings() {
        let svg = drawn.scene.svg("<\"A chart\"\u{1}&>");
        match Document::parse(&svg) {
            Ok(document) => {
                broken.extend(law(&drawn, &document).iter().map(|what| format!("{}: {what}", drawn.name)));
            }
            Err(error) => broken.push(format!("{} is no XML: {error}", drawn.name)),
        }
    }
    assert!(broken.is_empty(), "{} faults:\n{}", broken.len(), broken.join("\n"));
}

fn is_row(node: &Node) -> bool {
    node.attribute("class") == Some("row")
}

#[test]
fn a_row_is_a_mark_that_says_its_value() {
    hold(|drawn, document| {
        let mut faults = Vec::new();
        let expected = rows(&drawn.spec);
        let keys: Vec<&String> = drawn.scene.marks.iter().map(|mark| &mark.key).collect();
        if keys != expected.iter().map(|row| &row.key).collect::<Vec<_>>() {
            faults.push("the placed marks are not the rows".to_owned());
        }
        let labels: Vec<&str> = document
            .descendants()
            .filter(is_row)
            .map(|row| row.attribute("aria-label").unwrap_or(""))
            .collect();
        if labels.len() != expected.len() {
            faults.push(format!("{} rows are drawn of {}", labels.len(), expected.len()));
        }
        for (label, row) in labels.iter().zip(expected) {
            // What XML forbids is replaced, and white space in an attribute is a space.
            let plain = |text: &str| {
                let plain = |c: char| if c.is_ascii_control() || c == '\u{ffff}' { '\u{fffd}' } else { c };
                text.replace(['\n', '\t'], " ").chars().map(plain).collect::<String>()
            };
            if plain(&row.label) != plain(label) {
                faults.push(format!("\u{201c}{label}\u{201d} is read out for \u{201c}{}\u{201d}", row.label));
            }
            // What is seen stands in it, in one piece and in its order.
            let words = |text: &str| {
                let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
                words.fold(" ".to_owned(), |words, word| words + word + " ")
            };
            let seen = format!("{} {}", row.name, row.value.join(" "));
            if !words(label).contains(&words(&plain(&seen))) {
                faults.push(format!("\u{201c}{label}\u{201d} does not say \u{201c}{seen}\u{201d}"));
            }
        }
        faults
    });
}

#[test]
fn what_leads_somewhere_can_be_reached_by_keyboard() {
    hold(|drawn, document| {
        let links: Vec<_> = document
            .descendants()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "a")))
            .collect();
        let in_order = links.iter().filter(|link| link.attribute("tabindex") == Some("0")).count();
        let mut faults = Vec::new();
        if links.len() != drawn.scene.marks.len() {
            faults.push(format!("{} links for {} marks", links.len(), drawn.scene.marks.len()));
        }
        if in_order != 1.min(links.len()) {
            faults.push(format!("{in_order} rows are in the order of the tab key"));
        }
        faults.extend(
            links
                .iter()
                .filter(|l| l.attribute("href").is_none_or(|h| !h.starts_with(['?', '#'])))
                .map(|l| format!("{l:?}")),
        );
        faults
    });
}

/// A length in hundredths of a per cent of the width, and in ems.
struct Place {
    x: f64,
    y: f64,
}

/// Reads "31.5%" or "1.05em"; a place that is not there is at zero.
fn length(node: &Node, name: &str, unit: &str) -> Option<f64> {
    let starts = match node.tag_name().name() {
        "text" | "rect" | "svg" => ["x", "y"],
        "line" => ["x1", "y1"],
        _ => ["", ""],
    };
    if starts.contains(&name) && !node.has_attribute(name) {
        return Some(0.0);
    }
    node.attribute(name).and_then(|text| text.strip_suffix(unit)).and_then(|number| number.parse().ok())
}

#[test]
fn everything_is_drawn_inside() {
    hold(|drawn, document| {
        let height = f64::from(drawn.scene.height) / 100.0;
        let mut faults = Vec::new();
        for node in document.descendants().filter(Node::is_element) {
            for attribute in node.attributes() {
                if ["NaN", "inf", "-e"].iter().any(|bad| attribute.value().contains(bad))
                    && !["aria-label", "href", "data-campaign"].contains(&attribute.name())
                {
                    faults.push(format!("{}=\"{}\"", attribute.name(), attribute.value()));
                }
            }
            // What stands at an anchor has a form of its own, around it.
            let is_anchor = node.has_attribute("viewBox");
            let end = |start: Option<f64>, more: Option<f64>| start.map(|start| start + more.unwrap_or(0.0));
            let round =
                length(&node, "r", "em").unwrap_or(0.0) * 100.0 / f64::from(drawn.layout.least_width());
            let along = [
                length(&node, "x", "%"),
                length(&node, "x1", "%"),
                length(&node, "x2", "%"),
                length(&node, "cx", "%"),
                end(length(&node, "x", "%"), length(&node, "width", "%")),
                length(&node, "cx", "%").map(|cx| cx - round),
                length(&node, "cx", "%").map(|cx| cx + round),
            ];
            let down = [
                length(&node, "y", "em"),
                length(&node, "y1", "em"),
                length(&node, "y2", "em"),
                end(length(&node, "cy", "em"), length(&node, "r", "em")),
                end(length(&node, "y", "em"), length(&node, "height", "em").filter(|_| !is_anchor)),
            ];
            let outside = |value: &f64, most: f64| !(-0.001..=most + 0.001).contains(value);
            if along.iter().flatten().any(|x| outside(x, 100.0))
                || down.iter().flatten().any(|y| outside(y, height))
            {
                faults.push(format!("outside: {node:?}"));
            }
            for size in ["width", "height", "r"] {
                if length(&node, size, "%").or(length(&node, size, "em")).is_some_and(|size| size <= 0.0) {
                    faults.push(format!("has no size: {node:?}"));
                }
            }
        }
        faults
    });
}

/// A text as far as it surely does not reach beyond: in ems, at the layout's
/// least width, by the table of generous advances.
fn extent(node: &Node, layout: Layout) -> Option<(Place, f64)> {
    let text = node.text()?;
    let x = length(node, "x", "%")? / 100.0 * f64::from(layout.least_width());
    let width = f64::from(text_width(text, node.has_attribute("font-weight"))) / 100.0;
    let from = match node.attribute("text-anchor") {
        Some("middle") => x - width / 2.0,
        Some("end") => x - width,
        _ => x,
    };
    Some((Place { x: from, y: length(node, "y", "em")? }, from + width))
}

#[test]
fn no_text_runs_into_another_or_out_of_the_drawing() {
    hold(|drawn, document| {
        let mut faults = Vec::new();
        let texts: Vec<_> = document
            .descendants()
            .filter(|node| node.tag_name().name() == "text")
            .filter_map(|node| Some((node.text().unwrap_or(""), extent(&node, drawn.layout)?)))
            .collect();
        let least = f64::from(drawn.layout.least_width());
        for (at, (text, (from, to))) in texts.iter().enumerate() {
            if from.x < -0.001 || *to > least + 0.001 {
                faults.push(format!("\u{201c}{text}\u{201d} runs out: {:.2} to {to:.2} of {least}", from.x));
            }
            for (other, (place, end)) in &texts[..at] {
                let beside = (place.y - from.y).abs() < 1.0;
                if beside && place.x < *to && from.x < *end {
                    faults.push(format!("\u{201c}{text}\u{201d} runs into \u{201c}{other}\u{201d}"));
                }
            }
        }
        faults
    });
}

/// How far an arrow reaches from the middle of its mark, in ems.
const ARROW: f64 = 21.0 / 16.0;

#[test]
fn marks_keep_clear_of_texts_and_edges() {
    hold(|drawn, document| {
        let least = f64::from(drawn.layout.least_width());
        let mut faults = Vec::new();
        for row in document.descendants().filter(is_row) {
            let texts: Vec<_> = row.descendants().filter_map(|node| extent(&node, drawn.layout)).collect();
            for anchored in row.descendants().filter(|n| n.tag_name().name() == "svg") {
                let (Some(x), Some(y)) = (length(&anchored, "x", "%"), length(&anchored, "y", "em")) else {
                    continue;
                };
                let middle = x / 100.0 * least;
                let reach = |node: Node| {
                    let numbers = |text: &str| -> Vec<f64> {
                        text.split(' ').filter_map(|point| point.split_once(',')?.0.parse().ok()).collect()
                    };
                    node.attribute("points").map_or(Vec::new(), numbers)
                };
                let points: Vec<f64> =
                    anchored.descendants().flat_map(reach).map(|x| middle + x / 16.0).collect();
                let (from, to) = points.iter().fold((middle, middle), |(a, b), x| (a.min(*x), b.max(*x)));
                assert!(to - from < 2.0 * ARROW);
                if from < 0.0 || to > least {
                    faults.push(format!("a mark reaches from {from:.2} to {to:.2} of {least}"));
                }
                // From ascender to descender, and half a mark.
                let beside = |baseline: f64| y + 0.44 > baseline - 0.75 && y - 0.44 < baseline + 0.25;
                if texts.iter().any(|(place, end)| beside(place.y) && place.x < to && from < *end) {
                    faults.push(format!("a mark runs into a text: {from:.2} to {to:.2}"));
                }
            }
        }
        faults
    });
}

/// Text from data is text: no element and no attribute comes from it.
#[test]
fn only_the_canvas_makes_elements() {
    let elements = ["svg", "g", "a", "text", "line", "rect", "circle", "polyline", "polygon"];
    let attributes = [
        "class",
        "role",
        "aria-label",
        "aria-hidden",
        "width",
        "height",
        "href",
        "data-mark",
        "data-campaign",
        "data-stop",
        "data-name",
        "data-within",
        "data-says",
        "tabindex",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "cx",
        "cy",
        "r",
        "points",
        "viewBox",
        "overflow",
        "text-anchor",
        "font-weight",
    ];
    hold(|_, document| {
        let nodes = document.descendants().filter(Node::is_element);
        nodes
            .filter(|node| {
                !elements.contains(&node.tag_name().name())
                    || node.attributes().any(|attribute| !attributes.contains(&attribute.name()))
            })
            .map(|node| format!("{node:?}"))
            .collect()
    });
}
