//! Closed sets: enums that know all their members and the slug each has in
//! files and links. Their names for readers are made in `format`.

/// A slug that no member of a closed set has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSlug {
    /// What the slug was to name, for example "basis".
    pub set: &'static str,
    /// The slug as it was found.
    pub found: String,
    /// Every slug that would have been right.
    pub expected: Vec<&'static str>,
}

impl UnknownSlug {
    /// The place of a slug among those of a set.
    pub(crate) fn find(set: &'static str, slugs: &[&'static str], found: &str) -> Result<usize, Self> {
        let place = slugs.iter().position(|slug| *slug == found);
        place.ok_or_else(|| Self { set, found: found.to_owned(), expected: slugs.to_vec() })
    }
}

/// Gives an enum `ALL`, `slug()` and `FromStr` from one list of members.
macro_rules! closed_set {
    ($name:ident, $what:literal, { $($member:ident => $slug:literal),+ $(,)? }) => {
        impl $name {
            /// Every member, in the order in which they are shown.
            pub const ALL: &'static [$name] = &[$($name::$member),+];

            /// The name this member has in files and links.
            pub const fn slug(self) -> &'static str {
                match self { $($name::$member => $slug),+ }
            }
        }

        // What goes by a member's number, such as a list of words, goes by this order.
        const _: () = {
            let mut at = 0;
            while at < $name::ALL.len() {
                assert!($name::ALL[at] as usize == at);
                at += 1;
            }
        };

        impl std::str::FromStr for $name {
            type Err = $crate::model::UnknownSlug;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                const SLUGS: &[&str] = &[$($slug),+];
                $crate::model::UnknownSlug::find($what, SLUGS, text).map(|at| Self::ALL[at])
            }
        }
    };
}

pub(crate) use closed_set;
