//! Where an export comes from: which platform's it is, as far as the file says.

use super::form::Form;

/// Whose posts and days a table holds. Two tables of one origin speak of the same posts,
/// so that the later takes the place of the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportOrigin {
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
const ORIGINS: [(&str, ExportOrigin); 14] = {
    const fn of(name: &'static str, platform: &'static str, views: Views) -> ExportOrigin {
        ExportOrigin { name, platform: Some(platform), views }
    }
    const fn several(name: &'static str, views: Views) -> ExportOrigin {
        ExportOrigin { name, platform: None, views }
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

impl ExportOrigin {
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
    pub fn origin(&self) -> Option<ExportOrigin> {
        ORIGINS.iter().find(|(begins, _)| self.name.starts_with(begins)).map(|(_, origin)| *origin)
    }
}

impl Form {
    /// The account whose days a file of this form has, where the name says so that the
    /// platform gives such files. Of a person's file it is not told: it is a person's name.
    pub fn account_in<'a>(&self, file: &'a str) -> Option<&'a str> {
        let (name, _) = file.rsplit_once('.')?;
        // What a browser adds to a file that is there already.
        let name = name.split([' ', '(']).next()?;
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let account = match self.name {
            "TikTok overview, by day" => {
                let (day, rest) = name.strip_prefix("Overview_")?.split_once('_')?;
                let (moment, account) = rest.split_once('_')?;
                (day.len() == 10 && is_number(moment)).then_some(account)
            }
            "X (Twitter) tweet activity, by day" => {
                let mut parts = name.strip_prefix("daily_tweet_activity_metrics_")?.rsplitn(4, '_');
                let (_, to, from) = (parts.next()?, parts.next()?, parts.next()?);
                parts.next().filter(|_| is_number(from) && is_number(to))
            }
            _ => None,
        };
        account.filter(|account| !account.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::super::form::FORMS;
    use super::*;

    #[test]
    fn the_name_of_a_file_may_say_whose_it_is() {
        let account = |form: &str, file| {
            let form = FORMS.iter().find(|known| known.name == form).unwrap();
            form.account_in(file)
        };
        let tiktok = "TikTok overview, by day";
        assert_eq!(
            account(tiktok, "Overview_2025-12-30_1767398400_example.nhs_1.zip"),
            Some("example.nhs_1")
        );
        assert_eq!(account(tiktok, "Overview_2025-12-30_1767398400_examplenhs (2).zip"), Some("examplenhs"));
        let x = "X (Twitter) tweet activity, by day";
        let file = "daily_tweet_activity_metrics_an_nhs_trust_20220117_20220214_en.csv";
        assert_eq!(account(x, file), Some("an_nhs_trust"));
        for file in ["Overview.csv", "Overview_x_y_z.zip", "Overview_2025-12-30_1767398400_.zip", ""] {
            assert_eq!(account(tiktok, file), None, "{file}");
        }
        assert_eq!(account(x, "daily_tweet_activity_metrics_a_b_c_d.csv"), None);
        assert_eq!(account("YouTube Studio, by day", "Overview_2025-12-30_1767398400_a.zip"), None);
    }

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
