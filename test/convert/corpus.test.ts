import { describe, expect, it } from 'vitest';
import { type Converted, checkConversion, convertRouterOs, verdictOf } from '../../src/convert/index.ts';
import type { RouterOsVersion } from '../../src/model/index.ts';
import { type ReadResult, readRouterOs } from '../../src/rsc/index.ts';
import { corpusFiles, hasCorpus } from '../rsc/corpus.ts';
import { expectNothingLost } from './nothing-lost.ts';

/** `JALUR_FULL=1`: all files and 2000 connections in each state of the uplinks, which takes a quarter of an hour. */
const isFull = process.env['JALUR_FULL'] === '1';
const flows = isFull ? 2000 : 40;

const isVersioned = ({ version }: ReadResult): boolean => version.evidence.length > 0;
const versioned = corpusFiles()
  .map(({ name, text }) => ({ name, text, read: readRouterOs(text, { file: name }) }))
  .filter(({ read }) => isVersioned(read));
const chosen = versioned.filter(({ text }, i) => isFull || (i % 3 === 0 && text.length < 20_000));

const opposite = ({ dialect }: RouterOsVersion): RouterOsVersion => ({
  dialect: dialect === 'v6' ? 'v7' : 'v6',
  text: '',
  evidence: [],
});

const hasError = ({ diagnostics }: Pick<Converted, 'diagnostics'>): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

const tally = new Map<string, number>();
const count = (what: string): unknown => tally.set(what, (tally.get(what) ?? 0) + 1);

// Skipped by name: the public configurations (../shared/corpus) have no licence and are not in this repository.
describe.skipIf(!hasCorpus)(
  'conversion of public configurations (skipped where ../shared/corpus is absent)',
  () => {
    it.each(chosen.map(one => [one.name, one] as const))(
      '%s: there and back → the same walk, or the difference is said, or refused with the reason',
      { timeout: 600_000 },
      (name, { text, read }) => {
        const { dialect } = read.version;
        if (hasError(read)) {
          count(`${dialect}: refused`);
          return;
        }
        const there = convertRouterOs(text, read, { file: name, target: opposite(read.version) });
        const check = checkConversion(there.before, there.after, { flows });
        const again = readRouterOs(there.text, { file: name });
        expect(again.version.dialect).toBe(opposite(read.version).dialect);
        expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        const back = convertRouterOs(there.text, again, { file: name, target: opposite(again.version) });
        const both = checkConversion(there.before, back.after, { flows });
        const isSaid = verdictOf(there, check) !== 'same' || hasError(back);
        if (!isSaid) expect(both.differences.map(({ direction }) => direction)).toEqual([]);
        count(
          `${dialect}: ${verdictOf(there, check)}${hasError(there) ? ', named' : ''}, back ${both.differences.length === 0 ? 'the same' : 'different, said'}`,
        );
      },
    );

    it.each(versioned.map(one => [one.name, one] as const))(
      '%s: converted there and back → no statement, comment or line of a script is lost',
      (name, { text, read }) => {
        if (hasError(read)) return;
        const there = convertRouterOs(text, read, { file: name, target: opposite(read.version) });
        expectNothingLost(text, there);
        const again = readRouterOs(there.text, { file: name });
        const back = convertRouterOs(there.text, again, { file: name, target: opposite(again.version) });
        expectNothingLost(there.text, back);
      },
    );

    it('each of them came to an answer', () => {
      const answers = [...tally].sort().map(([what, times]) => `${times} ${what}`);
      console.log([`${chosen.length} files, ${flows} connections in each state:`, ...answers].join('\n  '));
      expect([...tally.values()].reduce((sum, times) => sum + times, 0)).toBe(chosen.length);
    });
  },
);
