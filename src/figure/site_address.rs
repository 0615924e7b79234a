//! Where a site will be: the address of its folder, as others are to ask for it.
//!
//! Read strictly, since what follows from it is written into files and believed by
//! other people's programs: `http` or `https`, a host, perhaps a port, and a path
//! of what RFC 3986 lets a path hold.

use super::gallery::FIGURES;
use std::fmt;
use std::str::FromStr;

/// The absolute address of a site's folder, with a slash at its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteAddress(String);

/// What is no address of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressError {
    /// The address as it was found.
    pub found: String,
    /// What is wrong with it.
    pub fault: AddressFault,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// It begins with neither `http://` nor `https://`.
    Scheme,
    /// It has no host, or one with a letter that hosts do not have. A name or a
    /// password before the host is no part of an address that is handed on.
    Host,
    /// What follows the host's colon is no port.
    Port,
    /// It has a query or a fragment.
    MoreThanPath,
    /// A letter that a path can only hold in another spelling.
    Letter(char),
    /// A percent sign without two hexadecimal digits.
    Percent,
    /// A step up or in place, or nothing between two slashes.
    Step,
    /// It leads to a page.
    Page,
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\u{201c}{}\u{201d} is no address of a site: ", self.found)?;
        match self.fault {
            AddressFault::Scheme => write!(f, "it begins with neither http:// nor https://"),
            AddressFault::Host => write!(f, "what follows the // is not the name or number of a host"),
            AddressFault::Port => write!(f, "a port is a number from 1 to 65535"),
            AddressFault::MoreThanPath => write!(f, "it ends before any ? or #"),
            AddressFault::Letter(letter) => {
                write!(f, "\u{201c}{letter}\u{201d} is to be written in percent-encoding")
            }
            AddressFault::Percent => write!(f, "two hexadecimal digits follow a %"),
            AddressFault::Step => write!(f, "each part of its path is to be a name"),
            AddressFault::Page => write!(f, "it is the address of the folder, without the name of a page"),
        }
    }
}

impl std::error::Error for AddressError {}

impl SiteAddress {
    /// The address of the folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file in the folder of the figures.
    pub(super) fn of_figures(&self, file: &str) -> String {
        [self.as_str(), FIGURES, "/", file].concat()
    }
}

impl FromStr for SiteAddress {
    type Err = AddressError;

    /// Reads the address; a slash at the end may be left out.
    fn from_str(text: &str) -> Result<Self, AddressError> {
        match fault(text) {
            Some(fault) => Err(AddressError { found: text.to_owned(), fault }),
            None if text.ends_with('/') => Ok(Self(text.to_owned())),
            None => Ok(Self(format!("{text}/"))),
        }
    }
}

fn fault(text: &str) -> Option<AddressFault> {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else {
        return Some(AddressFault::Scheme);
    };
    if rest.contains(['?', '#']) {
        return Some(AddressFault::MoreThanPath);
    }
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    // The colons within brackets are those of a number of IPv6.
    let port_at = authority.rfind(']').map_or(0, |bracket| bracket + 1);
    let (host, port) = match authority[port_at..].find(':') {
        Some(colon) => (&authority[..port_at + colon], Some(&authority[port_at + colon + 1..])),
        None => (authority, None),
    };
    if !is_host(host) {
        return Some(AddressFault::Host);
    }
    let is_port = |port: &str| {
        port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0)
    };
    if port.is_some_and(|port| !is_port(port)) {
        return Some(AddressFault::Port);
    }
    fault_of_path(path)
}

fn is_host(host: &str) -> bool {
    if let Some(number) = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        return number.parse::<std::net::Ipv6Addr>().is_ok();
    }
    let is_label = |label: &str| {
        let holds = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        !label.is_empty() && holds && !label.starts_with('-') && !label.ends_with('-')
    };
    host.split('.').all(is_label)
}

/// What is wrong with a path, which stands here without the slash before it.
fn fault_of_path(path: &str) -> Option<AddressFault> {
    let holds = |letter: char| letter.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/%".contains(letter);
    if let Some(letter) = path.chars().find(|letter| !holds(*letter)) {
        return Some(AddressFault::Letter(letter));
    }
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let encodes = |rest: &str| is_digit(rest.as_bytes().first()) && is_digit(rest.as_bytes().get(1));
    if path.split('%').skip(1).any(|rest| !encodes(rest)) {
        return Some(AddressFault::Percent);
    }
    let folders = path.strip_suffix('/').unwrap_or(path);
    if !path.is_empty() && folders.split('/').any(|name| ["", ".", ".."].contains(&name)) {
        return Some(AddressFault::Step);
    }
    path.ends_with(".html").then_some(AddressFault::Page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_in_a_slash() {
        for (text, address) in [
            ("https://intranet.example/groundswell/", "https://intranet.example/groundswell/"),
            ("https://intranet.example/groundswell", "https://intranet.example/groundswell/"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080/"),
            ("https://[::1]:8443/a/~b/c%20d/", "https://[::1]:8443/a/~b/c%20d/"),
            ("https://xn--mnchen-3ya.example/", "https://xn--mnchen-3ya.example/"),
        ] {
            assert_eq!(text.parse::<SiteAddress>().unwrap().as_str(), address);
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        use AddressFault::{Host, Letter, MoreThanPath, Page, Percent, Port, Scheme, Step};
        for (text, fault) in [
            ("", Scheme),
            ("intranet.example", Scheme),
            ("//intranet.example/", Scheme),
            ("ftp://intranet.example/", Scheme),
            ("HTTPS://intranet.example/", Scheme),
            ("javascript:alert(1)//https://a/", Scheme),
            (" https://intranet.example/", Scheme),
            ("https://", Host),
            ("https:///groundswell/", Host),
            ("https://.example/", Host),
            ("https://in tranet.example/", Host),
            ("https://m\u{fc}nchen.example/", Host),
            ("https://[::1/", Host),
            ("https://[1:2]/", Host),
            ("https://[::1]x/", Host),
            ("https://name@intranet.example/", Host),
            ("https://name:word@intranet.example/", Port),
            ("https://intranet.example:/", Port),
            ("https://intranet.example:0/", Port),
            ("https://intranet.example:65536/", Port),
            ("https://intranet.example:+80/", Port),
            ("https://intranet.example/?a", MoreThanPath),
            ("https://intranet.example/#a", MoreThanPath),
            ("https://intranet.example?a", MoreThanPath),
            ("https://intranet.example/a b/", Letter(' ')),
            ("https://intranet.example/a\\b/", Letter('\\')),
            ("https://intranet.example/\"><script>/", Letter('"')),
            ("https://intranet.example/\u{fc}/", Letter('\u{fc}')),
            ("https://intranet.example/\n", Letter('\n')),
            ("https://intranet.example/50%/", Percent),
            ("https://intranet.example/%\u{2f}a", Percent),
            ("https://intranet.example//", Step),
            ("https://intranet.example/a//b/", Step),
            ("https://intranet.example/a/../b/", Step),
            ("https://intranet.example/a/index.html", Page),
        ] {
            let error = AddressError { found: text.to_owned(), fault };
            assert_eq!(text.parse::<SiteAddress>(), Err(error), "{text}");
        }
    }
}
