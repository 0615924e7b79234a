// The reader of files, in a worker: the page asks, and it answers.
import start, { Desk } from "./reading/reading.js";
let memory;
const ready = start().then(program => { memory = program.memory; return new Desk(); });
// What breaks the program down is told like any other error of this worker.
onunhandledrejection = ({ reason }) => { throw reason; };
onmessage = async ({ data: { call, does, args } }) => {
let gives, fails;
try {
const desk = await ready;
if (does === "read") args.push((part, text) => postMessage({ part, text }));
gives = await desk[does](...args);
} catch (error) { fails = typeof error === "string" ? error : ""; }
postMessage({ call, gives, fails, memory: memory?.buffer.byteLength });
};
