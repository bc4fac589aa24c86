import { describe, expect, it } from 'vitest';
import { disagreements } from '../../../../test/report/agreement.ts';
import { medianOf, rangeOf } from '../amount.ts';
import { quantityText, tableText } from '../cells.ts';
import type { ExperimentResult, Verdict } from '../result.ts';
import { repeated } from './repeat.ts';

/** A result as an experiment concludes it: one bar, one line over time, and the table of both. */
function result(share: number, restoreMs: number | null, verdict: Verdict = 'pass'): ExperimentResult {
  return {
    name: 'failover',
    title: 'Failover',
    verdict,
    judged: true,
    expectation: 'Users are served again.',
    finding: `restored after ${restoreMs}`,
    keys: [{ name: 'time to restore', unit: 'ms', value: restoreMs, none: 'never' }],
    checks: [
      { what: 'restored', expected: 'at most 1 s', measured: `${restoreMs}`, holds: verdict === 'pass' },
    ],
    data: { faults: [{ wan: 'isp1', restoreMs, alive: true }], share },
    tables: [
      {
        title: 'Effect',
        columns: ['ISP', 'fault', { title: 'restored after', unit: 'ms', none: 'never' }],
        rows: [['ISP1', 'unplug', restoreMs]],
      },
      { title: 'Shares', columns: ['ISP', { title: 'share', unit: '%' }], rows: [['ISP1', share]] },
    ],
    figures: [
      { kind: 'bars', title: 'Shares', quantity: 'share', unit: '%', bars: [{ name: 'ISP1', value: share }] },
      {
        kind: 'timeline',
        title: 'Throughput: ISP1 unplug',
        quantity: 'rate',
        unit: 'bit/s',
        series: [],
        marks: [],
        measure: { name: 'restored after', unit: 'ms', value: restoreMs },
      },
    ],
    notes: ['a note'],
    durationMs: 10,
  };
}

describe('medianOf', () => {
  it.each([
    ['one run', 5, 5, [5, 5]],
    ['an odd number → the middle', [9, 1, 4], 4, [1, 9]],
    ['an even number → the lower of the middle two', [9, 1, 4, 6], 4, [1, 9]],
    ['never once → the worst', [7, null, 3], 7, [3, null]],
    ['never mostly → never', [null, 3, null], null, [3, null]],
  ] as const)('%s', (_, amount, median, range) => {
    expect([medianOf(amount), rangeOf(amount)]).toEqual([median, range]);
  });
});

describe('repeated', () => {
  const three = repeated([result(66, 80), result(65, null, 'fail'), result(67.5, 40)], 'en');

  it('one run → the result as it is', () => {
    const one = result(66, 80);
    expect(repeated([one], 'en')).toBe(one);
    expect(repeated([], 'en')).toBeUndefined();
  });

  it('one of three runs fails → it fails, and the check that failed shows every run', () => {
    expect(three?.verdict).toBe('fail');
    expect(three?.checks).toEqual([
      { what: 'restored', expected: 'at most 1 s', measured: '80; null; 40', holds: false },
    ]);
    expect(three?.runs?.map(({ verdict }) => verdict)).toEqual(['pass', 'fail', 'pass']);
  });

  it('text → the run that failed, then median and range', () => {
    expect(three?.finding).toBe(
      'Run 2: restored after null Median of 3 runs (least–most): time to restore 80 ms (40–never).',
    );
  });

  it('tables → median and range, one unit', () => {
    const [times, shares] = three?.tables.map(tableText) ?? [];
    expect([times?.columns[2]?.title, times?.rows]).toEqual([
      'restored after (ms)',
      [['ISP1', 'unplug', '80 (40–never)']],
    ]);
    expect(shares?.rows).toEqual([['ISP1', '66.0 (65.0–67.5)']]);
  });

  it('figures → the run with the median first, each equal to its table', () => {
    expect(three?.figures.map(one => (one.kind === 'timeline' ? one.run : one.bars))).toEqual([
      [{ name: 'ISP1', value: [66, 65, 67.5] }],
      { index: 1, of: 3, usual: true },
      { index: 2, of: 3, usual: false },
      { index: 3, of: 3, usual: false },
    ]);
    expect(three && disagreements(three)).toEqual([]);
  });

  it('data → the median of each number, everything else of the first run', () => {
    expect(three?.data).toEqual({ faults: [{ wan: 'isp1', restoreMs: 80, alive: true }], share: 66 });
  });

  it('a row that a run does not have → the numbers of the others', () => {
    const [table] = result(1, 2).tables;
    const more = {
      ...result(1, 3),
      tables: table ? [{ ...table, rows: [...table.rows, ['ISP2', 'flap', 9]] }] : [],
    };
    const found = repeated([{ ...result(1, 2), tables: table ? [table] : [] }, more], 'en');
    expect(found?.tables[0]?.rows).toEqual([
      ['ISP1', 'unplug', [2, 2]],
      ['ISP2', 'flap', [9]],
    ]);
  });
});

describe('quantityText', () => {
  it.each([
    [487_600, 'bit/s', '487.6 kbps'],
    [336, 'bit/s', '336 bps'],
    [14_600, 'ms', '14.60 s'],
    [[14_600, 900, 15_000], 'ms', '14\u202f600 ms (900–15\u202f000)'],
    [[66.7, 66.7], '%', '66.7 %'],
    [null, 'ms', '–'],
    [1234, undefined, '1\u202f234'],
  ] as const)('%j %s → %s', (amount, unit, text) => {
    expect(quantityText(amount, unit)).toBe(text);
  });
});
