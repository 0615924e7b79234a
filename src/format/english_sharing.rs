//! Taking figures along, in British English.

use super::number::grouped;
use super::sharing::{Citation, FrameHeights, SharingPhrases};

pub(super) static SHARING: SharingPhrases = SharingPhrases {
    title: "Share a figure",
    described_for_machines: "Published figures on the reach, impressions and participation of health campaigns on social media, each with how exactly it is known, what was counted, over what period, and who says so.",
    lead: "Each figure as it opens: every campaign of the page, every source, the rows seen at a glance. For another choice of campaigns, copy the link on the overview instead: it reopens exactly what you chose.",
    show_on_a_page: "Show it on a page",
    frame_label: "HTML for a page that allows frames",
    no_frames: "Where a page allows no frames (some of SharePoint, most newsletters), use a picture from below, with the headline as its text.",
    address_unknown: "Put the address of this folder in place of https://your-server.example/groundswell/figure/.",
    take_along: "Take it along",
    picture: "Picture (PNG)",
    slide: "Picture for a slide (PNG, 1,920 by 1,080)",
    drawing: "Drawing (SVG), light and dark",
    document: "One file with everything (HTML, no script)",
    table: "Table (CSV)",
    table_metadata: "What its columns mean (JSON, for the CSV)",
    data: "Data (JSON)",
    cite: "Cite it",
    copy: "Copy",
    copied: "Copied",
    refused: "Could not copy: select the text and copy it",
};

pub(super) fn frame_heights(heights: &FrameHeights) -> String {
    let FrameHeights { wide, narrow } = heights;
    let pixels = |height: &u32| grouped(f64::from(*height));
    let (wide, narrow) = (pixels(wide), pixels(narrow));
    format!(
        "The height of {wide} pixels is right for a column 700 pixels wide or more. In a narrow one, as on a phone, {narrow} are needed; where the frame is too small, it scrolls. The figure tells the page around it how high it is, so your web team can make the height follow by itself."
    )
}

pub(super) fn citation(citation: &Citation<'_>) -> String {
    let Citation { headline, subtitle, date, hash } = citation;
    let date = if date.is_empty() { String::new() } else { format!(" of {date}") };
    format!("Groundswell: \u{201c}{headline}\u{201d}. {subtitle}. Data{date}, fingerprint {hash}.")
}
