//! About these figures, in British English.

/// Headings with their paragraphs.
pub(super) const ABOUT: &[(&str, &[&str])] = &[
    (
        "What reach means, and what it hides",
        &[
            "Reach should be the number of different people who saw something. In practice it is either the accounts that a platform counted, or everybody who could have seen it: the followers of all who posted, the readers of every newspaper that wrote about it. The second can exceed the population of a country.",
            "One person has several accounts and follows several of those who posted. So reaches are never added up here: of several reaches only this is known, that together they are at least the largest and at most the sum.",
        ],
    ),
    (
        "What impressions mean, and what they hide",
        &[
            "Impressions count how often something was shown, not to how many. Platforms count what they served. Many published figures are instead a theoretical maximum: every post times the followers of its author. Where a source does not say which it means, the figure is listed and not ranked.",
        ],
    ),
    (
        "What participation means, and what it hides",
        &[
            "Participation is what people or organisations did: pledged, registered, posted, joined. A pledge is an intention. A registration is a step. Neither says what changed afterwards; where a source measured that, it is on the campaign\u{2019}s page under outcomes or impact.",
        ],
    ),
    (
        "How this page compares",
        &[
            "Figures stand in lanes. A lane holds figures of one definition, one unit and one basis (a total, a level at a moment, a number a day), and only figures of one lane are ranked. A daily peak and a total, or people reached and people who could have been, are never ranked together.",
            "Each figure keeps how exactly it is known. \u{201c}More than 189,000\u{201d} has an arrow instead of an end. A rounded figure stands for everything that rounds to it. \u{201c}About\u{201d} bears no conclusion. Where bounds overlap, the order cannot be told, and the page says so.",
            "Where sources disagree, all their figures are shown, with one line that contains them. Not reported is not zero: a campaign without a figure keeps an empty row.",
            "A target is compared with its result only when both count the same thing. There is no overall score, because no single number can say whether a campaign did its job.",
        ],
    ),
    (
        "Where the figures come from",
        &[
            "The seven campaigns are those of chapter 6 of The Social Media Toolkit for Healthcare by Skills for Health. Further figures for the same campaigns, and further campaigns, come from journals, public bodies, organisers, agencies and the press. Each figure leads to its source, with the phrase it was read from.",
            "The stories are in our own words. The stage of a figure (inputs, outputs, outtakes, outcomes, impact) is our assignment, after the Evaluation Cycle of the Government Communication Service, and can be changed in the data.",
        ],
    ),
    (
        "If you find an error",
        &[
            "Tell whoever runs this page: the figures are plain files in the folder named data, and a correction needs no programmer. Name the campaign, the figure, and a source that says otherwise. Where two sources differ, both are kept.",
        ],
    ),
    (
        "Accessibility",
        &[
            "This page aims to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every chart is described in words before it is drawn, can be walked with the arrow keys (the question mark says every key), can be heard if you switch that on under Reading, and has a table with every figure. Nothing is said by colour alone. The page follows your system\u{2019}s dark, high contrast and reduced motion settings, and works at a width of 320 pixels and with text at twice its size.",
            "Wide tables scroll sideways inside their own frame on a narrow screen. If something keeps you from a figure, tell whoever runs this page.",
        ],
    ),
    (
        "Privacy",
        &[
            "Nothing leaves your browser. The page sets no cookie, loads nothing from another site and tells nobody what you look at. If you choose a theme, that choice is kept in this browser only.",
        ],
    ),
];
