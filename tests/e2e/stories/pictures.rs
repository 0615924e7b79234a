//! What people get: a picture of each view, kept in `artefacts/`, to be looked at.

use super::accessible::{VIEWS, show, show_notices};
use crate::keep;
use crate::page::Page;
use crate::stories::stories;
use serde_json::json;

fn take(page: &Page, theme: &str) {
    page.open("");
    page.ask_with("localStorage.setItem('groundswell.theme', arguments[0])", &[json!(theme)]);
    for width in [320, 768, 1280] {
        page.screen(width, 900);
        for (name, query) in VIEWS {
            show(page, name, query);
            keep(page, "views", &format!("{name}-{width}-{theme}"));
        }
        show_notices(page);
        keep(page, "views", &format!("notices-{width}-{theme}"));
        page.site.release("data/toolkit.json");
        page.site.release("data/published.json");
    }
}

fn pictures_in_light(page: &Page) {
    take(page, "light");
}

fn pictures_in_dark(page: &Page) {
    take(page, "dark");
}

fn pictures_in_high_contrast(page: &Page) {
    take(page, "high-contrast");
}

stories![DevTools pictures_in_light, DevTools pictures_in_dark, DevTools pictures_in_high_contrast];
