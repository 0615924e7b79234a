//! Contrast of everything that is read or seen on everything it stands on, in
//! every theme, worked out from the style sheet's own colours after the Web
//! Content Accessibility Guidelines 2.2 (1.4.3 and 1.4.11).

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Names of colours with their values, as a theme gives them.
type Names = BTreeMap<String, String>;

/// A rule of the style sheet: what it stands within, its selector, its text.
struct Rule {
    within: String,
    selector: String,
    text: String,
}

/// Every rule, also those within `@media` and the like.
fn rules(css: &str) -> Vec<Rule> {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);

    let (mut found, mut within, mut start) = (Vec::new(), Vec::<String>::new(), 0);
    for (at, character) in bare.char_indices() {
        match character {
            '{' => {
                within.push(bare[start..at].trim().to_owned());
                start = at + 1;
            }
            '}' => {
                let selector = within.pop().expect("a brace is closed that was opened");
                if !selector.starts_with('@') {
                    let (within, text) = (within.join(" "), bare[start..at].to_owned());
                    found.push(Rule { within, selector, text });
                }
                start = at + 1;
            }
            _ => {}
        }
    }
    assert!(within.is_empty(), "a brace is left open");
    found
}

/// The custom properties that a rule sets.
fn names(text: &str) -> Names {
    text.split(';')
        .filter_map(|declaration| declaration.split_once(':'))
        .filter_map(|(name, value)| {
            Some((name.trim().strip_prefix("--")?.to_owned(), value.trim().to_owned()))
        })
        .collect()
}

/// The themes: the light one, and each other one over it.
struct Themes {
    light: Names,
    dark_by_system: Names,
    dark: Names,
    high_contrast: Names,
    more_contrast: Names,
    print: Names,
}

impl Themes {
    fn of(css: &str) -> Self {
        let rules = rules(css);
        let one = |within: &str, selector: &str| {
            let found: Vec<Names> = rules
                .iter()
                .filter(|rule| rule.within == within && rule.selector == selector)
                .map(|rule| names(&rule.text))
                .filter(|names| !names.is_empty())
                .collect();
            assert_eq!(found.len(), 1, "one block of colours for {within} {selector}");
            found.into_iter().next().unwrap()
        };
        Self {
            light: one("", ":root"),
            dark_by_system: one("@media (prefers-color-scheme: dark)", ":root:not([data-theme])"),
            dark: one("", r#":root[data-theme="dark"]"#),
            high_contrast: one("", r#":root[data-theme="high-contrast"]"#),
            more_contrast: one("@media (prefers-contrast: more)", ":root:not([data-theme])"),
            print: one("@media print", ":root:not([data-theme]), :root[data-theme]"),
        }
    }

    /// Each theme as a reader gets it, with its name.
    fn all(&self) -> Vec<(&'static str, Names)> {
        let over = |below: &Names, above: &Names| {
            let mut all = below.clone();
            all.extend(above.clone());
            all
        };
        let dark = over(&self.light, &self.dark);
        vec![
            ("light", self.light.clone()),
            ("dark", dark.clone()),
            ("dark by system", over(&self.light, &self.dark_by_system)),
            ("high contrast", over(&self.light, &self.high_contrast)),
            ("light, more contrast", over(&self.light, &self.more_contrast)),
            ("dark, more contrast", over(&dark, &self.more_contrast)),
            ("print", over(&self.light, &self.print)),
        ]
    }
}

/// Red, green and blue from 0 to 255.
fn rgb(colour: &str) -> Option<[f64; 3]> {
    let digits = colour.strip_prefix('#')?;
    let wide: String = match digits.len() {
        3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
        6 => digits.to_owned(),
        _ => return None,
    };
    let part = |at: usize| u8::from_str_radix(&wide[at..at + 2], 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

/// Relative luminance, as WCAG defines it.
fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    let linear = |part: f64| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// Contrast ratio, from 1 to 21.
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// What stands on what, and the contrast it needs there. A name, or a colour
/// that is the same in every theme.
const NEEDS: &[(&[&str], &[&str], f64)] = &[
    // Text.
    (&["ink", "quiet", "link"], &["card", "page", "hover"], 4.5),
    (&["focus-ink"], &["focus"], 4.5),
    // Marks, and what shows that something is a control.
    (&["mark", "target"], &["card", "hover"], 3.0),
    (&["edge"], &["card", "page"], 3.0),
    // The focused row: its marks on the yellow block, and the block's line around it.
    (&["focus-mark", "focus-target"], &["focus"], 3.0),
];

fn faults(css: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (theme, names) in Themes::of(css).all() {
        let colour = |name: &str| {
            let mut value = name.to_owned();
            // A name may stand for another.
            for _ in 0..3 {
                if let Some(found) = names.get(value.trim_start_matches("var(--").trim_end_matches(')')) {
                    value.clone_from(found);
                }
            }
            rgb(&value)
                .unwrap_or_else(|| panic!("{theme}: {name} is \u{201c}{value}\u{201d}, which is no colour"))
        };
        for (above, below, needed) in NEEDS {
            for (above, below) in above.iter().flat_map(|above| below.iter().map(move |below| (above, below)))
            {
                let found = contrast(colour(above), colour(below));
                if found < *needed {
                    faults.push(format!("{theme}: {above} on {below} is {found:.2}, and needs {needed}"));
                }
            }
        }
        // What has the focus is told by its colour or by the line below it.
        let told =
            contrast(colour("focus"), colour("card")).max(contrast(colour("focus-ink"), colour("card")));
        if told < 3.0 {
            faults.push(format!("{theme}: the focus is {told:.2} from the card, and needs 3"));
        }
    }
    faults
}

fn style_sheet() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/figure/figure.css");
    fs::read_to_string(path).unwrap()
}

#[test]
fn everything_can_be_read_and_seen_in_every_theme() {
    assert_eq!(faults(&style_sheet()), [""; 0]);
}

#[test]
fn dark_is_dark_by_choice_and_by_system() {
    let themes = Themes::of(&style_sheet());
    assert_eq!(themes.dark, themes.dark_by_system);
    // Nothing is left over from the light theme that has to differ.
    for name in themes.light.keys().filter(|name| !name.starts_with("focus")) {
        assert!(themes.dark.contains_key(name), "{name} has no dark colour");
        assert!(themes.high_contrast.contains_key(name), "{name} has no colour of high contrast");
    }
}

/// Colours of series are the Government Analysis Function's.
#[test]
fn light_marks_are_of_the_palette() {
    const PALETTE: [&str; 6] = ["#12436d", "#28a197", "#801650", "#f46a25", "#3d3d3d", "#a285d1"];
    let light = Themes::of(&style_sheet()).light;
    for name in ["mark", "target"] {
        assert!(PALETTE.contains(&&*light[name].to_lowercase()), "{name} is {}", light[name]);
    }
}

/// A colour that is written where it is used is the same in every theme: only
/// what stands on the yellow block of the focus may be.
#[test]
fn colours_are_named_once() {
    for sheet in ["src/figure/figure.css", "src/views/page.css"] {
        let css = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(sheet)).unwrap();
        for Rule { selector, text, .. } in rules(&css) {
            for declaration in text.split(';').filter(|declaration| !declaration.trim().starts_with("--")) {
                let written = declaration
                    .split_once(':')
                    .is_some_and(|(_, value)| value.split([' ', ',']).any(|word| rgb(word).is_some()));
                assert!(
                    !written || selector.contains(":focus-visible"),
                    "{sheet}: {selector} {{{declaration}}}"
                );
            }
        }
    }
}

#[test]
fn a_fault_is_found() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 1.0e-9);
    // The Guidelines' own example of what just passes.
    assert!(contrast(rgb("#767676").unwrap(), rgb("#fff").unwrap()) >= 4.5);
    assert!(contrast(rgb("#777").unwrap(), rgb("#fff").unwrap()) < 4.5);
    let pale = style_sheet().replacen("--quiet: #4c6272", "--quiet: #9aa", 1);
    assert!(faults(&pale)[0].starts_with("light: quiet on card is "), "{:?}", faults(&pale));
}
