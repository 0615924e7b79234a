//! The fourteen critical heuristics of Chartability (version 2 of its workbook), each with
//! the tests that show it. What is named here has to be there: a test that is renamed or
//! taken away takes its heuristic with it.

use groundswell::format::Language;
use groundswell::model::FigureName;
use std::fs;
use std::path::Path;

/// Each heuristic, and where it is shown: a file in `tests/` and a function of it.
const SHOWN: [(&str, &[(&str, &str)]); 14] = [
    (
        "Low contrast",
        &[
            ("contrast.rs", "everything_can_be_read_and_seen_in_every_theme"),
            ("e2e/stories/accessible.rs", "the_focus_is_seen_at_every_stop_in_high_contrast"),
        ],
    ),
    (
        "Content is only visual",
        &[
            ("golden.rs", "a_row_is_a_mark_that_says_its_value"),
            ("e2e/stories/overview.rs", "every_chart_has_every_observation_in_its_table"),
            ("e2e/stories/reading.rs", "charts_are_heard_when_asked_for"),
        ],
    ),
    ("Small text size", &[("e2e/stories/accessible.rs", "no_text_is_small")]),
    (
        "Visual presents seizure risk",
        &[
            ("e2e/stories/steady.rs", "nothing_moves_when_the_program_takes_over"),
            ("e2e/stories/steady.rs", "marks_move_once_and_briefly"),
        ],
    ),
    (
        "Interaction modality only has one input type",
        &[
            ("e2e/stories/evidence.rs", "a_label_is_shown_under_the_pointer"),
            ("e2e/stories/evidence.rs", "a_tap_shows_the_label_and_how_to_go_on"),
            ("e2e/stories/journey.rs", "two_campaigns_are_compared_by_keyboard"),
        ],
    ),
    (
        "No interaction cues or instructions",
        &[
            ("e2e/stories/evidence.rs", "a_chart_says_which_keys_walk_it"),
            ("e2e/stories/reading.rs", "keys_jump_within_a_chart"),
        ],
    ),
    (
        "Controls override AT controls",
        &[
            ("e2e/stories/reading.rs", "keys_jump_within_a_chart"),
            ("e2e/stories/evidence.rs", "a_chart_is_one_stop_of_the_tab_key"),
        ],
    ),
    (
        "No explanation for purpose or for how to read",
        &[
            ("chartability.rs", "every_figure_says_what_it_shows_and_hides"),
            ("e2e/stories/pages.rs", "the_page_explains_its_figures"),
        ],
    ),
    (
        "No title, summary, or caption",
        &[
            ("words.rs", "every_headline_reads_well"),
            ("e2e/stories/overview.rs", "each_headline_is_true_of_its_table"),
        ],
    ),
    ("Reading level inappropriate", &[("chartability.rs", "what_explains_a_figure_is_easy_to_read")]),
    ("No table", &[("e2e/stories/overview.rs", "the_table_opens_under_every_chart")]),
    (
        "Data density is inappropriate",
        &[
            ("comparison.rs", "the_campaign_of_the_headline_is_seen_at_a_glance"),
            ("e2e/stories/overview.rs", "more_rows_are_shown_on_demand"),
            ("golden.rs", "no_text_runs_into_another_or_out_of_the_drawing"),
        ],
    ),
    (
        "Navigation and interaction is tedious",
        &[
            ("e2e/stories/reading.rs", "arrow_keys_walk_a_tree"),
            ("e2e/stories/reading.rs", "as_much_is_said_as_is_wanted"),
            ("e2e/stories/pages.rs", "the_first_link_skips_to_the_content"),
        ],
    ),
    (
        "User style change not respected",
        &[
            ("e2e/stories/forced.rs", "everything_is_seen_in_a_dark_palette"),
            ("e2e/stories/accessible.rs", "nothing_is_lost_with_text_twice_as_large"),
            ("e2e/stories/steady.rs", "nothing_moves_for_readers_who_ask_for_less_motion"),
        ],
    ),
];

#[test]
fn every_critical_heuristic_is_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    for (heuristic, tests) in SHOWN {
        for (file, test) in tests {
            let source = fs::read_to_string(folder.join(file)).unwrap_or_default();
            // A story counts where it is told.
            let told = !file.starts_with("e2e/") || source.matches(test).count() > 1;
            assert!(source.contains(&format!("fn {test}(")) && told, "{heuristic}: no {test} in {file}");
        }
    }
}

/// Each figure says what it shows and what it hides, in words of its own.
#[test]
fn every_figure_says_what_it_shows_and_hides() {
    let english = Language::English;
    for &name in FigureName::ALL {
        assert!(english.subtitle(name).len() > 30, "{name:?}");
        assert!(english.caution(name).split(' ').count() > 12, "{name:?}");
    }
}

/// The syllables of an English word, as near as its letters tell: groups of vowels, without
/// a silent e at the end.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().filter(|letter| letter.is_alphabetic()).collect();
    let vowel = |at: usize| matches!(letters[at], 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
    let groups = (0..letters.len()).filter(|&at| vowel(at) && (at == 0 || !vowel(at - 1))).count();
    let silent = letters.len() > 2
        && letters[letters.len() - 1] == 'e'
        && !vowel(letters.len() - 2)
        && letters[letters.len() - 2] != 'l';
    (groups - usize::from(silent && groups > 1)).max(1)
}

/// The Flesch–Kincaid grade of a text (J. P. Kincaid et al., Derivation of New Readability
/// Formulas, 1975).
fn grade(text: &str) -> f64 {
    let sentences = text.split(['.', ':', ';', '?']).filter(|part| !part.trim().is_empty()).count();
    let words: Vec<&str> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphabetic)).collect();
    let all: usize = words.iter().map(|word| syllables(word)).sum();
    0.39 * words.len() as f64 / sentences as f64 + 11.8 * all as f64 / words.len() as f64 - 15.59
}

/// What explains each figure can be read after nine years of school, as the heuristic asks.
#[test]
fn what_explains_a_figure_is_easy_to_read() {
    let english = Language::English;
    // The formula tells plain from learned: this is what it is to keep out.
    assert!(
        grade(
            "Notwithstanding methodological heterogeneity, comparability necessitates definitional equivalence."
        ) > 20.0
    );
    assert!(grade("The cat sat on the mat.") < 2.0);
    let mut hard = Vec::new();
    for &name in FigureName::ALL {
        let caution = english.caution(name);
        if grade(caution) > 9.0 {
            hard.push(format!("{:.1} {}: {caution}", grade(caution), name.slug()));
        }
    }
    assert!(hard.is_empty(), "{}", hard.join("\n"));
}
