//! A picture's pixels, drawn without a browser.

use groundswell::figure::{Picture, with_words};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};
use std::fmt;
use std::sync::Arc;

/// The project's own letters (font/OFL.txt): no picture depends on the machine.
const FONTS: [&[u8]; 2] =
    [include_bytes!("font/NotoSans-Regular.ttf"), include_bytes!("font/NotoSans-Bold.ttf")];

/// A picture that has no pixels.
#[derive(Debug)]
pub enum PngError {
    /// What was drawn is not understood.
    Svg(String),
    /// There is no room for so many.
    Size(u32, u32),
    /// They cannot be written.
    Encoding(String),
}

impl fmt::Display for PngError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Svg(error) => write!(f, "the drawing is not understood: {error}"),
            Self::Size(width, height) => write!(f, "a picture of {width} by {height} pixels is too large"),
            Self::Encoding(error) => write!(f, "the picture cannot be written: {error}"),
        }
    }
}

impl std::error::Error for PngError {}

/// Draws a picture as PNG, with headline and description in its metadata.
///
/// # Errors
/// When the picture is too large for memory, or cannot be drawn.
pub fn png(picture: &Picture) -> Result<Vec<u8>, PngError> {
    let (width, height) = picture.size;
    let mut fonts = fontdb::Database::new();
    for font in FONTS {
        fonts.load_font_data(font.to_vec());
    }
    let options = Options { fontdb: Arc::new(fonts), ..Options::default() };
    let tree = Tree::from_str(&picture.svg, &options).map_err(|error| PngError::Svg(error.to_string()))?;
    let mut pixels = Pixmap::new(width, height).ok_or(PngError::Size(width, height))?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    let encoded = pixels.encode_png().map_err(|error| PngError::Encoding(error.to_string()))?;
    Ok(with_words(&encoded, picture))
}
