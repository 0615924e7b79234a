//! Two metrics of each campaign on one plane, with lines that join equal rates: who
//! brought about much of the one per much of the other.

use super::canvas::{Canvas, SvgCanvas};
use super::hearing::{Spoken, speak, tone};
use super::layout::Layout;
use super::mark::Glyph;
use super::scale::{Scale, ScaleKind};
use super::scene::{Drawing, INK, PlacedMark, Scene};
use super::spec::Row;
use super::text_width::width;
use crate::format::{Comparing, Language, axis_number, spoken_number};
use crate::model::Dataset;
use crate::model::power_of_ten;
use plotters_backend::text_anchor::HPos;
use plotters_backend::{BackendCoord, DrawingBackend};

/// The plane in values and words.
#[derive(Clone, Debug, PartialEq)]
pub struct ScatterSpec {
    /// The language of its words.
    pub language: Language,
    /// The kind of both axes.
    pub scale: ScaleKind,
    /// How wide its place is, hundredths of an em, where that is known.
    pub across: Option<u32>,
    /// Whether there is little room for its height.
    pub low: bool,
    /// Whether marks have tones: by the axis up the page.
    pub heard: bool,
    /// What the axis along the page counts, and that up the page.
    pub axes: [String; 2],
    /// What stands in the margins: that the one along, that the one up is not reported.
    pub missing: [String; 2],
    /// The campaigns, those first whose names matter most.
    pub points: Vec<Point>,
    /// What is said below of those that have no place on the plane.
    pub rest: Vec<String>,
}

/// A campaign on the plane; without one of the two in the margin along the other's axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// What it is called and leads to. Its glyphs are those of the point.
    pub row: Row,
    /// What is known along the page.
    pub along: Option<Glyph>,
    /// What is known up the page.
    pub up: Option<Glyph>,
}

/// Where a glyph stands on its axis, and how far what is known reaches.
struct Extent {
    /// Where its dot stands.
    at: f64,
    /// The ends of its line, where it has one.
    ends: Option<(f64, f64)>,
    /// Whether the true value may lie below, and above.
    open: (bool, bool),
    /// Whether nothing sure is known.
    about: bool,
}

impl Extent {
    fn of(glyph: &Glyph, scale: &Scale) -> Option<Self> {
        let one = |at, open, about| Self { at, ends: None, open, about };
        let between = |from: f64, to: f64, open| {
            let middle = scale.place(from).zip(scale.place(to)).map(|(a, b)| scale.value_at((a + b) / 2.0));
            Self { at: middle.unwrap_or(from), ends: Some((from, to)), open, about: false }
        };
        Some(match *glyph {
            Glyph::Exact(v) | Glyph::Statement(v) => one(v, (false, false), false),
            Glyph::Above(v) => one(v, (false, true), false),
            Glyph::Below(v) => one(v, (true, false), false),
            Glyph::About(v) => one(v, (false, false), true),
            Glyph::Between(from, to) => between(from, to, (false, false)),
            Glyph::Span { from: Some(from), to, open_above } => between(from, to, (false, open_above)),
            Glyph::Span { from: None, to, open_above } => one(to, (true, open_above), false),
            // No amounts.
            Glyph::Lasting(..) | Glyph::Within(..) | Glyph::Since(_) | Glyph::Until(_) => return None,
            Glyph::Target(_) | Glyph::Zero => return None,
        })
    }
}

/// The plane's place in a layout.
struct Plane {
    left: i32,
    right: i32,
    top: i32,
    bottom: i32,
    along: Scale,
    up: Scale,
}

impl Plane {
    fn x(&self, value: f64) -> i32 {
        let place = self.along.place(value).unwrap_or(0.0);
        self.left + libm::round(place * f64::from(self.right - self.left)) as i32
    }

    fn y(&self, value: f64) -> i32 {
        let place = self.up.place(value).unwrap_or(0.0);
        self.bottom - libm::round(place * f64::from(self.bottom - self.top)) as i32
    }
}

/// The margin of those that lack what the other axis counts, hundredths of an em.
const MARGIN: i32 = 190;
/// Between a number of an axis and the plane.
const APART: i32 = 40;
/// The radius of what can be pointed at: 24 CSS pixels across.
const HIT: u32 = 75;
/// The radius of a dot.
const DOT: u32 = 36;

impl ScatterSpec {
    /// Makes each point say as much as the reader wants.
    pub(crate) fn speak(&mut self, dataset: &Dataset, spoken: Spoken) {
        self.points.iter_mut().for_each(|point| speak(&mut point.row, dataset, spoken, self.language));
    }
}

/// Draws the plane in a layout.
pub fn draw_scatter(spec: &ScatterSpec, layout: Layout) -> Scene {
    let mut drawing = Drawing::new(layout, Some(layout.most_lines()), spec.across);
    drawing.heard = spec.heard;
    drawing.heading("lane", &spec.axes[1], false);
    let plane = plane(spec, &drawing);
    drawing.canvas.borrow_mut().open("g", &[("class", "scatter")]);
    let mut taken = axes(spec, &plane, &mut drawing);
    let placed = placed(spec, &plane, &drawing);
    for dot in &placed {
        let x = drawing.room(dot.at.0) as i32;
        taken.push((x - 40, x + 40, dot.at.1 - 40, dot.at.1 + 40));
    }
    // Names matter more than those of the lines, and have their places first.
    let names: Vec<Option<PlacedText>> = placed
        .iter()
        .map(|dot| place_of_text(&dot.point.row.name, dot, &plane, &drawing, &mut taken))
        .collect();
    let lettered = letters(placed.iter().zip(&names), &plane, &drawing, &mut taken);
    equal_rates(spec, &plane, &drawing, &taken);
    points(placed, names, &plane, &mut drawing);
    drawing.canvas.borrow_mut().close("g");
    drawing.y = plane.bottom + Layout::LINE + APART;
    if spec.points.iter().any(|point| point.up.is_none()) {
        drawing.y += MARGIN + Layout::LINE;
    }
    drawing.heading("lane", &spec.axes[0], false);
    if let Some(lettered) = lettered {
        drawing.y += 30;
        drawing.canvas.borrow_mut().open("g", &[("aria-hidden", "true")]);
        drawing.whole("name", &spec.language.compared(&lettered));
        drawing.canvas.borrow_mut().close("g");
    }
    for rest in &spec.rest {
        drawing.y += 30;
        drawing.whole("gap", rest);
    }
    drawing.into_scene()
}

fn plane(spec: &ScatterSpec, drawing: &Drawing) -> Plane {
    let values = |glyph_of: fn(&Point) -> Option<&Glyph>| {
        let mut values = Vec::new();
        for glyph in spec.points.iter().filter_map(glyph_of) {
            match *glyph {
                Glyph::Between(from, to) => values.extend([from, to]),
                Glyph::Span { from, to, .. } => values.extend(from.into_iter().chain([to])),
                Glyph::Exact(v) | Glyph::Above(v) | Glyph::Below(v) | Glyph::About(v) => values.push(v),
                _ => {}
            }
        }
        values
    };
    let along = Scale::fitting(spec.scale, values(|point| point.along.as_ref()));
    let up = Scale::fitting(spec.scale, values(|point| point.up.as_ref()));
    let labels = up.ticks(drawing.layout.most_ticks()).into_iter();
    let widest = labels.map(|tick| width(&axis_number(spec.language, tick), false)).max().unwrap_or(0) as i32;
    let lacks_along = spec.points.iter().any(|point| point.along.is_none());
    let ems = widest + APART + if lacks_along { MARGIN } else { 0 };
    let height = match (drawing.layout, spec.low) {
        (_, true) => 1_100,
        (Layout::Wide, _) => 2_200,
        _ => 1_700,
    };
    // The names of those in the margin stand above it.
    let top = drawing.y + Layout::LINE + 60;
    let whole = drawing.room(SvgCanvas::WIDTH as i32) as i32;
    let right = SvgCanvas::WIDTH as i32 - SvgCanvas::WIDTH as i32 * 170 / whole.max(1);
    Plane { left: ems * SvgCanvas::WIDTH as i32 / whole.max(1), right, top, bottom: top + height, along, up }
}

/// The lines and numbers of both axes, and the names of the margins. Returns where these
/// stand.
fn axes(spec: &ScatterSpec, plane: &Plane, drawing: &mut Drawing) -> Vec<Taken> {
    let mut taken = Vec::new();
    let &Plane { left, right, top, bottom, .. } = plane;
    drawing.canvas.borrow_mut().open("g", &[("class", "axis"), ("aria-hidden", "true")]);
    let whole = drawing.room(SvgCanvas::WIDTH as i32) as i32;
    let across = |ems: i32| ems * SvgCanvas::WIDTH as i32 / whole.max(1);
    let lacks = |axis: fn(&Point) -> bool| spec.points.iter().any(axis);
    let lacks_along = lacks(|point| point.along.is_none());
    let lacks_up = lacks(|point| point.up.is_none());
    let foot = bottom + if lacks_up { MARGIN + Layout::LINE } else { 0 };
    let mut numbers = Vec::new();
    // Of what nobody reports there are no numbers.
    let ticks = |scale: &Scale, reported: fn(&Point) -> bool| match spec.points.iter().any(reported) {
        true => scale.ticks(drawing.layout.most_ticks()),
        false => Vec::new(),
    };
    let along = ticks(&plane.along, |point| point.along.is_some());
    let up = ticks(&plane.up, |point| point.up.is_some());
    for tick in along {
        let x = plane.x(tick);
        drawing.line("grid", (x, top), (x, bottom));
        numbers.push(drawing.tick_label(&axis_number(spec.language, tick), x));
    }
    drawing.tick_labels(&numbers, foot + Layout::LINE / 2 + 20);
    let start = left - if lacks_along { across(MARGIN) } else { 0 };
    for tick in up {
        let y = plane.y(tick);
        drawing.line("grid", (left, y), (right, y));
        let number = axis_number(spec.language, tick);
        let x = start - across(APART);
        drawing.text("tick", &number, (x, y), HPos::Right, false);
        let end = drawing.room(x) as i32;
        taken.push((end - width(&number, false) as i32, end, y - 65, y + 65));
    }
    if lacks_along {
        let y = top - Layout::LINE / 2 - 50;
        drawing.text("gap", &spec.missing[0], (0, y), HPos::Left, false);
        taken.push((0, width(&spec.missing[0], false) as i32, y - 65, y + 65));
        drawing.line("rule", (start, top), (start, bottom));
    }
    if lacks_up {
        drawing.line("rule", (left, foot), (right, foot));
        // On a line of its own: points stand in the margin.
        let y = bottom + MARGIN + Layout::LINE / 2 - 20;
        drawing.text("gap", &spec.missing[1], (right, y), HPos::Right, false);
        let end = drawing.room(right) as i32;
        taken.push((end - width(&spec.missing[1], false) as i32, end, y - 65, y + 65));
    }
    drawing.canvas.borrow_mut().close("g");
    taken
}

/// A place that is taken: left, right, top, bottom, hundredths of an em.
type Taken = (i32, i32, i32, i32);

fn meet(a: &Taken, b: &Taken) -> bool {
    a.0 < b.1 && b.0 < a.1 && a.2 < b.3 && b.2 < a.3
}

/// A line of equal rates across the plane: 1 per 10, per 1,000 …
struct RateLine {
    exponent: i32,
    start: BackendCoord,
    end: BackendCoord,
}

impl RateLine {
    /// What it is called; in short where there is little room, as the numbers of an axis are.
    fn name(&self, language: Language, in_short: bool) -> String {
        let per = power_of_ten(self.exponent.abs());
        let number = if in_short { axis_number(language, per) } else { spoken_number(language, per) };
        language.compared(&Comparing::OnePer { number, inverse: self.exponent > 0 })
    }

    /// A place on it, in sixteenths of its length.
    fn at(&self, sixteenths: i32) -> BackendCoord {
        let on = |from: i32, to: i32| from + (to - from) * sixteenths / 16;
        (on(self.start.0, self.end.0), on(self.start.1, self.end.1))
    }

    /// Whether it runs through a place, or so close to it that a name there might be its own.
    fn meets(&self, place: &Taken, drawing: &Drawing) -> bool {
        let (start, end) = (drawing.room(self.start.0) as i32, drawing.room(self.end.0) as i32);
        let (from, to) = (start.max(place.0 - BESIDE_LINE), end.min(place.1 + BESIDE_LINE));
        if from > to {
            return false;
        }
        // It goes up to the right.
        let height = |x: i32| self.start.1 + (self.end.1 - self.start.1) * (x - start) / (end - start).max(1);
        height(to) < place.3 + BESIDE_LINE && height(from) > place.2 - BESIDE_LINE
    }
}

/// How far a line's name stays away from other lines, hundredths of an em.
const BESIDE_LINE: i32 = 20;

/// The lines that cross the plane, if anybody has a rate.
fn rate_lines(spec: &ScatterSpec, plane: &Plane) -> Vec<RateLine> {
    let both = spec.points.iter().any(|point| point.along.is_some() && point.up.is_some());
    let line = |exponent: i32| {
        let rate = power_of_ten(exponent);
        // From where the line comes into the plane to where it leaves it.
        let from = plane.along.lower().max(plane.up.lower() / rate);
        let to = plane.along.upper().min(plane.up.upper() / rate);
        let (left, right) = plane.along.place(from).zip(plane.along.place(to))?;
        let line = RateLine {
            exponent,
            start: (plane.x(from), plane.y(from * rate)),
            end: (plane.x(to), plane.y(to * rate)),
        };
        // What lies along an axis cannot be told from it.
        (right - left >= 0.15 && line.start.1 - line.end.1 >= Layout::LINE).then_some(line)
    };
    [7, 5, 3, 1, -1, -3, -5, -7, -9, -11].into_iter().filter(|_| both).filter_map(line).collect()
}

/// Draws the lines of equal rates with their names. What a line without a name means nobody
/// knows: where there is no room for the names, they are in short, and a line that has none
/// even so is left out.
fn equal_rates(spec: &ScatterSpec, plane: &Plane, drawing: &Drawing, taken: &[Taken]) {
    drawing.canvas.borrow_mut().open("g", &[("class", "rates"), ("aria-hidden", "true")]);
    let lines = rate_lines(spec, plane);
    let placed = |in_short: bool| {
        let mut taken = taken.to_vec();
        let place = |line: &RateLine| {
            let name = line.name(spec.language, in_short);
            let others = || lines.iter().filter(|other| other.exponent != line.exponent);
            Some((place_of_rate(&name, line, others, plane, drawing, &mut taken)?, name))
        };
        lines.iter().map(place).collect::<Vec<_>>()
    };
    let mut names = placed(false);
    if names.iter().any(Option::is_none) {
        names = placed(true);
    }
    for (line, name) in lines.iter().zip(names) {
        let Some(((at, align), name)) = name else { continue };
        drawing.line("rate", line.start, line.end);
        drawing.text("tick", &name, at, align, false);
    }
    drawing.canvas.borrow_mut().close("g");
}

/// Where the name of a line stands: at its end, which is at the top above it and at the side
/// within the plane; else along it, and always nearer to it than to another line.
fn place_of_rate<'a, O: Iterator<Item = &'a RateLine>>(
    name: &str,
    line: &RateLine,
    others: impl Fn() -> O,
    plane: &Plane,
    drawing: &Drawing,
    taken: &mut Vec<Taken>,
) -> Option<PlacedText> {
    let (wide, half, end) = (width(name, false) as i32, Layout::LINE / 2, line.end);
    let mut candidates = match end.1 <= plane.top + 10 {
        true => vec![((end.0, plane.top - half - 50), HPos::Center)],
        false => {
            // Beside the plane there is some room, too.
            let ends = [end.0, SvgCanvas::WIDTH as i32].into_iter();
            ends.flat_map(|x| [end.1 - half, end.1 + half].map(|y| ((x, y), HPos::Right))).collect()
        }
    };
    for sixteenths in (1..16).rev() {
        let (x, y) = line.at(sixteenths);
        candidates.extend([((x, y - half), HPos::Right), ((x, y + half), HPos::Left)]);
    }
    // On the line, as heights stand on a map.
    for sixteenths in (1..16).rev() {
        candidates.push((line.at(sixteenths), HPos::Center));
    }
    let (left, right) = (drawing.room(plane.left) as i32, drawing.room(SvgCanvas::WIDTH as i32) as i32);
    candidates.into_iter().find(|&((x, y), ref align)| {
        let x = drawing.room(x) as i32;
        let from = match align {
            HPos::Left => x,
            HPos::Center => x - wide / 2,
            HPos::Right => x - wide,
        };
        let place = (from, from + wide, y - 65, y + 65);
        let free = from >= left
            && from + wide <= right
            && place.3 <= plane.bottom
            && !taken.iter().any(|other| meet(other, &place))
            && !others().any(|other| other.meets(&place, drawing));
        if free {
            taken.push(place);
        }
        free
    })
}

/// A point in its place: the ems along and down, and where its name may stand.
struct Placed<'a> {
    point: &'a Point,
    along: Option<Extent>,
    up: Option<Extent>,
    at: BackendCoord,
}

/// Every campaign that has a place on the plane or in a margin.
fn placed<'a>(spec: &'a ScatterSpec, plane: &Plane, drawing: &Drawing) -> Vec<Placed<'a>> {
    let whole = drawing.room(SvgCanvas::WIDTH as i32) as i32;
    let margin = MARGIN * SvgCanvas::WIDTH as i32 / whole.max(1);
    let place = |point: &'a Point| {
        let along = point.along.and_then(|glyph| Extent::of(&glyph, &plane.along));
        let up = point.up.and_then(|glyph| Extent::of(&glyph, &plane.up));
        let at = match (&along, &up) {
            (None, None) => return None,
            (Some(along), Some(up)) => (plane.x(along.at), plane.y(up.at)),
            (Some(along), None) => (plane.x(along.at), plane.bottom + MARGIN / 2),
            (None, Some(up)) => (plane.left - margin / 2, plane.y(up.at)),
        };
        Some(Placed { point, along, up, at })
    };
    spec.points.iter().filter_map(place).collect()
}

/// The points with their names, as far as these find room. What was told first has its
/// name first; all are drawn in their order, so that they are walked in it.
fn points(placed: Vec<Placed<'_>>, names: Vec<Option<PlacedText>>, plane: &Plane, drawing: &mut Drawing) {
    for (dot, name) in placed.into_iter().zip(names) {
        let tone = drawing.heard.then(|| tone(dot.point.up.as_slice(), &plane.up));
        drawing.open_mark(&dot.point.row, "row point", tone);
        let mut canvas = drawing.canvas.borrow_mut();
        canvas.class("hit");
        let _ = canvas.draw_circle(dot.at, HIT, &INK, true);
        drop(canvas);
        draw_point(&dot, plane, drawing);
        if let Some((at, align)) = name {
            drawing.text("name", &dot.point.row.name, at, align, false);
        }
        let row = &dot.point.row;
        drawing.canvas.borrow_mut().close(if row.href.is_some() { "a" } else { "g" });
        drawing.marks.push(PlacedMark {
            key: row.key.clone(),
            x: dot.at.0,
            y: dot.at.1,
            label: row.label.clone(),
        });
    }
}

/// Gives letters to points whose names find no room, where these do, and tells which are
/// whose; of one that has no room for a letter either, beside which it lies. (Who does not see
/// them hears the name with the point.)
fn letters<'a>(
    dots: impl Iterator<Item = (&'a Placed<'a>, &'a Option<PlacedText>)>,
    plane: &Plane,
    drawing: &Drawing,
    taken: &mut Vec<Taken>,
) -> Option<Comparing> {
    let (named, nameless): (Vec<_>, Vec<_>) = dots.partition(|(_, name)| name.is_some());
    let name = |dot: &Placed<'_>| dot.point.row.name.clone();
    let mut letters: Vec<(char, Vec<String>)> = Vec::new();
    let mut beside: Vec<(String, Vec<String>)> =
        named.iter().map(|(dot, _)| (name(dot), Vec::new())).collect();
    let (mut lettered, mut rest) = (Vec::new(), Vec::new());
    let mut left = ('A'..='Z').peekable();
    drawing.canvas.borrow_mut().open("g", &[("aria-hidden", "true")]);
    for (dot, _) in nameless {
        let placed = left.peek().and_then(|letter| {
            let text = letter.to_string();
            Some((place_of_text(&text, dot, plane, drawing, taken)?, text))
        });
        let Some(((at, align), text)) = placed else {
            rest.push(dot);
            continue;
        };
        drawing.text("name", &text, at, align, false);
        letters.extend(left.next().map(|letter| (letter, vec![name(dot)])));
        lettered.push(dot);
    }
    drawing.canvas.borrow_mut().close("g");
    for dot in rest {
        let far = |other: &Placed<'_>| {
            let along = i64::from(drawing.room(dot.at.0)) - i64::from(drawing.room(other.at.0));
            let down = i64::from(dot.at.1 - other.at.1);
            along * along + down * down
        };
        let told = lettered.iter().copied().zip(letters.iter_mut().map(|(_, names)| names));
        let said = named.iter().map(|(dot, _)| *dot).zip(beside.iter_mut().map(|(_, names)| names));
        if let Some((_, names)) = told.chain(said).min_by_key(|(other, _)| far(other)) {
            names.push(name(dot));
        }
    }
    beside.retain(|(_, names)| !names.is_empty());
    (!letters.is_empty() || !beside.is_empty()).then_some(Comparing::Lettered { letters, beside })
}

/// Where a text stands beside a point, and how it lies there.
type PlacedText = (BackendCoord, HPos);

/// Where a point's name stands: at its right, its left, above or below; nowhere where it
/// would run into something else, and then a letter stands for it, or the tooltip and the
/// table have it.
fn place_of_text(
    text: &str,
    dot: &Placed<'_>,
    plane: &Plane,
    drawing: &Drawing,
    taken: &mut Vec<Taken>,
) -> Option<PlacedText> {
    let (wide, whole) = (width(text, false) as i32, drawing.room(SvgCanvas::WIDTH as i32) as i32);
    let ((x, y), at) = ((drawing.room(dot.at.0) as i32, dot.at.1), dot.at.0);
    // An arrow takes its place first.
    let beside = 75 + if dot.along.as_ref().is_some_and(|along| along.open.1) { 90 } else { 0 };
    let before = 75 + if dot.along.as_ref().is_some_and(|along| along.open.0) { 90 } else { 0 };
    let above = 105 + if dot.up.as_ref().is_some_and(|up| up.open.1) { 90 } else { 0 };
    let across = |ems: i32| ems * SvgCanvas::WIDTH as i32 / whole.max(1);
    let half = Layout::LINE / 2;
    let candidates = [
        ((x + beside, x + beside + wide, y - half, y + half), (at + across(beside), y), HPos::Left),
        ((x - before - wide, x - before, y - half, y + half), (at - across(before), y), HPos::Right),
        ((x - wide / 2, x + wide / 2, y - above - half, y - above + half), (at, y - above), HPos::Center),
        ((x - wide / 2, x + wide / 2, y + 105 - half, y + 105 + half), (at, y + 105), HPos::Center),
    ];
    let start = if dot.along.is_some() { drawing.room(plane.left) as i32 } else { 0 };
    let foot = plane.bottom + if dot.up.is_none() { MARGIN } else { 0 };
    // In the margin along the other axis, what stands at its left are numbers.
    let most = if dot.along.is_some() { candidates.len() } else { 1 };
    let found = candidates.into_iter().take(most).find(|(place, ..)| {
        place.0 >= start
            && place.1 <= whole
            && place.2 >= plane.top - Layout::LINE
            && place.3 <= foot
            && !taken.iter().any(|other| {
                let own = other.0 == x - 40 && other.2 == y - 40;
                !own && meet(other, place)
            })
    });
    found.map(|(place, at, align)| {
        taken.push(place);
        (at, align)
    })
}

/// What is known along both axes: lines between, arrows where the true value may lie
/// further, and the dot.
fn draw_point(dot: &Placed<'_>, plane: &Plane, drawing: &Drawing) {
    let (x, y) = dot.at;
    let mut canvas = drawing.canvas.borrow_mut();
    if let Some((from, to)) = dot.along.as_ref().and_then(|along| along.ends) {
        canvas.class("line");
        let _ = canvas.draw_line((plane.x(from), y), (plane.x(to), y), &INK);
    }
    if let Some((from, to)) = dot.up.as_ref().and_then(|up| up.ends) {
        canvas.class("line");
        let _ = canvas.draw_line((x, plane.y(from)), (x, plane.y(to)), &INK);
    }
    let end_along = |low: bool| {
        let ends = dot.along.as_ref().and_then(|along| along.ends);
        ends.map_or(x, |(from, to)| plane.x(if low { from } else { to }))
    };
    let end_up = |low: bool| {
        let ends = dot.up.as_ref().and_then(|up| up.ends);
        ends.map_or(y, |(from, to)| plane.y(if low { from } else { to }))
    };
    let open = |extent: &Option<Extent>| extent.as_ref().map_or((false, false), |extent| extent.open);
    let (along, up) = (open(&dot.along), open(&dot.up));
    for (is_open, at, turn) in [
        (along.1, (end_along(false), y), (1, 0)),
        (along.0, (end_along(true), y), (-1, 0)),
        (up.1, (x, end_up(false)), (0, -1)),
        (up.0, (x, end_up(true)), (0, 1)),
    ] {
        if is_open {
            arrow(&mut canvas, at, turn);
        }
    }
    let about = [&dot.along, &dot.up].iter().any(|extent| extent.as_ref().is_some_and(|e| e.about));
    let lacking = dot.along.is_none() || dot.up.is_none();
    canvas.class(if about {
        "about"
    } else if lacking {
        "lacking"
    } else {
        "dot"
    });
    let _ = canvas.draw_circle(dot.at, DOT, &INK, !about);
}

/// An arrow away from a dot, turned to one of the four sides.
fn arrow(canvas: &mut SvgCanvas, at: BackendCoord, (along, down): (i32, i32)) {
    /// Tenths of a sixteenth of an em from the dot's middle, to the right.
    const SHAPE: [&[BackendCoord]; 2] = [&[(40, 0), (180, 0)], &[(125, -45), (180, 0), (125, 45)]];
    canvas.class("arrow");
    canvas.anchor(at);
    for path in SHAPE {
        let turned = path.iter().map(|&(x, y)| (x * along - y * down, x * down + y * along));
        let _ = canvas.draw_path(turned, &INK);
    }
    canvas.release();
}
