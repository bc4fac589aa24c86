#!/usr/bin/env node
// Speed and memory of the RouterOS reader, on the built program: `node --expose-gc bench/rsc.mjs [FILE…]`.
// Targets: ≥ 150 000 lines/s on one core; each file under 60 ms; memory held ≤ 40 × the size of the text.
import { readFileSync } from 'node:fs';
import { readRouterOs } from '../dist/rsc/index.js';

const example = new URL('../examples/paper-fixed/paper-fixed.rsc', import.meta.url);
const texts = process.argv.slice(2).map(file => ({ file, text: readFileSync(file, 'utf8') }));
const many = { file: 'paper-fixed.rsc × 100', text: readFileSync(example, 'utf8').repeat(100) };

/** CPU milliseconds of the fastest of several runs, warm: what others do on the machine must not count. */
function time({ file, text }, runs) {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    for (let again = 0; again < 5; again++) readRouterOs(text, { file });
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000 / 5);
  }
  return best;
}

/** Bytes that one result holds on the heap. */
function held({ file, text }) {
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const result = readRouterOs(text, { file });
  globalThis.gc();
  const after = process.memoryUsage().heapUsed;
  return result.counts.statements < 0 ? 0 : after - before;
}

const row = (name, value) => console.log(`${name.padEnd(28)}${value}`);
const lines = [many, ...texts].reduce((sum, { text }) => sum + text.split('\n').length, 0);
const times = [many, ...texts].map(text => ({ ...text, ms: time(text, 8) }));
const total = times.reduce((sum, { ms }) => sum + ms, 0);
const slowest = times.slice(1).sort((a, b) => b.ms - a.ms)[0];
row('lines a second', Math.round((lines / total) * 1000));
if (slowest) row('slowest file', `${slowest.ms.toFixed(1)} ms  ${slowest.file}`);
if (globalThis.gc) row('bytes held per byte of text', (held(many) / many.text.length).toFixed(1));
