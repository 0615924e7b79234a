//! The style sheet of figures, as it stands in pages and files: without what only
//! people read.

/// The figures' style sheet, as it is read by people.
const SOURCE: &str = include_str!("figure.css");

/// The style sheet of figures, minified.
pub fn figure_style_sheet() -> String {
    minified(SOURCE)
}

/// Leaves out comments and the white space that means nothing. Strings stay as
/// they are, and so does every space that may matter (in selectors, in `calc`).
pub fn minified(css: &str) -> String {
    /// No space means anything on either side of these.
    const CLOSED: &str = "{};,";
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut space = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.find("*/").map_or("", |end| &comment[end + 2..]);
            // A comment parts two words as a space does.
            space = true;
            continue;
        }
        if next.is_whitespace() {
            space = true;
            rest = rest.trim_start();
            continue;
        }
        // After "name:" comes a value; in a selector no space follows a colon.
        if space
            && !CLOSED.contains(next)
            && !out.is_empty()
            && !out.ends_with(|c| c == ':' || CLOSED.contains(c))
        {
            out.push(' ');
        }
        space = false;
        let end = match next {
            '"' | '\'' => string_end(rest, next),
            _ => next.len_utf8(),
        };
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        out.push_str(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// Where the string that starts here ends, its closing quote included.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_is_left_out() {
        for (css, expected) in [
            ("a {\n  color: red;\n  margin: 0 1px;\n}\n", "a{color:red;margin:0 1px}"),
            ("/* why */\na /* b */ c, d > e :hover {}", "a c,d > e :hover{}"),
            ("p::after { content: \" /* ; */ \\\" \"; }", "p::after{content:\" /* ; */ \\\" \"}"),
            ("w { width: calc(1px + (2em - 3px)); }", "w{width:calc(1px + (2em - 3px))}"),
            (
                "@media (min-width: 40em) and (hover) { a { x: y } }",
                "@media (min-width:40em) and (hover){a{x:y}}",
            ),
            (":root { --empty: ; --x: 1 }", ":root{--empty:;--x:1}"),
        ] {
            assert_eq!(minified(css), expected);
        }
    }
}
