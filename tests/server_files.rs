//! The files for servers (`public/server/`) say the same, each in its server's own
//! language: what is added to one is not to be forgotten in another. That nginx does
//! what its file says, the stories of `tests/e2e/stories/served.rs` show.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The type of each kind of file.
const TYPES: [(&str, &str); 8] = [
    ("html", "text/html; charset=utf-8"),
    ("css", "text/css; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("wasm", "application/wasm"),
    ("svg", "image/svg+xml"),
    ("png", "image/png"),
    ("csv", "text/csv; charset=utf-8"),
];

/// The kinds of files that are compressed: all but pictures in pixels, which are.
const COMPRESSED: [&str; 7] = ["html", "css", "js", "json", "wasm", "svg", "csv"];

/// What is sent with every file, or with every file but the program.
const HEADERS: [(&str, &str); 6] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cache-Control", "no-cache"),
    ("Content-Security-Policy", "frame-ancestors *"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
];

/// How long the program may be kept.
const KEPT: &str = "public, max-age=31536000, immutable";

/// How the program's files are called.
const PROGRAM: &str = r"app-[0-9a-f]{16}(_bg\.wasm|\.js)$";

/// How a file is read.
type Reading = fn(&str) -> Told;

/// Every file, and how it is read.
const FILES: [(&str, Reading); 5] = [
    ("nginx.conf", of_nginx),
    ("apache.conf", of_apache),
    ("Caddyfile", of_caddy),
    ("web.config", of_iis),
    ("_headers", of_hosts),
];

/// What a file tells its server.
#[derive(Debug, Default)]
struct Told {
    /// Endings and types; nothing where the server knows them by itself.
    types: Option<BTreeMap<String, String>>,
    /// The types that are compressed; nothing where the server knows them by itself.
    compressed: Option<BTreeSet<String>>,
    /// What is sent with every file, or with every file but the program.
    headers: BTreeMap<String, String>,
    /// The program's names, and how long it may be kept.
    program: Option<(String, String)>,
}

impl Told {
    fn header(&mut self, name: &str, value: &str) {
        let before = self.headers.insert(name.to_owned(), value.to_owned());
        assert!(
            before.as_deref().is_none_or(|before| before == value),
            "{name} is given twice: {before:?}, {value}"
        );
    }
}

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/server").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The words of a line; what stands in quotation marks is one word.
fn words(line: &str) -> Vec<String> {
    let parts = line.trim().split('"').enumerate();
    parts
        .flat_map(|(at, part)| match at % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

/// The words of each line that is no comment.
fn lines(text: &str) -> Vec<Vec<String>> {
    text.lines().filter(|line| !line.trim().starts_with('#')).map(words).filter(|w| !w.is_empty()).collect()
}

fn slices(words: &[String]) -> Vec<&str> {
    words.iter().map(String::as_str).collect()
}

fn of_nginx(text: &str) -> Told {
    let mut told = Told::default();
    let (mut types, mut charset) = (BTreeMap::new(), BTreeSet::from(["text/html"]));
    let (mut kept, mut compressed) = (Vec::new(), BTreeSet::from(["text/html".to_owned()]));
    let mut program = None;
    let text: String = text.lines().map(|line| line.replace(';', " ") + "\n").collect();
    let lines = lines(&text);
    for line in &lines {
        match slices(line)[..] {
            ["charset_types", ref named @ ..] => charset.extend(named),
            ["gzip_types", ref named @ ..] => compressed.extend(named.iter().map(ToString::to_string)),
            ["set", "$groundswell_kept", value] => kept.push(value.to_owned()),
            ["if", "($uri", "~", pattern, ..] => program = Some(pattern.to_owned()),
            ["add_header", name, "$groundswell_kept"] => told.header(name, &kept[0]),
            ["add_header", name, value, "always"] => told.header(name, value),
            ["add_header", ..] => panic!("{line:?} is to end in “always”, so that errors can be told"),
            [name, ref endings @ ..] if name.contains('/') => {
                types.extend(endings.iter().map(|ending| ((*ending).to_owned(), name.to_owned())));
            }
            _ => {}
        }
    }
    assert!(text.contains("\ncharset utf-8"), "nginx is to name the charset");
    for (_, name) in types.iter_mut().filter(|(_, name)| charset.contains(name.as_str())) {
        name.push_str("; charset=utf-8");
    }
    told.types = Some(types);
    told.compressed = Some(compressed);
    told.program = program.zip(kept.pop());
    told
}

fn of_apache(text: &str) -> Told {
    let mut told = Told::default();
    let (mut types, mut charset) = (BTreeMap::new(), Vec::new());
    let mut compressed = BTreeSet::new();
    let mut program = None;
    for line in lines(text) {
        match slices(&line)[..] {
            ["AddType", name, ending] => {
                types.insert(ending[1..].to_owned(), name.to_owned());
            }
            ["AddCharset", "utf-8", ref endings @ ..] => {
                charset.extend(endings.iter().map(|ending| ending[1..].to_owned()));
            }
            ["AddOutputFilterByType", "DEFLATE", ref named @ ..] => {
                compressed.extend(named.iter().map(ToString::to_string));
            }
            ["<FilesMatch", pattern, ">"] => program = Some(pattern.to_owned()),
            ["Header", "set", "Cache-Control", value] if program.is_some() => {
                told.program = program.take().map(|program| (program, value.to_owned()));
            }
            ["Header", "set", name, value] | ["Header", "always", "set", name, value] => {
                told.header(name, value);
            }
            _ => {}
        }
    }
    for (_, name) in types.iter_mut().filter(|(ending, _)| charset.contains(ending)) {
        name.push_str("; charset=utf-8");
    }
    told.types = Some(types);
    told.compressed = Some(compressed);
    told
}

fn of_caddy(text: &str) -> Told {
    let mut told = Told::default();
    let (mut matchers, mut types) = (BTreeMap::new(), BTreeMap::new());
    let mut compressed = BTreeSet::new();
    for line in lines(text) {
        match slices(&line)[..] {
            [name, "path", .., ending] => {
                matchers.insert(name.to_owned(), ending.trim_start_matches("*.").to_owned());
            }
            ["path_regexp", pattern] => {
                matchers.insert("@kept".to_owned(), pattern.to_owned());
            }
            ["@asked_again", "not", "path_regexp", pattern] => {
                matchers.insert("@asked_again".to_owned(), pattern.to_owned());
            }
            ["header", matcher, "Content-Type", value] => {
                types.insert(matchers[matcher].clone(), value.to_owned());
            }
            ["header", "Content-Type", value] => {
                compressed.insert(value.trim_end_matches('*').to_owned());
            }
            ["header", "@kept", "Cache-Control", value] => {
                assert_eq!(matchers["@kept"], matchers["@asked_again"], "what is kept is not asked for");
                told.program = Some((matchers["@kept"].clone(), value.to_owned()));
            }
            ["header", "@asked_again", name, value] => told.header(name, value),
            [name, value] if name.contains('-') && name.starts_with(char::is_uppercase) => {
                told.header(name, value);
            }
            _ => {}
        }
    }
    told.types = Some(types);
    told.compressed = Some(compressed);
    told
}

fn of_iis(text: &str) -> Told {
    let mut told = Told::default();
    let document = roxmltree::Document::parse(text).unwrap_or_else(|error| panic!("web.config: {error}"));
    let elements = |name: &'static str| document.descendants().filter(move |node| node.has_tag_name(name));
    let attribute = |node: roxmltree::Node, name: &str| node.attribute(name).unwrap_or_default().to_owned();
    told.types = Some(
        elements("mimeMap")
            .map(|node| (attribute(node, "fileExtension")[1..].to_owned(), attribute(node, "mimeType")))
            .collect(),
    );
    for header in elements("customHeaders").flat_map(|node| node.children()).filter(|n| n.has_tag_name("add"))
    {
        told.header(&attribute(header, "name"), &attribute(header, "value"));
    }
    // What IIS cannot be told in this file, or not without a module, stands in comments.
    let comments = document.descendants().filter(roxmltree::Node::is_comment).filter_map(|node| node.text());
    let mut compressed: BTreeSet<String> =
        ["text/html", "text/css", "text/javascript", "text/csv"].map(str::to_owned).into();
    assert!(elements("urlCompression").any(|node| node.attribute("doStaticCompression") == Some("true")));
    for comment in comments {
        let named = comment.split("/+staticTypes.[mimeType='").skip(1);
        compressed.extend(named.filter_map(|rest| rest.split('\'').next()).map(str::to_owned));
        if comment.trim().starts_with("<rewrite>") {
            let rule = roxmltree::Document::parse(comment.trim())
                .unwrap_or_else(|error| panic!("web.config: the rule of URL Rewrite: {error}"));
            let first = |name: &str, of: &str| {
                rule.descendants().find(|node| node.has_tag_name(name)).map(|node| attribute(node, of))
            };
            told.program = first("add", "pattern").zip(first("action", "value"));
        }
    }
    told.compressed = Some(compressed);
    told
}

fn of_hosts(text: &str) -> Told {
    let mut told = Told::default();
    let mut rules: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    let mut path = "";
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.trim().starts_with('#')) {
        if line.starts_with('/') {
            path = line;
        } else {
            let header =
                line.trim().split_once(": ").unwrap_or_else(|| panic!("_headers: {line:?} is no header"));
            rules.entry(path).or_default().push(header);
        }
    }
    for (path, headers) in rules {
        for (name, value) in headers {
            match path {
                "/app-*" => told.program = Some((PROGRAM.to_owned(), value.to_owned())),
                _ => told.header(name, value),
            }
        }
    }
    told
}

/// What a file does not tell its server, or tells differently.
fn faults(name: &str, told: &Told) -> Vec<String> {
    let mut faults = Vec::new();
    let mut is = |what: &str, said: Option<&str>, expected: &str| match said {
        Some(said) if said == expected => {}
        Some(said) => faults.push(format!("{name}: {what} is to be “{expected}”, not “{said}”")),
        None => faults.push(format!("{name} lacks {what}, “{expected}”")),
    };
    for (header, value) in HEADERS {
        is(&format!("the header {header}"), told.headers.get(header).map(String::as_str), value);
    }
    let (program, kept) = told.program.as_ref().map(|(names, kept)| (names.as_str(), kept.as_str())).unzip();
    is("the program's Cache-Control", kept, KEPT);
    let program = program.map(|pattern| pattern.trim_start_matches(['^', '/']));
    is("the pattern of the program's names", program, PROGRAM);
    for (ending, kind) in TYPES {
        if let Some(types) = &told.types {
            is(&format!("the type of .{ending}"), types.get(ending).map(String::as_str), kind);
        }
        let plain = kind.split(';').next().unwrap_or(kind);
        if let Some(compressed) = told.compressed.as_ref().filter(|_| COMPRESSED.contains(&ending)) {
            is(&format!("the compression of .{ending}"), compressed.get(plain).map(String::as_str), plain);
        }
    }
    let known = |header: &&String| !HEADERS.iter().any(|(name, _)| name == header);
    faults.extend(told.headers.keys().filter(known).map(|header| {
        format!("{name} sends {header}, of which this test does not know; do the others send it too?")
    }));
    faults
}

#[test]
fn every_server_is_told_the_same() {
    let found: Vec<String> = FILES.iter().flat_map(|(name, read)| faults(name, &read(&file(name)))).collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/server");
    assert_eq!(fs::read_dir(folder).unwrap().count(), FILES.len(), "a file that this test does not read");
}

#[test]
fn a_header_that_is_forgotten_is_missed_in_each() {
    for (name, read) in FILES {
        let text = file(name);
        let kept: Vec<&str> = text.lines().filter(|line| !line.contains("no-referrer")).collect();
        let found = faults(name, &read(&kept.join("\n")));
        assert_eq!(found, [format!("{name} lacks the header Referrer-Policy, “no-referrer”")]);
    }
}

#[test]
fn what_a_file_lacks_is_named() {
    let apache = file("apache.conf");
    for (taken, put, fault) in [
        ("AddType application/wasm .wasm\n", "", "apache.conf lacks the type of .wasm, “application/wasm”"),
        (" text/csv\n", "\n", "apache.conf lacks the compression of .csv, “text/csv”"),
        (
            "\"cross-origin\"",
            "\"same-origin\"",
            "apache.conf: the header Cross-Origin-Resource-Policy is to be “cross-origin”, not “same-origin”",
        ),
        ("31536000", "60", "apache.conf: the program's Cache-Control is to be"),
        (
            "Header always set Referrer-Policy",
            "# ",
            "apache.conf lacks the header Referrer-Policy, “no-referrer”",
        ),
        (
            "Header always set Referrer-Policy \"no-referrer\"",
            "Header always set Referrer-Policy \"no-referrer\"\nHeader always set X-Frame-Options \"DENY\"",
            "apache.conf sends X-Frame-Options, of which this test does not know",
        ),
    ] {
        let changed = apache.replacen(taken, put, 1);
        assert_ne!(changed, apache, "{taken:?} stands in the file");
        let found = faults("apache.conf", &of_apache(&changed));
        assert!(found.len() == 1 && found[0].starts_with(fault), "{fault}: {found:?}");
    }
}

/// Closing the frames is one line, and each file says which.
#[test]
fn framing_is_closed_in_one_line() {
    for (name, _) in FILES {
        let text = file(name);
        assert_eq!(text.matches("frame-ancestors *").count(), 1, "{name}: the line to change is there once");
        assert!(
            text.contains("frame-ancestors 'self' https://intranet.example"),
            "{name} gives an example of it"
        );
    }
}
