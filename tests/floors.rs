//! Each floor of the house uses only the floors below it. Reads the sources of
//! `src/` and fails when an import goes up, whether it is written
//! `crate::floor`, `crate::{floor, …}` or `super::super::floor`.

use std::fs;
use std::path::Path;

/// From the ground up.
const HOUSE: [&str; 11] =
    ["model", "format", "data", "posts", "own", "compare", "chart", "figure", "state", "browser", "views"];

fn height(floor: &str) -> Option<usize> {
    HOUSE.iter().position(|other| *other == floor)
}

/// What is wrong with the imports of one file. `path` is relative to `src`, with
/// forward slashes.
fn faults(path: &str, source: &str) -> Vec<String> {
    let module = module_of(path);
    let own = module.first().map_or("", String::as_str);
    // The programs stand outside and may use every floor.
    let outside = module.is_empty();
    let mut faults = Vec::new();
    if !outside && height(own).is_none() {
        faults.push(format!("{path}: \u{201c}{own}\u{201d} has no place in the house"));
    }
    for (line, floor) in floors_used(&tokens(source), &module) {
        let problem = match (height(own), height(&floor)) {
            (_, None) => format!("uses {floor}, which is no floor"),
            (Some(here), Some(there)) if !outside && floor != own && there >= here => {
                format!("{own} uses {floor}, which is not below it")
            }
            _ => continue,
        };
        faults.push(format!("{path}:{line}: {problem}"));
    }
    faults
}

/// `chart/scale.rs` → chart, scale; `chart/mod.rs` → chart; programs → nothing.
fn module_of(path: &str) -> Vec<String> {
    let stem = path.trim_end_matches(".rs").trim_end_matches("/mod");
    if ["lib", "main"].contains(&stem) || stem.starts_with("bin/") {
        return Vec::new();
    }
    stem.split('/').map(str::to_owned).collect()
}

/// A word or a sign of the source, with its line. `::` is one sign.
type Token = (usize, String);

/// The source without comments and literals: neither imports anything.
fn tokens(source: &str) -> Vec<Token> {
    let (letters, mut tokens, mut at, mut line) = (source.chars().collect::<Vec<_>>(), Vec::new(), 0, 1);
    let peek = |at: usize| letters.get(at).copied().unwrap_or('\0');
    while at < letters.len() {
        let from = at;
        match (peek(at), peek(at + 1)) {
            ('/', '/') => {
                while at < letters.len() && peek(at) != '\n' {
                    at += 1
                }
            }
            ('/', '*') => {
                let mut depth = 0;
                loop {
                    match (peek(at), peek(at + 1)) {
                        ('/', '*') => (depth, at) = (depth + 1, at + 2),
                        ('*', '/') => (depth, at) = (depth - 1, at + 2),
                        _ => at += 1,
                    }
                    if depth == 0 || at >= letters.len() {
                        break;
                    }
                }
            }
            ('r', '"' | '#') if raw_hashes(&letters[at + 1..]).is_some() => {
                let hashes = raw_hashes(&letters[at + 1..]).unwrap_or(0);
                let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
                at += hashes + 2;
                while at < letters.len() && !letters[at..].starts_with(&end) {
                    at += 1;
                }
                at += end.len();
            }
            ('"', _) => {
                at += 1;
                while at < letters.len() && peek(at) != '"' {
                    at += if peek(at) == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            // A letter in quotes, not a lifetime.
            ('\'', '\\') => {
                at += 3;
                while at < letters.len() && peek(at) != '\'' {
                    at += 1;
                }
                at += 1;
            }
            ('\'', _) if peek(at + 2) == '\'' => at += 3,
            (':', ':') => {
                tokens.push((line, "::".to_owned()));
                at += 2;
            }
            (c, _) if c.is_alphanumeric() || c == '_' => {
                while peek(at).is_alphanumeric() || peek(at) == '_' {
                    at += 1;
                }
                tokens.push((line, letters[from..at].iter().collect()));
            }
            (c, _) => {
                if !c.is_whitespace() {
                    tokens.push((line, c.to_string()));
                }
                at += 1;
            }
        }
        line += letters[from..at.min(letters.len())].iter().filter(|c| **c == '\n').count();
    }
    tokens
}

/// How many hashes stand before the quotation mark of a raw string.
fn raw_hashes(after_r: &[char]) -> Option<usize> {
    let hashes = after_r.iter().take_while(|c| **c == '#').count();
    (after_r.get(hashes) == Some(&'"')).then_some(hashes)
}

/// Every floor that is named after the root of the crate, with its line.
fn floors_used(tokens: &[Token], module: &[String]) -> Vec<Token> {
    let text = |at: usize| tokens.get(at).map_or("", |(_, text)| text.as_str());
    // Modules written in the file itself: how many braces are open around each.
    let (mut inner, mut braces, mut used) = (Vec::new(), 0, Vec::new());
    let mut at = 0;
    while at < tokens.len() {
        let starts_path = at == 0 || text(at - 1) != "::";
        match text(at) {
            "{" => braces += 1,
            "}" => {
                braces -= 1;
                inner.retain(|depth| *depth <= braces);
            }
            "mod" if text(at + 2) == "{" => inner.push(braces + 1),
            // In a program, `crate` and `super` are its own modules.
            "crate" if module.is_empty() => {}
            "crate" | "groundswell" if starts_path && text(at + 1) == "::" => {
                named(tokens, at + 2, &mut used);
            }
            "super" if starts_path => {
                let mut ups = 1;
                while text(at + 1) == "::" && text(at + 2) == "super" {
                    (ups, at) = (ups + 1, at + 2);
                }
                if !module.is_empty() && ups == module.len() + inner.len() && text(at + 1) == "::" {
                    named(tokens, at + 2, &mut used);
                }
            }
            _ => {}
        }
        at += 1;
    }
    used
}

/// The names at that place: one, or the first of each path in braces.
fn named(tokens: &[Token], at: usize, used: &mut Vec<Token>) {
    let Some((_, first)) = tokens.get(at) else { return };
    if first != "{" {
        used.push(tokens[at].clone());
        return;
    }
    let mut depth = 0;
    for (index, (_, text)) in tokens.iter().enumerate().skip(at) {
        match text.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ if depth == 1 && ["{", ","].contains(&tokens[index - 1].1.as_str()) => {
                used.push(tokens[index].clone());
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
}

fn faults_under(folder: &Path, root: &Path, faults_found: &mut Vec<String>, files: &mut usize) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            faults_under(&path, root, faults_found, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let relative = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            faults_found.extend(faults(&relative, &fs::read_to_string(&path).unwrap()));
            *files += 1;
        }
    }
}

#[test]
fn no_import_goes_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut found, mut files) = (Vec::new(), 0);
    faults_under(&root, &root, &mut found, &mut files);
    assert!(files > 20, "the sources were not found");
    assert_eq!(found, [""; 0]);
}

#[test]
fn an_import_that_goes_up_is_found() {
    #[rustfmt::skip]
    let cases = [
        ("model/period.rs", "use crate::format::words;", "model/period.rs:1: model uses format, which is not below it"),
        ("data/join.rs", "\nuse crate::{\n model::{Date, Period},\n compare::rank};", "data/join.rs:4: data uses compare, which is not below it"),
        ("format/mod.rs", "fn f() -> crate::data::Part {}", "format/mod.rs:1: format uses data, which is not below it"),
        ("compare/rank.rs", "use super::super::chart::Scene;", "compare/rank.rs:1: compare uses chart, which is not below it"),
        ("chart/mod.rs", "use super::{model::Date, state::View};", "chart/mod.rs:1: chart uses state, which is not below it"),
        ("chart/mod.rs", "mod tests { use super::super::views::Page; }", "chart/mod.rs:1: chart uses views, which is not below it"),
        ("chart/bar.rs", "mod a { mod b {} }\nuse super::super::views::Page;", "chart/bar.rs:2: chart uses views, which is not below it"),
        ("state/link.rs", "let x = groundswell::browser::now();", "state/link.rs:1: state uses browser, which is not below it"),
        ("browser/mod.rs", "let s = \"\\\"\"; let c = '\"'; crate::views::f()", "browser/mod.rs:1: browser uses views, which is not below it"),
        ("data/mod.rs", "use crate::helpers::quote;", "data/mod.rs:1: uses helpers, which is no floor"),
        ("bin/groundswell.rs", "use groundswell::util::x;", "bin/groundswell.rs:1: uses util, which is no floor"),
        ("common/mod.rs", "", "common/mod.rs: \u{201c}common\u{201d} has no place in the house"),
    ];
    for (path, source, fault) in cases {
        assert_eq!(faults(path, source), [fault], "{source}");
    }
}

#[test]
fn what_goes_down_or_imports_nothing_is_no_fault() {
    #[rustfmt::skip]
    let cases = [
        ("views/mod.rs", "use crate::{browser::fetch, state::{self, View}, model::Date};"),
        ("chart/scale.rs", "use super::Scene; use super::super::compare::Lane; use crate::chart::Mark;"),
        ("chart/mod.rs", "mod tests { use super::views; }"),
        ("model/mod.rs", "//! [`crate::views`]\n/* crate::views /* nested */ crate::views */"),
        ("model/mod.rs", "let s = \"crate::views::x\"; let r = r#\"crate::views \" x\"#; fn f<'a>(x: &'a str) {}"),
        ("model/mod.rs", "use other::crate_views; pub(crate) use closed_set; pub(super) fn f() {}"),
        ("bin/groundswell.rs", "use groundswell::{views, browser, data::join};"),
        ("main.rs", "use groundswell::views::App;"),
    ];
    for (path, source) in cases {
        assert_eq!(faults(path, source), [""; 0], "{source}");
    }
}

/// Where a source writes a style attribute: in a view (`style="…"`,
/// `style:width=…`) or in a template (`style=(…)`). The page's policy would
/// ignore it. An element `style { … }` is none, and a property that a program
/// sets (`element.style()`) is allowed.
fn style_attributes(source: &str) -> Vec<usize> {
    let found = |line: &str| {
        let code = format!(" {}", line.split("//").next().unwrap_or(""));
        code.match_indices("style").any(|(at, word)| {
            let (before, after) = (&code[..at], &code[at + word.len()..]);
            let assigned = after.starts_with('=') && !after.starts_with("==");
            let of_view = after.starts_with(':') && !after.starts_with("::") && !after.starts_with(": ");
            before.ends_with([' ', '"', '\'']) && (assigned || of_view)
        })
    };
    source.lines().enumerate().filter(|(_, line)| found(line)).map(|(at, _)| at + 1).collect()
}

#[test]
fn nothing_is_styled_where_it_stands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let (mut folders, mut found) = (vec![root], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path
                .extension()
                .is_some_and(|extension| ["rs", "js", "html"].iter().any(|e| extension == *e))
            {
                // What is written there is for other pages, which may have one style sheet less.
                if path.ends_with("figure/snippet.rs") {
                    continue;
                }
                let lines = style_attributes(&fs::read_to_string(&path).unwrap());
                found.extend(lines.iter().map(|line| format!("{}:{line}", path.display())));
            }
        }
    }
    assert_eq!(found, [""; 0]);
}

#[test]
fn a_style_attribute_is_found() {
    for styled in [
        "p style=\"color:red\" {}",
        "<p style:width=w/>",
        "<p style=move || x/>",
        "html! { td style=(x) }",
        "format!(\"<p style='x'>\")",
    ] {
        assert_eq!(style_attributes(styled), [1], "{styled}");
    }
    for not in [
        "style { (css) }",
        "// style=",
        "html! { style { } }",
        "let style = 1;",
        "fn f(style: &str)",
        "mod style_sheet;",
        "if style == 1",
        "element.style().set_property(x, y)",
        "use style::x",
    ] {
        assert_eq!(style_attributes(not), [0; 0], "{not}");
    }
}
