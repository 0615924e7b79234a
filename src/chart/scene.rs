//! Draws a spec in a layout: axes, headings, rows, marks. Results of drawing
//! are dropped with `let _`: the canvas writes into memory and cannot fail.

use super::canvas::{CanvasError, SvgCanvas};
use super::hearing::tone;
use super::layout::Layout;
use super::mark::{Glyph, Mark};
use super::scale::Scale;
use super::spec::{Axis, Band, ChartSpec, Panel, Row};
use super::text_width::{width, wrap};
use crate::format::axis_number;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::{DefaultFormatting, KeyPointHint, Ranged};
use plotters::drawing::DrawingArea;
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendTextStyle, DrawingBackend, FontFamily, FontStyle};
use std::cell::RefCell;
use std::rc::Rc;

/// A mark as it was placed: what pointer, keyboard, tooltip, screen reader and
/// tests go by.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedMark {
    /// The row's key.
    pub key: String,
    /// Where its value stands, hundredths of a per cent of the width; the start
    /// of the axis where nothing is drawn.
    pub x: i32,
    /// The middle of its row, hundredths of an em from the top.
    pub y: i32,
    /// Everything it says.
    pub label: String,
}

/// A drawing in one layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Which.
    pub layout: Layout,
    /// The elements inside the outer `<svg>`.
    pub body: String,
    /// The height, hundredths of an em.
    pub height: i32,
    /// The marks, in reading order.
    pub marks: Vec<PlacedMark>,
}

impl Scene {
    /// The whole `<svg>` element with an accessible name.
    pub fn svg(&self, name: &str) -> String {
        self.element("group", name)
    }

    /// The same as one picture, of which nothing inside is told.
    pub fn picture(&self, name: &str) -> String {
        self.element("img", name)
    }

    fn element(&self, role: &str, name: &str) -> String {
        let mut canvas = SvgCanvas::new(0);
        let class = format!("chart {}", self.layout.slug());
        let height = format!("{}.{:02}em", self.height / 100, self.height % 100);
        canvas.open(
            "svg",
            &[
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("class", &class),
                ("role", role),
                ("aria-label", name),
                ("width", "100%"),
                ("height", &height),
            ],
        );
        let mut svg = canvas.into_svg();
        svg.push_str(&self.body);
        svg.push_str("</svg>");
        svg
    }
}

/// Draws a chart in a layout.
pub fn draw(spec: &ChartSpec, layout: Layout) -> Scene {
    let mut drawing = Drawing::new(layout, Some(layout.most_lines()), spec.across);
    drawing.heard = spec.heard;
    for panel in &spec.panels {
        drawing.panel(spec, panel);
    }
    drawing.silent(spec);
    drawing.into_scene()
}

/// A chart on its way to a scene.
pub(super) struct Drawing {
    pub(super) layout: Layout,
    /// How many lines one text may take before it is left to the table, if to any.
    most_lines: Option<usize>,
    /// How wide the place is, hundredths of an em: the least for the layout, where it is
    /// not known.
    across: u32,
    /// How far down the drawing has come, hundredths of an em.
    pub(super) y: i32,
    /// Whether no row was drawn yet: the first takes the chart's place in the
    /// order of the tab key.
    first: bool,
    /// Whether marks have tones.
    pub(super) heard: bool,
    /// Where the mark of the row above stands, if a row is above.
    above: Option<BackendCoord>,
    pub(super) marks: Vec<PlacedMark>,
    pub(super) canvas: Rc<RefCell<SvgCanvas>>,
}

/// Deeper than any drawing: plotters confines marks to its drawing area.
const DEEPEST: i32 = 1 << 24;

/// The way down the page: a row's height is its place already.
#[derive(Clone, Copy, Debug)]
struct Down;

impl Ranged for Down {
    type FormatOption = DefaultFormatting;
    type ValueType = i32;

    fn map(&self, value: &i32, _: (i32, i32)) -> i32 {
        *value
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<i32> {
        Vec::new()
    }

    fn range(&self) -> std::ops::Range<i32> {
        0..DEEPEST
    }
}

/// Text of one size, regular or bold: hierarchy comes from weight and colour.
struct Text {
    align: HPos,
    bold: bool,
}

impl BackendTextStyle for Text {
    type FontError = CanvasError;

    fn anchor(&self) -> Pos {
        Pos::new(self.align, VPos::Bottom)
    }

    fn style(&self) -> FontStyle {
        if self.bold { FontStyle::Bold } else { FontStyle::Normal }
    }

    fn family(&self) -> FontFamily<'_> {
        FontFamily::SansSerif
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), CanvasError> {
        Ok(((0, 0), (width(text, self.bold) as i32, Layout::LINE)))
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        _: &str,
        _: BackendCoord,
        _: F,
    ) -> Result<Result<(), E>, CanvasError> {
        // The canvas sets text itself; there are no glyphs to fill in.
        Ok(Ok(()))
    }
}

/// The baseline of a line of text whose middle is at `y`.
pub(super) const fn baseline(y: i32) -> i32 {
    y + 35
}

pub(super) const INK: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

impl Drawing {
    pub(super) fn new(layout: Layout, most_lines: Option<usize>, across: Option<u32>) -> Self {
        let canvas = Rc::new(RefCell::new(SvgCanvas::new(DEEPEST as u32)));
        let across = across.unwrap_or(100 * layout.least_width());
        Self {
            layout,
            most_lines,
            across,
            y: 20,
            first: true,
            heard: false,
            above: None,
            marks: Vec::new(),
            canvas,
        }
    }

    /// Its height is known now that everything is placed.
    pub(super) fn into_scene(self) -> Scene {
        let Self { layout, y, marks, canvas, .. } = self;
        let body = Rc::try_unwrap(canvas)
            .map_or_else(|shared| shared.borrow_mut().split_off(0), |own| own.into_inner().into_svg());
        Scene { layout, body, height: y + 30, marks }
    }

    pub(super) fn text(
        &self,
        class: &'static str,
        text: &str,
        (x, y): BackendCoord,
        align: HPos,
        bold: bool,
    ) {
        let mut canvas = self.canvas.borrow_mut();
        super::canvas::Canvas::class(&mut *canvas, class);
        let _ = canvas.draw_text(text, &Text { align, bold }, (x, baseline(y)));
    }

    pub(super) fn line(&self, class: &'static str, from: BackendCoord, to: BackendCoord) {
        let mut canvas = self.canvas.borrow_mut();
        super::canvas::Canvas::class(&mut *canvas, class);
        let _ = canvas.draw_line(from, to, &INK);
    }

    /// The same, where what was drawn ends at `y`.
    pub(super) fn ending_at(mut self, y: i32) -> Scene {
        self.y = y;
        self.into_scene()
    }

    /// Draws texts below each other, each broken into lines of the room there is, and returns how
    /// high they are. The first text has the class given, the others say more about it.
    fn texts(
        &self,
        (class, bold): (&'static str, bool),
        texts: &[String],
        (x, top): BackendCoord,
        room: u32,
    ) -> i32 {
        let mut height = 0;
        // A figure is not parted from what is known about it; only what no source would say is cut.
        let most = self.most_lines.map(|most| if class == "value" { 4 * most } else { most });
        for (at, text) in texts.iter().enumerate() {
            let (class, bold) = if at == 0 { (class, bold) } else { ("more", false) };
            for line in wrap(text, bold, room, most) {
                let y = top + height + Layout::LINE / 2;
                self.text(class, &line, (x, y), HPos::Left, bold);
                height += Layout::LINE;
            }
        }
        height
    }

    fn panel(&mut self, spec: &ChartSpec, panel: &Panel) {
        let values =
            panel_values(panel).into_iter().chain(panel.domain.iter().copied()).chain(panel.reference);
        let scale = match panel.axis {
            Axis::Amounts | Axis::Times => Scale::fitting(spec.scale, values),
            Axis::Years => Scale::of_years(values),
        };
        let (left, right) = if points_out_of_start(panel, &scale) {
            self.layout.axis_after_arrow()
        } else {
            self.layout.axis()
        };
        self.y += 20;
        let label_y = self.y + Layout::LINE / 2;
        let top = self.y + Layout::LINE + 10;
        // The grid comes first, so that it lies below; its end is known last.
        let before = self.canvas.borrow().position();
        self.y = top + 20;
        for band in &panel.bands {
            self.band(band, &scale, (left, right));
        }
        let bottom = self.y;
        let rows = self.canvas.borrow_mut().split_off(before);
        self.canvas.borrow_mut().open("g", &[("class", "axis"), ("aria-hidden", "true")]);
        let mut ticks = Vec::new();
        for tick in scale.ticks(self.layout.most_ticks()) {
            let Some(place) = scale.place(tick) else { continue };
            let x = left + libm::round(place * f64::from(right - left)) as i32;
            self.line(if tick == 0.0 { "zero" } else { "grid" }, (x, top), (x, bottom));
            let number = match panel.axis {
                Axis::Amounts => axis_number(spec.language, tick),
                Axis::Times => format!("{}\u{d7}", axis_number(spec.language, tick)),
                Axis::Years => match libm::round((tick - libm::floor(tick)) * 12.0) as usize {
                    0 => format!("{}", tick as i32),
                    // A quarter of a year is a month's first day but for a day or two.
                    month => (*spec.language.phrases().months.get(month).unwrap_or(&"")).to_owned(),
                },
            };
            ticks.push(self.tick_label(&number, x));
        }
        if let Some(place) = panel.reference.and_then(|value| scale.place(value)) {
            let x = left + libm::round(place * f64::from(right - left)) as i32;
            self.line("zero", (x, top), (x, bottom));
        }
        self.tick_labels(&ticks, label_y);
        self.canvas.borrow_mut().close("g");
        self.canvas.borrow_mut().append(&rows);
    }

    /// Writes the labels of ticks at `y`, as many as stand evenly beside each other.
    pub(super) fn tick_labels(&self, labels: &[TickLabel], y: i32) {
        for label in labels.iter().step_by(apart(labels)) {
            self.text("tick", &label.text, (label.x, y), label.align, false);
        }
    }

    /// The label of a tick at `x`, placed so that it does not leave the drawing.
    pub(super) fn tick_label(&self, text: &str, x: i32) -> TickLabel {
        let (place, half) = (self.room(x) as i32, width(text, false) as i32 / 2);
        let end = self.room(SvgCanvas::WIDTH as i32) as i32;
        let (x, from, align) = if place < half {
            (0, 0, HPos::Left)
        } else if place + half > end {
            (SvgCanvas::WIDTH as i32, end - 2 * half, HPos::Right)
        } else {
            (x, place - half, HPos::Center)
        };
        TickLabel { text: text.to_owned(), x, align, from, to: from + 2 * half }
    }

    fn band(&mut self, band: &Band, scale: &Scale, axis: (i32, i32)) {
        if !matches!(band, Band::Row(_)) {
            self.above = None;
        }
        match band {
            Band::Section(text) => {
                self.y += 40;
                self.stop("section", |drawing| drawing.heading("section", text, true));
            }
            Band::Lane { name, note, leads } => {
                self.y += if *leads { 40 } else { 15 };
                self.stop(if *leads { "alone" } else { "lane" }, |drawing| {
                    drawing.heading(if *leads { "section" } else { "lane" }, name, *leads);
                    if let Some(note) = note {
                        drawing.heading("more", note, false);
                    }
                });
            }
            Band::Name(text) => {
                self.y += 10;
                self.stop("name", |drawing| drawing.heading("name", text, false));
            }
            Band::Row(row) => self.row(row, scale, axis),
        }
    }

    /// A heading at which whoever walks the chart can stop.
    fn stop(&mut self, level: &str, heading: impl FnOnce(&mut Self)) {
        self.canvas.borrow_mut().open("g", &[("data-stop", level)]);
        heading(self);
        self.canvas.borrow_mut().close("g");
    }

    /// A text of its own over the full width.
    pub(super) fn heading(&mut self, class: &'static str, text: &str, bold: bool) {
        let room = self.room(if self.layout == Layout::Wide { 10_000 } else { 9_900 });
        self.y += self.texts((class, bold), &[text.to_owned()], (0, self.y), room);
    }

    /// The same of one that has to be whole, however many lines it takes.
    pub(super) fn whole(&mut self, class: &'static str, text: &str) {
        let most = self.most_lines.take();
        self.heading(class, text, false);
        self.most_lines = most;
    }

    /// The room that a text may take, hundredths of an em, of a part of the width in
    /// hundredths of a per cent.
    pub(super) fn room(&self, part: i32) -> u32 {
        (i64::from(self.across) * i64::from(part) / i64::from(SvgCanvas::WIDTH)) as u32
    }

    fn row(&mut self, row: &Row, scale: &Scale, (left, right): (i32, i32)) {
        let indent = if row.indented { 250 } else { 0 };
        let top = self.y;
        let tone = self.heard.then(|| tone(&row.glyphs, scale));
        self.open_mark(row, "row", tone);
        // Opened now and closed below: what lies behind the row is drawn when
        // its height is known, so the hit area is inserted here.
        let before = self.canvas.borrow().position();
        let (middle, bottom) = match self.layout {
            Layout::Wide => {
                let (name_room, values) =
                    (self.room(self.layout.axis().0 - 150 - indent), self.layout.values());
                let names =
                    self.texts(("name", false), &name_lines(row, name_room), (indent, top + 25), name_room);
                let room = self.room(10_000 - values);
                let height = names.max(self.texts(("value", true), &row.value, (values, top + 25), room));
                (top + 25 + Layout::LINE / 2, top + 50 + height)
            }
            Layout::Narrow | Layout::Medium => {
                let room = self.room(9_900 - indent);
                let mut y = top + 15;
                y += self.texts(("name", false), &name_lines(row, room), (indent, y), room);
                y += self.texts(("value", true), &row.value, (indent, y), room);
                (y + 62, y + 127)
            }
        };
        let area = DrawingArea::from(&self.canvas);
        let axis =
            area.apply_coord_spec(Cartesian2d::<Scale, Down>::new(*scale, Down, (left..right, 0..DEEPEST)));
        // Half an em, at the layout's least width.
        let least_line = SvgCanvas::WIDTH as i32 / (2 * self.layout.least_width() as i32);
        let place = |value: f64| axis.map_coordinate(&(value, middle)).0;
        let target = row.glyphs.iter().find_map(|glyph| match glyph {
            Glyph::Target(value) => Some(place(*value)),
            _ => None,
        });
        let mut at = left;
        let main = row.glyphs.iter().rev().find(|glyph| !matches!(glyph, Glyph::Target(_)));
        let here = main.map(|glyph| (place(main_value(glyph, scale)), middle));
        if let (true, Some(above), Some(here)) = (row.joined, self.above, here) {
            // Behind the words.
            let words = self.canvas.borrow_mut().split_off(before);
            self.line("joint", above, here);
            self.canvas.borrow_mut().append(&words);
        }
        self.above = here;
        for glyph in &row.glyphs {
            let mut mark = Mark::new(*glyph, scale.kind(), scale.lower(), middle, least_line);
            if let Some(target) = target {
                mark = mark.beside_target(target - place(last_value(glyph, scale)));
            }
            let _ = axis.draw(&mark);
            if !matches!(glyph, Glyph::Target(_)) {
                at = place(main_value(glyph, scale));
            }
        }
        self.close_row(row, before, top, bottom);
        self.marks.push(PlacedMark { key: row.key.clone(), x: at, y: middle, label: row.label.clone() });
        self.y = bottom;
    }

    /// Campaigns that report nothing: labelled empty rows, at the end.
    fn silent(&mut self, spec: &ChartSpec) {
        if spec.silent.is_empty() && spec.silent_rest.is_none() {
            return;
        }
        self.y += 30;
        let name = spec.language.phrases().without_figure;
        self.canvas.borrow_mut().open("g", &[("data-stop", "section"), ("data-name", name)]);
        self.line("rule", (0, self.y), (SvgCanvas::WIDTH as i32, self.y));
        self.canvas.borrow_mut().close("g");
        self.y += 20;
        for row in &spec.silent {
            let top = self.y;
            let name = [row.name.clone()];
            self.open_mark(row, "row", self.heard.then(String::new));
            let before = self.canvas.borrow().position();
            let bottom = match self.layout {
                Layout::Wide => {
                    let (left, _) = self.layout.axis();
                    let names = self.texts(("name", false), &name, (0, top + 15), self.room(left - 150));
                    let room = self.room(10_000 - left);
                    top + 30 + names.max(self.texts(("gap", false), &row.value, (left, top + 15), room))
                }
                Layout::Narrow | Layout::Medium => {
                    let room = self.room(9_900);
                    let names = self.texts(("name", false), &name, (0, top + 15), room);
                    top + 30 + names + self.texts(("gap", false), &row.value, (0, top + 15 + names), room)
                }
            };
            self.close_row(row, before, top, bottom);
            let y = (top + bottom) / 2;
            self.marks.push(PlacedMark {
                key: row.key.clone(),
                x: self.layout.axis().0,
                y,
                label: row.label.clone(),
            });
            self.y = bottom;
        }
        if let Some(rest) = &spec.silent_rest {
            self.y += 15;
            self.heading("gap", rest, false);
        }
    }

    /// Opens what is walked and leads to a row's evidence, with these classes; and with its
    /// tone, where it is heard.
    pub(super) fn open_mark(&mut self, row: &Row, class: &'static str, tone: Option<String>) {
        let mut canvas = self.canvas.borrow_mut();
        let Some(href) = &row.href else {
            canvas.open("g", &[("class", class), ("role", "img"), ("aria-label", &row.label)]);
            return;
        };
        let tab = if std::mem::take(&mut self.first) { "0" } else { "-1" };
        let says = row.says.join(" ");
        let mut attributes = vec![
            ("class", class),
            ("href", &**href),
            ("data-mark", &row.key),
            ("data-campaign", &row.campaign),
            ("tabindex", tab),
            ("aria-label", &row.label),
        ];
        if row.indented {
            attributes.push(("data-within", ""));
        }
        if !says.is_empty() {
            attributes.push(("data-says", &says));
        }
        if let Some(tone) = &tone {
            attributes.push(("data-tone", tone));
        }
        canvas.open("a", &attributes);
    }

    fn close_row(&mut self, row: &Row, before: usize, top: i32, bottom: i32) {
        let mut canvas = self.canvas.borrow_mut();
        let content = canvas.split_off(before);
        super::canvas::Canvas::class(&mut *canvas, "hit");
        let _ = canvas.draw_rect((0, top), (SvgCanvas::WIDTH as i32, bottom), &INK, true);
        canvas.append(&content);
        canvas.close(if row.href.is_some() { "a" } else { "g" });
    }
}

/// The label of a tick, and what it takes of the axis, hundredths of an em at the
/// layout's least width.
pub(super) struct TickLabel {
    text: String,
    x: i32,
    align: HPos,
    from: i32,
    to: i32,
}

/// Which of the labels can stand beside each other: each, each second, each third …
/// Steps that are not alike would be read as such.
fn apart(labels: &[TickLabel]) -> usize {
    const APART: i32 = 30;
    let fits = |step: &usize| {
        let mut taken = i32::MIN;
        labels.iter().step_by(*step).all(|label| {
            let free = label.from >= taken.saturating_add(APART);
            taken = label.to;
            free
        })
    };
    (1..labels.len()).find(fits).unwrap_or(labels.len().max(1))
}

/// A row's name as one text where it fits a line, else campaign and period apart.
fn name_lines(row: &Row, room: u32) -> Vec<String> {
    if row.name_parts.is_empty() || width(&row.name, false) <= room {
        vec![row.name.clone()]
    } else {
        row.name_parts.clone()
    }
}

/// Whether an arrow at the very start of a panel's axis points out of it.
fn points_out_of_start(panel: &Panel, scale: &Scale) -> bool {
    let near_start = |value: f64| scale.place(value).is_some_and(|place| place < 0.1);
    panel.bands.iter().any(|band| match band {
        Band::Row(row) => row.glyphs.iter().any(|glyph| matches!(*glyph, Glyph::Below(v) if near_start(v))),
        _ => false,
    })
}

/// Every number that the marks of a panel need a place for.
pub(super) fn panel_values(panel: &Panel) -> Vec<f64> {
    let mut values = Vec::new();
    for band in &panel.bands {
        let Band::Row(row) = band else { continue };
        for glyph in &row.glyphs {
            match *glyph {
                Glyph::Exact(v) | Glyph::Above(v) | Glyph::Below(v) | Glyph::About(v) => values.push(v),
                Glyph::Statement(v) | Glyph::Target(v) | Glyph::Since(v) | Glyph::Until(v) => values.push(v),
                Glyph::Between(from, to) | Glyph::Lasting(from, to) | Glyph::Within(from, to) => {
                    values.extend([from, to]);
                }
                Glyph::Span { from, to, .. } => values.extend(from.into_iter().chain([to])),
                Glyph::Zero => {}
            }
        }
    }
    values
}

/// Where a glyph ends on the right.
fn last_value(glyph: &Glyph, scale: &Scale) -> f64 {
    match *glyph {
        Glyph::Between(_, to) | Glyph::Lasting(_, to) | Glyph::Within(_, to) | Glyph::Span { to, .. } => to,
        _ => main_value(glyph, scale),
    }
}

/// Where a tooltip for a glyph points.
fn main_value(glyph: &Glyph, scale: &Scale) -> f64 {
    match *glyph {
        Glyph::Exact(v) | Glyph::Above(v) | Glyph::Below(v) | Glyph::About(v) => v,
        Glyph::Statement(v) | Glyph::Target(v) | Glyph::Since(v) | Glyph::Until(v) => v,
        Glyph::Between(from, _) | Glyph::Lasting(from, _) | Glyph::Within(from, _) => from,
        Glyph::Span { from, to, .. } => from.unwrap_or(to),
        Glyph::Zero => scale.lower(),
    }
}
