//! A chart as it is heard: a tone for each mark, its pitch by the value. And as much said of
//! each mark as the reader wants.

use super::mark::Glyph;
use super::scale::Scale;
use super::spec::Row;
use crate::format::{Language, Sentence};
use crate::model::{Dataset, Source};

/// How much is said of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Spoken {
    /// What is seen of it.
    Brief,
    /// Also what it counts, its order, and what is to be known besides.
    #[default]
    Usual,
    /// Also who says so, in their own words where those are recorded.
    Full,
}

crate::model::closed_set!(Spoken, "amount of what is said", {
    Brief => "brief", Usual => "usual", Full => "full",
});

/// The pitch at the start of an axis, hertz; it ends three octaves above. (Fewer would
/// crowd the values, more would leave what is heard well.)
const LOWEST: f64 = 220.0;
const OCTAVES: f64 = 3.0;

/// The tone of a place along an axis, hertz.
fn hertz(place: f64) -> i32 {
    libm::round(LOWEST * libm::exp2(OCTAVES * place)) as i32
}

/// The tones of what is drawn: `=` a sure number, `>` one that opens upwards, `<` downwards,
/// `~` about, `-` from one to another; empty where there is nothing to hear.
pub(super) fn tone(glyphs: &[Glyph], scale: &Scale) -> String {
    let at = |value: f64| scale.place(value).map(hertz);
    let of = |glyph: &Glyph| match *glyph {
        Glyph::Exact(v) => at(v).map(|hertz| format!("={hertz}")),
        Glyph::Zero => Some(format!("={}", hertz(0.0))),
        Glyph::Above(v) | Glyph::Since(v) => at(v).map(|hertz| format!(">{hertz}")),
        Glyph::Below(v) | Glyph::Until(v) => at(v).map(|hertz| format!("<{hertz}")),
        Glyph::About(v) => at(v).map(|hertz| format!("~{hertz}")),
        Glyph::Between(from, to) | Glyph::Lasting(from, to) | Glyph::Within(from, to) => {
            at(from).zip(at(to)).map(|(from, to)| format!("-{from}-{to}"))
        }
        Glyph::Span { from: Some(from), to, open_above: false } => {
            at(from).zip(at(to)).map(|(from, to)| format!("-{from}-{to}"))
        }
        Glyph::Span { from: Some(from), .. } => at(from).map(|hertz| format!(">{hertz}")),
        Glyph::Span { from: None, to, .. } => at(to).map(|hertz| format!("<{hertz}")),
        // What is said of the same thing lies within its span; a target is no value of it.
        Glyph::Statement(_) | Glyph::Target(_) => None,
    };
    // What lies in front comes last.
    glyphs.iter().rev().find_map(of).unwrap_or_default()
}

/// Makes a row say as much as the reader wants.
pub(super) fn speak(row: &mut Row, dataset: &Dataset, spoken: Spoken, language: Language) {
    match spoken {
        Spoken::Usual => {}
        Spoken::Brief => {
            // Whose it is, is seen above the row where the row does not say it.
            let whose =
                dataset.campaign(&row.campaign).filter(|one| !row.saying.brief.contains(one.chart_name()));
            let said = match whose {
                Some(campaign) => language.say(&Sentence::RowSays {
                    name: campaign.edition_name(),
                    lines: vec![row.saying.shortest.clone()],
                }),
                None => row.saying.shortest.clone(),
            };
            row.label = language.say(&Sentence::Alone(said));
        }
        Spoken::Full => {
            for observation in row.saying.evidence.iter().filter_map(|&at| dataset.observations.get(at)) {
                let source = dataset.source(&observation.source).map_or("", Source::short_name).to_owned();
                let wording = observation.wording.clone();
                row.label.push(' ');
                row.label.push_str(&language.say(&Sentence::SaidBy { source, wording }));
            }
        }
    }
}
