//! The style sheet of figures, as it stands in pages and files: without what only
//! people read.

/// The figures' style sheet, as it is read by people.
const SOURCE: &str = include_str!("figure.css");

/// The style sheet of figures, minified.
pub fn figure_style_sheet() -> String {
    minified(SOURCE)
}

/// Where in the style sheet begins what the colours of a page around must not
/// change: what the reader's system or paper asks for.
const NOT_THEMED: &str = "@media (forced-colors:active){:root";

/// The style sheet of figures for the shadow tree of an element: what is said of
/// the page there is said of the element, its colours can be given by the page
/// (`--groundswell-mark`), and so can what text sizes are measured in
/// (`--groundswell-rem`), since many pages make their own `rem` smaller than text.
pub fn element_style_sheet() -> String {
    let css = figure_style_sheet();
    let (themed, fixed) = css.split_at(css.find(NOT_THEMED).unwrap_or(css.len()));
    let css = with_own_colours(themed) + fixed;
    let css = css
        .replace(":root:not([data-theme])", ":host(:not([theme]))")
        .replace(":root[data-theme]", ":host([theme])")
        .replace(":root[data-theme=", ":host([theme=")
        .replace("\"dark\"]{", "\"dark\"]){")
        .replace("\"high-contrast\"]{", "\"high-contrast\"]){")
        .replace(":root", ":host")
        .replace("body{", ":host{");
    let css = with_own_rem(&css);
    css + ":host{display:block;background:none}:host([hidden]){display:none}[data-waiting]{visibility:hidden}"
}

/// Lets each named colour be given from outside.
fn with_own_colours(css: &str) -> String {
    let mut parts = css.split("--");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str("--");
        // A declaration goes on with a colon; a use, in `var()`, with a parenthesis.
        let name_end = part.find(|c: char| !c.is_ascii_alphabetic() && c != '-').unwrap_or(part.len());
        let (name, rest) = part.split_at(name_end);
        // A colour that is another one by name, in `var()`, follows that.
        let value = rest.split_once([';', '}']).and_then(|(value, _)| value.strip_prefix(':'));
        match value.filter(|_| name != "layout") {
            Some(value) => {
                out.push_str(&format!("{name}:var(--groundswell-{name},{value})"));
                out.push_str(&rest[1 + value.len()..]);
            }
            None => out.push_str(part),
        }
    }
    out
}

/// Measures in what the page around says, and in its `rem` where it does not.
fn with_own_rem(css: &str) -> String {
    let mut parts = css.split("rem");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = out.len() - out.bytes().rev().take_while(|b| b.is_ascii_digit() || *b == b'.').count();
        // A sign belongs to it, rather than a hyphen of a name.
        let signed = [":-", " -", ",-", "(-"].iter().any(|sign| out[..number].ends_with(sign));
        let value = out.split_off(if signed { number - 1 } else { number });
        if value.is_empty() || part.starts_with(|c: char| c.is_alphanumeric()) {
            out.push_str(&format!("{value}rem"));
        } else {
            out.push_str(&format!("calc({value}*var(--groundswell-rem,1rem))"));
        }
        out.push_str(part);
    }
    out
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
    fn in_an_element_nothing_is_said_of_the_page_around() {
        let css = element_style_sheet();
        for of_the_page in [":root", "body{", "data-theme"] {
            assert!(!css.contains(of_the_page), "{of_the_page}");
        }
        for expected in [
            "--mark:var(--groundswell-mark,#12436d)",
            ":host([theme=\"dark\"]){",
            ":host([theme=\"high-contrast\"]){",
            ":host(:not([theme])){",
            "padding:calc(1.5*var(--groundswell-rem,1rem))",
            "--layout:narrow",
        ] {
            assert!(css.contains(expected), "{expected}");
        }
        assert_eq!(css.matches('{').count(), css.matches('}').count());
        assert_eq!(css.matches('(').count(), css.matches(')').count());
        assert!(css.contains("calc(-.5*var(") && !css.contains("-calc("), "no sign is before a calculation");
        assert!(css.contains("--mark:CanvasText"), "the system's own colours stay");
    }

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
