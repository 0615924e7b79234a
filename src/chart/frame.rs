//! What must not be parted from a chart, as part of its drawing: for a picture,
//! which has no page around it.

use super::canvas::SvgCanvas;
use super::layout::Layout;
use super::scene::{Drawing, PlacedMark, Scene, baseline};
use super::text_width::{width, wrap};

/// A mark of the key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KeyEntry {
    /// Its drawing in a box of 32 by 16.
    pub drawing: &'static str,
    /// What it looks like, in words.
    pub looks: &'static str,
    /// What it means.
    pub words: &'static str,
}

/// The words around a chart, in the order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frame {
    /// What the chart shows.
    pub headline: String,
    /// What is plotted.
    pub subtitle: String,
    /// The marks it uses.
    pub key: Vec<KeyEntry>,
    /// What else is to be known, a paragraph each.
    pub notes: Vec<String>,
    /// How wide the place is, hundredths of an em, where that is known: its words then
    /// take all of it.
    pub across: Option<u32>,
}

/// How far a key's words stand from its mark's start, hundredths of an em.
const BESIDE_MARK: i32 = 245;
/// How far the entries of a key stand apart, hundredths of an em.
const APART: i32 = 125;

/// A drawing with its words around it. Nothing is shortened, however long.
pub fn framed(scene: &Scene, frame: &Frame) -> Scene {
    let mut drawing = Drawing::new(scene.layout, None, frame.across);
    drawing.heading("headline", &frame.headline, true);
    drawing.y += 15;
    drawing.heading("more", &frame.subtitle, false);
    drawing.y += 20;
    place(&mut drawing, scene);
    drawing.y += 20;
    key(&mut drawing, &frame.key);
    for note in &frame.notes {
        drawing.y += 40;
        drawing.heading("more", note, false);
    }
    drawing.into_scene()
}

fn place(drawing: &mut Drawing, scene: &Scene) {
    let mut canvas = drawing.canvas.borrow_mut();
    canvas.open_at((0, drawing.y), "100%", scene.height);
    canvas.append(&scene.body);
    canvas.close("svg");
    let moved = |mark: &PlacedMark| PlacedMark { y: mark.y + drawing.y, ..mark.clone() };
    drawing.marks.extend(scene.marks.iter().map(moved));
    drawing.y += scene.height;
}

/// The entries one after the other, in as many lines as they need.
fn key(drawing: &mut Drawing, entries: &[KeyEntry]) {
    let room = drawing.room(SvgCanvas::WIDTH as i32) as i32;
    let (mut x, mut lines) = (0, 0);
    for entry in entries {
        let words = wrap(entry.words, false, (room - BESIDE_MARK) as u32, None);
        let widest = words.iter().map(|line| width(line, false)).max().unwrap_or(0) as i32;
        if x > 0 && x + BESIDE_MARK + widest > room {
            drawing.y += lines * Layout::LINE + 15;
            (x, lines) = (0, 0);
        }
        // In a place of its own: mark and words keep their distance at any width.
        let mut canvas = drawing.canvas.borrow_mut();
        canvas.open_at((x * SvgCanvas::WIDTH as i32 / room, drawing.y), "1em", Layout::LINE);
        canvas.open("svg", &[("y", "0.15em"), ("width", "32"), ("height", "16"), ("overflow", "visible")]);
        canvas.append(entry.drawing);
        canvas.close("svg");
        for (at, line) in words.iter().enumerate() {
            canvas.words("more", line, (BESIDE_MARK, baseline(at as i32 * Layout::LINE + Layout::LINE / 2)));
        }
        canvas.close("svg");
        lines = lines.max(words.len() as i32);
        x += BESIDE_MARK + widest + APART;
    }
    drawing.y += lines * Layout::LINE;
}
