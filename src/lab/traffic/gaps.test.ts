import { describe, expect, it } from 'vitest';
import { gapsAfter } from './gaps.ts';
import type { Sample } from './samples.ts';

/** Probes every 10 ms; `.` is an answer, `x` is none; a number repeats what follows it. */
const probes = (text: string): Sample[] =>
  [...text.replace(/(\d+)(.)/g, (_, count: string, sign: string) => sign.repeat(Number(count)))].map(
    (sign, index) => ({ atMs: index * 10, rttMs: sign === 'x' ? null : 5 }),
  );

describe('gapsAfter', () => {
  it.each([
    ['nothing lost', '50.', 0, []],
    ['nine in a row', '20.9x20.', 0, []],
    ['two in a row at once', '2.2x20.', 0, []],
    ['three in a row at once', '2.3x20.', 0, [{ fromMs: 20, toMs: 50, lost: 3 }]],
    ['ten in a row', '20.10x20.', 0, [{ fromMs: 200, toMs: 300, lost: 10 }]],
    ['on their way when the fault came', '20.15x20.', 340, [{ fromMs: 200, toMs: 350, lost: 15 }]],
    ['answered just before the fault', '20.15x20.', 355, []],
    ['as many in a row before the fault', '20.12x20.12x20.', 400, []],
    ['more than before the fault', '20.12x20.13x20.', 400, [{ fromMs: 520, toMs: 650, lost: 13 }]],
    ['a few answers between', '20.10x5.10x20.', 0, [{ fromMs: 200, toMs: 450, lost: 20 }]],
    [
      'many answers between',
      '20.10x15.10x20.',
      0,
      [
        { fromMs: 200, toMs: 300, lost: 10 },
        { fromMs: 450, toMs: 550, lost: 10 },
      ],
    ],
    ['no answer any more', '20.20x', 0, [{ fromMs: 200, toMs: undefined, lost: 20 }]],
    ['no probe', '', 0, []],
  ])('%s', (_, text, faultMs, expected) => {
    const found = gapsAfter(probes(text), faultMs);
    expect(found.map(({ fromMs, toMs, lost }) => ({ fromMs, toMs, lost }))).toEqual(expected);
  });
});
