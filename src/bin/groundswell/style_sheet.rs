//! The page's one style sheet: the figures' and the page's, without what only
//! people read.

use groundswell::figure::{figure_style_sheet, minified};

/// The page's style sheet, beside that of figures.
const PAGE: &str = include_str!("../../views/page.css");

/// The whole style sheet, minified.
pub fn style_sheet() -> String {
    figure_style_sheet() + &minified(PAGE)
}

/// The style sheet of the page from which figures are taken along.
pub fn gallery_style_sheet() -> String {
    style_sheet() + &minified(include_str!("../../figure/gallery.css"))
}

/// The style sheet of the page where files are brought.
pub fn own_style_sheet() -> String {
    gallery_style_sheet() + &minified(include_str!("../../figure/own.css"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_its_styles_and_no_end_tag_in_them() {
        let css = style_sheet();
        assert!(css.contains(":root[data-choices]:not([data-alive]) #app{visibility:hidden}"));
        assert!(!css.contains("</"));
    }
}
