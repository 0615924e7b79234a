//! The browser floor, in a browser: `make test` runs it in Chromium, through
//! `wasm-bindgen-test-runner`. Natively it is empty.

#![cfg(target_arch = "wasm32")]

use groundswell::browser;
use groundswell::compare::SourceScope;
use groundswell::state::DashboardState;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

fn document() -> web_sys::Document {
    web_sys::window().unwrap().document().unwrap()
}

/// An element of the page, for as long as the test.
struct Placed(Element);

impl Placed {
    fn new(html: &str) -> Self {
        let element = document().create_element("div").unwrap();
        element.set_inner_html(html);
        document().body().unwrap().append_child(&element).unwrap();
        Self(element)
    }

    fn find(&self, selector: &str) -> Element {
        self.0.query_selector(selector).unwrap().unwrap_or_else(|| panic!("no {selector}"))
    }

    fn focus(&self, selector: &str) {
        self.find(selector).unchecked_into::<HtmlElement>().focus().unwrap();
    }
}

impl Drop for Placed {
    fn drop(&mut self) {
        self.0.remove();
    }
}

#[wasm_bindgen_test]
fn what_opens_and_closes_beside_a_button_leaves_the_button() {
    let open = |first: bool| {
        let (one, two) = if first { ("<div>one</div>", "") } else { ("", "<div>two</div>") };
        format!(
            "<button id=\"a\">A</button>{one}text<button id=\"b\">B</button>{two}<button id=\"c\">C</button>"
        )
    };
    let placed = Placed::new(&open(true));
    placed.focus("#b");
    for first in [false, true, false] {
        browser::amend_html(&placed.0, &open(first));
        assert_eq!(placed.0.inner_html(), open(first));
        let focused = document().active_element().map(|element| element.id());
        assert_eq!(focused.as_deref(), Some("b"));
    }
    for html in [
        "",
        "<p>a</p>",
        "words",
        "<p>b</p><p>c</p><div>d</div>",
        "<div>e</div>words<!--f-->",
        "<ul><li>g</li></ul>",
    ] {
        browser::amend_html(&placed.0, html);
        assert_eq!(placed.0.inner_html(), html);
    }
}

#[wasm_bindgen_test]
fn a_query_comes_back_as_it_was_shown() {
    let state = DashboardState { sources: SourceScope::Toolkit, ..DashboardState::default() };
    for query in ["sources=toolkit", "scale=linear&campaigns=a,b", "campaign=caf%C3%A9", ""] {
        browser::show_query(query, browser::Entry::New, kept);
        assert_eq!(browser::query(), query);
    }
    browser::show_query(&state.to_query(), browser::Entry::Present, kept);
    assert_eq!(DashboardState::from_query(&browser::query()), (state, Vec::new()));
    browser::show_query("", browser::Entry::Present, kept);
    assert_eq!(browser::query(), "");
}

/// What is called back only where a browser refuses to keep a history.
fn kept() {
    panic!("this browser keeps a history");
}

/// An address waits for what was chosen to be on the screen, and is written then without being
/// asked for.
#[wasm_bindgen_test]
async fn only_a_new_step_lengthens_the_history() {
    let location = || web_sys::window().unwrap().location().search().unwrap();
    let length = || web_sys::window().unwrap().history().unwrap().length().unwrap();
    let before = length();
    browser::show_query("scale=linear", browser::Entry::Present, kept);
    painted().await;
    assert_eq!((location().as_str(), length()), ("?scale=linear", before));
    browser::show_query("", browser::Entry::New, kept);
    assert_eq!(length(), before, "not before it is painted");
    painted().await;
    assert_eq!((location().as_str(), length()), ("", before + 1));
}

/// Waits until the next frame is on the screen, and what was to be done before now is done.
async fn painted() {
    let painted = js_sys::Promise::new(&mut |done, _| {
        browser::after_paint(move || {
            done.call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
        });
    });
    wasm_bindgen_futures::JsFuture::from(painted).await.unwrap();
}

#[wasm_bindgen_test]
fn what_was_open_stays_open_when_its_place_is_redrawn() {
    let html = r#"<details data-part="table"><summary>Table</summary>a</details><details data-part="sources"><summary>Sources</summary>b</details>"#;
    let place = Placed::new(html);
    place.find("[data-part=sources]").set_attribute("open", "").unwrap();
    browser::place_html(&place.0, &html.replace(">a<", ">c<"));
    assert!(place.find("[data-part=sources]").has_attribute("open"));
    assert!(!place.find("[data-part=table]").has_attribute("open"));
    assert!(place.0.text_content().unwrap().contains('c'));
}

#[wasm_bindgen_test]
fn the_focus_stays_on_what_bears_the_same_name() {
    let html = r##"<a href="#" data-mark="o1">1</a><a href="#" data-mark="o2">2</a><details data-part="table"><summary>T</summary></details><details data-open-figure="views"><summary>V</summary></details>"##;
    for focused in ["[data-mark=o2]", "[data-part=table] > summary", "[data-open-figure=views] > summary"] {
        let place = Placed::new(html);
        place.focus(focused);
        let before = place.find(focused);
        browser::place_html(&place.0, html);
        let after = place.find(focused);
        assert!(!before.is_connected(), "{focused} was drawn anew");
        assert_eq!(document().active_element().as_ref(), Some(&after), "{focused}");
    }
}

/// Where a chart shows the same rows, they are the same elements: what has the focus keeps it,
/// and what moves is told apart from what comes and goes.
#[wasm_bindgen_test]
fn the_same_rows_stay_where_a_chart_is_drawn_anew() {
    let chart = |rows: &[&str], at: &str| {
        let rows: Vec<String> = rows
            .iter()
            .map(|name| format!("<a class=\"row\" href=\"?campaign={name}\" data-mark=\"{name}\" tabindex=\"0\"><circle class=\"dot\" cx=\"{at}\"/></a>"))
            .collect();
        format!(
            "<figure><h2>{at}</h2><svg class=\"chart wide\">{}</svg><details data-part=\"table\"><summary>T</summary></details></figure>",
            rows.concat()
        )
    };
    let place = Placed::new(&chart(&["o1", "o2"], "10%"));
    let row = place.find("[data-mark=o2]");
    place.find("details").set_attribute("open", "").unwrap();
    place.find("[data-mark=o2]").unchecked_into::<web_sys::SvgElement>().focus().unwrap();
    browser::place_html(&place.0, &chart(&["o1", "o2"], "20%"));
    assert_eq!(place.find("[data-mark=o2]"), row, "the row stayed");
    assert_eq!(document().active_element(), Some(row.clone()));
    assert_eq!(place.find("[data-mark=o2] circle").get_attribute("cx").as_deref(), Some("20%"));
    assert_eq!(place.find("h2").text_content().as_deref(), Some("20%"));
    assert!(place.find("details").has_attribute("open"));
    // In another order, or with others, all is new; the focus stays with its row.
    browser::place_html(&place.0, &chart(&["o2", "o1"], "20%"));
    assert!(!row.is_connected());
    assert_eq!(document().active_element(), Some(place.find("[data-mark=o2]")));
}

/// A name from the data is a name, never a selector.
#[wasm_bindgen_test]
fn a_hostile_name_is_no_selector() {
    let html = r##"<a href="#" data-mark="x&quot;],*[y=&quot;">1</a>"##;
    let place = Placed::new(html);
    place.focus("a");
    browser::place_html(&place.0, html);
    assert_eq!(place.0.child_element_count(), 1);
}

#[wasm_bindgen_test]
fn a_theme_is_kept_also_where_storage_refuses() {
    let root = document().document_element().unwrap();
    let html = r#"<select id="theme" disabled><option value="system"></option><option value="light"></option><option value="dark"></option></select>"#;
    let place = Placed::new(html);
    // As a browser does that keeps nothing for a page.
    let refuse = "Object.defineProperty(window, 'localStorage', {configurable: true, get() { throw new DOMException('no', 'SecurityError') }})";
    js_sys::eval(refuse).unwrap();
    browser::keep_theme();
    let select: web_sys::HtmlSelectElement = place.find("#theme").unchecked_into();
    assert!(!select.disabled());
    select.set_value("dark");
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    assert_eq!(root.get_attribute("data-theme").as_deref(), Some("dark"), "for as long as the page lives");
    select.set_value("system");
    select.dispatch_event(&web_sys::Event::new("change").unwrap()).unwrap();
    assert_eq!(root.get_attribute("data-theme"), None);
    js_sys::eval("delete window.localStorage").unwrap();
}

/// Waits so many milliseconds.
async fn wait(milliseconds: u32) {
    let promise = js_sys::eval(&format!("new Promise(done => setTimeout(done, {milliseconds}))")).unwrap();
    wasm_bindgen_futures::JsFuture::from(promise.unchecked_into::<js_sys::Promise>()).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_title_is_set_and_a_sentence_said() {
    let place = Placed::new(r#"<p id="announcement" role="status"></p>"#);
    browser::set_title("<b>Reach</b> – Groundswell".to_owned());
    painted().await;
    assert_eq!(document().title(), "<b>Reach</b> – Groundswell");
    browser::announce("Showing <b>7</b> of 8");
    wait(100).await;
    browser::announce("Showing <b>8</b> of 8");
    let mut said = std::collections::BTreeSet::new();
    for _ in 0..60 {
        wait(20).await;
        said.extend(place.0.text_content());
    }
    let expected = ["", "Showing <b>8</b> of 8"].map(str::to_owned);
    assert_eq!(said, expected.into(), "of what is said in a row only the last");
    assert_eq!(place.0.text_content().as_deref(), Some("Showing <b>8</b> of 8"));
    assert_eq!(place.find("p").child_element_count(), 0, "text is text");
}

#[wasm_bindgen_test]
async fn a_file_that_is_not_there_has_its_sentence() {
    let problem = browser::fetch_text("data/no-such-file.json").await.unwrap_err();
    assert!(problem.to_string().starts_with("data/no-such-file.json was not found"), "{problem}");
}

#[wasm_bindgen_test]
async fn no_connection_has_its_sentence() {
    // A port on which no browser connects.
    let problem = browser::fetch_text("http://127.0.0.1:1/index.json").await.unwrap_err();
    assert!(problem.to_string().contains("there is no connection"), "{problem}");
}
