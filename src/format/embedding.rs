//! The words about what other pages allow of a figure.

use super::{Language, english_embedding};

/// What is known of showing a figure on a kind of page, and from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// SharePoint shows frames of the domains only that its owner allows.
    AllowedDomains {
        /// The domain of the figures.
        domain: String,
    },
    /// The page runs no script of somebody else's, so there is no element.
    NoElement,
    /// The page stores files, but sends no WebAssembly: the folder does not work there.
    NoWebAssembly,
    /// Confluence makes the frame itself, of an address.
    FrameOfAddress,
    /// Confluence takes HTML only where an administrator allows it.
    HtmlSwitchedOff,
    /// WordPress makes the frame itself, of an address that stands alone.
    AddressAlone,
    /// It does not: the pages do not say how they are shown.
    NotDiscoverable,
    /// It does of another address only, which is the one that the pages name.
    DiscoverableElsewhere {
        /// The address of the site.
        address: String,
    },
    /// WordPress takes frames out of what authors paste.
    FramesTakenOut,
    /// WordPress makes a frame no higher than 1,000 pixels.
    HeightIsCapped,
    /// WordPress' frame opens no links.
    LinksStayShut,
    /// WordPress does not ask servers with such an address.
    PrivateAddress {
        /// The host of the figures.
        host: String,
    },
    /// Who is outside the network does not see the figure.
    InsideOnly {
        /// The host of the figures.
        host: String,
    },
    /// A page's own policy has to allow the site.
    PolicyOfPage {
        /// The site of the figures.
        site: String,
    },
    /// Mail shows neither frames nor scripts.
    PicturesOnly,
    /// A page of https shows no frame of http.
    MixedContent {
        /// The site of the figures.
        site: String,
    },
    /// The server of the figures forbids frames.
    FramesForbidden {
        /// The header that does, with its value.
        header: String,
    },
    /// It allows them to some sites only, and where the page is, is not known.
    FramesOfSome {
        /// The header that does, with its value.
        header: String,
    },
    /// It allows them to the page.
    FramesAllowed,
    /// It does not let pages without an origin read its files.
    NotReadable,
    /// It lets everyone read its files.
    Readable,
    /// It sends the program as something else.
    ProgramType {
        /// As what.
        found: String,
    },
    /// A figure was shown in a sandboxed frame, and said how high it is.
    Shown,
    /// Nothing was heard of it.
    NotShown,
    /// What the server sends could not be asked.
    NotAsked,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravity {
    /// The figure is not seen as long as that is so.
    Blocks,
    /// Something is missing or has to be minded.
    Limits,
    /// It is well.
    Works,
}

impl Finding {
    /// How grave it is.
    pub const fn gravity(&self) -> Gravity {
        match self {
            Self::AllowedDomains { .. }
            | Self::NotDiscoverable
            | Self::PrivateAddress { .. }
            | Self::MixedContent { .. }
            | Self::FramesForbidden { .. }
            | Self::NotShown => Gravity::Blocks,
            Self::FramesAllowed | Self::Readable | Self::Shown => Gravity::Works,
            _ => Gravity::Limits,
        }
    }
}

/// The fixed words about it.
#[derive(Debug)]
pub struct EmbeddingPhrases {
    /// The page's heading.
    pub title: &'static str,
    /// What the page is for.
    pub lead: &'static str,
    /// Leads there from the page of sharing.
    pub link: &'static str,
    /// Leads back.
    pub back: &'static str,
    /// Asks for the kind of page.
    pub kind: &'static str,
    /// The kinds of pages, in the order of their set.
    pub kinds: [&'static str; 5],
    /// For each kind, what to do.
    pub ways: [&'static str; 5],
    /// Asks for the page's address.
    pub address: &'static str,
    /// Says what that is for.
    pub address_hint: &'static str,
    /// Said when it is no address.
    pub no_address: &'static str,
    /// Starts the check.
    pub check: &'static str,
    /// Said while it goes on.
    pub checking: &'static str,
    /// Said when the program could not be loaded.
    pub no_check: &'static str,
    /// Heading of the findings.
    pub findings: &'static str,
    /// Names each gravity.
    pub gravities: [&'static str; 3],
    /// Heading of the message to whoever runs the page.
    pub to_host: &'static str,
    /// Heading of the message to whoever runs the server of the figures.
    pub to_server: &'static str,
    /// Heading of what is known without a check.
    pub each_kind: &'static str,
    /// Stands for the domain that no file can know.
    pub your_server: &'static str,
}

/// Whom a message asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Administrator {
    /// Who runs the page.
    Host,
    /// Who runs the server of the figures.
    Server,
}

/// What somebody wants to show, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted<'a> {
    /// The address of what is to be shown.
    pub address: &'a str,
    /// Whether that is one figure; else a site with several.
    pub one_figure: bool,
    /// Where it is to be shown; empty where that is not known.
    pub page: &'a str,
}

impl Language {
    /// The fixed words.
    pub const fn embedding(self) -> &'static EmbeddingPhrases {
        match self {
            Self::English => &english_embedding::EMBEDDING,
        }
    }

    /// A finding, in a sentence or two.
    pub fn finding(self, finding: &Finding) -> String {
        match self {
            Self::English => english_embedding::finding(finding),
        }
    }

    /// What an administrator is asked because of a finding, if it is theirs to mend.
    pub fn request(self, finding: &Finding) -> Option<(Administrator, String)> {
        match self {
            Self::English => english_embedding::request(finding),
        }
    }

    /// The message with these requests.
    pub fn message(self, requests: &[String], wanted: &Wanted<'_>) -> String {
        match self {
            Self::English => english_embedding::message(requests, wanted),
        }
    }
}
