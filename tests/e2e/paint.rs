//! What is painted: a picture is taken, and read pixel by pixel in the page
//! itself. Computed styles do not tell what the system, or the browser's own
//! drawing of a control, puts in their place.

use crate::page::Page;
use serde_json::{Value, json};

/// Contrast after the Web Content Accessibility Guidelines, and reading a
/// picture, in the page's language.
const TOOLS: &str = "
    const luminance = colour => [16, 8, 0].map(shift => (colour >> shift & 255) / 255)
        .map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
        .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
    const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + .05) / (Math.min(luminance(a), luminance(b)) + .05);
    const read = async picture => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + picture;
        await image.decode();
        const canvas = document.createElement('canvas');
        canvas.width = image.width;
        canvas.height = image.height;
        const context = canvas.getContext('2d', {willReadFrequently: true});
        context.drawImage(image, 0, 0);
        return (x = 0, y = 0, width = image.width, height = image.height) => {
            const bytes = context.getImageData(x, y, Math.max(width, 1), Math.max(height, 1)).data;
            return Array.from({length: bytes.length / 4}, (_, at) => bytes[4 * at] << 16 | bytes[4 * at + 1] << 8 | bytes[4 * at + 2]);
        };
    };";

/// Something that has to be seen: what it is, and its box on the page.
#[derive(Debug)]
pub struct Box {
    pub name: String,
    /// Left, top, width, height.
    place: Value,
}

impl Box {
    /// The boxes that a script lists as `[name, left, top, width, height]`.
    pub fn of(page: &Page, script: &str) -> Vec<Self> {
        let found = page.ask(script);
        let list = found.as_array().unwrap_or_else(|| panic!("no boxes but {found}"));
        list.iter()
            .map(|line| Self {
                name: crate::page::squeezed(line[0].as_str().unwrap_or_default()),
                place: json!([line[1], line[2], line[3], line[4]]),
            })
            .collect()
    }
}

/// How high a part of the page is that is taken in one picture: of what is much higher,
/// Chromium paints nothing.
const BAND: f64 = 4_000.0;

/// How far a box may reach beyond the part that its top is in.
const BEYOND: f64 = 1_000.0;

/// For each box, the strongest contrast between what most of it shows and
/// anything in it that is more than a speck.
pub fn contrasts(page: &Page, boxes: &[Box]) -> Vec<f64> {
    let script = format!(
        "{TOOLS}
        const [picture, above, places, done] = arguments;
        read(picture).then(part => done(places.map(([x, y, width, height]) => {{
            const counts = new Map();
            for (const colour of part(Math.floor(x), Math.floor(y - above), Math.ceil(width), Math.ceil(height)))
                counts.set(colour, (counts.get(colour) ?? 0) + 1);
            const [[ground], ...rest] = [...counts].sort(([, a], [, b]) => b - a);
            // Edges of letters come in many shades: those as strong count together.
            const shades = rest.map(([colour, count]) => [contrast(colour, ground), count]).sort(([a], [b]) => b - a);
            let seen = 0;
            for (const [found, count] of shades) if ((seen += count) >= 4) return found;
            return 1;
        }})), error => done(String(error)))"
    );
    let wide = page.ask("return document.documentElement.scrollWidth").as_f64().expect("a width");
    let band = |one: &Box| (one.place[1].as_f64().unwrap_or_default().max(0.0) / BAND) as u32;
    let mut contrasts = vec![1.0; boxes.len()];
    for at in 0..=boxes.iter().map(band).max().unwrap_or_default() {
        let within: Vec<usize> = (0..boxes.len()).filter(|&place| band(&boxes[place]) == at).collect();
        if within.is_empty() {
            continue;
        }
        let above = f64::from(at) * BAND;
        let picture = page.picture_of([0.0, above, wide, BAND + BEYOND]);
        let places: Vec<&Value> = within.iter().map(|&place| &boxes[place].place).collect();
        let found = page.ask_later(&script, &[json!(picture), json!(above), json!(places)]);
        let found = found.as_array().unwrap_or_else(|| panic!("the picture cannot be read: {found}"));
        for (&place, contrast) in within.iter().zip(found) {
            contrasts[place] = contrast.as_f64().unwrap_or(1.0);
        }
    }
    contrasts
}

/// How many pixels of two pictures of one place differ by at least 3:1.
pub fn changed(page: &Page, before: &str, after: &str) -> u64 {
    let script = format!(
        "{TOOLS}
        const [before, after, done] = arguments;
        Promise.all([read(before), read(after)]).then(([before, after]) => {{
            const [one, other] = [before(), after()];
            done(one.filter((colour, at) => colour !== other[at] && contrast(colour, other[at]) >= 3).length);
        }}).catch(error => done(String(error)))"
    );
    let found = page.ask_later(&script, &[json!(before), json!(after)]);
    found.as_u64().unwrap_or_else(|| panic!("the pictures cannot be read: {found}"))
}
