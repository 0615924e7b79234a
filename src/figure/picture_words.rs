//! A picture's words in its file: what a screen reader says of it, where the
//! program that shows it asks.

use super::picture::Picture;

/// A PNG with the picture's headline and description in its metadata. Other bytes
/// than a PNG's come to no PNG either.
pub fn with_words(png: &[u8], picture: &Picture) -> Vec<u8> {
    with_texts(png, &[("Title", &picture.headline), ("Description", &picture.description)])
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
