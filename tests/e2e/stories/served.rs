//! What nginx sends when it is told what the shipped file tells it. Asked of nginx
//! itself, without a browser.

use crate::nginx::Response;
use crate::page::Page;
use crate::site::BASE;
use crate::stories::stories;
use flate2::read::GzDecoder;
use std::io::Read;
use std::path::Path;

/// How long the program may be kept.
const KEPT: &str = "public, max-age=31536000, immutable";

/// Asks nginx for a file, with these headers.
fn ask(page: &Page, path: &str, headers: &[(&str, &str)]) -> Response {
    asked(page, "GET", path, headers)
}

fn asked(page: &Page, method: &str, path: &str, headers: &[(&str, &str)]) -> Response {
    let host = [("Host", "127.0.0.1")];
    let headers: Vec<(String, String)> =
        host.iter().chain(headers).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let first = format!("{method} {BASE}{path} HTTP/1.1");
    page.site.served().ask(&first, &headers).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file of the built folder, as a path below it, with its bytes.
fn files(page: &Page) -> Vec<(String, Vec<u8>)> {
    fn below(root: &Path, folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                below(root, &path, found);
            } else {
                let name = path.strip_prefix(root).expect("it is below").to_string_lossy().into_owned();
                found.push((name, std::fs::read(&path).expect("a file")));
            }
        }
    }
    let (served, mut found) = (page.site.served(), Vec::new());
    below(served.folder(), served.folder(), &mut found);
    assert!(found.len() > 20, "the built folder holds pages, data and figures: {found:?}");
    found
}

/// Whether it is a file of the program, whose name changes with its content.
fn is_program(page: &Page, name: &str) -> bool {
    [".js", "_bg.wasm"].iter().any(|ending| page.site.file_ending(ending) == name)
}

fn each_kind_of_file_has_its_type(page: &Page) {
    for (name, bytes) in files(page) {
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("html") => "text/html; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("json") => "application/json",
            Some("wasm") => "application/wasm",
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("csv") => "text/csv; charset=utf-8",
            _ if name.starts_with("server/") => "text/plain; charset=utf-8",
            _ => panic!("{name} is of a kind that this story, and perhaps server/, does not know"),
        };
        let response = ask(page, &name, &[]);
        assert_eq!(
            (response.status(), response.header("Content-Type").as_deref()),
            (200, Some(kind)),
            "{name}"
        );
        assert!(response.content() == bytes, "{name} is sent as it is");
    }
}

fn the_program_is_kept_and_the_rest_is_asked_for_again(page: &Page) {
    for (name, _) in files(page) {
        let response = ask(page, &name, &[]);
        let expected = if is_program(page, &name) { KEPT } else { "no-cache" };
        assert_eq!(response.header("Cache-Control").as_deref(), Some(expected), "{name}");
        let tag = response.header("ETag").unwrap_or_else(|| panic!("{name} has no ETag"));
        let date = response.header("Last-Modified").unwrap_or_else(|| panic!("{name} has no Last-Modified"));
        for condition in [("If-None-Match", &*tag), ("If-Modified-Since", &*date)] {
            let again = ask(page, &name, &[condition]);
            assert_eq!((again.status(), again.body.len()), (304, 0), "{name}, {condition:?}");
            assert_eq!(again.header("Cache-Control").as_deref(), Some(expected), "{name}, {condition:?}");
        }
        let changed = ask(page, &name, &[("If-None-Match", "\"other\"")]);
        assert_eq!(changed.status(), 200, "{name} is sent where another is there");
    }
    // A program that is not there yet may come.
    let missing = ask(page, "app-0123456789abcdef.js", &[]);
    assert_eq!((missing.status(), missing.header("Cache-Control")), (404, None));
}

fn all_but_pictures_comes_compressed(page: &Page) {
    let script = page.site.file_ending(".js");
    let program = page.site.file_ending("_bg.wasm");
    let names =
        ["index.html", "data/toolkit.json", "figure/reach.svg", "figure/reach.csv", &script, &program];
    for name in names {
        let plain = ask(page, name, &[]);
        assert_eq!(plain.header("Content-Encoding"), None, "{name} is sent as it is to who asks for that");
        let response = ask(page, name, &[("Accept-Encoding", "gzip, br")]);
        assert_eq!(response.header("Content-Encoding").as_deref(), Some("gzip"), "{name}");
        assert_eq!(response.header("Content-Type"), plain.header("Content-Type"), "{name}");
        for response in [&plain, &response] {
            assert_eq!(response.header("Vary").as_deref(), Some("Accept-Encoding"), "{name}");
        }
        let mut content = Vec::new();
        GzDecoder::new(&response.content()[..]).read_to_end(&mut content).expect("gzip");
        assert!(content == plain.content(), "{name} is the same when it is unpacked");
        let tag = response.header("ETag").unwrap_or_default();
        let again = ask(page, name, &[("Accept-Encoding", "gzip"), ("If-None-Match", &tag)]);
        assert_eq!(again.status(), 304, "{name} is known again when it is compressed");
    }
    let picture = ask(page, "figure/reach.png", &[("Accept-Encoding", "gzip")]);
    assert_eq!(picture.header("Content-Encoding"), None, "a picture is small already");
}

/// To pages of every origin, also of none, and also when there is only an error to tell.
fn everybody_may_read_and_frame_the_files(page: &Page) {
    let mut names: Vec<String> = files(page).into_iter().map(|(name, _)| name).collect();
    names.extend(["", "figure/", "data/", "nothing.html"].map(str::to_owned));
    for name in names {
        for origin in [&[("Origin", "null")][..], &[("Origin", "https://intranet.example")], &[]] {
            let response = ask(page, &name, origin);
            for (header, value) in [
                ("Access-Control-Allow-Origin", "*"),
                ("Cross-Origin-Resource-Policy", "cross-origin"),
                ("Content-Security-Policy", "frame-ancestors *"),
                ("X-Content-Type-Options", "nosniff"),
                ("Referrer-Policy", "no-referrer"),
            ] {
                assert_eq!(
                    response.header(header).as_deref(),
                    Some(value),
                    "{header} of {name:?}, {origin:?}"
                );
            }
            for header in ["Access-Control-Allow-Credentials", "X-Frame-Options", "Set-Cookie"] {
                assert_eq!(response.header(header), None, "{header} of {name:?}");
            }
        }
    }
}

fn a_folder_is_its_page_or_nothing(page: &Page) {
    for (path, file) in [("", "index.html"), ("figure/", "figure/index.html")] {
        let response = ask(page, path, &[]);
        assert_eq!(response.status(), 200, "{path:?}");
        assert_eq!(String::from_utf8_lossy(&response.content()), page.site.file(file), "{path:?}");
    }
    for path in ["data/", "server/"] {
        let response = ask(page, path, &[]);
        assert_eq!(response.status(), 403, "{path} has no page");
        let content = String::from_utf8_lossy(&response.content()).into_owned();
        assert!(!content.contains("toolkit.json") && !content.contains("nginx.conf"), "{path} is listed");
    }
    for path in ["nothing.html", "nothing/", "data/nothing.json"] {
        assert_eq!(ask(page, path, &[]).status(), 404, "{path}");
    }
    let without_slash = ask(page, "figure", &[]);
    let place = without_slash.header("Location");
    assert_eq!((without_slash.status(), place), (301, Some(format!("{BASE}figure/"))), "whatever the port");
}

fn files_are_only_read(page: &Page) {
    let head = asked(page, "HEAD", "about.html", &[]);
    assert_eq!((head.status(), head.body.len()), (200, 0));
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"] {
        assert_eq!(asked(page, method, "about.html", &[]).status(), 405, "{method}");
    }
}

stories![
    AnyEngine each_kind_of_file_has_its_type,
    AnyEngine the_program_is_kept_and_the_rest_is_asked_for_again,
    AnyEngine all_but_pictures_comes_compressed,
    AnyEngine everybody_may_read_and_frame_the_files,
    AnyEngine a_folder_is_its_page_or_nothing,
    AnyEngine files_are_only_read,
];
