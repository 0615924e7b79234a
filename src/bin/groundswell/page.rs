//! The page as text: its static regions, each between a pair of marks, and the
//! policy that is computed from what stands in it.
//!
//! ```text
//! <!-- static:NAME -->what the region holds<!-- /static:NAME -->
//! ```
//!
//! Filling a region replaces what it held, so doing everything twice gives the
//! same page.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::fmt;

/// A page that cannot be renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PageError {
    /// The pair of marks of that name is not there, or there more than once.
    NoRegion(&'static str),
    /// An inline script or style sheet, or a comment, without its end.
    NoEnd(&'static str),
}

impl fmt::Display for PageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRegion(name) => write!(
                f,
                "the page is to have the marks <!-- static:{name} --> and <!-- /static:{name} --> once each; \
                 is it the index.html of a built site?"
            ),
            Self::NoEnd(start) => write!(f, "the page has a \u{201c}{start}\u{201d} without its end"),
        }
    }
}

impl std::error::Error for PageError {}

/// Replaces what the region of that name holds.
pub fn fill(page: &str, name: &'static str, content: &str) -> Result<String, PageError> {
    let (start, end) = (format!("<!-- static:{name} -->"), format!("<!-- /static:{name} -->"));
    let missing = PageError::NoRegion(name);
    let (before, rest) = page.split_once(&start).ok_or(missing.clone())?;
    let (_, after) = rest.split_once(&end).ok_or(missing.clone())?;
    if [before, after].iter().any(|part| part.contains(&start) || part.contains(&end)) {
        return Err(missing);
    }
    Ok([before, &start, content, &end, after].concat())
}

/// HTML without script or style sheet, in which every character beyond ASCII is a reference.
/// Browsers take in such a page in half the time: one byte is one character.
pub fn in_ascii(html: &str) -> String {
    let mut text = String::with_capacity(html.len() + html.len() / 16);
    for character in html.chars() {
        match character {
            '\0'..='\x7f' => text.push(character),
            beyond => text.push_str(&format!("&#{};", u32::from(beyond))),
        }
    }
    text
}

/// Takes the text from a start to the next end out of a page, if it is there.
pub fn take_out(page: &str, (start, end): (&str, &str)) -> Option<(String, String)> {
    let (before, rest) = page.split_once(start)?;
    let (text, after) = rest.split_once(end)?;
    Some(([before, after].concat(), [start, text, end].concat()))
}

/// What a page's policy has to allow, besides what stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// The site's own files.
    Own,
    /// The same, and the site's pages within the page.
    OwnAndFrames,
    /// The site's own files where the page has no origin, as in a sandbox. Some browsers
    /// (WebKit) know no `'self'` there. So from where program and data may come is left
    /// open here, until the page's script (`figure/embed.js`) closes it before anything
    /// else happens: that knows the address.
    WithoutOrigin,
}

/// The Content-Security-Policy that allows what stands in the page, the site's
/// own files, and nothing else. (Who may frame it can only be said in a header.)
pub fn policy(page: &str, policy: Policy) -> Result<String, PageError> {
    let inline = Inline::of(page)?;
    let from = match policy {
        Policy::WithoutOrigin => "http: https:",
        Policy::Own | Policy::OwnAndFrames => "'self'",
    };
    Ok([
        "default-src 'none'".to_owned(),
        format!("script-src {from} 'wasm-unsafe-eval'{}", hashes(&inline.scripts)),
        format!(
            "style-src{}",
            if inline.styles.is_empty() { " 'none'".into() } else { hashes(&inline.styles) }
        ),
        format!("connect-src {from}"),
        "img-src 'self' data:".to_owned(),
        "font-src 'none'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        format!("frame-src {}", if policy == Policy::OwnAndFrames { "'self'" } else { "'none'" }),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
    .join("; "))
}

fn hashes(texts: &[&str]) -> String {
    let mut hashes: Vec<String> = texts
        .iter()
        .map(|text| format!(" 'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()))))
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes.concat()
}

/// The texts of a page that its policy has to allow.
#[derive(Debug, Default, PartialEq)]
pub struct Inline<'a> {
    /// What stands in `<script>` without a `src`.
    pub scripts: Vec<&'a str>,
    /// What stands in `<style>`.
    pub styles: Vec<&'a str>,
}

impl<'a> Inline<'a> {
    /// Finds them, passing over comments. (Trunk writes the page, and we do:
    /// tag names are in lower case, and no attribute holds a `>`.)
    pub fn of(page: &'a str) -> Result<Self, PageError> {
        let mut found = Self::default();
        let mut rest = page;
        while let Some(at) = rest.find('<') {
            rest = &rest[at..];
            if rest.starts_with("<!--") {
                rest = cut(rest, "<!--", "-->")?.1;
            } else if starts_tag(rest, "<script") {
                let (tag, body) = cut(rest, "<script", ">")?;
                let (text, after) = cut(body, "", "</script>").map_err(|_| PageError::NoEnd("<script"))?;
                if !tag.contains(" src=") {
                    found.scripts.push(text);
                }
                rest = after;
            } else if starts_tag(rest, "<style") {
                let body = cut(rest, "<style", ">")?.1;
                let (text, after) = cut(body, "", "</style>").map_err(|_| PageError::NoEnd("<style"))?;
                found.styles.push(text);
                rest = after;
            } else {
                rest = &rest[1..];
            }
        }
        Ok(found)
    }
}

fn starts_tag(text: &str, tag: &str) -> bool {
    text.strip_prefix(tag).is_some_and(|after| after.starts_with(['>', ' ', '\n']))
}

/// What stands between a start, with which the text begins, and the next end;
/// and what follows.
fn cut<'a>(text: &'a str, start: &'static str, end: &str) -> Result<(&'a str, &'a str), PageError> {
    text[start.len()..].split_once(end).ok_or(PageError::NoEnd(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_ascii_become_references() {
        assert_eq!(
            in_ascii("<p>\u{2019}s &amp; 5\u{a0}\u{1f499}</p>"),
            "<p>&#8217;s &amp; 5&#160;&#128153;</p>"
        );
    }

    #[test]
    fn filling_replaces_what_was_there() {
        let once = fill("a<!-- static:x --><!-- /static:x -->b", "x", "new").unwrap();
        assert_eq!(once, "a<!-- static:x -->new<!-- /static:x -->b");
        assert_eq!(fill(&once, "x", "new").as_deref(), Ok(once.as_str()));
        assert_eq!(fill(&once, "x", "").unwrap(), "a<!-- static:x --><!-- /static:x -->b");
    }

    #[test]
    fn marks_are_there_once() {
        let pair = "<!-- static:x --><!-- /static:x -->";
        for page in ["", "<!-- static:x -->", "<!-- /static:x --><!-- static:x -->", &pair.repeat(2)] {
            assert_eq!(fill(page, "x", ""), Err(PageError::NoRegion("x")), "{page}");
        }
    }

    #[test]
    fn what_is_taken_out_is_whole() {
        let taken = take_out("a<b>c</b>d<b>", ("<b>", "</b>"));
        assert_eq!(taken, Some(("ad<b>".to_owned(), "<b>c</b>".to_owned())));
        assert_eq!(take_out("a<b>c", ("<b>", "</b>")), None);
    }

    #[test]
    fn inline_texts_are_found_and_nothing_else() {
        let page = "<!-- <script>no</script> --><style media=all>s</style><script src=\"a.js\"></script>\
                    <script>\nif (a<b) c()</script><svg><style>t</style></svg><scripture></scripture>";
        let found = Inline::of(page).unwrap();
        assert_eq!(found, Inline { scripts: vec!["\nif (a<b) c()"], styles: vec!["s", "t"] });
        assert_eq!(Inline::of("<style>a"), Err(PageError::NoEnd("<style")));
    }

    #[test]
    fn the_policy_has_the_hash_of_each_text_once() {
        // printf 'doSubmit()' | openssl dgst -sha256 -binary | base64
        let page = "<script>doSubmit()</script><script>doSubmit()</script><style></style>";
        assert!(policy(page, Policy::OwnAndFrames).unwrap().contains("frame-src 'self';"));
        let framed = policy(page, Policy::WithoutOrigin).unwrap();
        assert!(framed.contains("script-src http: https: 'wasm-unsafe-eval' 'sha256-"), "{framed}");
        assert!(framed.contains("connect-src http: https:;"), "{framed}");
        let policy = policy(page, Policy::Own).unwrap();
        assert!(policy.contains("connect-src 'self';"), "{policy}");
        assert!(policy.contains("frame-src 'none';"), "{policy}");
        let hash = "'sha256-jzgBGA4UWFFmpOBq0JpdsySukE1FrEN5bUpoK8Z29fY='";
        assert!(policy.contains(&format!("script-src 'self' 'wasm-unsafe-eval' {hash};")), "{policy}");
        let empty = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
        assert!(policy.contains(&format!("style-src {empty};")), "{policy}");
        assert!(!policy.contains('"'), "it stands in an attribute: {policy}");
    }
}
