import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../src/config/index.ts';
import type { FixLevel } from '../../src/lint/index.ts';
import { corpusFiles, hasCorpus } from '../rsc/corpus.ts';
import { judge, mended, Tally } from './mending.ts';

/** All files with JALUR_FULL=1; else every so many, from one that JALUR_SEED says. */
const stride = process.env['JALUR_FULL'] === '1' ? 1 : 20;
const seed = Number(process.env['JALUR_SEED'] ?? 5) % stride;

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));
const ofExamples = readdirSync(examples, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.rsc'))
  .map(name => ({ name, text: readFileSync(examples + name, 'utf8') }));
const ofCorpus = corpusFiles()
  .filter(({ text }) => text !== '')
  .filter((_, at) => at % stride === seed);

const errorsIn = (text: string): number =>
  judge(text).diagnostics.filter(({ severity }) => severity === 'error').length;

const statementsIn = (text: string): number =>
  readTexts([{ file: 'a.rsc', text }], { assumesPorts: true }).notUnderstood.length;

/** What must hold of a text with its fixes, whatever it is; each that does not, in words. */
function wrongWith(text: string, level: FixLevel, name: string, tally: Tally): string[] {
  const once = mended(text, level);
  tally.add(name, once);
  const wrong = [
    errorsIn(once.text) > errorsIn(text) && 'it has more errors',
    statementsIn(once.text) > statementsIn(text) && 'more of it is not understood',
    mended(once.text, level).text !== once.text && 'once more changes it again',
  ];
  return wrong.flatMap(one => (one === false ? [] : [`${name} (${level}): ${one}`]));
}

describe.each(['safe', 'all'] as const)('--fix, %s', level => {
  const tally = new Tally();

  it.runIf(level === 'all' || stride === 1)(
    'examples → no more errors, nothing is read worse, and once more changes nothing',
    () => {
      expect(ofExamples.flatMap(({ name, text }) => wrongWith(text, level, name, tally))).toEqual([]);
    },
  );

  it.skipIf(!hasCorpus)('the corpus (skipped where it is absent) → the same', { timeout: 600_000 }, () => {
    expect(ofCorpus.flatMap(({ name, text }) => wrongWith(text, level, name, tally))).toEqual([]);
  });

  it('what is offered is hardly ever left out', () => {
    // JALUR_PRINT=1 shows what was applied and left out, by rule.
    if (process.env['JALUR_PRINT'] === '1') process.stdout.write(`${tally.text}\n`);
    expect(tally.leftOut).toBeLessThanOrEqual(Math.max(2, tally.applied / 20));
  });
});
