//! Whether a figure will show on somebody else's page: what each kind of page
//! allows, and what follows from where the page and the figures are and from what
//! their server sends.

use crate::format::Finding;

/// A kind of page to put a figure into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostKind {
    /// Microsoft SharePoint, modern pages.
    SharePoint,
    /// Atlassian Confluence.
    Confluence,
    /// WordPress, as an author.
    WordPress,
    /// A page whose HTML one writes.
    Html,
    /// A newsletter.
    Mail,
}

crate::model::closed_set!(HostKind, "kind of page", {
    SharePoint => "sharepoint", Confluence => "confluence", WordPress => "wordpress",
    Html => "html", Mail => "mail",
});

/// Where a page comes from (RFC 6454), as browsers take an address apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// `https` or `http`.
    pub scheme: String,
    /// The host, in small letters.
    pub host: String,
    /// The port, where it is not the scheme's own.
    pub port: Option<u16>,
}

/// What the figures' pages say to programs that are given their address (oEmbed).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Discovery {
    /// Nothing: they do not know their address.
    #[default]
    Nothing,
    /// How they are shown.
    Here,
    /// How they are shown at another address.
    Elsewhere(String),
}

/// What a server sends with a figure's page and its files; empty where it does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sent {
    /// The header `X-Frame-Options`.
    pub frame_options: String,
    /// The header `Content-Security-Policy`; several are parted by commas.
    pub policy: String,
    /// The header `Access-Control-Allow-Origin`.
    pub allow_origin: String,
    /// The type of the program.
    pub program_type: String,
}

/// What is known of a page and of the site that the figures are on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Embedding {
    /// The kind of page.
    pub kind: HostKind,
    /// Where the page is, if it is known.
    pub page: Option<Origin>,
    /// Where the figures are, if it is known.
    pub site: Option<Origin>,
    /// What their pages say of how others can show them.
    pub discovery: Discovery,
    /// What their server sends; `None` where it was not asked, or did not answer.
    pub sent: Option<Sent>,
    /// Whether a figure in a sandboxed frame was heard of, if that was tried.
    pub heard: Option<bool>,
}

/// The whole address of what is to be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// Of the site: any of its figures.
    Site(String),
    /// Of one figure, with what was chosen.
    Figure(String),
}

impl Origin {
    fn port(&self) -> u16 {
        self.port.unwrap_or(if self.scheme == "https" { 443 } else { 80 })
    }

    /// Whether the host is within a network: a name without a domain or of a domain
    /// that is nobody's (RFC 6761, RFC 6762, RFC 9476 and what ICANN has reserved), or a
    /// number that is not routed (RFC 1918, RFC 3927, RFC 4193, and loopback).
    pub fn is_private(&self) -> bool {
        let number = self.host.trim_start_matches('[').trim_end_matches(']');
        if let Ok(number) = number.parse::<std::net::Ipv4Addr>() {
            return number.is_private() || number.is_loopback() || number.is_link_local();
        }
        if let Ok(number) = number.parse::<std::net::Ipv6Addr>() {
            return number.is_loopback() || number.is_unique_local() || number.is_unicast_link_local();
        }
        const NOBODYS: [&str; 8] =
            [".local", ".localhost", ".internal", ".intranet", ".lan", ".home.arpa", ".corp", ".test"];
        !self.host.contains('.') || NOBODYS.iter().any(|domain| self.host.ends_with(domain))
    }

    /// Whether browsers trust it without encryption: it does not leave the machine.
    fn is_loopback(&self) -> bool {
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        let number = host.parse::<std::net::IpAddr>();
        host == "localhost" || host.ends_with(".localhost") || number.is_ok_and(|number| number.is_loopback())
    }
}

impl std::fmt::Display for Origin {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host)?;
        self.port.map_or(Ok(()), |port| write!(f, ":{port}"))
    }
}

/// Everything that is known, the gravest first.
pub fn findings(embedding: &Embedding, your_server: &str) -> Vec<Finding> {
    let Embedding { kind, page, site, discovery, sent, heard } = embedding;
    let named = |name: fn(&Origin) -> String| site.as_ref().map_or_else(|| your_server.to_owned(), name);
    let (domain, address) = (named(|site| site.host.clone()), named(Origin::to_string));
    let mut found = match kind {
        HostKind::SharePoint => {
            vec![
                Finding::AllowedDomains { domain: domain.clone() },
                Finding::NoElement,
                Finding::NoWebAssembly,
            ]
        }
        HostKind::Confluence => {
            vec![Finding::FrameOfAddress, Finding::HtmlSwitchedOff, Finding::NoElement]
        }
        HostKind::WordPress => vec![
            match discovery {
                Discovery::Nothing => Finding::NotDiscoverable,
                Discovery::Here => Finding::AddressAlone,
                Discovery::Elsewhere(address) => Finding::DiscoverableElsewhere { address: address.clone() },
            },
            Finding::FramesTakenOut,
            Finding::HeightIsCapped,
            Finding::LinksStayShut,
        ],
        HostKind::Html => vec![Finding::PolicyOfPage { site: address.clone() }],
        // What follows is about frames.
        HostKind::Mail => return vec![Finding::PicturesOnly],
    };
    if let Some(site) = site {
        // These two are never served otherwise.
        let by_https = match page {
            Some(page) => page.scheme == "https",
            None => matches!(kind, HostKind::SharePoint | HostKind::Confluence),
        };
        if by_https && site.scheme == "http" && !site.is_loopback() {
            found.push(Finding::MixedContent { site: address });
        }
        if site.is_private() {
            let host = domain;
            found.push(match kind {
                HostKind::WordPress => Finding::PrivateAddress { host },
                _ => Finding::InsideOnly { host },
            });
        }
        match sent {
            Some(sent) => found.extend(of_headers(sent, site, page.as_ref())),
            None => found.push(Finding::NotAsked),
        }
    }
    found.extend(heard.map(|heard| if heard { Finding::Shown } else { Finding::NotShown }));
    found.sort_by_key(Finding::gravity);
    found
}

/// What follows from what the server sends.
fn of_headers(sent: &Sent, site: &Origin, page: Option<&Origin>) -> Vec<Finding> {
    let mut found = vec![framing(sent, site, page)];
    // A sandboxed frame has no origin: nothing less than everyone will do.
    let readable = matches!(sent.allow_origin.trim(), "*" | "null");
    found.push(if readable { Finding::Readable } else { Finding::NotReadable });
    let kind = sent.program_type.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/wasm") {
        found.push(Finding::ProgramType { found: kind.to_owned() });
    }
    found
}

/// Whether the page may show a frame of the site. Where a policy speaks of it, the
/// older header is not asked (Content Security Policy Level 3, 6.4.2.2).
fn framing(sent: &Sent, site: &Origin, page: Option<&Origin>) -> Finding {
    let ancestors: Vec<&str> = sent.policy.split(',').filter_map(frame_ancestors).collect();
    if !ancestors.is_empty() {
        let header = format!("Content-Security-Policy: {}", ancestors.join(", "));
        let lists = || ancestors.iter().map(|directive| directive.split_ascii_whitespace().skip(1));
        if lists().any(|mut list| list.all(|source| source == "'none'")) {
            return Finding::FramesForbidden { header };
        }
        if lists().all(|mut list| list.any(|source| source == "*")) {
            return Finding::FramesAllowed;
        }
        let Some(page) = page else { return Finding::FramesOfSome { header } };
        let allowed = lists().all(|mut list| list.any(|source| matches(source, page, site)));
        return if allowed { Finding::FramesAllowed } else { Finding::FramesForbidden { header } };
    }
    let header = format!("X-Frame-Options: {}", sent.frame_options);
    match (&*sent.frame_options.trim().to_ascii_uppercase(), page) {
        ("DENY", _) => Finding::FramesForbidden { header },
        ("SAMEORIGIN", None) => Finding::FramesOfSome { header },
        ("SAMEORIGIN", Some(page)) if page != site => Finding::FramesForbidden { header },
        _ => Finding::FramesAllowed,
    }
}

/// The directive of a policy that says who may show a page in a frame.
fn frame_ancestors(policy: &str) -> Option<&str> {
    policy.split(';').map(str::trim).find(|directive| {
        let name = directive.split_ascii_whitespace().next().unwrap_or_default();
        name.eq_ignore_ascii_case("frame-ancestors")
    })
}

/// Whether a source of a policy names an origin (Content Security Policy Level 3,
/// 6.7.2.8). `own` is the origin that sends the policy.
fn matches(source: &str, origin: &Origin, own: &Origin) -> bool {
    let source = source.to_ascii_lowercase();
    // A page of http may become one of https, and is the same then.
    let schemes = |given: &str| origin.scheme == given || (given == "http" && origin.scheme == "https");
    if source == "*" || source == "'self'" {
        return source == "*" || origin == own;
    }
    if let Some(scheme) = source.strip_suffix(':') {
        return schemes(scheme);
    }
    let (scheme, rest) = source.split_once("://").unwrap_or((&own.scheme, &source));
    let authority = rest.split('/').next().unwrap_or_default();
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    let host_matches = match host.strip_prefix("*.") {
        Some(domain) => origin.host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')),
        None => host == "*" || origin.host == host,
    };
    let port_matches = match port {
        Some("*") => true,
        Some(port) => port.parse() == Ok(origin.port()),
        None => origin.port.is_none(),
    };
    host_matches && port_matches && schemes(scheme)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origin(text: &str) -> Origin {
        let (scheme, rest) = text.split_once("://").unwrap();
        let (host, port) = match rest.rsplit_once(':') {
            Some((host, port)) if !rest.ends_with(']') => (host, port.parse().ok()),
            _ => (rest, None),
        };
        Origin { scheme: scheme.to_owned(), host: host.to_owned(), port }
    }

    fn found(kind: HostKind, page: &str, site: &str, sent: Sent) -> Vec<Finding> {
        let page = (!page.is_empty()).then(|| origin(page));
        let embedding = Embedding {
            kind,
            page,
            site: Some(origin(site)),
            sent: Some(sent),
            heard: Some(true),
            discovery: Discovery::Here,
        };
        findings(&embedding, "the server")
    }

    fn as_shipped() -> Sent {
        Sent {
            policy: "frame-ancestors *".to_owned(),
            allow_origin: "*".to_owned(),
            program_type: "application/wasm".to_owned(),
            ..Sent::default()
        }
    }

    #[test]
    fn what_the_shipped_files_send_is_well() {
        let found =
            found(HostKind::Html, "https://intranet.example", "https://figures.example", as_shipped());
        assert_eq!(
            found,
            [
                Finding::PolicyOfPage { site: "https://figures.example".to_owned() },
                Finding::FramesAllowed,
                Finding::Readable,
                Finding::Shown,
            ]
        );
    }

    #[test]
    fn policies_name_who_may_show_a_frame() {
        let site = origin("https://figures.example");
        for (policy, page, allowed) in [
            ("", "https://a.example", true),
            ("default-src 'none'", "https://a.example", true),
            ("frame-ancestors 'none'", "https://a.example", false),
            ("frame-ancestors", "https://a.example", false),
            ("frame-ancestors 'self'", "https://a.example", false),
            ("frame-ancestors 'self'", "https://figures.example", true),
            ("frame-ancestors https:", "https://a.example", true),
            ("frame-ancestors https:", "http://a.example", false),
            ("frame-ancestors http:", "https://a.example", true),
            ("Frame-Ancestors A.Example", "https://a.example", true),
            ("frame-ancestors a.example", "http://a.example", false),
            ("frame-ancestors http://a.example", "https://a.example", true),
            ("frame-ancestors *.a.example", "https://b.a.example", true),
            ("frame-ancestors *.a.example", "https://a.example", false),
            ("frame-ancestors *.a.example", "https://ba.example", false),
            ("frame-ancestors a.example", "https://a.example:8443", false),
            ("frame-ancestors a.example:8443", "https://a.example:8443", true),
            ("frame-ancestors a.example:443", "https://a.example", true),
            ("frame-ancestors a.example:*", "https://a.example:1", true),
            ("frame-ancestors b.example a.example/path", "https://a.example", true),
            ("img-src *; frame-ancestors b.example", "https://a.example", false),
            ("frame-ancestors *, frame-ancestors 'self'", "https://a.example", false),
            ("frame-ancestors *, img-src 'self'", "https://a.example", true),
        ] {
            // A policy outweighs the older header.
            let frame_options = if policy.contains("rame") { "DENY" } else { "" }.to_owned();
            let sent = Sent { policy: policy.to_owned(), frame_options, ..Sent::default() };
            let finding = framing(&sent, &site, Some(&origin(page)));
            assert_eq!(finding == Finding::FramesAllowed, allowed, "{policy:?} and {page}: {finding:?}");
        }
        let some = Sent { policy: "frame-ancestors a.example".to_owned(), ..Sent::default() };
        let header = "Content-Security-Policy: frame-ancestors a.example".to_owned();
        assert_eq!(framing(&some, &site, None), Finding::FramesOfSome { header });
    }

    #[test]
    fn the_older_header_forbids_frames() {
        let site = origin("https://figures.example");
        for (value, page, allowed) in [
            ("DENY", "https://figures.example", false),
            ("sameorigin", "https://figures.example", true),
            ("SAMEORIGIN", "https://a.example", false),
            ("SAMEORIGIN", "http://figures.example", false),
            // Browsers do not know this one any more.
            ("ALLOW-FROM https://a.example", "https://b.example", true),
        ] {
            let sent = Sent { frame_options: value.to_owned(), ..Sent::default() };
            let finding = framing(&sent, &site, Some(&origin(page)));
            assert_eq!(finding == Finding::FramesAllowed, allowed, "{value} and {page}");
        }
    }

    #[test]
    fn a_secure_page_shows_no_insecure_frame() {
        let mixed = |kind, page: &str, site: &str| {
            found(kind, page, site, as_shipped()).iter().any(|f| matches!(f, Finding::MixedContent { .. }))
        };
        assert!(mixed(HostKind::Html, "https://a.example", "http://b.example"));
        assert!(mixed(HostKind::SharePoint, "", "http://b.example"));
        assert!(!mixed(HostKind::Html, "", "http://b.example"));
        assert!(!mixed(HostKind::Html, "http://a.example", "http://b.example"));
        assert!(!mixed(HostKind::SharePoint, "", "https://b.example"));
        assert!(!mixed(HostKind::Html, "https://a.example", "http://127.0.0.1:8080"));
    }

    #[test]
    fn addresses_within_a_network_are_told() {
        for (site, private) in [
            ("http://localhost:8080", true),
            ("http://intranet", true),
            ("https://figures.nhs.internal", true),
            ("http://10.1.2.3", true),
            ("http://192.168.0.7", true),
            ("http://172.15.0.1", false),
            ("http://172.16.0.1", true),
            ("http://169.254.1.1", true),
            ("http://[::1]", true),
            ("http://[fd00::1]", true),
            ("http://[2001:db8::1]", false),
            ("https://figures.nhs.uk", false),
            ("https://8.8.8.8", false),
        ] {
            assert_eq!(origin(site).is_private(), private, "{site}");
            let found = found(HostKind::WordPress, "", site, as_shipped());
            assert_eq!(found.iter().any(|f| matches!(f, Finding::PrivateAddress { .. })), private, "{site}");
        }
    }

    #[test]
    fn wordpress_frames_the_address_that_the_pages_name() {
        let first = |discovery| {
            let site = Some(origin("https://figures.example"));
            let kind = HostKind::WordPress;
            let embedding = Embedding { kind, page: None, site, discovery, sent: None, heard: None };
            findings(&embedding, "the server").swap_remove(0)
        };
        assert_eq!(first(Discovery::Nothing), Finding::NotDiscoverable);
        assert_eq!(first(Discovery::Here), Finding::AddressAlone);
        let address = "https://other.example/".to_owned();
        assert_eq!(first(Discovery::Elsewhere(address.clone())), Finding::DiscoverableElsewhere { address });
    }

    #[test]
    fn the_gravest_comes_first_and_what_was_not_asked_is_said() {
        for &kind in HostKind::ALL {
            let embedding = Embedding {
                kind,
                page: None,
                site: Some(origin("http://intranet")),
                discovery: Discovery::Nothing,
                sent: None,
                heard: Some(false),
            };
            let found = findings(&embedding, "the server");
            assert!(found.is_sorted_by_key(Finding::gravity), "{found:?}");
            assert_eq!(found.contains(&Finding::NotAsked), kind != HostKind::Mail);
        }
    }
}
