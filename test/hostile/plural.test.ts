import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readingCommands } from './commands.ts';
import { quietly } from './quietly.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inFolder = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.rsc'))
    .map(name => join(root, folder, name));

const examples = readdirSync(join(root, 'examples')).flatMap(name => inFolder(`examples/${name}`));
const cases = inFolder('test/cases');

/** Words that end in s and mean one, and the unit. */
const singular = new Set([
  'is',
  'has',
  'was',
  'does',
  'as',
  'this',
  'ms',
  'address',
  'class',
  'process',
  'loss',
]);

/** `1 statements`; quoted lines of a source say what they say. */
function wrongPlurals(text: string): readonly string[] {
  return text
    .split('\n')
    .filter(line => !/^ *\d* +\| /.test(line) && !line.startsWith('#'))
    .flatMap(line => [...line.matchAll(/(?<![\w.,:/-])1 ([a-z]+s)\b/g)])
    .flatMap(([found, word = '']) => (singular.has(word) ? [] : [found]));
}

const quick = ['parse', 'routes', 'plan'];
const all = ['parse', 'routes', 'plan', 'explain', 'prove', 'spread', 'diff', 'convert'];

describe('one of a thing is said in the singular', () => {
  it.each([
    ['the cases', quick, cases],
    ['the examples', all, examples],
  ] as const)('%s', { timeout: 300_000 }, async (_, names, paths) => {
    const found: string[] = [];
    for (const path of paths)
      for (const name of names) {
        const { out, err } = await quietly(readingCommands[name]?.(path) ?? []);
        const wrong = wrongPlurals(name === 'convert' || name === 'plan' ? err : `${out}${err}`);
        found.push(...wrong.map(text => `${name} ${path}: ${text}`));
      }
    expect(found).toEqual([]);
  });

  it('the test itself: finds what is wrong, and only that', () => {
    expect(wrongPlurals('1 statements, 1 address, 21 rules, 1 ms; 1 changes\n 1 | 1 lines')).toEqual([
      '1 statements',
      '1 changes',
    ]);
  });
});
