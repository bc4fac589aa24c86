'use strict';
// Keeps what V8 has made of the program's chunks after a run (bin/chunks.cjs).
const { mkdirSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { bundle, codeFile, codeFolder, listeners, load } = require('../bin/chunks.cjs');

// What is loaded with the code of before makes other code than what is compiled: the same text is to give the same bytes.
rmSync(codeFolder, { recursive: true, force: true });

const scripts = new Map();
listeners.push((file, script) => scripts.set(file, script));

process.chdir(join(__dirname, '..'));
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;
// A command that ends soon changes options of V8, which takes no code that was kept under others.
process.getBuiltinModule('node:v8').setFlagsFromString = () => {};
const { main } = load(join(bundle, 'cli/main.cjs'));
const run = (...words) => main([process.execPath, 'bin/jalur', ...words]);

(async () => {
  await run('run', '--help');
  await run('plan', 'examples/paper-fixed');
  await run('plan', 'examples/dual-pppoe-lte');
  await run('lint', 'examples/paper', 'examples/paper-fixed');
  mkdirSync(codeFolder, { recursive: true });
  for (const [file, script] of scripts) writeFileSync(codeFile(file), script.createCachedData());
  process.exit(0);
})();
