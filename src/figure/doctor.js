// Asks what this server sends, and whether a figure in a sandboxed frame is heard of;
// the program makes of it what is said.
(() => {
const main = document.querySelector("main"), words = main.dataset, form = document.querySelector("form");
const checked = document.getElementById("checked"), field = document.getElementById("page");
form.hidden = false;
// Who comes from a figure asks of that, as it was chosen, and goes back to it.
const figure = location.hash.slice(1), back = main.querySelector("a");
back.search = location.search;
back.hash = location.hash;
const taken = address => ({ scheme: address.protocol.slice(0, -1), host: address.hostname, port: address.port });
// The address as it is written by people: without a scheme, it is one of https.
const read = text => {
const address = new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*:\d/.test(text) ? text : "https://" + text);
// Browsers differ in what they take for a host.
if (!/^https?:$/.test(address.protocol) || !/^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(address.hostname)) throw new Error(text);
return taken(address);
};
const header = (answer, name) => answer.headers.get(name) ?? "";
const ask = async name => {
const answer = await fetch(name, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(10000) });
if (!answer.ok) throw new Error(answer.status);
return answer;
};
const sent = async () => {
const [page, program] = await Promise.all([ask("reach.html"), ask("figures_bg.wasm")]);
return {
frame_options: header(page, "X-Frame-Options"), policy: header(page, "Content-Security-Policy"),
allow_origin: header(page, "Access-Control-Allow-Origin"), program_type: header(program, "Content-Type"),
};
};
const heard = () => new Promise(done => {
const frame = document.createElement("iframe");
const listen = event => {
if (event.source === frame.contentWindow && event.data?.type === "groundswell:height") end(true);
};
const end = found => { removeEventListener("message", listen); clearTimeout(waiting); frame.remove(); done(found); };
const waiting = setTimeout(end, 8000, false);
addEventListener("message", listen);
frame.sandbox = "allow-scripts";
frame.className = "tried";
frame.ariaHidden = "true";
frame.tabIndex = -1;
frame.src = "reach.html";
main.append(frame);
});

form.addEventListener("submit", async event => {
event.preventDefault();
let page = null;
field.removeAttribute("aria-invalid");
try { if (field.value.trim()) page = read(field.value.trim()); } catch {
field.setAttribute("aria-invalid", "true");
checked.textContent = words.noAddress;
field.focus();
return;
}
checked.textContent = words.checking;
const kind = new FormData(form).get("kind");
try {
const [{ diagnose }, ...found] = await Promise.all([program(), sent().catch(() => null), heard()]);
diagnose(main, JSON.stringify({ kind, page, site: taken(location), folder: new URL("..", location).href, figure, chosen: location.search,
published: words.published ?? null, sent: found[0], heard: found[1] }));
checked.textContent = "";
document.getElementById("findings").focus();
} catch { checked.textContent = words.failed; }
});
})();
