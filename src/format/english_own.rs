//! Campaigns of one's own, in British English.

use super::english::list;
use super::own::{
    FoundElsewhere, ImportChanges, OwnArrival, OwnContent, OwnDefinition, OwnNote, OwnPhrases,
    ReadingProgress, Room,
};
use super::{Excerpt, Language, grouped, written_date_words};
use crate::model::Date;

pub(super) static PHRASES: OwnPhrases = OwnPhrases {
    title: "Your data",
    lead: "Put a campaign of your own beside the published ones. Bring the files that X, Facebook, Instagram, LinkedIn, YouTube, TikTok, Mastodon or Bluesky let you export; their posts and days become figures that can be compared.",
    privacy: "Your files are read in this browser and what is in them is kept in this browser, until you delete it. Nothing of it is sent to anyone.",
    no_script: "This page needs JavaScript: the files are read here, in the browser.",
    no_program: "The reader of files could not be started. Check the connection and load the page again.",
    bring: "Bring files",
    choose: "Choose files",
    files_hint: "CSV, XLSX, XLS, ZIP or JSON, as the platform gave them to you: best not opened and saved in a spreadsheet first. You can choose several at once, or drop them anywhere on this page.",
    cancel: "Cancel",
    cancelled: "Cancelled. Nothing was changed.",
    broke_down: "The reading of this file broke down, and nothing of it was taken. Export it anew, or save it as CSV, and try again.",
    damaged: "This file is damaged: reading it broke down, and nothing of it was taken. Everything else is still here. Export it anew, or save it as CSV, and try again.",
    read: "What is in your files",
    period: "Period",
    no_period: "not known",
    grains: ["Posts", "Days", "Rows"],
    reach: "Reach",
    measures: [
        "Impressions",
        "Views",
        "Engagements",
        "Reactions",
        "Likes",
        "Comments",
        "Replies",
        "Reposts",
        "Shares",
        "Saves",
        "Clicks",
        "New follows",
    ],
    recognised_by: "Told by the columns",
    unknown_table: "A table of no known export",
    take: "Take this table",
    not_taken: "This table is about neither posts nor days, so no figure of a campaign follows from it. It is not taken.",
    which_dates: "Which day does this file mean by",
    date_orders: ["the day first, then the month", "the month first, then the day"],
    first_look: "What stands out in it",
    which_zone: "Put each post on the day it had",
    zones: ["in the time zone of the file", "here"],
    notes: "What to know about these numbers",
    rejected: "Rows that could not be read",
    save_rejected: "Save the list of rows that could not be read (CSV)",
    rejected_columns: ["file", "table", "line", "column", "reason"],
    put_aside: "Put these files aside",
    aside: "The files were put aside. Nothing was changed.",
    which_campaign: "Which campaign is it?",
    add_to: "Add to",
    new_campaign: "a new campaign",
    name: "Name of the campaign",
    name_hint: "As it is to stand beside the others in the charts.",
    name_missing: "Give the campaign a name first.",
    name_taken: "You have a campaign of this name already. Choose it under \u{201c}Add to\u{201d}, or give this one another name.",
    saved: "saved",
    nothing_chosen: "Choose at least one table to take.",
    only_part: "Only a part of these files",
    from_day: "From",
    to_day: "To",
    hashtag: "Only posts with the hashtag",
    part_hint: "For files that hold more than this campaign. Leave empty what does not matter. Posts without a date are of no time; and of a whole account, day by day, nobody knows what was under a hashtag.",
    nothing_in_part: "Nothing in these files is of that time and with that hashtag, so nothing was added.",
    whose_unsaid: "Nothing was added yet. The campaign has days of this platform already, with other numbers or of several accounts: say whose days these are, then add them.",
    whose_another: "another account, which is called",
    add: "Add to the campaign",
    campaigns: "Your campaigns",
    no_campaigns: "None yet. What you add here stands beside the published campaigns on the overview, in this browser.",
    to_overview: "See it beside the others",
    save_file: "Save as a case-study file (JSON)",
    delete: "Delete",
    undo: "Undo",
    undone: "It is back.",
    not_undone: "It could not be undone: what is kept has been changed since, in another tab.",
    gone: "That campaign is not kept here any more. Choose another one.",
    store_refused: "This browser does not let the page keep anything, as in a private window, so nothing can be added. Files can still be read here.",
    store_full: "There is no room left for it in this browser, and nothing was changed. Delete campaigns that you no longer need, or data of other websites, and try again.",
    whole_account: "the whole account",
    of_figures: "figures only",
    of_posts: "from posts",
    left_out: "Left out, because it could not be read",
    take_campaign: "Take this campaign",
    keep_found: "Keep these campaigns",
    none_found_chosen: "Choose at least one campaign to keep.",
    broken: "This campaign cannot be read: what is kept of it is damaged, or comes from a newer version of this page. Save it to a file before you do anything else; whoever looks after this page may be able to read it.",
    save_broken: "Save what is there",
    keeping: "What this browser keeps",
    lasting: "The browser has promised not to delete it by itself.",
    not_lasting: "The browser may delete it by itself when it runs short of space, and some do so after weeks without a visit. A backup is safe from that.",
    ask_to_last: "Ask the browser to keep it",
    promised: "The browser will not delete it by itself.",
    not_promised: "The browser did not promise it. Browsers decide this by themselves, often by whether a page is bookmarked or visited a lot. Save a backup from time to time.",
    save_backup: "Save a backup of everything (ZIP)",
    backup_hint: "A backup holds every campaign with its posts, and is not encrypted. To bring it back, here or on another computer, choose it above like any other file; you will see what would change before anything does.",
    backup_about: "This is a backup of the campaigns that somebody kept in Groundswell, a dashboard that compares health campaigns.\nTo bring it back, open the page \"Your data\" of a Groundswell dashboard and choose this ZIP there.\nOf each campaign it holds a data file (.json), which people and other programs can read, and its posts and days (.posts).\n",
    delete_all: "Delete everything",
    delete_all_question: "Delete everything that is kept here?",
    delete_all_means: "All your campaigns are deleted from this browser, with their posts and days. Only a backup or a file that you have saved can bring them back.",
    delete_all_now: "Delete everything now",
    delete_nothing: "Keep it",
    all_deleted: "Everything was deleted. Nothing of yours is kept in this browser any more.",
    privacy_notice: "What happens with your data",
    privacy_points: &[
        "Your files are read by this page, in your browser. They are not uploaded, and nobody is told that you opened them.",
        "Of each post this browser keeps its numbers, its day, its address and the beginning of its text; of each day of an account its numbers, and the account\u{2019}s name where there are several. The files themselves are not kept, and neither are names of people who reacted.",
        "Whoever uses this computer under the same account can see what is kept. Other websites cannot; other pages at the same web address could.",
        "A link to a chart names your campaign, and nobody else sees its figures by it. A picture, table or frozen chart that you save or share does contain the figures.",
        "There are no cookies, no counting of visits, and no requests to other websites.",
        "It stays until you delete it here, clear this site's data in the browser, or the browser does so itself.",
    ],
};

/// Label and meaning. Where the published figures count the same, the words are theirs.
pub(super) fn definition(definition: OwnDefinition) -> (&'static str, &'static str) {
    match definition {
        OwnDefinition::Posts => {
            ("Posts and messages sent", "Posts or messages that the campaign itself sent.")
        }
        OwnDefinition::ReachOfAccounts => (
            "Accounts that saw it",
            "Unique accounts that saw it, as the platform counts them. Never add them up: accounts overlap.",
        ),
        OwnDefinition::ReachUnstated => (
            "Reach, what was counted is not stated",
            "Called reach, or people who saw it. The source does not say what was counted.",
        ),
        OwnDefinition::ImpressionsServed => (
            "Times shown, counted by the platform",
            "How often it was shown, as the platform counts. One person can be shown it many times.",
        ),
        OwnDefinition::ImpressionsUnstated => (
            "Impressions, what was counted is not stated",
            "Called impressions. The source does not say whether times shown or a theoretical maximum.",
        ),
        OwnDefinition::ViewsDisplayed => (
            "Views, as Facebook and Instagram count them",
            "Times a film was played, or a picture or text was on a screen. Since 2024 in the place of impressions, and counted in another way.",
        ),
        OwnDefinition::ViewsOfVideos => {
            ("Video views", "Times a video was played. Platforms differ in what counts as a view.")
        }
        OwnDefinition::ViewsUnstated => (
            "Views, what was counted is not stated",
            "Called views. The source does not say what counted as one.",
        ),
        OwnDefinition::Interactions => (
            "Interactions, different acts added up",
            "A sum of different acts, as the organiser or platform makes it. What is in the sum differs.",
        ),
        OwnDefinition::Likes => ("Likes", "Likes and other reactions to posts."),
        OwnDefinition::Comments => ("Comments", "Comments under posts."),
        OwnDefinition::Shares => ("Shares", "Shares and retweets."),
        OwnDefinition::Saves => ("Saves", "Times a post was kept to come back to."),
        OwnDefinition::Followers => {
            ("Followers", "Followers of an account, likes of a page, members of a community.")
        }
        OwnDefinition::Clicks => ("Clicks", "Clicks on a post or on its links."),
    }
}

pub(super) fn source(imported: Option<Date>) -> String {
    match imported {
        Some(date) => {
            format!("Own data, imported on {}", written_date_words(Language::English, &date.to_string()))
        }
        None => "Own data".to_owned(),
    }
}

pub(super) fn note(note: &OwnNote<'_>) -> String {
    let mut sentences = Vec::new();
    if note.of_accounts {
        sentences
            .push("Everything that happened on the account in these days, also with older posts.".to_owned());
    }
    if note.parts.len() > 1 && !note.reach {
        let parts: Vec<String> =
            note.parts.iter().map(|part| format!("{} {}", part.origin, grouped(part.sum))).collect();
        sentences.push(format!("{}.", parts.join("; ")));
    }
    if note.reach && note.parts.iter().map(|part| part.rows).sum::<u64>() > 1 {
        sentences.push(
            "At least as many as the best post or day reached; at most as many as all of them together, with people counted again."
                .to_owned(),
        );
    }
    for part in note.parts {
        if part.missing > 0 {
            let of = if note.of_accounts { "days" } else { "posts" };
            sentences.push(format!(
                "{}: {} of {} {of} do not report it.",
                part.origin,
                grouped(part.missing as f64),
                grouped(part.rows as f64)
            ));
        }
        if part.rejected > 0 {
            sentences.push(format!(
                "{}: {} could not be read.",
                part.origin,
                counted(part.rejected as usize, "row", "rows")
            ));
        }
    }
    sentences.join(" ")
}

pub(super) fn counted(count: usize, one: &str, more: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{} {more}", grouped(count as f64)) }
}

pub(super) fn progress(progress: ReadingProgress) -> String {
    let ReadingProgress { rows, bytes, of, seconds_left } = progress;
    let megabytes = |bytes: u64| format!("{:.1}", bytes as f64 / 1e6);
    let mut text =
        format!("{}, {} of {} MB", counted(rows as usize, "row", "rows"), megabytes(bytes), megabytes(of));
    if let Some(seconds) = seconds_left {
        text.push_str(&format!(", about {} left", counted(seconds.max(1) as usize, "second", "seconds")));
    }
    text
}

pub(super) fn changes(name: &str, changes: &[ImportChanges]) -> String {
    let parts = change_parts(changes);
    if parts.is_empty() {
        format!("{name}: nothing was added.")
    } else {
        format!("{name}: {}.", parts.join(", "))
    }
}

pub(super) fn origin_of_account(origin: &str, account: &str) -> String {
    format!("{origin} ({account})")
}

pub(super) fn supposed_days(origin: &str) -> String {
    format!(
        "{origin}: nothing says which account these days are of, so they were taken for days of the account that is here already."
    )
}

pub(super) fn metadata_missing(file: &str) -> String {
    format!(
        "This is a table of figures that Groundswell has written. It can be read with the file {} only, which was saved beside it: choose both together.",
        Excerpt(file)
    )
}

pub(super) fn table_missing(file: &str) -> String {
    format!("This only says what is in the table {}: choose both together.", Excerpt(file))
}

pub(super) fn whose_days(file: &str) -> String {
    format!("Whose days are in {}?", Excerpt(file))
}

pub(super) fn whose_days_hint(origin: &str) -> String {
    format!(
        "{origin}: the file does not say which account it is of. Days of an account take the place of the days that are here of it; days of another account are added to them."
    )
}

pub(super) fn whose_days_known(origin: &str, account: Option<&str>) -> String {
    match account {
        Some(account) => format!("those of {}, brought up to date", origin_of_account(origin, account)),
        None => format!("those of {origin} that are here, brought up to date"),
    }
}

pub(super) fn elsewhere(found: FoundElsewhere<'_>) -> String {
    let FoundElsewhere { name, changed, same, shared } = found;
    let mut sentences = Vec::new();
    if changed + same > 0 {
        let stayed = ImportChanges { days: false, new: 0, changed, same, left_out: 0 };
        let verbs = if changed + same == 1 {
            "was moved to it before and stays there"
        } else {
            "were moved to it before and stay there"
        };
        sentences.push(format!(
            "{name}: {} of the file {verbs}, {}.",
            counted(changed + same, "post", "posts"),
            change_parts(&[stayed]).join(", "),
        ));
    }
    if shared > 0 {
        let verbs = if shared == 1 { "stands in it too, and counts" } else { "stand in it too, and count" };
        sentences.push(format!(
            "{name}: {} of the file {verbs} in each of the two campaigns.",
            counted(shared, "post", "posts")
        ));
    }
    sentences.join(" ")
}

fn change_parts(changes: &[ImportChanges]) -> Vec<String> {
    let mut parts = Vec::new();
    for days in [false, true] {
        let (one, more) = if days { ("day", "days") } else { ("post", "posts") };
        let of = changes.iter().filter(|changes| changes.days == days);
        let (mut new, mut changed, mut same) = (0, 0, 0);
        for changes in of {
            (new, changed, same) = (new + changes.new, changed + changes.changed, same + changes.same);
        }
        if new > 0 {
            parts.push(format!("{} added", counted(new, one, more)));
        }
        if changed > 0 {
            parts.push(format!("{} brought up to date", counted(changed, one, more)));
        }
        if same > 0 {
            parts.push(format!("{} as before", counted(same, one, more)));
        }
    }
    let left_out: usize = changes.iter().map(|changes| changes.left_out).sum();
    if left_out > 0 {
        parts.push(format!("{} left out, as you chose", grouped(left_out as f64)));
    }
    parts
}

pub(super) fn content(content: OwnContent) -> String {
    let OwnContent { posts, days, figures } = content;
    let of = [
        (posts, "post", "posts"),
        (days, "day of an account", "days of an account"),
        (figures, "stated figure", "stated figures"),
    ];
    let parts: Vec<String> =
        of.iter().filter(|(n, ..)| *n > 0).map(|(n, one, more)| counted(*n, one, more)).collect();
    if parts.is_empty() { "No figures yet".to_owned() } else { list(&parts, "and") }
}

pub(super) fn arrival(arrival: OwnArrival<'_>) -> String {
    match arrival {
        OwnArrival::New => "Not here yet.".to_owned(),
        OwnArrival::Same => "Here already; it would change nothing.".to_owned(),
        OwnArrival::Merged(found) => format!("Here already. Once taken: {}.", change_parts(found).join(", ")),
        OwnArrival::Replaced => {
            "Here already. Once taken, its figures stand in the place of those here.".to_owned()
        }
        OwnArrival::Beside => "One of this name is here already, and one of the two is made of posts or days, the other of figures only. They will stand side by side, so that nothing is counted twice.".to_owned(),
    }
}

pub(super) fn file(backup: bool, campaigns: usize) -> String {
    let what = if backup { "A backup" } else { "A data file" };
    format!("{what} of Groundswell with {}.", counted(campaigns, "campaign", "campaigns"))
}

pub(super) fn kept(names: &[String]) -> String {
    format!("Kept: {}.", list(names, "and"))
}

pub(super) fn room(room: Room) -> String {
    format!("What this site keeps takes {} of about {}.", size(room.used), size(room.of))
}

/// A number of bytes in words.
fn size(bytes: f64) -> String {
    match bytes {
        _ if bytes < 1e6 => format!("{} KB", grouped((bytes / 1e3).ceil())),
        _ if bytes < 1e9 => format!("{:.1} MB", bytes / 1e6),
        _ => format!("{:.1} GB", bytes / 1e9),
    }
}

pub(super) fn named_file(path: &str) -> String {
    format!("Campaigns of {} stand here too: the address of this page names that file.", Excerpt(path))
}

pub(super) fn busiest_day(what: &str, day: &str, sum: &str) -> String {
    format!("{what}: the most on {day}, {sum}.")
}

pub(super) fn best_posts(what: &str, count: usize) -> String {
    match count {
        1 => format!("{what}: the only post."),
        _ => format!("{what}: the posts with the most, with how many each had."),
    }
}

pub(super) fn deleted(name: &str) -> String {
    format!("{name} was deleted. Until you leave this page, it can be brought back.")
}
