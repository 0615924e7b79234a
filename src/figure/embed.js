// A figure in a frame of somebody else's page. It is there without this script;
// this shows it as the address asks, brings it to life when it is touched, and
// tells the page around the frame how high it is.
(() => {
const page = document.documentElement, body = document.body, host = parent;
// Where program and data may come from. The page's policy leaves it open, since it
// does not know its address, and in a sandbox some browsers do not know it for it.
const rule = document.createElement("meta"), site = new URL("..", location.origin + location.pathname).href;
rule.httpEquiv = "Content-Security-Policy";
rule.content = `script-src ${site} 'wasm-unsafe-eval'; connect-src ${site}`;
document.head.append(rule);
// What makes a table readable, for a figure whose address names one (src/browser/fetch.rs).
self.groundswellTable = async (...texts) => {
const program = await import("./sharing/sharing.js");
await program.default();
return program.table(...texts);
};
// How it is shown needs no program. What is shown does, and so does whatever is
// not understood here: the program says so (src/state/figure_address.rs).
const flags = { "transparent=yes": "transparent", "plain=yes": "plain", "title=no": "untitled" };
let asks = false, ownHeight = false;
for (const part of location.search.slice(1).split("&")) {
const theme = /^theme=(light|dark|high-contrast)$/.exec(part);
if (theme) page.dataset.theme = theme[1];
else if (flags[part]) body.dataset[flags[part]] = "";
else if (part) asks = true;
if (part.startsWith("height=")) ownHeight = true;
}
// What is seen through it is another page's ground, mostly a light one.
if ("transparent" in body.dataset) page.dataset.theme ??= "light";
// Data that does not change any more travels in the fragment, with its fingerprint.
const keeps = /[#&?]frozen=/.test(location.hash);
if (keeps) asks = true;
// What the address asks for is waited for, so that nothing else is seen first.
if (asks) page.dataset.choices = "";
addEventListener("DOMContentLoaded", () => {
const figure = document.querySelector("figure").dataset.figure;
// Who goes on by keyboard comes to the chart first: it is alive when the focus is there.
for (const chart of document.querySelectorAll("figure .chart")) chart.querySelector(".row")?.setAttribute("tabindex", 0);

// Life. Who presses or selects something is not to find it exchanged meanwhile.
let pressed = false, waking;
for (const name of ["pointerdown", "pointerup", "pointercancel"])
addEventListener(name, () => { pressed = name === "pointerdown"; }, true);
const rest = () => new Promise(rested => {
const look = () => {
if (pressed || !getSelection().isCollapsed) return setTimeout(look, 100);
rested();
};
// What was pressed is clicked first.
setTimeout(look);
});
const thawed = async (program, site) => {
const [, hash, packed] = /[#&?]frozen=([0-9a-f]{16})[.]([A-Za-z0-9_-]+)/.exec(location.hash);
const bytes = Uint8Array.from(atob(packed.replace(/-/g, "+").replace(/_/g, "/")), sign => sign.charCodeAt(0));
const parts = [], reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")).getReader();
for (let length = 0, part; !(part = await reader.read()).done; parts.push(part.value)) {
length += part.value.length;
// No figure has as much; few bytes can become very many.
if (length > 8e6) throw new Error("too large");
}
return program.thaw(site, await new Blob(parts).text(), hash);
};
const wake = () => waking ??= (async () => {
try {
const program = await import("./figures.js");
await program.default();
const enliven = held => program.enliven(held, body, figure, location.search, false);
if (keeps) {
const held = await thawed(program, site).catch(() => {});
const living = held && await enliven(held);
if (living) return living;
document.getElementById("not-frozen").hidden = false;
}
const held = await program.load(site);
if (!asks) await rest();
return await enliven(held);
} catch {
// The figure stays as it was built.
} finally {
delete page.dataset.choices;
// Hidden again by the style sheet, once the figure has been drawn.
if (asks) document.getElementById("as-built").hidden = false;
}
})();
if (asks) wake();
else for (const name of ["pointerover", "pointerdown", "focusin", "keydown"])
addEventListener(name, wake, { once: true, passive: true });

if (host === self) return;
// Height. What is told is that of the words and the drawing, never of the frame:
// so it settles, whatever the page around makes of it.
// WordPress gives its secret in the fragment, and only answers with it count.
const secret = (/[#&?]secret=([A-Za-z0-9]{1,64})/.exec(location.hash) || [])[1];
// iframe-resizer calls the frame by a name of its own, in its first message.
let resizer = "", height = 0, kept = false, waiting;
const measured = () => Math.ceil(body.getBoundingClientRect().height);
const tell = () => {
const told = Math.min(height, 20000);
host.postMessage({ type: "groundswell:height", figure, height: told }, "*");
host.postMessage({ sentinel: "amp", type: "embed-size", height: told }, "*");
host.postMessage({ "datawrapper-height": { [figure]: told } }, "*");
if (secret) host.postMessage({ message: "height", value: told, secret }, "*");
if (resizer) host.postMessage("[iFrameSizer]" + resizer + ":" + told + ":" + innerWidth + ":resize", "*");
};
addEventListener("message", event => {
if (event.source !== host) return;
// WordPress calls once it listens, which may be after the figure has spoken.
if (secret && event.data?.message === "ready" && event.data.secret === secret) return look(), tell();
if (typeof event.data !== "string") return;
const name = /^\[iFrameSizer\]([A-Za-z0-9_-]{1,64}):/.exec(event.data);
if (!name) return;
resizer = name[1];
tell();
});
// In the sandbox of WordPress no link opens. It goes by itself where one leads
// within the figure's own site, and is told of each.
if (secret) addEventListener("click", event => {
const link = event.target.closest("a[href]");
if (link) host.postMessage({ message: "link", value: link.href, secret }, "*");
});
// Where nobody answers, the figure says as much as there is room for. What a
// reader has opened stays: then the frame scrolls.
const keep = async () => {
const full = () => height <= innerHeight || innerHeight < 100 || document.querySelector("details[open]");
if (!kept && full()) return;
const living = await wake();
if (!living || document.querySelector("details[open]")) return;
kept = true;
height = Math.ceil(living.fit(innerHeight));
kept = height > innerHeight;
tell();
};
const follow = () => {
clearTimeout(waiting);
if (!ownHeight) waiting = setTimeout(keep, kept ? 0 : 1500);
};
const look = () => {
if (kept || measured() === height) return;
height = measured();
tell();
follow();
};
new ResizeObserver(look).observe(body);
// A frame that is out of sight, as in WordPress until it has spoken, observes nothing.
look();
// WordPress may not listen yet, nor this when it calls: without the height it shows no frame.
if (secret) for (const later of [500, 2000, 5000]) setTimeout(() => { look(); if (innerHeight !== height) tell(); }, later);
addEventListener("resize", follow);
});
})();
