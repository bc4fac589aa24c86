import { describe, expect, it } from 'vitest';
import { timeStretches } from './week.ts';

const hour = 3_600_000;
const day = 24 * hour;
const time = (from: number, to: number, ...days: readonly ('sun' | 'mon' | 'sat')[]) =>
  timeStretches({ from: from * hour, to: to * hour, days });

describe('timeStretches', () => {
  it('office hours of Monday → one stretch, its end not in it', () => {
    expect(time(8, 17, 'mon')).toEqual([{ from: day + 8 * hour, to: day + 17 * hour }]);
  });

  it('late to early on the last day of the week → its end stands at the beginning of the week', () => {
    expect(time(22, 6, 'sat')).toEqual([
      { from: 6 * day + 22 * hour, to: 7 * day },
      { from: 0, to: 6 * hour },
    ]);
  });

  it('equal ends, or midnight to midnight → the whole day', () => {
    expect(time(0, 0, 'sun')).toEqual([{ from: 0, to: day }]);
    expect(time(0, 24, 'sat')).toEqual([{ from: 6 * day, to: 7 * day }]);
  });

  it('to the last second of the day → to midnight, also from the evening on', () => {
    const last = 24 - 1 / 3600;
    expect(time(0, last, 'sun')).toEqual([{ from: 0, to: day }]);
    expect(time(18, last, 'sun')).toEqual([{ from: 18 * hour, to: day }]);
  });

  it('no days → every day', () => {
    expect(time(8, 9)).toHaveLength(7);
  });
});
