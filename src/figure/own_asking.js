// What the pages of one's own data begin with: both are made by the reader of files, in a
// worker (own_worker.js), which they ask, and whose answers they put in their places.
const main = document.querySelector("main"), words = main.dataset;
const one = id => document.getElementById(id), place = name => main.querySelector(`[data-place=${name}]`);
const other = new BroadcastChannel("groundswell");

// A question to the worker, and its answer. What breaks it down fails every question.
// With every answer comes how much memory its program has, bytes.
let worker, memory, calls = new Map(), number = 0, progressed = () => {};
const start = () => {
worker = new Worker("worker.js", { type: "module" });
worker.onmessage = ({ data }) => {
if (data.call === undefined) return progressed(data);
const call = calls.get(data.call);
memory = data.memory;
calls.delete(data.call);
if (data.fails === undefined) call.done(data.gives); else call.failed(data.fails);
};
worker.onerror = event => { event.preventDefault(); fail(words.noProgram); };
};
const fail = why => { for (const { failed } of calls.values()) failed(why); calls = new Map(); };
const ask = (does, ...args) => new Promise((done, failed) => {
calls.set(++number, { done, failed });
worker.postMessage({ call: number, does, args });
});
const restart = () => { worker.terminate(); fail(words.cancelled); start(); };

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
