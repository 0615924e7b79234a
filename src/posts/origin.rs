//! Where an export comes from: the account that it is about, as far as the file says.

use super::form::Form;

/// Whose posts and days a table holds. Two tables of one origin speak of the same posts,
/// so that the later takes the place of the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// What it is called.
    pub name: &'static str,
    /// The platform, where there is one and the file says which.
    pub platform: Option<&'static str>,
    /// What the platform calls views.
    pub views: Views,
}

/// What views are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Views {
    /// A film was played, by the platform's own rule.
    Plays,
    /// Something was on a screen, a film or not: Meta's views.
    Displays,
    /// The file does not say.
    Unstated,
}

/// By how the names of the forms begin; the longer before the shorter.
const ORIGINS: [(&str, Origin); 14] = {
    const fn of(name: &'static str, platform: &'static str, views: Views) -> Origin {
        Origin { name, platform: Some(platform), views }
    }
    const fn several(name: &'static str, views: Views) -> Origin {
        Origin { name, platform: None, views }
    }
    [
        ("X ", of("X", "X", Views::Plays)),
        ("Facebook or Instagram", several("Facebook or Instagram", Views::Displays)),
        ("Facebook", of("Facebook", "Facebook", Views::Displays)),
        ("Instagram", of("Instagram", "Instagram", Views::Displays)),
        ("LinkedIn creator", of("LinkedIn, a person", "LinkedIn", Views::Plays)),
        ("LinkedIn", of("LinkedIn", "LinkedIn", Views::Plays)),
        ("YouTube", of("YouTube", "YouTube", Views::Plays)),
        ("TikTok ads", of("TikTok ads", "TikTok", Views::Plays)),
        ("TikTok", of("TikTok", "TikTok", Views::Plays)),
        ("Pinterest", of("Pinterest", "Pinterest", Views::Plays)),
        ("Sprout Social", several("Sprout Social", Views::Unstated)),
        ("Google Analytics", of("Google Analytics", "web", Views::Unstated)),
        ("Mastodon", of("Mastodon", "Mastodon", Views::Unstated)),
        ("Bluesky", of("Bluesky", "Bluesky", Views::Unstated)),
    ]
};

impl Origin {
    /// Every origin, in the order in which they are offered.
    pub fn all() -> impl Iterator<Item = Self> {
        ORIGINS.iter().map(|(_, origin)| *origin)
    }

    /// The origin that is called so.
    pub fn named(name: &str) -> Option<Self> {
        Self::all().find(|origin| origin.name == name)
    }
}

impl Form {
    /// Where exports of this form come from.
    pub fn origin(&self) -> Option<Origin> {
        ORIGINS.iter().find(|(begins, _)| self.name.starts_with(begins)).map(|(_, origin)| *origin)
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::FORMS;
    use super::*;

    #[test]
    fn every_form_has_an_origin() {
        for form in FORMS {
            assert!(form.origin().is_some(), "{}", form.name);
        }
        let name_of = |begins: &str| {
            FORMS
                .iter()
                .find(|form| form.name.starts_with(begins))
                .and_then(Form::origin)
                .map(|origin| origin.name)
        };
        assert_eq!(name_of("LinkedIn creator"), Some("LinkedIn, a person"));
        assert_eq!(name_of("Facebook or"), Some("Facebook or Instagram"));
        assert_eq!(name_of("Facebook content"), Some("Facebook"));
    }
}
