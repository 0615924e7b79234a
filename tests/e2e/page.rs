//! The page as a reader meets it: things are found by role and accessible name,
//! worked by keyboard and pointer, and waited for. Whatever is not as the story
//! has it ends the story, with a sentence.

use crate::engine::Engine;
use crate::session::{ELEMENT, Session};
use crate::site::Site;
use groundswell::format::Language;
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

/// How long anything may take that is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// Elements that can have a role, to be asked for their computed one.
const CANDIDATES: &[(&str, &str)] = &[
    ("button", "button, summary, [role=button]"),
    ("link", "a[href], [role=link]"),
    ("checkbox", "input[type=checkbox], [role=checkbox]"),
    ("radio", "input[type=radio], [role=radio]"),
    ("combobox", "select, input[list], [role=combobox]"),
    ("searchbox", "input[type=search], [role=searchbox]"),
    ("textbox", "input[type=text], textarea, [role=textbox]"),
    ("heading", "h1, h2, h3, h4, [role=heading]"),
    ("figure", "figure, [role=figure]"),
    ("table", "table, [role=table]"),
    ("main", "main, [role=main]"),
    ("status", "output, [role=status]"),
];

/// Keys as WebDriver knows them.
pub mod key {
    pub const BACKSPACE: char = '\u{e003}';
    pub const TAB: char = '\u{e004}';
    pub const ENTER: char = '\u{e007}';
    pub const SHIFT: char = '\u{e008}';
    pub const ESCAPE: char = '\u{e00c}';
    pub const SPACE: char = ' ';
    pub const END: char = '\u{e010}';
    pub const HOME: char = '\u{e011}';
    pub const RIGHT: char = '\u{e014}';
    pub const UP: char = '\u{e013}';
    pub const LEFT: char = '\u{e012}';
    pub const DOWN: char = '\u{e015}';
}

/// An element of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Element(Value);

/// A page in a browser, and the site it comes from.
pub struct Page<'a> {
    session: &'a Session,
    /// The server.
    pub site: &'a Site,
}

impl<'a> Page<'a> {
    pub const fn new(session: &'a Session, site: &'a Site) -> Self {
        Self { session, site }
    }

    /// The browser's engine.
    pub const fn engine(&self) -> Engine {
        self.session.engine()
    }

    /// The folder in which the browser saves things, without what former stories saved.
    #[track_caller]
    pub fn saves_to(&self) -> PathBuf {
        let folder = self.session.saves_to();
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
        folder
    }

    // ---- going somewhere

    /// Goes to the page with that query and waits until its charts are painted
    /// and alive, and whatever it opens is drawn.
    #[track_caller]
    pub fn open(&self, query: &str) {
        self.go(query);
        self.is_alive();
        self.opened_is_drawn();
    }

    /// Waits until another program has drawn the figures that are open and not the page's own.
    #[track_caller]
    pub fn opened_is_drawn(&self) {
        self.wait_for("the opened figures", "return !document.querySelector('.undrawn > details[open]')");
    }

    /// Goes to the page with that query, whatever becomes of it.
    #[track_caller]
    pub fn go(&self, query: &str) {
        self.visit(&(self.site.address() + query));
    }

    /// Goes to an address, also of another page than the dashboard.
    #[track_caller]
    pub fn visit(&self, url: &str) {
        if self.engine() == Engine::WebKit {
            // Its driver does not wait (see `Engine::capabilities`): the former
            // page is left first, so that it is not taken for the new one.
            self.leave_for("about:blank");
        }
        self.leave_for(url);
    }

    #[track_caller]
    fn leave_for(&self, url: &str) {
        self.session.post("url", json!({ "url": url })).unwrap_or_else(|error| panic!("{error}"));
        if self.engine() == Engine::WebKit {
            let read = "return document.readyState !== 'loading' && location.href";
            self.until(&format!("the page {url}"), || {
                let now = self.session.script(read, &[]).unwrap_or_default();
                now.as_str().is_some_and(|now| (now == "about:blank") == (url == "about:blank"))
            });
        }
    }

    /// Waits until the charts are painted and alive, and what was out of sight
    /// waits no longer: its texts can be read then.
    #[track_caller]
    pub fn is_alive(&self) {
        self.wait_for(
            "the charts to be alive",
            "const page = document.documentElement.dataset; return 'ready' in page && !('starting' in page)",
        );
    }

    /// Loads the same address anew.
    #[track_caller]
    pub fn reload(&self) {
        // So that the former page is not taken for the new one.
        self.ask("delete document.documentElement.dataset.ready");
        self.session.post("refresh", json!({})).unwrap_or_else(|error| panic!("{error}"));
        self.is_alive();
    }

    #[track_caller]
    pub fn back(&self) {
        self.travel("back");
    }

    #[track_caller]
    pub fn forward(&self) {
        self.travel("forward");
    }

    fn travel(&self, way: &str) {
        if self.engine() == Engine::WebKit {
            // Its driver waits for a page to load, and a step within one loads none.
            self.ask(&format!("history.{way}()"));
        } else {
            self.session.post(way, json!({})).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    /// The query of the address, with its question mark.
    #[track_caller]
    pub fn query(&self) -> String {
        self.text_of("return location.search")
    }

    // ---- asking

    /// What the body of a function returns.
    #[track_caller]
    pub fn ask(&self, script: &str) -> Value {
        self.ask_with(script, &[])
    }

    #[track_caller]
    pub fn ask_with(&self, script: &str, arguments: &[Value]) -> Value {
        let mut answer = self.session.script(script, arguments);
        if arguments.iter().all(|argument| argument[ELEMENT].is_null()) {
            // WebKit's driver gives up when what a script returns is drawn anew before
            // it has a handle, or when the page is just being left for the next; what
            // was not named by a handle is asked for again.
            let passing = ["stale element", "before the unload event"];
            if answer.as_ref().is_err_and(|error| passing.iter().any(|why| error.contains(why))) {
                answer = self.session.script(script, arguments);
            }
        }
        match answer {
            Ok(answer) => answer,
            Err(error) => panic!("{error}\nin: {script}"),
        }
    }

    /// What the body of a function gives to its last argument.
    #[track_caller]
    pub fn ask_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.script_with_callback(script, arguments).unwrap_or_else(|error| panic!("{error}"))
    }

    /// A text that the body of a function returns.
    #[track_caller]
    pub fn text_of(&self, script: &str) -> String {
        self.ask(script).as_str().unwrap_or_default().to_owned()
    }

    /// A list of texts that the body of a function returns.
    #[track_caller]
    pub fn texts_of(&self, script: &str) -> Vec<String> {
        let found = self.ask(script);
        let list = found.as_array().unwrap_or_else(|| panic!("no list but {found} from: {script}"));
        list.iter().map(|text| text.as_str().unwrap_or_default().to_owned()).collect()
    }

    /// All text that can be seen.
    #[track_caller]
    pub fn visible_text(&self) -> String {
        self.text_of("return document.body?.innerText ?? ''")
    }

    /// The elements a script returns.
    #[track_caller]
    pub fn elements(&self, script: &str, arguments: &[Value]) -> Vec<Element> {
        let found = self.ask_with(script, arguments);
        found.as_array().into_iter().flatten().cloned().map(Element).collect()
    }

    /// A figure by its stable name.
    #[track_caller]
    pub fn figure(&self, name: &str) -> Element {
        let script = "return [...document.querySelectorAll('figure[data-figure]')].filter(f => f.dataset.figure === arguments[0])";
        let mut found = self.elements(script, &[json!(name)]);
        assert_eq!(found.len(), 1, "figures named {name}");
        found.remove(0)
    }

    /// Waits until what is out of sight was drawn too, a place a frame.
    #[track_caller]
    pub fn all_is_drawn(&self) {
        let frames = "
            const [done] = arguments;
            let left = 30;
            const next = () => left-- > 0 ? requestAnimationFrame(next) : done();
            next();";
        self.ask_later(frames, &[]);
    }

    /// What every figure shows, in order: its words, and the drawing that fits.
    /// (Of other layouts the page keeps what costs least.)
    #[track_caller]
    pub fn figures_shown(&self) -> Vec<String> {
        let script = "
            return [...document.querySelectorAll('figure[data-figure]')].map(f => [f.innerText,
                ...[...f.querySelectorAll('svg[role=group]')].filter(s => s.checkVisibility()).map(s => s.outerHTML)].join(' '))";
        self.texts_of(script)
    }

    /// A figure's headline, which is its name.
    #[track_caller]
    pub fn headline(&self, name: &str) -> String {
        let mut headline = String::new();
        self.anew(|| {
            headline = self.label_of(&self.figure(name))?;
            Ok(())
        });
        headline
    }

    /// The marks of a figure that can be seen: links within its charts.
    #[track_caller]
    pub fn marks(&self, name: &str) -> Vec<Element> {
        let script = "return [...document.querySelectorAll('figure[data-figure] svg a[href]')]
            .filter(a => a.closest('figure').dataset.figure === arguments[0] && a.checkVisibility())";
        self.elements(script, &[json!(name)])
    }

    /// What every mark of a figure says.
    #[track_caller]
    pub fn labels(&self, name: &str) -> Vec<String> {
        let mut labels = Vec::new();
        self.anew(|| {
            labels = self.marks(name).iter().map(|mark| self.label_of(mark)).collect::<Result<_, _>>()?;
            Ok(())
        });
        labels
    }

    /// Opens a figure's table, unless it is open.
    #[track_caller]
    pub fn open_table(&self, name: &str) {
        let start = Language::English.phrases().show_table;
        let tables = || self.in_figure(name, "table", "");
        if tables().is_empty() {
            let buttons = self.in_figure(name, "button", start);
            assert_eq!(buttons.len(), 1, "buttons of {name} to open its table");
            self.activate(&buttons[0]);
            self.until("the table to open", || tables().len() == 1);
        }
    }

    /// The elements of a figure with that role whose name starts so.
    #[track_caller]
    pub fn in_figure(&self, name: &str, role: &str, start: &str) -> Vec<Element> {
        let mut found = Vec::new();
        self.anew(|| {
            found = self.all(Some(&self.figure(name)), role, start, false)?;
            Ok(())
        });
        found
    }

    /// Asks again where what was asked about has been drawn anew meanwhile.
    #[track_caller]
    fn anew(&self, mut ask: impl FnMut() -> Result<(), String>) {
        let mut tries = 0;
        while let Err(error) = ask() {
            tries += 1;
            // WebKit gives nothing for what is gone.
            let is_gone = error.contains("stale element") || error.contains("null is not an object");
            assert!(tries < 20 && is_gone, "{error}");
        }
    }

    /// What an element is, to those who do not see it.
    #[track_caller]
    pub fn role(&self, element: &Element) -> String {
        self.role_of(element).unwrap_or_else(|error| panic!("{error}"))
    }

    /// Brings an element into view that the page lays out only when it comes
    /// near: drivers know no role and no name of it before.
    fn lay_out(&self, element: &Element) -> Result<(), String> {
        let script = "
            const [element, done] = arguments;
            if (!element.checkVisibility() || element.checkVisibility({contentVisibilityAuto: true})) return done();
            element.scrollIntoView({block: 'center', behavior: 'instant'});
            requestAnimationFrame(() => requestAnimationFrame(() => done()));";
        self.session.script_with_callback(script, std::slice::from_ref(&element.0)).map(drop)
    }

    fn role_of(&self, element: &Element) -> Result<String, String> {
        self.lay_out(element)?;
        let role = self.session.get(&format!("element/{}/computedrole", element.id()))?;
        let role = role.as_str().unwrap_or_default();
        // What opens and closes is a button to its reader, and a list that drops
        // down a combobox, under whatever name an engine keeps it.
        let tag = match role {
            "DisclosureTriangle" | "DisclosureTriangleGrouped" | "summary" => "SUMMARY".to_owned(),
            "ComboBoxSelect" | "menulist" => "SELECT".to_owned(),
            "" => self.property(element, "tagName"),
            // One with suggestions is a combobox (HTML's accessibility mappings), whatever else
            // an engine says.
            "textbox" | "searchbox" if self.property(element, "list") != "null" => "SELECT".to_owned(),
            "textbox" if self.property(element, "type") == "search" => "SEARCH".to_owned(),
            "button" if self.engine() == Engine::WebKit => self.property(element, "tagName"),
            _ => String::new(),
        };
        Ok(match tag.as_str() {
            "SUMMARY" => "button",
            "SELECT" => "combobox",
            "SEARCH" => "searchbox",
            _ => role,
        }
        .to_owned())
    }

    /// What an element is called, to those who do not see it.
    #[track_caller]
    pub fn label(&self, element: &Element) -> String {
        self.label_of(element).unwrap_or_else(|error| panic!("{error}"))
    }

    fn label_of(&self, element: &Element) -> Result<String, String> {
        self.lay_out(element)?;
        let label = self.session.get(&format!("element/{}/computedlabel", element.id()))?;
        Ok(squeezed(label.as_str().unwrap_or_default()))
    }

    /// An attribute or property of an element, as text.
    #[track_caller]
    pub fn property(&self, element: &Element, name: &str) -> String {
        let script = "return String(arguments[0][arguments[1]] ?? arguments[0].getAttribute(arguments[1]))";
        let value = self.ask_with(script, &[element.0.clone(), json!(name)]);
        value.as_str().unwrap_or_default().to_owned()
    }

    /// The element with that role and name which can be seen.
    #[track_caller]
    pub fn find(&self, role: &str, name: &str) -> Element {
        self.one(role, name, true)
    }

    /// The element with that role whose name starts so.
    #[track_caller]
    pub fn find_starting(&self, role: &str, start: &str) -> Element {
        self.one(role, start, false)
    }

    #[track_caller]
    fn one(&self, role: &str, name: &str, whole: bool) -> Element {
        let mut found = Vec::new();
        self.until(&format!("one {role} named {name:?}"), || {
            found = self.all(None, role, name, whole).unwrap_or_default();
            found.len() == 1
        });
        found.remove(0)
    }

    /// Whether something with that role and name can be seen.
    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        let mut found = Vec::new();
        self.anew(|| {
            found = self.all(None, role, name, true)?;
            Ok(())
        });
        !found.is_empty()
    }

    /// The elements with that role within another whose name starts so.
    #[track_caller]
    pub fn within(&self, element: &Element, role: &str, start: &str) -> Vec<Element> {
        self.all(Some(element), role, start, false).unwrap_or_else(|error| panic!("{error}"))
    }

    fn all(
        &self,
        scope: Option<&Element>,
        role: &str,
        name: &str,
        whole: bool,
    ) -> Result<Vec<Element>, String> {
        let Some((_, candidates)) = CANDIDATES.iter().find(|(known, _)| *known == role) else {
            panic!("no candidates are known for the role {role}")
        };
        // First those that have the words somewhere near; the driver is then
        // asked for the role and the name of each.
        let script = "
            const [scope, candidates, words] = arguments;
            const text = e => [e.getAttribute('aria-label'), e.textContent, e.parentElement?.textContent,
                ...(e.getAttribute('aria-labelledby') ?? '').split(' ').map(id => document.getElementById(id)?.textContent)].join(' ');
            return [...(scope ?? document).querySelectorAll(candidates)]
                .filter(e => e.checkVisibility({visibilityProperty: true}) && text(e).replace(/\\s+/g, ' ').includes(words))";
        let scope = scope.map_or(Value::Null, |element| element.0.clone());
        let candidates = self.session.script(script, &[scope, json!(candidates), json!(name)])?;
        let mut found = Vec::new();
        for element in candidates.as_array().into_iter().flatten().cloned().map(Element) {
            let label = self.label_of(&element)?;
            let named = if whole { label == name } else { label.starts_with(name) };
            if named && self.role_of(&element)? == role {
                found.push(element);
            }
        }
        Ok(found)
    }

    /// The element that has the focus.
    #[track_caller]
    pub fn focused(&self) -> Element {
        Element(self.session.get("element/active").unwrap_or_else(|error| panic!("{error}")))
    }

    /// Whether an element has the focus.
    #[track_caller]
    pub fn is_focused(&self, element: &Element) -> bool {
        self.ask_with("return document.activeElement === arguments[0]", std::slice::from_ref(&element.0))
            == json!(true)
    }

    /// Waits until a figure has the focus: whichever of that name stands there then, for
    /// it may be drawn anew meanwhile.
    #[track_caller]
    pub fn figure_has_the_focus(&self, name: &str) {
        let focused =
            "return document.activeElement?.matches('figure') && document.activeElement.dataset.figure";
        self.until("the figure to have the focus", || self.text_of(focused) == name);
    }

    // ---- doing

    /// Chooses an option with the keyboard, by the letters that it starts with.
    #[track_caller]
    pub fn pick(&self, list: &str, starts: &str, value: &str) {
        let is_chosen = || self.ask("return document.activeElement.value") == value;
        // In WebKit a space opens the list, in a window of its own to which the driver's keys do
        // not come: of what starts with several words, one option after the other is tried.
        let by_arrows = self.engine() == Engine::WebKit && starts.contains(' ');
        for _ in 0..5 {
            // Some engines name a list within its label by what is picked in it, too.
            let by_whole_name = self.has("combobox", list);
            let found = if by_whole_name {
                self.find("combobox", list)
            } else {
                self.find_starting("combobox", list)
            };
            self.tab_to(&found);
            if by_arrows {
                self.press(&[key::HOME]);
                let options = self.ask("return document.activeElement.options.length").as_u64().unwrap();
                for _ in 1..options {
                    if !is_chosen() {
                        self.press(&[key::DOWN]);
                    }
                }
            } else {
                self.write(starts);
            }
            let until = Instant::now() + Duration::from_secs(2);
            while !is_chosen() && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(50));
            }
            if is_chosen() {
                return;
            }
            // Where letters come slowly, each begins the search for an option anew.
            std::thread::sleep(Duration::from_secs(2));
        }
        panic!("{value} cannot be chosen in {list}");
    }

    /// Presses keys, one after the other.
    #[track_caller]
    pub fn press(&self, keys: &[char]) {
        let actions: Vec<Value> = keys
            .iter()
            .flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key })))
            .collect();
        self.keys(&actions);
    }

    /// Presses a key while another is held.
    #[track_caller]
    pub fn press_with(&self, held: char, key: char) {
        self.keys(&[
            json!({ "type": "keyDown", "value": held }),
            json!({ "type": "keyDown", "value": key }),
            json!({ "type": "keyUp", "value": key }),
            json!({ "type": "keyUp", "value": held }),
        ]);
    }

    fn keys(&self, actions: &[Value]) {
        let source = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.session.post("actions", source).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Types a text into what has the focus.
    #[track_caller]
    pub fn write(&self, text: &str) {
        self.press(&text.chars().collect::<Vec<_>>());
    }

    /// Goes on with the tab key until an element has the focus; back, where it
    /// stands before what has the focus now.
    #[track_caller]
    pub fn tab_to(&self, element: &Element) {
        let before = "return document.activeElement !== document.body
            && !!(document.activeElement.compareDocumentPosition(arguments[0]) & Node.DOCUMENT_POSITION_PRECEDING)";
        let back = self.ask_with(before, std::slice::from_ref(&element.0)) == json!(true);
        for _ in 0..300 {
            if self.is_focused(element) {
                return;
            }
            if back {
                self.press_with(key::SHIFT, key::TAB);
            } else {
                self.press(&[key::TAB]);
            }
        }
        panic!("the tab key does not reach the {} {:?}", self.role(element), self.label(element));
    }

    /// Goes to a button with the tab key and presses it.
    #[track_caller]
    pub fn press_button(&self, name: &str) {
        self.activate(&self.find_starting("button", name));
    }

    /// Goes to a link with the tab key and follows it; to the first of several
    /// that are called the same.
    #[track_caller]
    pub fn follow(&self, name: &str) {
        let mut found = Vec::new();
        self.until(&format!("a link named {name:?}"), || {
            found = self.all(None, "link", name, true).unwrap_or_default();
            !found.is_empty()
        });
        self.activate(&found[0]);
    }

    /// Goes to an element with the tab key and presses Enter.
    #[track_caller]
    pub fn activate(&self, element: &Element) {
        self.tab_to(element);
        self.press(&[key::ENTER]);
    }

    /// Clicks on an element: on its words, where it has a text within a drawing.
    #[track_caller]
    pub fn click(&self, element: &Element) {
        self.hover(element);
        let steps = json!([{ "type": "pointerDown", "button": 0 }, { "type": "pointerUp", "button": 0 }]);
        let source = json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": steps }] });
        self.session.post("actions", source).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Chooses files for an input, as its dialogue would.
    #[track_caller]
    pub fn choose_files(&self, input: &Element, files: &[PathBuf]) {
        let paths: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        let path = format!("element/{}/value", input.id());
        self.session
            .post(&path, json!({ "text": paths.join("\n") }))
            .unwrap_or_else(|error| panic!("{error}"));
    }

    /// Moves the pointer onto an element: onto its words, where it has a text
    /// within a drawing.
    #[track_caller]
    pub fn hover(&self, element: &Element) {
        let script = "
            const words = arguments[0].querySelector('text') ?? arguments[0];
            words.scrollIntoView({block: 'center', behavior: 'instant'});
            return words";
        let words = self.ask_with(script, std::slice::from_ref(&element.0));
        let step = json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": words });
        let source = json!({ "actions": [{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": [step] }] });
        self.session.post("actions", source).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Taps an element with a finger.
    #[track_caller]
    pub fn tap(&self, element: &Element) {
        let script = "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})";
        self.ask_with(script, std::slice::from_ref(&element.0));
        let steps = json!([
            { "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": element.0 },
            { "type": "pointerDown", "button": 0 },
            { "type": "pointerUp", "button": 0 },
        ]);
        let source = json!({ "actions": [{ "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": steps }] });
        self.session.post("actions", source).unwrap_or_else(|error| panic!("{error}"));
    }

    // ---- waiting

    /// Waits until something holds.
    #[track_caller]
    pub fn until(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let since = Instant::now();
        while !holds() {
            if since.elapsed() >= PATIENCE {
                // Where a browser is stuck, it does not tell this either.
                let at = self.session.script("return location.search", &[]).unwrap_or_default();
                let told = "return document.querySelector('[data-place=notices]')?.textContent ?? ''";
                let told = self.session.script(told, &[]).unwrap_or_default();
                panic!("waited in vain for {what}, at {at}, with the notices {told}");
            }
            std::thread::sleep(Duration::from_millis(25));
        }
    }

    /// Waits until the body of a function returns what counts as true.
    #[track_caller]
    pub fn wait_for(&self, what: &str, script: &str) {
        self.until(what, || match self.session.script(script, &[]) {
            Ok(Value::Null | Value::Bool(false)) => false,
            Ok(Value::String(text)) => !text.is_empty(),
            Ok(Value::Number(number)) => number.as_f64() != Some(0.0),
            Ok(_) => true,
            // Between two pages there is none to ask.
            Err(_) => false,
        });
    }

    /// Waits until a text can be seen.
    #[track_caller]
    pub fn says(&self, text: &str) {
        self.until(&format!("{text:?} to be seen"), || squeezed(&self.visible_text()).contains(text));
    }

    /// Waits until the query of the address is that one.
    #[track_caller]
    pub fn query_becomes(&self, query: &str) {
        let mut last = String::new();
        self.until(&format!("the address to say {query:?}"), || {
            last = self.query();
            last == query
        });
    }

    // ---- Chromium's own

    /// A command of the DevTools protocol.
    #[track_caller]
    pub fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.session
            .devtools(command, parameters)
            .unwrap_or_else(|error| panic!("{error} (a story that needs the DevTools protocol says so)"))
    }

    /// Runs a script in every page before its own.
    #[track_caller]
    pub fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Shows the page as on that medium (none: the screen), for a reader with
    /// those settings of the system.
    #[track_caller]
    pub fn medium(&self, medium: &str, settings: &[(&str, &str)]) {
        let settings: Vec<Value> =
            settings.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "media": medium, "features": settings }));
    }

    /// Goes on within the only frame of the page.
    #[track_caller]
    pub fn enter_frame(&self) {
        // WebKit's driver loses a frame whose page is only about to come.
        let has_come = "return document.readyState !== 'loading' && location.href !== 'about:blank'";
        self.until("the frame to be there", || {
            let frames = self.elements("return [...document.querySelectorAll('iframe')]", &[]);
            let enter = |frame: &Element| self.session.post("frame", json!({ "id": frame.0 })).is_ok();
            let is_in = frames.first().is_some_and(enter)
                && self.session.script(has_come, &[]).is_ok_and(|come| come == json!(true));
            if !is_in {
                let _ = self.session.post("frame", json!({ "id": null }));
            }
            is_in
        });
    }

    /// Goes on in the page around the frame.
    #[track_caller]
    pub fn leave_frame(&self) {
        self.session.post("frame/parent", json!({})).unwrap_or_else(|error| panic!("{error}"));
    }

    /// Does something while another window is before the page's.
    #[track_caller]
    pub fn behind_another_window(&self, something: impl FnOnce()) {
        let here = self.session.get("window").unwrap_or_else(|error| panic!("{error}"));
        let other = self.session.post("window/new", json!({ "type": "window" }));
        let other = other.unwrap_or_else(|error| panic!("{error}"));
        something();
        self.go_to_window(&other["handle"]);
        self.close_window_for(&here);
    }

    /// Does something in the tab that the page has opened, and closes it.
    #[track_caller]
    pub fn in_opened_tab(&self, something: impl FnOnce()) {
        let here = self.session.get("window").unwrap_or_else(|error| panic!("{error}"));
        let mut opened = Value::Null;
        self.until("another tab", || {
            let all = self.session.get("window/handles").unwrap_or_default();
            opened =
                all.as_array().into_iter().flatten().find(|one| **one != here).cloned().unwrap_or_default();
            !opened.is_null()
        });
        self.go_to_window(&opened);
        something();
        self.close_window_for(&here);
    }

    /// Does something in another tab, which a reader has opened at the page's address, and
    /// closes it.
    #[track_caller]
    pub fn in_another_tab(&self, something: impl FnOnce()) {
        let here = self.session.get("window").unwrap_or_else(|error| panic!("{error}"));
        let address = self.text_of("return location.href");
        let other = self.session.post("window/new", json!({ "type": "tab" }));
        let other = other.unwrap_or_else(|error| panic!("{error}"));
        self.go_to_window(&other["handle"]);
        let shown = self.session.post("url", json!({ "url": address }));
        shown.unwrap_or_else(|error| panic!("{error}"));
        something();
        self.close_window_for(&here);
    }

    fn close_window_for(&self, other: &Value) {
        let closed = self.session.call(http::Method::DELETE, "window", None);
        closed.unwrap_or_else(|error| panic!("{error}"));
        self.go_to_window(other);
    }

    fn go_to_window(&self, handle: &Value) {
        let gone = self.session.post("window", json!({ "handle": handle }));
        gone.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Deletes the cookies of the site that is open, as of a reader who comes anew.
    #[track_caller]
    pub fn forgets_everything(&self) {
        let cookies = self.session.call(http::Method::DELETE, "cookie", None);
        cookies.unwrap_or_else(|error| panic!("{error}"));
    }

    /// Makes the page as wide and high as a screen.
    #[track_caller]
    pub fn screen(&self, width: u32, height: u32) {
        if self.engine() == Engine::Chromium {
            self.devtools(
                "Emulation.setDeviceMetricsOverride",
                json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
            );
        } else {
            let size = json!({ "x": 0, "y": 0, "width": width, "height": height });
            self.session.post("window/rect", size).unwrap_or_else(|error| panic!("{error}"));
        }
    }

    /// The page as a browser zoomed to twice the size shows it in a window of
    /// that width.
    #[track_caller]
    pub fn zoom_twice(&self, width: u32, height: u32) {
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width / 2, "height": height / 2, "deviceScaleFactor": 2, "mobile": false }),
        );
    }

    /// A picture of a part of the page, in pixels from its top left corner.
    #[track_caller]
    pub fn picture_of(&self, [x, y, width, height]: [f64; 4]) -> String {
        let clip = json!({ "x": x, "y": y, "width": width, "height": height, "scale": 1 });
        let part = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip });
        self.devtools("Page.captureScreenshot", part)["data"].as_str().unwrap_or_default().to_owned()
    }

    /// A picture of the page from top to bottom, as PNG in base64.
    #[track_caller]
    pub fn picture(&self) -> String {
        let taken = match self.engine() {
            Engine::Chromium => {
                let whole = json!({ "format": "png", "captureBeyondViewport": true });
                self.session.devtools("Page.captureScreenshot", whole).map(|shot| shot["data"].clone())
            }
            _ => self.session.get("screenshot"),
        };
        taken.unwrap_or_else(|error| panic!("{error}")).as_str().unwrap_or_default().to_owned()
    }
}

impl Element {
    fn id(&self) -> &str {
        self.0[ELEMENT].as_str().unwrap_or_else(|| panic!("no element: {}", self.0))
    }

    /// As an argument of a script.
    #[track_caller]
    pub fn argument(&self) -> Value {
        self.0.clone()
    }
}

/// A text with single spaces.
pub fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
