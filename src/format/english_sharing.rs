//! Taking figures along, in British English.

use super::number::grouped;
use super::sharing::{Chosen, Citation, FrameHeights, SharingPhrases};

pub(super) static SHARING: SharingPhrases = SharingPhrases {
    title: "Share a figure",
    described_for_machines: "Published figures on the reach, impressions and participation of health campaigns on social media, each with how exactly it is known, what was counted, over what period, and who says so.",
    lead: "Each figure as it opens: every campaign of the page, every source, the rows seen at a glance. For another choice, choose on the overview and follow \u{201c}Share or cite\u{201d} below a figure there.",
    lead_of_choice: "Each figure with what you chose. What you copy and save here keeps to it.",
    own_kept_here: "Your own campaigns are kept in this browser only. A live chart on another page does not show them to others: take a picture, a table, the one-file page, or a chart that does not change, which hold the figures.",
    as_built: "What you chose could not be applied here. You see each figure as it was published, with every campaign.",
    copy_headline: "Copy the headline",
    show_on_a_page: "Show it on a page",
    frame_label: "HTML for a page that allows frames",
    what_it_says: "What this HTML says, and why",
    attributes: &[
        ("title", "names the frame for those who cannot see it."),
        (
            "height",
            "is used until the figure says how high it is, or for good where the page does not listen. The style gives narrow windows a higher frame; where a page drops it, the number alone counts.",
        ),
        ("loading", "lets the page load first what is seen first."),
        ("referrerpolicy", "keeps the address of your page from our server."),
        (
            "allow-scripts",
            "lets the figure answer and say how high it is. Without it the figure still shows.",
        ),
        ("allow-popups", "lets its links open in a tab of their own."),
        ("allow-popups-to-escape-sandbox", "lets the pages in those tabs work as usual."),
        ("allow-downloads", "lets a reader save the data behind a figure."),
    ],
    freeze: "Keep the figure as it is today, even if the data is corrected later",
    now_frozen: "The HTML for a frame now keeps the figure as it is today.",
    now_follows: "The HTML for a frame now follows the data again.",
    other_ways: "Other ways: an address, an element, a picture",
    address_label: "Address, for pages that make a frame of it themselves",
    element_label: "HTML for a page that allows scripts from this server",
    picture_label: "HTML for a page that allows pictures only",
    no_frames: "Where a page allows no HTML at all (some of SharePoint, most newsletters), save the picture below and give it the headline as its text.",
    address_unknown: "Put the address of this folder in place of https://your-server.example/groundswell/figure/.",
    take_along: "Take it along",
    picture: "Picture (PNG)",
    slide: "Picture for a slide (PNG, 1,920 by 1,080)",
    drawing: "Drawing (SVG), light and dark",
    document: "One file with everything (HTML, no script)",
    table: "Table (CSV)",
    table_metadata: "What its columns mean (JSON, for the CSV)",
    data: "Data (JSON)",
    picture_size: "Picture in another size",
    picture_sizes: [
        "960 pixels wide",
        "1,920 pixels wide",
        "2,880 pixels wide",
        "3,840 pixels wide",
        "slide, 1,920 by 1,080",
    ],
    save_picture: "Save the picture",
    copy_picture: "Copy the picture",
    picture_refused: "Could not copy: save the picture instead",
    saved: "Saved",
    not_made: "This could not be made. Check the connection and try again, or choose a smaller size.",
    does_not_change: "This file does not change when the data is corrected.",
    save_its_data: "Save its data (JSON)",
    not_frozen: "The figures that this address was to keep are damaged. You see today\u{2019}s instead.",
    cite: "Cite it",
    citation: "citation",
    copy: "Copy",
    copied: "Copied",
    refused: "Could not copy: select the text and copy it",
};

pub(super) fn frame_heights(heights: &FrameHeights) -> String {
    let FrameHeights { wide, narrow } = heights;
    let pixels = |height: &u32| grouped(f64::from(*height));
    let (wide, narrow) = (pixels(wide), pixels(narrow));
    format!(
        "The frame is {wide} pixels high in a wide window and {narrow} in a narrow one. Where that is too low, the figure shows fewer rows and says so. It tells the page around it how high it is, so your web team can make the height follow by itself."
    )
}

pub(super) fn citation(citation: &Citation<'_>) -> String {
    let Citation { headline, subtitle, date, hash, address } = citation;
    let date = if date.is_empty() { String::new() } else { format!(" of {date}") };
    let address = address.map_or_else(String::new, |address| format!(" {address}"));
    format!("Groundswell: \u{201c}{headline}\u{201d}. {subtitle}. Data{date}, fingerprint {hash}.{address}")
}

pub(super) fn chosen(chosen: &Chosen) -> String {
    let mut said: Vec<String> = Vec::new();
    match &chosen.campaigns[..] {
        [] => {}
        [one] => said.push(format!("Of the campaigns, only {one} is shown.")),
        [first @ .., last] => {
            said.push(format!("Of the campaigns, only {} and {last} are shown.", first.join(", ")));
        }
    }
    if chosen.toolkit_only {
        said.push("Only figures that the toolkit gives are shown.".to_owned());
    }
    if chosen.further {
        said.push("Campaigns beyond those of the toolkit are shown too.".to_owned());
    }
    said.join(" ")
}

pub(super) fn frozen(date: &str, hash: &str) -> String {
    let date = if date.is_empty() { String::new() } else { format!(" of {date}") };
    format!("Kept as it was: data{date}, fingerprint {hash}. Later corrections are not shown.")
}
