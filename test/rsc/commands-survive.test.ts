import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { quietly } from '../hostile/quietly.ts';
import { corpusFiles } from './corpus.ts';
import { mutateLines } from './mutate-lines.ts';

// JALUR_RUNS=3000 JALUR_SEED=1 asks each command that many times; some minutes each.
const runs = Number(process.env['JALUR_RUNS'] ?? 40);
const start = Number(process.env['JALUR_SEED'] ?? 1);

/** A hang: ms of CPU for one small text. */
const longest = 10_000;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'jalur-survive-'));
const file = join(folder, 'mutated.rsc');

const examples = readdirSync(here('../../examples')).flatMap(name =>
  readdirSync(here(`../../examples/${name}`))
    .filter(one => one.endsWith('.rsc'))
    .map(one => here(`../../examples/${name}/${one}`)),
);
const cases = readdirSync(here('../cases'))
  .filter(name => name.endsWith('.rsc'))
  .map(name => here(`../cases/${name}`));
const own = [...examples, ...cases].map(path => readFileSync(path, 'utf8'));
const texts = [...own, ...corpusFiles().map(({ text }) => text)];

const packet = ['--src', '192.168.88.10', '--dst', '8.8.8.8', '--proto', 'tcp', '--dport', '443'];
const [before = ''] = examples;

const commands: Readonly<Record<string, readonly string[]>> = {
  parse: [file],
  'parse --print': [file],
  routes: [file],
  plan: [file],
  explain: [file, ...packet],
  prove: [file],
  spread: [file, '--flows', '50'],
  diff: [before, file, '--flows', '50'],
  convert: [file, '--to', 'v7'],
  fmt: [file],
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('no mutated configuration makes a command fail', () => {
  it.each(Object.entries(commands))('jalur %s', { timeout: 3_600_000 }, async (name, words) => {
    const codes: Record<number, number> = {};
    const failed: string[] = [];
    let slowest = 0;
    for (let seed = start; seed < start + runs; seed++) {
      writeFileSync(file, mutateLines(texts, seed));
      const usage = process.cpuUsage();
      const { code, err } = await quietly([...name.split(' '), ...words]);
      const { user, system } = process.cpuUsage(usage);
      const ms = (user + system) / 1000;
      slowest = Math.max(slowest, ms);
      codes[code] = (codes[code] ?? 0) + 1;
      if (code > 2) failed.push(`seed ${seed}: ${err.slice(-2000)}`);
      if (ms > longest) failed.push(`seed ${seed}: ${ms} ms of CPU`);
    }
    console.log(
      `jalur ${name}: seeds ${start} to ${start + runs - 1}; exit codes ${JSON.stringify(codes)}; the slowest ${Math.round(slowest)} ms`,
    );
    expect(failed).toEqual([]);
  });
});
