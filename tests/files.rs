//! What the native program writes: figures as files without script, and the
//! static parts of a site.

use flate2::{Compression, write::GzEncoder};
use groundswell::chart::{Layout, text_width};
use groundswell::format::Language;
use groundswell::model::FigureName;
use html5ever::tendril::TendrilSink;
use html5ever::{ParseOpts, parse_document, tokenizer::TokenizerOpts};
use markup5ever_rcdom::RcDom;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The most that a figure may weigh on the wire.
const BUDGET: usize = 40 * 1024;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn groundswell(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_groundswell")).args(arguments).output().unwrap()
}

/// A new folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("files-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// What went wrong, as it is said on standard error; it must have gone wrong.
fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(output.stdout.is_empty());
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn brotli_and_gzip(text: &str) -> [usize; 2] {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::default());
    gzip.write_all(text.as_bytes()).unwrap();
    let mut brotli = Vec::new();
    brotli::BrotliCompress(&mut text.as_bytes(), &mut brotli, &Default::default()).unwrap();
    [brotli.len(), gzip.finish().unwrap().len()]
}

/// What is wrong with a page as HTML, by the standard's own parser. Inside an
/// `<svg>` there is XML, which it does not judge.
fn html_faults(page: &str) -> Vec<String> {
    let options = ParseOpts {
        tokenizer: TokenizerOpts { exact_errors: true, ..TokenizerOpts::default() },
        ..ParseOpts::default()
    };
    let dom = parse_document(RcDom::default(), options).one(page);
    dom.errors.borrow().iter().map(ToString::to_string).collect()
}

/// What no file without script may hold.
fn hold_alone(name: &str, text: &str) {
    let small = text.to_lowercase();
    for bad in ["<script", "style=\"", "javascript:", "onload=", "onclick=", "<iframe", "@import", "url("] {
        assert!(!small.contains(bad), "{name} holds {bad}");
    }
    // No link leads into a page that is not there; each leads to a source, or holds the data.
    let holds_data = |link: &str| link.starts_with("data:application/json;charset=utf-8,%7b");
    for link in small.split("href=\"").skip(1) {
        let leads = link.starts_with("https://") || link.starts_with("http://");
        // An icon that is not asked for.
        let none = link.starts_with("data:,\"");
        assert!(leads || none || holds_data(link), "{name}: href=\"{:.40}", link);
    }
    assert!(!text.contains("NaN"), "{name}");
    let [brotli, gzip] = brotli_and_gzip(text);
    assert!(brotli <= BUDGET && gzip <= BUDGET, "{name}: {brotli} bytes by brotli, {gzip} by gzip");
}

#[test]
fn every_figure_is_one_file_without_script() {
    let folder = folder("figures");
    let data = root().join("public/data/index.json");
    let mut names = Vec::new();
    for metric in FigureName::ALL {
        for scale in groundswell::chart::ScaleKind::ALL {
            for sources in groundswell::compare::SourceScope::ALL {
                for format in ["svg", "html"] {
                    names.push((metric.slug(), scale.slug(), sources.slug(), format));
                }
            }
        }
    }
    for (figure, scale, sources, format) in names {
        let name = format!("{figure}.{scale}.{sources}.{format}");
        let path = folder.join(&name);
        // Campaigns stand side by side once a few are chosen.
        let chosen: &[&str] =
            if figure == "beside" { &["--campaigns", "missing-type,nhs-change-day"] } else { &[] };
        let output = groundswell(
            &[
                &[
                    "render",
                    "--data",
                    data.to_str().unwrap(),
                    "--figure",
                    figure,
                    "--scale",
                    scale,
                    "--sources",
                    sources,
                    "--format",
                    format,
                    "-o",
                    path.to_str().unwrap(),
                ][..],
                chosen,
            ]
            .concat(),
        );
        assert!(output.status.success() && output.stderr.is_empty(), "{name}: {output:?}");
        let text = fs::read_to_string(&path).unwrap();
        hold_alone(&name, &text);
        if format == "svg" {
            let document =
                roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let element = document.root_element();
            // The rules that show one of the layouts outweigh those of the page.
            for (before, after) in [("narrow", "medium"), ("medium", "wide")] {
                let switch =
                    format!("svg .chart.{before}{{display:none}}svg .chart.{after}{{display:inline}}");
                assert!(text.contains(&switch), "{name}: {switch}");
            }
            assert!(text.contains("background:var(--card)") && text.contains("sans-serif"), "{name}");
            hold_whole(&name, metric_of(figure), &document);
            let heights: Vec<u32> =
                text.split("{height:").skip(1).filter_map(|h| h.split("px").next()?.parse().ok()).collect();
            assert_eq!(
                element.attribute("height").and_then(|h| h.parse().ok()),
                heights.iter().max().copied(),
                "{name}"
            );
            assert!(
                element
                    .children()
                    .any(|child| child.has_tag_name("title") || child.tag_name().name() == "title")
            );
            let named: Vec<&str> = element.attribute("aria-labelledby").unwrap_or("").split(' ').collect();
            for id in named {
                assert!(document.descendants().any(|node| node.attribute("id") == Some(id)), "{name}: #{id}");
            }
        } else {
            assert_eq!(html_faults(&text), [""; 0], "{name}");
            assert!(text.contains("lang=\"en-GB\"") && text.contains("<title>"), "{name}");
        }
        let ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{name}: an id stands twice");
    }
}

fn metric_of(figure: &str) -> FigureName {
    figure.parse().unwrap()
}

/// A text as it stands in a picture of some width, pixels.
#[derive(Debug)]
struct Placed {
    text: String,
    from: f64,
    to: f64,
    baseline: f64,
}

/// The texts of an element whose place and width are given, and how far down it
/// reaches; layouts other than the one shown are left out.
fn placed(node: Node, (x, y, width): (f64, f64, f64), shown: &str, texts: &mut Vec<Placed>) -> f64 {
    let length = |name: &str, whole: f64| -> Option<f64> {
        let value = node.attribute(name)?;
        let number = |unit: &str| value.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
        number("%").map(|part| part / 100.0 * whole).or(number("em").map(|ems| ems * 16.0)).or(number(""))
    };
    let (left, top) = (x + length("x", width).unwrap_or(0.0), y + length("y", 0.0).unwrap_or(0.0));
    if node.tag_name().name() == "text" {
        let text = node.text().unwrap_or("").to_owned();
        let long = f64::from(text_width(&text, node.has_attribute("font-weight"))) * 0.16;
        let from = match node.attribute("text-anchor") {
            Some("middle") => left - long / 2.0,
            Some("end") => left - long,
            _ => left,
        };
        texts.push(Placed { text, from, to: from + long, baseline: top });
        return top;
    }
    let class = node.attribute("class").unwrap_or("");
    if class.starts_with("chart ") && class != shown {
        return 0.0;
    }
    let is_svg = node.tag_name().name() == "svg";
    let inside = if is_svg { (left, top, length("width", width).unwrap_or(width)) } else { (x, y, width) };
    let bottom = if is_svg && !class.is_empty() { top + length("height", 0.0).unwrap_or(0.0) } else { 0.0 };
    node.children().fold(bottom, |low, child| low.max(placed(child, inside, shown, texts)))
}

/// Everything that belongs to a picture is in it, from 240 to 1,600 pixels:
/// inside, in full, and clear of everything else.
fn hold_whole(name: &str, metric: FigureName, document: &Document) {
    let phrases = Language::English.phrases();
    let headline =
        document.descendants().find(|node| node.has_attribute("id")).and_then(|n| n.text()).unwrap();
    let style = document.descendants().find_map(|n| n.text().filter(|text| text.contains("@media"))).unwrap();
    let switches: Vec<f64> = style
        .rsplit("@media(min-width:")
        .take(Layout::ALL.len() - 1)
        .map(|rule| rule.split("px").next().unwrap().parse().unwrap())
        .collect();
    let heights: Vec<f64> = style
        .split(":root{height:")
        .skip(1)
        .map(|rule| rule.split("px").next().unwrap().parse().unwrap())
        .collect();
    assert_eq!((switches.len(), heights.len()), (Layout::ALL.len() - 1, Layout::ALL.len()), "{name}");
    // Each mark of the key stands beside what it means, in every layout.
    let meanings = [
        phrases.key_exact,
        phrases.key_above,
        phrases.key_below,
        phrases.key_between,
        phrases.key_about,
        phrases.key_disagree,
        phrases.key_target,
        phrases.key_zero,
    ];
    let times = Language::English.comparing().time_marks.map(|[_, words]| words);
    let marks = document.descendants().filter(|node| node.attribute("width") == Some("32"));
    let explained = marks.map(|mark| {
        let words =
            mark.next_siblings().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")));
        let words: Vec<&str> = words.filter_map(|node| node.text()).collect();
        let words = words.join(" ");
        assert!(meanings.contains(&&*words) || times.contains(&&*words), "{name}: {words:?}");
    });
    let explained = explained.count();
    // Of the toolkit alone, no result stands beside its target, and none is of two years.
    let marks = document
        .descendants()
        .any(|node| node.attribute("class").is_some_and(|class| class.starts_with("row")));
    let may_be_empty =
        matches!(metric, FigureName::Multiples | FigureName::Years) && name.contains(".toolkit.");
    assert!(marks || may_be_empty, "{name}");
    assert!(
        (explained > 0) == marks && explained.is_multiple_of(Layout::ALL.len()),
        "{name}: {explained} marks of the key"
    );
    let mut widths = vec![240.0, 320.0, 768.0, 1280.0, 1600.0];
    widths.extend(switches.iter().flat_map(|&switch| [switch - 1.0, switch]));
    for width in widths {
        let at = switches.iter().filter(|&&switch| width >= switch).count();
        let mut texts = Vec::new();
        let shown = format!("chart {}", Layout::ALL[at].slug());
        let bottom = placed(document.root_element(), (0.0, 0.0, width), &shown, &mut texts);
        assert!(
            bottom > if marks { 200.0 } else { 100.0 } && bottom <= heights[at],
            "{name}: {bottom} of {} at {width}",
            heights[at]
        );
        let all = texts.iter().map(|placed| placed.text.as_str()).collect::<Vec<_>>().join(" ");
        let mut parts = vec![headline, Language::English.caution(metric)];
        if metric.metric().is_some() {
            parts.extend([Language::English.subtitle(metric), "Source"]);
        }
        if name.contains(".log.") && marks && !matches!(metric, FigureName::Beside | FigureName::When) {
            parts.push(phrases.log_note);
        }
        for part in parts {
            assert!(all.contains(part), "{name}: \u{201c}{part}\u{201d} is not seen at {width}");
        }
        for (at, one) in texts.iter().enumerate() {
            assert!(one.from >= 0.0 && one.to <= width, "{name}: outside of {width}: {one:?}");
            assert!(!one.text.ends_with('\u{2026}'), "{name}: shortened: {one:?}");
            for other in &texts[..at] {
                let beside = (one.baseline - other.baseline).abs() < 15.0;
                let over = beside && one.from < other.to && other.from < one.to;
                assert!(!over, "{name} at {width}: {one:?} runs into {other:?}");
            }
        }
    }
}

#[test]
fn a_choice_of_campaigns_is_kept() {
    let folder = folder("choice");
    let (data, path) = (root().join("public/data/index.json"), folder.join("one.html"));
    let (data, path) = (data.to_str().unwrap(), path.to_str().unwrap());
    let output = groundswell(&[
        "render",
        "--data",
        data,
        "--figure",
        "participation",
        "--campaigns",
        "nhs-change-day",
        "--format",
        "html",
        "-o",
        path,
    ]);
    assert!(output.status.success(), "{output:?}");
    let text = fs::read_to_string(path).unwrap();
    assert!(text.contains("NHS Change Day") && !text.contains("Movember"));
}

/// What a figure shows, taken along as data, makes the same figure again; and the
/// table has its metadata beside it, under the name that the W3C's rule finds.
#[test]
fn a_figure_is_made_again_of_its_own_data() {
    let folder = folder("taken");
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let render = |data: &str, format: &str, out: &str| {
        let choice =
            ["--figure", "participation", "--campaigns", "nhs-change-day,nurses-day", "--scale", "linear"];
        let output =
            groundswell(&[&["render", "--data", data, "--format", format, "-o", out], &choice[..]].concat());
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        fs::read_to_string(out).unwrap()
    };
    let data = root().join("public/data/index.json");
    let shipped = render(data.to_str().unwrap(), "html", &at("shipped.html"));
    let extract = render(data.to_str().unwrap(), "json", &at("taken.json"));
    assert!(extract.contains("\"query\":\"scale=linear&campaigns=nhs-change-day,nurses-day\""), "{extract}");
    assert!(!extract.contains("missing-type"), "what is not shown is not taken along");
    assert_eq!(render(&at("taken.json"), "html", &at("again.html")), shipped);
    assert_eq!(render(&at("taken.json"), "json", &at("again.json")), extract);
    // What was chosen need not be said again, and another figure is not made of it.
    let alone = |figure: &str, out: &str| {
        groundswell(&[
            "render",
            "--data",
            &at("taken.json"),
            "--figure",
            figure,
            "--format",
            "html",
            "-o",
            out,
        ])
    };
    let output = alone("participation", &at("alone.html"));
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert_eq!(fs::read_to_string(at("alone.html")).unwrap(), shipped);
    let output = alone("reach", &at("other.html"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("holds nothing else: ask for participation"), "{said}");
    let csv = render(data.to_str().unwrap(), "csv", &at("taken.csv"));
    let metadata = fs::read_to_string(folder.join("taken.csv-metadata.json")).unwrap();
    let metadata: serde_json::Value = serde_json::from_str(&metadata).unwrap();
    assert_eq!(metadata["url"], "taken.csv");
    assert!(csv.contains("702132"), "{csv}");
    assert!(metadata["dc:title"].as_str().unwrap().contains("702,132"), "{metadata}");
}

/// The texts of a PNG's metadata, by keyword.
fn texts_of(png: &[u8]) -> Vec<(String, String)> {
    let (mut at, mut texts) = (8, Vec::new());
    while at + 12 <= png.len() {
        let length = u32::from_be_bytes(png[at..at + 4].try_into().unwrap()) as usize;
        let content = &png[at + 8..at + 8 + length];
        let check = u32::from_be_bytes(png[at + 8 + length..at + 12 + length].try_into().unwrap());
        assert_eq!(check, crc32fast::hash(&png[at + 4..at + 8 + length]));
        if &png[at + 4..at + 8] == b"iTXt" {
            let end = content.iter().position(|byte| *byte == 0).unwrap();
            let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
            texts.push((text(&content[..end]), text(&content[end + 5..])));
        }
        at += 12 + length;
    }
    texts
}

/// Pixels of the size asked for, in the colours of the theme, with nothing cut off
/// at an edge, and the words in the file.
#[test]
fn a_figure_is_drawn_in_pixels() {
    let folder = folder("pixels");
    let data = root().join("public/data/index.json");
    // Ground, words, marks: figure.css.
    let themes = [
        ("light", [0xff_ffff, 0x21_2b32, 0x12_436d]),
        ("dark", [0x1a_2228, 0xf0_f4f5, 0x84_b6e8]),
        ("high-contrast", [0x00_0000, 0xff_ffff, 0xff_ff00]),
    ];
    let shapes: [(&[&str], u32, Option<u32>); 4] = [
        (&["--slide"], 1_920, Some(1_080)),
        (&["--width", "240", "--density", "1", "--rows", "all"], 240, None),
        (&["--width", "700", "--density", "3", "--scale", "linear"], 2_100, None),
        (&["--width", "1600", "--density", "1", "--sources", "further"], 1_600, None),
    ];
    for (at, (theme, colours)) in themes.iter().enumerate() {
        for (shape, width, height) in shapes {
            // Each figure once in some theme and shape; the first in all.
            let figure = FigureName::ALL[at].slug();
            let path = folder.join(format!("{figure}-{theme}-{}.png", shape.join("")));
            let arguments =
                ["render", "--data", data.to_str().unwrap(), "--figure", figure, "--format", "png"];
            let out = ["--theme", theme, "-o", path.to_str().unwrap()];
            let output = groundswell(&[&arguments[..], shape, &out].concat());
            assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
            let png = fs::read(&path).unwrap();
            let name = path.display();
            let pixels = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
            assert_eq!(pixels.width(), width, "{name}");
            assert!(height.is_none_or(|height| pixels.height() == height), "{name}");
            let colour = |at: usize| {
                let pixel = pixels.pixels()[at].demultiply();
                u32::from_be_bytes([0, pixel.red(), pixel.green(), pixel.blue()])
            };
            let mut found = [0_usize; 3];
            for at in 0..pixels.pixels().len() {
                let (x, y) = (at as u32 % width, at as u32 / width);
                let seen = colour(at);
                for (known, found) in colours.iter().zip(&mut found) {
                    *found += usize::from(seen == *known);
                }
                let edge = 4;
                if x < edge || y < edge || x + edge >= width || y + edge >= pixels.height() {
                    assert_eq!(seen, colours[0], "{name}: something is cut off at {x}, {y}");
                }
            }
            assert!(found.iter().all(|count| *count > 40), "{name}: {found:?}");
            let texts = texts_of(&png);
            assert_eq!(texts.len(), 2, "{name}");
            assert_eq!(
                texts.iter().map(|(keyword, _)| &**keyword).collect::<Vec<_>>(),
                ["Title", "Description"]
            );
            assert!(
                texts[1].1.contains("Sources: ") && texts[1].1.len() > texts[0].1.len(),
                "{name}: {texts:?}"
            );
        }
    }
}

#[test]
fn what_cannot_be_done_is_said() {
    let folder = folder("faults");
    let data = root().join("public/data/index.json");
    let (data, out) = (data.to_str().unwrap(), folder.join("out.svg"));
    let out = out.to_str().unwrap();
    let render = |data: &str, figure: &str, more: &[&str], out: &str| {
        let mut arguments = vec!["render", "--data", data, "--figure", figure, "--format", "svg", "-o", out];
        arguments.extend(more);
        said(&groundswell(&arguments))
    };
    let figure = render(data, "fame", &[], out);
    assert_eq!(
        figure,
        "groundswell: \u{201c}fame\u{201d} is no figure; expected one of: reach, impressions, participation, views, engagement, attention, beside, multiples, ladder, years, when\n"
    );
    let campaign = render(data, "reach", &["--campaigns", "nhs-change-day,nobody"], out);
    assert_eq!(campaign, "groundswell: the data has no campaign \u{201c}nobody\u{201d}\n");
    let missing = folder.join("missing.json");
    let missing = render(missing.to_str().unwrap(), "reach", &[], out);
    assert!(missing.contains("missing.json: No such file"), "{missing}");
    let nowhere = folder.join("nowhere/out.svg");
    let nowhere = render(data, "reach", &[], nowhere.to_str().unwrap());
    assert!(nowhere.contains("nowhere/out.svg: No such file"), "{nowhere}");
    let no_data = folder.join("no.json");
    fs::write(&no_data, "no data").unwrap();
    let no_data = render(no_data.to_str().unwrap(), "reach", &[], out);
    assert!(no_data.contains("no.json"), "{no_data}");
    assert!(!Path::new(out).exists(), "nothing is written when something is wrong");
    let site = said(&groundswell(&["render", "--site", folder.to_str().unwrap()]));
    assert!(site.contains("index.json") || site.contains("index.html"), "{site}");
    for line in [figure, campaign, missing.clone(), no_data, site] {
        assert_eq!(line.lines().count(), 1, "{line}");
        assert!(line.starts_with("groundswell: "), "{line}");
    }
}

/// A site as Trunk leaves it, as far as the site step needs it.
fn site(name: &str) -> PathBuf {
    let site = folder(name);
    fs::create_dir_all(site.join("data")).unwrap();
    let page = fs::read_to_string(root().join("index.html")).unwrap();
    let page = page.replace("</body>", "<script type=\"module\">import(\"./app.js\")</script></body>");
    fs::write(site.join("index.html"), page).unwrap();
    for entry in fs::read_dir(root().join("public/data")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, site.join("data").join(path.file_name().unwrap())).unwrap();
    }
    site
}

fn rendered(site: &Path) -> (String, String) {
    let output = groundswell(&["render", "--site", site.to_str().unwrap()]);
    assert!(output.status.success(), "{output:?}");
    (fs::read_to_string(site.join("index.html")).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn fingerprint(page: &str) -> &str {
    page.split("name=\"groundswell-data\" content=\"").nth(1).unwrap().split('"').next().unwrap()
}

/// The page up to the drawings' start, and its figures.
fn without_head(page: &str) -> &str {
    page.split("<body>").nth(1).unwrap()
}

#[test]
fn a_site_is_renewed_when_its_data_is_replaced() {
    let site = site("site");
    let (first, told) = rendered(&site);
    assert_eq!(told, "");
    assert_eq!(rendered(&site).0, first, "a second time changes nothing");
    assert_eq!(html_faults(&first), [""; 0]);
    assert!(first.contains("data-figure=\"participation\"") && first.contains("702,132"));
    assert!(!first.contains(" style=\""));

    let toolkit = site.join("data/published.json");
    let text = fs::read_to_string(&toolkit).unwrap();
    assert!(text.contains("702132"));
    fs::write(&toolkit, text.replace("702132", "712345")).unwrap();
    let (second, told) = rendered(&site);
    assert_eq!(told, "");
    assert!(second.contains("712,345") && second != first);
    assert_ne!(fingerprint(&first), fingerprint(&second));
    assert_ne!(without_head(&first), without_head(&second));

    fs::write(&toolkit, text).unwrap();
    assert_eq!(rendered(&site).0, first, "and back");
}

/// Pages and files of the figures are written with the site, in valid HTML, with a
/// policy of their own; machines are told of files that are there.
#[test]
fn a_site_has_its_figures_to_be_taken_along() {
    let site = site("taken-along");
    rendered(&site);
    let text = |name: &str| fs::read_to_string(site.join("figure").join(name)).unwrap();
    for metric in FigureName::ALL {
        let page = text(&format!("{}.html", metric.slug()));
        assert_eq!(html_faults(&page), [""; 0], "{metric:?}");
        assert!(page.contains("http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "));
        let [brotli, gzip] = brotli_and_gzip(&page);
        assert!(brotli.max(gzip) <= BUDGET / 2, "{metric:?}: {brotli}, {gzip}");
    }
    let gallery = text("index.html");
    assert_eq!(html_faults(&gallery), [""; 0]);
    let (_, data) = gallery.split_once("<script type=\"application/ld+json\">").unwrap();
    let data: serde_json::Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    assert_eq!((&data["@type"], data["dateModified"].as_str().unwrap().len()), (&"Dataset".into(), 10));
    let files = data["distribution"].as_array().unwrap();
    assert_eq!(files.len(), 4 * FigureName::ALL.len());
    for file in files {
        assert!(site.join("figure").join(file["contentUrl"].as_str().unwrap()).exists(), "{file}");
    }
    assert!(data["citation"].as_array().unwrap().len() > 20);
}

/// A figure's document gives back its data byte for byte, and says which it is.
#[test]
fn a_document_holds_the_data_that_it_shows() {
    let site = site("documents");
    rendered(&site);
    let text = |name: String| fs::read_to_string(site.join("figure").join(name)).unwrap();
    for metric in FigureName::ALL {
        let page = text(format!("{}-document.html", metric.slug()));
        assert_eq!(html_faults(&page), [""; 0], "{metric:?}");
        let (_, rest) = page.split_once("href=\"data:application/json;charset=utf-8,").unwrap();
        let (address, rest) = rest.split_once('"').unwrap();
        assert!(rest.starts_with(&format!(" download=\"{}.json\"", metric.slug())));
        let address = address.replace("&amp;", "&");
        // What an address may not hold, browsers take out or change.
        assert!(!address.contains(|c: char| c.is_ascii_whitespace() || "\"#<>`{}".contains(c)));
        let data = percent_encoding::percent_decode_str(&address).decode_utf8().unwrap();
        assert!(data == text(format!("{}.json", metric.slug())), "{metric:?}");
        let hash = groundswell::data::fingerprint([data.as_bytes()]);
        assert!(page.contains(&format!("fingerprint {hash}.")), "{metric:?}");
        assert!(!page.contains("<script"), "{metric:?}");
    }
}

/// What stands in the folder of the figures, by name.
fn figure_folder(site: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = fs::read_dir(site.join("figure")).unwrap().map(|entry| entry.unwrap());
    files.map(|file| (file.file_name().into_string().unwrap(), fs::read(file.path()).unwrap())).collect()
}

/// The values of an attribute, of the elements that start so, as they are meant.
fn attributes(page: &str, start: &str, name: &str) -> Vec<String> {
    let tags = page.split(start).skip(1).map(|rest| rest.split_once('>').unwrap().0);
    let values = tags.filter_map(|tag| tag.split_once(&format!(" {name}=\"")));
    let meant = |text: &str| {
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    };
    values.map(|(_, value)| meant(value.split_once('"').unwrap().0)).collect()
}

/// Where a site's address is known, who has only the address of a figure's page is
/// told how to show it; else nothing of that is there, also not from before.
#[test]
fn a_site_with_an_address_can_be_discovered() {
    let site = site("discovered");
    rendered(&site);
    let before = figure_folder(&site);
    assert!(!before.keys().any(|name| name.contains("oembed")));

    let address = "https://intranet.example/groundswell/";
    let line = ["render", "--site", site.to_str().unwrap(), "--base-url", address];
    assert!(groundswell(&line).status.success());
    let files = figure_folder(&site);
    let mut changed: Vec<&String> =
        files.keys().filter(|name| before.get(*name) != files.get(*name)).collect();
    let mut expected: Vec<String> = Vec::new();
    for metric in FigureName::ALL {
        let (slug, text) = (metric.slug(), |name: &str| String::from_utf8(files[name].clone()).unwrap());
        let (name, answer_name) = (format!("{slug}.html"), format!("{slug}.oembed.json"));
        let (page, answer) = (text(&name), text(&answer_name));
        assert_eq!(html_faults(&page), [""; 0], "{slug}");
        let head = page.split_once("</head>").unwrap().0;
        let of = |name: &str| format!("{address}figure/{name}");
        let link = "<link rel=\"alternate\" type=\"application/json+oembed\"";
        assert_eq!(attributes(head, link, "href"), [of(&answer_name)]);
        assert_eq!(attributes(head, "<link rel=\"canonical\"", "href"), [of(&name)]);
        assert_eq!(attributes(head, "<meta property=\"og:url\"", "content"), [of(&name)]);
        let picture = of(&format!("{slug}.png"));
        assert_eq!(attributes(head, "<meta property=\"og:image\"", "content"), [&*picture]);

        let answer: serde_json::Value = serde_json::from_str(&answer).unwrap();
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        assert_eq!(answer["provider_url"], address);
        let title = answer["title"].as_str().unwrap();
        assert!(page.contains("<h1") && title.len() > 20, "{title}");
        assert_eq!(attributes(head, link, "title"), [title]);
        assert_eq!(attributes(head, "<meta property=\"og:title\"", "content"), [title]);
        let html = answer["html"].as_str().unwrap();
        assert_eq!(html_faults(&format!("<!DOCTYPE html><title>x</title>{html}")), [""; 0]);
        // WordPress keeps a quotation and a frame, in that order, and only where
        // the frame has nothing in it and attributes are between quotation marks.
        assert!(html.starts_with("<blockquote><a href=\"") && html.ends_with("\"></iframe>"), "{html}");
        assert!(html.contains("</a></blockquote><iframe src=\"") && !html.contains('\n'), "{html}");
        assert_eq!(attributes(html, "<a", "href"), [of(&name)]);
        assert_eq!(attributes(html, "<iframe", "src"), [of(&name)]);
        assert_eq!(attributes(html, "<iframe", "height"), [answer["height"].to_string()]);
        let headings = attributes(html, "<iframe", "title");
        assert!(headings.len() == 1 && page.contains(&headings[0]), "{headings:?}");
        assert!(answer["width"].as_u64().is_some() && answer["cache_age"].as_u64().is_some());
        assert!((300..4000).contains(&answer["height"].as_u64().unwrap()), "{}", answer["height"]);

        // The size of a PNG stands in its first chunk.
        assert_eq!(answer["thumbnail_url"], picture);
        let pixels = &files[&format!("{slug}.png")];
        let size = [16, 20].map(|at| u32::from_be_bytes(pixels[at..at + 4].try_into().unwrap()));
        assert_eq!(
            (&answer["thumbnail_width"], &answer["thumbnail_height"]),
            (&size[0].into(), &size[1].into())
        );
        assert_eq!(attributes(head, "<meta property=\"og:image:width\"", "content"), [size[0].to_string()]);
        assert_eq!(attributes(head, "<meta property=\"og:image:height\"", "content"), [size[1].to_string()]);
        expected.extend([name, answer_name]);
    }
    // It says whether others can discover them.
    expected.push(groundswell::figure::DOCTOR.to_owned());
    changed.sort();
    expected.sort();
    assert_eq!(changed, expected.iter().collect::<Vec<_>>(), "nothing else is written, or changes");

    rendered(&site);
    assert_eq!(figure_folder(&site), before, "without the address nothing of it is left");
}

/// What names the figure is text to whoever shows it, whatever is in it.
#[test]
fn an_answer_to_oembed_holds_no_markup_from_data() {
    let site = site("hostile-answer");
    for file in ["toolkit.json", "published.json"] {
        let path = site.join("data").join(file);
        let text = fs::read_to_string(&path).unwrap();
        let name = r#"\"><script>alert(1)</script><x y='&amp;"#;
        fs::write(&path, text.replace("\"NHS Change Day\"", &format!("\"{name}\""))).unwrap();
    }
    let line = ["render", "--site", site.to_str().unwrap(), "--base-url", "https://intranet.example"];
    assert!(groundswell(&line).status.success());
    let text = |name: &str| fs::read_to_string(site.join("figure").join(name)).unwrap();
    let answer: serde_json::Value = serde_json::from_str(&text("participation.oembed.json")).unwrap();
    assert!(answer["title"].as_str().unwrap().contains("<script>alert(1)</script>"), "{answer}");
    assert!(!answer["html"].as_str().unwrap().contains("<script"), "{answer}");
    let page = text("participation.html");
    assert_eq!(html_faults(&page), [""; 0]);
    assert!(!page.contains("<script>alert"));
}

#[test]
fn a_fault_in_the_data_is_named_and_the_rest_is_drawn() {
    let site = site("faulty");
    let toolkit = site.join("data/toolkit.json");
    let mut data: serde_json::Value = serde_json::from_str(&fs::read_to_string(&toolkit).unwrap()).unwrap();
    data["observations"][0]["comparator"] = "roughly".into();
    fs::write(&toolkit, data.to_string()).unwrap();
    let (page, told) = rendered(&site);
    assert!(page.contains("data-figure=\"reach\""));
    assert!(told.starts_with("groundswell: "), "{told}");
    for word in ["toolkit.json", "observations", "comparator", "roughly"] {
        assert!(told.contains(word), "{told}");
    }

    // No data at all: nothing is written, and it is said why.
    let before = fs::read_to_string(site.join("index.html")).unwrap();
    fs::write(&toolkit, "{").unwrap();
    let told = said(&groundswell(&["render", "--site", site.to_str().unwrap()]));
    assert!(told.contains("toolkit.json"), "{told}");
    assert_eq!(fs::read_to_string(site.join("index.html")).unwrap(), before);
}

/// A name that means harm is a name, in every kind of file.
#[test]
fn text_from_data_is_never_markup() {
    let site = site("hostile");
    let toolkit = site.join("data/toolkit.json");
    let text = fs::read_to_string(&toolkit).unwrap();
    let name = r#"\"><script>alert(1)</script><x y=']]>&amp;"#;
    assert!(text.contains("\"NHS Change Day\""));
    fs::write(&toolkit, text.replace("\"NHS Change Day\"", &format!("\"{name}\""))).unwrap();
    let (page, told) = rendered(&site);
    assert_eq!(told, "");
    assert!(!page.contains("<script>alert"));
    assert_eq!(html_faults(&page), [""; 0]);
    let data = site.join("data/index.json");
    for format in ["svg", "html"] {
        let path = site.join(format!("out.{format}"));
        let (data, path) = (data.to_str().unwrap(), path.to_str().unwrap());
        let output = groundswell(&[
            "render",
            "--data",
            data,
            "--figure",
            "participation",
            "--format",
            format,
            "-o",
            path,
        ]);
        assert!(output.status.success(), "{output:?}");
        let text = fs::read_to_string(path).unwrap();
        hold_alone(path, &text);
        if format == "svg" {
            roxmltree::Document::parse(&text).unwrap_or_else(|error| panic!("{error}"));
        } else {
            assert_eq!(html_faults(&text), [""; 0]);
        }
    }
}

/// What no page and no drawing may hold, and what would turn the words around
/// it, is not let in.
#[test]
fn text_that_cannot_be_shown_is_a_fault() {
    let site = site("unprintable");
    let toolkit = site.join("data/toolkit.json");
    let text = fs::read_to_string(&toolkit).unwrap();
    for (character, name) in
        [("\\u0001", "U+0001"), ("\\u202e", "U+202E"), ("\\uffff", "U+FFFF"), ("\\u007f", "U+007F")]
    {
        fs::write(&toolkit, text.replace("\"NHS Change Day\"", &format!("\"NHS {character} Day\""))).unwrap();
        let (page, told) = rendered(&site);
        assert!(
            told.contains(&format!("the text holds the character {name}, which cannot be shown")),
            "{told}"
        );
        assert_eq!(html_faults(&page), [""; 0]);
    }
}
