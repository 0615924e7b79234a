//! A picture's pixels, and its words in the file: what a screen reader says of it,
//! where the program that shows it asks.

use groundswell::figure::Picture;
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
    Ok(with_texts(&encoded, &[("Title", &picture.headline), ("Description", &picture.description)]))
}

/// The length of a PNG's signature and its first chunk, which says its size.
const HEAD: usize = 8 + 12 + 13;

/// The file with international texts (PNG, third edition, 11.3.3.4) after its head.
fn with_texts(png: &[u8], texts: &[(&str, &str)]) -> Vec<u8> {
    let (head, rest) = png.split_at(HEAD.min(png.len()));
    let mut file = head.to_vec();
    for (keyword, text) in texts {
        // Keyword, no compression, no language, no translated keyword, text.
        let mut content = b"iTXt".to_vec();
        content.extend_from_slice(keyword.as_bytes());
        content.extend_from_slice(&[0, 0, 0, 0, 0]);
        content.extend_from_slice(text.as_bytes());
        file.extend_from_slice(&((content.len() - 4) as u32).to_be_bytes());
        file.extend_from_slice(&content);
        file.extend_from_slice(&crc32fast::hash(&content).to_be_bytes());
    }
    file.extend_from_slice(rest);
    file
}
