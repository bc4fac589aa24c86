'use strict';
// Loads the chunks of the program, each with what V8 made of it when it was built (tools/bundle.mjs): compiling a megabyte of JavaScript is
// most of the time that a command takes to start. What is not of this Node.js, of its options and of this text, V8 does not take.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { basename, dirname, join, resolve } = require('node:path');
const { Script } = require('node:vm');

const bundle = join(__dirname, '..', 'dist', 'bundle');
const codeFolder = join(__dirname, '..', 'dist', 'code', `${process.version}-${process.arch}`);
const codeFile = file => join(codeFolder, `${file.slice(bundle.length + 1).replaceAll('/', '+')}.code`);

const modules = new Map();
/** Hears of each chunk that is loaded. */
const listeners = [];

function codeOf(file) {
  try {
    return readFileSync(codeFile(file));
  } catch {
    return undefined; // It was not built here.
  }
}

function load(file) {
  const known = modules.get(file);
  if (known) return known.exports;
  const module = { exports: {} };
  modules.set(file, module);
  const text = `(function (exports, require, module, __filename, __dirname) { ${readFileSync(file, 'latin1')}\n})`;
  const script = new Script(text, { filename: file, cachedData: codeOf(file) });
  for (const listener of listeners) listener(file, script);
  const run = script.runInThisContext();
  run(module.exports, requireFrom(file), module, file, dirname(file));
  return module.exports;
}

/** Chunks load each other by this loader; everything else comes as usual. */
function requireFrom(file, others = createRequire(file)) {
  return id => {
    if (!id.startsWith('.')) return others(id);
    const wanted = resolve(dirname(file), id);
    if (wanted === __filename) return loader;
    return basename(wanted).startsWith('later-') ? later(wanted) : load(wanted);
  };
}

/** The exports of a chunk that is loaded when one of them is first asked for. */
const later = file => new Proxy({}, { get: (_, name) => load(file)[name] });

const loader = { bundle, codeFile, codeFolder, listeners, load, requireFrom };
module.exports = loader;
