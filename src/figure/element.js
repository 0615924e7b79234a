// <groundswell-figure figure="reach" campaigns="nhs-change-day" scale="linear">: a
// figure in somebody else's page, without a frame. First it is what the site has
// built; it comes alive when it is touched, or at once where another choice is
// asked for. However many stand on a page, program and data are loaded once.
const home = new URL("..", import.meta.url).href;
const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE_SHEET);

// Makes something for a key once; after a failure, anew.
const once = make => {
const made = new Map();
return key => {
if (!made.has(key)) made.set(key, make(key).catch(error => { made.delete(key); throw error; }));
return made.get(key);
};
};
const text = once(async address => {
const answer = await fetch(address);
if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
return answer.text();
});
// Some browsers keep in mind that a module could not be had, unless it has another address.
let tries = 0;
const program = once(async () => {
const loaded = await import("./figures.js" + (tries++ ? "?" + tries : ""));
await loaded.default();
return loaded;
});
// What makes a table readable, for a figure whose address names one (src/browser/fetch.rs).
self.groundswellTable ??= async (...texts) => {
const reader = await import("./sharing/sharing.js");
await reader.default();
return reader.table(...texts);
};
// The address of an extract (JSON), or of the folder of a site.
const data = once(async address => {
const { load, thaw } = await program();
if (!/\.json$/.test(new URL(address).pathname)) return load(address);
const held = thaw(home, await text(address));
if (!held) throw new Error(`${address} is not the data of a figure`);
return held;
});

// What is chosen, as in a link to the dashboard; and flags of how it is shown.
const CHOICES = ["campaigns", "sources", "scale", "all", "action", "attention", "accept", "against"];
const FLAGS = ["plain", "transparent", "untitled"];

customElements.define("groundswell-figure", class extends HTMLElement {
static observedAttributes = ["figure", "data", ...CHOICES, ...FLAGS];
#root; #living; #shown = 0;

connectedCallback() {
if (this.#root) return;
const shadow = this.attachShadow({ mode: "open" });
shadow.adoptedStyleSheets = [sheet];
this.#root = document.createElement("div");
this.#root.className = "alone";
// What stands within the element is there until the figure is.
this.#root.append(document.createElement("slot"));
shadow.append(this.#root);
for (const name of ["pointerover", "pointerdown", "focusin", "keydown"])
this.#root.addEventListener(name, () => this.#built && this.#wake(), { passive: true });
new IntersectionObserver((seen, observer) => {
if (!seen.some(entry => entry.isIntersecting)) return;
observer.disconnect();
this.#shown = 1;
this.#show();
}, { rootMargin: "200px" }).observe(this);
}

attributeChangedCallback(name, before, after) {
if (!this.#root || before === after) return;
if (FLAGS.includes(name)) this.#flag();
if (!this.#shown || FLAGS.includes(name) && name !== "plain") return;
if (this.#living && CHOICES.concat("plain").includes(name)) this.#living.then(living => living?.ask(this.#query));
else { this.#living = undefined; this.#show(); }
}

get #site() {
const data = this.getAttribute("data");
const address = new URL(data ?? home, document.baseURI).href;
return data === null || /\.json$/.test(new URL(address).pathname) || address.endsWith("/") ? address : address + "/";
}

get #query() {
const query = new URLSearchParams();
for (const name of CHOICES) if (this.hasAttribute(name)) query.set(name, this.getAttribute(name));
if (this.hasAttribute("plain")) query.set("plain", "yes");
return query.toString();
}

// Whether the figure that is built is the one that is asked for.
get #asBuilt() {
return !CHOICES.some(name => this.hasAttribute(name)) && !/\.json$/.test(new URL(this.#site).pathname);
}

get #built() {
return this.#root.querySelector("figure");
}

#flag() {
for (const name of FLAGS) this.#root.toggleAttribute(`data-${name}`, this.hasAttribute(name));
}

async #show() {
const asked = ++this.#shown, figure = this.getAttribute("figure") ?? "";
if (!/^[a-z]+$/.test(figure)) return;
const site = /\.json$/.test(new URL(this.#site).pathname) ? home : this.#site;
try {
// Its style sheet is here already; the policy of the page around may forbid another.
const html = (await text(`${site}figure/${figure}.html`)).replace(/<style>[^<]*<\/style>/, "");
const page = new DOMParser().parseFromString(html, "text/html");
if (asked !== this.#shown) return;
// The page around has a heading and a main part of its own.
for (const [name, other] of [["h1", "h2"], ["main", "div"]]) {
const part = page.querySelector(name), instead = document.createElement(other);
instead.id = part.id;
instead.className = part.className;
instead.append(...part.childNodes);
part.replaceWith(instead);
}
for (const link of page.querySelectorAll("a[href]")) link.href = new URL(link.getAttribute("href"), `${site}figure/`).href;
// Who goes on by keyboard comes to the chart first: it is alive when the focus is there.
for (const chart of page.querySelectorAll("figure .chart")) chart.querySelector(".row")?.setAttribute("tabindex", 0);
this.#root.replaceChildren(...page.querySelectorAll("body > :not(script)"));
this.#flag();
if (this.#asBuilt) return;
// What is not asked for is not seen on the way.
this.#root.toggleAttribute("data-waiting", true);
if (!await this.#wake()) this.#root.querySelector("#as-built").hidden = false;
} catch {
// The link within the element stays.
} finally {
this.#root.removeAttribute("data-waiting");
}
}

#wake() {
return this.#living ??= (async () => {
try {
const { enliven } = await program();
const held = await data(this.#site);
return await enliven(held, this.#root, this.getAttribute("figure"), this.#query, true);
} catch {
// The figure stays as it was built.
}
})();
}
});
