//! The style of a picture: the rules of the figures' one style sheet that concern
//! the drawing, with the colours of one theme written out. What makes pixels of a
//! picture knows no custom property and asks for no theme.

/// What a rule for a drawing says that a picture has no use for.
const OF_NO_USE: [&str; 7] =
    ["--layout", "display", "overflow", "font-size", "cursor", "outline", "text-decoration"];

/// The rules for drawings in a minified style sheet, in the colours of a theme (by
/// its slug; one that the sheet does not name has the first colours).
pub(super) fn picture_style(css: &str, theme: &str) -> String {
    let rules = rules_of(css);
    let of_theme = format!(":root[data-theme=\"{theme}\"]");
    let mut colours: Vec<(&str, &str)> = Vec::new();
    for (selector, body) in &rules {
        if *selector == ":root" || *selector == of_theme {
            for (name, value) in declarations(body).filter(|(name, _)| name.starts_with("--")) {
                colours.retain(|(known, _)| *known != name);
                colours.push((name, value));
            }
        }
    }
    let mut style = String::new();
    for (selector, body) in &rules {
        let of_drawing =
            |one: &&str| one.starts_with(".chart") && !one.contains(':') && !one.starts_with(".chart.medium");
        let selectors: Vec<&str> = selector.split(',').map(str::trim).filter(of_drawing).collect();
        let said: Vec<String> = declarations(body)
            .filter(|(name, _)| !OF_NO_USE.contains(name))
            .map(|(name, value)| format!("{name}:{}", written_out(value, &colours)))
            .collect();
        if !selectors.is_empty() && !said.is_empty() {
            style.push_str(&format!("{}{{{}}}", selectors.join(","), said.join(";")));
        }
    }
    style
}

/// The colour of a name in a theme, for what is no drawing.
pub(super) fn colour(css: &str, theme: &str, name: &str) -> String {
    let style = picture_style(&format!("{css}.chart{{fill:var({name})}}"), theme);
    let last = style.rsplit(".chart{fill:").next().unwrap_or_default();
    last.trim_end_matches('}').to_owned()
}

/// Selector and body of each rule that stands in no block of conditions.
fn rules_of(css: &str) -> Vec<(&str, &str)> {
    let mut rules = Vec::new();
    let (mut depth, mut start, mut selector) = (0_usize, 0, "");
    for (at, byte) in css.bytes().enumerate() {
        match byte {
            b'{' => {
                if depth == 0 {
                    (selector, start) = (css[start..at].trim(), at + 1);
                }
                depth += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    if !selector.starts_with('@') {
                        rules.push((selector, &css[start..at]));
                    }
                    start = at + 1;
                }
            }
            _ => {}
        }
    }
    rules
}

fn declarations(body: &str) -> impl Iterator<Item = (&str, &str)> {
    body.split(';').filter_map(|one| one.split_once(':')).map(|(name, value)| (name.trim(), value.trim()))
}

/// A value with each `var(--name)` replaced by what the name means.
fn written_out(value: &str, colours: &[(&str, &str)]) -> String {
    let mut out = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once("var(") {
        let (name, after) = after.split_once(')').unwrap_or((after, ""));
        let meant =
            colours.iter().find(|(known, _)| *known == name.trim()).map_or("none", |(_, meant)| meant);
        out.push_str(before);
        out.push_str(meant);
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSS: &str = ":root{--ink:#111;--card:#fff}@media (x){:root{--ink:#999}.chart .dot{fill:red}}\
        :root[data-theme=\"dark\"]{--ink:#eee}\
        .chart{display:block;fill:var(--ink)}.chart .dot,.chart .row:hover .dot,p{fill:var(--ink);stroke:var(--card)}\
        p{color:var(--ink)}";

    #[test]
    fn a_theme_is_written_out() {
        assert_eq!(picture_style(CSS, "light"), ".chart{fill:#111}.chart .dot{fill:#111;stroke:#fff}");
        assert_eq!(picture_style(CSS, "dark"), ".chart{fill:#eee}.chart .dot{fill:#eee;stroke:#fff}");
        assert_eq!(colour(CSS, "dark", "--card"), "#fff");
    }
}
