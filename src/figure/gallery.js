// The page from which figures are taken along. Without this script it hands out
// figures as they open; with it, also pictures of other sizes, and whatever else
// was chosen (the choice is in the address, as in a link to the dashboard).
(() => {
const page = document.documentElement, main = document.querySelector("main"), words = main.dataset;
const here = new URL(".", location.href).href, query = location.search.slice(1);
const place = name => main.querySelector(`[data-place=${name}]`);
// What script can do is offered; and the address of this folder, which no file can
// know, goes into the snippets.
const offer = () => {
for (const part of main.querySelectorAll("[data-copies],.for-scripts")) part.hidden = false;
if (here.startsWith("http")) {
for (const text of main.querySelectorAll("textarea")) text.value = text.value.replaceAll(words.address, here);
for (const text of main.querySelectorAll("[id^=citation-]")) text.textContent = text.textContent.replaceAll(words.address, here);
}
};
// The way back leads to what was chosen.
main.querySelector("a").search = location.search;

// What makes a table readable, for an address that names one (src/browser/fetch.rs).
self.groundswellTable = async (...texts) => (await program()).table(...texts);
let shared;
const sharing = () => shared ??= (async () => {
const { share, load } = await program();
return share(await load(new URL("..", here).href), main, query);
})().catch(error => { shared = undefined; throw error; });
let styles;
const style = () => styles ??= fetch(words.styles).then(answer => {
if (!answer.ok) throw new Error(answer.status);
return answer.text();
}).catch(error => { styles = undefined; throw error; });

// The pixels of a picture, with its words in the file.
const pixels = async made => {
const image = new Image();
image.src = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(made.text);
await image.decode();
const canvas = document.createElement("canvas");
canvas.width = made.width;
canvas.height = made.height;
canvas.getContext("2d").drawImage(image, 0, 0, made.width, made.height);
// A browser gives none of a canvas that is too large for it.
const blob = await new Promise(done => canvas.toBlob(done, "image/png"));
return new Blob([made.described(new Uint8Array(await blob.arrayBuffer()))], { type: "image/png" });
};
const make = async (figure, file) => {
const made = (await sharing()).file(figure, file, await style());
return { name: made.name, blob: made.width ? await pixels(made) : new Blob([made.text], { type: made.kind }) };
};
const save = ({ name, blob }) => {
const link = document.createElement("a"), address = URL.createObjectURL(blob);
link.href = address;
link.download = name;
link.click();
setTimeout(() => URL.revokeObjectURL(address), 60000);
};
const size = figure => {
const chosen = document.getElementById(`size-${figure}`).value;
return chosen === "slide" ? "-slide.png" : chosen;
};

main.addEventListener("click", async event => {
const button = event.target.closest("[data-takes]"), { takes, figure } = button?.dataset ?? {};
if (!takes || button.ariaBusy) return;
const named = button.firstChild.data;
button.ariaBusy = "true";
let said = words.failed;
try {
if (takes === "copy") {
// Asked for within the click, as some browsers want it; what it copies comes later.
const blob = make(figure, size(figure)).then(made => made.blob);
// Where copying is refused at once, nobody waits for it.
blob.catch(() => {});
try {
await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
said = words.copied;
} catch { await blob; said = words.pictureRefused; }
} else {
save(await make(figure, takes === "save" ? size(figure) : takes));
said = words.saved;
}
} catch { /* Said below. */ }
button.ariaBusy = null;
say(button, `${named}: ${said}`);
setTimeout(() => { button.firstChild.data = named; }, 5000);
});

// A figure that is to stay as it is carries its data in its address.
const packed = async text => {
const packing = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
const bytes = new Uint8Array(await new Response(packing).arrayBuffer());
return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join("")).replace(/[+]/g, "-").replace(/[/]/g, "_").replace(/=/g, "");
};
const before = new Map();
main.addEventListener("change", async event => {
const { freezes, figure } = event.target.dataset;
if (!freezes) return;
const snippet = document.getElementById(freezes);
if (!before.has(freezes)) before.set(freezes, snippet.value);
let text = before.get(freezes);
if (event.target.checked) try {
const data = (await sharing()).file(figure, ".json", "");
const fragment = `#frozen=${data.hash}.${await packed(data.text)}`;
text = text.replace(/(src|href)="[^"]*/g, "$&" + fragment);
} catch {
event.target.checked = false;
announce(words.failed);
}
if (event.target.checked || text === before.get(freezes)) {
if (snippet.value !== text) announce(event.target.checked ? words.frozen : words.follows);
snippet.value = text;
}
main.querySelectorAll(`[data-copies="${freezes}"]`).forEach(renamed);
});

// Campaigns of one's own are kept in this browser. A store that is not there is not made.
const hasOwn = () => new Promise(done => {
const open = indexedDB.open("groundswell");
open.onupgradeneeded = () => open.transaction.abort();
open.onerror = () => done(false);
open.onsuccess = () => {
const close = found => { open.result.close(); done(found); };
try {
const count = open.result.transaction("data").objectStore("data").count();
count.onsuccess = () => close(count.result > 0);
count.onerror = () => close(false);
} catch { close(false); }
};
}).catch(() => false);

offer();
const follow = () => {
// What was not chosen is not seen on the way.
page.dataset.choices = "";
sharing().then(offer, () => { document.getElementById("as-built").hidden = false; })
.finally(() => {
delete page.dataset.choices;
// What the address points to is there only now.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
};
if (query) follow(); else hasOwn().then(own => { if (own) follow(); });
})();
