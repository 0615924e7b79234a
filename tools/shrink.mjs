// Makes what the page loads smaller than the tools leave it, without changing what
// it does: node tools/shrink.mjs FOLDER..., on folders that Trunk has built, each with
// one program.
//
// 1. wasm-bindgen calls what the program imports from its script (and exports to
//    it) by names with a hash of 16 digits, in both files. Nobody else reads
//    them, and hashes do not compress: they become short.
// 2. The script loses comments, long names and spaces (terser).
//
// Files keep their names. Where anything is not as expected, or terser is not
// installed, both files stay as they are, and it is said why.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";

const shrink = async (folder) => {
  const only = (ending) => {
    const found = readdirSync(folder).filter((name) => name.endsWith(ending));
    if (found.length !== 1) throw new Error(`expected one file *${ending} in ${folder}, found ${found.length}`);
    return join(folder, found[0]);
  };
  const program = only("_bg.wasm"), script = program.replace(/_bg\.wasm$/, ".js");
  let wasm = readFileSync(program), text = readFileSync(script, "utf8");

  // WebAssembly's numbers: seven bits a byte, the last with its eighth bit clear.
  const read = (bytes, at) => {
    let value = 0, shift = 0, byte;
    do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte & 128);
    return [value, at];
  };
  const written = (value) => {
    const bytes = [];
    do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value = Math.floor(value / 128); } while (value > 0);
    return Buffer.from(bytes);
  };
  const named = (name) => Buffer.concat([written(Buffer.byteLength(name)), Buffer.from(name)]);

  // Only names that are wasm-bindgen's own, and stand in the script as often as
  // a property does, are safe to replace there by their letters alone.
  const short = new Map();
  const shortened = (name) => {
    if (!/^(__wb|__externref|wasm_bindgen_)/.test(name) || !new RegExp(`\\b${name}\\b`).test(text)) return name;
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return short.get(name);
  };

  const renamed = (id, body) => {
    const out = [];
    let [count, at] = read(body, 0);
    out.push(written(count));
    const name = () => {
      const [length, from] = read(body, at);
      at = from + length;
      return body.toString("utf8", from, at);
    };
    const copy = (from) => out.push(body.subarray(from, at));
    const number = () => { at = read(body, at)[1]; };
    const limits = () => { const flags = body[at++]; number(); if (flags & 1) number(); };
    for (; count > 0; count--) {
      if (id === 2) out.push(named(name()));
      out.push(named(shortened(name())));
      const from = at, kind = body[at++];
      if (id === 7 || kind === 0) number();
      else if (kind === 1) { at++; limits(); }
      else if (kind === 2) limits();
      else if (kind === 3) at += 2;
      else throw new Error(`an import of the unknown kind ${kind}`);
      copy(from);
    }
    if (at !== body.length) throw new Error("an import or export that is not understood");
    return Buffer.concat(out);
  };

  const sections = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length; ) {
    const id = wasm[at];
    const [length, from] = read(wasm, at + 1);
    const body = wasm.subarray(from, from + length);
    // 2 is what is imported, 7 what is exported, 0 notes that nothing needs.
    const kept = id === 2 || id === 7 ? renamed(id, body) : body;
    if (id !== 0) sections.push(Buffer.from([id]), written(kept.length), kept);
    at = from + length;
  }
  wasm = Buffer.concat(sections);
  if (!WebAssembly.validate(wasm)) throw new Error("the program with short names is not valid");
  // The longest first: one may begin as another does.
  for (const [long, name] of [...short].sort((a, b) => b[0].length - a[0].length)) {
    text = text.replace(new RegExp(`\\b${long}\\b`, "g"), name);
  }
  for (const name of WebAssembly.Module.imports(new WebAssembly.Module(wasm)).map((one) => one.name)) {
    if (!new RegExp(`\\b${name}\\b`).test(text)) throw new Error(`the script lacks ${name}`);
  }

  // terser is installed in a folder of its own (tools/install), whose commands are on PATH.
  const require = createRequire(import.meta.url);
  const folders = process.env.PATH.split(delimiter).filter((path) => path.endsWith(".bin")).map(dirname);
  const { minify } = require(require.resolve("terser", { paths: folders.map(dirname) }));
  const { code } = await minify(text, { module: true, compress: { passes: 3 }, mangle: true });
  writeFileSync(program, wasm);
  writeFileSync(script, code);
};

for (const folder of process.argv.slice(2)) {
  await shrink(folder).catch((error) => {
    console.error(`groundswell: the program in ${folder} stays larger than it need be: ${error.message}`);
  });
}
