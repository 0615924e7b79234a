//! How a table's columns are to be read, in British English.

use super::mapping::MappingPhrases;

pub(super) static PHRASES: MappingPhrases = MappingPhrases {
    title: "Columns, and how they are read",
    hint: "Change what is read wrongly. It is remembered in this browser for the next file with the same columns.",
    row_is: "One row is",
    grains: ["a post", "a day", "something else"],
    comes_from: "It comes from",
    as_recognised: "as recognised",
    elsewhere: "elsewhere",
    not_read: "not read",
    meanings: [
        "Day",
        "Id of the post",
        "Address of the post",
        "Text of the post",
        "Account whose day it is",
        "People reached",
    ],
    column: "Column",
    first_cells: "First rows",
    missing: "nothing",
    some_day: "a date that could be two days",
    unreadable: "cannot be read so",
    more_columns: "Further columns are not shown and not read.",
    forget: "Read it by guesses again",
};
