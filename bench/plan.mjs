#!/usr/bin/env node
// What `jalur plan` takes of long texts, on the built program: `node bench/plan.mjs [--times 7] [--json FILE]`.
// Printed: ms of CPU time in user space (the least of several runs, what others do on the machine counts little), that of the thread that
// decides, and MB. `load`: the same command for its help, which only loads the program; node alone is some 40 ms.
// Goals: 2000 rules 400 ms, 20 000 entries 600 ms, 150 MB. The kernel is not asked: for that no nft is found.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { base, kinds } from './growth-texts.mjs';
import { paperText } from './packets/texts.mjs';

const reporter = new URL('./cpu-time.mjs', import.meta.url).href;
const program = fileURLToPath(new URL('../bin/jalur', import.meta.url));

/** Rules that become no look-up, as each does something else than its neighbours. */
const mixed = n =>
  `${base}/ip firewall filter\n${Array.from(
    { length: n },
    (_, i) =>
      `add action=${['drop', 'accept', 'log', 'return'][i % 4]} chain=forward protocol=tcp dst-port=${1000 + i} src-address=10.1.${i >> 8}.${i & 255} comment="rule ${i}"\n`,
  ).join('')}`;

const texts = {
  load: undefined,
  'default firewall': paperText(2, { firewall: true }),
  '2000 rules': paperText(2, { firewall: true, rules: 2000 }),
  '2000 rules, all different': mixed(2000),
  '2000 mangle rules': base + kinds.mangle(2000).replaceAll(/=p\d*(\d)/g, '=p$1'),
  '20 000 entries': paperText(2, { firewall: true, entries: 20_000 }),
  '2000 rules and 20 000 entries': paperText(2, { firewall: true, rules: 2000, entries: 20_000 }),
};

/** One call, in a process of its own that tells at its end what it took. */
function once(text, file) {
  if (text !== undefined) writeFileSync(file, text);
  const args = ['--import', reporter, program, 'plan', ...(text === undefined ? ['--help'] : [file])];
  const { output, status } = spawnSync(process.execPath, args, {
    env: { ...process.env, PATH: '/nowhere' },
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`plan ended with ${status}`);
  return JSON.parse(output[3]);
}

function main() {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '7' }, json: { type: 'string' } },
  });
  const folder = mkdtempSync(join(tmpdir(), 'jalur-plan-'));
  try {
    const rows = Object.entries(texts).map(([name, text]) => {
      const runs = Array.from({ length: Number(values.times) }, () => once(text, join(folder, 'text.rsc')));
      const least = key => Math.min(...runs.map(run => run[key]));
      return {
        text: name,
        user: least('user'),
        thread: least('thread'),
        system: least('system'),
        mb: least('mb'),
      };
    });
    console.table(rows);
    if (values.json)
      writeFileSync(values.json, `${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

main();
