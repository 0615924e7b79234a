//! A campaign written and corrected by hand, in British English.

use super::written::{FieldWords, TellingWords, WrittenPhrases};

const fn field(name: &'static str, label: &'static str, hint: &'static str) -> FieldWords {
    FieldWords { name, label, hint, needed: false }
}

const fn needed(name: &'static str, label: &'static str, hint: &'static str) -> FieldWords {
    FieldWords { needed: true, ..field(name, label, hint) }
}

const DATES: &str = "As exactly as you know it: 2026, 2026-09 or 2026-09-14.";

pub(super) static PHRASES: WrittenPhrases = WrittenPhrases {
    title: "Write and correct",
    hint: "What no export holds: who ran it, what it set out to do, what it cost, what people did. Leave empty what you do not know; it is then shown as not recorded.",
    facts: "About the campaign",
    fact_fields: &[
        needed("name", "Name", ""),
        field("short_name", "Short name", "For charts, where the name is long."),
        field("who", "Who ran it", ""),
        field("where", "Where", "As it is told: England, two hospitals in Leeds."),
        field(
            "countries",
            "Countries",
            "Those this is in, to be looked for by: UK. With commas between them.",
        ),
        field("from", "From", DATES),
        field("to", "To", DATES),
        field("platforms", "On", "With commas between them."),
        field("hashtags", "Hashtags", "With spaces between them."),
        field("aim", "Aim", "In one sentence."),
        field(
            "objectives",
            "Objectives",
            "A line each, as measurable as they were set. Whether a number was reached is told once it is also among the figures below, as a target.",
        ),
        field("story", "Story", "What was done and what came of it, in a few sentences."),
    ],
    needed: "needed",
    keep_facts: "Keep this",
    figures: "Figures written by hand or from a data file",
    no_figures: "None yet. What the exports say stands beside them and is not changed here.",
    add_figure: "Add a figure",
    correct_figure: "Correct a figure",
    figure_fields: &[
        needed(
            "definition",
            "What was counted",
            "As the published figures define it, so that only the same is compared.",
        ),
        field("comparator", "How exactly it is known", ""),
        needed("value", "Number", "In full: 1,200,000."),
        field("value_upper", "Up to", "Only for a number between two."),
        field(
            "stated_to",
            "Rounded to",
            "1,000 for a number that is rounded to thousands; empty where it is not.",
        ),
        needed("unit", "Of what", "In the plural: pledges, people, GBP."),
        field("scope", "Confined to", "One post, England, staff."),
        field("basis", "Over what", ""),
        field("period_from", "From", DATES),
        field("period_to", "To", "The same, where it is not within that."),
        field("platform", "On", "With commas between them."),
        field("wording", "In the words of the source", ""),
        field("note", "What else is to be known", ""),
        field("doubt", "Why it may be doubted", ""),
        needed("source_title", "Title", "The report, the page, the evaluation."),
        field("source_publisher", "Publisher", ""),
        field("source_date", "Date", DATES),
        field("source_url", "Address", "https://\u{2026}"),
        field("source_kind", "Kind", ""),
        field("locator", "Where in it", "Page, slide, paragraph."),
    ],
    source: "Who says so",
    comparators: [
        "exactly, or rounded",
        "more than",
        "at least",
        "less than",
        "at most",
        "about",
        "between, both included",
        "between, the lower excluded",
        "between, the upper excluded",
        "between, both excluded",
    ],
    tellings: [
        TellingWords {
            all: "Results told in words",
            none: "None yet. A result that nobody counted can be told here.",
            add: "Add a result",
            correct: "Correct a result",
            fields: &[
                needed("text", "What came of it", "In one sentence, in your own words."),
                field("stage", "Stage of the evaluation cycle", ""),
            ],
            source: "Who says so",
        },
        TellingWords {
            all: "Why there is no figure",
            none: "Nothing said yet. A metric without a figure is shown as not reported.",
            add: "Say why there is no figure",
            correct: "Correct why there is no figure",
            fields: &[
                field("metric", "Of what there is no figure", ""),
                field("reason", "Why not", ""),
                field("note", "What is known about it", ""),
            ],
            source: "Who says so, if anybody does",
        },
        TellingWords {
            all: "Where sources do not agree",
            none: "Nothing said yet. Where two sources say different things, say so here.",
            add: "Say where sources do not agree",
            correct: "Correct where sources do not agree",
            fields: &[
                needed("text", "What differs", "In plain words: who says what."),
                field("definitions", "Which figures it is about", "None, where it is about no figure."),
            ],
            source: "",
        },
    ],
    keep_told: "Keep this",
    no_definitions: "There are no figures written by hand yet that it could be about.",
    keep_figure: "Keep this figure",
    leave: "Leave it as it was",
    change: "Correct",
    remove: "Take out",
    kept: "Kept.",
    removed: "Taken out.",
    empty: "Nothing is filled in here yet.",
    no_date: "Not a date as it is written here: 2026, 2026-09 or 2026-09-14.",
    choose: "Choose\u{2026}",
    begun: "What you began here is not kept yet. Keep it, or leave it as it was; then go on.",
    wrong: "Not kept yet. To be filled in or corrected:",
    begin: "Write a campaign without a file",
};
