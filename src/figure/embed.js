// Tells the page around the frame how high this figure is, in each way in which
// one of them asks. What is told is the height of the words and the drawing, never
// of the frame: so it settles, whatever the page around makes of it.
(() => {
const host = parent;
if (host === self) return;
const figure = document.querySelector("figure").dataset.figure;
// WordPress gives its secret in the fragment, and only answers with it count.
const secret = (/[#&?]secret=([A-Za-z0-9]{1,64})/.exec(location.hash) || [])[1];
// iframe-resizer calls the frame by a name of its own, in its first message.
let resizer = "";
let told = 0;
const tell = () => {
const box = document.body.getBoundingClientRect();
const height = Math.min(Math.ceil(box.height), 20000);
told = height;
host.postMessage({ type: "groundswell:height", figure, height }, "*");
host.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
host.postMessage({ "datawrapper-height": { [figure]: height } }, "*");
if (secret) host.postMessage({ message: "height", value: height, secret }, "*");
if (resizer) host.postMessage("[iFrameSizer]" + resizer + ":" + height + ":" + Math.ceil(box.width) + ":resize", "*");
};
addEventListener("message", event => {
if (event.source !== host || typeof event.data !== "string") return;
const name = /^\[iFrameSizer\]([A-Za-z0-9_-]{1,64}):/.exec(event.data);
if (!name) return;
resizer = name[1];
tell();
});
new ResizeObserver(() => {
if (Math.ceil(document.body.getBoundingClientRect().height) !== told) tell();
}).observe(document.body);
})();
