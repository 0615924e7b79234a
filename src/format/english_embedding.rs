//! What other pages allow of a figure, in British English.

use super::embedding::{Administrator, EmbeddingPhrases, Finding, Wanted};

pub(super) static EMBEDDING: EmbeddingPhrases = EmbeddingPhrases {
    title: "Will it show on your page?",
    lead: "What a kind of page allows, what has to be asked for, and of whom. The check looks at this server and shows a figure in a frame here; your page itself it cannot see.",
    link: "Will it show on your page?",
    back: "Share a figure",
    kind: "Kind of page",
    kinds: ["SharePoint", "Confluence", "WordPress", "A page whose HTML you write", "Newsletter or mail"],
    ways: [
        "Add the web part \u{201c}Embed\u{201d} and paste the HTML of the frame.",
        "Type /iframe where the figure is to be, and paste the address of the figure.",
        "Paste the address of the figure on a line of its own.",
        "Paste the HTML of the frame, or that of the element.",
        "Put in the picture, with the headline as its text and the address of the figure as its link.",
    ],
    address: "Address of your page, if it has one",
    address_hint: "It is not sent anywhere. Example: https://intranet.example/campaigns",
    no_address: "This is not the address of a page: it is to begin with https:// or http://.",
    check: "Check",
    checking: "Checking\u{2026}",
    no_check: "The check could not start. Below is what is known of each kind of page.",
    findings: "What was found",
    gravities: ["Stops it", "Mind", "Works"],
    to_host: "Message to the administrator of your page",
    to_server: "Message to the administrator of the figures",
    each_kind: "What each kind of page allows",
    your_server: "the server of the figures",
};

pub(super) fn finding(finding: &Finding) -> String {
    match finding {
        Finding::AllowedDomains { domain } => format!(
            "SharePoint shows frames only of domains that the site\u{2019}s owner allows. It refuses the frame until {domain} is one of them."
        ),
        Finding::NoElement => {
            "The page runs no script of another server: use the frame, not the element.".to_owned()
        }
        Finding::NoWebAssembly => "It stores files, but does not run them: copied there, this folder would not work. A figure saved as one HTML file can be stored there and opened.".to_owned(),
        Finding::FrameOfAddress => {
            "The page makes a frame of the address by itself. Set its height by hand; the figure keeps to it by showing fewer rows.".to_owned()
        }
        Finding::HtmlSwitchedOff => {
            "Pasted HTML counts only where an administrator has switched it on; mostly it is off.".to_owned()
        }
        Finding::AddressAlone => "WordPress makes a frame of an address that stands on a line of its own. It shows the figure as it opens: a choice in the address is not kept.".to_owned(),
        Finding::NotDiscoverable => "WordPress makes no frame of an address here: these pages were built without their own address (make build BASE_URL=\u{2026}). What you paste stays a link.".to_owned(),
        Finding::DiscoverableElsewhere { address } => format!(
            "These pages were built for another address. Paste one that begins with {address}."
        ),
        Finding::FramesTakenOut => {
            "Of pasted HTML WordPress keeps the link and takes the frame out, unless you may publish unfiltered HTML.".to_owned()
        }
        Finding::HeightIsCapped => {
            "The frame is at most 1,000 pixels high. A figure that needs more shows fewer rows and says so.".to_owned()
        }
        Finding::LinksStayShut => {
            "In that frame links to sources do not open; the one to the dashboard does.".to_owned()
        }
        Finding::PrivateAddress { host } => format!(
            "WordPress refuses to ask {host}, since that is an address within a network. The address you paste stays a link."
        ),
        Finding::InsideOnly { host } => format!(
            "{host} is an address within a network: readers outside it see an empty frame and the link."
        ),
        Finding::PolicyOfPage { site } => format!(
            "If the page sends a Content-Security-Policy, that has to name {site}: in frame-src for the frame; in script-src (with \u{2018}wasm-unsafe-eval\u{2019}) and connect-src for the element."
        ),
        Finding::PicturesOnly => {
            "Mail programs show neither frames nor scripts, and some show pictures only when asked: the headline as the picture\u{2019}s text says the most.".to_owned()
        }
        Finding::MixedContent { site } => format!(
            "The page comes by https and the figure by http ({site}). Browsers leave such a frame empty."
        ),
        Finding::FramesForbidden { header } => {
            format!("This server forbids other pages to show its figures. It sends {header}.")
        }
        Finding::FramesOfSome { header } => {
            format!("This server lets only some pages show its figures. It sends {header}.")
        }
        Finding::FramesAllowed => "This server lets your page show its figures.".to_owned(),
        Finding::NotReadable => "A figure in a sandboxed frame cannot come alive, and a choice in its address is not followed: this server does not let it read the data.".to_owned(),
        Finding::Readable => "A figure in a sandboxed frame may read the data of this server.".to_owned(),
        Finding::ProgramType { found } => {
            let found = if found.is_empty() { "without a type" } else { found };
            format!("This server sends the program as {found}: it starts later than it could.")
        }
        Finding::Shown => "Tried just now on a page of this server: a figure in a sandboxed frame was shown and said how high it is.".to_owned(),
        Finding::NotShown => "Tried just now on a page of this server: nothing was heard of a figure in a sandboxed frame.".to_owned(),
        Finding::NotAsked => "What this server sends could not be asked. Check the connection and try again.".to_owned(),
    }
}

pub(super) fn request(finding: &Finding) -> Option<(Administrator, String)> {
    use Administrator::{Host, Server};
    Some(match finding {
        Finding::AllowedDomains { domain } => (
            Host,
            format!(
                "Please add {domain} to the domains whose frames may be shown (Site settings, HTML Field Security)."
            ),
        ),
        Finding::HtmlSwitchedOff => (
            Host,
            "Please tell me whether the iframe macro may be used, and switch it on if not.".to_owned(),
        ),
        Finding::PolicyOfPage { site } => (
            Host,
            format!("If our pages send a Content-Security-Policy, please add {site} to its frame-src."),
        ),
        Finding::PrivateAddress { host } => (
            Host,
            format!(
                "Please let WordPress ask {host} (the filter http_request_host_is_external), so that authors can paste the address of a figure."
            ),
        ),
        Finding::NotDiscoverable => (
            Server,
            "Please build the pages with their address (make build BASE_URL=\u{2026}), so that WordPress makes frames of them.".to_owned(),
        ),
        Finding::MixedContent { site } => (Server, format!("Please serve {site} by https.")),
        Finding::FramesForbidden { header } | Finding::FramesOfSome { header } => (
            Server,
            format!(
                "Please let our pages show the figures in a frame: instead of {header}, the server is to send Content-Security-Policy: frame-ancestors with the address of our pages, or *. The files in its folder \u{201c}server\u{201d} show the line."
            ),
        ),
        Finding::NotReadable => (
            Server,
            "Please send Access-Control-Allow-Origin: * with the figures\u{2019} files: they are public, and a figure in a sandboxed frame cannot read them otherwise.".to_owned(),
        ),
        Finding::ProgramType { .. } => {
            (Server, "Please send files that end in .wasm as application/wasm.".to_owned())
        }
        _ => return None,
    })
}

pub(super) fn message(requests: &[String], wanted: &Wanted<'_>) -> String {
    let Wanted { address, one_figure, page } = wanted;
    let place = if page.is_empty() { "on our pages".to_owned() } else { format!("on {page}") };
    let what = if *one_figure {
        format!("to show this figure about health campaigns {place}:\n{address}")
    } else {
        format!("to show figures about health campaigns from {address} {place}.")
    };
    let list: String = requests.iter().map(|request| format!("- {request}\n")).collect();
    format!(
        "Hello,\n\nwe would like {what}\n\n{list}\nFigures are static pages in a sandboxed frame. They set no cookies, store nothing, and ask nothing of any other server.\n\nThank you"
    )
}
