// The reader of files, in a worker: the page asks, and it answers.
import start, { Desk } from "./reading/reading.js";
const ready = start().then(() => new Desk());
onmessage = async ({ data: { call, does, args } }) => {
let gives, fails;
try {
const desk = await ready;
if (does === "read") args.push((part, text) => postMessage({ part, text }));
gives = await desk[does](...args);
} catch (error) { fails = typeof error === "string" ? error : ""; }
postMessage({ call, gives, fails });
};
