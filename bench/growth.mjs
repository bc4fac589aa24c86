#!/usr/bin/env node
// How the CPU time of the reading commands grows with the number of statements of one kind, on the built program:
// `node bench/growth.mjs [--sizes 1000,4000] [--commands prove,convert] [--kinds routes,nat]`.
// Printed: CPU seconds less those of the text without them, and the exponent between the two sizes (1: linear).
// Target: below 1.3. Ratios within one run: what others do on the machine counts little.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { base, kinds } from './growth-texts.mjs';

const reporter = new URL('./cpu-time.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('../bin/jalur', import.meta.url));

/** What a command is called with; `folder` is a place for its files. */
const commands = {
  parse: file => ['parse', file],
  routes: file => ['routes', file],
  explain: file => ['explain', file, '--in', 'bridge1', '--src', '192.168.0.10', '--dst', '8.8.8.8'],
  prove: file => ['prove', file],
  spread: file => ['spread', file],
  plan: file => ['plan', file],
  diff: (file, text) => {
    writeFileSync(`${file}.after`, text.replace('distance=2', 'distance=3'));
    return ['diff', file, `${file}.after`];
  },
  fmt: (file, text) => {
    writeFileSync(file, text.replaceAll('\nadd ', '\nadd  '));
    return ['fmt', file];
  },
  convert: file => ['convert', file, '--to', 'v6'],
};

/** CPU seconds of one call, in a process of its own. */
function cpuOf(command, file, text) {
  writeFileSync(file, text);
  const { output, status } = spawnSync(
    process.execPath,
    ['--import', reporter, program, ...commands[command](file, text)],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  if (status === null || status > 2) throw new Error(`${command} failed: ${status}`);
  const { user, system } = JSON.parse(output[3]);
  return (user + system) / 1000;
}

const best = (command, file, text) => Math.min(...[1, 2].map(() => cpuOf(command, file, text)));

function compare(command, kind, sizes, file) {
  const empty = best(command, file, base);
  const times = sizes.map(size => Math.max(0.01, best(command, file, base + kinds[kind](size)) - empty));
  const exponent = Math.log(times.at(-1) / times[0]) / Math.log(sizes.at(-1) / sizes[0]);
  const shown = times.map(time => time.toFixed(2).padStart(7)).join('');
  // What takes next to nothing has no exponent that could be told.
  const note = times.at(-1) > 0.5 && exponent > 1.3 ? '  grows too fast' : '';
  console.log(`${command.padEnd(9)}${kind.padEnd(17)}${shown}   ${exponent.toFixed(2)}${note}`);
}

function main() {
  const { values } = parseArgs({
    options: { sizes: { type: 'string' }, commands: { type: 'string' }, kinds: { type: 'string' } },
  });
  const sizes = (values.sizes ?? '1000,4000').split(',').map(Number);
  const folder = mkdtempSync(join(tmpdir(), 'jalur-growth-'));
  try {
    for (const command of values.commands?.split(',') ?? Object.keys(commands)) {
      for (const kind of values.kinds?.split(',') ?? Object.keys(kinds))
        compare(command, kind, sizes, join(folder, 'text.rsc'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
