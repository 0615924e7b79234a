// What the pages of one's own data begin with: both are made by the reader of files, in a
// worker (own_worker.js), which they ask, and whose answers they put in their places.
const main = document.querySelector("main"), words = main.dataset;
const one = id => document.getElementById(id), place = name => main.querySelector(`[data-place=${name}]`);
const other = new BroadcastChannel("groundswell");

// A question to the worker, and its answer. What breaks it down fails every question: a
// program that has answered before was there. With every answer comes how much memory it
// has, bytes.
let worker, memory, answered, calls = new Map(), asked = 0, progressed = () => {};
const start = () => {
answered = false;
worker = new Worker("worker.js", { type: "module" });
worker.onmessage = ({ data }) => {
answered = true;
if (data.call === undefined) return progressed(data);
const call = calls.get(data.call);
memory = data.memory;
calls.delete(data.call);
if (data.fails === undefined) call.done(data.gives); else call.failed(data.fails);
};
worker.onerror = event => { event.preventDefault(); fail(answered ? "" : words.noProgram); };
};
const fail = why => { for (const { failed } of calls.values()) failed(why); calls = new Map(); };
const ask = (does, ...args) => new Promise((done, failed) => {
calls.set(++asked, { done, failed });
worker.postMessage({ call: asked, does, args });
});
const restart = () => { worker.terminate(); fail(words.cancelled); start(); };

// The reader's own theme, kept as the dashboard keeps it (theme.rs).
const root = document.documentElement, theme = one("theme");
theme.value = root.dataset.theme ?? "system";
const themed = () => {
const name = "groundswell.theme", { value } = theme;
if (value === "system") delete root.dataset.theme; else root.dataset.theme = value;
// Without storage the choice lasts as long as the page.
try { if (value === "system") localStorage.removeItem(name); else localStorage.setItem(name, value); } catch { /* As said. */ }
};
theme.addEventListener("change", themed);
for (const part of document.querySelectorAll(".for-scripts")) part.hidden = false;

const trouble = text => {
one("trouble").textContent = text;
one("trouble").hidden = !text;
};
const tell = (text, more) => {
const told = one("told");
told.hidden = false;
told.replaceChildren(text, ...more ? [" ", more] : []);
told.focus();
};
// A button that undoes what was done last.
const undoes = () => {
const button = document.createElement("button");
button.type = "button";
button.className = "plain";
button.dataset.does = "undo";
button.textContent = words.undo;
return button;
};
const say = text => { one("announcement").textContent = text; };
const save = (name, type, text) => {
const link = document.createElement("a"), address = URL.createObjectURL(new Blob([text], { type }));
link.href = address;
link.download = name;
link.click();
setTimeout(() => URL.revokeObjectURL(address), 60000);
say(`${name}: ${words.saved}`);
};
// Posts are shown some at a time. Those that are picked stay so, however they are listed.
const FIRST = 10, MORE = 50;
let most = FIRST;
const picks = () => Array.from(main.querySelectorAll("[name=pick]"));
const pick = async target => {
const boxes = target.name ? [target] : picks();
if (!boxes.length) return;
for (const box of boxes) box.checked = target.checked;
one("picked").textContent = await ask("pick", boxes.map(box => box.value), target.checked);
one("pick-shown").checked = picks().every(box => box.checked);
};
const pickNone = async () => {
await ask("pick_none");
await rank();
main.querySelector("[data-does=pick-none]").focus();
};
const more = async () => {
const shown = most;
most += MORE;
await rank();
say(one("ranking").textContent);
const row = main.querySelectorAll(".posts li")[shown];
row.tabIndex = -1;
row.focus();
};
// What is typed is looked for once no more comes for a while.
const QUIET = 300;
let typing;
const looking = failed => {
clearTimeout(typing);
typing = setTimeout(() => { most = FIRST; rank().then(() => say(one("ranking").textContent), failed); }, QUIET);
};
