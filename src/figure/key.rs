//! The key of a figure: only the marks it uses, drawn as in the chart.

use crate::chart::{Band, ChartSpec, Glyph, KeyEntry, ScaleKind, ScatterSpec};
use crate::format::Language;
use maud::{Markup, PreEscaped, html};

/// The marks a key can explain, with the drawing of each in a box of 32 × 16.
fn drawing(mark: KeyMark, bars: bool) -> &'static str {
    match (mark, bars) {
        (KeyMark::Exact, false) => r#"<circle class="dot" cx="9" cy="8" r="5.8"/>"#,
        (KeyMark::Exact, true) => r#"<rect class="bar" x="0" y="3" width="20" height="10"/>"#,
        (KeyMark::Above, false) => {
            r#"<circle class="dot" cx="9" cy="8" r="5.8"/><path class="arrow" d="M13 8H30M24 3l6 5-6 5"/>"#
        }
        (KeyMark::Above, true) => {
            r#"<rect class="bar open" x="1" y="3" width="14" height="10"/><path class="arrow" d="M15 8H30M24 3l6 5-6 5"/>"#
        }
        (KeyMark::Below, _) => {
            r#"<circle class="dot" cx="23" cy="8" r="5.8"/><path class="arrow" d="M19 8H2M8 3l-6 5 6 5"/>"#
        }
        (KeyMark::Between, _) => r#"<path class="line" d="M4 8H28M4 3V13M28 3V13"/>"#,
        (KeyMark::About, false) => r#"<circle class="about" cx="9" cy="8" r="5.8"/>"#,
        (KeyMark::About, true) => r#"<rect class="about" x="1" y="3" width="20" height="10"/>"#,
        (KeyMark::Several, _) => {
            r#"<path class="line" d="M4 8H28"/><circle class="said" cx="9" cy="8" r="3.8"/><circle class="said" cx="22" cy="8" r="3.8"/>"#
        }
        (KeyMark::Target, _) => r#"<path class="target" d="M9 1l7 7-7 7-7-7z"/>"#,
        (KeyMark::Zero, _) => r#"<path class="line" d="M4 2V14"/>"#,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum KeyMark {
    Exact,
    Above,
    Below,
    Between,
    About,
    Several,
    Target,
    Zero,
}

impl KeyMark {
    const ALL: [Self; 8] = [
        Self::Exact,
        Self::Above,
        Self::Below,
        Self::Between,
        Self::About,
        Self::Several,
        Self::Target,
        Self::Zero,
    ];

    /// The mark of a glyph; those of times are explained where a calendar is.
    fn of(glyph: &Glyph) -> Option<Self> {
        Some(match glyph {
            Glyph::Exact(_) => Self::Exact,
            Glyph::Above(_) => Self::Above,
            Glyph::Below(_) => Self::Below,
            Glyph::Between(..) => Self::Between,
            Glyph::About(_) => Self::About,
            Glyph::Span { .. } | Glyph::Statement(_) => Self::Several,
            Glyph::Target(_) => Self::Target,
            Glyph::Zero => Self::Zero,
            Glyph::Lasting(..) | Glyph::Within(..) | Glyph::Since(_) | Glyph::Until(_) => return None,
        })
    }
}

/// The marks that a chart of rows uses, each with what it means.
pub(super) fn key_of_rows(spec: &ChartSpec) -> Vec<KeyEntry> {
    let mut glyphs = Vec::new();
    for panel in &spec.panels {
        for band in &panel.bands {
            let Band::Row(row) = band else { continue };
            glyphs.extend(&row.glyphs);
        }
    }
    key(glyphs, spec.scale == ScaleKind::Linear, spec.language)
}

/// The marks that points of a plane use.
pub(super) fn key_of_points(spec: &ScatterSpec) -> Vec<KeyEntry> {
    let glyphs = spec.points.iter().flat_map(|point| [point.along.as_ref(), point.up.as_ref()]).flatten();
    key(glyphs.collect(), false, spec.language)
}

fn key(glyphs: Vec<&Glyph>, bars: bool, language: Language) -> Vec<KeyEntry> {
    let phrases = language.phrases();
    let used: Vec<KeyMark> = glyphs.into_iter().filter_map(KeyMark::of).collect();
    let words = |mark| match mark {
        KeyMark::Exact => phrases.key_exact,
        KeyMark::Above => phrases.key_above,
        KeyMark::Below => phrases.key_below,
        KeyMark::Between => phrases.key_between,
        KeyMark::About => phrases.key_about,
        KeyMark::Several => phrases.key_disagree,
        KeyMark::Target => phrases.key_target,
        KeyMark::Zero => phrases.key_zero,
    };
    let mut entries = Vec::new();
    for mark in KeyMark::ALL {
        if used.contains(&mark) {
            let looks = phrases.key_marks[mark as usize][usize::from(bars)];
            entries.push(KeyEntry { drawing: drawing(mark, bars), looks, words: words(mark) });
        }
    }
    entries
}

/// The key, or nothing for a chart without marks.
pub(super) fn key_html(entries: &[KeyEntry], language: Language) -> Markup {
    html! {
        @if !entries.is_empty() {
            ul.key aria-label=(language.phrases().key) {
                @for KeyEntry { drawing, looks, words } in entries {
                    li {
                        svg class="chart" width="32" height="16" viewBox="0 0 32 16" role="img" aria-label=(looks) { (PreEscaped(drawing)) }
                        (words)
                    }
                }
            }
        }
    }
}
