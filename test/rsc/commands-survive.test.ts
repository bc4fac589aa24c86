import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { corpusFiles } from './corpus.ts';
import { mutateLines } from './mutate-lines.ts';

// JALUR_RUNS=3000 JALUR_SEED=1 asks each command that many times; some minutes each.
const runs = Number(process.env['JALUR_RUNS'] ?? 40);
const start = Number(process.env['JALUR_SEED'] ?? 1);

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
  routes: [file],
  plan: [file],
  explain: [file, ...packet],
  prove: [file],
  spread: [file, '--flows', '50'],
  diff: [before, file, '--flows', '50'],
  convert: [file, '--to', 'v7'],
  fmt: [file],
};

/** Runs a command in this process; what it prints goes nowhere. */
async function quietly(argv: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  let said = '';
  stdout.write = () => true;
  stderr.write = chunk => {
    said += String(chunk);
    return true;
  };
  try {
    process.exitCode = undefined;
    return { code: await main(argv), said };
  } finally {
    [stdout.write, stderr.write] = writes;
    process.exitCode = undefined;
  }
}

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('no mutated configuration makes a command fail', () => {
  it.each(Object.entries(commands))('jalur %s', { timeout: 3_600_000 }, async (name, words) => {
    const codes: Record<number, number> = {};
    for (let seed = start; seed < start + runs; seed++) {
      writeFileSync(file, mutateLines(texts, seed));
      const { code, said } = await quietly(['node', 'jalur', name, ...words]);
      codes[code] = (codes[code] ?? 0) + 1;
      expect(code, `seed ${seed}: ${said.slice(-2000)}`).toBeLessThan(3);
    }
    console.log(`jalur ${name}: seeds ${start} to ${start + runs - 1}; exit codes ${JSON.stringify(codes)}`);
  });
});
